"""A dataset and the id of a claim, or words that a paper has, go in; what is needed to cite them comes out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from graph_builder.errors import UsageError
from graph_builder.sparql import with_prefixes
from graph_builder.store import Dataset, proof
from graph_builder.vocabulary import PREFIXES

_SENTENCES: Final = """
SELECT DISTINCT ?sentence ?quote ?start WHERE { ?sentence nif:anchorOf ?quote ; nif:beginIndex ?start }"""
_PAPER: Final = """
SELECT DISTINCT ?council ?body ?date ?kind ?url ?page ?number ?title WHERE {{
  VALUES ?sentence {{ {sentence} }}
  ?sentence nif:referenceContext/prov:wasDerivedFrom ?paper .
  OPTIONAL {{ ?sentence civ:page ?page }}
  OPTIONAL {{ ?paper civ:ofCouncil/skos:prefLabel ?council }}
  OPTIONAL {{ ?paper civ:paperKind/skos:prefLabel ?kind }}
  OPTIONAL {{ ?paper dcterms:source ?url }}
  OPTIONAL {{ ?meeting civ:minutes|civ:agenda|civ:decisionSheet ?paper ; civ:earliest ?date }}
  OPTIONAL {{ ?meeting civ:heldBy/skos:prefLabel ?body }}
  OPTIONAL {{ ?claim civ:quotedFrom ?sentence ; civ:aboutItem ?item }}
  OPTIONAL {{ ?item dcterms:identifier ?number }}
  OPTIONAL {{ ?item dcterms:title ?title }}
}}"""
_FEW: Final = 8


@dataclass(frozen=True, slots=True)
class Citation:
    """What a reader needs to find some words again: in which paper, by its hash, on which page; and from which release the citation is.

    `file_hash` is the SHA-256 of the file's bytes; `release` the name of the build, which is a hash of all its triples. Empty where unknown.
    """

    quote: str
    document: str
    file_hash: str
    release: str
    council: str = ""
    body: str = ""
    date: str = ""
    kind: str = ""
    item: str = ""
    page: str = ""
    url: str = ""
    claim: str = ""


def cite(dataset: Dataset, words: str) -> Citation:
    """The citation of a claim, by its id, or of words that stand in one published quote.

    Raises UsageError where nothing has the id, or the words stand nowhere or in several places, with the places.
    """
    claim = words if words.partition(":")[0] in PREFIXES or words.startswith("https://") else _claim_of(dataset, words)
    proofs = proof(dataset, claim)
    if not proofs:
        raise UsageError(f"there is no claim {claim!r} with a quote here; the column `claim` of a view has them")
    paper = [one for one in proofs if one.document == proofs[0].document]
    first = paper[0]
    sentence = f"<{_sentence(first.text, first.start, first.end)}>"
    found = dataset.select(with_prefixes(_PAPER.format(sentence=sentence))).dicts()
    told = {key: next((row[key] for row in sorted(found, key=str) if row[key]), "") for key in found[0]} if found else {}
    quote = " … ".join(" ".join(one.quote.split()) for one in paper)
    fields = {key: told.get(key, "") for key in ("council", "body", "date", "kind", "page", "url")}
    items = {row["number"] or row["title"] for row in found} - {""}
    fields["item"] = items.pop() if len(items) == 1 else ""
    return Citation(quote, first.document, first.file, str(dataset.manifest.get("build", "")), claim=claim, **fields)


def _sentence(text: str, start: int, end: int) -> str:
    return f"{text}#char={start},{end}"


def _claim_of(dataset: Dataset, words: str) -> str:
    """The sentence that holds the words, which can be cited as a claim can."""
    wanted = " ".join(words.split()).casefold().strip("“”\"'")
    rows = dataset.select(with_prefixes(_SENTENCES)).dicts()
    holding = [row for row in rows if wanted and wanted in " ".join(row["quote"].split()).casefold()]
    exact = [row for row in holding if " ".join(row["quote"].split()).casefold() == wanted]
    shortest = sorted(exact or holding, key=lambda row: (len(row["quote"]), row["sentence"]))
    places = {(row["sentence"].partition("#")[0], int(row["start"])) for row in exact}
    if not shortest:
        raise UsageError(f"no published quote holds {words!r}; graph-builder query -e, or a view, shows what is quoted")
    if len(places) > 1:
        listed = "".join(f"\n  {row['sentence']}" for row in shortest[:_FEW])
        raise UsageError(f"these words stand in {len(places)} places; name one:{listed}")
    return shortest[0]["sentence"]
