"""The command that searches all that is published: names, facts, and text that carries no fact, which is marked so."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph_builder import pipeline, web
from graph_builder.cli import run

PAPER = """WYVERN DISTRICT COUNCIL
Planning Committee
Tuesday 5 March 2024 at 7.00 pm
Present: Councillors A Hay (Chair) and B Lee
1. Apologies
None.
2. Mill Pond
The heron has come back to the pond. Mrs Jane Secret of 4 Mill Lane, telephone 01632 960123, spoke.
RESOLVED that the pond be kept as it is.
"""


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("search")
    (folder / "papers").mkdir()
    (folder / "papers/march.txt").write_text(PAPER, encoding="utf-8")
    pipeline.build([folder / "papers"], output=folder / "exports", state=folder / "build", model="none")
    return folder / "exports"


def test_names_facts_and_text_are_found(exports: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["search", "pond", "kept", "-g", str(exports)]) == 0
    out, err = capfd.readouterr()
    assert "decision: " in out
    assert "found" in err
    assert run(["search", "Hay", "--kind", "person", "-g", str(exports)]) == 0
    assert "id:person/wyvern/hay-a" in capfd.readouterr().out


def test_text_that_carries_no_fact_is_marked_so(exports: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["search", "heron", "--fact", "no", "-g", str(exports)]) == 0
    out = capfd.readouterr().out
    hits = web.search(exports, "heron", {})
    assert hits.total >= 1
    assert all("[no fact]" in line for line in out.splitlines() if line.startswith("passage"))


def test_what_is_masked_is_not_found(exports: Path) -> None:
    for words in ("Secret", "960123", "01632"):
        assert web.search(exports, words, {}).total == 0
