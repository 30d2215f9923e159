"""Series and lines in, the numbers of two small drawings out: a chart of a measure, and a strip of what each council's papers tell when."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from graph_builder.trace.corpus import values
from graph_builder.trace.thread import Line, Series
from graph_builder.trace.times import Days, span

WIDTH: Final = 640
HEIGHT: Final = 230
LEFT, RIGHT, TOP, BOTTOM = 46, 24, 26, 30
ROW: Final = 44
"""How high the strip of one council is."""
LONGEST_DOT: Final = 31
"""How many days a date may leave open for its dot in the strip."""
WHISKER: Final = 12
"""How wide, at least, a period must be in the chart to be drawn as more than a point."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A point of a drawing: where, how it is labelled, how far its period reaches, and its kind."""

    x: float
    y: float
    label: str
    title: str
    start: float
    end: float
    kind: str
    size: float = 4.5


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A line chart: its points, the polyline through them, and the ticks of both axes."""

    dots: tuple[Dot, ...]
    path: str
    years: tuple[Tick, ...]
    steps: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """What is told of which day: a row of dots for each council, and the ticks of the years."""

    rows: tuple[tuple[str, float, tuple[Dot, ...]], ...]
    years: tuple[Tick, ...]
    height: int


def chart(series: Series) -> Chart | None:
    """The drawing of a series; None where fewer than two of its points have dates that can be drawn."""
    known = [(point, days) for point in series.points for days in [span(point.date)] if days is not None and point.amount is not None]
    if len({days for _, days in known}) < 2:
        return None
    scale = _Scale([days for _, days in known])
    top, steps = _steps([point.amount for point, _ in known if point.amount is not None])
    bottom = min(steps)
    dots = []
    for point, days in known:
        assert point.amount is not None
        y = TOP + (HEIGHT - TOP - BOTTOM) * (1 - (point.amount - bottom) / (top - bottom))
        title = f"{point.date}: {point.value}, {point.words}"
        dots.append(_dot(scale, days, y=y, label=point.value, title=title, kind=point.kind or "actual"))
    dots.sort(key=lambda dot: (dot.x, dot.y))
    marks = tuple(Tick(TOP + (HEIGHT - TOP - BOTTOM) * (1 - (step - bottom) / (top - bottom)), f"{step:g}") for step in steps)
    return Chart(tuple(dots), " ".join(f"{dot.x:.1f},{dot.y:.1f}" for dot in dots), tuple(scale.years()), marks)


def strip(lines: Iterable[Line], councils: Sequence[str]) -> Strip | None:
    """The drawing of a thread's days; None where no line has a date."""
    dated = [(line, days) for line in lines for days in [span(line.date)] if days is not None]
    found = [(line, days) for line, days in dated if (days.last - days.first).days <= LONGEST_DOT]
    if not found:
        return None
    scale = _Scale([days for _, days in found])
    rows = []
    for number, council in enumerate(councils):
        told = Counter((days, line.date) for line, days in found if council in values(line.council))
        y = 16.0 + ROW * number + ROW / 2
        dots = (
            _dot(scale, days, y=y, label=str(count), title=f"{when}: {count}", kind="day", size=min(16.0, 3.0 + 2.0 * math.sqrt(count)))
            for (days, when), count in sorted(told.items())
        )
        rows.append((council, y, tuple(dots)))
    return Strip(tuple(rows), tuple(scale.years()), 16 + ROW * len(councils) + 22)


def _dot(scale: _Scale, days: Days, *, y: float, label: str, title: str, kind: str, size: float = 4.5) -> Dot:
    start, end = scale.at(days.first), scale.at(days.last)
    wide = end - start >= WHISKER
    return Dot((start + end) / 2, y, label, title, start if wide else 0, end if wide else 0, kind, size)


class _Scale:
    """Where a day stands from left to right."""

    def __init__(self, days: Sequence[Days]) -> None:
        self._first = min(one.first for one in days).toordinal()
        self._last = max(one.last for one in days).toordinal()

    def at(self, day: date) -> float:
        """The place of a day."""
        return LEFT + (WIDTH - LEFT - RIGHT) * (day.toordinal() - self._first) / max(1, self._last - self._first)

    def years(self) -> Iterator[Tick]:
        """A tick for each first of January within, or one for the only year; at most twelve."""
        first, last = date.fromordinal(self._first).year, date.fromordinal(self._last).year
        step = max(1, math.ceil((last - first) / 12))
        for year in range(first + 1, last + 1, step):
            yield Tick(self.at(date(year, 1, 1)), str(year))
        if first == last:
            yield Tick(LEFT, str(first))


def _steps(amounts: Sequence[float]) -> tuple[float, list[float]]:
    """Round numbers from at most the least value (nothing, where none is below it) to at least the greatest, and the last of them."""
    low, high = min(0.0, *amounts), max(0.0, *amounts)
    rough = (high - low) / 4 or 1.0
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor >= rough)
    count = math.ceil(high / step) - math.floor(low / step)
    steps = [step * (math.floor(low / step) + number) for number in range(max(1, count) + 1)]
    return steps[-1], steps
