"""Ids for meetings by council, body and day, and for all that belongs to one meeting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from graph_builder import vocabulary as v
from graph_builder.model import Id, Literal, Reading
from graph_builder.resolution.bodies import council_of

_OF_COUNCIL = {"post", "plan"}
_DAYS: Final = timedelta(days=4)
"""A meeting lasts fewer days; a longer time is that of a month or a year, of which the day is not known."""
_LATE: Final = 10
"""So many minutes late a meeting begins, as its minutes tell it."""
_SAME_HOUR: Final = 60


@dataclass(frozen=True, slots=True)
class _Met:
    """The meeting that a paper is of: its local id, council and body, day, start as four digits, and the kind of the paper."""

    local: Id
    body: str
    day: str
    start: str
    kind: str

    @property
    def place(self) -> str:
        """The part of ids that names body and day."""
        return f"{self.body}/{self.day}"

    @property
    def minutes(self) -> int:
        """The start in minutes after midnight."""
        return int(self.start[:2]) * 60 + int(self.start[2:])


def event_ids(readings: Sequence[Reading], known: dict[Id, Id]) -> dict[Id, Id]:
    """The final id of everything local but people and bodies."""
    meetings = [_meeting(reading, known) for reading in readings]
    alike: dict[str, list[_Met]] = {}
    for found in meetings:
        if found:
            alike.setdefault(found.place, []).append(found)
    starts = {place: _starts(group) for place, group in alike.items()}
    ids: dict[Id, Id] = {}
    for reading, found in zip(readings, meetings, strict=True):
        place = reading.document.text_hash[:16]
        if found:
            begins = starts[found.place]
            place = found.place + (f"+T{begins[found.start]}" if found.start and len(set(begins.values())) > 1 else "")
            ids[found.local] = f"id:meeting/{place}"
        ids |= _of_paper(reading, known, ids, place)
    return ids


def _starts(met: Sequence[_Met]) -> dict[str, str]:
    """By the start that a paper gives, that of its meeting: papers of one kind are of one meeting where they begin within minutes of each other.

    An agenda and the minutes are so where they begin within the hour: a body that meets twice has two of each.
    """
    told = sorted({(one.minutes, one.start) for one in met if one.start})
    kinds: dict[str, set[str]] = {}
    for one in met:
        kinds.setdefault(one.start, set()).add(one.kind)
    begins: dict[str, str] = {}
    for at, (minutes, start) in enumerate(told):
        before = told[at - 1] if at else (-_SAME_HOUR, "")
        near = minutes - before[0] <= (_SAME_HOUR - 1 if not kinds[start] & kinds.get(before[1], set()) else _LATE)
        begins[start] = begins[before[1]] if at and near else start
    return begins


def _meeting(reading: Reading, known: dict[Id, Id]) -> _Met | None:
    """The meeting that a paper is of, where it says of which body and when; a month or a year is no day that another paper could share."""
    facts: dict[Id, Id | Literal] = {}
    local = next((s.subject for s in reading.statements if s.object == v.MEETING), None)
    if local is None:
        return None
    for s in reading.statements:
        if s.subject == local and s.predicate in {v.HELD_BY, v.EARLIEST, v.LATEST, v.START_TIME}:
            facts[s.predicate] = s.object
    body, first, last, start = (facts.get(predicate) for predicate in (v.HELD_BY, v.EARLIEST, v.LATEST, v.START_TIME))
    if not isinstance(body, str) or not isinstance(first, Literal):
        return None
    final = known.get(body, body).split("/", 1)[1]
    exact = not isinstance(last, Literal) or date.fromisoformat(last.value) - date.fromisoformat(first.value) < _DAYS
    day = first.value if exact else f"{first.value[:7]}+{reading.document.text_hash[:8]}"
    kind = next((s.object for s in reading.statements if s.predicate == v.PAPER_KIND and isinstance(s.object, str)), "")
    time = start.value[:5].replace(":", "") if isinstance(start, Literal) else ""
    return _Met(local, final if "/" in final else f"{final}/council", day, time, kind)


def _of_paper(reading: Reading, known: dict[Id, Id], ids: dict[Id, Id], place: str) -> dict[Id, Id]:
    prefix = f"{reading.document.local}/"
    council = council_of(reading)
    people = {local.rsplit("/", 1)[-1]: id_.rsplit("/", 1)[-1] for local, id_ in known.items() if local.startswith(f"{prefix}person/")}
    made: dict[Id, Id] = {}
    for s in reading.statements:
        for id_ in (s.subject, s.object):
            if isinstance(id_, str) and id_.startswith(prefix) and id_ not in known and id_ not in ids and id_ not in made:
                made[id_] = _final(id_[len(prefix) :], place=place, council=council, people=people)
    return made


def _final(local: str, *, place: str, council: str, people: dict[str, str]) -> Id:
    kind, _, rest = local.partition("/")
    if kind == "place":
        return f"id:place/{council}/{rest}"
    if kind in _OF_COUNCIL:
        return f"id:{kind}/{council}/{rest}"
    parts = rest.split("/")
    if kind in {"attendance", "apology", "interest", "membership", "holding"}:
        parts[0] = people.get(parts[0], parts[0])
    elif kind == "vote":
        parts = [people.get(part, part) for part in parts]
    return f"id:{kind}/{place}/{'/'.join(parts)}"
