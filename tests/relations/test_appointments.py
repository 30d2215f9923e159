"""Who was elected, appointed or co-opted to what, and who left: sentences, resolutions and lists of many councils' styles; and what is no appointment."""

from __future__ import annotations

import pytest

from graph_builder import vocabulary as v
from tests.relations.told import document, minutes, nodes, read

Told = set[tuple[str, str, str]]


def told(words: str, title: str = "Report of the Director") -> Told:
    """Who is told to be what in an item of minutes: (person, body or post, role; "left" where they had gone)."""
    reading = read(minutes(words, title=title))
    rules = {"elected-to-chair", "resolved-to-appoint", "told-as-appointed", "told-as-gone", "listed-as-appointed"}
    mine = {s.subject for s in reading.statements if s.rule in rules}
    found: Told = set()
    for kind, what in ((v.MEMBERSHIP, v.OF_ORGANISATION), (v.POST_HOLDING, v.OF_POST)):
        for id_, node in nodes(reading, kind).items():
            if id_ in mine:
                role = node[v.ROLE][0].removeprefix("role:") if node[v.ROLE] else "post"
                found.add((node[v.MEMBER][0], node[what][0], f"left {role}" if node[v.ENDED_BY] else role))
    return found


OWN = "children-and-education-panel"


@pytest.mark.parametrize(
    "words, wanted",
    [
        ("Councillor Dunn was elected Chairman for the ensuing year.", {("dunn-c", OWN, "chair")}),
        ("Councillor C Dunn was duly re-elected as Vice-Chair for the municipal year 2019/20.", {("dunn-c", OWN, "vice-chair")}),
        ("RESOLVED: That Councillor Dunn be appointed to the Parking Working Group.", {("dunn-c", "parking-working-group", "member")}),
        (
            "RESOLVED: That Councillors Bell and Dunn be appointed to the Audit and Risk Committee.",
            {("bell-a", "audit-and-risk-committee", "member"), ("dunn-c", "audit-and-risk-committee", "member")},
        ),
        ("The Leader appointed Councillor Dunn as Cabinet Member for Roads and Bridges.", {("dunn-c", "cabinet-member-for-roads-and-bridges", "post")}),
        ("Cllr Dunn was appointed as the Council's representative on the Mill Trust.", {("dunn-c", "mill-trust", "representative")}),
        (
            "RESOLVED to appoint Mrs Ada Poole (Parent Governor) as a co-opted member of the Schools Scrutiny Panel.",
            {("poole-ada", "schools-scrutiny-panel", "co-opted")},
        ),
        ("Both names were put to the vote and Councillor Dunn was elected Chair of the Harbour Committee.", {("dunn-c", "harbour-committee", "chair")}),
        (
            "RESOLVED: That Councillor Dunn be appointed for the ensuing year to serve on the Joint Harbour Committee.",
            {("dunn-c", "joint-harbour-committee", "member")},
        ),
        (
            "Councillor Dunn agreed to continue as Chairman, signed the declaration and took the chair for the remainder of the meeting.",
            {("dunn-c", OWN, "chair")},
        ),
        (
            "Members of the Playing Field Working Group were confirmed as Cllrs A Bell (Chairman) and C Dunn.",
            {("bell-a", "playing-field-working-group", "chair"), ("dunn-c", "playing-field-working-group", "member")},
        ),
        ("RESOLVED that Councillor Dunn be and is hereby elected Deputy Mayor of the Borough.", {("dunn-c", "deputy-mayor-of-the-borough", "post")}),
        (
            "RESOLVED: That Councillor Dunn who is a Member of the Harbour Committee, be appointed Vice-Chairman of the Roads Committee.",
            {("dunn-c", "roads-committee", "vice-chair")},
        ),
        ("Councillor Dunn accepted the position of Vice Chairman.", {("dunn-c", OWN, "vice-chair")}),
        ("Councillor Dunn agreed to continue as Chairman for the coming year.", {("dunn-c", OWN, "chair")}),
        ("Cllr Dunn was added to the Rights of Way Committee.", {("dunn-c", "rights-of-way-committee", "member")}),
        (
            "RESOLVED: That Councillor Dunn replace Councillor Bell on the Harbour Committee.",
            {("dunn-c", "harbour-committee", "member")},
        ),
        ("RESOLVED: That Councillor Dunn be elected Mayor of Ashford for 2019/20.", {("dunn-c", "mayor-of-ashford", "post")}),
        ("Councillor Dunn was elected as Chair of the Panel for the 2024/25 Municipal Year.", {("dunn-c", OWN, "chair")}),
        ("Councillor Dunn was elected Chairman for the 2021/22 municipal year.", {("dunn-c", OWN, "chair")}),
        ("Councillor Dunn was re-elected as Vice Chairman for the same period.", {("dunn-c", OWN, "vice-chair")}),
        ("There being no others, A Bell declared Cllr Dunn elected as Cathoirleach of the Panel for the period 2019/2020.", {("dunn-c", OWN, "chair")}),
        ("Mr Hay had been appointed as Chair of the Vale Care Board.", {("hay", "vale-care-board", "chair")}),
        ("Cllr Dunn had resigned from the Playing Field committee.", {("dunn-c", "playing-field-committee", "left member")}),
        ("The Chairman noted the resignation of Councillor Dunn from the Harbour Committee.", {("dunn-c", "harbour-committee", "left member")}),
        ("Cllr Dunn has stood down as Chair of the Harbour Committee.", {("dunn-c", "harbour-committee", "left chair")}),
    ],
)
def test_who_is_told_to_be_chosen_or_gone(words: str, wanted: Told) -> None:
    assert told(words) == wanted


@pytest.mark.parametrize(
    "words",
    [
        "Councillor Bell proposed that Councillor Dunn be elected Chair of the Harbour Committee.",
        "It was asked whether Councillor Dunn was appointed to the Harbour Committee.",
        "Councillor Dunn was nominated as Chair of the Harbour Committee.",
        "RESOLVED to recommend to Council that Councillor Dunn be appointed to the Harbour Committee.",
        "Councillor Dunn wished to stand down from the Harbour Committee.",
        "Councillor Dunn would be elected Chairman in May.",
        "Councillor Dunn had been appointed as the Deputy Leader in May 2014.",
        "RESOLVED: That in the absence of the Chairman Councillor Dunn be appointed Chairman for this meeting.",
        "If Councillor Dunn was elected Chairman, there would be a vacancy.",
        "Councillor Dunn was appointed in order to help.",
        "Councillor Dunn was elected in 2017.",
        # of another body, which the words do not name
        "The new board was told of: Councillor Dunn had been appointed as Chair.",
        "Councillor Dunn had been appointed as Chair Designate.",
        "Councillor Dunn was elected.",
        "The Clerk appointed a contractor; Councillor Dunn thanked her.",
        "The contractor appointed by Councillor Dunn as a stopgap had gone.",
        "It was moved and seconded that Councillor Dunn be elected Chairman. On being put to the vote the motion was lost.",
    ],
)
def test_what_is_no_appointment(words: str) -> None:
    assert told(words) == set()


LISTS = [
    ("Finance Committee: Cllrs A Bell (Chair) and C Dunn", {("bell-a", "finance-committee", "chair"), ("dunn-c", "finance-committee", "member")}),
    (
        "The following were agreed:\n\nFinance Committee\n\nCllr A Bell (Chair), Cllr C Dunn\n\nTree Warden\n\nCllr C Dunn",
        {("bell-a", "finance-committee", "chair"), ("dunn-c", "finance-committee", "member"), ("dunn-c", "tree-warden", "post")},
    ),
    ("Finance: Cllrs A Bell (Chairman) and C Dunn", {("bell-a", "finance-committee", "chair"), ("dunn-c", "finance-committee", "member")}),
    (
        "Harbour Committee – 1 additional seat (Green) – Councillor C Dunn.",
        {("dunn-c", "harbour-committee", "member")},
    ),
    # each line of several has its own label, and nobody has the label of the line before
    (
        "Village Hall Representative: Cllr C Dunn\nTree Warden: Cllr A Bell",
        {("dunn-c", "village-hall-representative", "post"), ("bell-a", "tree-warden", "post")},
    ),
    ("Tree Wardens: Cllr A Bell (Holt), Cllr C Dunn (Mill)", {("bell-a", "tree-warden", "post"), ("dunn-c", "tree-warden", "post")}),
    ("Planning Committee: Cllrs Bell, Dunn (Vice Chair)", {("bell-a", "planning-committee", "member"), ("dunn-c", "planning-committee", "vice-chair")}),
]


@pytest.mark.parametrize("words, wanted", LISTS)
def test_lists_of_who_sits_on_what(words: str, wanted: Told) -> None:
    assert told(words, title="Appointment of Committees") == wanted


def test_representatives_on_outside_bodies() -> None:
    words = "Village Hall Committee: Cllr A Bell\n\nMill Trust – Cllrs Bell and Dunn\n\nAge Concern Ashford Association - Cllr C Dunn"
    assert {one for one in told(words, title="Representatives on Outside Bodies") if one[1] == "mill-trust"} == {
        ("bell-a", "mill-trust", "representative"),
        ("dunn-c", "mill-trust", "representative"),
    }


@pytest.mark.parametrize(
    "title, words",
    [
        ("Appointment of Committees", "Finance Committee: Cllr A Bell reported that the accounts were in order."),
        ("Reports from Committees", "Finance Committee: Cllr A Bell"),
        ("Planning applications", "Objectors: Cllr A Bell and Cllr C Dunn"),
        ("Appointment of Committees", "Finance Committee: vacancy"),
        ("Declarations of interest", "Harbour Committee: Cllr A Bell"),
        ("Appointment of the Committee", "Contact: Cllr A Bell"),
        ("Committee portfolios", "Leisure: Cllr A Bell"),
    ],
)
def test_what_is_no_list_of_members(title: str, words: str) -> None:
    assert told(words, title=title) == set()


def test_cabinet_members_in_lines_that_alternate() -> None:
    words = "RESOLVED that the Cabinet be as follows:\n\nLeader of the Council\n\nCouncillor Bell\n\nCabinet Member – Roads\n\nCouncillor Dunn"
    assert told(words, title="Cabinet and Deputy Leader") == {("bell-a", "leader-of-the-council", "post"), ("dunn-c", "cabinet-member-roads", "post")}


def test_who_chairs_a_body_by_post_is_in_its_chair() -> None:
    text = minutes("Councillor C Dunn, Chair of the Harbour Committee, was thanked.")
    found = nodes(read(text), v.MEMBERSHIP).values()
    assert ("dunn-c", "harbour-committee", "role:chair") in {(n[v.MEMBER][0], n[v.OF_ORGANISATION][0], n[v.ROLE][0]) for n in found}


def test_who_seconded_is_not_elected_too() -> None:
    words = "On a proposal by the Chairman, seconded by Cllr A Bell, Cllr C Dunn was elected as Vice-Chairman for the coming year."
    assert {person for person, *_ in told(words, title="Election of the Vice-Chairman")} == {"dunn-c"}


def test_an_agenda_proposes_nobody_as_chosen() -> None:
    text = "Ashford County Council\n\nAgenda for the Council on 13 May 2019\n\n1. Appointments to Committees\n\nFinance Committee: Cllrs A Bell and C Dunn\n"
    reading = read(document(text, kind="agenda", council="Ashford County Council"))
    assert not nodes(reading, v.MEMBERSHIP)


def test_a_list_of_what_is_recommended_appoints_nobody() -> None:
    words = "The Mayoral Committee had made recommendations for the coming year as follows:\n\nMayor – Councillor Bell\n\nDeputy Mayor – Councillor Dunn"
    reading = read(minutes(words, title="Appointment of Mayor"))
    assert told(words, title="Appointment of Mayor") == set()
    assert not nodes(reading, v.POST_HOLDING)


def test_who_had_left_is_not_told_without_a_day() -> None:
    text = "Ashford County Council\n\nMinutes of the Harbour Committee\n\n1. Chair\n\nFollowing the resignation of Councillor C Dunn as Leader of the Council it met.\n"
    assert not nodes(read(document(text, kind="minutes", council="Ashford County Council")), v.POST_HOLDING)


@pytest.mark.parametrize(
    "title, words, wanted",
    [
        ("Election of Chairman", "As there were no other proposals, Cllr Dunn was elected. The Chairman signed the form.", {("dunn-c", OWN, "chair")}),
        ("To elect a Vice-Chair", "Cllr Dunn was re-elected unopposed.", {("dunn-c", OWN, "vice-chair")}),
        ("Appointment of Chair", "All in favour. Cllr Dunn accepted and took the Chair.", {("dunn-c", OWN, "chair")}),
        ("Election of Chairman", "Cllr Bell (last year's Vice-Chairman) took the Chair.", set()),
        ("Election of Chairman and Vice-Chairman", "Cllr Dunn was elected.", set()),
        ("Election of Chairman of the Harbour Committee", "Cllr Dunn was elected.", set()),
    ],
)
def test_the_title_of_an_election_tells_the_office(title: str, words: str, wanted: Told) -> None:
    assert told(words, title=title) == wanted
