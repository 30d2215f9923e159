"""A council's name goes in, the principal council of the United Kingdom that bears it comes out, with the code of its area."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final, NamedTuple

from graph_builder import lexicon
from graph_builder.language.names import fold

_FRONT = re.compile(
    r"^(?:the\s+)?(?:(?P<kind>(?:city\s+and\s+county|london\s+borough|royal\s+borough|borough\s+council|borough|city|county|council))\s+of\s+(?:the\s+)?)?"
)
_END = re.compile(
    r"\s+(?P<kind>(?:city\s+and\s+district|metropolitan\s+(?:borough|district)|county\s+borough|london\s+borough|borough|district|city|county)\s+)?council$"
)
_PARISH = re.compile(r"\b(?:parish|town|community)\s+council$")
_PLAIN: Final = ""


class Council(NamedTuple):
    """A principal council or combined authority: the nine-character code (GSS) of its area, its name, kind and nation, and the day on which it ended."""

    gss: str
    name: str
    kind: str
    nation: str
    until: str


def known(name: str) -> Council | None:
    """The council of the list that bears a name, in whatever form papers print it; None where none does, or several could.

    "Barnsley Council" and "Barnsley Metropolitan Borough Council" are one; a "City" or "County" that the list
    does not have is another body: Chichester City Council is a parish within Chichester District. Parishes are not in the list.
    """
    words = _words(name)
    if words in _by_name():
        return _by_name()[words]
    place, kind = _parts(words)
    if _PARISH.search(words) or not place or words == place:
        return None
    found = [council for council, kinds in _by_place().get(place, ()) if kind == _PLAIN or kind in kinds]
    lasting = [council for council in found if not council.until] or found
    return lasting[0] if len(lasting) == 1 else None


def is_parish(name: str) -> bool:
    """Whether a name is that of a parish, town or community council, of which many bear one name."""
    return bool(_PARISH.search(_words(name)))


def _words(name: str) -> str:
    return " ".join(fold(name).replace("&", " and ").replace("-", " ").replace("'", "").replace("’", "").split())


def _parts(words: str) -> tuple[str, str]:
    """The place that a council's name has, and of which kind it calls itself: a city, a county, a district or borough, or nothing."""
    front, end = _FRONT.match(words), _END.search(words)
    said = f"{front['kind'] if front and front['kind'] else ''} {end['kind'] if end and end['kind'] else ''}"
    place = words[front.end() if front else 0 : end.start() if end else len(words)]
    if re.search(r"\b(?:borough|district)\b", said):
        return place, "district"
    return place, next((kind for kind in ("city", "county") if kind in said), _PLAIN)


@cache
def _all() -> tuple[tuple[Council, tuple[str, ...]], ...]:
    """Each council of the list with all its names."""
    return tuple(
        (Council(row["gss"], row["name"], row["kind"], row["nation"], row["until"]), tuple(filter(None, (row["name"], row["also"]))))
        for row in lexicon.table("councils")
    )


@cache
def _by_name() -> Mapping[str, Council]:
    return {_words(name): council for council, names in reversed(_all()) for name in names}


@cache
def _by_place() -> Mapping[str, tuple[tuple[Council, frozenset[str]], ...]]:
    """By place, the councils that serve it, each with the kinds of council that it may call itself."""
    found: dict[str, list[tuple[Council, frozenset[str]]]] = defaultdict(list)
    for council, names in _all():
        parts = [_parts(_words(name)) for name in names]
        for place in dict.fromkeys(place for place, _ in parts):
            found[place].append((council, _kinds(kind for _, kind in parts)))
    return {place: tuple(councils) for place, councils in found.items()}


def _kinds(own: Iterable[str]) -> frozenset[str]:
    """A council that is a city may have been a borough before; one that is a county is nothing else."""
    kinds = frozenset(own)
    return kinds if kinds == {"county"} else kinds | {"district"}
