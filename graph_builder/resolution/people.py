"""The people of single papers go in; out come the people of the corpus: within a council, by compatible names, never two of one paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from graph_builder import vocabulary as v
from graph_builder.language.likeness import compatible, double_surname, fullness, surname_key
from graph_builder.language.names import Name, fold, parse
from graph_builder.model import Id, Literal, Reading
from graph_builder.resolution.bodies import council_of


@dataclass(slots=True, eq=False)
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

    @property
    def written_out(self) -> set[tuple[str, str]]:
        """The given names and surnames seen, where the given name is written out."""
        return {(fold(name.given), fold(name.surname)) for name in self.names.values() if name.has_given}

    def fits(self, other: Cluster) -> bool:
        """Whether nothing speaks against the two being one: no paper names both, and all names are compatible."""
        if self.papers & other.papers:
            return False
        return all(compatible(a, b) or double_surname(a, b) for a in self.names.values() for b in other.names.values())

    def has_initials(self, name: Name) -> bool:
        """Whether one of the names has the same initials, and there are some."""
        return bool(name.initials) and any(own.initials == name.initials for own in self.names.values())

    def join(self, other: Cluster) -> None:
        """Take another cluster in, which stays as it is."""
        self.locals |= other.locals
        self.names |= other.names
        self.papers |= other.papers


def clusters(readings: Iterable[Reading]) -> list[Cluster]:
    """The people of all papers, each with all local ids that are theirs; whoever is public in one paper is no longer private.

    A name that could be several people's joins none of them. Which people are found does not depend on the order of the papers.
    """
    blocks: dict[tuple[str, str], list[Cluster]] = {}
    for reading in readings:
        for cluster in _people(reading):
            blocks.setdefault((cluster.council, surname_key(cluster.fullest)), []).append(cluster)
    return [cluster for _, block in sorted(blocks.items()) for cluster in _merged(block)]


def _people(reading: Reading) -> list[Cluster]:
    """The people of one paper whose names can be read."""
    council, paper = council_of(reading), reading.document.local
    found: dict[Id, Cluster] = {}
    for s in reading.statements:
        if not s.subject.startswith(f"{paper}/person/"):
            continue
        cluster = found.setdefault(s.subject, Cluster(council, {s.subject}, papers={paper}))
        cluster.private = cluster.private or s.object == v.PRIVATE_PERSON
        if s.predicate == v.ALT_LABEL and isinstance(s.object, Literal) and (name := parse(s.object.value, bare=True)):
            cluster.names[s.object.value] = name
    return [cluster for cluster in found.values() if cluster.names]


def _merged(block: Sequence[Cluster]) -> list[Cluster]:
    """The clusters of one surname: the fullest names first, each joined by what fits it and no other; private ones last.

    Clusters of the same names are placed at once, so that the order of their papers tells nothing.
    """
    merged: list[Cluster] = []
    for _, level in groupby(sorted(block, key=_order, reverse=True), key=_order):
        found = [(cluster, _fitting(cluster, merged)) for cluster in sorted(level, key=lambda cluster: sorted(cluster.locals))]
        new = _alike([cluster for cluster, fitting in found if not fitting])
        # A name that fits somebody fits those of the same name who fit nobody, too.
        found = [(cluster, _fitting(cluster, [*merged, *new])) for cluster, fitting in found if fitting]
        merged += new
        for cluster, fitting in found:
            if len(fitting) == 1 and fitting[0].fits(cluster):
                fitting[0].join(cluster)
            else:
                merged.append(cluster)
    return merged


def _order(cluster: Cluster) -> tuple[bool, tuple[int, int, int, str], list[str]]:
    return not cluster.private, fullness(cluster.fullest), sorted(cluster.names)


def _alike(level: Sequence[Cluster]) -> list[Cluster]:
    """Public people of the same names in several papers as one; where a paper has two of them, or they are private, each alone."""
    papers = [paper for cluster in level for paper in cluster.papers]
    if not level or level[0].private or len(papers) > len(set(papers)):
        return list(level)
    first, *others = level
    for other in others:
        first.join(other)
    return [first]


def _fitting(cluster: Cluster, others: Iterable[Cluster]) -> list[Cluster]:
    """The clusters that could be the same person; the one with the same initials, where one of several has them.

    A private person is one with a public person of exactly the same full name: nothing less makes somebody public.
    """
    fitting = [other for other in others if other.fits(cluster)]
    if cluster.private:
        return [other for other in fitting if not other.private and other.written_out & cluster.written_out]
    exact = [other for other in fitting if other.has_initials(cluster.fullest)]
    return exact if len(exact) == 1 else fitting
