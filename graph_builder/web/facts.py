"""A thing of an edition in, what is known of it out: facts by view with the words that prove each, and the statements of the graph itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import pyoxigraph as ox

from graph_builder import store
from graph_builder.vocabulary import compact
from graph_builder.web.edition import Edition, Quote

LEFT_OUT: Final = frozenset(("people", "bodies", "coverage", "contradictions", "unread", "wanted", "evidence"))
PROOF: Final = frozenset(("document", "documents", "quote", "claim", "basis", "confidence", "page", "url", "council", "position", "part", "at"))
_OF_PROOF: Final = frozenset(("civ:quotedFrom", "civ:rule", "civ:basis", "civ:confidence", "rdf:type"))
MOST: Final = 40
"""How many facts of one view a page shows before it leads to the table."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of a fact: what the column is called, its text, and the id that it stands for (empty where it stands for none)."""

    column: str
    text: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Why:
    """Why a fact is here: the claim, the rule that read it, how it is known, how far the rule can be trusted, and the words."""

    claim: str
    rule: str
    basis: str
    confidence: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of a view about a thing."""

    date: str
    cells: tuple[Cell, ...]
    document: str
    why: Why


@dataclass(frozen=True, slots=True)
class Section:
    """The facts of one view about a thing; `column` is the one in which it stands, `total` how many there are."""

    view: store.View
    column: str
    facts: tuple[Fact, ...]
    total: int


def sections(edition: Edition, curie: str) -> Iterator[Section]:
    """What each view tells of a thing."""
    for view in store.views():
        places = edition.mentions.get(curie, {}).get(view.name, ()) if view.name not in LEFT_OUT else ()
        if not places:
            continue
        rows = edition.table(view.name)
        found = [dict(zip(rows.columns, (cell or "" for cell in rows.rows[at]), strict=True)) for at, _ in places]
        column = places[0][1].removesuffix("_id")
        found.sort(key=lambda row: (row.get("date") or row.get("start") or "", row.get("item", ""), row.get("claim", "")))
        facts = tuple(dict.fromkeys(fact(edition, row, column) for row in found))
        yield Section(view, places[0][1], facts[:MOST], len(facts))


def fact(edition: Edition, row: Mapping[str, str], own: str = "") -> Fact:
    """A row as a fact: each value with the thing that it stands for, without the column `own` that all rows share."""
    shown = (name for name in row if row[name] and name not in PROOF and not name.endswith(("_id", "_basis")) and name not in (own, "date"))
    cells = tuple(Cell(name, row[name], row.get(f"{name}_id", "") if " | " not in row.get(f"{name}_id", "") else "") for name in shown)
    document = row.get("document") or row.get("documents") or ""
    return Fact(row.get("date", ""), cells, document, why(edition, row.get("claim", ""), document))


def why(edition: Edition, claim: str, document: str = "") -> Why:
    """Why a claim is here; the words in one document alone, where one is named that has some of them."""
    quotes = edition.quotes.get(claim, ())
    own = tuple(quote for quote in quotes if document and edition.document(quote.text) == document)
    labels = edition.labels
    rule, confidence = (" | ".join(labels.values(claim, name)) if claim else "" for name in ("civ:rule", "civ:confidence"))
    basis = " | ".join(labels.of(value) for value in labels.values(claim, "civ:basis")) if claim else ""
    return Why(claim, rule, basis, confidence, own or quotes)


@dataclass(frozen=True, slots=True)
class Said:
    """One statement of the graph: a predicate with a value, and why it is here."""

    predicate: str
    value: str
    is_id: bool
    why: Why


def said(edition: Edition, curie: str) -> tuple[Said, ...]:
    """What the graph says of a thing, without what only proves it."""
    node = ox.NamedNode(_iri(curie))
    claims = _claims(edition, node)
    found = []
    for quad in edition.dataset.store.quads_for_pattern(node, None, None):
        predicate, value = compact(quad.predicate.value), quad.object
        if predicate not in _OF_PROOF:
            is_id = isinstance(value, ox.NamedNode)
            text = compact(value_of(value)) if is_id else value_of(value)
            found.append(Said(predicate, text, is_id, why(edition, claims.get((predicate, text), curie))))
    return tuple(sorted(found, key=lambda one: (one.predicate, one.value)))


def pointing(edition: Edition, curie: str, most: int = 200) -> list[tuple[str, str]]:
    """What points to a thing, as subjects with predicates, sorted; at most so many."""
    node = ox.NamedNode(_iri(curie))
    found = ((compact(value_of(quad.subject)), compact(quad.predicate.value)) for quad in edition.dataset.store.quads_for_pattern(None, None, node))
    return sorted((predicate, subject) for subject, predicate in found if predicate not in ("rdf:subject", "rdf:object", "rdf:predicate"))[:most]


def _claims(edition: Edition, node: Any) -> dict[tuple[str, str], str]:
    """By predicate and value, the claim that has a proof of its own."""
    graph, found = edition.dataset.store, {}
    for quad in graph.quads_for_pattern(None, ox.NamedNode(_iri("rdf:subject")), node):
        claim = compact(value_of(quad.subject))
        predicates, values = edition.labels.values(claim, "rdf:predicate"), edition.labels.values(claim, "rdf:object")
        if predicates and values:
            found[predicates[0], values[0]] = claim
    return found


def value_of(term: Any) -> str:
    """The text of a term, whatever it is."""
    return str(getattr(term, "value", term))


def _iri(curie: str) -> str:
    from graph_builder.web.rendering import iri

    return iri(curie)
