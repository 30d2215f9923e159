"""The release: a published graph goes in, the list of ids that later builds hold to comes out."""

from __future__ import annotations

import csv
from collections.abc import Collection
from pathlib import Path
from typing import Final

from graph_builder import state, store
from graph_builder.sparql import with_prefixes
from graph_builder.vocabulary import compact

WITHDRAWN: Final = "withdrawn"
COLUMNS: Final = ("id", "kind", "label")
_NAMED: Final = """
SELECT DISTINCT ?id ?kind ?label WHERE {
  VALUES ?kind { foaf:Person m8g:PublicOrganisation org:OrganizationalUnit org:OrganizationalCollaboration
                 org:FormalOrganization org:Organization org:Post civ:Plan }
  ?id a ?kind ; foaf:name|skos:prefLabel ?label
}"""


def release(dataset: store.Dataset, path: Path, *, suppressed: Collection[str] = ()) -> tuple[int, tuple[str, ...]]:
    """The number of ids in the list, which holds those of people, bodies, posts and plans, and all that it held before; and those withdrawn.

    The ids of meetings, items and facts follow from these and from dates and numbers, and need no list. An id that was suppressed since
    stays in the list without its name, so that nobody else gets it.
    """
    found = dataset.select(with_prefixes(_NAMED)).dicts()
    hidden = {what.casefold() for what in suppressed}
    before = {id_: (id_, WITHDRAWN, "") if {id_.casefold(), row[2].casefold()} & hidden else row for id_, row in _read(path).items()}
    rows = before | {compact(row["id"]): (compact(row["id"]), compact(row["kind"]), row["label"]) for row in found}
    lines = [COLUMNS, *(rows[key] for key in sorted(rows))]
    state.write(path, "".join(map(_line, lines)).encode())
    return len(rows), tuple(id_ for id_, row in sorted(rows.items()) if row[1] == WITHDRAWN)


def published(path: Path) -> dict[str, str]:
    """The label of each published id; empty where nothing was released yet."""
    return {id_: row[2] for id_, row in _read(path).items() if row[1] != WITHDRAWN}


def _read(path: Path) -> dict[str, tuple[str, ...]]:
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {row[0]: tuple(row) for row in list(csv.reader(file))[1:] if row}


def _line(cells: tuple[str, ...]) -> str:
    return ",".join('"' + cell.replace('"', '""') + '"' if set(cell) & set(',"\r\n') else cell for cell in cells) + "\n"
