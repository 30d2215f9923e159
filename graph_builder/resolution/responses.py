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
    answers: list[_Answer] = field(default_factory=list)


@dataclass(slots=True)
class _Answer:
    """A response: its id, its kind, and the statement that it is one."""

    id: Id
    kind: Id
    said: Statement


def responses(statements: Iterable[Statement]) -> Iterator[Statement]:
    """That a response answers a recommendation of another paper: by its maker and number, or by its words.

    Where two papers answer differently both answers are said; where two recommendations could be meant, nothing is.
    """
    told = _gathered(statements)
    answered = [one for one in told if one.answers]
    open_ones = [one for one in told if not one.answers]
    for one in open_ones:
        rivals = [other for other in open_ones if other.paper != one.paper and _same_number(one, other)]
        found = [other for other in answered if other.paper != one.paper and ((not rivals and _same_number(one, other)) or _same_words(one, other))]
        answers = sorted((answer for other in found for answer in other.answers), key=lambda answer: (answer.kind, answer.id))
        first = {answer.kind: answer for answer in reversed(answers)}
        for answer in first.values():
            yield Statement(answer.id, v.RESPONDS_TO, one.id, answer.said.evidence, "response-matched", Basis.DERIVED)


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
    replies = {s.subject: s for s in ordered if s.predicate == v.TYPE and s.object == v.RESPONSE and s.evidence}
    kind = {s.subject: s.object for s in ordered if s.subject in replies and s.predicate == v.RESPONSE_KIND and isinstance(s.object, str)}
    for s in ordered:
        one = told.get(s.subject)
        if s.subject in replies and s.predicate == v.RESPONDS_TO and s.object in told:
            told[str(s.object)].answers.append(_Answer(s.subject, kind.get(s.subject, ""), replies[s.subject]))
        if one is None:
            continue
        value = s.object.value if isinstance(s.object, Literal) else s.object
        if s.predicate in (v.MADE_BY, v.MADE_BY_PRINTED):
            one.makers.add(value.casefold())
        elif s.predicate == v.NUMBER:
            one.number = value
        elif s.predicate == v.TEXT:
            one.words = frozenset(re.findall(r"\w+", value.casefold())) - {"that", "the"}
    return tuple(told.values())
