"""Divisions in the forms in which councils print them, each vote of each; and those of which nobody can tell who is on which side, which are not told."""

from __future__ import annotations

import pytest

from graph_builder import vocabulary as v
from graph_builder.model import Reading
from tests.relations.told import document, nodes, quotes, read

HEAD = """Ashford County Council

Minutes of the meeting of the County Council held on Wednesday 13 March 2019 at 10.00 am in County Hall, Ashford

Present:
Councillor Anne Bell (Chair)
Councillor Jack Collins
Councillor Mary Collins
Councillor Owen Carr Jolliffe
Councillor Peter de Vries
Councillor J R Hall
Councillor Dara Mac Giolla
Councillor Úna Ní Riain
Councillor Tom O'Dea
Councillor Rhona Pryce-Jones

1. Apologies

None.

2. Bus fares

"""
PROPOSED = "It was proposed by Councillor Bell and seconded by Councillor O'Dea that the half fare be brought back.\n\n"
SHORT = {
    "bell": "bell", "jack": "collins-j", "mary": "collins-m", "corr": "jolliffe", "vries": "vries", "hall": "hall", "giolla": "giolla", "riain": "riain",
    "odea": "dea", "pryce": "pryce",
}  # fmt: skip


def reading(words: str, *, proposed: str = PROPOSED) -> Reading:
    text = f"{HEAD}{proposed}{words}\n\n3. Any other business\n\nThere was none.\n"
    return read(document(text, kind="minutes", council="Ashford County Council"))


def _short(id_: str) -> str:
    return next((short for short, part in SHORT.items() if part in id_), id_)


def cast(words: str) -> dict[str, str]:
    """Who is told to have voted how."""
    found: dict[str, str] = {}
    for node in nodes(reading(words), v.VOTE).values():
        who = _short(node[v.VOTER][0])
        assert who not in found
        found[who] = node[v.VOTE_CAST][0].removeprefix("vote:")
    return found


def told(*, votes_for: str = "", against: str = "", abstained: str = "") -> dict[str, str]:
    sides = {"for": votes_for, "against": against, "abstained": abstained}
    return {who: how for how, names in sides.items() for who in names.split()}


FIVE = "Councillors Bell, Collins (J), Mac Giolla, Ní Riain and O'Dea"
THREE = "Councillors Collins (M), Carr Jolliffe and Pryce-Jones"
BOTH = told(votes_for="bell jack giolla riain odea", against="mary corr pryce")
ALL = BOTH | told(abstained="hall vries")
CARRIED = "The motion was carried."


@pytest.mark.parametrize(
    "words, wanted",
    [
        # the other side's head on a line of its own, in any dress
        (f"For:\n\n{FIVE}. (5)\n\nAgainst:\n\n{THREE}. (3)", BOTH),
        (f"For:\n\n{FIVE}.\n\nAgainst:\n\n{THREE}.", BOTH),
        (f"For:\n{FIVE}\nAgainst:\n{THREE}", BOTH),
        (f"For\n\n{FIVE}\n\nAgainst\n\n{THREE}", BOTH),
        (f"**In Favour**\n\n{FIVE}.\n\n**(5)**\n\n**Against**\n\n{THREE}.\n\n**(3)**\n\n**Abstain**\n\nHall, de Vries\n\n**(2)**", ALL),
        (f"**In Favour:** {FIVE} **(5)**\n\n**Against:** {THREE} **(3)**", BOTH),
        (f"### For (5)\n\n{FIVE}\n\n### Against (3)\n\n{THREE}", BOTH),
        (f"FOR – 5\n\n{FIVE}\n\nAGAINST – 3\n\n{THREE}\n\nABSTENTIONS – 2\n\nCouncillors Hall and de Vries", ALL),
        (f"For 5\n\n{FIVE}\n\nAgainst 3\n\n{THREE}", BOTH),
        (f"Votes For (5)\n\n{FIVE}\n\nVotes Against (3)\n\n{THREE}", BOTH),
        (f"In favour:\n\n{FIVE}\n\nOpposed:\n\n{THREE}", BOTH),
        (f"Ayes (5): {FIVE}\n\nNoes (3): {THREE}", BOTH),
        (f"Voting in favour were {FIVE}.\n\nVoting against were {THREE}.", BOTH),
        (f"Those voting for the motion:\n\n{FIVE}\n\nThose voting against the motion:\n\n{THREE}", BOTH),
        (f"The following members voted in favour of the motion:\n\n{FIVE}\n\nThe following members voted against the motion:\n\n{THREE}", BOTH),
        (f"There voted for the motion:\n\n{FIVE} ......... 5\n\nThere voted against the motion:\n\n{THREE} ......... 3", BOTH),
        (f"10 Members were present and a recorded vote was taken: For (5): {FIVE}; Against (3): {THREE}; Abstained (2): Councillors Hall and de Vries.", ALL),
        (f"{FIVE} voted for the motion (5). {THREE} voted against it (3). Councillors Hall and de Vries abstained.", ALL),
        (f"For the motion (5) - {FIVE}.\n\nAgainst the motion (3) - {THREE}.\n\nDeclined to vote (1) - Councillor Hall.\n\nAbsent (1) - Councillor de Vries.", BOTH),
        (f"For the motion: {FIVE} - 5\nFor the amendment: {THREE} - 3", BOTH),
        (f"{FIVE} voted for the motion. A recorded vote was taken as follows:\nCouncillors Collins (M), Carr Jolliffe and Pryce-Jones voted AGAINST the motion (3);", BOTH),
        (f"For the Motion (5)\n\n{FIVE}\n\nFor the Amendment (3)\n\n{THREE}\n\nAbsent from the division (2)\n\nCouncillors Hall and de Vries", BOTH),
        # Irish and Welsh
        (f"Tá:\n\n{FIVE} (5)\n\nNíl:\n\n{THREE} (3)\n\nStaon:\n\nCouncillors Hall and de Vries (2)", ALL),
        (f"Tá\n\n{FIVE}\n\nNil\n\n{THREE}", BOTH),
        (f"Ar son (5)\n\n{FIVE}\n\nIn aghaidh (3)\n\n{THREE}", BOTH),
        (f"O blaid:\n\n{FIVE}\n\nYn erbyn:\n\n{THREE}\n\nYmatal:\n\nCouncillors Hall and de Vries", ALL),
        (f"O blaid / For (5): {FIVE}\n\nYn erbyn / Against (3): {THREE}", BOTH),
        # one a line, one a row, one a cell
        ("Councillor Bell - For\nCouncillor O'Dea - For\nCouncillor Pryce-Jones - Against\nCouncillor de Vries - Abstain",
         told(votes_for="bell odea", against="pryce", abstained="vries")),
        ("Cllr Bell: For\n\nCllr Ní Riain: Against\n\nCllr Mac Giolla: For\n\nCllr Hall: Absent", told(votes_for="bell giolla", against="riain")),
        ("Bell (For), Ní Riain (Against), Mac Giolla (For) and Carr Jolliffe (Abstained)", told(votes_for="bell giolla", against="riain", abstained="corr")),
        ("For:\n\nBell\n\nCollins (M)\n\nMac Giolla\n\nAgainst:\n\nCollins (J)\n\nNí Riain", told(votes_for="bell mary giolla", against="jack riain")),
        ("Councillor Bell\n\nFor\n\nCouncillor Ní Riain\n\nAgainst\n\nCouncillor Hall\n\nFor\n\nCouncillor O'Dea\n\nAgainst",
         told(votes_for="bell hall", against="riain odea")),
        ("| Name | For | Against | Abstain |\n|---|---|---|---|\n| Bell | ✓ | | |\n| Collins (J) | | ✓ | |\n| Ní Riain | ✓ | | |\n| Hall | | | ✓ |\n| Total | 2 | 1 | 1 |",
         told(votes_for="bell riain", against="jack", abstained="hall")),
        ("| For (2) | Against (1) |\n|---|---|\n| Councillor Bell | Councillor Hall |\n| Councillor Mac Giolla | |", told(votes_for="bell giolla", against="hall")),
        ("| Councillor | Vote |\n|---|---|\n| Bell | For |\n| Ní Riain | Against |\n| de Vries | Abstained |\n| Hall | Absent |",
         told(votes_for="bell", against="riain", abstained="vries")),
        ("| For | Bell, Mac Giolla and O'Dea | 3 |\n|---|---|---|\n| Against | Ní Riain | 1 |\n| Abstain | None | 0 |", told(votes_for="bell giolla odea", against="riain")),
        # columns without their white space, surnames first, offices before the names
        ("ForA. Bell, D. Mac Giolla and T. O'Dea3\n\nAgainstJ. R. Hall and R. Pryce-Jones2", told(votes_for="bell giolla odea", against="hall pryce")),
        ("For: Bell, Anne; Mac Giolla, Dara; O'Dea, Tom.\n\nAgainst: Ní Riain, Úna; Hall, J.R.", told(votes_for="bell giolla odea", against="riain hall")),
        ("For 3\n\nThe Lord Mayor (Councillor Bell); and\n\nCouncillors Mac Giolla and O'Dea.\n\nAgainst 2\n\nCouncillors Hall and Ní Riain.",
         told(votes_for="bell giolla odea", against="hall riain")),
        # in brackets, with parties, with titles behind, in capitals, as bullets, with "agus"
        ("For: 3 (Bell, Hall and O'Dea)\n\nAgainst: 1 (Ní Riain)", told(votes_for="bell hall odea", against="riain")),
        ("In favour – 3 (Councillors Bell, Hall and O'Dea); against – 1 (Councillor Ní Riain); abstained – 1 (Councillor de Vries).",
         told(votes_for="bell hall odea", against="riain", abstained="vries")),
        ("There were 3 votes for (Cllrs Bell, Hall and O'Dea) and 1 against (Cllr Ní Riain).", told(votes_for="bell hall odea", against="riain")),
        ("For: Bell (Lab), Hall (Con) and O'Dea (Lab)\n\nAgainst: Ní Riain (SNP), de Vries (Ind)", told(votes_for="bell hall odea", against="riain vries")),
        ("For: Anne Bell AM, Tom O'Dea AM and J R Hall AM\n\nAgainst: Úna Ní Riain AM", told(votes_for="bell odea hall", against="riain")),
        ("For: A Bell, J Collins, M Collins, D Mac Giolla\n\nAgainst: J R Hall, T O'Dea", told(votes_for="bell jack mary giolla", against="hall odea")),
        ("FOR: BELL, HALL, O'DEA\n\nAGAINST: NÍ RIAIN, PRYCE-JONES", told(votes_for="bell hall odea", against="riain pryce")),
        ("**For:**\n- Cllr Bell\n- Cllr Hall\n\n**Against:**\n- Cllr Ní Riain\n- Cllr de Vries", told(votes_for="bell hall", against="riain vries")),
        ("TÁ: Comhairleoirí Bell, Hall agus O'Dea\n\nNÍL: Comhairleoirí Ní Riain agus de Vries", told(votes_for="bell hall odea", against="riain vries")),
        ("Yes: Cllrs Bell and Hall\n\nNo: Cllr Ní Riain", told(votes_for="bell hall", against="riain")),
        ("For: Cllrs Bell, Hall and O'Dea Total 3\n\nAgainst: Cllr Ní Riain Total 1", told(votes_for="bell hall odea", against="riain")),
        ("Cllr Bell voted in favour\nCllr Hall voted against\nCllr O'Dea abstained", told(votes_for="bell", against="hall", abstained="odea")),
        ("Voted in favour: Bell, Hall\n\nVoted against: Ní Riain\n\nAbstained: de Vries\n\nNot present for the vote: O'Dea",
         told(votes_for="bell hall", against="riain", abstained="vries")),
        ("The motion was carried with Councillors Ní Riain and de Vries voting against and Councillor Hall abstaining.", told(against="riain vries", abstained="hall")),
        ("Councillors Bell, Hall and O'Dea requested a recorded vote.\n\nFor: Bell, Hall\n\nAgainst: Ní Riain", told(votes_for="bell hall", against="riain")),
        ("For (2): Councillors Bell and Hall\n\nCouncillor O'Dea left the meeting\n\nAgainst (1): Councillor Ní Riain", told(votes_for="bell hall", against="riain")),
        ("For: All other Members\n\nAgainst: Councillors Ní Riain and de Vries", told(against="riain vries")),
        # nobody on one side; a list broken by a page
        (f"For (5): {FIVE}\n\nAgainst: None\n\nAbstained: Councillor Hall", told(votes_for="bell jack giolla riain odea", abstained="hall")),
        ("For: 5\n\nAgainst: 3\n\nAbstentions: 0\n\nCouncillor Pryce-Jones asked that her vote against be recorded.", told(against="pryce")),
        (f"For:\n\n{FIVE}\n\nAgainst:\n\nNil", told(votes_for="bell jack giolla riain odea")),
        (f"For:\n\nCouncillors Bell, Collins (J), Mac Giolla,\n\nNí Riain, O'Dea (5)\n\nAgainst:\n\n{THREE} (3)", BOTH),
        (f"For:\n\nCouncillors Bell, Mac Giolla, Ní Riain, O'Dea, Collins\n\n(J). (5)\n\nAgainst:\n\n{THREE} (3)", BOTH),
    ],
)  # fmt: skip
def test_every_vote_of_a_division_is_told_on_its_side(words: str, wanted: dict[str, str]) -> None:
    assert cast(f"{words}\n\n{CARRIED}") == wanted


@pytest.mark.parametrize(
    "words",
    [
        # a head that nobody knows between the sides
        f"For:\n\n{FIVE}\n\nDissenting:\n\n{THREE}",
        f"For: {FIVE}\n\nThe rebels -\n\n{THREE}",
        f"For: {FIVE} Dissenting: {THREE}",
        # the numbers do not fit the names: a head is lost, or a list's beginning
        f"For (5): {FIVE}, {THREE.removeprefix('Councillors ')} (3)",
        f"For:\n\n{FIVE}. (5)\n\n{THREE}. (3)",
        f"For:\n\n{FIVE}.\n\n{THREE}.",
        f"Against 8 |\n\n{FIVE}\n\n{THREE} and two more",
        f"Against (2)\n\n{THREE}",
        f"Against (12)\n\n{THREE}",
        f"Against 10 |\n{FIVE}\n{THREE}",
        "For (2): Councillors Bell and O'Dea\n\nAgainst (2): Councillors Hall, Ní Riain and Mac Giolla",
        # heads one below the other: the columns of a table that is lost
        "For\n\nAgainst\n\nBell\n\nHall\n\nO'Dea\n\nNí Riain",
        "For\n\nAgainst\n\nAbstain\n\nCouncillors Bell and O'Dea\n\nCouncillors Hall and Ní Riain",
        # whether the vote stands before or behind the name nobody can tell
        "Councillor Bell\n\nFor\n\nCouncillor Ní Riain\n\nAgainst\n\nCouncillor Hall\n\nFor\n\nCouncillor O'Dea",
        # two columns marked, a row too short, a total that does not fit
        "| Name | For | Against |\n|---|---|---|\n| Bell | X | X |\n| Hall | X | |",
        "| Name | For | Against |\n|---|---|---|\n| Bell | X | |\n| Hall | | X |\n| Total | 2 | 0 |",
        # the beginning of the roll is lost; parties between the names; a column that is not known; columns that are only white space
        "Councillors Bell, Hall and O'Dea (3)\n\nAgainst (1): Councillor Ní Riain",
        "For: Labour: Bell, Hall; Conservative: O'Dea\n\nAgainst: Green: Ní Riain",
        "| For | Dissent |\n|---|---|\n| Cllr Bell | Cllr Ní Riain |\n| Cllr Hall | |",
        "Councillor            For     Against\nBell                  X\nHall                          X\nO'Dea                 X",
        "For                         Against\nCouncillor Bell             Councillor Hall\nCouncillor O'Dea            Councillor Ní Riain",
        "For option A (3): Councillors Bell, Hall and O'Dea\n\nFor option B (1): Councillor Ní Riain",
        "The following spoke for the motion: Councillors Bell and Hall. The following spoke against: Councillor Ní Riain.",
        # no votes on a motion: choices between people, speakers, an office
        f"For Councillor Bell:\n\n{FIVE} (5)\n\nFor Councillor Hall:\n\n{THREE} (3)\n\nAbstentions:\n\nCouncillor de Vries (1)",
        "Councillors Ní Riain and O'Dea voted for Councillor Bell.",
        "Public speakers\n\nFor: Mr Smith and Councillor Bell\n\nAgainst: Mrs Jones and Councillor Hall",
        "Councillor Bell spoke for the motion and Councillor Hall against.",
        f"Councillors for the north of the county were {FIVE}.",
    ],
)
def test_votes_are_not_told_where_nobody_can_say_on_which_side(words: str) -> None:
    assert cast(f"{words}\n\n{CARRIED}") == {}


def test_names_that_are_missing_from_a_list_leave_the_others_on_their_side() -> None:
    assert cast(f"For (6): {FIVE}\n\nAgainst (3): {THREE}\n\n{CARRIED}") == BOTH


def test_who_is_listed_on_both_sides_has_both_votes_as_printed() -> None:
    found = nodes(reading(f"For: Councillors Bell and Hall\n\nAgainst: Councillors Hall and Ní Riain\n\n{CARRIED}"), v.VOTE).values()
    votes = [(_short(node[v.VOTER][0]), node[v.VOTE_CAST][0].removeprefix("vote:")) for node in found]
    assert sorted(votes) == [("bell", "for"), ("hall", "against"), ("hall", "for"), ("riain", "against")]


def test_lists_that_are_not_understood_are_listed_as_such() -> None:
    words = f"For:\n\n{FIVE}\n\nDissenting:\n\n{THREE}"
    found = reading(f"{words}\n\n{CARRIED}")
    unread = " ".join(found.document.quote(span) for span in found.coverage.unread)
    assert FIVE in unread
    assert THREE in unread


def test_the_quote_of_a_vote_shows_the_head_and_the_name() -> None:
    found = reading(f"For:\n\n{FIVE}\n\nAgainst:\n\n{THREE}\n\n{CARRIED}")
    vote = next(id_ for id_, node in nodes(found, v.VOTE).items() if "pryce" in node[v.VOTER][0])
    assert quotes(found, vote) == ["Against:", "Pryce-Jones"]


def test_the_numbers_at_the_heads_are_those_of_the_decision() -> None:
    [decision] = nodes(reading(f"For:\n\n{FIVE}. (5)\n\nAgainst:\n\n{THREE}. (3)\n\nRESOLVED: That the half fare be brought back."), v.DECISION).values()
    assert (decision[v.VOTES_FOR], decision[v.VOTES_AGAINST], decision[v.VOTES_ABSTAINED]) == (["5"], ["3"], [])


def tied(words: str, *, proposed: str = PROPOSED) -> dict[str, set[str]]:
    """What was decided, by its first words, and who is told to have voted how on it."""
    found = reading(words, proposed=proposed)
    decided = {id_.rsplit("/", 1)[-1]: node for id_, node in nodes(found, v.DECISION).items()}
    texts = {key: f"{node[v.TEXT][0][:24]} {node[v.OUTCOME][0].removeprefix('outcome:')}" for key, node in decided.items()}
    told_of: dict[str, set[str]] = {}
    for node in nodes(found, v.VOTE).values():
        told_of.setdefault(texts[node[v.ON_DECISION][0]], set()).add(f"{_short(node[v.VOTER][0])} {node[v.VOTE_CAST][0].removeprefix('vote:')}")
    return told_of


A_AND_B = "For (2): Councillors Bell and Hall. Against (1): Councillor O'Dea."
C_AND_D = "For (1): Councillor O'Dea. Against (2): Councillors Bell and Hall."
MOVED = "Councillor Hall moved and Councillor Ní Riain seconded an amendment to leave out Sundays."


def test_a_roll_under_a_status_is_on_the_motion_over_it() -> None:
    words = (
        "Motion to defer the matter until the autumn:\n\nMotion status: Rejected\n\nForO'Dea1\nAgainstBell and Hall2\nConflict Of InterestsNone0\n\n"
        "Motion to take the matter now:\n\nMotion status: Carried\n\nForBell and Hall2\nAgainstO'Dea1\nAbstainNí Riain1"
    )
    assert tied(words, proposed="") == {
        "Motion to defer the matt fell": {"odea for", "bell against", "hall against"},
        "Motion to take the matte carried": {"bell for", "hall for", "odea against", "riain abstained"},
    }


def test_an_amendment_voted_on_before_the_motion_has_its_own_roll() -> None:
    words = f"{MOVED}\n\n{C_AND_D}\n\nThe amendment was lost.\n\nThe motion was then put.\n\n{A_AND_B}\n\nThe motion was carried."
    told_of = tied(words)
    assert {key.rsplit(" ", 1)[-1]: votes for key, votes in told_of.items()} == {
        "fell": {"odea for", "bell against", "hall against"},
        "carried": {"bell for", "hall for", "odea against"},
    }


@pytest.mark.parametrize(
    "words",
    [
        # of which of two resolutions the roll is nobody can tell
        f"RESOLVED: That the half fare be kept.\n\n{A_AND_B}\n\nRESOLVED: That the report be published.",
        # a roll on an amendment of which nothing is told is on no motion
        f"On a recorded vote on the amendment:\n\n{A_AND_B}\n\nRESOLVED: That the half fare be brought back.",
        # more against than for: it was not this that was decided
        f"{C_AND_D}\n\nRESOLVED: That the half fare be brought back.",
    ],
)
def test_a_roll_of_which_it_is_not_clear_on_what_it_was_is_not_told(words: str) -> None:
    assert tied(words) == {}
