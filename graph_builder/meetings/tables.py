"""Tables of people: a header row names the columns, each row below names a person and what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import Final

from graph_builder.language.dates import first_date
from graph_builder.language.lists import stack
from graph_builder.language.passages import Line
from graph_builder.meetings.labels import Label
from graph_builder.meetings.rosters import read
from graph_builder.paper import Entry

_NAME = re.compile(
    r"(?:full\s+)?names?|(?:committee\s+|voting\s+|board\s+|forum\s+)?members?|councillors?|attendees?|those\s+present|representatives?|officers?|present",
    re.IGNORECASE,
)
_CO_OPTED = re.compile(r"\bco-?opt", re.IGNORECASE)
_STATUS = re.compile(r"attendance|attended|status|present(?:\s*/\s*(?:apologies|absent))?|apologies|in\s+attendance", re.IGNORECASE)
# A column of ticks, by what a tick in it says.
_COLUMN = re.compile(r"present|attended|in\s+attendance|apologies|absent", re.IGNORECASE)
_MARK = re.compile(r"[x✓✔√•*y]|yes|tick|1", re.IGNORECASE)
_TICK = re.compile(r"[✓✔√y]|yes|tick", re.IGNORECASE)
_CROSS = re.compile(r"[x✗✘×]", re.IGNORECASE)
_EMPTY: Final = frozenset(("", "-", "–", "—", "n", "N", "no", "No", "0", "✗", "✘"))
_ANY_DAY: Final = date(2020, 1, 1)
"""A year for dates that have none: only whether a heading is a date is asked."""
_LEFT_OUT = re.compile(r"ward|division|group|party|political|phase|votes?|voting|substitute|initials", re.IGNORECASE)
_ABSENT = re.compile(r"(?:(?:sent\s+|gave\s+)?apolog|ap\b|a\b)", re.IGNORECASE)
# Who was expected, and nobody noted whether they came.
_OPEN = re.compile(r"(?:expected|invited|tbc|unknown)\b", re.IGNORECASE)
_NOT_THERE = re.compile(r"(?:absent|no\b|n\b|not\s+present|did\s+not)", re.IGNORECASE)


def find(lines: Sequence[Line], index: int, *, under: Label | None = None) -> tuple[list[Entry], int] | None:
    """The entries of the table whose header row is at `index`, and the line behind it; None where no table of people begins there.

    `under` is the label right above the table, "Officers in attendance" or "Apologies", which says what those in it are.
    """
    head = [cell.text.strip() for cell in lines[index].cells]
    if len(head) < 2 or not _NAME.fullmatch(head[0]) or len(lines) <= index + 1:
        return None
    stop = index + 1
    while stop < len(lines) and len(lines[stop].cells) >= 2:
        stop += 1
    if any(first_date(text, near=_ANY_DAY) for text in head[1:]):
        return [], stop  # who came to which meeting of the year says nothing of this one
    columns = {n: _says(text) for n, text in enumerate(head) if n and _COLUMN.fullmatch(text)}
    rows = lines[index + 1 : stop]
    if len(columns) > 1 or any(_is_mark(line, n) for line in rows for n in columns):
        crossed = any(_TICK.fullmatch(cell.text.strip()) for line in rows for cell in line.cells)
        told = [(line, _marked(line, columns, crossed=crossed)) for line in rows]
        found = [entry for line, said in told if said for entry in _row(line, head, said, left_out=set(columns), under=None)]
        return found, stop
    status = next((n for n, text in enumerate(head) if n and _STATUS.fullmatch(text)), None)
    found = [entry for line in rows for entry in _row(line, head, _said(line, status), left_out={status}, under=under if status is None else None)]
    return (found, stop) if found else None


def _says(heading: str) -> str:
    """What a tick below a heading says."""
    word = heading.casefold()
    return word if word in ("apologies", "absent") else "present"


def _said(line: Line, status: int | None) -> str:
    """What the column of the attendance says in a row."""
    return line.cells[status].text if status is not None and status < len(line.cells) else "present"


def ticked(line: Line) -> bool:
    """Whether a cell of a row is a tick and no more."""
    return any(_is_mark(line, number) for number in range(1, len(line.cells)))


def _is_mark(line: Line, column: int) -> bool:
    """Whether a cell is ticked and says nothing of its own."""
    return column < len(line.cells) and bool(_MARK.fullmatch(line.cells[column].text.strip()))


def _marked(line: Line, columns: Mapping[int, str], *, crossed: bool) -> str:
    """What the one column says that is ticked in a row, or that says more than a tick; empty where none is, or several are.

    `crossed` says that the table has ticks, beside which a cross is none.
    """
    cells = [(says, line.cells[n].text.strip()) for n, says in columns.items() if n < len(line.cells)]
    marked = [(says, words) for says, words in cells if words not in _EMPTY and not (crossed and _CROSS.fullmatch(words))]
    if len(marked) != 1:
        return ""
    says, words = marked[0]
    return words if says == "present" and (_ABSENT.match(words) or _NOT_THERE.match(words)) else says


def _row(line: Line, head: Sequence[str], said: str, *, left_out: Set[int | None], under: Label | None) -> Iterator[Entry]:
    """The person of a row, of whom it is said whether they were there; of several names the first. Columns of the status are left out."""
    kept = [cell for n, cell in enumerate(line.cells) if n not in left_out and not (n and n < len(head) and _LEFT_OUT.search(head[n]))]
    if _OPEN.match(said.strip()):
        return
    co_opted = any(_CO_OPTED.search(cell.text) for cell in line.cells[1:])
    status_said = "absent" if _NOT_THERE.match(said) else "apologies" if _ABSENT.match(said) else "present"
    label = Label(status_said, "co-opted" if co_opted else "member", text="table", open=True)
    if under is not None:
        label = replace(under, capacity="co-opted" if co_opted else under.capacity)
    row = replace(line, cells=tuple(kept))
    yield from islice(read(stack([row]), label), 1)
