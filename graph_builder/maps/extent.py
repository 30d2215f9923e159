"""What a map is made from: a network goes in, a sentence for each council with its papers, bodies, first and last date comes out."""

from __future__ import annotations

from collections import defaultdict

import networkx

from graph_builder.maps import text
from graph_builder.maps.scene import HELD_BY


def sentences(network: networkx.MultiDiGraph[str]) -> tuple[str, ...]:
    """How much each council gives: what was counted already (`graph.graph["extent"]`), else the papers that the facts are from."""
    known = network.graph.get("extent")
    return known if known is not None else tuple(_sentences(network))


def _sentences(network: networkx.MultiDiGraph[str]) -> list[str]:
    papers: defaultdict[str, set[str]] = defaultdict(set)
    bodies: defaultdict[str, set[str]] = defaultdict(set)
    dates: defaultdict[str, set[str]] = defaultdict(set)
    for source, target, data in network.edges(data=True):
        council = str(data.get("council", "") or "")
        papers[council] |= {name for name in str(data.get("document", "") or "").split(" | ") if name}
        meeting = network.nodes[source]
        if data.get("relation") == HELD_BY and meeting.get("paper"):
            bodies[council].add(target)
            dates[council].add(str(meeting.get("date", "")))
    return [
        f"{text.visible(council)}: {_count(len(papers[council]), 'paper', 'papers')}{_bodies(len(bodies[council]))}{_when(dates[council])}"
        for council in sorted(set(papers) - {""})
    ]


def _bodies(number: int) -> str:
    return f" of {_count(number, 'body', 'bodies')}" if number else ""


def _when(dates: set[str]) -> str:
    known = sorted(dates - {""})
    return f", {known[0]} to {known[-1]}" if len(known) > 1 else f", {known[0]}" if known else ""


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
