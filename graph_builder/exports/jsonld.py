"""A graph in, one JSON-LD file out: the names of `ontology/context.jsonld`, a line for each thing, all sorted."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any, Final

from graph_builder.exports.content import Content
from graph_builder.lexicon import ontology_dir
from graph_builder.model import Graph, Id, Literal, Triple
from graph_builder.ntriples import iri, term
from graph_builder.vocabulary import PREFIXES, TYPE, compact, expand

FILE: Final = "dataset.jsonld"
CONTEXT: Final = "context.jsonld"
_INTEGER: Final = re.compile(r"0|-?[1-9][0-9]{0,14}")


@dataclass(frozen=True, slots=True)
class Name:
    """How the context calls a property: its key, and the datatype, `@id` or nothing that its plain values have."""

    key: str
    kind: str


def write(content: Content, folder: Path) -> list[Path]:
    """The files `dataset.jsonld`, which holds its context, and `context.jsonld`, the same alone."""
    (folder / CONTEXT).write_text(json.dumps({"@context": context()}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    with (folder / FILE).open("w", encoding="utf-8", newline="\n") as handle:
        handle.writelines(lines(content.graph))
    return [folder / FILE, folder / CONTEXT]


def lines(graph: Graph) -> Iterator[str]:
    """The lines of a JSON-LD 1.1 document (https://www.w3.org/TR/json-ld11/) that holds the triples of a graph, each once."""
    yield f'{{"@context": {json.dumps(context(), ensure_ascii=False)},\n"@graph": [\n'
    ordered = sorted(set(graph), key=lambda triple: (iri(triple.subject), iri(triple.predicate), term(triple.object)))
    end = ""
    for subject, triples in groupby(ordered, key=attrgetter("subject")):
        yield end + json.dumps(_node(subject, list(triples)), ensure_ascii=False)
        end = ",\n"
    yield "\n]}\n"


@cache
def context() -> Mapping[str, Any]:
    """The names of `ontology/context.jsonld`, every prefix of the house, and the own name of each term of the ontology that the file has not."""
    said: dict[str, Any] = json.loads((ontology_dir() / CONTEXT).read_text(encoding="utf-8"))["@context"]
    said |= PREFIXES
    known = names(said)
    for term_iri, kind in sorted(_kinds().items()):
        if term_iri not in known:
            curie = compact(term_iri)
            local = curie.partition(":")[2]
            said[curie if local in said else local] = {"@id": curie, "@type": kind} if kind else curie
    return said


def _kinds() -> dict[str, str]:
    """What the values of each own term are: `@id`, a datatype, or nothing for texts and classes."""
    import pyoxigraph as ox

    kinds, ranges = {}, {}
    for quad in ox.parse(path=ontology_dir() / "civ.ttl", format=ox.RdfFormat.TURTLE):
        subject, value = quad.subject, quad.object
        if isinstance(subject, ox.NamedNode) and isinstance(value, ox.NamedNode) and compact(subject.value).startswith("civ:"):
            if quad.predicate.value == expand(TYPE):
                kinds[subject.value] = compact(value.value)
            elif quad.predicate.value == expand("rdfs:range"):
                ranges[subject.value] = compact(value.value)
    literal = {term: "" if ranges.get(term) == "xsd:string" else ranges.get(term, "") for term in kinds}
    return {term: "@id" if kind == "owl:ObjectProperty" else literal[term] for term, kind in kinds.items() if kind.startswith("owl:")}


def names(context: Mapping[str, Any]) -> dict[str, Name]:
    """What each IRI is called, as a class or a property, by a context."""
    found = {}
    for key, said in context.items():
        if key in PREFIXES or key.startswith("@") or said == "@type":
            continue
        meant = said["@id"] if isinstance(said, dict) else said
        found[iri(meant)] = Name(key, said.get("@type", "") if isinstance(said, dict) else "")
    return found


@cache
def _names() -> Mapping[str, Name]:
    return names(context())


def _node(subject: Id, triples: Sequence[Triple]) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": subject}
    for predicate, group in groupby(triples, key=attrgetter("predicate")):
        name = _names().get(iri(predicate), Name(predicate, ""))
        kind = "@id" if predicate == TYPE else name.kind
        values = [_value(triple.object, kind, names_of=predicate == TYPE) for triple in group]
        node["type" if predicate == TYPE else name.key] = values[0] if len(values) == 1 else values
    return {key: node[key] for key in sorted(node, key=lambda key: ({"@id": 0, "type": 1}.get(key, 2), key))}


def _value(value: Id | Literal, kind: str, *, names_of: bool) -> Any:
    """A value as its property's name allows it to be written: plain where the context says the rest."""
    if not isinstance(value, Literal):
        if names_of:
            return _names().get(iri(value), Name(value, "")).key
        return value if kind == "@id" else {"@id": value}
    if value.language:
        return {"@value": value.value, "@language": value.language}
    if value.datatype == (kind or "xsd:string"):
        return int(value.value) if value.datatype == "xsd:integer" and _INTEGER.fullmatch(value.value) else value.value
    return {"@value": value.value, "@type": value.datatype} if value.datatype != "xsd:string" else {"@value": value.value}
