"""The people of the corpus go in; out come their ids: what was published before, else council, surname and initials."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from graph_builder.language.likeness import compatible
from graph_builder.language.names import fold, parse
from graph_builder.language.slugs import slug
from graph_builder.model import Id
from graph_builder.resolution.labels import shown
from graph_builder.resolution.people import Cluster


def person_ids(people: Sequence[Cluster], published: Mapping[Id, str]) -> tuple[dict[Id, Id], dict[Id, Id]]:
    """The final id of each local one, and of each published id that is merged into another, the one that remains.

    `published` are the labels of published ids. A person who has such a name keeps the id; none is given to anybody else.
    """
    held = _held([person for person in people if not person.private], published)
    ids = {person: min(found, key=lambda id_: (id_ != _rule(person), id_)) for person, found in held.items()}
    replaced = {id_: ids[person] for person, found in held.items() for id_ in found if id_ != ids[person]}
    # What nobody is to see takes no id from what is published.
    for private in (False, True):
        ids |= _by_rule([person for person in people if person.private is private and person not in ids], {*published, *ids.values()})
    return {local: id_ for person, id_ in ids.items() for local in person.locals}, replaced


def _held(people: Iterable[Cluster], published: Mapping[Id, str]) -> dict[Cluster, list[Id]]:
    """The published ids of each person who has some.

    An id is that of the one person who has its name, else of the one whom the name is shown of, else of the one to whom the rule gives it.
    """
    named: defaultdict[tuple[str, str], list[Cluster]] = defaultdict(list)
    called: defaultdict[tuple[str, str], list[Cluster]] = defaultdict(list)
    ruled: defaultdict[Id, list[Cluster]] = defaultdict(list)
    for person in people:
        called[person.council, shown(person.fullest)].append(person)
        ruled[_rule(person)].append(person)
        for label in {shown(name) for name in person.names.values()}:
            named[person.council, label].append(person)
    held: dict[Cluster, list[Id]] = {}
    for id_, label in sorted(published.items()):
        key = (id_.split("/")[1] if id_.startswith("id:person/") else "", label)
        fitting = [person for person in ruled[id_] if _could_be(person, label)]
        whose = next((found[0] for found in (named[key], called[key], fitting) if len(found) == 1), None)
        if whose is not None:
            held.setdefault(whose, []).append(id_)
    return held


def _could_be(person: Cluster, label: str) -> bool:
    """Whether a label is a name that agrees with all names of a person."""
    name = parse(label, bare=True)
    return name is not None and all(compatible(name, own) for own in person.names.values())


def _rule(person: Cluster) -> Id:
    """The id by the rule: council, surname, the initials of the whole cluster."""
    initials = max((name.initials for name in person.names.values()), key=lambda letters: (len(letters), letters))
    return f"id:person/{person.council}/{slug(' '.join((person.fullest.surname, *initials)))}"


def _by_rule(people: Iterable[Cluster], taken: set[Id]) -> dict[Cluster, Id]:
    """Ids by the rule for people who have none; where two collide, or one is taken, with what tells them apart."""
    wanted: dict[Id, list[Cluster]] = {}
    for person in people:
        wanted.setdefault(_rule(person), []).append(person)
    ids: dict[Cluster, Id] = {}
    for id_, rivals in sorted(wanted.items()):
        for person in rivals:
            alone = len(rivals) == 1 and id_ not in taken
            ids[person] = id_ if alone else next(told for told in _told_apart(id_, person, rivals) if told not in taken)
            taken.add(ids[person])
    return ids


def _told_apart(id_: Id, person: Cluster, rivals: Sequence[Cluster]) -> Iterator[Id]:
    """An id with what tells a person from those who would have it too: title, then post, then given names, then the first paper that names them."""
    for feature in (_titles, _post, _given):
        mine = feature(person)
        if mine and [feature(rival) for rival in rivals].count(mine) == 1:
            yield f"{id_}-{slug(mine)}"
    paper = min(person.locals).partition(":")[2]
    yield f"{id_}-{slug(f'{_given(person)} {_titles(person)} {paper}')}"
    yield f"{id_}-{slug(paper)}"


def _titles(person: Cluster) -> str:
    return " ".join(sorted({fold(name.title) for name in person.names.values() if name.title}))


def _post(person: Cluster) -> str:
    """The first of the person's posts in the alphabet, which does not depend on the order of the papers."""
    return min(person.posts, default="")


def _given(person: Cluster) -> str:
    return fold(person.fullest.given)
