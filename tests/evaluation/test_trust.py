"""Calibration of rules, and rows that their quotes do not bear out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph_builder import evaluation
from graph_builder.evaluation.calibration import Trust
from graph_builder.vocabulary import expand

from . import noisy


def tables(folder: Path, rows: list[dict[str, str]]) -> Path:
    noisy.write(folder, [], 0)
    lines = [",".join(noisy.COLUMNS["attendance"]), *(",".join(row.get(column, "") for column in noisy.COLUMNS["attendance"]) for row in rows)]
    (folder / "attendance.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


@pytest.fixture
def small(tmp_path: Path) -> tuple[Path, Path]:
    gold = {"document": "a.txt", "attendance": [[f"P{number} Name{number}", "present", "member", ""] for number in range(25)]}
    (tmp_path / "a.json").write_text(json.dumps(gold), encoding="utf-8")
    rows = [
        {"document": "a.txt", "person": f"P{number} Name{number}", "status": "present", "claim": f"c{number}", "basis": "stated", "quote": f"Name{number}"}
        for number in range(25)
    ]
    wrong = {"document": "a.txt", "person": "Tenancy Will", "status": "present", "claim": "c99", "basis": "stated", "quote": "Tenancy at Will"}
    return tables(tmp_path / "tables", [*rows, wrong]), tmp_path / "a.json"


def test_a_rule_is_trusted_by_the_share_of_its_rows_in_gold(small: tuple[Path, Path]) -> None:
    rules = {f"c{number}": "attendance/list" for number in range(25)} | {"c99": "attendance/list", "c0": "attendance/sentence"}
    listed, sentence = evaluation.calibrate(*small, rules)
    assert (listed.rule, listed.cases, listed.right) == ("attendance/list", 25, 24)
    assert listed.confidence == pytest.approx(0.96)
    assert (sentence.cases, sentence.share, sentence.confidence) == (1, 1.0, None)


def test_the_file_says_nothing_of_what_is_unmeasured(small: tuple[Path, Path]) -> None:
    text = evaluation.as_csv(evaluation.calibrate(*small, {"c0": "one", **{f"c{number}": "many" for number in range(1, 25)}}))
    assert text.splitlines() == [
        "rule,cases,right,share,low,high,confidence",
        "many,24,24,1.000,0.862,1.000,1.000",
        "one,1,1,1.000,0.207,1.000,",
    ]


def test_a_claim_is_known_by_its_curie_and_its_iri(small: tuple[Path, Path]) -> None:
    table = small[0] / "attendance.csv"
    table.write_text(table.read_text(encoding="utf-8").replace(",c1,", ",id:attendance/a,"), encoding="utf-8")
    (found,) = evaluation.calibrate(*small, {expand("id:attendance/a"): "list"})
    assert (found.rule, found.cases) == ("list", 1)


@pytest.mark.parametrize("cases, right, low, high", [(10, 9, 0.596, 0.982), (100, 90, 0.826, 0.945), (20, 0, 0.0, 0.161)])
def test_wilson(cases: int, right: int, low: float, high: float) -> None:
    assert Trust("rule", cases, right).interval == pytest.approx((low, high), abs=5e-4)


def test_a_quote_without_the_name_is_reported(small: tuple[Path, Path]) -> None:
    folder, _ = small
    table = folder / "attendance.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("stated,Name3\n", "stated,somebody else\n"), encoding="utf-8")
    found = {one.view: one for one in evaluation.support(folder)}["attendance"]
    assert [(column, row["person"]) for column, row in found.unsupported] == [("person", "P3 Name3")]
    assert found.share == pytest.approx(1 / 26)


def test_what_is_derived_is_not_looked_for_in_its_quote(tmp_path: Path) -> None:
    row = {"document": "a.txt", "person": "P Denham", "basis": "derived", "quote": "the Chairman"}
    assert {one.rows for one in evaluation.support(tables(tmp_path / "tables", [row]))} == {0}


def test_builds_that_were_measured_apart_are_counted_together() -> None:
    first, second = (Trust("header", 10, 9), Trust("interest", 2, 2)), (Trust("header", 15, 15),)
    assert evaluation.together([first, second]) == (Trust("header", 25, 24), Trust("interest", 2, 2))
    assert evaluation.together([]) == ()
