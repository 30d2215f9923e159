"""Data and shapes in, results out: what breaks a shape, how badly, and the words of the paper where it is the paper that is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from graph_builder.errors import BadData
from graph_builder.vocabulary import ANCHOR, QUOTED_FROM, compact, expand

if TYPE_CHECKING:
    import rdflib

VIOLATION: Final = "violation"
WARNING: Final = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Result:
    """One thing that is wrong: how bad (violation, warning, info), with what, the value that breaks the shape, and the words that say it."""

    severity: str
    focus: str
    message: str
    value: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """All that is wrong with a graph, sorted; it conforms where nothing is a violation."""

    results: tuple[Result, ...]

    @property
    def conforms(self) -> bool:
        """Whether nothing breaks a shape; warnings do not count."""
        return all(result.severity != VIOLATION for result in self.results)


def results(data: rdflib.Graph, shapes: Path) -> Iterator[Result]:
    """What in the data breaks a shape of a file (https://www.w3.org/TR/shacl/); raises BadData where the shapes cannot be read."""
    import pyshacl
    import rdflib

    _, found, _ = pyshacl.validate(data, shacl_graph=rdflib.Graph().parse(shapes), inplace=True)
    if not isinstance(found, rdflib.Graph):
        raise BadData(f"the shapes cannot be read: {found}", file=shapes)
    sh = rdflib.SH
    for result in found.subjects(rdflib.RDF.type, sh.ValidationResult):
        severity = str(found.value(result, sh.resultSeverity)).rpartition("#")[2].casefold()
        message = min(map(str, found.objects(result, sh.resultMessage)), default="")
        value, focus = found.value(result, sh.value), found.value(result, sh.focusNode)
        shown = "" if value is None else compact(str(value))
        yield Result(severity, compact(str(focus)), message, shown, _words(data, focus) if severity == WARNING else "")


def _words(data: rdflib.Graph, focus: rdflib.term.Node | None) -> str:
    """The quotes of a thing, so that a reader can see what the paper says."""
    import rdflib

    quoted, anchor = rdflib.URIRef(expand(QUOTED_FROM)), rdflib.URIRef(expand(ANCHOR))
    return " … ".join(sorted({str(words) for sentence in data.objects(focus, quoted) for words in data.objects(sentence, anchor)}))
