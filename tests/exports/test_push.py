"""A dataset is sent to a real Oxigraph server in parts, taken up again where it broke off, and never half replaced."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest

from graph_builder.cli import run
from graph_builder.errors import NothingUsable, Refused
from graph_builder.exports.push import Store, push

OLD = b'<https://example.org/old> <https://example.org/p> "old" .\n'
TARGET = "https://example.org/dataset"
NEW = b"".join(f'<https://example.org/{number:04}> <https://example.org/p> "{number}" .\n'.encode() for number in range(95))


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an Oxigraph server that runs for these tests."""
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
    if program is None:
        pytest.skip("the Oxigraph server is not in this environment")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    process = subprocess.Popen([program, "serve", "--location", tmp_path_factory.mktemp("oxigraph"), "--bind", place], stderr=subprocess.DEVNULL)
    for _ in range(100):
        try:
            urlopen(f"http://{place}/").read()
            break
        except URLError:
            time.sleep(0.1)
    yield f"http://{place}"
    process.terminate()
    process.wait()


@pytest.fixture
def empty(server: str) -> str:
    """The server with nothing in it but an old graph where the new one shall be."""
    urlopen(Request(f"{server}/update", b"DROP ALL", {"Content-Type": "application/sparql-update"}))
    put(server, TARGET, OLD)
    return server


def put(server: str, graph: str, data: bytes) -> None:
    urlopen(Request(f"{server}/store?{urlencode({'graph': graph})}", data, {"Content-Type": "application/n-triples"}, method="PUT"))


def graphs(server: str) -> dict[str, int]:
    """How many triples each graph of the server has."""
    query = "SELECT ?g (COUNT(*) AS ?n) WHERE { { GRAPH ?g { ?s ?p ?o } } UNION { ?s ?p ?o BIND(<default:> AS ?g) } } GROUP BY ?g"
    request = Request(f"{server}/query", query.encode(), {"Content-Type": "application/sparql-query", "Accept": "application/sparql-results+json"})
    rows = json.loads(urlopen(request).read())["results"]["bindings"]
    return {row["g"]["value"]: int(row["n"]["value"]) for row in rows}


class Proxy:
    """Stands before a server and breaks the connection at chosen requests: what a bad line does."""

    def __init__(self, server: str, *, fail: frozenset[int] = frozenset(), status: int = 0) -> None:
        self.seen: list[str] = []
        proxy = self

        class Handler(BaseHTTPRequestHandler):
            def handle_any(self) -> None:
                proxy.seen.append(f"{self.command} {self.path.partition('?')[0]}")
                data = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                if len(proxy.seen) in fail:
                    if status:
                        self.send_error(status)
                    self.close_connection = True
                    return
                passed = {name: value for name, value in self.headers.items() if name in ("Content-Type", "Accept", "Authorization")}
                try:
                    with urlopen(Request(server + self.path, data or None, passed, method=self.command)) as answer:
                        body, code = answer.read(), answer.status
                except HTTPError as error:
                    body, code = error.read(), error.code
                self.send_response(code)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            do_GET = do_POST = do_PUT = do_DELETE = handle_any

            def log_message(self, *_: object) -> None:
                pass

        self.http = HTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.http.serve_forever, args=(0.02,), daemon=True).start()
        self.url = f"http://127.0.0.1:{self.http.server_port}/store"

    def close(self) -> None:
        self.http.shutdown()
        self.http.server_close()


def test_the_named_graph_is_replaced_and_nothing_else(empty: str, tmp_path: Path) -> None:
    put(empty, "https://example.org/other", OLD)
    told: list[tuple[int, int]] = []
    assert push(NEW, Store(f"{empty}/store"), graph=TARGET, ledger=tmp_path / "l.json", size=10, tell=lambda *at: told.append(at)) == 95
    assert graphs(empty) == {TARGET: 95, "https://example.org/other": 1}
    assert told == [(number, 10) for number in range(1, 11)]
    assert list(tmp_path.iterdir()) == []


def test_the_default_graph_is_replaced(empty: str, tmp_path: Path) -> None:
    push(NEW, Store(f"{empty}/store"), ledger=tmp_path / "l.json")
    assert graphs(empty) == {TARGET: 1, "default:": 95}


def test_pushing_again_changes_nothing(empty: str, tmp_path: Path) -> None:
    for _ in range(2):
        push(NEW, Store(f"{empty}/store"), graph=TARGET, ledger=tmp_path / "l.json", size=10)
    assert graphs(empty) == {TARGET: 95}


@pytest.mark.parametrize("broken", range(1, 14))
def test_wherever_it_breaks_off_the_old_graph_stands_and_the_next_push_goes_on(empty: str, tmp_path: Path, broken: int) -> None:
    """The requests are: one to clear, ten parts, one to count, one to switch."""
    ledger = tmp_path / "l.json"
    first = Proxy(empty, fail=frozenset((broken,)))
    with pytest.raises(NothingUsable, match="nothing was replaced"):
        push(NEW, Store(first.url, f"{empty}/update" if broken < 13 else first.url.replace("/store", "/update")), graph=TARGET, ledger=ledger, size=10)
    first.close()
    assert graphs(empty)[TARGET] == 1
    second = Proxy(empty)
    push(NEW, Store(second.url, f"{empty}/update"), graph=TARGET, ledger=ledger, size=10)
    second.close()
    assert graphs(empty) == {TARGET: 95}


def test_parts_that_arrived_are_not_sent_again(empty: str, tmp_path: Path) -> None:
    proxy = Proxy(empty, fail=frozenset((7,)))
    for attempt in range(2):
        if attempt == 0:
            with pytest.raises(NothingUsable):
                push(NEW, Store(proxy.url), graph=TARGET, ledger=tmp_path / "l.json", size=10)
        else:
            push(NEW, Store(proxy.url), graph=TARGET, ledger=tmp_path / "l.json", size=10)
    proxy.close()
    # five parts arrived before the sixth was lost; then one look at what is there, the five that are missing, the count and the switch
    assert proxy.seen == ["DELETE /store", *["POST /store"] * 6, "GET /store", *["POST /store"] * 5, "GET /store", "POST /update"]
    assert graphs(empty) == {TARGET: 95}


def test_what_a_push_of_an_older_build_left_is_taken_out(empty: str, tmp_path: Path) -> None:
    proxy = Proxy(empty, fail=frozenset((5,)))
    with pytest.raises(NothingUsable):
        push(NEW, Store(proxy.url), graph=TARGET, ledger=tmp_path / "l.json", size=10)
    push(b"".join(NEW.splitlines(keepends=True)[:20]), Store(proxy.url), graph=TARGET, ledger=tmp_path / "l.json", size=10)
    proxy.close()
    assert list(graphs(empty)) == [TARGET]


def test_a_store_that_lost_what_was_sent_gets_all_again(empty: str, tmp_path: Path) -> None:
    proxy = Proxy(empty, fail=frozenset((7,)))
    with pytest.raises(NothingUsable):
        push(NEW, Store(proxy.url), graph=TARGET, ledger=tmp_path / "l.json", size=10)
    urlopen(Request(f"{empty}/update", b"DROP ALL", {"Content-Type": "application/sparql-update"}))
    push(NEW, Store(proxy.url), graph=TARGET, ledger=tmp_path / "l.json", size=10)
    proxy.close()
    assert graphs(empty) == {TARGET: 95}


def test_a_store_that_lost_a_part_is_found_out_before_anything_is_replaced(empty: str, tmp_path: Path) -> None:
    proxy = Proxy(empty, fail=frozenset((12,)))  # the count
    with pytest.raises(NothingUsable):
        push(NEW, Store(proxy.url), graph=TARGET, ledger=tmp_path / "l.json", size=10)
    lost = b"DELETE WHERE { GRAPH ?g { <https://example.org/0042> ?p ?o } }"
    urlopen(Request(f"{empty}/update", lost, {"Content-Type": "application/sparql-update"}))
    with pytest.raises(NothingUsable, match="94 of 95"):
        push(NEW, Store(proxy.url), graph=TARGET, ledger=tmp_path / "l.json", size=10)
    assert graphs(empty)[TARGET] == 1
    push(NEW, Store(proxy.url), graph=TARGET, ledger=tmp_path / "l.json", size=10)
    proxy.close()
    assert graphs(empty) == {TARGET: 95}


def test_a_store_that_refuses_is_named(empty: str, tmp_path: Path) -> None:
    proxy = Proxy(empty, fail=frozenset(range(2, 99)), status=401)
    with pytest.raises(Refused, match="401"):
        push(NEW, Store(proxy.url), graph=TARGET, ledger=tmp_path / "l.json")
    proxy.close()
    assert graphs(empty) == {TARGET: 1}


@pytest.mark.parametrize(
    "url,update",
    [
        ("http://localhost:7878/store", "http://localhost:7878/update"),
        ("http://localhost:3030/ds/data", "http://localhost:3030/ds/update"),
        ("http://localhost:3030/ds/data?x=1", "http://localhost:3030/ds/update"),
    ],
)
def test_updates_go_beside_the_graphs(url: str, update: str) -> None:
    assert Store(url).update_url == update
    assert Store(url, "http://localhost/u").update_url == "http://localhost/u"


def test_a_password_is_sent_and_not_shown(empty: str, tmp_path: Path) -> None:
    store = Store(f"{empty}/store", user="ann", password="secret")
    push(NEW, store, graph=TARGET, ledger=tmp_path / "l.json")
    assert "secret" not in repr(store)


def test_the_command_sends_what_was_published(empty: str, built: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    words = ["push", f"{empty}/store", "-g", str(built / "exports"), "--state", str(tmp_path)]
    assert run([*words, "--into", TARGET]) == 0
    published = len((built / "exports/dataset.nt").read_bytes().splitlines())
    assert graphs(empty) == {TARGET: published}
    assert f"{published} triples" in capfd.readouterr().err
    assert run(["push", "http://127.0.0.1:9/store", "-g", str(built / "exports"), "--state", str(tmp_path), "--into", TARGET]) == 69
    assert run(["push", "ftp://127.0.0.1/store", "-g", str(built / "exports"), "--state", str(tmp_path)]) == 2
