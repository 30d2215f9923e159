"""Who is who in one paper: each name and body that it prints, gathered under one local id."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from graph_builder.language import bodies
from graph_builder.language.likeness import compatible, double_surname, fullness, sex_of, surname_key
from graph_builder.language.names import Name, known_given
from graph_builder.language.slugs import slug
from graph_builder.model import Id, Span
from graph_builder.paper import Entry, Mentions
from graph_builder.relations.decisions.motions import INITIALS
from graph_builder.relations.notes import Notes

_CAPITALS = re.compile(r"[A-Z]{2}|[B-DF-HJ-NP-TV-XZ]{3}")


@dataclass(slots=True)
class Cluster:
    """One person of a paper: every name seen, each with its words, and the capacity that a list of people gives."""

    names: list[tuple[Name, Span]] = field(default_factory=list)
    capacity: str = ""
    relative: bool = False
    status: str = ""
    gone: bool = False
    """Whether it is somebody named as former, late or dead, to whom no surname alone belongs."""

    def fits(self, name: Name) -> bool:
        """Whether a name agrees with every name of the person; a relative's with the very same alone."""
        if self.relative:
            return not name.is_councillor and all((name.given, name.surname) == (other.given, other.surname) for other, _ in self.names)
        if self.gone:
            return bool(name.given) and all((name.given, name.surname) == (other.given, other.surname) for other, _ in self.names)
        if _may_be_partner(name, self) or _may_be_guest(name, self) or (name.is_councillor and self.capacity == "officer"):
            return False
        return all(compatible(name, other) or double_surname(name, other) for other, _ in self.names)

    @property
    def fullest(self) -> Name:
        """The fullest name seen."""
        return max((name for name, _ in self.names), key=fullness)

    @property
    def key(self) -> str:
        """What the person's local id is made of: surname and given names."""
        return f"{self.fullest.surname} {self.fullest.given}{' private' if self.relative else ''}"

    @property
    def is_member(self) -> bool:
        """Whether it is an elected member, by a list or a title."""
        return self.capacity == "member" or any(name.is_councillor for name, _ in self.names)


def _are_two(cluster: Cluster, name: Name, capacity: str, status: str) -> bool:
    """Whether the lists themselves tell that an entry is not the person whose name it fits."""
    if {capacity, cluster.capacity} == {"member", "officer"} or _is_guest(cluster, name, capacity):
        return True
    apart = _other_initials(cluster.fullest, name) or _is_another(cluster, name) or _is_another(Cluster([(name, cluster.names[0][1])]), cluster.fullest)
    return bool(status and cluster.status and status != cluster.status) and apart


def _is_guest(cluster: Cluster, name: Name, capacity: str) -> bool:
    """Whether one list has a member by surname alone, and another somebody of that surname who is no member: "Councillors Brown, ..." and "Louise Brown"."""
    known, new = (cluster.fullest, cluster.capacity, cluster.is_member), (name, capacity, capacity == "member" or name.is_councillor)
    if known[2] == new[2]:
        return False
    (member, _, _), (guest, as_what, _) = (known, new) if known[2] else (new, known)
    return not as_what and bool(guest.given) and not member.given


def _may_be_partner(name: Name, cluster: Cluster) -> bool:
    """Whether "Mrs Bell" may be whoever is married to Councillor Bell, or somebody else: nothing tells that a councillor of that surname is a woman."""
    known = [other for other, _ in cluster.names]
    if name.is_councillor and not cluster.is_member:
        return not name.given and not name.sex and all(other.sex and not other.given for other in known)
    return not (name.given or name.is_councillor) and name.sex not in {"", *map(sex_of, known)} and all(other.is_councillor for other in known)


def _is_another(cluster: Cluster, name: Name) -> bool:
    """Whether somebody with a given name and no councillor's title is not the one whom a paper calls "Councillor Farrow" and no more."""
    return _named_without_office(name, cluster) and all(other.is_councillor for other, _ in cluster.names)


def _may_be_guest(name: Name, cluster: Cluster) -> bool:
    """Whether "Dave Smith" without a title may be somebody else than a Councillor Smith of whom the paper has the surname alone."""
    if name.is_councillor and not name.given:
        return all(o.given and not o.title for o, _ in cluster.names) and not (cluster.is_member or cluster.capacity or cluster.status)
    return cluster.is_member and _named_without_office(name, cluster)


def _named_without_office(name: Name, cluster: Cluster) -> bool:
    """Whether a name with a given name and without a councillor's title stands against surnames alone."""
    return bool(name.given) and not name.is_councillor and not any(other.given for other, _ in cluster.names)


def _titled_initials(name: Name) -> str:
    """The initials that stand behind a title, as in "Cllr SM"; empty where it is a surname, in capitals too: "Cllr FOX"."""
    return name.surname if name.title and not (name.given or name.printed.isupper()) and _CAPITALS.fullmatch(name.surname) else ""


def _other_initials(left: Name, right: Name) -> bool:
    return bool(left.initials and right.initials) and left.initials != right.initials and not (left.has_given or right.has_given)


class People:
    """The people of one paper. A bare surname joins only where one candidate is there; with several it stays nobody's."""

    def __init__(self, notes: Notes) -> None:
        self.notes = notes
        self.blocks: dict[str, list[Cluster]] = {}
        self.initials: dict[str, Cluster | None] = {}

    def enter(self, entry: Entry) -> None:
        """Note the person whom an entry of a list names."""
        if entry.name is None or entry.name_span is None:
            return
        cluster = self.listed(entry.name, entry.name_span, capacity=entry.capacity, status=entry.status)
        if entry.initials:  # initials that two people share are nobody's
            self.initials[entry.initials] = cluster if self.initials.get(entry.initials, cluster) is cluster else None

    def listed(self, name: Name, span: Span, *, capacity: str = "", status: str = "") -> Cluster:
        """The person whom an entry of a list names. Two entries with other initials, titles or capacities are two people.

        Fewer initials are the same person's, but where one of two is there and the other is not: "E Jones" present and "E A Jones" excused.
        """
        block = self._block(name)
        fitting = [c for c in block if c.fits(name) and not _are_two(c, name, capacity, status)]
        same = [c for c in fitting if (not name.initials) == (not c.fullest.initials)] or fitting
        if len(same) == 1:
            same[0].names.append((name, span))
            same[0].capacity = same[0].capacity or capacity
            return same[0]
        cluster = Cluster([(name, span)], capacity, status=status)
        block.append(cluster)
        return cluster

    def named(self, name: Name, span: Span) -> Cluster | None:
        """The person whom running text names, already known or new; None where the name could be several people's."""
        if _titled_initials(name):
            return self.initials.get(name.surname)
        fitting = [c for c in self._fitting(name) if not (c.status == "apologies" and _other_initials(c.fullest, name))]
        fitting = [c for c in fitting if not (name.title and _is_another(c, name))]
        if len(fitting) > 1 or (fitting and self._another(name, fitting[0])):
            return None
        if fitting:
            fitting[0].names.append((name, span))
            return fitting[0]
        cluster = Cluster([(name, span)])
        self._block(name).append(cluster)
        return cluster

    def _another(self, name: Name, cluster: Cluster) -> bool:
        """Whether a surname behind a title may be somebody else's: "Mr Bell", where the paper has a "Gareth Bell" who is not the person."""
        if name.given or name.is_councillor or not name.title or not cluster.fullest.has_given:
            return False
        text = self.notes.document.text
        others = {match[1] for match in re.finditer(rf"\b([A-Z][a-z]+)\s+{re.escape(name.surname)}\b", text)}
        return any(known_given(given) and not cluster.fits(replace(name, title="", given=given)) for given in others)

    def left(self, name: Name, span: Span) -> None:
        """Note a councillor who is named as former, late or dead: one of the very same name of the paper, else somebody of their own."""
        same = [c for c in self._block(name) if any(name.given and (name.given, name.surname) == (o.given, o.surname) for o, _ in c.names)]
        if same:
            same[0].names.append((name, span))
        elif name.given:
            self._block(name).append(Cluster([(name, span)], gone=True))

    def apart(self, name: Name, span: Span) -> None:
        """Note somebody's relative, who is nobody else of that surname: "his brother, Mark Bell" is not the councillor M Bell."""
        mine = [c for c in self._block(name) if c.relative and c.fits(name)]
        if mine:
            mine[0].names.append((name, span))
        else:
            self._block(name).append(Cluster([(name, span)], relative=True))

    def met(self, name: Name, span: Span) -> Id | None:
        """The id of the person whom a mover's or declarant's name belongs to: somebody known, else somebody new of a surname that is new."""
        found = self.find(name)
        if found is None and not self._block(name) and not INITIALS.fullmatch(name.printed):
            cluster = self.named(name, span)
            found = self.id(cluster) if cluster else None
        return found

    def voter(self, name: Name, span: Span, *, known: bool) -> Id | None:
        """The id of the member whom a roll of votes names; in a paper that lists no members somebody new too, where `known` does not forbid it."""
        fitting = self._fitting(name) or self._fitting(replace(name, title=name.title or "Councillor"))  # "Carr Jolliffe" in a list is a double surname
        fitting = [cluster for cluster in fitting if cluster.is_member] or fitting  # an officer of that name has no vote
        # Who speaks for or against a matter is listed as voters are: where members are listed, nobody else has a vote.
        listed = any(cluster.capacity == "member" for cluster in self.clusters())
        if len(fitting) == 1:
            own = fitting[0].is_member or name.is_councillor or (fitting[0].capacity != "officer" and not listed)
            return self.id(fitting[0]) if own else None
        if known or listed or fitting:
            return None
        met = self.named(name, span)
        return self.id(met) if met else None

    def entry(self, name: Name, capacity: str) -> Id | None:
        """The id of the person of a list's entry, by name and capacity."""
        held = [c for c in self._block(name) if any(other == name for other, _ in c.names)]
        same = [c for c in held if not capacity or c.capacity == capacity] or held
        return self.id(same[0]) if len(same) == 1 else self.find(name)

    def find(self, name: Name) -> Id | None:
        """The id of the person whom a name that was read elsewhere belongs to, or None; initials are those of the paper's own lists."""
        if name.printed in self.initials or _titled_initials(name):
            known = self.initials.get(_titled_initials(name) or name.printed)
            return self.id(known) if known else None
        fitting = self._fitting(name)
        return self.id(fitting[0]) if len(fitting) == 1 else None

    def id(self, cluster: Cluster) -> Id:
        """The local id of a person; two who would get one are told apart by title."""
        mine = slug(cluster.key)
        rivals = [c for c in self._block(cluster.fullest) if c is not cluster and slug(c.key) == mine]
        return self.notes.id("person", f"{cluster.key} {cluster.fullest.title}" if rivals else cluster.key)

    def clusters(self) -> Sequence[Cluster]:
        """All people of the paper."""
        return [cluster for block in self.blocks.values() for cluster in block]

    def _block(self, name: Name) -> list[Cluster]:
        return self.blocks.setdefault(surname_key(name), [])

    def _fitting(self, name: Name) -> list[Cluster]:
        """The people whom a name fits; the one whom a title or the same initials single out, where one of several is."""
        fitting = [c for c in self._block(name) if c.fits(name)]
        relatives = [c for c in fitting if c.relative]
        if relatives:
            return relatives
        exact = [c for c in fitting if name.initials and any(other.initials == name.initials for other, _ in c.names)]
        sexed = [c for c in fitting if name.sex and any(other.sex == name.sex for other, _ in c.names)]
        members = [c for c in fitting if name.is_councillor and c.is_member]
        return next((chosen for chosen in (exact, sexed, members) if len(chosen) == 1), fitting)


class Bodies:
    """The bodies of one paper by name and abbreviation."""

    def __init__(self, notes: Notes, council: str = "") -> None:
        self.notes, self.council = notes, council
        self.names: dict[str, dict[str, list[Span]]] = {}
        self.acronyms: dict[str, tuple[str, Span]] = {}

    def id(self, name: str) -> Id:
        """The local id of a body by its name or abbreviation; the council's own name in front of it makes no other body of it."""
        return self.notes.id("body", bodies.split_council(self._label(name), self.council))

    def defined(self, acronym: str, name: str, span: Span) -> None:
        """Note that a paper defines an abbreviation; its first definition holds for all of the paper, before it too."""
        self.acronyms.setdefault(acronym, (self._label(name), span))

    def seen(self, name: str, span: Span | None, acronym: str = "") -> Id:
        """Note that a body is named at a place, with the abbreviation defined there; returns its id."""
        if acronym and span:
            self.defined(acronym, name, span)
        form = name if bodies.national(name) else self._label(name)
        self.names.setdefault(self.id(name), {}).setdefault(form, []).extend([span] if span else [])
        return self.id(name)

    def _label(self, name: str) -> str:
        """The name that a body goes by: a national body's own, and what an abbreviation stands for."""
        known = bodies.national(name)
        return known[0] if known else self.acronyms.get(name, (name,))[0]


def _holds_two(entry: Entry, text: str) -> bool:
    """Whether an entry is the surnames of two councillors between whom a comma is missing: "Cllrs Bell Harrow", where the paper has a "Councillor Brown"."""
    name = entry.name
    if name is None or " " in name.given or not name.has_given or known_given(name.given):
        return False
    alone = rf"\b(?:Cllr|Councillor)\.?\s+{re.escape(name.given)}\b(?!\s+{re.escape(name.surname)})"
    return re.search(alone, text) is not None


def gather(notes: Notes, mentions: Mentions, council: str) -> tuple[People, Bodies]:
    """The people and bodies of a paper of a council: those on lists first, the fuller names before the others, then those whom the text names."""
    people, found = People(notes), Bodies(notes, council)
    entries = mentions.paper.entries
    for entry in sorted(entries, key=lambda entry: not (entry.name and entry.name.given)):
        if not _holds_two(entry, notes.document.text):
            people.enter(entry)
    for entry in entries:
        if entry.substitutes:
            people.named(entry.substitutes, entry.passage.span())
    taken = [entry.name_span for entry in entries if entry.name_span]
    for mention in sorted(mentions.people, key=lambda mention: (not mention.relative, -len(mention.name.initials))):
        if not any(span.start <= mention.span.start < span.end for span in taken):
            (people.apart if mention.relative else people.left if mention.gone else people.named)(mention.name, mention.span)
    for body in mentions.bodies:
        if body.acronym:
            found.defined(body.acronym, body.name, body.span)
    for body in mentions.bodies:
        found.seen(body.name, body.span)
    return people, found
