"""Minutes set in two columns as plain text, numbers and titles in the margin and text beside them, are put one below the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph_builder.language.passages import Line, Passage

_NUMBER = re.compile(r"(?:[A-Z]{1,6}[\s./-]?)?\d{1,4}(?:[./-]\d{1,4}){0,2}\.?$")
SLACK = 2


def unfold(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, each margin heading before the text beside it; the lines as they are where the paper has no such margin."""
    column = _column(lines)
    return tuple(_reindexed(_unfolded(lines, column))) if column else tuple(lines)


def _column(lines: Sequence[Line]) -> int:
    """Where the text column begins; 0 where there is none: at least three numbers stand in the margin before it."""
    starts = Counter(_second(line) for line in lines if len(line.columns) == 2 and not line.indent and _NUMBER.match(line.columns[0].text))
    if not starts:
        return 0
    column, count = min(starts.items(), key=lambda item: (-item[1], item[0]))
    beside = sum(1 for line in lines if abs(line.indent - column) <= SLACK)
    return column if count >= 3 and beside >= 5 and column >= 8 else 0


def _second(line: Line) -> int:
    return line.columns[1].offset(0) - (line.passage.offset(0) - line.indent)


def _unfolded(lines: Sequence[Line], column: int) -> Iterator[Line]:
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        margin, text = _parts(line, column)
        if margin is not None and left and (line.gap or _NUMBER.match(margin.text)) and _fresh(margin.text):
            yield from _group(left, right)
            left, right = [], []
        if margin is not None:
            left.append(_line(line, margin, gap=not left))
        if text is not None:
            right.append(_line(line, text, gap=line.gap or not right))
    yield from _group(left, right)


def _fresh(text: str) -> bool:
    """Whether a margin line begins a new heading: a number, or a label such as "Apologies:"."""
    return bool(_NUMBER.match(text)) or text.endswith(":") or text[:1].isupper()


def _parts(line: Line, column: int) -> tuple[Passage | None, Passage | None]:
    """What a line has in the margin and in the text column."""
    if line.indent >= column - SLACK:
        return None, line.passage
    if len(line.columns) >= 2 and abs(_second(line) - column) <= SLACK:
        return line.columns[0], line.passage.cut(len(line.columns[0].text) + 1)
    return line.passage, None


def _line(line: Line, passage: Passage, *, gap: bool) -> Line:
    return replace(line, passage=passage, gap=gap, blank=int(gap), columns=(), indent=0)


def _group(left: list[Line], right: list[Line]) -> Iterator[Line]:
    yield from left
    yield from right


def _reindexed(lines: Iterator[Line]) -> Iterator[Line]:
    for index, line in enumerate(lines):
        yield replace(line, index=index)
