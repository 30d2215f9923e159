"""Papers whose lines have run together: lists and items are parted where their labels and headings stand, and nowhere else."""

from __future__ import annotations

import pytest

from graph_builder.language.passages import lines
from graph_builder.meetings import divide
from graph_builder.meetings.run_together import part
from tests.meetings.papers import document, told, value

HEAD = "Minutes of the meeting of Oldmere Town Council held in the Corn Hall, Oldmere on Tuesday 4 June 2019 at 7.00 pm"
LISTS = "PRESENT: Councillors A Bell (Chair), J Dunn, P Hay and R Stead APOLOGIES: Councillors M Frost and N Gale IN ATTENDANCE: Mrs L Farrow, Town Clerk"
ITEMS = "24/101. MINUTES OF THE LAST MEETING The minutes were agreed. 24/102. FINANCE AND ACCOUNTS The payments were approved. 24/103. DATE OF NEXT MEETING 2 July."


def people(text: str) -> dict[str, list[str]]:
    """The names on the lists of a paper by what is said of them."""
    found: dict[str, list[str]] = {}
    for entry in map(told, divide(document(text)).entries):
        found.setdefault(entry["status"], []).append(entry["name"])
    return found


PRESENT = ["Councillors A Bell", "J Dunn", "P Hay", "R Stead", "Mrs L Farrow"]
AWAY = ["Councillors M Frost", "N Gale"]


@pytest.mark.parametrize("between", ["\n\n", " "])
def test_lists_and_items_on_one_line_are_those_of_the_paper_with_its_lines(between: str) -> None:
    parted = f"{HEAD}{between}{LISTS.replace(' APOLOGIES', f'{between}APOLOGIES').replace(' IN ATT', f'{between}IN ATT')}{between}{ITEMS.replace(' 24/', f'{between}24/')}"
    paper = divide(document(parted))
    assert people(parted) == {"present": PRESENT, "apologies": AWAY}
    assert value(paper.header.body) == "Oldmere Town Council"
    assert [value(item.number) for item in paper.items] == ["24/101", "24/102", "24/103"]


@pytest.mark.parametrize(
    "lists, found",
    [
        # A label in capitals without a colon, and one behind a name.
        (f"{LISTS.replace('APOLOGIES:', 'APOLOGIES')}. ", {"present": PRESENT, "apologies": AWAY}),
        # Labels one right behind another have lost their lists.
        ("PRESENT: APOLOGIES: Councillor A Bell (presiding), Councillors J Dunn, P Hay and R Stead Councillor N Gale", {}),
        # A heading in capitals, or a count of listeners, ends the last list.
        ("PRESENT: Councillors A Bell and J Dunn VOTES OF SYMPATHY: To the Marsh family, Mill Lane, on the death of Mrs Marsh", {"present": ["Councillors A Bell", "J Dunn"]}),
        ("Present: Councillors A Bell and J Dunn Apologies: Cllr N Gale Two electors present, and Mr H Orme (newly appointed clerk)",
         {"present": ["Councillors A Bell", "J Dunn"], "apologies": ["Cllr N Gale"]}),
        # "Present: Cllrs:" is one label.
        ("Present: Cllrs: A Bell (Chair), J Dunn Apologies: Cllr: N Gale (holiday). ", {"present": ["A Bell", "J Dunn"], "apologies": ["N Gale"]}),
        # Labels without a colon, with the names right behind them; where the meeting began is no part of the list.
        ("Committee Members Present Councillors: Tim Hay (Chairman) and Ann Lee Officers Present Tom Wray, Planning Officer The meeting commenced at 7pm C30/16 Apologies",
         {"present": ["Tim Hay", "Ann Lee", "Tom Wray"]}),
        ("Members Present: Councillor Hay, Chair Councillors Lee, Dunn, Orme, Frost and Gale Officers in Mr B Roe, Chief Executive Attendance: Ms C Poe, Planning Manager. ",
         {"present": ["Councillor Hay", "Councillors Lee", "Dunn", "Orme", "Frost", "Gale", "Mr B Roe", "Ms C Poe"]}),
        # Where the text goes on without a mark nobody can tell where the list ends.
        ("PRESENT: Councillors A Bell and J Dunn IN ATTENDANCE: Chief Executive Director of Places Welcome At the outset the Mayor, Councillor R Stead, welcomed Mr Orme",
         {"present": ["Councillors A Bell", "J Dunn"]}),
    ],
)  # fmt: skip
def test_where_a_list_ends_that_nothing_parts(lists: str, found: dict[str, list[str]]) -> None:
    assert people(f"{HEAD} {lists} {'The Council thanked all who came to the fair. ' * 5}") == found


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}\n\nPresent: Councillors A Bell and J Dunn",
        f"{HEAD}\n\nOfficers Present : " + "Chief Executive - J Dixon Director of Law – M Hay " * 8,
        f"Oldmere Parish Council. Parish Clerk; Ann Roe, 3 Mill Lane. {HEAD}. " + "The Council thanked all who came to the fair. " * 6,
        f"{HEAD}\n\n" + "The report tells of the year, and of the present state of the hall. " * 8,
        f"{HEAD}\n\n" + "On 4 June 2019 MINUTES were sent to 12 PEOPLE. " * 12,
    ],
)
def test_other_lines_stay_as_they_are(text: str) -> None:
    every = lines(document(text))
    assert part(every) == every
