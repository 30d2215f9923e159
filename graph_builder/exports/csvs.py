"""The published tables in, the same files with a Frictionless description of every column out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from graph_builder.exports.columns import column, told
from graph_builder.exports.content import TABLES, Content
from graph_builder.exports.licences import name_of

PACKAGE: Final = "datapackage.json"
_TYPES: Final = {"integer": "integer", "number": "number"}
_DATE: Final = r"(\d{4}(-\d{2}(-\d{2})?)?)(/\d{4}(-\d{2}(-\d{2})?)?)?( \| .*)?"


def write(content: Content, folder: Path) -> list[Path]:
    """The tables as they were published, and `datapackage.json` (https://specs.frictionlessdata.io/tabular-data-package/)."""
    (folder / TABLES).mkdir()
    written = [folder / TABLES / f"{name}.csv" for name in content.tables]
    for table in written:
        table.write_bytes(content.published(f"{TABLES}/{table.name}"))
    path = folder / PACKAGE
    path.write_text(json.dumps(_package(content), ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    return [*written, path]


def _package(content: Content) -> dict[str, Any]:
    settings = content.settings
    contributors = [{"title": settings.publisher.name, "role": "publisher"}] if settings.publisher.name else []
    said = {
        "profile": "tabular-data-package",
        "name": "civic-graph-tables",
        "title": settings.title,
        "description": f"{settings.description}\n\n{settings.people}\n\n{settings.rights}",
        "id": settings.identifier,
        "homepage": settings.landing_page,
        "keywords": list(settings.keywords),
        "contributors": contributors,
        "licenses": [{"path": settings.licence, "title": name_of(settings.licence)}] if settings.licence else [],
    }
    resources = [_resource(content, name, *table) for name, table in content.tables.items()]
    return {key: value for key, value in said.items() if value} | {"resources": resources}


def _resource(content: Content, name: str, header: Iterable[str], rows: Iterable[tuple[str, ...]]) -> dict[str, Any]:
    title, description = told(name)
    data = content.published(f"{TABLES}/{name}.csv")
    cells = list(zip(*rows, strict=True))
    fields = [_field(title, cells[at] if cells else ()) for at, title in enumerate(header)]
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "title": title,
        "description": description,
        "path": f"{TABLES}/{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "dialect": {"lineTerminator": "\r\n"},
        "schema": {"fields": fields, "missingValues": [""]},
    }


def _field(name: str, cells: Iterable[str]) -> dict[str, Any]:
    """A number's column in which one cell has several values, joined, is a column of texts."""
    what = column(name)
    kind = _TYPES.get(what.kind, "string")
    if kind != "string" and any(" | " in cell for cell in cells):
        kind = "string"
    field: dict[str, Any] = {"name": name, "type": kind, "description": what.means}
    return field | ({"constraints": {"pattern": _DATE}} if what.kind == "date" else {})
