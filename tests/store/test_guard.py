"""Queries that would reach the network or break the engine do not get to it, and trick strings do."""

from __future__ import annotations

import time

import pytest

from graph_builder.errors import Refused
from graph_builder.store import guard


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }",
        "SELECT * { sErViCe<http://x/>{ ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <http://x/> { ?s ?p ?o } }",
        "SELECT * { # a comment\nSERVICE # another\n?x { ?s ?p ?o } }",
        "SELECT * { FILTER(1 < 2) SERVICE ?x { FILTER(3 > 2) } }",
        "SELECT * { ?s ?p 'a\\'b' SERVICE ?x { } }",
        "PREFIX : <http://x/> SELECT * { SERVICE:x { ?s ?p ?o } }",
        "PREFIX : <http://x/> SELECT * { SERVICE:x\\-y·z# a comment\n{ ?s ?p ?o } }",
        "SELECT * { SERVICESILENT<http://x/>{ ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o.SERVICE <http://x/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p 1SERVICE <http://x/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p trueSERVICE <http://x/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p a:.SERVICE <http://x/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p a:b\\# . SERVICE <http://x/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p a:b\\' . SERVICE <http://x/> { ?s ?p 'o' } }",
        "SELECT * { ?s ?p <http://x/\\u0041#> . SERVICE <http://x/> { ?s ?p ?o } }",
        "SELECT * { FILTER(?a<?b)SERVICE<http://x/>{ ?s ?p ?o } FILTER(?a>?b) }",
        "SELECT * " + "{" * 2304 + "}" * 2304,
        "SELECT * { FILTER(" + "(" * 4864 + "1" + ")" * 4864 + ") }",
        "SELECT * {" + " FILTER EXISTS {" * 832 + "}" * 832 + "}",
        "SELECT * {" + " OPTIONAL { ?s ?p ?o" * 2944 + "}" * 2944 + "}",
        "SELECT * { FILTER(" + "!" * 3000 + "true) }",
        "SELECT (" + "+".join(["1"] * 3000) + " AS ?x) {}",
        "SELECT * {" + " UNION ".join(["{}"] * 8000) + "}",
        "SELECT * { ?s ?p " + "(" * 3000 + ")" * 3000 + "}",
        "SELECT * { ?s ?p " + "[ ?p " * 3000 + "]" * 3000 + "}",
        "SELECT * { ?s ?p '" + "x" * 70_000 + "' }",
        "SELECT * { ?s " + "/".join(["<a:b>"] * 3000) + " ?o }",
    ],
)
def test_refused(query: str) -> None:
    start = time.perf_counter()
    with pytest.raises(Refused):
        guard(query)
    assert time.perf_counter() - start < 1


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s ?p 'SERVICE' }",
        'SELECT * { ?s ?p """a "SERVICE" b""" }',
        "SELECT * { ?s ?p '''it's SERVICE''' }",
        "SELECT * { ?s ?p <http://x/SERVICE> }",
        "PREFIX service: <http://x/> SELECT * { ?s service:of ?service }",
        "SELECT * { ?s ?p ?o } # SERVICE",
        "PREFIX civ: <http://x/> SELECT * { ?s civ:serviceUser ?o ; civ:social-service true }",
        "SELECT * { ?s ?p ?SERVICE . FILTER(?SERVICE != $service) }",
        "SELECT * { ?s ?p '" + "{(" * 3000 + "' }",
    ],
)
def test_let_through(query: str) -> None:
    guard(query)
