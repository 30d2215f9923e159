"""What papers of many councils decide, and what they only report, hope, ask or quote."""

from __future__ import annotations

import pytest

from graph_builder.model import Basis
from graph_builder.relations.decisions import decisions
from graph_builder.relations.decisions.decided import Decision
from tests.resolution.papers import HEAD, PANEL, PARISH, item

PARISH_BODY = "Wexcombe Parish Council"


def read(words: str, *, title: str = "Housing update", head: str = HEAD, body: str = PANEL) -> list[Decision]:
    return decisions.find(item(words, title=title, head=head), body=body)


def outcomes(found: list[Decision]) -> list[str]:
    return [decision.outcome for decision in found]


# Words as a paper prints them, and the outcome of each decision in them.
BLOCKS = [
    ("RESOLVED: That the report be noted.", ["noted"]),
    ("RESOLVED - That the report be approved.", ["approved"]),
    ("RESOLVED that the budget for 2019/20 be approved.", ["approved"]),
    ("RESOLVED (unanimously) that the scheme be endorsed.", ["endorsed"]),
    ("RESOLVED (by 7 votes to 3): That the scheme be endorsed.", ["endorsed"]),
    ("Resolved: That officers bring a further report to the next meeting.", ["resolved"]),
    ("Resolved –\n\nThat the update be noted.", ["noted"]),
    ("IT WAS RESOLVED that the minutes be confirmed as a correct record.", ["confirmed"]),
    ("The Panel RESOLVED to defer the item to its next meeting.", ["deferred"]),
    ("RESOLVED\n\n(1) That the report be noted; and\n\n(2) That the strategy be approved.", ["noted", "approved"]),
    ("RESOLVED: That\n\n(a) the report be noted;\n\n(b) the policy be adopted; and\n\n(c) Mr Green be thanked.", ["noted", "approved", "resolved"]),
    ("RESOLVED\n\ni. That the report be noted.\n\nii. That delegated authority be granted to the Director.", ["noted", "approved"]),
    ("RESOLVED: That (a) the report be noted; (b) the policy be adopted.", ["noted", "approved"]),
    ("RESOLVED that: 1) the report be noted; 2) the policy be adopted; 3) the matter be referred to Council.", ["noted", "approved", "referred"]),
    ("RESOLVED:\n\n- That the report be noted\n\n- That the plan be approved", ["noted", "approved"]),
    ("RESOLVED:\n\nThat the report be noted.\n\nThat the plan be approved.", ["noted", "approved"]),
    ("RESOLVED: That the report be noted.\n\nReasons: The Panel wished to be kept informed.", ["noted"]),
    ("RESOLVED: That permission be refused for the following reasons:\n\n1. The design is poor.\n\n2. The access is unsafe.", ["refused"]),
    ("RESOLVED: That permission be granted subject to the following conditions:\n\n1. Work starts within three years.\n\n2. Materials match.", ["approved"]),
    ("AGREED: That the Director write to the Minister.", ["agreed"]),
    ("Agreed: the clerk to order two benches.", ["agreed"]),
    ("AGREED - to note the report.", ["noted"]),
    ("RECOMMENDED to Council: That the treasury strategy be approved.", ["recommended"]),
    ("RECOMMENDED: That Cabinet reconsider the closure of the depot.", ["recommended"]),
    ("DECISION: The Panel noted the report.", ["noted"]),
    ("Decision: That the grant of £500 be approved.", ["approved"]),
    ("The Panel agreed:-\n\n(a) to note the report; and\n\n(b) to approve the draft response.", ["noted", "approved"]),
    ("The Panel agreed to:\n\n- note the report\n\n- approve the draft response", ["noted", "approved"]),
    ("The Panel:\n\nNOTED the report.", ["noted"]),
    ("Noted.", ["noted"]),
    ("Agreed.", ["agreed"]),
    ("Approved unanimously.", ["approved"]),
]
SENTENCES = [
    ("The Panel agreed to set up a task and finish group.", ["agreed"]),
    ("The Panel, having considered the report, agreed to defer the scheme until June.", ["deferred"]),
    ("It was agreed that the Chairman would write to the Minister.", ["agreed"]),
    ("It was unanimously agreed that the fees be held at last year's level.", ["agreed"]),
    ("Members agreed that a site visit should be arranged.", ["agreed"]),
    ("The minutes of the meeting held on 9 January 2019 were approved as a correct record and signed by the Chairman.", ["approved"]),
    ("The minutes of the previous meeting were agreed as a true record.", ["agreed"]),
    ("The report was noted.", ["noted"]),
    ("The Panel noted the report.", ["noted"]),
    ("The Panel approved the revised terms of reference.", ["approved"]),
    ("The Panel endorsed the draft strategy.", ["endorsed"]),
    ("Councillor Meade was elected Chairman for the ensuing year.", ["elected"]),
    ("Councillor Hall was duly elected as Vice-Chairman.", ["elected"]),
    ("The item was deferred to the next meeting.", ["deferred"]),
    ("The motion was withdrawn.", ["withdrawn"]),
    ("On being put to the vote, the motion was carried.", ["carried"]),
    ("On being put to the vote, the amendment was lost.", ["fell"]),
    ("The committee agreed, in principle, to extend the lease.", ["agreed"]),
]
# Minutes of the Scottish, Irish, Welsh and parish kind.
STYLES = [
    ("The Panel agreed:-\n\n(i) to note the terms of the report; and\n\n(ii) that a further report be brought to the June meeting.", ["noted", "agreed"]),
    ("Decision\n\nTo note the report.", ["noted"]),
    ("Decision\n\n1. To note the report.\n\n2. To approve the recommendations at 1.1 of the report.", ["noted", "approved"]),
    ("Proposed by Councillor Hall, seconded by Councillor Dunn and AGREED:\n\nThat the tender be accepted.", ["approved"]),
    ("On the proposal of Councillor Hall, seconded by Councillor Dunn, it was resolved that the report be adopted.", ["approved"]),
    ("Proposed by Councillor Dunn; Seconded by Councillor Hall\n\nResolved: That the Council write to the Minister.", ["resolved"]),
    ("PENDERFYNWYD / RESOLVED: That the report be noted.", ["noted"]),
    ("RESOLVED that the report be received.", ["resolved"]),
]
PARISH_STYLES = [
    ("Cllr Dunn proposed that the payments be approved. This was seconded by Cllr Hall. All in favour.", ["carried"]),
    ("It was proposed by Cllr Dunn and seconded by Cllr Hall that a new mower be bought. Carried.", ["carried"]),
    ("Proposed Cllr Dunn, seconded Cllr Hall and agreed by all that the clerk buys a new laptop.", ["agreed"]),
    ("The accounts for payment were approved. Prop. Cllr Hall, sec. Cllr Meade.", ["approved"]),
    ("Cllr Bell proposed and Cllr Hall seconded that the precept be set at £12,000. The motion was lost by 2 votes to 3.", ["fell"]),
    ("19/00123/FUL, single storey extension at 4 High Street: no objection.", ["recommended"]),
    ("Council resolved to support the fete with a grant of £200.", ["resolved"]),
    ("RESOLVED: to accept the quotation of £450 from Greenacre.", ["approved"]),
]


@pytest.mark.parametrize("words, wanted", [*BLOCKS, *SENTENCES, *STYLES])
def test_decisions_of_a_panel(words: str, wanted: list[str]) -> None:
    assert outcomes(read(words)) == wanted


@pytest.mark.parametrize("words, wanted", PARISH_STYLES)
def test_decisions_of_a_parish(words: str, wanted: list[str]) -> None:
    title = "Planning applications" if "FUL" in words else "Finance"
    assert outcomes(read(words, title=title, head=PARISH, body=PARISH_BODY)) == wanted


@pytest.mark.parametrize(
    "words",
    [
        "Cabinet agreed the budget in February.",
        "Cabinet had agreed to close the depot.",
        "The Board had approved the strategy at its last meeting.",
        "Council approved the scheme in 2017.",
        "The Health and Wellbeing Board agreed the plan.",
        "The plan was approved by the Ministry in March.",
        "The strategy was approved by Cabinet on 4 March 2019.",
        "It was hoped that the scheme would be agreed by the summer.",
        "It was suggested that the matter be deferred.",
        "It was felt that the report should be approved.",
        "It was noted that attendance had fallen.",
        "If the Panel agreed, a letter would be sent.",
        "Members would be asked whether they agreed to the proposal.",
        "The scheme should be agreed by June.",
        "The scheme would be deferred if no money was found.",
        "Has the Panel agreed a date for the visit?",
        "Was the motion carried?",
        "Councillor Hall asked whether the plan had been approved.",
        "The Director agreed to circulate the figures.",
        "The officer confirmed that the works were complete.",
        "Mr Green noted that the roof leaked.",
        "Members noted that the roof leaked.",
        "Members agreed that the works were not suitable.",
        "Members agreed with the officer.",
        "The following points were noted:",
        "Concern was expressed that nothing had been agreed.",
        "The Panel was asked to approve the report.",
        "The report asks the Panel to note the figures.",
        "The terms had previously been agreed with the contractor.",
        "A price has yet to be agreed.",
        "Once the minutes have been approved they are published.",
        "The Panel considered the report.",
        "Recommendations from the review would follow.",
        "\"This Council resolves that the depot be kept open.\"",
        "\"I will move that the report be noted.\"",
        "There was a view that it should be agreed.",
        "Discussion took place on the resolution of complaints.",
        "Parents who were appointed as governors attended.",
        "The Chairman thanked the officers for their work.",
    ],
)
def test_what_decides_nothing(words: str) -> None:
    assert read(words) == []


def test_a_cabinet_agrees_in_its_own_minutes() -> None:
    words = "Cabinet agreed the budget for 2019/20."
    assert outcomes(read(words, body="Cabinet")) == ["agreed"]
    assert read(words, body=PANEL) == []


def test_parts_keep_their_labels_and_words() -> None:
    found = read("RESOLVED: That\n\n(a) the report be noted; and\n\n(b) the policy be adopted.")
    assert [(decision.part, decision.text) for decision in found] == [("a", "the report be noted"), ("b", "the policy be adopted.")]


def test_words_that_lead_to_parts_belong_to_each() -> None:
    found = read("RESOLVED that the Cabinet Member for Highways and Transport be asked to:\n\n(a) publish the plan; and\n\n(b) reopen the bridge.")
    assert len(found) == 2
    assert all(decision.text.startswith("the Cabinet Member for Highways and Transport be asked to:") for decision in found)


def test_points_below_a_part_are_no_decisions_of_their_own() -> None:
    found = read("RESOLVED\n\n(1) That the group look at:\n\n- noise\n\n- dust\n\n(2) That the report be noted.")
    assert [decision.part for decision in found] == ["1", "2"]


def test_the_next_block_is_another() -> None:
    found = read("RESOLVED: That the report be noted.\n\nThe Panel then turned to the plan.\n\nRESOLVED: That the plan be approved.")
    assert outcomes(found) == ["noted", "approved"]


def test_each_decision_is_proved_by_its_head_and_its_words() -> None:
    one = item("RESOLVED: That the report be noted.")
    (found,) = decisions.find(one, body=PANEL)
    assert len(found.evidence) == 2
    assert found.basis is Basis.STATED


def test_a_motion_gets_its_result_and_its_amendment_another() -> None:
    words = (
        "Councillor Hall proposed, and Councillor Dunn seconded, that the depot be kept open.\n\n"
        "Councillor Bell proposed an amendment, seconded by Councillor Meade, that the depot be moved.\n\n"
        "On being put to the vote, the amendment was lost.\n\nOn being put to the vote, the motion was carried."
    )
    found = read(words)
    assert [(decision.outcome, decision.amendment) for decision in found] == [("carried", False), ("fell", True)]
    assert {decision.rule for decision in found} == {"moved-with-result"}


def test_a_motion_without_a_result_was_moved_and_no_more() -> None:
    (found,) = read("Councillor Hall proposed, seconded by Councillor Dunn, that the depot be kept open.")
    assert (found.outcome, found.basis) == ("moved", Basis.STATED)


def test_what_was_resolved_is_not_told_twice() -> None:
    words = "Councillor Hall proposed, seconded by Councillor Dunn, that the depot be kept open.\n\nRESOLVED: That the depot be kept open."
    (found,) = read(words)
    assert found.rule == "block-resolved"
    assert found.proposer is not None
    assert found.proposer.surname == "Hall"


def test_who_moved_and_how_the_vote_fell_are_no_words_of_the_decision() -> None:
    (found,) = read("RESOLVED: That the report be noted. Proposed by Councillor Hall, seconded by Councillor Dunn. 5 votes for, 2 against.")
    assert found.text == "the report be noted."
    assert found.counts == (5, 2, None)


MOTION = "Councillor Hall moved, and Councillor Dunn seconded, that the depot be kept open."
AMENDMENT = "Councillor Bell moved, and Councillor Meade seconded, an amendment to close it in 2030."


@pytest.mark.parametrize(
    "words, wanted",
    [
        # who moved what was lost did not move what was resolved after it
        (f"{MOTION} On being put to the vote the motion was LOST.\n\nRESOLVED: That a site visit be arranged.", (None, None)),
        (f"{AMENDMENT} The amendment was lost by 3 votes to 2.\n\nRESOLVED: That the strategy be approved.", (None, None)),
        (f"{MOTION}\n\n{AMENDMENT}\n\nThe amendment was lost.\n\nRESOLVED: That the strategy be approved.", ("Hall", "Dunn")),
        ("On the proposition of Councillor Hall, seconded by Councillor Dunn, it was\n\nRESOLVED that the matter be DEFERRED.", ("Hall", "Dunn")),
        ("The Panel approved the minutes.\n\nRESOLVED: That the strategy be approved.\n\nCouncillor Bell moved, seconded by Councillor Meade, that:", (None, None)),
        ("RESOLVED: To pay the invoices.\n\n(Proposed: Cllr Hall; Seconded: Cllr Dunn; 4 in favour, 1 abstention)", ("Hall", "Dunn")),
        ("After discussion it was resolved to grant £150. Prop. Cllr Hall, sec. Cllr Dunn. All in favour.", ("Hall", "Dunn")),
        ("The motion was proposed by Cllr Hall and seconded by Cllr Dunn. It was agreed that a letter issue to the Minister.", ("Hall", "Dunn")),
        ('Proposed by Councillor Hall,\nSeconded by Councillor Dunn,\nAnd Resolved:\n"That the minutes be adopted".', ("Hall", "Dunn")),
    ],
)
def test_the_movers_of_a_decision_are_those_of_its_own_motion(words: str, wanted: tuple[str | None, str | None]) -> None:
    last = [decision for decision in read(words) if not decision.amendment and decision.outcome != "fell"][-1]
    assert (last.proposer and last.proposer.surname, last.seconder and last.seconder.surname) == wanted


@pytest.mark.parametrize(
    "words, wanted",
    [
        (f"{AMENDMENT} The amendment was lost by 3 votes to 2.", (2, 3, None)),
        (f"{MOTION} The motion was carried by 5 votes to 4.", (5, 4, None)),
        (f"{MOTION} The motion was not carried (3 for, 6 against).\n\nDecision: The Panel, by 6 votes to 2, AGREED to keep the depot.", (3, 6, None)),
    ],
)
def test_a_lost_motion_had_fewer_votes_for_it(words: str, wanted: tuple[int, int, int | None]) -> None:
    assert read(words)[0].counts == wanted


def test_votes_on_an_amendment_are_not_those_on_the_resolution() -> None:
    words = f"{AMENDMENT} The amendment was lost (2 for, 5 against).\n\nRESOLVED: That the strategy be approved."
    assert [decision.counts for decision in read(words)] == [(2, 5, None), None]


@pytest.mark.parametrize(
    "words, to",
    [
        ("RECOMMENDED to Council: That the plan be adopted.", "Council"),
        ("Recommended to the Commissioner:\n\n- That the plan for the estate be shared with the Panel.", "the Commissioner"),
        ("RECOMMENDATION TO CABINET: That the fees be frozen.", "CABINET"),
        ("RESOLVED that the Council write to the Minister.", ""),
    ],
)
def test_whom_a_block_recommends_something_to(words: str, to: str) -> None:
    (found,) = read(words)
    assert (found.to, found.outcome) == (to, "recommended" if to else "resolved")
    assert not found.text.casefold().startswith("to ")


@pytest.mark.parametrize(
    "words",
    [
        "RECOMMENDATION: That planning permission be granted.",
        "Recommendations: that the Committee note the report.",
        "Officer recommendation: APPROVE subject to conditions.",
    ],
)
def test_what_a_report_recommended_is_not_what_was_decided(words: str) -> None:
    assert not read(words)


@pytest.mark.parametrize(
    "words, wanted",
    [
        # the amendment was lost, not the motion to which it was moved
        (f"{MOTION} {AMENDMENT} The amendment was lost by 2 votes to 6.\n\nRESOLVED: That the depot be kept open.", ["fell", "resolved"]),
        (f"{MOTION}\n\n{AMENDMENT}\n\nThe amendment therefore fell.\n\nThe motion was carried.", ["carried", "fell"]),
        # nothing says what became of the amendment, so nothing is said of it or of the motion
        (f"{MOTION}\n\n{AMENDMENT}", []),
        (f"{MOTION}\n\n{AMENDMENT}\n\n4 members voted for the amendment and 8 for the motion, which accordingly became the finding of the meeting.", ["carried", "fell"]),
    ],
)
def test_a_motion_and_its_amendment_have_each_their_own_fate(words: str, wanted: list[str]) -> None:
    assert outcomes(read(words)) == wanted


RIVAL = "Councillor Bell moved, seconded by Councillor Meade, that the depot be sold."


@pytest.mark.parametrize(
    "words, wanted",
    [
        (MOTION, ["moved"]),
        (f"{MOTION} {RIVAL}", []),
        (f"{MOTION}\n\n{RIVAL}", []),
        (f"{MOTION}\n\nCouncillor Bell moved, seconded by Councillor Meade, that a bench be bought.", ["moved", "moved"]),
        (f"{MOTION}\n\nCouncillor Meade spoke in support of the rival motion.", []),
        (f"{MOTION}\n\nA vote was taken.", []),
        (f"{MOTION}\n\nOn a roll call there voted Councillors Hall, Dunn and Pell.", []),
        (f"{MOTION}\n\nThe motion was put to the vote and carried.", ["carried"]),
        (f"{MOTION}\n\n{AMENDMENT}\n\nOn a roll call the Motion was carried by 12 votes to 9.", ["carried"]),
        (f"{MOTION}\n\n{AMENDMENT}\n\nThe amendment was carried and became the substantive motion.", ["carried"]),
        # an amendment is moved behind what it amends
        (f"{MOTION}\n\n{RIVAL}\n\n9 members voted for the motion and 4 for the amendment, and the motion became the finding of the meeting.", ["carried", "fell"]),
        ("Councillor Pell was proposed by Councillor Hall, seconded by Councillor Dunn. Councillor Oduya was proposed by Councillor Bell, seconded by Councillor Meade.", []),
        ("Councillor Hall nominated Councillor Pell, seconded by Councillor Dunn.\n\nCouncillor Bell nominated Councillor Oduya, seconded by Councillor Meade.", []),
    ],
)
def test_what_was_moved_against_a_rival_or_voted_on_is_decided_only_by_its_printed_result(words: str, wanted: list[str]) -> None:
    assert outcomes(read(words)) == wanted


def test_a_vote_that_somebody_wants_recorded_is_no_word_of_the_decision() -> None:
    (found,) = read("RESOLVED: That the statement be endorsed. Councillor Hall asked that his vote against be recorded.")
    assert found.text == "the statement be endorsed."


@pytest.mark.parametrize(
    "words, wanted",
    [
        ("The Panel, having considered a report by the Chief Executive, agreed:-\n(1) to approve the fee; and\n(2) to remit the matter to the Board.", ["approved", "agreed"]),
        ("It was RESOLVED by majority (4 for, 1 against) to:\nA. Agree the making of a scheme;\nB. Note the report.", ["resolved", "noted"]),
        ("RESOLVED 4.1 that the report be received; 4.2 that the plan be noted; 4.3 that a letter be sent.", ["resolved", "noted", "resolved"]),
        ("The Minute of 4 June was submitted and approved on the motion of Councillor Hall, seconded by Councillor Dunn.", ["approved"]),
    ],
)
def test_parts_in_more_styles(words: str, wanted: list[str]) -> None:
    assert outcomes(read(words)) == wanted
