"""Files of judgements go in; out comes what a person decided of each pair: the same, different, or unsure, with by, date and why."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from graph_builder.errors import BadData
from graph_builder.model import Id

COLUMNS: Final = ("left", "right", "judgement", "by", "date", "why")
KINDS: Final = ("same", "different", "unsure", "none")
FILE: Final = "judgements.csv"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person decided of two mentions, which are local ids (`doc:HASH/person/NAME`); `place` is the file and line."""

    left: Id
    right: Id
    judgement: str
    by: str
    date: str
    why: str
    place: str = ""

    @property
    def pair(self) -> tuple[Id, Id]:
        """The two, in the order of their ids."""
        return (self.left, self.right) if self.left <= self.right else (self.right, self.left)

    def __str__(self) -> str:
        told = "; ".join(filter(None, (f"by {self.by}" if self.by else "", self.date, self.why)))
        return f"{self.place}: {self.left} and {self.right} are {self.judgement} ({told})"


def read(path: Path) -> list[Judgement]:
    """The judgements of one file, in its order; none where there is no file.

    Raises BadData where the header, a kind of judgement or an id is wrong.
    """
    if not path.is_file():
        return []
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    # A line that begins with # is for people; it becomes empty, so that the others keep their numbers.
    told = ["" if line.startswith("#") else line for line in lines]
    head = next((at for at, line in enumerate(told) if line.strip()), 0)
    rows = csv.DictReader(told[head:])
    missing = [name for name in COLUMNS if name not in (rows.fieldnames or ())]
    if missing:
        raise BadData(f"needs the columns {', '.join(COLUMNS)}; {missing[0]} is missing", file=path, line=head + 1)
    return [_judgement(row, path, head + rows.line_num) for row in rows if any(row.values())]


def _judgement(row: Mapping[str, str | None], path: Path, line: int) -> Judgement:
    cells = {name: (row[name] or "").strip() for name in COLUMNS}
    found = Judgement(**cells, place=f"{path.name}:{line}")
    if found.judgement not in KINDS:
        raise BadData(f"{found.judgement!r} is no judgement; it is one of {', '.join(KINDS)}", file=path, line=line)
    if found.left == found.right or not all(id_.startswith("doc:") and "/" in id_ for id_ in found.pair):
        raise BadData("left and right are two mentions of the form doc:HASH/KIND/NAME; graph-builder resolve explain shows them", file=path, line=line)
    return found


def standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgement that holds for each pair: the last one; `none` takes what was said before back. Sorted by pair."""
    last = {judgement.pair: judgement for judgement in judgements}
    return [last[pair] for pair in sorted(last) if last[pair].judgement != "none"]


def load(folders: Iterable[Path]) -> list[Judgement]:
    """The judgements that hold, from the files of several folders; those of a later folder win."""
    return standing(judgement for folder in folders for judgement in read(folder / FILE))


def add(path: Path, judgement: Judgement) -> None:
    """Write one more line; the file is made where there is none."""
    new = not path.is_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        if new:
            writer.writerow(COLUMNS)
        writer.writerow([judgement.left, judgement.right, judgement.judgement, judgement.by, judgement.date, judgement.why])


def conflict(judgements: Sequence[Judgement]) -> list[Judgement]:
    """A chain of judgements that says of one pair both that they are the same and that they are different; empty where there is none.

    The last of the chain says different; the ones before lead, same by same, from its left to its right.
    """
    links: dict[Id, list[tuple[Id, Judgement]]] = {}
    for judgement in judgements:
        if judgement.judgement == "same":
            links.setdefault(judgement.left, []).append((judgement.right, judgement))
            links.setdefault(judgement.right, []).append((judgement.left, judgement))
    for judgement in judgements:
        if judgement.judgement == "different" and (path := way(links, *judgement.pair)):
            return [*path, judgement]
    return []


def way(links: Mapping[Id, Sequence[tuple[Id, Judgement]]], start: Id, end: Id) -> list[Judgement]:
    """The shortest chain of judgements from one mention to another; empty where there is none."""
    come: dict[Id, list[Judgement]] = {start: []}
    queue = [start]
    for here in queue:
        for there, judgement in links.get(here, ()):
            if there not in come:
                come[there] = [*come[here], judgement]
                queue.append(there)
    return come.get(end, [])
