"""Words with their places on a page go in; the lines that they stand in come out, parted where a wide gap parts columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from graph_builder.reading.marks import BULLETS
from graph_builder.reading.pdf_words import Rule, Word

GAP = 1.4
"""White space wider than this many heights of the line parts columns; between words it is a third of one."""

_MARK = re.compile(rf"(?:[{BULLETS}o\u2013\u2014-]|\(?(?:\d{{1,3}}(?:\.\d{{1,3}})*|[a-zA-Z]|[ivxIVX]{{1,5}})[.)]|\d{{1,3}}(?:\.\d{{1,3}})*)$")
_NUMBER = re.compile(r"\(?(?:\d{1,4}(?:\.\d{1,3})*|[a-zA-Z]|[ivxIVX]{1,5})[.)]$|\d{1,3}(?:\.\d{1,3})+$")
_BULLET = re.compile(rf"[{BULLETS}o\u2013\u2014-]$")
_REACH = 6.0
_TIGHT = 0.12
_SPACED = 0.04
_SMALL = 0.8


@dataclass(frozen=True)
class Line:
    """Words that stand side by side, from left to right.

    `item` where the file marks a list's item without a glyph for its bullet, `hung` where the lines below begin where its text does, after a number.
    """

    words: tuple[Word, ...]
    item: bool = False
    hung: bool = False

    @cached_property
    def _largest(self) -> Word:
        return max(self.words, key=_size)

    @property
    def x0(self) -> float:
        """The left edge."""
        return self.words[0].x0

    @cached_property
    def x1(self) -> float:
        """The right edge."""
        return max(word.x1 for word in self.words)

    @property
    def top(self) -> float:
        """The upper edge, small raised words aside."""
        return self._largest.top

    @property
    def bottom(self) -> float:
        """The lower edge, small raised words aside."""
        return self._largest.bottom

    @property
    def size(self) -> float:
        """The height of its largest words."""
        return self._largest.bottom - self._largest.top

    @cached_property
    def bold(self) -> bool:
        """Whether all its words are bold."""
        return all(word.bold for word in self.words)

    @cached_property
    def marked(self) -> bool:
        """Whether it begins with a bullet or the number of a list's item, set off from the text."""
        if self.item or self.hung:
            return True
        first = self.words[0]
        if len(self.words) == 1 or not _MARK.match(first.text):
            return False
        gap = self.words[1].x0 - first.x1
        return bool(first.text in BULLETS or gap > _wide(self.size) or (_BULLET.match(first.text) and gap > 0.4 * self.size))

    @property
    def numbered(self) -> bool:
        """Whether its first word has the form of a list's number."""
        return len(self.words) > 1 and _NUMBER.match(self.words[0].text) is not None

    @property
    def text_x0(self) -> float:
        """Where its text begins, after a bullet or number."""
        return self.words[1].x0 if self.marked and not self.item else self.x0

    @cached_property
    def text(self) -> str:
        """Its words, with a space where the page shows one, and "- " for a bullet."""
        parts = ["- " if self.item else ""]
        for number, word in enumerate(self.words):
            before = self.words[number - 1]
            if number == 1 and self.marked and not self.item and _BULLET.match(before.text):
                parts[-1] = "- "
            elif number and word.x0 - before.x1 > (_SPACED if word.space else _TIGHT) * min(word.size, before.size):
                parts.append(" ")
            parts.append(word.text)
        return "".join(parts)


def _wide(size: float) -> float:
    return 0.4 * size


class _Row:
    """Words that stand side by side while a page's rows are gathered, with the largest of them."""

    def __init__(self, word: Word) -> None:
        self.words = [word]
        self.largest = word

    def add(self, *words: Word) -> None:
        self.words.extend(words)
        self.largest = max(self.largest, *words, key=_size)

    def level(self, word: Word) -> bool:
        """Whether a word stands in the row: its middle lies in the height of the row's largest word, or the other way about."""
        largest = self.largest
        middle, other = (word.top + word.bottom) / 2, (largest.top + largest.bottom) / 2
        return largest.top < middle < largest.bottom or word.top < other < word.bottom


def _size(word: Word) -> float:
    return word.bottom - word.top


def lines(words: Iterable[Word]) -> list[list[Line]]:
    """The lines of a page from its top, each as the segments that wide gaps part; a bullet or number stays with its text."""
    rows: list[_Row] = []
    for word in sorted(words, key=lambda word: (word.bottom, word.x0)):
        row = next((row for row in rows[:-4:-1] if row.level(word)), None)
        if row is None:
            rows.append(_Row(word))
        else:
            row.add(word)
    rows = _gathered(sorted(rows, key=lambda row: row.largest.bottom))
    return [_segments(sorted(_without_notes(row), key=lambda word: word.x0)) for row in rows]


def _gathered(rows: list[_Row]) -> list[_Row]:
    """Rows of which those of small raised words, as the "st" of "1st", have gone to the row that they belong to."""
    kept: list[_Row] = []
    for place, row in enumerate(rows):
        for other in (*rows[place + 1 : place + 2], *kept[-1:]):
            if _size(row.largest) < _SMALL * _size(other.largest) and other.level(row.words[0]):
                other.add(*row.words)
                break
        else:
            kept.append(row)
    return kept


def _without_notes(row: _Row) -> list[Word]:
    """A row's words without the small raised numbers of footnotes."""
    size, bottom = _size(row.largest), row.largest.bottom
    start = min(word.x0 for word in row.words)

    def is_note(word: Word) -> bool:
        raised = _size(word) < _SMALL * size and word.bottom < bottom - 0.15 * size
        return raised and word.text.isdecimal() and word.x0 > start

    return [word for word in row.words if not is_note(word)]


def _segments(row: Sequence[Word]) -> list[Line]:
    found: list[list[Word]] = []
    for word in row:
        if found and not _parted(found[-1], word):
            found[-1].append(word)
        else:
            found.append([word])
    return [Line(tuple(words)) for words in found]


def _parted(before: list[Word], word: Word) -> bool:
    gap, size = word.x0 - before[-1].x1, max(word.size, before[-1].size)
    if len(before) == 1 and _MARK.match(before[0].text):
        return gap > _REACH * size
    return gap > GAP * size


def whole(segments: Sequence[Line]) -> Line:
    """The segments of one line as one."""
    if len(segments) == 1:
        return segments[0]
    return Line(tuple(word for segment in segments for word in segment.words), segments[0].item, segments[0].hung)


def unstruck(words: Iterable[Word], rules: Iterable[Rule]) -> tuple[list[Word], int]:
    """The words through which no line is drawn, and how many were left out; a line below them is an underline."""
    across = [rule for rule in rules if rule.across and rule.x1 - rule.x0 > 2]
    kept: list[Word] = []
    count = 0
    for word in words:
        if any(_strikes(rule, word) for rule in across):
            count += 1
        else:
            kept.append(word)
    return kept, count


def _strikes(rule: Rule, word: Word) -> bool:
    height = (rule.top + rule.bottom) / 2
    if not word.top + 0.35 * word.size < height < word.bottom - 0.32 * word.size or rule.bottom - rule.top > 0.2 * word.size:
        return False
    covered = min(rule.x1, word.x1) - max(rule.x0, word.x0)
    return covered > 0.8 * (word.x1 - word.x0)
