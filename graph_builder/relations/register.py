"""Who is who in one paper: each name and body that it prints, gathered under one local id."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from graph_builder.language import bodies
from graph_builder.language.likeness import compatible, double_surname, fullness, surname_key
from graph_builder.language.names import Name
from graph_builder.language.slugs import slug
from graph_builder.model import Id, Span
from graph_builder.paper import Mentions
from graph_builder.relations.notes import Notes


@dataclass(slots=True)
class Cluster:
    """One person of a paper: every name seen, each with its words, and whether a list of people holds them."""

    names: list[tuple[Name, Span]] = field(default_factory=list)
    capacity: str = ""

    def fits(self, name: Name) -> bool:
        """Whether a name agrees with every name of the person."""
        return all(compatible(name, other) or double_surname(name, other) for other, _ in self.names)

    @property
    def fullest(self) -> Name:
        """The fullest name seen."""
        return max((name for name, _ in self.names), key=fullness)


class People:
    """The people of one paper. A bare surname joins only where one candidate is there; with several it stays nobody's."""

    def __init__(self, notes: Notes) -> None:
        self.notes = notes
        self.blocks: dict[str, list[Cluster]] = {}
        self.doubtful: list[Span] = []
        self.initials: dict[str, Cluster | None] = {}

    def listed(self, name: Name, span: Span, *, capacity: str = "") -> Cluster:
        """The person whom an entry of a list names. Two entries with other initials, titles or capacities are two people."""
        block = self.blocks.setdefault(surname_key(name), [])
        fitting = [c for c in block if c.fits(name) and not (capacity and c.capacity and {capacity, c.capacity} == {"member", "officer"})]
        same = [c for c in fitting if (not name.initials) == (not c.fullest.initials)] or fitting
        if len(same) == 1:
            same[0].names.append((name, span))
            same[0].capacity = same[0].capacity or capacity
            return same[0]
        cluster = Cluster([(name, span)], capacity)
        block.append(cluster)
        return cluster

    def named(self, name: Name, span: Span) -> Cluster | None:
        """The person whom running text names; None where the name could be several people's."""
        block = self.blocks.setdefault(surname_key(name), [])
        fitting = [c for c in block if c.fits(name)]
        if len(fitting) > 1:
            fitting = self._nearest(fitting, name)
        if len(fitting) == 1:
            fitting[0].names.append((name, span))
            return fitting[0]
        if fitting:
            self.doubtful.append(span)
            return None
        cluster = Cluster([(name, span)])
        block.append(cluster)
        return cluster

    @staticmethod
    def _nearest(fitting: list[Cluster], name: Name) -> list[Cluster]:
        """The one candidate that a title or the same initials single out, else all."""
        exact = [c for c in fitting if name.initials and any(other.initials == name.initials for other, _ in c.names)]
        councillors = [c for c in fitting if name.is_councillor and (c.capacity == "member" or any(other.is_councillor for other, _ in c.names))]
        sexed = [c for c in fitting if name.sex and any(other.sex == name.sex for other, _ in c.names)]
        for chosen in (exact, sexed, councillors):
            if len(chosen) == 1:
                return chosen
        return fitting

    def entry(self, name: Name, capacity: str) -> Id | None:
        """The id of the person of a list's entry, by name and capacity."""
        block = self.blocks.get(surname_key(name), [])
        held = [c for c in block if any(other == name for other, _ in c.names)]
        same = [c for c in held if not capacity or c.capacity == capacity] or held
        return self.id(same[0]) if len(same) == 1 else self.find(name)

    def id(self, cluster: Cluster) -> Id:
        """The local id of a person; two who would get one are told apart by title."""
        name = cluster.fullest
        key = f"{name.surname} {name.given}"
        rivals = [c for c in self.blocks[surname_key(name)] if c is not cluster and slug(f"{c.fullest.surname} {c.fullest.given}") == slug(key)]
        return self.notes.id("person", f"{key} {name.title}" if rivals else key)

    def find(self, name: Name) -> Id | None:
        """The id of the person whom a name that was read elsewhere belongs to, or None; initials are those of the paper's own lists."""
        if name.printed in self.initials:
            known = self.initials[name.printed]
            return self.id(known) if known else None
        fitting = [c for c in self.blocks.get(surname_key(name), []) if c.fits(name)]
        fitting = self._nearest(fitting, name) if len(fitting) > 1 else fitting
        return self.id(fitting[0]) if len(fitting) == 1 else None

    def clusters(self) -> Sequence[Cluster]:
        """All people of the paper."""
        return [cluster for block in self.blocks.values() for cluster in block]


class Bodies:
    """The bodies of one paper by name and abbreviation."""

    def __init__(self, notes: Notes, council: str) -> None:
        self.notes, self.council = notes, council
        self.names: dict[str, dict[str, list[Span]]] = {}
        self.acronyms: dict[str, tuple[str, Span]] = {}

    def id(self, name: str) -> Id:
        """The local id of a body by its name."""
        known = bodies.national(name)
        return self.notes.id("body", known[0] if known else name)

    def seen(self, name: str, span: Span | None, acronym: str = "") -> Id:
        """Note that a body is named at a place, with the abbreviation defined there."""
        known = bodies.national(name)
        label = known[0] if known else self.acronyms.get(name, (name,))[0]
        key = self.id(label)
        self.names.setdefault(key, {}).setdefault(name if known else label, []).extend([span] if span else [])
        if acronym and span:
            self.acronyms.setdefault(acronym, (label, span))
        return key


def gather(notes: Notes, mentions: Mentions, council: str) -> tuple[People, Bodies]:
    """The people and bodies of a paper: those on lists first, then those whom the text names."""
    people, found = People(notes), Bodies(notes, council)
    for entry in sorted(mentions.paper.entries, key=lambda e: not (e.name and e.name.given)):
        if entry.name and entry.name_span:
            cluster = people.listed(entry.name, entry.name_span, capacity=entry.capacity)
            if entry.initials:  # initials that two people share are nobody's
                people.initials[entry.initials] = None if people.initials.get(entry.initials, cluster) is not cluster else cluster
    for entry in mentions.paper.entries:
        if entry.substitutes:
            people.named(entry.substitutes, entry.passage.span())
    taken = [entry.name_span for entry in mentions.paper.entries if entry.name_span]
    for mention in sorted(mentions.people, key=lambda m: -len(m.name.initials)):
        if not any(span.start <= mention.span.start < span.end for span in taken):
            people.named(mention.name, mention.span)
    for body in mentions.bodies:
        found.seen(body.name, body.span, body.acronym)
    return people, found
