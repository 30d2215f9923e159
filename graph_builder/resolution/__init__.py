"""Statements of single papers become statements of the corpus: one id for one thing, and one name for each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph_builder.model import Id, Literal, Reading, Statement
from graph_builder.resolution.bodies import body_ids
from graph_builder.resolution.events import event_ids
from graph_builder.resolution.labels import labels
from graph_builder.resolution.people import person_ids


def resolve(readings: Sequence[Reading]) -> tuple[Statement, ...]:
    """The statements of all papers under the ids of the corpus, sorted; the order of the papers does not matter.

    People are one within a council on compatible names alone, never across councils; bodies by name, meetings by body and day.
    """
    ordered = sorted(readings, key=lambda reading: reading.document.text_hash)
    ids: dict[Id, Id] = {}
    ids |= body_ids(ordered)
    ids |= person_ids(ordered, ids)
    ids |= event_ids(ordered, ids)
    rewritten = {_rewrite(statement, ids) for reading in ordered for statement in reading.statements}
    named = {*rewritten, *labels(rewritten)}
    return tuple(sorted(named, key=lambda statement: statement.key()))


def _rewrite(statement: Statement, ids: dict[Id, Id]) -> Statement:
    value = statement.object if isinstance(statement.object, Literal) else ids.get(statement.object, statement.object)
    return replace(statement, subject=ids.get(statement.subject, statement.subject), object=value)


def subjects(statements: Iterable[Statement]) -> set[Id]:
    """The ids that statements are about."""
    return {statement.subject for statement in statements}
