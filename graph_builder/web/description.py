"""The service's description of itself (https://www.w3.org/TR/sparql11-service-description/): an address in, RDF out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pyoxigraph as ox
from starlette.responses import Response

from graph_builder.vocabulary import PREFIXES
from graph_builder.web import negotiation
from graph_builder.web.results import GRAPH_FORMATS, ROW_FORMATS, triples

_SD: Final = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS: Final = "http://www.w3.org/ns/formats/"
_NAMES: Final = {"json": "SPARQL_Results_JSON", "xml": "SPARQL_Results_XML", "csv": "SPARQL_Results_CSV", "tsv": "SPARQL_Results_TSV"}
_GRAPH_NAMES: Final = {"ttl": "Turtle", "jsonld": "JSON-LD", "nt": "N-Triples", "rdf": "RDF_XML"}


def response(address: str, accept: str | None) -> Response:
    """The description of the endpoint at an address, in the format that is accepted; Turtle where none of ours is."""
    form = negotiation.choose(accept, negotiation.GRAPHS) or "ttl"
    body, _ = triples(describe(address), form, most=1000, size=1_000_000, prefixes={**PREFIXES, "sd": _SD, "formats": _FORMATS})
    return Response(body, 200, {"Vary": "Accept"}, GRAPH_FORMATS[form])


def describe(address: str) -> Iterator[ox.Triple]:
    """The triples that say what the endpoint at an address can do."""
    service, data, graph = (ox.NamedNode(f"{address}#{name}") for name in ("service", "dataset", "default-graph"))
    kind = ox.NamedNode(f"{PREFIXES['rdf']}type")
    yield ox.Triple(service, kind, _sd("Service"))
    yield ox.Triple(service, _sd("endpoint"), ox.NamedNode(address))
    yield ox.Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query"))
    for form in (*ROW_FORMATS, *GRAPH_FORMATS):
        yield ox.Triple(service, _sd("resultFormat"), ox.NamedNode(_FORMATS + {**_NAMES, **_GRAPH_NAMES}[form]))
    yield ox.Triple(service, _sd("defaultDataset"), data)
    yield ox.Triple(data, kind, _sd("Dataset"))
    yield ox.Triple(data, _sd("defaultGraph"), graph)
    yield ox.Triple(graph, kind, _sd("Graph"))


def _sd(name: str) -> ox.NamedNode:
    return ox.NamedNode(_SD + name)
