"""Every format is read back by the tool that it is for, and holds what was exported; two exports have the same bytes."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import networkx
import pyoxigraph as ox
import pytest
import rdflib
import yaml
from rdflib.compare import isomorphic

from graph_builder import exports, store, vocabulary
from graph_builder.cli import run
from graph_builder.errors import BadData, CannotCreate, DamagedStore
from graph_builder.exports import FORMATS, Content, columns, jsonld, networks
from graph_builder.model import Graph, Literal, Triple
from graph_builder.vocabulary import PREFIXES, compact, expand
from tests.conftest import ROOT


def oxigraph(path: Path, form: ox.RdfFormat) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(path=path, format=form)}


@pytest.fixture(scope="module")
def triples(exported: Path) -> set[ox.Triple]:
    return oxigraph(exported / "dataset.nt", ox.RdfFormat.N_TRIPLES)


# RDF


def test_turtle_and_jsonld_hold_the_triples_of_ntriples(exported: Path, triples: set[ox.Triple]) -> None:
    turtle = oxigraph(exported / "graph.ttl", ox.RdfFormat.TURTLE) | oxigraph(exported / "evidence.ttl", ox.RdfFormat.TURTLE)
    assert turtle == triples == oxigraph(exported / "dataset.jsonld", ox.RdfFormat.JSON_LD)
    assert len(triples) == len((exported / "dataset.nt").read_text(encoding="utf-8").splitlines())


def test_another_reader_reads_isomorphic_graphs(exported: Path) -> None:
    lines = rdflib.Graph().parse(exported / "dataset.nt", format="nt")
    assert isomorphic(lines, rdflib.Graph().parse(exported / "dataset.jsonld", format="json-ld"))
    assert isomorphic(lines, rdflib.Graph().parse(exported / "graph.ttl").parse(exported / "evidence.ttl"))


def test_pyld_reads_jsonld_with_the_context_that_comes_with_it(exported: Path, triples: set[ox.Triple]) -> None:
    from pyld import jsonld as pyld

    def load(url: str, _: dict[str, Any]) -> dict[str, Any]:
        assert url == "https://example.org/context.jsonld", "nothing else is fetched"
        return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": json.loads((exported / "context.jsonld").read_text())}

    document = json.loads((exported / "dataset.jsonld").read_text(encoding="utf-8"))
    document["@context"] = "https://example.org/context.jsonld"
    quads = pyld.to_rdf(document, {"documentLoader": load, "format": "application/n-quads"})
    assert {quad.triple for quad in ox.parse(quads.encode(), format=ox.RdfFormat.N_QUADS)} == triples


SPIKY = Graph(
    (
        Triple("id:a", "rdf:type", "civ:Meeting"),
        Triple("id:a", "rdf:type", "schema:Thing"),
        Triple("id:a", "civ:heldBy", Literal("a text where an id belongs")),
        Triple("id:a", "civ:text", "id:b#char=1,2"),
        Triple("id:a", "civ:earliest", Literal("not a date")),
        Triple("id:a", "civ:earliest", Literal("2018-03-05", "xsd:date")),
        Triple("id:a", "civ:position", Literal("007", "xsd:integer")),
        Triple("id:a", "civ:position", Literal("12345678901234567890123", "xsd:integer")),
        Triple("id:a", "civ:cutOff", Literal("true", "xsd:boolean")),
        Triple("id:a", "sosa:hasSimpleResult", Literal("63", "xsd:decimal")),
        Triple("id:a", "skos:prefLabel", Literal('quoted " and \\ and \u2028 é 🏛', "rdf:langString", "en")),
        Triple("id:a", "schema:unknown", Literal("1", "xsd:double")),
        Triple("id:a", "rdf:object", Literal("@id")),
        *(Triple("id:a", "dcterms:subject", f"{prefix}:x") for prefix in PREFIXES),
    ),
)


def test_values_that_do_not_fit_the_context_keep_their_types() -> None:
    found = {quad.triple for quad in ox.parse("".join(jsonld.lines(SPIKY)).encode(), format=ox.RdfFormat.JSON_LD)}
    expected = {quad.triple for quad in ox.parse("".join(exports.turtle(SPIKY)).encode(), format=ox.RdfFormat.TURTLE)}
    assert found == expected


CONTEXT = jsonld.context()
CIV = rdflib.Graph().parse(ROOT / "ontology" / "civ.ttl")
SPOKEN = sorted({value for name, value in vars(vocabulary).items() if name.isupper() and isinstance(value, str) and re.fullmatch(r"[a-z0-9]+:\w+", value)})


@pytest.mark.parametrize("term", SPOKEN)
def test_the_context_names_every_term_and_the_kind_of_its_values(term: str) -> None:
    if term == "rdf:type":
        return
    named = jsonld.names(jsonld.context())
    assert expand(term) in named, f'ontology/context.jsonld needs a line for {term}, as "{term.partition(":")[2]}": "{term}"'
    node = rdflib.URIRef(expand(term))
    kinds = set(CIV.objects(node, rdflib.RDF.type))
    if rdflib.OWL.ObjectProperty in kinds:
        assert named[str(node)].kind == "@id"
    elif rdflib.OWL.DatatypeProperty in kinds:
        said = compact(str(CIV.value(node, rdflib.RDFS.range)))
        assert named[str(node)].kind == ("" if said == "xsd:string" else said)


def test_the_context_has_the_prefixes_of_the_house() -> None:
    assert {prefix: CONTEXT.get(prefix) for prefix in PREFIXES} == PREFIXES


# networks


@pytest.mark.parametrize("name,read", [("network.gexf", networkx.read_gexf), ("network.graphml", networkx.read_graphml)])
def test_networkx_reads_a_network_back(exported: Path, content: Content, name: str, read: Any) -> None:
    found = read(exported / name)
    assert set(found) == set(content.network)
    assert found.number_of_edges() == content.network.number_of_edges()
    assert found.is_directed()
    for key, data in content.network.nodes(data=True):
        assert found.nodes[key]["label"] == data["label"]
        assert found.nodes[key]["kind"] == data["kind"]
    quotes = sorted(data["quote"] for _, _, data in content.network.edges(data=True) if data["quote"])
    assert sorted(data["quote"] for _, _, data in found.edges(data=True) if "quote" in data) == quotes


def test_gephi_gets_time_spans_and_positions(exported: Path) -> None:
    text = (exported / "network.gexf").read_text(encoding="utf-8")
    assert 'mode="dynamic"' in text
    assert 'timeformat="date"' in text
    assert re.search(r'<meta lastmodifieddate="2019-11-13">', text)
    assert re.search(r'<node id="id:meeting/[^"]*2017-03-13" label="[^"]*" start="2017-03-13" end="2017-03-13">', text)
    places = set(re.findall(r"<viz:position x=\"([^\"]*)\" y=\"([^\"]*)\"", text))
    assert len(places) > 100
    graphml = networkx.read_graphml(exported / "network.graphml")
    assert {(str(data["x"]), str(data["y"])) for _, data in graphml.nodes(data=True)} == places


def test_lists_and_characters_that_no_xml_may_have_are_made_plain(content: Content, tmp_path: Path) -> None:
    network: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    network.add_node("b", kind="person", label='B \x00\x0b\ud800 <&"> é', names=["one", "two"], council=None)
    network.add_node("a", kind="new kind", label="A")
    network.add_edge("a", "b", key="x", relation="knows", quote="“words”\n\t", date="2016-10/2016-11")
    network.add_edge("a", "b", key="y", relation="knows", date="2017")
    drawn = _WithNetwork(content.graph, content.dataset, content.folder, content.settings)
    drawn.__dict__["network"] = network
    for write in (networks.gexf, networks.graphml):
        [path] = write(drawn, tmp_path)
        found = (networkx.read_gexf if path.suffix == ".gexf" else networkx.read_graphml)(path)
        assert found.nodes["b"]["names"] == "one | two"
        assert found.nodes["b"]["label"] == 'B \ufffd\ufffd\ufffd <&"> é'
        assert (found.nodes["a"]["start"], found.nodes["a"]["end"]) == ("2016-10-01", "2017-12-31")
        assert found.number_of_edges() == 2


class _WithNetwork(Content):
    """A content whose network is set by hand."""


# tables


def test_frictionless_accepts_the_package(exported: Path) -> None:
    from frictionless import Package

    report = Package(str(exported / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "title", "message"])
    assert {task.name for task in report.tasks} == {path.stem for path in (exported / "tables").glob("*.csv")}


@pytest.mark.parametrize("view", [view.name for view in store.views()])
def test_every_column_is_explained(view: str) -> None:
    shown = next(each for each in store.views() if each.name == view).columns
    assert [name for name in shown if name not in columns.columns()] == [], "data/columns.yml needs a line for each"


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def test_datasette_shows_each_table_with_every_row(exported: Path) -> None:
    from datasette.app import Datasette

    async def ask() -> dict[str, int]:
        shown = Datasette([str(exported / "tables.db")], metadata=json.loads((exported / "datasette.json").read_text(encoding="utf-8")))
        await shown.invoke_startup()
        found = {}
        for name in (path.stem for path in (exported / "tables").glob("*.csv")):
            answer = (await shown.client.get(f"/tables/{name}.json?_shape=objects&_size=0")).json()
            found[name] = answer["filtered_table_rows_count"]
            page = await shown.client.get(f"/tables/{name}")
            assert page.status_code == 200
        return found

    counted = asyncio.run(ask())
    for path in (exported / "tables").glob("*.csv"):
        assert counted[path.stem] == len(rows(path.read_bytes().decode())) - 1, path.name


def test_the_database_holds_the_cells_of_the_tables(exported: Path) -> None:
    base = sqlite3.connect(exported / "tables.db")
    for path in (exported / "tables").glob("*.csv"):
        header, *lines = rows(path.read_bytes().decode())
        cursor = base.execute(f'SELECT * FROM "{path.stem}" ORDER BY rowid')
        assert [column[0] for column in cursor.description] == header
        for cells, line in zip(cursor, lines, strict=True):
            for cell, text in zip(cells, line, strict=True):
                assert (str(cell) if cell is not None else "") == text or float(cell) == float(text)
    base.close()


# descriptions


CRATE_CONTEXT = {
    "@context": {
        **{term: f"http://schema.org/{term}" for term in ("Dataset", "CreativeWork", "SoftwareApplication", "CreateAction", "Organization", "about")},
        **{term: f"http://schema.org/{term}" for term in ("author", "contentSize", "datePublished", "description", "encodingFormat", "hasPart", "identifier")},
        **{term: f"http://schema.org/{term}" for term in ("instrument", "keywords", "license", "mentions", "name", "object", "publisher", "result")},
        **{term: f"http://schema.org/{term}" for term in ("sha256", "softwareVersion", "url", "version")},
        "File": "http://schema.org/MediaObject",
        "conformsTo": "http://purl.org/dc/terms/conformsTo",
    }
}


@pytest.mark.parametrize("level", ["REQUIRED", "RECOMMENDED"])
def test_the_crate_passes_its_validator(exported: Path, monkeypatch: pytest.MonkeyPatch, level: str) -> None:
    """The validator fetches the crates' context from its address; tests have no network, so the terms that a crate uses stand here."""
    import requests
    from rocrate_validator import models, services
    from rocrate_validator.utils.http import HttpRequester

    def get(_: object, url: str, **__: object) -> requests.Response:
        assert url == "https://w3id.org/ro/crate/1.1/context"
        answer = requests.Response()
        answer.status_code, answer._content, answer.url = 200, json.dumps(CRATE_CONTEXT).encode(), url
        answer.headers["Content-Type"] = "application/ld+json"
        return answer

    monkeypatch.setattr(HttpRequester, "get", get, raising=False)
    settings = services.ValidationSettings(rocrate_uri=str(exported), profile_identifier="ro-crate-1.1", requirement_severity=getattr(models.Severity, level))
    assert [issue.message for issue in services.validate(settings).get_issues()] == []


def test_the_crate_names_every_file(exported: Path) -> None:
    crate = {node["@id"]: node for node in json.loads((exported / "ro-crate-metadata.json").read_text(encoding="utf-8"))["@graph"]}
    files = {path.relative_to(exported).as_posix() for path in exported.rglob("*") if path.is_file()}
    assert {part["@id"] for part in crate["./"]["hasPart"]} == files - {"ro-crate-metadata.json", "SHA256SUMS"}
    assert crate["./"]["datePublished"] == "2019-11-13"


def test_the_citation_says_who_and_when(exported: Path) -> None:
    said = yaml.safe_load((exported / "CITATION.cff").read_text(encoding="utf-8"))
    assert said["cff-version"] == "1.2.0"
    assert said["authors"] == [{"name": "Society for Open Minutes"}]
    assert said["license"] == "CC-BY-4.0"
    assert str(said["date-released"]) == "2019-11-13"


# the folder


def test_two_exports_have_the_same_bytes(content: Content, exported: Path, tmp_path: Path) -> None:
    again = replace(content)
    exports.export(again, tmp_path / "again", dict(reversed(list(FORMATS.items()))))
    files = sorted(path.relative_to(exported) for path in exported.rglob("*") if path.is_file())
    assert files == sorted(path.relative_to(tmp_path / "again") for path in (tmp_path / "again").rglob("*") if path.is_file())
    for name in files:
        assert (exported / name).read_bytes() == (tmp_path / "again" / name).read_bytes(), name


def names(folder: Path) -> Iterator[str]:
    return (path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*")) if path.is_file())


def test_a_folder_holds_what_the_last_export_wrote(content: Content, tmp_path: Path) -> None:
    exports.export(content, tmp_path / "x", {"csv": FORMATS["csv"], "citation": FORMATS["citation"]})
    assert "tables/meetings.csv" in names(tmp_path / "x")
    exports.export(content, tmp_path / "x", {"ntriples": FORMATS["ntriples"]})
    assert list(names(tmp_path / "x")) == ["SHA256SUMS", "dataset.nt"]


def test_a_folder_of_somebody_else_is_left_alone(content: Content, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(CannotCreate, match="something else"):
        exports.export(content, tmp_path, FORMATS)
    assert list(names(tmp_path)) == ["letter.txt"]


def test_nothing_is_left_where_a_format_fails(content: Content, tmp_path: Path) -> None:
    def fail(_: Content, folder: Path) -> list[Path]:
        (folder / "half").write_text("half")
        raise BadData("no")

    with pytest.raises(BadData):
        exports.export(content, tmp_path / "new", {"x": exports.Format("fails", fail)})
    assert not (tmp_path / "new").exists()


def test_a_file_that_was_altered_is_not_exported(content: Content, tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("altered")
    with pytest.raises(DamagedStore):
        FORMATS["turtle"].write(replace(content, folder=tmp_path), tmp_path)


def test_a_crate_without_any_date_is_refused(content: Content, tmp_path: Path) -> None:
    empty = store.Dataset(ox.Store(), MappingProxyType({"triples": 0, "files": {}}))
    with pytest.raises(BadData, match="issued"):
        FORMATS["rocrate"].write(Content(Graph(), empty, tmp_path, content.settings), tmp_path)


@pytest.mark.parametrize(
    "said,message",
    [("titel: x", "unknown key 'titel'"), ("publisher: Me", "publisher should have"), ("publisher: {nom: x}", "publisher should have"), ("- x", "should be keys"), ("themes: x", "themes should be a list"), ("title: [x]", "title should be a text")],
)  # fmt: skip
def test_settings_that_mean_nothing_are_refused(tmp_path: Path, said: str, message: str) -> None:
    (tmp_path / "catalogue.yml").write_text(said)
    with pytest.raises(BadData, match=message):
        exports.settings(tmp_path)


def test_the_command_writes_what_is_named_and_knows_no_other(built: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    graph = ["-g", str(built / "exports")]
    assert run(["export", "ntriples", *graph, "-o", str(tmp_path / "x")]) == 0
    assert "1 files are in" in capfd.readouterr().err
    assert run(["export", "excel", *graph, "-o", str(tmp_path / "y")]) == 2
    assert "there is no format 'excel'" in capfd.readouterr().err
    assert run(["export", "--list"]) == 0
    assert set(re.findall(r"^(\w+)", capfd.readouterr().out, re.MULTILINE)) == set(FORMATS)
