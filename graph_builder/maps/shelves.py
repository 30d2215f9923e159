"""Where regions stand: the size of each goes in, cells that fill a picture of one shape without a gap come out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

MARGIN: Final = 60  # between the dots of a region and its edge, for their labels
HEADING: Final = 30
BETWEEN: Final = 24
MOST_ROWS: Final = 40
LEAST: Final = 0.27  # of the picture's width for each of few regions in a row, so that labels fit into it
LEAST_SHARED: Final = 0.15
STRETCH: Final = 2.2  # how far dots are drawn apart at most to fill their cell
WIDE: Final = 1.3  # width to height of the picture on a screen, beside filters and facts
TALL: Final = 0.62  # and on a telephone


@dataclass(frozen=True, slots=True)
class Cell:
    """One region's part of the picture."""

    left: float
    top: float
    wide: float
    high: float

    def box(self) -> tuple[int, int, int, int]:
        """Left, top, right, bottom."""
        return (round(self.left), round(self.top), round(self.left + self.wide), round(self.top + self.high))

    def inside(self, points: Any) -> Any:
        """An array of (x, y) moved into the cell and drawn apart to fill it, in its middle where that is not enough."""
        low, high = points.min(axis=0), points.max(axis=0)
        room = (self.wide - 2 * MARGIN, self.high - 2 * MARGIN - HEADING)
        factors = [min(free / extent, STRETCH) if extent > 1 else 1.0 for free, extent in zip(room, (high - low).tolist(), strict=True)]
        middle = (self.left + self.wide / 2, self.top + (self.high + HEADING) / 2)
        return (points - (low + high) / 2) * factors + middle


def fill(sizes: Mapping[str, tuple[float, float]], shape: float) -> dict[str, Cell]:
    """A cell for each region, by its name, in the number of rows that suits the shape best; the shared one, without a name, in the middle."""
    names = sorted(name for name in sizes if name)
    if "" in sizes:
        names.insert(len(names) // 2, "")
    full = {name: (wide + 2 * MARGIN, high + 2 * MARGIN + HEADING) for name, (wide, high) in sizes.items()}
    tries = [_rows(names, full, count) for count in range(1, min(len(names), MOST_ROWS) + 1)]
    return _cells(min(tries, key=lambda rows: _misfit(rows, full, shape)), full, shape) if tries else {}


def _rows(names: Sequence[str], full: Mapping[str, tuple[float, float]], count: int) -> list[list[str]]:
    width = sum(full[name][0] for name in names) / count
    rows: list[list[str]] = [[]]
    taken = 0.0
    for name in names:
        if taken and taken + full[name][0] / 2 > width:
            rows.append([])
            taken = 0.0
        rows[-1].append(name)
        taken += full[name][0]
    return rows


def _extent(rows: Sequence[Sequence[str]], full: Mapping[str, tuple[float, float]]) -> tuple[float, float]:
    width = max(sum(full[name][0] + BETWEEN for name in row) for row in rows)
    return (width, sum(max(full[name][1] for name in row) + BETWEEN for row in rows))


def _misfit(rows: Sequence[Sequence[str]], full: Mapping[str, tuple[float, float]], shape: float) -> float:
    """How far a screen must be zoomed out to show all: the smaller, the larger the picture."""
    width, height = _extent(rows, full)
    return max(width / shape, height)


def _cells(rows: Sequence[Sequence[str]], full: Mapping[str, tuple[float, float]], shape: float) -> dict[str, Cell]:
    """The rows drawn to one width and the picture to its shape, without a gap at their ends."""
    width, height = _extent(rows, full)
    across, down = max(width, height * shape), max(height, width / shape) / height
    widths = [_shared_out(across - BETWEEN * len(row), {name: full[name][0] for name in row}) for row in rows]
    larger = max(1.0, *(full[name][0] / wide for row in widths for name, wide in row.items()))  # none may lose room to a narrow neighbour
    cells, top = {}, 0.0
    for row in widths:
        high = ((max(full[name][1] for name in row) + BETWEEN) * down - BETWEEN) * larger
        left = 0.0
        for name in row:
            cells[name] = Cell(left, top, row[name] * larger, high)
            left += row[name] * larger + BETWEEN
        top += high + BETWEEN
    return cells


def _shared_out(free: float, wanted: Mapping[str, float]) -> dict[str, float]:
    """The width of each region of a row: by what it wants, but none so narrow that it could not hold a label."""
    least = {name: min(LEAST if name else LEAST_SHARED, 0.8 / len(wanted)) * free for name in wanted}
    narrow = {name for name, width in wanted.items() if width * free / sum(wanted.values()) < least[name]}
    rest = free - sum(least[name] for name in narrow)
    others = sum(width for name, width in wanted.items() if name not in narrow)
    return {name: least[name] if name in narrow else width * rest / others for name, width in wanted.items()}
