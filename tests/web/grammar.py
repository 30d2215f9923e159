"""Queries made by a grammar: a seed in, a query out that may be right, wrong, cheap or dear."""

from __future__ import annotations

import random

TERMS = (
    "civ:atMeeting",
    "civ:attendee",
    "foaf:name",
    "rdf:type",
    "skos:prefLabel",
    "civ:quotedFrom",
    "nif:anchorOf",
    "civ:heldBy",
    "dcterms:title",
    "!rdf:type",
    "(civ:aboutItem/civ:itemOf)",
    "(rdf:type|!rdf:type)*",
    "^civ:heldBy",
    "civ:text?",
)
VALUES = ("?a", "?b", "?c", "?d", "?e", "civ:Meeting", "foaf:Person", '"Ofsted"', "3", "2.5", "true", "<urn:x>", '"x"@en', "_:n")
TESTS = (
    "?a != ?b",
    "REGEX(STR(?c), '(a+)+b')",
    "STRLEN(STR(?a)) > 4",
    "EXISTS { ?a ?b ?c }",
    "?c > 3",
    "CONTAINS(LCASE(STR(?c)), 'send')",
    "BOUND(?d)",
    "!(?a = ?c)",
    "?c IN (1, 2, 3)",
    "1/0",
    "xsd:integer(?c) < 9",
)
SHAPES = (
    "SELECT * WHERE {g} {end}",
    "SELECT DISTINCT ?a ?c WHERE {g} {end}",
    "ASK {g}",
    "CONSTRUCT {{ ?a <urn:p> ?c }} WHERE {g} {end}",
    "DESCRIBE ?a WHERE {g} {end}",
    "SELECT ?b (COUNT(*) AS ?n) (GROUP_CONCAT(?c) AS ?all) WHERE {g} GROUP BY ?b {end}",
)
ENDS = ("", "LIMIT 10", "ORDER BY ?c LIMIT 5", "OFFSET 3", "ORDER BY DESC(STR(?a))", "LIMIT 0")


def query(seed: int) -> str:
    """The query of a seed; one in ten has a character too many or too few."""
    chance = random.Random(seed)
    text = chance.choice(SHAPES).format(g=_group(chance, 3), end=chance.choice(ENDS))
    if seed % 10 == 0:
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice(("", "}", "(", '"', "\\", "\x00", "é")) + text[at + 1 :]
    return text


def _group(chance: random.Random, depth: int) -> str:
    return "{ " + " ".join(_part(chance, depth) for _ in range(chance.randint(1, 3))) + " }"


def _part(chance: random.Random, depth: int) -> str:
    kinds = ["triple"] * 6 + ["filter", "bind", "values"] + (["optional", "union", "minus", "select", "graph"] if depth else [])
    kind = chance.choice(kinds)
    inner = _group(chance, depth - 1) if depth else "{}"
    return {
        "triple": f"{chance.choice(VALUES[:5])} {chance.choice((*TERMS, '?b'))} {chance.choice(VALUES)} .",
        "filter": f"FILTER({chance.choice(TESTS)})",
        "bind": f"BIND(CONCAT(STR(?a), STR(?c)) AS ?v{chance.randrange(10**6)})",
        "values": "VALUES ?e { 1 2 UNDEF }",
        "optional": f"OPTIONAL {inner}",
        "union": f"{inner} UNION {_group(chance, depth - 1) if depth else '{}'}",
        "minus": f"MINUS {inner}",
        "select": f"{{ SELECT * WHERE {inner} LIMIT 20 }}",
        "graph": f"GRAPH ?g {inner}",
    }[kind]
