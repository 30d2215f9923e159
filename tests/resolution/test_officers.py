"""Officers of one name with other posts, and councillors of one name with other parties at one time."""

from __future__ import annotations

import pytest

from tests.resolution.by_hand import people
from tests.resolution.papers import minutes, reading

HEAD = "Ashford County Council\n\nMinutes of the meeting of the Audit Committee held on {} at 10.00 am in County Hall, Ashford\n\nPresent: Councillors {}\n\n{}"


def who(surname: str, *heads: str) -> int:
    """How many people of the surname the papers make."""
    papers = [reading(minutes(f"Report {number} was noted.", head=head)) for number, head in enumerate(heads)]
    return sum(id_.split("/")[1].startswith(surname) for id_ in people(*papers))


@pytest.mark.parametrize(
    "first, second, count",
    [
        ("R Quenby (Planning Officer)", "R Quenby (Planning Officer)", 1),
        ("R Quenby (Planning Officer)", "R Quenby (Licensing Officer)", 2),  # initials, and no word of a post but the general one
        ("R Quenby (Planning Officer)", "R Quenby (Head of Planning)", 1),
        ("Ruth Quenby (Planning Officer)", "Ruth Quenby (Licensing Officer)", 1),
    ],
)
def test_officers_of_one_name(first: str, second: str, count: int) -> None:
    days = ("12 June 2017", "4 September 2017")
    papers = [HEAD.format(day, "A Bell, C Dunn and E Fenn", f"Officers: {officer}\n\n") for day, officer in zip(days, (first, second), strict=True)]
    assert who("quenby", *papers) == count


def test_two_parties_at_one_time_are_two_people() -> None:
    days = ("12 June 2017", "3 July 2017", "4 September 2017", "2 October 2017")
    named = ("Rose Atkin (Green)", "Rosemary Atkin (Labour)")
    papers = [HEAD.format(day, f"{named[number % 2]}, C Dunn and E Fenn", "") for number, day in enumerate(days)]
    assert who("atkin", *papers) == 2
    assert who("atkin", *papers[::2]) == 1
