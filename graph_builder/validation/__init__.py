"""A graph in, a report out: what breaks a shape of the ontology, and which counts are beyond belief."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import inf
from pathlib import Path

from graph_builder import lexicon, ntriples
from graph_builder.errors import BadData
from graph_builder.model import Graph
from graph_builder.vocabulary import TYPE, compact

__all__ = ["Report", "Result", "check", "counts"]

VIOLATION, WARNING = "violation", "warning"


@dataclass(frozen=True, slots=True, order=True)
class Result:
    """One thing that is wrong: how bad (violation, warning, info), with what, and the value that breaks the shape where there is one."""

    severity: str
    focus: str
    message: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """All that is wrong with a graph, sorted; it conforms where nothing is a violation."""

    results: tuple[Result, ...]

    @property
    def conforms(self) -> bool:
        """Whether nothing breaks a shape; warnings do not count."""
        return all(result.severity != VIOLATION for result in self.results)


def check(graph: Graph) -> Report:
    """The report of a graph by the shapes of the ontology (https://www.w3.org/TR/shacl/) and the counts of `data/assertions.yml`.

    Raises BadData for an illegal IRI, and for an assertion that cannot be understood.
    """
    return Report(tuple(sorted({*_shapes(graph), *counts(graph, lexicon.data_dir() / "assertions.yml")})))


def _shapes(graph: Graph) -> Iterator[Result]:
    import pyshacl
    import rdflib

    folder = lexicon.ontology_dir()
    data = rdflib.Graph().parse(data="".join(ntriples.lines(graph)), format="nt")
    shapes = rdflib.Graph().parse(folder / "shapes.ttl")
    for path in sorted(folder.glob("*.ttl")):
        if path.name != "shapes.ttl":
            data.parse(path)
    _, found, _ = pyshacl.validate(data, shacl_graph=shapes, inplace=True)
    if not isinstance(found, rdflib.Graph):
        raise BadData(f"the shapes cannot be read: {found}", file=folder / "shapes.ttl")
    sh = rdflib.SH
    for result in found.subjects(rdflib.RDF.type, sh.ValidationResult):
        severity = str(found.value(result, sh.resultSeverity)).rpartition("#")[2].casefold()
        message = min(map(str, found.objects(result, sh.resultMessage)), default="")
        value = found.value(result, sh.value)
        yield Result(severity, compact(str(found.value(result, sh.focusNode))), message, "" if value is None else compact(str(value)))


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
