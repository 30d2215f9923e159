"""Statements of single papers become statements of the corpus: one id for one thing, and one name for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from graph_builder import vocabulary as v
from graph_builder.model import Basis, Id, Literal, Reading, Span, Statement
from graph_builder.resolution.aliases import meant
from graph_builder.resolution.decided_items import decided_items
from graph_builder.resolution.ids import final_ids
from graph_builder.resolution.inspections import one_time
from graph_builder.resolution.judgements import Judgement
from graph_builder.resolution.labels import labels
from graph_builder.resolution.matches import reasons
from graph_builder.resolution.people import people
from graph_builder.resolution.referred import meetings_named
from graph_builder.resolution.responses import responses
from graph_builder.resolution.terms import terms_end
from graph_builder.resolution.told_again import one_decision

_NOTHING: Final[Mapping[Id, str]] = MappingProxyType({})
_NOBODY: Final[Sequence[Judgement]] = ()


@dataclass(frozen=True, slots=True)
class Resolved:
    """The statements of the corpus, sorted, and sentences about judgements that could not hold or whose mention is gone."""

    statements: tuple[Statement, ...]
    findings: tuple[str, ...] = ()


def resolve(readings: Sequence[Reading], *, published: Mapping[Id, str] = _NOTHING, judgements: Sequence[Judgement] = _NOBODY) -> tuple[Statement, ...]:
    """The statements of all papers under the ids of the corpus, sorted; the order of the papers does not matter.

    People are one within a council where the signs suffice and nobody else fits, across councils only by an office that is known
    beyond one; bodies by name, meetings by body and day; what `judgements` decided stands before all of that.
    `published` are the labels of the ids that a release published: they hold, and one that is merged points to the one that remains.
    """
    return resolved(readings, published=published, judgements=judgements).statements


def resolved(readings: Sequence[Reading], *, published: Mapping[Id, str] = _NOTHING, judgements: Sequence[Judgement] = _NOBODY) -> Resolved:
    """As `resolve`, with what became of the judgements."""
    ordered = sorted(readings, key=lambda reading: reading.document.text_hash)
    found = people(ordered, judgements=judgements)
    named = final_ids(ordered, found, published=published, judgements=judgements)
    ids = named.final
    public = {ids[local] for person in found.clusters if not person.private for local in person.locals}
    ends = (statement for reading in ordered for statement in terms_end(reading))
    said = {_rewritten(statement, ids) for statement in (*(s for reading in ordered for s in reading.statements), *meant(ordered, ids), *ends)}
    said = {statement for statement in said if not (statement.object == v.PRIVATE_PERSON and statement.subject in public)}
    said |= meetings_named(said)
    said = one_decision(said)
    why = reasons(found.edges, ids, _forms(ordered))
    statements = tuple(sorted({*one_time(said), *labels(said), *responses(said), *decided_items(said), *_pointers(named.replaced), *why}, key=Statement.key))
    return Resolved(statements, (*found.findings, *named.findings, *_gone(judgements, ids)))


def _gone(judgements: Iterable[Judgement], ids: Mapping[Id, Id]) -> Iterator[str]:
    """What judgements say of mentions that no paper has any longer."""
    for judgement in judgements:
        gone = [local for local in judgement.pair if local not in ids]
        if gone:
            yield f"{judgement.place}: no paper has {' or '.join(gone)} any longer; the judgement waits until one has"


def _forms(readings: Iterable[Reading]) -> dict[tuple[Id, str], tuple[Span, ...]]:
    """Where each form of each local person's name stands."""
    return {
        (s.subject, s.object.value): s.evidence
        for reading in readings
        for s in reading.statements
        if s.predicate == v.ALT_LABEL and isinstance(s.object, Literal) and "/person/" in s.subject
    }


def _rewritten(statement: Statement, ids: Mapping[Id, Id]) -> Statement:
    value = statement.object if isinstance(statement.object, Literal) else ids.get(statement.object, statement.object)
    return replace(statement, subject=ids.get(statement.subject, statement.subject), object=value)


def _pointers(replaced: Mapping[Id, Id]) -> Iterator[Statement]:
    for gone, remains in replaced.items():
        yield Statement(gone, v.REPLACED_BY, remains, (), "published-id", Basis.SUPPLIED)
