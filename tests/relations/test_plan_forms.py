"""The forms in which papers name one plan, what is none, and which inspection a plan answers by its name."""

from __future__ import annotations

import pytest

from graph_builder import vocabulary as v
from tests.relations.told import Node, minutes, nodes, read


def plans(words: str, **how: str) -> list[Node]:
    return list(nodes(read(minutes(words, **how)), v.PLAN).values())


ONE = [
    (
        "The Board considered the Youth Justice Plan for Elmshire for 2024-27. RESOLVED that the 2024-27 Youth Justice Plan be recommended to Council.",
        ["2024-27 Youth Justice Plan", "Youth Justice Plan"],
    ),
    (
        "The Panel noted the Adult Social Care Improvement Plan. The nine priorities in the ASC Improvement Plan were set out.",
        ["ASC Improvement Plan", "Adult Social Care Improvement Plan"],
    ),
]


@pytest.mark.parametrize("words, names", ONE)
def test_two_forms_of_a_name_are_one_plan(words: str, names: list[str]) -> None:
    [node] = plans(words)
    assert sorted(node[v.ALT_LABEL]) == names


def test_a_period_of_two_financial_years_is_whole() -> None:
    [node] = plans("Cabinet noted the Medium Term Financial Strategy (MTFS) 2023/24 to 2026/27.")
    assert (node[v.PERIOD], node[v.ACRONYM]) == (["2023/24 to 2026/27"], ["MTFS"])


NONE = [
    "In attendance: Ann Roe, Head of Transparency Strategy; Bob Dunn, DD Housing Strategy; Carl Eve, Director of Place Strategy.",
    "The Assistant Director for Housing Strategy introduced the report.",
    "The partners had been asked to prepare an action plan in response to the CQC's criticisms.",
]


@pytest.mark.parametrize("words", NONE)
def test_what_a_post_is_for_and_what_was_asked_for_is_no_plan(words: str) -> None:
    assert not plans(words)


def test_a_plan_behind_somebodys_post_stays_one() -> None:
    assert [node[v.ALT_LABEL] for node in plans("The Head of Service presented the Housing Strategy.")] == [["Housing Strategy"]]


def test_a_plan_named_by_an_inspectorate_answers_its_inspection() -> None:
    [node] = plans("The Ofsted Improvement Plan was in place. The Ofsted inspection in June 2018 had found the services to require improvement.")
    assert node[v.RESPONDS_TO] == ["2018-06-01"]
    [node] = plans("The CQC Improvement Plan was in place. The Ofsted inspection in June 2018 had found the services to require improvement.")
    assert node[v.RESPONDS_TO] == []


def test_a_plan_that_responded_to_an_inspection_answers_it() -> None:
    words = (
        "The Director said that the improvement plan, which responded to the findings of the Ofsted inspection of children's services in July 2018, had been "
        "refreshed."
    )
    [node] = plans(words)
    assert node[v.RESPONDS_TO] == ["2018-07-01"]


def test_a_statement_sent_to_a_department_answers_the_inspection_of_others() -> None:
    words = (
        "The report gave the outcome of the joint local area SEND inspection by Ofsted and the Care Quality Commission from 4 to 8 December 2017. The Local "
        "Authority was required to submit a Written Statement of Action to the Department for Education (DfE)."
    )
    [node] = plans(words)
    assert node[v.RESPONDS_TO] == ["2017-12-04"]


def test_a_numbered_decision_that_adopts_a_plan_approves_it() -> None:
    words = "RESOLVED that the Cabinet:\n\n2.1 Noted the report;\n\n2.2 Adopted the Youth Justice Plan as part of the Council's Policy Framework."
    found = nodes(read(minutes(words)), v.APPROVAL)
    assert [node[v.EARLIEST] for node in found.values()] == [["2019-03-13"]]


def test_the_countys_plan_is_none_of_a_district() -> None:
    words = "The County's Local Transport Plan 4 (LTP4) was relevant."
    [node] = plans(words, council="Larming District Council")
    assert (node[v.OWNED_BY], node[v.ALT_LABEL]) == ([], ["Local Transport Plan 4"])
    [node] = plans(words)
    assert node[v.OWNED_BY] == ["ashford-county-council"]


def test_the_heading_of_an_item_is_no_plan_of_its_own() -> None:
    assert [node[v.PERIOD] for node in plans("The Board had published its Local Well-being Plan 2018-23.", title="Well-being Plan")] == [["2018-23"]]
    found = plans("The Ashwell Neighbourhood Development Plan (NDP) had passed its referendum.", title="Neighbourhood Plan")
    assert [sorted(node[v.ALT_LABEL]) for node in found] == [["Ashwell Neighbourhood Development Plan", "Neighbourhood Plan"]]


def test_a_name_with_a_list_in_it_and_a_joint_forward_plan_are_whole() -> None:
    assert [node[v.ALT_LABEL] for node in plans("The Housing, Homelessness and Rough Sleeping Strategy was noted.")] == [
        ["Housing, Homelessness and Rough Sleeping Strategy"]
    ]
    assert [node[v.ALT_LABEL] for node in plans("The Forum noted the Forward Plan and the Joint Forward Plan (JFP).")] == [["Joint Forward Plan"]]


APPROVED = [
    ("The Capital Strategy, the Property Strategy and the Investment Strategy had been approved by Full Council on 28 February 2019.", 3),
    ("The Capital Strategy and the Investment Strategy was approved by Full Council on 28 February 2019.", 1),
    ("The Board noted the Local Outcomes Improvement Plan (LOIP). The LOIP had been approved by the Community Planning Board on 12 February 2019.", 1),
]


@pytest.mark.parametrize("words, number", APPROVED)
def test_what_was_approved_together_was_each_approved(words: str, number: int) -> None:
    assert len([node for node in nodes(read(minutes(words)), v.APPROVAL).values() if node[v.EARLIEST]]) == number
