"""A block of decisions under one head, and its parts with the points that their words lead to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from graph_builder.language.passages import Passage, join
from graph_builder.model import Span

_WHOLE: Final = 80
"""The words of a part with its points, at most; a longer list ends in "…"."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a block: its words, and the words that lead to it ("That Cabinet:")."""

    label: str
    main: Passage
    lead: Passage | None = None
    points: tuple[Passage, ...] = ()
    """The points that its words lead to: "including:", "for the following reasons:"."""
    goes_on: bool = False
    """Whether more points follow than are kept."""

    @property
    def is_open(self) -> bool:
        """Whether its words lead to points that follow."""
        return self.main.text.rstrip().endswith((":", "–", "-"))

    @property
    def whole(self) -> Passage:
        """Its words with the points under them."""
        return join((self.main, *self.points))


@dataclass(slots=True)
class Block:
    """A block under one head, and how many paragraphs it takes; `to` is whom it recommends something to, as printed."""

    verb: str
    head: Span
    to: str = ""
    parts: list[Part] = field(default_factory=list)
    taken: int = 1

    def add(self, point: Passage) -> None:
        """Put a point under the last part, unless that makes it a whole document of its own."""
        last = self.parts[-1]
        most = _WHOLE if last.points else 2 * _WHOLE  # words that lead to a list say nothing without its first point
        fits = not last.goes_on and len(f"{last.whole.text} {point.text}".split()) <= most
        self.parts[-1] = replace(last, points=(*last.points, point)) if fits else replace(last, goes_on=True)
