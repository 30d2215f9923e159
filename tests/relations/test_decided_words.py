"""Where the words of a decision begin and end, whose decision it is, and whose names stand beside it, in the styles of many councils."""

from __future__ import annotations

import pytest

from graph_builder import vocabulary as v
from graph_builder.meetings import titles
from graph_builder.relations.decisions import decisions, motions, votes
from graph_builder.relations.decisions.decided import Decision
from tests.relations import told
from tests.resolution.papers import HEAD, PANEL, item


def read(words: str, *, title: str = "Housing update") -> list[Decision]:
    return decisions.find(item(words, title=title, head=HEAD), body=PANEL)


def rows(words: str, *, title: str = "Housing update") -> list[tuple[str, str]]:
    return [(decision.outcome, decision.text.strip(" .")) for decision in read(words, title=title)]


@pytest.mark.parametrize(
    "words, wanted",
    [
        ("RESOLVED to appoint Mr R Hall as Chair. Mr R Hall read and signed his declaration.", [("appointed", "to appoint Mr R Hall as Chair")]),
        ("RESOLVED that the scheme be approved. The Chairman thanked the officers for their work.", [("approved", "the scheme be approved")]),
        ("RESOLVED that the scheme be approved. In response to a question the Clerk spoke of costs.", [("approved", "the scheme be approved")]),
        ("RESOLVED: To approve the payments as listed. Clerk £300.00 Village Hall £70.00", [("approved", "To approve the payments as listed")]),
        (
            'Proposed by Councillor Hall\n\nSeconded by Councillor Dunn\n\nAND AGREED\n\n"To confirm the minutes of May." With regard to these it was;',
            [("confirmed", "To confirm the minutes of May")],
        ),
        ("It was RESOLVED by 7 votes to 4, with 1 abstention, that the application be refused.", [("refused", "that the application be refused")]),
        ("Resolved:\nOn the proposal of Councillor Hall, seconded by Alderman Dunn, that the bid be approved.", [("approved", "that the bid be approved")]),
        (
            'It was proposed by Councillor J. Hall, seconded by Councillor M. Nic Dunn, and RESOLVED\n\n"That the minutes of 9 May be ADOPTED."',
            [("approved", "That the minutes of 9 May be ADOPTED")],
        ),
        ('Councillor Hall proposed, seconded by Councillor Dunn and resolved, "That the plan be adopted."', [("approved", "That the plan be adopted")]),
        (
            "The Committee, having heard from the Head of Roads, agreed (1) to note the report; and (2) to ask for another.",
            [("noted", "to note the report"), ("agreed", "to ask for another")],
        ),
        (
            "Resolved: That the Cabinet\n\n(a) notes the report; and\n\n(b) approves the plan.",
            [("noted", "notes the report"), ("approved", "approves the plan")],
        ),
        ("It was unanimously agreed that the minutes were a true record.", [("agreed", "the minutes were a true record")]),
        ("DECISION: GRANTED subject to conditions", [("approved", "GRANTED subject to conditions")]),
        ("RESOLVED TO RECOMMEND to Council that the policy be adopted.", [("recommended", "TO RECOMMEND to Council that the policy be adopted")]),
        ("AGREED: to recommend that the Council approves the grant.", [("recommended", "to recommend that the Council approves the grant")]),
        (
            'She proposed that item 3 read "draft". And in item 5 it should read "plan". Approved unanimously.',
            [("approved", 'She proposed that item 3 read "draft". And in item 5 it should read "plan"')],
        ),
        (
            "It was suggested by the Chairman that the Mill be taken first. This was agreed.",
            [("agreed", "It was suggested by the Chairman that the Mill be taken first")],
        ),
        (
            "A motion to note the report was proposed, seconded, voted on and carried.",
            [("carried", "A motion to note the report was proposed, seconded, voted on and carried")],
        ),
        (
            "The vote was tied. The Chairman used his casting vote and the application was approved.",
            [("approved", "The Chairman used his casting vote and the application was approved")],
        ),
        ("RESOLVED that a notice against ball games would be elected.", [("resolved", "a notice against ball games would be elected")]),
        ("RESOLVED that Mrs Dunn be elected Treasurer.", [("elected", "Mrs Dunn be elected Treasurer")]),
        (
            "Resolved: That bid 19/5 be approved subject to conditions (1) to (3) in the report.",
            [("approved", "bid 19/5 be approved subject to conditions (1) to (3) in the report")],
        ),
        (
            "The Leader proposed that Mr Hall be elected Mayor. This was seconded by the Deputy Leader and\n\nRESOLVED\n\nMr Hall be elected Mayor.\n\nThe Mayor took the chair.",
            [("elected", "Mr Hall be elected Mayor")],
        ),
        (
            "RESOLVED: That Mr Hall be elected to chair the day's meeting.\n3Declarations of Interest",
            [("elected", "Mr Hall be elected to chair the day's meeting")],
        ),
        ("The committee considered and adopted the Model Constitution.", [("approved", "the Model Constitution")]),
        ("It was agreed to appoint Valerie Hall as Convener.", [("appointed", "appoint Valerie Hall as Convener")]),
        ("The Panel approved the minutes of 3 May and discussed progress with the depot.", [("approved", "the minutes of 3 May")]),
        (
            "The Chairman was authorised to sign the Minutes of 15 April as a correct record of the proceedings.",
            [("approved", "The Chairman was authorised to sign the Minutes of 15 April as a correct record of the proceedings")],
        ),
        ("RESOLVED –\n\nThat the Minutes of 8 December, be approved.", [("approved", "That the Minutes of 8 December, be approved")]),
        ("Decision\n\nThe Panel note the appointment of the Deputy.", [("noted", "The Panel note the appointment of the Deputy")]),
        (
            "Decisions\n\nThe Panel:-\n\n(1) Notes the decision of the Leader; and\n\n(2) Approves the plan.",
            [("noted", "Notes the decision of the Leader"), ("approved", "Approves the plan")],
        ),
        (
            "RESOLVED: That Full Council\n\n1. NOTED the update; and\n\n2. AGREED to hold a vote.",
            [("noted", "NOTED the update"), ("resolved", "AGREED to hold a vote")],
        ),
        (
            "These were agreed and signed by the Chairman as a correct record of the meeting.",
            [("agreed", "These were agreed and signed by the Chairman as a correct record of the meeting")],
        ),
        ("The Panel approved and signed the Minutes of 14 July, as a true record.", [("approved", "the Minutes of 14 July, as a true record")]),
        ("It was RESOLVED that Mr Hall take the Chair. B Apologies were received from MB.", [("resolved", "Mr Hall take the Chair")]),
        ("The Panel resolved by majority vote (27 votes for, 3 votes against) to debate this Motion.", [("resolved", "to debate this Motion")]),
        ("The Panel agreed to:\n\nnote the work done to meet the targets.", [("noted", "note the work done to meet the targets")]),
        ("The following payments were authorised: £9 for the mower.", [("approved", "The following payments were authorised: £9 for the mower")]),
        ("It was agreed that keeping some dates free would be useful.", []),
        ("The Chairman's acceptance was received and the new councillors (all elected unopposed) welcomed.", []),
        ("The minutes of 5 January were taken as a correct record.", [("confirmed", "The minutes of 5 January were taken as a correct record")]),
        ("RESOLVED that the minutes be signed as a correct record.", [("confirmed", "the minutes be signed as a correct record")]),
        ("Members NOTED that the payments were authorised by email.", [("noted", "the payments were authorised by email")]),
        (
            "The record of the meeting of 31 January was agreed and signed as correct.",
            [("agreed", "The record of the meeting of 31 January was agreed and signed as correct")],
        ),
        ("Mr Hall was elected Chair. No further nominations were received.", [("elected", "Mr Hall was elected Chair")]),
        ("Arising on the minutes it was noted:\n\nMinute 7 was in hand.", []),
        ("The Panel noted the attendance of the following:\n\nMr Hall for Mrs Dunn.", []),
        ("The Clerk reported that correspondence was received and would be looked at.", []),
        ("Resolved (unanimously)\n\n24. That Mr Hall be elected Chairman.", [("elected", "That Mr Hall be elected Chairman")]),
        ("Decision: Approved. Minutes: RESOLVED that the minutes of May be approved.", [("approved", "the minutes of May be approved")]),
        ("RESOLVED: That the minutes of May be approved. ANNOUNCEMENTS To receive what the Mayor may say.", [("approved", "the minutes of May be approved")]),
        (
            "To approve the minutes of the last meeting.\n\nThat the Minutes of the meeting held on 2 May, as circulated, be approved and signed as a correct record.",
            [("approved", "That the Minutes of the meeting held on 2 May, as circulated, be approved and signed as a correct record")],
        ),
        ("It was AGREED by 29 votes to 24 and Mr Hall was therefore ELECTED as Mayor.", [("elected", "Mr Hall was therefore ELECTED as Mayor")]),
        ("It was proposed by Alderman G Hall, seconded by Councillor A Dunn, and agreed t", []),
        # another body's, only thought of, or conditional
        ("Cabinet had RESOLVED the following -\n\nThat\n\n1. the fees be approved; and\n\n2. the policy be adopted.\n\nMembers thanked the Director.", []),
        ("Cabinet had RECOMMENDED to Council –\n\nThat\n\n1. the budget be approved.", []),
        ("There was a gap between ratifying a motion and deciding that in not ratifying the motion, it was refused.", []),
        ("If the motion was carried the scheme would start in May.", []),
        (
            "To consider the report.\n\nIt was moved by Councillor Hall, seconded by Councillor Dunn\n\ni) Budget\n\na) To note the advice.\n\nb) That the budget be approved.",
            [],
        ),
    ],
)
def test_the_words_decided(words: str, wanted: list[tuple[str, str]]) -> None:
    assert rows(words) == wanted


@pytest.mark.parametrize(
    "words, wanted",
    [
        # a result belongs to the motion that it speaks of
        (
            "Cllr Hall proposed that a mower be bought, seconded by Cllr Dunn.\n\nCllr Bell proposed that the old one be sold, seconded by Cllr Green. All in favour.",
            [("moved", "Hall", "Dunn", None), ("carried", "Bell", "Green", None)],
        ),
        (
            "Mr Hall, seconded by Mrs Dunn, moved approval of the plan. Mr Bell, seconded by Ms Green, moved as an amendment refusal of it. "
            "On a vote being taken, 7 votes were cast for the motion and 3 for the amendment, and the motion was therefore CARRIED.",
            [("carried", "Hall", "Dunn", (7, 3, None)), ("fell", "Bell", "Green", None)],
        ),
        (
            "Mr Hall, seconded by Mrs Dunn, moved approval of the plan.\n\nMr Bell, seconded by Ms Green, moved as an amendment that it be refused.\n\n"
            "There voted for the amendment 3 and for the motion 7 and the motion was accordingly carried.",
            [("carried", "Hall", "Dunn", None), ("fell", "Bell", "Green", None)],
        ),
        (
            "Councillor Hall moved the recommendation, seconded by Councillor Dunn. Voting: 4 for, 3 against.",
            [("carried", "Hall", "Dunn", (4, 3, None))],
        ),
        (
            "Councillor Hall moved that items 4 and 5 be taken together. Seconded by Councillor Dunn.\n\nThat the motion be carried.",
            [("carried", "Hall", "Dunn", None)],
        ),
        ("The motion was moved by Councillor Hall and seconded by Councillor Dunn. The Chairman declared the motion lost.", [("fell", "Hall", "Dunn", None)]),
        (
            "Councillor Hall moved, seconded by Councillor Dunn, that the budget be approved.\n\nRecorded vote\n\nFor: Councillors Hall and Dunn\n\n"
            "Against: Councillor Bell\n\nCARRIED",
            [("carried", "Hall", "Dunn", None)],
        ),
        ("Following these amendments P. Hall proposed and Mrs. Dunn seconded that the minutes be signed.", [("moved", "Hall", "Dunn", None)]),
        ("The minutes of 9 May were agreed as a true record\n\nProposed by J. Hall seconded by J. Dunn", [("agreed", "Hall", "Dunn", None)]),
        ("The accounts were approved for payment. Proposed by Mr Hall, seconded by Mrs Dunn.", [("approved", "Hall", "Dunn", None)]),
        ("The Mayor moved the budget, seconded by Councillor Dunn.\n\nThe motion was declared CARRIED.", [("carried", "", "Dunn", None)]),
        (
            "Mr Hall moved that item 14 be taken in public, this was seconded by Mr Dunn.\n\nMr Bell, seconded by Ms Green proposed consideration of it in confidence.\n\n"
            "On the division there voted:\n\nFor the Motion (2) Hall and Dunn\n\nFor the Amendment (3) Bell, Green and Rae\n\n"
            "Accordingly the amendment became the finding of the meeting.",
            [("fell", "Hall", "Dunn", None), ("carried", "Bell", "Green", None)],
        ),
        (
            "Mr Hall moved as a procedural motion, seconded by Mr Dunn:-\n\nThat the item be kept.\n\nThe Panel resolved:-\n\nto reject the procedural motion.",
            [("fell", "Hall", "Dunn", None)],
        ),
        (
            "Mr Hall proposed that the fee be kept, seconded by Mr Dunn. Members voted in favour of the proposal with no votes against and one abstention.",
            [("carried", "Hall", "Dunn", None)],
        ),
        ("Mr Hall proposed Ann Rae is co-opted to the parish council this year, Mr Dunn seconded, all in favour.", [("carried", "Hall", "Dunn", None)]),
        # of several who were put forward nobody says whose nomination won
        (
            "Mr Hall proposed and Ms Dunn seconded a nomination for Ann Rae to be appointed. A proposal was also put by Mr Bell and seconded by Ms Green to appoint "
            "Jo Webb. On being put to the vote it was\n\nResolved\n\nThat Ann Rae be appointed Vice-Chairman.",
            [("appointed", "", "", None)],
        ),
        # who moved something of one application moved nothing of the next
        ("19/00123/F Mill House. No objection. Proposed Cllr Hall, seconded Cllr Dunn.\n\n19/00124/F Barn. RESOLVED to object.", [("resolved", "", "", None)]),
    ],
)
def test_who_moved_it_and_what_became_of_it(words: str, wanted: list[tuple[str, str, str, tuple[int | None, ...] | None]]) -> None:
    found = [
        (d.outcome, d.proposer.surname if d.proposer else "", d.seconder.surname if d.seconder else "", tuple(d.counts) if d.counts else None)
        for d in read(words)
    ]
    assert found == wanted


def test_what_was_moved_of_a_list_of_payments_is_the_item() -> None:
    assert rows("Mrs Bell – salary £100\n\nR Green - stamps £12\n\nPayments proposed by Mr Hall seconded by Mr Dunn", title="Payments") == [
        ("moved", "Payments")
    ]


@pytest.mark.parametrize(
    "text, given, surname",
    [
        ("seconded by Councillor Mary V. Farrow", "Mary V", "Farrow"),
        ("seconded by Cllr. Johnny O Farrow", "Johnny", "O Farrow"),
        ("seconded by Cllr Van der Berg", "", "Van der Berg"),
        ("seconded by Councillor John Harbour", "John", "Harbour"),
        ("seconded by Councillor Thomas. The motion was carried", "", "Thomas"),
    ],
)
def test_a_movers_whole_name_is_read(text: str, given: str, surname: str) -> None:
    found = motions.movers(f"Proposed by Councillor Bell and {text}")
    assert found is not None
    assert found.seconder is not None
    assert (found.seconder.given, found.seconder.surname) == (given, surname)


def test_a_given_name_is_nobodys_surname() -> None:
    found = motions.movers("Proposed by Councillor Bell and seconded by Councillor John Yesterday")
    assert found is not None
    assert found.seconder is None or found.seconder.surname != "John"


def test_a_roll_is_of_the_decision_that_its_majority_made() -> None:
    words = (
        "Councillor Bell moved an amendment, seconded by Councillor Dunn, that the fees be frozen.\n\nA recorded vote was taken.\n\nFor: Councillors Bell and Dunn\n\n"
        "Against: Councillors Hall, Meade and Rae\n\nThe amendment was lost.\n\nRESOLVED that the budget be approved."
    )
    reading = told.read(told.minutes(words))
    outcomes = {id_: node[v.OUTCOME][0].removeprefix("outcome:") for id_, node in told.nodes(reading, v.DECISION).items()}
    of = {str(statement.object) for statement in reading.statements if statement.predicate == v.ON_DECISION}
    assert sorted(outcomes.values()) == ["approved", "fell"]
    assert [outcomes[id_] for id_ in of] == ["fell"]


@pytest.mark.parametrize(
    "line, wanted",
    [
        ("For: Cllrs Bradley, Daws, Eden and Patch", False),
        ("Not voted: Cllr Cook", False),
        ("Recorded Vote under Rule 4", False),
        ("It was proposed by Councillor L. Hall, seconded by Councillor S. Dunn, and RESOLVED", False),
        ("For Information: Annual Report", True),
        ("Recorded Vote on the Budget", True),
        ("Proposed Extension of the School", True),
    ],
)
def test_what_tells_of_a_vote_is_no_title(line: str, *, wanted: bool) -> None:
    assert titles.is_title(line) is wanted


def test_votes_between_a_motion_and_its_amendment() -> None:
    assert votes.contest("5 members voted for the amendment and 8 for the motion") == (8, 5, None)
    assert votes.contest("8 voted for the motion and two for the amendment, with one abstention") == (8, 2, 1)
    assert votes.contest("5 members voted for the motion and 2 against") is None


def relations(words: str, *, title: str = "Report of the Director") -> list[tuple[str, str]]:
    found = told.nodes(told.read(told.minutes(words, title=title)), v.REFERENCE)
    return sorted((node[v.RELATION][0].removeprefix("relation:"), node[v.EARLIEST][0]) for node in found.values())


@pytest.mark.parametrize(
    "words, wanted",
    [
        ("The Minute of the Housing Committee held on 27 August 2018 was noted.", [("previous-meeting", "2018-08-27")]),
        ("Arising from item 7 of the minute of the Housing Committee of 27 August 2018, the policy was approved.", [("previous-meeting", "2018-08-27")]),
        (
            "The minutes of the Panel meetings held on: 23 November 2018; 7 December 2018; 4 January 2019 be confirmed as a true record.",
            [("confirms-minutes", "2018-11-23"), ("confirms-minutes", "2018-12-07"), ("confirms-minutes", "2019-01-04")],
        ),
        ("The Audit Committee considered this report on 5 February 2019 and made three recommendations.", [("previous-meeting", "2019-02-05")]),
    ],
)
def test_meetings_spoken_of(words: str, wanted: list[tuple[str, str]]) -> None:
    assert relations(words) == wanted


def test_whose_meeting_nobody_knows_is_not_the_papers_own() -> None:
    reading = told.read(told.minutes("The next PACT meeting would be held in the Institute on Monday 6th May at 7.00pm."))
    assert [node[v.TO_BODY] for node in told.nodes(reading, v.REFERENCE).values()] in ([], [[]])


def test_one_minute_of_a_meeting_does_not_confirm_its_minutes() -> None:
    words = "Resolved that the minutes of 7 January 2019 be signed with the rescission of minute number 10 of the Panel meeting dated 4 December 2018."
    assert ("confirms-minutes", "2018-12-04") not in relations(words)


def test_a_month_is_not_told_beside_the_day_in_it() -> None:
    words = "RESOLVED that the January Panel minutes be signed."
    assert relations(words, title="Minutes of the meeting held on 7 January 2019") == [("confirms-minutes", "2019-01-07")]


def test_minutes_that_are_only_spoken_of_are_not_confirmed() -> None:
    words = "The Director looked at the recording of the January Panel meeting as agreed following the discussion on the January Panel minutes."
    assert "confirms-minutes" not in {relation for relation, _ in relations(words, title="Minutes")}
