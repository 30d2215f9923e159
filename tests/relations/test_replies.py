"""How requests and recommendations are answered in other words, of which kind they are, and when they were made: by whom, where a letter asks."""

from __future__ import annotations

import pytest

from graph_builder import vocabulary as v
from tests.relations.told import answers, document, minutes, nodes, read

OTHER, POSSIBLE = "other-words", "possible"

# what an item of minutes says, and the kind and the first words of each answer, none where nothing answers
ANSWERS: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "An update on caseloads was requested. The Head of Fostering explained that caseloads had fallen since June.",
        [(POSSIBLE, "The Head of Fostering explained")],
    ),
    (
        "Members requested that a breakdown by ward be provided. The Director agreed to provide this after the meeting.",
        [(OTHER, "The Director agreed")],
    ),
    ("The Panel requested a list of the sites. This would be circulated to Members by email.", [(OTHER, "This would be circulated")]),
    (
        "Councillor Dunn requested that the bins at Quay Lane be emptied twice a week.\n\nReply: The contractor was instructed to do so in May.",
        [(OTHER, "Reply: The contractor")],
    ),
    (
        "Members requested that a design be made for the footpath. The Director stated that the District had some funds for this.\n\n"
        "REPLY: The footpath would cost €70,000.",
        [(OTHER, "REPLY: The footpath")],
    ),
    (
        "Councillor Dunn suggested that approving the plan should be postponed.\n\nInes Quillfeather - Senior Policy Officer (Ports) – advised Members "
        "that the Minister had approved it.",
        [(POSSIBLE, "Ines Quillfeather")],
    ),
    (
        "Members asked if lights could be erected at the crossing. In reply, the Senior Engineer stated that a survey was under way.",
        [(OTHER, "In reply, the Senior Engineer")],
    ),
    (
        "Councillor Bell suggested that the Panel should see the forms – the Director agreed to look into this.",
        [(OTHER, "the Director agreed to look into this")],
    ),
    ("The Committee requested that the bus be reinstated. The request was refused by the company.", [(OTHER, "The request was refused")]),
    (
        "The inspectors requested that a Harbour Recovery Plan (HRP) be prepared. It had five aims. The HRP was approved by the Minister in August 2018.",
        [(POSSIBLE, "The HRP was approved")],
    ),
    (
        "The group recommended that looked after children should be seen first. The service was being tendered again so that this change could be made.",
        [(POSSIBLE, "The service was being tendered")],
    ),
    (
        "The Harbour Scrutiny Committee recommended that the Cabinet dredge the quay.\n\nThe Cabinet then:\n\n"
        "(1) Noted that since the recommendation of the scrutiny committee, two thirds had been dredged.",
        [(OTHER, "Noted that since the recommendation")],
    ),
]
CARRIED = "This Notice of Motion was proposed by Councillor Bell, seconded by Councillor. C. Dunn and agreed."
MOVED = "“I will move at the next Meeting that the Committee ask the Harbour Master to light the slipway at Quay Lane.”"
# behind the line that carries a motion, by naming whoever suggested it, and within the sentence
LATER: list[tuple[str, list[tuple[str, str]]]] = [
    (f"{MOVED}\n\n{CARRIED}\n\nIn reply, the Harbour Master stated that two lamps were ordered.", [(OTHER, "In reply, the Harbour Master")]),
    (f"{MOVED}\n\n{CARRIED}\n\nThe Harbour Master stated that the slipway had no cable.", [(POSSIBLE, "The Harbour Master stated")]),
    (f"{MOVED}\n\n{CARRIED}\n\nCouncillor Dunn stated that the slipway was dark.", []),
    (f"{MOVED}\n\nCouncillor Bell spoke of two falls.\n\nMany agreed.\n\nREPLY: The slipway has no cable.", [(OTHER, "REPLY: The slipway")]),
    (
        "“I will move that a path be made at Quay Lane.”\n\nMembers requested that a design be made for the path. "
        "The Director stated that works such as this could be paid from the small schemes.\n\nREPLY: The path would cost €70,000.",
        [(POSSIBLE, "The Director stated")],
    ),
    (
        "Cllr Dunn suggested that the engineers should count the cars first. She spoke of Mill Lane.\n\nCllr Bell welcomed the plan.\n\n"
        "Mr Quill said that the lane was narrow. Mr. Quill advised that he would take Cllr. Dunn’s suggestion on board.",
        [(OTHER, "Mr. Quill advised that he would")],
    ),
    (
        "Cllr Dunn suggested that the counts should be made in term time.\n\nThe Chair spoke of the lanes.\n\n"
        "In relation to counts highlighted by Cllr. Bell and Cllr Dunn, Mr. Quill advised that they were made each May.",
        [(OTHER, "In relation to counts")],
    ),
    (
        "Cllr Dunn suggested that the counts should be made in term time.\n\nThe Chair spoke of the lanes.\n\n"
        "In relation to verges highlighted by Cllr Dunn, Mr. Quill advised that they were cut each May.",
        [],
    ),
    (
        "Cllr Dunn suggested making Mill Lane one-way.\n\nThe Chair spoke of the lanes.\n\nIn response to Cllr Dunn, Mr. Quill advised that Mill Lane "
        "carried 90 lorries. A one-way lane had been tried.",
        [(POSSIBLE, "In response to Cllr Dunn, Mr. Quill advised")],
    ),
    ("Cllr Dunn suggested making Mill Lane one-way.\n\nThe Chair spoke.\n\nIn response to Cllr Bell, Mr. Quill advised that Mill Lane was wide.", []),
    (
        "Cllr Dunn suggested that the bicycle stands should move to the pier.\n\nThe Chair spoke.\n\nIn response to questions, Mr. Quill advised that the "
        "bicycle stands and their sites would be chosen with the firm.",
        [(POSSIBLE, "In response to questions")],
    ),
    (
        "Cllr Dunn suggested that the ferry should call at noon.\n\nThe Chair spoke.\n\nMr. Quill advised that he would note the views and take all suggestions "
        "on board.",
        [(OTHER, "Mr. Quill advised")],
    ),
    (
        "Cllr Dunn suggested that the ferry should call at noon.\n\nThe Chair spoke.\n\nItem 4: Pier tolls\n\nHe would take all suggestions on board.",
        [],
    ),
    (
        "It was recommended that the local authority should review all cases of that kind. As a result, a plan has led to firmer decisions.",
        [(POSSIBLE, "As a result, a plan")],
    ),
    ("Members asked that the crossing be widened. As a result, children cannot cross there.", []),
    (
        "An additional recommendation concerning pier lights was proposed which was agreed in principle and would be worded later.",
        [("accepted", "agreed in principle")],
    ),
    ("An additional recommendation concerning pier lights was proposed.", []),
    ("An additional recommendation concerning pier lights was put forward and was not accepted.", [("rejected", "not accepted")]),
    ("Members asked that the pier be lit. The proposal was agreed.", [(OTHER, "The proposal was agreed")]),
    (
        "Cllr Dunn suggested that the pier should be lit at dusk.\n\nThe Chair spoke of fares.\n\nCllr Dunn suggested that the fares should be halved.\n\n"
        "Mr. Quill would take Cllr Dunn's suggestion on board.",
        [],
    ),
    ("Cllr Dunn suggested that the pier should be lit. Members asked officers to look into Cllr Dunn's suggestion.", []),
]
UNANSWERED = [
    # the meeting decides about something else, and what it agrees is no answer
    "The Panel requested an update in June. RESOLVED that the report be noted.",
    "The Panel requested an update in June. The Committee agreed to note the report.",
    # another question stands between
    "It was requested that a flow chart be produced. It was queried whether the review had been done. The Director explained that there was a new focus.",
    # another matter, or another speaker of the meeting
    "Members requested further information on the number of exclusions. In relation to transport, the Director advised that buses were full.",
    "Members requested further information on the number of exclusions. Councillor Bell said that his own school had none.",
    "The Panel requested a list of the sites. In response to a question about buses, the Director explained the timetable.",
    "One member asked that district members be invited. Another member stated that this went against the trend.",
    # nothing of it is about what was asked, or it is who leads the meeting
    "Councillor Dunn suggested painting the letters black. Mr Hay offered to strim the hedge.",
    "Members requested further information on the number of exclusions. The Chairman informed the meeting that he would welcome this.",
    "Members requested that a list of plumbers be drawn up. The Director stated that the District had funds last year.",
    # a plan of the same name is not yet made
    "The inspectors requested that a Harbour Recovery Plan (HRP) be prepared. The HRP would be submitted in August.",
    # the meeting's own decision to ask
    "It was agreed that the Roads Directorate would be asked to extend the scheme. The Director explained the scheme.",
]


@pytest.mark.parametrize("words, wanted", ANSWERS, ids=[words[:50] for words, _ in ANSWERS])
def test_an_answer_in_other_words_is_told_with_them(words: str, wanted: list[tuple[str, str]]) -> None:
    [found] = answers(read(minutes(words))).values()
    assert [kind for kind, _ in found] == [kind for kind, _ in wanted]
    assert all(told.startswith(begins) and told in " ".join(words.split()) for (_, told), (_, begins) in zip(found, wanted, strict=True))


@pytest.mark.parametrize("words", UNANSWERED, ids=[words[-50:] for words in UNANSWERED])
def test_what_only_stands_behind_a_request_is_no_answer(words: str) -> None:
    found = answers(read(minutes(words)))
    assert found
    assert not any(found.values())


def test_a_possible_answer_is_derived_and_has_its_own_words() -> None:
    reading = read(minutes(ANSWERS[0][0]))
    [said] = [s for s in reading.statements if s.object == v.RESPONSE]
    assert said.basis == "derived"
    assert [reading.document.quote(span) for span in said.evidence] == ["The Head of Fostering explained that caseloads had fallen since June."]


KINDS = [
    ("It was recommended that the policy be reviewed annually.", "recommendation"),
    ("RECOMMENDED to Cabinet that the fees be increased.", "recommendation"),
    ("The Panel requested that an update be brought back in six months.", "request"),
    ("The Panel calls on the Government to provide funding for lifeboats.", "request"),
    ("Councillor Bell suggested that the Panel should visit the new centre.", "suggestion"),
    ("The Panel is asked to consider whether the plan is clear.", "asked-of-meeting"),
    ("“I will move at the next meeting that the Council write to the Minister for Ports to seek funding for the pier.”", "motion"),
    ("Two storey extension at Mill Lane - recommend refusal.", "planning-response"),
]


@pytest.mark.parametrize("words, kind", KINDS)
def test_a_recommendation_is_of_a_kind(words: str, kind: str) -> None:
    [node] = nodes(read(minutes(words)), v.RECOMMENDATION).values()
    assert node[v.ADVICE_KIND] == [f"advicekind:{kind}"]


DAYS = [
    ("The Panel requested that an update be brought back in six months.", True, ""),
    ("Members were told of a task and finish group which had recommended that the fees should be frozen.", False, ""),
    ("The Ombudsman recommended that the Council apologise and pay £200.", False, ""),
    ("At the last meeting of the Committee, it was resolved that the Cabinet be recommended to publish its answers.", False, ""),
    ("The Harbour Board, at its meeting on 21 May 2018, recommended that the Council dredge the quay.", False, "2018-05-21"),
]


@pytest.mark.parametrize("words, at_meeting, day", DAYS)
def test_what_was_asked_elsewhere_has_not_the_day_of_the_meeting(words: str, at_meeting: bool, day: str) -> None:
    [node] = nodes(read(minutes(words)), v.RECOMMENDATION).values()
    assert bool(node.get(v.AT_MEETING)) == at_meeting
    assert node.get(v.EARLIEST, [""]) == [day]


LETTER = """Ashford County Council

Agenda

Children and Education Panel

Wednesday, 13 March 2019, 10.00 am

1. Inspection of local services

The Panel is asked to consider the letter.

Department for Education

Ms J Harbottle, Chief Executive, Ashford County Council

17 May 2018

Findings of the inspection

Dear Ms Harbottle

I was concerned to read the report. We ask that the local area work with its neighbours on early help.

Yours sincerely

R Quillfeather

Deputy Director

Annex A: who does what

We encourage local areas to make contact with the Regional Commissioner.

Appendix 2

The Panel should consider whether the plan is clear.
"""


def test_what_a_letter_asks_is_its_senders_and_of_its_day() -> None:
    found = nodes(read(document(LETTER, kind="agenda", council="Ashford County Council")), v.RECOMMENDATION).values()
    told = {node[v.TEXT][0]: node for node in found}
    for words in ("the local area work with its neighbours on early help", "make contact with the Regional Commissioner"):
        assert told[words][v.MADE_BY] == ["department-for-education"]
        assert told[words][v.EARLIEST] == ["2018-05-17"]
        assert not told[words].get(v.AT_MEETING)
    own = told["consider whether the plan is clear"]
    assert own[v.AT_MEETING]
    assert not own.get(v.MADE_BY)
