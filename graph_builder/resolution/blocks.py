"""The faces of one block go in; out come the pairs that are surely one, those that only a person can tell, and what keeps faces apart."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final

from graph_builder.language.likeness import first_letters, given_parts, is_common
from graph_builder.model import Id
from graph_builder.resolution.compare import DOUBTFUL, SAME, Comparison, compare
from graph_builder.resolution.connect import Edge
from graph_builder.resolution.faces import Face, finer

MARGIN: Final = 2
"""By how much one must fit better than another whom the papers tell apart from the first; one more for a surname alone."""


@dataclass(frozen=True, slots=True, eq=False)
class Doubt:
    """Two faces that stay two unless a person joins them, and why."""

    left: Face
    right: Face
    comparison: Comparison
    why: str


@dataclass(slots=True)
class Block:
    """Faces that may be one: of one council and surname, or joined to such by what a person decided.

    `partners`, `different` and `unsure` are, by local id, of whom a person said so. `unclear` are faces that two people fit.
    """

    faces: list[Face]
    partners: Mapping[Id, Collection[Id]]
    different: Mapping[Id, Collection[Id]]
    unsure: Mapping[Id, Collection[Id]]
    known: dict[Face, dict[Face, Comparison]] = field(default_factory=dict)
    unclear: set[Face] = field(default_factory=set)
    members: Mapping[Face, Sequence[Face]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for a, b in _pairs(self.faces):
            found = compare(a, b)
            if found.bar != "hard":
                self.known.setdefault(a, {})[b] = found
                self.known.setdefault(b, {})[a] = found
        self.unclear = {face for face in self.faces if self._between_two(face)}

    def settle(self, members: Mapping[Face, Sequence[Face]]) -> bool:
        """Look again at the faces that two people fit, now that it is known who else those are; whether fewer are left.

        `members` are, by face, the faces that were joined so far.
        """
        self.members, before = members, len(self.unclear)
        self.unclear = {face for face in self.unclear if self._between_two(face)}
        return len(self.unclear) < before

    def edges(self) -> list[Edge[Face]]:
        """The pairs that are surely one, the surest first; none where a face fits two who are not one."""
        sure = [(a, b, found) for a, b, found in self._once() if self._fit(a, b, found) and not self._rivals(a, b, found)]
        sure.sort(key=lambda pair: (-pair[2].score, repr(pair[0].key), repr(pair[1].key)))
        return [Edge(found.score, a, b, found.words) for a, b, found in sure]

    def doubts(self) -> Iterator[Doubt]:
        """The pairs that only a person can tell: too little speaks for them, something against them, or another fits as well."""
        for a, b, found in self._once():
            if self._said(self.unsure, a, b) or self._said(self.different, a, b) or found.score < DOUBTFUL or self._settled(a, b):
                continue
            if found.bar:
                yield Doubt(a, b, found, next(sign.words for sign in found.signs if sign.bar))
            elif found.score < SAME:
                yield Doubt(a, b, found, f"{found.score} points; {SAME} are needed")
            elif rivals := self._rivals(a, b, found):
                yield Doubt(a, b, found, f"{rivals[0].names[0].printed} fits as well")
            elif unclear := [face for face in (a, b) if face in self.unclear]:
                yield Doubt(a, b, found, f"{unclear[0].names[0].printed} fits two people")

    def _settled(self, a: Face, b: Face) -> bool:
        """Whether two are one already, or one of them is one with somebody whom the other cannot be."""
        left, right = self.members.get(a, (a,)), self.members.get(b, (b,))
        return left is right or any(self.apart(x, y) for x in left for y in right if (x, y) != (a, b))

    def apart(self, a: Face, b: Face) -> str:
        """As `connect` asks it."""
        if self._said(self.different, a, b):
            return "decided"
        if self._said(self.partners, a, b):
            return ""
        if self._clash(a, b) and not self._excused(a, b) and not self._excused(b, a):
            return "clash"
        return ""

    def _once(self) -> Iterator[tuple[Face, Face, Comparison]]:
        for a in self.faces:
            for b, found in self.known.get(a, {}).items():
                if repr(a.key) < repr(b.key) or (repr(a.key) == repr(b.key) and a.profiles[0].local < b.profiles[0].local):
                    yield a, b, found

    def _fit(self, a: Face, b: Face, found: Comparison) -> bool:
        told = found.score >= SAME and not found.bar and not any(face.torn or face in self.unclear for face in (a, b))
        return told and not self._said(self.different, a, b) and not self._said(self.unsure, a, b)

    def _between_two(self, face: Face) -> bool:
        """Whether two who are not one fit a face about as well as anybody does: nobody can say whom it names, nor that it names one."""
        fits = self._fits(face)
        top = max(fits.values(), default=0)
        near = [other for other, score in fits.items() if score > top - _margin(face)]
        if top >= SAME and any(self.apart(a, b) for a, b in combinations(near, 2)):
            return True
        # Where two of a common surname sit at one time, a list that gives the surname alone means either.
        alone = face.surname_alone and is_common(face.names[0])
        seated = [other for other in fits if alone and not other.surname_alone and _may_sit(self.known[face][other])]
        return any(self.apart(a, b) for a, b in combinations(seated, 2))

    def _rivals(self, a: Face, b: Face, found: Comparison) -> list[Face]:
        """Those who fit one of the two about as well as the other does, and are not one with that other."""
        close = [
            (one, other, rival)
            for one, other in ((a, b), (b, a))
            for rival, score in self._fits(one).items()
            if rival is not other and found.score < score + _margin(one)
        ]
        return [rival for one, other, rival in close if self.apart(other, rival) and not self._said(self.different, one, rival)]

    def _fits(self, face: Face) -> dict[Face, int]:
        """Whom a face fits, and how well: nobody who is joined to somebody whom it cannot be."""
        fits = {other: found.score for other, found in self.known.get(face, {}).items() if not found.bar}
        if not self.members:
            return fits
        groups = {id(self.members[other]): self.members[other] for other in fits}
        wrong = {key for key, group in groups.items() if any(self.apart(face, one) for one in group)}
        return {other: score for other, score in fits.items() if id(self.members[other]) not in wrong}

    def _clash(self, a: Face, b: Face) -> bool:
        """Whether the papers keep two faces apart; faces of different councils or surnames are not compared, and do not clash."""
        found = self.known.get(a, {}).get(b)
        if found is not None:
            return bool(found.bar)
        return a is not b and a.block == b.block

    def _excused(self, a: Face, b: Face) -> bool:
        """Whether a person joined the second, against its name, to somebody whom the first fits."""
        joined = self.partners.get(b.profiles[0].local, ())
        return any(not fit.bar and face.profiles[0].local in joined and self._clash(b, face) for face, fit in self.known.get(a, {}).items())

    def _said(self, what: Mapping[Id, Collection[Id]], a: Face, b: Face) -> bool:
        # Whoever a judgement names has a face of their own.
        return b.profiles[0].local in what.get(a.profiles[0].local, ())


def _may_sit(found: Comparison) -> bool:
    """Whether no election, no year and no two parties lie between two faces."""
    return not any(sign.feature in ("term", "dates") or (sign.feature == "party" and sign.weight < 0) for sign in found.signs)


def _margin(face: Face) -> int:
    return MARGIN + face.surname_alone


def divided(faces: Iterable[Face]) -> Iterator[Face]:
    """The faces, each that tells too little to be one person divided as far as it goes; the rest are not `whole`."""
    for face in faces:
        if len(face.profiles) == 1 or face.torn or _one(face, face.bare()):
            yield face
            continue
        for part in finer(face):
            yield part if len(part.profiles) == 1 or _one(part, part.elsewhere()) else part.loose()


def _one(face: Face, again: Face) -> bool:
    found = compare(face, again)
    return found.score >= SAME and not found.bar


def _pairs(faces: Sequence[Face]) -> Iterator[tuple[Face, Face]]:
    """The pairs that share a block, an office known beyond one council, or an id of a council's web service, and whose given names can begin alike."""
    groups: dict[tuple[object, ...], list[int]] = {}
    for at, face in enumerate(faces):
        for key in (*_keys(face), (face.block, "all")):
            groups.setdefault(key, []).append(at)
    for at, face in enumerate(faces):
        keys: list[tuple[object, ...]] = [(face.block, "all")] if face.surname_alone else _keys(face)
        found = {other for key in keys for other in groups.get(key, ())}
        for other in sorted(other for other in found if _from_here(at, other, faces)):
            yield face, faces[other]


def _keys(face: Face) -> list[tuple[object, ...]]:
    """The letters with which the given names can begin, within the block and within an office; a second one may be what somebody goes by."""
    letters = {letter for name in face.names for letter in (*first_letters(name), *(part[0] for part in given_parts(name)))}
    offices = [("office", face.surname)] if face.offices else []
    numbers = [("number", face.council, number) for number in sorted(face.numbers)]
    return [(place, letter) for place in (face.block, *offices, *numbers) for letter in sorted(letters)]


def _from_here(at: int, other: int, faces: Sequence[Face]) -> bool:
    """Whether a pair is taken from here: of two alike from the earlier, else from the surname that stands alone."""
    here, there = faces[at].surname_alone, faces[other].surname_alone
    return at < other if here == there else here
