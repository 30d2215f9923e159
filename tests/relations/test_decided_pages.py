"""Decisions on councils' pages: under the word "Decision", of papers that say little of their meeting, apart and in their own words."""

from __future__ import annotations

import pytest

from graph_builder import meetings
from graph_builder import vocabulary as v
from tests.relations.told import Node, document, minutes, nodes, read

ASKED = "Decision:\n\nThe Executive Mayor in Cabinet is asked to:\n\n1. Receive the report on school places.\n\n2. To provide a reply within two months."
BY_ITEMS = "Venue: Town Hall, Ashford\n\n1.\n\nElection of Chairman\n\nTo elect a Chairman for the year.\n\nMinutes:\n\nRESOLVED\n\nThat Mr T Hall be elected Chairman for the year.\n"


def decided(words: str, **more: str) -> list[Node]:
    return list(nodes(read(minutes(words, **more)), v.DECISION).values())


def texts(words: str, **more: str) -> list[str]:
    return [one[v.TEXT][0].strip(" .") for one in decided(words, **more)]


def of_cabinet(words: str) -> str:
    return f"Home > Issue\n\nIssue - meetings\n\nSchool places\n\nMeeting: 16/11/2022 - Cabinet (Item 80)\n\n80 School places\n\nThe report tells of places.\n\n{words}\n"


def test_what_a_page_copies_from_the_report_under_decision_was_decided() -> None:
    found = read(document(of_cabinet(ASKED)))
    assert [one[v.TEXT][0].strip(".") for one in nodes(found, v.DECISION).values()] == [
        "Receive the report on school places",
        "To provide a reply within two months",
    ]
    assert not nodes(found, v.RECOMMENDATION)


@pytest.mark.parametrize(
    "words",
    [
        ASKED.replace("Decision:\n\n", ""),  # a report asks
        ASKED.replace("Executive Mayor in Cabinet", "Harbour Board"),  # another body is asked
    ],
)
def test_what_is_asked_elsewhere_is_no_decision(words: str) -> None:
    assert not nodes(read(document(of_cabinet(words))), v.DECISION)


@pytest.mark.parametrize(
    "words, kind",
    [
        ("The minutes of the meeting held on 4 July were accepted as a true and accurate record.", "minutes"),
        ("The Committee noted the need for more teachers.", "minutes"),
        ("To approve the minutes of the meeting held on 4 July.", "agenda"),
    ],
)
def test_a_page_of_agenda_and_minutes_is_minutes_where_it_tells_what_happened(words: str, kind: str) -> None:
    page = f"Agenda and minutes\n\nPeople Scrutiny Committee - Tuesday, 26th September, 2023 10.00 am\n\nVenue: Hybrid Meeting\n\nNo. Item\n\nMinutes of Previous Meeting\n\n{words}\n"
    assert meetings.divide(document(page)).header.kind == kind


def test_decisions_of_a_meeting_without_body_and_day_are_told() -> None:
    [one] = nodes(read(document(BY_ITEMS, kind="minutes")), v.DECISION).values()
    assert one[v.TEXT] == ["That Mr T Hall be elected Chairman for the year."]
    assert not any(one[key] for key in (v.AT_MEETING, v.DECIDED_BY, v.ABOUT_ITEM))


def test_nobody_decided_what_was_only_moved() -> None:
    [moved] = decided("Councillor Hall proposed, seconded by Councillor Dunn, that the depot be kept open.")
    [carried] = decided("RESOLVED: That the pool be closed on 1 May.")
    assert (moved[v.OUTCOME], moved[v.DECIDED_BY]) == (["outcome:moved"], [])
    assert carried[v.DECIDED_BY] == ["children-and-education-panel"]


def test_all_present_agree_to_what_was_proposed_before() -> None:
    [one] = decided("Mr Bell proposed Mrs Hall for the position of Treasurer and was seconded by Mr Dunn. All present agreed.")
    assert one[v.OUTCOME] == ["outcome:agreed"]


def test_two_resolutions_in_a_line_are_two() -> None:
    words = "Resolved that the minutes of 4 April be confirmed. 11. B) Resolved that the minutes of 2 May be confirmed."
    assert texts(words) == ["the minutes of 4 April be confirmed", "the minutes of 2 May be confirmed"]


@pytest.mark.parametrize("heading, told", [("(b) Sale of the depot", "(b) Sale of the depot: "), ("The officer replied.", "")])
def test_this_item_is_called_by_the_heading_of_its_part(heading: str, told: str) -> None:
    words = f"(a) Estates in charge\n\nThe report was circulated.\n\n{heading}\n\nAfter a discussion it was agreed to defer a decision on this item to the May meeting."
    assert texts(words) == [f"{told}defer a decision on this item to the May meeting"]


def test_words_end_where_others_are_told_of() -> None:
    words = "It was agreed to hold a fair on the green, one or two suggestions for a band were the Vale Pipers and the school."
    assert texts(words) == ["hold a fair on the green"]


def test_what_members_noted_and_asked_is_no_decision() -> None:
    assert not texts("The Panel noted the better results but asked whether small schools had been helped.")
    assert texts("The Panel noted the better results of small schools.") == ["the better results of small schools"]


def test_words_that_lead_to_a_list_keep_its_first_point() -> None:
    point = " ".join(["Places for young children in the north of the county fell again and few parents were told of it in time;"] * 5)
    [text] = texts(f"RESOLVED: That -\n\na. The Panel notes the weak results including:\n\n{point}\n\nb. The Panel asks for a report in May.")[:1]
    assert text.startswith("The Panel notes the weak results including: Places for young children")


def test_a_line_on_an_application_keeps_its_address() -> None:
    words = "Vale Homes, Old Forge, Back Street. Ashby - barn to two dwellings - no objection.\n\nA Roe Ltd, Mill Lane - porch - no objection."
    assert texts(words, title="Planning applications") == [
        "Vale Homes, Old Forge, Back Street. Ashby - barn to two dwellings - no objection",
        "A Roe Ltd, Mill Lane - porch - no objection",
    ]
