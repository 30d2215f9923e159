"""What a report asks of a meeting is answered by that meeting's decision on the item, and by nothing else."""

from __future__ import annotations

from graph_builder import vocabulary as v
from graph_builder.model import Basis, Id, Literal, Span, Statement
from graph_builder.resolution.decided_items import decided_items

MEETING, LATER = "id:meeting/ashford/panel/2018-03-05", "id:meeting/ashford/panel/2018-06-05"


def thing(id_: Id, paper: str, facts: dict[Id, Id | str]) -> list[Statement]:
    """The facts of one thing; what is no id is a text."""
    span = Span(f"id:text/{paper}", 0, 9)
    return [Statement(id_, predicate, value if ":" in value and " " not in value else Literal(value), (span,), "by-hand") for predicate, value in facts.items()]


def item(number: str, title: str, paper: str, meeting: Id = MEETING) -> list[Statement]:
    return thing(f"id:item/{number}", paper, {v.TYPE: v.ITEM, v.TITLE: title, v.ITEM_OF: meeting})


def asked(number: str, words: str, kind: str = "asked-of-meeting") -> list[Statement]:
    return thing(
        f"id:recommendation/{number}",
        "agenda",
        {v.TYPE: v.RECOMMENDATION, v.TEXT: words, v.ADVICE_KIND: f"advicekind:{kind}", v.ABOUT_ITEM: f"id:item/{number}"},
    )


def decided(number: str, part: str, words: str, outcome: str = "agreed") -> list[Statement]:
    return thing(
        f"id:decision/{number}/{part}",
        "minutes",
        {v.TYPE: v.DECISION, v.TEXT: words, v.AT_MEETING: MEETING, v.OUTCOME: f"outcome:{outcome}", v.ABOUT_ITEM: f"id:item/{number}"},
    )


AGENDA = item("5", "Ferry timetable", "agenda") + asked("5", "note the report and agree the winter timetable of the ferry")
MINUTES = item("412", "Ferry Timetable", "minutes") + decided("412", "1", "That the winter timetable of the ferry be agreed")


def texts(statements: list[Statement]) -> list[str]:
    return sorted(s.object.value for s in decided_items(statements) if s.predicate == v.TEXT and isinstance(s.object, Literal))


def test_the_decision_on_the_item_of_that_title_at_that_meeting_answers() -> None:
    found = list(decided_items(AGENDA + MINUTES))
    assert [s.object for s in found if s.predicate == v.RESPONDS_TO] == ["id:recommendation/5"]
    assert [s.object for s in found if s.predicate == v.RESPONSE_KIND] == ["responsekind:decided"]
    assert {(s.basis, s.evidence[0].document) for s in found} == {(Basis.DERIVED, "id:text/minutes")}


def test_a_decision_on_something_else_answers_nothing() -> None:
    assert texts(AGENDA) == []
    assert texts(AGENDA + item("413", "Pier tolls", "minutes") + decided("413", "1", "That the tolls be agreed")) == []
    assert texts(AGENDA + item("412", "Ferry timetable", "minutes", LATER) + decided("412", "1", "That the timetable be agreed")) == []
    assert texts(AGENDA + item("412", "Ferry timetable", "minutes") + decided("412", "1", "That the item be put off", "withdrawn")) == []
    reported = [s for s in MINUTES if s.predicate != v.AT_MEETING]  # by another body, which had met before
    assert texts(AGENDA + reported) == []
    assert texts(item("5", "Ferry timetable", "agenda") + asked("5", "agree the timetable", "request") + MINUTES) == []


def test_the_part_that_repeats_what_was_asked_answers_it_alone() -> None:
    other = decided("412", "2", "That the harbour master be thanked")
    assert texts(AGENDA + MINUTES + other) == ["That the winter timetable of the ferry be agreed"]
    unlike = item("412", "Ferry timetable", "minutes") + decided("412", "1", "That it be so") + other
    assert texts(AGENDA + unlike) == ["That it be so", "That the harbour master be thanked"]


def test_what_minutes_tell_of_recommendations_as_a_whole_is_decided_with_the_recommendations() -> None:
    told = [
        Statement(s.subject, s.predicate, s.object, s.evidence, "recommendations-told")
        for s in asked("412", "recommendations relating to piers", "recommendation")
    ]
    title = item("412", "Pier review", "minutes")
    whole = decided("412", "1", "That the report and recommendations are approved for submission to the executive")
    assert texts(title + told + whole) == ["That the report and recommendations are approved for submission to the executive"]
    assert texts(title + told + decided("412", "1", "That the report be noted")) == []
    assert texts(title + asked("412", "the pier be lit", "recommendation") + whole) == []
    reply = thing("id:response/9", "minutes", {v.TYPE: v.RESPONSE, v.RESPONDS_TO: "id:recommendation/412"})
    assert texts(title + told + whole + reply) == []
