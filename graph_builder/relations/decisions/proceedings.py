"""What a meeting did goes in as a divided paper; out go its declarations of interest, decisions and votes as statements."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from graph_builder import vocabulary as v
from graph_builder.language import people as persons
from graph_builder.model import Basis, Id, Span
from graph_builder.paper import Item
from graph_builder.relations import meeting
from graph_builder.relations.context import Context
from graph_builder.relations.decisions import decisions, rolls
from graph_builder.relations.decisions.decided import Decision
from graph_builder.relations.interests import interests
from graph_builder.relations.interests.interests import Interest
from graph_builder.relations.notes import Node, ending
from graph_builder.relations.sections import paragraphs_of

_ROLL: Final = 4
"""The votes by name that make a roll of its own, whose names need not stand on a list of those present."""
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
    node.text(v.INTEREST_ROLE, interest.role)
    node.text(v.INTEREST_KIND, interest.kind)
    node.link(v.ABOUT_ITEM, context.item_id(_item_of(context, interest)))
    if not any(entry.status == "present" and entry.label != "substitute" for entry in context.paper.entries):
        _present(context, who, passage.span())


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
    body = context.paper.header.body.value if context.paper.header.body else ""
    for item, item_id in sections(context):
        made = decisions.find(item, body=body)
        about = item_id if item.position >= 0 else None
        for number, decision in enumerate(made, 1):
            id_ = context.notes.id("decision", ending(item_id), str(number))
            node = context.notes.node(id_, v.DECISION, decision.evidence, rule=decision.rule, basis=decision.basis)
            node.link(v.ABOUT_ITEM, about)
            node.link(v.AT_MEETING, context.meeting_id)
            node.link(v.DECIDED_BY, decider)
            _decision(context, node, decision)
        _votes(context, item, item_id, made=made)


def sections(context: Context) -> Iterator[tuple[Item, Id]]:
    """The items with their ids, and what stands before the first (in a paper without items: all of it) as one without title."""
    preamble = context.paper.preamble
    if preamble:
        yield Item(preamble[0].passage, -1, None, preamble), context.notes.id("item", "before-the-items")
    for item in context.paper.items:
        yield replace(item, paragraphs=tuple(paragraphs_of(item))), context.notes.id("item", item.key)


def made(context: Context) -> Iterator[tuple[Item | None, list[Decision]]]:
    """What the meeting of a paper decided, or the record of a decision records, with its item; None stands for what is before the first item."""
    if context.paper.header.kind not in {"minutes", "decisions", "decision record"}:
        return
    body = context.paper.header.body.value if context.paper.header.body else ""
    for section, _ in sections(context):
        item = next((one for one in context.paper.items if one.position == section.position), None)
        yield item, decisions.find(section, body=body)


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


class _Cast(NamedTuple):
    """One vote by name: the number of its paragraph, whose it is, how, and the words."""

    paragraph: int
    who: Id
    how: str
    span: Span


def _votes(context: Context, item: Item, item_id: Id, *, made: Sequence[Decision]) -> None:
    """The votes by name in an item, each tied to the decision that it was on; those of which that is not clear are not told."""
    notes, key = context.notes, ending(item_id)
    cast = list(rolls.find(item.paragraphs))
    other = ""
    if {"motion", "amendment"} <= {vote.on for _, vote in cast if vote.how == "for"}:  # members chose: a vote for the one is a vote against the other
        other = "amendment" if any(not decision.amendment for decision in made) else "motion"
        while other == "amendment" and made[-1].amendment:
            made = made[:-1]
    for roll, decision in _rolls(list(_voters(context, cast, other)), made):
        for vote in roll:
            id_ = notes.id("vote", key, str(vote.paragraph), ending(vote.who), vote.how)
            node = notes.node(id_, v.VOTE, (vote.span,), rule="recorded-vote")
            node.link(v.VOTER, vote.who)
            node.link(v.VOTE_CAST, f"vote:{vote.how}")
            node.link(v.ABOUT_ITEM, item_id if item.position >= 0 else None)
            node.link(v.ON_DECISION, notes.id("decision", key, str(decision)))


def _voters(context: Context, cast: Sequence[rolls.Cast], other: str) -> Iterator[_Cast]:
    """The votes of those who are known; a vote for what `other` names is one against what was decided."""
    alone = sum(1 for _ in cast) < _ROLL
    for number, vote in cast:
        span = vote.passage.span(vote.start, vote.end)
        who = context.people.voter(vote.name, span, known=alone)
        if who is not None:
            against = bool(other) and vote.how == "for" and vote.on == other
            yield _Cast(number, who, "against" if against else vote.how, span)


def _may_be_of(roll: Sequence[_Cast], decision: Decision) -> bool:
    """Whether the votes of a roll, which has both sides, may have made a decision what it is."""
    votes_for, against = (sum(vote.how == how for vote in roll) for how in ("for", "against"))
    fell, printed = decision.outcome == "fell", decision.counts
    if printed and printed.votes_for and printed.against and votes_for <= printed.votes_for and against <= printed.against:
        votes_for, against = printed.votes_for, printed.against  # a voter who is named by an office alone is missing from the roll
    return not (votes_for and against) or (votes_for <= against if fell else votes_for >= against)


def _rolls(cast: Sequence[_Cast], made: Sequence[Decision]) -> Iterator[tuple[Sequence[_Cast], int]]:
    """The votes of each roll with the number of its decision; where nobody votes twice there is one roll, of the last decision.

    Else a roll begins where those for, say, are listed once more. The last is of the last decision; one before it is of the last
    decision that begins before it and that no later roll is of, and is left out where there is none. None is of a decision that those
    who voted did not take: more against it than for it though it was made, or more for it though it fell.
    """
    rolls: list[list[_Cast]] = []
    twice = len({vote.who for vote in cast}) < len(cast)
    for vote in cast:
        hows = [other.how for other in rolls[-1]] if rolls else []
        if not hows or (twice and vote.how in hows and hows[-1] != vote.how):
            rolls.append([])
        rolls[-1].append(vote)
    end = len(made) + 1
    for at, roll in reversed(list(enumerate(rolls))):
        last = at == len(rolls) - 1
        before = [number for number, decision in enumerate(made, 1) if number < end and (last or decision.evidence[0].start < roll[0].span.start)]
        before = [number for number in before if _may_be_of(roll, made[number - 1])]
        if before:
            end = before[-1]
            yield roll, end
