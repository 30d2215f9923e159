"""Facts that can have one value only, and have two: in a list of those present and among the apologies, or told otherwise by another paper."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from graph_builder.contradictions.side import Contradiction, Side, meeting, side
from graph_builder.language.likeness import compatible
from graph_builder.language.names import parse
from graph_builder.sparql import with_prefixes
from graph_builder.store import Dataset, query
from graph_builder.vocabulary import compact

# What there is one of, and what the contradiction is called. Ends of a period are told with its beginning.
_SINGLE: Final = {
    "civ:earliest": "two dates",
    "civ:latest": "two dates",
    "civ:published": "two dates of publication",
    "civ:startTime": "two times of beginning",
    "civ:endTime": "two times of ending",
    "civ:heldBy": "two bodies",
    "civ:outcome": "two outcomes",
    "civ:proposedBy": "two names for one act",
    "civ:secondedBy": "two names for one act",
    "civ:decidedBy": "two names for one act",
    "civ:votesFor": "two counts",
    "civ:votesAgainst": "two counts",
    "civ:votesAbstained": "two counts",
    "civ:judgement": "two judgements",
}
_SLIP: Final = 0.8
"""How alike two surnames are, from 0 to 1, of which one may be a slip of the pen."""
_VALUES: Final = """
SELECT DISTINCT ?thing ?property ?value ?label ?claim ?quote ?document ?at ?council ?name ?kind ?item ?body ?day WHERE {{
  VALUES ?property {{ {properties} }}
  {{ SELECT ?thing ?property WHERE {{ VALUES ?property {{ {properties} }} ?thing ?property ?one }}
     GROUP BY ?thing ?property HAVING(COUNT(DISTINCT ?one) > 1) }}
  ?thing ?property ?value .
  OPTIONAL {{ ?value skos:prefLabel|foaf:name ?label }}
  OPTIONAL {{ ?own rdf:subject ?thing ; rdf:predicate ?property ; rdf:object ?value }}
  BIND(COALESCE(?own, ?thing) AS ?claim)
  ?claim civ:quotedFrom ?sentence .
  ?sentence nif:anchorOf ?quote ; nif:beginIndex ?at ; nif:referenceContext/prov:wasDerivedFrom ?paper .
  ?paper civ:fileName ?document .
  OPTIONAL {{ ?paper civ:ofCouncil/skos:prefLabel ?council }}
  OPTIONAL {{ ?thing skos:prefLabel|foaf:name|dcterms:title ?name }}
  OPTIONAL {{ ?thing a ?kind }}
  OPTIONAL {{ ?thing civ:aboutItem/dcterms:identifier ?item }}
  OPTIONAL {{ ?thing civ:heldBy|civ:atMeeting/civ:heldBy ?holder . ?holder skos:prefLabel ?body }}
  OPTIONAL {{ ?thing civ:earliest|civ:atMeeting/civ:earliest ?day }}
}}"""


def present_and_away(dataset: Dataset) -> Iterator[Contradiction]:
    """Whoever is in the list of those present and among the apologies of one meeting."""
    people: dict[tuple[str, str], dict[str, list[dict[str, str]]]] = defaultdict(lambda: defaultdict(list))
    for row in query(dataset, "attendance").dicts():
        if row["person_id"]:
            people[row["meeting_id"], row["person_id"]][row["status"]].append(row)
    for statuses in people.values():
        if len(statuses) > 1:
            here, away = statuses["present"][0], statuses["apologies"][0]
            about = f"{here['person']} at {meeting(here)}"
            yield Contradiction("present and apologies", about, side(here, "present"), side(away, "apologies"), here["council"], here["person_id"])


def two_values(dataset: Dataset) -> Iterator[Contradiction]:
    """Things of which papers give two values where there is one: dates, outcomes, counts, proposers."""
    properties = " ".join(_SINGLE)
    kinds = {row["document"]: row["kind"] for row in query(dataset, "meetings").dicts()}
    told: dict[tuple[str, str], dict[str, list[dict[str, str]]]] = defaultdict(lambda: defaultdict(list))
    for row in dataset.select(with_prefixes(_VALUES.format(properties=properties))).dicts():
        told[row["thing"], compact(row["property"])][row["value"]].append(row)
    for (thing, name), values in told.items():
        if name == "civ:latest" and (thing, "civ:earliest") in told:
            continue
        groups = [group for _, group in sorted(values.items())]
        for one, other in combinations(groups, 2):
            if _are_one(name, one, other) or (name == "civ:startTime" and {kinds.get(row["document"]) for row in (*one, *other)} != {"minutes"}):
                continue
            first, second = sorted((_told(one), _told(other)), key=_place)
            yield Contradiction(_SINGLE[name], _about(one[0]), first, second, one[0]["council"], compact(thing))


def _are_one(name: str, one: Sequence[Mapping[str, str]], other: Sequence[Mapping[str, str]]) -> bool:
    """Whether two values do not exclude each other.

    One paper may tell several grades of one inspection; a name may be told more or less fully, or with a slip of the pen; an agenda tells
    when a meeting is to begin, and its minutes when it did.
    """
    papers, others = ({row["document"] for row in rows} for rows in (one, other))
    if name == "civ:judgement" and papers & others:
        return True
    if name in ("civ:proposedBy", "civ:secondedBy"):
        first, second = parse(one[0]["label"], bare=True), parse(other[0]["label"], bare=True)
        return first is not None and second is not None and (compatible(first, second) or _alike(first.surname, second.surname))
    return False


def _alike(left: str, right: str) -> bool:
    return difflib.SequenceMatcher(None, left.casefold(), right.casefold(), autojunk=False).ratio() >= _SLIP


def _about(row: dict[str, str]) -> str:
    """What a thing is called in a sentence: by its name, else by its kind, item, body and day."""
    kind = row["kind"].rpartition("#")[2].rpartition("/")[2].casefold()
    item = f"item {row['item']}" if row["item"] else ""
    return row["name"] or ", ".join(filter(None, (f"{kind} on {item}" if item else kind, row["body"], row["day"])))


def _told(rows: list[dict[str, str]]) -> Side:
    """The side of one value: the paper and the words that say it, of the first paper that does, in the order of its text."""
    first = min(rows, key=lambda row: (row["document"], int(row["at"])))
    quotes = {int(row["at"]): " ".join(row["quote"].split()) for row in rows if (row["claim"], row["document"]) == (first["claim"], first["document"])}
    return Side(first["label"] or first["value"], first["document"], " … ".join(quotes[at] for at in sorted(quotes)), compact(first["claim"]))


def _place(one: Side) -> tuple[str, str, str]:
    return one.document, one.value, one.quote
