"""Reproducible Turtle beside rdflib's: prints the CPU seconds that each took to write one graph from memory.

    python benchmarks/turtles.py FILE.nt
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pyoxigraph as ox
import rdflib

from graph_builder.exports import turtle
from graph_builder.model import Literal, Triple
from graph_builder.vocabulary import PREFIXES


def curie(iri: str) -> str:
    """The shortest CURIE of an IRI."""
    prefix = max((name for name, base in PREFIXES.items() if iri.startswith(base)), key=lambda name: len(PREFIXES[name]))
    return f"{prefix}:{iri[len(PREFIXES[prefix]) :]}"


def triples(file: Path) -> list[Triple]:
    """The triples of an N-Triples file in the program's own form."""
    found = []
    for quad in ox.parse(path=str(file), format=ox.RdfFormat.N_TRIPLES):
        thing = quad.object
        value = Literal(thing.value, curie(thing.datatype.value), thing.language or "") if isinstance(thing, ox.Literal) else curie(thing.value)
        found.append(Triple(curie(quad.subject.value), curie(quad.predicate.value), value))
    return found


def main() -> None:
    """Times both writers on one graph."""
    file = Path(sys.argv[1])
    mine = triples(file)
    before = time.process_time()
    sum(map(len, turtle(mine)))
    ours = time.process_time() - before
    graph = rdflib.Graph().parse(file, format="nt")
    for prefix, base in PREFIXES.items():
        graph.bind(prefix, base)
    before = time.process_time()
    graph.serialize(format="turtle")
    print(ours, time.process_time() - before)


if __name__ == "__main__":
    main()
