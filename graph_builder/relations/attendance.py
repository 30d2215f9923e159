"""The lists of a paper go in; out go who was present, who sent apologies, for whom they stood in, and who is a member of what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph_builder import vocabulary as v
from graph_builder.language.slugs import slug
from graph_builder.model import Id, Literal
from graph_builder.paper import Entry
from graph_builder.relations import meeting
from graph_builder.relations.context import Context
from graph_builder.relations.notes import Node, ending
from graph_builder.relations.seats.listed import post_of
from graph_builder.relations.seats.visiting import opens, visits

# Labels of those who sit with the elected members: "Religious Representatives", "Non-voting members".
# A meeting of all electors, to which councillors come as everybody does: nobody is a member of it.
_OF_ELECTORS = re.compile(
    r"(?:annual\s+)?(?:(?:parish|town|community)\s+(?:meeting|assembly)|(?:meeting|assembly)\s+of\s+the\s+(?:parish|town)(?!\s+council))", re.IGNORECASE
)
_SEATED = re.compile(
    r"\b(?:religious|church|faith|diocesan|parent[\s-]+governors?|teachers?|union|employees?|employers?|pensioners?|tenants?|lay|independent|co-?opted|added"
    r"|non-?voting|voting|statutory|scheme)\b.*\b(?:representatives?|members?)\b",
    re.IGNORECASE,
)
_SUBSTITUTE = re.compile(r"\s*(?:[(\[]|[,–-]\s)\s*(?:(?:as|named|acting|the|a)\s+)*(?:substitut(?:e|ing)|deputising|sub\b|reserve)", re.IGNORECASE)
_PARISH = re.compile(r"\b(?:parish|community\s+council|town\s+council)\b", re.IGNORECASE)
_KINDS = {"present": ("attendance", v.ATTENDANCE, v.ATTENDEE), "apologies": ("apology", v.APOLOGY, v.EXCUSED)}


def say(context: Context) -> None:
    """Note the attendances, apologies and memberships that the lists of a meeting's paper attest."""
    if context.meeting_id is None:
        return
    groups: dict[tuple[str, Id], list[Entry]] = {}
    for entry in context.paper.entries:
        named = entry.status in _KINDS and entry.name and entry.name_span and not _is_visitor(context, entry)
        if named and entry.name and (who := context.people.entry(entry.name, entry.capacity)):
            groups.setdefault((entry.status, who), []).append(entry)
    for (status, who), entries in groups.items():
        _attendance(context, status, who, entries)
        _party(context, who, entries)
    for entry, who in _members(context):
        _membership(context, entry, who)


def _is_visitor(context: Context, entry: Entry) -> bool:
    """Whether somebody is at a parish's meeting in no capacity that is told, as residents are."""
    if entry.status != "present" or entry.capacity or entry.role or entry.post or entry.organisation:
        return False
    names = [field.value for field in (context.paper.header.council, context.paper.header.body) if field]
    return bool(_PARISH.search(" ".join(names))) and not (entry.name and entry.name.is_councillor)


def _attendance(context: Context, status: str, who: Id, entries: Sequence[Entry]) -> None:
    """One person's attendance or apology, told by one entry or several."""
    notes, (word, kind, link), label = context.notes, _KINDS[status], entries[0].label
    spans = [entry.passage.span() for entry in entries]
    node = notes.node(notes.id(word, ending(who)), kind, spans, rule=f"list-{slug(label)}" if label else "list")
    node.link(link, who)
    node.link(v.AT_MEETING, context.meeting_id)
    _in_capacity(node, entries, context)
    for entry in entries:
        if entry.substitutes:
            node.link(v.SUBSTITUTES_FOR, context.people.find(entry.substitutes))


def _party(context: Context, who: Id, entries: Sequence[Entry]) -> None:
    """The party printed in brackets behind a name, of whoever is no officer."""
    for entry in entries:
        if entry.party and entry.capacity != "officer":
            context.notes.say(who, v.PARTY, Literal(entry.party), (entry.passage.span(),), rule="list-party")


def _in_capacity(node: Node, entries: Sequence[Entry], context: Context) -> None:
    """As what somebody attended: of each the first that an entry tells; the post is the one that the view of posts has."""
    capacity, role = (next((value for entry in entries if (value := getattr(entry, name))), "") for name in ("capacity", "role"))
    post, place = next(((words, entry) for entry in entries if (words := post_of(entry, context))), ("", entries[0]))
    node.link(v.CAPACITY, capacity and f"capacity:{capacity}")
    node.link(v.HAD_ROLE, role and f"role:{role}")
    if post:
        node.link(v.OF_POST, meeting.post(node.notes, post, place.passage.span()))


def _membership(context: Context, entry: Entry, who: Id) -> None:
    """A membership of the body that meets, on the day of the meeting."""
    body = context.paper.header.body
    if context.body_id is None or (body and not entry.role and _OF_ELECTORS.fullmatch(body.value)):
        return
    notes, role = context.notes, entry.role or "member"
    id_ = notes.id("membership", ending(who), ending(context.body_id), role)
    rule = "list-of-members" if entry.status == "member" else "listed-as-member"
    node = notes.node(id_, v.MEMBERSHIP, (entry.passage.span(),), rule=rule)
    node.link(v.MEMBER, who)
    node.link(v.OF_ORGANISATION, context.body_id)
    node.link(v.ROLE, f"role:{role}")
    node.link(v.CAPACITY, f"capacity:{entry.capacity}" if entry.capacity in {"member", "co-opted"} else None)
    node.text(v.ATTESTED_ON, context.day, kind="xsd:date")


def _stands_in(entry: Entry, context: Context) -> bool:
    """Whether the words behind a name on a list tell that its bearer is there as a substitute: "Mrs C Hay (Substitute)"."""
    return entry.name_span is not None and bool(_SUBSTITUTE.match(context.paper.document.text, entry.name_span.end))


def _members(context: Context) -> Iterator[tuple[Entry, Id]]:
    """The entries that attest a membership, once for each person and role; who stands in for somebody is no member by that."""
    seen: set[tuple[Id, str]] = set()
    standing_in = {context.people.entry(entry.name, entry.capacity) for entry in context.paper.entries if entry.name and entry.substitutes}
    for entry in context.paper.entries:
        presides = entry.role and entry.capacity not in {"officer", "guest"} and not opens(entry, context)
        seated = entry.capacity in {"member", "co-opted"} and not (entry.role and not presides)
        attests = entry.status == "member" or presides or seated or _SEATED.search(entry.label)
        if not entry.name or not attests or entry.substitutes or entry.label == "substitute" or _stands_in(entry, context) or visits(entry, context):
            continue
        who = context.people.entry(entry.name, entry.capacity)
        plain = entry.status == "present" and not entry.role
        if who and (who, entry.role) not in seen and not (plain and who in standing_in):
            seen.add((who, entry.role))
            yield entry, who
