"""Recorded votes as councils print them: under heads, in sentences, line by line and in tables; and what the numbers of votes make of a motion."""

from __future__ import annotations

import pytest

from graph_builder import vocabulary as v
from graph_builder.model import Reading
from tests.relations.told import document, nodes, read

HEAD = """Ashford Council

Minutes of the meeting of the Planning Committee held on Wednesday 13 March 2019 at 10.00 am in County Hall, Ashford

Present:
Councillor Anne Bell (Chair)
Councillor Colin Dunn
Councillor Rhona Hall
Councillor John Meade
Councillor Peter Rae

1. Apologies

None.

2. Fees

"""
RESOLVED = "\n\nRESOLVED that the fees be approved."


def reading(words: str) -> Reading:
    return read(document(f"{HEAD}{words}\n\n3. Any other business\n\nThere was none.\n", kind="minutes", council="Ashford Council"))


def cast(words: str) -> set[str]:
    """Each vote as `surname how`."""
    votes = nodes(reading(words), v.VOTE).values()
    return {f"{node[v.VOTER][0].split('-')[0].rsplit(':', 1)[-1]} {node[v.VOTE_CAST][0].removeprefix('vote:')}" for node in votes}


def decided(words: str) -> list[tuple[str, ...]]:
    """Of each decision: outcome, proposer, seconder and the numbers of votes."""
    keys = (v.OUTCOME, v.PROPOSED_BY, v.SECONDED_BY, v.VOTES_FOR, v.VOTES_AGAINST)
    found = nodes(reading(words), v.DECISION).values()
    return [tuple("".join(node[key]).removeprefix("outcome:").split("-")[0] for key in keys) for node in found]


@pytest.mark.parametrize(
    "words, wanted",
    [
        (
            "There voted for the fees:\n\nBell, Dunn, Rae .......... 3\n\nThere voted against the fees:\n\nHall .......... 1" + RESOLVED,
            "bell for,dunn for,rae for,hall against",
        ),
        (
            "The following Members voted in favour of the motion:\n\nCouncillors Bell and Dunn\n\nThe following Member abstained:\n\nCouncillor Meade"
            + RESOLVED,
            "bell for,dunn for,meade abstained",
        ),
        (
            "RESOLVED that the fees be approved.\n\nCouncillors Bell and Dunn voted in favour. Councillor Hall voted against and Councillor Meade abstained.",
            "bell for,dunn for,hall against,meade abstained",
        ),
        (
            "Councillor Bell - For\nCouncillor Dunn - For\nCouncillor Hall - Against\nCouncillor Meade - Abstained" + RESOLVED,
            "bell for,dunn for,hall against,meade abstained",
        ),
        ("| Councillor | For | Against |\n|---|---|---|\n| Bell | X | |\n| Dunn | | X |" + RESOLVED, "bell for,dunn against"),
        ("| For | Against |\n|---|---|\n| Councillor Bell | Councillor Hall |\n| Councillor Dunn | |" + RESOLVED, "bell for,dunn for,hall against"),
        (
            "Motion status: Carried\n\n| Vote | Councillors | Count |\n|---|---|---|\n| For | Bell and Dunn | 2 |\n| Against | Hall | 1 |\n| Abstain | None | 0 |",
            "bell for,dunn for,hall against",
        ),
        ("Motion status: Carried\n\nFor A. Bell, C. Dunn and P. Rae 3\n\nAgainst J. Meade 1", "bell for,dunn for,rae for,meade against"),
        # who cast no vote has none, and nobody's list runs on into theirs
        (
            "For the fees (1) - Councillor Bell; Against (1) - Councillor Dunn; Declined to vote (2) Councillors Hall and Meade." + RESOLVED,
            "bell for,dunn against",
        ),
        (
            "For (2): Councillors Bell and Dunn\nAgainst (2): Councillor Hall and Councillor Meade\nThe motion was carried" + RESOLVED,
            "bell for,dunn for,hall against,meade against",
        ),
        ("Councillor Dunn requested that it be recorded that he had abstained from voting." + RESOLVED, "dunn abstained"),
        # who speaks for or against a matter has no vote
        ("Speakers. For: Mr Smith, Mrs Jones. Against: Mr Brown, Mr White." + RESOLVED, ""),
        ("Councillor Bell asked why Councillor Dunn had voted against at the last meeting." + RESOLVED, ""),
        ("Councillor Bell voted with her feet." + RESOLVED, ""),
    ],
)
def test_recorded_votes_are_read_as_they_are_printed(words: str, wanted: str) -> None:
    assert cast(words) == set(filter(None, wanted.split(",")))


CHOICE = (
    "Councillor Bell, seconded by Councillor Dunn, moved that the fees be raised.\n\n"
    "As an amendment, Councillor Hall, seconded by Councillor Meade, moved that the fees be frozen.\n\n"
)


def test_a_motion_that_was_put_against_an_amendment_is_read_with_its_roll() -> None:
    words = (
        f"{CHOICE}For the motion (3): Councillors Bell, Dunn and Rae.\n\nFor the amendment (2): Councillors Hall and Meade.\n\nThe motion was declared carried."
    )
    assert [row[:3] for row in decided(words)] == [("carried", "bell", "dunn"), ("fell", "hall", "meade")]
    assert cast(words) == {"bell for", "dunn for", "rae for", "hall against", "meade against"}


def test_where_the_amendment_wins_the_motion_fell() -> None:
    words = f"{CHOICE}For the motion (2): Councillors Bell and Dunn.\n\nFor the amendment (3): Councillors Hall, Meade and Rae.\n\nThe amendment was carried."
    assert [row[:3] for row in decided(words)] == [("fell", "bell", "dunn"), ("carried", "hall", "meade")]


@pytest.mark.parametrize(
    "words, wanted",
    [
        # the result stands paragraphs below, in words or in numbers
        (
            "Councillor Bell moved that the report be referred back.\n\nThe motion was seconded by Councillor Dunn.\n\nUpon being put to the vote, the motion was declared LOST.",
            [("fell", "bell", "dunn", "", "")],
        ),
        (
            "It was moved by Councillor Bell, seconded by Councillor Dunn, that the item be deferred.\n\nFor: 2\n\nAgainst: 3\n\nAbstention: 0",
            [("fell", "bell", "dunn", "2", "3")],
        ),
        (
            "Councillor Bell moved, seconded by Councillor Dunn, a change to the order of business.\n\nFor: 2\n\nAgainst: 3\n\nThe change was not agreed.",
            [("fell", "bell", "dunn", "2", "3")],
        ),
        ("Councillor Bell moved that the report be referred back. The motion was not seconded and fell.", [("fell", "bell", "", "", "")]),
        (
            "Councillor Bell, seconded by Councillor Dunn, moved that standing orders be suspended.\n\nThe procedural motion was put to the vote and declared to be carried.",
            [("carried", "bell", "dunn", "", "")],
        ),
        (
            "Moved by Councillor Bell,\nSeconded by Councillor Dunn,\n\nThat the fees be frozen.\n\nOn a vote, five Members voted for the proposal and four against and it was declared carried.",
            [("carried", "bell", "dunn", "5", "4")],
        ),
        (
            'Moved by Councillor Bell, Seconded by Councillor Dunn;\n\n"That the fees be frozen."\n\nAmendment\n\nMoved by Councillor Hall, Seconded by Councillor Meade,\n\n'
            '"That the matter be deferred."\n\nOn a vote, four Members voted for the amendment and four against, and the Chairperson cast the deciding vote in favour of the amendment.',
            [("carried", "hall", "meade", "4", "4")],
        ),
        (
            "Councillor Bell proposed the recommendation.\n\nCouncillor Dunn seconded the proposal.\n\nA vote was taken on the amendment, which was not carried.\n\n"
            "The vote on the recommendation was then taken, and carried by 22 votes to one, with two abstentions.",
            [("carried", "bell", "dunn", "22", "1")],
        ),
        (
            'Councillor Bell MOVED and Councillor Dunn SECONDED the following Motion.\n\n"This council asks for more."\n\nUpon being put the motion was LOST.',
            [("fell", "bell", "dunn", "", "")],
        ),
        (
            "A proposal was made that there be no objection. Cllr Bell proposed this resolution, Cllr Dunn seconded and all Cllrs were in favour.",
            [("carried", "bell", "dunn", "", "")],
        ),
        (
            "It was proposed by Councillor Bell, seconded by Councillor Dunn and resolved to approve the grant. "
            "It was proposed by Councillor Hall, seconded by Councillor Meade and resolved to defer the lease.",
            [("approved", "bell", "dunn", "", ""), ("deferred", "hall", "meade", "", "")],
        ),
        (
            "Councillor Bell moved and Councillor Dunn seconded that the budget be approved.\n\n"
            "Councillor Hall moved and Councillor Meade seconded an amendment to add £10,000.\n\nThe amendment was lost and the motion was carried.",
            [("carried", "bell", "dunn", "", ""), ("fell", "hall", "meade", "", "")],
        ),
        (
            "I will move at the next Meeting that lights be provided.\n\nIn proposing the motion, Councillor Bell referred to the school. "
            "The motion was seconded by Councillor Dunn.\n\nREPLY: A survey will be carried out.\n\nThe motion was agreed by the Members.",
            [("agreed", "bell", "dunn", "", "")],
        ),
        (
            "I will move at the next Meeting that lights be provided.\n\nCouncillor Bell, in proposing the Motion, spoke of the school.\n\n"
            "The Motion was seconded by Councillor Dunn.\n\nREPLY: A survey will be carried out.",
            [],
        ),
        # what is proposed in the words of the motion is no result of it
        (
            "Councillor Bell moved, seconded by Councillor Dunn, that the recommendation be rejected.\n\nThe motion was carried by 3 votes to 2.",
            [("carried", "bell", "dunn", "3", "2")],
        ),
        # suggested, or broken off: nobody says that it was agreed
        ("On the proposal of Councillor Bell, seconded by Councillor Dunn, it was suggested that rents be reduced.", []),
        ("Councillor Bell, seconded by Councillor Dunn, moved that each question be put to the Leader or the Chair of a", []),
        ("Vote: For 5, Against 2, Abstentions 1. Resolved that the licence be granted.", [("approved", "", "", "5", "2")]),
    ],
)
def test_a_motion_is_read_with_what_became_of_it(words: str, wanted: list[tuple[str, ...]]) -> None:
    assert decided(words) == wanted


@pytest.mark.parametrize(
    "words, wanted",
    [
        ("Terms of reference - agreed", ["agreed"]),
        ("24/00123/FUL, extension - agreed", []),
        ("Members discussed the report.\n\nThat the report be noted.", ["noted"]),
        ("Recommendation:\n\nThat the report be noted.", []),
        ("The officers recommended as follows.\n\nThat the report be noted.", []),
        ("The chair asked for the minutes. They were agreed as an accurate record.", ["agreed"]),
        ("Apologies for absence were received from Councillor Webb and the Director.", []),
        ("The election of the Chair was carried out by the Clerk.", []),
        (
            'The minutes were approved as a correct record, subject to paragraph 8 reading:\n\n"RESOLVED: That the Committee:-\n\n(a) notes the report; and\n\n(b) asks for more."',
            ["approved"],
        ),
        ("Committee's decision: To grant the licence as applied for.", ["approved"]),
        ("The patrol car had been attending the roads. RESOLVED and noted. The Council thanked Cllr Dunn.", ["noted"]),
        ("It was reported that the programme would be revised. RESOLVED accordingly.", ["resolved"]),
        ("The contract to be given to Smithson and Company for the year. All in favour.", ["agreed"]),
        ("It was suggested that the contract be given to Smithson and Company. All agreed.", []),
        ("Motion to exclude the public was proposed, seconded and agreed unanimously.", ["agreed"]),
        ("Mr Peter Howe was unanimously co-opted onto the Council.", ["appointed"]),
        ("The Committee voted in favour of ordering a bench. Members voted against the extension.", ["agreed", "fell"]),
        ("RESOLVED:\n\nThat Cabinet:\n\nA: Welcomes the report;\n\nB: Agrees to invest in the service.", ["resolved", "resolved"]),
        ("That Cabinet:\n\n1. Noted the report.\n\n2. Approved the scheme.", ["noted", "approved"]),
        ("Decision\n\n1. Noted the contents of the report.\n\n2. Agreed to a further report in June.", ["noted", "resolved"]),
        ("Resolved\n\nThat the application be refused for the following reasons:\n\n1. Overdevelopment of it.\n\n2. Loss of light.", ["refused"]),
        ("DECISION: Refuse. Moved: Cllr Bell. Seconded: Cllr Dunn. For: 5 Against: 2", ["refused"]),
        ("Members agreed that it reflected the key issues of the year. It was agreed this was a basis for the plan.", []),
        ("The declaration of acceptance of office was signed by the Chair.", []),
        ("RESOLVED: (Unanimously)\n\nThat the minutes of the meeting be approved.", ["approved"]),
        ("The minutes were AGREED without division and it was RESOLVED:\n\nThat the minutes be signed as a correct record.", ["confirmed"]),
        ("At Annual Council on 15th May 2018, the terms of reference for each committee were approved.", []),
        ("To endorse the placement strategy and survey work. Recommendation agreed.", ["agreed"]),
        ("The Planning Committee;\n\na) noted the current circumstances; and\n\nb) considered the framework.", ["noted", "resolved"]),
        ("Decision:\n\nin terms of Section 50A(4) of the Act, to exclude the public during item 4.", ["resolved"]),
        ("The Committee resolved:- to note the report.", ["noted"]),
        ("Cllr Bell MOVED and Cllr Dunn SECONDED that Cllr Hall act as Vice Chair. Members agreed.", ["agreed"]),
        ("Cllr Bell MOVED and Cllr Dunn SECONDED the recommendations in the report.\n\nFollowing discussion Members", []),
        ("After a full discussion Cllr Bell MOVED and Cllr Dunn SECONDED to approve the r", []),
        ("RESOLVED: That the minutes be confirmed and signed, and that the actions be noted.", ["confirmed"]),
        ("RESOLVED that the report be noted and the plan be approved.", ["noted"]),
        ('Cllr Bell MOVED and Cllr Dunn SECONDED the following Motion.\n\n"This council asks for more."\n\nUpon being put the motion was L', []),
        ("If the Council agrees, the fee will be raised. It was hoped that the scheme would be approved in May.", []),
        (
            "RESOLVED that the first set be approved. Moved by Councillor Bell and seconded by Councillor Dunn RESOLVED that the second be noted.",
            ["approved", "noted"],
        ),
    ],
)
def test_what_is_decided_in_short_is_read(words: str, wanted: list[str]) -> None:
    assert [row[0] for row in decided(words)] == wanted


@pytest.mark.parametrize(
    "words, wanted",
    [
        (
            "Cllr Bell proposed that Cllr Dunn take the post of Chair and Cllr Hall seconded it. As there was nobody else, Cllr C Dunn was elected.",
            ("bell", "hall"),
        ),
        ("Cllr Dunn was elected Chair (Proposer: Cllr Bell, seconder: Cllr Hall).", ("bell", "hall")),
        # two nominations: nobody says whose it was that won
        ("Cllr Bell nominated Cllr Rae, seconded by Cllr Meade. Cllr Hall nominated Cllr Dunn, seconded by Cllr Bell. Cllr Rae was elected.", ("", "")),
        (
            "Cllr Bell nominated Cllr Rae, seconded by Cllr Meade.\n\nCllr Hall nominated Cllr Dunn, seconded by Cllr Bell.\n\nRESOLVED that Cllr Rae be elected Chair.",
            ("", ""),
        ),
        ("Cllr Bell nominated Cllr Rae, seconded by Cllr Meade.\n\nRESOLVED that Cllr Rae be elected Chair.", ("bell", "meade")),
    ],
)
def test_an_election_has_the_movers_of_its_one_nomination(words: str, wanted: tuple[str, str]) -> None:
    text = f"{HEAD}{words}\n\n3. Any other business\n\nThere was none.\n".replace("2. Fees", "2. Election of Chair")
    found = nodes(read(document(text, kind="minutes", council="Ashford Council")), v.DECISION).values()
    elected = [node for node in found if node[v.OUTCOME] == ["outcome:elected"]]
    assert len(elected) == 1
    assert tuple("".join(elected[0][key]).split("-")[0] for key in (v.PROPOSED_BY, v.SECONDED_BY)) == wanted


def test_a_decision_that_the_page_breaks_off_says_so() -> None:
    found = nodes(reading("Resolved: That the plan be sent to all members and ... view the full minutes text for item 2"), v.DECISION).values()
    assert [node[v.TEXT] for node in found] == [["the plan be sent to all members and …"]]
