"""Rows go in, text in one of five formats comes out."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Final

Row = Sequence[str | None]


def text(columns: Sequence[str], rows: Sequence[Row], *, form: str) -> str:
    """The table in a format of `FORMATS`, ending in a newline."""
    return FORMATS[form](columns, rows)


def _csv(columns: Sequence[str], rows: Sequence[Row]) -> str:
    return _separated(columns, rows, ",", "\r\n")


def _tsv(columns: Sequence[str], rows: Sequence[Row]) -> str:
    return _separated(columns, rows, "\t", "\n")


def _separated(columns: Sequence[str], rows: Sequence[Row], separator: str, end: str) -> str:
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, delimiter=separator, lineterminator=end)
    writer.writerow(columns)
    writer.writerows([cell or "" for cell in row] for row in rows)
    return lines.getvalue()


def _json(columns: Sequence[str], rows: Sequence[Row]) -> str:
    return json.dumps([dict(zip(columns, row, strict=True)) for row in rows], ensure_ascii=False, indent=1) + "\n"


def _markdown(columns: Sequence[str], rows: Sequence[Row]) -> str:
    body = [[" ".join((cell or "").split()).replace("|", "\\|") for cell in row] for row in rows]
    lines = [list(columns), ["---"] * len(columns), *body]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _table(columns: Sequence[str], rows: Sequence[Row]) -> str:
    """For the eye: columns in which no row has anything, ids and claims are left out; long cells are cut at the terminal's width."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    shown = [at for at, column in enumerate(columns) if _for_the_eye(column) and any(row[at] for row in rows)] or list(range(len(columns)))
    table = Table(*(columns[at] for at in shown), box=None, pad_edge=False)
    for row in rows:
        table.add_row(*(Text(row[at] or "") for at in shown))
    console = Console(file=io.StringIO(), record=True, width=None)
    console.print(table)
    return console.export_text() + f"{len(rows)} rows\n"


def _for_the_eye(column: str) -> bool:
    return not column.endswith("_id") and column not in {"claim", "basis", "confidence", "page", "url", "council"}


FORMATS: Final[Mapping[str, Callable[[Sequence[str], Sequence[Row]], str]]] = {
    "table": _table,
    "csv": _csv,
    "tsv": _tsv,
    "json": _json,
    "md": _markdown,
}
