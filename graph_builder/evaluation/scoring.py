"""The figures of a build: its tables and gold files go in, precision, recall and F1 a view come out, with what was missed and invented."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph_builder.errors import BadData, MissingInput
from graph_builder.evaluation.rules import Gold, count
from graph_builder.evaluation.tally import Row, Tally


@dataclass(frozen=True, slots=True)
class Scores:
    """A tally for each view, by name; `documents` are the papers that gold has."""

    tallies: Mapping[str, Tally]
    documents: tuple[str, ...]

    @property
    def mean(self) -> float:
        """The mean F1 of all views; not a number where nothing was scored."""
        return sum(tally.f1 for tally in self.tallies.values()) / len(self.tallies) if self.tallies else float("nan")


def score(tables: Path, gold: Path, *, document: str | None = None) -> Scores:
    """The scores of a folder of tables against a gold file or a folder of them; of one paper alone where it is named.

    Where gold does not list everything, precision is not a number and F1 is recall.
    Raises MissingInput where a folder is not there, BadData where a gold file cannot be read.
    """
    if not tables.is_dir():
        raise MissingInput("there is no such folder of tables", file=tables)
    total: dict[str, Tally] = {}
    documents = []
    for paper in read_gold(gold):
        if document not in (None, paper["document"]):
            continue
        documents.append(paper["document"])
        loaded = Loaded(tables, paper["document"])
        for tally in count(paper, loaded):
            total[tally.view] = total[tally.view] + tally if tally.view in total else tally
    return Scores({view: total[view] for view in sorted(total) if total[view]}, tuple(documents))


class Loaded:
    """The rows of one paper, by view; each table is read once."""

    def __init__(self, tables: Path, document: str) -> None:
        self.tables, self.document = tables, document
        self.kept: dict[str, list[Row]] = {}

    def __call__(self, view: str) -> list[Row]:
        """The rows of a view that name the paper; none where the table is not there."""
        if view not in self.kept:
            rows = read_table(self.tables / f"{view}.csv")
            self.kept[view] = [row for row in rows if self.document in (row.get("document") or row.get("documents") or "")]
        return self.kept[view]


def read_table(path: Path) -> list[dict[str, str]]:
    """The rows of a table; none where it is not there."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def read_gold(path: Path) -> Iterator[Gold]:
    """What a careful reader found, paper by paper, in the order of the files' names; files about no paper are passed over."""
    if not path.exists():
        raise MissingInput("there is no such gold", file=path)
    for file in sorted(path.glob("*.json")) if path.is_dir() else [path]:
        try:
            gold: Any = json.loads(file.read_text(encoding="utf-8"))
        except ValueError as error:
            raise BadData(f"not readable as JSON: {error}", file=file) from error
        if isinstance(gold, dict) and "document" in gold:
            yield gold
