"""Answers of SPARQL queries compared by value: numbers by what they are, blank nodes by what they are tied to."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.compare import isomorphic

XSD = "http://www.w3.org/2001/XMLSchema#"
RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
INTEGERS = {f"{XSD}{name}" for name in "integer int long short byte nonNegativeInteger positiveInteger negativeInteger nonPositiveInteger".split()}
NUMBERS = {*INTEGERS, *(f"{XSD}{name}" for name in ("decimal", "float", "double"))}
FORMATS = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
Row = dict[str, Any]


def table(content: bytes, form: Any) -> bool | list[Row]:
    """A SPARQL answer as a truth or as rows without what is unbound."""
    found = ox.parse_query_results(content, format=form)
    if isinstance(found, ox.QueryBoolean):
        return bool(found)
    names = [variable.value for variable in found.variables]
    return [{name: solution[name] for name in names if solution[name] is not None} for solution in found]


def expected(path: Path) -> bool | list[Row] | Graph | list[list[str]]:
    """What a file of results holds."""
    forms = {".srx": ox.QueryResultsFormat.XML, ".srj": ox.QueryResultsFormat.JSON, ".tsv": ox.QueryResultsFormat.TSV}
    if path.suffix in forms:
        return table(path.read_bytes(), forms[path.suffix])
    if path.suffix == ".csv":
        return cells(path.read_text(encoding="utf-8"))
    graph = Graph().parse(path)
    sets = list(graph.subjects(None, URIRef(f"{RS}ResultSet")))
    if not sets:
        return graph
    if (truth := graph.value(sets[0], URIRef(f"{RS}boolean"))) is not None:
        return bool(truth.toPython())  # type: ignore[attr-defined]
    return [_row(graph, solution) for solution in graph.objects(sets[0], URIRef(f"{RS}solution"))]


def _row(graph: Graph, solution: Any) -> Row:
    return {
        str(graph.value(binding, URIRef(f"{RS}variable"))): _oxigraph(graph.value(binding, URIRef(f"{RS}value")))
        for binding in graph.objects(solution, URIRef(f"{RS}binding"))
    }


def _oxigraph(term: Any) -> Any:
    if isinstance(term, URIRef):
        return ox.NamedNode(str(term))
    if isinstance(term, BNode):
        return ox.BlankNode(str(term))
    return (
        ox.Literal(str(term), language=term.language) if term.language else ox.Literal(str(term), datatype=ox.NamedNode(str(term.datatype or f"{XSD}string")))
    )


def cells(content: str) -> list[list[str]]:
    """A CSV file, its rows sorted below the header, blank nodes by one name."""
    rows = [["_:" if cell.startswith("_:") else _number(cell) for cell in row] for row in csv.reader(io.StringIO(content, newline=""))]
    return [rows[0], *sorted(rows[1:])]


def same(found: bool | list[Row], wanted: bool | list[Row]) -> bool:
    """Whether two answers are the same by value, in whatever order."""
    if isinstance(found, bool) or isinstance(wanted, bool):
        return found is wanted
    if Counter(map(_key, found)) != Counter(map(_key, wanted)):
        return False
    if not any(isinstance(term, ox.BlankNode) for row in found for term in row.values()):
        return True
    return isomorphic(_graph(found), _graph(wanted))


def same_graph(found: Graph, wanted: Graph) -> bool:
    """Whether two graphs are the same but for the names of blank nodes."""
    return bool(isomorphic(found, wanted))


def _key(row: Row) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, _value(term)) for name, term in row.items()))


def _value(term: Any) -> str:
    if isinstance(term, ox.BlankNode):
        return "_:"
    if isinstance(term, ox.Literal) and term.datatype.value in NUMBERS:
        return f"{_number(term.value)}^^{'integer' if term.datatype.value in INTEGERS else term.datatype.value}"
    if isinstance(term, ox.Literal) and term.datatype.value == f"{XSD}boolean":
        return {"1": "true", "0": "false"}.get(term.value, term.value)
    return str(term)


def _number(text: str) -> str:
    try:
        return str(Decimal(f"{float(text):.12g}").normalize())
    except (ValueError, InvalidOperation):
        return text


def _graph(rows: Iterable[Row]) -> Graph:
    graph = Graph()
    for row in rows:
        node = BNode()
        for name, term in row.items():
            value = BNode(f"b{term.value}") if isinstance(term, ox.BlankNode) else Literal(_value(term))
            graph.add((node, URIRef(f"urn:{name}"), value))
    return graph
