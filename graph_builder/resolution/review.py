"""What a person needs to decide who is who: whom words name, both sides with their quotes, why two are one or not, and what is in doubt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from graph_builder import vocabulary as v
from graph_builder.language.names import Name, fold, parse
from graph_builder.model import Id, Literal, Reading, Span
from graph_builder.resolution.blocks import Doubt
from graph_builder.resolution.compare import SAME, compare
from graph_builder.resolution.connect import Parts
from graph_builder.resolution.faces import Face, faces
from graph_builder.resolution.judgements import Judgement
from graph_builder.resolution.people import Cluster, People, people
from graph_builder.resolution.person_ids import person_ids
from graph_builder.resolution.profiles import Profile, profiles

_AROUND: Final = 70
"""How many characters of the paper stand on each side of a name."""


@dataclass(frozen=True, slots=True)
class Desk:
    """All that a person looks at: the people of a corpus, whom each paper tells of, and the papers."""

    found: People
    ids: Mapping[Id, Id]
    profiles: Mapping[Id, Profile]
    readings: Mapping[Id, Reading]
    judgements: Sequence[Judgement]

    def named(self, words: str) -> list[Profile]:
        """The people whom words name, one of each id: a mention (`doc:…`), an id (`id:person/…`) or a name as printed."""
        if words in self.profiles:
            return [self.profiles[words]]
        asked = parse(words, bare=True)
        fitting = [p for p in self.profiles.values() if words == self.ids[p.local] or any(_called(form, name, words, asked) for form, name in p.names.items())]
        best: dict[Id, Profile] = {}
        for profile in sorted(fitting, key=lambda p: p.local):
            best.setdefault(self.ids[profile.local], profile)
        return list(best.values())

    def cluster(self, profile: Profile) -> Cluster:
        """The person of the corpus who is told of."""
        return next(cluster for cluster in self.found.clusters if profile.local in cluster.locals)

    def side(self, profile: Profile) -> Iterator[str]:
        """What a person reads of one side: the names, the paper, the day, standing and posts, and the words around the name."""
        reading = self.readings[profile.paper]
        told = ", ".join(filter(None, (profile.standing, *(post.replace("-", " ") for post in sorted(profile.posts)))))
        when = profile.day.isoformat() if profile.day else "no date"
        yield f"{' = '.join(sorted(profile.names))} ({reading.document.name}, {when}{', ' + told if told else ''}) {profile.local}"
        for span in _places(reading, profile.local)[:2]:
            text = reading.document.text
            yield f"    “…{' '.join(text[max(0, span.start - _AROUND) : span.end + _AROUND].split())}…”"

    def explain(self, left: Profile, right: Profile) -> Iterator[str]:
        """Why two are one person, or are not, sign by sign; and the chain of names and the judgements that made it so."""
        yield from self.side(left)
        if left.local == right.local:
            yield f"One paper names them as one person: {self.ids[left.local]}"
            return
        yield from self.side(right)
        one = self.cluster(left) is self.cluster(right)
        yield f"They are one person: {self.ids[left.local]}" if one else f"They are two people: {self.ids[left.local]} and {self.ids[right.local]}"
        a, b = self._face(left), self._face(right)
        # Papers that tell alike make one face; it is compared with itself in another paper.
        comparison = compare(a, b.elsewhere() if a is b else b)
        yield f"{comparison.score} points; from {SAME} on two are one, unless another fits as well"
        yield from (f"  - {words}" for words in comparison.words)
        chain = Parts(used=self.found.edges).chain(a, b) if one else []
        if len(chain) > 2:
            yield "They are joined by way of " + ", ".join(face.names[0].printed for face in chain[1:-1])
        if not one:
            yield from (f"In doubt: {doubt.why}" for doubt in self.found.doubts if {id(doubt.left), id(doubt.right)} == {id(a), id(b)})
        both = {local for profile in (left, right) for local in self.cluster(profile).locals}
        yield from (f"Decided: {judgement}" for judgement in self.judgements if both.issuperset(judgement.pair))

    def _face(self, profile: Profile) -> Face:
        """The face that tells of somebody; one of their own where it is not among those that were compared."""
        known = (face for block in self.found.blocks for face in block.faces if any(one.local == profile.local for one in face.profiles))
        return next(known, None) or faces([profile], judged=())[0]


def desk(readings: Iterable[Reading], judgements: Sequence[Judgement], *, published: Mapping[Id, str]) -> Desk:
    """The desk of a corpus."""
    ordered = sorted(readings, key=lambda reading: reading.document.text_hash)
    found = people(ordered, judgements=judgements, review=True)
    found.doubts.sort(key=lambda doubt: (-doubt.comparison.score, repr(doubt.left.key), repr(doubt.right.key)))
    told = {profile.local: profile for reading in ordered for profile in profiles(reading)}
    return Desk(found, person_ids(found.clusters, published)[0], told, {reading.document.local: reading for reading in ordered}, judgements)


def open_doubts(table: Desk) -> list[Doubt]:
    """The doubts about two who are still two, the surest first; each pair of people once."""
    seen: set[frozenset[Id]] = set()
    left: list[Doubt] = []
    for doubt in table.found.doubts:
        pair = frozenset(table.ids[face.profiles[0].local] for face in (doubt.left, doubt.right))
        if len(pair) == 2 and pair not in seen:
            seen.add(pair)
            left.append(doubt)
    return left


def _called(form: str, name: Name, words: str, asked: Name | None) -> bool:
    """Whether a name is as printed what is asked for, or has the same given names and surname."""
    return fold(form) == fold(words) or (asked is not None and (fold(asked.given), fold(asked.surname)) == (fold(name.given), fold(name.surname)))


def _places(reading: Reading, local: Id) -> list[Span]:
    """Where a paper names somebody."""
    said = (s for s in reading.statements if s.subject == local and s.predicate == v.ALT_LABEL and isinstance(s.object, Literal))
    return sorted({span for s in said for span in s.evidence})
