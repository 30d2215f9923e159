"""A PDF's pages go in; the words that stand on each come out, with their boxes, and the lines that are drawn on it."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as c  # type: ignore[import-untyped]

_WORD = re.compile("[^\\s\x02]*\x02|[^\\s\x02]+")
_CODES = {0: " ", 2: "\x02", 0xFFFE: "\x02"}
_SURROGATE = re.compile("[\ud800-\udfff]")
_QUARTER = math.pi / 2
_THIN = 3.0
"""A drawn box no wider than this many points is a line."""

_MOST_SEGMENTS = 2_000
_MOST_OBJECTS = 20_000
_BOLD = 600
_FAR = 20_000.0
_RAISED = 0.8


class Word(NamedTuple):
    """A word and its box in points, y growing downwards from the page's top; `space` tells whether white space stands before it."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    bold: bool
    space: bool = True

    @property
    def size(self) -> float:
        """The height of the line that the word's font asks for."""
        return self.bottom - self.top


class Rule(NamedTuple):
    """A straight line that is drawn on a page, across or down."""

    x0: float
    x1: float
    top: float
    bottom: float

    @property
    def across(self) -> bool:
        """Whether the line runs from left to right."""
        return self.x1 - self.x0 >= self.bottom - self.top


class Sheet(NamedTuple):
    """One page: what stands on it.

    `blanks` are the places (x, y) of empty words, `aslant` the words that are not set from left to right, `pictures` the number of images.
    """

    width: float
    height: float
    words: list[Word]
    rules: list[Rule]
    blanks: list[tuple[float, float]]
    aslant: list[str]
    pictures: int


class _Frame(NamedTuple):
    """How a page's own coordinates become those of the page as it is seen."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """x0, x1, top, bottom of a box as seen."""
        if self.turns == 1:
            x0, y0, x1, y1 = y0 - self.bottom, x0 - self.left, y1 - self.bottom, x1 - self.left
            return x0, x1, y0, y1
        if self.turns == 2:
            return self.right - x1, self.right - x0, y0 - self.bottom, y1 - self.bottom
        if self.turns == 3:
            return self.top - y1, self.top - y0, self.right - x1, self.right - x0
        return x0 - self.left, x1 - self.left, self.top - y1, self.top - y0


def sheet(page: pypdfium2.PdfPage) -> Sheet:
    """What stands on a page."""
    frame = _frame(page)
    textpage = page.get_textpage()
    try:
        words, aslant = _words(textpage.raw, frame)
    finally:
        textpage.close()
    rules, blanks, pictures = _drawn(page, frame)
    width, height = frame.right - frame.left, frame.top - frame.bottom
    if frame.turns % 2:
        width, height = height, width
    return Sheet(width, height, words, rules, blanks, aslant, pictures)


def _frame(page: pypdfium2.PdfPage) -> _Frame:
    left, bottom, right, top = page.get_bbox()
    return _Frame(left, bottom, right, top, page.get_rotation() // 90)


def _words(text: object, frame: _Frame) -> tuple[list[Word], list[str]]:
    """The words of a page in the order in which the file holds them, and those that are not set from left to right."""
    words: list[Word] = []
    aslant: list[str] = []
    letters = _letters(text)
    for found in _WORD.finditer(letters):
        start = found.start()
        spaced = not words or start == 0 or letters[start - 1].isspace()
        if _is_upright(text, start, frame):
            word = _word(text, found, frame, spaced=spaced)
            if _on_paper(word):
                words.append(word)
        else:
            aslant.append(found[0].replace("\x02", ""))
    return words, aslant


def _letters(text: Any) -> str:
    """The letters of a page, one for each index that pdfium counts by; \\x02 is its mark for a hyphen at a line's end."""
    count = c.FPDFText_CountChars(text)
    buffer = (ctypes.c_ushort * (count + 1))()
    written = c.FPDFText_GetText(text, 0, count, buffer)
    letters = ctypes.string_at(buffer, 2 * count).decode("utf-16-le", "surrogatepass")
    if written != count + 1 or _SURROGATE.search(letters):
        codes = (c.FPDFText_GetUnicode(text, index) for index in range(count))
        letters = "".join(" " if 0xD800 <= code < 0xE000 or code > 0x10FFFF else chr(code) for code in codes)
    return letters.translate(_CODES)


def _is_upright(text: Any, index: int, frame: _Frame) -> bool:
    angle = float(c.FPDFText_GetCharAngle(text, index))
    return round(angle / _QUARTER + frame.turns) % 4 == 0


def _word(text: Any, found: re.Match[str], frame: _Frame, *, spaced: bool) -> Word:
    """A word with its box; the small raised number of a footnote at its end is left out."""
    first, last = c.FS_RECTF(), c.FS_RECTF()
    start, end = found.span()
    c.FPDFText_GetLooseCharBox(text, start, first)
    c.FPDFText_GetLooseCharBox(text, end - 1, last)
    letters = found[0].replace("\x02", "-")
    if last.top - last.bottom < _RAISED * (first.top - first.bottom) and (stem := letters.rstrip("0123456789")):
        letters, last.bottom, last.top = stem, first.bottom, first.top
    x0, x1, top, bottom = frame.box(
        min(first.left, last.left), min(first.bottom, last.bottom), max(first.right, last.right), max(first.top, last.top)
    )
    return Word(letters, x0, x1, top, bottom, c.FPDFText_GetFontWeight(text, start) >= _BOLD, spaced)


def _on_paper(word: Word) -> bool:
    """Whether a word has a place and a size that paper can have."""
    return -_FAR < word.x0 <= word.x1 < _FAR and -_FAR < word.top < word.bottom < _FAR


def _drawn(page: pypdfium2.PdfPage, frame: _Frame) -> tuple[list[Rule], list[tuple[float, float]], int]:
    """The straight lines of a page, the places of its empty words (a bullet that the file has no glyph for leaves one), and the number of images."""
    rules: list[Rule] = []
    blanks: list[tuple[float, float]] = []
    pictures = 0
    for number, thing in enumerate(page.get_objects(max_depth=4)):
        if number >= _MOST_OBJECTS:
            break
        if thing.type == c.FPDF_PAGEOBJ_IMAGE:
            pictures += 1
        elif thing.type == c.FPDF_PAGEOBJ_PATH:
            rules.extend(_rules(thing, frame))
        elif thing.type == c.FPDF_PAGEOBJ_TEXT:
            x0, x1, top, bottom = frame.box(*_bounds(thing))
            if x1 - x0 < _THIN and bottom - top < _THIN:
                blanks.append((x0, bottom))
    return rules, blanks, pictures


def _bounds(thing: pypdfium2.PdfObject) -> tuple[float, float, float, float]:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    c.FPDFPageObj_GetBounds(thing.raw, left, bottom, right, top)
    return left.value, bottom.value, right.value, top.value


def _rules(thing: pypdfium2.PdfObject, frame: _Frame) -> Iterator[Rule]:
    """The straight lines of a path: a thin box is one, a box is its four edges, any other path is taken stroke by stroke."""
    x0, x1, top, bottom = frame.box(*_bounds(thing))
    if x1 - x0 < _THIN or bottom - top < _THIN:
        yield Rule(x0, x1, top, bottom)
        return
    count = c.FPDFPath_CountSegments(thing.raw)
    if not 2 <= count <= _MOST_SEGMENTS or not _is_stroked(thing):
        return
    if count in (4, 5):
        yield from (Rule(x0, x1, top, top), Rule(x0, x1, bottom, bottom), Rule(x0, x0, top, bottom), Rule(x1, x1, top, bottom))
        return
    yield from _strokes(thing, count, frame)


def _is_stroked(thing: pypdfium2.PdfObject) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(c.FPDFPath_GetDrawMode(thing.raw, fill, stroke)) and bool(stroke.value)


def _strokes(thing: pypdfium2.PdfObject, count: int, frame: _Frame) -> Iterator[Rule]:
    matrix = thing.get_matrix()
    before: tuple[float, float] | None = None
    for index in range(count):
        segment = c.FPDFPath_GetPathSegment(thing.raw, index)
        x, y = ctypes.c_float(), ctypes.c_float()
        c.FPDFPathSegment_GetPoint(segment, x, y)
        here = matrix.on_point(x.value, y.value)
        if before is not None and c.FPDFPathSegment_GetType(segment) == c.FPDF_SEGMENT_LINETO:
            x0, x1, top, bottom = frame.box(min(before[0], here[0]), min(before[1], here[1]), max(before[0], here[0]), max(before[1], here[1]))
            if x1 - x0 < _THIN or bottom - top < _THIN:
                yield Rule(x0, x1, top, bottom)
        before = here
