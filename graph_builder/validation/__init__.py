"""A graph in, a report out: what breaks a shape of the ontology, which counts are beyond belief, and what a data portal misses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import inf
from pathlib import Path

from graph_builder import lexicon, ntriples
from graph_builder.errors import BadData
from graph_builder.model import Graph
from graph_builder.validation.portals import check_catalogue, portals
from graph_builder.validation.results import VIOLATION, WARNING, Report, Result, results
from graph_builder.vocabulary import TYPE

__all__ = ["Report", "Result", "check", "check_catalogue", "counts", "portals"]


def check(graph: Graph) -> Report:
    """The report of a graph by the shapes of the ontology (https://www.w3.org/TR/shacl/) and the counts of `data/assertions.yml`.

    Raises BadData for an illegal IRI, and for an assertion that cannot be understood.
    """
    return Report(tuple(sorted({*_shapes(graph), *counts(graph, lexicon.data_dir() / "assertions.yml")})))


def _shapes(graph: Graph) -> Iterator[Result]:
    import rdflib

    folder = lexicon.ontology_dir()
    data = rdflib.Graph().parse(data="".join(ntriples.lines(graph)), format="nt")
    for path in sorted(folder.glob("*.ttl")):
        if path.name != "shapes.ttl":
            data.parse(path)
    yield from results(data, folder / "shapes.ttl")


def counts(graph: Graph, path: Path) -> Iterator[Result]:
    """What is too often or too seldom in a graph, by a file like `data/assertions.yml`; raises BadData where that cannot be understood."""
    classes = Counter(triple.object for triple in graph if triple.predicate == TYPE)
    for assertion in lexicon.read_yaml(path):
        if not isinstance(assertion, dict) or not {"class"} < assertion.keys() <= {"class", "min", "max", "per"}:
            raise BadData(f"an assertion needs `class:` and `min:` or `max:`, and may have `per:`; this has {assertion!r}", file=path)
        kind, per = assertion["class"], assertion.get("per")
        count, scale = classes[kind], classes[per] if per else 1
        low, high = assertion.get("min", 0) * scale, assertion["max"] * scale if "max" in assertion else inf
        if not low <= count <= high:
            yield Result(WARNING if per else VIOLATION, kind, f"{count} of them, where {low} to {high} can be believed")
