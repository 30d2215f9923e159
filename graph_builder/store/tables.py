"""Views in, CSV files out: UTF-8 with a header, RFC 4180, sorted, the same bytes for the same graph."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from graph_builder.errors import UsageError
from graph_builder.masks import Masks, page_of, published_quote
from graph_builder.model import Document, Reading, Span
from graph_builder.store.dataset import Dataset, Rows
from graph_builder.store.views import query, views

COVERAGE: Final = ("document", "blocks", "read", "ignored", "not_understood")
UNREAD: Final = ("document", "page", "start", "end", "text")
READINGS: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "coverage": ("What was read of each paper: its blocks, and how many were read, ignored by name, or not understood.", COVERAGE),
    "unread": ("Each line that was neither read nor ignored by name.", UNREAD),
}
"""The tables that a build writes of its reading, which are in no store: what each tells, and its columns."""


def tables(dataset: Dataset, folder: Path) -> tuple[Path, ...]:
    """The files `NAME.csv` written into a folder that exists, one for each view without a required parameter."""
    return tuple(
        write_csv(folder / f"{view.name}.csv", view.columns, query(dataset, view.name).rows) for view in views() if not view.required
    )


def coverage_tables(readings: Iterable[Reading], folder: Path, *, masks: Masks) -> tuple[Path, ...]:
    """The files `coverage.csv` and `unread.csv` written into a folder that exists: what became of each paper's lines, and those not understood."""
    ordered = sorted(readings, key=lambda reading: (reading.document.name, reading.document.id))
    coverage = ([r.document.name, *map(str, (c.blocks, c.read, c.ignored, len(c.unread)))] for r in ordered for c in [r.coverage])
    unread = (_unread(reading.document, span, masks) for reading in ordered for span in reading.coverage.unread)
    return write_csv(folder / "coverage.csv", COVERAGE, coverage), write_csv(folder / "unread.csv", UNREAD, unread)


def reading_table(dataset: Dataset, name: str) -> Rows:
    """The rows of one of `READINGS`, as the build wrote them beside the store.

    Raises UsageError where the dataset is behind an endpoint or a part of another, which have no such table.
    """
    path = dataset.folder / "tables" / f"{name}.csv" if dataset.folder else None
    if path is None or not path.is_file():
        raise UsageError(f"the view {name} is known where papers were read: ask the folder that graph-builder build published, with -g DIR")
    with path.open(encoding="utf-8", newline="") as handle:
        columns, *rows = csv.reader(handle)
    return Rows(tuple(columns), tuple(tuple(cell or None for cell in row) for row in rows))


def _unread(document: Document, span: Span, masks: Masks) -> Sequence[str]:
    page = page_of(document, span)
    return [document.name, str(page or ""), str(span.start), str(span.end), published_quote(document, span, masks)]


def write_csv(path: Path, columns: Sequence[str], rows: Iterable[Sequence[str | None]]) -> Path:
    """The file of one table: UTF-8 with a header, RFC 4180, an empty cell where nothing is stated."""
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\r\n")
        writer.writerow(columns)
        writer.writerows([cell or "" for cell in row] for row in rows)
    return path
