"""A council and a day go in; out comes the term of office, by the days of council elections in `data/lexicon/elections.yml`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Final

from graph_builder import lexicon
from graph_builder import vocabulary as v
from graph_builder.model import Basis, Literal, Reading, Statement

_MEMBER: Final = "capacity:member"


def council_name(reading: Reading) -> str:
    """The name of the council of a paper as it is printed; empty where nobody names it."""
    local = next((s.object for s in reading.statements if s.predicate == v.OF_COUNCIL), None)
    names = [s.object.value for s in reading.statements if s.subject == local and s.predicate == v.ALT_LABEL and isinstance(s.object, Literal)]
    return names[0] if names else ""


def terms_end(reading: Reading) -> Iterator[Statement]:
    """The day of the election with which the term ended in which a paper attests a councillor's membership, where the list of elections has it."""
    days = elections(council_name(reading))
    members = {s.subject for s in reading.statements if s.predicate == v.CAPACITY and s.object == _MEMBER and "/membership/" in s.subject}
    for s in reading.statements:
        if days and s.subject in members and s.predicate == v.ATTESTED_ON and isinstance(s.object, Literal):
            ends = next((day for day in days if day.isoformat() > s.object.value), None)
            if ends:
                yield Statement(s.subject, v.TERM_UNTIL, Literal(ends.isoformat(), "xsd:date"), s.evidence, "council-election", Basis.DERIVED)


@lru_cache(maxsize=10_000)
def elections(council: str) -> tuple[date, ...]:
    """The days on which all or most of a council was elected, in order; empty where the list does not know the council.

    A council that is named stands before one that is known by its kind ("County Council").
    """
    groups = lexicon.load("elections")
    name = council.casefold()
    named = next((group for group in groups if name in {str(one).casefold() for one in group.get("councils", ())}), None)
    kind = next((group for group in groups if any(name.endswith(f" {ending}") for ending in group.get("endings", ()))), None)
    found = named or kind
    return tuple(sorted(found["days"])) if found else ()


def term(council: str, day: date | None) -> int:
    """The number of the term in which a day lies; without a list of elections four years from the start of the count; -1 without a day."""
    if day is None:
        return -1
    days = elections(council)
    return bisect_right(days, day) if days else 1000 + day.year // 4


def election_between(council: str, first: date, last: date) -> date | None:
    """The first election after one day and up to another, or None."""
    return next((day for day in elections(council) if first < day <= last), None)
