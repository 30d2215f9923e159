"""Networks with weighted ties: who came, who voted alike, who is named together; each with a note of what a tie means."""

from __future__ import annotations

import csv
from pathlib import Path

import networkx
import pandas
import pytest

from graph_builder import exports, pipeline, store
from graph_builder.cli import run
from graph_builder.exports.ties import NETWORKS, Tie, ties

PAPER = """WYVERN DISTRICT COUNCIL
Planning Committee
Tuesday {day} at 7.00 pm
Present: Councillors A Hay (Chair), B Lee and C Mann
1. Apologies
None.
2. Mill Lane
It was moved by Councillor A Hay and seconded by Councillor B Lee that the lane be widened. On a recorded vote:

For (2): Councillors A Hay and B Lee

Against (1): Councillor C Mann

The motion was carried.
"""
HAY, LEE, MANN, BODY = "id:person/wyvern/hay-a", "id:person/wyvern/lee-b", "id:person/wyvern/mann-c", "id:body/wyvern/planning-committee"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ties")
    (folder / "papers").mkdir()
    for name, day in (("one", "5 March 2024"), ("two", "2 April 2024")):
        (folder / f"papers/{name}.txt").write_text(PAPER.format(day=day), encoding="utf-8")
    pipeline.build([folder / "papers"], output=folder / "exports", state=folder / "build", model="none")
    return folder / "exports"


def test_who_came_is_tied_to_the_body_by_the_number_of_meetings(folder: Path) -> None:
    found = ties(store.open_dataset(folder), "attendance")
    assert found == tuple(Tie(person, BODY, 2, "2024-03-05", "2024-04-02") for person in (HAY, LEE, MANN))


def test_who_voted_alike_is_tied_and_nobody_else(folder: Path) -> None:
    found = ties(store.open_dataset(folder), "votes")
    assert [(tie.source, tie.target) for tie in found] == [(HAY, LEE)]


def test_nothing_is_tied_to_itself_and_each_pair_once(folder: Path) -> None:
    for kind in NETWORKS:
        found = ties(store.open_dataset(folder), kind)
        assert len({tie[:2] for tie in found}) == len(found)
        assert all(tie.source != tie.target and tie.source and tie.target for tie in found)


def test_the_lists_are_read_by_pandas_and_networkx(folder: Path, tmp_path: Path) -> None:
    assert run(["export", "--network", "attendance", "--network", "votes", "-g", str(folder), "-o", str(tmp_path / "out")]) == 0
    home = tmp_path / "out/ties"
    assert {path.name for path in home.iterdir()} >= {"attendance-edges.csv", "attendance-nodes.csv", "votes-edges.csv", "votes-nodes.csv", "README.md"}
    assert not (home / "references-edges.csv").exists()
    edges, nodes = pandas.read_csv(home / "attendance-edges.csv"), pandas.read_csv(home / "attendance-nodes.csv")
    graph = networkx.from_pandas_edgelist(edges, edge_attr="weight", create_using=networkx.DiGraph)
    assert graph[HAY][BODY]["weight"] == 2
    assert set(graph) == set(nodes["id"])
    assert dict(zip(nodes["id"], nodes["label"], strict=True))[BODY] == "Planning Committee"
    with (home / "attendance-edges.csv").open(encoding="utf-8", newline="") as file:
        assert next(csv.reader(file)) == ["source", "target", "weight", "kind", "first", "last"]


def test_each_network_says_what_a_tie_means() -> None:
    assert all(network.means.endswith(".") and "weight" in network.means for network in NETWORKS.values())
    assert run(["export", "--network", "friendship", "-o", "x"]) == 2
    assert "ties" in exports.FORMATS
