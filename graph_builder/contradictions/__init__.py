"""A dataset in, the places out where two papers, or one paper with itself, tell a thing differently: both sides, each with its quote."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from graph_builder.contradictions.counts import against_outcome, miscounted, own_seconder, too_many_votes, unlisted, voted_twice
from graph_builder.contradictions.days import confirmed_early, ended_early, other_days, planned_early, published_early, wrong_weekdays
from graph_builder.contradictions.printed import against_print
from graph_builder.contradictions.side import COLUMNS, Contradiction
from graph_builder.contradictions.values import present_and_away, two_values
from graph_builder.store import Dataset, Rows

__all__ = ["COLUMNS", "DESCRIPTION", "Contradiction", "find", "rows"]

DESCRIPTION: Final = "Where two papers, or one with itself, tell a thing differently: a count and its names, a weekday and its date, two values of one fact."
_FINDERS: Final[tuple[Callable[[Dataset], Iterator[Contradiction]], ...]] = (
    present_and_away,
    two_values,
    miscounted,
    voted_twice,
    too_many_votes,
    against_outcome,
    own_seconder,
    unlisted,
    against_print,
    wrong_weekdays,
    confirmed_early,
    planned_early,
    other_days,
    published_early,
    ended_early,
)


def find(dataset: Dataset) -> tuple[Contradiction, ...]:
    """All contradictions, sorted by kind, what they are about, and their sides; nothing is mended, both sides stay in the graph."""
    return tuple(sorted({found for finder in _FINDERS for found in finder(dataset)}))


def rows(dataset: Dataset) -> Rows:
    """The contradictions as rows of the view `contradictions`."""
    return Rows(COLUMNS, tuple(tuple(cell or None for cell in found.cells()) for found in find(dataset)))
