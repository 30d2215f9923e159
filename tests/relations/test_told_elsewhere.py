"""What running text tells beside the lists: decisions of other bodies, posts that came without a name, seats on bodies."""

from __future__ import annotations

import pytest

from graph_builder import vocabulary as v
from tests.relations.told import minutes, nodes, read

REPORTED = [
    (
        "It was agreed by the Overview and Scrutiny Performance Board that the decision should be accepted.",
        "overview-and-scrutiny-performance-board",
        "that the decision should be accepted",
    ),
    ("The Planning Committee had resolved on 3 March 2019 to refuse the application.", "planning-committee", "to refuse the application"),
    ("The budget for the centre was approved by Cabinet in February 2019.", "cabinet", "The budget for the centre"),
    ("Dunsford City Council had agreed to sell the land.", "dunsford-city-council", "to sell the land"),
    ("The Schools Forum had agreed that the grant be passed on.", "schools-forum", "that the grant be passed on"),
    ("The plan was endorsed by the Health and Wellbeing Board in June.", "health-and-wellbeing-board", "The plan"),
]
NOT_REPORTED = [
    "Councillor Bell asked whether Dunsford City Council had agreed to sell the land.",
    "It was understood that Dunsford City Council had endorsed the draft.",
    "If the Planning Committee had agreed to it, the work could have begun.",
    "The Panel had agreed to look at it again.",
    "The Director had agreed to look into it.",
    "Members had agreed that the plan was good.",
    "The report was approved by the Head of Service.",
    "It was hoped that the Schools Forum had agreed to the change.",
    "The scheme had not been approved by Cabinet.",
]
INVITED = [
    ("The Director of Children, Families and Communities was invited to the meeting.", {"Director of Children, Families and Communities"}),
    (
        "The Cabinet Member with Responsibility for Education and Skills and the Interim Assistant Director - Education and Skills "
        "were invited to the Meeting to discuss the strategy.",
        {"Cabinet Member with Responsibility for Education and Skills", "Interim Assistant Director - Education and Skills"},
    ),
    ("The Head of Planning attended the meeting to answer questions.", {"Head of Planning"}),
    (
        "The Independent Chairman of the Safeguarding Partnership had been invited to the meeting to present the report.",
        {"Independent Chairman of the Safeguarding Partnership"},
    ),
    ("The Director of Social Care and Safeguarding also attended.", {"Director of Social Care and Safeguarding"}),
]
NOT_INVITED = [
    "The Head of Planning, Jane Smith, attended the meeting.",
    "The public were invited to the meeting.",
    "The Director would be invited to the next meeting.",
    "The report attended to the matter.",
    "The school was invited to the meeting.",
]
SEATS = [
    (
        "The report was introduced by the chairman of the group, Councillor C Dunn.",
        "SEND Provision Task and Finish Group - Outcomes",
        ("dunn-c", "send-provision-task-and-finish-group", "role:chair"),
    ),
    (
        "The Safeguarding Improvement Board now had representation from Pattie Hill (Labour) and John Thomas (Independent).",
        "Update",
        ("hill-pattie", "safeguarding-improvement-board", "role:member"),
    ),
    (
        "The Corporate Parenting Board met in June. Mrs Anne Poole was a member of the Corporate Parenting Board.",
        "Update",
        ("poole-anne", "corporate-parenting-board", "role:member"),
    ),
]


@pytest.mark.parametrize("words, body, what", REPORTED)
def test_a_decision_of_another_body_belongs_to_that_body(words: str, body: str, what: str) -> None:
    found = [node for node in nodes(read(minutes(words)), v.DECISION).values() if node[v.DECIDED_BY] == [body]]
    assert [node[v.TEXT] for node in found] == [[what]]
    assert not found[0][v.AT_MEETING]


@pytest.mark.parametrize("words", NOT_REPORTED)
def test_what_is_asked_hoped_or_this_bodys_own_is_not_reported(words: str) -> None:
    found = nodes(read(minutes(words)), v.DECISION).values()
    assert not [node for node in found if node[v.DECIDED_BY] != ["children-and-education-panel"]]


@pytest.mark.parametrize("words, posts", INVITED)
def test_a_post_attends_without_a_name(words: str, posts: set[str]) -> None:
    reading = read(minutes(words))
    labels = {s.subject: s.object for s in reading.statements if s.predicate == v.ALT_LABEL}
    held = [s.object for s in reading.statements if s.predicate == v.OF_POST and "/attendance/post-" in s.subject]
    assert {getattr(labels[str(post)], "value", "") for post in held} == posts


@pytest.mark.parametrize("words", NOT_INVITED)
def test_no_post_is_made_of_other_words(words: str) -> None:
    assert not [id_ for id_ in nodes(read(minutes(words)), v.ATTENDANCE) if "/attendance/post-" in id_]


@pytest.mark.parametrize("words, title, seat", SEATS)
def test_a_seat_on_a_body_is_read(words: str, title: str, seat: tuple[str, str, str]) -> None:
    found = nodes(read(minutes(words, title=title)), v.MEMBERSHIP).values()
    assert seat in {(node[v.MEMBER][0], node[v.OF_ORGANISATION][0], node[v.ROLE][0]) for node in found}
