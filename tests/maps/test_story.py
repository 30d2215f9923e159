"""The network of all that is said, the part of it around one issue, and who was at the same meetings."""

from __future__ import annotations

import networkx
import pytest

from graph_builder import trace
from graph_builder.maps.around import around
from graph_builder.maps.gather import GATHERED, gather
from graph_builder.maps.issue import extents
from graph_builder.maps.met import MET, NOT_A_RELATION, met
from graph_builder.maps.network import weave
from graph_builder.maps.scene import compose
from graph_builder.maps.story import tell

from .rows import COMMITTEE, COUNTY, PANEL, council, told

Network = networkx.MultiDiGraph
MEETING = f"{PANEL}, 2017-03-13"


def relations(network: networkx.MultiDiGraph[str]) -> set[tuple[str, str, str]]:
    label = networkx.get_node_attributes(network, "label")
    return {(label[source], data["relation"], label[target]) for source, target, data in network.edges(data=True)}


def test_what_is_said_hangs_from_where_it_was_said() -> None:
    assert {
        (MEETING, "held by", PANEL),
        ("271. The local offer", "taken at", MEETING),
        ("271. The local offer", "is about", "SEND"),
        ("That the report be noted", "made under", "271. The local offer"),
        ("L R Duffy", "proposed", "That the report be noted"),
        ("That parents be asked", "addressed to", "Director"),
        ("To write to Ofsted", "made under", "271. The local offer"),
        ("Ofsted", "carried out", "Ofsted, 2018-03-05"),
        ("Ofsted, 2018-03-05", "looked at", COUNTY),
        (MEETING, "speaks of", "SEND Strategy"),
        (COUNTY, "owns", "SEND Strategy"),
        (MEETING, "reports", "EHC plans in time"),
        ("271. The local offer", "refers to", f"{PANEL}, 2016-01-01"),
    } <= relations(tell(told()))


def test_a_name_without_an_id_is_nobody() -> None:
    """Who is to act is drawn only where it is known who that is: another person could bear the name."""
    assert not [edge for edge in relations(tell(told())) if edge[1] == "to be done by"]


def test_values_of_one_indicator_are_facts_of_one_node_in_each_council() -> None:
    network = tell(told())
    measures = [key for key, data in network.nodes(data=True) if data["kind"] == "measure"]
    assert len(measures) == 2
    assert {data["text"] for _, _, data in network.in_edges(measures, data=True)} == {"63%"}


def test_each_paper_of_a_thing_has_its_own_quote() -> None:
    rows = told()
    rows["plans"] = [{"documents": "2017-03-13.txt | 2019-03-11.txt", "plan": "Shared Plan", "quote": "the first | the second", "claim": "id:plan/x"}]
    spoken = {(network_label, data["quote"]) for network_label, data in _edges_to(tell(rows), "id:plan/x")}
    assert spoken == {(MEETING, "the first"), (f"{COMMITTEE}, 2019-03-11", "the second")}


def test_each_paper_of_a_thing_has_its_own_address() -> None:
    rows = told()
    rows["meetings"] = [{**row, "url": f"https://a.example/{row['date']}.pdf#page=1"} for row in rows["meetings"]]
    plan = {"documents": "2017-03-13.txt | 2019-03-11.txt", "plan": "Shared Plan", "quote": "the first | the second", "claim": "id:plan/x"}
    rows["plans"] = [{**plan, "url": "https://a.example/2019-03-11.pdf#page=7"}]
    found = {data["quote"]: data["url"] for _, data in _edges_to(tell(rows), "id:plan/x")}
    assert found == {"the first": "https://a.example/2017-03-13.pdf", "the second": "https://a.example/2019-03-11.pdf#page=7"}


def _edges_to(network: networkx.MultiDiGraph[str], key: str) -> list[tuple[str, dict[str, str]]]:
    return [(network.nodes[source]["label"], data) for source, _, data in network.in_edges(key, data=True)]


def test_around_an_issue_stands_what_it_claims_and_where_that_was_said() -> None:
    network = around(tell(told()), {"id:decision/2017-03-13", "id:recommendation/2019-03-11"}, centres={"topic:send"}, topics={"topic:send"})
    found = relations(network)
    assert ("That the report be noted", "made under", "271. The local offer") in found
    assert ("271. The local offer", "taken at", MEETING) in found
    assert (MEETING, "held by", PANEL) in found
    assert ("271. The local offer", "is about", "SEND") in found
    assert not {edge for edge in found if edge[1] in ("reports", "carried out", "refers to", "speaks of")}
    assert all(data["quote"] for _, _, data in network.edges(data=True))


def test_who_else_was_there_is_drawn_when_the_meeting_is_opened() -> None:
    scene = compose(around(tell(told()), {"id:decision/2017-03-13"}))
    lines = {(scene.dots[line.source].label, line.relation): line.meeting for line in scene.lines}
    meeting = next(index for index, dot in enumerate(scene.dots) if dot.label == MEETING)
    assert lines["P Denham", "attended"] == meeting
    assert lines["L R Duffy", "proposed"] is None
    assert scene.notes[0] == "Drawn when a meeting is opened: 2 people more who were only there."


def test_the_order_of_rows_changes_nothing() -> None:
    rows = told()
    backwards = {view: list(reversed(found)) for view, found in reversed(rows.items())}
    claims = {"id:decision/2017-03-13", "id:plan/2019-03-11", "id:observation/2017-03-13"}
    assert compose(around(tell(rows), claims)) == compose(around(tell(backwards), claims))


def test_who_met_whom_says_that_it_is_no_relation() -> None:
    people = met(weave(told()))
    assert ("F M Oborski", MET, "L R Duffy") in relations(people)
    assert not {edge for edge in relations(people) if edge[0] == "F M Oborski" and edge[2] == "C A Gandy"}
    assert people.graph["notes"] == (NOT_A_RELATION,)
    quotes = {data["quote"] for _, _, data in people.edges(data=True)}
    assert "Cllr F M Oborski … Cllr L R Duffy" in quotes
    assert {data["kind"] for _, data in people.nodes(data=True)} == {"person"}


@pytest.mark.parametrize("size, drawn", [(20, 190), (90, 0)])
def test_a_crowd_is_drawn_only_where_it_met_again(size: int, drawn: int) -> None:
    crowd = council(COUNTY, PANEL, [f"Person {number}" for number in range(size)], "2017-03-13")
    again = council(COUNTY, PANEL, ["Person 0", "Person 1"], "2017-04-13")
    people = met(weave({view: crowd[view] + again[view] for view in crowd}))
    assert people.number_of_edges() == (drawn + 1 if drawn else 2)
    assert len(people.graph["notes"]) == (1 if drawn else 2)


@pytest.mark.parametrize("limit", [8, 10, 13])
def test_a_large_map_of_an_issue_is_gathered_too(limit: int) -> None:
    network = around(tell(told()), {"id:decision/2017-03-13", "id:decision/2019-03-11", "id:plan/2017-03-13", "id:recommendation/2019-03-11"})
    smaller, notes = gather(network, limit=limit)
    scene = compose(smaller, notes)
    assert len(scene.dots) <= limit < len(network)
    assert notes[0].endswith("who were only at the meetings are not drawn.")
    assert all(fact.quote for fact in scene.facts if fact.relation != GATHERED)


@pytest.mark.parametrize("silent, sentences", [(2, 3), (3, 2)])
def test_councils_that_say_nothing_are_told_of_together_where_they_are_many(silent: int, sentences: int) -> None:
    said = trace.Extent(COUNTY, ("a.txt",), (PANEL,), "2017-03-13", "2017-03-13", 4, 2)
    nothing = [trace.Extent(f"Council {number}", (), (), "", "", 0, 5, "none of its 5 papers here speaks of it") for number in range(silent)]
    found = extents((said, *nothing))
    assert len(found) == sentences
    assert found[0] == f"{COUNTY}: 1 of 2 papers, 1 body, 2017-03-13"
    assert ("3 other councils: none of their 15 papers here speaks of it, which says nothing of what they did" in found) == (silent == 3)
