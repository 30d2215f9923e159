"""The W3C's tests of SPARQL 1.1 as values: a folder of manifests in, cases out."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rdflib import RDF, BNode, Graph, Namespace, URIRef
from rdflib.collection import Collection

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
RDFS_LABEL = URIRef("http://www.w3.org/2000/01/rdf-schema#label")
EVALUATION = (
    "aggregates",
    "bind",
    "bindings",
    "cast",
    "construct",
    "exists",
    "functions",
    "grouping",
    "negation",
    "project-expression",
    "property-path",
    "subquery",
)
RESULTS = ("csv-tsv-res", "json-res")


@dataclass(frozen=True)
class Case:
    """One test: its name and kind, the query, the graphs it is asked of, and the file with what it answers."""

    name: str
    kind: str
    query: Path
    default: tuple[Path, ...] = ()
    named: tuple[Path, ...] = ()
    result: Path | None = None


@dataclass(frozen=True)
class Exchange:
    """One request of a test of the protocol, and what is expected of its answer."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    statuses: tuple[str, ...]
    format: str = ""
    boolean: bool | None = None


@dataclass(frozen=True)
class Conversation:
    """One test of the protocol: its requests, and the graphs that are there before."""

    name: str
    exchanges: tuple[Exchange, ...]
    graphs: tuple[tuple[str, Path], ...] = ()


def address(path: Path) -> str:
    """The name of a file's graph."""
    return path.as_uri()


def cases(root: Path, folder: str) -> Iterator[Case]:
    """The tests of a folder whose query can be read or not, and which may have data and a result."""
    graph = _manifest(root / folder / "manifest.ttl")
    for entry in _entries(graph):
        action, result = graph.value(entry, MF.action), graph.value(entry, MF.result)
        query = graph.value(action, QT.query) or action
        if not isinstance(query, URIRef) or not str(query).endswith(".rq"):
            continue
        named = tuple(_path(node) for node in graph.objects(action, QT.graphData) if isinstance(node, URIRef))
        default = tuple(_path(node) for node in graph.objects(action, QT.data))
        kind = str(graph.value(entry, RDF.type)).rpartition("#")[2]
        yield Case(f"{folder}/{str(entry).rpartition('#')[2]}", kind, _path(query), default, named, _path(result) if isinstance(result, URIRef) else None)


def conversations(root: Path) -> Iterator[Conversation]:
    """The tests of the protocol."""
    graph = _manifest(root / "protocol/manifest.ttl")
    for entry in _entries(graph):
        action = graph.value(entry, MF.action)
        requests = Collection(graph, graph.value(action, HT.requests))
        data = tuple((str(graph.value(node, RDFS_LABEL)), _path(graph.value(node, UT.graph))) for node in graph.objects(entry, UT.graphData))
        yield Conversation(str(entry).rpartition("#")[2], tuple(_exchange(graph, request) for request in requests), data)


def _exchange(graph: Graph, request: Any) -> Exchange:
    headers = {}
    if (node := graph.value(request, HT.headers)) is not None:
        headers = {str(graph.value(one, HT.fieldName)): str(graph.value(one, HT.fieldValue)) for one in Collection(graph, node)}
    body = graph.value(request, HT.body)
    encoding = str(graph.value(body, CNT.characterEncoding) or "UTF-8")
    mark = codecs.BOM_UTF16_LE if encoding == "UTF-16" else b""
    content = str(graph.value(body, CNT.chars) or "").encode("utf-16-le" if mark else "utf-8")
    answer = graph.value(request, HT.resp)
    boolean = graph.value(answer, MF.expectedBoolean)
    statuses = tuple(sorted(str(status).rpartition("StatusCode")[2] for status in graph.objects(answer, MF.expectedStatus)))
    return Exchange(
        str(graph.value(request, HT.methodName)), str(graph.value(request, HT.absolutePath)), headers, mark + content, statuses,
        str(graph.value(answer, MF.expectedFormat) or ""), None if boolean is None else bool(boolean.toPython()),
    )  # fmt: skip


def _manifest(path: Path) -> Graph:
    return Graph().parse(path, format="turtle", publicID=path.as_uri())


def _entries(graph: Graph) -> Iterator[Any]:
    for manifest in graph.subjects(RDF.type, MF.Manifest):
        if not isinstance(manifest, BNode) and (entries := graph.value(manifest, MF.entries)) is not None:
            yield from Collection(graph, entries)


def _path(node: Any) -> Path:
    return Path(str(node).removeprefix("file://"))


def updates(root: Path) -> Iterator[tuple[str, Path, bool]]:
    """The tests of how updates are written: name, file, and whether it can be read."""
    for folder in ("syntax-update-1", "syntax-update-2", "delete-insert"):
        graph = _manifest(root / folder / "manifest.ttl")
        for entry in _entries(graph):
            kind = str(graph.value(entry, RDF.type))
            if "SyntaxTest" in kind:
                yield f"{folder}/{str(entry).rpartition('#')[2]}", _path(graph.value(entry, MF.action)), "Positive" in kind
