"""A sheet of facts to tick by hand: drawn by a seed, read back, with an interval that holds what it promises."""

from __future__ import annotations

import csv
import io
import random
from pathlib import Path

import pytest

from graph_builder.errors import BadData, MissingInput
from graph_builder.evaluation import Share, method, sheet, ticked

ROWS = [{"document": "a.txt", "outcome": "agreed", "quote": f"RESOLVED\n number {n}", "claim": f"id:decision/{n}", "item_id": "x"} for n in range(400)]
RULES = {row["claim"]: "one" if number % 4 else "two" for number, row in enumerate(ROWS)}
SEEDS = 100


def tick(text: str, wrong: set[str]) -> str:
    """A sheet as an honest reader ticks it who knows which facts are wrong."""
    rows = list(csv.DictReader(io.StringIO(text)))
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0].keys())
    writer.writeheader()
    writer.writerows(row | {"right": "n" if row["claim"] in wrong else "y"} for row in rows)
    return out.getvalue()


def test_a_sheet_is_drawn_by_its_seed() -> None:
    first = sheet("decisions", ROWS, RULES, count=50, seed=3)
    assert first == sheet("decisions", ROWS, RULES, count=50, seed=3)
    assert first != sheet("decisions", ROWS, RULES, count=50, seed=4)
    rows = list(csv.DictReader(io.StringIO(first)))
    assert len({row["claim"] for row in rows}) == 50
    assert {(row["view"], row["of"], row["fact"]) for row in rows} == {("decisions", "400", "outcome: agreed")}
    assert all(row["quote"].startswith("RESOLVED number") and row["rule"] == RULES[row["claim"]] for row in rows)
    assert len(sheet("decisions", ROWS[:3], RULES, count=50).splitlines()) == 4


@pytest.mark.parametrize("share", [0.5, 0.9, 0.97])
def test_the_interval_covers_the_truth_in_nine_of_ten_draws(share: float, tmp_path: Path) -> None:
    wrong = {row["claim"] for row in random.Random(7).sample(ROWS, round(len(ROWS) * (1 - share)))}
    truth = 1 - len(wrong) / len(ROWS)
    covered = 0
    for seed in range(SEEDS):
        path = tmp_path / "sheet.csv"
        path.write_text(tick(sheet("decisions", ROWS, RULES, count=50, seed=seed), wrong), encoding="utf-8")
        low, high = ticked(path)[0].interval
        covered += low <= truth <= high
    assert covered >= 90


def test_a_sheet_is_read_by_view_and_rule(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    rows = "".join(f"decisions,40,{rule},a.txt,f,q,c,{right},\r\n" for rule, right in (("r1", "y"), ("r1", "N"), ("r2", "x"), ("r2", "")))
    path.write_text(f"view,of,rule,document,fact,quote,claim,right,note\r\n{rows}", encoding="utf-8")
    assert ticked(path) == (Share("decisions", 3, 2, 40), Share("decisions: r1", 2, 1, 0), Share("decisions: r2", 1, 1, 0))
    assert "decisions 2 of 3 (66.7 %" in method(ticked(path), "civic-graph-builder 1")
    path.write_text("view,of,rule,right\r\ndecisions,4,r,maybe\r\n", encoding="utf-8")
    with pytest.raises(BadData, match="maybe"):
        ticked(path)
    path.write_text("a,b\r\n1,2\r\n", encoding="utf-8")
    with pytest.raises(BadData, match="no sheet"):
        ticked(path)
    with pytest.raises(MissingInput):
        ticked(tmp_path / "none.csv")


def test_all_facts_judged_leave_no_doubt() -> None:
    assert Share("decisions", 10, 9, 10).interval == (0.9, 0.9)
