"""What a meeting did goes in as a divided paper; out go its declarations of interest, decisions and votes as statements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph_builder import vocabulary as v
from graph_builder.language import bodies
from graph_builder.language import people as persons
from graph_builder.model import Basis, Id, Span
from graph_builder.paper import Item
from graph_builder.relations import meeting
from graph_builder.relations.context import Context
from graph_builder.relations.decisions import decisions, recorded, wording
from graph_builder.relations.decisions.decided import Decision
from graph_builder.relations.interests import interests
from graph_builder.relations.interests.interests import Interest
from graph_builder.relations.notes import Node, ending
from graph_builder.relations.sections import paragraphs_of

_CHOSEN = re.compile(r"\b(?:be|was|were|to|re-?)\s*(?:duly\s+)?(?:elect(?:ed)?|appoint(?:ed)?|co-?opt(?:ed)?)\b", re.IGNORECASE)


def say(context: Context) -> None:
    """Note what the meeting of a paper did, or what a record of an executive decision records."""
    kind = context.paper.header.kind
    if context.meeting_id is not None:
        for interest in interests.find(context.paper):
            _interest(context, interest)
        if kind in {"minutes", "decisions"}:
            _decisions(context, decider=context.body_id)
    elif kind == "decision record":
        _decisions(context, decider=_maker(context))
    elif kind in {"minutes", "decisions"}:
        _decisions(context, decider=None)  # of a meeting of which the paper says neither body nor day


def _interest(context: Context, interest: Interest) -> None:
    notes, passage, person = context.notes, interest.passage, interest.person
    who = context.people.met(person.name, passage.span(person.start, person.end))
    if who is None:
        return
    key = notes.id("interest", ending(who), f"{interest.organisation} {interest.role}")
    node = notes.node(key, v.INTEREST, (passage.span(),), rule="interest")
    node.link(v.DECLARANT, who)
    node.link(v.AT_MEETING, context.meeting_id)
    node.text(v.INTEREST_MATTER, interest.organisation)
    node.link(v.INTEREST_IN, _organisation(context, interest))
    node.text(v.INTEREST_ROLE, interest.role)
    node.text(v.INTEREST_KIND, interest.kind)
    node.link(v.ABOUT_ITEM, context.item_id(_item_of(context, interest)))
    if not any(entry.status == "present" and entry.label != "substitute" for entry in context.paper.entries):
        _present(context, who, passage.span())


def _organisation(context: Context, interest: Interest) -> Id | None:
    """The body that an interest is in, where its words begin with the name of one and somebody has a part there; of a matter none."""
    found = next(bodies.find(interest.organisation), None) if interest.role else None
    if found is None or found.start or not re.match(r"\s*(?:[,(].*)?$", interest.organisation[found.end :]):
        return None
    return context.bodies.seen(bodies.tidy(found.name), interest.passage.span())


def _item_of(context: Context, interest: Interest) -> Item | None:
    """The item of the number that an interest names, or None where the paper has none of that number; else the item under which it is told."""
    if not interest.number:
        return interest.item
    wanted = interest.number.replace(" ", "").casefold()
    numbered = [item for item in context.paper.items if item.number and item.number.value.replace(" ", "").casefold() == wanted]
    printed = re.compile(rf"\bitem\s+(?:no\.?\s*)?{re.escape(interest.number)}\b", re.IGNORECASE)
    named = [item for item in context.paper.items if printed.search(item.title.text)]
    return next(iter(numbered or named), None)


def _present(context: Context, who: Id, span: Span) -> None:
    """Somebody who declared an interest was there, where the paper has no list of those present."""
    id_ = context.notes.id("attendance", ending(who))
    node = context.notes.node(id_, v.ATTENDANCE, (span,), rule="present-because-declared", basis=Basis.DERIVED)
    node.link(v.ATTENDEE, who)
    node.link(v.AT_MEETING, context.meeting_id)


def _maker(context: Context) -> Id | None:
    """Who took the decision that a paper records: a person named, else the post."""
    maker = context.paper.header.maker
    if maker is None:
        return None
    named = next(persons.find(maker.value), None)
    who = context.people.find(named.name) if named else None
    return who or meeting.post(context.notes, maker.value, maker.evidence[0])


def _decisions(context: Context, *, decider: Id | None) -> None:
    for (item, item_id), made in zip(sections(context), _made(context), strict=True):
        about = item_id if item.position >= 0 and (context.meeting_id or decider) else None
        for number, decision in enumerate(made, 1):
            id_ = context.notes.id("decision", ending(item_id), str(number))
            node = context.notes.node(id_, v.DECISION, decision.evidence, rule=decision.rule, basis=decision.basis)
            node.link(v.ABOUT_ITEM, about)
            node.link(v.AT_MEETING, context.meeting_id)
            node.link(v.DECIDED_BY, decider if decision.outcome != "moved" else None)
            _decision(context, node, decision)
        recorded.say(context, item, item_id, made=made)


def sections(context: Context) -> Iterator[tuple[Item, Id]]:
    """The items with their ids, and what stands before the first (in a paper without items: all of it) and behind the last as one each without title."""
    preamble = context.paper.preamble
    if preamble:
        yield Item(preamble[0].passage, -1, None, preamble), context.notes.id("item", "before-the-items")
    for item in context.paper.items:
        yield replace(item, paragraphs=tuple(paragraphs_of(item))), context.notes.id("item", item.key)
    closing = context.paper.closing
    if closing:
        yield Item(closing[0].passage, -1, None, closing), context.notes.id("item", "behind-the-items")


def made(context: Context) -> Iterator[tuple[Item | None, list[Decision]]]:
    """What the meeting of a paper decided, or the record of a decision records, with its item; None stands for what is in no item."""
    if context.paper.header.kind not in {"minutes", "decisions", "decision record"}:
        return
    for (section, _), decided in zip(sections(context), _made(context), strict=True):
        item = next((one for one in context.paper.items if one.position == section.position), None)
        yield item, decided


def _made(context: Context) -> Iterator[list[Decision]]:
    """What each section of a paper decides, without a list of it all at the end."""
    body = context.paper.header.body.value if context.paper.header.body else ""
    told: list[Decision] = []
    for section, _ in sections(context):
        decided = [one for one in decisions.find(section, body=body) if not wording.is_listed_again(one, told)]
        told += decided
        yield decided


def _decision(context: Context, node: Node, decision: Decision) -> None:
    """The outcome, words, movers, appointees and numbers of votes of a decision."""
    node.link(v.OUTCOME, f"outcome:{decision.outcome}")
    node.text(v.TEXT, decision.text)
    node.text(v.PART, decision.part)
    for predicate, name in ((v.PROPOSED_BY, decision.proposer), (v.SECONDED_BY, decision.seconder)):
        if name is not None:
            node.link(predicate, context.people.met(name, decision.evidence[-1]))
    for who in _appointees(context, decision):
        node.link(v.APPOINTEE, who)
    for predicate, count in zip((v.VOTES_FOR, v.VOTES_AGAINST, v.VOTES_ABSTAINED), decision.counts or (), strict=False):
        node.text(predicate, "" if count is None else str(count), kind="xsd:integer")


def _appointees(context: Context, decision: Decision) -> Iterator[Id]:
    """Whom a decision elects, appoints or co-opts to an office."""
    if decision.outcome == "fell" or not _CHOSEN.search(decision.text):
        return
    for person in persons.find(decision.text):
        who = context.people.find(person.name)
        if who and person.name not in (decision.proposer, decision.seconder):
            yield who
