"""The reading room: a file in any form that councils publish goes in, a `Document` of plain text comes out."""

from __future__ import annotations

import hashlib
import stat
from pathlib import Path
from urllib.parse import urlsplit

from graph_builder.errors import MissingInput, UnreadableDocument
from graph_builder.model import Document, Source
from graph_builder.reading import detect, readers
from graph_builder.reading.clean import flags
from graph_builder.reading.welsh import without_welsh

__all__ = ["MAX_BYTES", "read", "read_bytes"]

MAX_BYTES = 100_000_000
"""The largest file that is opened at all."""


def read(path: Path, *, source: Source = Source()) -> Document:  # noqa: B008 - a frozen value
    """The document that a file holds, named by the file.

    Raises MissingInput where the file is not there or may not be read, UnreadableDocument where it holds nothing that can be read.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableDocument("this is not a regular file", reason="not-a-file", file=path)
        _check_size(status.st_size, path)
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise MissingInput("there is no such file", file=path) from error
    except PermissionError as error:
        raise MissingInput("this file may not be read; change its permissions", file=path) from error
    except OSError as error:
        raise UnreadableDocument(f"this file cannot be opened ({error.strerror})", reason="not-a-file", file=path) from error
    return _document(data, path.name, source, path)


def read_bytes(data: bytes, name: str, *, source: Source = Source()) -> Document:  # noqa: B008 - a frozen value
    """The document that these bytes hold; `name` is what messages call it.

    Raises UnreadableDocument where they hold nothing that can be read.
    """
    _check_size(len(data), name)
    return _document(data, name, source, name)


def _check_size(size: int, place: Path | str) -> None:
    if size > MAX_BYTES:
        message = f"this file has {size / 1e6:.0f} MB, and {MAX_BYTES / 1e6:.0f} MB is the most that is read; split it"
        raise UnreadableDocument(message, reason="too-big", file=place)


def _document(data: bytes, name: str, source: Source, place: Path | str) -> Document:
    try:
        form = detect.form(data)
        drawn = without_welsh(readers.draw(form, data))
        if not drawn.text.strip():
            raise UnreadableDocument("no text was found in this file", reason="no-text")
    except UnreadableDocument as error:
        message, reason = detect.unlike(name, error.message, error.reason)
        raise UnreadableDocument(message, reason=reason, file=place) from error
    return Document(
        name=name,
        text=drawn.text,
        file_hash=hashlib.sha256(data).hexdigest(),
        text_hash=hashlib.sha256(drawn.text.encode()).hexdigest(),
        source=source,
        form=drawn.form or form,
        pages=drawn.pages,
        anchors=drawn.anchors,
        boxes=drawn.boxes,
        members=tuple(one._replace(site=one.site or urlsplit(source.url).hostname or "") for one in drawn.members),
        warnings=(*detect.misnamed(name, form), *drawn.warnings, *flags(drawn.text)),
    )
