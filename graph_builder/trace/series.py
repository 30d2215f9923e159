"""The measures of a thread in, series of values out: one indicator under all the words that papers have for it, each point with its quote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from graph_builder import lexicon
from graph_builder.language import topic_scheme
from graph_builder.trace.corpus import Corpus, Row
from graph_builder.trace.thread import Line, Point, Series
from graph_builder.trace.times import first_day

_DRAWN: Final = frozenset(("", "actual", "baseline"))
"""Kinds of values that stand in one line: what was. What should be (target, tolerance) is told in the thread."""
_WORD: Final = re.compile(r"[^\W_]+|%")


@dataclass(frozen=True, slots=True)
class _Words:
    nothing: frozenset[str]
    same: Mapping[str, str]
    limits: Mapping[str, tuple[str, re.Pattern[str]]]


def series(corpus: Corpus, lines: Iterable[Line]) -> tuple[Series, ...]:
    """Each measure that has values on two days or more, sorted by council and indicator, its points in order of time."""
    rows = {row["claim"]: row for row in corpus.rows("measures")}
    groups: dict[tuple[object, ...], list[Point]] = {}
    for line in lines:
        row = rows.get(line.claim) if line.what == "measure" else None
        if row is not None and row.get("kind", "") in _DRAWN and _amount(row) is not None:
            key = (line.council, row.get("series") or measured(row["indicator"]), row.get("unit", ""))
            groups.setdefault(key, []).append(_point(row, line))
    found = (_series(key[0], key[2], points) for key, points in groups.items())
    return tuple(sorted((one for one in found if one is not None), key=lambda one: (one.council, one.indicator, one.unit)))


def measured(indicator: str) -> frozenset[str]:
    """What an indicator measures, as the set of words that tell: two names with the same set are names of one measure."""
    words = _words()
    topics = topic_scheme.find(indicator)
    rest = indicator
    for named in reversed(topics):
        rest = f"{rest[: named.start]} {rest[named.end :]}"
    found = {named.topic for named in topics}
    for topic in sorted(found & words.limits.keys()):
        limit, pattern = words.limits[topic]
        if pattern.search(rest):
            rest, found = pattern.sub(" ", rest), found | {limit}
    told = (word.casefold() for word in _WORD.findall(rest))
    return frozenset(found | {words.same.get(word, word) for word in told if word not in words.nothing})


@cache
def _words() -> _Words:
    content = lexicon.load("series")
    same = {word: group[0] for group in content["same"] for word in group}
    limits = {}
    for topic, told in content["limits"].items():
        longest = sorted(told["says"], key=lambda phrase: (-len(phrase), phrase))
        phrases = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in longest)
        limits[topic] = told["limit"], re.compile(rf"(?<!\w)(?:{phrases})(?!\w)", re.IGNORECASE)
    return _Words(frozenset(content["nothing"]), same, limits)


def _amount(row: Row) -> float | None:
    try:
        return float(row.get("amount", ""))
    except ValueError:
        return None


def _point(row: Row, line: Line) -> Point:
    return Point(line.date, row.get("value", ""), _amount(row), row.get("kind", ""), row["indicator"], line)


def _series(council: object, unit: object, points: Sequence[Point]) -> Series | None:
    """The series of these points; a value that several papers tell of one day is one point."""
    ordered = sorted(points, key=lambda point: (first_day(point.date), point.date, point.value, point.words))
    kept = {(point.date, point.amount): point for point in reversed(ordered)}
    ordered = sorted(kept.values(), key=lambda point: (first_day(point.date), point.date, point.value, point.words))
    if len({point.date for point in ordered}) < 2:
        return None
    names = sorted({point.words for point in ordered}, key=lambda name: (-len(name), name))
    return Series(names[0], str(council), str(unit), tuple(ordered))
