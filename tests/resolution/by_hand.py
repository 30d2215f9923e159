"""Readings made by hand: papers of a council that say no more than whom and which bodies they name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph_builder import vocabulary as v
from graph_builder.language.slugs import slug
from graph_builder.model import Coverage, Id, Literal, Reading, Statement
from graph_builder.resolution import resolve
from tests.resolution.papers import document, values

NOBODY: Mapping[Id, str] = {}


def paper(
    *people: str, council: str = "Ashford County Council", private: Iterable[str] = (), bodies: Iterable[str] = (), number: int = 0
) -> Reading:
    """A paper that names some people, the forms of one name joined by `=`, and bodies; `number` makes it another of the same words."""
    names = [*people, *private]
    source = document("\n".join([council, *names, *bodies, str(number)]))
    own = f"{source.local}/body/{slug(council)}"
    said = {_say(own, v.ALT_LABEL, council), Statement(f"id:document/{source.file_hash[:16]}", v.OF_COUNCIL, own, (), "by-hand")}
    for forms in names:
        id_ = f"{source.local}/person/{slug(forms)}"
        said |= {_say(id_, v.ALT_LABEL, form) for form in forms.split("=")}
        said |= {Statement(id_, v.TYPE, v.PERSON, (source.span(0, 7),), "by-hand")}
        said |= {Statement(id_, v.TYPE, v.PRIVATE_PERSON, (source.span(0, 7),), "by-hand")} if forms in private else set()
    for body in bodies:
        said |= {_say(f"{source.local}/body/{slug(body)}", v.ALT_LABEL, body)}
    return Reading(source, tuple(sorted(said, key=Statement.key)), Coverage(source.id, 1, 1, 0))


def _say(subject: Id, predicate: Id, value: str) -> Statement:
    return Statement(subject, predicate, Literal(value), (), "by-hand")


def people(*papers: Reading, published: Mapping[Id, str] = NOBODY) -> dict[str, set[str]]:
    """By the last part of a person's id (with the council's before it), the forms of the name."""
    said = resolve(papers, published=published)
    ids = {s.subject for s in said if s.object == v.PERSON}
    return {id_.removeprefix("id:person/"): values(said, v.ALT_LABEL, id_) for id_ in sorted(ids)}


def partition(papers: Iterable[Reading], published: Mapping[Id, str] = NOBODY) -> set[frozenset[str]]:
    """The people as sets of the forms of their names."""
    return {frozenset(names) for names in people(*papers, published=published).values()}
