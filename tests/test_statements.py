"""Statements survive the way to text and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_builder import statements
from graph_builder.errors import BadData
from graph_builder.model import Basis, Literal, Span, Statement

WORDS = st.text(max_size=20)
SPANS = st.builds(Span, WORDS, st.integers(0, 10**6), st.integers(0, 10**6))
STATEMENTS = st.builds(
    Statement,
    subject=WORDS,
    predicate=WORDS,
    object=st.one_of(WORDS, st.builds(Literal, WORDS, WORDS, WORDS)),
    evidence=st.lists(SPANS, max_size=3).map(tuple),
    rule=WORDS,
    basis=st.sampled_from(Basis),
    confidence=st.one_of(st.none(), st.floats(0, 1)),
)


@given(st.lists(STATEMENTS, max_size=5))
def test_round_trip(given_: list[Statement]) -> None:
    text = statements.dump(given_)
    read = statements.parse(text)
    assert sorted(map(repr, read)) == sorted(map(repr, given_))
    assert statements.dump(read) == text


@given(st.lists(STATEMENTS, max_size=5), st.randoms())
def test_the_order_in_which_they_come_does_not_show(given_: list[Statement], random: object) -> None:
    assert statements.dump(given_) == statements.dump(list(reversed(given_)))


@pytest.mark.parametrize("line", ["{", "[]", "{}", '{"subject":"a"}', "nothing"])
def test_a_damaged_line_is_named(line: str) -> None:
    good = statements.dump([Statement("id:a", "civ:b", "id:c", (), "by-hand", Basis.SUPPLIED)])
    with pytest.raises(BadData) as caught:
        statements.parse(good + line, file="x.jsonl")
    assert str(caught.value).startswith("x.jsonl:2: not a statement")
