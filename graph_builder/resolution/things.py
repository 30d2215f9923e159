"""Bodies, plans, inspections and meetings under the ids of the rules go in; out come the ids that a person's judgements make of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from graph_builder import vocabulary as v
from graph_builder.model import Id, Literal, Reading, Span
from graph_builder.resolution.connect import Edge, Parts, connect
from graph_builder.resolution.judgements import Judgement

KINDS: Final = ("body", "plan", "inspection", "meeting")
"""What a judgement may be about besides people; each is a part of local ids, `doc:HASH/KIND/NAME`."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A body, plan, inspection or meeting as one paper tells of it: its local id, its names, and where each stands."""

    local: Id
    names: Mapping[str, Sequence[Span]]

    @property
    def paper(self) -> Id:
        """The local prefix of the paper."""
        return self.local.partition("/")[0]


@dataclass(frozen=True, slots=True)
class Decided:
    """The final ids that judgements change, and sentences on what could not be so."""

    ids: dict[Id, Id]
    findings: tuple[str, ...] = ()


def kind(local: Id) -> str:
    """The kind of thing of a local id: `body` of `doc:1f/body/audit-committee`."""
    return local.split("/")[1] if local.count("/") else ""


def decided(ids: Mapping[Id, Id], judgements: Iterable[Judgement], *, what: Collection[str], published: Collection[Id] = ()) -> Decided:
    """What judgements make of the things of some kinds: *same* gives two one id, *different* and *unsure* keep a mention apart.

    Of several ids that are one by now a published one remains, else that of the most mentions. Where one name is two things, the id stays
    with the most mentions. A judgement that what a person kept apart forbids is refused, with the rows that stand against it.
    """
    said = [j for j in judgements if j.left in ids and j.right in ids and kind(j.left) == kind(j.right) and kind(j.left) in what]
    touched = {ids[local] for j in said for local in j.pair}
    nodes = sorted(local for local, final in ids.items() if final in touched and kind(local) in what)
    if not nodes:
        return Decided({})
    different: dict[tuple[Id, ...], Judgement] = {j.pair: j for j in said if j.judgement in ("different", "unsure")}
    edges = [Edge(0, j.left, j.right, (str(j),), decided=True) for j in said if j.judgement == "same"]
    parts = connect(nodes, [*edges, *_of_one_name(nodes, ids, said)], apart=lambda a, b: "decided" if tuple(sorted((a, b))) in different else "")
    return Decided(_named(parts, ids, published), tuple(_refused(parts, different)))


def _of_one_name(nodes: Sequence[Id], ids: Mapping[Id, Id], said: Iterable[Judgement]) -> Iterator[Edge[Id]]:
    """The links that the rules make: from one mention of each id, if possible one that no judgement names, to the others."""
    judged = {local for j in said for local in j.pair}
    first: dict[Id, Id] = {}
    for local in sorted(nodes, key=lambda local: (local in judged, local)):
        centre = first.setdefault(ids[local], local)
        if centre != local:
            yield Edge(0, centre, local)


def _named(parts: Parts[Id], ids: Mapping[Id, Id], published: Collection[Id]) -> dict[Id, Id]:
    """The id of each component; each is given once, and first to the component with the most mentions of it."""
    taken: set[Id] = set()
    named: dict[Id, Id] = {}
    for group in sorted(parts.groups(), key=lambda group: (-len(group), min(group))):
        counts = {final: sum(ids[local] == final for local in group) for final in {ids[local] for local in group}}
        free = sorted((final not in published, -count, final) for final, count in counts.items() if final not in taken)
        final = free[0][2] if free else f"{ids[min(group)]}-{min(group).partition(':')[2][:8]}"
        taken.add(final)
        named |= dict.fromkeys(group, final)
    return named


def _refused(parts: Parts[Id], different: Mapping[tuple[Id, ...], Judgement]) -> Iterator[str]:
    for edge, chain in parts.refused:
        kept = different[tuple(sorted((chain[0], chain[-1])))]
        if edge.decided:
            yield f"refused to join {' = '.join(dict.fromkeys(chain))}: {kept} stands against {edge.words[0]}"
        elif len(set(chain)) > 2:
            yield f"refused to join {' = '.join(dict.fromkeys(chain))}, which bear one name: {kept}"


def things(readings: Iterable[Reading]) -> dict[Id, Thing]:
    """The things of all papers by local id; one that bears no name is called as its dates or its kind are printed."""
    found: dict[Id, dict[str, list[Span]]] = {}
    for reading in readings:
        for s in reading.statements:
            if s.subject.startswith(f"{reading.document.local}/") and kind(s.subject) in KINDS and s.subject.count("/") == 2:
                names = found.setdefault(s.subject, {})
                if s.predicate in (v.ALT_LABEL, v.LABEL, v.TITLE, v.AS_PRINTED) and isinstance(s.object, Literal):
                    names.setdefault(s.object.value, []).extend(s.evidence)
    return {local: Thing(local, names) for local, names in sorted(found.items())}
