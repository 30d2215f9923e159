"""Statements of one paper while they are made: local ids, nodes with their properties, and the clusters of people and bodies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph_builder import vocabulary as v
from graph_builder.language.slugs import slug
from graph_builder.model import Basis, Document, Id, Literal, Span, Statement
from graph_builder.paper import Field


def ending(id_: Id) -> str:
    """The last part of an id, which tells a thing from the others of its kind."""
    return id_.rsplit("/", 1)[-1]


@dataclass(slots=True)
class Notes:
    """The statements of one paper, as they are made."""

    document: Document
    statements: list[Statement] = field(default_factory=list)
    read: list[Span] = field(default_factory=list)
    doubtful: list[Span] = field(default_factory=list)
    """What was seen and not understood, such as a list of voters of whom it is not certain how they voted."""

    def id(self, kind: str, *parts: str) -> Id:
        """A local id: `doc:…/kind/part/part`, each part made a slug."""
        return "/".join([self.document.local, kind, *(slug(part) for part in parts)])

    def say(self, subject: Id, predicate: Id, value: Id | Literal, evidence: Iterable[Span], *, rule: str, basis: Basis = Basis.STATED) -> None:
        """Note one statement."""
        spans = tuple(sorted({span for span in evidence if span.end > span.start}))
        self.statements.append(Statement(subject, predicate, value, spans, rule, basis))
        self.read.extend(spans)

    def node(self, subject: Id, kind: Id, evidence: Iterable[Span], *, rule: str, basis: Basis = Basis.STATED) -> Node:
        """Note that a thing is of a class; its properties are said through what this returns, with the same proof."""
        spans = tuple(evidence)
        self.say(subject, v.TYPE, kind, spans, rule=rule, basis=basis)
        return Node(self, subject, spans, rule, basis)


@dataclass(frozen=True, slots=True)
class Node:
    """A thing whose properties have the proof of the thing itself."""

    notes: Notes
    id: Id
    evidence: tuple[Span, ...]
    rule: str
    basis: Basis

    def link(self, predicate: Id, value: Id | None) -> None:
        """Say that it is related to another thing; nothing where there is none."""
        if value:
            self.notes.say(self.id, predicate, value, self.evidence, rule=self.rule, basis=self.basis)

    def text(self, predicate: Id, value: str, *, kind: Id = "xsd:string") -> None:
        """Say a value of it; nothing where it is empty."""
        if value:
            self.notes.say(self.id, predicate, Literal(value, kind), self.evidence, rule=self.rule, basis=self.basis)

    def field(self, predicate: Id, value: Field | None, *, kind: Id = "xsd:string") -> None:
        """Say a value that has a proof of its own."""
        if value is not None:
            self.notes.say(self.id, predicate, Literal(value.value, kind), value.evidence, rule=value.rule, basis=value.basis)
