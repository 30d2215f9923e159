"""Recommendations of one paper that another answers: by maker and number, by words; and what is left open."""

from __future__ import annotations

import pytest

from graph_builder import vocabulary as v
from graph_builder.model import Basis, Id, Literal, Span, Statement
from graph_builder.resolution.responses import responses

GROUP = "id:body/ashford/parking-task-and-finish-group"
OTHER = "id:body/ashford/buses-working-group"
STANDING = "id:body/ashford/audit-committee"
LONG = "the Executive should freeze the fees in all car parks of the borough until 2030"


def advice(paper: str, number: str = "1", *, maker: str = GROUP, text: str = LONG, status: str = "", rule: str = "by-hand") -> list[Statement]:
    """A recommendation as a paper tells it."""
    id_, span = f"id:recommendation/{paper}/{number}-{status or 'open'}-{maker[-5:]}", Span(f"id:text/{paper}", 0, 9)
    facts: list[tuple[Id, Id | Literal]] = [(v.TYPE, v.RECOMMENDATION), (v.TEXT, Literal(text)), (v.NUMBER, Literal(number))]
    facts += [(v.MADE_BY, maker)] if maker else []
    said = [Statement(id_, predicate, value, (span,), rule) for predicate, value in facts]
    return said + (response(id_, paper, status) if status else [])


def response(to: Id, paper: str, kind: str) -> list[Statement]:
    """The answer to a recommendation as a paper tells it."""
    id_, span = to.replace("recommendation", "response"), Span(f"id:text/{paper}", 0, 9)
    facts: list[tuple[Id, Id | Literal]] = [(v.TYPE, v.RESPONSE), (v.RESPONSE_KIND, f"responsekind:{kind}"), (v.RESPONDS_TO, to)]
    return [Statement(id_, predicate, value, (span,), "by-hand") for predicate, value in facts]


REPORT, ANSWER = advice("report"), advice("answer", text="recommendation 1 be accepted", status="accepted")


@pytest.mark.parametrize(
    "statements, wanted",
    [
        (REPORT + ANSWER, ["accepted"]),
        (REPORT + advice("answer", maker="", text=LONG, status="rejected"), ["rejected"]),
        (REPORT, []),
        (REPORT + advice("answer", maker=OTHER, text="recommendation 1 be accepted", status="accepted"), []),
        (REPORT + advice("answer", "2", text="recommendation 2 be accepted", status="accepted"), []),
        (REPORT + advice("answer", maker=OTHER, status="accepted"), []),  # the same words of another group
        (REPORT + advice("answer", maker="", text="freeze the fees", status="accepted"), []),
        (REPORT + advice("second", text="the Clerk should mend the fence") + ANSWER, []),  # two reports have a first one
        (REPORT + advice("answer", "1", text="recommendation 1 is being looked at", status="possible"), []),  # whose number 1 is not told
        (
            advice("report", maker="id:body/ashford/task-and-finish-group")
            + advice("answer", maker="id:body/ashford/task-and-finish-group", status="accepted", text="recommendation 1 be accepted"),
            [],
        ),
        (
            REPORT + advice("answer", "", text="all the recommendations of the group be accepted", status="accepted", rule="recommendation-answered"),
            ["accepted"],
        ),
        (REPORT + advice("answer", "", text="some of the recommendations be accepted", status="accepted", rule="recommendation-answered"), []),
        (
            advice("report", maker=STANDING)
            + advice("answer", "", maker=STANDING, text="the recommendations be accepted", status="accepted", rule="recommendation-answered"),
            [],
        ),
        (advice("answer") + ANSWER, []),  # one paper answers its own in its own words
    ],
)
def test_an_answer_finds_its_recommendation(statements: list[Statement], wanted: list[str]) -> None:
    found = list(responses(statements))
    assert [kind_of(s.subject, statements) for s in found] == wanted
    assert {s.basis for s in found} <= {Basis.DERIVED}
    assert all(s.predicate == v.RESPONDS_TO and s.evidence[0].document != "id:text/report" for s in found)


def kind_of(response: Id, statements: list[Statement]) -> str:
    [kind] = [s.object for s in statements if s.subject == response and s.predicate == v.RESPONSE_KIND]
    return str(kind).removeprefix("responsekind:")


def test_where_two_papers_answer_differently_both_are_told() -> None:
    later = advice("later", text="recommendation 1 be rejected", status="rejected")
    found = list(responses(REPORT + ANSWER + later))
    assert sorted(kind_of(s.subject, REPORT + ANSWER + later) for s in found) == ["accepted", "rejected"]
