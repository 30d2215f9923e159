"""Resolved statements in; out they come with the code of its area, from the list of councils, on each council that the list has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from graph_builder.language.councils import known
from graph_builder.model import Basis, Id, Literal, Statement
from graph_builder.vocabulary import ALT_LABEL, COUNCIL, IDENTIFIER, LABEL, SPATIAL, TYPE, UNIT

RULE = "list-of-councils"


def located(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements, and for each council that the list knows by its names its code (GSS) and the IRI of its area; nothing where names disagree."""
    said = tuple(statements)
    councils = {one.subject for one in said if one.predicate == TYPE and one.object in (COUNCIL, UNIT)}
    names: defaultdict[Id, set[str]] = defaultdict(set)
    for one in said:
        if one.subject in councils and one.predicate in (LABEL, ALT_LABEL) and isinstance(one.object, Literal):
            names[one.subject].add(one.object.value)
    return (*said, *(area for council in sorted(names) for area in _area(council, names[council])))


def _area(council: Id, names: Iterable[str]) -> Iterable[Statement]:
    codes = {found.gss for found in map(known, names) if found}
    if len(codes) == 1:
        code = codes.pop()
        yield Statement(council, IDENTIFIER, Literal(code), (), RULE, Basis.SUPPLIED)
        yield Statement(council, SPATIAL, f"gss:{code}", (), RULE, Basis.SUPPLIED)
