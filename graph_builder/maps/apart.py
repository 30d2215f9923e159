"""Boxes that must not cover one another: their middles and sizes go in, middles that are far enough apart come out."""

from __future__ import annotations

from typing import Any, Final

import numpy

TURNS: Final = 240  # at most so many rounds of pushing
FRESH: Final = 5  # every so many of them the neighbours are looked up anew
STEP: Final = 12.0  # and a box moves no farther in one


def apart(points: Any, boxes: Any) -> Any:
    """The middles pushed apart, each pair along the shorter way out, until no two boxes touch or the turns are used up; all arrays of (x, y)."""
    points = points + numpy.arange(len(points))[:, None] * 1e-6  # two dots on one spot need a direction
    first = second = numpy.zeros(0, dtype=int)
    for turn in range(TURNS):
        if turn % FRESH == 0:
            first, second = _neighbours(points, boxes)
        away = points[first] - points[second]
        reach = (boxes[first] + boxes[second]) / 2
        over = reach - numpy.abs(away)
        over[~(over > 0).all(axis=1)] = 0
        if not over.any():
            if turn % FRESH == 0:
                break
            continue
        share = over / reach  # by shares, or wide boxes would all go up and down and stand in columns
        shorter = over * (share == share.min(axis=1, keepdims=True)) * numpy.sign(away) / 2
        push = numpy.stack([_sums(first, shorter[:, axis], len(points)) - _sums(second, shorter[:, axis], len(points)) for axis in (0, 1)], axis=1)
        points = points + numpy.clip(0.6 * push, -STEP, STEP)
    return points


def _sums(places: Any, values: Any, count: int) -> Any:
    return numpy.bincount(places, weights=values, minlength=count)


def _neighbours(points: Any, boxes: Any) -> tuple[Any, Any]:
    """All pairs that could touch before the next look, found by a sweep from left to right."""
    order = numpy.argsort(points[:, 0], kind="stable")
    x, y = points[order].T
    wide, high = boxes[order].T
    slack = 2 * STEP * FRESH
    pairs = []
    for step in range(1, len(points)):
        apart = x[step:] - x[:-step]
        if (apart > wide.max() + slack).all():
            break
        close = (apart < (wide[step:] + wide[:-step]) / 2 + slack) & (numpy.abs(y[step:] - y[:-step]) < (high[step:] + high[:-step]) / 2 + slack)
        found = numpy.nonzero(close)[0]
        pairs.append((order[found], order[found + step]))
    empty = numpy.zeros(0, dtype=int)
    return (numpy.concatenate([one for one, _ in pairs]), numpy.concatenate([other for _, other in pairs])) if pairs else (empty, empty)
