"""Whether two names can be one person's: surname, initials, given names with their short forms, and what titles tell."""

from __future__ import annotations

from functools import cache

from graph_builder import lexicon
from graph_builder.language.names import Name, fold


@cache
def _short_forms() -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for group in lexicon.load("people")["short_forms"]:
        for name in group:
            groups.setdefault(fold(name), set()).update(fold(other) for other in group)
    return {name: frozenset(others) for name, others in groups.items()}


def same_given(left: str, right: str) -> bool:
    """Whether two given names written out can be one: the same, or a short form of it."""
    a, b = fold(left), fold(right)
    return a == b or b in _short_forms().get(a, frozenset())


def surname_key(name: Name) -> str:
    """What names are blocked by: the surname without case, accents, hyphens and apostrophes."""
    return fold(name.surname).replace("-", " ").replace("'", "").replace(" ", "")


def compatible(left: Name, right: Name) -> bool:
    """Whether nothing in two names speaks against their being one person's.

    Initials agree when the shorter ones begin the longer; two given names written out agree when they are the same or short forms.
    """
    if surname_key(left) != surname_key(right):
        return False
    if left.sex and right.sex and left.sex != right.sex:
        return False
    a, b = left.initials, right.initials
    if a and b and not (a.startswith(b) or b.startswith(a)) and not _first_agrees(left, right):
        return False
    if left.has_given and right.has_given:
        return _first_agrees(left, right)
    return True


def double_surname(left: Name, right: Name) -> bool:
    """Whether one name is the other without its first given name: "Fenwick Moore" for "Ruth Fenwick Moore"."""
    long, short = (left, right) if len(left.given.split()) > len(right.given.split()) else (right, left)
    if not short.title or not short.given or short.given.isupper() or surname_key(left) != surname_key(right):
        return False
    return long.given.split()[1:] == short.given.split()


def _first_agrees(left: Name, right: Name) -> bool:
    """Whether the first given names, written out, agree."""
    return left.has_given and right.has_given and same_given(left.given.split()[0], right.given.split()[0])


def fullness(name: Name) -> tuple[int, int, int, str]:
    """What tells the fullest form of a person's names: given names written out, then initials, then a title; ties by the text."""
    return (len(name.initials), int(name.has_given), int(bool(name.title)), name.printed)
