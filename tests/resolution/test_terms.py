"""Terms of office: the election with which the term ended in which a membership is attested, where the list of elections has it."""

from __future__ import annotations

from datetime import date

import pytest

from graph_builder import vocabulary as v
from graph_builder.model import Basis
from graph_builder.resolution import resolve
from graph_builder.resolution.terms import election_between, term
from tests.resolution.papers import HEAD, minutes, reading


def ends(head: str) -> dict[str, str]:
    """By person, until when the term lasts in which they are members."""
    said = resolve([reading(minutes("The report was noted.", head=head))])
    whose = {s.subject: s.object for s in said if s.predicate == v.MEMBER}
    return {str(whose[s.subject]).rsplit("/", 1)[-1]: s.object.value for s in said if s.predicate == v.TERM_UNTIL and not isinstance(s.object, str)}


def test_a_member_of_a_county_council_sits_until_the_next_election() -> None:
    assert set(ends(HEAD).values()) == {"2021-05-06"}
    assert set(ends(HEAD.replace("13 March 2019", "7 May 2021").replace("Wednesday ", "")).values()) == {"2025-05-01"}


def test_whoever_is_no_member_has_no_term() -> None:
    assert not any(name.startswith("price") for name in ends(HEAD.rstrip() + "\n\nOfficers: Ms R Price (Head of Housing)\n\n"))


def test_a_council_whose_elections_are_not_listed_tells_no_term() -> None:
    assert ends(HEAD.replace("Ashford County Council", "Ashford Borough Council")) == {}
    assert ends(HEAD.replace("13 March 2019", "7 May 2025").replace("Wednesday ", "")) == {}, "the next one is not known"


def test_what_is_derived_has_the_words_of_the_membership() -> None:
    said = resolve([reading(minutes("The report was noted."))])
    found = [s for s in said if s.predicate == v.TERM_UNTIL]
    assert {s.basis for s in found} == {Basis.DERIVED}
    attested = {s.subject: s.evidence for s in said if s.predicate == v.ATTESTED_ON}
    assert all(s.evidence == attested[s.subject] for s in found)


@pytest.mark.parametrize(
    "first, last, between",
    [((2017, 5, 3), (2017, 5, 4), date(2017, 5, 4)), ((2017, 5, 4), (2021, 5, 5), None), ((2013, 1, 1), (2022, 1, 1), date(2013, 5, 2))],
)
def test_the_election_between_two_days(first: tuple[int, int, int], last: tuple[int, int, int], between: date | None) -> None:
    assert election_between("Ashford County Council", date(*first), date(*last)) == between
    assert (term("Ashford County Council", date(*first)) == term("Ashford County Council", date(*last))) == (between is None)
