"""The rows of a table go in, each cell a list of paragraphs; blocks come out: rows in pipes, or what the table only laid out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from graph_builder.reading.drawn import row
from graph_builder.reading.marks import cell
from graph_builder.reading.roll import attendees_of, columns, is_label, roll

Cell: TypeAlias = Sequence[str]
Rows: TypeAlias = Sequence[Sequence[Cell]]

_NUMBER = re.compile(r"\d{1,4}(?:\.\d{1,3})*[.)]?$")
_LONG = 1_500
_PROSE = 200


def blocks(rows: Rows) -> Iterator[str]:
    """Blocks of one table: an attendance table as lists, a table that lays out a page as its paragraphs, any other as rows in pipes."""
    rows = [line for line in rows if any(cell(one) for one in line)]
    if not rows:
        return
    lines = [[cell(one) for one in line] for line in rows]
    attendees = list(attendees_of(lines))
    listed = [] if attendees else list(columns(rows))
    if attendees:
        yield from roll(attendees)
    elif listed:
        yield from listed
    elif _is_labelled(lines):
        for line in rows:
            yield from _labelled(line)
    elif _is_layout(lines, rows):
        for line in rows:
            yield from _laid_out(line)
    else:
        yield from map(row, lines)


def _is_layout(lines: list[list[str]], rows: Rows) -> bool:
    """One column, cells as long as pages, or numbered items with their text: no table, but a way to place things on paper."""
    if all(sum(map(bool, line)) < 2 for line in lines) or any(len(one) > _LONG for line in lines for one in line):
        return True
    numbered = sum(bool(_NUMBER.match(line[0])) for line in lines)
    prose = any(len(paragraph) > _PROSE for line in rows for one in line[1:] for paragraph in one)
    return prose and numbered * 2 >= len(lines)


def _is_labelled(lines: list[list[str]]) -> bool:
    """Two columns, of which the first holds nothing but labels, as "Present:" and "Venue:"."""
    labels = [line[0] for line in lines if line[0]]
    return all(len([one for one in line if one]) < 3 for line in lines) and bool(labels) and bool(lines[0][0]) and all(map(is_label, labels))


def _labelled(line: Sequence[Cell]) -> Iterator[str]:
    label = cell(line[0])
    said = [text for one in line[1:] for paragraph in one for text in paragraph.split("\n")]
    if len(said) == 1:
        yield f"{label} {said[0]}".strip()
        return
    if label:
        yield label
    yield "\n".join(said)


def _laid_out(line: Sequence[Cell]) -> Iterator[str]:
    first, rest = line[0], line[1:]
    if len(first) == 1 and _NUMBER.match(first[0]) and any(rest):
        yield f"{first[0].rstrip('.)')}."
    else:
        yield from first
    for one in rest:
        yield from one
