"""The network of a dataset: rows of the named views go in, a networkx graph of people, bodies and meetings comes out, one edge a fact."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeAlias

import networkx

from graph_builder import store
from graph_builder.maps.loom import Key, Loom, Row, Views, first, words

Network: TypeAlias = "networkx.MultiDiGraph[str]"
WHOLE: Final = "Council papers: who was where"
"""What the map of everybody is called."""
VIEWS: Final = ("meetings", "people", "bodies", "attendance", "memberships", "posts", "interests", "decisions", "references", "inspections")


def network(dataset: store.Dataset) -> networkx.MultiDiGraph[str]:
    """The graph of everybody and everything that the dataset's views name.

    Nodes have `kind`, `label`, `names`, `council`; edges have `relation`, `text`, and the columns of `PROOF`.
    A fact about one thing alone (a decision of a meeting, a post without an organisation) is an edge from it to itself.
    """
    return weave({view: store.query(dataset, view).dicts() for view in VIEWS})


def network_of(tables: Path) -> networkx.MultiDiGraph[str]:
    """The same graph from the tables that a build has just written, without asking each view again."""
    return weave({view: _read(tables / f"{view}.csv") for view in VIEWS})


def _read(table: Path) -> list[dict[str, str]]:
    if not table.exists():
        return []
    with table.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def weave(views: Views) -> networkx.MultiDiGraph[str]:
    """The graph of rows that are already at hand, by view; a view that is not there adds nothing."""
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    loom = Loom(graph, frozenset(row["council"] for rows in views.values() for row in rows if row.get("council")))
    for view in VIEWS:
        for row in views.get(view, ()):
            WEAVERS[view](loom, row)
    return graph


def _meeting(loom: Loom, row: Row) -> None:
    meeting, body = loom.meeting(row), loom.body(row, "body")
    if body is not None and row.get("council") and loom.graph.nodes[body]["kind"] != "council":
        loom.node(body, "body", row["body"], kind="body", council=row["council"])
    if meeting is not None:
        loom.node(meeting, "meeting", "", paper=row.get("document", ""))
    hours = "–".join(part for part in (row.get("start", ""), row.get("end", "")) if part)
    loom.fact(meeting, "held by", body, row, text=words(row.get("kind", ""), hours, row.get("venue", "")))


def _council(loom: Loom, row: Row) -> Key | None:
    name = row.get("council", "")
    return loom.body({"council": name, "council_id": row.get("council_id", "")}, "council") if name and " | " not in name else None


def _person(loom: Loom, row: Row) -> None:
    councils = row.get("councils") or row.get("council", "")
    key = row.get("person_id") or f"person:{councils.partition(' | ')[0]}:{row['person']}"
    loom.node(key, "person", row["person"], names=row.get("names", ""), **first(councils))


def _body(loom: Loom, row: Row) -> None:
    key = loom.body(row, "body")
    if key is None:
        return
    names = " | ".join(part for part in (row.get("names", ""), row.get("acronyms", "")) if part)
    known = loom.graph.nodes[key]["kind"]
    kind = "body" if row.get("council") and known == "organisation" else known
    loom.node(key, kind, row["body"], kind=kind, names=names, council=row.get("council", ""))
    if kind == "body":
        loom.fact(key, "part of", _council(loom, row), {**row, "document": ""})


def _attendance(loom: Loom, row: Row) -> None:
    who = loom.person(row, "person")
    if who is None and row.get("post"):
        council = row.get("council", "")
        who = loom.node(row.get("post_id") or f"post:{council}:{row['post']}", "post", row["post"], **first(council))
    relation = "sent apologies to" if row.get("status") == "apologies" else "chaired" if row.get("role") == "chair" else "attended"
    role = row.get("role", "") if relation != "chaired" else ""
    substitute = f"substitute for {row['substitute_for']}" if row.get("substitute_for") else ""
    loom.fact(who, relation, loom.meeting(row), row, text=words(role, row.get("capacity", ""), row.get("post", ""), substitute))


def _membership(loom: Loom, row: Row) -> None:
    loom.fact(loom.person(row, "person"), "member of", loom.body(row, "body"), row, text=words(row.get("role", ""), row.get("capacity", "")))


def _post(loom: Loom, row: Row) -> None:
    who, where = loom.person(row, "person"), loom.body(row, "organisation")
    loom.fact(who, "held a post at" if where else "held a post", where or who, row, text=row.get("post", ""))


def _interest(loom: Loom, row: Row) -> None:
    who, where = loom.person(row, "person"), loom.body(row, "organisation")
    text = words(row.get("role", ""), row.get("kind", ""))
    loom.fact(who, "declared an interest in" if where else "declared an interest", where or who, row, text=text)


def _decision(loom: Loom, row: Row) -> None:
    meeting = loom.meeting(row)
    item = f"item {row['item']}" if row.get("item") else ""
    text = " · ".join(part for part in (row.get("outcome", ""), item, row.get("text", "")) if part)
    loom.fact(meeting, "decided", meeting, row, text=text)
    for column, relation in (("proposed_by", "proposed at"), ("seconded_by", "seconded at")):
        loom.fact(loom.person(row, column), relation, meeting, row, text=text)


def _reference(loom: Loom, row: Row) -> None:
    """Only references to a meeting or body can be drawn; the rest stay in their view."""
    there = {name: row.get(f"to_{name}", "") for name in ("body", "body_id", "date", "meeting_id")}
    to_meeting, to_body = loom.meeting({**row, **there}), loom.body(row, "to_body")
    loom.fact(to_meeting, "held by", to_body, row, text="as another paper says")
    loom.fact(loom.meeting(row), "refers to", to_meeting or to_body, row, text=words(row.get("relation", ""), row.get("to_title", "")))


def _inspection(loom: Loom, row: Row) -> None:
    when = row.get("start") or row.get("published", "")
    row = {**row, "document": row.get("documents", ""), "date": when}
    inspected = loom.body(row, "inspected")
    for name in row.get("inspectors", "").split(" | "):
        who = loom.body({"inspector": name}, "inspector")
        loom.fact(who, "inspected", inspected, row, text=words(row.get("kind", ""), row.get("about", ""), row.get("judgement", "")))


WEAVERS: Final[dict[str, Callable[[Loom, Row], None]]] = {
    "meetings": _meeting,
    "people": _person,
    "bodies": _body,
    "attendance": _attendance,
    "memberships": _membership,
    "posts": _post,
    "interests": _interest,
    "decisions": _decision,
    "references": _reference,
    "inspections": _inspection,
}
