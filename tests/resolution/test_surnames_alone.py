"""Lists that print surnames alone: one councillor within a term, nobody beyond an election who is not known by more."""

from __future__ import annotations

import pytest

from graph_builder.model import Reading
from tests.resolution.by_hand import people
from tests.resolution.papers import minutes, reading

COUNCIL, PLANNING, AUDIT = "Council", "Planning Committee", "Audit Committee"


def listed(day: str, body: str, *names: str) -> Reading:
    """Minutes whose list of those present is of these names; counties elect in May 2013, 2017 and 2021."""
    present = f"Present: Councillors {', '.join(names)}, Dunnage, Fearnley and Holtby\n\n"
    head = f"Ashford County Council\n\nMinutes of the meeting of the {body} held on {day} at 10.00 am in County Hall, Ashford\n\n{present}"
    return reading(minutes(f"The report of {day} was noted.", head=head))


def who(surname: str, *papers: Reading) -> int:
    """How many people of the surname the papers make."""
    return sum(id_.split("/")[1].startswith(surname) for id_ in people(*papers))


@pytest.mark.parametrize(
    "surname, first, second, count",
    [
        ("Atkin", ("12 June 2017", PLANNING), ("4 March 2020", AUDIT), 1),  # one term
        ("Atkin", ("12 June 2017", PLANNING), ("4 March 2020", COUNCIL), 1),
        ("Atkin", ("6 March 2017", PLANNING), ("12 June 2017", PLANNING), 1),  # one committee before and after an election
        ("Atkin", ("6 March 2017", PLANNING), ("12 June 2017", AUDIT), 2),
        ("Atkin", ("6 March 2016", PLANNING), ("12 June 2018", PLANNING), 2),
        ("Brown", ("12 June 2017", COUNCIL), ("4 September 2017", COUNCIL), 1),
        ("Brown", ("12 June 2017", COUNCIL), ("4 September 2017", AUDIT), 1),  # the whole council has one
        ("Brown", ("12 June 2017", PLANNING), ("4 September 2017", PLANNING), 1),
        ("Brown", ("12 June 2017", PLANNING), ("4 September 2017", AUDIT), 2),  # two committees may have two
        ("Brown", ("6 March 2017", COUNCIL), ("12 June 2017", COUNCIL), 2),
    ],
)
def test_a_surname_alone(surname: str, first: tuple[str, str], second: tuple[str, str], count: int) -> None:
    papers = listed(*first, surname), listed(*second, surname)
    assert who(surname.lower(), *papers) == count
    assert who(surname.lower(), *papers[::-1]) == count


def test_two_whom_a_list_tells_apart_take_no_surname_alone() -> None:
    both = listed("12 June 2017", COUNCIL, "C Atkin", "D Atkin")
    assert who("atkin", both, listed("4 September 2017", PLANNING, "Atkin")) == 3


@pytest.mark.parametrize(
    "named, count",
    [
        ("Atkin (Labour)", 2),  # of the two, the one of that party
        ("Atkin (Green)", 3),  # of neither party
        ("Atkin", 3),
    ],
)
def test_a_party_tells_which_of_two_a_surname_means(named: str, count: int) -> None:
    both = listed("12 June 2017", PLANNING, "C Atkin (Labour)", "D Atkin (Conservative)")
    assert who("atkin", both, listed("4 September 2017", PLANNING, named)) == count
    assert who("atkin", listed("4 September 2017", PLANNING, named), both) == count


def test_a_common_surname_of_another_party_is_another_councillors() -> None:
    papers = [listed(f"{day} June 2017", COUNCIL, name) for day, name in enumerate(("Brown (Labour)", "Brown (Conservative)"), 10)]
    assert who("brown", *papers) == 2


def test_a_surname_alone_in_a_paper_without_a_day_is_nobodys() -> None:
    told = listed("12 June 2017", PLANNING, "C Atkin")
    undated = reading(minutes("Councillor Atkin advised that she had been lobbied.", head="Ashford County Council\n\nPlanning notes\n\n"))
    assert who("atkin", told, undated) == 2
