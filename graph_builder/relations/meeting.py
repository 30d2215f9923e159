"""The meeting of a paper, its items and who attended, as statements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from graph_builder import lexicon
from graph_builder import vocabulary as v
from graph_builder.language.bodies import council_regex
from graph_builder.language.slugs import slug
from graph_builder.model import Basis, Id, Literal, Span
from graph_builder.paper import Entry, Header, Item, Paper
from graph_builder.relations.notes import Node, Notes
from graph_builder.relations.register import Bodies, Cluster, People

KINDS = {"minutes": (v.MINUTES, "kind:minutes"), "agenda": (v.AGENDA, "kind:agenda"), "decisions": (v.DECISION_SHEET, "kind:decisions"), "agenda pack": (v.AGENDA, "kind:agenda")}


def document(notes: Notes, header: Header) -> Id:
    """The paper itself: file, hash, kind, council, address, licence; returns its id."""
    paper, source = notes.document, notes.document.source
    id_ = f"id:document/{paper.file_hash[:16]}"
    node = notes.node(id_, v.DOCUMENT, (), rule="sources", basis=Basis.SUPPLIED)
    node.text(v.FILE_NAME, paper.name)
    node.text(v.FILE_HASH, paper.file_hash)
    node.link(v.PAPER_KIND, KINDS.get(header.kind, ("", f"kind:{slug(header.kind)}"))[1])
    node.text(v.SOURCE, source.url, kind="xsd:anyURI")
    node.text(v.LICENCE, source.licence)
    context = notes.node(paper.id, v.CONTEXT, (), rule="sources", basis=Basis.SUPPLIED)
    context.link(v.DERIVED_FROM, id_)
    return id_


def council(notes: Notes, bodies: Bodies, header: Header, document_id: Id) -> Id | None:
    """The council of the paper; None where nobody names one."""
    if header.council is None:
        return None
    name = header.council.value
    id_ = bodies.seen(name, header.council.evidence[0] if header.council.evidence else None)
    notes.say(id_, v.TYPE, v.COUNCIL, header.council.evidence, rule=header.council.rule, basis=header.council.basis)
    notes.say(id_, v.ALT_LABEL, Literal(name), header.council.evidence, rule=header.council.rule, basis=header.council.basis)
    notes.say(document_id, v.OF_COUNCIL, id_, header.council.evidence, rule=header.council.rule, basis=header.council.basis)
    return id_


def meeting(notes: Notes, bodies: Bodies, header: Header, *, council_id: Id | None, document_id: Id) -> Id | None:
    """The meeting that the paper is of; None where it names neither body nor date, or is of none."""
    if header.kind not in KINDS or header.body is None or header.when is None:
        return None
    spans = (*header.body.evidence, *header.when.evidence)
    basis = Basis.STATED if header.when.basis is Basis.STATED else header.when.basis
    if not spans:
        basis = Basis.SUPPLIED
    id_ = notes.id("meeting", header.body.value, header.when.earliest.isoformat())
    node = notes.node(id_, v.MEETING, spans, rule="header", basis=basis)
    body_id = _body(notes, bodies, header, council_id)
    notes.say(id_, v.HELD_BY, body_id, header.body.evidence, rule=header.body.rule, basis=header.body.basis)
    when = header.when
    for predicate, day in ((v.EARLIEST, when.earliest), (v.LATEST, when.latest)):
        notes.say(id_, predicate, Literal(day.isoformat(), "xsd:date"), when.evidence, rule=when.rule, basis=when.basis)
    notes.say(id_, v.AS_PRINTED, Literal(when.printed), when.evidence, rule=when.rule, basis=when.basis)
    _details(node, header)
    node.link(KINDS[header.kind][0], document_id)
    return id_


def _details(node: Node, header: Header) -> None:
    for predicate, clock in ((v.START_TIME, header.start), (v.END_TIME, header.end)):
        if clock is not None:
            node.notes.say(node.id, predicate, Literal(clock.value.isoformat(), "xsd:time"), clock.evidence, rule="header-time")
    if header.venue is not None:
        place = node.notes.id("place", header.venue.value)
        node.notes.node(place, v.PLACE, header.venue.evidence, rule=header.venue.rule).text("rdfs:label", header.venue.value)
        node.notes.say(node.id, v.LOCATION, place, header.venue.evidence, rule=header.venue.rule)


def _body(notes: Notes, bodies: Bodies, header: Header, council_id: Id | None) -> Id:
    assert header.body is not None
    name = header.body.value
    span = header.body.evidence[0] if header.body.evidence else None
    id_ = bodies.seen(name, span)
    kind = v.COUNCIL if council_regex().fullmatch(name) else v.UNIT
    notes.say(id_, v.TYPE, kind, header.body.evidence, rule=header.body.rule, basis=header.body.basis)
    notes.say(id_, v.ALT_LABEL, Literal(name), header.body.evidence, rule=header.body.rule, basis=header.body.basis)
    if council_id and council_id != id_:
        known = header.council
        assert known is not None
        notes.say(id_, v.UNIT_OF, council_id, (*header.body.evidence, *known.evidence), rule="body-of-council", basis=Basis.DERIVED if known.evidence else Basis.SUPPLIED)
    return id_


def items(notes: Notes, paper: Paper, meeting_id: Id) -> dict[str, Id]:
    """The agenda items of the meeting; returns their ids by key."""
    ids = {}
    for item in paper.items:
        id_ = item_id(notes, item)
        ids[item.key] = id_
        node = notes.node(id_, v.ITEM, (item.title.span(),), rule="item-title")
        node.link(v.ITEM_OF, meeting_id)
        node.text(v.TITLE, title(item))
        node.text(v.POSITION, str(item.position), kind="xsd:integer")
        node.field(v.NUMBER, item.number)
        if item.cut_off:
            node.text(v.CUT_OFF, "true", kind="xsd:boolean")
    return ids


def item_id(notes: Notes, item: Item) -> Id:
    """The local id of an item."""
    return notes.id("item", item.key)


def title(item: Item) -> str:
    """An item's title for showing."""
    return " ".join(item.title.text.split())


def attendance(notes: Notes, people: People, paper: Paper, meeting_id: Id) -> None:
    """Who was present, who sent apologies, and whom they stood in for."""
    groups: dict[tuple[str, str], list[Entry]] = {}
    for entry in paper.entries:
        if entry.status in {"present", "apologies"} and entry.name and entry.name_span:
            who = people.entry(entry.name, entry.capacity)
            if who:
                groups.setdefault((entry.status, who), []).append(entry)
    for (status, who), entries in groups.items():
        _attendance(notes, people, status=status, who=who, entries=entries, meeting_id=meeting_id)


def _attendance(notes: Notes, people: People, *, status: str, who: Id, entries: list[Entry], meeting_id: Id) -> None:
    key = who.rsplit("/", 1)[-1]
    kind, link = (v.ATTENDANCE, v.ATTENDEE) if status == "present" else (v.APOLOGY, v.EXCUSED)
    node = notes.node(notes.id("attendance" if status == "present" else "apology", key), kind, [entry.passage.span() for entry in entries], rule=f"list-{slug(entries[0].label)}" if entries[0].label else "list")
    node.link(link, who)
    node.link(v.AT_MEETING, meeting_id)
    first = {name: next((value for entry in entries if (value := getattr(entry, name))), "") for name in ("capacity", "role", "post", "organisation")}
    if first["capacity"]:
        node.link(v.CAPACITY, f"capacity:{first['capacity']}")
    if first["role"]:
        node.link(v.HAD_ROLE, f"role:{first['role']}")
    if first["post"] or first["organisation"]:
        node.link(v.OF_POST, post(notes, ", ".join(filter(None, (first["post"], first["organisation"]))), entries[0].passage.span()))
    for entry in entries:
        if entry.substitutes:
            node.link(v.SUBSTITUTES_FOR, people.find(entry.substitutes))


def post(notes: Notes, words: str, span: Span) -> Id:
    """The post that some words name."""
    id_ = notes.id("post", words)
    notes.node(id_, v.POST, (span,), rule="post").text(v.ALT_LABEL, " ".join(words.split()))
    return id_


@cache
def _junior() -> re.Pattern[str]:
    return re.compile(lexicon.load("roles")["junior"], re.IGNORECASE)


def is_junior(words: str) -> bool:
    """Whether a post is below the level that is published by name."""
    return bool(_junior().search(words))


def members(notes: Notes, people: People, paper: Paper, body_id: Id | None, day: str) -> None:
    """Memberships that lists of members attest, and those that attendance as a member attests."""
    for entry, cluster_id in _members(people, paper):
        if body_id is None:
            continue
        role = entry.role or "member"
        node = notes.node(notes.id("membership", cluster_id.rsplit("/", 1)[-1], body_id.rsplit("/", 1)[-1], role), v.MEMBERSHIP, (entry.passage.span(),), rule="list-of-members" if entry.status == "member" else "listed-as-member")
        node.link(v.MEMBER, cluster_id)
        node.link(v.OF_ORGANISATION, body_id)
        node.link(v.ROLE, f"role:{role}")
        if entry.capacity in {"member", "co-opted"}:
            node.link(v.CAPACITY, f"capacity:{entry.capacity}")
        node.text(v.ATTESTED_ON, day, kind="xsd:date")


def _members(people: People, paper: Paper) -> Iterator[tuple[Entry, Id]]:
    seen = set()
    for entry in paper.entries:
        who = people.entry(entry.name, entry.capacity) if entry.name else None
        if who and (entry.status == "member" or entry.role or entry.capacity in {"member", "co-opted"}) and not entry.substitutes and entry.label != "substitute" and (who, entry.role) not in seen:
            seen.add((who, entry.role))
            yield entry, who


def named(notes: Notes, people: People, public: set[Id]) -> None:
    """Each person of the paper with every form of the name; whoever is in no public role is private."""
    for cluster in people.clusters():
        _person(notes, people, cluster, public)


def _person(notes: Notes, people: People, cluster: Cluster, public: set[Id]) -> None:
    id_ = people.id(cluster)
    notes.say(id_, v.TYPE, v.PERSON, [span for _, span in cluster.names], rule="name")
    if id_ not in public and not any(name.is_councillor or name.honours for name, _ in cluster.names):
        notes.say(id_, v.TYPE, v.PRIVATE_PERSON, [span for _, span in cluster.names], rule="no-public-role", basis=Basis.DERIVED)
    for name, span in cluster.names:
        notes.say(id_, v.ALT_LABEL, Literal(" ".join(name.printed.split())), (span,), rule="name")
    fullest = cluster.fullest
    notes.say(id_, v.FAMILY_NAME, Literal(fullest.surname), [span for name, span in cluster.names if name is fullest][:1], rule="name")
