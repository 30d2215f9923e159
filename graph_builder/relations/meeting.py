"""The header and the items of a paper go in; out go the paper itself, its council, its meeting and the agenda items."""

from __future__ import annotations

from graph_builder import vocabulary as v
from graph_builder.language import councils
from graph_builder.language.bodies import council_regex
from graph_builder.language.slugs import slug
from graph_builder.model import Basis, Id, Literal, Span
from graph_builder.paper import Field, Header, When
from graph_builder.relations.context import Context
from graph_builder.relations.notes import Node, Notes
from graph_builder.relations.register import Bodies

_KINDS = {
    "minutes": (v.MINUTES, "kind:minutes"),
    "agenda": (v.AGENDA, "kind:agenda"),
    "agenda pack": (v.AGENDA, "kind:agenda"),
    "decisions": (v.DECISION_SHEET, "kind:decisions"),
}
"""By kind of paper, how a meeting points to it, and what it is called."""


def document(notes: Notes, header: Header) -> Id:
    """The paper itself: file, hash, kind, council, address, licence; returns its id."""
    paper, source = notes.document, notes.document.source
    id_ = f"id:document/{paper.file_hash[:16]}"
    node = notes.node(id_, v.DOCUMENT, (), rule="sources", basis=Basis.SUPPLIED)
    node.text(v.FILE_NAME, paper.name)
    node.text(v.FILE_HASH, paper.file_hash)
    node.link(v.PAPER_KIND, _KINDS.get(header.kind, ("", f"kind:{slug(header.kind)}"))[1])
    node.text(v.SOURCE, source.url, kind="xsd:anyURI")
    node.text(v.LICENCE, source.licence)
    context = notes.node(paper.id, v.CONTEXT, (), rule="sources", basis=Basis.SUPPLIED)
    context.link(v.DERIVED_FROM, id_)
    return id_


def council(notes: Notes, bodies: Bodies, header: Header, document_id: Id) -> Id | None:
    """The council of the paper; None where nobody names one."""
    known = header.council
    if known is None:
        return None
    id_ = bodies.seen(known.value, known.evidence[0] if known.evidence else None)
    _say(notes, id_, v.TYPE, v.COUNCIL, by=known)
    _say(notes, id_, v.ALT_LABEL, Literal(known.value), by=known)
    _say(notes, document_id, v.OF_COUNCIL, id_, by=known)
    district = councils.known(notes.document.source.district)
    if district and councils.is_parish(known.value):
        notes.say(id_, v.SPATIAL, f"gss:{district.gss}", (), rule="sources", basis=Basis.SUPPLIED)
    return id_


def meeting(notes: Notes, bodies: Bodies, header: Header, *, council_id: Id | None, document_id: Id) -> Id | None:
    """The meeting that the paper is of; None where it is of none, or says neither of which body nor when.

    Where one of the two is known the meeting is provisional: it has what is known, and no other paper is of it.
    """
    body, when = header.body, header.when
    known = [part for part in (body, when) if part is not None]
    if header.kind not in _KINDS or not known:
        return None
    spans = [span for part in known for span in part.evidence]
    id_ = notes.id("meeting", *([body.value] if body else []), *([when.earliest.isoformat()] if when else []))
    node = notes.node(id_, v.MEETING, spans, rule="header", basis=(when or known[0]).basis if spans else Basis.SUPPLIED)
    if body is not None:
        _say(notes, id_, v.HELD_BY, _body(notes, bodies, body, header.council, council_id=council_id), by=body)
    if when is not None:
        _say(notes, id_, v.EARLIEST, Literal(when.earliest.isoformat(), "xsd:date"), by=when)
        _say(notes, id_, v.LATEST, Literal(when.latest.isoformat(), "xsd:date"), by=when)
        _say(notes, id_, v.AS_PRINTED, Literal(when.printed), by=when)
    _details(node, header)
    node.link(_KINDS[header.kind][0], document_id)
    return id_


def post(notes: Notes, words: str, span: Span) -> Id:
    """The local id of the post that some words name, which is noted with them."""
    id_ = notes.id("post", words)
    notes.node(id_, v.POST, (span,), rule="post").text(v.ALT_LABEL, " ".join(words.split()))
    return id_


def _say(notes: Notes, subject: Id, predicate: Id, value: Id | Literal, *, by: Field | When) -> None:
    """Note what a part of the header proves."""
    notes.say(subject, predicate, value, by.evidence, rule=by.rule, basis=by.basis)


def _details(node: Node, header: Header) -> None:
    """When the meeting began and ended, and where it was."""
    for predicate, clock in ((v.START_TIME, header.start), (v.END_TIME, header.end)):
        if clock is not None:
            node.notes.say(node.id, predicate, Literal(clock.value.isoformat(), "xsd:time"), clock.evidence, rule="header-time")
    if header.venue is not None:
        place = node.notes.id("place", header.venue.value)
        node.notes.node(place, v.PLACE, header.venue.evidence, rule=header.venue.rule).text("rdfs:label", header.venue.value)
        node.notes.say(node.id, v.LOCATION, place, header.venue.evidence, rule=header.venue.rule)


def _body(notes: Notes, bodies: Bodies, body: Field, council: Field | None, *, council_id: Id | None) -> Id:
    """The body that meets, as a unit of the council of the paper where it is not the council itself."""
    id_ = bodies.seen(body.value, body.evidence[0] if body.evidence else None)
    _say(notes, id_, v.TYPE, v.COUNCIL if council_regex().fullmatch(body.value) else v.UNIT, by=body)
    for name in filter(None, (body.value, body.other)):
        _say(notes, id_, v.ALT_LABEL, Literal(name), by=body)
    if council and council_id and council_id != id_:
        basis = Basis.DERIVED if council.evidence else Basis.SUPPLIED
        notes.say(id_, v.UNIT_OF, council_id, (*body.evidence, *council.evidence), rule="body-of-council", basis=basis)
    return id_


def say(context: Context) -> None:
    """Note the agenda items of the meeting, where the paper is of one."""
    if context.meeting_id is None:
        return
    for item in context.paper.items:
        spans = [heading.span() for heading in (item.title, *item.headings)]
        node = context.notes.node(context.notes.id("item", item.key), v.ITEM, spans, rule="item-title")
        node.link(v.ITEM_OF, context.meeting_id)
        node.text(v.TITLE, " ".join(item.title.text.split()))
        node.text(v.POSITION, str(item.position), kind="xsd:integer")
        node.field(v.NUMBER, item.number)
        node.text(v.CUT_OFF, "true" if item.cut_off else "", kind="xsd:boolean")
