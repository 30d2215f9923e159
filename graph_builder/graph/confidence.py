"""How far each rule was right on gold goes in, and statements; out they come with that confidence on the things that the rule reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from graph_builder.model import Basis, Statement
from graph_builder.vocabulary import TYPE


def trusted(statements: Iterable[Statement], measured: Mapping[str, float]) -> tuple[Statement, ...]:
    """The statements, in their order; those that make a thing by a measured rule carry the share of its cases that were right, from 0 to 1.

    What was supplied or corrected was not read by a rule and carries none.
    """
    return tuple(_with(statement, measured) for statement in statements)


def _with(statement: Statement, measured: Mapping[str, float]) -> Statement:
    read = statement.predicate == TYPE and statement.basis in {Basis.STATED, Basis.DERIVED} and statement.confidence is None
    return replace(statement, confidence=measured[statement.rule]) if read and statement.rule in measured else statement
