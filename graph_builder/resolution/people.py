"""One id for one person: within a council by compatible names, never across councils, never two people of one paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from graph_builder import vocabulary as v
from graph_builder.language.likeness import compatible, double_surname, fullness, surname_key
from graph_builder.language.names import Name, fold, parse
from graph_builder.language.slugs import slug
from graph_builder.model import Id, Literal, Reading
from graph_builder.resolution.bodies import council_of


@dataclass(slots=True)
class Cluster:
    """A person of the corpus: the local ids that are theirs, their names, and the papers that name them."""

    council: str
    locals: set[Id] = field(default_factory=set)
    names: dict[str, Name] = field(default_factory=dict)
    papers: set[str] = field(default_factory=set)
    private: bool = False

    @property
    def fullest(self) -> Name:
        """The fullest name seen."""
        return max(self.names.values(), key=fullness)

    def fits(self, other: Cluster) -> bool:
        """Whether nothing speaks against the two being one: no paper names both, and all names are compatible."""
        if self.private or other.private or self.papers & other.papers:
            return False
        return all(compatible(a, b) or double_surname(a, b) for a in self.names.values() for b in other.names.values())


def person_ids(readings: Sequence[Reading], bodies: dict[Id, Id]) -> dict[Id, Id]:
    """The final id of each local person."""
    blocks: dict[tuple[str, str], list[Cluster]] = {}
    for reading in readings:
        council = council_of(reading)
        for cluster in _people(reading, council):
            blocks.setdefault((council, surname_key(cluster.fullest)), []).append(cluster)
    return {local: id_ for (council, _), block in sorted(blocks.items()) for local, id_ in _ids(council, _merged(block)).items()}


def _people(reading: Reading, council: str) -> list[Cluster]:
    prefix = f"{reading.document.local}/person/"
    clusters: dict[Id, Cluster] = {}
    for s in reading.statements:
        if not s.subject.startswith(prefix):
            continue
        cluster = clusters.setdefault(s.subject, Cluster(council, {s.subject}, papers={reading.document.local}))
        if s.predicate == v.ALT_LABEL and isinstance(s.object, Literal):
            name = parse(s.object.value, bare=True)
            if name:
                cluster.names[s.object.value] = name
        cluster.private = cluster.private or s.object == v.PRIVATE_PERSON
    return [cluster for cluster in clusters.values() if cluster.names]


def _merged(block: list[Cluster]) -> list[Cluster]:
    """The clusters of one surname: the fullest names first, each joined by what fits it and no other."""
    order = sorted(block, key=lambda c: (fullness(c.fullest), sorted(c.locals)), reverse=True)
    merged: list[Cluster] = []
    for cluster in order:
        fitting = [other for other in merged if other.fits(cluster)]
        exact = [other for other in fitting if cluster.fullest.initials and any(n.initials == cluster.fullest.initials for n in other.names.values())]
        chosen = exact if len(exact) == 1 else fitting
        if len(chosen) == 1:
            chosen[0].locals |= cluster.locals
            chosen[0].names |= cluster.names
            chosen[0].papers |= cluster.papers
        else:
            merged.append(Cluster(cluster.council, set(cluster.locals), dict(cluster.names), set(cluster.papers), cluster.private))
    return merged


def _ids(council: str, clusters: list[Cluster]) -> dict[Id, Id]:
    """Ids of the people of one surname: council, surname, initials; where two collide, the title, then a digit of the paper's hash."""
    wanted: dict[str, list[Cluster]] = {}
    for cluster in clusters:
        wanted.setdefault(_key(cluster), []).append(cluster)
    ids = {}
    for key, rivals in wanted.items():
        for cluster in rivals:
            ending = _telling(cluster, rivals) if len(rivals) > 1 else ""
            for local in cluster.locals:
                ids[local] = f"id:person/{council}/{slug(f'{key} {ending}')}"
    return ids


def _key(cluster: Cluster) -> str:
    name = cluster.fullest
    initials = max((n.initials for n in cluster.names.values()), key=lambda i: (len(i), i))
    return f"{name.surname} {' '.join(initials)}"


def _telling(cluster: Cluster, rivals: list[Cluster]) -> str:
    """What tells a cluster from those that would get its id: title, then given names, then the first paper that names it."""
    for feature in (_titles, _given):
        mine = feature(cluster)
        if mine and [feature(rival) for rival in rivals].count(mine) == 1:
            return mine
    return f"{_given(cluster)} {_titles(cluster)} {min(cluster.locals).replace('/', ' ')[4:]}"


def _titles(cluster: Cluster) -> str:
    return " ".join(sorted({fold(name.title) for name in cluster.names.values() if name.title}))


def _given(cluster: Cluster) -> str:
    return fold(cluster.fullest.given)
