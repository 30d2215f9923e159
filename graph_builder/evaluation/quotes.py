"""Rows that their own quotes do not bear out: tables go in, the share of such rows a view comes out, with the rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from graph_builder.evaluation.compare import person, words
from graph_builder.evaluation.scoring import read_table
from graph_builder.evaluation.tally import Row

NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "attendance": ("person",),
    "interests": ("person",),
    "memberships": ("person",),
    "posts": ("person",),
    "votes": ("person",),
    "decisions": ("proposed_by", "seconded_by"),
}
"""Columns with people, whose label is the fullest form of the name: the quote must have the surname."""
TEXTS: Final[Mapping[str, tuple[str, ...]]] = {
    "interests": ("organisation", "matter", "role"),
    "posts": ("post",),
    "decisions": ("text",),
    "recommendations": ("text",),
    "actions": ("text",),
    "measures": ("value",),
}
"""Columns with words of the paper: the quote must have nearly all of them."""
LEAST: Final = 0.8


@dataclass(frozen=True, slots=True)
class Support:
    """One view: how many rows were looked at, and those whose quote lacks the words of a column, with that column's name."""

    view: str
    rows: int
    unsupported: tuple[tuple[str, Row], ...]

    @property
    def share(self) -> float:
        """The share of rows that their quote does not bear out; 0 where there are none."""
        return len({id(row) for _, row in self.unsupported}) / self.rows if self.rows else 0.0


def support(tables: Path) -> tuple[Support, ...]:
    """What was found in each view that has quotes; only stated rows are looked at, because what is derived stands in no quote."""
    return tuple(_view(view, read_table(tables / f"{view}.csv")) for view in sorted({*NAMES, *TEXTS}))


def _view(view: str, rows: list[dict[str, str]]) -> Support:
    stated = [row for row in rows if row.get("basis", "stated") == "stated"]
    return Support(view, len(stated), tuple((column, row) for row in stated for column in _unsupported(view, row)))


def _unsupported(view: str, row: Row) -> Iterator[str]:
    quote = set(words(row.get("quote", "")))
    for column in NAMES.get(view, ()):
        surname = set(words(person(row.get(column, ""))[0]))
        if surname and not surname <= quote:
            yield column
    for column in TEXTS.get(view, ()):
        wanted = set(words(row.get(column, "")))
        if wanted and len(wanted & quote) / len(wanted) < LEAST:
            yield column
