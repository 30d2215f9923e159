"""Mentions become statements: what one paper says of its meeting, people, bodies, decisions and references."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from graph_builder import vocabulary as v
from graph_builder.language import people as persons
from graph_builder.language.bodies import national
from graph_builder.language.names import Name
from graph_builder.model import Basis, Coverage, Id, Literal, Reading, Span
from graph_builder.paper import Item, Mentions, Paper
from graph_builder.relations import decisions, interests, invitations, meeting, motions, references, reported, seats
from graph_builder.relations.context import Context
from graph_builder.relations.interests import Interest
from graph_builder.relations.notes import Notes
from graph_builder.relations.register import Bodies, People, gather


CONTENT: tuple[Callable[[Context], None], ...] = (reported.say, invitations.say, seats.say, references.say,)
"""The readers of content, each a function that notes what one paper says of inspections, plans, measures and the like."""


def relate(mentions: Mentions) -> Reading:
    """All that one paper says, as sorted statements under ids of that paper, and what of it was read."""
    paper = mentions.paper
    notes = Notes(paper.document)
    council = paper.header.council.value if paper.header.council else ""
    people, bodies = gather(notes, mentions, council)
    document = meeting.document(notes, paper.header)
    council_id = meeting.council(notes, bodies, paper.header, document)
    meeting_id = meeting.meeting(notes, bodies, paper.header, council_id=council_id, document_id=document)
    public: set[Id] = set()
    if meeting_id is not None:
        _of_meeting(notes, mentions, people, bodies, meeting_id)
    elif paper.header.kind == "decision record":
        _decisions(notes, people, paper, decider=_maker(notes, people, paper), meeting_id=None)
    body = bodies.id(paper.header.body.value) if paper.header.body else None
    context = Context(notes, mentions, people, bodies, meeting_id, body, council_id)
    for reader in CONTENT:
        reader(context)
    _posts(notes, mentions, people)
    _named_bodies(notes, bodies)
    public |= _public(notes)
    meeting.named(notes, people, public)
    statements = tuple(sorted(set(notes.statements), key=lambda s: s.key()))
    return Reading(paper.document, statements, _coverage(paper, notes))


def _of_meeting(notes: Notes, mentions: Mentions, people: People, bodies: Bodies, meeting_id: Id) -> None:
    paper, header = mentions.paper, mentions.paper.header
    assert header.body is not None and header.when is not None
    body_id = bodies.id(header.body.value)
    meeting.items(notes, paper, meeting_id)
    meeting.attendance(notes, people, paper, meeting_id)
    meeting.members(notes, people, paper, body_id, header.when.earliest.isoformat() if header.when.earliest == header.when.latest else "")
    for interest in interests.find(paper):
        _interest(notes, people, paper, interest, meeting_id)
    if header.kind in {"minutes", "decisions"}:
        _decisions(notes, people, paper, decider=body_id, meeting_id=meeting_id)


def _interest(notes: Notes, people: People, paper: Paper, interest: Interest, meeting_id: Id) -> None:
    who = _person(people, interest.person.name, interest.passage.span(interest.person.start, interest.person.end))
    if who is None:
        return
    key = who.rsplit("/", 1)[-1]
    node = notes.node(notes.id("interest", key, f"{interest.organisation} {interest.role}"), v.INTEREST, (interest.passage.span(),), rule="interest")
    node.link(v.DECLARANT, who)
    node.link(v.AT_MEETING, meeting_id)
    node.text(v.INTEREST_MATTER, interest.organisation)
    node.text(v.INTEREST_ROLE, interest.role)
    node.text(v.INTEREST_KIND, interest.kind)
    about = next((i for i in paper.items if interest.item and i.number and i.number.value == interest.item), interest.about)
    if about is not None:
        node.link(v.ABOUT_ITEM, meeting.item_id(notes, about))
    if not any(entry.status == "present" for entry in paper.entries):
        _present(notes, who, interest.passage.span(), meeting_id)


def _present(notes: Notes, who: Id, span: Span, meeting_id: Id) -> None:
    """Somebody who declared an interest was there, where the paper has no list of those present."""
    node = notes.node(notes.id("attendance", who.rsplit("/", 1)[-1]), v.ATTENDANCE, (span,), rule="present-because-declared", basis=Basis.DERIVED)
    node.link(v.ATTENDEE, who)
    node.link(v.AT_MEETING, meeting_id)


def _person(people: People, name: Name, span: Span) -> Id | None:
    """The person whom a name read by a rule belongs to, already known or new."""
    found = people.find(name)
    if found is None and not people.blocks.get(_block(name)) and not re.fullmatch(r"[A-Z]{2,4}[a-z]?", name.printed):
        cluster = people.named(name, span)
        found = people.id(cluster) if cluster else None
    return found


def _block(name: Name) -> str:
    from graph_builder.language.likeness import surname_key

    return surname_key(name)


def _maker(notes: Notes, people: People, paper: Paper) -> Id | None:
    """Who took the decision that a paper records: a person named, else the post."""
    maker = paper.header.maker
    if maker is None:
        return None
    named = next(persons.find(maker.value), None)
    who = people.find(named.name) if named else None
    return who or meeting.post(notes, maker.value, maker.evidence[0])


def _decisions(notes: Notes, people: People, paper: Paper, *, decider: Id | None, meeting_id: Id | None) -> None:
    body = paper.header.body.value if paper.header.body else ""
    for item, item_id in _sections(notes, paper):
        made = decisions.find(item, body=body)
        for number, decision in enumerate(made, 1):
            id_ = notes.id("decision", item_id.rsplit("/", 1)[-1], str(number))
            node = notes.node(id_, v.DECISION, decision.evidence, rule=decision.rule, basis=decision.basis)
            node.link(v.ABOUT_ITEM, item_id if item in paper.items else None)
            node.link(v.AT_MEETING, meeting_id)
            node.link(v.DECIDED_BY, decider)
            node.link(v.OUTCOME, f"outcome:{decision.outcome}")
            node.text(v.TEXT, decision.text)
            node.text(v.PART, decision.part)
            for predicate, name in ((v.PROPOSED_BY, decision.proposer), (v.SECONDED_BY, decision.seconder)):
                if name is not None:
                    node.link(predicate, _person(people, name, decision.evidence[-1]))
            for who in _appointees(people, decision):
                node.link(v.APPOINTEE, who)
            for predicate, count in zip((v.VOTES_FOR, v.VOTES_AGAINST, v.VOTES_ABSTAINED), decision.counts or (), strict=False):
                node.text(predicate, "" if count is None else str(count), kind="xsd:integer")
        _votes(notes, people, item, item_id, made=len(made))


def _appointees(people: People, decision: decisions.Decision) -> Iterator[Id]:
    """Whom a decision elects, appoints or co-opts to an office."""
    chosen = re.search(r"\b(?:be|was|were|to|re-?)\s*(?:duly\s+)?(?:elect(?:ed)?|appoint(?:ed)?|co-?opt(?:ed)?)\b", decision.text, re.IGNORECASE)
    if chosen and decision.outcome != "fell":
        for person in persons.find(decision.text):
            who = people.find(person.name)
            if who and person.name not in (decision.proposer, decision.seconder):
                yield who


def _sections(notes: Notes, paper: Paper) -> Iterator[tuple[Item, Id]]:
    """The items with their ids, and what stands before the first (in a paper without items: all of it) as one without title."""
    if paper.preamble:
        before = Item(paper.preamble[0].passage, -1, None, paper.preamble[1:])
        yield before, notes.id("item", "before-the-items")
    for item in paper.items:
        yield item, meeting.item_id(notes, item)


def _votes(notes: Notes, people: People, item: Item, item_id: Id, *, made: int) -> None:
    """The votes by name in an item, tied to its last decision."""
    key = item_id.rsplit("/", 1)[-1]
    for number, paragraph in enumerate(item.paragraphs):
        for how, name, start, end in motions.cast(paragraph.passage):
            who = people.find(name)
            if who is None:
                continue
            node = notes.node(notes.id("vote", key, str(number), who.rsplit("/", 1)[-1], how), v.VOTE, (paragraph.passage.span(start, end),), rule="recorded-vote")
            node.link(v.VOTER, who)
            node.link(v.VOTE_CAST, f"vote:{how}")
            node.link(v.ABOUT_ITEM, item_id if item.position >= 0 else None)
            if made:
                node.link(v.ON_DECISION, notes.id("decision", key, str(made)))


def _posts(notes: Notes, mentions: Mentions, people: People) -> None:
    """Who holds which post, as lists and appositions tell."""
    when = mentions.paper.header.when
    day = when.earliest.isoformat() if when and when.earliest == when.latest else ""
    told: list[tuple[Id | None, str, Span]] = []
    for entry in mentions.paper.entries:
        words = ", ".join(filter(None, (entry.post, entry.organisation)))
        if entry.name and words and entry.post:
            told.append((people.entry(entry.name, entry.capacity), words, entry.passage.span()))
        if entry.name and (rank := _rank(entry.name)):
            told.append((people.entry(entry.name, entry.capacity), rank, entry.passage.span()))
    listed = [entry.passage.span() for entry in mentions.paper.entries]
    for mention in mentions.people:
        if mention.post and mention.post_span and not any(span.start <= mention.span.start < span.end for span in listed):
            told.append((people.find(mention.name), mention.post, mention.post_span))
    for who, words, span in told:
        if who is None:
            continue
        node = notes.node(notes.id("holding", who.rsplit("/", 1)[-1], words), v.POST_HOLDING, (span,), rule="post-beside-name")
        node.link(v.MEMBER, who)
        node.link(v.OF_POST, meeting.post(notes, words, span))
        node.text(v.ATTESTED_ON, day, kind="xsd:date")


def _rank(name: Name) -> str:
    """The post that a title is: "Borough Councillor", "PCSO"."""
    match = re.match(r"(?:County|Borough|District|City)\s+(?:Councillor|Cllr)|PCSO|PC|Sgt|(?:Chief\s+)?(?:Inspector|Superintendent|Constable)", name.title, re.IGNORECASE)
    return match.group() if match else ""


def _named_bodies(notes: Notes, bodies: Bodies) -> None:
    """Each body that the paper names, with its forms and abbreviations."""
    for id_, names in bodies.names.items():
        spans = [span for places in names.values() for span in places]
        if not spans:
            continue
        kind = v.COUNCIL if any(national(name) for name in names) else v.ORGANISATION
        notes.say(id_, v.TYPE, kind, spans, rule="body-name")
        for name, places in names.items():
            notes.say(id_, v.ALT_LABEL, Literal(name), places or spans[:1], rule="body-name")
    for short, (label, span) in bodies.acronyms.items():
        notes.say(bodies.id(label), v.ACRONYM, Literal(short), (span,), rule="abbreviation")


_ROLES = {v.APPOINTEE, v.ATTENDEE, v.EXCUSED, v.MEMBER, v.DECLARANT, v.PROPOSED_BY, v.SECONDED_BY, v.VOTER, v.SUBSTITUTES_FOR}


def _public(notes: Notes) -> set[Id]:
    """The people who have a public role: on a list, in a post, a declarant, a mover, a voter."""
    return {s.object for s in notes.statements if s.predicate in _ROLES and isinstance(s.object, str)}


def _coverage(paper: Paper, notes: Notes) -> Coverage:
    """Which lines were read, ignored by name, or not understood: a line is read where a statement's words, or an item's, stand on it."""
    spans = sorted((s.start, s.end) for s in notes.read)
    lines = [*(span for span in paper.coverage.unread)]
    unread = tuple(line for line in lines if not any(a < line.end and line.start < b for a, b in spans))
    return Coverage(paper.coverage.document, paper.coverage.blocks, len(lines) - len(unread), paper.coverage.ignored, unread)

