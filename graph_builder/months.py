"""A dataset in, a calendar of each body by month out: what was read, what papers speak of and the corpus does not have, and where nothing is known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from enum import StrEnum
from html import escape
from typing import Final, NamedTuple

from graph_builder import store, trace

COLUMNS: Final = ("council", "body", "month", "state", "meetings", "wanted", "body_id")
_MONTH: Final = len("2018-03")


class State(StrEnum):
    """What is known of a body's month: a paper of its meeting was read; a paper speaks of a meeting that the corpus does not have; nothing."""

    READ = "read"
    WANTED = "wanted"
    NOTHING = "nothing known"


class Month(NamedTuple):
    """A month of a body, as `2018-03`: its state, the dates of meetings that were read, and those that papers speak of and are missing."""

    council: str
    body: str
    month: str
    state: State
    meetings: tuple[str, ...] = ()
    wanted: tuple[str, ...] = ()
    body_id: str = ""

    def cells(self) -> tuple[str | None, ...]:
        """The row of the calendar as a table."""
        return (self.council, self.body, self.month, str(self.state), " | ".join(self.meetings) or None, " | ".join(self.wanted) or None, self.body_id or None)


def calendar(dataset: store.Dataset, *, body: str = "", council: str = "") -> tuple[Month, ...]:
    """Each body's months from the first to the last that anything is known of, sorted by council, body and month.

    `body` and `council`, parts of names, leave those that are called so. A date without a month says nothing of one.
    """
    known: dict[tuple[str, str], dict[str, tuple[set[str], set[str]]]] = defaultdict(lambda: defaultdict(lambda: (set(), set())))
    ids: dict[tuple[str, str], str] = {}
    for place, rows in enumerate((store.query(dataset, "meetings").dicts(), trace.query(dataset, "wanted", {}).dicts())):
        for row in rows:
            key = (row["council"], row["body"])
            told = row["body"] and len(row["date"]) >= _MONTH and "/" not in row["date"] and row.get("kind") not in ("report", "response")
            if told and body.casefold() in row["body"].casefold() and council.casefold() in row["council"].casefold():
                known[key][row["date"][:_MONTH]][place].add(row["date"])
                ids[key] = ids.get(key) or row["body_id"]
    return tuple(month for key in sorted(known) for month in _months(key, known[key], ids[key]))


def _months(key: tuple[str, str], known: dict[str, tuple[set[str], set[str]]], body_id: str) -> Iterator[Month]:
    for month in _between(min(known), max(known)):
        read, wanted = known.get(month, ((), ()))
        missing = tuple(sorted(set(wanted) - set(read)))
        state = State.READ if read else State.WANTED if missing else State.NOTHING
        yield Month(*key, month, state, tuple(sorted(read)), missing, body_id)


def _between(first: str, last: str) -> Iterator[str]:
    year, month = map(int, first.split("-"))
    while (text := f"{year:04}-{month:02}") <= last:
        yield text
        year, month = (year + 1, 1) if month == len("JFMAMJJASOND") else (year, month + 1)


_MARKS: Final = {State.READ: "●", State.WANTED: "○", State.NOTHING: "·"}
_LETTERS: Final = "JFMAMJJASOND"
_STYLE: Final = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}"
    "table{border-collapse:collapse;margin:.5rem 0 1.5rem}th,td{padding:.25rem .5rem;border:1px solid #bbb;text-align:center;min-width:1.6rem}"
    "td.read{background:#cfe8cf}td.wanted{background:#fbe3c0}"
    "@media(prefers-color-scheme:dark){body{color:#eee;background:#161616}th,td{border-color:#555}td.read{background:#1f4d1f}td.wanted{background:#5a3c0a}}"
)


def text(months: tuple[Month, ...]) -> str:
    """The calendar for a terminal: a row a year, a mark a month."""
    lines = [f"{mark} {state}" for state, mark in _MARKS.items()]
    for council, body, years in _bodies(months):
        lines += ["", f"{body}, {council}" if council else body, f"      {' '.join(_LETTERS)}"]
        lines += [f"{year}  {' '.join(_MARKS[row[at].state] if at in row else ' ' for at in range(1, 13))}" for year, row in years.items()]
    return "\n".join(lines) + "\n"


def page(months: tuple[Month, ...]) -> str:
    """The calendar as one page without script: a table for each body; each cell says in words what it shows."""
    parts = [
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">',
        f"<title>Calendar of the papers</title><style>{_STYLE}</style></head><body><main><h1>Calendar of the papers</h1>",
        "<p>Read: a paper of a meeting in that month was read. Wanted: a paper speaks of a meeting that the corpus does not have. "
        "An empty month is one of which nothing is known, not one without a meeting.</p>\n",
    ]
    for council, body, years in _bodies(months):
        head = "".join(f'<th scope="col">{letter}</th>' for letter in _LETTERS)
        rows = "".join(f'<tr><th scope="row">{year}</th>{"".join(map(_cell, (row.get(at) for at in range(1, 13))))}</tr>\n' for year, row in years.items())
        title = escape(f"{body}, {council}" if council else body)
        parts.append(f"<h2>{title}</h2><table><thead><tr><td></td>{head}</tr></thead><tbody>{rows}</tbody></table>\n")
    return "".join(parts) + "</main></body></html>\n"


def _cell(month: Month | None) -> str:
    if month is None or month.state is State.NOTHING:
        return "<td></td>"
    dates = ", ".join(date[8:] for date in (month.meetings or month.wanted) if date[8:])
    return f'<td class="{month.state}" title="{month.state}: {escape(", ".join(month.meetings or month.wanted))}">{_MARKS[month.state]}<br>{escape(dates)}</td>'


def _bodies(months: tuple[Month, ...]) -> Iterator[tuple[str, str, dict[str, dict[int, Month]]]]:
    found: dict[tuple[str, str], dict[str, dict[int, Month]]] = {}
    for month in months:
        year, at = month.month.split("-")
        found.setdefault((month.council, month.body), {}).setdefault(year, {})[int(at)] = month
    yield from ((council, body, years) for (council, body), years in found.items())
