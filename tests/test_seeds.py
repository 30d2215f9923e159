"""The five papers that come with the program, read by the real readers: the same bytes in any order, every quote in its text."""

from __future__ import annotations

import csv
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


def test_the_figures_of_running_text_that_a_reader_found_are_in_the_graph(built: Path) -> None:
    page = (Path(__file__).parent.parent / "docs/measures.md").read_text(encoding="utf-8")
    wanted = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in page.splitlines() if line.startswith("| 0")]
    assert len(wanted) == 12
    with (built / "exports/tables/measures.csv").open(encoding="utf-8", newline="") as file:
        found = {(row["document"][:3], row["indicator"], row["value"], row["period"], row["kind"], row["item"]) for row in csv.DictReader(file)}
    assert set(wanted) <= found
