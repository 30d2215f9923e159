"""Tables of people: a header row names the columns, each row below names a person and what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

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
_LEFT_OUT = re.compile(r"ward|division|group|party|political|phase|votes?|voting|substitute|initials", re.IGNORECASE)
_ABSENT = re.compile(r"(?:(?:sent\s+|gave\s+)?apolog|ap\b|a\b)", re.IGNORECASE)
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
    status = next((n for n, text in enumerate(head) if n and _STATUS.fullmatch(text)), None)
    found = [entry for line in lines[index + 1 : stop] for entry in _row(line, head, status, under=under)]
    return (found, stop) if found else None


def _row(line: Line, head: Sequence[str], status: int | None, *, under: Label | None) -> Iterator[Entry]:
    """The person of a row, with what the column `status` says of them; of several names the first."""
    said = line.cells[status].text if status is not None and status < len(line.cells) else "present"
    kept = [cell for n, cell in enumerate(line.cells) if n != status and not (n and n < len(head) and _LEFT_OUT.search(head[n]))]
    co_opted = any(_CO_OPTED.search(cell.text) for cell in line.cells[1:])
    status_said = "absent" if _NOT_THERE.match(said) else "apologies" if _ABSENT.match(said) else "present"
    label = Label(status_said, "co-opted" if co_opted else "member", text="table", open=True)
    if under is not None and status is None:
        label = replace(under, capacity="co-opted" if co_opted else under.capacity)
    row = replace(line, cells=tuple(kept))
    yield from islice(read(stack([row]), label), 1)
