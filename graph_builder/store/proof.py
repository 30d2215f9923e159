"""The id of a claim goes in, the words that say it come out: each quote with its paper and its place there."""

from __future__ import annotations

from typing import Final, NamedTuple

from graph_builder.sparql import with_prefixes
from graph_builder.store.dataset import Dataset
from graph_builder.store.views import checked_iri
from graph_builder.vocabulary import compact

_QUOTES: Final = """
SELECT DISTINCT ?quote ?document ?start ?end ?page ?url ?text ?file WHERE {{
  {{ {claim} civ:quotedFrom ?sentence }} UNION {{ VALUES ?sentence {{ {claim} }} ?sentence a nif:Sentence }}
  ?sentence nif:anchorOf ?quote ; nif:beginIndex ?start ; nif:endIndex ?end ; nif:referenceContext ?text .
  ?text prov:wasDerivedFrom ?paper . ?paper civ:fileName ?document ; civ:fileHash ?file .
  OPTIONAL {{ ?sentence civ:page ?page }}
  OPTIONAL {{ ?paper dcterms:source ?url }}
}}"""


def rules(dataset: Dataset) -> dict[str, str]:
    """The rule of each claim, by its id; the first of several by name."""
    rows = dataset.select(with_prefixes("SELECT ?claim (MIN(?one) AS ?rule) WHERE { ?claim civ:rule ?one } GROUP BY ?claim"))
    return {compact(row["claim"]): row["rule"] for row in rows.dicts()}


class Proof(NamedTuple):
    """One quote of a claim: its words as published, the paper's file name and hash, the text's id, offsets, page, and address if known."""

    quote: str
    document: str
    start: int
    end: int
    page: str
    url: str
    text: str
    file: str


def proof(dataset: Dataset, claim: str) -> tuple[Proof, ...]:
    """The quotes of a claim, or of a sentence itself, in the order of their papers and places; none where nothing has this id, or it has no quote.

    Raises UsageError where `claim` is no id.
    """
    rows = dataset.select(with_prefixes(_QUOTES.format(claim=f"<{checked_iri(claim)}>"))).dicts()
    found = (Proof(**(row | {"start": int(row["start"]), "end": int(row["end"])})) for row in rows)  # type: ignore[arg-type]
    return tuple(sorted(found, key=lambda one: (one.document, one.start, one.end)))
