"""Triples in, the lines of a reproducible Turtle file out: prefixes, subjects, predicates and objects each sorted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from graph_builder.model import Id, Literal, Triple
from graph_builder.ntriples import iri, quoted, term
from graph_builder.vocabulary import PREFIXES, TYPE

# Turtle allows more in a local name; whatever needs an escape there is easier to read in full.
_SIMPLE = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")


def turtle(triples: Iterable[Triple]) -> Iterator[str]:
    """The lines of a Turtle file (https://www.w3.org/TR/turtle/) that holds these triples, each once; raises as `ntriples.iri` does."""
    for prefix, base in sorted(PREFIXES.items()):
        yield f"@prefix {prefix}: <{base}> .\n"
    rows = sorted({(iri(s), _predicate_order(p), _object(o), s, p) for s, p, o in triples})
    for _, group in groupby(rows, key=itemgetter(0)):
        yield from _subject(list(group))


def _subject(rows: list[tuple[str, str, str, Id, Id]]) -> Iterator[str]:
    by_predicate = [(_predicate(p), [row[2] for row in group]) for p, group in groupby(rows, key=itemgetter(4))]
    yield f"\n{_name(rows[0][3])}"
    for index, (predicate, objects) in enumerate(by_predicate):
        end = " .\n" if index == len(by_predicate) - 1 else " ;\n"
        lead = " " if index == 0 else "    "
        yield f"{lead}{predicate} {', '.join(objects)}{end}"


def _predicate_order(predicate: Id) -> str:
    return "" if predicate == TYPE else iri(predicate)


def _predicate(predicate: Id) -> str:
    return "a" if predicate == TYPE else _name(predicate)


@lru_cache(maxsize=1 << 18)
def _name(curie: Id) -> str:
    whole = iri(curie)
    return curie if _SIMPLE.fullmatch(curie.partition(":")[2]) else f"<{whole}>"


def _object(value: Id | Literal) -> str:
    if not isinstance(value, Literal):
        return _name(value)
    if value.language or value.datatype == "xsd:string":
        return term(value)
    return f"{quoted(value.value)}^^{_name(value.datatype)}"
