"""A thread shows what is about its subject, in order of time, each line with the reason why it is there, and nothing else."""

from __future__ import annotations

import pytest

from graph_builder import trace
from graph_builder.errors import UsageError
from tests.trace.rows import CITY, COMMITTEE, COUNTY, INSPECTION, PANEL, PLAN, corpus, row


def told(thread: trace.Thread) -> list[str]:
    """Each line by its date and what it is."""
    return [f"{line.date} {line.what}: {line.text.split(';')[0]}" for line in thread.lines]


def test_a_topic_is_followed_across_councils_in_order_of_time() -> None:
    assert told(trace.follow(corpus(), topic="SEND")) == [
        "2021-03-01/2021-03-05 inspection: Care Quality Commission and Ofsted: area SEND inspection of Northmere County Council",
        "2021-05-10 inspection: Care Quality Commission and Ofsted: findings of the area SEND inspection of Northmere County Council"
        " of 1–5 March 2021 published",
        "2021-05-20 meeting item: Area SEND inspection: findings",
        "2021-05-20 decision: resolved: that the findings be noted",
        "2021-06 measure: EHC plans issued within 20 weeks: 41%",
        "2021-06-02 meeting item: Additional learning needs",
        "2021-09-09 decision: agreed: that the WSoA return in November",
        "2021-10 measure: Proportion of new EHCPs issued within 20 weeks: 55%",
        "2021-10-07 reference: previous meeting: Improvement Board",
        "2021-11-18 plan: Written Statement of Action (WSoA)",
        "2021-11-18 meeting item: Progress on the Written Statement of Action",
    ]


REASONS = [
    ("that the findings be noted", "topic", "in item 12 of 20 May 2021"),
    ("that the WSoA return", "same inspection or plan", "plan Written Statement of Action"),
    ("Improvement Board", "explicit reference", "referred to by item 5 of 18 November 2021"),
    ("41%", "topic", "topic SEND: “EHC plans”"),
    ("Additional learning needs", "topic", "topic SEND: “Additional learning needs”"),
]


@pytest.mark.parametrize("words,strength,link", REASONS)
def test_each_line_says_why_it_is_there(words: str, strength: str, link: str) -> None:
    [line] = [line for line in trace.follow(corpus(), topic="SEND").lines if words in line.text]
    assert (line.strength, line.link) == (strength, link)
    assert line.strength in trace.STRENGTHS


@pytest.mark.parametrize("name", ["SEND", "send", "special educational needs and disability", "Special Educational Needs & Disability", "topic:send"])
def test_a_topic_is_known_by_each_of_its_names(name: str) -> None:
    thread = trace.follow(corpus(), topic=name)
    assert thread.subject.id == trace.resolve(corpus(), "SEND").id == "topic:send"
    assert len(thread.lines) == 11
    assert bool(thread.notes) == (name not in ("SEND", "send", "topic:send")), "another name of the topic is told"


def test_from_an_inspection_to_its_plan_and_on() -> None:
    thread = trace.follow(corpus(), inspection=INSPECTION)
    assert {line.claim for line in thread.lines} >= {INSPECTION, PLAN, "id:decision/4", "id:reference/1"}
    assert {line.claim for line in thread.lines}.isdisjoint({"id:decision/2", "id:decision/3", "id:observation/3"})
    assert trace.Edge(PLAN, INSPECTION, trace.STRENGTHS[0], f"names {thread.subject.label}") in thread.edges


@pytest.mark.parametrize("name", ["Written Statement of Action", "written statement of action", "WSoA", PLAN])
def test_a_plan_by_any_of_its_names(name: str) -> None:
    assert trace.resolve(corpus(), name).id == PLAN
    assert "id:decision/4" in {line.claim for line in trace.follow(corpus(), plan=name).lines}


def test_an_approval_of_a_plan_is_an_event_where_the_words_name_who() -> None:
    quote = "The Improvement Strategy was approved by CMR in August 2021. … The Council then approved it. … It has three workstreams."
    told_of = row("plans", "panel-nov.pdf", plan="SEND Improvement Strategy", workstreams="Local Offer | Workforce", quote=quote, claim="id:plan/2")
    told_of |= {"approved": "CMR, August 2021 | The Council | Ofsted, May 2021", "responds_to": "area SEND inspection"}
    lines = [line for line in trace.follow(corpus(plans=[told_of]), topic="SEND").lines if line.claim == "id:plan/2"]
    assert [(line.date, line.own_date, line.text) for line in lines] == [
        ("2021-08", True, "SEND Improvement Strategy: approved by CMR"),
        ("2021-11-18", False, "SEND Improvement Strategy: approved by The Council"),
        ("2021-11-18", False, "SEND Improvement Strategy; responds to area SEND inspection; workstreams: Local Offer, Workforce"),
    ]
    assert [line.quote for line in lines[:2]] == ["The Improvement Strategy was approved by CMR in August 2021.", "The Council then approved it."]


def test_a_reference_leads_to_the_items_of_its_meeting() -> None:
    back = row("references", "panel-nov.pdf", item="5", relation="background paper", to_date="2021-05-20", quote="20 May", claim="id:reference/9")
    back["to_meeting_id"] = "id:meeting/northmere/2021-05-20"
    thread = trace.follow(corpus(references=[back]), topic="SEND")
    [item] = [line for line in thread.lines if line.text == "Area SEND inspection: findings"]
    assert (item.strength, item.link) == ("explicit reference", "referred to by item 5 of 18 November 2021")
    assert trace.Edge("id:reference/9", item.claim, "explicit reference", item.link) in thread.edges


def test_a_person_shows_where_and_what() -> None:
    assert told(trace.follow(corpus(), person="Ann Lee")) == ["2021-05-20 attendance: Ann Lee: present"]


def test_a_decision_shows_its_item_and_what_it_names() -> None:
    thread = trace.follow(corpus(), decision="id:decision/4")
    assert told(thread) == [
        "2021-09-09 meeting item: Performance, quarter 1",
        "2021-09-09 decision: agreed: that the WSoA return in November",
        "2021-10-07 reference: previous meeting: Improvement Board",
        "2021-11-18 plan: Written Statement of Action (WSoA)",
        "2021-11-18 meeting item: Progress on the Written Statement of Action",
    ]
    assert trace.resolve(corpus(), "id:decision/4").kind == "decision"


def test_a_body_is_known_by_its_id_and_by_names_that_are_its_own() -> None:
    told_of = row("actions", "city-june.html", text="ask the Improvement Board", quote="the Improvement Board was to be asked", claim="id:action/1")
    assert told(trace.follow(corpus(actions=[told_of]), body="IB")) == [
        "2021-06-02 action: ask the Improvement Board",
        "2021-10-07 reference: previous meeting: Improvement Board",
    ]
    namesake = row("bodies", "city-june.html", body="Improvement Board", body_id="id:body/port/improvement-board")
    with pytest.raises(UsageError, match="2 things are called"):
        trace.follow(corpus(bodies=[namesake]), body="Improvement Board")
    assert told(trace.follow(corpus(actions=[told_of], bodies=[namesake]), body="id:body/northmere/improvement-board")) == []


def test_a_body_has_what_came_up_at_its_meetings() -> None:
    own = row("bodies", "city-june.html", body=COMMITTEE, body_id="id:body/port")
    lines = trace.follow(corpus(bodies=[own]), body=COMMITTEE).lines
    assert {line.link for line in lines} == {f"at a meeting of {COMMITTEE}"}
    assert [line.text for line in lines if line.what == "decision"] == ["agreed: to buy ovens"]


def test_what_no_scheme_has_is_followed_as_a_phrase() -> None:
    thread = trace.follow(corpus(), topic="ovens")
    assert thread.subject.kind == "phrase"
    assert told(thread) == ["2021-06-02 decision: agreed: to buy ovens"]
    assert any("phrase" in note for note in thread.notes)


def test_a_name_of_several_lists_them() -> None:
    with pytest.raises(UsageError, match=r"(?s)2 things are called 'cllr lee'.*id:person/lee-a.*id:person/lee-b"):
        trace.resolve(corpus(), "cllr lee")


@pytest.mark.parametrize("asked", [{}, {"topic": "SEND", "plan": "WSoA"}, {"person": "Nobody At All"}, {"topic": " "}])
def test_what_names_nothing_or_too_much_is_a_mistake(asked: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        trace.follow(corpus(), **asked)


@pytest.mark.parametrize(
    "asked,first,last,number",
    [
        ({"since": "2021-06"}, "2021-06", "2021-11-18", 7),
        ({"until": "2021-05-20"}, "2021-03-01/2021-03-05", "2021-05-20", 4),
        ({"since": "2021-05", "until": "2021-05"}, "2021-05-10", "2021-05-20", 3),
        ({"council": "aldwick"}, "2021-06-02", "2021-06-02", 1),
        ({"body": "Scrutiny Panel"}, "2021-05-20", "2021-11-18", 7),
    ],
)
def test_a_thread_is_narrowed(asked: dict[str, str], first: str, last: str, number: int) -> None:
    lines = trace.follow(corpus(), topic="SEND", **asked).lines
    assert (lines[0].date, lines[-1].date, len(lines)) == (first, last, number)


def test_a_council_of_which_nothing_is_here_is_a_mistake() -> None:
    with pytest.raises(UsageError, match=r"'Atlantis'.*Northmere County Council, Port Aldwick City Council"):
        trace.follow(corpus(), topic="SEND", council="Atlantis")


def test_a_stretch_that_ends_before_it_begins_is_a_mistake() -> None:
    with pytest.raises(UsageError, match="nothing lies between 2021-06 and 2021-05"):
        trace.follow(corpus(), topic="SEND", since="2021-06", until="2021-05")
    assert trace.follow(corpus(), topic="SEND", since="2021-06-03", until="2021-06").lines


def test_one_sentence_is_one_line_when_it_is_a_recommendation_and_an_action() -> None:
    quote = "The Panel recommended that the Director write to every parent of a child on an EHC plan by June."
    asked = row("recommendations", "panel-may.txt", item="12", text="the Director write to every parent of a child on an EHC plan", quote=quote, claim="id:recommendation/1")
    same = row("actions", "panel-may.txt", item="12", who="Director", text="write to every parent of a child on an EHC plan", quote=quote, claim="id:action/1")
    other = row("actions", "panel-may.txt", item="12", who="Clerk", text="put the EHC plan report on the website", quote=quote, claim="id:action/2")
    lines = trace.follow(corpus(recommendations=[asked], actions=[same, other]), topic="SEND").lines
    assert {line.claim for line in lines} & {"id:recommendation/1", "id:action/1", "id:action/2"} == {"id:recommendation/1", "id:action/2"}


def test_the_extent_says_on_what_a_thread_rests() -> None:
    county, city = trace.follow(corpus(), topic="SEND").extent
    assert (city.council, city.papers, city.bodies, city.all_papers) == (CITY, ("city-june.html",), (COMMITTEE,), 1)
    assert (city.first, city.last) == ("2021-06-02", "2021-06-02")
    assert "too thin to compare" in city.thin
    assert (county.council, len(county.papers), county.bodies, county.first, county.last) == (COUNTY, 3, (PANEL,), "2021-05-20", "2021-11-18")
    assert county.thin == ""


def test_who_was_there_is_no_event_of_a_topic() -> None:
    there = row("attendance", "panel-may.txt", person="Bo Lee", status="present", item="12", quote="Cllr Lee, SEND champion", claim="id:attendance/2")
    assert "attendance" not in {line.what for line in trace.follow(corpus(attendance=[there]), topic="SEND").lines}


def test_the_view_has_the_lines_in_its_columns() -> None:
    [view] = [view for view in trace.views() if view.name == "thread"]
    assert view.columns[:10] == ("date", "council", "body", "item", "what", "text", "link", "strength", "quote", "document")
    thread = trace.follow(corpus(), topic="SEND")
    assert [dict(zip(view.columns, row, strict=True))["claim"] for row in trace.rows(thread)] == [line.claim for line in thread.lines]
