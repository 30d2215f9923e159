"""Views in, CSV files out: UTF-8 with a header, RFC 4180, sorted, the same bytes for the same graph."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from graph_builder.masks import Masks, page_of, published_quote
from graph_builder.model import Document, Reading, Span
from graph_builder.store.dataset import Dataset
from graph_builder.store.views import query, views

COVERAGE = ("document", "blocks", "read", "ignored", "not_understood")
UNREAD = ("document", "page", "start", "end", "text")


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
