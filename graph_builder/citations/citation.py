"""A dataset and the id of a claim, or words that a paper has, go in; what is needed to cite them comes out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from graph_builder.errors import UsageError
from graph_builder.model import Span
from graph_builder.sparql import with_prefixes
from graph_builder.store import Dataset, PublishedText, proof
from graph_builder.vocabulary import PREFIXES, compact, expand

_SENTENCES: Final = """
SELECT DISTINCT ?sentence ?quote ?start WHERE { ?sentence nif:anchorOf ?quote ; nif:beginIndex ?start }"""
_PAPER: Final = """
SELECT DISTINCT ?council ?body ?date ?kind ?url ?file ?number ?title WHERE {{
  VALUES ?text {{ {text} }}
  ?text prov:wasDerivedFrom ?paper . ?paper civ:fileHash ?file .
  OPTIONAL {{ ?paper civ:ofCouncil/skos:prefLabel ?council }}
  OPTIONAL {{ ?paper civ:paperKind/skos:prefLabel ?kind }}
  OPTIONAL {{ ?paper dcterms:source ?url }}
  OPTIONAL {{ ?meeting civ:minutes|civ:agenda|civ:decisionSheet ?paper ; civ:earliest ?date }}
  OPTIONAL {{ ?meeting civ:heldBy/skos:prefLabel ?body }}
  OPTIONAL {{ ?claim civ:quotedFrom {sentence} ; civ:aboutItem ?item }}
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
    spans: tuple[Span, ...] = ()
    """Where the words stand in the text as this version reads it; no citation rests on them."""


def cite(dataset: Dataset, words: str, texts: Mapping[str, PublishedText] = MappingProxyType({})) -> Citation:
    """The citation of a claim, by its id, or of words that stand in one published quote, or at one place of the published `texts`.

    Raises UsageError where nothing has the id, or the words stand nowhere or in several places, with the places.
    """
    if words.partition(":")[0] in PREFIXES or words.startswith("https://"):
        return _of_claim(dataset, words)
    sentence = _sentence_of(dataset, words)
    return _of_claim(dataset, sentence) if sentence else _of_text(dataset, words, texts)


def _of_claim(dataset: Dataset, claim: str) -> Citation:
    proofs = proof(dataset, claim)
    if not proofs:
        raise UsageError(f"there is no claim {claim!r} with a quote here; the column `claim` of a view has them")
    own = [one for one in proofs if one.document == proofs[0].document]
    first = own[0]
    quote = " … ".join(" ".join(one.quote.split()) for one in own)
    spans = tuple(Span(compact(one.text), one.start, one.end) for one in own)
    sentence = f"<{first.text}#char={first.start},{first.end}>"
    found = dataset.select(with_prefixes(_PAPER.format(text=f"<{first.text}>", sentence=sentence))).dicts()
    told = _told(found) | {"page": first.page}
    return Citation(quote, first.document, first.file, str(dataset.manifest.get("build", "")), claim=compact(claim), spans=spans, **told)


def _of_text(dataset: Dataset, words: str, texts: Mapping[str, PublishedText]) -> Citation:
    """The citation of words that no fact rests on, or that run over several quotes, where they stand at one place alone."""
    wanted = re.compile(r"\s+".join(map(re.escape, words.strip("“”\"' ").split())), re.IGNORECASE)
    found = [(text, match) for text in texts.values() for match in wanted.finditer(text.text)] if wanted.pattern else []
    if len(found) != 1:
        where = "in no published text" if not found else f"in {len(found)} places"
        raise UsageError(f"the words {words!r} stand {where}; give more of them, or the id of a claim")
    text, match = found[0]
    start, end = text.received(match.start()), text.received(match.end())
    rows = dataset.select(with_prefixes(_PAPER.format(text=f"<{expand(text.id)}>", sentence="<urn:none>"))).dicts()
    told = _told(rows) | {"page": str(text.page(start) or "")}
    file_hash = rows[0]["file"] if rows else ""
    quote = " ".join(match.group().split())
    return Citation(quote, text.document, file_hash, str(dataset.manifest.get("build", "")), spans=(Span(text.id, start, end),), **told)


def _told(found: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """What is known of a paper and of the item, where the rows agree on one."""
    told = {key: next((row[key] for row in sorted(found, key=str) if row[key]), "") for key in ("council", "body", "date", "kind", "url")}
    items = {row["number"] or row["title"] for row in found} - {""}
    return told | {"item": items.pop() if len(items) == 1 else ""}


def _sentence_of(dataset: Dataset, words: str) -> str:
    """The one published quote that holds the words, which can be cited as a claim can; empty where none does."""
    wanted = " ".join(words.split()).casefold().strip("“”\"'")
    rows = dataset.select(with_prefixes(_SENTENCES)).dicts()
    holding = [row for row in rows if wanted and wanted in " ".join(row["quote"].split()).casefold()]
    exact = [row for row in holding if " ".join(row["quote"].split()).casefold() == wanted]
    places = {(row["sentence"].partition("#")[0], int(row["start"])) for row in exact}
    if len(places) > 1:
        listed = "".join(f"\n  {row['sentence']}" for row in exact[:_FEW])
        raise UsageError(f"these words stand in {len(places)} places; name one:{listed}")
    return min(exact or holding, key=lambda row: (len(row["quote"]), row["sentence"]), default={"sentence": ""})["sentence"]
