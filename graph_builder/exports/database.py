"""The published tables in, one SQLite file that Datasette opens out, with titles and descriptions beside it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from graph_builder.exports.columns import column, told
from graph_builder.exports.content import Content
from graph_builder.exports.licences import name_of

FILE: Final = "tables.db"
METADATA: Final = "datasette.json"
_INDEXED: Final = frozenset(("date", "body_id", "person_id", "meeting_id", "item_id", "topic_id", "document"))


def write(content: Content, folder: Path) -> list[Path]:
    """The files `tables.db` and `datasette.json`: `datasette tables.db --metadata datasette.json` shows both."""
    path = folder / FILE
    with closing(sqlite3.connect(path)) as base:
        for name, (header, rows) in content.tables.items():
            _fill(base, name, header, rows)
        base.commit()
        base.execute("VACUUM")
    described = folder / METADATA
    described.write_text(json.dumps(_metadata(content), ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    return [path, described]


def _fill(base: sqlite3.Connection, name: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table with its rows in their order; an empty cell is NULL, and a number is one where the whole cell is."""
    types = [{"integer": "INTEGER", "number": "NUMERIC"}.get(column(title).kind, "TEXT") for title in header]
    base.execute(f"CREATE TABLE {_name(name)} ({', '.join(f'{_name(title)} {kind}' for title, kind in zip(header, types, strict=True))})")
    marks = ", ".join("?" * len(header))
    base.executemany(f"INSERT INTO {_name(name)} VALUES ({marks})", ([cell or None for cell in row] for row in rows))  # noqa: S608
    for title in header:
        if title in _INDEXED:
            base.execute(f"CREATE INDEX {_name(f'{name}_{title}')} ON {_name(name)} ({_name(title)})")


def _name(name: str) -> str:
    """A name between quotation marks, as SQL wants it."""
    return '"' + name.replace('"', '""') + '"'


def _metadata(content: Content) -> dict[str, Any]:
    """What Datasette shows of each table (https://docs.datasette.io/en/stable/metadata.html)."""
    settings = content.settings
    tables = {}
    for name, (header, _) in content.tables.items():
        title, description = told(name)
        tables[name] = {"title": title, "description": description, "columns": {each: column(each).means for each in header}}
    return {
        "title": settings.title,
        "description": f"{settings.description} {settings.people}",
        "license": name_of(settings.licence),
        "license_url": settings.licence,
        "databases": {Path(FILE).stem: {"tables": tables}},
    }
