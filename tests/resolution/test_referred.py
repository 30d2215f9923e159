"""References that name a meeting of the corpus by its body and day lead to it, and no others do."""

from __future__ import annotations

import pytest

from graph_builder import vocabulary as v
from graph_builder.model import Reading
from graph_builder.resolution import resolve
from tests.resolution.papers import HEAD, PARISH, minutes, reading

APRIL = HEAD.replace("Wednesday 13 March 2019", "10 April 2019")
MEETING = "id:meeting/ashford/housing-and-planning-panel/2019-03-13"


def led_to(*papers: Reading) -> set[str]:
    """The meetings to which the references of some papers lead."""
    return {s.object for s in resolve(papers) if s.predicate == v.TO_MEETING and isinstance(s.object, str)}


def earlier(start: str = "10.00 am") -> Reading:
    return reading(minutes("The report was noted.", head=HEAD.replace("10.00 am", start)))


def later(words: str, *, head: str = APRIL) -> Reading:
    return reading(minutes(words, title="Minutes of the last meeting", head=head))


SAME = "The minutes of the meeting held on 13 March 2019 were agreed as a correct record."


@pytest.mark.parametrize("words", [SAME, "The Minutes of the meeting of the Housing and Planning Panel held on 13 March 2019 were confirmed."])
def test_minutes_that_are_confirmed_lead_to_their_meeting(words: str) -> None:
    assert led_to(earlier(), later(words)) == {MEETING}


@pytest.mark.parametrize(
    "words",
    [
        "The minutes of the meeting held on 14 March 2019 were agreed as a correct record.",
        "The minutes of the meeting of the Audit Committee held on 13 March 2019 were received.",
        "The report was noted.",
    ],
)
def test_another_day_or_body_leads_nowhere(words: str) -> None:
    assert led_to(earlier(), later(words)) == set()


def test_another_council_has_meetings_of_its_own() -> None:
    parish = reading(minutes("The report was noted.", head=PARISH.replace("Tuesday 12 March", "13 March")))
    assert led_to(parish, later(SAME)) == set()


def test_of_two_meetings_of_a_day_neither_is_taken() -> None:
    assert led_to(earlier(), earlier("2.00 pm"), later(SAME)) == set()


def test_the_link_has_the_words_of_the_reference_and_is_derived() -> None:
    link = next(s for s in resolve([earlier(), later(SAME)]) if s.predicate == v.TO_MEETING)
    assert (link.basis.value, link.rule, len(link.evidence)) == ("derived", "body-and-day", 1)
