"""Who attended, as a service or a table hands it out, goes in; the lists that a reader of minutes knows come out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple


class Attendee(NamedTuple):
    """One row of an attendance table, in the words of the table."""

    name: str
    role: str = ""
    attendance: str = ""
    party: str = ""


_PLAIN = frozenset(
    ("", "member", "committee member", "councillor", "panel member", "board member", "elected member", "attendee", "officer", "guest", "observer")
)
_HEADING = re.compile(
    r"(?:(?:board|committee|panel|council|group|co-?opted|voting|non-voting|other) )?"
    r"(?:members?|attendees|attended|attendance|present|apologies|officers|officials|observers|guests)"
    r"(?: (?:present|attending|absent|in attendance|for absence|received))?"
    r"|in attendance(?: by invitation| virtually)?|also (?:present|attended|attending|in attendance)|absent|secretariat|those present",
    re.IGNORECASE,
)
_OUTSIDE = ("officer", "guest", "observer", "in attendance", "attendee", "democratic services", "clerk")


def roll(attendees: Iterable[Attendee]) -> Iterator[str]:
    """Blocks of lists: those present, in attendance, officers, away, absent, and the members of whom a meeting to come knows no more; then the groups."""
    lists: dict[str, list[str]] = {}
    groups: dict[str, list[str]] = {}
    for one in attendees:
        if one.name.strip() and (heading := _heading(one)):
            lists.setdefault(heading, []).append(_line(one))
            if one.party.strip():
                groups.setdefault(_words(one.party), []).append(_words(one.name))
    for heading in ("Members present:", "In attendance:", "Officers:", "Apologies:", "Absent:", "Membership:", "Expected:"):
        if heading in lists:
            yield heading
            yield "\n".join(lists[heading])
    if groups:
        yield "Political groups:"
        yield "\n".join(f"{party}: {', '.join(names)}" for party, names in groups.items())


def attendees_of(rows: Sequence[Sequence[str]]) -> Iterator[Attendee]:
    """The attendees that a table with the columns "Attendee", "Role" and "Attendance" lists; none where its first row says otherwise."""
    heads = [head.casefold().strip() for head in rows[0]] if rows else []
    if "attendance" not in heads or "attendee" not in heads:
        return
    places = [heads.index(head) if head in heads else -1 for head in ("attendee", "role", "attendance", "party")]
    for cells in rows[1:]:
        yield Attendee(*(cells[place] if 0 <= place < len(cells) else "" for place in places))


def is_label(text: str) -> bool:
    """Whether a cell is a label of what stands beside it, as "Present:" or "Apologies"."""
    return len(text) < 60 and (text.endswith(":") or _HEADING.fullmatch(text) is not None)


def columns(rows: Sequence[Sequence[Sequence[str]]]) -> Iterator[str]:
    """The lists of a table whose columns are headed "Attendees", "Apologies" and the like, one below the other; none for other tables."""
    heads = [" ".join(cell) for cell in rows[0]]
    if len(rows) < 2 or len([head for head in heads if head]) < 2 or not all(_HEADING.fullmatch(head.strip()) for head in heads if head):
        return
    for place in range(max(map(len, rows))):
        names: list[str] = []
        for line in (line for cells in rows if place < len(cells) for part in cells[place] for line in part.split("\n") if line.strip()):
            if not _HEADING.fullmatch(line.strip()):
                names.append(line)
                continue
            if names:
                yield "\n".join(names)
            yield line
            names = []
        if names:
            yield "\n".join(names)


def _heading(one: Attendee) -> str:
    attendance, role = one.attendance.casefold(), one.role.casefold()
    if "apolog" in attendance:
        return "Apologies:"
    if "absent" in attendance:
        return "Absent:"
    if "not required" in attendance or "not expected" in attendance:
        return ""
    if "expected" in attendance or not attendance.strip():
        return "Expected:" if role.strip().startswith(_OUTSIDE) else "Membership:"
    if role.strip() == "officer":
        return "Officers:"
    return "In attendance:" if "in attendance" in attendance or role.strip().startswith(_OUTSIDE) else "Members present:"


def _line(one: Attendee) -> str:
    role = _words(one.role)
    role = "" if role.casefold() in _PLAIN else role
    if "substitute" in one.attendance.casefold() and "substitute" not in role.casefold():
        role = f"{role}, Substitute" if role else "Substitute"
    return f"{_words(one.name)} ({role})" if role else _words(one.name)


def _words(text: str) -> str:
    return " ".join(text.split())
