"""Ids of meetings, and of all that belongs to one: by council, body and day; two of a day by their start."""

from __future__ import annotations

import pytest

from graph_builder import vocabulary as v
from graph_builder.model import Reading
from graph_builder.resolution import resolve
from tests.resolution.papers import HEAD, PARISH, minutes, reading


def meetings(*papers: Reading) -> set[str]:
    return {s.subject for s in resolve(papers) if s.object == v.MEETING}


PRESENT = "Present: Councillors A Bell (Chair), C Dunn and R Hall\n\n"


def at(start: str) -> Reading:
    """Minutes of a meeting of the panel that began at a time; an empty one is not printed."""
    head = HEAD.replace(" at 10.00 am", f" at {start}" if start else "")
    return reading(minutes(f"The report of {start or 'the day'} was noted.", head=head))


MEETING = "id:meeting/ashford/housing-and-planning-panel/2019-03-13"


@pytest.mark.parametrize(
    "starts, wanted",
    [
        (["10.00 am"], {MEETING}),
        (["10.00 am", "10.00 am"], {MEETING}),
        (["10.00 am", ""], {MEETING}),
        (["10.00 am", "2.00 pm"], {f"{MEETING}+T1000", f"{MEETING}+T1400"}),
        (["10.00 am", "2.00 pm", "2.00 pm"], {f"{MEETING}+T1000", f"{MEETING}+T1400"}),
        (["10.00 am", "2.00 pm", ""], {MEETING, f"{MEETING}+T1000", f"{MEETING}+T1400"}),
    ],
)
def test_meetings_of_one_day(starts: list[str], wanted: set[str]) -> None:
    assert meetings(*(at(start) for start in starts)) == wanted


@pytest.mark.parametrize(
    "head, told, untold",
    [
        ("Minutes of the meeting held on 13 March 2019 in the village hall", v.EARLIEST, v.HELD_BY),
        ("Minutes of the Housing and Planning Panel", v.HELD_BY, v.EARLIEST),
    ],
)
def test_a_meeting_without_body_or_day_is_one_of_its_own(head: str, told: str, untold: str) -> None:
    papers = [reading(minutes(text, head=f"{head}\n\n{PRESENT}")) for text in ("The report was noted.", "The update was noted.")]
    found = resolve(papers)
    provisional = {s.subject for s in found if s.object == v.MEETING}
    assert len(provisional) == 2
    assert {s.subject for s in found if s.predicate == told} >= provisional
    assert not {s.subject for s in found if s.predicate == untold} & provisional
    assert {s.object for s in found if s.predicate == v.AT_MEETING} >= provisional


def test_a_meeting_without_a_body_is_not_that_of_a_body_on_the_day() -> None:
    assert len(meetings(at("10.00 am"), reading(minutes("It was noted.", head=f"Minutes of the meeting held on 13 March 2019\n\n{PRESENT}")))) == 2


def test_neither_body_nor_day_is_no_meeting() -> None:
    assert meetings(reading(minutes("The report was noted.", head=f"Minutes of the last meeting\n\n{PRESENT}"))) == set()


def of_kind(kind: str, start: str) -> Reading:
    """An agenda, or minutes, of the panel's meeting of that day."""
    words = f"The {kind} tells of the day."
    return reading(minutes(words, head=HEAD.replace("10.00 am", start).replace("Minutes of the", f"{kind.capitalize()} of the")), kind=kind)


@pytest.mark.parametrize(
    "papers, count",
    [
        ([("minutes", "10.00 am"), ("minutes", "10.04 am")], 1),  # as the two copies of one record tell it
        ([("agenda", "10.00 am"), ("minutes", "10.25 am")], 1),  # a late start
        ([("agenda", "6.30 pm"), ("agenda", "7.00 pm")], 2),  # an annual and an ordinary meeting of one evening
        ([("minutes", "6.30 pm"), ("minutes", "7.00 pm")], 2),
        ([("agenda", "10.00 am"), ("minutes", "2.00 pm")], 2),
        ([("agenda", "10.00 am"), ("minutes", "10.05 am"), ("agenda", "2.00 pm"), ("minutes", "2.10 pm")], 2),
    ],
)
def test_an_agenda_and_minutes_are_of_one_meeting(papers: list[tuple[str, str]], count: int) -> None:
    found = [of_kind(kind, start) for kind, start in papers]
    assert len(meetings(*found)) == count
    assert meetings(*found) == meetings(*found[::-1])


def test_a_month_is_no_day_of_a_meeting() -> None:
    head = HEAD.replace("on Wednesday 13 March 2019 at 10.00 am", "in March 2019")
    papers = [reading(minutes(words, head=head)) for words in ("The report was noted.", "The plan was noted.")]
    assert len(meetings(*papers)) == 2


def test_bodies_and_days_make_meetings() -> None:
    later = reading(minutes("The report was noted.", head=HEAD.replace("13 March 2019", "10 April 2019").replace("Wednesday ", "")))
    assert meetings(at("10.00 am"), later, reading(minutes("The report was noted.", head=PARISH))) == {
        MEETING,
        "id:meeting/ashford/housing-and-planning-panel/2019-04-10",
        "id:meeting/wexcombe-parish/council/2019-03-12",
    }


def test_nothing_local_is_left_and_each_thing_is_of_its_meeting() -> None:
    said = resolve([at("10.00 am"), at("2.00 pm")])
    assert not [s for s in said if s.subject.startswith("doc:") or (isinstance(s.object, str) and s.object.startswith("doc:"))]
    assert {s.subject.split("/")[3] for s in said if s.object == v.ATTENDANCE} == {"2019-03-13+T1000", "2019-03-13+T1400"}


def test_who_attended_has_the_key_of_the_person() -> None:
    head = HEAD.replace("C Dunn", "Claire Mary Dunn").replace("Wednesday 13 March", "14 March")
    fuller = reading(minutes("The report was noted.", head=head))
    said = resolve([at("10.00 am"), fuller])
    assert {s.subject.rsplit("/", 1)[-1] for s in said if s.object == v.ATTENDANCE and "dunn" in s.subject} == {"dunn-c-m"}
