"""Lists of people that stand side by side, under labels on one line, become entries: "Present      Apologies"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from graph_builder.language.passages import Line, Passage
from graph_builder.meetings.labels import Label, label_of
from graph_builder.meetings.rosters import entries
from graph_builder.paper import Entry

_NEAR: Final = 4
"""By how many characters a name may stand before the label of its column."""
_SHARE: Final = 3
"""Of two lists one below the other, the second is that of the second label only where the first is so many times as long."""


class Column(NamedTuple):
    """The label of a column, and where it begins on its line; None where the line has lost its columns."""

    label: Label
    start: int | None


def labels(line: Line) -> list[Column]:
    """The labels of a line that is nothing but labels, two at least; else none."""
    parts = [part for part in line.cells or line.columns if part.text]
    if len(parts) > 1:
        found = [label_of(part.text) for part in parts]
        whole = [Column(label[0], _start(line, part)) for part, label in zip(parts, found, strict=True) if label and label[1] >= len(part.text)]
        return whole if len(whole) == len(parts) else []
    first = label_of(line.text)
    if first and first[1] >= len(line.text):
        return []
    cuts = [first[1]] if first else [number for number, letter in enumerate(line.text) if letter == " "]
    for cut in cuts:
        left, right = label_of(line.text[:cut].rstrip()), label_of(line.text[cut:].lstrip())
        if left and right and left[1] >= cut - 1 and right[1] >= len(line.text[cut:].lstrip()):
            return [Column(left[0], None), Column(right[0], None)]
    return []


def one_below_the_other(lines: Sequence[Line]) -> list[Column]:
    """The labels of two lines that stood side by side before the text lost its columns; else none.

    Those present are never nobody: "Attendees:" right above "Apologies:" has its names below both. So have "Board Members" above "Officials".
    """
    found = [label[0] for line in lines if (label := label_of(line.text)) and label[1] >= len(line.text)]
    if len(found) != len(lines) or len(found) < 2 or found[0].status != "present" or found[0].capacity != "member":
        return []
    if found[1].status == "apologies":
        return [Column(label, None) for label in found]
    mixed = found[1].status == "present" and found[1].capacity == "officer" and not found[0].open
    return [Column(replace(found[1], capacity="", open=True), None)] if mixed else []


def read(lines: Sequence[Line], columns: Sequence[Column]) -> Iterator[Entry]:
    """The entries of the lists below these labels; none where nobody can tell which name is whose."""
    if any(len(line.cells or line.columns) > 1 for line in lines):
        yield from _in_columns(lines, columns)
        return
    if len(columns) == 1:
        yield from entries(lines, columns[0].label)
        return
    blocks = _blocks(lines)
    if len(blocks) == len(columns) and _words(blocks[0]) >= _SHARE * max(map(_words, blocks[1:])):
        for block, column in zip(blocks, columns, strict=True):
            yield from entries(block, column.label)


def _in_columns(lines: Sequence[Line], columns: Sequence[Column]) -> Iterator[Entry]:
    starts = _starts(lines, columns)
    lists: list[list[Line]] = [[] for _ in columns]
    for line in lines:
        for number, part in _placed(line, starts):
            lists[number].append(replace(line, passage=part, cells=(), columns=()))
    for listed, column in zip(lists, columns, strict=True):
        if listed:
            yield from entries(listed, column.label)


def _starts(lines: Sequence[Line], columns: Sequence[Column]) -> list[int]:
    """Where each column begins: at its label, else where the parts of the rows do."""
    told = [column.start for column in columns if column.start is not None]
    if len(told) == len(columns):
        return told
    parted = [line.columns for line in lines if len(line.columns) == len(columns)]
    return [min((_start(line, line.columns[n]) for line in lines if line.columns in parted), default=0) for n in range(len(columns))]


def _placed(line: Line, starts: Sequence[int]) -> Iterator[tuple[int, Passage]]:
    """The parts of a line, each with the number of its column."""
    if line.cells:
        yield from ((number, cell) for number, cell in enumerate(line.cells[: len(starts)]) if cell.text)
        return
    for part in line.columns or (line.passage,):
        at = _start(line, part)
        yield max((number for number, start in enumerate(starts) if start <= at + _NEAR), default=0), part


def _start(line: Line, part: Passage) -> int:
    """The column, from 0, at which a part of a line begins."""
    return part.offset(0) - line.passage.offset(0) + line.indent


def _blocks(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines between white space."""
    found: list[list[Line]] = []
    for line in lines:
        if line.gap or not found:
            found.append([])
        found[-1].append(line)
    return found


def _words(lines: Sequence[Line]) -> int:
    return sum(len(line.text.split()) for line in lines)
