"""The papers, the people and the judgements go in; out come the final ids of all that is local to a paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph_builder.model import Id, Reading
from graph_builder.resolution.aliases import aliases
from graph_builder.resolution.bodies import body_ids, replaced_bodies
from graph_builder.resolution.events import event_ids
from graph_builder.resolution.inspections import inspection_ids
from graph_builder.resolution.judgements import Judgement
from graph_builder.resolution.people import People
from graph_builder.resolution.person_ids import person_ids
from graph_builder.resolution.things import Decided, decided


@dataclass(frozen=True, slots=True)
class Ids:
    """The final id of each local one; the published ids that are merged, with those that remain; sentences on judgements that could not hold."""

    final: dict[Id, Id]
    replaced: dict[Id, Id]
    findings: tuple[str, ...] = ()


def final_ids(readings: Sequence[Reading], found: People, *, published: Mapping[Id, str], judgements: Sequence[Judgement]) -> Ids:
    """The ids of a corpus, in the order in which one needs the other: people, bodies, inspections, meetings and what belongs to them."""
    persons, replaced = person_ids(found.clusters, published)
    ids = body_ids(readings, published)
    ids |= aliases(readings, ids)
    replaced |= replaced_bodies(published, ids)
    told = [_lay_over(ids, decided(ids, judgements, what=("body",), published=published), replaced, published)]
    ids |= persons
    inspected = inspection_ids(readings, ids)
    told.append(_lay_over(inspected, decided(inspected, judgements, what=("inspection",)), replaced, published))
    ids |= inspected
    events = event_ids(readings, ids, judgements)
    told.append(_lay_over(events.ids, decided(events.ids, judgements, what=("plan",), published=published), replaced, published))
    return Ids(ids | events.ids, replaced, (*events.findings, *(finding for findings in told for finding in findings)))


def _lay_over(ids: dict[Id, Id], over: Decided, replaced: dict[Id, Id], published: Mapping[Id, str]) -> tuple[str, ...]:
    """Lay what was decided over some ids; a published id that nobody has any longer points to the one that remains."""
    before = {final: over.ids[local] for local, final in ids.items() if local in over.ids and final in published}
    ids |= over.ids
    used = set(ids.values())
    replaced |= {gone: remains for gone, remains in before.items() if gone not in used}
    return over.findings
