"""How texts, names and dates are compared."""

from __future__ import annotations

import pytest

from graph_builder.evaluation import compare


@pytest.mark.parametrize(
    "left, right, same",
    [
        ("Mrs F M Oborski", "Fran Oborski", True),
        ("Councillor CA Gandy", "Carole Gandy", True),
        ("Oborski", "F M Oborski", True),
        ("J Smith", "P Smith", False),
        ("Sir Paul Carter, CBE", "P B Carter", True),
        ("Rich Lehmann (Chair)", "R Lehmann", True),
        ("O’Neill", "O'Neill", True),
    ],
)
def test_same_person(left: str, right: str, same: bool) -> None:
    assert compare.same_person(left, right) is same


@pytest.mark.parametrize(
    "text, numbers",
    [("£30.4m", {30.4, 30_400_000.0}), ("1,234", {1234.0}), ("63.0%", {63.0}), ("N/A", set()), ("£2 billion", {2.0, 2e9}), ("12 March", {12.0})],
)
def test_amounts(text: str, numbers: set[float]) -> None:
    assert compare.amounts(text) == numbers


@pytest.mark.parametrize(
    "gold, found, meet",
    [
        ("2018-03", "2018-03-05/2018-03-09", True),
        ("2016-10/2016-11", "2016-10", True),
        ("2018-03", "2018-04", False),
        ("", "2018", True),
        ("2018", "", False),
    ],
)
def test_dates_meet(gold: str, found: str, meet: bool) -> None:
    assert compare.dates_meet(gold, found) is meet


def test_a_whole_page_says_nothing() -> None:
    assert compare.says("the report be noted", "It was agreed that the report be noted.")
    assert not compare.says("the report be noted", "the report be noted " + "and much more than that was said here " * 40)


def test_alike_needs_words_on_both_sides() -> None:
    assert compare.alike("Children's Overview and Scrutiny Panel", "Children’s Overview & Scrutiny Panel")
    assert not compare.alike("the", "the")
    assert not compare.alike("Cabinet", "Audit Committee")
