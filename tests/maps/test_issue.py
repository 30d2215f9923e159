"""The map of one issue from papers that were built: each edge has a quote, and the quote stands in the paper at its offsets."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph_builder import lexicon, maps, reading, sparql, store
from graph_builder.errors import UsageError
from graph_builder.maps.scene import compose
from graph_builder.vocabulary import PREFIXES

SPANS = """SELECT ?claim ?document ?start ?end ?quote WHERE {
  ?claim civ:quotedFrom|((^dcterms:isPartOf|^civ:ofPlan)/civ:quotedFrom) ?sentence .
  ?sentence nif:anchorOf ?quote ; nif:beginIndex ?start ; nif:endIndex ?end ; nif:referenceContext/prov:wasDerivedFrom/civ:fileName ?document
}"""
MASK = "[…]"
NAMES = ["SEND", "Written Statement of Action", "Mrs F M Oborski", "Children and young people scrutiny committee", "id:inspection/ofsted/worcestershire/2018-03-05"]


@pytest.fixture(scope="module")
def dataset(built: Path) -> store.Dataset:
    return store.open_dataset(built / "exports")


@pytest.fixture(scope="module")
def spans(dataset: store.Dataset) -> dict[tuple[str, str], set[str]]:
    """For each claim and paper, the words that stand in the paper's text at the offsets of its proof."""
    papers = {path.name: reading.read(path).text for path in (lexicon.data_dir() / "documents").glob("*.txt")}
    found: dict[tuple[str, str], set[str]] = {}
    for claim, document, start, end, quote in dataset.select(sparql.with_prefixes(SPANS)).rows:
        words = papers[str(document)][int(start or 0) : int(end or 0)]
        assert matches(str(quote), words)
        found.setdefault((str(claim).replace(PREFIXES["id"], "id:"), str(document)), set()).add(str(quote))
    return found


def matches(quote: str, words: str) -> bool:
    """Whether a quote is these words, but for what is masked in it."""
    return bool(re.fullmatch(".*?".join(map(re.escape, quote.split(MASK))), words, re.DOTALL))


@pytest.mark.parametrize("name", NAMES)
def test_every_edge_has_a_quote_that_stands_in_its_paper(dataset: store.Dataset, spans: dict[tuple[str, str], set[str]], name: str) -> None:
    network, _ = maps.issue(dataset, name)
    assert network.number_of_edges() > 5
    for _, _, data in network.edges(data=True):
        quotes = spans[data["claim"], data["document"]]
        assert data["quote"] in quotes or set(data["quote"].split(" … ")) <= quotes, data


def test_the_two_counties_stand_apart_and_what_links_them_between(dataset: store.Dataset) -> None:
    network, title = maps.issue(dataset, "SEND")
    assert title == "SEND in the papers"
    dots = compose(network).dots
    assert {dot.council for dot in dots if dot.kind == "meeting"} == {"Herefordshire Council", "Worcestershire County Council"}
    assert {"topic", "item", "decision", "recommendation", "action", "inspection", "plan", "measure", "body", "organisation"} <= {dot.kind for dot in dots}
    assert any("too thin to compare" in sentence for sentence in network.graph["extent"])


def test_a_name_that_says_nothing_is_refused(dataset: store.Dataset) -> None:
    with pytest.raises(UsageError, match="say nothing of 'wombats'"):
        maps.issue(dataset, "wombats")
