"""A divided paper: its header, who was there, its items and their paragraphs; the values that pass from `meetings` to `relations`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time

from graph_builder.language.names import Name
from graph_builder.language.passages import Line, Passage
from graph_builder.model import Basis, Coverage, Document, Span


@dataclass(frozen=True, slots=True)
class Field:
    """A value with its proof: the words it was read from, the rule, and whether it is stated, derived or supplied.

    `other` is the same name in another language, where one is printed beside it.
    """

    value: str
    evidence: tuple[Span, ...]
    rule: str
    basis: Basis = Basis.STATED
    other: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """A meeting's day or month, with its proof."""

    earliest: date
    latest: date
    printed: str
    evidence: tuple[Span, ...]
    rule: str
    basis: Basis = Basis.STATED


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day with its proof."""

    value: time
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Header:
    """What the head and the foot of a paper say of its meeting; None where they say nothing."""

    kind: str
    body: Field | None = None
    council: Field | None = None
    when: When | None = None
    start: Clock | None = None
    end: Clock | None = None
    venue: Field | None = None
    maker: Field | None = None
    """Who took an executive decision, in a record of one."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list of those present or excused, or of members.

    `status` is present, apologies, absent or member; `capacity` and `role` are local names of their concepts, empty where nobody says.
    `passage` holds the words of the entry, `name_span` those of the name alone.
    """

    passage: Passage
    status: str
    name: Name | None = None
    name_span: Span | None = None
    capacity: str = ""
    role: str = ""
    post: str = ""
    organisation: str = ""
    initials: str = ""
    substitutes: Name | None = None
    party: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, bullet or row of an item; `lines` are those it was joined from."""

    passage: Passage
    bullet: bool = False
    lines: tuple[Line, ...] = ()
    cells: tuple[Passage, ...] = ()

    @property
    def parts(self) -> tuple[Passage, ...]:
        """The cells of a row that hold any words, each to be read by itself; a paragraph that is no row is one part."""
        filled = tuple(cell for cell in self.cells if cell.text)
        return filled if len(filled) > 1 else (self.passage,)


@dataclass(frozen=True, slots=True)
class Item:
    """An agenda item: number as printed or derived by counting, title, and what stands under it."""

    title: Passage
    position: int
    number: Field | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    cut_off: bool = False
    repeated: bool = False
    """Whether an item before it has the same number."""
    headings: tuple[Passage, ...] = ()
    """The headings under which its text stands, where a list of items at the head of the paper names it before."""

    @property
    def key(self) -> str:
        """What tells the item from the others of its paper: its number, or its place and title."""
        if self.number is None:
            return f"{self.position} {self.title.text}"
        return f"{self.number.value} {self.position}" if self.repeated else self.number.value


@dataclass(frozen=True, slots=True)
class Paper:
    """A document divided."""

    document: Document
    header: Header
    entries: tuple[Entry, ...] = ()
    items: tuple[Item, ...] = ()
    preamble: tuple[Paragraph, ...] = ()
    closing: tuple[Paragraph, ...] = ()
    """What stands behind the last item and is no part of it: the next meeting, the close, thanks, signatures."""
    coverage: Coverage = field(default=Coverage("", 0, 0, 0))


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person named in a paper: the name in parts, its words, the item it stands in (None before the first), and what stands beside it."""

    name: Name
    span: Span
    item: Item | None = None
    post: str = ""
    post_span: Span | None = None
    organisation: str = ""
    relative: bool = False
    """Whether the words tell that it is nobody public: a relative, a child, a member of the public, as `his brother, Mark Bell`."""
    gone: bool = False
    """Whether it is a councillor named as former, late or dead."""


@dataclass(frozen=True, slots=True)
class BodyMention:
    """A body named in a paper, with the abbreviation that the paper defines beside it."""

    name: str
    span: Span
    item: Item | None = None
    acronym: str = ""


@dataclass(frozen=True, slots=True)
class Mentions:
    """A divided paper with everybody and every body that it names, in the order of the text."""

    paper: Paper
    people: tuple[PersonMention, ...] = ()
    bodies: tuple[BodyMention, ...] = ()
