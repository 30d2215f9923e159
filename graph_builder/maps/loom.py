"""A network in the making: rows of views go in one by one, each thing comes out once and each fact as an edge with its proof."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

import networkx

Row: TypeAlias = Mapping[str, str]
Views: TypeAlias = Mapping[str, Sequence[Row]]
Key: TypeAlias = str

ALONE: Final = frozenset({"decided", "held a post", "declared an interest"})  # what can be said of one thing without another
PROOF: Final = ("document", "quote", "page", "url", "claim", "basis", "confidence", "council", "date")


class Loom:
    """A graph in the making: adds each thing once and each fact as an edge of its own."""

    def __init__(self, graph: networkx.MultiDiGraph[str], councils: frozenset[str]) -> None:
        self.graph, self.councils = graph, councils
        self.called: dict[str, Key] = {}

    def node(self, key: Key, kind: str, label: str, /, **more: str) -> Key:
        """The key of a thing, which is added if it is new; what is known of it is never overwritten by less."""
        if key not in self.graph:
            self.graph.add_node(key, kind=kind, label=label, names="", council="")
        self.graph.nodes[key].update({name: value for name, value in more.items() if value})
        return key

    def person(self, row: Row, column: str) -> Key | None:
        """The person in a column; who has a name and no id is told apart by council."""
        if not row.get(column):
            return None
        council = row.get("council", "")
        return self.node(row.get(f"{column}_id") or f"person:{council}:{row[column]}", "person", row[column], **first(council))

    def body(self, row: Row, column: str) -> Key | None:
        """The council, body or other organisation in a column.

        A name without an id is a council if a row says so, else the thing of that name, else an organisation.
        """
        name = row.get(column, "")
        if not name:
            return None
        key = row.get(f"{column}_id") or self.called.get(name) or f"body:{name}"
        kind = "council" if name in self.councils or key.startswith("id:council/") else "organisation"
        self.called.setdefault(name, key)
        return self.node(key, kind, name, **({"council": name} if kind == "council" else {}))

    def meeting(self, row: Row) -> Key | None:
        """The meeting that a row is of, by its id or else by body and day; one that lacks either has an id of its own."""
        body, day = row.get("body", ""), row.get("date", "")
        if not (body and day) and not ((body or day) and row.get("meeting_id")):
            return None
        key = row.get("meeting_id") or f"meeting:{row.get('body_id') or body}:{day}"
        return self.node(key, "meeting", words(body, day), date=day, council=row.get("council", ""))

    def fact(self, source: Key | None, relation: str, target: Key | None, row: Row, *, text: str = "") -> None:
        """Adds one fact with its proof, unless an end of it is missing or the same fact is there already."""
        if source is None or target is None or (source == target and relation not in ALONE):
            return
        corrected = f"corrected: {row['correction']}" if row.get("correction") else ""
        text, proof = "; ".join(filter(None, (text, corrected))), {name: row.get(name, "") for name in PROOF}
        key = "\x1f".join((relation, text, *proof.values()))
        self.graph.add_edge(source, target, key=key, relation=relation, text=text, **proof)


def first(council: str) -> dict[str, str]:
    """The first of several councils as what is known of a node."""
    return {"council": council.partition(" | ")[0]} if council else {}


def words(*parts: str) -> str:
    """Parts that are not empty, each once, with commas between them."""
    return ", ".join(dict.fromkeys(part for part in parts if part))
