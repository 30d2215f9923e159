"""Statements of single papers become statements of the corpus: one id for one thing, and one name for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from graph_builder import vocabulary as v
from graph_builder.model import Basis, Id, Literal, Reading, Statement
from graph_builder.resolution.bodies import body_ids
from graph_builder.resolution.events import event_ids
from graph_builder.resolution.inspections import inspection_ids, one_time
from graph_builder.resolution.labels import labels
from graph_builder.resolution.people import clusters
from graph_builder.resolution.person_ids import person_ids
from graph_builder.resolution.referred import meetings_named
from graph_builder.resolution.responses import responses

_NOTHING: Final[Mapping[Id, str]] = MappingProxyType({})


def resolve(readings: Sequence[Reading], *, published: Mapping[Id, str] = _NOTHING) -> tuple[Statement, ...]:
    """The statements of all papers under the ids of the corpus, sorted; the order of the papers does not matter.

    People are one within a council on compatible names alone, never across councils; bodies by name, meetings by body and day.
    `published` are the labels of the ids that a release published: they hold, and one that is merged points to the one that remains.
    """
    ordered = sorted(readings, key=lambda reading: reading.document.text_hash)
    people = clusters(ordered)
    persons, replaced = person_ids(people, published)
    ids = body_ids(ordered, published) | persons
    ids |= inspection_ids(ordered, ids)
    ids |= event_ids(ordered, ids)
    public = {ids[local] for person in people if not person.private for local in person.locals}
    said = {_rewritten(statement, ids) for reading in ordered for statement in reading.statements}
    said = {statement for statement in said if not (statement.object == v.PRIVATE_PERSON and statement.subject in public)}
    said |= meetings_named(said)
    return tuple(sorted({*one_time(said), *labels(said), *responses(said), *_pointers(replaced)}, key=Statement.key))


def _rewritten(statement: Statement, ids: Mapping[Id, Id]) -> Statement:
    value = statement.object if isinstance(statement.object, Literal) else ids.get(statement.object, statement.object)
    return replace(statement, subject=ids.get(statement.subject, statement.subject), object=value)


def _pointers(replaced: Mapping[Id, Id]) -> Iterator[Statement]:
    for gone, remains in replaced.items():
        yield Statement(gone, v.REPLACED_BY, remains, (), "published-id", Basis.SUPPLIED)
