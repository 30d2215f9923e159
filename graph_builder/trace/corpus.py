"""A dataset in, the rows of its named views out, each view asked once, with what papers and meetings there are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from graph_builder import store

Row: TypeAlias = Mapping[str, str]

VIEWS: Final = (
    "actions",
    "agenda",
    "attendance",
    "bodies",
    "decisions",
    "inspections",
    "interests",
    "measures",
    "meetings",
    "memberships",
    "people",
    "plans",
    "posts",
    "recommendations",
    "references",
    "subjects",
    "topics",
    "votes",
)


@dataclass(frozen=True, slots=True)
class Corpus:
    """The rows of each view by its name, the meeting of each paper by the paper's file name, and the papers of each council."""

    views: Mapping[str, tuple[Row, ...]]
    papers: Mapping[str, Row]
    councils: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def rows(self, view: str) -> tuple[Row, ...]:
        """The rows of a view, sorted as the view sorts them."""
        return self.views.get(view, ())


def load(dataset: store.Dataset) -> Corpus:
    """Everything that threads are made of."""
    views = {name: tuple(store.query(dataset, name).dicts()) for name in VIEWS}
    return gather(views)


def gather(views: Mapping[str, tuple[Row, ...]]) -> Corpus:
    """A corpus of rows that are there already: of several meetings of one paper the first in time stands for it."""
    papers: dict[str, Row] = {}
    for row in sorted(views.get("meetings", ()), key=lambda row: (row.get("date") or "9", row.get("body", ""))):
        papers.setdefault(row.get("document", ""), row)
    return Corpus(views, papers, _councils(row for rows in views.values() for row in rows))


def _councils(rows: Iterable[Row]) -> dict[str, frozenset[str]]:
    """The papers of each council: those of rows that tell of one paper and one council."""
    found: dict[str, set[str]] = {}
    for row in rows:
        papers, councils = values(row.get("document") or row.get("documents", "")), values(row.get("council") or row.get("councils", ""))
        if len(papers) == len(councils) == 1:
            found.setdefault(councils[0], set()).add(papers[0])
    return {council: frozenset(papers) for council, papers in sorted(found.items())}


def values(cell: str) -> tuple[str, ...]:
    """The several values of one cell."""
    return tuple(value for value in cell.split(" | ") if value)


def by_paper(documents: str, quote: str) -> list[tuple[str, str]]:
    """Each paper of a cell with its own quote, where the cell has one for each; else the whole quote with all of them."""
    papers, quotes = values(documents), values(quote)
    return list(zip(papers, quotes, strict=True)) if len(papers) == len(quotes) else [(documents, quote)]
