"""Who holds which post and chair: what stands beside a name, what a meeting elected somebody to, and what is somebody else's post."""

from __future__ import annotations

import pytest

from graph_builder import vocabulary as v
from graph_builder.language.post_words import held as told_post
from tests.relations.told import HEAD, document, minutes, nodes, read


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


@pytest.mark.parametrize("words, posts", [("Mary Pell MP spoke.", set()), ("Nora Quill MP spoke.", {("quill-nora", "mp")})])
def test_letters_that_are_somebodys_initials_are_no_seat_in_parliament(words: str, posts: set[tuple[str, str]]) -> None:
    assert held(words) == posts


@pytest.mark.parametrize(
    "words, wanted",
    [
        ("Rights of Way Officer, re FP12 stile -", "Rights of Way Officer"),
        ("Democratic Services Officer (B. Whitlam).", "Democratic Services Officer"),
        ("Head of SEND (Interim)", "Head of SEND (Interim)"),
        ("Cabinet Member for Children's Services,", "Cabinet Member for Children's Services"),
        ("Vice-Chairman of Cabinet for the ensuing year", "Vice-Chairman of Cabinet"),
        ("Office of Mayor", "Mayor"),
        ("Office of the Police and Crime Commissioner", ""),
        ("Information Commissioner's Office", ""),
        ("Holt Area Office", ""),
        ("Head of Office", "Head of Office"),
        ("their new Chief Officer", "Chief Officer"),
        ("Her Majesty's Inspector", "Her Majesty's Inspector"),
        ("Director, A", "Director"),
        ("Assistant", ""),
        ("Mill Consultants Ltd", ""),
        ("Director of Mill Consultants Ltd", "Director of Mill Consultants Ltd"),
        ("/ Non-Executive Director", "Non-Executive Director"),
        ("Chairman of the Border Group, on her work", "Chairman of the Border Group"),
        ("Chief Executive of Vale Care Trust (VCT)", "Chief Executive of Vale Care Trust"),
        ("Head of Service (SEND)", "Head of Service (SEND)"),
        ("Chief Executive of Vale Care Trust and also Chair of the Harbour Group", "Chief Executive of Vale Care Trust"),
        ("Scrutiny Champions Housing", ""),
        ("Scrutiny Champions", "Scrutiny Champion"),
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
        ("Town Clerk addressed the meeting and read the rules of", "Town Clerk"),
        ("Acting Director of Roads, on behalf of all the staff, congratulated Cllr", "Acting Director of Roads"),
        ("Ward Councillor speaking on application 21/00417/FUL", "Ward Councillor"),
        ("Director of Adult Services Mary Tarrant, Chief Executive", "Director of Adult Services"),
        ("Cabinet Member Leisure and Parks Peter Sallow – Senior Accountant", "Cabinet Member Leisure and Parks"),
        ("Divisional Director, Housing and Youth Zuvia Tellwright, Group Accountant", ""),
        ("Head of Highways, about the works that could follow", "Head of Highways"),
        ("Headteacher, Jane Austen School, Vale", "Headteacher, Jane Austen School, Vale"),
        ("Clerk, Responsible Financial Officer and Proper Officer", "Clerk, Responsible Financial Officer and Proper Officer"),
        ("Vice-Chairman for another year", "Vice-Chairman"),
        ("Member Support Officer The meeting commenced at 7pm C30/16", "Member Support Officer"),
        ("Chief Executive Attendance", "Chief Executive"),
        ("Mayor for the Municipal Year", "Mayor"),
        ("Village Hall Representative", "Village Hall Representative"),
        ("Head Teacher, Cornwall Academy", "Head Teacher, Cornwall Academy"),
        ("Attendance Officer", "Attendance Officer"),
        ("Officers", ""),
        ("Lynn Tarrant-Vice Chairman, LT", ""),
        ("Heads of Service", "Head of Service"),
        ("Senior Executive Officers", "Senior Executive Officer"),
        ("Head of Legal Officers", "Head of Legal Officers"),
        ("thanks of the Council to the outgoing Mayor", ""),
        ("Mayor on her election and the outgoing Mayor", ""),
        ("Address by Chairperson", ""),
        ("when the Clerk", ""),
        ("Personal – 'I am a governor of the school'", ""),
        ("OTHERS The Right Worshipful the Mayor", ""),
        ("Bell and Dunn and Co-opted Members", ""),
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


def test_a_body_behind_a_name_is_no_post() -> None:
    assert held("Ms Clare Roe, NHS Ashford, spoke.") == set()
    assert held("Ms Clare Roe, Director of NHS Ashford, spoke.") == {("roe-clare", "director-of-nhs-ashford")}


@pytest.mark.parametrize(
    "present, wanted",
    [
        # the label of a line that is cut
        ("Also Present:\nMr Tom Wray, Mrs Ann Lee,\nGovernor Services Clerk:\n", set()),
        # letters of the council of whoever comes next
        ("Also Present:\nAnn Lee (Clerk), VDC Cllr Tom Wray\n", {("lee-ann", "clerk")}),
    ],
)
def test_a_label_or_a_council_of_the_next_one_on_a_list_is_no_post_of_the_one_before(present: str, wanted: set[tuple[str, str]]) -> None:
    paper = document(HEAD + present + "\n1. Apologies\n\nNone.\n", kind="minutes", council="Ashford County Council")
    found = nodes(read(paper), v.POST_HOLDING).values()
    assert {(node[v.MEMBER][0], node[v.OF_POST][0]) for node in found} == wanted


def test_a_substitute_is_no_member_and_a_list_of_names_no_body() -> None:
    present = "Present:\nMrs C Hay (Substitute)\nMr T Wray\n\n"
    paper = document(HEAD.replace("Present:\n", present) + "1. Apologies\n\nNone.\n", kind="minutes", council="Ashford County Council")
    assert "hay-c" not in {node[v.MEMBER][0] for node in nodes(read(paper), v.MEMBERSHIP).values()}
    listed = read(minutes("Kevin Dunn\nCouncillor Fraser Hay\nCouncillor Ann Lee", title="Appointment of the Committee"))
    assert not any("kevin" in node[v.OF_ORGANISATION][0] for node in nodes(listed, v.MEMBERSHIP).values())


CHOSEN = [
    ("There being no other nominations, Councillor Hay said she was happy to stand and was elected to the position of Chairman unopposed.", {("hay", "chair")}),
    ("Councillor Hay was declared elected as Chairman.", {("hay", "chair")}),
    ("Councillor Hay was returned as Chairman unopposed.", {("hay", "chair")}),
    ("Councillor Hay was nominated and duly elected as Vice-Chair.", {("hay", "vice-chair")}),
    ("Councillor Hay was proposed by Councillor Dunn, seconded by Councillor Wray and elected Chairman.", {("hay", "chair")}),
    ("RESOLVED: Councillor Hay to be Chairman.", {("hay", "chair")}),
    ("On the proposition of Councillor Wray, seconded by Councillor Lee, Councillor Hay was elected Cathaoirleach.", {("hay", "chair")}),
    ("RESOLVED: That Mrs Hay be appointed as an Independent Member of the Panel.", {("hay", "member")}),
    ("Councillor Hay was returned to the ward.", set()),
    ("Councillor Dunn proposed that Councillor Hay be elected Chairman; this was lost.", set()),
    ("Councillor Hay to be thanked by the Chairman.", set()),
    ("RESOLVED: Councillor Hay to be Chairman for this meeting in the absence of Councillor Bell.", set()),
]


@pytest.mark.parametrize("words, wanted", CHOSEN)
def test_who_is_chosen_for_a_chair(words: str, wanted: set[tuple[str, str]]) -> None:
    found = nodes(read(minutes(words)), v.MEMBERSHIP).values()
    told = {(node[v.MEMBER][0], node[v.ROLE][0].removeprefix("role:")) for node in found}
    assert told - {("bell-a", "chair"), ("dunn-c", "member")} == wanted


def test_a_mayor_is_elected_to_fill_the_office_and_a_vacancy_is_one_on_the_council() -> None:
    assert held("RESOLVED: That Cllr. Hay be elected to fill the Office of Mayor for the ensuing year.") == {("hay", "mayor")}
    head = HEAD.replace("Children and Education Panel", "Ashford Parish Council").replace("County", "Parish")
    paper = document(head + "1. Co-option\n\nMr Tom Hale was co-opted to fill the vacancy.\n", kind="minutes", council="Ashford Parish Council")
    assert "hale-tom" in {node[v.MEMBER][0] for node in nodes(read(paper), v.MEMBERSHIP).values()}


def test_chairs_of_several_bodies_without_saying_of_which_are_no_posts() -> None:
    words = "Housing\n\nChair - Councillor Hay\n\nRoads\n\nChair - Councillor Wray"
    assert not any(post == "chair" for _, post in held(words))


def test_the_sentence_below_a_name_is_no_post() -> None:
    assert held("In attendance were Mr Tom Hale.\nThe clerk opens the meeting.") == set()


@pytest.mark.parametrize(
    "words, wanted",
    [
        ("Ann Roe, Director of Resources, Vale Children First, spoke.", {("director-of-resources-vale-children-first", "vale-children-first")}),
        ("Ann Roe, Senior HMI from Ofsted, spoke.", {("senior-hmi-from-ofsted", "ofsted")}),
        ("Ann Roe, Director of Children's Services, spoke.", set()),
        ("Ann Roe, Clerk, Finance and Planning, spoke.", set()),
    ],
)
def test_a_post_is_in_the_body_that_its_words_end_in(words: str, wanted: set[tuple[str, str]]) -> None:
    found = [s for s in read(minutes(words)).statements if s.predicate == v.POST_IN]
    assert {(s.subject.rsplit("/", 1)[-1], str(s.object).rsplit("/", 1)[-1]) for s in found} == wanted


@pytest.mark.parametrize(
    "line, wanted",
    [
        ("Brian Marsden, Senior Manager – Infrastructure", "senior-manager-infrastructure"),
        ("Brian Marsden, Chief Officer – Governance (Clerk)", "chief-officer-governance-clerk"),
        ("Brian Marsden, Service Manager – Communications, Events & Public Affairs", "service-manager-communications-events-and-public-affairs"),
        ("Brian Marsden, Executive Engineer, Housing", "executive-engineer-housing"),
        ("Brian Marsden, Chief Executive’s Secretary", "chief-executives-secretary"),
        ("Brian Marsden, Holt Area Office", ""),
        ("Brian Marsden (Information Commissioner’s Office)", ""),
    ],
)
def test_a_list_tells_posts_as_printed_and_attendance_tells_the_same(line: str, wanted: str) -> None:
    reading = read(document(f"{HEAD}In attendance:\n{line}\n\n1. Apologies\n\nNone.\n", kind="minutes", council="Ashford County Council"))
    for kind, person in ((v.POST_HOLDING, v.MEMBER), (v.ATTENDANCE, v.ATTENDEE)):
        found = [node for node in nodes(reading, kind).values() if node[person] == ["marsden-brian"]]
        assert [post for node in found for post in node[v.OF_POST]] == [post for post in (wanted,) if post]


def test_the_post_before_a_name_is_not_that_of_whoever_serves_its_holder() -> None:
    assert held("A letter to the Private Secretary to the Minister for Harbours, Ann Roe, was read.") == set()
    assert held("The Clerk to the Council, Ann Roe, reported.") == {("roe-ann", "clerk-to-the-council")}
    assert held("Cllr Dunn accepted the position as Village Hall Rep\nAllotment Overseer\nCllr Bell was proposed.") == set()
