"""The description of a dataset: by the official shapes of DCAT-AP, by our own, by a recount, and by what portals load."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib
import yaml
from rdflib import DCAT, DCTERMS, RDF, VOID

from graph_builder import exports, validation
from graph_builder.cli import run
from graph_builder.errors import UsageError
from graph_builder.exports import Content, Settings, licences
from graph_builder.exports.catalogue import catalogue
from graph_builder.exports.files import files
from graph_builder.exports.sources import attribution
from tests.conftest import ROOT

# What the recommended shapes still miss, and why: (shape's target, path) of each.
LEFT = {
    # an area is named by the IRI of the office of statistics, which has its outline
    ("Location", "bbox"),
    ("Location", "centroid"),
}


@pytest.fixture(scope="module")
def described(exported: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(exported / "catalogue.ttl")


def found(graph: rdflib.Graph, shapes: Path) -> list[tuple[str, str]]:
    """The focus class and the path of each result of a file of shapes."""
    _, report, _ = pyshacl.validate(graph, shacl_graph=rdflib.Graph().parse(shapes))
    assert isinstance(report, rdflib.Graph)
    sh = rdflib.SH
    rows = []
    for result in report.subjects(RDF.type, sh.ValidationResult):
        focus, path = report.value(result, sh.focusNode), report.value(result, sh.resultPath)
        kinds = sorted(re.split(r"[#/]", str(kind))[-1] for kind in graph.objects(focus, RDF.type))
        rows.append((kinds[0] if kinds else str(focus), re.split(r"[#/]", str(path))[-1]))
    return sorted(rows)


@pytest.mark.parametrize("name", ["dcat-ap-3.0.1-shapes.ttl", "dcat-ap-3.0.1-range.ttl"])
def test_the_official_shapes_of_dcat_ap_find_nothing(described: rdflib.Graph, shared: Path, name: str) -> None:
    assert found(described, shared / "dcat" / name) == []


def test_of_what_is_recommended_only_what_has_a_reason_is_left(described: rdflib.Graph, shared: Path) -> None:
    assert set(found(described, shared / "dcat" / "dcat-ap-3.0.1-shapes_recommended.ttl")) == LEFT


@pytest.mark.parametrize("portal", validation.portals())
def test_our_own_shapes_find_nothing_in_a_whole_description(described: rdflib.Graph, portal: str) -> None:
    assert validation.check_catalogue(described, portal).results == ()


# What is taken out of catalogue.yml, and for which portal what is then said; what the official shapes say beside it where they do.
MISSING = [
    ("publisher", "dcat-ap", "Nobody publishes the catalogue: set `publisher` with a `name` in catalogue.yml."),
    ("publisher", "uk", "Nobody made the dataset: set `publisher` with a `name` in catalogue.yml."),
    ("publisher", "data.gov.uk", "Nobody publishes the dataset: set `publisher` with a `name` in catalogue.yml."),
    ("address", "dcat-ap", "A file has no address: set `address` in catalogue.yml, where the files will stand."),
    ("address", "data.gov.uk", "A file has no address: set `address` in catalogue.yml, where the files will stand."),
    ("contact", "uk", None),
    ("identifier", "uk", "The dataset has no identifier: set `identifier` in catalogue.yml."),
    ("identifier", "data.gov.uk", "The dataset has no identifier: set `identifier` in catalogue.yml."),
    ("periodicity", "uk", "How often the dataset is renewed is not said: set `periodicity` in catalogue.yml."),
    ("licence", "uk", "The dataset has no licence: set `licence` in catalogue.yml."),
    ("licence", "data.gov.uk", "The licence is none that the portal knows by its exact address: set `licence` in catalogue.yml."),
    ("licence", "dcat-ap", "A file has no licence: set `licence` in catalogue.yml."),
    ("functions", "data.gov.uk", "A local authority names a function of the ESD list: set `functions` in catalogue.yml, such as http://id.esd.org.uk/function/29."),
    ("services", "data.gov.uk", "A local authority names a service of the ESD list: set `services` in catalogue.yml."),
    ("places", "dcat-ap", "The dataset has no area: set `places` in catalogue.yml."),
    ("themes", "dcat-ap", "The dataset has no theme: set `themes` in catalogue.yml."),
    ("keywords", "dcat-ap", "The dataset has no keywords: set `keywords` in catalogue.yml."),
    ("landing_page", "dcat-ap", "The catalogue has no page: set `landing_page` in catalogue.yml."),
    ("language", "dcat-ap", "The catalogue has no language: set `language` in catalogue.yml."),
]  # fmt: skip
EMPTY = Settings()


@pytest.mark.parametrize("key,portal,message", MISSING, ids=[f"{key}-{portal}" for key, portal, _ in MISSING])
def test_what_is_missing_is_named_with_the_place_to_set_it(content: Content, exported: Path, key: str, portal: str, message: str | None) -> None:
    less = replace(content, settings=replace(content.settings, **{key: getattr(EMPTY, key)}))
    messages = [result.message for result in validation.check_catalogue(catalogue(less, files(exported)), portal).results]
    # the desk for take-down is a contact too
    assert (message in messages) if message else messages == []


@pytest.mark.parametrize(
    "key,value,message",
    [
        ("title", "x" * 66, "A title has 1 to 65 characters: set `title` in catalogue.yml."),
        ("description", "word " * 40 + ". Next.", "The first sentence of the description has at most 140 characters: set `description` in catalogue.yml."),
        ("licence", "https://www.nationalarchives.gov.uk/ogl", "The licence is none that the portal knows by its exact address: set `licence` in catalogue.yml."),
    ],
)  # fmt: skip
def test_what_data_gov_uk_cuts_off_is_named(content: Content, exported: Path, key: str, value: Any, message: str) -> None:
    wrong = replace(content, settings=replace(content.settings, **dict[str, Any]({key: value})))
    assert message in [result.message for result in validation.check_catalogue(catalogue(wrong, files(exported)), "data.gov.uk").results]


def test_an_unknown_portal_is_refused(described: rdflib.Graph) -> None:
    with pytest.raises(UsageError, match="known are data.gov.uk, dcat-ap, uk"):
        validation.check_catalogue(described, "data.gov")


def test_without_a_catalogue_yml_nobody_is_named(content: Content, exported: Path) -> None:
    plain = catalogue(replace(content, settings=exports.settings()), files(exported))
    assert not list(plain.subject_objects(DCTERMS.publisher))
    assert not validation.check_catalogue(plain, "dcat-ap").conforms


def test_every_file_but_those_that_describe_has_a_distribution(described: rdflib.Graph, exported: Path) -> None:
    addresses = {str(address).removeprefix("https://example.org/files/") for address in described.objects(None, DCAT.downloadURL)}
    names = {path.relative_to(exported).as_posix() for path in exported.rglob("*") if path.is_file()}
    names = {name for name in names if not name.startswith("ontology/")}
    assert addresses == names - {"catalogue.ttl", "data.json", "ckan.jsonl", "ro-crate-metadata.json", "SHA256SUMS"}


def test_the_description_says_who_is_named_and_where_to_be_taken_out(described: rdflib.Graph) -> None:
    [rights] = {str(text) for right in described.objects(None, DCTERMS.rights) for text in described.objects(right, rdflib.RDFS.label)}
    assert "Private persons" in rights
    assert "does not cover personal data" in rights
    assert "takedown@example.org" in rights
    assert "Contains words of papers of Herefordshire Council and Worcestershire County Council." in rights


def test_there_is_no_blank_node(described: rdflib.Graph, exported: Path) -> None:
    void = rdflib.Graph().parse(exported / "void.ttl")
    assert not [node for triple in (*described, *void) for node in triple if isinstance(node, rdflib.BNode)]


# VoID


def test_the_figures_equal_a_recount(exported: Path) -> None:
    void, data = rdflib.Graph().parse(exported / "void.ttl"), rdflib.Graph().parse(exported / "dataset.nt", format="nt")
    [dataset] = set(void.subjects(VOID.classPartition))
    asked = {VOID.triples: len(data), VOID.distinctSubjects: len(set(data.subjects())), VOID.distinctObjects: len(set(data.objects()))}
    asked |= {VOID.classes: len(set(data.objects(None, RDF.type))), VOID.properties: len(set(data.predicates()))}
    assert {predicate: void.value(dataset, predicate).value for predicate in asked} == asked  # type: ignore[union-attr]
    for part, name, number, counted in (
        (VOID.classPartition, VOID["class"], VOID.entities, Counter(data.objects(None, RDF.type))),
        (VOID.propertyPartition, VOID.property, VOID.triples, Counter(data.predicates())),
    ):
        assert {void.value(node, name): void.value(node, number).value for node in void.objects(dataset, part)} == counted  # type: ignore[union-attr]


def test_a_store_counts_the_same(exported: Path) -> None:
    store = ox.Store()
    store.bulk_load(path=exported / "dataset.nt", format=ox.RdfFormat.N_TRIPLES)
    void = rdflib.Graph().parse(exported / "void.ttl")
    assert str(len(store)) in set(map(str, void.objects(None, VOID.triples)))


# what portals load


def test_data_json_has_what_the_harvester_reads(exported: Path) -> None:
    [dataset] = json.loads((exported / "data.json").read_text(encoding="utf-8"))["dataset"]
    assert {"identifier", "title", "description", "modified", "license", "publisher", "contactPoint", "distribution"} <= dataset.keys()
    assert dataset["subject"] == ["http://id.esd.org.uk/function/29", "http://id.esd.org.uk/service/860"]
    assert "Private persons" in dataset["description"]
    for part in dataset["distribution"]:
        assert part["byteSize"] == (exported / part["downloadURL"].removeprefix("https://example.org/files/")).stat().st_size


def test_ckan_takes_one_line(exported: Path) -> None:
    [line] = (exported / "ckan.jsonl").read_text(encoding="utf-8").splitlines()
    package = json.loads(line)
    assert re.fullmatch(r"[a-z0-9_-]{2,100}", package["name"])
    assert package["owner_org"] == "society-for-open-minutes"
    assert package["license_id"] == "cc-by"
    assert all(re.fullmatch(r"[\w .-]{2,100}", tag["name"]) for tag in package["tags"])
    assert len({extra["key"] for extra in package["extras"]}) == len(package["extras"])
    assert all(resource["url"].startswith("https://example.org/files/") for resource in package["resources"])


def test_the_sources_are_credited(exported: Path) -> None:
    with (exported / "sources.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    said = {entry["file"]: entry for entry in yaml.safe_load((ROOT / "data/documents/sources.yml").read_text(encoding="utf-8"))}
    assert {row["document"] for row in rows} == set(said)
    for row in rows:
        assert row["licence"] == said[row["document"]].get("licence", "")
        assert row["url"] == said[row["document"]].get("url", "")
        assert row["council"] in row["attribution"]


@pytest.mark.parametrize(
    "council,licence,words",
    [
        ("Ashford", licences.OGL, "Ashford: Contains public sector information licensed under the Open Government Licence v3.0."),
        ("Ashford", "Open Government Licence v3.0", "Ashford: Contains public sector information licensed under the Open Government Licence v3.0."),
        ("", "https://creativecommons.org/licenses/by/4.0/", "Contains words of a paper. Creative Commons Attribution 4.0."),
        ("Ashford", "Copyright Ashford", "Contains words of a paper of Ashford. Copyright Ashford."),
        ("Ashford", "", "Contains words of a paper of Ashford; its licence is not known."),
    ],
)
def test_a_licence_is_credited_as_it_wants(council: str, licence: str, words: str) -> None:
    assert attribution(council, licence) == words


def test_the_example_in_the_documentation_is_a_catalogue_yml(tmp_path: Path) -> None:
    docs = (ROOT / "docs/publishing.md").read_text(encoding="utf-8")
    [example] = re.findall(r"```yaml\n(.*?)```", docs, re.DOTALL)
    (tmp_path / "catalogue.yml").write_text(example, encoding="utf-8")
    assert exports.settings(tmp_path).publisher.name == "Ashford Civic Society"
    explained = {key for line in re.findall(r"^\| (`.*?) \|", docs, re.MULTILINE) for key in re.findall(r"`(\w+)`", line)}
    assert {field.name for field in fields(Settings)} - {"file"} <= explained


def test_validate_says_what_a_portal_misses(built: Path, project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    graph = ["-g", str(built / "exports")]
    assert run(["validate", *graph, "--portal", "uk", "--project", str(project)]) == 0
    assert "uk misses nothing" in capfd.readouterr().err
    assert run(["validate", *graph, "--portal", "data.gov.uk"]) == 65
    assert "set `identifier` in catalogue.yml" in capfd.readouterr().out
