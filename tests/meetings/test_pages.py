"""The pages that ModernGov has of one item or one decision, saved as text."""

from __future__ import annotations

from graph_builder.meetings import divide
from graph_builder.paper import Paper
from tests.meetings.papers import document, value

ISSUE = """Issue - meetings

Repairs to the Market Cross

Meeting: 24/01/2023 - Cabinet (Item 14.)

14. Repairs to the Market Cross PDF 171 KB

Additional documents:

Minutes:

The Cabinet heard that the steps had worn.

RESOLVED: That the repairs be put out to tender.

Meeting: 15/11/2022 - Scrutiny Committee (Item 6)

6 Repairs to the Market Cross

The Committee asked for costs.
"""
DECISION = """Decision details

Sale of the Depot

Decision Maker: {maker}

Decision status: Recommendations Approved

Is Key decision?: No

Decision:

RESOLVED: That the depot be sold.

Publication date: 28/02/2022

Date of decision: 21/02/2022
"""


def told(paper: Paper) -> tuple[str, str, str, list[tuple[str, str]]]:
    """Kind, body, day, and number and title of each item."""
    header = paper.header
    day = header.when.earliest.isoformat() if header.when else ""
    return header.kind, value(header.body), day, [(value(item.number), item.title.text) for item in paper.items]


def test_the_page_of_an_issue_is_an_item_of_the_meeting_that_it_tells_first() -> None:
    paper = divide(document(ISSUE))
    assert told(paper) == ("minutes", "Cabinet", "2023-01-24", [("14", "Repairs to the Market Cross")])
    text = " ".join(one.passage.text for one in paper.items[0].paragraphs)
    assert "put out to tender" in text
    assert "asked for costs" not in text


def test_the_page_of_a_decision_that_a_body_took_is_one_of_its_meeting() -> None:
    paper = divide(document(DECISION.format(maker="Cabinet") + "\nDecided at meeting: 21/02/2022 - Cabinet\n"))
    assert told(paper) == ("decisions", "Cabinet", "2022-02-21", [("", "Sale of the Depot")])


def test_the_day_of_the_decision_is_that_of_the_body_that_took_it() -> None:
    assert told(divide(document(DECISION.format(maker="Planning Committee"))))[:3] == ("decisions", "Planning Committee", "2022-02-21")


def test_the_page_of_a_decision_that_one_person_took_has_no_meeting() -> None:
    paper = divide(document(DECISION.format(maker="Cabinet Member for Transport")))
    assert told(paper) == ("decision record", "", "2022-02-21", [("", "Sale of the Depot")])
    assert value(paper.header.maker) == "Cabinet Member for Transport"


def test_the_page_of_an_item_has_its_title_and_no_meeting() -> None:
    paper = divide(document("Agenda item\n\nElection of Vice-Chair\n\nMinutes:\n\nMoved by Councillor A Bell and agreed.\n"))
    assert told(paper)[1:] == ("", "", [("", "Election of Vice-Chair")])
    assert "Moved by" in paper.items[0].paragraphs[-1].passage.text


def test_an_agenda_that_has_the_words_is_no_such_page() -> None:
    paper = divide(document("Cabinet\n5 March 2019\nAgenda item\n1. Apologies\nNone.\n2. Minutes\nAgreed.\n3. Sale of the Depot\nNoted.\n"))
    assert len(paper.items) == 3
