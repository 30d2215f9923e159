"""What papers speak of and the corpus does not have: each once, nothing that is there, nothing that nobody spoke of."""

from __future__ import annotations

import pytest

from graph_builder import trace
from graph_builder.errors import UsageError
from tests.trace.rows import CITY, COMMITTEE, COUNTY, PANEL, Row, corpus, row

NONE = "no response found in this corpus"
AGENDA_ONLY = f"minutes; {COUNTY}; {PANEL}; 2021-11-18; "


def told(found: tuple[trace.Missing, ...]) -> list[str]:
    return ["; ".join((one.kind, one.council, one.body, one.date, one.title)) for one in found]


def reference(relation: str, body: str = "", date: str = "", title: str = "", **cells: str) -> Row:
    return row("references", "city-june.html", relation=relation, to_body=body, to_date=date, to_title=title, claim=f"id:reference/{relation}/{date}", **cells)


REFERENCES = [
    (reference("confirms minutes", COMMITTEE, "2021-04-14", quote="The minutes of 14 April 2021 were approved"), f"minutes; {CITY}; {COMMITTEE}; 2021-04-14; "),
    (reference("background paper", "Cabinet", "2020-12-01", quote="Agenda and minutes of Cabinet, 1 December 2020"), f"minutes; {CITY}; Cabinet; 2020-12-01; "),
    (reference("previous meeting", "Cabinet", "2021-03-02"), f"meeting; {CITY}; Cabinet; 2021-03-02; "),
    (reference("previous meeting", "Governing Body", "2021-03"), f"meeting; {CITY}; Governing Body; 2021-03; "),
    (reference("scheduled meeting", COMMITTEE, "2021-07-07"), f"meeting; {CITY}; {COMMITTEE}; 2021-07-07; "),
    (reference("scheduled item", COMMITTEE, "2022-01", "School places"), f"report; {CITY}; {COMMITTEE}; 2022-01; School places"),
    (reference("last report", "", "2020-02-05", "Attendance"), f"report; {CITY}; ; 2020-02-05; Attendance"),
]


@pytest.mark.parametrize("told_by,wants", REFERENCES)
def test_what_a_reference_leads_to_is_wanted(told_by: Row, wants: str) -> None:
    assert wants in told(trace.wanted(corpus(references=[told_by])))


HERE = [
    ("the day of a meeting whose minutes are here", reference("previous meeting", COMMITTEE, "2021-06-02", to_body_id="id:body/port")),
    ("its minutes", reference("confirms minutes", COMMITTEE, "2021-06-02", to_body_id="id:body/port")),
    ("the month of a meeting that is here", reference("previous meeting", COMMITTEE, "2021-06", to_body_id="id:body/port")),
    ("a report without a body to a day on which its council met", reference("last report", "", "2021-06-02", "School meals")),
    ("minutes of no day", reference("confirms minutes", COMMITTEE, "2021")),
    ("a matter without a title", reference("scheduled item", "Cabinet", "2021-12")),
    ("a call-in", reference("call-in", "Board", "2021-01-05")),
]


@pytest.mark.parametrize("words,told_by", HERE, ids=lambda value: value if isinstance(value, str) else "")
def test_what_is_here_or_nobody_can_look_for_is_not_wanted(words: str, told_by: Row) -> None:
    assert told_by["to_date"] not in [one.date for one in trace.wanted(corpus(references=[told_by])) if one.council == CITY]


def test_an_agenda_alone_leaves_its_minutes_wanted() -> None:
    assert AGENDA_ONLY in told(trace.wanted(corpus()))


def test_of_a_meeting_whose_minutes_are_wanted_nothing_more_is() -> None:
    both = [reference("previous meeting", "Cabinet", "2021-03-02"), reference("confirms minutes", "Cabinet", "2021-03-02")]
    assert [line for line in told(trace.wanted(corpus(references=both))) if "Cabinet" in line] == [f"minutes; {CITY}; Cabinet; 2021-03-02; "]


def recommendation(made_by: str, addressed_to: str, status: str = NONE, **cells: str) -> Row:
    return row("recommendations", "city-june.html", made_by=made_by, addressed_to=addressed_to, status=status, text="that ovens be bought", claim="id:r", **cells)


RECOMMENDATIONS = [
    (recommendation(COMMITTEE, "Cabinet", made_by_id="id:body/port"), True),
    (recommendation(COMMITTEE, "Cabinet", "accepted", made_by_id="id:body/port"), False),
    (recommendation("", "Cabinet", addressed_to_id="id:body/cabinet"), False),
    (recommendation("Director", COMMITTEE, addressed_to_id="id:body/port"), False),
    (recommendation("the chair", "Members"), False),
]


@pytest.mark.parametrize("told_by,wants", RECOMMENDATIONS)
def test_a_recommendation_to_another_body_wants_a_response(told_by: Row, wants: bool) -> None:
    found = [line for line in told(trace.wanted(corpus(recommendations=[told_by]))) if line.startswith("response")]
    assert found == ([f"response; {CITY}; Cabinet; 2021-06-02; that ovens be bought"] if wants else [])


def test_a_thread_wants_what_its_own_lines_speak_of() -> None:
    missing = told(trace.follow(corpus(), topic="SEND").missing)
    assert missing == [f"meeting; {COUNTY}; Improvement Board; 2021-10-07; ", AGENDA_ONLY]


def test_the_view_has_its_columns_and_takes_them_as_parameters() -> None:
    answer = trace.query(corpus(), "wanted", {"kind": "Minutes"})
    assert answer.columns[:7] == ("kind", "council", "body", "date", "title", "document", "quote")
    assert [row["date"] for row in answer.dicts()] == ["2021-11-18"]
    with pytest.raises(UsageError, match="no parameter 'colour'"):
        trace.query(corpus(), "wanted", {"colour": "red"})
    with pytest.raises(UsageError, match="no view 'unwanted'"):
        trace.query(corpus(), "unwanted")
