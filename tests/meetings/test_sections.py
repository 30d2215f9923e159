"""Papers that list their items first and tell of them further down: each item has its own text."""

from __future__ import annotations

import pytest

from graph_builder.meetings import divide
from graph_builder.paper import Paper
from tests.meetings.papers import document, value

BOARD = """Harbour Trails Board

9th meeting

4 June 2019, 10:00-12:00

Attendees

Anna Pell (Chair) (AP)
Colin Rudd (CR)

Apologies

Susan Tarn (ST)

Agenda

| Item | Description | Lead |
| 1 | Chair's welcome | AP |
| 2 | Actions and minutes from the last meeting (approval) | AP |
| 3 | Signposting cases: a. Mill Lane; b. Old quay | CR |
| 4 | Break | |
| 5 | Membership of the board (information) | AP |
| 6 | AOB | AP |

Welcome

1. The Chair thanked members for their work on the north path, which is now open.

Actions and Minutes

2. The actions and minutes from the last meeting were approved.

Updates on signposting cases:

Mill Lane

3. The posts have been ordered and the farmer has agreed.

Old quay

4. The harbour company has not answered yet.

Board membership

5. Two seats are vacant.

Date of next meeting

6. The board will meet on 3 September 2019.
"""
REPEATED = """Wexcombe Town Council
Minutes of the meeting held on 5 March 2019

AGENDA
1. Apologies
2. Declarations of Interest
3. Repairs to the Market Cross
4. Any Other Business

Present: Cllr A Hay (Chair), Cllr B Lee

1. Apologies
Apologies were received from Cllr C Dee.

2. Declarations of Interest
None were declared.

3. Repairs to the Market Cross
The clerk said that the mason had begun. It was resolved to pay the first bill.

4. Any Other Business
There was none.
"""
PACK = """AGENDA
Transport Committee
Monday, 4 March 2019 at 2.00 pm

| Item | Subject | Page |
| 1 | Apologies for absence | |
| 2 | Minutes of the last meeting | 1 - 4 |
| 3 | Parking Charges in Market Towns | 5 - 9 |
| 4 | Winter Gritting Routes | 10 - 14 |

Contact: the committee clerk

Agenda Item 3
Parking Charges in Market Towns

1. The charges have not changed for four years.
2. Members are asked to note the report.

Agenda Item 4
Winter Gritting Routes

1. The routes were drawn in 2001 and the fleet has shrunk since.
2. Members are asked to choose between them.
"""


def told(paper: Paper) -> list[tuple[str, str, str]]:
    """Each item's number and title, and the text under it."""
    return [(value(item.number), item.title.text, " ".join(one.passage.text for one in item.paragraphs)) for item in paper.items]


def test_the_text_below_an_agenda_goes_to_its_items() -> None:
    paper = divide(document(BOARD))
    assert paper.header.kind == "minutes"
    assert [(entry.status, entry.name.printed) for entry in paper.entries if entry.name] == [
        ("present", "Anna Pell"), ("present", "Colin Rudd"), ("apologies", "Susan Tarn"),
    ]  # fmt: skip
    assert [(number, title, text[:30]) for number, title, text in told(paper)] == [
        ("1", "Chair's welcome", "1. The Chair thanked members f"),
        ("2", "Actions and minutes from the last meeting (approval)", "2. The actions and minutes fro"),
        ("3", "Signposting cases: a. Mill Lane; b. Old quay", "3. The posts have been ordered"),
        ("4", "Break", ""),
        ("5", "Membership of the board (information)", "5. Two seats are vacant."),
        ("", "Date of next meeting", "6. The board will meet on 3 Se"),
        ("6", "AOB", ""),
    ]
    assert [heading.text for heading in paper.items[2].headings] == ["Updates on signposting cases:", "Mill Lane", "Old quay"]


def test_minutes_that_repeat_their_agenda_have_each_item_once() -> None:
    paper = divide(document(REPEATED))
    assert [(number, title) for number, title, _ in told(paper)] == [
        ("1", "Apologies"), ("2", "Declarations of Interest"), ("3", "Repairs to the Market Cross"), ("4", "Any Other Business"),
    ]  # fmt: skip
    assert told(paper)[2][2].startswith("The clerk said that the mason had begun.")
    assert [(entry.status, entry.name.printed) for entry in paper.entries if entry.name] == [
        ("present", "Cllr A Hay"), ("present", "Cllr B Lee"), ("apologies", "Cllr C Dee"),
    ]  # fmt: skip


def test_a_report_of_a_pack_stands_under_its_own_item() -> None:
    items = told(divide(document(PACK)))
    assert [(number, bool(text)) for number, _, text in items] == [("1", False), ("2", False), ("3", True), ("4", True)]
    assert "four years" in items[2][2]
    assert "four years" not in items[3][2]
    assert "fleet" in items[3][2]


@pytest.mark.parametrize("heading", ["Fees of the harbour", "Welcome to visitors from abroad and their boats"])
def test_headings_that_the_agenda_does_not_have_stay_in_the_text(heading: str) -> None:
    paper = divide(document(BOARD.replace("Old quay\n\n4.", f"{heading}\n\n4.")))
    assert heading in told(paper)[2][2]


def test_a_list_without_text_behind_it_is_no_more_than_that() -> None:
    paper = divide(document(BOARD[: BOARD.index("Welcome\n\n1.")]))
    assert [text for _, _, text in told(paper)] == [""] * 6


def test_what_minutes_tell_before_the_first_number_is_an_item() -> None:
    text = (
        "Harbour Trails Board\nMinutes of the meeting of 4 June 2019\n\nPresent: Anna Pell (Chair), Colin Rudd\n\nWelcome\n\n"
        "The Chair welcomed everybody to the new boat house, which opened in May.\n\n"
        "Item 1: Signposting\nThe posts were ordered.\n\nItem 2: Paths\nThe paths were walked.\n\nItem 3: Close\nThe meeting closed.\n"
    )
    assert [(number, title) for number, title, _ in told(divide(document(text)))] == [("", "Welcome"), ("1", "Signposting"), ("2", "Paths"), ("3", "Close")]
