"""A citation rests on the file, the page and the quote: it is found again whatever read the paper, and a changed quote is said to be changed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph_builder import citations, graph, store
from graph_builder.citations import State
from graph_builder.errors import UsageError
from graph_builder.model import Document, Literal, Span, Statement
from graph_builder.store.disk import FORM

TEXT = "Wyvern Council\n\fRESOLVED that “the pond” be kept at 100% & more.\nSomething else was said about the lane.\n\fThe end."
FILE, DECISION, MEETING, ITEM = "e" * 64, "id:decision/w/p/2024-03-05/5/1", "id:meeting/w/p/2024-03-05", "id:item/w/p/2024-03-05/5"


def dataset(folder: Path, text: str = TEXT, quote: str = "RESOLVED that “the pond” be kept at 100% & more.", *, file: str = FILE) -> store.Dataset:
    folder.mkdir(exist_ok=True)
    pages = tuple(at + 1 for at in (-1, *(at for at, letter in enumerate(text) if letter == "\f")))
    paper = Document("march.pdf", text, file, f"{abs(hash(text)):064x}"[:64], form="pdf", pages=pages)
    start = text.index(quote)
    span = Span(paper.id, start, start + len(quote))
    document, council, body = f"id:document/{file[:16]}", "id:council/w", "id:body/w/p"
    said = [
        Statement(DECISION, "rdf:type", "civ:Decision", (span,), "r"),
        Statement(DECISION, "civ:aboutItem", ITEM, (span,), "r"),
        Statement(ITEM, "dcterms:identifier", Literal("5"), (span,), "r"),
        Statement(MEETING, "civ:minutes", document, (span,), "r"),
        Statement(MEETING, "civ:earliest", Literal("2024-03-05", "xsd:date"), (span,), "r"),
        Statement(MEETING, "civ:heldBy", body, (span,), "r"),
        Statement(body, "skos:prefLabel", Literal("Planning_Committee"), (span,), "r"),
        Statement(council, "skos:prefLabel", Literal("Wyvern {District} Council"), (span,), "r"),
        Statement(document, "civ:ofCouncil", council, (span,), "r"),
        Statement(document, "civ:fileName", Literal("march.pdf"), (span,), "r"),
        Statement(document, "civ:fileHash", Literal(file), (span,), "r"),
        Statement(document, "civ:paperKind", "kind:minutes", (span,), "r"),
    ]
    triples = store.write(graph.build(said, [paper]), folder / "store")
    (folder / "manifest.json").write_text(json.dumps({"form": FORM, "store": "store", "triples": triples, "build": "0123456789abcdef"}), encoding="utf-8")
    return store.open_dataset(folder)


def test_a_claim_is_cited_with_all_that_finds_it_again(tmp_path: Path) -> None:
    found = citations.cite(dataset(tmp_path), DECISION)
    assert citations.FORMS["text"](found) == (
        "Wyvern {District} Council (2024) Minutes of the Planning_Committee, 5 March 2024, minute 5, p. 2: “RESOLVED that “the pond” be kept at 100% & more.”"
        f" [march.pdf, sha256:{FILE}, page 2, release 0123456789abcdef]\n"
    )
    (item,) = json.loads(citations.FORMS["csl"](found))
    assert (item["issued"], item["page"], item["type"]) == ({"date-parts": [[2024, 3, 5]]}, "2", "document")
    bibtex = citations.FORMS["bibtex"](found)
    assert r"Wyvern \{District\} Council" in bibtex
    assert r"be kept at 100\% \& more" in bibtex


def test_words_are_cited_where_they_stand_alone(tmp_path: Path) -> None:
    data = dataset(tmp_path)
    assert citations.cite(data, "the pond” be   kept at 100%").quote.startswith("RESOLVED")
    with pytest.raises(UsageError, match="in no published text"):
        citations.cite(data, "the pond be drained")
    with pytest.raises(UsageError, match="no claim"):
        citations.cite(data, "id:decision/none")


@pytest.mark.parametrize("form", sorted(citations.FORMS))
def test_a_citation_is_found_again_when_the_offsets_moved(form: str, tmp_path: Path) -> None:
    cited = citations.FORMS[form](citations.cite(dataset(tmp_path / "old"), DECISION))
    other = dataset(
        tmp_path / "new",
        "WYVERN  COUNCIL, a longer head\n\n\fFurniture\nRESOLVED that ‘the pond’ be\nkept at 100% &\nmore.\n\fEnd",
        "RESOLVED that ‘the pond’ be\nkept at 100% &\nmore.",
    )
    found = citations.find(other, cited)
    assert (found.state, found.page) == (State.FOUND, "2")
    assert DECISION in found.claims


def test_what_became_of_the_words_is_told(tmp_path: Path) -> None:
    cited = citations.FORMS["text"](citations.cite(dataset(tmp_path / "old"), DECISION))
    quote = "RESOLVED that “the pond” be kept at 100% & more."
    moved = dataset(tmp_path / "moved", f"A\n\fB\n\f{quote}", quote)
    assert citations.find(moved, cited).state == State.MOVED
    changed = dataset(tmp_path / "changed", TEXT.replace("be kept at 100%", "be kept at 90%"), quote.replace("100%", "90%"))
    found = citations.find(changed, cited)
    assert (found.state, found.cited, found.quote) == (State.CHANGED, quote, quote.replace("100%", "90%"))
    assert citations.find(dataset(tmp_path / "gone", TEXT, "Something else was said about the lane."), cited).state == State.GONE
    assert citations.find(dataset(tmp_path / "another", file="d" * 64), cited).state == State.NO_PAPER
    with pytest.raises(UsageError, match="no citation"):
        citations.find(moved, "Wyvern (2024) “the pond”")
