"""The measures of a thread in, series of values out: one indicator under all the words that papers have for it, each point with its quote."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from graph_builder.trace.corpus import Corpus, Row
from graph_builder.trace.measured import definitions, measured, sort_of
from graph_builder.trace.thread import Line, Point, Series
from graph_builder.trace.times import first_day

_DRAWN: Final = frozenset(("", "actual", "baseline"))
"""Kinds of values that stand in one line: what was. What should be (target, tolerance) is told in the thread."""


def series(corpus: Corpus, lines: Iterable[Line]) -> tuple[Series, ...]:
    """Each measure that has values on two days or more, sorted by council and indicator, its points in order of time."""
    rows = {row["claim"]: row for row in corpus.rows("measures")}
    told: dict[str, list[str]] = {}
    for measure in rows.values():
        told.setdefault(measure["council"], []).extend((measure["indicator"], measure["quote"]))
    defined = {council: definitions(texts) for council, texts in told.items()}
    groups: dict[tuple[object, ...], list[Point]] = {}
    for line in lines:
        row = rows.get(line.claim) if line.what == "measure" else None
        if row is not None and row.get("kind", "") in _DRAWN and _amount(row) is not None:
            unit = row.get("unit", "")
            what = row.get("series") or measured(row["indicator"], unit=unit, defined=defined.get(row["council"], {}))
            groups.setdefault((line.council, what, unit, unit or sort_of(row["indicator"])), []).append(_point(row, line))
    found = (_series(key[0], key[2], points) for key, points in groups.items())
    return tuple(sorted((one for one in found if one is not None), key=lambda one: (one.council, one.indicator, one.unit)))


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
