"""Recommendations that one paper makes and another answers: the statements of a corpus go in, the answers come out as statements about the first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from graph_builder import vocabulary as v
from graph_builder.model import Basis, Id, Literal, Statement

LEAST_WORDS: Final = 7
"""So many words a recommendation must have to be known by them alone."""
LEAST_SHARE: Final = 0.9
"""And so great a part of them, of both texts together, must be the same."""
_PLAIN_ANSWERS: Final = frozenset(("responsekind:accepted", "responsekind:part", "responsekind:rejected", "responsekind:noted"))
_BY_NUMBER: Final = frozenset(("recommendation-answered", "recommendation-table"))
"""The rules of what answers recommendations by their numbers."""
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_GENERAL: Final = frozenset(
    "task and finish group groups working party review panel committee scrutiny report the sub steering reference board members member of".split()
)
_FOR_ONE_MATTER: Final = re.compile(r"\b(?:task|finish|working\s+(?:group|party)|review|inquiry|commission)\b")
_ALL: Final = re.compile(r"\b(?:the|all|all\s+of\s+the|these|those|its|their|\d+|[a-z]+)\s+recommendations\b", re.IGNORECASE)
_SOME: Final = re.compile(
    r"\brecommendations?\s+\d|\b(?:some|most|two|three|four|five|six|several|other|remaining)\s+(?:of\s+the\s+)?recommendations\b", re.IGNORECASE
)


@dataclass(slots=True)
class _Told:
    """A recommendation as one paper tells it."""

    id: Id
    paper: Id
    rule: str
    makers: set[str] = field(default_factory=set)
    number: str = ""
    text: str = ""
    day: str = ""
    words: frozenset[str] = frozenset()
    answers: list[_Answer] = field(default_factory=list)

    @property
    def numbers(self) -> tuple[str, ...]:
        """Its number, or those of the recommendations that one sentence answers: "1, 2"."""
        return tuple(number for number in self.number.split(", ") if number)

    @property
    def scope(self) -> str:
        """The council, or the paper, that a maker who is only printed belongs to."""
        return self.id.split("/")[1] if self.id.count("/") else ""


@dataclass(slots=True)
class _Answer:
    """A response: its id, its kind, and the statement that it is one."""

    id: Id
    kind: Id
    said: Statement


def responses(statements: Iterable[Statement]) -> Iterator[Statement]:
    """That a response answers a recommendation of another paper: by its maker and number, by its words, or with all of a group's recommendations.

    Where two papers answer differently both answers are said; where two recommendations could be meant, nothing is.
    """
    told = _gathered(statements)
    index = _Index(told)
    for one in (one for one in told if not one.answers):
        found = [other for other in index.candidates(one) if other.paper != one.paper and not (one.day and other.day and other.day < one.day)]
        answers = sorted((answer for other in found for answer in other.answers), key=lambda answer: (answer.kind, answer.id))
        first = {answer.kind: answer for answer in reversed(answers)}
        for answer in first.values():
            yield Statement(answer.id, v.RESPONDS_TO, one.id, answer.said.evidence, "response-matched", Basis.DERIVED)


class _Index:
    """What may answer a recommendation, found by its number, its words or its maker."""

    def __init__(self, told: Sequence[_Told]) -> None:
        self.open: dict[str, list[_Told]] = defaultdict(list)
        self.numbered: dict[str, list[_Told]] = defaultdict(list)
        self.worded: dict[str, list[_Told]] = defaultdict(list)
        self.whole: dict[str, list[_Told]] = defaultdict(list)
        for one in told:
            if not one.answers:
                self.open[one.number].append(one)
                continue
            plain = any(answer.kind in _PLAIN_ANSWERS for answer in one.answers)
            for number in one.numbers if plain or one.rule in _BY_NUMBER else ():
                self.numbered[number].append(one)
            if plain and not one.number and one.rule == "recommendation-answered" and _ALL.search(one.text) and not _SOME.search(one.text):
                for maker in one.makers:
                    self.whole[maker].append(one)
            for word in one.words if len(one.words) >= LEAST_WORDS else ():
                self.worded[word].append(one)

    def candidates(self, one: _Told) -> list[_Told]:
        """The answered recommendations that may be this one, each once."""
        rivals = any(other.paper != one.paper and _same_number(one, other) for other in self.open[one.number]) if one.number else True
        found = [] if rivals else [other for other in self.numbered[one.number] if _same_number(one, other)]
        # two texts that share so much share one of any few words
        few = sorted(one.words)[: int(len(one.words) * (1 - LEAST_SHARE)) + 1] if len(one.words) >= LEAST_WORDS else []
        found += [other for word in few for other in self.worded[word] if _same_words(one, other)]
        found += [other for maker in one.makers if _FOR_ONE_MATTER.search(maker.replace("-", " ")) for other in self.whole[maker]]
        return list({other.id: other for other in found}.values())


def _same_number(one: _Told, other: _Told) -> bool:
    return one.number in other.numbers and bool(one.makers & other.makers)


def _same_words(one: _Told, other: _Told) -> bool:
    if min(len(one.words), len(other.words)) < LEAST_WORDS or (one.makers and other.makers and not one.makers & other.makers):
        return False
    return len(one.words & other.words) >= LEAST_SHARE * len(one.words | other.words)


def _gathered(statements: Iterable[Statement]) -> Sequence[_Told]:
    """The recommendations, in the order of their ids."""
    ordered = sorted(statements, key=Statement.key)
    kinds = [s for s in ordered if s.predicate == v.TYPE and s.object == v.RECOMMENDATION and s.evidence]
    told = {s.subject: _Told(s.subject, s.evidence[0].document, s.rule) for s in kinds}
    replies = {s.subject: s for s in ordered if s.predicate == v.TYPE and s.object == v.RESPONSE and s.evidence}
    kind = {s.subject: s.object for s in ordered if s.subject in replies and s.predicate == v.RESPONSE_KIND and isinstance(s.object, str)}
    for s in ordered:
        if s.subject in replies and s.predicate == v.RESPONDS_TO and s.object in told:
            told[str(s.object)].answers.append(_Answer(s.subject, kind.get(s.subject, ""), replies[s.subject]))
        if s.subject in told:
            _learn(told[s.subject], s)
    return tuple(told.values())


def _learn(one: _Told, s: Statement) -> None:
    """What a statement says of a recommendation; whoever is only called "the group" is nobody that another paper could name."""
    value = s.object.value if isinstance(s.object, Literal) else s.object
    if s.predicate in (v.MADE_BY, v.MADE_BY_PRINTED):
        name = value.casefold().rpartition("/")[2]
        if set(re.findall(r"[a-z]+", name)) - _GENERAL:
            one.makers.add(value.casefold() if s.predicate == v.MADE_BY else f"{one.scope}: {value.casefold()}")
    elif s.predicate == v.NUMBER:
        one.number = value
    elif s.predicate == v.TEXT:
        one.text = value
        one.words = frozenset(re.findall(r"\w+", value.casefold())) - {"that", "the"}
    elif s.predicate in (v.AT_MEETING, v.EARLIEST):
        days = _DAY.findall(value)
        one.day = days[-1] if days else one.day
