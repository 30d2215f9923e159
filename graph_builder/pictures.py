"""A paper and the words of a quote go in, a picture comes out: the lines of the page with the quote marked, what is private covered, the citation below."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from graph_builder.errors import MissingInput
from graph_builder.masks import page_of
from graph_builder.model import Document, Span
from graph_builder.places import boxes_of

if TYPE_CHECKING:
    from PIL import Image

_SCALE: Final = 2.0
"""Pixels for a point of the page."""
_AROUND: Final = 70.0
"""How many points of the page are shown above and below the quote."""
_LINES: Final = 4
"""How many lines of a text are shown above and below the quote."""
_WIDTH: Final = 1190
_MARGIN: Final = 30
_MARKED, _COVERED, _INK, _PAPER = (255, 224, 102, 120), (20, 20, 20, 255), (25, 25, 25), (255, 255, 255)
_LETTERS: Final = 96


def of_pdf(document: Document, data: bytes, spans: Sequence[Span], *, masks: Iterable[Span], caption: str) -> bytes:
    """A PNG of the lines of the PDF's page on which the quote begins.

    `data` is the file, `spans` the quote's, `masks` the stretches that may not be shown. Raises MissingInput where the quote has no place on
    a page.
    """
    import pypdfium2  # type: ignore[import-untyped]
    from PIL import Image, ImageDraw

    number = page_of(document, min(spans))
    words = boxes_of(document, [span for span in spans if page_of(document, span) == number])
    if not number or not words:
        raise MissingInput("the quote has no place on a page that is known; leave out --papers for a picture of the text")
    file = pypdfium2.PdfDocument(data)
    try:
        page = file[number - 1].render(scale=_SCALE).to_pil().convert("RGBA")
    finally:
        file.close()
    layer = Image.new("RGBA", page.size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(layer)
    for box in words:
        pen.rectangle(_pixels(box[2:]), fill=_MARKED)
    for box in boxes_of(document, masks):
        if page_of(document, Span(document.id, box.start, box.end)) == number:
            pen.rectangle(_pixels(box[2:]), fill=_COVERED)
    shown = Image.alpha_composite(page, layer).convert("RGB")
    top, bottom = min(box.top for box in words) - _AROUND, max(box.bottom for box in words) + _AROUND
    cut = shown.crop((0, max(0, int(top * _SCALE)), shown.width, min(shown.height, int(bottom * _SCALE))))
    return _png(cut, caption)


def _pixels(box: Sequence[float]) -> tuple[float, float, float, float]:
    left, top, right, bottom = (edge * _SCALE for edge in box)
    return left - 1, top - 1, right + 1, bottom + 1


def of_text(text: str, start: int, end: int, *, caption: str) -> bytes:
    """A PNG of the lines of a published text around a quote, given by its offsets in that text, in which what is private is `[…]` already."""
    from PIL import Image, ImageDraw, ImageFont

    font = ImageFont.load_default(20)
    first, last = _line_before(text, start), _line_after(text, end)
    rows = _wrapped(text[first:last], start - first, end - first)
    height = int(1.5 * 20)
    picture = Image.new("RGB", (_WIDTH, 2 * _MARGIN + height * len(rows)), _PAPER)
    pen = ImageDraw.Draw(picture)
    for number, (row, begin, stop) in enumerate(rows):
        y = _MARGIN + number * height
        if begin < stop:
            left, right = (_MARGIN + pen.textlength(row[:at], font=font) for at in (begin, stop))
            pen.rectangle((left, y, right, y + height - 4), fill=_MARKED[:3])
        pen.text((_MARGIN, y), row, fill=_INK, font=font)
    return _png(picture, caption)


def _line_before(text: str, at: int) -> int:
    for _ in range(_LINES + 1):
        at = text.rfind("\n", 0, max(at, 0))
    return at + 1


def _line_after(text: str, at: int) -> int:
    for _ in range(_LINES + 1):
        found = text.find("\n", at + 1)
        at = len(text) if found < 0 else found
    return at


def _wrapped(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """Lines no longer than a picture is wide, each with the part of the quote that it holds."""
    rows, place = [], 0
    for line in text.split("\n"):
        for piece in textwrap.wrap(line, _LETTERS, drop_whitespace=False, replace_whitespace=False) or [""]:
            begin, stop = max(start - place, 0), min(end - place, len(piece))
            rows.append((piece, min(begin, len(piece)), max(stop, 0)))
            place += len(piece)
        place += 1
    return rows


def _png(picture: Image.Image, caption: str) -> bytes:
    """The picture with its citation below, as PNG; the same picture gives the same bytes."""
    from PIL import Image, ImageDraw, ImageFont

    font = ImageFont.load_default(18)
    lines = [row for line in caption.strip().split("\n") for row in textwrap.wrap(line, int(picture.width / 9.6))]
    whole = Image.new("RGB", (picture.width, picture.height + 26 * len(lines) + 2 * _MARGIN), _PAPER)
    whole.paste(picture, (0, 0))
    pen = ImageDraw.Draw(whole)
    pen.line((_MARGIN, picture.height + 8, picture.width - _MARGIN, picture.height + 8), fill=(150, 150, 150))
    for number, line in enumerate(lines):
        pen.text((_MARGIN, picture.height + _MARGIN + 26 * number), line, fill=_INK, font=font)
    out = io.BytesIO()
    whole.save(out, "PNG")
    return out.getvalue()


def paper(folders: Iterable[Path], file_hash: str) -> bytes | None:
    """The bytes of the file with this SHA-256, where one of the folders holds it."""
    import hashlib

    for folder in folders:
        for path in sorted(found for found in folder.rglob("*") if found.is_file()):
            data = path.read_bytes()
            if hashlib.sha256(data).hexdigest() == file_hash:
                return data
    return None
