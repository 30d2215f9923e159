"""Contradictions planted in invented papers are found with both quotes; those who tell one story are left in peace."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph_builder import asking, contradictions, pipeline, store
from graph_builder.contradictions import Contradiction
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


def test_nothing_else_is_found(dataset: store.Dataset) -> None:
    found = contradictions.find(dataset)
    assert not [one for one in found if not any(is_of(one, *planted) for planted in PLANTED)]


def test_the_seeds_contradict_themselves_nowhere(built: Path) -> None:
    assert contradictions.find(store.open_dataset(built / "exports")) == ()


def test_it_is_a_view_like_others(dataset: store.Dataset) -> None:
    rows = asking.ask(dataset, "contradictions", {"kind": "weekday"})
    assert rows.columns[:8] == ("kind", "about", "first", "first_document", "first_quote", "second", "second_document", "second_quote")
    assert {row["kind"] for row in rows.dicts()} == {"weekday"}
    assert "contradictions" in {view.name for view in asking.views()}
