"""A document's text becomes clean lines and paragraphs whose every character still knows its offset in the document."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from graph_builder.model import Document, Id, Span

# Characters that stand for another one, one to one, so that offsets hold.
PLAIN: Final = str.maketrans(
    dict.fromkeys("\u00a0\u2007\u202f\t\f\x0b", " ")
    | dict.fromkeys("\u2010\u2011", "-")
    | dict.fromkeys("\u2018\u2019\u201b\u201f", "'")
    | dict.fromkeys("\u201c\u201d", '"')
)
# What carries no words: Markdown emphasis and escapes, table pipes, tags, entities, zero-width characters; the mark of a grade, "A* to C", is none.
_MARKS = re.compile(
    r"(?!(?:(?<=\bA)|(?<=\bA\\))\*\s*(?:to|or|and|[-–/,])\s*[A-G]\b)\*{1,3}|(?<![\w\\])_{1,3}(?=\w)|(?<=\w)_{1,3}(?![\w])|\\(?=[\\.\-_*#()\[\]!+])"
    r"|</?(?:small|sup|sub|b|i|u|em|strong|br|p|div|span|td|tr|th|table|ol|ul|li|tbody|thead|input)\b[^<>\n]{0,200}>"
    r"|&nbsp;|[\u200b\u200c\u200d\u2060\ufeff\u00ad]"
)
_HEADING = re.compile(r"\s*#{1,6}\s+(?=\S)")
_BULLET = re.compile(r"\s*(?:[•·▪◦‣●○■□–—*+\uf0b7\uf0a7\uf02d-]|[o](?=\s{2,}))\s+(?=\S)|\s*[•●▪\uf0b7]\s*(?=\S)")
_SPACES = re.compile(r" {2,}")
_WIDE = re.compile(r"(?<=\S) {3,}(?=\S)")
# What a stretch must hold before it is worth looking for marks and runs of spaces in it.
_UNCLEAN = re.compile(r"[*_\\<&|\u200b\u200c\u200d\u2060\ufeff\u00ad]|  ")


@dataclass(frozen=True, slots=True)
class Passage:
    """Clean text with its way back: `starts[i]` of the clean text is offset `offsets[i]` of the document, and so on from there."""

    document: Id
    text: str
    starts: tuple[int, ...]
    offsets: tuple[int, ...]

    def offset(self, position: int) -> int:
        """The document's offset of a position in the clean text."""
        where = bisect_right(self.starts, position) - 1
        return self.offsets[where] + position - self.starts[where]

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The document's span of a stretch of the clean text, without white space at its ends."""
        stop = len(self.text) if end is None else end
        while start < stop and self.text[start] == " ":
            start += 1
        while stop > start and self.text[stop - 1] == " ":
            stop -= 1
        if stop <= start:
            return Span(self.document, self.offset(start), self.offset(start))
        return Span(self.document, self.offset(start), self.offset(stop - 1) + 1)

    def cut(self, start: int, end: int | None = None) -> Passage:
        """A stretch of this passage as a passage, without white space at its ends."""
        stop = len(self.text) if end is None else end
        while start < stop and self.text[start] == " ":
            start += 1
        while stop > start and self.text[stop - 1] == " ":
            stop -= 1
        first = max(bisect_right(self.starts, start) - 1, 0)
        last = max(bisect_right(self.starts, max(stop - 1, start)), first + 1)
        starts = tuple(max(s - start, 0) for s in self.starts[first:last])
        offsets = (self.offset(start), *self.offsets[first + 1 : last])
        return Passage(self.document, self.text[start:stop], starts, offsets)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its clean passage, where it stands, and the marks that were taken from its head."""

    index: int
    passage: Passage
    heading: bool = False
    bold: bool = False
    bullet: bool = False
    indent: int = 0
    gap: bool = False
    """Whether white space (or the top of the document) stands before it."""
    blank: int = 0
    """How many blank lines stand before it."""
    cells: tuple[Passage, ...] = ()
    """The cells, where the line is a row of a table."""
    columns: tuple[Passage, ...] = ()
    """The stretches between wide white space, where there is any."""

    @property
    def text(self) -> str:
        """The clean text."""
        return self.passage.text


def lines(document: Document) -> tuple[Line, ...]:
    """The lines of a document that hold any words, in order; blank lines are remembered as `gap` of the next one."""
    found = tuple(_lines(document))
    return tuple(replace(line, gap=line.blank > 1 or line.index == 0) for line in found) if is_double_spaced(found) else found


def stretch(document: Document, start: int, end: int) -> Passage:
    """A stretch of a document as clean text."""
    return _clean(document.id, document.text[start:end].translate(PLAIN), 0, start)


def is_double_spaced(found: Sequence[Line]) -> bool:
    """Whether blank lines stand between the lines of one paragraph, as in text taken from some PDFs."""
    if len(found) < 20:
        return False
    single = sum(line.blank == 1 for line in found)
    running = sum(1 for a, b in pairwise(found) if b.blank == 1 and b.text[:1].islower() and a.text[-1] not in ".:;?!")
    return single / len(found) > 0.7 and running / len(found) > 0.08


def _lines(document: Document) -> Iterator[Line]:
    text = document.text.translate(PLAIN)
    start, blank, index = 0, 1, 0
    for raw in text.split("\n"):
        line = _line(document, raw, start, blank=blank, index=index)
        if line is None:
            blank += not raw.strip().strip("|")
        else:
            yield line
            blank, index = 0, index + 1
        start += len(raw) + 1


def _line(document: Document, raw: str, start: int, *, blank: int, index: int) -> Line | None:
    stripped = raw.strip()
    if not any(c.isalnum() for c in stripped):
        return None
    head = _HEADING.match(raw)
    bold = stripped.lstrip("|# ").startswith(("**", "__"))
    body = head.end() if head else 0
    bullet = None if head or bold else _BULLET.match(raw)
    if bullet:
        body = bullet.end()
    cells = _cells(document, document.text[start : start + len(raw)], raw, start)
    passage = _clean(document.id, raw, body, start)
    if not passage.text:
        return None
    indent = len(raw) - len(raw.lstrip(" "))
    columns = () if cells else _columns(document, raw, start)
    return Line(index, passage, head is not None, bold, bullet is not None, indent, blank > 0, blank, cells, columns)


def _columns(document: Document, raw: str, start: int) -> tuple[Passage, ...]:
    """The stretches of a line between runs of three spaces and more; none where there is no such run."""
    gaps = [(gap.start(), gap.end()) for gap in _WIDE.finditer(raw)]
    if not gaps:
        return ()
    begins, ends = [0, *(end for _, end in gaps)], [*(begin for begin, _ in gaps), len(raw)]
    return tuple(_clean(document.id, raw[:end], begin, start) for begin, end in zip(begins, ends, strict=True))


def stretches(document: Document, line: Line) -> tuple[tuple[int, Passage], ...]:
    """The stretches of a line between two spaces and more, each with the column, from 0, at which it begins."""
    where = line.passage.offset(0)
    start = document.text.rfind("\n", 0, where) + 1
    end = document.text.find("\n", where)
    raw = document.text[start : end if end >= 0 else len(document.text)].translate(PLAIN)
    found = re.finditer(r"\S+(?: \S+)*", raw)
    cells = ((match.start(), _clean(document.id, raw[: match.end()], match.start(), start)) for match in found)
    return tuple((at, cell) for at, cell in cells if cell.text)


def _cells(document: Document, original: str, raw: str, start: int) -> tuple[Passage, ...]:
    """The cells of a row of pipes or tabs; a line with neither has none. Empty cells stay, so that columns hold."""
    mark = "|" if raw.count("|") >= 1 else "\t" if "\t" in original else ""
    if not mark:
        return ()
    cells, at = [], 0
    parts = (raw if mark == "|" else original).split(mark)
    for part in parts:
        cells.append(_clean(document.id, raw[at : at + len(part)], 0, start + at))
        at += len(part) + 1
    if mark == "|" and cells and not cells[0].text and raw.lstrip().startswith("|"):
        cells = cells[1:]
    if mark == "|" and cells and not cells[-1].text and raw.rstrip().endswith("|"):
        cells = cells[:-1]
    return tuple(cells)


def _clean(document: Id, raw: str, begin: int, start: int) -> Passage:
    """The words of a stretch of a line: marks taken out, runs of spaces made one, and the ends trimmed."""
    if not _UNCLEAN.search(raw, begin):
        words = raw[begin:].strip(" ")
        return Passage(document, words, (0,), (start + (raw.index(words, begin) if words else 0),))
    pieces: list[tuple[int, str]] = []
    at = begin
    for mark in _MARKS.finditer(raw, begin):
        if mark.start() > at:
            pieces.append((at, raw[at : mark.start()]))
        at = mark.end()
    pieces.append((at, raw[at:]))
    text = ""
    starts: list[int] = []
    offsets: list[int] = []
    for offset, piece in pieces:
        for part_at, part in _single_spaces(piece.replace("|", " ")):
            if text.endswith(" ") or not text:
                skip = len(part) - len(part.lstrip(" "))
                part, part_at = part[skip:], part_at + skip
            if part:
                starts.append(len(text))
                offsets.append(start + offset + part_at)
                text += part
    trimmed = text.rstrip(" ")
    return Passage(document, trimmed, tuple(starts) or (0,), tuple(offsets) or (start,))


def _single_spaces(piece: str) -> Iterator[tuple[int, str]]:
    at = 0
    for run in _SPACES.finditer(piece):
        yield at, piece[at : run.start() + 1]
        at = run.end()
    if at < len(piece):
        yield at, piece[at:]


def join(passages: Iterable[Passage]) -> Passage:
    """Several passages as one, a space between them, and none where a word is broken at a hyphen."""
    parts = [p for p in passages if p.text]
    if len(parts) == 1:
        return parts[0]
    pieces: list[str] = []
    starts: list[int] = []
    offsets: list[int] = []
    length = 0
    for number, part in enumerate(parts):
        if number and not _broken(parts[number - 1].text, part.text):
            pieces.append(" ")
            length += 1
        starts.extend(length + s for s in part.starts)
        offsets.extend(part.offsets)
        pieces.append(part.text)
        length += len(part.text)
    return Passage(parts[0].document if parts else "", "".join(pieces), tuple(starts) or (0,), tuple(offsets) or (0,))


def _broken(left: str, right: str) -> bool:
    """Whether a line ends within a word, at its hyphen, which stays: "Pryce-" and "Jones", "follow-" and "up"."""
    return left.endswith("-") and (left[-2:-1].isalnum() or left[-2:-1] == "_") and right[:1].isalpha()
