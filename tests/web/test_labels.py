"""What the things of a store are called where they have no name of their own."""

from __future__ import annotations

import pyoxigraph as ox

from graph_builder.web.labels import Labels
from graph_builder.web.pages import plural

SAID = """
@prefix civ: <https://w3id.org/civic-graph/def/civ#> . @prefix id: <https://w3id.org/civic-graph/id/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<https://w3id.org/civic-graph/id/inspection/1> a civ:Inspection ;
    civ:inspector <https://w3id.org/civic-graph/id/organisation/a>, <https://w3id.org/civic-graph/id/organisation/b> ; civ:earliest "2021-06-07"^^xsd:date ; civ:latest "2021-06-11"^^xsd:date .
<https://w3id.org/civic-graph/id/organisation/a> foaf:name "Schools Inspectorate" .
<https://w3id.org/civic-graph/id/organisation/b> foaf:name "Care Commission" .
<https://w3id.org/civic-graph/id/point/1> a civ:PointRaised ; civ:text "Members were concerned about the waiting times." .
"""


def labels() -> Labels:
    store = ox.Store()
    store.load(SAID.encode(), format=ox.RdfFormat.TURTLE)
    return Labels(store)


def test_an_inspection_is_named_with_all_who_inspected_and_when() -> None:
    assert labels().of("id:inspection/1") == "Schools Inspectorate and Care Commission · 2021-06-07/2021-06-11"


def test_a_point_is_named_by_its_words() -> None:
    assert labels().of("id:point/1") == "Members were concerned about the waiting times."
    assert labels().kind("id:point/1") == "point raised"
    assert plural("point raised") == "points raised"
