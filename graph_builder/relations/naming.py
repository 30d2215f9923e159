"""The people and bodies of a paper go in; out go their types and every form of their names, and who of the people is private."""

from __future__ import annotations

from graph_builder import lexicon
from graph_builder import vocabulary as v
from graph_builder.language.bodies import kind_of, national
from graph_builder.language.names import Name
from graph_builder.language.slugs import slug
from graph_builder.model import Basis, Id, Literal
from graph_builder.relations.context import Context
from graph_builder.relations.notes import Notes
from graph_builder.relations.register import Bodies, Cluster

_NOT_PUBLIC = frozenset({"association", "charity", "church", "company", "union"})
"""Kinds of national bodies that are no part of the state."""
_ROLES = frozenset({v.APPOINTEE, v.ATTENDEE, v.EXCUSED, v.MEMBER, v.DECLARANT, v.PROPOSED_BY, v.SECONDED_BY, v.VOTER, v.SUBSTITUTES_FOR})
"""What makes somebody public: a list, a post, a declaration, a motion, a vote; and to have led an inspection whose report the paper is."""


def say(context: Context) -> None:
    """Note each body and each person with every form of the name; whoever is in no public role is private."""
    _bodies(context.notes, context.bodies)
    public = {s.object for s in context.notes.statements if s.predicate in _ROLES and isinstance(s.object, str)}
    led = [span for s in context.notes.statements if s.predicate == v.LEAD_INSPECTOR for span in s.evidence]
    for cluster in context.people.clusters():
        if any(one.start < span.end and span.start < one.end for span in led for _, one in cluster.names):
            public.add(context.people.id(cluster))
        _person(context.notes, context.people.id(cluster), cluster, public)


def _bodies(notes: Notes, bodies: Bodies) -> None:
    """Each body that the paper names, with its forms and abbreviations."""
    for id_, names in bodies.names.items():
        spans = [span for places in names.values() for span in places]
        if not spans:
            continue
        known = next(filter(None, map(national, names)), None)
        kind = v.ORGANISATION if known is None else v.FORMAL if known[2] in _NOT_PUBLIC else v.COUNCIL
        notes.say(id_, v.TYPE, kind, spans, rule="body-name")
        sort = next(filter(None, map(kind_of, sorted(names, key=len, reverse=True))), "")
        if sort:
            notes.say(id_, v.CLASSIFICATION, f"bodykind:{sort}", spans, rule="body-kind", basis=Basis.DERIVED)
        for name, places in names.items():
            notes.say(id_, v.ALT_LABEL, Literal(name), places or spans[:1], rule="body-name")
    for short, (label, span) in bodies.acronyms.items():
        notes.say(bodies.id(label), v.ACRONYM, Literal(short), (span,), rule="abbreviation")


def _national(name: Name) -> bool:
    """Whether the letters behind a name are those of a parliament: an order, as "MBE", makes nobody public."""
    letters = {word.replace(".", "").casefold() for word in name.honours.replace(",", " ").split()}
    return bool(letters.intersection(lexicon.words("people", "national_honours")))


def _person(notes: Notes, id_: Id, cluster: Cluster, public: set[Id]) -> None:
    spans = [span for _, span in cluster.names]
    notes.say(id_, v.TYPE, v.PERSON, spans, rule="name")
    numbered = _number(notes, id_, cluster)
    if id_ not in public and not numbered and not any(name.is_councillor or _national(name) for name, _ in cluster.names):
        notes.say(id_, v.TYPE, v.PRIVATE_PERSON, spans, rule="no-public-role", basis=Basis.DERIVED)
    for name, span in cluster.names:
        notes.say(id_, v.ALT_LABEL, Literal(" ".join(name.printed.split())), (span,), rule="name")
    fullest = cluster.fullest
    first = next(span for name, span in cluster.names if name is fullest)
    notes.say(id_, v.FAMILY_NAME, Literal(fullest.surname), (first,), rule="name")


def _number(notes: Notes, id_: Id, cluster: Cluster) -> bool:
    """Note the number by which the council's site knows somebody, where the paper's source gives it beside the name; whether it does."""
    found = [(member, span) for _, span in cluster.names for member in notes.document.members if member.start < span.end and span.start < member.end]
    for member, span in found:
        if site := member.site or slug(notes.document.source.council):
            notes.say(id_, v.MEMBER_NUMBER, Literal(f"{site}/{member.number}"), (span,), rule="member-number")
    return bool(found)
