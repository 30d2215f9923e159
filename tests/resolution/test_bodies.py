"""One id for one body: by name within a council, national bodies and councils everywhere."""

from __future__ import annotations

import pytest

from graph_builder import vocabulary as v
from graph_builder.model import Reading
from graph_builder.resolution import resolve
from graph_builder.resolution.bodies import council_slug
from tests.resolution.by_hand import paper


def bodies(*papers: Reading) -> set[str]:
    """The ids of all bodies but the council of the papers."""
    named = {s.subject for s in resolve(papers) if s.predicate == v.LABEL}
    return {id_ for id_ in named if id_.startswith(("id:body/", "id:council/"))} - {"id:council/ashford"}


@pytest.mark.parametrize(
    "left, right",
    [
        ("Children's Board", "Children Board"),
        ("Children's Board", "Childrens Board"),
        ("Children’s Board", "Children's Board"),
        ("Health & Wellbeing Board", "Health and Wellbeing Board"),
        ("Audit Committee", "AUDIT COMMITTEE"),
        ("Members' Panel", "Members Panel"),
        ("Ofsted", "OFSTED"),
        ("Audit Committee", "Audit Committee"),
    ],
)
def test_one_body(left: str, right: str) -> None:
    assert len(bodies(paper(bodies=[left]), paper(bodies=[right], number=1))) == 1


@pytest.mark.parametrize(
    "left, right",
    [("Audit Committee", "Audit Sub-Committee"), ("Schools Forum", "School Board"), ("North Panel", "South Panel"), ("Youth Board", "Young People Board")],
)
def test_two_bodies(left: str, right: str) -> None:
    assert len(bodies(paper(bodies=[left]), paper(bodies=[right]))) == 2


def test_a_body_is_of_its_council_and_a_national_one_of_none() -> None:
    found = bodies(paper(bodies=["Audit Committee", "Ofsted"]), paper(bodies=["Audit Committee", "Ofsted"], council="Wexcombe Parish Council"))
    assert found == {"id:body/ashford/audit-committee", "id:body/wexcombe-parish/audit-committee", "id:body/ofsted", "id:council/wexcombe-parish"}


@pytest.mark.parametrize(
    "name, part",
    [
        ("Worcestershire County Council", "worcestershire"),
        ("Limerick City and County Council", "limerick"),
        ("Wereham Parish Council", "wereham-parish"),
        ("London Borough of Barnet", "barnet"),
        ("Royal Borough of Kingston", "kingston"),
        ("City of York Council", "york"),
        ("Herefordshire Council", "herefordshire"),
        ("Council", "council"),
    ],
)
def test_the_part_of_ids_that_names_a_council(name: str, part: str) -> None:
    assert council_slug(name) == part


def test_a_published_id_holds() -> None:
    said = resolve([paper(bodies=["Children's Board"])], published={"id:body/ashford/board-for-children": "Children Board", "id:body/ofsted": "Ofsted"})
    assert "id:body/ashford/board-for-children" in {s.subject for s in said}
    assert "id:body/ashford/children-board" not in {s.subject for s in said}


FORCE = "West Mercia Police"


def test_a_regional_body_is_one_in_the_papers_of_all_councils() -> None:
    papers = paper(bodies=[FORCE, "Police Panel"]), paper(bodies=[FORCE, "Police Panel"], council="Wexcombe Parish Council")
    assert bodies(*papers) == {"id:body/west-mercia-police", "id:body/ashford/police-panel", "id:body/wexcombe-parish/police-panel", "id:council/wexcombe-parish"}


@pytest.mark.parametrize("name", ["The Police", "NHS Trust", "Mental Health Trust", "Local Health Board", "Fire Service"])
def test_a_general_name_is_that_of_a_council(name: str) -> None:
    assert len(bodies(paper(bodies=[name]), paper(bodies=[name], council="Wexcombe Parish Council")) - {"id:council/wexcombe-parish"}) == 2


@pytest.mark.parametrize("left, right", [("Health and Well-being Board", "Health and Wellbeing Board"), ("Audit Sub-Committee", "Audit Subcommittee")])
def test_hyphens_make_no_other_body(left: str, right: str) -> None:
    assert len(bodies(paper(bodies=[left]), paper(bodies=[right], number=1))) == 1


def test_published_ids_of_one_body_point_to_the_one_that_remains() -> None:
    published = {f"id:body/{council}west-mercia-police": FORCE for council in ("ashford/", "wexcombe-parish/", "")}
    said = resolve([paper(bodies=[FORCE])], published=published)
    pointers = {s.subject: s.object for s in said if s.predicate == v.REPLACED_BY}
    assert "id:body/west-mercia-police" in {s.subject for s in said if s.predicate == v.LABEL}
    assert pointers == {f"id:body/{council}/west-mercia-police": "id:body/west-mercia-police" for council in ("ashford", "wexcombe-parish")}
