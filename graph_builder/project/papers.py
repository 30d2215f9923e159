"""Papers go into a user's own folder, each with its hash and the time; and what is new, changed, gone or unread since the last build comes out."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from graph_builder import state
from graph_builder.errors import CannotCreate
from graph_builder.project.rows import read

ADDED: Final = "added.csv"
_COLUMNS: Final = ("file", "sha256", "added", "from")


@dataclass(frozen=True, slots=True)
class Standing:
    """How one paper of a folder stands to the last build: `read`, `new`, `changed`, `gone`, or `unread` with the reason."""

    file: str
    state: str
    reason: str = ""


def add(documents: Path, papers: Sequence[Path], *, when: datetime) -> tuple[Path, ...]:
    """The new papers of a folder of documents: each was copied in under its own name, and `added.csv` beside the folder says when and from where.

    A paper that is there with the same bytes is left as it is. Raises CannotCreate for one whose name is taken by another, before any is copied.
    """
    fresh: dict[Path, bytes] = {}
    for paper in papers:
        target, content = documents / paper.name, paper.read_bytes()
        taken = fresh.get(target, target.read_bytes() if target.is_file() else None)
        if taken is not None and taken != content:
            raise CannotCreate("another paper has this name; rename one of them", file=target)
        if taken is None:
            fresh[target] = content
    for target, content in fresh.items():
        state.write(target, content)
    origins = {documents / paper.name: paper for paper in papers}
    _note(documents.parent / ADDED, [(path.name, _sha256(content), when.isoformat(timespec="seconds"), str(origins[path])) for path, content in fresh.items()])
    return tuple(fresh)


def _note(path: Path, rows: Sequence[tuple[str, ...]]) -> None:
    before = [tuple(row.cells[name] for name in _COLUMNS) for row in read(path, required=_COLUMNS)]
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows([_COLUMNS, *before, *rows])
    if rows:
        state.write(path, written.getvalue().encode())


def standing(documents: Path, exports: Path) -> tuple[Standing, ...]:
    """How each paper stands to the last build that was published in `exports`, sorted by name; all are new where nothing was built."""
    found = {path.name: _sha256(path.read_bytes()) for path in sorted(documents.rglob("*")) if path.is_file() and not path.name.startswith(".")}
    found.pop("sources.yml", None)
    rows = {row["file"]: row for row in _report(exports / "report.json")}
    return tuple(sorted([*_present(found, rows), *(Standing(name, "gone") for name in rows.keys() - found.keys())], key=lambda one: one.file))


def _present(found: Mapping[str, str], rows: Mapping[str, Mapping[str, Any]]) -> Iterator[Standing]:
    for name, digest in found.items():
        row = rows.get(name)
        if row is None:
            yield Standing(name, "new")
        elif row["sha256"] != digest:
            yield Standing(name, "changed")
        else:
            yield Standing(name, "unread", row["message"]) if row["status"] == "skipped" else Standing(name, "read", row["message"])


def _report(path: Path) -> list[dict[str, Any]]:
    return list(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else []


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
