"""A reasoner finds the ontology consistent, alone and with a whole build, with PROV-O, ORG, FOAF and SKOS beside it; and finds a planted contradiction."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import rdflib
from rdflib import OWL, RDF
from rdflib.namespace import ORG, PROV

from graph_builder import lexicon
from graph_builder.vocabulary import expand

SPINE = Path(__file__).with_name("spine.ttl")
ONTOLOGY = ("civ", "outcomes", "roles", "schemes", "topics")
Id = rdflib.URIRef


def graph(*more: Path) -> rdflib.Graph:
    """The ontology with its schemes, what it builds on, and the data of files."""
    found = rdflib.Graph().parse(SPINE)
    for name in ONTOLOGY:
        found.parse(lexicon.ontology_dir() / f"{name}.ttl")
    for path in more:
        found.parse(path)
    return found


def unsatisfiable(content: rdflib.Graph, tmp_path: Path, extra: Iterable[tuple[str, str, str]] = ()) -> list[str] | None:
    """The classes that can have no members, by HermiT; None where all contradicts itself."""
    owlready2 = pytest.importorskip("owlready2")
    if shutil.which("java") is None:
        pytest.skip("HermiT runs on Java, which is not in this environment")
    for subject, predicate, value in extra:
        content.add((Id(expand(subject)), Id(expand(predicate)), Id(expand(value))))
    path = tmp_path / "content.nt"
    content.serialize(path, format="nt", encoding="utf-8")
    world = owlready2.World()
    world.get_ontology(path.as_uri()).load()
    try:
        owlready2.sync_reasoner_hermit(world, infer_property_values=False, debug=0, ignore_unsupported_datatypes=True)
    except owlready2.OwlReadyInconsistentOntologyError:
        return None
    return sorted(str(each) for each in world.inconsistent_classes() if each is not owlready2.Nothing)


def test_the_ontology_is_consistent_alone(tmp_path: Path) -> None:
    assert unsatisfiable(graph(), tmp_path) == []


def test_the_ontology_is_consistent_with_a_whole_build(built: Path, tmp_path: Path) -> None:
    assert unsatisfiable(graph(built / "exports/graph.ttl", built / "exports/evidence.ttl"), tmp_path) == []


# What contradicts what: the meeting that is a decision is an activity and an entity; an apology is no attendance; a person is no body.
PLANTED = [
    ("id:x", [("rdf:type", "civ:Meeting"), ("rdf:type", "civ:Decision")]),
    ("id:x", [("rdf:type", "civ:Attendance"), ("rdf:type", "civ:Apology")]),
    ("id:x", [("rdf:type", "foaf:Person"), ("rdf:type", "org:OrganizationalUnit")]),
    ("id:x", [("civ:attendee", "id:y"), ("civ:excused", "id:z")]),
]


@pytest.mark.parametrize("subject,said", PLANTED, ids=[" ".join(value for pair in said for value in pair) for _, said in PLANTED])
def test_a_planted_contradiction_is_found(tmp_path: Path, subject: str, said: list[tuple[str, str]]) -> None:
    assert unsatisfiable(graph(), tmp_path, [(subject, *pair) for pair in said]) is None


def test_a_contradiction_in_a_whole_build_is_found(built: Path, tmp_path: Path) -> None:
    content = graph(built / "exports/graph.ttl", built / "exports/evidence.ttl")
    meeting = next(content.subjects(RDF.type, Id(expand("civ:Meeting"))))
    content.add((meeting, RDF.type, Id(expand("prov:Entity"))))
    assert unsatisfiable(content, tmp_path) is None


def test_quotes_may_not_be_those_of_prov(tmp_path: Path) -> None:
    """Why the ontology has `civ:quotedFrom`: with the property of PROV-O a quoted meeting would contradict itself."""
    assert unsatisfiable(graph(), tmp_path, [("id:x", "rdf:type", "civ:Meeting"), ("id:x", "prov:wasQuotedFrom", "id:y")]) is None


def test_the_spine_names_only_terms_that_exist() -> None:
    content = rdflib.Graph().parse(SPINE)
    closed: tuple[Any, ...] = (PROV, ORG)
    for namespace in closed:
        terms = {subject for subject in content.subjects(RDF.type) if str(subject).startswith(str(namespace))}
        assert terms
        assert not [str(term) for term in terms if term not in namespace]


def test_every_class_that_the_ontology_builds_on_is_in_the_spine() -> None:
    content, own = rdflib.Graph().parse(SPINE), rdflib.Graph().parse(lexicon.ontology_dir() / "civ.ttl")
    named = {value for _, predicate, value in own if predicate in (rdflib.RDFS.subClassOf, rdflib.RDFS.domain, rdflib.RDFS.range, OWL.disjointWith)}
    foreign = {str(each) for each in named if isinstance(each, rdflib.URIRef) and not str(each).startswith((expand("civ:"), expand("xsd:")))}
    assert foreign <= {str(subject) for subject in content.subjects(RDF.type, OWL.Class)}


def test_askwol_finds_no_fault() -> None:
    """The checker of ontologies of 4TU, without its network: no error, no warning, and a whole header."""
    program = shutil.which("askwol", path=str(Path(sys.executable).parent))
    if program is None:
        pytest.skip("askwol is not in this environment")
    wide = {**os.environ, "COLUMNS": "200", "NO_COLOR": "1"}
    said = subprocess.run([program, "check", lexicon.ontology_dir() / "civ.ttl", "--skip-resolution"], capture_output=True, text=True, check=False, env=wide)
    assert said.returncode == 0
    assert re.search(r"\b0 errors\b.*\b0 warnings\b", said.stdout)
    assert "8/8 present" in said.stdout
