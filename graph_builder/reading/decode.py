"""Bytes go in, text comes out, decoded by rule and never by a statistical guess."""

from __future__ import annotations

import codecs
import re

from graph_builder.errors import UnreadableDocument

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROLS = 0.02
_WINDOWS = {0xDC00 + code: letter for code in range(0x80, 0x100) if (letter := bytes([code]).decode("cp1252", "ignore"))}
_ESCAPED = re.compile("[\ud800-\udfff]")


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of bytes, with warnings: by byte-order mark, else as UTF-8, else with the bytes that are not as Windows-1252.

    Raises UnreadableDocument where the bytes are not text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding), ()
    if encoding := _unmarked_utf16(data):
        return _marked(data, encoding), ("decoded as UTF-16, though it has no byte-order mark",)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _fallback(data, error.start)
    _refuse_controls(text)
    return text, ()


def _marked(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"byte {error.start} is not {encoding.upper()}, which the file's byte-order mark promises; save it as UTF-8"
        raise UnreadableDocument(message, reason="not-text") from error
    _refuse_controls(text)
    return text


def _unmarked_utf16(data: bytes) -> str:
    """UTF-16 without a mark shows itself: every second byte of plain letters is zero, and hardly any of the others."""
    sample = data[:4000]
    half = len(sample) // 2
    if half < 4 or len(data) % 2:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and odd < 0.05 * half else ""


def _fallback(data: bytes, first: int) -> tuple[str, tuple[str, ...]]:
    """Text whose bytes are UTF-8 where they can be and Windows-1252 where not: one wrong byte does not garble the others."""
    text = data.decode("utf-8", "surrogateescape")
    mixed = any("\x7f" < letter < "\ud800" or letter > "\udfff" for letter in set(text))
    text = text.translate(_WINDOWS)
    _refuse_controls(text)
    line = data.count(b"\n", 0, first) + 1
    place = f"byte {first} (line {line}), 0x{data[first]:02X},"
    if _ESCAPED.search(text):
        raise UnreadableDocument(f"{place} is neither UTF-8 nor Windows-1252; this is not a text file", reason="not-text")
    how = "the bytes that are not UTF-8 were decoded as Windows-1252" if mixed else "decoded as Windows-1252"
    return text, (f"{place} is not UTF-8: {how}",)


def _refuse_controls(text: str) -> None:
    """Bytes of a program or a picture are full of control characters; a text has a stray one at most."""
    sample = text[:100_000]
    controls = sum(1 for _ in _CONTROLS.finditer(sample))
    if controls > 4 and controls > _MOST_CONTROLS * len(sample):
        raise UnreadableDocument("this is not a text file, nor any other form that is read", reason="not-text")
