"""People of single papers go in; out come faces: what many papers tell in the same words of one standing and term, to be compared once."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from graph_builder import lexicon
from graph_builder.language.likeness import fullness, given_parts, sex_of, surname_key
from graph_builder.language.names import Name, fold
from graph_builder.model import Id
from graph_builder.resolution.profiles import Profile
from graph_builder.resolution.terms import term

Key = tuple[object, ...]
_NONE: Final[frozenset[str]] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """People of one or more papers who are told of alike.

    `surname` is the key of the fullest name; `surname_alone` says that no given name or initial is printed. `whole` says that they are one
    person, should nobody say otherwise; `torn` that one paper tells two of them apart, so that nobody can say which of the two another means.
    """

    key: Key
    profiles: tuple[Profile, ...]
    names: tuple[Name, ...]
    surname: str
    surname_alone: bool
    papers: frozenset[Id]
    first: date | None
    last: date | None
    parties: frozenset[str] = _NONE
    posts: frozenset[str] = _NONE
    bodies: frozenset[str] = _NONE
    numbers: frozenset[str] = _NONE
    offices: frozenset[str] = field(default=_NONE)
    whole: bool = True
    torn: bool = False

    @property
    def council(self) -> str:
        """The council of the papers."""
        return self.profiles[0].scope

    @property
    def council_name(self) -> str:
        """The council's name as printed."""
        return self.profiles[0].council_name

    @property
    def standing(self) -> str:
        """As in `Profile`."""
        return self.profiles[0].standing

    @property
    def block(self) -> tuple[str, str]:
        """Within what faces are compared: council and surname."""
        return self.council, self.surname

    def bare(self) -> Face:
        """The face in another paper, of which no more is told than the names and the standing."""
        return replace(self, papers=_NONE, parties=_NONE, posts=_NONE, bodies=_NONE)

    def loose(self) -> Face:
        """The face as one that tells too little for its people to be one person."""
        return replace(self, whole=False)

    def elsewhere(self) -> Face:
        """The face in another paper that tells all the same."""
        return replace(self, papers=_NONE)


def faces(people: Iterable[Profile], *, judged: Collection[Id]) -> list[Face]:
    """The faces of some people; whoever a judgement names has one of their own. Sorted; the order of the papers tells nothing."""
    groups: dict[Key, list[Profile]] = {}
    for person in people:
        groups.setdefault(_key(person, judged), []).append(person)
    return [_face(key, group) for key, group in sorted(groups.items(), key=lambda entry: repr(entry[0]))]


def finer(face: Face) -> list[Face]:
    """The face divided by posts and bodies, where the names alone do not tell that all its people are one."""
    groups: dict[Key, list[Profile]] = {}
    for person in face.profiles:
        groups.setdefault((*face.key, tuple(sorted(person.posts)), tuple(sorted(person.bodies))), []).append(person)
    return [_face(key, group) for key, group in sorted(groups.items(), key=lambda entry: repr(entry[0]))]


def _key(person: Profile, judged: Collection[Id]) -> Key:
    names = tuple(sorted({name_key(name) for name in person.names.values()}))
    own = person.local if person.local in judged else ""
    # Several officers may bear one name; whoever is elected changes committees more often than names.
    posts = () if person.standing in ("councillor", "member") else tuple(sorted(person.posts))
    # A surname alone is somebody's of that year at most.
    year = person.day.year if person.day and not any(name.given for name in person.names.values()) else 0
    told = tuple(sorted(person.numbers)), tuple(sorted(person.parties)), posts, year
    return person.scope, names, person.standing, term(person.council_name, person.day), *told, own


def name_key(name: Name) -> tuple[str, ...]:
    """What of a name tells who somebody is: surname, given names, sex, and whether the title is a councillor's."""
    return surname_key(name), " ".join(given_parts(name)), name.sex or sex_of(name), "c" if name.is_councillor else ""


def _face(key: Key, group: list[Profile]) -> Face:
    group = sorted(group, key=lambda person: person.local)
    names = {name_key(name): name for person in reversed(group) for _, name in sorted(person.names.items(), reverse=True)}
    days = sorted(person.day for person in group if person.day)
    papers = frozenset(person.paper for person in group)
    return Face(
        key,
        tuple(group),
        tuple(names[name] for name in sorted(names)),
        surname_key(max(names.values(), key=fullness)),
        not any(name.given for name in names.values()),
        papers,
        days[0] if days else None,
        days[-1] if days else None,
        parties=frozenset().union(*(person.parties for person in group)),
        posts=frozenset().union(*(person.posts for person in group)),
        bodies=frozenset().union(*(person.bodies for person in group)),
        numbers=frozenset().union(*(person.numbers for person in group)),
        offices=_offices(group),
        torn=len(papers) < len(group),
    )


def _offices(group: Iterable[Profile]) -> frozenset[str]:
    """What makes somebody known beyond one council: letters behind the name, words of a post."""
    honours, posts = lexicon.words("people", "national_honours"), lexicon.words("people", "national_posts")
    found: set[str] = set()
    for person in group:
        behind = {word for name in person.names.values() for word in fold(name.honours).split()}
        found |= {honour.upper() for honour in honours if honour in behind}
        found |= {post for post in posts for held in person.posts if f"-{_slugged(post)}-" in f"-{held}-"}
    return frozenset("MP" if office in ("mp", "member of parliament") else office for office in found)


def _slugged(words: str) -> str:
    return words.replace("'", "").replace(" ", "-")
