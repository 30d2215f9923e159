"""Contradictions planted in invented papers are found with both quotes; those who tell one story are left in peace."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph_builder import asking, contradictions, pipeline, store
from graph_builder.contradictions import Contradiction, printed
from tests.conftest import ROOT
from tests.contradictions.planted import PAPERS, PLANTED


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> store.Dataset:
    folder = tmp_path_factory.mktemp("planted")
    for name, text in PAPERS.items():
        (folder / "papers" / name).parent.mkdir(exist_ok=True)
        (folder / "papers" / name).write_text(text, encoding="utf-8")
    pipeline.build([folder / "papers"], output=folder / "exports", state=folder / "build", model="none")
    return store.open_dataset(folder / "exports")


def is_of(found: Contradiction, kind: str, one: str, other: str) -> bool:
    told = " ".join((found.about, found.first.value, found.second.value, found.first.quote, found.second.quote))
    return found.kind == kind and one in told and other in told


@pytest.mark.parametrize("kind,one,other", PLANTED)
def test_what_was_planted_is_found(dataset: store.Dataset, kind: str, one: str, other: str) -> None:
    found = [found for found in contradictions.find(dataset) if is_of(found, kind, one, other)]
    assert found
    assert all(side.quote and side.document for side in (found[0].first, found[0].second))


@pytest.mark.parametrize("form", printed.forms(), ids=lambda form: form.name)
def test_a_form_reads_what_it_must_and_nothing_else(form: printed.Form) -> None:
    assert form.looked_for.search(form.reads)
    assert not form.looked_for.search(form.leaves)


@pytest.mark.parametrize(
    "words,told",
    [
        ("There were 5 Members present.", [("present", "5")]),
        ("Present: 5 Councillors, the Clerk and 3 members of the public", [("present", "5")]),
        ("In attendance: the Clerk and 3 members of the public", []),
        ("The quorum is three members.", [("quorum", "3")]),
        ("The quorum is one third of the members.", []),
        ("QUORUM: 4", [("quorum", "4")]),
        ("It was noted that the meeting was inquorate.", [("inquorate", "")]),
        ("The Chairman closed the meeting. The meeting ended at 9.15pm", [("end", "21:15")]),
        ("The road was closed at 9.15 pm.", []),
        ("The meeting was opened by the Mayor at 7.00 p.m. and prayers were said.", [("start", "19:00")]),
    ],
)
def test_what_a_sentence_prints(words: str, told: list[tuple[str, str]]) -> None:
    assert [(one.kind, one.value) for one in printed.printed(words)] == told


def test_nothing_else_is_found(dataset: store.Dataset) -> None:
    found = contradictions.find(dataset)
    assert not [one for one in found if not any(is_of(one, *planted) for planted in PLANTED)]


def test_the_seeds_contradict_themselves_nowhere(built: Path) -> None:
    assert contradictions.find(store.open_dataset(built / "exports")) == ()


@pytest.mark.long
def test_invented_papers_of_many_councils_are_left_in_peace(tmp_path: Path) -> None:
    """None of the papers of `tests/styles` and `tests/unseen*` contradicts itself or another one by design: two false alarms are the most."""
    papers = [path for folder in sorted((ROOT / "tests").glob("unseen*")) for path in folder.glob("*.*") if path.suffix in (".txt", ".md")]
    pipeline.build([*papers, ROOT / "tests/styles"], output=tmp_path / "exports", state=tmp_path / "build", model="none")
    assert len(contradictions.find(store.open_dataset(tmp_path / "exports"))) <= 2


def test_it_is_a_view_like_others(dataset: store.Dataset) -> None:
    rows = asking.ask(dataset, "contradictions", {"kind": "weekday"})
    assert rows.columns[:8] == ("kind", "about", "first", "first_document", "first_quote", "second", "second_document", "second_quote")
    assert {row["kind"] for row in rows.dicts()} == {"weekday"}
    assert "contradictions" in {view.name for view in asking.views()}
