"""Votes by name: who voted how, also where members chose between a motion and its amendment."""

from __future__ import annotations

import pytest

from graph_builder import vocabulary as v
from tests.relations.told import minutes, nodes, read


@pytest.mark.parametrize(
    "words, wanted",
    [
        ("For (2): Councillors Bell and Dunn. Against (1): Councillor Hall.", {("bell-a", "for"), ("dunn-c", "for"), ("hall", "against")}),
        (
            "For the motion: Councillors Bell and Dunn - 2\n\nFor the amendment: Councillors Hall and Meade - 2\n\nThe motion was carried.",
            {("bell-a", "for"), ("dunn-c", "for"), ("hall", "against"), ("meade", "against")},
        ),
        (
            "An amendment was moved by Councillor Bell and seconded by Councillor Hall that the plan be shorter.\n\n"
            "For the amendment: Councillor Bell. Against the amendment: Councillor Dunn.\n\nThe amendment was lost on the casting vote.",
            {("bell-a", "for"), ("dunn-c", "against")},
        ),
        ("For the amendment: Councillor Bell. Against the amendment: Councillor Dunn.", set()),  # no amendment is told, and the plan is none
        ("Councillor Bell asked that his vote against be recorded.", {("bell-a", "against")}),
        ("The motion was agreed unanimously.", set()),
    ],
)
def test_each_vote_is_cast_as_printed(words: str, wanted: set[tuple[str, str]]) -> None:
    present = "Councillor Hall and Councillor Meade had arrived late."
    found = nodes(read(minutes(f"{present}\n\n{words}\n\nRESOLVED: That the plan be approved.")), v.VOTE).values()
    assert {(node[v.VOTER][0], node[v.VOTE_CAST][0].removeprefix("vote:")) for node in found} == wanted
