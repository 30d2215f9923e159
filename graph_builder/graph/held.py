"""Resolved statements in; out come those that do not rest on what is not for publication, and where that stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graph_builder.model import Id, Span, Statement
from graph_builder.vocabulary import EXEMPT, TYPE


def hold_back(statements: Iterable[Statement]) -> tuple[tuple[Statement, ...], Mapping[Id, Sequence[Span]]]:
    """The statements without those whose words are exempt, and the exempt stretches of each text.

    A thing of which every word is exempt goes with all that is said of it. That something was held back, and where, is said.
    """
    said = tuple(statements)
    held: dict[Id, list[Span]] = defaultdict(list)
    for statement in said:
        if statement.predicate == EXEMPT:
            for span in statement.evidence:
                held[span.document].append(span)
    if not held:
        return said, held

    def hidden(statement: Statement) -> bool:
        inside = (any(whole.start <= span.start and span.end <= whole.end for whole in held.get(span.document, ())) for span in statement.evidence)
        return statement.predicate != EXEMPT and bool(statement.evidence) and all(inside)

    open_ = {statement.subject for statement in said if statement.predicate == TYPE and not hidden(statement)}
    gone = {statement.subject for statement in said if statement.predicate == TYPE and hidden(statement)} - open_
    kept = (one for one in said if not hidden(one) and one.subject not in gone and one.object not in gone)
    return tuple(kept), held
