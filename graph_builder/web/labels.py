"""A store in, what each of its things is called out: by its own name, or by what it is about where it has none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

import pyoxigraph as ox

from graph_builder.errors import GraphBuilderError
from graph_builder.lexicon import ontology_dir
from graph_builder.store.rows import partial_date
from graph_builder.vocabulary import PREFIXES, TYPE, compact, expand

NAMING: Final = ("skos:prefLabel", "foaf:name", "rdfs:label", "dcterms:title", "civ:fileName")
KINDS: Final[dict[str, str]] = {
    "foaf:Person": "person",
    "m8g:PublicOrganisation": "public body",
    "org:OrganizationalUnit": "committee or body",
    "org:OrganizationalCollaboration": "partnership",
    "org:FormalOrganization": "organisation",
    "org:Organization": "organisation",
    "civ:Meeting": "meeting",
    "civ:AgendaItem": "agenda item",
    "civ:Decision": "decision",
    "civ:Recommendation": "recommendation",
    "civ:Response": "response",
    "civ:Action": "action",
    "civ:InterestDeclaration": "declaration of interest",
    "civ:Inspection": "inspection",
    "civ:Plan": "plan",
    "civ:Workstream": "workstream",
    "civ:PointRaised": "point raised",
    "sosa:Observation": "measure",
    "civ:Attendance": "attendance",
    "civ:Apology": "apology",
    "civ:Vote": "vote",
    "org:Membership": "membership",
    "civ:PostHolding": "post-holding",
    "org:Post": "post",
    "civ:Reference": "reference",
    "foaf:Document": "paper",
    "nif:Context": "paper's text",
    "nif:Sentence": "quote",
    "dcterms:Location": "place",
    "rdf:Statement": "claim",
    "skos:Concept": "term",
}
"""Classes, in the order in which the first that fits names a thing, as people call them."""
_PARTS: Final[dict[str, tuple[str, ...]]] = {
    "civ:Meeting": ("civ:heldBy",),
    "civ:AgendaItem": ("dcterms:identifier", "dcterms:title"),
    "civ:Decision": ("civ:outcome", "civ:aboutItem", "civ:text"),
    "civ:Recommendation": ("civ:text",),
    "civ:Response": ("civ:responseKind", "civ:text"),
    "civ:Action": ("civ:text",),
    "civ:InterestDeclaration": ("civ:declarant", "civ:interestIn", "civ:interestMatter"),
    "civ:Inspection": ("civ:inspector", "civ:inspectionKind", "civ:inspected"),
    "civ:PointRaised": ("civ:pointKind", "civ:text"),
    "sosa:Observation": ("civ:indicator", "civ:valueAsPrinted"),
    "civ:Attendance": ("civ:attendee", "civ:ofPost", "civ:atMeeting"),
    "civ:Apology": ("civ:excused", "civ:ofPost", "civ:atMeeting"),
    "civ:Vote": ("civ:voter", "civ:voteCast"),
    "org:Membership": ("org:member", "org:organization"),
    "civ:PostHolding": ("org:member", "civ:ofPost"),
    "civ:Reference": ("civ:relation", "civ:toMeeting", "civ:toTitle", "civ:toBody", "civ:asPrinted"),
    "nif:Context": ("prov:wasDerivedFrom",),
    "nif:Sentence": ("nif:anchorOf",),
}
_ALL: Final = ("civ:inspector",)
"""What is named with all its values: who inspected together is not one of them."""
_LONGEST: Final = 140
_DEEPEST: Final = 3


class Labels:
    """What the things of one store are called; `kind` says what they are, in plain words."""

    def __init__(self, store: Any) -> None:
        self._store = store
        self.of = lru_cache(maxsize=1 << 16)(self._of)
        self.kind = lru_cache(maxsize=1 << 16)(self._kind)

    def classes(self, curie: str) -> list[str]:
        """The classes of a thing as CURIEs, sorted."""
        return sorted(self._values(curie, TYPE))

    def values(self, curie: str, predicate: str) -> list[str]:
        """What a thing has for a predicate: CURIEs and texts, sorted."""
        return sorted(self._values(curie, predicate))

    def exists(self, curie: str) -> bool:
        """Whether the graph says anything of a thing."""
        try:
            return next(self._store.quads_for_pattern(_node(curie), None, None), None) is not None
        except ValueError:  # no IRI at all
            return False

    def _kind(self, curie: str) -> str:
        found = self.classes(curie)
        return next((kind for name, kind in KINDS.items() if name in found), plain(found[0]).lower() if found else "thing")

    def _of(self, curie: str, depth: int = 0) -> str:
        for predicate in NAMING:
            if names := self.values(curie, predicate):
                number = self.values(curie, "dcterms:identifier") if predicate == "dcterms:title" else []
                return _short(" ".join([*number[:1], names[0]]))
        parts = list(self._parts(curie, depth)) if depth < _DEEPEST else []
        return _short(" · ".join(parts)) if parts else plain(curie)

    def _parts(self, curie: str, depth: int) -> Iterator[str]:
        found = self.classes(curie)
        for predicate in next((_PARTS[name] for name in found if name in _PARTS), ()):
            values = self._values(curie, predicate)
            shown = values if predicate in _ALL else values[:1]
            if shown:
                yield " and ".join(self._of(value, depth + 1) if self._is_id(value) else value for value in shown)
        if "civ:Meeting" in found or "civ:Inspection" in found:
            dates = [self.values(curie, predicate)[:1] for predicate in ("civ:earliest", "civ:latest")]
            if dates[0]:
                yield partial_date(dates[0][0], (dates[1] or dates[0])[0])

    def _is_id(self, value: str) -> bool:
        return value.partition(":")[0] in PREFIXES and " " not in value and self.exists(value)

    def _values(self, curie: str, predicate: str) -> list[str]:
        quads = self._store.quads_for_pattern(_node(curie), ox.NamedNode(expand(predicate)), None)
        return sorted(compact(quad.object.value) if isinstance(quad.object, ox.NamedNode) else quad.object.value for quad in quads)


def _node(curie: str) -> Any:
    prefix, _, local = curie.partition(":")
    return ox.NamedNode(PREFIXES[prefix] + local if prefix in PREFIXES else curie)


def plain(curie: str) -> str:
    """An id in words, where nothing better is known: the end of it, with spaces."""
    local = re.split(r"[/#:]", curie.rstrip("/"))[-1]
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", local).replace("-", " ").replace("_", " ").strip() or curie


@lru_cache(maxsize=1)
def terms() -> dict[str, dict[str, str]]:
    """The terms of our own ontology by CURIE: label, comment and kind (class or property)."""
    path = ontology_dir() / "civ.ttl"
    store = ox.Store()
    store.load(path.read_bytes(), format=ox.RdfFormat.TURTLE)
    found: dict[str, dict[str, str]] = {}
    wanted = {"rdfs:label": "label", "skos:definition": "definition", "rdfs:comment": "definition", "skos:example": "example"}
    for quad in store:
        if isinstance(quad.subject, ox.NamedNode) and (name := compact(quad.subject.value)).startswith("civ:"):
            entry = found.setdefault(name, {})
            if (key := wanted.get(compact(quad.predicate.value))) is not None:
                entry[key] = quad.object.value
            elif compact(quad.predicate.value) == TYPE:
                entry["kind"] = "class" if quad.object.value.endswith("Class") else "property"
    return dict(sorted(found.items()))


def term(curie: str) -> str:
    """What a class or property is called."""
    try:
        return terms().get(curie, {}).get("label") or plain(curie).lower()
    except GraphBuilderError:
        return plain(curie).lower()


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"
