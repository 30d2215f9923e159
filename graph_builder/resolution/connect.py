"""Nodes, scored pairs and what a person decided go in; out come the connected components in which nothing speaks against anything."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Node = TypeVar("Node")


@dataclass(frozen=True, slots=True)
class Edge(Generic[Node]):
    """Two nodes that are to be joined: the score and the words for it; `decided` where a person said so."""

    score: int
    left: Node
    right: Node
    words: tuple[str, ...] = ()
    decided: bool = False


@dataclass(slots=True)
class Parts(Generic[Node]):
    """The components; the edges that made them; those that were refused, each with the chain of nodes that it would have closed."""

    members: dict[Node, list[Node]] = field(default_factory=dict)
    used: list[Edge[Node]] = field(default_factory=list)
    refused: list[tuple[Edge[Node], list[Node]]] = field(default_factory=list)

    def groups(self) -> list[list[Node]]:
        """Each component once, in the order of its first node."""
        return list({id(group): group for group in self.members.values()}.values())

    def chain(self, start: Node, end: Node) -> list[Node]:
        """The nodes from one to another along the edges that were used, both included; empty where they are not connected."""
        links: dict[Node, list[Node]] = {}
        for edge in self.used:
            links.setdefault(edge.left, []).append(edge.right)
            links.setdefault(edge.right, []).append(edge.left)
        come: dict[Node, list[Node]] = {start: [start]}
        queue = [start]
        for here in queue:
            for there in links.get(here, ()):
                if there not in come:
                    come[there] = [*come[here], there]
                    queue.append(there)
        return come.get(end, [])


def connect(nodes: Iterable[Node], edges: Iterable[Edge[Node]], *, apart: Callable[[Node, Node], str]) -> Parts[Node]:
    """The components of the nodes, joined by the edges in their order; an edge that would join two that are `apart` is refused.

    `apart` answers `decided` where a person keeps two apart, `clash` where the papers do, else an empty text.
    What a person decided comes first, and only what a person decided stands against it.
    """
    parts: Parts[Node] = Parts({node: [node] for node in nodes})
    for edge in sorted(edges, key=lambda edge: not edge.decided):
        left, right = parts.members[edge.left], parts.members[edge.right]
        if left is right:
            continue
        against = _against(left, right, apart, decided=edge.decided)
        if against is None:
            _join(parts, left, right)
            parts.used.append(edge)
        elif apart(*against) == "decided":
            parts.refused.append((edge, [*parts.chain(against[0], edge.left), *parts.chain(edge.right, against[1])]))
    return parts


def _against(left: Sequence[Node], right: Sequence[Node], apart: Callable[[Node, Node], str], *, decided: bool) -> tuple[Node, Node] | None:
    """Two nodes that keep two components apart; one that a person keeps apart, where there is such a one."""
    found: tuple[Node, Node] | None = None
    for a in left:
        for b in right:
            why = apart(a, b)
            if why == "decided":
                return a, b
            if why and not decided:
                found = found or (a, b)
    return found


def _join(parts: Parts[Node], left: list[Node], right: list[Node]) -> None:
    """The smaller component becomes part of the larger."""
    large, small = (left, right) if len(left) >= len(right) else (right, left)
    large.extend(small)
    for node in small:
        parts.members[node] = large
