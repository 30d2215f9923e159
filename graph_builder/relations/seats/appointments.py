"""Who was elected, appointed or co-opted to what, and who left it, as decisions and sentences tell; out go memberships and post-holdings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from graph_builder import vocabulary as v
from graph_builder.language import people as persons
from graph_builder.language.people import Person
from graph_builder.language.sentences import split
from graph_builder.model import Basis, Id, Span
from graph_builder.relations.context import Context
from graph_builder.relations.decisions import proceedings
from graph_builder.relations.decisions.decided import Decision
from graph_builder.relations.forms import form
from graph_builder.relations.notes import Node, ending
from graph_builder.relations.seats import appointment_lists, offices
from graph_builder.relations.seats.appointment_lists import Appointment
from graph_builder.relations.seats.offices import FILE, Office
from graph_builder.relations.seats.posts import in_organisation

_JOINS = re.compile(r"(?:\s*\([^()]{1,60}\))?\s*(?:,\s*(?:and\s+)?|and\s+|&\s*|;\s*)\s*(?:the\s+)?")
_ONE = re.compile(r"\s*(?:\([^()]{1,40}\))?\s*(?:was|is|has)\b", re.IGNORECASE)
_AND = re.compile(r"\band\b|&", re.IGNORECASE)
_NOT_YET = frozenset({"fell", "recommended", "requested", "referred", "deferred", "withdrawn", "lost", "moved", "refused"})
"""Outcomes of decisions by which nobody is chosen yet."""
_IN_PLACE = re.compile(r"\babsen(?:ce|t)\b|\bunavailable\b|\bin\s+place\s+of\b", re.IGNORECASE)
_RECOMMENDS = re.compile(r"\W*(?:that\s+)?(?:to\s+)?(?:recommend|request|ask|invite|nominate|consider)\w*\b", re.IGNORECASE)
_MOVER = re.compile(
    r"\b(?:(?:proposed|seconded|moved|nominated)\s+by|(?:proposition|proposal|motion|nomination)\s+(?:of|by|from))\s+(?:the\s+)?$", re.IGNORECASE
)
_DECLARED = re.compile(r"\bdeclared\s+(?:that\s+)?$", re.IGNORECASE)
_HAD_BEEN = re.compile(r"\b(?:had|has|have)\s+(?:also\s+)?been\b", re.IGNORECASE)
_TOLD = ("was-chosen-behind", "accepts-behind")
_RESOLVED = ("is-chosen-behind", "is-to-be-behind", "replaces-behind", "represents-behind")


class Told(NamedTuple):
    """Words that tell of a choice: their text, their evidence, and whether they are of a decision that stands."""

    text: str
    evidence: tuple[Span, ...]
    decided: bool
    title: str = ""
    """The title of the item that they stand in."""


def say(context: Context) -> None:
    """Note whom the paper tells to be chosen for an office or to have left it."""
    seen: set[tuple[Id, Office, bool]] = set()
    for found in (*_told(context), *appointment_lists.find(context)):
        who = context.people.find(found.person.name)
        undated = found.left and not context.day  # without a day nothing would tell that it had ended
        if who is not None and not undated and (who, found.office, found.left) not in seen:
            seen.add((who, found.office, found.left))
            _note(context, who, found)


def _told(context: Context) -> Iterator[Appointment]:
    for told in _texts(context):
        if told.text.rstrip().endswith("?"):
            continue
        for group in _groups(told.text, context):
            yield from _chosen(told, group, context)
            yield from _gone(told, group, context)


def _texts(context: Context) -> Iterator[Told]:
    """What was decided, then every sentence of the paper's paragraphs."""
    for item, decided in proceedings.made(context):
        for decision in decided:
            if _stands(decision):
                yield Told(decision.text, decision.evidence, True, item.title.text if item else "")
    for passage, item in context.passages():
        if item is not None and passage is item.title:
            continue
        for sentence in split(passage.text):
            yield Told(sentence.text, (passage.span(sentence.start, sentence.end),), False, item.title.text if item else "")


def _stands(decision: Decision) -> bool:
    """Whether a decision is one by which somebody may be chosen: not lost, not left to others, and not read from its movers alone."""
    told = decision.basis is not Basis.DERIVED and decision.outcome not in _NOT_YET
    return told and not decision.to and not _RECOMMENDS.match(decision.text) and not decision.amendment


def _groups(text: str, context: Context) -> Iterator[Sequence[Person]]:
    """The people that a text names, those of one list together."""
    group: list[Person] = []
    for person in filter(lambda person: context.people.find(person.name), persons.find(text)):
        if group and not _JOINS.fullmatch(text, group[-1].end, person.start):
            yield group
            group = []
        group.append(person)
    if group:
        yield group


def _chosen(told: Told, group: Sequence[Person], context: Context) -> Iterator[Appointment]:
    """The appointments of a list of people, by what stands behind their names or before them."""
    text, end = told.text, group[-1].end
    several = len(group) > 1 and (_ONE.match(text, end) or _MOVER.search(text[: group[0].start]))
    if several and not _AND.search(text, group[-2].end, group[-1].start):
        group = group[-1:]  # "seconded by Cllr Hall, Cllr Dunn was elected"
    start = group[0].start
    if form(FILE, "condition").search(text[:start]):
        return
    behind = next((m for name in (*_TOLD, *(_RESOLVED if told.decided else ())) if (m := form(FILE, name).match(text[end:]))), None)
    alone = not text[:start].strip(" -–•*") or _DECLARED.search(text[:start])
    telegram = form(FILE, "is-chosen-behind").match(text[end:]) if behind is None and alone else None
    if telegram and " be " not in telegram.group():
        behind = telegram
    rest = text[end + behind.end() :] if behind else ""
    if behind and behind.re is form(FILE, "replaces-behind"):
        other = next(persons.find(rest), None)
        rest = rest[other.end :] if other and other.start == 0 else ""
    if behind is None:
        before = form(FILE, "chooses-before").search(text[:start]) or (told.decided and form(FILE, "to-choose-before").search(text[:start]))
        rest = re.sub(r"^\s*\([^()]{1,60}\)", "", text[end:]) if before else ""
    rest = _by_title(told, text[end:], rest, chosen=behind is not None) or rest
    if not (behind and _HAD_BEEN.search(behind.group()) and _names_no_body(rest)):
        yield from _offices(told, group, rest, context)


def _by_title(told: Told, behind: str, rest: str, *, chosen: bool) -> str:
    """The office that the title of an item tells, where the words do not: "Election of Chairman" over "Cllr Dunn was elected."."""
    title = form(FILE, "title-of-chair").match(told.title)
    takes = form(FILE, "takes-chair-behind").match(behind)
    return f"as {title['office']}" if title and (takes or (chosen and form(FILE, "nothing-behind").match(rest))) else ""


def _names_no_body(rest: str) -> bool:
    """Whether a chair is told without the body: of somebody who "had been appointed as Chair" nothing tells that it is of the body that meets."""
    words = rest.lstrip()
    chair = form(FILE, "office-chair").match(words)
    return chair is not None and not form(FILE, "office-of").match(words[chair.end() :])


def _offices(told: Told, group: Sequence[Person], rest: str, context: Context) -> Iterator[Appointment]:
    """The offices that words behind a choice tell, but for those of one meeting and of another year."""
    clause = re.split(r"[;,]|\.\s", rest)[0]
    year = form(FILE, "earlier").search(clause)
    if year and year["year"] != context.day[:4]:
        return
    for office in offices.read(rest, context):
        rule = _rule(office, context, decided=told.decided)
        if form(FILE, "passing").search(clause) and (rule != "elected-to-chair" or _IN_PLACE.search(told.text)):
            continue  # who takes the chair of a meeting in somebody's place is not the body's chair
        for person in group:
            yield Appointment(person, office, told.evidence, rule)


def _rule(office: Office, context: Context, *, decided: bool) -> str:
    own = context.paper.header.body is not None and office.body == context.paper.header.body.value
    if office.role in {"chair", "vice-chair"} and own and decided:
        return "elected-to-chair"
    return "resolved-to-appoint" if decided else "told-as-appointed"


def _gone(told: Told, group: Sequence[Person], context: Context) -> Iterator[Appointment]:
    """Who resigned from what, or stood down from it."""
    text, start, end = told.text, group[0].start, group[-1].end
    left = form(FILE, "left-behind").match(text[end:])
    if left is None and form(FILE, "left-before").search(text[:start]):
        left = form(FILE, "left-of-behind").match(text[end:])
    if left is None or form(FILE, "condition").search(text[:start]):
        return
    words = text[end + left.end() :]
    year = form(FILE, "earlier").search(words)
    if year and year["year"] != context.day[:4]:
        return
    found = [office for shape in (words, f"to {words}") for office in offices.read(shape, context)]
    for office in found[:1]:
        for person in group:
            yield Appointment(person, office, told.evidence, "told-as-gone", left=True)


def _note(context: Context, who: Id, found: Appointment) -> None:
    notes, office = context.notes, found.office
    day = v.ENDED_BY if found.left else v.ATTESTED_ON
    kind = "left" if found.left else "appointed"
    if office.post:
        node = notes.node(notes.id("holding", ending(who), office.post, kind), v.POST_HOLDING, found.evidence, rule=found.rule)
        node.link(v.OF_POST, in_organisation(context, office.post, found.evidence[0]))
    else:
        node = _membership(context, who, found, kind)
    node.link(v.MEMBER, who)
    node.text(day, context.day, kind="xsd:date")


def _membership(context: Context, who: Id, found: Appointment, kind: str) -> Node:
    body = context.bodies.seen(found.office.body, found.evidence[0] if context.bodies.id(found.office.body) not in context.bodies.names else None)
    key = context.notes.id("membership", ending(who), ending(body), found.office.role, kind)
    node = context.notes.node(key, v.MEMBERSHIP, found.evidence, rule=found.rule)
    node.link(v.OF_ORGANISATION, body)
    node.link(v.ROLE, f"role:{found.office.role}")
    node.link(v.CAPACITY, "capacity:co-opted" if found.office.role == "co-opted" else None)
    return node
