"""The anatomy: one paper as it was divided and read goes in; a record of each line, what it was taken for and what it says, comes out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Final

from graph_builder import vocabulary
from graph_builder.language.passages import Line, lines
from graph_builder.masks import page_of
from graph_builder.meetings import ignored
from graph_builder.model import Document, Literal, Reading, Span, Statement
from graph_builder.paper import Clock, Entry, Field, Item, Mentions, Paper, When

_SHORT: Final = 8
# Why a line was not understood; `inspect` prints a sentence about each that it met.
ROW: Final = "row of a table"
HEAD: Final = "before the first item"
LABEL: Final = "perhaps a heading"
PROSE: Final = "running text"
REASONS: Final[Mapping[str, str]] = {
    ROW: "a table of which no rule knows the columns",
    HEAD: "it tells no body, day, time, place or list of people that is known",
    LABEL: "so short that it may be a heading or a label, and none that is known",
    PROSE: "no rule found a decision, an interest, a reference, a post, a figure or an inspection in it",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """What the head or foot tells, with the words that tell it; `value` is empty where the paper does not say."""

    what: str
    value: str = ""
    basis: str = ""
    rule: str = ""
    page: int | None = None
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """One entry of a list of people."""

    status: str
    name: str
    capacity: str
    role: str
    post: str
    organisation: str
    label: str
    page: int | None
    quote: str


@dataclass(frozen=True, slots=True)
class Heading:
    """One item: its number with the basis of that, its title, and how many lines stand under it."""

    number: str
    number_basis: str
    title: str
    page: int | None
    lines: int


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the paper: where it stands, what it was taken for, what it says.

    `state` is read, ignored or not understood. `why` is the name by which a line is ignored, or why it was not understood; `says` are the
    classes of the things that begin on the line.
    """

    page: int | None
    start: int
    end: int
    kind: str
    item: str
    state: str
    why: str
    says: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Anatomy:
    """All that `inspect` shows of one paper."""

    file: str
    form: str
    sha256: str
    pages: int
    warnings: tuple[str, ...]
    kind: str
    head: tuple[Fact, ...]
    people: tuple[Person, ...]
    items: tuple[Heading, ...]
    blocks: tuple[Block, ...]
    things: Mapping[str, int]
    statements: tuple[Mapping[str, Any], ...] = field(repr=False)

    def record(self) -> dict[str, Any]:
        """The same as plain values, as JSON has them."""
        return asdict(self)


def anatomy(mentions: Mentions, reading: Reading) -> Anatomy:
    """The anatomy of a paper that was divided into these mentions and gave this reading."""
    paper, document = mentions.paper, reading.document
    blocks = tuple(_blocks(paper, reading))
    typed = [statement for statement in reading.statements if statement.predicate == vocabulary.TYPE and statement.evidence]
    return Anatomy(
        file=document.name,
        form=document.form,
        sha256=document.file_hash,
        pages=len(document.pages),
        warnings=document.warnings,
        kind=paper.header.kind,
        head=tuple(_head(paper)),
        people=tuple(_person(document, entry) for entry in paper.entries),
        items=tuple(_heading(document, item, blocks) for item in paper.items),
        blocks=blocks,
        things=dict(sorted(Counter(_local(str(statement.object)) for statement in typed).items())),
        statements=tuple(_statement(document, statement) for statement in reading.statements),
    )


def _head(paper: Paper) -> Iterator[Fact]:
    header = paper.header
    told = (("council", header.council), ("body", header.body), ("date", header.when), ("start", header.start), ("end", header.end), ("venue", header.venue))
    for what, found in (*told, *((("decision maker", header.maker),) if header.maker else ())):
        yield _fact(paper.document, what, found) if found else Fact(what)


def _fact(document: Document, what: str, found: Field | When | Clock) -> Fact:
    if isinstance(found, Clock):
        value, basis, rule = found.value.isoformat("minutes"), "stated", "header-time"
    elif isinstance(found, When):
        days = dict.fromkeys((found.earliest.isoformat(), found.latest.isoformat()))
        value, basis, rule = "/".join(days), found.basis.value, found.rule
    else:
        value, basis, rule = found.value, found.basis.value, found.rule
    page = page_of(document, found.evidence[0]) if found.evidence else None
    return Fact(what, value, basis, rule, page, " … ".join(_flat(document.quote(span)) for span in found.evidence))


def _person(document: Document, entry: Entry) -> Person:
    span = entry.passage.span()
    name = _flat(document.quote(entry.name_span)) if entry.name_span else ""
    told = (entry.capacity, entry.role, entry.post, entry.organisation, entry.label)
    return Person(entry.status, name, *told, page_of(document, span), _flat(document.quote(span)))


def _heading(document: Document, item: Item, blocks: Sequence[Block]) -> Heading:
    number, basis = (item.number.value, item.number.basis.value) if item.number else ("", "")
    own = sum(block.item == _name(item) and block.kind != "title" for block in blocks)
    return Heading(number, basis, item.title.text, page_of(document, item.title.span()), own)


def _titles(item: Item) -> Iterator[Span]:
    """Where an item's title stands, and the headings under which its text stands further down."""
    yield item.title.span()
    yield from (heading.span() for heading in item.headings)


def _name(item: Item) -> str:
    return item.number.value if item.number else item.title.text


class _Places:
    """Spans of one kind, sorted, that tell whether a line has words of one of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans = sorted((span.start, span.end) for span in spans)
        self.longest = max((end - start for start, end in self.spans), default=0)

    def meet(self, line: Span) -> bool:
        """Whether one of the spans shares a letter with the line."""
        first = bisect_left(self.spans, (line.start - self.longest, 0))
        return any(start < line.end and line.start < end for start, end in self.spans[first : bisect_right(self.spans, (line.end, 0))])


def _blocks(paper: Paper, reading: Reading) -> Iterator[Block]:
    document = reading.document
    titles, people = _Places(span for item in paper.items for span in _titles(item)), _Places(entry.passage.span() for entry in paper.entries)
    head = _Places(span for fact in _of_head(paper) for span in fact.evidence)
    unread, counted = _Places(reading.coverage.unread), _Places(paper.coverage.unread)
    says, items = _beginnings(reading.statements), sorted((span.start, _name(item)) for item in paper.items for span in _titles(item))
    for line in lines(document):
        span = line.passage.span()
        place = bisect_right(items, (span.end, "")) - 1
        item = items[place][1] if place >= 0 else ""
        kind = "title" if titles.meet(span) else "person" if people.meet(span) else "head" if head.meet(span) and not item else _kind(line)
        state, why = "read", ""
        if kind != "title" and not counted.meet(span):
            kind, state, why = "furniture", "ignored", ignored(line.text) or "front matter"
        elif unread.meet(span):
            state, why = "not understood", _why(line, headed=bool(item))
        yield Block(page_of(document, span), span.start, span.end, kind, item, state, why, _said(says, span), line.text)


def _of_head(paper: Paper) -> Iterator[Field | When | Clock]:
    header = paper.header
    yield from (found for found in (header.council, header.body, header.when, header.start, header.end, header.venue, header.maker) if found)


def _kind(line: Line) -> str:
    if len(line.cells) > 1:
        return "row"
    return "heading" if line.heading else "bullet" if line.bullet else "text"


def _why(line: Line, *, headed: bool) -> str:
    if len(line.cells) > 1:
        return ROW
    if not headed:
        return HEAD
    return LABEL if len(line.text.split()) <= _SHORT and line.text[-1] not in ".;!?" else PROSE


def _beginnings(statements: Iterable[Statement]) -> list[tuple[int, str]]:
    """Where each thing of a class begins, and its class; names and bodies aside, which stand everywhere."""
    typed = (statement for statement in statements if statement.predicate == vocabulary.TYPE and statement.evidence)
    return sorted({(statement.evidence[0].start, _local(str(statement.object))) for statement in typed})


def _said(says: Sequence[tuple[int, str]], span: Span) -> tuple[str, ...]:
    here = says[bisect_left(says, (span.start, "")) : bisect_left(says, (span.end, ""))]
    return tuple(sorted({name for _, name in here}))


def _local(curie: str) -> str:
    return curie.partition(":")[2]


def _statement(document: Document, statement: Statement) -> dict[str, Any]:
    value = statement.object.value if isinstance(statement.object, Literal) else statement.object
    spans = [{"page": page_of(document, span), "start": span.start, "end": span.end, "quote": document.quote(span)} for span in statement.evidence]
    proof = {"rule": statement.rule, "basis": statement.basis.value, "evidence": spans}
    return {"subject": statement.subject, "predicate": statement.predicate, "object": value, **proof}


def _flat(words: str) -> str:
    return " ".join(words.split())
