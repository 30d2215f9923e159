"""A graph and what a user asks for go in; the part of the graph that is about it comes out, with all that its facts need to be understood and checked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph_builder.errors import UsageError
from graph_builder.model import Graph, Id, Literal, Triple
from graph_builder.store import Dataset, has_value, query, views


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a part is about: parts of names of a council and a body, a topic by its label or id, and days from and to, as precise as you like."""

    council: str = ""
    body: str = ""
    topic: str = ""
    since: str = ""
    until: str = ""

    def __bool__(self) -> bool:
        """Whether anything is asked for."""
        return any((self.council, self.body, self.topic, self.since, self.until))


def select(graph: Graph, dataset: Dataset, wanted: Wanted) -> Graph:
    """The facts of the named views whose rows fit, with everything that they lead to: items, meetings, people, bodies, quotes, papers.

    A fact without a date is no part of what was between two days, and one without an item has no topic but its own.
    Raises UsageError where nothing fits.
    """
    about: dict[Id, list[Triple]] = defaultdict(list)
    for triple in graph:
        about[triple.subject].append(triple)
    claims = defaultdict(set)
    for triple in graph:
        if triple.predicate == "rdf:subject" and isinstance(triple.object, str):
            claims[triple.object].add(triple.subject)
    chosen = {claim for claim in _claims(dataset, wanted) if claim in about}
    if not chosen:
        raise UsageError("nothing in the graph fits what is asked for; graph-builder query meetings shows councils, bodies and dates")
    kept = _reached(chosen, about, claims)
    facts = tuple(triple for triple in graph.facts if triple.subject in kept)
    return Graph(facts, tuple(triple for triple in graph.evidence if triple.subject in kept))


def _claims(dataset: Dataset, wanted: Wanted) -> Iterator[Id]:
    items = {row["item_id"] for row in query(dataset, "topics").dicts() if has_value(row, ("topic", "topic_id"), wanted.topic)} if wanted.topic else set()
    for view in views():
        if view.required or "claim" not in view.columns:
            continue
        for row in query(dataset, view.name).dicts():
            topical = not wanted.topic or row.get("item_id", "") in items - {""} or has_value(row, ("topic", "topic_id"), wanted.topic)
            if topical and _fits(row, wanted):
                yield row["claim"]


def _fits(row: Mapping[str, str], wanted: Wanted) -> bool:
    date = row.get("date") or row.get("start") or ""
    first, last = date.partition("/")[0], date.rpartition("/")[2]
    return (
        wanted.council.casefold() in (row.get("council") or "").casefold()
        and wanted.body.casefold() in (row.get("body") or "").casefold()
        and (not wanted.since or (bool(last) and last >= wanted.since[: len(last)]))
        and (not wanted.until or (bool(first) and first[: len(wanted.until)] <= wanted.until))
    )


def _reached(chosen: Iterable[Id], about: Mapping[Id, list[Triple]], claims: Mapping[Id, set[Id]]) -> set[Id]:
    """Whatever the chosen lead to. What is said of a thing on the way is kept where its words stand in a paper that is kept anyway."""
    kept: set[Id] = set()
    ahead = list(chosen)
    while ahead:
        thing = ahead.pop()
        if thing not in kept:
            kept.add(thing)
            ahead += [triple.object for triple in about[thing] if not isinstance(triple.object, Literal) and triple.object in about]
    texts = {thing.partition("#")[0] for thing in kept if thing.startswith("id:text/")}
    for claim in sorted({claim for thing in kept for claim in claims.get(thing, ())} - kept):
        places = [triple.object for triple in about[claim] if triple.predicate == "civ:quotedFrom" and isinstance(triple.object, str)]
        if all(place.partition("#")[0] in texts for place in places):
            kept |= {claim, *places}
            ends = (triple.object for triple in about[claim] if not isinstance(triple.object, Literal))
            kept |= {end for end in ends if end in about}
    return kept
