"""The lines that are drawn on a page go in; the tables that they rule come out, as boxes with their rows and columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from graph_builder.reading.pdf_words import Rule, Word

_NEAR = 3.0
_SHORT = 6.0
_MOST = 1_500


class Grid(NamedTuple):
    """A ruled table: the places of its lines, from left to right and from top to bottom, and which cells are part of others."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    merged: Mapping[tuple[int, int], tuple[int, int]]

    def holds(self, word: Word) -> bool:
        """Whether a word stands in the table."""
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        return self.columns[0] - 1 < x < self.columns[-1] + 1 and self.rows[0] - 1 < y < self.rows[-1] + 1

    def place(self, word: Word) -> tuple[int, int]:
        """The row and column of a word, of the first cell where several are one."""
        x, y = (word.x0 + min(word.x1, word.x0 + 12)) / 2, (word.top + word.bottom) / 2
        cell = (sum(1 for edge in self.rows[1:-1] if edge < y), sum(1 for edge in self.columns[1:-1] if edge < x))
        return self.merged.get(cell, cell)

    def edge(self, row: int, column: int) -> float:
        """The right edge of a cell, and of those that are part of it."""
        last = max((place for (line, place), cell in self.merged.items() if cell == (row, column)), default=column)
        return self.columns[max(last, column) + 1]


def grids(rules: Sequence[Rule], words: Sequence[Word]) -> list[Grid]:
    """The ruled tables of a page, from its top: lines that touch, with two columns or more, and words in two of them or more."""
    found: list[Grid] = []
    for group in _groups([rule for rule in rules if max(rule.x1 - rule.x0, rule.bottom - rule.top) > _SHORT][:_MOST]):
        across = [rule for rule in group if rule.across]
        down = [rule for rule in group if not rule.across]
        columns = _edges(rule.x0 for rule in down)
        rows = _edges(rule.top for rule in across)
        if len(columns) < 3 and len(across) > 2:
            columns, down = _edges([*columns, *(edge for rule in across for edge in (rule.x0, rule.x1))]), []
        # The last row of a table that goes on overleaf stands alone there.
        if len(columns) < 3 or len(rows) < 2 or (len(rows) < 3 and len(columns) < 4):
            continue
        grid = Grid(columns, rows, _merged(columns, rows, across, down))
        if len({grid.place(word)[1] for word in words if grid.holds(word)}) > 1:
            found.append(grid)
    return sorted(found, key=lambda grid: grid.rows[0])


def _merged(columns: Sequence[float], rows: Sequence[float], across: list[Rule], down: list[Rule]) -> dict[tuple[int, int], tuple[int, int]]:
    """The cells between which no line is drawn, each with the first of them."""
    first: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(len(rows) - 1):
        for column in range(len(columns) - 1):
            left, above = (row, column - 1), (row - 1, column)
            if column and down and not _drawn(((rule.x0, rule.top, rule.bottom) for rule in down), columns[column], rows[row], rows[row + 1]):
                first[row, column] = first.get(left, left)
            elif row and not _drawn(((rule.top, rule.x0, rule.x1) for rule in across), rows[row], columns[column], columns[column + 1]):
                first[row, column] = first.get(above, above)
    return first


def _drawn(lines: Iterable[tuple[float, float, float]], place: float, start: float, end: float) -> bool:
    """Whether lines at a place (place, start, end) cover half of the way from start to end."""
    covered = sum(max(0.0, min(to, end) - max(since, start)) for at, since, to in lines if abs(at - place) < _SHORT)
    return covered > 0.5 * (end - start)


def _groups(rules: list[Rule]) -> list[list[Rule]]:
    """Lines in groups that touch each other."""
    rules = sorted(rules, key=lambda rule: rule.top)
    groups: list[list[Rule]] = []
    for rule in rules:
        touched = [group for group in groups if any(_touch(rule, other) for other in reversed(group))]
        merged = [rule]
        for group in touched:
            merged = group + merged
            groups.remove(group)
        groups.append(merged)
    return groups


def _touch(one: Rule, other: Rule) -> bool:
    return (
        one.x0 <= other.x1 + _NEAR and other.x0 <= one.x1 + _NEAR and one.top <= other.bottom + _NEAR and other.top <= one.bottom + _NEAR
    )


def _edges(places: Iterable[float]) -> tuple[float, ...]:
    """The places of lines, those nearer than a few points to each other as one."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _SHORT:
            found.append(place)
    return tuple(found)
