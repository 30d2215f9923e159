"""Tables that are set in columns by white space, and values behind labels, become rows of cells; what is no table stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise, takewhile
from typing import Final, TypeAlias

from graph_builder.language.passages import Line, Passage, join, stretches
from graph_builder.model import Document
from graph_builder.paper import Paragraph
from graph_builder.relations.measures.measure_tables import is_unit, is_value

Cells: TypeAlias = tuple[tuple[int, Passage], ...]
"""The stretches of a line, each with the column, from 0, at which it begins."""
_YEAR: Final = re.compile(r"(?:19|20)\d\d(?:\s?[/–-]\s?\d\d)?")
_WORDS: Final = re.compile(r"[A-Za-z]{2}")
_HEADS: Final = 3
_ROWS: Final = 2
_LONGEST: Final = 60
# "Target: 80%  Actual: 91.2%": a line of nothing but values behind their labels
_PAIR: Final = re.compile(
    r"\s*(?P<label>[A-Za-z][\w '/&()-]{1,30}?)\s*[:=]\s*"
    r"(?P<value>[£€$<>-]{0,2}\d[\d,]*(?:\.\d+)?\s?(?:%|days?\b|weeks?\b|hours?\b|minutes?\b|bn\b|m\b|k\b)?)\s*(?:[,;]|(?=[A-Z])|$)",
)


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of a paragraph with its stretches; a paragraph without lines, and a row of cells, has no line here."""

    paragraph: Paragraph
    line: Line | None = None
    cells: Cells = ()

    @property
    def is_head(self) -> bool:
        """Whether it can be a line of a header: short words and years alone."""
        return len(self.cells) > 1 and all(len(c.text) < _LONGEST and (_YEAR.fullmatch(c.text) or not is_value(c.text)) for _, c in self.cells)

    @property
    def is_body(self) -> bool:
        """Whether it gives figures behind its first words."""
        return len(self.cells) > 1 and bool(_WORDS.search(self.cells[0][1].text)) and any(is_value(cell.text) for _, cell in self.cells[1:])

    @property
    def is_rest(self) -> bool:
        """Whether it can be the rest of the words of the row above it."""
        return len(self.cells) == 1 and len(self.cells[0][1].text) < _LONGEST and self.cells[0][1].text[0].islower()

    def leads(self, following: _Row) -> bool:
        """Whether its words go on in the row below, which begins within them."""
        return len(self.cells) == 1 and following.is_body and following.cells[0][1].text[0].islower()


def spread(paragraphs: Sequence[Paragraph], document: Document) -> list[Paragraph]:
    """The paragraphs, with each table that is set in columns as rows of cells."""
    rows = [row for paragraph in paragraphs for row in _rows(paragraph, document)]
    found: list[Paragraph] = []
    at = begin = 0
    while at < len(rows):
        table, used = _labelled(rows, at) or _table(rows, at) or ([], 0)
        if used:
            found.extend(_running(rows[begin:at]))
            found.extend(table)
            begin = at + used
        at += used or 1
    return [*found, *_running(rows[begin:])]


def _rows(paragraph: Paragraph, document: Document) -> Iterator[_Row]:
    if paragraph.cells or not paragraph.lines:
        yield _Row(paragraph)
        return
    for line in paragraph.lines:
        yield _Row(paragraph, line, () if line.cells else stretches(document, line))


def _running(rows: Sequence[_Row]) -> Iterator[Paragraph]:
    """The paragraphs that lines are of, those of which a table was taken without its lines."""
    for _, group in groupby(rows, lambda row: id(row.paragraph)):
        kept = list(group)
        lines = tuple(row.line for row in kept if row.line)
        whole = kept[0].paragraph
        cut = len(lines) != len(whole.lines)
        yield replace(whole, passage=join(line.passage for line in lines), lines=lines) if lines and cut else whole


def _table(rows: Sequence[_Row], at: int) -> tuple[list[Paragraph], int] | None:
    """The table whose header begins at a line, and how many lines it takes."""
    heads = list(takewhile(lambda row: row.is_head or _is_units(row.cells), rows[at : at + _HEADS]))
    body = _body(rows[at + len(heads) :]) if heads else []
    after = at + len(heads) + sum(map(len, body))
    if not heads or not heads[0].is_head or len(body) < _ROWS:
        return None
    units = [row for row in heads if _is_units(row.cells)]
    named = [row for row in heads if row not in units]
    columns = _columns(named, [row for group in body for row in group])
    table = [_merged([row.cells for row in named], columns)]
    table += [_merged([row.cells], columns) for row in units]
    table += [_merged([row.cells for row in group], columns) for group in body]
    kept = [cells for cells in table if cells]
    return ([_paragraph(cells) for cells in kept], after - at) if len(kept) == len(table) else None


def _is_units(cells: Cells) -> bool:
    return bool(cells) and all(is_unit(cell.text) for _, cell in cells)


def _body(rows: Sequence[_Row]) -> list[list[_Row]]:
    """The rows of a table, each with the lines that begin its words or go on with them, up to the first line that is of none."""
    groups: list[list[_Row]] = []
    for at, row in enumerate(rows):
        begun = bool(groups) and not any(line.is_body for line in groups[-1])
        if row.is_body and begun:
            groups[-1].append(row)
        elif row.is_body or (at + 1 < len(rows) and row.leads(rows[at + 1])):
            groups.append([row])
        elif groups and row.is_rest:
            groups[-1].append(row)
        else:
            break
    return groups


def _columns(heads: Sequence[_Row], body: Sequence[_Row]) -> list[tuple[int, int]]:
    """Where the columns begin and end: those of the fullest line of the header, with one for the names of the rows where it leaves them out."""
    fullest = max((row.cells for row in heads), key=len)
    columns = [(start, start + len(cell.text)) for start, cell in fullest]
    first = min(row.cells[0][0] for row in body)
    named = [row.cells[0] for row in body if row.is_body and row.cells[0][0] == first]
    reach = max(start + len(cell.text) for start, cell in named)
    fits = max(len(row.cells) for row in body) > len(columns)
    return [(first, reach), *columns] if fits and columns[0][0] >= reach else columns


def _merged(lines: Sequence[Cells], columns: Sequence[tuple[int, int]]) -> tuple[Passage, ...]:
    """The cells of one row, told over one line or more, by column; none where a line does not fit the columns."""
    parts: list[list[Passage]] = [[] for _ in columns]
    for line in lines:
        places = _places(line, columns)
        if places is None:
            return ()
        for place, (_, cell) in zip(places, line, strict=True):
            parts[place].append(cell)
    empty = replace(lines[0][0][1].cut(0, 0), text="")
    return tuple(join(part) if part else empty for part in parts)


def _places(line: Cells, columns: Sequence[tuple[int, int]]) -> list[int] | None:
    """The column of each stretch of a line: in order where there are as many, else the nearest; None where two would share one."""
    if len(line) == len(columns):
        return list(range(len(columns)))
    ends = [(start, start + len(cell.text)) for start, cell in line]
    places = [_nearest(own, columns) for own in ends]
    return places if all(one < other for one, other in pairwise(places)) else None


def _nearest(own: tuple[int, int], columns: Sequence[tuple[int, int]]) -> int:
    return min(range(len(columns)), key=lambda at: _apart(own, columns[at]))


def _apart(one: tuple[int, int], other: tuple[int, int]) -> int:
    """How far two stretches are from each other, less than nothing where they overlap."""
    return max(one[0], other[0]) - min(one[1], other[1])


def _labelled(rows: Sequence[_Row], at: int) -> tuple[list[Paragraph], int] | None:
    """A line of words with a line of labelled values under it, as a table of one row."""
    if at + 1 >= len(rows) or not (line := rows[at + 1].line) or not (name := rows[at].line) or rows[at].paragraph.cells:
        return None
    pairs = list(_PAIR.finditer(line.text))
    told = "".join(match.group() for match in pairs)
    if len(pairs) < _ROWS or told.strip() != line.text.strip() or not _is_name(name):
        return None
    empty = replace(name.passage.cut(0, 0), text="")
    head = (empty, *(line.passage.cut(*match.span("label")) for match in pairs))
    return [_paragraph(head), _paragraph((name.passage, *(line.passage.cut(*match.span("value")) for match in pairs)))], 2


def _is_name(line: Line) -> bool:
    return bool(_WORDS.search(line.text)) and len(line.text) < 2 * _LONGEST and line.text[-1] not in ".;:,"


def _paragraph(cells: tuple[Passage, ...]) -> Paragraph:
    return Paragraph(join(cells), cells=cells)
