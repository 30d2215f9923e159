"""What a thread is made of: a subject, lines in order of time, the edges between them, each council's extent, what is missing, and series."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

EXPLICIT: Final = "explicit reference"
SAME: Final = "same inspection or plan"
TOPIC: Final = "topic"
PHRASE: Final = "phrase"
STRENGTHS: Final = (EXPLICIT, SAME, TOPIC, PHRASE)
"""How firmly a line belongs to a thread, the firmest first; `phrase` is for words that no scheme of topics has."""

KINDS: Final = ("topic", "inspection", "plan", "body", "person", "decision", "phrase")
"""What a thread can follow."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is followed: its kind (one of `KINDS`), id (empty for a phrase), label, every name that it is known by, its council, and the name
    that was asked for.
    """

    kind: str
    id: str
    label: str
    names: tuple[str, ...] = ()
    council: str = ""
    asked: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One event of a thread, in the columns of the view `thread`; dates are ISO, as precise as the paper, and empty where there is none.

    `told` is the date of the meeting whose paper says it, `decided` whether the date is the event's own rather than that of the telling.
    """

    date: str
    council: str
    body: str
    item: str
    what: str
    text: str
    link: str
    strength: str
    quote: str
    document: str
    told: str = ""
    own_date: bool = True
    claim: str = ""
    item_id: str = ""
    body_id: str = ""
    meeting_id: str = ""
    basis: str = ""
    confidence: str = ""
    page: str = ""
    url: str = ""


COLUMNS: Final = ("date", "council", "body", "item", "what", "text", "link", "strength", "quote", "document")
MORE_COLUMNS: Final = ("told", "item_id", "body_id", "meeting_id", "claim", "basis", "confidence", "page", "url")


@dataclass(frozen=True, slots=True)
class Edge:
    """Why two things of a thread hang together: ids of claims, items, inspections or plans, graded by one of `STRENGTHS`."""

    source: str
    target: str
    strength: str
    link: str


@dataclass(frozen=True, slots=True)
class Extent:
    """How much of one council a thread rests on: papers and bodies that speak of it, their first and last date, and the papers that there are.

    `thin` says why a comparison with this council would say little, and is empty where it would not.
    """

    council: str
    papers: tuple[str, ...]
    bodies: tuple[str, ...]
    first: str
    last: str
    lines: int
    all_papers: int
    thin: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """What papers speak of and the corpus does not have; `kind` is meeting, minutes, report or response."""

    kind: str
    council: str
    body: str
    date: str
    title: str
    document: str
    quote: str
    body_id: str = ""
    claim: str = ""
    basis: str = ""
    confidence: str = ""
    page: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a series: as printed and, where it is a number, as such; `words` are those in which the paper names the indicator."""

    date: str
    value: str
    amount: float | None
    kind: str
    words: str
    line: Line


@dataclass(frozen=True, slots=True)
class Series:
    """The values of one measure in order of time, of one council and unit; the indicator's other words stand at the points."""

    indicator: str
    council: str
    unit: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Milestone:
    """How soon a body spoke of an inspection: its publication, the first meeting of the body that spoke of it, and the days between.

    `days` is None where either date is not known to the day.
    """

    inspection: str
    published: str
    council: str
    body: str
    date: str
    days: int | None
    quote: str
    document: str


@dataclass(frozen=True, slots=True)
class Thread:
    """One issue across bodies and councils, in order of time, each line with its quote; `notes` say how it was followed."""

    subject: Subject
    lines: tuple[Line, ...]
    edges: tuple[Edge, ...] = ()
    extent: tuple[Extent, ...] = ()
    missing: tuple[Missing, ...] = ()
    series: tuple[Series, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    notes: tuple[str, ...] = field(default=())
