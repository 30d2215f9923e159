"""The engine's answer to a query in, the bytes of one of the standard formats out, or a refusal of what is too large."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph as ox

ROW_FORMATS: Final[Mapping[str, str]] = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
}
GRAPH_FORMATS: Final[Mapping[str, str]] = {
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
}
_RDF: Final = {"ttl": ox.RdfFormat.TURTLE, "jsonld": ox.RdfFormat.JSON_LD, "nt": ox.RdfFormat.N_TRIPLES, "rdf": ox.RdfFormat.RDF_XML}
_STRING: Final = "http://www.w3.org/2001/XMLSchema#string"
_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class TooLarge(Exception):
    """An answer with more rows, or more bytes, than one may have."""


class Unwritable(Exception):
    """An answer that this format cannot hold."""


def rows(columns: Sequence[str], solutions: Iterable[Any], form: str, *, most: int, size: int) -> tuple[bytes, int]:
    """A table in one of `ROW_FORMATS`, with the number of its rows; TooLarge beyond `most` rows or `size` bytes."""
    counted = _Counted(solutions, most)
    return _bytes(_WRITERS[form](columns, counted), size), counted.number


def truth(value: bool, form: str) -> bytes:
    """The answer of an ASK query in one of `ROW_FORMATS`."""
    word = "true" if value else "false"
    if form == "json":
        return f'{{"head":{{}},"boolean":{word}}}'.encode()
    if form == "xml":
        return f"{_XML_HEAD}<head/><boolean>{word}</boolean></sparql>".encode()
    return word.encode()


def triples(found: Iterable[Any], form: str, *, most: int, size: int, prefixes: Mapping[str, str]) -> tuple[bytes, int]:
    """A graph in one of `GRAPH_FORMATS`, with the number of its triples; TooLarge beyond `most` triples or `size` bytes."""
    counted = _Counted(found, most)
    content = ox.serialize(counted, format=_RDF[form], prefixes=dict(prefixes) if form == "ttl" else None)
    assert content is not None
    if len(content) > size:
        raise TooLarge(f"the answer has more than {size} bytes")
    return content, counted.number


class _Counted:
    """What is iterated over, with its number; TooLarge when there is more than `most`."""

    def __init__(self, found: Iterable[Any], most: int) -> None:
        self.found, self.most, self.number = found, most, 0

    def __iter__(self) -> Iterator[Any]:
        steps = iter(self.found)
        for one in islice(steps, self.most):
            self.number += 1
            yield one
        if next(steps, None) is not None:
            raise TooLarge(f"the answer has more than {self.most} rows")


def _bytes(pieces: Iterable[str], size: int) -> bytes:
    content = bytearray()
    for piece in pieces:
        content += piece.encode("utf-8")
        if len(content) > size:
            raise TooLarge(f"the answer has more than {size} bytes")
    return bytes(content)


def _json(columns: Sequence[str], solutions: Iterable[Any]) -> Iterator[str]:
    yield f'{{"head":{{"vars":{json.dumps(list(columns), ensure_ascii=False)}}},"results":{{"bindings":['
    for at, solution in enumerate(solutions):
        row = {column: _json_term(term) for column, term in zip(columns, solution, strict=True) if term is not None}
        yield ("," if at else "") + json.dumps(row, ensure_ascii=False, separators=(",", ":"))
    yield "]}}"


def _json_term(term: Any) -> dict[str, Any]:
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, ox.Triple):
        return {"type": "triple", "value": {part: _json_term(getattr(term, part)) for part in ("subject", "predicate", "object")}}
    kind = {"xml:lang": term.language} if term.language else {} if term.datatype.value == _STRING else {"datatype": term.datatype.value}
    return {"type": "literal", "value": term.value, **kind}


_XML_HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">'


def _xml(columns: Sequence[str], solutions: Iterable[Any]) -> Iterator[str]:
    yield f"{_XML_HEAD}<head>" + "".join(f"<variable name={quoteattr(column)}/>" for column in columns) + "</head><results>\n"
    for solution in solutions:
        cells = (f"<binding name={quoteattr(column)}>{_xml_term(term)}</binding>" for column, term in zip(columns, solution, strict=True) if term is not None)
        yield f"<result>{''.join(cells)}</result>\n"
    yield "</results></sparql>\n"


def _xml_term(term: Any) -> str:
    if isinstance(term, ox.Triple):
        parts = (f"<{part}>{_xml_term(getattr(term, part))}</{part}>" for part in ("subject", "predicate", "object"))
        return f"<triple>{''.join(parts)}</triple>"
    if _NO_XML.search(term.value):
        raise Unwritable("a value has a character that XML cannot hold; ask for JSON")
    value = escape(term.value, {"\r": "&#13;"})
    if isinstance(term, ox.NamedNode):
        return f"<uri>{value}</uri>"
    if isinstance(term, ox.BlankNode):
        return f"<bnode>{value}</bnode>"
    if term.language:
        return f"<literal xml:lang={quoteattr(term.language)}>{value}</literal>"
    kind = "" if term.datatype.value == _STRING else f" datatype={quoteattr(term.datatype.value)}"
    return f"<literal{kind}>{value}</literal>"


def _csv(columns: Sequence[str], solutions: Iterable[Any]) -> Iterator[str]:
    yield ",".join(columns) + "\r\n"
    for solution in solutions:
        yield ",".join(_csv_cell(_plain(term)) for term in solution) + "\r\n"


def _plain(term: Any) -> str:
    if term is None:
        return ""
    return str(term) if isinstance(term, ox.BlankNode | ox.Triple) else str(term.value)


def _csv_cell(value: str) -> str:
    return '"' + value.replace('"', '""') + '"' if any(mark in value for mark in '",\r\n') else value


def _tsv(columns: Sequence[str], solutions: Iterable[Any]) -> Iterator[str]:
    yield "\t".join(f"?{column}" for column in columns) + "\n"
    for solution in solutions:
        yield "\t".join("" if term is None else str(term).replace("\t", "\\t") for term in solution) + "\n"


_WRITERS: Final[Mapping[str, Callable[[Sequence[str], Iterable[Any]], Iterator[str]]]] = {"json": _json, "xml": _xml, "csv": _csv, "tsv": _tsv}
