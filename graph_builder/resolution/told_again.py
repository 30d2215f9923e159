"""Decisions that a paper of another meeting reports go in; where one decision of the body's own meeting is meant, one decision comes out, with both quotes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from typing import Final

from graph_builder import lexicon
from graph_builder import vocabulary as v
from graph_builder.language.dates import MONTHS
from graph_builder.model import Id, Literal, Statement

_READ: Final = frozenset((v.TYPE, v.TEXT, v.OUTCOME, v.DECIDED_BY, v.AT_MEETING, v.ABOUT_ITEM, v.ITEM_OF, v.HELD_BY, v.EARLIEST, v.LATEST))
_RULE: Final = "reported-decision"
_FEWEST: Final = 2
"""So many words that tell something a report must have whose day is told."""
_FEWEST_UNDATED: Final = 4
"""And so many without the day."""
_LEAST_SHARE: Final = 0.6
"""So great a part of the decision's words, but for its numbers and months, the report must repeat."""
_LONGEST: Final = timedelta(days=366)
"""A decision whose day is not told was made within a year before its report."""
_WORD: Final = re.compile(r"£?\d[\d,./:]*\d%?|£?\d%?|[^\W\d_]+(?:['’]t\b)?")


@dataclass(frozen=True, slots=True)
class _Told:
    """A decision as one paper tells it: its id, whose it is, its words that tell something, whether it went through, its first and last possible day."""

    id: Id
    body: str
    words: frozenset[str]
    outcome: str
    days: tuple[date, date] | None


@dataclass(slots=True)
class _Facts:
    """What is said of each thing, by predicate; the decisions that are reported, and those of meetings."""

    said: dict[Id, dict[Id, set[str]]] = field(default_factory=dict)
    reported: set[Id] = field(default_factory=set)
    made: set[Id] = field(default_factory=set)

    def one(self, subject: Id, predicate: Id) -> str:
        """The one value; empty where there is none or several."""
        values = self.said.get(subject, {}).get(predicate, set())
        return min(values) if len(values) == 1 else ""


def one_decision(statements: Collection[Statement]) -> set[Statement]:
    """The statements, in which a decision that another paper reports is that of the meeting, with its quote; that of the meeting keeps its own words.

    Body and day agree, or the day is not told and the meeting is of the year before; all words of the report are words of the decision,
    and most of them; neither has a "not" or another outcome that the other lacks. Where two decisions fit, none is taken.
    """
    same = _same(_facts(statements))
    return {one for statement in statements if (one := _rewritten(statement, same)) is not None}


def _rewritten(statement: Statement, same: Mapping[Id, Id]) -> Statement | None:
    """A statement under the id of the meeting's decision; None where it says of the report what the meeting's own paper says better."""
    if statement.subject not in same:
        return statement
    return replace(statement, subject=same[statement.subject]) if statement.predicate == v.TYPE else None


def _facts(statements: Iterable[Statement]) -> _Facts:
    facts = _Facts()
    for s in statements:
        if s.predicate in _READ:
            facts.said.setdefault(s.subject, {}).setdefault(s.predicate, set()).add(s.object.value if isinstance(s.object, Literal) else s.object)
        if s.predicate == v.TYPE and s.object == v.DECISION:
            (facts.reported if s.rule == _RULE else facts.made).add(s.subject)
    facts.reported -= facts.made
    return facts


def _same(facts: _Facts) -> dict[Id, Id]:
    """The decision that each report is of, where there is one and no other."""
    by_body: dict[str, list[_Told]] = {}
    for id_ in sorted(facts.made):
        one = _made(facts, id_)
        by_body.setdefault(one.body, []).append(one)
    same: dict[Id, Id] = {}
    for id_ in sorted(facts.reported):
        told = _reported(facts, id_)
        found = [one for one in by_body.get(told.body, ()) if told.body and _fits(told, one, _day_of_report(facts, id_))]
        if len(found) == 1:
            same[id_] = found[0].id
    return same


def _made(facts: _Facts, id_: Id) -> _Told:
    meeting = facts.one(id_, v.AT_MEETING)
    return _told(facts, id_, body=facts.one(meeting, v.HELD_BY), days=_days(facts, meeting))


def _reported(facts: _Facts, id_: Id) -> _Told:
    return _told(facts, id_, body=facts.one(id_, v.DECIDED_BY), days=_days(facts, id_))


def _told(facts: _Facts, id_: Id, *, body: str, days: tuple[date, date] | None) -> _Told:
    return _Told(id_, body, telling(facts.one(id_, v.TEXT)), _outcome(facts.one(id_, v.OUTCOME)), days)


def _days(facts: _Facts, id_: Id) -> tuple[date, date] | None:
    first, last = facts.one(id_, v.EARLIEST), facts.one(id_, v.LATEST)
    return (date.fromisoformat(first), date.fromisoformat(last)) if first and last else None


def _day_of_report(facts: _Facts, id_: Id) -> date | None:
    """The first day of the meeting whose paper reports a decision: that of its item."""
    item = facts.one(id_, v.ABOUT_ITEM)
    days = _days(facts, facts.one(item, v.ITEM_OF))
    return days[0] if days else None


def _fits(report: _Told, made: _Told, reported_on: date | None) -> bool:
    """Whether a report can be of a decision: the day, the outcome, the words."""
    if made.days is None or report.outcome != made.outcome or not _day_fits(report.days, made.days, reported_on):
        return False
    fewest = _FEWEST if report.days and report.days[0] == report.days[1] else _FEWEST_UNDATED
    return fewest <= len(_own_words(report.words)) and same_words(report.words, made.words)


def _day_fits(told: tuple[date, date] | None, met: tuple[date, date], reported_on: date | None) -> bool:
    if told is not None:
        return told[0] <= met[0] and met[1] <= told[1]
    return reported_on is not None and met[1] < reported_on <= met[0] + _LONGEST


def same_words(report: frozenset[str], made: frozenset[str]) -> bool:
    """Whether all words of a report are among those of a decision, most of these in it, and no word that turns the decision round is left out."""
    counted = _own_words(made)
    return report <= made and len(report & counted) >= _LEAST_SHARE * len(counted) and not (made - report) & _lexicon()[1]


def _own_words(words: frozenset[str]) -> frozenset[str]:
    """Those of some words that name what is decided: sums, but no other numbers, no months, and none that only points to another text."""
    return frozenset(word for word in words if word.startswith("£") or (word.isalpha() and word not in MONTHS)) - _pointing()


def telling(text: str) -> frozenset[str]:
    """The words of a decision that tell something, without their endings: numbers whole, no articles, no "be approved"."""
    little, _ = _lexicon()
    words = (word.rstrip(",./:") for word in _WORD.findall(text.casefold().replace("’", "'")))
    return frozenset(_stem(word) for word in words if word not in little)


@cache
def _lexicon() -> tuple[frozenset[str], frozenset[str]]:
    """The words that tell nothing of a decision, and those that turn it round, without their endings."""
    content = lexicon.load("decisions")["told_again"]
    return frozenset(content["little"]), frozenset(map(_stem, content["turning"]))


@cache
def _pointing() -> frozenset[str]:
    """The words that only point to another text, without their endings."""
    return frozenset(map(_stem, lexicon.load("decisions")["told_again"]["pointing"]))


@cache
def _going_through() -> frozenset[str]:
    return frozenset(lexicon.load("decisions")["told_again"]["through"])


def _outcome(outcome: str) -> str:
    """An outcome; one for all with which a thing goes through."""
    name = outcome.rpartition(":")[2]
    return "through" if name in _going_through() else name


def _stem(word: str) -> str:
    """A word without the ending of its plural or its tense."""
    if not word.isalpha() or len(word) < 4:
        return word
    for ending in _endings(word):
        word = word.removesuffix(ending)
        break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] in "bdgmnprt" else word


def _endings(word: str) -> Iterator[str]:
    """The longest ending that leaves enough of a word."""
    for ending in ("ing", "es", "ed", "s", "e"):
        if word.endswith(ending) and not word.endswith("ss") and len(word) - len(ending) >= 3:
            yield ending
            return
