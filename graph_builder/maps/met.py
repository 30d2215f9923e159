"""Who was at the same meetings: a network with attendance goes in, one of people alone comes out, an edge for each meeting that two of them share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import combinations
from typing import Any, Final

import networkx

from graph_builder.maps.extent import sentences

MET: Final = "was at the same meeting as"
NOT_A_RELATION: Final = "Being at the same meeting is not a relation: this map says who was in one room, and no more."
_WAS_THERE: Final = frozenset({"attended", "chaired"})
MOST_PAIRS: Final = 3_000
"""Above so many pairs a picture tells nothing: then only those are drawn who shared more meetings."""


def met(network: networkx.MultiDiGraph[str]) -> networkx.MultiDiGraph[str]:
    """The people of a network (`network` or `story.tell`), linked where papers say that both were at one meeting.

    Each edge has the words of both attendances. `graph.graph["notes"]` holds the sentences that the map must show.
    """
    rooms = _rooms(network)
    shared = Counter(pair for people in rooms.values() for pair in combinations(sorted(people), 2))
    least = next((count for count in range(1, max(shared.values(), default=1) + 1) if sum(n >= count for n in shared.values()) <= MOST_PAIRS), 1)
    notes = [NOT_A_RELATION]
    if least > 1:
        notes.append(f"Drawn are those who shared {least} meetings or more; {sum(n < least for n in shared.values()):,} pairs shared fewer.")
    people: networkx.MultiDiGraph[str] = networkx.MultiDiGraph(notes=tuple(notes), extent=sentences(network))
    for meeting, present in sorted(rooms.items()):
        for one, other in combinations(sorted(present), 2):
            if shared[one, other] >= least:
                people.add_edge(one, other, key=meeting, **_both(network.nodes[meeting], present[one], present[other]))
    for key in people:
        people.nodes[key].update(network.nodes[key])
    return people


def _rooms(network: networkx.MultiDiGraph[str]) -> Mapping[str, dict[str, Mapping[str, Any]]]:
    """For each meeting, who was there, with the fact that says so."""
    rooms: defaultdict[str, dict[str, Mapping[str, Any]]] = defaultdict(dict)
    for source, target, data in sorted(network.edges(data=True), key=lambda edge: (edge[0], edge[1], str(edge[2].get("quote", "")))):
        if data["relation"] in _WAS_THERE and network.nodes[source].get("kind") == "person":
            rooms[target].setdefault(source, data)
    return rooms


def _both(meeting: Mapping[str, Any], one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    quote = " … ".join(dict.fromkeys(data["quote"] for data in (one, other) if data.get("quote")))
    claim = " | ".join(dict.fromkeys(data["claim"] for data in (one, other) if data.get("claim")))
    basis = next((data["basis"] for data in (one, other) if data.get("basis") not in ("", None, "stated")), one.get("basis", ""))
    return {**one, "relation": MET, "text": str(meeting.get("label", "")), "quote": quote, "claim": claim, "basis": basis}
