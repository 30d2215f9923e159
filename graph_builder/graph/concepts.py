"""The concepts that a graph speaks of, with their English labels, so that the graph can be read and queried without the ontology."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from graph_builder.lexicon import ontology_dir, overlays
from graph_builder.model import Id, Literal, Triple
from graph_builder.vocabulary import BASE, LABEL, PREFIXES, TYPE, expand

CONCEPT = "skos:Concept"
_SCHEMES = frozenset(prefix for prefix, base in PREFIXES.items() if base.startswith(f"{BASE}def/") and base.endswith("/"))


def concepts(triples: Iterable[Triple]) -> Iterator[Triple]:
    """A type and a label for each concept that is an object of the triples.

    A concept that the ontology lacks is labelled by the words of its id; the shapes report it.
    """
    labels = _labels()
    used = {triple.object for triple in triples if isinstance(triple.object, str) and triple.object.partition(":")[0] in _SCHEMES}
    for concept in used:
        yield Triple(concept, TYPE, CONCEPT)
        yield Triple(concept, LABEL, labels.get(expand(concept)) or _words(concept))


def _words(concept: Id) -> Literal:
    return Literal(concept.partition(":")[2].replace("-", " "), "rdf:langString", "en")


@cache
def _labels() -> Mapping[str, Literal]:
    """The English label of each concept of the ontology, by IRI."""
    import pyoxigraph as ox

    label = ox.NamedNode(expand(LABEL))
    return {
        quad.subject.value: Literal(quad.object.value, "rdf:langString", "en")
        for path in [*sorted(ontology_dir().glob("*.ttl")), *(path for path in overlays() if path.suffix == ".ttl")]
        for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE)
        if quad.predicate == label
        and isinstance(quad.subject, ox.NamedNode)
        and isinstance(quad.object, ox.Literal)
        and quad.object.language in (None, "en")
    }
