"""Decisions as a distrustful reader wants them: told once, in words that stand alone, with no more of an outcome or a mover than the paper prints."""

from __future__ import annotations

import pytest

from graph_builder import meetings
from graph_builder import vocabulary as v
from graph_builder.relations.decisions import decisions, motions, rolls
from tests.resolution.papers import HEAD, PANEL, PARISH, document, item, minutes, reading

MOVED = "Councillor Hall proposed, seconded by Councillor Dunn, that the depot be kept open."


def told(words: str, *, title: str = "Housing update") -> list[tuple[str, str, str, str]]:
    """Outcome, words, proposer and seconder of what an item decides."""
    return [
        (found.outcome, found.text.strip(" ."), found.proposer.surname if found.proposer else "", found.seconder.surname if found.seconder else "")
        for found in decisions.find(item(words, title=title, head=HEAD), body=PANEL)
    ]


@pytest.mark.parametrize(
    "words, outcome",
    [
        (MOVED, "moved"),
        ("It was proposed by Cllr Hall and seconded by Cllr Dunn that the accounts be paid.", "moved"),
        ("Proposed by Cllr Hall and seconded by Cllr Dunn pass the accounts for payment.", "moved"),
        # what became of it stands beside the movers
        ("The minutes of 4 March were proposed by Cllr Hall, seconded by Cllr Dunn and adopted.", "approved"),
        ("The minutes of 4 March.\n\nwere approved, proposed by Cllr Hall and seconded by Cllr Dunn", "approved"),
        ("To buy two benches. Proposed by Cllr Hall, seconded by Cllr Dunn, all in favour.", "carried"),
        ("Proposed Cllr Dunn, seconded Cllr Hall and agreed by all that the clerk buys a laptop.", "agreed"),
        ("The minutes of the meeting on 9 May were agreed as a true record.\n\nProposed by R Hall, seconded by C Dunn", "agreed"),
        ("Councillor Hall moved that the item be deferred, seconded by Councillor Dunn. Voting: 4 for, 3 against.", "carried"),
    ],
)
def test_a_motion_has_no_better_outcome_than_is_printed(words: str, outcome: str) -> None:
    assert [row[0] for row in told(words)] == [outcome]


def test_a_verb_right_before_the_movers_is_the_result() -> None:
    assert [row[0] for row in told("All payments agreed, prop. Hall 2nd Dunn. Grant of £150 to the Scouts agreed, prop. Bell 2nd Mrs Meade.")] == ["agreed", "agreed"]


def test_what_was_only_suggested_is_no_decision() -> None:
    assert not told("On the proposal of Councillor Hall, seconded by Councillor Dunn, it was suggested that the bench be moved.")


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("Councillor Bell seconded Councillor Rae's proposal.", ("", "Bell")),
        ("Cllr J Hall proposed Cllr MH Dunn as Chair & Cllr P Bell seconded this.", ("Hall", "Bell")),
        ("Proposed Cllr Hall, seconded Cllr Dunn all in agreement.", ("Hall", "Dunn")),
    ],
)
def test_whoever_is_spoken_of_behind_the_verb_did_not_move_it(text: str, wanted: tuple[str, str]) -> None:
    found = motions.movers(text)
    names = (found.proposer.surname if found and found.proposer else "", found.seconder.surname if found and found.seconder else "")
    assert names == wanted


@pytest.mark.parametrize(
    "words, wanted",
    [
        # the other proposal found no seconder
        (
            "Cllr Hall proposed Cllr Dunn as Chair & Cllr Bell seconded this. Cllr Meade proposed himself as Chair. The proposition was not seconded.\n\n"
            "Cllr Dunn was elected Chair for the year.",
            [("elected", "Cllr Dunn was elected Chair for the year", "", "")],
        ),
        # the Scottish way, with the words over what was moved
        (
            "Motion\n\nCouncillor Hall nominated Councillor Bell for the position of Provost and this was seconded by Councillor Dunn.\n\n"
            "Amendment\n\nCouncillor Rae nominated Councillor Meade for the position of Provost and this was seconded by Councillor Webb.\n\n"
            "Decision\n\nThe Motion was carried by 20 votes to 14 and the Panel resolved accordingly.",
            [
                (
                    "carried",
                    "Councillor Hall nominated Councillor Bell for the position of Provost and this was seconded by Councillor Dunn",
                    "Hall",
                    "Dunn",
                )
            ],
        ),
        # the motion and what was resolved of it are one
        (
            "Councillor Hall proposed deferral for a site visit.\n\nCouncillor Bell seconded Councillor Hall's proposal.\n\n"
            "Resolved That application 19/0101/F be deferred for a site visit.",
            [("deferred", "application 19/0101/F be deferred for a site visit", "Hall", "Bell")],
        ),
        ("Councillor Hall proposed refusal, seconded by Councillor Bell.\n\nRESOLVED: That permission be granted.", [("approved", "permission be granted", "", "")]),
        (
            "The recommendation to refuse the application was moved, seconded, put to the vote and carried.\n\nRESOLVED: That the application be REFUSED.",
            [("refused", "the application be REFUSED", "", "")],
        ),
        ("It was proposed by Cllr Hall and resolved to go into closed session.", [("resolved", "go into closed session", "Hall", "")]),
        (
            "It was resolved to approve the lease of the field.\n\nProposed Cllr Hall, seconded Cllr Dunn all in agreement.",
            [("approved", "approve the lease of the field", "Hall", "Dunn")],
        ),
    ],
)
def test_a_motion_is_told_with_its_own_result_and_movers(words: str, wanted: list[tuple[str, str, str, str]]) -> None:
    assert told(words) == wanted


@pytest.mark.parametrize(
    "words, text",
    [
        (
            "RESOLVED: That\n\n(a) the next report covers the areas of concern, including:\n\n- visits to children\n\n- the quality of plans",
            "the next report covers the areas of concern, including: visits to children the quality of plans",
        ),
        (
            "RESOLVED: That permission be refused for the following reasons:\n\n1. The design is poor.\n\n2. The access is unsafe.",
            "permission be refused for the following reasons: 1. The design is poor. 2. The access is unsafe",
        ),
        ("Parks Society subscription 2019/20\n\nResolved that we join.", "Parks Society subscription 2019/20: we join"),
        ("Noted.", "Housing update: Noted"),
        ("Barn conversion at the Old Mill. Proposed by R Hall and seconded by C Dunn - recommend approval.", "Barn conversion at the Old Mill: Proposed by R Hall and seconded by C Dunn - recommend approval"),
        ("RESOLVED - T H A T the licence be granted.", "the licence be granted"),
        ("Circulated, copy of Minutes of the Panel held on 4 March:\n\nProposed by Cllr Hall\n\nSeconded by Cllr Dunn", "Minutes of the Panel held on 4 March"),
        ("Full Panel 22/6/2018 - Proposal (RH), seconded (CD) that the minutes be approved. Agreed unanimously.", "Full Panel 22/6/2018 - Proposal (RH), seconded (CD) that the minutes be approved"),
    ],
)
def test_the_words_stand_alone(words: str, text: str) -> None:
    assert [row[1] for row in told(words)] == [text]


def test_a_verb_alone_that_nothing_explains_is_left_out() -> None:
    assert not told("Agreed.", title="Agreed")


def test_what_the_minutes_repeat_is_told_once() -> None:
    block = "The Panel resolved :-\n\n(i) to amend item 3 to include the report to the June meeting;\n\n(ii) to otherwise approve the minute as a true record of it."
    once = told(f"Decision:\n\n{block}")
    assert len(once) == 2
    assert told(f"Decision:\n\n{block}\n\nThe Panel had before it the draft minute.\n\n{block}") == once


def test_a_recorded_status_is_of_the_motion_over_it() -> None:
    words = (
        "Motion to defer the application for a site visit:\n\nMotion status: Rejected\n\nForA Bell and C Dunn2\nAgainstR Hall, J Meade and D Rae3\n\n"
        "Motion to permit the application:\n\nMotion status: Carried\n\nForA Bell, C Dunn, J Meade and D Rae4\nAgainstR Hall1"
    )
    found = decisions.find(item(words, title="19/00330/FULM: Twelve dwellings"), body=PANEL)
    assert [(one.outcome, one.text, one.counts and one.counts[:2]) for one in found] == [
        ("fell", "Motion to defer the application for a site visit", (2, 3)),
        ("carried", "Motion to permit the application", (4, 1)),
    ]
    assert [vote.how for roll in rolls.find(item(words).paragraphs) if roll.sure for vote in roll.votes].count("against") == 4


@pytest.mark.parametrize(
    "words, outcome",
    [
        ("RESOLVED: That planning permission be refused.", "refused"),
        ("DECISION: Refuse.", "refused"),
        ("RESOLVED: That officers write to those who were refused a licence.", "resolved"),
        ("The Panel resolved:-\n\n1. Noted that the report was available.\n\n2. Agreed the plan.", "noted"),
        ("Resolved That the minutes of 4 March were signed as accurate and correct.", "confirmed"),
    ],
)
def test_the_outcome_is_what_the_words_say(words: str, outcome: str) -> None:
    assert told(words)[0][0] == outcome


@pytest.mark.parametrize(
    "words",
    [
        # decided at some other time, or by somebody else
        "The Panel agreed at its last meeting to write to the Minister.",
        "It was agreed at the last meeting that the fence be mended.",
        "The Panel agreed in 2017 to sell the depot.",
        "It was resolved last year that the hall be sold.",
        "The minutes were approved at the previous meeting.",
        "The recommendation was approved at Council in May.",
        "The Panel approved the report at its meeting in May 2018.",
        "RESOLVED at the meeting of 4 March: that the hall be sold.",
        # nothing, or an opinion
        "RESOLVED – Nothing to report at present.",
        "Members AGREED that no items required this and is not relevant.",
        "Members supported the proposal.",
        # how many voted how is no decision of its own
        "20 Members voted for, 8 Members voted against and 3 Members abstained.",
        "A vote was taken: 4 for, 2 against. Motion carried.",
    ],
)
def test_what_this_meeting_did_not_decide(words: str) -> None:
    assert not told(words)


@pytest.mark.parametrize(
    "words, decided",
    [
        ("The District Council agreed to cut the verges.", False),
        ("The Town Council resolved to support the bid.", False),
        ("The Parish Council agreed to cut the verges.", True),
        ("Planning decision received: 19/01234/F Mill Farm. Approved.", False),
        ("The Annual Parish Meeting agreed to hold a fete.", True),
    ],
)
def test_a_council_of_another_tier_decides_nothing_here(words: str, *, decided: bool) -> None:
    assert bool(decisions.find(item(words, head=PARISH), body="Wexcombe Parish Council")) is decided


@pytest.mark.parametrize(
    "words, wanted",
    [
        (
            "19/00123/FUL 3 High Street – rear extension. RESOLVED: No objection.\n19/00130/FUL Mill Farm – 20 dwellings. RESOLVED: To object on grounds of safety.",
            ["19/00123/FUL 3 High Street – rear extension: No objection", "19/00130/FUL Mill Farm – 20 dwellings: To object on grounds of safety"],
        ),
        (
            "19/00123/FUL 3 High Street – rear extension\n\nRESOLVED: That permission be granted.\n\n19/00130/FUL Mill Farm\n\nRESOLVED: That permission be refused.",
            ["19/00123/FUL 3 High Street – rear extension: permission be granted", "19/00130/FUL Mill Farm: permission be refused"],
        ),
        ("- 19/501261/FULL 5 River Close\nErection of a porch.\nUnanimously AGREED to recommend APPROVAL", ["19/501261/FULL 5 River Close Erection of a porch: to recommend APPROVAL"]),
        ("Budget 2019/20.\n\nRESOLVED: That the budget be approved.", ["the budget be approved"]),
    ],
)
def test_a_decision_on_one_of_several_applications_names_it(words: str, wanted: list[str]) -> None:
    assert [row[1] for row in told(words, title="Planning")] == wanted


@pytest.mark.parametrize(
    "words, wanted",
    [
        ("There had been circulated the minute of the meeting held on 10 November 2018 which was APPROVED.", ["approved"]),
        ("The Panel considered the recommendations of the Board and\n\nResolved, that\n\n(i) data be made available; and\n\n(ii) an annual report be made.", ["resolved"] * 2),
        ("UNANIMOUSLY RESOLVED:\n\n2.1 To approve the committee;\n\n2.2 To delegate authority to the Director.", ["approved", "resolved"]),
        ("UNANIMOUSLY RESOLVED TO RECOMMEND TO COUNCIL that the manual be approved.", ["recommended"]),
        ("It was resolved that draft and approved minutes would be displayed.", ["resolved"]),
        ("The minutes were passed by resolution of the Panel.", ["carried"]),
        ("The payment of the hall's rent and the clerk's salary were approved.", ["approved"]),
    ],
)
def test_more_forms_of_deciding(words: str, wanted: list[str]) -> None:
    assert [row[0] for row in told(words)] == wanted


@pytest.mark.parametrize(
    "words, counts",
    [
        ("Members: For 5 Against 1. The grant of £500 to the Scouts was approved.", (5, 1, None)),
        (
            "It was proposed by Cllr Hall, seconded by Cllr Dunn, that the precept be set at £84,000.\n\n"
            "For: Cllrs Hall, Bell, Dunn (3) Against: Cllr Meade (1) Abstained: Cllr Rae (1)\n\nRESOLVED that the precept be set at £84,000.",
            (3, 1, 1),
        ),
        (
            "Proposed by Councillor Hall\nSeconded by Councillor Dunn\n\n- that the Panel invite the Trust to a meeting.\n\n"
            "The Mayor put the proposal to the vote, 20 Members voted for, 8 Members voted against and 3 Members abstained. The Mayor declared the motion carried.",
            (20, 8, 3),
        ),
        (
            "Mr R Hall, seconded by Mr C Dunn, moved approval of the application subject to the conditions in the report.\n\n"
            "Mrs J Meade, seconded by Mr D Rae, moved as an amendment that the application be refused on the grounds of road safety.\n\n"
            "On a vote being taken, six votes were cast in favour of the motion and four in favour of the amendment, with no abstentions.\n\n"
            "The motion to grant planning permission was therefore CARRIED subject to the conditions recommended in the report.",
            (6, 4, 0),
        ),
    ],
)
def test_the_votes_of_a_decision(words: str, counts: tuple[int | None, ...]) -> None:
    (found,) = decisions.find(item(words), body=PANEL)
    assert found.counts == counts


@pytest.mark.parametrize(
    "words, wanted",
    [
        # an abbreviation and a sum end no sentence
        (
            "The minutes of 2 October 2018 were agreed by all Councillors present (Prop. CP, 2nd GG, All agreed).",
            [("agreed", "The minutes of 2 October 2018 were agreed by all Councillors present (Prop. CP, 2nd GG, All agreed)", "CP", "GG")],
        ),
        ("Miss Hall proposed and B. Dunn seconded that the plan be kept - agreed", [("agreed", "Miss Hall proposed and B. Dunn seconded that the plan be kept - agreed", "Hall", "Dunn")]),
        # who moved it, told behind it in words of its own
        (
            "The minutes of 6 February were approved. Proposed by R Hall and seconded by C Dunn as a true and accurate reflection of events.",
            [("approved", "The minutes of 6 February were approved", "Hall", "Dunn")],
        ),
        ("Nominated by Ned Hall and seconded by Orla Dunn.", []),
        # a line about somebody else that a page has run into this one
        (
            "Chair: Clare Rae nominated by Esme Hall and seconded Ann Dunn Treasurer: It was agreed to ask Maria Bell to take this position.",
            [("agreed", "ask Maria Bell to take this position", "", "")],
        ),
        ("It was agreed to go with the plan to appoint Mr Bell in a dual role.", [("agreed", "go with the plan to appoint Mr Bell in a dual role", "", "")]),
        ("The following officers were declared elected without contest.", []),
        ("It was noted that the application had been called in but was approved.", []),
        (
            "A letter was sent to the bank, proposing that it install a cash machine. This was AGREED. The hall was full.",
            [("agreed", "A letter was sent to the bank, proposing that it install a cash machine", "", "")],
        ),
        ("AGREED: Councillors should find out where cuts had been made. No councillors were present.", [("agreed", "Councillors should find out where cuts had been made", "", "")]),
        ("It was moved, seconded and carried that the report be received.", [("carried", "the report be received", "", "")]),
        ("Unanimously agreed to buy a bench.", [("agreed", "to buy a bench", "", "")]),
        ("Members voted 6 to 3 to refuse the application.", [("refused", "refuse the application", "", "")]),
        ("The application was REFUSED on the grounds of road safety.", [("refused", "The application was REFUSED on the grounds of road safety", "", "")]),
        ("RESOLVED:- 1. That the report be noted. 2. That the plan be approved.", [("noted", "That the report be noted", "", ""), ("approved", "That the plan be approved", "", "")]),
        (
            "Cllr Hall proposed and Cllr Dunn seconded a motion to buy a bench. The motion was carried with 5 votes for and 2 against.",
            [("carried", "Cllr Hall proposed and Cllr Dunn seconded a motion to buy a bench", "Hall", "Dunn")],
        ),
        (
            "That the press and public be excluded. Proposed Cllr Hall, seconded Cllr Dunn. Carried.",
            [("carried", "That the press and public be excluded: Proposed Cllr Hall, seconded Cllr Dunn", "Hall", "Dunn")],
        ),
    ],
)
def test_forms_that_were_read_amiss(words: str, wanted: list[tuple[str, str, str, str]]) -> None:
    assert told(words) == wanted


def test_a_permission_in_a_parishs_minutes_is_the_districts() -> None:
    assert not decisions.find(item("19/01234/F Mill Farm. Permission GRANTED.", head=PARISH), body="Wexcombe Parish Council")


def test_a_list_of_decisions_at_the_end_repeats_them() -> None:
    paper = minutes("The Panel agreed that the Director would bring a full report on fees to the June meeting.").replace(
        "There was none.", "There was none.\n\nDecisions\n\nThe Panel agreed that the Director would bring a full report on fees to the June meeting."
    )
    decided = [s for s in reading(paper).statements if s.predicate == v.TYPE and s.object == v.DECISION]
    assert len(decided) == 1


def test_a_result_that_names_its_movers_is_of_their_motion() -> None:
    words = (
        "The amendment was proposed by Councillor Hall, seconded by Councillor Bell. Cllr Rae proposed that the amendment not be made, which was seconded by "
        "Cllr Meade.\n\nThe amendment proposed by Councillor Hall, seconded by Councillor Bell was approved."
    )
    assert [(outcome, proposer, seconder) for outcome, _, proposer, seconder in told(words, title="Amendment No. 23: Zoning in Clonmore")] == [
        ("approved", "Hall", "Bell")
    ]


def test_the_initial_behind_a_movers_surname_is_read() -> None:
    found = motions.movers("On the proposal of Councillor Hall (M), seconded by Councillor Dunn (J), it was agreed")
    assert found is not None
    assert found.proposer is not None
    assert found.seconder is not None
    assert (found.proposer.given, found.seconder.given) == ("M", "J")


@pytest.mark.parametrize(
    "words, wanted",
    [
        # a recorded vote between the motion and its result
        (
            "It was moved by Councillor Hall and seconded by Councillor Dunn that the lane be widened. On a recorded vote:\n\n"
            "For (2): Councillors Hall and Dunn\n\nAgainst (1): Councillor Bell\n\nThe motion was carried.",
            [("carried", "It was moved by Councillor Hall and seconded by Councillor Dunn that the lane be widened", "Hall", "Dunn")],
        ),
        ("RESOLVED: That the budget be approved. The vote was: For: 5 Against: 1", [("approved", "the budget be approved", "", "")]),
        # what was carried is what was then resolved
        (
            "It was proposed and seconded that the proposals be put out to consultation. The Chair invited members to vote and at the vote the motion was carried.\n\n"
            "RESOLVED that the proposals would be put out to consultation.",
            [("resolved", "the proposals would be put out to consultation", "", "")],
        ),
        (
            "Accordingly, the amendment became the finding of the meeting and the Panel agreed:\n\n(i) to approve the policy; and\n\n(ii) that it be reviewed in June.",
            [("approved", "to approve the policy", "", ""), ("agreed", "that it be reviewed in June", "", "")],
        ),
        (
            "Proposed by Cllr R Hall and seconded by Cllr C Dunn. CARRIED: 8 for 2 abstentions.\nTHAT THE MINUTES OF MONDAY 7 JANUARY 2019 BE SIGNED AS A CORRECT RECORD.",
            [
                (
                    "carried",
                    "THAT THE MINUTES OF MONDAY 7 JANUARY 2019 BE SIGNED AS A CORRECT RECORD: Proposed by Cllr R Hall and seconded by Cllr C Dunn",
                    "Hall",
                    "Dunn",
                )
            ],
        ),
    ],
)
def test_a_motion_between_its_vote_and_its_words(words: str, wanted: list[tuple[str, str, str, str]]) -> None:
    assert told(words) == wanted


@pytest.mark.parametrize(
    "words, wanted",
    [
        ("Decision taken: To award the contract to Green Play Ltd.", [("resolved", "To award the contract to Green Play Ltd")]),
        ("DECISIONS OF THE CABINET", []),
        ("The minutes of 30 November were AGREED as an accurate record.", [("agreed", "The minutes of 30 November were AGREED as an accurate record")]),
        (
            "The Panel NOTED the financial position and APPROVED the revised plan.",
            [("noted", "the financial position"), ("approved", "the revised plan")],
        ),
        ("The Panel:\n\n• Noted the updates to the register; and\n\n• Approved the addition of risk 12.", [("noted", "Noted the updates to the register"), ("approved", "Approved the addition of risk 12")]),
        (
            '"That this Panel calls on the Minister to fund the road."\n\nThe motion was proposed by Cllr J. Meade and seconded by Cllr C. Dunn. The motion was adopted.',
            [("approved", "That this Panel calls on the Minister to fund the road")],
        ),
        (
            "Resolved In accordance with Section 42 of the Act that Members of the public be asked to withdraw.",
            [("resolved", "In accordance with Section 42 of the Act that Members of the public be asked to withdraw")],
        ),
    ],
)
def test_forms_of_boards_notices_and_districts(words: str, wanted: list[tuple[str, str]]) -> None:
    assert [(outcome, text.split(": The motion was")[0]) for outcome, text, _, _ in told(words)] == wanted


@pytest.mark.parametrize(
    "text, kind",
    [
        ("DECISIONS OF THE CABINET\n\nWestmere District Council\n\nMeeting held on Tuesday 5 September 2023\n\nDecision:\nThat the report be noted.\n", "decisions"),
        (
            "Oakshire County Council\n\nCabinet Member Decision Notice\n\nPortfolio: Cabinet Member for Highways (Councillor Ruth Hall)\n\n"
            "Decision: That the order for Mill Lane be made.\n\nDate of Decision: 4 June 2023\n",
            "decision record",
        ),
        ("Report of the Director\n\nThis report tells of decisions taken by others.\n\nThe Panel is asked to note it.\n", "report"),
    ],
)
def test_a_sheet_of_decisions_is_known(text: str, kind: str) -> None:
    assert meetings.divide(document(text, "")).header.kind == kind


@pytest.mark.parametrize(
    "words, wanted",
    [
        ("APPROVED Minutes of the General Meeting held on Tuesday 14 September 2021 at the Pavilion.", []),
        ("It was agreed to refer to this project as 'Playing Field Improvements'.", [("agreed", "refer to this project as 'Playing Field Improvements'", "", "")]),
        ("It was RESOLVED by a show of hands to accept the draft minutes as a true copy.", [("approved", "to accept the draft minutes as a true copy", "", "")]),
        ("There was unanimous agreement to support this bid for the hall.", [("agreed", "support this bid for the hall", "", "")]),
        (
            "The Leader MOVED, seconded by Councillor A Hall:\n\nThat recommendations 1 to 6 be ADOPTED.\n\nThose voting FOR the MOTION: Councillors: A Hall, C Dunn.\n\n"
            "Those voting AGAINST the MOTION: None\n\nThe MOTION was declared to have been CARRIED.",
            [("carried", "That recommendations 1 to 6 be ADOPTED", "", "Hall")],
        ),
        (
            'Cllr J Hall MOVED an AMENDMENT, seconded by Cllr C Dunn:\n\n"That we take them one by one."\n\nUpon a vote being taken, the AMENDMENT was declared to have FAILED.',
            [("fell", "That we take them one by one", "Hall", "Dunn")],
        ),
        (
            "Decision: The Panel received an application for a licence. The Panel having considered the matter, RESOLVED that the application be refused.",
            [("refused", "the application be refused", "", "")],
        ),
        (
            "It was resolved to recommend that the Full Council –\n\n• agrees to remove the requirement; and\n\n• authorises the Head of Law to change the Constitution.",
            [
                ("recommended", "to recommend that the Full Council – agrees to remove the requirement", "", ""),
                ("recommended", "to recommend that the Full Council – authorises the Head of Law to change the Constitution", "", ""),
            ],
        ),
    ],
)
def test_forms_of_full_councils_and_sheets(words: str, wanted: list[tuple[str, str, str, str]]) -> None:
    assert told(words) == wanted


def test_a_page_with_items_and_their_minutes_on_one_line_is_minutes() -> None:
    page = (
        "London Borough of Eastholm\n\nAgenda and minutes\n\nPlanning Committee\nThursday, 9th February, 2023\n\nNo. | Item |\n"
        "APOLOGIES To receive any. Minutes: There were none. |\nMINUTES To approve them. Minutes: The minutes of 12 January 2023 were agreed as a true record. |\n"
    )
    assert meetings.divide(document(page, "")).header.kind == "minutes"


@pytest.mark.parametrize("title", ["Chairman's Report", "Annual Report of the Council", "Report of the Chair", "Review of the Year"])
def test_an_appointment_that_a_report_tells_is_none_of_the_meeting(title: str) -> None:
    """A report on the year tells what was done during it; what the meeting itself resolves is told there too."""
    assert not told("A bench was sited on the green.\n\n- Rory Quill was appointed as a trustee of the Almshouse Charity.", title=title)
    assert [one[0] for one in told("It was resolved that Rory Quill be appointed as a trustee of the Almshouse Charity.", title=title)] == ["appointed"]
    assert [one[0] for one in told("Rory Quill was appointed as a trustee of the Almshouse Charity.")] == ["appointed"]
