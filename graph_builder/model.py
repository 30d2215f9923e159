"""The values that pass from room to room: documents, spans, statements, triples; all frozen, none with behaviour that reads or writes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, TypeAlias

Id: TypeAlias = str
"""A CURIE such as `civ:Meeting` or `id:body/ofsted`; an IRI only at the edge (`vocabulary.expand`)."""


class Span(NamedTuple):
    """Where words stand: code-point offsets into a document's text, start inclusive, end exclusive."""

    document: Id
    start: int
    end: int


class Placed(NamedTuple):
    """Where a stretch of a text stands on its page: code-point offsets, and a box in points (1/72 inch) from the page's upper left corner."""

    start: int
    end: int
    left: float
    top: float
    right: float
    bottom: float


class Literal(NamedTuple):
    """An RDF literal: its lexical form, its datatype as a CURIE, and a language tag where it is a text in a language."""

    value: str
    datatype: Id = "xsd:string"
    language: str = ""


class Basis(StrEnum):
    """How a statement is known."""

    STATED = "stated"
    DERIVED = "derived"
    SUPPLIED = "supplied"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that a document says, with the words that say it.

    `evidence` is empty only where `basis` is supplied. `confidence` is None where it was not measured.
    """

    subject: Id
    predicate: Id
    object: Id | Literal
    evidence: tuple[Span, ...]
    rule: str
    basis: Basis = Basis.STATED
    confidence: float | None = None

    def key(self) -> tuple[str, str, str, str, str, str, tuple[Span, ...]]:
        """What statements are sorted by: subject, predicate, object, rule, basis, evidence."""
        value = self.object if isinstance(self.object, Literal) else Literal(self.object, "", "")
        return (self.subject, self.predicate, "\x00".join(value), self.rule, self.basis.value, "", self.evidence)


@dataclass(frozen=True, slots=True)
class Source:
    """What a list of sources says of one file; empty where it says nothing."""

    file: str = ""
    council: str = ""
    district: str = ""
    body: str = ""
    date: str = ""
    kind: str = ""
    url: str = ""
    licence: str = ""
    note: str = ""


class Member(NamedTuple):
    """A name in a text, by its offsets, and the number by which the council's site knows the councillor; `site` is empty where the paper tells none."""

    start: int
    end: int
    number: str
    site: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A paper as text: newlines are \\n, no byte-order mark, and nothing alters the text after it was read.

    `file_hash` is the SHA-256 of the file's bytes and `text_hash` that of the text as UTF-8, both in hexadecimal.
    `pages` holds the offset at which each page begins, and is empty where the format has no pages.
    `form` names the format that was read; `warnings` are sentences for the user. `anchors` are the places of a web page that a link can
    open, each with the offset at which it begins, and `boxes` the places of a PDF's words, both in the order of the text. `members` are the
    names beside which the source gives the number of a councillor on the council's site.
    """

    name: str
    text: str
    file_hash: str
    text_hash: str
    source: Source = Source()
    form: str = "text"
    pages: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()
    anchors: tuple[tuple[int, str], ...] = ()
    boxes: tuple[Placed, ...] = ()
    members: tuple[Member, ...] = ()

    @property
    def id(self) -> Id:
        """The id of the text, which the spans name: `id:text/` and sixteen digits of its hash."""
        return f"id:text/{self.text_hash[:16]}"

    @property
    def local(self) -> str:
        """The prefix of ids that hold within this paper alone, before resolution: `doc:` and the digits of its text."""
        return f"doc:{self.text_hash[:16]}"

    def quote(self, span: Span) -> str:
        """The words at a span of this document."""
        return self.text[span.start : span.end]

    def span(self, start: int, end: int) -> Span:
        """A span of this document, without white space at its ends."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return Span(self.id, start, end)


class Line(NamedTuple):
    """One line of a document, with its offsets; `text` is the line without white space and marks at its ends."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """What became of each block of one document: `unread` are the spans that were neither read nor ignored by name."""

    document: Id
    blocks: int
    read: int
    ignored: int
    unread: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one paper gave: its statements, sorted, and its coverage."""

    document: Document
    statements: tuple[Statement, ...]
    coverage: Coverage


class CorrectionAction(StrEnum):
    """What a person does with a claim: reject it, put another value in the place of one, or add a fact with its quote."""

    REJECT = "reject"
    VALUE = "value"
    ADD = "add"


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person corrects, as one row of `corrections.csv`: a claim is known by its id and by the words that say it.

    `claim` is the id of a claim, or of the thing that a fact is added to; `property` one of its columns or terms; `line` where it stands.
    """

    claim: Id
    action: CorrectionAction
    property: str = ""
    value: str = ""
    quote: str = ""
    document: str = ""
    by: str = ""
    date: str = ""
    why: str = ""
    line: int = 0


class Triple(NamedTuple):
    """An RDF triple of CURIEs and literals, as the graph is written from it."""

    subject: Id
    predicate: Id
    object: Id | Literal


@dataclass(frozen=True, slots=True)
class Graph:
    """A graph ready for publication: facts and their evidence, each sorted, without duplicates and without blank nodes."""

    facts: tuple[Triple, ...] = ()
    evidence: tuple[Triple, ...] = field(default=())

    def __iter__(self) -> Iterator[Triple]:
        yield from self.facts
        yield from self.evidence
