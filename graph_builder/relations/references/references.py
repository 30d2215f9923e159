"""References between papers: minutes confirmed, meetings spoken of, background papers, what is scheduled or was last reported, call-ins, referrals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from graph_builder import vocabulary as v
from graph_builder.language.dates import Found
from graph_builder.language.passages import Passage
from graph_builder.language.sentences import split
from graph_builder.model import Basis, Id, Span
from graph_builder.paper import Item
from graph_builder.relations.context import Context
from graph_builder.relations.decisions import proceedings
from graph_builder.relations.references import reference_lists, reference_tables, reference_text
from graph_builder.relations.references.reference_bodies import Naming, Who
from graph_builder.relations.references.reference_marks import mark
from graph_builder.relations.references.reference_places import Place, walk
from graph_builder.relations.references.reference_tables import Row, Table
from graph_builder.relations.references.reference_text import Spoken
from graph_builder.relations.references.reference_words import clue, section_regex

_MEETINGS = {"confirms-minutes", "previous-meeting", "future-meeting", "background-paper"}


@dataclass(frozen=True, slots=True)
class Reference:
    """What a paper points to: how it is related, which day or month (None where none is printed), whose meeting, which matter, and the words."""

    relation: str
    when: Found | None
    printed: str
    who: Who | None
    evidence: tuple[Span, ...]
    item: Item | None
    rule: str
    title: str = ""
    derived: bool = False
    named: Span | None = None
    """Where the body is named; None where its name is inferred."""

    @property
    def body(self) -> str:
        """The name of the body; empty where nobody can say whose meeting it is."""
        return self.who.name if self.who else ""


def say(context: Context) -> None:
    """Note what the paper points to."""
    for reference in find(context):
        _note(context, reference)


def find(context: Context) -> list[Reference]:
    """The references of a paper in the order of its text."""
    found = list(_Reader(context).references())
    settled = [known for reference in found if (known := _settled(reference, found)) is not None]
    told = [_with_body(reference, settled) for reference in settled]
    return [reference for reference in told if not any(_is_told_by(other, reference) for other in told)]


def _is_told_by(other: Reference, reference: Reference) -> bool:
    """Whether a reference to a month is to the meeting whose day another one tells: "the January minutes" where those of 7 January are confirmed."""
    if reference.when is None or other.when is None or reference.when.exact or not other.when.exact:
        return False
    same = reference.relation == other.relation == "confirms-minutes" and reference.body == other.body
    return same and reference.when.earliest <= other.when.earliest <= reference.when.latest


def _with_body(reference: Reference, found: list[Reference]) -> Reference:
    """A meeting spoken of without its body is that of the one body for which the paper names a meeting on that day."""
    when = reference.when
    if when is None or not when.exact or reference.body or reference.relation not in {"previous-meeting", "future-meeting"}:
        return reference
    same_day = [r for r in found if r.when and r.when.exact and r.when.earliest == when.earliest and r.body and r.relation in _MEETINGS]
    if len({r.body for r in same_day}) != 1:
        return reference
    who = same_day[0].who
    return replace(reference, who=who._replace(stated=False) if who else None, named=same_day[0].named)


def _settled(reference: Reference, found: list[Reference]) -> Reference | None:
    """The reference with its date: "its last meeting" is the one whose minutes the paper confirms, where it confirms those of one."""
    if reference.relation != "last-meeting":
        return reference
    confirmed = [r for r in found if r.relation == "confirms-minutes" and r.when and r.who and r.who.own]
    if len({r.when.earliest for r in confirmed if r.when}) != 1:
        return None
    last = confirmed[0]
    return replace(reference, relation="previous-meeting", when=last.when, printed=last.printed, evidence=(*reference.evidence, *last.evidence), derived=True)


class _Reader:
    """The reading of one paper, from paragraph to paragraph."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.near: date | None = context.near
        self.naming = Naming(context)
        self.table: Table | None = None
        self.minutes_open: Item | None = None
        self.moved = [span for _, made in proceedings.made(context) for decision in made if decision.outcome == "moved" for span in decision.evidence]

    def references(self) -> Iterator[Reference]:
        """What each paragraph points to."""
        for place in walk(self.context.paper):
            if place.title:
                self.table = None
                confirms = reference_lists.is_minutes_item(place.paragraph.passage.text) and not _is_put_off(place.item)
                self.minutes_open = place.item if confirms else None
            if len(place.paragraph.cells) > 1:
                yield from self._row(place)
            else:
                self._leave_table()
                yield from self._sentences(place.paragraph.passage, place)

    def _leave_table(self) -> None:
        """A table goes on over a page mark or two, and no further."""
        if self.table is not None:
            self.table.gap += 1
            self.table = None if self.table.gap > reference_tables.MOST_GAP else self.table

    def _row(self, place: Place) -> Iterator[Reference]:
        cells = place.paragraph.cells
        opened = reference_tables.head(cells, place.heading, self.naming)
        if opened is not None or (self.table is not None and len(cells) > self.table.width):
            self.table = opened
            return
        told: list[Reference] = []
        if self.table is not None and self.near is not None:
            self.table.gap = 0
            told.extend(_of_row(row, place) for row in reference_tables.read(self.table, cells, self.naming, near=self.near))
        yield from told
        for cell in cells:
            yield from self._sentences(cell, place)

    def _sentences(self, passage: Passage, place: Place) -> Iterator[Reference]:
        for sentence in split(passage.text):
            if reference_text.may_hold(sentence.text):
                words = passage.cut(sentence.start, sentence.end)
                for spoken in self._spoken(words.text, place):
                    yield _reference(self._told_of_minutes(spoken, words), words, place)
            self._close_minutes(sentence.text, place)

    def _told_of_minutes(self, spoken: Spoken, words: Passage) -> Spoken:
        """Minutes that were moved, with no word of what became of it, or were to be amended first, tell of an earlier meeting and no more."""
        if spoken.relation != "confirms-minutes":
            return spoken
        own = words.span()
        moved = any(span.start < own.end and own.start < span.end for span in self.moved)
        return spoken._replace(relation="previous-meeting") if moved or clue("still-to-confirm").search(words.text) else spoken

    def _spoken(self, text: str, place: Place) -> list[Spoken]:
        """What a sentence points to: minutes confirmed first, then what its place tells, then what its words tell; each date once."""
        marked = mark(text, self.naming, near=self.near)
        if not marked.dates and not reference_text.may_hold_undated(text):
            return []
        in_item = self.minutes_open is not None and self.minutes_open is place.item
        told = list(reference_lists.confirmed(marked, self.naming, near=self.near, in_item=in_item))
        if any(spoken.relation == "confirms-minutes" for spoken in told):
            self.minutes_open = None
        lists = list(reference_lists.listed(marked, self.naming, place.section, near=self.near)) if place.section else []
        said = reference_text.find(marked, self.naming, near=self.near)
        if not place.paragraph.cells:
            lists += reference_lists.alone(marked, near=self.near)
            lists += reference_lists.programme(marked, self.naming, near=self.near) if section_regex("programme").fullmatch(place.heading) else ()
        for new in (*lists, *said) if place.section != "future" else (*said, *lists):
            if not any(reference_text.same(new, old) for old in told):
                told.append(new)
        return told

    def _close_minutes(self, text: str, place: Place) -> None:
        """Behind the sentence that confirms the minutes, a date under the same title is of something else."""
        if self.minutes_open is not None and not place.title and reference_lists.speaks_of_minutes(text):
            self.minutes_open = None


def _is_put_off(item: Item | None) -> bool:
    """Whether an item says that the minutes are not confirmed now."""
    return item is not None and any(clue("not-confirmed").search(paragraph.passage.text) for paragraph in item.paragraphs)


def _of_row(row: Row, place: Place) -> Reference:
    rule = f"programme-{row.relation}"
    return Reference(row.relation, row.when, row.printed, row.who, row.evidence, place.item, rule, row.title, not row.when.has_year, row.named)


def _reference(spoken: Spoken, words: Passage, place: Place) -> Reference:
    when = spoken.when
    printed = words.text[when.start : when.end].strip(" .,") if when else ""
    named = words.span(spoken.who.start, spoken.who.end) if spoken.who and spoken.who.end > spoken.who.start else None
    derived = bool(when and not when.has_year)
    return Reference(spoken.relation, when, printed, spoken.who, (words.span(),), place.item, spoken.rule, spoken.title, derived, named)


def _note(context: Context, reference: Reference) -> None:
    when, item = reference.when, reference.item
    day = f"{when.earliest} {'' if when.exact else when.latest}" if when else "no date"
    id_ = context.notes.id("reference", reference.relation, day, item.key if item else "paper", f"{reference.body} {reference.title}")
    basis = Basis.DERIVED if reference.derived else Basis.STATED
    node = context.notes.node(id_, v.REFERENCE, reference.evidence, rule=f"reference-{reference.rule}", basis=basis)
    node.link(v.RELATION, f"relation:{reference.relation}")
    node.link(v.AT_MEETING, context.meeting_id)
    node.link(v.ABOUT_ITEM, context.item_id(item))
    _note_body(context, reference, id_)
    node.text(v.TO_TITLE, reference.title)
    if when is not None:
        node.text(v.EARLIEST, when.earliest.isoformat(), kind="xsd:date")
        node.text(v.LATEST, when.latest.isoformat(), kind="xsd:date")
        node.text(v.AS_PRINTED, reference.printed)


def _note_body(context: Context, reference: Reference, id_: Id) -> None:
    """Whose meeting it is; derived where the words say "the Panel", or nothing and the paper's own body is meant."""
    who = reference.who
    if who is None or not who.name or (reference.named is None and context.meeting_id is None):
        return
    body = context.bodies.seen(who.name, reference.named if who.stated and not who.own else None)
    context.notes.say(id_, v.TO_BODY, body, reference.evidence, rule=f"reference-{reference.rule}", basis=Basis.STATED if who.stated else Basis.DERIVED)
