"""What the graph makes of statements: facts as said, proof on nodes, claims where the proof is another."""

from __future__ import annotations

import random

import pytest

from graph_builder import graph
from graph_builder.errors import BadData
from graph_builder.model import Basis, Graph, Id, Literal, Span, Statement, Triple
from tests import corpus

BODY, LABEL = "id:body/x", "skos:prefLabel"
HEAD = (0, 14)  # "Scrutiny Panel"
NODE = ("rdf:type", "org:OrganizationalUnit")


def said(predicate: Id, value: Id | Literal, *places: tuple[int, int], basis: Basis = Basis.STATED, confidence: float | None = None) -> Statement:
    spans = tuple(Span(corpus.agenda.id, *place) for place in places)
    return Statement(BODY, predicate, value, spans, "by-hand", basis, confidence)


def build(*statements: Statement) -> Graph:
    return graph.build(statements, [corpus.agenda])


def claims(built: Graph) -> list[Id]:
    return [triple.subject for triple in built.evidence if triple.object == "rdf:Statement"]


NAME = Literal("Scrutiny Panel")


@pytest.mark.parametrize(
    "prop, claimed",
    [
        (said(LABEL, NAME, HEAD), False),
        (said(LABEL, NAME, (0, 8)), False),
        (said(LABEL, NAME), False),
        (said(LABEL, NAME, (15, 26)), True),
        (said(LABEL, NAME, (0, 8), (15, 26)), True),
        (said(LABEL, NAME, HEAD, basis=Basis.DERIVED), True),
        (said(LABEL, NAME, basis=Basis.SUPPLIED), True),
    ],
)
def test_a_property_has_a_claim_where_its_proof_is_not_its_nodes(prop: Statement, claimed: bool) -> None:
    built = build(said(*NODE, HEAD), prop)
    assert Triple(BODY, LABEL, NAME) in built.facts
    assert bool(claims(built)) == claimed


def test_what_is_supplied_needs_no_claim_where_a_paper_says_it() -> None:
    assert not claims(build(said(*NODE, HEAD), said(LABEL, NAME, HEAD), said(LABEL, NAME, basis=Basis.SUPPLIED)))


def test_a_name_is_not_preferred_and_alternative_at_once() -> None:
    built = build(said(*NODE, HEAD), said(LABEL, NAME, HEAD), said("skos:altLabel", NAME, HEAD), said("skos:altLabel", NAME, (15, 26)))
    assert [triple.predicate for triple in built.facts if triple.object == NAME] == [LABEL]
    assert len(claims(built)) == 1


def test_a_node_has_the_quotes_of_all_who_state_it_and_the_strongest_basis() -> None:
    built = build(said(*NODE, HEAD, confidence=0.9), said(*NODE, (15, 26), confidence=0.95), said(*NODE, basis=Basis.SUPPLIED))
    proof = {(triple.predicate, triple.object) for triple in built.evidence if triple.subject == BODY}
    assert {value for predicate, value in proof if predicate == "civ:quotedFrom"} == {f"{corpus.agenda.id}#char=0,14", f"{corpus.agenda.id}#char=15,26"}
    assert ("civ:basis", "basis:stated") in proof
    assert ("civ:confidence", Literal("0.95", "xsd:decimal")) in proof
    assert len([value for predicate, value in proof if predicate in ("civ:basis", "civ:confidence")]) == 2


def test_a_sentence_has_its_offsets_words_text_and_page() -> None:
    sentence = f"{corpus.minutes.id}#char={corpus.MINUTES.index('and that the Dir')},{corpus.MINUTES.index('Mr Tom') - 1}"
    found = {triple.predicate: triple.object for triple in corpus.built().evidence if triple.subject == sentence}
    assert found["nif:anchorOf"] == Literal("and that the Director report back.")
    assert found["civ:page"] == Literal("2", "xsd:integer")
    assert found["nif:referenceContext"] == corpus.minutes.id


@pytest.mark.parametrize("written, canonical", [("63.0", "63"), ("063", "63"), ("0.50", "0.5"), ("1E3", "1000"), ("-0.0", "0"), ("-2.50", "-2.5")])
def test_a_decimal_is_written_in_one_way(written: str, canonical: str) -> None:
    built = build(said("civ:numerator", Literal(written, "xsd:decimal")))
    assert Triple(BODY, "civ:numerator", Literal(canonical, "xsd:decimal")) in built.facts


def test_each_concept_is_labelled() -> None:
    assert Triple("capacity:co-opted", LABEL, Literal("co-opted", "rdf:langString", "en")) in corpus.built().facts


def test_facts_and_evidence_are_sorted_disjoint_and_the_same_in_any_order() -> None:
    statements = corpus.statements()
    withheld = graph.withhold(statements, corpus.DOCUMENTS)
    shuffled = random.Random(7).sample(withheld.statements, len(withheld.statements))
    again = graph.build([*shuffled, *shuffled[:9]], corpus.DOCUMENTS[::-1], masks=withheld.masks)
    assert again == corpus.built()
    assert not set(again.facts) & set(again.evidence)


@pytest.mark.parametrize(
    "statement, message",
    [
        (Statement("doc:1/body/x", *NODE, (), "r"), "was not resolved"),
        (Statement(BODY, LABEL, "doc:1/body/y", (), "r"), "was not resolved"),
        (Statement("id:body/a b", *NODE, (), "r"), "no IRI may have"),
        (Statement("nobody:x", *NODE, (), "r"), "no known prefix"),
        (Statement(BODY, *NODE, (Span("id:text/none", 0, 3),), "r"), "no paper has"),
        (said(*NODE, (0, 9999)), "no paper has"),
        (said(*NODE, (5, 5)), "no paper has"),
        (said("civ:earliest", Literal("2019-02-30", "xsd:date")), "is no xsd:date"),
        (said("civ:numerator", Literal("N/A", "xsd:decimal")), "is no xsd:decimal"),
        (said("civ:numerator", Literal("NaN", "xsd:decimal")), "is no xsd:decimal"),
    ],
)
def test_what_cannot_be_published_is_refused(statement: Statement, message: str) -> None:
    with pytest.raises(BadData, match=message):
        build(statement)
