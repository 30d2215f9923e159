"""What a map shows: a network goes in, dots, lines and facts come out in a fixed order, the lines of one meeting folded into its body."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import networkx

from graph_builder.maps import text

HELD_BY: Final = "held by"
PRESENCE: Final = frozenset({"attended", "chaired", "sent apologies to"})
KINDS: Final = (
    *("council", "body", "organisation", "meeting", "person", "post", "topic", "item", "decision", "recommendation", "action", "inspection"),
    *("plan", "measure", "document", "group"),
)


@dataclass(frozen=True, slots=True)
class Dot:
    """One thing on the map; `council` is the name of the one it belongs to, `short` its label in the picture where that differs.

    `paper` is a paper of a meeting, and empty for one that other papers only mention.
    """

    key: str
    kind: str
    label: str
    names: tuple[str, ...] = ()
    council: str = ""
    date: str = ""
    short: str = ""
    paper: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact with its proof; `source` and `target` are places in `Scene.dots` and are equal where it is about one thing alone."""

    source: int
    target: int
    relation: str
    text: str = ""
    date: str = ""
    quote: str = ""
    document: str = ""
    link: str = ""
    basis: str = ""
    confidence: str = ""
    council: str = ""
    body: str = ""
    drawn: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """All facts of one relation between two dots; where `meeting` is a dot, the line is hidden until that meeting is opened."""

    source: int
    target: int
    relation: str
    facts: tuple[int, ...]
    meeting: int | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """A map before it has positions; `notes` are sentences about what is not drawn."""

    dots: tuple[Dot, ...]
    lines: tuple[Line, ...]
    facts: tuple[Fact, ...]
    notes: tuple[str, ...] = ()


def compose(network: networkx.MultiDiGraph[str], notes: Iterable[str] = ()) -> Scene:
    """The scene of a network, in an order that does not depend on the order in which it was made; what has no fact is not drawn."""
    keys = sorted((key for key in network if network.degree(key)), key=lambda key: (_rank(network.nodes[key]), str(key)))
    place = {key: index for index, key in enumerate(keys)}
    dots = tuple(_dot(str(key), network.nodes[key]) for key in keys)
    bodies = {place[source]: place[target] for source, target, data in network.edges(data=True) if data.get("relation") == HELD_BY}
    facts = tuple(
        sorted(
            (_fact((place[source], place[target]), data, dots, bodies) for source, target, data in network.edges(data=True)),
            key=lambda fact: (fact.date, fact.source, fact.target, fact.relation, fact.text, fact.quote, fact.document, fact.link),
        )
    )
    alone = len(network) - len(keys)
    unlinked = [f"{alone:,} more are named in the papers without a fact that a map could draw."] if alone else []
    lines = _told(facts, dots) if network.graph.get("told") else _lines(facts, dots, bodies)
    return Scene(dots, tuple(lines), facts, (*network.graph.get("notes", ()), *notes, *_hidden(lines, dots), *unlinked))


def _hidden(lines: list[Line], dots: tuple[Dot, ...]) -> list[str]:
    """How many are only drawn while a meeting is opened, where there are any; in a map of the whole everybody is."""
    shown = {end for line in lines if line.meeting is None for end in (line.source, line.target)}
    hidden = {end for line in lines for end in (line.source, line.target)} - shown
    if not hidden:
        return []
    people = sum(dots[index].kind == "person" for index in hidden)
    counts = ((people, "person", "people"), (len(hidden) - people, "post", "posts"))
    who = " and ".join(f"{number:,} {one if number == 1 else many}" for number, one, many in counts if number)
    return [f"Drawn when a meeting is opened: {who} more who were only there."]


def _rank(data: Mapping[str, Any]) -> tuple[int, str, str]:
    kind = str(data.get("kind", ""))
    return (KINDS.index(kind) if kind in KINDS else len(KINDS), str(data.get("council", "")), str(data.get("label", "")))


def _dot(key: str, data: Mapping[str, Any]) -> Dot:
    shown = {name: text.visible(str(data.get(name, ""))) for name in ("kind", "label", "council", "date", "paper", "short")}
    names = sorted({text.visible(name) for name in str(data.get("names", "")).split(" | ") if name} - {shown["label"]})
    # a meeting hangs from its body, and an inspection from its inspectors, whose names stand there
    short = shown["date"] if shown["kind"] == "meeting" else shown["short"]
    shown |= {"kind": shown["kind"] or "thing", "label": shown["label"] or text.visible(key)}
    return Dot(key, names=tuple(names), **(shown | {"short": short}))


def _fact(ends: tuple[int, int], data: Mapping[str, Any], dots: tuple[Dot, ...], bodies: Mapping[int, int]) -> Fact:
    source, target = ends
    said = {name: str(data.get(name, "") or "") for name in ("url", "quote", "page")}
    shown = {name: text.visible(str(data.get(name, "") or "")) for name in _COPIED}
    bodies_here = [bodies.get(end, end) for end in (target, source)]
    body = next((dots[end].label for end in bodies_here if dots[end].kind in ("body", "council")), "")
    return Fact(source, target, link=text.link(said["url"], said["quote"], said["page"]), body=body, drawn=bool(data.get("drawn", True)), **shown)


_COPIED: Final = ("relation", "text", "date", "quote", "document", "basis", "confidence", "council")


def _lines(facts: tuple[Fact, ...], dots: tuple[Dot, ...], bodies: Mapping[int, int]) -> list[Line]:
    """One line for each pair of ends and relation; a fact at a meeting is drawn twice: folded to the body, and to the meeting itself."""
    gathered: defaultdict[tuple[int, int, str, int], list[int]] = defaultdict(list)
    for number, fact in enumerate(facts):
        ends = (fact.source, fact.target)
        meeting = next((end for end in ends if dots[end].kind == "meeting" and end in bodies), None)
        other = ends[0] if meeting == ends[1] else ends[1]
        if fact.source == fact.target:
            continue
        if meeting is None or fact.relation == HELD_BY or dots[other].kind == "meeting":
            gathered[*ends, fact.relation, -1].append(number)
            continue
        gathered[*ends, fact.relation, meeting].append(number)
        if other != bodies[meeting]:
            folded = tuple(bodies[end] if end == meeting else end for end in ends)
            gathered[folded[0], folded[1], fact.relation, -1].append(number)
    return [Line(key[0], key[1], key[2], tuple(numbers), None if key[3] < 0 else key[3]) for key, numbers in sorted(gathered.items())]


def _told(facts: tuple[Fact, ...], dots: tuple[Dot, ...]) -> list[Line]:
    """One line for each pair of ends and relation where nothing is folded; what is not drawn is hidden until its meeting is opened."""
    gathered: defaultdict[tuple[int, int, str, int], list[int]] = defaultdict(list)
    for number, fact in enumerate(facts):
        if fact.source != fact.target:
            hidden = not fact.drawn and dots[fact.target].kind == "meeting"
            gathered[fact.source, fact.target, fact.relation, fact.target if hidden else -1].append(number)
    return [Line(key[0], key[1], key[2], tuple(numbers), None if key[3] < 0 else key[3]) for key, numbers in sorted(gathered.items())]
