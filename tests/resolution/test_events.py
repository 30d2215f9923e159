"""Ids of meetings, and of all that belongs to one: by council, body and day; two of a day by their start."""

from __future__ import annotations

import pytest

from graph_builder import vocabulary as v
from graph_builder.model import Reading
from graph_builder.resolution import resolve
from tests.resolution.papers import HEAD, PARISH, minutes, reading


def meetings(*papers: Reading) -> set[str]:
    return {s.subject for s in resolve(papers) if s.object == v.MEETING}


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
