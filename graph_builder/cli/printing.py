"""Rows go in, text in one of five formats comes out."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from graph_builder.errors import CannotCreate

Row = Sequence[str | None]
_GAP: Final = "  "
_LONG: Final = (40, 30, 20, 14)
"""How many characters of a cell are shown: the first number with which all columns fit into the window, else the last."""


def text(columns: Sequence[str], rows: Sequence[Row], *, form: str) -> str:
    """The table in a format of `FORMATS`, ending in a newline."""
    return FORMATS[form](columns, rows)


def write(words: str, output: Path | None = None) -> None:
    """Data to a file, or to stdout, as they are: no newline is changed on any system.

    Raises CannotCreate where the file cannot be written.
    """
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(words.encode())
        sys.stdout.buffer.flush()
        return
    try:
        output.write_bytes(words.encode())
    except OSError as error:
        raise CannotCreate(f"cannot write here: {error.strerror}", file=output) from error


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
    """For the eye: as many columns as the terminal is wide, without ids and without columns in which no row has anything; long cells are cut."""
    total = shutil.get_terminal_size((120, 24)).columns
    wanted = [at for at, column in enumerate(columns) if _for_the_eye(column) and any(row[at] for row in rows)] or list(range(len(columns)))
    cells = [[" ".join((row[at] or "").split()) for at in wanted] for row in [columns, *rows]]
    natural = [max(map(len, column)) for column in zip(*cells, strict=True)]
    widths = next((found for found in (_widths(natural, total, longest) for longest in _LONG) if _fit(found, total)), _widths(natural, total, _LONG[-1]))
    fitting = max(1, sum(_fit(widths[: last + 1], total) for last in range(len(widths))))
    lines = [_GAP.join(_cut(cell, width) for cell, width in zip(line[:fitting], widths, strict=False)).rstrip() for line in cells]
    hidden = [columns[at] for at in wanted[fitting:]]
    note = f"; too wide for this window: {', '.join(hidden)} (--format csv has everything)" if hidden else ""
    return "\n".join([*lines, "", f"{len(rows)} rows{note}"]) + "\n"


def _fit(widths: Sequence[int], total: int) -> bool:
    return sum(widths) + len(_GAP) * (len(widths) - 1) <= total


def _widths(natural: Sequence[int], total: int, longest: int) -> list[int]:
    """How wide each column is shown: long ones are cut, unless the window has room left for them."""
    widths = [min(width, longest) for width in natural]
    spare = total - sum(widths) - len(_GAP) * (len(widths) - 1)
    for at, width in enumerate(natural):
        more = max(0, min(width - widths[at], spare))
        widths[at], spare = widths[at] + more, spare - more
    return widths


def _cut(cell: str, width: int) -> str:
    return cell.ljust(width) if len(cell) <= width else cell[: width - 1] + "…"


def _for_the_eye(column: str) -> bool:
    return not column.endswith("_id") and column not in {"claim", "basis", "confidence", "page", "url", "council"}


FORMATS: Final[Mapping[str, Callable[[Sequence[str], Sequence[Row]], str]]] = {
    "table": _table,
    "csv": _csv,
    "tsv": _tsv,
    "json": _json,
    "md": _markdown,
}
