"""Ids for meetings by council, body and day, and for all that belongs to one meeting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from graph_builder import vocabulary as v
from graph_builder.model import Id, Literal, Reading
from graph_builder.resolution.bodies import scope_of
from graph_builder.resolution.judgements import Judgement
from graph_builder.resolution.things import Decided, decided

_OF_COUNCIL = {"post", "plan", "succession"}
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


def event_ids(readings: Sequence[Reading], known: dict[Id, Id], judgements: Sequence[Judgement] = ()) -> Decided:
    """The final id of everything local but people, bodies and inspections, and what became of judgements on meetings."""
    met = {found.local: found for reading in readings if (found := _meeting(reading, known))}
    alike: dict[str, list[_Met]] = {}
    for found in met.values():
        alike.setdefault(found.place, []).append(found)
    starts = {place: _starts(group) for place, group in alike.items()}
    meetings = {local: f"id:meeting/{_place(found, starts[found.place])}" for local, found in met.items()}
    over = decided(meetings, judgements, what=("meeting",))
    ids: dict[Id, Id] = {**meetings, **over.ids}
    places = {local.partition("/")[0]: final.removeprefix("id:meeting/") for local, final in ids.items()}
    for reading in readings:
        place = places.get(reading.document.local, reading.document.text_hash[:16])
        ids |= _of_paper(reading, known, ids, place)
    return Decided(ids, over.findings)


def _place(found: _Met, begins: Mapping[str, str]) -> str:
    """The part of ids that names a meeting: its body and day, and its start where the body met twice."""
    return found.place + (f"+T{begins[found.start]}" if found.start and len(set(begins.values())) > 1 else "")


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
    council = scope_of(reading)
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
