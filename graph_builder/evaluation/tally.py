"""Counts of what was found: gold facts and rows go in, hits, what was missed and what was invented come out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

Row: TypeAlias = Mapping[str, str]
Fact: TypeAlias = Any
"""One entry of a gold file, in the form that its key has."""


class Found(NamedTuple):
    """Something left over, with the paper that it is of."""

    document: str
    what: Any


class Matching(NamedTuple):
    """Gold facts and found ones matched one to one, and what is left on either side."""

    pairs: list[tuple[Any, Any]]
    missed: list[Any]
    rest: list[Any]


@dataclass(frozen=True, slots=True)
class Tally:
    """The count of one view. `closed` says that gold lists everything, so that a row that is left over is an invention.

    `right` are the rows that a gold fact was found in.
    """

    view: str
    hit: int = 0
    missed: tuple[Found, ...] = ()
    invented: tuple[Found, ...] = ()
    closed: bool = True
    right: tuple[Any, ...] = field(default=(), repr=False)

    def __add__(self, other: Tally) -> Tally:
        """Both counts together."""
        missed, invented = self.missed + other.missed, self.invented + other.invented
        return Tally(self.view, self.hit + other.hit, missed, invented, other.closed, self.right + other.right)

    def __bool__(self) -> bool:
        """Whether anything was counted."""
        return bool(self.hit or self.missed or self.invented)

    @property
    def gold(self) -> int:
        """How many facts gold has."""
        return self.hit + len(self.missed)

    @property
    def recall(self) -> float:
        """The share of gold that was found; 1 where there is none."""
        return self.hit / self.gold if self.gold else 1.0

    @property
    def precision(self) -> float:
        """The share of what was found that gold has; not a number where gold does not list everything."""
        if not self.closed:
            return float("nan")
        found = self.hit + len(self.invented)
        return self.hit / found if found else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; recall alone where gold does not list everything."""
        if not self.closed:
            return self.recall
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def match(gold: Iterable[Any], found: Iterable[Any], same: Callable[[Any, Any], object]) -> Matching:
    """Each gold fact with the first row that is left and says the same."""
    rest, pairs, missed = list(found), [], []
    for fact in gold:
        place = next((number for number, row in enumerate(rest) if same(fact, row)), None)
        if place is None:
            missed.append(fact)
        else:
            pairs.append((fact, rest.pop(place)))
    return Matching(pairs, missed, rest)


def tally(view: str, document: str, matching: Matching, *, closed: bool = True) -> Tally:
    """The count of a matching."""
    missed = tuple(Found(document, fact) for fact in matching.missed)
    invented = tuple(Found(document, row) for row in matching.rest) if closed else ()
    return Tally(view, len(matching.pairs), missed, invented, closed, tuple(row for _, row in matching.pairs))
