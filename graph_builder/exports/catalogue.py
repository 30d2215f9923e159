"""A dataset and what its publisher says in, one description for data portals out: DCAT-AP 3.0.1 with what the UK's model adds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from graph_builder import __version__
from graph_builder.exports import reference, sources
from graph_builder.exports.content import Content
from graph_builder.exports.files import File, files
from graph_builder.exports.licences import name_of
from graph_builder.exports.settings import Agent
from graph_builder.exports.triples import Node, Triples
from graph_builder.vocabulary import BASE

if TYPE_CHECKING:
    import rdflib

FILE: Final = "catalogue.ttl"
EU: Final = "http://publications.europa.eu/resource/authority"
UK: Final = "https://w3id.org/co-cddo/uk-cross-government-metadata-exchange-model/"
MEDIA: Final = "https://www.iana.org/assignments/media-types/"
_NO_DATA: Final = f"{reference.FOLDER}/"
"""What the dataset is explained by is not a form of it."""
_LANGUAGES: Final = {"en": "ENG", "cy": "CYM", "ga": "GLE"}
_ATTRIBUTION: Final = "http://purl.org/adms/licencetype/Attribution"


def write(content: Content, folder: Path) -> list[Path]:
    """The files `sources.csv` and `catalogue.ttl`, about what lies in the folder."""
    written = sources.write(content, folder)
    (folder / FILE).write_text(turtle(catalogue(content, files(folder))), encoding="utf-8", newline="\n")
    return [*written, folder / FILE]


def turtle(graph: rdflib.Graph) -> str:
    """A graph without blank nodes as Turtle, the same text for the same graph."""
    return graph.serialize(format="turtle").strip() + "\n"


def node_of(content: Content) -> str:
    """The IRI of the dataset: its identifier, or a name of the program's own where nobody gave one."""
    return content.settings.identifier or f"{BASE}data/dataset"


def catalogue(content: Content, found: Sequence[File]) -> rdflib.Graph:
    """The catalogue of one dataset (https://semiceu.github.io/DCAT-AP/releases/3.0.1/) with a distribution for each file.

    What the settings do not say is left out; the shapes of `ontology/portals/` name it.
    """
    say = Triples()
    dataset = _dataset(say, content)
    for file in found:
        if not file.name.startswith(_NO_DATA):
            dataset.link("dcat:distribution", _distribution(say, content, file))
    _catalogue(say, content, dataset)
    return say.graph


def _catalogue(say: Triples, content: Content, dataset: Node) -> None:
    settings = content.settings
    node = say.node(f"{node_of(content)}#catalogue", "dcat:Catalog")
    node.text("dcterms:title", f"Catalogue: {settings.title}" if settings.title else "", settings.language)
    node.text("dcterms:description", f"The catalogue of one dataset. {settings.description}".strip(), settings.language)
    _about(say, node, content)
    taxonomy = say.node(f"{EU}/data-theme", "skos:ConceptScheme")
    taxonomy.text("dcterms:title", "Data theme", "en")
    node.link("dcat:themeTaxonomy", taxonomy)
    if settings.landing_page:
        node.link("foaf:homepage", say.node(settings.landing_page, "foaf:Document"))
    node.link("dcat:dataset", dataset)


def _about(say: Triples, node: Node, content: Content) -> None:
    """What catalogue and dataset have alike."""
    settings = content.settings
    if settings.publisher.name:
        publisher = _agent(say, settings.publisher, f"{node_of(content)}#publisher")
        node.link("dcterms:publisher", publisher)
        node.link("dcterms:creator", publisher)
    if settings.language:
        code = _LANGUAGES.get(settings.language, settings.language.upper())
        node.link("dcterms:language", say.node(f"{EU}/language/{code}", "dcterms:LinguisticSystem"))
    for place in settings.places:
        node.link("dcterms:spatial", say.node(place, "dcterms:Location"))
    if settings.licence:
        node.link("dcterms:license", _licence(say, settings.licence))
    rights = say.node(f"{node_of(content)}#rights", "dcterms:RightsStatement")
    rights.text("rdfs:label", _rights(content), settings.language)
    node.link("dcterms:rights", rights)
    if content.issued:
        node.literal("dcterms:issued", content.issued, "xsd:date")
        node.literal("dcterms:modified", content.issued, "xsd:date")


def _rights(content: Content) -> str:
    """Whose words they are, what no licence covers, and where to ask to be taken out."""
    settings = content.settings
    takedown = settings.takedown
    ask = ", ".join(filter(None, (takedown.name, takedown.email, takedown.url)))
    whose = " and ".join(filter(None, (", ".join(sources.councils(content)[:-1]), *sources.councils(content)[-1:])))
    sentences = (f"Contains words of papers of {whose}." if whose else "", settings.rights, settings.people)
    return " ".join(filter(None, (*sentences, f"To have something taken out, write to {ask}." if ask else "")))


def _dataset(say: Triples, content: Content) -> Node:
    settings, language = content.settings, content.settings.language
    node = say.node(node_of(content), "dcat:Dataset", "void:Dataset")
    node.text("dcterms:title", settings.title, language)
    node.text("dcterms:description", settings.description, language)
    node.text("dcterms:identifier", settings.identifier)
    for keyword in settings.keywords:
        node.text("dcat:keyword", keyword, language)
    for theme in settings.themes:
        node.link("dcat:theme", _concept(say, theme))
    for subject in (*settings.functions, *settings.services):
        node.link("dcterms:subject", subject)
    _about(say, node, content)
    _contacts(say, node, content)
    node.link("dcterms:accessRights", _labelled(say, f"{EU}/access-right/PUBLIC", "dcterms:RightsStatement", "public"))
    node.text(f"{UK}securityClassification", "OFFICIAL")
    node.text("dcat:version", f"{__version__}+{content.dataset.manifest.get('build', '')}".rstrip("+"))
    if settings.periodicity:
        node.link("dcterms:accrualPeriodicity", _labelled(say, settings.periodicity, "dcterms:Frequency", _tail(settings.periodicity)))
    _made(say, node, content)
    return node


def _contacts(say: Triples, node: Node, content: Content) -> None:
    for part, who, note in (("contact", content.settings.contact, ""), ("takedown", content.settings.takedown, "to have something taken out")):
        if who.name or who.email or who.url:
            card = say.node(who.uri or f"{node_of(content)}#{part}", "vcard:Kind", "vcard:Organization")
            card.text("vcard:fn", who.name)
            card.text("vcard:role", note)
            card.link("vcard:hasEmail", f"mailto:{who.email}" if who.email else "")
            card.link("vcard:hasURL", who.url)
            node.link("dcat:contactPoint", card)


def _made(say: Triples, node: Node, content: Content) -> None:
    """From what and how the dataset was made, which days it covers, and where more is said of it."""
    settings, papers = content.settings, sources.papers(content)
    provenance = say.node(f"{node_of(content)}#provenance", "dcterms:ProvenanceStatement")
    made = f"Read from {len(papers)} papers, which {sources.FILE} lists, by civic-graph-builder {__version__}; each fact has its sentence."
    provenance.text("rdfs:label", made, "en")
    node.link("dcterms:provenance", provenance)
    standard = say.node(f"{BASE}def/civ", "dcterms:Standard")
    standard.text("dcterms:title", "Civic graph: what council papers say", "en")
    node.link("dcterms:conformsTo", standard)
    if content.days:
        period = say.node(f"{node_of(content)}#period", "dcterms:PeriodOfTime")
        period.literal("dcat:startDate", content.days[0], "xsd:date")
        period.literal("dcat:endDate", content.days[-1], "xsd:date")
        node.link("dcterms:temporal", period)
    if settings.landing_page:
        node.link("dcat:landingPage", say.node(settings.landing_page, "foaf:Document"))


def _distribution(say: Triples, content: Content, file: File) -> Node:
    settings, name = content.settings, quote(file.name)
    node = say.node(f"{node_of(content)}#{name}", "dcat:Distribution")
    node.text("dcterms:identifier", f"{node_of(content)}#{name}")
    node.text("dcterms:title", file.title, "en")
    node.text("dcterms:description", file.means, "en")
    if settings.address:
        address = settings.address.rstrip("/") + "/" + name
        node.link("dcat:accessURL", address)
        node.link("dcat:downloadURL", address)
    kind = say.node(f"{MEDIA}{file.media_type}", "dcterms:MediaType")
    node.link("dcat:mediaType", kind)
    node.link("dcterms:format", say.node(f"{EU}/file-type/{file.file_type}", "dcterms:MediaTypeOrExtent"))
    node.literal("dcat:byteSize", str(len(file.data)), "xsd:nonNegativeInteger")
    checksum = say.node(f"{node_of(content)}#{name}-sha256", "spdx:Checksum")
    checksum.link("spdx:algorithm", "http://spdx.org/rdf/terms#checksumAlgorithm_sha256")
    checksum.literal("spdx:checksumValue", file.sha256, "xsd:hexBinary")
    node.link("spdx:checksum", checksum)
    stable = "http://publications.europa.eu/resource/authority/planned-availability/AVAILABLE"
    node.link("dcatap:availability", _concept(say, stable))
    if settings.licence:
        node.link("dcterms:license", _licence(say, settings.licence))
    node.link("dcterms:rights", f"{node_of(content)}#rights")
    if content.issued:
        node.literal("dcterms:modified", content.issued, "xsd:date")
    return node


def _licence(say: Triples, address: str) -> Node:
    node = say.node(address, "dcterms:LicenseDocument")
    node.text("rdfs:label", name_of(address))
    if "/by/" in address or "open-government-licence" in address:
        node.link("dcterms:type", _concept(say, _ATTRIBUTION))
    return node


def _agent(say: Triples, who: Agent, otherwise: str) -> Node:
    node = say.node(who.uri or otherwise, "foaf:Agent")
    node.text("foaf:name", who.name)
    node.link("foaf:mbox", f"mailto:{who.email}" if who.email else "")
    if who.url:
        node.link("foaf:homepage", say.node(who.url, "foaf:Document"))
    if who.kind:
        node.link("dcterms:type", _concept(say, who.kind))
    return node


def _concept(say: Triples, iri: str) -> Node:
    labels = {"GOVE": "Government and public sector", "AVAILABLE": "available", "NonProfitOrganisation": "Non-profit organisation"}
    node = say.node(iri, "skos:Concept")
    node.text("skos:prefLabel", labels.get(_tail(iri), _tail(iri)), "en")
    return node


def _labelled(say: Triples, iri: str, kind: str, label: str) -> Node:
    node = say.node(iri, kind)
    node.text("rdfs:label", label, "en")
    return node


def _tail(iri: str) -> str:
    return iri.rstrip("/").rpartition("/")[2].rpartition("#")[2]
