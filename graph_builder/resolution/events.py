"""Ids for meetings by council, body and day, and for all that belongs to one meeting."""

from __future__ import annotations

from collections.abc import Sequence

from graph_builder import vocabulary as v
from graph_builder.model import Id, Literal, Reading
from graph_builder.resolution.bodies import council_of

_OF_COUNCIL = {"post", "plan"}


def event_ids(readings: Sequence[Reading], known: dict[Id, Id]) -> dict[Id, Id]:
    """The final id of everything local but people and bodies."""
    meetings = [_meeting(reading, known) for reading in readings]
    starts: dict[str, set[str]] = {}
    for found in meetings:
        if found:
            starts.setdefault(found[1], set()).add(found[2])
    ids: dict[Id, Id] = {}
    for reading, found in zip(readings, meetings, strict=True):
        place = reading.document.text_hash[:16]
        if found:
            place = found[1] + (f"+T{found[2]}" if found[2] and len(starts[found[1]] - {""}) > 1 else "")
            ids[found[0]] = f"id:meeting/{place}"
        ids |= _of_paper(reading, known, ids, place)
    return ids


def _meeting(reading: Reading, known: dict[Id, Id]) -> tuple[Id, str, str] | None:
    """The meeting that a paper is of: its local id, its part of ids, and its start as four digits."""
    facts: dict[Id, Id | Literal] = {}
    local = next((s.subject for s in reading.statements if s.object == v.MEETING), None)
    if local is None:
        return None
    for s in reading.statements:
        if s.subject == local and s.predicate in {v.HELD_BY, v.EARLIEST, v.START_TIME}:
            facts[s.predicate] = s.object
    body, day, start = facts.get(v.HELD_BY), facts.get(v.EARLIEST), facts.get(v.START_TIME)
    if not isinstance(body, str) or not isinstance(day, Literal):
        return None
    final = known.get(body, body).split("/", 1)[1]
    time = start.value[:5].replace(":", "") if isinstance(start, Literal) else ""
    return local, f"{final if '/' in final else f'{final}/council'}/{day.value}", time


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
