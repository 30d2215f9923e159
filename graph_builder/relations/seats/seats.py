"""Seats on bodies that running text tells of: who represents whom on a board, who chairs a group, who is a member too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graph_builder import lexicon
from graph_builder import vocabulary as v
from graph_builder.language import bodies, people
from graph_builder.language.passages import Passage
from graph_builder.language.people import Person
from graph_builder.language.sentences import split
from graph_builder.model import Id, Span
from graph_builder.paper import Item
from graph_builder.relations.context import Context
from graph_builder.relations.recommendations.response_places import author

_REPRESENTED = re.compile(
    r"\b(?:representation\s+from|represented\s+by|members?\s+(?:are|were|comprise[sd]?|include[sd]?)"
    r"|membership\s+(?:comprise[sd]?|include[sd]?|consist(?:s|ed)\s+of))\s+(?P<list>[A-Z].+)"
)
# The list of members in a report of theirs.
_LABELLED = re.compile(
    r"\W*(?:(?:the\s+)?members(?:hip)?\s+of\s+the\s+(?:[\w'&-]+\s+){0,6}?(?:group|panel|party|commission|committee|review)|(?:group\s+)?members(?:hip)?)\s*:",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*[(,–-]\s*(?P<vice>(?:vice|deputy)[\s-]*)?chair(?:man|person|woman)?\b\)?", re.IGNORECASE)
_COOPTED = re.compile(r"\s*[(,–-]\s*co-?opt", re.IGNORECASE)
_MEMBER_TOO = re.compile(r"^\s+(?:is|was|were|are)\s+(?:also\s+)?(?:a\s+|an\s+)?members?(?:\s+(?:also|too))?\b(?:\s+of\s+(?:the\s+)?(?P<body>[^,.;]{3,80}))?")
_PARTY = re.compile(r"^\s*\((?P<party>[^)]{3,40})\)")


class Seat(NamedTuple):
    """A person's seat: who, on which body, in which role, and the words that say it."""

    person: Person
    body: str
    role: str
    span: Span


def find(passage: Passage, item: Item | None, context: Context) -> Iterator[Seat]:
    """The seats that a paragraph tells of."""
    for sentence in split(passage.text):
        text = sentence.text
        part = passage.cut(sentence.start, sentence.end)
        listed = _REPRESENTED.search(text)
        for person in people.find(text):
            after = text[person.end :]
            member = _MEMBER_TOO.match(after)
            labelled = _LABELLED.match(text)
            if labelled and person.start >= labelled.end() and (body := author(context)):
                bracket = _BRACKET.match(after)
                plain = "co-opted" if _COOPTED.match(after) else "member"
                role = plain if bracket is None else "vice-chair" if bracket["vice"] else "chair"
                yield Seat(person, body, role, part.span(person.start, person.end + (bracket.end() if bracket else 0)))
            if listed and member is None and person.start >= listed.start("list") and (_PARTY.match(after) or "(" not in listed["list"]):
                yield from _seat(person, _before(text, listed.start(), context), "member", part.span(person.start, person.end))
            if member is not None:
                body = member["body"] or _before(text, person.start, context)
                yield from _seat(person, body, "member", part.span(person.start, person.end + member.end()))
            chair = _chairs(text[: person.start])
            if chair is not None:
                body = _whole(chair["body"], item, context) if chair["body"] else ""
                yield from _seat(person, body, "vice-chair" if chair["vice"] else "chair", part.span(chair.start("role"), person.end))


def _seat(person: Person, body: str, role: str, span: Span) -> Iterator[Seat]:
    if body:
        yield Seat(person, body, role, span)


def _chairs(before: str) -> re.Match[str] | None:
    """ "the chairman of the group, " right before a name."""
    chair = lexicon.load("roles")["chair"]
    role = rf"(?P<role>(?:the\s+)?(?P<vice>(?:vice|deputy)[\s-]*)?{chair})"
    return re.search(rf"\b{role}\s+of\s+(?:the\s+|that\s+)?(?P<body>[^,.;]{{3,80}}?),\s*$", before, re.IGNORECASE)


def _before(text: str, at: int, context: Context) -> str:
    """The body named last before a place in a sentence, by name or abbreviation."""
    named = [(body.end, body.name) for body in bodies.find(text[:at]) if not (bodies.national(body.name) and at - body.end < 20)]
    known = context.bodies.acronyms
    short = [(m.end(), known[m.group()][0]) for m in re.finditer(r"\b[A-Z][A-Za-z&]{1,9}\b", text[:at]) if m.group() in known]
    return max(named + short, default=(0, ""))[1]


def _whole(words: str, item: Item | None, context: Context) -> str:
    """The body that "the group" or "the panel" stands for in an item, or the body that the words name."""
    if next(bodies.find(words), None):
        return words
    head = words.rsplit(maxsplit=1)[-1].casefold()
    own = context.paper.header.body.value if context.paper.header.body else ""
    if own.casefold().endswith(head):
        return own
    title = bodies.tidy(item.title.text) if item is not None else ""
    named = [m.name for m in context.mentions.bodies if m.item is item and m.name.casefold().endswith(head)]
    match = re.search(rf"(?:^|[-–:]\s*)(?P<name>[^-–:]*\b{re.escape(head)})\b", title, re.IGNORECASE)
    return named[0] if named else match["name"].strip() if match and len(match["name"].split()) > 1 else ""


def say(context: Context) -> None:
    """Note the seats that the paper's running text tells of."""
    listed = [entry.passage.span() for entry in context.paper.entries]
    for passage, item in context.passages():
        for seat in find(passage, item, context):
            if not any(span.start <= seat.span.start < span.end for span in listed):
                _note(context, seat)


def _note(context: Context, seat: Seat) -> None:
    who = context.people.find(seat.person.name)
    if who is None:
        return
    body: Id = context.bodies.seen(seat.body, seat.span if context.bodies.id(seat.body) not in context.bodies.names else None)
    id_ = context.notes.id("membership", who.rsplit("/", 1)[-1], body.rsplit("/", 1)[-1], seat.role)
    node = context.notes.node(id_, v.MEMBERSHIP, (seat.span,), rule=f"seat-{seat.role}")
    node.link(v.MEMBER, who)
    node.link(v.OF_ORGANISATION, body)
    node.link(v.ROLE, f"role:{seat.role}")
    node.link(v.CAPACITY, "capacity:co-opted" if seat.role == "co-opted" else None)
    node.text(v.ATTESTED_ON, context.day, kind="xsd:date")
