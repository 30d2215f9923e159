"""Recommendations and requests: who makes them to whom, in sentences, decisions and reports; how they were answered; and what is none."""

from __future__ import annotations

import pytest

from graph_builder import vocabulary as v
from tests.relations.told import Node, answers, document, minutes, nodes, quotes, read

OWN = "children-and-education-panel"
# who made it, to whom, what
Advice = tuple[str, str, str]


def one(node: Node, *predicates: str) -> str:
    """The words for somebody, or the id where the paper has no words for it."""
    return next((" & ".join(node[p]) for p in predicates if node.get(p)), "")


def advice(words: str) -> list[Advice]:
    """The recommendations that an item of minutes holds."""
    found = nodes(read(minutes(words)), v.RECOMMENDATION).values()
    return sorted((one(node, v.MADE_BY_PRINTED, v.MADE_BY), one(node, v.ADDRESSEE_PRINTED, v.ADDRESSED_TO), one(node, v.TEXT)) for node in found)


READS: list[tuple[str, list[Advice]]] = [
    ("RESOLVED: That it be RECOMMENDED to Council that the Treasury Strategy be approved.", [(OWN, "Council", "the Treasury Strategy be approved")]),
    ("RECOMMENDED to Cabinet that the fees and charges be increased by 3%.", [(OWN, "Cabinet", "the fees and charges be increased by 3%")]),
    (
        "The Committee recommended that Cabinet reconsider the closure of the day centre.",
        [("Committee", "Cabinet", "Cabinet reconsider the closure of the day centre")],
    ),
    ("The Panel calls on the Government to provide sustainable funding for SEND.", [("Panel", "Government", "provide sustainable funding for SEND")]),
    (
        "It was agreed to write to the Chief Executive of the Harbour Group to request that the Group recognise the union.",
        [(OWN, "Chief Executive of the Harbour Group", "the Group recognise the union")],
    ),
    ("It was agreed to write to the Minister for Ports to seek the dredging of Quay Pool.", [(OWN, "Minister for Ports", "the dredging of Quay Pool")]),
    ("It was agreed to write to the Minister for Ports to ask him to visit the pier.", [(OWN, "Minister for Ports", "visit the pier")]),
    (
        "It was agreed to write to the Minister for Ports to ask the Treasury to fund the pier.",
        [(OWN, "Minister for Ports", "ask the Treasury to fund the pier")],
    ),
    (
        "The stand at Quay Lane is not used and Councillor Dunn suggested moving it to the pier.",
        [("Councillor Dunn", "", "moving it [the stand at Quay Lane] to the pier")],
    ),
    (
        "Quay House, Back Street. Dunmere - barn conversion to form two dwellings - recommend approval.",
        [(OWN, "", "Quay House, Back Street. Dunmere - barn conversion to form two dwellings - recommend approval")],
    ),
    (
        "Planning Matters. Barn conversion at Dunmere - recommend refusal.",
        [(OWN, "", "Barn conversion at Dunmere - recommend refusal")],
    ),
    ("It was agreed to write to the Minister for Ports to urge that the pool be dredged.", [(OWN, "Minister for Ports", "the pool be dredged")]),
    (
        "The plans were shown on the wall. Barn conversion at Dunmere - recommend approval.",
        [(OWN, "", "Barn conversion at Dunmere - recommend approval")],
    ),
    ("It was recommended that the policy be reviewed annually.", [("", "", "the policy be reviewed annually")]),
    ("Members of the Committee are asked to note the contents of the report.", [("", "Members of the Committee", "note the contents of the report")]),
    ("The Board is recommended to approve the business case.", [("", "Board", "approve the business case")]),
    (
        "Members were informed about a task and finish group which had recommended that looked after children should be given priority.",
        [("task and finish group", "", "looked after children should be given priority")],
    ),
    (
        "The Peer Review recommended that the Council strengthen its scrutiny function.",
        [("Peer Review", "Council", "the Council strengthen its scrutiny function")],
    ),
    ("It was AGREED to recommend to Full Council that Councillor Dunn be appointed.", [(OWN, "Full Council", "Councillor Dunn be appointed")]),
    ("The Panel requested that an update be brought back in six months.", [("Panel", "", "an update be brought back in six months")]),
    ("Councillor Dunn requested that officers provide details of the costs.", [("Councillor Dunn", "officers", "officers provide details of the costs")]),
    (
        "The Committee urged the Clinical Commissioning Group to publish its waiting times.",
        [("Committee", "Clinical Commissioning Group", "publish its waiting times")],
    ),
    ("AGREED that the Executive be requested to release the funding.", [(OWN, "Executive", "release the funding")]),
    (
        "It was agreed by the Overview Board that the decision stand but that the Panel be requested to work with the Cabinet Member.",
        [("Overview Board", "Panel", "work with the Cabinet Member")],
    ),
    (
        "The Scrutiny Committee asks that the Executive consider extending the consultation.",
        [("Scrutiny Committee", "Executive", "the Executive consider extending the consultation")],
    ),
    ("Recommendation: That the report be noted and the plan supported.", [("", "", "the report be noted and the plan supported")]),
    (
        "Land at Mill Lane - outline application for 4 dwellings. Recommend refusal on highway grounds.",
        [(OWN, "", "Land at Mill Lane - outline application for 4 dwellings. Recommend refusal on highway grounds")],
    ),
    (
        "Barn at Quay End - conversion to a dwelling; 4 Mill Lane - two storey extension. Recommend approval.",
        [
            (OWN, "", "4 Mill Lane - two storey extension. Recommend approval"),
            (OWN, "", "Barn at Quay End - conversion to a dwelling Recommend approval"),
        ],
    ),
    ("The Ombudsman recommended that the Council apologise and pay £200.", [("Ombudsman", "Council", "the Council apologise and pay £200")]),
    ("Members requested further information on the number of exclusions.", [("Members", "", "further information on the number of exclusions")]),
    ("It was requested that the Chief Constable attend a future meeting.", [("", "", "the Chief Constable attend a future meeting")]),
    (
        "The Auditor recommended that bank reconciliations be signed by a second councillor.",
        [("Auditor", "", "bank reconciliations be signed by a second councillor")],
    ),
    ("We encourage local areas to make contact with the Regional Commissioner.", [("", "local areas", "make contact with the Regional Commissioner")]),
    ("Councillor Bell suggested that the Panel should visit the new centre.", [("Councillor Bell", "", "the Panel should visit the new centre")]),
    ("The Committee requested the Director to review the eligibility criteria.", [("Committee", "Director", "review the eligibility criteria")]),
    (
        "RESOLVED: That the report and recommendations of the parking task and finish group be approved for submission to the executive.",
        [
            (
                "parking task and finish group",
                "executive",
                "the report and recommendations of the parking task and finish group be approved for submission to the executive",
            )
        ],
    ),
    (
        "The exclusions working group had looked at this. A series of recommendations relating to alternative provision had been proposed.",
        [("exclusions working group", "", "series of recommendations relating to alternative provision")],
    ),
    ("To include the quality of work with families at risk (Ofsted recommendation).", [("Ofsted", "", "To include the quality of work with families at risk")]),
    ("Finally the Chairman asked that visitors sign the book at the door.", [("Chairman", "", "visitors sign the book at the door")]),
    ("Members asked if signs displaying the lower limit could be erected.", [("Members", "", "signs displaying the lower limit could be erected")]),
    ("It was agreed that a letter be sent to the Minister requesting urgent funding.", [(OWN, "Minister", "urgent funding")]),
    ("The Panel requested to look at some anonymised feedback forms.", [("Panel", "", "look at some anonymised feedback forms")]),
    ("The dredging task and finish group recommended that the spoil be sold.", [("dredging task and finish group", "", "the spoil be sold")]),
    ("It was agreed to recommend the addition of ferries to the work programme.", [(OWN, "", "the addition of ferries to the work programme")]),
    ("Information was requested on the pledge to reopen the pier.", [("", "", "Information on the pledge to reopen the pier")]),
    ("Members asked for the figures to be circulated before June.", [("Members", "", "the figures to be circulated before June")]),
    (
        "It was agreed to write to neighbouring parishes sending a copy of the objection and requesting their support.",
        [(OWN, "neighbouring parishes", "their support")],
    ),
    (
        "This Committee urgently requests the following:\n\n(i) A standing item on the ferries.\n\n(ii) A copy of the register of interests.",
        [("Committee", "", "A copy of the register of interests"), ("Committee", "", "A standing item on the ferries")],
    ),
    ("RECOMMENDED that the Panel be asked to publish its answers.", [(OWN, "", "publish its answers")]),
    ("The Panel asked for an update on the tenders in June.", [("Panel", "", "an update on the tenders in June")]),
    (
        "The Roads Office has written to the landowners requesting that the hedges be cut.",
        [("Roads Office", "landowners", "the hedges be cut")],
    ),
    (
        "The Peer Team recommendation to ‘set up a board for ports’ was endorsed by Council on 27 March 2018.",
        [("Peer Team", "Council", "set up a board for ports")],
    ),
    ("One member asked that district members be invited to the Care Committee.", [("member", "", "district members be invited to the Care Committee")]),
    ("An update on the latest situation was requested.", [("", "", "An update on the latest situation")]),
    ("The Forum had met twice. They asked that the Police liaise with the shops.", [("", "Police", "the Police liaise with the shops")]),
]


@pytest.mark.parametrize("sentence, expected", READS, ids=[sentence[:60] for sentence, _ in READS])
def test_a_sentence_recommends(sentence: str, expected: list[Advice]) -> None:
    assert advice(sentence) == sorted(expected)


NOT = """The table tracked the progress of recommendations made by the committee.
Subject to recommendation by the Scrutiny Committee, Cabinet agreed that the group is renamed.
The Cabinet Member moved that the recommendations in the report be accepted.
A recommended speed of 20mph was displayed.
The report recommended by officers was withdrawn.
Corporate Parenting had been recommended as good practice.
It was suggested that the Panel might visit.
The Chairman asked for nominations.
Resolved that the Clerk be asked to obtain three quotations.
Members asked how many children were affected.
The school was requested by many parents.
The Clerk was asked to write to Highways.
It was noted that the recommendations had not been implemented.
The Cabinet will consider its recommendations in May.
Mr Smith called on residents during the campaign.
The Panel noted the recommendations in the report.
A member asked whether Cabinet would agree the recommendation.
The Committee thanked the Director for the report.
The recommended option was Option 2.
Parents had requested a meeting with the school.
The Director suggested that the numbers should not cause concern.
The Chairman asked that the discussion focussed on the challenges.
All County Councillors are invited to attend and participate.
I have asked Anne Porter, one of the advisers, to support you.
Should the Council urge the Government to act?
Clerk asked to refer to Highways and advise that the limit go on past the shelter.
Clerk asked to email them to make them aware that others will be approached.
Members welcomed the briefings and asked that they continued.
All recommendations made by the Panels must be referred to the main Committee for approval.
He noted that all recommendations made by the Panels had to be agreed by the main Committee.
Unanimously AGREED to recommend APPROVAL.
The Committee was requested to determine that the following item be taken in private.
Councillor Dunn requested that his comment be amended to reflect this.
The Chairman asked that all mobile phones be put on silent.
Members asked for agreement that the Panel agree the minutes are an accurate record.
Councillor Dunn asked that his comments on Page 7 of the Minutes, paragraph 4.3 be amended.
He has asked to be invited to a future meeting so this can be discussed.
The Director asked the Members how they wished the election to be handled.
Attendees proposed that external speakers be invited to present to the group.
Councillor Dunn proposed that a site visit be requested to that area.
Miss Hay suggested that the matter be closed and the meeting move on.
Mr Hay said that he wished to write to the agency to ask whether they could help.
The Mayor asked the Clerk to read the letter.
The works were completed as requested.
Councillor Dunn suggested it was too late.
The Chief Executive recommended for the post was appointed.
The Panel requested an update on its progress before the plans were signed.
Councillor Dunn suggested moving it to the pier.
The papers requested were circulated.""".splitlines()


@pytest.mark.parametrize("sentence", NOT)
def test_these_recommend_nothing(sentence: str) -> None:
    assert advice(sentence) == []


def test_the_points_of_a_list_are_recommendations_each() -> None:
    assert advice("RECOMMENDED to Council:\n\n(a) that the budget be approved; and\n\n(b) that the precept be set at £12,000.") == [
        (OWN, "Council", "the budget be approved"),
        (OWN, "Council", "the precept be set at £12,000"),
    ]
    assert advice("The Panel is asked to determine:\n\n- any comments to highlight to the Cabinet Member; and\n\n- whether further scrutiny is required.") == [
        ("", "Panel", "determine any comments to highlight to the Cabinet Member"),
        ("", "Panel", "determine whether further scrutiny is required"),
    ]
    assert advice("The Panel is asked to consider the Report and:\n\n- agree whether to comment.") == [
        ("", "Panel", "agree whether to comment"),
        ("", "Panel", "consider the Report"),
    ]


def test_a_list_of_papers_behind_a_whole_sentence_is_not_asked_for() -> None:
    words = "The Panel is asked to consider whether these two reports give the information that the plan needs:\n\n- Early years 2019\n\n- Post-16 2019"
    assert advice(words) == [("", "Panel", "consider whether these two reports give the information that the plan needs")]


def test_a_report_says_what_the_panel_should_consider_and_minutes_do_not() -> None:
    report = document(
        "Ashford County Council\n\nAgenda\n\nChildren and Education Panel\n\nWednesday, 13 March 2019, 10.00 am\n\n1. School places\n\n"
        "The Panel should consider whether the plan is clear.\n",
        kind="agenda",
        council="Ashford County Council",
    )
    assert [one(node, v.TEXT) for node in nodes(read(report), v.RECOMMENDATION).values()] == ["consider whether the plan is clear"]
    assert advice("Mr Smith said that the Panel should consider the matter.") == []


@pytest.mark.parametrize(
    "sentence, by, to, status",
    [
        ("Cabinet accepted the recommendations of the Health Committee.", "Health Committee", "Cabinet", "accepted"),
        ("The recommendations of the working party were rejected by the Executive.", "working party", "Executive", "rejected"),
        ("RESOLVED: That the recommendations of the Audit Committee be approved.", "Audit Committee", "", "accepted"),
        ("The Cabinet agreed to accept the recommendations of the Housing Task and Finish Group.", "Housing Task and Finish Group", "Cabinet", "accepted"),
        ("Cabinet accepted recommendation 2 of the Parking Task and Finish Group.", "Parking Task and Finish Group", "", "accepted"),
        ("RESOLVED: That Cabinet approve the recommendations arising from the Libraries Review.", "Libraries Review", "Cabinet", "accepted"),
        ("The Cabinet partially accepted the recommendations of the review group.", "review group", "Cabinet", "part"),
        ("The Cabinet agreed to the request from the Ferries Scrutiny Committee to defer the decision.", "Ferries Scrutiny Committee", "", "accepted"),
    ],
)
def test_an_answer_is_told_with_its_sentence(sentence: str, by: str, to: str, status: str) -> None:
    reading = read(minutes(sentence))
    [node] = nodes(reading, v.RECOMMENDATION).values()
    [[(kind, words)]] = answers(reading).values()
    assert (one(node, v.MADE_BY_PRINTED), one(node, v.ADDRESSEE_PRINTED), kind) == (by, to, status)
    assert words in sentence


def test_without_an_answer_a_recommendation_has_no_status() -> None:
    assert list(answers(read(minutes("The Panel recommended that the road be closed."))).values()) == [[]]


Told = tuple[str, str, str, str]


def told(words: str) -> list[Told]:
    """Who made each recommendation of an item, to whom, what, and how it was answered."""
    reading = read(minutes(words))
    how = {text: " ".join(kind for kind, _ in replies) for text, replies in answers(reading).items()}
    found = nodes(reading, v.RECOMMENDATION).values()
    return sorted((one(node, v.MADE_BY, v.MADE_BY_PRINTED), one(node, v.ADDRESSEE_PRINTED), one(node, v.TEXT), how[one(node, v.TEXT)]) for node in found)


LISTS: list[tuple[str, list[Told]]] = [
    (
        "The Panel AGREED to make the following recommendations to the Cabinet:\n\n(a) That the evening service be kept.\n\n(b) That a rural forum be set up.",
        [(OWN, "Cabinet", "a rural forum be set up", ""), (OWN, "Cabinet", "the evening service be kept", "")],
    ),
    (
        "Recommended to the Commissioner:\n\n- That the plan for the estate be shared.\n- That a summary be written for residents.",
        [(OWN, "Commissioner", "a summary be written for residents", ""), (OWN, "Commissioner", "the plan for the estate be shared", "")],
    ),
    (
        "RESOLVED: To recommend to Full Council that cemetery fees be increased by 4%. (Proposed: Cllr Bell; Seconded: Cllr Dunn)",
        [(OWN, "Full Council", "cemetery fees be increased by 4%", "")],
    ),
    (
        "RESOLVED that:\n\n1. the outcome be noted;\n2. it be recommended to Cabinet that the grant be made permanent; and\n3. a group be set up to look at buses.",
        [(OWN, "Cabinet", "the grant be made permanent", "")],
    ),
    ("RESOLVED that the Cabinet be recommended to fund one further auditor.", [(OWN, "Cabinet", "fund one further auditor", "")]),
    (
        "The recommendations in the report were as follows: that the Committee\n\n(i) approve the strategy;\n(ii) delegate the purchase to the Clerk.",
        [
            ("", "Committee", "the Committee approve the strategy", ""),
            ("", "Committee", "the Committee delegate the purchase to the Clerk", ""),
        ],
    ),
    ("Officer recommendation: APPROVE subject to conditions.", [("Officer", "", "APPROVE subject to conditions", "")]),
    (
        "No. | Recommendation | Cabinet response | Lead officer\n1 | That penalty notices be raised to £800 | Accepted | Head of Highways\n"
        "2 | That cameras be placed at ten sites | Partially accepted: at four, as a trial | Head of Highways\n"
        "3 | That collection be offered to all households | Rejected. The cost could not be met | Director",
        [
            ("", "", "cameras be placed at ten sites", "part"),
            ("", "", "collection be offered to all households", "rejected"),
            ("", "", "penalty notices be raised to £800", "accepted"),
        ],
    ),
    (
        "Ref | Recommendation | Cabinet Member | Action taken | Status\n1 | That the survey be published | Cllr Dunn | It was published in May | Complete\n"
        "2 | That the review be finished | Cllr Bell | Delayed | Ongoing",
        [("", "Cllr Bell", "the review be finished", "other-words"), ("", "Cllr Dunn", "the survey be published", "other-words")],
    ),
    (
        "Recommendation | Response | Lead | Accepted?\na) That crossings be lit; | We will fund two | AB | Yes\nb) That cameras be bought | Agreed dates have been sent | AB | -",
        [("", "", "cameras be bought", "other-words"), ("", "", "crossings be lit", "accepted")],
    ),
    (
        "Recommendations\n\nThe Executive resolves:\n\n1.1 To agree the responses.\n\n1.2 To thank the group for its work.",
        [("", "Executive", "To agree the responses", ""), ("", "Executive", "To thank the group for its work", "")],
    ),
    (
        "Recommendations\n\nIt is recommended that:\n\n(a) the policy be adopted;\n\n(b) the grant be paid.",
        [("", "", "the grant be paid", ""), ("", "", "the policy be adopted", "")],
    ),
    (
        "The Scrutiny Committee, in its report to Council (April, 2018) on the Cabinet and Enhanced Scrutiny Model, made the following recommendations:\n\n"
        "- Cabinet Members should attend meetings.",
        [("Scrutiny Committee", "Cabinet Members", "Cabinet Members should attend meetings", "")],
    ),
    (
        "The Buildings Scrutiny Committee agreed to recommend that the Cabinet comply with its duty.",
        [("Buildings Scrutiny Committee", "", "the Cabinet comply with its duty", "")],
    ),
    (
        "RESOLVED: That the Committee:-\n\n(a) notes the report; and\n\n(b) requests that thought be given to a further review.",
        [(OWN, "", "thought be given to a further review", "")],
    ),
    (
        "The Minister asked the Panel to help drive the work by:\n\n- championing the work;\n- speaking at events.",
        [("Minister", "Panel", "help drive the work by championing the work", ""), ("Minister", "Panel", "help drive the work by speaking at events", "")],
    ),
    (
        "The Director requested that the School Places Plan and Capacity Strategy be added to the agenda.",
        [("Director", "", "the School Places Plan and Capacity Strategy be added to the agenda", "")],
    ),
    (
        "RESOLVED: That the recommendations (1 to 6) as set out in section 7 of the report are approved.",
        [("", "", "the recommendations (1 to 6) as set out in section 7 of the report are approved", "accepted")],
    ),
    (
        "The Auditor recommended that the Finance Committee note the update report of the bank.",
        [("Auditor", "Finance Committee", "the Finance Committee note the update report of the bank", "")],
    ),
    (
        "The Panel noted the report of the Director, which requested that the Panel look at the plan.",
        [("", "Panel", "the Panel look at the plan", "")],
    ),
    (
        "1.1 The group was set up in May.\n1.2 The Auditor recommended that the safe be locked.\n1.3 The safe is old.",
        [("Auditor", "", "the safe be locked", "")],
    ),
    (
        "The Scrutiny Committee had met on 6 March and had made two recommendations:\n\n1. that the Board defer the decision;\n2. that the Mayor publish the fares."
        "\n\nThe Mayor thanked the Committee. She did not accept the first recommendation. The second was accepted.",
        [
            ("Scrutiny Committee", "Board", "the Board defer the decision", "rejected"),
            ("Scrutiny Committee", "Mayor", "the Mayor publish the fares", "accepted"),
        ],
    ),
    (
        "The Housing Scrutiny Panel at its meeting on 21 May 2018 recommended that local providers be given extra weight. The Cabinet Member has accepted this"
        " recommendation in part.",
        [("Housing Scrutiny Panel", "", "local providers be given extra weight", "part")],
    ),
    (
        "The Executive noted the report of the Scrutiny Committee and rejected its recommendation that the site be removed.",
        [("Scrutiny Committee", "", "the site be removed", "rejected")],
    ),
]


@pytest.mark.parametrize("words, wanted", LISTS)
def test_lists_tables_and_decisions_recommend(words: str, wanted: list[Told]) -> None:
    assert [(maker.replace("-", " ").casefold(), *rest) for maker, *rest in told(words)] == [
        (maker.replace("-", " ").casefold(), *rest) for maker, *rest in wanted
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Councillor Bell asked that his vote against be recorded.",
        "Ms Rees suggested that the measures might be clearer.",
        "Councillor Dunn asked that the Volunteer Forum be thanked.",
        "If the Panel accepted recommendation 3, a group would be set up.",
        "It was asked whether the Cabinet would accept recommendations 1 to 3.",
        "Recommendations\n\n(a) the Standards Committee;\n\n(b) Vice-Chair of the Planning Committee.",
        "When Cllr Bell suggested targeting the money, Cllr Dunn said it was not simple.",
        "There was a request to complete a survey from Highways. It was agreed that the Clerk would complete it.",
        "Members are requested to identify the item in which they have an interest.",
        "The Panel recommended that the following two candidates were appointed:",
        "It was agreed that Cabinet be asked to consider the following recommendations",
        "Recommendations from the scrutiny task and finish groups on contracts and complaints.",
        "The Cabinet considered the recommendations of three scrutiny task and finish group reports.",
        "Recommendations | 7\nSummary for children and young people | 9\nThe local authority and its area | 12",
        "Ref | Action | Owner\n1 | Send the figures to Members | Clerk",
    ],
)
def test_these_neither_recommend_nor_answer(words: str) -> None:
    assert not told(words)


def test_the_speaker_who_reports_recommendations_did_not_make_them() -> None:
    words = (
        "Councillor Dunn reported that the Board had met twice and had made two recommendations:\n\n1. that the depot be kept;\n2. that the fares be published."
    )
    assert {maker for maker, *_ in told(words)} == {"Board"}


def test_the_author_of_a_report_makes_its_recommendations() -> None:
    text = (
        "Ashford Borough Council\n\nReport of the Parking Task and Finish Group\n\n1. Recommendations\n\nRecommendation 1: The Executive should freeze the fees.\n\n"
        "Recommendation 2: The Head of Parking should publish the figures.\n"
    )
    found = nodes(read(document(text, kind="report", council="Ashford Borough Council")), v.RECOMMENDATION).values()
    wanted = [("Parking Task and Finish Group", "Executive", "1"), ("Parking Task and Finish Group", "Head of Parking", "2")]
    assert sorted((one(n, v.MADE_BY_PRINTED), one(n, v.ADDRESSEE_PRINTED), one(n, v.NUMBER)) for n in found) == wanted


def test_the_numbered_points_of_an_item_recommendations_are_recommendations() -> None:
    text = (
        "Ashford Borough Council\n\nScrutiny Board\n\nWednesday 13 March 2019\n\nReport of the Head of Parking\n\n1. Introduction\n\n1.1 The fees are old.\n\n"
        "2. Recommendations\n\n2.1 That the Scrutiny Board note the report.\n2.2 That the Scrutiny Board agree how to follow it up.\n\n3. Background\n\n3.1 There is none.\n"
    )
    found = nodes(read(document(text, kind="report", council="Ashford Borough Council")), v.RECOMMENDATION).values()
    assert sorted((one(n, v.NUMBER), one(n, v.TEXT)) for n in found) == [
        ("2.1", "the Scrutiny Board note the report"),
        ("2.2", "the Scrutiny Board agree how to follow it up"),
    ]


def test_the_cabinet_is_not_the_cabinet_scrutiny_committee_that_meets() -> None:
    text = (
        "Ashford County Council\n\nMinutes of the meeting of the Cabinet Scrutiny Committee held on Wednesday 13 March 2019\n\n1. Budget\n\n"
        "Members asked that Cabinet consider a review of the fees.\n"
    )
    [node] = nodes(read(document(text, kind="minutes", council="Ashford County Council")), v.RECOMMENDATION).values()
    assert (one(node, v.ADDRESSEE_PRINTED), "scrutiny" in one(node, v.ADDRESSED_TO)) == ("Cabinet", False)


def test_what_an_inspectorates_own_report_recommends_is_the_inspectorates() -> None:
    text = (
        "Ofsted\nInspection of services for children in need of help and protection, children looked after and care leavers\nAshford County Council\n"
        "Inspection date: 3 to 27 March 2015\nReport published: 19 May 2015\nLead inspector: Marian Fell HMI\n\nRecommendations\n\n"
        "1. Ensure that all assessments are timely.\n\n2. The local authority should improve the supervision of social workers.\n"
    )
    found = [n for n in nodes(read(document(text)), v.RECOMMENDATION).values() if one(n, v.TEXT).startswith(("Ensure", "The local"))]
    assert sorted((one(n, v.MADE_BY), one(n, v.ADDRESSED_TO)) for n in found) == [("ofsted", ""), ("ofsted", "ashford-county-council")]


def test_a_task_and_finish_group_is_not_cut_in_two() -> None:
    words = "That the report and recommendations of the task and finish group are agreed for circulation to the executive."
    assert [text for _, _, text, _ in told(f"RESOLVED: {words}")] == [words.removeprefix("That ").strip(".")]


def test_what_an_officer_agreed_is_no_part_of_a_request() -> None:
    words = "Councillor Dunn asked if a list of schemes could be provided and the Assistant Director agreed to circulate this."
    assert [text for _, _, text, _ in told(words)] == ["a list of schemes could be provided"]


def test_what_somebody_else_says_is_no_part_of_a_request() -> None:
    words = "Councillor Dunn asked that the manager of the home attend the next meeting; the Chair thought a written note would do."
    assert [text for _, _, text, _ in told(words)] == ["the manager of the home attend the next meeting"]


def test_the_quote_of_a_planning_comment_holds_its_whole_address() -> None:
    reading = read(minutes("Quay House, Back Street. Dunmere - barn conversion to form two dwellings - recommend approval."))
    [id_] = nodes(reading, v.RECOMMENDATION)
    assert quotes(reading, id_)[0].startswith("Quay House, Back Street. Dunmere")
