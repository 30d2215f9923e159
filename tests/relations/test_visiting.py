"""Who is listed as present and is no member: other councils' councillors, members of parliaments, and officers who open a meeting."""

from __future__ import annotations

import pytest

from graph_builder import vocabulary as v
from tests.relations.told import document, nodes, read

PARISH = """Holt Parish Council

Minutes of the meeting of Holt Parish Council held on Wednesday 13 March 2019 at 7.00 pm in the Village Hall

Present:
{present}

1. Apologies

None.
"""


def members(present: str, council: str = "Holt Parish Council") -> dict[str, str]:
    paper = document(PARISH.replace("Holt Parish Council", council).format(present=present), kind="minutes", council=council)
    return {node[v.MEMBER][0]: node[v.ROLE][0].removeprefix("role:") for node in nodes(read(paper), v.MEMBERSHIP).values()}


@pytest.mark.parametrize(
    "present, wanted",
    [
        ("A Roe (Chair)\nB Dunn\nC Hay - Boro' Councillor", {"roe-a": "chair", "dunn-b": "member"}),
        ("A Roe (Chair)\nB Dunn\nC Hay - County Councillor", {"roe-a": "chair", "dunn-b": "member"}),
        ("A Roe (Chair)\nB Dunn\nCllr C Hay, Wexshire County Council", {"roe-a": "chair", "dunn-b": "member"}),
        ("A Roe (Chair)\nB Dunn\nDr Carol Hay MP", {"roe-a": "chair", "dunn-b": "member"}),
        ("A Roe (Chair)\nB Dunn\nCarol Hay (Dr Tom Wray MP representative)", {"roe-a": "chair", "dunn-b": "member"}),
        ("A Roe (Chair)\nB Dunn\nC Hay, Holt Parish Council", {"roe-a": "chair", "dunn-b": "member", "hay-c": "member"}),
    ],
)
def test_who_comes_from_elsewhere_is_no_member(present: str, wanted: dict[str, str]) -> None:
    assert members(present) == wanted


def test_an_officer_who_presides_until_a_chair_is_elected_is_not_in_the_chair() -> None:
    assert "chair" not in members("In the chair: Ann Roe, Director of Services\nCllr B Dunn\nCllr C Hay", "Vale County Council").values()
    assert members("In the chair: Cllr A Roe\nCllr B Dunn\nCllr C Hay", "Vale County Council")["roe-a"] == "chair"
