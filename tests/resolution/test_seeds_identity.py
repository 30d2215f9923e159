"""The five papers against `data/gold/identity.csv`: pairs of names that are one, and pairs that are not; no wrong merge, B-cubed F1 of at least 0.99."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache

import pytest

from graph_builder import lexicon
from graph_builder import vocabulary as v
from graph_builder.model import Id, Literal
from graph_builder.pipeline import relate
from graph_builder.reading import read
from graph_builder.resolution import resolve

Mention = tuple[str, str]


def gold() -> list[dict[str, str]]:
    with (lexicon.data_dir() / "gold" / "identity.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def found() -> Mapping[Mention, Id]:
    """By document and name as printed, whose it is."""
    folder = lexicon.data_dir() / "documents"
    sources = lexicon.sources(folder / "sources.yml")
    readings = [relate(read(path, source=sources[path.name]), model="none") for path in sorted(folder.glob("*.txt"))]
    names = {reading.document.id: reading.document.name for reading in readings}
    said = [s for s in resolve(readings) if s.predicate in (v.ALT_LABEL, v.ACRONYM, v.LABEL) and isinstance(s.object, Literal)]
    return {(names[span.document], s.object.value): s.subject for s in said if isinstance(s.object, Literal) for span in s.evidence}


def pair(row: Mapping[str, str]) -> tuple[Mention, Mention]:
    return (row["left_document"], row["left"]), (row["right_document"], row["right"])


def test_there_are_enough_of_both() -> None:
    labels = [row["label"] for row in gold()]
    assert min(labels.count("same"), labels.count("different")) >= 60


@pytest.mark.parametrize("row", [row for row in gold() if row["label"] == "different"], ids=lambda row: f"{row['left']}-{row['right']}")
def test_no_wrong_merge(row: Mapping[str, str]) -> None:
    left, right = pair(row)
    assert left not in found() or right not in found() or found()[left] != found()[right]


def test_b_cubed() -> None:
    """Over all mentions of the table: the share of those put together with each that belong to it, and of those that belong to it that were."""
    truth: dict[Mention, set[Mention]] = {}
    for row in gold():
        left, right = pair(row)
        for mention in (left, right):
            truth.setdefault(mention, {mention})
        if row["label"] == "same":
            joined = truth[left] | truth[right]
            for mention in joined:
                truth[mention] = joined
    whose = {mention: found().get(mention, f"unread {mention}") for mention in truth}
    together = {mention: {other for other in truth if whose[other] == whose[mention]} for mention in truth}
    precision = sum(len(together[m] & truth[m]) / len(together[m]) for m in truth) / len(truth)
    recall = sum(len(together[m] & truth[m]) / len(truth[m]) for m in truth) / len(truth)
    missed = sorted({row["left"] + " = " + row["right"] for row in gold() if row["label"] == "same" and whose[pair(row)[0]] != whose[pair(row)[1]]})
    assert precision == 1.0
    assert 2 * precision * recall / (precision + recall) >= 0.99, missed
