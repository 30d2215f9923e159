"""The sides of a division as values: who is listed under each head, the number printed there, and whether all are certainly of that side."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph_builder.model import Span
from graph_builder.relations.decisions.voters import Voters

_MOST = 0.75
"""The share of the number printed that a list has at least of which a few names are missing."""


@dataclass(slots=True)
class Side:
    """Those listed under one head, with the number printed there; `sure` turns false where somebody may be listed who is of another side."""

    how: str
    on: str
    count: int | None
    head: Span
    lists: list[Voters] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    """The number of the paragraph of each list."""
    sure: bool = True
    broken: bool = False
    """Whether words stand among the names that are nobody's."""
    told: bool = False
    """Whether something stood under the head, be it no more than "none"."""

    @property
    def size(self) -> int:
        """How many are listed."""
        return sum(len(found.entries) for found in self.lists)

    @property
    def printed(self) -> int | None:
        """The number printed at the head or behind the lists."""
        behind = [found.number for found in self.lists if found.number is not None]
        return self.count if self.count is not None else sum(behind) if behind and len(behind) == len(self.lists) else behind[-1] if behind else None

    @property
    def is_sure(self) -> bool:
        """Whether all who are listed are of this side: as many as printed, or somewhat fewer (far fewer may be another's list) and nothing is in doubt."""
        if self.broken or not self.lists or self.printed is None:
            return self.sure and not self.broken
        return self.size == self.printed or (self.sure and min(_MOST * self.printed, self.printed - 1) <= self.size < self.printed)


@dataclass(slots=True)
class Division:
    """One vote of a meeting by name: its sides, on what it was where words before it tell, and whether all of it was understood."""

    about: str = ""
    sides: list[Side] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    sure: bool = True
    orphan: tuple[Voters, int] | None = None
    """The one name that stands right before the first head, and its paragraph: perhaps each name stands before its vote."""

    @property
    def is_sure(self) -> bool:
        """Whether it is certain of everybody listed on which side they are."""
        if self.orphan is not None and all(side.size <= 1 for side in self.sides):
            return False  # "Bell / For / Dunn / Against / Hall": whether the vote stands before or behind the name nobody can tell
        return self.sure and all(side.is_sure for side in self.sides if side.lists)




def paired(division: Division) -> None:
    """Give each name the vote behind it, where one name stands before each head and nothing behind the last: "Bell / For / Dunn / Against"."""
    *sides, last = division.sides
    if division.orphan is None or last.lists or any(len(side.lists) != 1 or side.size != 1 for side in sides):
        return
    names = [division.orphan, *((side.lists[0], side.numbers[0]) for side in sides)]
    for side, (voter, number) in zip(division.sides, names, strict=True):
        side.lists, side.numbers = [voter], [number]
    division.orphan = None
