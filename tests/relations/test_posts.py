"""Who holds which post and chair: what stands beside a name, what a meeting elected somebody to, and what is somebody else's post."""

from __future__ import annotations

import pytest

from graph_builder import vocabulary as v
from graph_builder.language.post_words import held as told_post
from tests.relations.told import document, minutes, nodes, read


def held(words: str) -> set[tuple[str, str]]:
    """The people and posts that an item of minutes tells."""
    found = nodes(read(minutes(words)), v.POST_HOLDING).values()
    return {(node[v.MEMBER][0], node[v.OF_POST][0]) for node in found}


@pytest.mark.parametrize(
    "words, wanted",
    [
        ("Mrs Lockyer, the Assistant Director, said that it was.", {("lockyer", "assistant-director")}),
        ("Councillor Bell, Cabinet Member for Housing, said that it was.", {("bell-a", "cabinet-member-for-housing")}),
        ("Chief Superintendent Ian Moxley told the Panel that thefts had fallen.", {("moxley-ian", "chief-superintendent")}),
        # whoever was answered does not hold the post of whoever answered
        ("In response to a question from Mrs Lockyer, the Assistant Director explained that it was.", set()),
        ("In reply to Mr Green, the Quality Improvement Manager advised that it was.", set()),
        ("Councillor Pirie, the Section 151 Officer and the auditor left the room.", set()),
    ],
)
def test_a_post_is_that_of_its_holder(words: str, wanted: set[tuple[str, str]]) -> None:
    assert held(words) == wanted


@pytest.mark.parametrize(
    "words, wanted",
    [
        ("Rights of Way Officer, re FP12 stile -", "Rights of Way Officer"),
        ("Democratic Services Officer (B. Whitlam).", "Democratic Services Officer"),
        ("Head of SEND (Interim)", "Head of SEND (Interim)"),
        ("Cabinet Member for Children's Services,", "Cabinet Member for Children's Services"),
        ("Vice-Chairman of Cabinet for the ensuing year", "Vice-Chairman of Cabinet"),
        ("Office of Mayor", "Mayor"),
        ("JF, Clerk", "Clerk"),
        ("Secretary of the Bee Society who gave a talk", "Secretary of the Bee Society"),
        ("Head, Planning", "Head, Planning"),
        ("Democratic Services - telephone", "Democratic Services"),
        ("the Clerk, Adrian Pell", ""),
        ("remaining Members of Cabinet", ""),
        ("replacement Member", ""),
        ("Labour", ""),
        ("outgoing Chairman", ""),
        ("Committee", ""),
        ("Minutes", ""),
        ("Co-opted District", ""),
        ("former member of the County Council for", ""),
        # Mill Cottage, Vale, is where somebody lives who once worked there
        ("Mill Cottage, Vale former member of Ashford County Council Outdoor Staff", ""),
        ("Director of Water & Environment, Ms", "Director of Water & Environment"),
        ("Chief Executive Mr", "Chief Executive"),
        ("Democratic Services ManagerMrs", "Democratic Services Manager"),
        ("Mayor Councillors D", "Mayor"),
        ("County Councillor", "County Councillor"),
        ("Vice Chairperson, in the Chair", "Vice Chairperson"),
        ("in the chair", ""),
        ("Chair", "Chair"),
        ("MBE, Mayor", "Mayor"),
        ("Right Worshipful the Mayor", "Mayor"),
        ("Strategic Procurement Manager, both Chief Executive's", "Strategic Procurement Manager"),
        ("Committee Services Officer 1. Provost", "Committee Services Officer"),
        ("Internal Auditor on the Annual Internal Audit Report within the return", "Internal Auditor"),
        ("Oireachtas Members, seeks a meeting with the incoming Taoiseach", ""),
        ("O'Marsden, Opposition Spokesperson, Fell and Roe", ""),
        ("Leader, Strategy and Resources", "Leader, Strategy and Resources"),
        ("County Cllr", "County Cllr"),
        ("area representative for the Association of Community Councillors", "area representative for the Association of Community Councillors"),
        ("the Clerk 1", "Clerk"),
        ("newly appointed clerk", "clerk"),
        ("Partnership Officer Room 12, Council Offices, Vale", "Partnership Officer"),
        ("Chief Executive on the award of an honour", "Chief Executive"),
        ("Minute Secretary, Others PKC", "Minute Secretary"),
        ("Planning officer Robert Fell Date 3 May 2019", ""),
        ("Head of St John Ambulance", "Head of St John Ambulance"),
        ("took the Chair", ""),
        ("supported by the portfolio holder for finance", ""),
        ("Portfolio Holder for Finance undertook to provide a written response", ""),
        ("absence of the Chair", ""),
        ("disciplinary action taken against the former Chief Constable", ""),
        ("only Member expressing their willingness to serve", ""),
        ("independent member", ""),
        ("substitute member", ""),
        ("last surviving member", ""),
        ("Nominated by Health Board (Non-Executive Member)", ""),
        ("Executive Member", "Executive Member"),
        ("Lead Member", "Lead Member"),
        ("County Member", "County Member"),
        ("38 members of the public", ""),
        ("Old Room, Vale Civic Centre, Ashford In the Chair", ""),
    ],
)
def test_a_post_has_its_own_words_alone(words: str, wanted: str) -> None:
    assert told_post(words) == wanted


@pytest.mark.parametrize(
    "words, wanted",
    [
        ("Councillor Dunn was elected Vice-Chairman for the coming year (proposed Cllr Bell, seconded Cllr Hall).", {("dunn-c", "role:vice-chair")}),
        ("RESOLVED: That Councillor Dunn be appointed Chairman of the Panel.", {("dunn-c", "role:chair")}),
        ("RESOLVED: That Councillor Dunn be appointed Chairman of the Buses Working Group.", set()),
        ("It was asked whether Councillor Dunn would be elected Chairman.", set()),
        ("Councillor Dunn was proposed as Chairman.", set()),
    ],
)
def test_whom_a_meeting_elects_is_in_the_chair(words: str, wanted: set[tuple[str, str]]) -> None:
    reading = read(minutes(words))
    rules = {s.subject for s in reading.statements if s.rule == "elected-to-chair"}
    found = {id_: node for id_, node in nodes(reading, v.MEMBERSHIP).items() if id_ in rules}
    assert {(node[v.MEMBER][0], node[v.ROLE][0]) for node in found.values()} == wanted


def test_a_report_lists_the_members_of_its_group() -> None:
    text = (
        "Ashford Borough Council\n\nReport of the Parking Task and Finish Group\n\nMembers of the Group: Councillor Femi Adeyemo (Chair), Councillor Judith Rooke\n\n"
        "1. Background\n\nThe Group met five times.\n"
    )
    found = nodes(read(document(text, kind="report", council="Ashford Borough Council")), v.MEMBERSHIP).values()
    wanted = {("adeyemo-femi", "parking-task-and-finish-group", "role:chair"), ("rooke-judith", "parking-task-and-finish-group", "role:member")}
    assert {(n[v.MEMBER][0], n[v.OF_ORGANISATION][0], n[v.ROLE][0]) for n in found} == wanted
