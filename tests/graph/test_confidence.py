"""Confidence: what a rule reads carries the share of its cases that were right, where that was measured; nothing else does."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from graph_builder import lexicon
from graph_builder import vocabulary as v
from graph_builder.graph import trusted
from graph_builder.model import Basis, Literal, Span, Statement

SPAN = Span("id:text/one", 0, 4)


@pytest.mark.parametrize(
    "predicate, rule, basis, wanted",
    [
        (v.TYPE, "block-resolved", Basis.STATED, 0.96),
        (v.TYPE, "block-resolved", Basis.DERIVED, 0.96),
        (v.TYPE, "block-resolved", Basis.SUPPLIED, None),
        (v.TYPE, "block-resolved", Basis.CORRECTED, None),
        (v.TYPE, "unmeasured", Basis.STATED, None),
        (v.TEXT, "block-resolved", Basis.STATED, None),
    ],
)
def test_what_a_measured_rule_reads_is_trusted_as_far_as_it_was_right(predicate: str, rule: str, basis: Basis, wanted: float | None) -> None:
    value = v.DECISION if predicate == v.TYPE else Literal("the plan be adopted")
    (found,) = trusted([Statement("id:decision/1", predicate, value, (SPAN,), rule, basis)], {"block-resolved": 0.96})
    assert found.confidence == wanted


def test_a_confidence_stands_on_twenty_cases_or_more() -> None:
    with (lexicon.data_dir() / "calibration.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert {row["rule"] for row in rows if row["confidence"]} == set(lexicon.confidences())
    for row in rows:
        assert bool(row["confidence"]) == (int(row["cases"]) >= 20), row
        assert 0 <= float(row["low"]) <= float(row["share"]) <= float(row["high"]) <= 1
        assert abs(float(row["share"]) - int(row["right"]) / int(row["cases"])) < 0.001


def test_the_decisions_of_a_build_carry_it(built: Path) -> None:
    path = built / "exports" / "tables" / "decisions.csv"
    with path.open(encoding="utf-8", newline="") as handle:
        found = {row["confidence"] for row in csv.DictReader(handle)}
    assert found & {f"{share:g}" for share in lexicon.confidences().values()} or "1" in found
