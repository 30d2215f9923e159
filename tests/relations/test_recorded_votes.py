"""A vote by name is tied to the decision that it was on: never a vote on an amendment to the motion that came after it."""

from __future__ import annotations

import pytest

from graph_builder import vocabulary as v
from tests.relations.told import document, nodes, read

HEAD = """Ashford County Council

Minutes of the meeting of the County Council held on Wednesday 13 March 2019 at 10.00 am in County Hall, Ashford

Present:
Councillor A Bell (Chairman)
Councillor C Dunn
Councillor R Hall
Councillor J Meade

1. Apologies

None.

2. Bus fares

"""
MOTION = "It was moved by Councillor Bell and seconded by Councillor Dunn that the half fare be reinstated."
AMENDMENT = "An amendment was moved by Councillor Hall and seconded by Councillor Meade that the fare be reviewed first."
FIRST = "On a recorded vote on the amendment:\n\nFor (2): Councillor Hall and Councillor Meade.\n\nAgainst (2): Councillor Bell and Councillor Dunn."
SECOND = "On a recorded vote on the motion:\n\nFor (3): Councillor Bell, Councillor Dunn and Councillor Meade.\n\nAgainst (1): Councillor Hall."
FELL = "The amendment therefore fell."
RESOLVED = "Resolved: That the half fare be reinstated from January."


def told(words: str) -> list[tuple[str, str, str]]:
    """Of each vote: who, how, and what became of the matter that it was on."""
    reading = read(document(f"{HEAD}{words}\n\n3. Any other business\n\nThere was none.\n", kind="minutes", council="Ashford County Council"))
    decided = {id_.rpartition("doc:")[2].split("/", 1)[-1]: node[v.OUTCOME] for id_, node in nodes(reading, v.DECISION).items()}
    outcomes = {key.rsplit("/", 1)[-1]: outcome[0] for key, outcome in decided.items()}
    return sorted((node[v.VOTER][0], node[v.VOTE_CAST][0], outcomes[node[v.ON_DECISION][0]]) for node in nodes(reading, v.VOTE).values())


BOTH = [
    *(("bell", "against", "fell"), ("bell", "for", "resolved"), ("dunn", "against", "fell"), ("dunn", "for", "resolved")),
    *(("hall", "against", "resolved"), ("hall", "for", "fell"), ("meade", "for", "fell"), ("meade", "for", "resolved")),
]


def plain(found: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """With surnames alone in the place of ids."""
    names = ("bell", "dunn", "hall", "meade")
    return sorted((next(name for name in names if name in who), how.removeprefix("vote:"), outcome.removeprefix("outcome:")) for who, how, outcome in found)


def test_votes_on_an_amendment_are_not_on_the_motion() -> None:
    assert plain(told("\n\n".join([MOTION, AMENDMENT, FIRST, FELL, SECOND, RESOLVED]))) == sorted(BOTH)


def test_votes_on_an_amendment_of_which_nothing_became_are_left_out() -> None:
    """Where two rolls stand before the one decision that was read, only the last of them is told."""
    found = plain(told("\n\n".join([FIRST, SECOND, RESOLVED])))
    assert found == sorted(vote for vote in BOTH if vote[2] == "resolved")


@pytest.mark.parametrize("asked", ["", "\n\nCouncillor Meade asked that his vote for be recorded."])
def test_one_roll_is_of_the_last_decision(asked: str) -> None:
    roll = "For (2): Councillor Bell and Councillor Dunn.\n\nAgainst (1): Councillor Hall."
    found = plain(told(f"{roll}\n\n{RESOLVED}{asked}"))
    assert [vote for vote in found if vote[0] != "meade"] == [("bell", "for", "resolved"), ("dunn", "for", "resolved"), ("hall", "against", "resolved")]
    assert ("meade", "for", "resolved") in found or not asked


def test_votes_in_an_item_that_decides_nothing_are_not_told() -> None:
    assert told("For (2): Councillor Bell and Councillor Dunn.\n\nAgainst (1): Councillor Hall.") == []


@pytest.mark.parametrize("offices", ["", "the Provost, "])
def test_the_numbers_at_the_heads_of_a_roll_are_those_of_the_decision(offices: str) -> None:
    """A voter who is named by an office alone is in the number and not in the roll: one for, two against."""
    roll = f"On a division, there voted:-\n\nFor the procedural motion  (2)  -  Councillors Bell and Dunn.\n\nAgainst the procedural motion  (3)  -  {offices}Councillors Hall and Meade."
    words = f"{MOTION}\n\n{roll}\n\nThe Council resolved:-\n\nto reject the procedural motion."
    assert plain(told(words)) == [("bell", "for", "fell"), ("dunn", "for", "fell"), ("hall", "against", "fell"), ("meade", "against", "fell")]
    assert printed(words) == [("2", "3")]


def test_numbers_that_would_have_made_something_else_of_the_motion_are_not_told() -> None:
    roll = "For the recommendation (1) - Councillor Bell.\n\nAgainst the recommendation (3) - Councillors Dunn, Hall and Meade."
    assert printed(f"{roll}\n\n{RESOLVED}") == []
    assert printed(f"{roll.replace('(1)', '(4)')}\n\n{RESOLVED}") == [("4", "3")]


def printed(words: str) -> list[tuple[str, str]]:
    """The numbers of votes for and against of each decision that has them."""
    reading = read(document(f"{HEAD}{words}\n\n3. Any other business\n\nThere was none.\n", kind="minutes", council="Ashford County Council"))
    return [(node[v.VOTES_FOR][0], node[v.VOTES_AGAINST][0]) for node in nodes(reading, v.DECISION).values() if v.VOTES_FOR in node]
