"""One id for one body: by name within a council, national bodies and councils everywhere."""

from __future__ import annotations

import pytest

from graph_builder import vocabulary as v
from graph_builder.model import Reading
from graph_builder.resolution import resolve
from graph_builder.resolution.bodies import council_slug
from tests.resolution.by_hand import paper
from tests.resolution.papers import HEAD, minutes, reading


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
        ("Dorset County Council", "dorset-county"),
        ("Dorset Council", "dorset"),
        ("Cork City Council", "cork-city"),
        ("Cork County Council", "cork-county"),
        ("Herefordshire Council", "herefordshire"),
        ("Council", "council"),
    ],
)
def test_the_part_of_ids_that_names_a_council(name: str, part: str) -> None:
    assert council_slug(name) == part


def test_a_county_council_and_the_council_that_followed_it_are_two() -> None:
    found = bodies(paper(bodies=["Audit Committee"], council="Dorset County Council"), paper(bodies=["Audit Committee"], council="Dorset Council"))
    assert found == {"id:body/dorset-county/audit-committee", "id:body/dorset/audit-committee", "id:council/dorset-county", "id:council/dorset"}


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


@pytest.mark.parametrize(
    "left, right",
    [
        ("Full Council", "Council"),
        ("Annual Council", "Extraordinary Council"),
        ("Ashford Schools Forum", "Schools Forum"),  # with its own council's place
        ("previous Audit Committee", "Audit Committee"),
    ],
)
def test_other_words_for_one_body(left: str, right: str) -> None:
    assert len(bodies(paper(bodies=[left]), paper(bodies=[right], number=1))) == 1


@pytest.mark.parametrize("left, right", [("Ashford Board", "Board"), ("Ashford Hospital", "Hospital"), ("North Schools Forum", "Schools Forum")])
def test_a_place_before_a_name_that_says_too_little(left: str, right: str) -> None:
    assert len(bodies(paper(bodies=[left]), paper(bodies=[right], number=1))) == 2


def test_the_body_of_another_council_is_that_council_s() -> None:
    here = paper(bodies=["Wexcombe Schools Forum", "Schools Forum"])
    there = paper(bodies=["Schools Forum"], council="Wexcombe Borough Council")
    assert bodies(here, there) == {"id:body/ashford/schools-forum", "id:body/wexcombe/schools-forum", "id:council/wexcombe"}
    assert "id:body/ashford/wexcombe-schools-forum" in bodies(here)


@pytest.mark.parametrize("name", ["Youth Council", "Parent Carers Council", "Young People's Council", "Arts Council"])
def test_a_council_of_people_is_no_authority(name: str) -> None:
    assert bodies(paper(bodies=[name])) == {f"id:body/ashford/{name.lower().replace(' ', '-').removesuffix('-council').replace(chr(39) + 's', '')}-council"}


def test_papers_that_name_no_council_share_no_bodies() -> None:
    found = bodies(paper(bodies=["Audit Committee"], council=""), paper(bodies=["Audit Committee"], council="", number=1))
    assert len([id_ for id_ in found if "audit-committee" in id_]) == 2


CUT = "The Growth, Skills and Culture Committee met on 12 May 2021 and asked for a report."


def test_a_comma_in_a_name_makes_no_second_body() -> None:
    head = HEAD.replace("Housing and Planning Panel", "Growth, Skills and Culture Committee")
    assert bodies(reading(minutes(CUT, head=head))) == {"id:body/ashford/growth-skills-and-culture-committee"}


def test_the_end_of_a_name_is_a_body_where_it_stands_alone() -> None:
    head = HEAD.replace("Housing and Planning Panel", "Growth, Skills and Culture Committee")
    alone = reading(minutes("The Skills and Culture Committee met on 12 May 2021 and asked for a report.", head=head))
    assert "id:body/ashford/skills-and-culture-committee" in bodies(alone)


DEFINES = "The Panel noted the work of the Wexcombe Learning Partnership (WLP) and the Corporate Scrutiny Board (CSB)."
ACTION = "ACTION: WLP to bring a report to the next meeting."


def assigned(*texts: str, council: str = "Ashford County Council") -> set[object]:
    """To whom the task of the last paper is given, where the graph says it by id."""
    papers = [reading(minutes(text)) for text in texts[:-1]]
    last = reading(minutes(texts[-1], head=HEAD.replace("Ashford County Council", council).replace("13 March", "10 April").replace("Wednesday ", "")))
    return {s.object for s in resolve([*papers, last]) if s.predicate == v.ASSIGNED_TO}


def test_an_abbreviation_that_another_paper_of_the_council_defines() -> None:
    assert assigned(ACTION) == set()
    assert assigned(DEFINES, ACTION) == {"id:body/ashford/wexcombe-learning-partnership"}
    assert assigned(DEFINES, ACTION.replace("WLP", "NHSE")) == {"id:body/nhs-england"}


def test_an_abbreviation_of_two_bodies_or_of_another_council_means_nobody() -> None:
    other = DEFINES.replace("Wexcombe Learning", "Western Liaison")
    assert assigned(DEFINES, other, ACTION) == set()
    assert assigned(DEFINES, ACTION, council="Orme Borough Council") == set()


def test_published_ids_of_one_body_point_to_the_one_that_remains() -> None:
    published = {f"id:body/{council}west-mercia-police": FORCE for council in ("ashford/", "wexcombe-parish/", "")}
    said = resolve([paper(bodies=[FORCE])], published=published)
    pointers = {s.subject: s.object for s in said if s.predicate == v.REPLACED_BY}
    assert "id:body/west-mercia-police" in {s.subject for s in said if s.predicate == v.LABEL}
    assert pointers == {f"id:body/{council}/west-mercia-police": "id:body/west-mercia-police" for council in ("ashford", "wexcombe-parish")}
