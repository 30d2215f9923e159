"""Characters that no reader of names should meet: text goes in, the same text without them comes out, with what is odd in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

LONG_LINE = 20_000
"""A line of more characters than this is kept and reported."""

_NEWLINES = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_DROPPED = dict.fromkeys((*range(9), *range(14, 32), 127, 173, 8203, 8204, 8205, 8288, 65279))
_C1 = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0) if code != 0x85}
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
_TABLE = {**_DROPPED, **_C1, **_LIGATURES}
_ODD = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200d\u2060\ufeff\ufb00-\ufb04]")
_BIDI = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_MOJIBAKE = re.compile("\u00e2\u20ac[\u2122\u0153\u201c\u201d\u02dc\u00a2\u00a6\u9d9d]|\u00c3[\u00a0-\u00bf]|\u00c2[\u00a3\u00a0\u00bd]")


def clean(text: str) -> str:
    """The text with \\n as its only line end, composed letters, and neither control, zero-width nor soft-hyphen characters.

    A form feed is a line end. C1 controls are what Windows-1252 means by them. Direction marks stay: `flags` reports them.
    """
    text = _NEWLINES.sub("\n", text)
    if _ODD.search(text):
        text = text.translate(_TABLE)
    return unicodedata.normalize("NFC", text)


def flags(text: str) -> Iterator[str]:
    """A sentence for each thing in a text that a reader should know of and that was left as it stands."""
    if mark := _BIDI.search(text):
        yield f"line {_line(text, mark.start())}: direction control U+{ord(mark[0]):04X} kept in the text"
    if garbled := _MOJIBAKE.search(text):
        yield f"line {_line(text, garbled.start())}: garbled letters ({garbled[0]!r}) kept as they stand; the file was once decoded wrongly"
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LONG_LINE:
            yield f"line {number}: {len(line):,} characters in one line; kept"
            return
        start += len(line) + 1


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1
