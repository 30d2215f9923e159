"""Nodes and what is said of them in, an rdflib graph without blank nodes and without empty values out: for descriptions of a dataset."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph_builder.vocabulary import PREFIXES

if TYPE_CHECKING:
    import rdflib

NAMESPACES: Final = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "void": "http://rdfs.org/ns/void#",
    **{prefix: PREFIXES[prefix] for prefix in ("dcterms", "foaf", "rdf", "rdfs", "skos", "xsd")},
}


def iri_of(name: str) -> str:
    """The IRI of a CURIE of `NAMESPACES`; an IRI as it is."""
    prefix, _, local = name.partition(":")
    return NAMESPACES[prefix] + local if prefix in NAMESPACES else name


class Triples:
    """A graph in the making."""

    def __init__(self) -> None:
        import rdflib

        self.graph = rdflib.Graph(bind_namespaces="none")
        for prefix, base in NAMESPACES.items():
            self.graph.bind(prefix, base)

    def node(self, iri: str, *kinds: str) -> Node:
        """A node with its classes."""
        node = Node(self.graph, iri)
        for kind in kinds:
            node.link("rdf:type", kind)
        return node


class Node:
    """One thing of a graph; what is said with an empty value is not said."""

    def __init__(self, graph: rdflib.Graph, iri: str) -> None:
        self.graph, self.iri = graph, iri

    def link(self, predicate: str, value: Node | str) -> None:
        """Another node, or its IRI, as a value."""
        import rdflib

        other = value.iri if isinstance(value, Node) else value
        if other:
            self.graph.add((rdflib.URIRef(self.iri), rdflib.URIRef(iri_of(predicate)), rdflib.URIRef(iri_of(other))))

    def text(self, predicate: str, value: str, language: str = "") -> None:
        """A text, in a language where one is given."""
        import rdflib

        if value:
            self.graph.add((rdflib.URIRef(self.iri), rdflib.URIRef(iri_of(predicate)), rdflib.Literal(value, lang=language or None)))

    def literal(self, predicate: str, value: str, datatype: str = "xsd:string") -> None:
        """A value of a datatype, in the lexical form that is given."""
        import rdflib

        kind = rdflib.URIRef(iri_of(datatype))
        self.graph.add((rdflib.URIRef(self.iri), rdflib.URIRef(iri_of(predicate)), rdflib.Literal(value, datatype=kind, normalize=False)))
