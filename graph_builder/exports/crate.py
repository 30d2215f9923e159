"""The files of an export in, the description of a research object crate around them out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from graph_builder import __version__
from graph_builder.errors import BadData
from graph_builder.exports.content import Content
from graph_builder.exports.files import File, files
from graph_builder.exports.licences import name_of

FILE: Final = "ro-crate-metadata.json"


def write(content: Content, folder: Path) -> list[Path]:
    """The file `ro-crate-metadata.json` (https://w3id.org/ro/crate/1.1) about every file that lies in the folder.

    Raises BadData where neither a paper nor the settings give the date that a crate must have.
    """
    if not content.issued:
        raise BadData("no paper has a date, and a crate needs one: say `issued: YYYY-MM-DD`", file=content.settings.file)
    found = files(folder, without=(FILE,))
    about = {"@id": FILE, "@type": "CreativeWork", "about": {"@id": "./"}, "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"}}
    graph = [about, _root(content, found), *map(_file, found), *_around(content)]
    path = folder / FILE
    crate = {"@context": "https://w3id.org/ro/crate/1.1/context", "@graph": graph}
    path.write_text(json.dumps(crate, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    return [path]


def _root(content: Content, found: Sequence[File]) -> dict[str, Any]:
    settings = content.settings
    said = {
        "@id": "./",
        "@type": "Dataset",
        "identifier": settings.identifier,
        "name": settings.title,
        "description": f"{settings.description} {settings.people}",
        "datePublished": content.issued,
        "license": {"@id": settings.licence} if settings.licence else None,
        "publisher": {"@id": _publisher(content)} if settings.publisher.name else None,
        "author": {"@id": _publisher(content)} if settings.publisher.name else None,
        "keywords": list(settings.keywords),
        "hasPart": [{"@id": file.name} for file in found],
        "mentions": {"@id": "#build"},
    }
    return {key: value for key, value in said.items() if value}


def _file(file: File) -> dict[str, Any]:
    return {
        "@id": file.name,
        "@type": "File",
        "name": file.title,
        "description": file.means,
        "encodingFormat": file.media_type,
        "contentSize": str(len(file.data)),
        "sha256": file.sha256,
    }


def _around(content: Content) -> list[dict[str, Any]]:
    """The licence, the publisher, and the program with what it read."""
    settings, papers = content.settings, content.dataset.manifest.get("papers", ())
    program = {"@id": "#program", "@type": "SoftwareApplication", "name": "civic-graph-builder", "version": __version__, "softwareVersion": __version__}
    sources = [{"@id": f"#paper-{paper['sha256'][:16]}", "@type": "CreativeWork", "name": paper["file"], "sha256": paper["sha256"]} for paper in papers]
    build = {
        "@id": "#build",
        "@type": "CreateAction",
        "name": "The papers were read and their graph was made",
        "instrument": {"@id": "#program"},
        "object": [{"@id": source["@id"]} for source in sources],
        "result": {"@id": "./"},
    }
    licence = {"@id": settings.licence, "@type": "CreativeWork", "name": name_of(settings.licence), "description": settings.rights}
    who = settings.publisher
    publisher = {"@id": _publisher(content), "@type": "Organization", "name": who.name, "url": who.url or who.uri}
    found: list[dict[str, Any]] = [program, build, *sources]
    found += [licence] if settings.licence else []
    found += [{key: value for key, value in publisher.items() if value}] if who.name else []
    return found


def _publisher(content: Content) -> str:
    return content.settings.publisher.uri or "#publisher"
