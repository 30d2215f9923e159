"""What a paper tells of one inspection: the sentences that tell it, with the best of them for its kind, its time, its publication and its target."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from graph_builder.language.dates import Found
from graph_builder.language.passages import Passage
from graph_builder.model import Span
from graph_builder.relations.inspections.inspection_judgements import Judgement
from graph_builder.relations.inspections.inspection_targets import Target
from graph_builder.relations.inspections.inspection_words import Words
from graph_builder.relations.inspections.tellings import Telling, is_report

_GENERAL: Final = ("report", "visit", "grading", "inspection")


@dataclass(frozen=True, slots=True)
class Told:
    """A telling with its sentence and whom its inspection was of; `about` is what it looked at,
    `framework` under which it was made.

    `who_in` is the sentence before that names the inspectors of "a monitoring visit in May", where this one names none.
    `named_in` is the sentence before that names the inspectors, where this one says no more than "the most recent was in October".
    """

    telling: Telling
    sentence: Passage
    target: Target
    about: Words | None = None
    framework: Words | None = None
    named_in: Passage | None = None
    who_in: Passage | None = None

    def span(self, start: int, end: int) -> Span:
        """The document's span of some words of the sentence."""
        return self.sentence.span(start, end)

    def naming(self, start: int, end: int) -> Span:
        """The document's span of some words of the sentence that names the inspectors."""
        return (self.named_in or self.sentence).span(start, end)


@dataclass(slots=True)
class Inspection:
    """One inspection: all that is told of it."""

    told: list[Told] = field(default_factory=list)
    graded: list[tuple[Passage, Judgement]] = field(default_factory=list)

    def take(self, told: Told) -> None:
        """Add a telling, with its judgements."""
        self.told.append(told)
        self.graded.extend((told.sentence, judgement) for judgement in told.telling.judgements)

    @property
    def family(self) -> str:
        """The most telling of its families."""
        return max((t.telling.kind.family for t in self.told), key=lambda f: (f not in _GENERAL, _GENERAL.index(f) if f in _GENERAL else 0))

    @property
    def kind(self) -> Told:
        """The telling that names it best."""
        return next(t for t in self.told if t.telling.kind.family == self.family)

    @property
    def inspectors(self) -> set[str]:
        """The names of all inspectors."""
        return {one.text for t in self.told for one in t.telling.inspectors}

    @property
    def when(self) -> Told | None:
        """The telling with the most exact date; one that does not give the year comes last among equals."""
        dated = [t for t in self.told if t.telling.when and (t.telling.when.exact or not (is_report(t.telling) and len(self.told) == 1))]
        return min(dated, key=lambda t: _breadth(t.telling.when), default=None)

    @property
    def published(self) -> Told | None:
        """The telling that says when it was published."""
        told = [t for t in self.told if t.telling.published or t.telling.today]
        return min(told, key=lambda t: (not t.telling.published, *_exactness(t.telling.published)), default=None)

    @property
    def target(self) -> Told | None:
        """The telling that says whom it was of, in words where one does."""
        named = [t for t in self.told if t.target.words] or [t for t in self.told if t.target.how == "own"]
        return named[0] if named else None


def _exactness(when: Found | None) -> tuple[bool, bool]:
    return not (when and when.exact), not (when and when.has_year)


def _breadth(when: Found | None) -> tuple[int, bool]:
    assert when is not None
    return (when.latest - when.earliest).days, not when.has_year
