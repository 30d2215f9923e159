"""The still picture of a map: a scene and its positions go in, lines, dots and free labels for an inline SVG come out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from graph_builder.maps import text
from graph_builder.maps.layout import LETTER, LINE_HEIGHT, Placed, Region, size
from graph_builder.maps.scene import Scene

WIDTH: Final = 1100  # of the picture on a page, in pixels at which its letters are 12 high
MOST_LABELS: Final = 200
CELL: Final = 80
NEVER_LEFT_OUT: Final = frozenset({"council", "body", "topic", "group"})


@dataclass(frozen=True, slots=True)
class Label:
    """Lines of words with the middle of their upper edge."""

    x: float
    y: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Still:
    """What the SVG shows: its box, the height of its letters, lines from dot to dot, corners of dots by kind, and labels."""

    box: tuple[int, int, int, int]
    letter: float
    regions: tuple[Region, ...]
    lines: tuple[tuple[int, int, int, int], ...]
    dots: tuple[tuple[str, int, int, int], ...]
    labels: tuple[Label, ...]


def still(scene: Scene, placed: Placed) -> Still:
    """The picture before anything is opened; a label is left out where it would cover another or a dot."""
    boxes = [(region.left, region.top, region.right, region.bottom) for region in placed.regions] or [(0, 0, 100, 100)]
    box = (min(one[0] for one in boxes), min(one[1] for one in boxes), max(one[2] for one in boxes), max(one[3] for one in boxes))
    unit = max((box[2] - box[0]) / WIDTH, 0.6)
    drawn = [line for line in scene.lines if line.meeting is None]
    ends = Counter(end for line in drawn for end in (line.source, line.target))
    shown = [index for index in range(len(scene.dots)) if ends[index] or not any(index in (line.source, line.target) for line in scene.lines)]
    order = sorted(shown, key=lambda index: (scene.dots[index].kind not in NEVER_LEFT_OUT, -ends[index], index))
    return Still(
        box=box,
        letter=12 * unit,
        regions=placed.regions,
        lines=tuple(sorted({(*placed.positions[line.source], *placed.positions[line.target]) for line in drawn})),
        dots=tuple((scene.dots[index].kind, *placed.positions[index], size(scene.dots[index].kind)) for index in shown),
        labels=tuple(_labels(scene, placed, order, unit)),
    )


def _labels(scene: Scene, placed: Placed, order: Sequence[int], unit: float) -> Iterator[Label]:
    free = _Free(CELL * unit)
    for region in placed.regions:
        free.take((region.left, region.top, region.left + 9 * unit * len(region.name) + 20, region.top + 30 * unit), -1)
    for index in order:
        (x, y), reach = placed.positions[index], size(scene.dots[index].kind)
        free.take((x - reach, y - reach, x + reach, y + reach), index)
    for index in order[:MOST_LABELS]:
        dot = scene.dots[index]
        lines = tuple(text.label(dot.short or dot.label).split("\n"))
        half, high = LETTER * unit * max(map(len, lines)) / 2, LINE_HEIGHT * unit * len(lines)
        (x, y), reach = placed.positions[index], size(dot.kind) + round(2 * unit)
        for left, top in ((x, y + reach), (x, y - reach - high), (x + reach + half, y - high / 2), (x - reach - half, y - high / 2)):
            box = (left - half, top, left + half, top + high)
            if free.holds(box, index) and _stays(box, (x, y), placed.regions):
                free.take(box, -2)
                yield Label(round(left, 1), round(top, 1), lines)
                break


def _stays(box: tuple[float, float, float, float], dot: tuple[int, int], regions: Sequence[Region]) -> bool:
    """Whether a label is in the region of its dot, so that nobody reads it as another council's."""
    home = next((one for one in regions if one.left <= dot[0] <= one.right and one.top <= dot[1] <= one.bottom), None)
    return home is None or (box[0] >= home.left and box[1] >= home.top and box[2] <= home.right and box[3] <= home.bottom)


class _Free:
    """Which parts of a picture are free, by a grid, so that each box is compared with few."""

    def __init__(self, cell: float) -> None:
        self.cell, self.taken = cell, dict[tuple[int, int], list[tuple[tuple[float, float, float, float], int]]]()

    def _cells(self, box: tuple[float, float, float, float]) -> Iterator[tuple[int, int]]:
        left, top, right, bottom = (int(side // self.cell) for side in box)
        return ((x, y) for x in range(left, right + 1) for y in range(top, bottom + 1))

    def take(self, box: tuple[float, float, float, float], owner: int) -> None:
        for cell in self._cells(box):
            self.taken.setdefault(cell, []).append((box, owner))

    def holds(self, box: tuple[float, float, float, float], owner: int) -> bool:
        near = (other for cell in self._cells(box) for other, whose in self.taken.get(cell, ()) if whose != owner)
        return not any(box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3] for other in near)
