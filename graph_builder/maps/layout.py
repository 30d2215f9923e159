"""Where the dots stand: a scene goes in, whole-number positions and one named region a council come out, the same on every run."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy
import rustworkx

from graph_builder.maps import text
from graph_builder.maps.scene import Scene

SEED: Final = 7
SHARED: Final = "Across councils"
SIZES: Final = {"council": 26, "body": 18, "organisation": 11, "meeting": 8, "person": 10, "post": 9, "group": 22}
LETTER, LINE_HEIGHT = 6.4, 15  # of a label at 12 px, measured in Chromium with the system's sans-serif
WIDEST: Final = 100  # what a label keeps free at most: the page itself leaves out labels that would cover others
HUBS: Final = frozenset({"council", "body", "group"})
HUB: Final = 1.3  # their labels are larger and always written
GAP: Final = 12
MARGIN: Final = 60
HEADING: Final = 30
ROW: Final = 3  # so many regions stand side by side, and each is the taller for it
SQUEEZE: Final = 0.7  # boxes are wider than high and spread to the sides when they are pushed apart
TURNS: Final = 240  # at most so many rounds of pushing
FRESH: Final = 5  # every so many of them the neighbours are looked up anew
STEP: Final = 12.0  # and a dot moves no farther in one
SHAPE: Final = 1.1  # width to height of the picture on a screen, beside filters and facts


@dataclass(frozen=True, slots=True)
class Region:
    """The part of the picture that belongs to one council, or is shared."""

    name: str
    left: int
    top: int
    right: int
    bottom: int
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """Positions of the dots, in their order, and the regions around them."""

    positions: tuple[tuple[int, int], ...]
    regions: tuple[Region, ...]


def size(kind: str) -> int:
    """The radius of a dot of a kind."""
    return SIZES.get(kind, 10)


def place(scene: Scene) -> Placed:
    """A position for each dot: a seeded spring layout for each council, pushed apart until labels are free, councils side by side."""
    homes = _homes(scene)
    members: defaultdict[str, list[int]] = defaultdict(list)
    for index, home in enumerate(homes):
        members[home].append(index)
    shapes = _shapes(scene, members)
    parts = {home: _cluster(scene, indices, shapes[home]) for home, indices in members.items()}
    sizes = {home: (part[:, 0].max() - part[:, 0].min(), part[:, 1].max() - part[:, 1].min()) for home, part in parts.items()}
    corners = _shelves({home: (max(wide, 9.5 * len(home or SHARED) - MARGIN), high) for home, (wide, high) in sizes.items()})
    positions = [(0, 0)] * len(homes)
    regions = []
    for home in sorted(parts):
        moved = numpy.rint(parts[home] - parts[home].min(axis=0) + corners[home]).astype(int)
        for index, (x, y) in zip(members[home], moved.tolist(), strict=True):
            positions[index] = (x, y)
        (left, top), (right, bottom) = moved.min(axis=0).tolist(), moved.max(axis=0).tolist()
        right = max(right, left + round(9.5 * len(home or SHARED)) - MARGIN)
        regions.append(Region(home or SHARED, left - MARGIN, top - MARGIN - HEADING, right + MARGIN, bottom + MARGIN, not home))
    return Placed(tuple(positions), tuple(regions))


def _homes(scene: Scene) -> list[str]:
    """The council in whose region each dot stands: its own, else that of all its neighbours, else none."""
    homes = [dot.council for dot in scene.dots]
    around: defaultdict[int, set[str]] = defaultdict(set)
    for line in scene.lines:
        for here, there in ((line.source, line.target), (line.target, line.source)):
            around[here].add(scene.dots[there].council)
    for index, home in enumerate(homes):
        councils = around[index] - {""}
        if not home and len(councils) == 1:
            homes[index] = councils.pop()
    return homes


def _shapes(scene: Scene, members: Mapping[str, Sequence[int]]) -> dict[str, float]:
    """Width to height of each region: few regions in a row share its width by their size and are equally high, many are alike."""
    if len(members) > ROW:
        return dict.fromkeys(members, 1.0)
    areas = {home: sum(wide * high for wide, high in (_box(scene, index) for index in indices)) for home, indices in members.items()}
    return {home: min(max(SHAPE * area / sum(areas.values()), 0.4), SHAPE) for home, area in areas.items()}


def _cluster(scene: Scene, indices: Sequence[int], shape: float) -> Any:
    """Positions of one region's dots as an array of (x, y), no two boxes of dot and label over one another."""
    place_of = {index: number for number, index in enumerate(indices)}
    graph = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from(list(indices))
    shown = [line for line in scene.lines if line.meeting is None and line.source in place_of and line.target in place_of]
    graph.add_edges_from([(place_of[line.source], place_of[line.target], 1.0) for line in shown])
    found = rustworkx.spring_layout(graph, seed=SEED, num_iter=120, k=2.2 / math.sqrt(max(len(indices), 1)), scale=1)
    points = numpy.array([found[number] for number in range(len(indices))], dtype=float).reshape(-1, 2)
    boxes = numpy.array([_box(scene, index) for index in indices], dtype=float)
    room = math.sqrt(float(boxes.prod(axis=1).sum())) * 0.55
    below = numpy.array([[0.0, _label_height(scene, index) / 2] for index in indices])  # a box's middle is under its dot
    shape *= SQUEEZE
    return _apart(points * room * numpy.array([shape**0.5, shape**-0.5]) + below, boxes) - below


def _box(scene: Scene, index: int) -> tuple[float, float]:
    dot = scene.dots[index]
    lines = text.label(dot.short or dot.label).split("\n")
    wide = LETTER * max(map(len, lines))
    wide = wide * HUB if dot.kind in HUBS else min(wide, WIDEST)
    return (max(2 * size(dot.kind), wide) + GAP, 2 * size(dot.kind) + _label_height(scene, index) + GAP)


def _label_height(scene: Scene, index: int) -> int:
    return LINE_HEIGHT * len(text.label(scene.dots[index].short or scene.dots[index].label).split("\n"))


def _apart(points: Any, boxes: Any) -> Any:
    """The points pushed apart, along the shorter way out, until no two boxes touch or the time is up."""
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


def _shelves(sizes: Mapping[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """The upper left corner of each region, in the number of rows that suits a screen best; the shared one in the middle."""
    names = sorted(name for name in sizes if name)
    if "" in sizes:
        names.insert(len(names) // 2, "")
    full = {name: (wide + 2.4 * MARGIN, high + 2.4 * MARGIN + HEADING) for name, (wide, high) in sizes.items()}
    tries = [_rows(names, full, count) for count in range(1, min(len(names), 40) + 1)]
    return min(tries, key=lambda corners: _misfit(corners, full)) if tries else {}


def _rows(names: Sequence[str], full: Mapping[str, tuple[float, float]], count: int) -> dict[str, tuple[float, float]]:
    width = sum(full[name][0] for name in names) / count
    corners, x, y, row = {}, 0.0, 0.0, 0.0
    for name in names:
        wide, high = full[name]
        if x and x + wide / 2 > width:
            x, y, row = 0.0, y + row, 0.0
        corners[name] = (x, y)
        x, row = x + wide, max(row, high)
    return corners


def _misfit(corners: Mapping[str, tuple[float, float]], full: Mapping[str, tuple[float, float]]) -> float:
    """How far a screen must be zoomed out to show all: the smaller, the larger the picture."""
    width = max(x + full[name][0] for name, (x, _) in corners.items())
    height = max(y + full[name][1] for name, (_, y) in corners.items())
    return max(width / SHAPE, height)
