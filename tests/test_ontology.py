"""The ontology against the code that speaks it: every own term defined, every defined term spoken, each with label, definition and example."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import rdflib
from rdflib import DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SDO, SKOS, SOSA, XSD

from graph_builder import lexicon, vocabulary
from graph_builder.vocabulary import BASE, PREFIXES, expand

ONTOLOGY = rdflib.URIRef(f"{BASE}def/civ")
CIV = rdflib.Graph().parse(lexicon.ontology_dir() / "civ.ttl")
SCHEMES = rdflib.Graph()
for _path in ("outcomes", "roles", "schemes", "topics"):
    SCHEMES.parse(lexicon.ontology_dir() / f"{_path}.ttl")
TERMS = sorted({str(term) for term in CIV.subjects() if str(term).startswith(expand("civ:"))})
SPOKEN = {expand(value) for name, value in vars(vocabulary).items() if name.isupper() and isinstance(value, str) and value.startswith("civ:")}
# Terms that are often written and that their vocabularies do not have.
TRAPS = ["oa:source", "oa:selector", "oa:annotatedBy", "schema:absentee", "xsd:langString", "rdf:isDefinedBy", "prov:wasQuotedFrom "]


def test_the_code_and_the_ontology_have_the_same_terms() -> None:
    assert set(TERMS) == SPOKEN


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.partition("#")[2])
def test_each_term_is_explained(term: str) -> None:
    node = rdflib.URIRef(term)
    for predicate in (RDFS.label, SKOS.definition, SKOS.example):
        [text] = CIV.objects(node, predicate)
        assert isinstance(text, rdflib.Literal)
        assert text.language == "en"
        assert text.strip()
    assert "(" in str(next(CIV.objects(node, SKOS.example))), "an example names its source, or that it is invented"
    assert list(CIV.objects(node, RDFS.isDefinedBy)) == [ONTOLOGY]
    kinds = set(CIV.objects(node, RDF.type))
    assert len(kinds & {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty}) == 1
    assert (node, RDFS.domain, None) in CIV or (node, SKOS.scopeNote, None) in CIV or OWL.Class in kinds


def test_the_header_is_whole() -> None:
    vann = rdflib.Namespace("http://purl.org/vocab/vann/")
    wanted = (OWL.versionIRI, DCTERMS.title, DCTERMS.description, DCTERMS.creator, DCTERMS.license, DCTERMS.created, DCTERMS.modified)
    for predicate in (*wanted, vann.preferredNamespacePrefix, vann.preferredNamespaceUri):
        assert (ONTOLOGY, predicate, None) in CIV, predicate


CONCEPTS = sorted(str(concept) for concept in SCHEMES.subjects(RDF.type, SKOS.Concept))


@pytest.mark.parametrize("concept", CONCEPTS, ids=lambda concept: concept.removeprefix(f"{BASE}def/"))
def test_each_concept_is_labelled_defined_and_in_its_scheme(concept: str) -> None:
    node = rdflib.URIRef(concept)
    assert len(list(SCHEMES.objects(node, SKOS.prefLabel))) == len(list(SCHEMES.objects(node, SKOS.definition))) == 1
    assert all("(" in str(example) for example in SCHEMES.objects(node, SKOS.example)), "an example names its source, or that it is invented"
    assert (node, SKOS.example, None) in SCHEMES
    [scheme] = SCHEMES.objects(node, SKOS.inScheme)
    assert (scheme, RDF.type, SKOS.ConceptScheme) in SCHEMES
    assert concept.startswith(f"{scheme}/")
    for broader in SCHEMES.objects(node, SKOS.broader):
        assert (broader, RDF.type, SKOS.Concept) in SCHEMES


def test_no_label_means_two_concepts_of_a_scheme() -> None:
    seen: dict[tuple[str, str], str] = {}
    for predicate in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel):
        for concept, label in SCHEMES.subject_objects(predicate):
            scheme = str(next(SCHEMES.objects(concept, SKOS.inScheme)))
            assert seen.setdefault((scheme, str(label).casefold()), str(concept)) == str(concept), label


SCHEME_PREFIXES = sorted(prefix for prefix, base in PREFIXES.items() if base.startswith(f"{BASE}def/") and base.endswith("/"))


def test_each_concept_that_code_or_data_name_exists() -> None:
    root = Path(__file__).parents[1]
    files = [*(root / "graph_builder").rglob("*.py"), *(root / "data" / "lexicon").glob("*.yml")]
    named = re.compile(rf"[\"'`]((?:{'|'.join(SCHEME_PREFIXES)}):[a-z][a-z-]*)[\"'`]")
    missing = {concept for file in files for concept in named.findall(file.read_text(encoding="utf-8")) if expand(concept) not in CONCEPTS}
    assert not missing


def plain(text: str) -> str:
    """A text without the marks and line breaks of a paper."""
    return " ".join(re.sub(r"[\s*#|]+", " ", text.replace("’", "'").replace("‘", "'")).casefold().split())


SEEDS = " ".join(plain(path.read_text(encoding="utf-8", errors="replace")) for path in sorted((lexicon.data_dir() / "documents").glob("*.txt")))
EXAMPLES = [(str(node), str(text)) for graph in (CIV, SCHEMES) for node, text in graph.subject_objects(SKOS.example) if "/def/topic/" not in str(node)]


@pytest.mark.parametrize("term,example", EXAMPLES, ids=[term.removeprefix(f"{BASE}def/") for term, _ in EXAMPLES])
def test_an_example_stands_in_the_paper_that_it_names(term: str, example: str) -> None:
    words, source = re.findall(r"“(.*)”", example, re.DOTALL), example.rpartition("(")[2].rstrip(")")
    if source == "invented":
        return
    assert words, "what a paper says stands between quotation marks"
    for part in re.split(r"\.\.\.|…", words[0]):
        assert plain(part) in SEEDS


MAPPINGS = [line.split("\t") for line in (lexicon.ontology_dir() / "mappings.sssom.tsv").read_text(encoding="utf-8").splitlines() if line[0] != "#"]
MAPPED = [dict(zip(MAPPINGS[0], row, strict=True)) for row in MAPPINGS[1:]]


@pytest.mark.parametrize("row", MAPPED, ids=lambda row: f"{row['subject_id']}-{row['object_id']}")
def test_a_mapping_is_of_a_term_that_exists_and_says_how_it_is_known(row: dict[str, str]) -> None:
    subject = expand(row["subject_id"])
    assert subject in TERMS or subject in CONCEPTS
    assert row["predicate_id"] in {f"skos:{kind}Match" for kind in ("exact", "close", "broad", "narrow", "related")}
    assert row["mapping_justification"] == "semapv:ManualMappingCuration"
    assert row["other"] in ("verified", "attested only")
    assert bool(row["object_source"]) == (row["other"] == "verified"), "what was verified names the file"
    if row["object_id"].startswith("schema:"):
        assert rdflib.URIRef(expand(row["object_id"])) in SDO


def test_the_mappings_declare_their_prefixes_and_are_sorted() -> None:
    head = [line for line in (lexicon.ontology_dir() / "mappings.sssom.tsv").read_text(encoding="utf-8").splitlines() if line[0] == "#"]
    declared = dict(re.findall(r"^#  ([\w-]+): (\S+)$", "\n".join(head), re.MULTILINE))
    used = {row[column].partition(":")[0] for row in MAPPED for column in ("subject_id", "predicate_id", "object_id", "mapping_justification")}
    assert used == set(declared)
    assert [list(row.values()) for row in MAPPED] == sorted(list(row.values()) for row in MAPPED)
    assert {"besluit", "mandaat", "eli-dl", "opengov", "pfba", "schema"} <= used


@pytest.mark.parametrize("path", sorted(lexicon.ontology_dir().rglob("*.[tr][tq]*")), ids=lambda path: path.name)
def test_no_file_has_a_term_that_does_not_exist(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not [trap for trap in TRAPS if trap in text]
    assert {f"civ:{name}" for name in re.findall(r"\bciv:(\w+)", text)} <= {f"civ:{term.partition('#')[2]}" for term in TERMS}


# The vocabularies whose terms rdflib lists; NIF and the European core vocabularies are not among them.
LISTED: dict[str, Any] = {"dcterms": DCTERMS, "foaf": FOAF, "org": ORG, "owl": OWL, "prov": PROV, "rdf": RDF, "rdfs": RDFS, "schema": SDO, "skos": SKOS, "sosa": SOSA, "xsd": XSD}  # fmt: skip
UNLISTED = {"m8g:PublicOrganisation", "nif:Context", "nif:Sentence", "nif:anchorOf", "nif:beginIndex", "nif:endIndex", "nif:referenceContext"}


@pytest.mark.parametrize("path", [*sorted(lexicon.ontology_dir().rglob("*.[tr][tq]*")), Path(vocabulary.__file__)], ids=lambda path: path.name)
def test_every_reused_term_exists_in_its_vocabulary(path: Path) -> None:
    text = re.sub(r'"""[^"]*"""|“[^”]*”|#.*|<[^>]*>', lambda found: found[0] if found[0].startswith('"""') else " ", path.read_text(encoding="utf-8"))
    for prefix, name in re.findall(r"(?<![\w:/])(m8g|nif|" + "|".join(LISTED) + r"):([A-Za-z]\w*)", text):
        term = f"{prefix}:{name}"
        assert term in UNLISTED or rdflib.URIRef(f"{LISTED[prefix]}{name}") in LISTED[prefix], term


@pytest.mark.parametrize("path", sorted((lexicon.ontology_dir() / "queries").glob("*.rq")), ids=lambda path: path.stem)
def test_a_query_declares_the_prefixes_of_the_house(path: Path) -> None:
    declared = dict(re.findall(r"^PREFIX (\w+): <([^>]+)>", path.read_text(encoding="utf-8"), re.MULTILINE))
    assert declared.items() <= PREFIXES.items()
