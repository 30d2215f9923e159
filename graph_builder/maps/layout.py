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
from graph_builder.maps.apart import apart
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
ROOM: Final = 0.55  # half the side of the square that the boxes of a region would fill, to begin with
FAR: Final = 1e6  # between two regions while their dots are pushed apart
SQUEEZE: Final = 0.7  # boxes are wider than high and spread to the sides when they are pushed apart
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
    parts = _parts(scene, homes, members)
    corners = _shelves({home: _extent(home, part) for home, part in parts.items()})
    positions = [(0, 0)] * len(homes)
    regions = []
    for home in sorted(parts):
        moved = numpy.rint(parts[home] - parts[home].min(axis=0) + corners[home]).astype(int)
        for index, (x, y) in zip(members[home], moved.tolist(), strict=True):
            positions[index] = (x, y)
        (left, top), (wide, high) = moved.min(axis=0).tolist(), _extent(home, moved)
        right, bottom = left + round(wide), top + round(high)
        regions.append(Region(home or SHARED, left - MARGIN, top - MARGIN - HEADING, right + MARGIN, bottom + MARGIN, not home))
    return Placed(tuple(positions), tuple(regions))


def _extent(home: str, part: Any) -> tuple[float, float]:
    """Width and height of a region's dots; its name wants room too."""
    wide, high = (part.max(axis=0) - part.min(axis=0)).tolist()
    return (max(wide, 9.5 * len(home or SHARED) - MARGIN), high)


def _parts(scene: Scene, homes: Sequence[str], members: Mapping[str, Sequence[int]]) -> dict[str, Any]:
    """Positions of each region's dots, as arrays of (x, y): all regions are pushed apart in one go, far from one another."""
    if not members:
        return {}
    lines: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for line in scene.lines:
        if line.meeting is None and homes[line.source] == homes[line.target]:
            lines[homes[line.source]].append((line.source, line.target))
    boxes = numpy.array([_box(scene, index) for index in range(len(homes))], dtype=float)
    shapes = _shapes(boxes, members)
    below = numpy.array([[0.0, _label_height(scene, index) / 2] for index in range(len(homes))])  # a box's middle is under its dot
    middles = numpy.zeros((len(homes), 2))
    for number, (home, indices) in enumerate(members.items()):
        room = math.sqrt(float(boxes[indices].prod(axis=1).sum())) * ROOM
        wide = shapes[home] * SQUEEZE
        middles[indices] = _spring(indices, lines[home]) * room * numpy.array([wide**0.5, wide**-0.5]) + [number * FAR, 0.0]
    placed = apart(middles + below, boxes) - below
    return {home: placed[indices] for home, indices in members.items()}


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


def _shapes(boxes: Any, members: Mapping[str, Sequence[int]]) -> dict[str, float]:
    """Width to height of each region: few regions in a row share its width by their size and are equally high, many are alike."""
    if len(members) > ROW:
        return dict.fromkeys(members, 1.0)
    areas = {home: float(boxes[indices].prod(axis=1).sum()) for home, indices in members.items()}
    return {home: min(max(SHAPE * area / sum(areas.values()), 0.4), SHAPE) for home, area in areas.items()}


def _spring(indices: Sequence[int], lines: Sequence[tuple[int, int]]) -> Any:
    """Positions between -1 and 1 in which dots with a line between them stand near one another."""
    place_of = {index: number for number, index in enumerate(indices)}
    graph = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from(list(indices))
    graph.add_edges_from([(place_of[source], place_of[target], 1.0) for source, target in lines])
    found = rustworkx.spring_layout(graph, seed=SEED, num_iter=120, k=2.2 / math.sqrt(len(indices)), scale=1)
    return numpy.array([found[number] for number in range(len(indices))], dtype=float).reshape(-1, 2)


def _box(scene: Scene, index: int) -> tuple[float, float]:
    dot = scene.dots[index]
    lines = text.label(dot.short or dot.label).split("\n")
    wide = LETTER * max(map(len, lines))
    wide = wide * HUB if dot.kind in HUBS else min(wide, WIDEST)
    return (max(2 * size(dot.kind), wide) + GAP, 2 * size(dot.kind) + _label_height(scene, index) + GAP)


def _label_height(scene: Scene, index: int) -> int:
    return LINE_HEIGHT * len(text.label(scene.dots[index].short or scene.dots[index].label).split("\n"))


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
