"""What a person needs to decide who is who: whom words name, both sides with their quotes, why two are one or not, and what is in doubt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from graph_builder import vocabulary as v
from graph_builder.language.names import Name, fold, parse
from graph_builder.model import Id, Literal, Reading, Span
from graph_builder.resolution.compare import SAME, compare
from graph_builder.resolution.connect import Parts
from graph_builder.resolution.faces import Face, faces
from graph_builder.resolution.ids import final_ids
from graph_builder.resolution.judgements import Judgement
from graph_builder.resolution.near import near_bodies, near_people
from graph_builder.resolution.people import Cluster, People, people
from graph_builder.resolution.profiles import Profile, profiles
from graph_builder.resolution.things import Thing, kind, things

_AROUND: Final = 70
"""How many characters of the paper stand on each side of a name."""
Mention: TypeAlias = Profile | Thing
"""A person, or another thing, as one paper tells of it."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two that only a person can tell are one or not: why, and the signs for and against."""

    left: Mention
    right: Mention
    why: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Desk:
    """All that a person looks at: the people of a corpus, whom and what each paper tells of, and the papers."""

    found: People
    ids: Mapping[Id, Id]
    profiles: Mapping[Id, Profile]
    things: Mapping[Id, Thing]
    readings: Mapping[Id, Reading]
    judgements: Sequence[Judgement]

    def named(self, words: str) -> list[Mention]:
        """Whom or what words name, one of each id: a mention (`doc:…`), an id (`id:person/…`, `id:body/…`) or a name as printed."""
        if words in self.profiles:
            return [self.profiles[words]]
        if words in self.things:
            return [self.things[words]]
        asked = parse(words, bare=True)
        people = (p for p in self.profiles.values() if words == self.ids[p.local] or any(_called(form, name, words, asked) for form, name in p.names.items()))
        others = (t for t in self.things.values() if words == self.ids[t.local] or fold(words) in map(fold, t.names))
        found: list[Mention] = [*people, *others]
        best: dict[Id, Mention] = {}
        for mention in sorted(found, key=lambda mention: mention.local):
            best.setdefault(self.ids[mention.local], mention)
        return list(best.values())

    def cluster(self, profile: Profile) -> Cluster:
        """The person of the corpus who is told of."""
        return next(cluster for cluster in self.found.clusters if profile.local in cluster.locals)

    def side(self, mention: Mention) -> Iterator[str]:
        """What a person reads of one side: the names, the paper, the day, standing and posts, and the words around the name."""
        reading = self.readings[mention.paper]
        told = ""
        if isinstance(mention, Profile):
            posts = (post.replace("-", " ") for post in sorted(mention.posts))
            told = "".join(f", {part}" for part in (mention.day.isoformat() if mention.day else "no date", mention.standing, *posts) if part)
        yield f"{' = '.join(sorted(mention.names)) or mention.local.rpartition('/')[2]} ({reading.document.name}{told}) {mention.local}"
        for span in _places(reading, mention.local)[:2]:
            text = reading.document.text
            yield f"    “…{' '.join(text[max(0, span.start - _AROUND) : span.end + _AROUND].split())}…”"

    def explain(self, left: Mention, right: Mention) -> Iterator[str]:
        """Why two are one, or are not, sign by sign; and the chain of names and the judgements that made it so."""
        yield from self.side(left)
        person = "person" if isinstance(left, Profile) else kind(left.local)
        if left.local == right.local:
            yield f"One paper names them as one {person}: {self.ids[left.local]}"
            return
        yield from self.side(right)
        one = self.ids[left.local] == self.ids[right.local]
        two = "two people" if isinstance(left, Profile) else "two things"
        yield f"They are one {person}: {self.ids[left.local]}" if one else f"They are {two}: {self.ids[left.local]} and {self.ids[right.local]}"
        if isinstance(left, Profile) and isinstance(right, Profile):
            yield from self._signs(left, right, one=one)
        both = {local for local, final in self.ids.items() if final in (self.ids[left.local], self.ids[right.local])}
        yield from (f"Decided: {judgement}" for judgement in self.judgements if both.issuperset(judgement.pair))

    def _signs(self, left: Profile, right: Profile, *, one: bool) -> Iterator[str]:
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

    def _face(self, profile: Profile) -> Face:
        """The face that tells of somebody; one of their own where it is not among those that were compared."""
        known = (face for block in self.found.blocks for face in block.faces if any(one.local == profile.local for one in face.profiles))
        return next(known, None) or faces([profile], judged=())[0]


def desk(readings: Iterable[Reading], judgements: Sequence[Judgement], *, published: Mapping[Id, str]) -> Desk:
    """The desk of a corpus."""
    ordered = sorted(readings, key=lambda reading: reading.document.text_hash)
    found = people(ordered, judgements=judgements, review=True)
    found.doubts.extend(near_people([face for block in found.blocks for face in block.faces]))
    found.doubts.sort(key=lambda doubt: (-doubt.comparison.score, repr(doubt.left.key), repr(doubt.right.key)))
    told = {profile.local: profile for reading in ordered for profile in profiles(reading)}
    ids = final_ids(ordered, found, published=published, judgements=judgements).final
    others = {local: thing for local, thing in things(ordered).items() if local in ids}
    return Desk(found, ids, told, others, {reading.document.local: reading for reading in ordered}, judgements)


def open_doubts(table: Desk) -> list[Pair]:
    """What is in doubt of two who are still two, people first, the surest first; each pair once, and none of which a person said something."""
    people = (Pair(doubt.left.profiles[0], doubt.right.profiles[0], doubt.why, doubt.comparison.words) for doubt in table.found.doubts)
    bodies = (Pair(left, right, why) for left, right, why in near_bodies(table.things.values(), table.ids))
    said = {frozenset(table.ids[local] for local in judgement.pair) for judgement in table.judgements if all(local in table.ids for local in judgement.pair)}
    left: dict[frozenset[Id], Pair] = {}
    for pair in (*people, *bodies):
        both = frozenset((table.ids[pair.left.local], table.ids[pair.right.local]))
        if len(both) == 2 and both not in said:
            left.setdefault(both, pair)
    return list(left.values())


def _called(form: str, name: Name, words: str, asked: Name | None) -> bool:
    """Whether a name is as printed what is asked for, or has the same given names and surname."""
    return fold(form) == fold(words) or (asked is not None and (fold(asked.given), fold(asked.surname)) == (fold(name.given), fold(name.surname)))


def _places(reading: Reading, local: Id) -> list[Span]:
    """Where a paper names somebody."""
    said = (s for s in reading.statements if s.subject == local and s.predicate == v.ALT_LABEL and isinstance(s.object, Literal))
    return sorted({span for s in said for span in s.evidence})
