"""Networks too large to draw: a network goes in, one of at most so many nodes comes out, with sentences that say what was gathered."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Final

import networkx

from graph_builder.maps.scene import HELD_BY

LIMIT: Final = 3_000
FACTS: Final = 20_000
GATHERED: Final = "stands for"


def gather(network: networkx.MultiDiGraph[str], *, limit: int = LIMIT, facts: int = FACTS) -> tuple[networkx.MultiDiGraph[str], tuple[str, ...]]:
    """The network itself where it is small enough, else one in which meetings, then quiet neighbours, stand together.

    At most `limit` nodes and about `facts` edges are left; the sentences say how many of what are not drawn one by one.
    """
    notes: list[str] = []
    if len(network) > limit and network.graph.get("told"):
        network = _without_presence(network, notes)
    if len(network) > limit:
        network = _without_meetings(network, notes)
    if len(network) > limit:
        network = _without_leaves(network, notes)
    if len(network) > limit:
        network = _busiest(network, limit, notes)
    return _fewer_facts(network, facts, notes), tuple(notes)


def _without_presence(network: networkx.MultiDiGraph[str], notes: list[str]) -> networkx.MultiDiGraph[str]:
    """The map of an issue without those who were only at its meetings, whom it would draw when a meeting is opened."""
    smaller: networkx.MultiDiGraph[str] = networkx.MultiDiGraph(network)
    smaller.remove_edges_from([(source, target, key) for source, target, key, data in network.edges(keys=True, data=True) if not data.get("drawn", True)])
    gone = [key for key in smaller if not smaller.degree(key) and network.degree(key)]
    smaller.remove_nodes_from(gone)
    notes.append(f"{len(gone):,} who were only at the meetings are not drawn.")
    return smaller


def _without_meetings(network: networkx.MultiDiGraph[str], notes: list[str]) -> networkx.MultiDiGraph[str]:
    """Each meeting's facts moved to the body that held it."""
    body = {source: target for source, target, data in network.edges(data=True) if data.get("relation") == HELD_BY}
    if not body:
        return network
    smaller: networkx.MultiDiGraph[str] = networkx.MultiDiGraph(**network.graph)
    smaller.add_nodes_from((key, data) for key, data in network.nodes(data=True) if key not in body)
    for source, target, key, data in network.edges(keys=True, data=True):
        if data.get("relation") != HELD_BY:
            smaller.add_edge(body.get(source, source), body.get(target, target), key=f"{key}\x1f{source}\x1f{target}", **data)
    notes.append(f"{len(body):,} meetings are not drawn: what was said and done there stands at the bodies that held them.")
    return smaller


def _without_leaves(network: networkx.MultiDiGraph[str], notes: list[str]) -> networkx.MultiDiGraph[str]:
    """Nodes with one neighbour stood together, one group for each neighbour and kind."""
    groups: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for key in network:
        around = {*network.successors(key), *network.predecessors(key)} - {key}
        if len(around) == 1:
            groups[around.pop(), str(network.nodes[key].get("kind", ""))].append(key)
    gathered = {group: keys for group, keys in groups.items() if len(keys) > 1 and not any(key in keys for key, _ in groups)}
    smaller: networkx.MultiDiGraph[str] = networkx.MultiDiGraph(network)
    smaller.remove_nodes_from(key for keys in gathered.values() for key in keys)
    for (neighbour, kind), keys in gathered.items():
        name = f"group:{kind}:{neighbour}"
        smaller.add_node(name, kind="group", label=f"{len(keys):,} of kind {kind}", council=network.nodes[neighbour].get("council", ""))
        smaller.add_edge(name, neighbour, key=GATHERED, relation=GATHERED, text=f"{len(keys):,} that are linked to nothing else here")
    counts = Counter(kind for (_, kind), keys in gathered.items() for _ in keys)
    notes.extend(f"{number:,} of kind {kind} are drawn as groups: each has one neighbour alone." for kind, number in sorted(counts.items()))
    return smaller


def _busiest(network: networkx.MultiDiGraph[str], limit: int, notes: list[str]) -> networkx.MultiDiGraph[str]:
    """The nodes with the most facts; of equals, the first by name."""
    ranked = sorted(network, key=lambda key: (-network.degree(key), str(network.nodes[key].get("label", "")), str(key)))
    notes.append(f"{len(ranked) - limit:,} with the fewest facts are not drawn.")
    return networkx.MultiDiGraph(network.subgraph(ranked[:limit]))


def _fewer_facts(network: networkx.MultiDiGraph[str], most: int, notes: list[str]) -> networkx.MultiDiGraph[str]:
    """At most so many facts between two nodes as keep the whole within `most`, the newest first."""
    edges = network.number_of_edges()
    if edges <= most:
        return network
    pairs: defaultdict[tuple[str, str, str], list[tuple[str, str]]] = defaultdict(list)
    for source, target, key, data in network.edges(keys=True, data=True):
        pairs[source, target, str(data.get("relation", ""))].append((str(data.get("date", "")), str(key)))
    each = next((n for n in (100, 50, 20, 10, 5, 3, 2) if sum(min(n, len(found)) for found in pairs.values()) <= most), 1)
    smaller: networkx.MultiDiGraph[str] = networkx.MultiDiGraph(network)
    for (source, target, _), found in pairs.items():
        for _, key in sorted(found)[:-each]:
            smaller.remove_edge(source, target, key)
    gone = edges - smaller.number_of_edges()
    notes.append(f"{gone:,} of {edges:,} facts are left out: the newest {each} of each kind between two are kept.")
    return smaller
