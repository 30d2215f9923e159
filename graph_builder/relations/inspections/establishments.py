"""The names of schools, homes, practices and the like in a text, each with the inspectorates that inspect such."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from graph_builder import lexicon


class Name(NamedTuple):
    """The name of an establishment with its place in a text, and the inspectorates that inspect such."""

    text: str
    start: int
    end: int
    by: tuple[str, ...]


# What stands before a name and is no part of it.
_NOT_FIRST: Final = (
    r"the an? at in for of on and to by from with that this both all(?!\s+Saints) any each new recent latest following two three four other local our "
    r"council's authority's "
    r"their its ofsted estyn cqc hmie? reports? inspections? outcome governors? parents? pupils children head councillor cllr mr mrs ms dr closure "
    r"expansion relocation proposed proposals? future amalgamation federation consultation update review"
)
_WORD: Final = rf"(?!(?i:{'|'.join(_NOT_FIRST.split(' '))})\b)(?:St\.?|[A-Z][\w'&-]*)"
_MORE: Final = r"(?:[A-Z][\w'&.-]*|\([A-Z][A-Za-z ]{1,14}\)|of|the|and|on|in|upon|with|le|de|y)"
# Behind a name: what makes it a part of another.
_END: Final = (
    r"(?![\w-])(?!\s+(?:Trust|Improvement|Places?|Organisation|Forum|Governors?|Meals|Transport|Admissions?|Council|Federation|Group|Road|Lane|Street|Close|Hub"
    r"|Alliance|Board|Performance|Partnership|Network|Games|Sports|Attendance|Readiness|Effectiveness|Care|Nursing|Residential|Rest\s+Home)\b)"
)
_LINKED: Final = re.compile(r"\b(?:of|and|the|on|in|upon|with|y|de)\s+$")
_GENERAL: Final = frozenset(
    "primary secondary high infant infants junior juniors nursery special middle first grammar community comprehensive virtual maintained local "
    "authority catholic church of england voluntary aided free studio all-through the and school academy college centre pre-school care nursing residential "
    "children's home medical practice general hospital house court lodge unit free c ce rc".split()
)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    return tuple(
        (re.compile(rf"(?<![\w'-])(?:{entry.get('first', '(?!)')}|{_WORD}(?:\s+{_MORE}){{0,6}}?\s+(?P<head>{entry['match']})){_END}"), tuple(entry["by"]))
        for entry in lexicon.load("inspections")["establishments"]
    )


def names(text: str) -> list[Name]:
    """The establishments that a text names, in order; none by a general word: "the Primary School"."""
    found: list[Name] = []
    for pattern, by in _patterns():
        for match in pattern.finditer(text):
            words = set(re.findall(r"[\w'-]+", match.group().casefold()))
            linked = match["head"] and _LINKED.search(text[match.start() : match.start("head")])
            if not words <= _GENERAL and not linked and not any(match.start() < one.end and one.start < match.end() for one in found):
                found.append(Name(" ".join(match.group().split()), *match.span(), by))
    return sorted(found, key=lambda one: one.start)
