"""A made town of 400 people over twelve years: nobody is joined wrongly, most are found, and the order of papers changes nothing."""

from __future__ import annotations

from functools import cache

from benchmarks.identity import quality
from benchmarks.towns import Town, people, town
from graph_builder.resolution.people import clusters


@cache
def made() -> Town:
    return town(people(400, seed=7), seed=7, papers=240)


def partition(town: Town, *, backwards: bool = False) -> set[frozenset[str]]:
    return {frozenset(cluster.locals) for cluster in clusters(town.papers[::-1] if backwards else town.papers)}


def test_people_of_a_town_are_told_apart() -> None:
    precision, recall = quality(clusters(made().papers), made())
    assert precision >= 0.995  # two officers of one name who followed each other are one here
    assert recall >= 0.95


def test_the_order_of_papers_changes_nothing() -> None:
    assert partition(made()) == partition(made(), backwards=True)


def test_papers_added_one_at_a_time_end_in_the_same_people() -> None:
    whole = made()
    found: set[frozenset[str]] = set()
    for count in range(0, len(whole.papers) + 1, 60):
        found = partition(Town(whole.papers[:count], whole.truth))
    assert found == partition(whole)


def test_a_seed_makes_the_same_town() -> None:
    again = town(people(400, seed=7), seed=7, papers=240)
    assert [paper.statements for paper in again.papers] == [paper.statements for paper in made().papers]
    assert again.truth == made().truth
