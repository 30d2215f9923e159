"""A dataset and what its publisher says in, what portals load out: the data.json that data.gov.uk harvests, and CKAN's own lines."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from graph_builder.exports import reference, sources
from graph_builder.exports.catalogue import node_of
from graph_builder.exports.content import Content
from graph_builder.exports.files import File, files
from graph_builder.exports.licences import ckan as ckan_licence
from graph_builder.language.slugs import slug

DATA_JSON: Final = "data.json"
CKAN: Final = "ckan.jsonl"
COMMAND: Final = "ckanapi load datasets -I {file} -r https://YOUR-PORTAL -a YOUR-KEY"
"""How CKAN's own tool loads the lines; nothing is uploaded by this program."""


def data_json(content: Content, folder: Path) -> list[Path]:
    """The file `data.json`, in the form that data.gov.uk's harvester of DCAT JSON reads."""
    settings = content.settings
    first, last = (content.days[0], content.days[-1]) if content.days else ("", "")
    dataset = {
        "@type": "dcat:Dataset",
        "identifier": settings.identifier,
        "title": settings.title,
        "description": _notes(content),
        "keyword": list(settings.keywords),
        "theme": list(settings.themes),
        "subject": [*settings.functions, *settings.services],
        "issued": content.issued,
        "modified": content.issued,
        "language": [settings.language] if settings.language else [],
        "license": settings.licence,
        "accessLevel": "public",
        "temporal": f"{first}/{last}" if first else "",
        "spatial": list(settings.places),
        "accrualPeriodicity": settings.periodicity,
        "landingPage": settings.landing_page,
        "publisher": _kept({"name": settings.publisher.name, "mbox": settings.publisher.email}),
        "contactPoint": _contact(settings.contact.name, settings.contact.email),
        "distribution": [_download(content, file) for file in files(folder, without=(DATA_JSON, CKAN)) if not file.name.startswith(reference.FOLDER)],
    }
    return [_write(folder / DATA_JSON, json.dumps({"dataset": [_kept(dataset)]}, ensure_ascii=False, indent=1))]


def ckan(content: Content, folder: Path) -> list[Path]:
    """The file `ckan.jsonl`: the dataset as CKAN's action API takes it, on one line."""
    settings = content.settings
    extras = {
        "identifier": settings.identifier,
        "issued": content.issued,
        "modified": content.issued,
        "named people": settings.people,
        "take-down": " ".join(filter(None, (settings.takedown.name, settings.takedown.email, settings.takedown.url))),
        "temporal_start": content.days[0] if content.days else "",
        "temporal_end": content.days[-1] if content.days else "",
        "functions": " ".join(settings.functions),
        "services": " ".join(settings.services),
    }
    package = {
        "name": slug(settings.title)[:100],
        "title": settings.title,
        "notes": _notes(content),
        "url": settings.landing_page,
        "owner_org": settings.organisation,
        "license_id": ckan_licence(settings.licence),
        "license_url": settings.licence,
        "author": settings.publisher.name,
        "author_email": settings.publisher.email,
        "maintainer": settings.contact.name,
        "maintainer_email": settings.contact.email,
        "tags": [{"name": name} for name in sorted({re.sub(r"[^\w .-]+", " ", keyword).strip() for keyword in settings.keywords})],
        "extras": [{"key": key, "value": value} for key, value in _kept(extras).items()],
        "resources": [_resource(content, file) for file in files(folder, without=(DATA_JSON, CKAN)) if not file.name.startswith(reference.FOLDER)],
    }
    return [_write(folder / CKAN, json.dumps(_kept(package), ensure_ascii=False))]


def _notes(content: Content) -> str:
    """The description, then what must stand beside it wherever it is shown."""
    settings = content.settings
    whose = ", ".join(sources.councils(content))
    return "\n\n".join(filter(None, (settings.description, settings.people, settings.rights, f"Papers of: {whose}." if whose else "")))


def _contact(name: str, email: str) -> dict[str, str]:
    return _kept({"@type": "vcard:Contact", "fn": name, "hasEmail": f"mailto:{email}" if email else ""}) if name or email else {}


def _address(content: Content, file: File) -> str:
    address = content.settings.address
    return f"{address.rstrip('/')}/{quote(file.name)}" if address else ""


def _download(content: Content, file: File) -> dict[str, Any]:
    said = {
        "@type": "dcat:Distribution",
        "identifier": f"{node_of(content)}#{quote(file.name)}",
        "title": file.title,
        "description": file.means,
        "downloadURL": _address(content, file),
        "mediaType": file.media_type,
        "format": file.file_type,
        "byteSize": len(file.data),
        "license": content.settings.licence,
    }
    return _kept(said)


def _resource(content: Content, file: File) -> dict[str, Any]:
    said = {
        "name": file.title,
        "description": file.means,
        "url": _address(content, file),
        "format": file.file_type,
        "mimetype": file.media_type,
        "size": len(file.data),
        "hash": f"sha256:{file.sha256}",
    }
    return _kept(said)


def _kept(said: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in said.items() if value not in ("", [], {}, None)}


def _write(path: Path, text: str) -> Path:
    path.write_text(text + "\n", encoding="utf-8", newline="\n")
    return path
