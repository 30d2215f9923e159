"""The people of single papers go in; out come the people of the corpus, the reasons for which they are one, and what a person must tell."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from graph_builder.language.likeness import compatible, fullness
from graph_builder.language.names import Name, fold
from graph_builder.model import Id, Reading
from graph_builder.resolution.blocks import Block, Doubt, divided
from graph_builder.resolution.connect import Edge, connect
from graph_builder.resolution.doubles import with_doubles
from graph_builder.resolution.faces import Face, faces
from graph_builder.resolution.judgements import Judgement
from graph_builder.resolution.profiles import Profile, profiles

Pairs = dict[Id, set[Id]]
_NOBODY: Final[Sequence[Judgement]] = ()


@dataclass(slots=True, eq=False)
class Cluster:
    """A person of the corpus: the local ids that are theirs, their names, and the papers that name them."""

    council: str
    locals: set[Id] = field(default_factory=set)
    names: dict[str, Name] = field(default_factory=dict)
    papers: set[str] = field(default_factory=set)
    private: bool = False
    posts: set[str] = field(default_factory=set)

    @property
    def fullest(self) -> Name:
        """The fullest name seen."""
        return max(self.names.values(), key=fullness)

    @property
    def written_out(self) -> set[tuple[str, str]]:
        """The given names and surnames seen, where the given name is written out."""
        return {(fold(name.given), fold(name.surname)) for name in self.names.values() if name.has_given}

    def fits(self, other: Cluster) -> bool:
        """Whether nothing speaks against the two being one: no paper names both, and all names are compatible."""
        if self.papers & other.papers:
            return False
        return all(compatible(a, b) for a in self.names.values() for b in other.names.values())

    def take(self, person: Profile) -> None:
        """Take what one paper tells of the person."""
        self.locals.add(person.local)
        self.names |= person.names
        self.papers.add(person.paper)
        self.posts |= person.posts


@dataclass(slots=True)
class People:
    """The people of a corpus; the edges that made them; the doubts that were asked for; and what became of judgements that could not hold."""

    clusters: list[Cluster] = field(default_factory=list)
    edges: list[Edge[Face]] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    findings: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)


def clusters(readings: Iterable[Reading]) -> list[Cluster]:
    """The people of all papers, by what the papers tell alone."""
    return people(readings).clusters


def people(readings: Iterable[Reading], *, judgements: Sequence[Judgement] = _NOBODY, review: bool = False) -> People:
    """The people of all papers, each with all local ids that are theirs; whoever is public in one paper is no longer private.

    A name that could be several people's joins none of them. Which people are found does not depend on the order of the papers.
    What a person decided stands before all that the papers tell. `review` asks for the doubts and keeps the blocks.
    """
    everybody = with_doubles([profile for reading in readings for profile in profiles(reading)])
    decided = _decided(judgements, {profile.local for profile in everybody})
    judged = decided["same"].keys() | decided["different"].keys() | decided["unsure"].keys()
    public = [profile for profile in everybody if not profile.private or profile.local in decided["same"]]
    found = People()
    for group in _together(list(divided(faces(public, judged=judged))), decided["same"]):
        block = Block(group, decided["same"], decided["different"], decided["unsure"])
        _resolve(block, found, judgements)
        if review:
            found.blocks.append(block)
            found.doubts.extend(block.doubts())
    private = [profile for profile in everybody if profile.private and profile.local not in decided["same"]]
    _add_private(found.clusters, private, decided["different"])
    return found


def _decided(judgements: Iterable[Judgement], here: set[Id]) -> dict[str, Pairs]:
    """By kind of judgement and local id, the ids of which it was said; of mentions that are there."""
    decided: dict[str, Pairs] = {"same": {}, "different": {}, "unsure": {}}
    for judgement in judgements:
        if here.issuperset(judgement.pair):
            for a, b in (judgement.pair, judgement.pair[::-1]):
                decided[judgement.judgement].setdefault(a, set()).add(b)
    return decided


def _together(people: Sequence[Face], same: Mapping[Id, set[Id]]) -> Iterator[list[Face]]:
    """The faces by block; blocks that a judgement or an office known beyond one council connects are one."""
    nodes: dict[object, None] = {}
    edges: list[Edge[object]] = []
    whose = {face.profiles[0].local: face for face in people if face.profiles[0].local in same}
    for face in people:
        links: list[object] = [("office", face.surname)] if face.offices else []
        links += [("number", face.council, number) for number in sorted(face.numbers)]
        links += [whose[other].block for other in sorted(same.get(face.profiles[0].local, ())) if other in whose]
        for link in (face.block, *links):
            nodes.setdefault(link)
            edges.append(Edge(0, face.block, link))
    parts = connect(nodes, edges, apart=lambda _, __: "")
    groups: dict[int, list[Face]] = {}
    for face in people:
        groups.setdefault(id(parts.members[face.block]), []).append(face)
    yield from groups.values()


def _resolve(block: Block, found: People, judgements: Sequence[Judgement]) -> None:
    """Note the people of one block."""
    whose = {face.profiles[0].local: face for face in block.faces if len(face.profiles) == 1}
    said = [j for j in judgements if j.judgement == "same" and j.left in whose and j.right in whose]
    decided = [Edge(0, whose[j.left], whose[j.right], (str(j),), decided=True) for j in said]
    parts = connect(block.faces, [*decided, *block.edges()], apart=block.apart)
    # Who is told apart by now tells more of those whom two fit.
    while block.settle(parts.members):
        parts = connect(block.faces, [*decided, *(edge for edge in parts.used if not edge.decided), *block.edges()], apart=block.apart)
    for group in parts.groups():
        found.clusters.extend(_people_of(group, block.unclear))
    found.edges.extend(parts.used)
    for edge, chain in parts.refused:
        names = " = ".join(dict.fromkeys(face.names[0].printed for face in chain))
        ends = tuple(sorted((chain[0].profiles[0].local, chain[-1].profiles[0].local)))
        kept = next((str(j) for j in judgements if j.pair == ends and j.judgement == "different"), "")
        found.findings.append(f"refused to join {names}: {kept}" + (f" stands against {edge.words[0]}" if edge.decided else ""))


def _people_of(group: Sequence[Face], unclear: Collection[Face]) -> Iterator[Cluster]:
    """The one person of a component; those of a face that tells too little, that two people fit, or that one paper tells apart, each alone."""
    alone = len(group) == 1 and (group[0].torn or not group[0].whole or group[0] in unclear)
    people = [person for face in group for person in face.profiles]
    council = min(person.council for person in people)
    for part in [[person] for person in people] if alone else [people]:
        cluster = Cluster(council)
        for person in part:
            cluster.take(person)
        yield cluster


def _add_private(known: list[Cluster], private: Iterable[Profile], different: Mapping[Id, set[Id]]) -> None:
    """Private people, each alone; one of exactly the same full name as one public person of the council is that person.

    Nothing less makes public, and somebody whom the words tell to be nobody public (`-private` in the local id) is never somebody public.
    """
    public: dict[tuple[str, str, str], list[Cluster]] = {}
    for cluster in known:
        for name in cluster.written_out:
            public.setdefault((cluster.council, *name), []).append(cluster)
    taken: dict[Cluster, list[Profile]] = {}
    for person in sorted(private, key=lambda person: person.local):
        own = Cluster(person.council, private=True)
        own.take(person)
        named = {id(cluster): cluster for name in own.written_out for cluster in public.get((person.council, *name), ())}
        fitting = [c for c in named.values() if c.fits(own) and not different.get(person.local, set()) & c.locals]
        if len(fitting) == 1 and not person.local.endswith("-private"):
            taken.setdefault(fitting[0], []).append(person)
        else:
            known.append(own)
    for cluster, people in taken.items():
        for person in people:
            cluster.take(person)
