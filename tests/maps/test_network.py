"""The network of rows: what becomes a node, what an edge, and that no order of rows changes it."""

from __future__ import annotations

import csv
from pathlib import Path

import networkx
import pytest

from graph_builder import maps, store
from graph_builder.maps import weave
from graph_builder.maps.gather import GATHERED, gather
from graph_builder.maps.scene import compose

from .rows import COUNTY, OTHER, PANEL, both, council


def relations(network: networkx.MultiDiGraph[str]) -> set[tuple[str, str, str]]:
    label = networkx.get_node_attributes(network, "label")
    return {(label[source], data["relation"], label[target]) for source, target, data in network.edges(data=True)}


def test_each_fact_is_an_edge_with_its_proof() -> None:
    network = weave(both())
    assert {
        ("F M Oborski", "chaired", f"{PANEL}, 2017-03-13"),
        ("P Denham", "attended", f"{PANEL}, 2017-03-13"),
        ("L R Duffy", "proposed at", f"{PANEL}, 2017-03-13"),
        (f"{PANEL}, 2017-03-13", "held by", PANEL),
        (f"{PANEL}, 2017-03-13", "decided", f"{PANEL}, 2017-03-13"),
        ("F M Oborski", "declared an interest in", "Comberton Primary School"),
        ("Ofsted", "inspected", COUNTY),
        ("Ofsted", "inspected", OTHER),
    } <= relations(network)
    assert all(data["quote"] and data["document"] for _, _, data in network.edges(data=True))


def test_tables_give_the_same_network(tmp_path: Path) -> None:
    rows = both()
    for view, found in rows.items():
        with (tmp_path / f"{view}.csv").open("w", encoding="utf-8", newline="") as handle:
            writer = csv.DictWriter(handle, sorted({column for row in found for column in row}))
            writer.writeheader()
            writer.writerows(found)
    assert compose(maps.network_of(tmp_path)) == compose(weave(rows))


def test_a_built_graph_is_drawn_from_its_views(built: Path) -> None:
    network = maps.network(store.open_dataset(built / "exports"))
    assert compose(network) == compose(maps.network_of(built / "exports" / "tables"))
    assert {"council", "body", "meeting", "person"} <= {data["kind"] for _, data in network.nodes(data=True)}
    without = {data["relation"] for _, _, data in network.edges(data=True) if not data["quote"]}
    assert without <= {"part of"}, "a fact leads to its sentence"


def test_kinds() -> None:
    network = weave(both())
    kinds = {data["label"]: data["kind"] for _, data in network.nodes(data=True)}
    assert (kinds[COUNTY], kinds[PANEL], kinds["Ofsted"], kinds["P Denham"]) == ("council", "body", "organisation", "person")


def test_two_people_of_one_name_in_two_councils_are_two() -> None:
    first, second = council("A Council", "Panel A", ["J Smith", "A B"], "2020-01-01"), council("B Council", "Panel B", ["J Smith", "C D"], "2020-01-02")
    network = weave({view: first[view] + second[view] for view in first})
    assert sum(data["label"] == "J Smith" for _, data in network.nodes(data=True)) == 2


def test_ids_win_over_names() -> None:
    common = {"document": "a.txt", "council": COUNTY, "body": PANEL, "date": "2017-03-13", "person_id": "id:person/x", "status": "present"}
    network = weave({"attendance": [{**common, "person": "Fran Oborski"}, {**common, "person": "F M Oborski", "date": "2017-04-13"}]})
    assert [key for key, data in network.nodes(data=True) if data["kind"] == "person"] == ["id:person/x"]


def test_a_post_attends_without_a_name() -> None:
    network = weave({"attendance": [{"document": "a.txt", "council": COUNTY, "body": PANEL, "date": "2017-03-13", "person": "", "post": "Director"}]})
    assert ("Director", "attended", f"{PANEL}, 2017-03-13") in relations(network)


def test_the_order_of_rows_changes_nothing() -> None:
    rows = both()
    backwards = {view: list(reversed(found)) for view, found in reversed(rows.items())}
    assert compose(weave(rows)) == compose(weave(backwards))


def test_lines_of_a_meeting_are_folded_into_its_body() -> None:
    scene = compose(weave(both()))
    named = [(scene.dots[line.source].label, line.relation, scene.dots[line.target].label, line.meeting is None) for line in scene.lines]
    assert ("P Denham", "attended", PANEL, True) in named
    assert ("P Denham", "attended", f"{PANEL}, 2017-03-13", False) in named
    assert all(line.facts for line in scene.lines)


def test_what_has_no_fact_is_counted_and_not_drawn() -> None:
    rows = both()
    rows["bodies"] = [{"body": "Leeds City Council", "names": "Leeds City Council"}]
    scene = compose(weave(rows))
    assert "Leeds City Council" not in {dot.label for dot in scene.dots}
    assert scene.notes == ("1 more are named in the papers without a fact that a map could draw.",)


@pytest.mark.parametrize("limit", [5, 8, 12])
def test_a_large_network_is_gathered_and_says_so(limit: int) -> None:
    network = weave(both())
    smaller, notes = gather(network, limit=limit)
    assert len(smaller) <= limit
    assert notes
    assert len(network) == len(weave(both()))


def test_leaves_stand_together() -> None:
    network = weave(council(COUNTY, PANEL, [f"P{number} Name" for number in range(50)], "2017-03-13"))
    smaller, notes = gather(network, limit=20)
    groups = [data["label"] for _, data in smaller.nodes(data=True) if data["kind"] == "group"]
    assert groups == ["49 of kind person"]
    assert [data["text"] for _, _, data in smaller.edges(data=True) if data["relation"] == GATHERED] == ["49 that are linked to nothing else here"]
    assert any("49 of kind person" in note for note in notes)


def test_facts_are_cut_the_newest_kept() -> None:
    rows = [{"document": f"{year}.txt", "person": "P Denham", "body": PANEL, "date": str(year), "quote": "member"} for year in range(2000, 2020)]
    smaller, notes = gather(weave({"memberships": rows}), facts=10)
    assert sorted(data["date"] for _, _, data in smaller.edges(data=True)) == [str(year) for year in range(2010, 2020)]
    assert notes == ("10 of 20 facts are left out: the newest 10 of each kind between two are kept.",)
