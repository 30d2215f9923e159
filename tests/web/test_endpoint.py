"""The endpoint takes what the protocol allows, and turns the rest away with a status that says why."""

from __future__ import annotations

import hashlib
import json
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from graph_builder.web.app import bare
from graph_builder.web.gate import Gate
from graph_builder.web.limits import Limits
from graph_builder.web.protocol import FORM, QUERY, UPDATE
from tests.web.serving import served, store_of

DATA = "@prefix : <urn:> . :s :p :o, 'it is \"so\", he said', 'tab\\there' ."


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return store_of(tmp_path_factory.mktemp("endpoint") / "store", {}, default=DATA)


@pytest.fixture(scope="module")
def client(store: Path) -> Iterator[httpx.Client]:
    app = bare(store, Limits(deadline=3))
    assert isinstance(app, Gate)
    app.patience = 1.0
    with served(app) as address, httpx.Client(base_url=address, timeout=30) as client:
        yield client


@pytest.mark.parametrize(
    "accept,media_type",
    [
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("application/json", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv;q=0.5, text/tab-separated-values", "text/tab-separated-values"),
        ("text/html;q=0.2, text/csv", "text/csv"),
        ("text/*", "text/csv"),
    ],
)
def test_tables_come_in_the_format_that_is_accepted(client: httpx.Client, accept: str, media_type: str) -> None:
    answer = client.get("/sparql", params={"query": "SELECT * WHERE { ?s ?p ?o }"}, headers={"accept": accept} if accept else {})
    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == media_type
    assert len(answer.content) == int(answer.headers["content-length"])


@pytest.mark.parametrize(
    "accept,media_type", [("*/*", "text/turtle"), ("application/ld+json", "application/ld+json"), ("application/n-triples", "application/n-triples")]
)
def test_graphs_come_in_the_format_that_is_accepted(client: httpx.Client, accept: str, media_type: str) -> None:
    answer = client.get("/sparql", params={"query": "CONSTRUCT WHERE { ?s ?p ?o }"}, headers={"accept": accept})
    assert (answer.status_code, answer.headers["content-type"].partition(";")[0]) == (200, media_type)


def test_a_format_that_nobody_has_is_not_acceptable(client: httpx.Client) -> None:
    assert client.get("/sparql", params={"query": "ASK {}"}, headers={"accept": "image/png"}).status_code == 406


@pytest.mark.parametrize(
    "method,path,content,headers,status",
    [
        ("GET", "/sparql?update=CLEAR+ALL", None, {}, 403),
        ("GET", "/sparql?query=CLEAR+ALL", None, {}, 403),
        ("POST", "/sparql", "update=CLEAR+ALL", {"content-type": FORM}, 403),
        ("POST", "/sparql", "CLEAR ALL", {"content-type": UPDATE}, 403),
        ("POST", "/sparql", "INSERT DATA { <urn:a> <urn:b> 1 }", {"content-type": QUERY}, 403),
        ("PUT", "/sparql?default", "<urn:a> <urn:b> 1 .", {"content-type": "text/turtle"}, 403),
        ("DELETE", "/sparql?default", None, {}, 403),
        ("POST", "/sparql", "query=ASK{}", {"content-type": FORM, "origin": "https://evil.example"}, 403),
        ("POST", "/sparql", "query=ASK{}", {"content-type": FORM, "origin": "null"}, 403),
        ("POST", "/sparql", "query=ASK{}", {"content-type": FORM, "sec-fetch-site": "cross-site"}, 403),
        ("GET", "/sparql?query=ASK{}", None, {"host": "rebound.example"}, 403),
        ("GET", "/sparql?query=ASK{}", None, {"host": "localhost:1"}, 200),
        ("GET", "/sparql?query=ASK{}&query=ASK{}", None, {}, 400),
        ("GET", "/sparql?query=%FF", None, {}, 400),
        ("POST", "/sparql", b"ASK {} # \xff", {"content-type": QUERY}, 400),
        ("POST", "/sparql", "ASK {}", {}, 415),
        ("POST", "/sparql", "ASK {}", {"content-type": "text/plain"}, 415),
        ("POST", "/sparql", "ASK {}", {"content-type": QUERY, "content-encoding": "gzip"}, 415),
        ("POST", "/sparql", b"x" * 2_000_000, {"content-type": QUERY}, 413),
        ("GET", "/sparql?query=ASK{}" + "%20" * 4000, None, {}, 414),
        ("GET", "/sparql?query=SELECT+*+{SERVICE<urn:x>{?s+?p+?o}}", None, {}, 400),
        ("GET", "/sparql?query=" + "{" * 2400, None, {}, 400),
        ("GET", "/sparql?query=ASK{", None, {}, 400),
    ],
)
def test_what_is_not_a_question_is_turned_away(
    client: httpx.Client, method: str, path: str, content: str | bytes | None, headers: dict[str, str], status: int
) -> None:
    answer = client.request(method, path, content=content, headers=headers)
    assert answer.status_code == status
    if status >= 400:
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["detail"]
    assert "access-control-allow-origin" not in answer.headers
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_the_store_is_as_it_was_after_all_that(store: Path, client: httpx.Client) -> None:
    def contents() -> str:
        return hashlib.sha256(b"".join(path.read_bytes() for path in sorted(store.iterdir()) if path.suffix == ".sst")).hexdigest()

    before = contents()
    for content in ("CLEAR ALL", "INSERT DATA { <urn:a> <urn:b> 1 }", "LOAD <http://127.0.0.1:9/>"):
        assert client.post("/sparql", data={"update": content}).status_code == 403
    assert contents() == before
    assert client.post("/sparql", data={"query": "SELECT * { ?s ?p ?o }"}).json()["results"]["bindings"].__len__() == 3


def test_a_mistake_has_its_place(client: httpx.Client) -> None:
    problem = client.get("/sparql", params={"query": "SELECT *\nWHERE { ?s unknown:p ?o }"}).json()
    assert (problem["line"], problem["status"]) == (2, 400)
    assert "prefix" in problem["detail"]


def test_known_prefixes_need_not_be_written(client: httpx.Client) -> None:
    assert client.get("/sparql", params={"query": "ASK { ?s civ:atMeeting ?o }"}).json()["boolean"] is False


def talk(client: httpx.Client, *parts: bytes, wait: float = 0.0) -> bytes:
    with socket.create_connection((client.base_url.host, client.base_url.port or 80), timeout=10) as connection:
        for part in parts:
            connection.sendall(part)
            time.sleep(wait)
        connection.settimeout(10)
        return connection.recv(65536)


def test_a_body_that_drips_is_not_waited_for(client: httpx.Client) -> None:
    head = b"POST /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/sparql-query\r\nContent-Length: 100\r\n\r\n"
    assert talk(client, head, b"A", b"S", wait=0.2).startswith(b"HTTP/1.1 408")


def test_a_body_of_unknown_length_is_cut_off(client: httpx.Client) -> None:
    head = b"POST /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/sparql-query\r\nTransfer-Encoding: chunked\r\n\r\n"
    chunk = b"100000\r\n" + b"x" * 0x100000 + b"\r\n"
    assert talk(client, head, chunk, b"5\r\nxxxxx\r\n").startswith(b"HTTP/1.1 413")


def test_who_hangs_up_frees_the_place(store: Path) -> None:
    slow = "SELECT (COUNT(*) AS ?n) WHERE { " + " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(20)) + " }"
    with served(bare(store, Limits(deadline=60, at_once=1, queue=0))) as address, httpx.Client(base_url=address) as client:
        for _ in range(4):
            with pytest.raises(httpx.ReadTimeout):
                client.get("/sparql", params={"query": slow}, timeout=1)
        time.sleep(1)
        assert client.get("/sparql", params={"query": "ASK {}"}).json() == {"head": {}, "boolean": True}


def test_a_query_that_takes_too_long_is_no_answer(client: httpx.Client) -> None:
    slow = "SELECT (COUNT(*) AS ?n) WHERE { " + " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(20)) + " }"
    answer = client.get("/sparql", params={"query": slow})
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "30")
    assert json.loads(answer.content)["status"] == 503
