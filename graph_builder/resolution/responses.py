"""Recommendations that one paper makes and another answers: the statements of a corpus go in, the answers come out as statements about the first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from graph_builder import vocabulary as v
from graph_builder.model import Basis, Id, Literal, Statement

LEAST_WORDS: Final = 7
"""So many words a recommendation must have to be known by them alone."""
LEAST_SHARE: Final = 0.9
"""And so great a part of them, of both texts together, must be the same."""


@dataclass(slots=True)
class _Told:
    """A recommendation as one paper tells it."""

    id: Id
    paper: Id
    makers: set[str] = field(default_factory=set)
    number: str = ""
    words: frozenset[str] = frozenset()
    answer: dict[Id, Statement] = field(default_factory=dict)

    @property
    def status(self) -> str:
        """How it was answered; empty where its paper does not say."""
        value = self.answer[v.STATUS].object if v.STATUS in self.answer else ""
        return value.value if isinstance(value, Literal) else ""


def responses(statements: Iterable[Statement]) -> Iterator[Statement]:
    """The status and response of recommendations that another paper answers: by their maker and number, or by their words.

    Where two papers answer differently both responses are said and no status; where two recommendations could be meant, nothing is.
    """
    told = _gathered(statements)
    answered = [one for one in told if one.status]
    open_ones = [one for one in told if not one.status]
    for one in open_ones:
        rivals = [other for other in open_ones if other.paper != one.paper and _same_number(one, other)]
        found = [other for other in answered if other.paper != one.paper and ((not rivals and _same_number(one, other)) or _same_words(one, other))]
        first = {status: min((o for o in found if o.status == status), key=lambda other: other.id) for status in sorted({o.status for o in found})}
        for other in first.values():
            yield from _said(one, other, (v.RESPONSE, v.STATUS) if len(first) == 1 else (v.RESPONSE,))


def _said(one: _Told, other: _Told, predicates: Sequence[Id]) -> Iterator[Statement]:
    for predicate, statement in sorted(other.answer.items()):
        if predicate not in predicates:
            continue
        yield Statement(one.id, predicate, statement.object, statement.evidence, "response-matched", Basis.DERIVED)


def _same_number(one: _Told, other: _Told) -> bool:
    return bool(one.number and one.number == other.number and one.makers & other.makers)


def _same_words(one: _Told, other: _Told) -> bool:
    if min(len(one.words), len(other.words)) < LEAST_WORDS or (one.makers and other.makers and not one.makers & other.makers):
        return False
    return len(one.words & other.words) >= LEAST_SHARE * len(one.words | other.words)


def _gathered(statements: Iterable[Statement]) -> Sequence[_Told]:
    """The recommendations, in the order of their ids."""
    ordered = sorted(statements, key=Statement.key)
    kinds = [s for s in ordered if s.predicate == v.TYPE and s.object == v.RECOMMENDATION and s.evidence]
    told = {s.subject: _Told(s.subject, s.evidence[0].document) for s in kinds}
    for s in ordered:
        one = told.get(s.subject)
        if one is None:
            continue
        value = s.object.value if isinstance(s.object, Literal) else s.object
        if s.predicate in (v.MADE_BY, v.MADE_BY_PRINTED):
            one.makers.add(value.casefold())
        elif s.predicate == v.NUMBER:
            one.number = value
        elif s.predicate == v.TEXT:
            one.words = frozenset(re.findall(r"\w+", value.casefold())) - {"that", "the"}
        elif s.predicate in (v.STATUS, v.RESPONSE):
            one.answer[s.predicate] = s
    return tuple(told.values())
