"""The papers of a graph in, a table of them out: address, hash, licence and the words by which each is to be credited."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from graph_builder.exports.content import Content
from graph_builder.exports.licences import name_of, spdx
from graph_builder.model import Id, Literal
from graph_builder.vocabulary import DOCUMENT, FILE_HASH, FILE_NAME, LABEL, LICENCE, OF_COUNCIL, SOURCE, TYPE

FILE: Final = "sources.csv"
COLUMNS: Final = ("document", "council", "url", "sha256", "licence", "attribution")
_OGL: Final = "Contains public sector information licensed under the Open Government Licence v3.0."


def write(content: Content, folder: Path) -> list[Path]:
    """The file `sources.csv`."""
    path = folder / FILE
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, COLUMNS, lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(papers(content))
    return [path]


def papers(content: Content) -> list[Mapping[str, str]]:
    """A row for each paper, sorted; a licence that nobody supplied is empty, and never guessed."""
    said = _said(content)
    found = [node for node, values in said.items() if DOCUMENT in values[TYPE]]
    return sorted((_row(said, said[node]) for node in found), key=lambda row: tuple(row.values()))


def councils(content: Content) -> tuple[str, ...]:
    """The names of the councils whose papers they are, sorted."""
    return tuple(sorted({row["council"] for row in papers(content) if row["council"]}))


def _said(content: Content) -> dict[Id, dict[Id, list[str]]]:
    said: dict[Id, dict[Id, list[str]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in content.graph:
        said[subject][predicate].append(value.value if isinstance(value, Literal) else value)
    return said


def _row(said: Mapping[Id, Mapping[Id, list[str]]], paper: Mapping[Id, list[str]]) -> dict[str, str]:
    council = " | ".join(sorted(name for body in paper.get(OF_COUNCIL, ()) for name in said[body][LABEL]))
    licence = " | ".join(sorted(paper.get(LICENCE, ())))
    values = ("".join(paper.get(FILE_NAME, ())), council, " | ".join(paper.get(SOURCE, ())), "".join(paper.get(FILE_HASH, ())), licence)
    return dict(zip(COLUMNS, (*values, attribution(council, licence)), strict=True))


def attribution(council: str, licence: str) -> str:
    """The words that credit a paper: those of its licence where it prescribes some."""
    if spdx(licence) == "OGL-UK-3.0" or "open government licence" in licence.casefold():
        return f"{council}: {_OGL}" if council else _OGL
    whose = f"Contains words of a paper of {council}" if council else "Contains words of a paper"
    return f"{whose}. {name_of(licence)}." if licence else f"{whose}; its licence is not known."
