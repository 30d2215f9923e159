"""The list of a user's corrections goes in, each checked with file and line comes out; and one more is written below the others."""

from __future__ import annotations

import csv
import io
from dataclasses import astuple
from datetime import date
from pathlib import Path
from typing import Final

from graph_builder import state
from graph_builder.errors import BadData
from graph_builder.model import Correction, CorrectionAction
from graph_builder.project.rows import Row, read

CORRECTIONS: Final = "corrections.csv"
COLUMNS: Final = ("claim", "action", "property", "value", "quote", "document", "by", "date", "why")
_REQUIRED: Final = ("claim", "action", "why")
_ACTIONS: Final = ", ".join(CorrectionAction)


def corrections(path: Path) -> tuple[Correction, ...]:
    """The corrections of a list, in its order; none where there is no such file.

    Raises BadData, with file and line, for an action that nobody knows, a value that is missing, a date that is none.
    """
    return tuple(_correction(row, path) for row in read(path, required=_REQUIRED, optional=[name for name in COLUMNS if name not in _REQUIRED]))


def append(path: Path, correction: Correction) -> None:
    """Write one more correction below those that the list has; the list is made where there is none."""
    before = path.read_text(encoding="utf-8-sig") if path.is_file() else ",".join(COLUMNS) + "\n"
    if before and not before.endswith("\n"):
        before += "\n"
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerow(astuple(correction)[:-1])
    state.write(path, (before + written.getvalue()).encode())


def _correction(row: Row, path: Path) -> Correction:
    cells = row.cells
    if cells["action"] not in tuple(CorrectionAction):
        raise BadData(f"`{cells['action']}` is no action; there are {_ACTIONS}", file=path, line=row.line)
    action = CorrectionAction(cells["action"])
    if action is not CorrectionAction.REJECT and not cells["value"]:
        raise BadData(f"the action {action} needs a value", file=path, line=row.line)
    if action is CorrectionAction.ADD and not (cells["property"] and cells["quote"] and cells["document"]):
        raise BadData("a fact that is added needs its property, and the quote and document that say it", file=path, line=row.line)
    if cells["date"]:
        try:
            date.fromisoformat(cells["date"])
        except ValueError as error:
            raise BadData(f"{cells['date']!r} is no date like 2026-03-31", file=path, line=row.line) from error
    return Correction(**{name: cells[name] for name in COLUMNS if name != "action"}, action=action, line=row.line)
