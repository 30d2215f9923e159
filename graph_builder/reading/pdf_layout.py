"""The rows of a page go in; its pieces come out in the order in which they are read: columns of lines, and tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from graph_builder.reading.pdf_lines import Line, whole

_ALIGNED = 6.0
_MARGIN = 50.0
_LONG = 0.4
_SOME = 0.15
_FULL = 0.72
_UNEVEN = 1.25
_NUMBER = re.compile(r"\(?\d{1,4}(?:\.\d{1,3})*[.)]?$|\(?[a-z]{1,3}\)$|[A-Z]\.$")


class Piece(NamedTuple):
    """Part of a page: the lines of one column, or the rows of a table, each cell the lines in it.

    `heading` where it stands in the margin; `right` is the right edge of a column that is one of several, `edges` those of a table's cells.
    """

    lines: tuple[Line, ...] = ()
    rows: tuple[tuple[tuple[Line, ...], ...], ...] = ()
    heading: bool = False
    right: float | None = None
    edges: tuple[tuple[float, ...], ...] = ()

    @property
    def top(self) -> float:
        """The upper edge of what stands in it."""
        return min((line.top for line in self._all()), default=0.0)

    @property
    def left(self) -> float:
        """The left edge of what stands in it."""
        return min((line.x0 for line in self._all()), default=0.0)

    def _all(self) -> Iterator[Line]:
        yield from self.lines
        yield from (line for row in self.rows for cell in row for line in cell)


def margin(pages: Sequence[Sequence[list[Line]]], width: float) -> float | None:
    """Where the text begins in a paper whose headings stand in a margin beside it; None where none do."""
    segments = [segment for rows in pages for row in rows for segment in row]
    long = [segment for segment in segments if segment.x1 - segment.x0 > _LONG * width]
    if len(long) < 5:
        return None
    starts = Counter(round(segment.x0 / _ALIGNED) for segment in long)
    usual = max(starts, key=lambda place: (starts[place] + starts[place - 1] + starts[place + 1], -place))
    # Where most lines are bullets, the text begins further left than most do.
    before = sorted(place for place, count in starts.items() if count >= max(3, _SOME * starts[usual]) and place < usual)
    for start in (*before, usual):
        left = min(segment.x0 for segment in long if abs(round(segment.x0 / _ALIGNED) - start) < 2)
        beside = [segment for segment in segments if segment.x1 < left and segment.x0 < left - _MARGIN and not _NUMBER.match(segment.text)]
        across = [segment for segment in long if segment.x0 < left - _MARGIN]
        if len(beside) >= 3 and len(across) < 0.5 * len(long):
            return left
    return None


def pieces(rows: Sequence[list[Line]], left: float | None) -> Iterator[Piece]:
    """The pieces of some rows, which stand one below the other; `left` is where the text begins beside a margin of headings."""
    if left is None:
        yield from _plain(rows)
        return
    for across, run in groupby((_resplit(row, left) for row in rows), key=lambda row: _crosses(row, left)):
        stretch = list(run)
        yield from _plain(stretch) if across else _beside(stretch, left)


def _crosses(row: Sequence[Line], left: float) -> bool:
    return any(segment.x0 < left - 20 and segment.x1 > left + 10 for segment in row)


def _beside(rows: Sequence[list[Line]], left: float) -> Iterator[Piece]:
    """Rows with headings in the margin: each heading, put together from its lines, before the text that begins beside it."""
    main: list[list[Line]] = []
    heading: list[Line] = []
    for row in rows:
        text = [segment for segment in row if segment.x0 >= left - 20]
        margin = [segment for segment in row if segment.x0 < left - 20]
        if len(margin) == 1 and text and _NUMBER.match(margin[0].text):
            text, margin = [Line(margin[0].words + text[0].words), *text[1:]], []
        if margin and (not heading or _begins(whole(margin), heading, beside_text=bool(text), had_text=bool(main))):
            yield from _headed(heading, main)
            main, heading = [], []
        if margin:
            heading.append(whole(margin))
        if text:
            main.append(text)
    yield from _headed(heading, main)


def _begins(line: Line, heading: Sequence[Line], *, beside_text: bool, had_text: bool) -> bool:
    """Whether a line in the margin begins a heading: after a gap, with a number of its own, or where only it has text beside it."""
    last = heading[-1]
    if line.top - last.bottom > 0.7 * line.size or last.text.endswith(":"):
        return True
    numbers = [one.words[0].text.rstrip(".").isdecimal() for one in (heading[0], line)]
    return all(numbers) or (beside_text and not had_text)


def _headed(heading: Sequence[Line], main: Sequence[list[Line]]) -> Iterator[Piece]:
    if heading:
        yield Piece(tuple(heading), heading=True)
    yield from _plain(main)


def _plain(rows: Sequence[list[Line]]) -> Iterator[Piece]:
    """Rows without a margin: plain lines, tables without ruled lines, and columns side by side."""
    lines: list[Line] = []
    index = 0
    while index < len(rows):
        end, columns = _run(rows, index)
        if end - index > 1:
            if lines:
                yield Piece(tuple(lines))
                lines = []
            yield from _columns(rows[index:end], columns)
            index = end
        else:
            lines.append(whole(rows[index]))
            index += 1
    if lines:
        yield Piece(tuple(lines))


def _run(rows: Sequence[list[Line]], start: int) -> tuple[int, list[tuple[float, float]]]:
    """The end of the rows from `start` that share columns, and the columns' edges; `start + 1` where there is no such run."""
    if len(rows[start]) < 2:
        return start + 1, []
    columns = [(segment.x0, segment.x1) for segment in rows[start]]
    end, last, shared = start + 1, start, 1
    while end < len(rows):
        grown = _grown(columns, rows[end])
        row, above = whole(rows[end]), whole(rows[end - 1])
        if grown is None or row.top - above.bottom > 1.6 * row.size:
            break
        if len(rows[end]) > 1:
            columns, last, shared = grown, end, shared + 1
        elif _ends_list(rows[end - 2 : end + 1], row, columns[0]):
            columns, last = grown, end
        elif end - last > 3 or min(abs(row.x0 - x0) for x0, _ in columns) > _ALIGNED:
            break
        elif abs(row.x0 - columns[0][0]) > _ALIGNED:
            columns, last = grown, end
        end += 1
    return (last + 1, columns) if shared > 1 else (start + 1, [])


def _ends_list(near: Sequence[Sequence[Line]], row: Line, first: tuple[float, float]) -> bool:
    """Whether a row belongs to the first column's list, which is longer than the others: it is as short as they are and follows as closely."""
    if len(near) < 3 or abs(row.x0 - first[0]) > _ALIGNED or row.x1 > first[1] + 12:
        return False
    heights = [whole(one).bottom for one in near]
    return abs((heights[2] - heights[1]) - (heights[1] - heights[0])) < 1.5


def _grown(columns: list[tuple[float, float]], row: Sequence[Line]) -> list[tuple[float, float]] | None:
    """The columns widened by a row's segments; None where a segment reaches over two of them."""
    found = list(columns)
    for segment in row:
        met = [place for place, (x0, x1) in enumerate(found) if segment.x0 < x1 + 2 and segment.x1 > x0 - 2]
        if len(met) > 1:
            return None
        if met:
            x0, x1 = found[met[0]]
            found[met[0]] = (min(x0, segment.x0), max(x1, segment.x1))
        else:
            found.append((segment.x0, segment.x1))
    return sorted(found)


def _columns(rows: Sequence[list[Line]], columns: list[tuple[float, float]]) -> Iterator[Piece]:
    """Rows that share columns: prose side by side is read column after column, anything else is a table."""
    placed = [[(_place(segment, columns), segment) for segment in row] for row in rows]
    prose = len(columns) == 2 and sum(len(row) > 1 for row in rows) >= 5 and all(_is_prose(placed, place, columns[place]) for place in (0, 1))
    if prose and not _level(placed):
        for place in (0, 1):
            yield Piece(tuple(segment for row in placed for where, segment in row if where == place), right=columns[place][1])
        return
    table = _table(placed, len(columns))
    edges = (tuple(x1 for _, x1 in columns),) * len(table)
    yield Piece(rows=tuple(tuple(tuple(cell) for cell in row) for row in table), edges=edges)


def _level(placed: Sequence[Sequence[tuple[int, Line]]]) -> bool:
    """Whether each wider step down has words in all columns below it, as the rows of a table do, and paragraphs side by side do not."""
    heights = [max(segment.bottom for _, segment in row) for row in placed]
    steps = [below - above for above, below in pairwise(heights)]
    wider = [row for row, step in zip(placed[1:], steps, strict=True) if step > _UNEVEN * min(steps)]
    return len(wider) > 1 and all(len(row) > 1 for row in wider)


def _place(segment: Line, columns: list[tuple[float, float]]) -> int:
    def away(place: int) -> float:
        x0, x1 = columns[place]
        return max(x0 - segment.x1, segment.x0 - x1, 0) + abs(segment.x0 - x0) / 1e4

    return min(range(len(columns)), key=away)


def _is_prose(placed: Sequence[Sequence[tuple[int, Line]]], place: int, column: tuple[float, float]) -> bool:
    widths = [segment.x1 - segment.x0 for row in placed for where, segment in row if where == place]
    return sum(widths) / len(widths) > _FULL * (column[1] - column[0]) and column[1] - column[0] > 120


def _table(placed: Sequence[Sequence[tuple[int, Line]]], count: int) -> list[list[list[Line]]]:
    """The rows of a table: one begins after a wider step where steps differ, else where the first column or more than one has words."""
    heights = [max(segment.bottom for _, segment in row) for row in placed]
    steps = [below - above for above, below in pairwise(heights)]
    uneven = max(steps) > _UNEVEN * min(steps)
    table: list[list[list[Line]]] = []
    for row, step in zip(placed, [0.0, *steps], strict=True):
        begins = step > _UNEVEN * min(steps) if uneven else len(row) > 1 or row[0][0] == 0
        begins = begins or row[-1][1].text.isdecimal()
        if not table or begins:
            table.append([[] for _ in range(count)])
        for place, segment in row:
            table[-1][place].append(segment)
    return table


def _resplit(row: Sequence[Line], left: float) -> list[Line]:
    """A row parted where its text begins beside a margin, though the gap there is narrow."""
    found: list[Line] = []
    for segment in row:
        for place in range(1, len(segment.words)):
            before, word = segment.words[place - 1], segment.words[place]
            if abs(word.x0 - left) < 1.5 and word.x0 - before.x1 > 0.4 * word.size and before.x1 < left - 3:
                found += [Line(segment.words[:place], segment.item), Line(segment.words[place:])]
                break
        else:
            found.append(segment)
    return found
