"""The release: a published graph goes in, the list of ids that later builds hold to comes out."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Final

from graph_builder import state, store
from graph_builder.sparql import with_prefixes
from graph_builder.vocabulary import compact

COLUMNS: Final = ("id", "kind", "label")
_NAMED: Final = """
SELECT DISTINCT ?id ?kind ?label WHERE {
  VALUES ?kind { foaf:Person m8g:PublicOrganisation org:OrganizationalUnit org:OrganizationalCollaboration
                 org:FormalOrganization org:Organization org:Post civ:Plan }
  ?id a ?kind ; foaf:name|skos:prefLabel ?label
}"""


def release(dataset: store.Dataset, path: Path) -> int:
    """The number of ids in the list, which holds those of people, bodies, posts and plans, and all that it held before.

    The ids of meetings, items and facts follow from these and from dates and numbers, and need no list.
    """
    found = dataset.select(with_prefixes(_NAMED)).dicts()
    rows = _read(path) | {compact(row["id"]): (compact(row["id"]), compact(row["kind"]), row["label"]) for row in found}
    lines = [COLUMNS, *(rows[key] for key in sorted(rows))]
    state.write(path, "".join(map(_line, lines)).encode())
    return len(rows)


def published(path: Path) -> dict[str, str]:
    """The label of each published id; empty where nothing was released yet."""
    return {id_: row[2] for id_, row in _read(path).items()}


def _read(path: Path) -> dict[str, tuple[str, ...]]:
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {row[0]: tuple(row) for row in list(csv.reader(file))[1:] if row}


def _line(cells: tuple[str, ...]) -> str:
    return ",".join('"' + cell.replace('"', '""') + '"' if set(cell) & set(',"\r\n') else cell for cell in cells) + "\n"
