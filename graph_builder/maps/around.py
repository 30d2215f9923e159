"""What stands around one issue: a network of all that is said and the ids of what belongs to the issue go in, the part that tells it comes out."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, Final

import networkx

from graph_builder.maps.scene import HELD_BY, PRESENCE
from graph_builder.maps.story import TOPIC

UP: Final = frozenset({HELD_BY, "taken at", "made under", "made at"})
"""Relations from a thing to where it was said or done: a decision to its item, the item to its meeting, the meeting to its body."""
Edge = tuple[str, str, str]


def around(
    network: networkx.MultiDiGraph[str], claims: Collection[str], *, centres: Collection[str] = (), topics: Collection[str] = ()
) -> networkx.MultiDiGraph[str]:
    """The part of a network (`story.tell`) that some claims tell, with the items, meetings and bodies that they come from.

    `claims` are ids of things and facts, `centres` those of the things that the map is about, of which each link to what belongs here
    is kept, `topics` the ids of topics that are drawn. Who else was at a meeting is there too, and drawn when the meeting is opened.
    """
    kept: set[Edge] = {edge for edge, data in _edges(network) if data["claim"] in claims and data["relation"] != TOPIC}
    nodes = {key for key in claims if key in network} | {end for source, target, _ in kept for end in (source, target)}
    nodes |= {key for key in centres if key in network}
    kept |= _upwards(network, nodes)
    nodes |= {end for source, target, _ in kept for end in (source, target)}
    kept |= {edge for edge, data in _edges(network) if data["relation"] == TOPIC and edge[1] in topics and edge[0] in nodes}
    kept |= {edge for edge, data in _edges(network) if _between(edge, nodes, centres) and data["relation"] not in PRESENCE and data["quote"]}
    present = {edge for edge, data in _edges(network) if data["relation"] in PRESENCE and edge[1] in nodes} - kept
    return _part(network, kept, present)


def _edges(network: networkx.MultiDiGraph[str]) -> Iterable[tuple[Edge, dict[str, Any]]]:
    return (((source, target, key), data) for source, target, key, data in network.edges(keys=True, data=True))


def _upwards(network: networkx.MultiDiGraph[str], nodes: Collection[str]) -> set[Edge]:
    """The edges on the way from each thing up to its body."""
    found: set[Edge] = set()
    waiting, seen = list(nodes), set(nodes)
    while waiting:
        for source, target, key, data in network.out_edges(waiting.pop(), keys=True, data=True):
            if data["relation"] in UP:
                found.add((source, target, key))
                waiting.extend({target} - seen)
                seen.add(target)
    return found


def _between(edge: Edge, nodes: Collection[str], centres: Collection[str]) -> bool:
    return edge[0] in nodes and edge[1] in nodes and (edge[0] in centres or edge[1] in centres)


def _part(network: networkx.MultiDiGraph[str], kept: Iterable[Edge], present: Iterable[Edge]) -> networkx.MultiDiGraph[str]:
    part: networkx.MultiDiGraph[str] = networkx.MultiDiGraph(told=True)
    for edges, drawn in ((kept, True), (present, False)):
        for source, target, key in sorted(edges):
            part.add_edge(source, target, key=key, **network.edges[source, target, key], drawn=drawn)
    for key in part:
        part.nodes[key].update(network.nodes[key])
    return part
