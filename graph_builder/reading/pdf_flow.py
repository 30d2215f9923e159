"""The lines of a column go in; its paragraphs come out, each in one line, with the hyphens of line ends put right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from graph_builder.reading.pdf_lines import Line

_SLACK = 2.0
_CLUSTER = 6.0
_ENOUGH = 6
_REACHED = 0.8
_INDENT = 0.8
_SPACED = 1.35
# No sentence ends with what is short for a title or a saint.
_ENDED = re.compile(r"(?<!\bSt)(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bCllr)(?<!\bCllrs)(?<!\bRev)(?<!\bMessrs)[.:;?!][\"'\u2019\u201d)]?$")
_LABEL = re.compile(r"[A-Z][\w-]*(?: [\w-]+){0,3}:")
"""A line that only says what stands below it, as "Present:", goes on no sentence."""
_HYPHENATED = re.compile(r"([^\W\d_]+)-$")
_PREFIXES = frozenset(
    """multi non co self well long short high low part full cross pre post anti semi ex vice inter re sub mid one two three four five six first second
    third year up follow in on off face end day cost life work home care young deep under over child early stake user evidence""".split()
)


class Style(NamedTuple):
    """How a column is set: the usual distance from one line to the next in heights of a line, and its right edge, also by where lines begin."""

    leading: float
    right: float
    rights: Mapping[int, float] = MappingProxyType({})

    def edge(self, line: Line) -> float:
        """The right edge of the lines that begin where this one does."""
        return self.rights.get(round(line.text_x0 / _CLUSTER), self.right)


class Words(NamedTuple):
    """The words of a whole paper, in small letters: those that stand whole, and those with a hyphen in them."""

    whole: frozenset[str]
    hyphenated: frozenset[str]


def vocabulary(lines: Iterable[Line]) -> Words:
    """The words of a paper's lines, but for the last of each line, which may be half of one."""
    found = {word.text.strip(".,;:()'\u2019\u201c\u201d\"").lower() for line in lines for word in line.words[:-1]}
    return Words(frozenset(word for word in found if "-" not in word), frozenset(word for word in found if "-" in word))


def column(lines: Sequence[Line], right: float) -> Style:
    """How the lines of a column are set whose right edge is known."""
    return Style(_leading(lines), right)


def style(lines: Sequence[Line], width: float) -> Style:
    """How the lines of a paper are set, whose pages are so wide; where all are short, its right margin is taken to be as wide as its left."""
    groups: dict[int, list[float]] = {}
    for line in lines:
        for near in (-1, 0, 1):
            groups.setdefault(round(line.text_x0 / _CLUSTER) + near, []).append(line.x1)
    whole = _farthest([line.x1 for line in lines])
    mirrored = width - min((line.x0 for line in lines), default=0.0)
    whole = whole if whole > _REACHED * mirrored else mirrored
    rights = {place: _farthest(ends) for place, ends in groups.items() if len(ends) >= _ENOUGH}
    return Style(_leading(lines), whole, {place: right for place, right in rights.items() if right > _REACHED * whole})


def _farthest(ends: Sequence[float]) -> float:
    """The right edge that ends of lines show: the farthest that three lines or more come near to."""
    ends = sorted(ends, reverse=True)
    return next((end for end, third in zip(ends, ends[2:], strict=False) if end - third < 15), ends[0] if ends else 0.0)


def _leading(lines: Sequence[Line]) -> float:
    """The usual distance from one line to the next, in heights of a line: what a quarter of all pairs stay below."""
    steps = sorted(
        (below.bottom - line.bottom) / line.size
        for line, below in pairwise(lines)
        if abs(below.size - line.size) < 0.1 * line.size and 0.8 * line.size < below.bottom - line.bottom < 2.5 * line.size
    )
    return steps[len(steps) // 4] if steps else 1.2


def paragraphs(lines: Sequence[Line], style: Style, words: Words) -> Iterator[list[str]]:
    """The paragraphs of a column; one has several lines where the page breaks them on purpose, as in a list of names."""
    block: list[str] = []
    current: Line | None = None
    for line in lines:
        if current is None:
            block = [line.text]
        elif (how := _break(current, line, style)) == "paragraph":
            yield block
            block = [line.text]
        elif how == "line":
            block.append(line.text)
        else:
            block[-1] = joined(block[-1], line.text, words)
        current = line
    if block:
        yield block


def _break(line: Line, below: Line, style: Style) -> str:
    """What stands between two lines of a column: a new paragraph, a new line, or nothing."""
    step = below.bottom - line.bottom
    if step > _SPACED * style.leading * max(line.size, below.size) or step < -line.size:
        return "paragraph"
    if below.marked or abs(line.size - below.size) > 0.12 * line.size or line.bold != below.bold:
        return "paragraph"
    if _LABEL.fullmatch(below.text):
        return "line"
    indent = below.x0 - line.text_x0
    moved = abs(indent) > _INDENT * line.size and abs(below.x0 - line.x0) > _INDENT * line.size
    if fits(line, below, style):
        if below.text[0].islower() and not _ENDED.search(line.text[-8:]) and not moved:
            return ""
        ended = bool(_ENDED.search(line.text[-8:])) and len(line.words) > 6
        return "paragraph" if ended or line.marked or (moved and indent > 0) else "line"
    return "paragraph" if moved and _ENDED.search(line.text[-8:]) else ""


def fits(line: Line, below: Line, style: Style) -> bool:
    """Whether the next line's first word would have fitted at the end of a line: then its end is meant."""
    first = below.words[0]
    space = 0.28 * line.size
    return line.x1 + space + (first.x1 - first.x0) < style.edge(line) - _SLACK and not line.text.endswith("-")


def unfinished(line: Line, below: Line, style: Style, *, numbered: bool, elsewhere: bool = False) -> bool:
    """Whether a paragraph, `numbered` or with a bullet, goes on from the last line of a page to the first of the next, or `elsewhere` to the next column."""
    if below.marked or abs(line.size - below.size) > 0.12 * line.size or line.bold != below.bold:
        return False
    if below.text[:1].islower():
        return True
    return (numbered or not _ENDED.search(line.text[-8:])) and not fits(line, below, style) and (elsewhere or abs(below.x0 - line.text_x0) < 2 * line.size)


def joined(text: str, more: str, words: Words) -> str:
    """Two lines as one: an ordinary word that was broken loses its hyphen, a surname and a compound keep theirs."""
    broken = _HYPHENATED.search(text[-80:])
    if broken is None or not more[:1].isalpha():
        return f"{text}{more}" if text.endswith(("-", "/")) and not text.endswith((" -", " /")) else f"{text} {more}"
    head, tail = broken[1].lower(), re.match(r"[^\W\d_]+(?:-[^\W\d_]+)*", more)
    rest = tail[0].lower() if tail else ""
    if not more[0].islower() or _keeps(head, rest, words):
        return f"{text}{more}"
    return f"{text[:-1]}{more}"


def _keeps(head: str, rest: str, words: Words) -> bool:
    """Whether a word is written with its hyphen: by the paper's other uses of it, else by its first part."""
    if f"{head}-{rest}" in words.hyphenated:
        return True
    if head + rest in words.whole:
        return False
    return head in _PREFIXES or (len(head) > 3 and head in words.whole and rest in words.whole)
