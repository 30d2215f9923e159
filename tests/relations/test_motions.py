"""Who proposed, who seconded, how the votes fell, and who voted how."""

from __future__ import annotations

import pytest

from graph_builder.relations.decisions import motions, rolls, votes
from tests.resolution.papers import item


@pytest.mark.parametrize(
    "text, proposer, seconder",
    [
        ("Proposed by Councillor Hall and seconded by Councillor Dunn", "Hall", "Dunn"),
        ("Proposed by Cllr. R. Hall, seconded by Cllr. C. Dunn.", "Hall", "Dunn"),
        ("Proposed Cllr Hall, seconded Cllr Dunn and agreed.", "Hall", "Dunn"),
        ("Proposer: Cllr Hall Seconder: Cllr Dunn", "Hall", "Dunn"),
        ("PROPOSED by Councillor HALL, SECONDED by Councillor DUNN", "Hall", "Dunn"),
        ("Moved by Mrs Hall, seconded by Mr Dunn:", "Hall", "Dunn"),
        ("(Proposed by Cllr Hall/Seconded by Cllr Dunn)", "Hall", "Dunn"),
        ("Prop. Cllr Hall, sec. Cllr Dunn", "Hall", "Dunn"),
        ("Prop: R Hall  Sec: C Dunn", "Hall", "Dunn"),
        ("It was proposed by Cllr Hall, 2nd Cllr Dunn", "Hall", "Dunn"),
        ("On the proposal of Councillor Hall, seconded by Councillor Dunn, it was resolved", "Hall", "Dunn"),
        ("Councillor Hall proposed, Councillor Dunn seconded", "Hall", "Dunn"),
        ("Councillor Hall proposed and Councillor Dunn seconded that the depot be kept", "Hall", "Dunn"),
        ("Councillor Hall moved, seconded by Councillor Dunn, that the depot be kept", "Hall", "Dunn"),
        ("Councillor Hall moved the recommendations in the report, which was seconded by Councillor Dunn", "Hall", "Dunn"),
        ("Councillor Hall proposed that the depot be kept and Councillor Dunn seconded", "Hall", "Dunn"),
        ("Cllr Hall nominated Cllr Bell, seconded by Cllr Dunn", "Hall", "Dunn"),
        ("The motion was moved by Councillor Hall and duly seconded by Councillor Dunn", "Hall", "Dunn"),
        ("Proposed: Ruth Hall; Seconded: Colin Dunn", "Hall", "Dunn"),
        ("Proposed by Cllr E O'Hara, seconded by Cllr M Uí Chonchúir", "O'Hara", "Uí Chonchúir"),
        ("Proposed by Cllr J Pryce-Jones, seconded by Cllr A van Berg", "Pryce-Jones", "van Berg"),
        ("Proposed RH, seconded CD.", "RH", "CD"),
        ("Proposed by Councillor Hall;", "Hall", ""),
        ("Seconded by Councillor Dunn.", "", "Dunn"),
        ("Proposed by: Cllr Hall", "Hall", ""),
    ],
)
def test_movers(text: str, proposer: str, seconder: str) -> None:
    found = motions.movers(text)
    assert found is not None
    assert (found.proposer.surname if found.proposer else "") == proposer
    assert (found.seconder.surname if found.seconder else "") == seconder
    assert 0 <= found.start < found.end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "The report was noted.",
        "The proposed scheme would cost less.",
        "The second phase of the works",
        "Members discussed the proposal.",
        "It was proposed and seconded that the depot be kept.",
        "The proposed changes were seconded to none",
        "Secondary schools were full.",
    ],
)
def test_no_movers(text: str) -> None:
    assert motions.movers(text) is None


@pytest.mark.parametrize(
    "text, alone",
    [
        ("Proposed by Councillor Hall; Seconded by Councillor Dunn", True),
        ("Proposed by Councillor Hall", True),
        ("Seconded by Councillor Dunn", True),
        ("Proposed by Councillor Hall, seconded by Councillor Dunn and resolved:", True),
        ("Councillor Hall proposed, seconded by Councillor Dunn, that the old depot in Mill Lane be kept", False),
        ("Councillor Hall spoke.", False),
    ],
)
def test_movers_on_a_line_of_their_own(text: str, *, alone: bool) -> None:
    assert (motions.movers_alone(text) is not None) is alone


def test_two_lines_name_one_motion() -> None:
    first, second = motions.movers("Proposed by Councillor Hall"), motions.movers("Seconded by Councillor Dunn")
    assert first is not None
    assert second is not None
    both = motions.joined(first, second)
    assert both.proposer is not None
    assert both.seconder is not None
    assert (both.proposer.surname, both.seconder.surname) == ("Hall", "Dunn")


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("5 votes for, 2 against and 1 abstention", (5, 2, 1)),
        ("5 votes in favour, 2 votes against", (5, 2, None)),
        ("5 in favour, 2 against, 1 abstained", (5, 2, 1)),
        ("5 members voted for, 2 members voted against", (5, 2, None)),
        ("For: 5 Against: 2 Abstentions: 1", (5, 2, 1)),
        ("FOR 5, AGAINST 2", (5, 2, None)),
        ("For – 5; Against – 2; Abstain – 0", (5, 2, 0)),
        ("For (5), Against (2), Abstained (1)", (5, 2, 1)),
        ("carried by 5 votes to 2", (5, 2, None)),
        ("lost by 3 to 4 with 1 abstention", (3, 4, 1)),
        ("six votes for and four against", (6, 4, None)),
        ("seven for, none against", (7, 0, None)),
        ("seven in favour, nil against, two abstentions", (7, 0, 2)),
        ("12 for, no members against, 1 abstention", (12, 0, 1)),
        ("5 for", None),
        ("The motion was carried unanimously.", None),
        ("All in favour.", None),
        ("£5 for each child, against a target of 10", None),
    ],
)
def test_counts(text: str, wanted: tuple[int | None, ...] | None) -> None:
    assert votes.counts(text) == wanted


@pytest.mark.parametrize(
    "words, wanted",
    [
        ("For: Councillors Hall, Dunn and Meade. Against: Councillor Bell.", {("for", "Hall"), ("for", "Dunn"), ("for", "Meade"), ("against", "Bell")}),
        ("For (2): Cllrs Hall and Dunn\n\nAgainst (1): Cllr Bell", {("for", "Hall"), ("for", "Dunn"), ("against", "Bell")}),
        ("FOR: Hall, Dunn AGAINST: Bell ABSTAINED: Meade", {("for", "Hall"), ("for", "Dunn"), ("against", "Bell"), ("abstained", "Meade")}),
        ("In favour: Councillors R Hall and C Dunn", {("for", "Hall"), ("for", "Dunn")}),
        ("Abstentions: Councillor Meade", {("abstained", "Meade")}),
        ("Councillor Bell asked that her vote against be recorded.", {("against", "Bell")}),
        ("Councillor Bell requested that his abstention be recorded in the minutes.", {("abstained", "Bell")}),
        ("Arguments for: Better roads. Arguments against: Cost.", set()),
        ("The Panel voted for the motion.", set()),
        ("Councillor Hall spoke against the motion.", set()),
    ],
)
def test_votes_by_name(words: str, wanted: set[tuple[str, str]]) -> None:
    cast = [vote for roll in rolls.find(item(words).paragraphs) for vote in roll.votes if roll.sure]
    assert {(vote.how, vote.name.surname) for vote in cast} == wanted


def test_an_office_is_nobodys_name() -> None:
    found = motions.movers("On being proposed by the Mayor and seconded by Councillor Dutton, it was")
    assert found is not None
    assert found.proposer is None
    assert found.seconder is not None
    assert found.seconder.surname == "Dutton"
