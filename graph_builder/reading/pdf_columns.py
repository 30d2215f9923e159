"""The words of a page go in; where prose stands in two columns beside each other, the parts of the page come out in reading order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

from graph_builder.reading.pdf_lines import lines, whole
from graph_builder.reading.pdf_words import Word

_MIDDLE: Final = (0.3, 0.7)
"""Where on a page a second column may begin, in shares of its width."""
_GUTTER: Final = 9.0
_HANGING: Final = 45.0
_CROWD: Final = 5_000
_ROWS: Final = 8
_WIDE: Final = 0.25
_FULL: Final = 0.6
_HALF: Final = 0.5
_DENSE: Final = 0.7
_RUNNING: Final = 0.15
"""The share of a column's lines that begin with a small letter, from which on it is running text and no list or table."""
_EDGE: Final = 0.09
_APART: Final = 1.6


class Zone(NamedTuple):
    """A part of a page, by its edges; `column` where it is one of two that stand side by side."""

    left: float
    right: float
    top: float
    bottom: float
    column: bool = False

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.left <= x < self.right and self.top <= y < self.bottom


def zones(words: Sequence[Word], width: float, height: float) -> list[Zone]:
    """The parts of a page from its top, the left column before the right one; one part where no prose stands in columns."""
    if len(words) > _CROWD:  # no page that is set in columns for people to read
        return [Zone(-width, 2 * width, -height, 2 * height)]
    page = Zone(-width, 2 * width, -height, 2 * height)
    found = [pair for start in _starts(words, width) if (pair := _pair(words, start, page)) is not None]
    if not found:
        return [page]
    _, left, right = max(found, key=lambda pair: pair[0])
    return [page._replace(bottom=left.top), left, right, page._replace(top=left.bottom)]


def _pair(words: Sequence[Word], start: float, page: Zone) -> tuple[int, Zone, Zone] | None:
    """The two columns of which the right one begins at a place, and how many words are in them; None where there are none."""
    width, height = page.right / 2, page.bottom / 2
    top, bottom = _band(words, start, height)
    within = [word for word in words if top <= word.top and word.bottom <= bottom]
    edge = _edge(within, start) - 2
    left, right = (_Column([word for word in within if (word.x0 < edge) is first], width) for first in (True, False))
    prose = left.prose or right.prose
    if not prose or not left.is_beside(right) or not right.is_beside(left) or _is_table(left, right):
        return None
    return len(within), Zone(-width, edge, top, bottom, column=True), Zone(edge, 2 * width, top, bottom, column=True)


class _Column:
    """The words on one side of a gutter."""

    def __init__(self, words: Sequence[Word], width: float) -> None:
        split = lines(words)
        self.rows = [whole(row) for row in split]
        self.parted = sum(len(row) > 1 for row in split)
        self.span = max((word.x1 for word in words), default=0.0) - min((word.x0 for word in words), default=0.0)
        self.wide = len(self.rows) >= _ROWS and self.span >= _WIDE * width and self._usual() > _HALF * self.span

    def _usual(self) -> float:
        return median(row.x1 - row.x0 for row in self.rows)

    @property
    def prose(self) -> bool:
        """Whether it is running text: wide lines without gaps, of which many begin in the middle of a sentence."""
        if not self.wide or self._usual() < _FULL * self.span or median(len(row.words) for row in self.rows) < 4:
            return False
        running = sum(row.words[0].text[:1].islower() for row in self.rows)
        return running > _RUNNING * len(self.rows) and self.parted < 0.2 * len(self.rows)

    def is_beside(self, other: _Column) -> bool:
        """Whether it is prose itself, or as full of lines as the prose beside it."""
        return self.prose or (self.wide and len(self.rows) > _DENSE * len(other.rows))

    def paragraph_starts(self) -> list[float]:
        """The heights at which lines stand that follow a wider step than is usual."""
        steps = [(above.bottom, below.bottom) for above, below in pairwise(self.rows)]
        usual = median(below - above for above, below in steps)
        return [below for above, below in steps if below - above > 1.3 * usual]


def _starts(words: Sequence[Word], width: float) -> list[float]:
    """Where many words begin below each other in the middle of a page, the places with the most of them first."""
    places = Counter(round(word.x0 / 2) for word in words if _MIDDLE[0] * width < word.x0 < _MIDDLE[1] * width)
    near = {place: count + places[place + 1] for place, count in places.items()}
    best = sorted((place for place, count in near.items() if count >= _ROWS), key=lambda place: (-near[place], place))
    return [2 * place - 1.0 for place in best[:3]]


def _band(words: Sequence[Word], start: float, height: float) -> tuple[float, float]:
    """From where to where down the page no word stands in the gutter before a column: the stretch with the most words on both sides."""
    crossing = sorted((word.top, word.bottom) for word in words if word.x0 < start - 1 and word.x1 > start - _GUTTER)
    edges = [(-height, -height), *crossing, (2 * height, 2 * height)]
    ends, stretches = -height, []
    for top, bottom in edges:
        if top > ends:
            stretches.append((ends, top))
        ends = max(ends, bottom)
    middles = sorted((word.top + word.bottom) / 2 for word in words if abs(word.x0 - start) < 3)
    best = max(stretches, key=lambda one: sum(one[0] < middle < one[1] for middle in middles), default=(0.0, 0.0))
    return _without_ends(words, best, height)


def _edge(words: Sequence[Word], start: float) -> float:
    """The left edge of a column in which most lines begin at `start`, or bullets and numbers before it: the first with a gutter before it."""
    places = sorted({word.x0 for word in words if start - _HANGING < word.x0 < start})
    return next((place for place in places if not any(word.x0 < place - 1 and word.x1 > place - _GUTTER for word in words)), start)


def _without_ends(words: Sequence[Word], band: tuple[float, float], height: float) -> tuple[float, float]:
    """A stretch without the lines at the page's very top and bottom that stand apart from the rest, as headers and footers do."""
    tops = sorted((word.top, word.bottom) for word in words if band[0] <= word.top and word.bottom <= band[1])
    if not tops:
        return band
    size = median(bottom - top for top, bottom in tops)
    first, last = band
    for (_, bottom), (top, _) in pairwise(tops):
        if top - bottom > (_APART - 1) * size and bottom < _EDGE * height:
            first = max(first, (bottom + top) / 2)
        if top - bottom > (_APART - 1) * size and top > (1 - _EDGE) * height:
            last = min(last, (bottom + top) / 2)
    return first, last


def _is_table(left: _Column, right: _Column) -> bool:
    """Whether the paragraphs of two columns begin at the same heights, as the cells of a table's rows do."""
    fewer, more = sorted((left.paragraph_starts(), right.paragraph_starts()), key=len)
    together = sum(any(abs(one - other) < 2 for other in more) for one in fewer)
    return len(fewer) > 1 and together > 0.7 * len(more)
