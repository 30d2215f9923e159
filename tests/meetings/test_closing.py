"""What closes minutes is parted from their last item."""

from __future__ import annotations

import pytest

from graph_builder.meetings import divide
from tests.meetings.papers import document

_HEAD = (
    "Much Garrow Parish Council\nMinutes of the meeting held on 4 April 2017\nPresent: Cllr A Hay (Chair), Cllr B Lee\n\n"
    "1. Apologies\nNone were received.\n\n2. Planning\nNo comment on the barn.\n\n3. {title}\nCllr Hay reported that the lane was flooded. The Clerk was asked to write.\n\n{rest}\n"
)
_CLOSING = [
    "The next meeting will be held on Tuesday 2 May 2017.",
    "The next meeting of the Council is on 2 May 2017 at 7pm.\n\nThe meeting closed at 9.15pm.\n\nSigned ..........\nChairman",
    "Date of next meeting: 2 May 2017",
    "Date of Next Meeting\n\nTuesday 2 May 2017, the Reading Room",
    "Next Meeting: Tuesday 2 May 2017",
    "There being no further business, the Chairman closed the meeting at 9.05 pm.",
    "As there was no other business the meeting was declared closed.",
    "This concluded the business of the meeting.",
    "This concluded the Meeting.\n\nSigned:\nCathaoirleach",
    "The Cathaoirleach thanked the members and presenters and wished everybody a happy Christmas. She confirmed that the next meeting is Tuesday, the 13th of February 2024.",
    "It was agreed that the May Meeting of the District would be held on Wednesday, 3 May 2017.\n\nThis concluded the Meeting.",
    "The Chair thanked everyone for attending.\n\nMeeting closed at 21:05",
    "The meeting ended at 12 noon.",
    "Meeting closed: 20.45",
    "END OF MEETING",
    "No further business - meeting closed 7.50 pm",
    "With nothing more to discuss the meeting closed at 9.15pm",
    "NB Next meeting will be at 7.30pm on Thursday 2 May.",
    "The Provost declared the meeting closed at 4.20pm.\n\nAppendix\n\nIt was agreed that nothing be done.",
]
_OWN = [
    "The next meeting of the Quay Group will be on 2 May 2017.\n\nCllr Lee asked for a report on the hedges and it was agreed to write to the county.",
    "The meeting closed to the public at 8.10pm.\n\nIt was agreed to write to the county.",
    "The meeting was adjourned for ten minutes.\n\nThe meeting resumed at 8pm and it was agreed to write.",
    "The Chairman thanked Mrs Quill for her presentation.",
    "Cllr Lee would bring a report to the next meeting.",
    "It was agreed to put the matter on the agenda of the next meeting.",
    "The public meeting on the lane was held on 2 March 2017.",
    "No other matters were raised and the Council agreed to plant a tree.",
    "The meeting ended up agreeing to plant a tree.",
]


@pytest.mark.parametrize("rest", _CLOSING)
def test_closing_lines_are_of_no_item(rest: str) -> None:
    """All that closes the minutes is behind the last item, and what the item itself tells stays in it."""
    paper = divide(document(_HEAD.format(title="Highways", rest=rest)))
    assert " ".join(p.passage.text for p in paper.items[-1].paragraphs) == "Cllr Hay reported that the lane was flooded. The Clerk was asked to write."
    assert paper.closing[0].passage.text.startswith(rest[:20].partition("\n")[0])


@pytest.mark.parametrize("rest", _OWN)
def test_text_of_the_last_item_stays(rest: str) -> None:
    """What only speaks of a meeting closes nothing."""
    paper = divide(document(_HEAD.format(title="Highways", rest=rest)))
    assert not paper.closing
    assert paper.items[-1].paragraphs[-1].passage.text.endswith(rest[-15:])


@pytest.mark.parametrize("title", ["Date of Next Meeting", "Close of Meeting", "Any Other Business and Dates of Future Meetings"])
def test_an_item_about_the_next_meeting_keeps_it(title: str) -> None:
    """An item whose title is of the next meeting or the close has its own text."""
    paper = divide(document(_HEAD.format(title=title, rest="The next meeting will be held on 2 May 2017.")))
    assert not paper.closing


def test_other_business_and_the_close_tells_no_next_meeting() -> None:
    """The next meeting is no other business, though the title of the item has the close in it too."""
    paper = divide(document(_HEAD.format(title="AOB and Close", rest="The next meeting will be held on 2 May 2017.")))
    assert len(paper.closing) == 1


def test_a_closing_line_within_a_paragraph_is_cut_off() -> None:
    """A line that begins as a closing one ends the item, whatever lines it was joined with."""
    rest = "Thornley Secretariat\nNovember 2013\nDate of next Panel meeting: Wednesday 18th December 2013"
    paper = divide(document(_HEAD.format(title="Highways", rest=rest)))
    assert [p.passage.text for p in paper.closing] == ["Date of next Panel meeting: Wednesday 18th December 2013"]
    assert paper.document.text[paper.closing[0].passage.span().start :].startswith("Date of next")
