"""Columns of tables in, what each means and holds out: the one reader of `data/columns.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from graph_builder import lexicon
from graph_builder.errors import BadData
from graph_builder.store import views

KINDS: Final = frozenset(("text", "list", "id", "date", "integer", "number", "url"))
_OTHER_TABLES: Final = {
    "coverage": ("Coverage", "What became of the blocks of each paper: read, ignored by name, or not understood."),
    "unread": ("Not understood", "Each line of a paper that was neither read nor ignored by name."),
}


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds, one of `KINDS`, and a sentence about it."""

    kind: str
    means: str


@cache
def columns() -> Mapping[str, Column]:
    """Every column that is explained, by name; raises BadData for one of a kind that nobody knows."""
    path = lexicon.data_dir() / "columns.yml"
    found = {name: Column(said["is"], said["means"]) for name, said in lexicon.read_yaml(path).items()}
    for name, column in found.items():
        if column.kind not in KINDS:
            raise BadData(f"{name}: {column.kind!r} is none of {', '.join(sorted(KINDS))}", file=path)
    return found


def column(name: str) -> Column:
    """What a column holds; one that is not explained is a text that is called as it is."""
    return columns().get(name, Column("text", name.replace("_", " ")))


def told(table: str) -> tuple[str, str]:
    """The title and the description of a table."""
    known = {view.name: (view.title, view.description) for view in views()} | _OTHER_TABLES
    return known.get(table, (table.replace("_", " ").capitalize(), f"The table {table}."))
