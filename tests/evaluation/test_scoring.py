"""Scores: the same figures as the arbiter gives, and what a reader is told of them."""

from __future__ import annotations

import importlib.util
import json
import math
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from graph_builder import evaluation
from graph_builder.errors import BadData, MissingInput

from . import noisy

ROOT = Path(__file__).parents[2]
GOLD: dict[str, Any] = {
    "document": "a.txt",
    "meetings": [{"body": "Overview Panel", "date": "2017-03-13", "start": "14:00", "end": "", "venue": "County Hall"}],
    "attendance": [["F M Oborski", "present", "member", "chair"], ["P Denham", "apologies", "member", ""]],
    "decisions": [["271", "agreed", "the report be noted"]],
    "people": ["F M Oborski", "P Denham"],
    "not_people": ["Tenancy at Will"],
}


def golds() -> list[dict[str, Any]]:
    folders = (ROOT / "data" / "gold", ROOT / "tests" / "unseen" / "gold")
    read = [json.loads(file.read_text(encoding="utf-8")) for folder in folders for file in sorted(folder.glob("*.json"))]
    return [gold for gold in read if "document" in gold] or [GOLD]


@pytest.fixture(scope="module")
def arbiter(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("arbiter", shared / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def folder_of(path: Path, papers: list[dict[str, Any]]) -> Path:
    path.mkdir()
    for number, gold in enumerate(papers):
        (path / f"{number:03}.json").write_text(json.dumps(gold), encoding="utf-8")
    return path


@pytest.mark.parametrize("seed", range(8))
def test_figures_are_those_of_the_arbiter(tmp_path: Path, arbiter: ModuleType, seed: int) -> None:
    papers = golds()
    tables = noisy.write(tmp_path / "tables", list(papers), seed)
    theirs: dict[str, Any] = {}
    for gold in papers:
        for view, tally in arbiter.score(gold, tables).items():
            whole = theirs.setdefault(view, arbiter.Tally(view))
            whole.hit, whole.closed = whole.hit + tally.hit, tally.closed
            whole.missed += tally.missed
            whole.invented += tally.invented
    ours = evaluation.score(tables, folder_of(tmp_path / "gold", papers))
    assert set(ours.tallies) == {view for view, tally in theirs.items() if tally.hit or tally.missed or tally.invented}
    for view, tally in ours.tallies.items():
        expected = theirs[view]
        assert (view, tally.hit, len(tally.missed), len(tally.invented)) == (view, expected.hit, len(expected.missed), len(expected.invented))
        assert tally.closed == expected.closed
        precision, recall, f1 = expected.figures()
        assert (tally.recall, tally.f1) == (recall, f1 if tally.closed else recall)
        assert math.isnan(tally.precision) if not tally.closed else tally.precision == precision


def test_figures_of_a_build_are_those_of_the_arbiter(built: Path, arbiter: ModuleType) -> None:
    tables, gold = built / "exports" / "tables", ROOT / "data" / "gold"
    for view, tally in evaluation.score(tables, gold).tallies.items():
        theirs = [arbiter.score(paper, tables).get(view) for paper in map(json.loads, map(Path.read_text, sorted(gold.glob("*.json"))))]
        assert (view, tally.hit) == (view, sum(one.hit for one in theirs if one))


@pytest.fixture
def perfect(tmp_path: Path) -> tuple[Path, Path]:
    return noisy.write(tmp_path / "tables", [{**GOLD, "not_people": []}], 0), folder_of(tmp_path / "gold", [GOLD])


def test_a_build_without_a_mistake(perfect: tuple[Path, Path]) -> None:
    scores = evaluation.score(*perfect)
    assert {view: tally.f1 for view, tally in scores.tallies.items()} == dict.fromkeys(scores.tallies, 1.0)
    assert scores.mean == 1.0
    assert list(evaluation.findings(scores)) == []


def test_missed_and_invented_are_named(perfect: tuple[Path, Path]) -> None:
    tables, gold = perfect
    table = tables / "attendance.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("P Denham", "Tenancy at Will"), encoding="utf-8")
    found = list(evaluation.findings(evaluation.score(tables, gold)))
    assert found[0].startswith("a.txt: attendance: missed P Denham | apologies")
    assert found[1].startswith("a.txt: attendance: invented person: Tenancy at Will; status: apologies")


def test_the_table_as_text_and_as_markdown(perfect: tuple[Path, Path]) -> None:
    scores = evaluation.score(*perfect)
    lines = evaluation.table(scores).splitlines()
    assert lines[0].split() == ["view", "gold", "P", "R", "F1"]
    assert "attendance                   2   1.000   1.000   1.000" in lines
    assert "meetings.details             2           1.000   1.000" in lines
    assert lines[-1] == "mean F1 of 9 views: 1.000"
    assert "| attendance | 2 | 1.000 | 1.000 | 1.000 |" in evaluation.table(scores, markdown=True)


def test_one_paper_alone(perfect: tuple[Path, Path]) -> None:
    assert evaluation.score(*perfect, document="b.txt").documents == ()
    assert evaluation.table(evaluation.score(*perfect, document="b.txt")).endswith("nothing scored")


def test_a_missing_table_is_all_missed(perfect: tuple[Path, Path]) -> None:
    tables, gold = perfect
    (tables / "attendance.csv").unlink()
    assert evaluation.score(tables, gold).tallies["attendance"].recall == 0.0


def test_bad_input(tmp_path: Path) -> None:
    with pytest.raises(MissingInput, match="no such folder of tables"):
        evaluation.score(tmp_path / "no", tmp_path)
    with pytest.raises(MissingInput, match="no such gold"):
        evaluation.score(tmp_path, tmp_path / "no")
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")
    with pytest.raises(BadData, match=r"bad\.json: not readable as JSON"):
        evaluation.score(tmp_path, tmp_path)
