"""Who acts in a sentence, what its verb gives, and when nobody decides."""

from __future__ import annotations

import pytest

from graph_builder.relations.decisions import acts, outcomes

PANEL = "Housing and Planning Panel"


@pytest.mark.parametrize(
    "sentence, verb, passive",
    [
        ("The Panel agreed to meet again.", "agreed", False),
        ("The Panel unanimously resolved to meet again.", "resolved", False),
        ("After discussion the Panel agreed to meet again.", "agreed", False),
        ("The Panel, having heard the officer, agreed to meet again.", "agreed", False),
        ("Members approved the minutes.", "approved", False),
        ("All members present agreed the minutes.", "agreed", False),
        ("It was resolved that the fees be held.", "resolved", False),
        ("It was then agreed that the fees be held.", "agreed", False),
        ("The Housing and Planning Panel endorsed the plan.", "endorsed", False),
        ("The meeting ratified the order.", "ratified", False),
        ("The Panel noted the report.", "noted", False),
        ("The minutes were approved.", "approved", True),
        ("The minutes were approved by the Panel.", "approved", True),
        ("The minutes were taken as read and approved.", "approved", True),
        ("The motion was carried.", "carried", True),
        ("The amendment was put to the vote and lost.", "lost", True),
        ("Mrs Hall was elected Chairman.", "elected", True),
        ("Cllr Hall elected as Vice Chairman.", "elected", True),
    ],
)
def test_an_act(sentence: str, verb: str, *, passive: bool) -> None:
    act = acts.find(sentence, body=PANEL)
    assert act is not None
    assert (act.verb, act.passive) == (verb, passive)
    assert sentence[act.start : act.end].casefold().startswith(verb)


@pytest.mark.parametrize(
    "sentence",
    [
        "Cabinet agreed to meet again.",
        "The Board approved the plan.",
        "Council resolved to close the depot.",
        "The Panel had agreed to meet again.",
        "The Panel would have agreed to meet again.",
        "The Panel has not agreed to meet again.",
        "If the Panel agreed to this, work would start.",
        "It was hoped that the plan would be approved.",
        "It was suggested that the minutes were approved too early.",
        "Has the Panel approved the plan?",
        "The Director confirmed that the Panel, which approved the plan, would be told.",
        "The plan was approved by the Minister.",
        "The plan was approved in March.",
        "The works were agreed by the contractor.",
        "The minutes are approved each month.",
        "The Panel noted that attendance had fallen.",
        "Members agreed that the works were poor.",
        "The Panel agreed with the officer.",
        "It was noted that the budget had been cut.",
        "Officers who appointed the contractor attended.",
        "The recommendation on its membership was agreed by Council on 4 March 2014.",
        "The policy was approved by the Board in due form.",
        "Minute 12 - It was confirmed that replies from two parishes were still awaited.",
    ],
)
def test_no_act(sentence: str) -> None:
    assert acts.find(sentence, body=PANEL) is None


@pytest.mark.parametrize(
    "who, body, own",
    [
        ("the Panel", PANEL, True),
        ("the Housing and Planning Panel", PANEL, True),
        ("all members present", PANEL, True),
        ("the Committee", PANEL, True),
        ("Cabinet", PANEL, False),
        ("Cabinet", "Cabinet", True),
        ("the Council", PANEL, False),
        ("the Parish Council", "Wexcombe Parish Council", True),
        ("the Board", "Health and Wellbeing Board", True),
        ("the Board", PANEL, False),
        ("the Licensing Committee", PANEL, False),
    ],
)
def test_who_is_the_body_that_meets(who: str, body: str, *, own: bool) -> None:
    assert acts.is_own(who, body) is own


@pytest.mark.parametrize(
    "words, head, outcome",
    [
        ("the report be noted", "resolved", "noted"),
        ("the report be received and noted", "resolved", "noted"),
        ("the plan be adopted", "resolved", "approved"),
        ("the item be deferred", "agreed", "deferred"),
        ("the matter be referred to Council", "resolved", "referred"),
        ("Councillor Hall be elected Chairman", "resolved", "elected"),
        ("Mrs Hall be appointed to the board", "resolved", "appointed"),
        ("the minutes be confirmed", "resolved", "confirmed"),
        ("the Director be requested to report", "resolved", "requested"),
        ("the motion was lost", "resolved", "fell"),
        ("the bridge be painted", "resolved", "resolved"),
        ("the bridge be painted", "agreed", "agreed"),
        ("the bridge be painted", "RECOMMENDED", "recommended"),
        ("the bridge be painted", "", "agreed"),
    ],
)
def test_outcomes(words: str, head: str, outcome: str) -> None:
    assert outcomes.outcome(words, head) == outcome
