"""A list that a user keeps by hand, a CSV file with a header and comments, goes in; its checked rows come out, each with its line."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from graph_builder.errors import BadData


class Row(NamedTuple):
    """One row: the line on which it ends, counted from one, and its cells by column, without white space around them."""

    line: int
    cells: dict[str, str]


def read(path: Path, *, required: Sequence[str], optional: Sequence[str] = ()) -> list[Row]:
    """The rows of a list; none where there is no such file. Lines that begin with `#`, and empty ones, say nothing.

    Raises BadData, with file and line, where the header lacks a required column or has one that nobody knows, and where a row has more
    cells than the header or nothing in a required one.
    """
    if not path.is_file():
        return []
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(_rows(file, path, tuple(required), (*required, *optional)))
    except UnicodeDecodeError as error:
        raise BadData("is no text in UTF-8; save it as CSV in UTF-8", file=path) from error


def _rows(file: Iterator[str], path: Path, required: Sequence[str], known: Sequence[str]) -> Iterator[Row]:
    lines = _Counted(file)
    reader = csv.reader(lines)
    header: list[str] = []
    for cells in reader:
        if not any(cell.strip() for cell in cells):
            continue
        if not header:
            header = [cell.strip().casefold() for cell in cells]
            _check_header(header, path, lines.number, required=required, known=known)
            continue
        if len(cells) > len(header):
            raise BadData(f"has {len(cells)} cells where the header has {len(header)}; put a cell with a comma in quotes", file=path, line=lines.number)
        row = dict.fromkeys(known, "") | dict(zip(header, (cell.strip() for cell in cells), strict=False))
        empty = [name for name in required if not row[name]]
        if empty:
            raise BadData(f"nothing stands in the column `{empty[0]}`", file=path, line=lines.number)
        yield Row(lines.number, row)


def _check_header(header: Sequence[str], path: Path, line: int, *, required: Sequence[str], known: Sequence[str]) -> None:
    for name in required:
        if name not in header:
            raise BadData(f"needs a header with a column `{name}`; the columns are {', '.join(known)}", file=path, line=line)
    for name in header:
        if name not in known:
            raise BadData(f"has a column `{name}` that nobody knows; the columns are {', '.join(known)}", file=path, line=line)


class _Counted:
    """The lines of a file but those that are comments, and the number of the last one read."""

    def __init__(self, lines: Iterator[str]) -> None:
        self.lines, self.number = lines, 0

    def __iter__(self) -> Iterator[str]:
        for line in self.lines:
            self.number += 1
            if not line.startswith("#"):
                yield line
