"""The rows of a table go in; out come the votes by name: in columns of names or marks, behind a cell that says how, or before one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from graph_builder.language.names import parse
from graph_builder.language.passages import Passage
from graph_builder.model import Span
from graph_builder.paper import Paragraph
from graph_builder.relations.decisions import vote_heads, voters
from graph_builder.relations.decisions.vote_heads import Head
from graph_builder.relations.decisions.voters import Voter


class Cell(NamedTuple):
    """A vote in a table: how, on what, whose, in which cell; the cell that says how; and the number of its row."""

    how: str
    on: str
    voter: Voter
    passage: Passage
    head: Span
    row: int


class Column(NamedTuple):
    """The head of a column, and its cell."""

    head: Head
    cell: Passage


class Table(NamedTuple):
    """The votes of a table, and the printed number of each side; `sure` where the numbers and the columns fit."""

    votes: tuple[Cell, ...]
    printed: dict[str, int]
    sure: bool
    spans: tuple[Span, ...]


_MARK = re.compile(r"[xX✓✔√/1*●•]|yes|Y", re.IGNORECASE)
_TOTAL = re.compile(r"total\w*|votes?|number|count|", re.IGNORECASE)


def find(rows: Sequence[Sequence[Passage]]) -> Table | None:
    """The votes of a table, or None where it is no table of votes."""
    votes: list[Cell] = []
    printed: dict[str, int] = {}
    columns: dict[int, Column] = {}
    sure, width = True, 0
    for number, cells in enumerate(rows):
        if found := _columns(cells):
            columns, width = found, len(cells)
            printed |= {head.how: head.number for head, _ in found.values() if head.number is not None}
            continue
        if columns and (totals := _totals(cells, columns)):
            printed |= totals
            continue
        made, whole = _row(cells, columns, number) if not columns or len(cells) == width else ([], not any(cell.text for cell in cells))
        votes += made
        sure = sure and whole
        if not columns and made and len(cells) > 2 and (count := re.fullmatch(r"\W*(\d{1,3})\W*", cells[-1].text)):
            printed[made[0].how] = printed.get(made[0].how, 0) + int(count[1])
    if not votes:
        return None
    fits = all(sum(vote.how == how for vote in votes) == count for how, count in printed.items() if how != "none")
    return Table(tuple(votes), printed, sure and fits, tuple(cell.span() for cells in rows for cell in cells if cell.text))


def _columns(cells: Sequence[Passage]) -> dict[int, Column]:
    """Which columns list those for, against and abstaining, where a row is the head of such a table; a first column of names gives none."""
    heads = {at: Column(head, cell) for at, cell in enumerate(cells) if (head := vote_heads.alone(cell.text)) is not None}
    unknown = [at for at in range(len(cells)) if at not in heads]
    return heads if len(heads) > 1 and unknown in ([], [0]) else {}


def _totals(cells: Sequence[Passage], columns: dict[int, Column]) -> dict[str, int]:
    """The numbers below the columns, where a row has nothing else."""
    numbers = {at: re.fullmatch(r"\W*(\d{1,3})\W*", cell.text) for at, cell in enumerate(cells) if cell.text.strip()}
    if 0 not in columns and 0 in numbers and _TOTAL.fullmatch(cells[0].text.strip(" :")):
        del numbers[0]
    if not numbers or not all(numbers.values()) or not set(numbers) <= set(columns) or (0 not in columns and cells[0].text.strip() and 0 in numbers):
        return {}
    if all(match and match[1] == "1" for match in numbers.values()) and 0 not in columns and parse(cells[0].text, bare=True):
        return {}  # somebody's mark
    return {columns[at].head.how: int(match[1]) for at, match in numbers.items() if match}


def _row(cells: Sequence[Passage], columns: dict[int, Column], number: int) -> tuple[list[Cell], bool]:
    """The votes of a row, and whether all of it was understood."""
    if columns and 0 not in columns:
        return _marks(cells, columns, number)
    if columns:
        return _names(cells, columns, number)
    first, last = vote_heads.alone(cells[0].text), vote_heads.alone(cells[-1].text)
    if first is not None and len(cells) > 1:
        return _list(cells[1], first, cells[0], number)
    who = parse(cells[0].text, bare=True)
    if last is not None and who and not any(vote_heads.alone(cell.text) for cell in cells[1:-1]):
        return _list(cells[0], last, cells[-1], number)
    return [], True


def _list(cell: Passage, head: Head, told: Passage, number: int) -> tuple[list[Cell], bool]:
    found = voters.find(cell)
    if found is None or not found.entries:
        return [], True
    whole = found.sure and found.end >= len(cell.text.rstrip(" .")) and head.number in (None, len(found.entries))
    return [Cell(head.how, head.on, voter, cell, told.span(), number) for voter in found.entries], whole and found.number in (None, len(found.entries))


def _marks(cells: Sequence[Passage], columns: dict[int, Column], number: int) -> tuple[list[Cell], bool]:
    """A row of one name with a mark in the column of its vote, or of names in the columns where the first cell is empty."""
    marked = [at for at in columns if at < len(cells) and cells[at].text.strip()]
    if not cells[0].text.strip() and marked:
        return _names(cells, columns, number)
    if not marked:
        return [], True
    if not all(_MARK.fullmatch(cells[at].text.strip()) for at in marked):
        found = _names(cells, columns, number)
        return found if not parse(cells[0].text, bare=True) else ([], False)
    if len(marked) > 1:
        return [], False
    head, top = columns[marked[0]]
    return _list(cells[0], head._replace(number=None), top, number)


def _names(cells: Sequence[Passage], columns: dict[int, Column], number: int) -> tuple[list[Cell], bool]:
    made: list[Cell] = []
    sure = True
    for at, (head, top) in columns.items():
        if at < len(cells) and cells[at].text.strip():
            votes, whole = _list(cells[at], head._replace(number=None), top, number)
            made += votes
            sure = sure and whole
    return made, sure


def rows_of(paragraphs: Sequence[Paragraph]) -> Iterator[list[int]]:
    """The numbers of the paragraphs that are rows of one table, for each table."""
    table: list[int] = []
    for number, paragraph in enumerate(paragraphs):
        if len(paragraph.cells) > 1:
            table.append(number)
        elif table:
            yield table
            table = []
    if table:
        yield table
