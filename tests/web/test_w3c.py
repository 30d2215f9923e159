"""The W3C's tests of SPARQL 1.1, over HTTP; the update half by a writable server that lives in tests/ alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, cast

import httpx
import pyoxigraph as ox
import pytest
from rdflib import RDF, Graph, Namespace, URIRef

from graph_builder.web.app import bare
from graph_builder.web.limits import Limits
from tests.web import values, w3c
from tests.web.serving import served, store_of
from tests.web.writable import writable

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
NOWHERE = "urn:nowhere"
EMPTY_PATH = "a path of no length from a term that no triple of the graph has gives nothing"
MISSES = {
    "aggregates/agg-empty-group-count-graph": "a group over no rows inside GRAPH ?g loses ?g",
    "aggregates/agg-groupconcat-04": "the engine keeps the language of what it joins",
    "aggregates/agg-groupconcat-06": "the engine keeps the language of what it joins",
    "bindings/graph": "UNDEF for the name of the graph stays unbound inside GRAPH ?g",
    "functions/bnode01": "BNODE(label) is one node for the whole answer, not one for each row",
    "negation/graph-minus": "MINUS inside GRAPH ?g compares ?g too",
    "property-path/zero_or_more_set_end": EMPTY_PATH,
    "property-path/zero_or_more_set_start": EMPTY_PATH,
    "property-path/zero_or_one_set_end": EMPTY_PATH,
    "property-path/zero_or_one_set_start": EMPTY_PATH,
}
"""What the engine (oxigraph 0.5) answers otherwise than the tests want; all else in the suite is answered as they want it."""


class Suite(NamedTuple):
    root: Path
    client: httpx.Client


@pytest.fixture(scope="module")
def suite(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Suite]:
    root = shared / "w3c-sparql11"
    used = (path for folder in (*w3c.EVALUATION, *w3c.RESULTS) for case in w3c.cases(root, folder) for path in (*case.default, *case.named))
    store = store_of(tmp_path_factory.mktemp("w3c") / "store", {w3c.address(path): path for path in sorted(set(used))})
    with served(bare(store, Limits())) as address, httpx.Client(base_url=address, timeout=30) as client:
        yield Suite(root, client)


def ask(suite: Suite, case: w3c.Case, accept: str) -> httpx.Response:
    """The query with the file's address as its base, asked of the graphs that the test names."""
    query = case.query.read_text(encoding="utf-8")
    fields: dict[str, str | list[str]] = {"query": f"BASE <{w3c.address(case.query)}> {query}"}
    if "FROM" not in query:
        fields["default-graph-uri"] = [w3c.address(path) for path in case.default] or [NOWHERE]
        fields["named-graph-uri"] = [w3c.address(path) for path in case.named]
    return suite.client.post("/sparql", data=fields, headers={"accept": accept})


def passes(suite: Suite, case: w3c.Case) -> bool:
    assert case.result is not None
    wanted = values.expected(case.result)
    if isinstance(wanted, Graph):
        answer = ask(suite, case, "text/turtle")
        return answer.status_code == 200 and values.same_graph(Graph().parse(data=answer.content, format="turtle"), wanted)
    if case.result.suffix == ".csv":
        answer = ask(suite, case, "text/csv")
        return answer.headers["content-type"].startswith("text/csv") and values.cells(answer.text) == wanted
    answers = {accept: ask(suite, case, accept) for accept in values.FORMATS}
    if any(answer.status_code != 200 for answer in answers.values()):
        return False
    asked = (accept for accept in answers if not (isinstance(wanted, bool) and "tab" in accept))
    return all(values.same(values.table(answers[accept].content, values.FORMATS[accept]), cast("bool | list[values.Row]", wanted)) for accept in asked)


def test_query_evaluation_and_result_formats(suite: Suite) -> None:
    cases = [case for folder in (*w3c.EVALUATION, *w3c.RESULTS) for case in w3c.cases(suite.root, folder) if case.result]
    assert sum(case.kind == "QueryEvaluationTest" for case in cases) == 232
    assert sum(case.kind == "CSVResultFormatTest" for case in cases) == 3
    assert sorted(case.name for case in cases if not passes(suite, case)) == sorted(MISSES)


def test_syntax_of_queries(suite: Suite) -> None:
    cases = [case for folder in (*w3c.EVALUATION, "syntax-query") for case in w3c.cases(suite.root, folder) if "Syntax" in case.kind]
    assert len(cases) == 103
    statuses = {case.name: ask(suite, case, "*/*").status_code for case in cases}
    assert [case.name for case in cases if (statuses[case.name] == 400) == case.kind.startswith("Positive")] == []


def test_syntax_of_updates(shared: Path) -> None:
    root, found = shared / "w3c-sparql11", {}
    with served(writable(ox.Store())) as address, httpx.Client(base_url=address) as client:
        for name, path, good in w3c.updates(root):
            answer = client.post("/sparql/", content=path.read_bytes(), headers={"content-type": "application/sparql-update"})
            found[name] = (answer.status_code != 400, good)
    assert len(found) == 63
    assert [name for name, (taken, good) in found.items() if taken != good] == []


def test_protocol(shared: Path) -> None:
    root = shared / "w3c-sparql11"
    conversations = list(w3c.conversations(root))
    assert len(conversations) == 34
    store = ox.Store()
    with served(writable(store)) as address, httpx.Client(base_url=address) as client:
        assert [conversation.name for conversation in conversations if not all(holds(store, client, conversation))] == []


def holds(store: ox.Store, client: httpx.Client, conversation: w3c.Conversation) -> Iterator[bool]:
    store.clear()
    for name, path in conversation.graphs:
        store.load(path.read_bytes(), format=ox.RdfFormat.N_TRIPLES, to_graph=ox.NamedNode(name))
    for exchange in conversation.exchanges:
        yield fits(exchange, client.request(exchange.method, exchange.path, headers=exchange.headers, content=exchange.body or None))


def fits(exchange: w3c.Exchange, answer: httpx.Response) -> bool:
    kind = answer.headers.get("content-type", "").partition(";")[0]
    if not any(str(answer.status_code)[0] == status[0] for status in exchange.statuses):
        return False
    if exchange.format == "RDF":
        return kind in ("text/turtle", "application/rdf+xml", "application/ld+json", "application/n-triples")
    if exchange.format:
        found = values.table(answer.content, values.FORMATS[kind])
        return isinstance(found, bool) == (exchange.format == "boolean") and exchange.boolean in (None, found)
    return True


@pytest.mark.parametrize("accept,form", [("text/turtle", "turtle"), ("application/ld+json", "json-ld"), ("application/rdf+xml", "xml"), ("*/*", "turtle")])
def test_service_description(suite: Suite, accept: str, form: str) -> None:
    answer = suite.client.get("/sparql", headers={"accept": accept})
    assert answer.status_code == 200
    graph = Graph().parse(data=answer.content, format=form)
    (service,) = graph.subjects(RDF.type, SD.Service)
    assert (service, SD.endpoint, URIRef(f"{suite.client.base_url}/sparql".replace("//sparql", "/sparql"))) in graph
    assert set(graph.objects(service, SD.supportedLanguage)) == {SD.SPARQL11Query}
    (dataset,) = graph.objects(service, SD.defaultDataset)
    assert (dataset, RDF.type, SD.Dataset) in graph
    assert (graph.value(dataset, SD.defaultGraph), RDF.type, SD.Graph) in graph
