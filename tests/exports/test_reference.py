"""The page about the ontology has every term, concept, shape, mapping and question, and a picture without a line that leads nowhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import rdflib
from lxml import etree, html
from rdflib import OWL, RDF, RDFS, SH, SKOS

from graph_builder import lexicon
from graph_builder.exports.diagram import svg
from graph_builder.exports.reference import page
from graph_builder.vocabulary import compact

FOLDER = lexicon.ontology_dir()
CIV = rdflib.Graph().parse(FOLDER / "civ.ttl")
TERMS = {
    str(term) for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty) for term in CIV.subjects(RDF.type, kind) if isinstance(term, rdflib.URIRef)
}


@pytest.fixture(scope="module")
def shown() -> html.HtmlElement:
    return html.document_fromstring(page(["civ.ttl", "queries/x.rq"]))


def test_every_term_has_its_place_and_its_words(shown: html.HtmlElement) -> None:
    places = shown.xpath("//section[@class='term']/@id")
    assert sorted(places) == sorted({term.partition("#")[2] for term in TERMS})
    text = shown.text_content()
    for term in TERMS:
        for predicate in (RDFS.label, SKOS.definition, SKOS.example):
            assert str(CIV.value(rdflib.URIRef(term), predicate)) in text


def test_every_link_within_the_page_leads_somewhere(shown: html.HtmlElement) -> None:
    places = set(shown.xpath("//@id"))
    assert len(places) == len(shown.xpath("//@id")), "no two places have one name"
    assert {link[1:] for link in shown.xpath("//a/@href") if link.startswith("#")} <= places


def test_concepts_shapes_mappings_and_questions_are_all_there(shown: html.HtmlElement) -> None:
    codes = set(shown.xpath("//td/code/text()"))
    for name in ("outcomes", "roles", "schemes", "topics"):
        assert {compact(str(concept)) for concept in rdflib.Graph().parse(FOLDER / f"{name}.ttl").subjects(RDF.type, SKOS.Concept)} <= codes
    shapes = rdflib.Graph().parse(FOLDER / "shapes.ttl")
    assert {str(shape).rpartition("/")[2] for shape in shapes.subjects(RDF.type, SH.NodeShape)} <= codes
    assert "besluit:Zitting" in codes
    assert {path.stem for path in (FOLDER / "competency").glob("*.rq")} <= {code.removesuffix(".rq") for code in shown.xpath("//dd/code/text()")}


def test_the_page_asks_no_other_host_for_anything(shown: html.HtmlElement) -> None:
    assert not shown.xpath("//script | //link | //img | //iframe")
    assert not re.search(r"url\(|@import", page([]))


def test_the_picture_names_every_class_and_property_between_things(shown: html.HtmlElement) -> None:
    [picture] = shown.xpath("//div[@class='picture']/*")
    words = set(picture.xpath(".//*[local-name()='text']/text()"))
    between = {compact(str(term)) for term in CIV.subjects(RDF.type, OWL.ObjectProperty) if (term, RDFS.domain, None) in CIV}
    assert between <= words
    assert picture.get("aria-label")


def test_a_picture_is_whole_and_always_the_same(tmp_path: Path) -> None:
    drawn = svg({"a:A": [("a:knows", "a:B"), ("a:<is>", "a:C & D")], "a:B": [], "a:C": [("a:has", "a:B")]}, label="“x”")
    assert drawn == svg({"a:A": [("a:knows", "a:B"), ("a:<is>", "a:C & D")], "a:B": [], "a:C": [("a:has", "a:B")]}, label="“x”")
    root = etree.fromstring(drawn)
    assert len(root.findall("{*}path")) == 3
    heads = [rect for rect in root.findall("{*}rect") if rect.get("class") == "head"]
    assert len(heads) == 4, "two on the left, two on the right"
    boxes = sorted((int(rect.get("x") or 0), int(rect.get("y") or 0), int(rect.get("height") or 0)) for rect in heads)
    for (x, y, high), (other_x, other_y, _) in zip(boxes, boxes[1:], strict=False):
        assert x != other_x or y + high <= other_y, "no box covers another"


def test_the_page_is_the_same_for_the_same_files() -> None:
    assert page(["civ.ttl"]) == page(["civ.ttl"])
