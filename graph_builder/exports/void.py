"""A graph in, its figures out as VoID: triples, subjects, objects, and how many there are of each class and property."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Final

from graph_builder.exports.catalogue import node_of, turtle
from graph_builder.exports.content import Content
from graph_builder.exports.triples import Node, Triples
from graph_builder.model import Literal
from graph_builder.ntriples import iri
from graph_builder.vocabulary import BASE, PREFIXES, TYPE

FILE: Final = "void.ttl"
_DUMPS: Final = ("dataset.nt", "graph.ttl", "evidence.ttl", "dataset.jsonld")


def write(content: Content, folder: Path) -> list[Path]:
    """The file `void.ttl` (https://www.w3.org/TR/void/)."""
    say = Triples()
    dataset = say.node(node_of(content), "void:Dataset")
    triples = set(content.graph)
    _count(dataset, "triples", len(triples))
    _count(dataset, "distinctSubjects", len({triple.subject for triple in triples}))
    _count(dataset, "distinctObjects", len({triple.object for triple in triples}))
    classes = Counter(iri(triple.object) for triple in triples if triple.predicate == TYPE and not isinstance(triple.object, Literal))
    properties = Counter(iri(triple.predicate) for triple in triples)
    _parts(say, dataset, "class", classes)
    _parts(say, dataset, "property", properties)
    used = {name for name in (*classes, *properties)}
    for base in sorted(PREFIXES.values()):
        if any(name.startswith(base) for name in used):
            dataset.link("void:vocabulary", base)
    dataset.literal("void:uriSpace", f"{BASE}id/")
    for name in _DUMPS:
        if content.settings.address and (folder / name).is_file():
            dataset.link("void:dataDump", f"{content.settings.address.rstrip('/')}/{name}")
    (folder / FILE).write_text(turtle(say.graph), encoding="utf-8", newline="\n")
    return [folder / FILE]


def _count(node: Node, what: str, number: int) -> None:
    node.literal(f"void:{what}", str(number), "xsd:integer")


def _parts(say: Triples, dataset: Node, what: str, counted: Counter[str]) -> None:
    """The partitions by class or by property: entities of the one, triples of the other."""
    _count(dataset, {"class": "classes", "property": "properties"}[what], len(counted))
    for name, number in counted.items():
        part = say.node(f"{dataset.iri}#{what}-{name.rpartition('/')[2].replace('#', '-')}", "void:Dataset")
        part.link(f"void:{what}", name)
        _count(part, {"class": "entities", "property": "triples"}[what], number)
        dataset.link(f"void:{what}Partition", part)
