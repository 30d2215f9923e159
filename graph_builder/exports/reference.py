"""The files of the ontology in, the same files with one page of documentation made from them out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup

from graph_builder.exports.content import Content
from graph_builder.exports.diagram import svg
from graph_builder.lexicon import ontology_dir
from graph_builder.vocabulary import PREFIXES, compact

if TYPE_CHECKING:
    import rdflib

FOLDER: Final = "ontology"
PAGE: Final = "index.html"
_SCHEMES: Final = ("outcomes", "roles", "schemes", "topics")
_VANN: Final = "http://purl.org/vocab/vann/"


def write(_: Content, folder: Path) -> list[Path]:
    """The folder `ontology/`: every file of the ontology, and `index.html`."""
    source, target = ontology_dir(), folder / FOLDER
    names = sorted(path.relative_to(source).as_posix() for path in source.rglob("*") if path.is_file())
    for name in names:
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes((source / name).read_bytes())
    (target / PAGE).write_text(page(names), encoding="utf-8", newline="\n")
    return [target / name for name in (*names, PAGE)]


def page(files: Iterable[str]) -> str:
    """The page of documentation, the same for the same files; it asks no other host for anything."""
    import jinja2
    import rdflib

    own = rdflib.Graph().parse(ontology_dir() / "civ.ttl")
    shapes = rdflib.Graph().parse(ontology_dir() / "shapes.ttl")
    environment = jinja2.Environment(loader=jinja2.PackageLoader("graph_builder.exports", "assets"), autoescape=True, trim_blocks=True)
    classes = _terms(own, "Class")
    said = {
        **_header(own),
        "files": [file for file in files if "/" not in file],
        "diagram": Markup(svg(_links(own), label="The classes of the ontology and the properties between them")),  # noqa: S704
        "groups": [
            ("Classes", "classes", classes),
            ("Properties", "properties", sorted([*_terms(own, "ObjectProperty"), *_terms(own, "DatatypeProperty")], key=lambda term: term["curie"])),
        ],
        "schemes": [scheme for name in _SCHEMES for scheme in _schemes(rdflib.Graph().parse(ontology_dir() / f"{name}.ttl"))],
        "shapes": _shapes(shapes),
        "mappings": _mappings(),
        "questions": _questions(),
    }
    return environment.get_template("ontology.html").render(said)


def _header(own: rdflib.Graph) -> dict[str, str]:
    from rdflib import DCTERMS, OWL, RDF, URIRef

    node = next(own.subjects(RDF.type, OWL.Ontology))
    wanted = {"title": DCTERMS.title, "description": DCTERMS.description, "version": OWL.versionInfo, "version_iri": OWL.versionIRI}
    wanted |= {"modified": DCTERMS.modified, "licence": DCTERMS.license}
    wanted |= {"namespace": URIRef(f"{_VANN}preferredNamespaceUri"), "prefix": URIRef(f"{_VANN}preferredNamespacePrefix")}
    return {name: str(own.value(node, predicate)) for name, predicate in wanted.items()}


def _terms(own: rdflib.Graph, kind: str) -> list[dict[str, Any]]:
    from rdflib import OWL, RDF, RDFS, SKOS

    found = []
    for node in own.subjects(RDF.type, OWL[kind]):
        facts = [("subclass of", RDFS.subClassOf), ("disjoint with", OWL.disjointWith), ("of", RDFS.domain), ("leads to", RDFS.range)]
        linked = [(name, [_link(str(value)) for value in sorted(own.objects(node, predicate), key=str)]) for name, predicate in facts]
        texts = [(name, [{"text": str(value), "link": ""} for value in own.objects(node, predicate)]) for name, predicate in (("note", SKOS.scopeNote), ("example", SKOS.example))]  # fmt: skip
        curie = compact(str(node))
        said = {"label": own.value(node, RDFS.label), "definition": own.value(node, SKOS.definition)}
        found.append({"curie": curie, "local": curie.partition(":")[2], **said, "facts": [*linked, *texts]})
    return sorted(found, key=lambda term: str(term["curie"]))


def _link(iri: str) -> dict[str, str]:
    curie = compact(iri)
    return {"text": curie, "link": f"#{curie.partition(':')[2]}" if curie.startswith("civ:") else iri}


def _links(own: rdflib.Graph) -> dict[str, list[tuple[str, str]]]:
    """The object properties of each class: by their domain, or by the classes that their scope note names."""
    from rdflib import OWL, RDF, RDFS, SKOS

    found: dict[str, list[tuple[str, str]]] = {}
    for node in sorted(own.subjects(RDF.type, OWL.ObjectProperty), key=str):
        target = compact(str(own.value(node, RDFS.range) or "anything"))
        note = re.findall(r"\b([a-z0-9]+:[A-Z]\w+)", str(own.value(node, SKOS.scopeNote) or ""))
        domains = [compact(str(domain)) for domain in own.objects(node, RDFS.domain)] or [curie for curie in note if curie.partition(":")[0] in PREFIXES]
        for domain in domains:
            found.setdefault(domain, []).append((compact(str(node)), target))
    return {name: found[name] for name in sorted(found)}


def _schemes(graph: rdflib.Graph) -> list[dict[str, Any]]:
    from rdflib import DCTERMS, RDF, SKOS

    found = []
    for scheme in sorted(graph.subjects(RDF.type, SKOS.ConceptScheme), key=str):
        concepts = [
            {
                "curie": compact(str(node)),
                **{
                    name: str(graph.value(node, predicate) or "")
                    for name, predicate in (("label", SKOS.prefLabel), ("definition", SKOS.definition), ("example", SKOS.example))
                },
            }  # fmt: skip
            for node in sorted(graph.subjects(SKOS.inScheme, scheme), key=str)
        ]
        said = {"title": str(graph.value(scheme, DCTERMS.title)), "description": str(graph.value(scheme, DCTERMS.description))}
        found.append({"local": str(scheme).rpartition("/")[2], **said, "concepts": concepts})
    return found


def _shapes(shapes: rdflib.Graph) -> list[dict[str, Any]]:
    from rdflib import RDF, SH

    found = []
    for shape in sorted(shapes.subjects(RDF.type, SH.NodeShape), key=str):
        parts = [shape, *shapes.objects(shape, SH.property), *shapes.objects(shape, SH.sparql)]
        messages = sorted({str(message) for part in parts for message in shapes.objects(part, SH.message)})
        found.append({"name": str(shape).rpartition("/")[2], "messages": messages})
    return found


def _mappings() -> list[Mapping[str, str]]:
    lines = (ontology_dir() / "mappings.sssom.tsv").read_text(encoding="utf-8").splitlines()
    header, *rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [dict(zip(header, row, strict=True)) for row in rows]


def _questions() -> list[dict[str, str]]:
    found = []
    for path in sorted((ontology_dir() / "competency").glob("*.rq")):
        head = dict(re.findall(r"^# (title|description): (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE))
        found.append({"name": path.stem, **head})
    return found
