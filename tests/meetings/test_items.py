"""The items of papers in each shape that papers come in, in small invented texts."""

from __future__ import annotations

import pytest

from graph_builder.meetings import divide
from graph_builder.meetings.titles import capital_share, is_title, split
from graph_builder.model import Basis
from tests.meetings.papers import document, value

# The letters are those of the shapes: a page saved as text, as cells, as a table, PDF with margins, with numbered headings, and so on.
SHAPES = {
    "B cells": (
        "Items\nNo.\nItem\n320.\nApologies\nMinutes:\nNone.\n321.\nDeclarations of Interest\nMinutes:\nNone.\n322.\nBus Services Review\npdf icon PDF 80 KB\n"
        "Minutes:\nThe Panel noted the report.\n",
        "320 Apologies|321 Declarations of Interest|322 Bus Services Review",
    ),
    "C table": (
        "No. | Item |\n---|---|\n1. | Apologies Minutes: None. |\n2. | Declarations of Interest Minutes: None. |\n"
        "3. | Bus Services Review Minutes: RESOLVED: That the report be noted. |\n",
        "1 Apologies|2 Declarations of Interest|3 Bus Services Review",
    ),
    "D pipes": (
        "| No. | Item |\n| 24. | Apologies |\n| | None. |\n| 25. | Declarations of Interest |\n| | None. |\n| 26. | Bus Services Review |\n| | Noted. |\n",
        "24 Apologies|25 Declarations of Interest|26 Bus Services Review",
    ),
    "E margins": (
        "270 Apologies\nApologies were received from Cllr A Bell.\n\n271 Progress\nUpdate on\nBus Services\n\nThe Panel noted that the buses were late and would be"
        " late again.\n\n272 Work\nProgramme\nfor 2019\n\nMembers noted the programme and asked for more about the buses.\n",
        "270 Apologies|271 Progress Update on Bus Services|272 Work Programme for 2019",
    ),
    "F numbers alone": (
        "56.\nAPOLOGIES\nNone were received.\n57.\nDECLARATIONS OF INTEREST\nNone were made.\n58.\nBUS SERVICES REVIEW\nThe Committee heard that buses were late.\n"
        "RESOLVED: That -\n(a) the report be noted;\n(b) buses be on time.\n",
        "56 APOLOGIES|57 DECLARATIONS OF INTEREST|58 BUS SERVICES REVIEW",
    ),
    "G agenda": (
        "AGENDA\n| Item | Subject | Page |\n| 1 | Apologies and Welcome | |\n| 2 | Declarations of Interest | |\n| 3 | Confirmation of the Minutes | 1 - 8 |\n"
        "| 4 | Bus Services Review | 9 - 20 |\n",
        "1 Apologies and Welcome|2 Declarations of Interest|3 Confirmation of the Minutes|4 Bus Services Review",
    ),
    "H minute and agenda numbers": (
        "84. Apologies\n(Item 1)\nNone.\n85. Declarations of Interest\n(Item 2)\nNone.\n86. Bus Services Review\n(Item 3)\nRESOLVED that the report be noted.\n",
        "84 Apologies|85 Declarations of Interest|86 Bus Services Review",
    ),
    "H agenda numbers alone": (
        "Present: Cllr A Hay\n\nApologies\n(Item 1)\n\nNone were received.\n\nDeclarations of Interest\n(Item 2)\n\nThere were none.\n\nPublic Participation\n"
        "(Item 3)\n\nNobody spoke.\n\nResolved to close.\n",
        "1 Apologies|2 Declarations of Interest|3 Public Participation",
    ),
    "I parish": (
        "MUCH GARROW PARISH COUNCIL\nMinutes of the meeting held on 4 April 2017\nPresent: Cllr A Hay (Chair), Cllr B Lee\n\nApologies: Cllr C Dee\n\nFinance\n"
        "Cheques were signed for the hall.\n\nPlanning\nNo comment on the barn.\n\nCorrespondence\nA letter about dogs was read.\n",
        " Finance| Planning| Correspondence",
    ),
    "J board": (
        "NOTES OF THE BOARD\n1. Welcome and apologies\nHS welcomed all.\n2. Matters arising\nNone.\nAction: HS to write to the trust.\n3. Any other business\nNone.\n",
        "1 Welcome and apologies|2 Matters arising|3 Any other business",
    ),
    "K record of a decision": (
        "RECORD OF DECISION\nDecision number: 24/00093\nDecision maker: Leader\nDate of decision: 3 June 2019\n\nDecision\nTo sell the depot.\n\nReasons\nIt is empty.\n",
        "",
    ),
    "L letter": ("Dear Director\n\nThe area was inspected in March 2018.\n\nYours sincerely\n", ""),
    "Roman numbers": ("I. Apologies\nNone.\nII. Declarations of Interest\nNone.\nIII. Bus Services Review\nNoted.\n", "I Apologies|II Declarations of Interest|III Bus Services Review"),
    "letters and numbers": (
        "CAB/12 Apologies\nNone.\nCAB/13 Declarations of Interest\nNone.\nCAB/14 Bus Services Review\nNoted.\n",
        "CAB/12 Apologies|CAB/13 Declarations of Interest|CAB/14 Bus Services Review",
    ),
    "years and numbers": (
        "19/1 Apologies\nNone.\n19/2 Declarations of Interest\nNone.\n19/3 Bus Services Review\nNoted.\n",
        "19/1 Apologies|19/2 Declarations of Interest|19/3 Bus Services Review",
    ),
    "numbered paragraphs are no items": (
        "1. Apologies\nNone.\n2. Bus Services Review\n2.1 The Panel heard that buses were late.\n2.2 Members asked why they were.\n3. Close\nDone.\n",
        "1 Apologies|2 Bus Services Review|3 Close",
    ),
    "C table without numbers": (
        "Venue: Town Hall\nNo. | Item |\n---|---|\nApologies Members are reminded to tell the clerk. Minutes: Apologies were received from Cllr A Bell. |\n|\n"
        "Bus Services Review Minutes: The Panel heard of buses.\nRESOLVED\nThat the report be noted. |\n|\n"
        "Exclusion of the Press and Public Minutes: RESOLVED:\nThat the public be excluded. |\n",
        " Apologies| Bus Services Review| Exclusion of the Press and Public",
    ),
    "minute numbers that fall below a year": (
        "Items\nNo. Item\n\n77/21\n\nApologies\n\nNone.\n\n78/21\n\nMinutes of the last meeting\n\nAgreed.\n\n79/21\n\nBus Services Review\n\nNoted.\n",
        "77/21 Apologies|78/21 Minutes of the last meeting|79/21 Bus Services Review",
    ),
    "headings of any words": (
        "### 1. Apologies\nNone.\n### 2. Depots: proposed closure of the north depot\nNoted.\n### 3. Where the buses were last year\nNoted.\n### 4. Close\nDone.\n",
        "1 Apologies|2 Depots: proposed closure of the north depot|3 Where the buses were last year|4 Close",
    ),
    "dates and sums are no items": (
        "1. Apologies\nNone.\n2. Budget\n3 March 2019 was the date.\n20 people came.\n2019 was a good year.\n3. Close\nDone.\n",
        "1 Apologies|2 Budget|3 Close",
    ),
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_items(shape: str) -> None:
    text, expected = SHAPES[shape]
    paper = divide(document(text))
    assert "|".join(f"{value(item.number)} {item.title.text}" for item in paper.items) == expected
    assert [item.position for item in paper.items] == list(range(len(paper.items)))


@pytest.mark.parametrize("shape", SHAPES)
def test_every_word_of_a_title_stands_at_its_place(shape: str) -> None:
    paper = document(SHAPES[shape][0])
    for item in divide(paper).items:
        assert " ".join(paper.quote(item.title.span()).split()) == item.title.text


def test_a_page_without_numbers_is_counted_from_the_link_that_tells_one() -> None:
    text = (
        "Agenda and minutes\nHealth Panel\n4 July 2019\nNo. Item\n\n\n\nApologies\n\n\nApologies were received from Cllr A Bell.\n\n\n\nBus Services Review\n\n\n"
        "The Panel heard that buses were late and that more would be done in spring.\n... view the full minutes text for item 393.\n"
    )
    first, last = divide(document(text)).items
    assert (value(first.number), value(last.number), first.cut_off, last.cut_off) == ("392", "393", False, True)
    assert first.number is not None
    assert last.number is not None
    assert (first.number.basis, last.number.basis) == (Basis.DERIVED, Basis.STATED)


def test_a_number_that_comes_twice_is_told_apart() -> None:
    text = "1. Apologies\nNone.\n2. Minutes\nAgreed.\n3. Finance\nNoted.\n" + "1. Planning\nNone.\n2. Highways\nAgreed.\n3. Footpaths\nNoted.\n"
    items = divide(document(text)).items
    assert len({item.key for item in items}) == len(items)


def test_every_line_is_furniture_or_not_yet_read() -> None:
    paper = divide(document("Cabinet\n5 March 2019\nPage 1 of 2\n1. Apologies\nNone.\n2. Minutes\nAgreed.\n3. Close\nDone.\n"))
    assert paper.coverage.blocks == 9
    assert paper.coverage.ignored == 1
    assert len(paper.coverage.unread) == 8


@pytest.mark.parametrize(
    "text,title",
    [
        ("Apologies", "Apologies"),
        ("Apologies: None", "Apologies"),
        ("Apologies were received from Cllr A Bell.", "Apologies"),
        ("MEMBERS PRESENT Cllrs. A Bell (Mayor) and J Dunn", "MEMBERS PRESENT"),
        ("Declarations of Interest There were none.", "Declarations of Interest"),
        ("Bus Services Review Minutes: Noted.", "Bus Services Review"),
        ("MINUTES The minutes were agreed.", "MINUTES"),
        ("PLANNING Mill Lane was discussed", "PLANNING"),
        ("Update on Buses in the North Members noted that the buses were late and would be late again.", "Update on Buses in the North"),
    ],
)
def test_where_a_title_ends(text: str, title: str) -> None:
    end, begin = split(text)
    assert text[:end] == title
    assert end <= begin <= len(text)


@pytest.mark.parametrize(
    "text,title",
    [
        ("Bus Services Review", True),
        ("Review of the children's plan", True),
        ("The report was noted", False),
        ("apologies", False),
        ("None.", False),
        ("", False),
        ("A" * 300, False),
        ("Apologies.", True),
        ("REPORT WAS RECEIVED", True),
    ],
)
def test_what_may_be_a_title(text: str, title: bool) -> None:
    assert is_title(text) is title


def test_the_share_of_capitals() -> None:
    assert capital_share("Review of the Plan") == 1.0
    assert capital_share("Review the plan") == 0.5
    assert capital_share("2019") == 0.0


def test_a_title_may_end_in_letters_with_stops() -> None:
    """The post behind a speaker's name ends no sentence."""
    text = (
        "Minutes of the Roads Committee held on 4 April 2017\nPresent: Cllr A Hay\n\n**Item 1: Minutes**\n\nThe minutes were adopted.\n\n"
        "**Item 2: Presentation: Bridge Repairs in the Northern District of the County - Mr. Rory Quill, S.E.**\n\nMr Quill told of the bridges.\n\n"
        "**Item 3: Presentation: Bye Laws on Mopeds and Other Small Vehicles -** **Ann Merrow, A/S.E.E.**\n\nMs Merrow told of the mopeds.\n"
    )
    assert [item.number.value for item in divide(document(text)).items if item.number] == ["1", "2", "3"]
    assert not is_title("The Chairman asked everybody to go to the hall in Mill Lane on the day of the fete, at 9 a.m.")
