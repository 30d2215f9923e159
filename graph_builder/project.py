"""The project: a user's own folder goes in, what the user wants done with every build comes out."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Final

from graph_builder import lexicon
from graph_builder.errors import BadData

SUPPRESSED: Final = "suppressed.csv"


def suppressed(folder: Path | None = None) -> frozenset[str]:
    """The names and ids that no output may have: those of the program's own data, and those of the user's folder.

    Each list has a header with a column `what`. Raises BadData where it has none.
    """
    places = [lexicon.data_dir(), *([folder] if folder else [])]
    return frozenset(what for place in places for what in _column(place / SUPPRESSED))


def _column(path: Path) -> list[str]:
    if not path.is_file():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        if "what" not in (rows.fieldnames or ()):
            raise BadData("needs a header with a column `what`: a name or an id", file=path, line=1)
        return [row["what"].strip() for row in rows if (row["what"] or "").strip()]
