"""Tables in, one Excel workbook out: a sheet for each, every cell a text, so that nothing becomes a date and no formula runs."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from graph_builder.exports.content import Content

NAME: Final = "tables.xlsx"
Table: TypeAlias = tuple[Sequence[str], Iterable[Sequence[str]]]
_LONGEST: Final = 32_767
"""How many characters a cell holds (Excel's specification); what is longer is cut, and says so."""
_MOST_ROWS: Final = 1_048_576
_CUT: Final = " … (cut: the CSV file has the whole text)"
_WIDTHS: Final = {"quote": 60, "text": 60, "title": 40, "document": 28, "claim": 30}
_MADE: Final = datetime(1980, 1, 1, tzinfo=UTC)
"""A workbook has to name a time; this one says nothing, so that the same tables give the same bytes."""


def workbook(tables: Mapping[str, Table], path: Path) -> Path:
    """A workbook with a sheet for each table, in the order of their names, written to `path`; columns and header stay in sight."""
    import xlsxwriter

    options = {"strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(str(path), options) as book:
        book.set_properties({"created": _MADE.replace(tzinfo=None), "comments": "Every cell is a text. Read by a machine: check the quote."})
        bold, plain = book.add_format({"bold": True, "num_format": "@"}), book.add_format({"num_format": "@"})
        for name, (header, rows) in sorted(tables.items()):
            sheet = book.add_worksheet(name[:31])
            sheet.freeze_panes(1, 1)
            for at, column in enumerate(header):
                sheet.set_column(at, at, _WIDTHS.get(column, 16), plain)
                sheet.write_string(0, at, column, bold)
            for number, row in enumerate(rows, 1):
                if number >= _MOST_ROWS:
                    break
                for at, cell in enumerate(row):
                    if cell:
                        sheet.write_string(number, at, _cut(cell), plain)
    return path


def _cut(cell: str) -> str:
    """A cell's text without the characters that XML 1.0 cannot hold, and not longer than a cell can be."""
    held = "".join(letter for letter in cell if letter in "\t\n\r" or (letter >= " " and letter not in "\ufffe\uffff"))
    return held if len(held) <= _LONGEST else held[: _LONGEST - len(_CUT)] + _CUT


def of_tables(folder: Path, path: Path) -> Path:
    """The workbook of a folder of CSV tables."""
    return workbook({table.stem: _read(table) for table in sorted(folder.glob("*.csv"))}, path)


def _read(table: Path) -> Table:
    with table.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    return header, rows


def write(content: Content, folder: Path) -> list[Path]:
    """The published tables as `tables.xlsx`."""
    return [workbook(content.tables, folder / NAME)]
