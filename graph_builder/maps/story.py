"""What the papers say, thing by thing: rows of the named views go in, a networkx graph of items, decisions, inspections, plans and measures comes out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Final

import networkx

from graph_builder.maps.loom import Key, Loom, Row, Views, first, words
from graph_builder.maps.network import WEAVERS

TOPIC: Final = "is about"
VIEWS: Final = (
    *("meetings", "people", "bodies", "agenda", "topics", "decisions", "votes", "recommendations", "actions", "interests", "attendance"),
    *("memberships", "posts", "inspections", "plans", "measures", "references"),
)
MARKS: Final = " | "


class Story(Loom):
    """A graph in the making that knows which meeting each paper is of, and each item by its meeting and number or title."""

    def __init__(self, graph: networkx.MultiDiGraph[str], views: Views) -> None:
        super().__init__(graph, frozenset(row["council"] for rows in views.values() for row in rows if row.get("council")))
        self.meetings: defaultdict[str, dict[Key, Row]] = defaultdict(dict)
        for row in views.get("meetings", ()):
            key = self.meeting(row)
            if key is not None:
                self.meetings[row.get("document", "")][key] = row
        self.titles = {(row.get("document", ""), row.get("title", "")): row["claim"] for row in views.get("agenda", ()) if row.get("claim")}

    def item(self, row: Row) -> Key | None:
        """The agenda item of a row, which stands in its meeting."""
        key = row.get("item_id", "")
        return key if key in self.graph else None

    def place(self, row: Row) -> Key | None:
        """Where a row's words stand: its item, else its meeting, else the one meeting that its paper is of, else the paper."""
        return self.item(row) or self.meeting(row) or self.paper(row)

    def paper(self, row: Row) -> Key | None:
        """The one meeting that a row's paper is of; the paper itself where it is of none or of several."""
        name = row.get("document", "")
        if len(self.meetings.get(name, ())) == 1:
            return next(iter(self.meetings[name]))
        return self.node(f"document:{name}", "document", name, **first(row.get("council", ""))) if name else None

    def each(self, row: Row) -> Iterator[Row]:
        """A row of several papers as one row for each, with that paper's own quote, date and address."""
        names, quotes = (row.get("documents") or row.get("document", "")).split(MARKS), row.get("quote", "").split(MARKS)
        for name, quote in zip(names, quotes if len(quotes) == len(names) else [row.get("quote", "")] * len(names), strict=True):
            meetings = list(self.meetings.get(name, {}).values())
            own = {"date": meetings[0].get("date", ""), "url": _of_paper(row, meetings[0])} if len(meetings) == 1 else {"date": ""}
            yield {**row, "document": name, "quote": quote, **(own | {"page": ""} if len(names) > 1 else {"date": own["date"]} if "date" not in row else {})}


def _of_paper(row: Row, meeting: Row) -> str:
    """The first of a row's addresses that is in the paper of a meeting, else where that paper is."""
    paper = meeting.get("url", "").partition("#")[0]
    return next((url for url in row.get("url", "").split(MARKS) if url.partition("#")[0] == paper), paper)


def tell(views: Views) -> networkx.MultiDiGraph[str]:
    """The graph of all that the rows say; a view that is not there adds nothing.

    Nodes and edges are as in `network`, and `graph.graph["told"]` is true: who was at a meeting is drawn only while the meeting is opened.
    """
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph(told=True)
    story = Story(graph, views)
    for view in VIEWS:
        for row in views.get(view, ()):
            _TELLERS[view](story, row)
    return graph


def _agenda(story: Story, row: Row) -> None:
    title = ". ".join(part for part in (row.get("number", "").rstrip("."), row.get("title", "")) if part)
    if row.get("claim") and title:
        item = story.node(row["claim"], "item", title, date=row.get("date", ""), council=row.get("council", ""))
        story.fact(item, "taken at", story.meeting(row), row)


def _topic(story: Story, row: Row) -> None:
    topic = story.node(row.get("topic_id") or f"topic:{row['topic']}", "topic", row["topic"])
    story.fact(story.item(row), TOPIC, topic, row, text="named in the title" if row.get("basis") == "stated" else "")


def _act(story: Story, kind: str, row: Row, detail: str) -> Key | None:
    """A decision, recommendation or action as a node below its item."""
    label = row.get("text", "")
    if not row.get("claim") or not label:
        return None
    key = story.node(row["claim"], kind, label, date=row.get("date", ""), council=row.get("council", ""))
    place = story.place(row)
    story.fact(key, "made under" if place == row.get("item_id") else "made at", place, row, text=detail)
    return key


def _who(story: Story, row: Row, column: str) -> Key | None:
    """Whoever is named in a column and has an id: a person, a post or a body. A name alone could be anybody's."""
    key = row.get(f"{column}_id", "")
    if not key or MARKS in key:
        return None
    if key.startswith("id:person/"):
        return story.person(row, column)
    if key.startswith("id:post/"):
        return story.node(key, "post", row[column], **first(row.get("council", "")))
    return story.body(row, column)


def _decision(story: Story, row: Row) -> None:
    key = _act(story, "decision", row, row.get("outcome", ""))
    if row.get("decided_by_id") != row.get("body_id"):
        story.fact(_who(story, row, "decided_by"), "decided", key, row)
    for column, relation in (("proposed_by", "proposed"), ("seconded_by", "seconded")):
        story.fact(story.person(row, column), relation, key, row)


def _vote(story: Story, row: Row) -> None:
    decision = row.get("decision_id", "")
    who = story.person(row, "person")
    story.fact(who, "voted on", decision if decision in story.graph else None, row, text=row.get("vote", ""))


def _recommendation(story: Story, row: Row) -> None:
    key = _act(story, "recommendation", row, words(row.get("status", ""), row.get("response", "")))
    story.fact(_who(story, row, "made_by"), "recommended", key, row)
    story.fact(key, "addressed to", _who(story, row, "addressed_to"), row)


def _action(story: Story, row: Row) -> None:
    key = _act(story, "action", row, words(row.get("who", ""), row.get("due", "")))
    story.fact(key, "to be done by", _who(story, row, "who"), row)


def _interest(story: Story, row: Row) -> None:
    who, where = story.person(row, "person"), story.body(row, "organisation")
    if where is None:
        story.fact(who, "declared an interest at", story.place(row), row, text=words(row.get("role", ""), row.get("kind", "")))
    else:
        story.fact(who, "declared an interest in", where, row, text=words(row.get("role", ""), row.get("kind", "")))


def _inspection(story: Story, row: Row) -> None:
    when = "/".join(part for part in (row.get("start", ""), row.get("end", "")) if part) or row.get("published", "")
    label = ", ".join(part for part in (" and ".join(row["inspectors"].split(MARKS)), row.get("kind", ""), when) if part)
    more = {"date": row.get("start", ""), "council": row.get("council", ""), "short": ", ".join(part for part in (row.get("kind", ""), when) if part)}
    key = story.node(row.get("claim") or f"inspection:{label}", "inspection", label, **more)
    published = f"published {row['published']}" if row.get("published") else ""
    detail = words(row.get("judgement", ""), row.get("framework", ""), published, row.get("about", ""))
    inspectors = [story.body({"inspector": name}, "inspector") for name in row["inspectors"].split(MARKS)]
    for proof in story.each(row):
        for inspector in inspectors:
            story.fact(inspector, "carried out", key, proof)
        story.fact(key, "looked at", story.body(row, "inspected"), proof, text=detail)
        story.fact(story.paper(proof), "speaks of", key, proof)


def _plan(story: Story, row: Row) -> None:
    key = story.node(row.get("claim") or f"plan:{row['plan']}", "plan", row["plan"], names=row.get("acronyms", ""), council=row.get("council", ""))
    detail = words(row.get("period", ""), row.get("responds_to", ""), row.get("workstreams", ""))
    for proof in story.each(row):
        story.fact(story.body(row, "owner"), "owns", key, proof)
        story.fact(story.paper(proof), "speaks of", key, proof, text=detail)


def _measure(story: Story, row: Row) -> None:
    """Measures of one indicator in one council are one node; each value is a fact of its own."""
    name, council = row.get("indicator", ""), row.get("council", "")
    if not name:
        return
    key = story.node(f"measure:{council}:{name.casefold()}", "measure", name, council=council)
    about = story.titles.get((row.get("document", ""), row.get("about", "")), "")
    place = about if about in story.graph else story.paper(row)
    date = next((meeting.get("date", "") for meeting in story.meetings.get(row.get("document", ""), {}).values()), "")
    value, unit = row.get("value", ""), row.get("unit", "")
    value = f"{value} {unit}" if unit and unit not in value and any(map(str.isdecimal, value)) else value
    text = words(value, row.get("kind", ""), row.get("period", ""))
    story.fact(place, "reports", key, {**row, "date": date}, text=text)


def _reference(story: Story, row: Row) -> None:
    there = {name: row.get(f"to_{name}", "") for name in ("body", "body_id", "date", "meeting_id")}
    meeting, body = story.meeting({**row, **there}), story.body(row, "to_body")
    story.fact(meeting, "held by", body, row, text="as another paper says")
    story.fact(story.place(row), "refers to", meeting or body, row, text=words(row.get("relation", ""), row.get("to_title", "")))


_TELLERS: Final[dict[str, Callable[[Story, Row], None]]] = {
    "meetings": WEAVERS["meetings"],
    "people": WEAVERS["people"],
    "bodies": WEAVERS["bodies"],
    "agenda": _agenda,
    "topics": _topic,
    "decisions": _decision,
    "votes": _vote,
    "recommendations": _recommendation,
    "actions": _action,
    "interests": _interest,
    "attendance": WEAVERS["attendance"],
    "memberships": WEAVERS["memberships"],
    "posts": WEAVERS["posts"],
    "inspections": _inspection,
    "plans": _plan,
    "measures": _measure,
    "references": _reference,
}
