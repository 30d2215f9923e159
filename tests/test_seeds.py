"""The five papers that come with the program, read by the real readers: the same bytes in any order, every quote in its text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph_builder import lexicon, pipeline, verification
from tests.test_pipeline import published

SEEDS = sorted((lexicon.data_dir() / "documents").glob("*.txt"))


def test_every_paper_is_read(built: Path) -> None:
    rows = json.loads((built / "exports/report.json").read_text(encoding="utf-8"))
    assert {row["file"]: row["status"] for row in rows} == {path.name: "read" for path in SEEDS}


@pytest.mark.parametrize("jobs", [1, 2])
def test_another_order_and_several_processes_give_the_same_bytes(built: Path, tmp_path: Path, jobs: int) -> None:
    pipeline.build(list(reversed(SEEDS)), output=tmp_path / "exports", state=tmp_path / "build", jobs=jobs)
    assert published(tmp_path) == published(built)


def test_building_again_gives_the_same_bytes(built: Path) -> None:
    before = published(built)
    pipeline.build(SEEDS, output=built / "exports", state=built / "build")
    assert published(built) == before


def test_every_quote_is_in_its_text(built: Path) -> None:
    found = verification.verify(built / "exports", built / "build")
    assert found.quotes > 400
    assert found.mismatches == ()
