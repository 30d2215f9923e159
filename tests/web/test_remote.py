"""The same answers from a store on this disk, from our own server, and from a real Oxigraph server."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph_builder import store
from graph_builder.cli import run
from graph_builder.errors import BadData, Busy, MissingInput, UsageError
from graph_builder.web.limits import Limits
from graph_builder.web.site import application
from tests.web.serving import served
from tests.web.sites import publish

QUESTION = "SELECT ?person ?name ?confidence WHERE { ?person foaf:name ?name OPTIONAL { ?person civ:confidence ?confidence } } ORDER BY ?name"
COMMANDS = (
    ("query", "attendance", "--format", "csv"),
    ("query", "evidence", "--param", "id=id:person/ashford/smith-j", "--format", "json"),
    ("query", "-e", QUESTION, "--format", "tsv"),
    ("query", "-e", "SELECT (63.0 AS ?a) ('x'@en AS ?b) (1e0 AS ?c) (true AS ?d) (<urn:x> AS ?e) (?no AS ?f) WHERE {}", "--format", "json"),
    ("trace", "SEND Inspection", "--format", "json"),
    ("trace", "Jane Smith", "--format", "md"),
    ("show", "Jane Smith"),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(tmp_path_factory.mktemp("remote") / "exports")


@pytest.fixture(scope="module")
def ours(folder: Path) -> Iterator[str]:
    with served(application(folder, limits=Limits())) as address:
        yield f"{address}/sparql"


@pytest.fixture(scope="module")
def theirs(folder: Path) -> Iterator[str]:
    """A real Oxigraph server over the same store."""
    program = shutil.which("oxigraph") or shutil.which("oxigraph", path=str(Path(sys.executable).parent))
    if program is None:
        pytest.skip("oxigraph's own server is not installed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [program, "serve-read-only", "--location", folder / "store" / ("1" * 16), "--bind", f"127.0.0.1:{port}"], stderr=subprocess.DEVNULL
    )
    until = time.monotonic() + 30
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            break
        except OSError:
            assert process.poll() is None, "the server did not start"
            time.sleep(0.1)
    yield f"http://127.0.0.1:{port}/query"
    process.terminate()
    process.wait(10)


@pytest.fixture
def told(capfd: pytest.CaptureFixture[str]) -> Callable[..., str]:
    def tell(*words: object) -> str:
        assert run([str(word) for word in words]) == 0
        return capfd.readouterr().out

    return tell


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_the_same_answers_from_everywhere(command: tuple[str, ...], folder: Path, ours: str, theirs: str, told: Callable[..., str]) -> None:
    here = told(*command, "--graph", folder)
    assert len(here) > 20
    assert told(*command, "--endpoint", ours) == here
    assert told(*command, "--endpoint", theirs) == here


def test_the_same_map_from_everywhere(folder: Path, ours: str, theirs: str, tmp_path: Path, told: Callable[..., str]) -> None:
    maps = []
    for number, where in enumerate((("--graph", folder), ("--endpoint", ours), ("--endpoint", theirs))):
        told("map", *where, "-o", tmp_path / f"{number}.html")
        maps.append((tmp_path / f"{number}.html").read_bytes())
    assert maps[0] == maps[1] == maps[2]


def test_an_endpoint_counts_its_triples(folder: Path, ours: str) -> None:
    assert len(store.open_endpoint(ours)) == len(store.open_dataset(folder))


@pytest.mark.parametrize(
    "query,error",
    [("SELECT", UsageError), ("ASK {}", UsageError), ("INSERT DATA { <urn:a> <urn:b> 1 }", MissingInput)],
)
def test_what_an_endpoint_refuses_is_one_sentence(query: str, error: type[Exception], ours: str) -> None:
    with pytest.raises(error):
        store.open_endpoint(ours).select(query)


def test_an_endpoint_that_is_busy_is_busy(folder: Path) -> None:
    slow = "SELECT (COUNT(*) AS ?n) WHERE { " + " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(20)) + " }"
    with served(application(folder, limits=Limits(deadline=0.6))) as address, pytest.raises(Busy):
        store.open_endpoint(f"{address}/sparql").select(slow)


@pytest.mark.parametrize("address", ["file:///etc/hostname", "ftp://x/y", "sparql", "http://", "javascript:1"])
def test_only_addresses_of_the_web_are_endpoints(address: str) -> None:
    with pytest.raises(UsageError):
        store.open_endpoint(address)


def test_who_does_not_answer_or_answers_something_else_is_named(ours: str) -> None:
    with pytest.raises(MissingInput):
        store.open_endpoint("http://127.0.0.1:9/sparql").select("SELECT * {}")
    with pytest.raises((BadData, MissingInput)):
        store.open_endpoint(ours.replace("/sparql", "/about")).select("SELECT * {}")
