"""The first bytes of a file go in, the name of its form comes out; the file's own name is never asked."""

from __future__ import annotations

import json
import re
from pathlib import PurePath

from graph_builder.errors import UnreadableDocument

_HEAD = 4096
_SPACE = b" \t\r\n\x0c\xef\xbb\xbf"
_HTML = re.compile(rb"<(!doctype\s+html|html|head|body|title|meta|div|table|section|article|main|h[1-6]|p|ul|ol|span|center)[\s>/]", re.IGNORECASE)
_SERVICE = re.compile(rb"<(getmeeting|meeting|meetings|getmeetings|councillorsbyward|getcommittees|committees)[\s>]", re.IGNORECASE)
_COMMENT = re.compile(rb"(?:<!--.*?-->|<\?xml[^>]*\?>|<\?[^>]*\?>)\s*", re.DOTALL)

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_REFUSED = (
    (_OLE, "this is a Word 97 file (.doc), which is not supported; save it as .docx", "unsupported"),
    (b"{\\rtf", "this is rich text (.rtf), which is not supported; save it as .docx", "unsupported"),
    (b"\x89PNG", "this is a picture (PNG); a scan needs OCR first, as by ocrmypdf", "not-text"),
    (b"\xff\xd8\xff", "this is a picture (JPEG); a scan needs OCR first, as by ocrmypdf", "not-text"),
    (b"GIF8", "this is a picture (GIF); a scan needs OCR first, as by ocrmypdf", "not-text"),
    (b"II*\x00", "this is a picture (TIFF); a scan needs OCR first, as by ocrmypdf", "not-text"),
    (b"MM\x00*", "this is a picture (TIFF); a scan needs OCR first, as by ocrmypdf", "not-text"),
    (b"\x1f\x8b", "this is a compressed file (gzip); unpack it first", "unsupported"),
    (b"7z\xbc\xaf", "this is a compressed file (7z); unpack it first", "unsupported"),
    (b"%!PS", "this is PostScript, which is not supported; turn it into PDF", "unsupported"),
)


_ENDINGS = {
    ".pdf": "pdf", ".docx": "zip", ".odt": "zip", ".html": "html", ".htm": "html", ".aspx": "html", ".xml": "xml", ".txt": "text", ".md": "text",
}  # fmt: skip
_NAMES = {"pdf": "PDF", "zip": "a Word or OpenDocument file", "html": "a web page", "xml": "XML", "text": "plain text"}


def misnamed(name: str, form: str) -> tuple[str, ...]:
    """A sentence for the user where a file's name promises another form than it has."""
    ending = PurePath(name).suffix.lower()
    if _ENDINGS.get(ending, form) == form:
        return ()
    return (f"its name ends in {ending}, but it is {_NAMES[form]}, and was read as that",)


def unlike(name: str, message: str, reason: str) -> tuple[str, str]:
    """The message and reason for a file that is not text: by its name it should be something else."""
    ending = PurePath(name).suffix.lower()
    promised = _ENDINGS.get(ending, "text")
    if reason != "not-text" or promised == "text" or "picture" in message:
        return message, reason
    return f"this is not {_NAMES[promised]}, as its name says, nor any other form that is read", "not-a-pdf" if promised == "pdf" else reason


def form(data: bytes) -> str:
    """The form of these bytes: `pdf`, `zip`, `html`, `xml` or `text`.

    Raises UnreadableDocument for an empty file and for forms that are known and not read.
    """
    if not data.strip(_SPACE):
        raise UnreadableDocument("this file is empty", reason="empty")
    if data.startswith(_OLE) and "EncryptedPackage".encode("utf-16-le") in data:
        raise UnreadableDocument("this Word file needs a password; save it without one", reason="password")
    for magic, message, reason in _REFUSED:
        if data.startswith(magic):
            raise UnreadableDocument(message, reason=reason)
    if _is_json(data):
        raise UnreadableDocument("this is JSON, which is data and no paper; leave it out", reason="unsupported")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    return _markup(_narrow(data[: 16 * _HEAD]))


def _is_json(data: bytes) -> bool:
    """Whether the bytes are a JSON object or list; a line that begins with a bracket is none."""
    if data.lstrip(_SPACE)[:1] not in (b"{", b"["):
        return False
    try:
        return isinstance(json.loads(data.decode("utf-8-sig")), dict | list)
    except (ValueError, RecursionError):
        return False


def _narrow(head: bytes) -> bytes:
    """The head of a file in one byte a letter, whatever its encoding: markup is ASCII."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[2:].replace(b"\x00", b"")
    return head.replace(b"\x00", b"")


def _markup(head: bytes) -> str:
    start = head.lstrip(_SPACE)
    declared = start.startswith(b"<?xml")
    while (comment := _COMMENT.match(start)) is not None:
        start = start[comment.end() :]
    if _HTML.match(start):
        return "html"
    if start.startswith(b"<") and (declared or _SERVICE.match(start) or start.startswith(b"<!DOCTYPE")):
        return "xml"
    return "text"
