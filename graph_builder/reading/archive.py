"""A zip file goes in; it is checked before anything is unpacked, and given to the reader of the Word or OpenDocument text that it is."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from graph_builder.errors import UnreadableDocument
from graph_builder.reading.drawn import Drawn

MAX_UNPACKED = 200_000_000
MAX_RATIO = 100
MAX_MEMBERS = 2_000
_SMALL = 1_000_000
"""Below this many bytes no ratio is suspicious."""

_OFFICE = {
    "xl/workbook.xml": "this is a spreadsheet (.xlsx), which is not supported; save it as PDF",
    "ppt/presentation.xml": "this is a presentation (.pptx), which is not supported; save it as PDF",
}
_MAIN = re.compile(rb'<(?:\w+:)?Relationship\b[^>]*Type="[^"]*/officeDocument"[^>]*>')
_TARGET = re.compile(rb'Target="/?([^"]+)"')


class Parts:
    """The members of a checked archive."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.names = frozenset(archive.namelist())

    def get(self, name: str) -> bytes | None:
        """The bytes of a member, None where there is none. Raises UnreadableDocument where it is damaged or locked."""
        if name not in self.names:
            return None
        try:
            return self._archive.read(name)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
            raise UnreadableDocument(f"this file is damaged: {name} cannot be unpacked", reason="damaged") from error
        except RuntimeError as error:
            raise UnreadableDocument("this file needs a password; save it without one", reason="password") from error


def read(data: bytes) -> Drawn:
    """The text of a DOCX or ODT. Raises UnreadableDocument for other, damaged, locked or hostile archives."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UnreadableDocument("this file is damaged: it begins as a Word or zip file and ends before its directory", reason="damaged") from error
    with archive:
        _check(archive.infolist())
        parts = Parts(archive)
        if "content.xml" in parts.names:
            return _open_document(parts)
        if (main := _main_part(parts)) in parts.names:
            from graph_builder.reading import docx

            return docx.read(parts, main)
        for name, message in _OFFICE.items():
            if name in parts.names:
                raise UnreadableDocument(message, reason="unsupported")
    raise UnreadableDocument("this is a zip file and neither a Word nor an OpenDocument text; unpack it first", reason="unsupported")


def _check(members: list[zipfile.ZipInfo]) -> None:
    """Refuse what would unpack to far more than it is, by the sizes that the directory gives, before unpacking a byte."""
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if unpacked > MAX_UNPACKED or (unpacked > _SMALL and unpacked > MAX_RATIO * max(packed, 1)):
        raise UnreadableDocument(f"this file is too large when unpacked ({unpacked / 1e6:,.0f} MB from {packed / 1e6:.1f} MB)", reason="too-big")
    if len(members) > MAX_MEMBERS:
        raise UnreadableDocument(f"this file has {len(members):,} parts, and {MAX_MEMBERS:,} is the most that is read", reason="too-big")
    if any(".." in member.filename.split("/") or member.filename.startswith("/") for member in members):
        raise UnreadableDocument("this file has a part whose name leads out of it, which is refused", reason="refused")


def _open_document(parts: Parts) -> Drawn:
    kind = (parts.get("mimetype") or b"application/vnd.oasis.opendocument.text").strip()
    if not kind.startswith(b"application/vnd.oasis.opendocument.text"):
        raise UnreadableDocument("this is an OpenDocument file, but no text (.odt); save it as PDF", reason="unsupported")
    if b"encryption-data" in (parts.get("META-INF/manifest.xml") or b""):
        raise UnreadableDocument("this file needs a password; save it without one", reason="password")
    from graph_builder.reading import odt

    return odt.read(parts)


def _main_part(parts: Parts) -> str:
    """The name of a Word file's main part, which its relations give; nearly always the same."""
    relation = _MAIN.search(parts.get("_rels/.rels") or b"")
    target = _TARGET.search(relation[0]) if relation else None
    name = target[1].decode("utf-8", "replace") if target else ""
    return name if name.endswith(".xml") and name.startswith("word/") else "word/document.xml"
