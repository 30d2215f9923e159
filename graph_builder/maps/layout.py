"""Where the dots stand: a scene goes in, whole-number positions and one named region a council come out, the same on every run."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy
import rustworkx

from graph_builder.maps import text
from graph_builder.maps.apart import apart
from graph_builder.maps.scene import Scene
from graph_builder.maps.shelves import MARGIN, WIDE, fill

SEED: Final = 7
SHARED: Final = "Across councils"
SIZES: Final = {
    "council": 28, "body": 20, "topic": 24, "organisation": 13, "meeting": 12, "person": 12, "post": 11, "item": 13, "decision": 13,
    "recommendation": 13, "action": 12, "inspection": 20, "plan": 17, "measure": 11, "document": 10, "group": 22,
}
LETTER, LINE_HEIGHT = 6.4, 15  # of a label at 12 px, measured in Chromium with the system's sans-serif
WIDEST: Final = 100  # what a label keeps free at most: the page itself leaves out labels that would cover others
HUBS: Final = frozenset({"council", "body", "topic", "group"})
HUB: Final = 1.3  # their labels are larger and always written
GAP: Final = 12
ROW: Final = 3  # so many regions stand side by side, and each is the taller for it
RING: Final = 12  # so many dots stand on one ring around a meeting
FEW: Final = 150  # so many dots have room for whole labels
ROOMY: Final = 160
SPREAD: Final = 4.0
ROOM: Final = 0.55  # half the side of the square that the boxes of a region would fill, to begin with
FAR: Final = 1e6  # between two regions while their dots are pushed apart
SQUEEZE: Final = 0.7  # boxes are wider than high and spread to the sides when they are pushed apart


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


def place(scene: Scene, *, shape: float = WIDE) -> Placed:
    """A position for each dot in a picture of a shape (width to height): a seeded spring layout for each council, councils side by side.

    Dots are pushed apart until labels are free. Those without a line that is drawn at first stand around the meeting that shows them.
    """
    homes = _homes(scene)
    members: defaultdict[str, list[int]] = defaultdict(list)
    for index in _drawn(scene):
        members[homes[index]].append(index)
    parts = _parts(scene, homes, members, shape)
    cells = fill({home: _extent(home, part) for home, part in parts.items()}, shape)
    positions = [(0, 0)] * len(homes)
    for home, part in parts.items():
        for index, (x, y) in zip(members[home], numpy.rint(cells[home].inside(part)).astype(int).tolist(), strict=True):
            positions[index] = (x, y)
    _around_meetings(scene, positions, drawn={index for indices in members.values() for index in indices})
    regions = (Region(home or SHARED, *cells[home].box(), not home) for home in sorted(parts))
    return Placed(tuple(positions), tuple(regions))


def _drawn(scene: Scene) -> list[int]:
    """The dots that are seen before anything is opened: all but those whose every line belongs to a meeting that is folded."""
    hidden = {end for line in scene.lines if line.meeting is not None for end in (line.source, line.target)}
    shown = {end for line in scene.lines if line.meeting is None for end in (line.source, line.target)}
    return [index for index in range(len(scene.dots)) if index in shown or index not in hidden]


def _around_meetings(scene: Scene, positions: list[tuple[int, int]], drawn: set[int]) -> None:
    """Puts the dots that are not drawn at first on rings around the first meeting that they hang from."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    placed = set(drawn)
    for line in scene.lines:
        for dot, other in ((line.source, line.target), (line.target, line.source)):
            if line.meeting == other and dot not in placed:
                placed.add(dot)
                found[other].append(dot)
    for meeting, dots in found.items():
        for number, dot in enumerate(dots):
            ring, spot = divmod(number, RING)
            angle = 2 * math.pi * (spot + ring / 2) / min(RING, len(dots))
            x, y = positions[meeting]
            positions[dot] = (round(x + (1 + ring / 2) * 130 * math.cos(angle)), round(y + (1 + ring / 2) * 90 * math.sin(angle)))


def _extent(home: str, part: Any) -> tuple[float, float]:
    """Width and height of a region's dots; its name wants room too."""
    wide, high = (part.max(axis=0) - part.min(axis=0)).tolist()
    return (max(wide, 9.5 * max(map(len, (home or SHARED).split())) - MARGIN), high)


def _parts(scene: Scene, homes: Sequence[str], members: Mapping[str, Sequence[int]], shape: float) -> dict[str, Any]:
    """Positions of each region's dots, as arrays of (x, y): all regions are pushed apart in one go, far from one another."""
    if not members:
        return {}
    lines: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for line in scene.lines:
        if line.meeting is None and homes[line.source] == homes[line.target]:
            lines[homes[line.source]].append((line.source, line.target))
    count = sum(map(len, members.values()))
    boxes = numpy.array([_box(scene, index, widest=WIDEST if count > FEW else ROOMY) for index in range(len(homes))], dtype=float)
    shapes = _shapes(boxes, members, shape)
    below = numpy.array([[0.0, _label_height(scene, index) / 2] for index in range(len(homes))])  # a box's middle is under its dot
    drawn = [index for indices in members.values() for index in indices]
    middles = numpy.zeros((len(homes), 2))
    for number, (home, indices) in enumerate(members.items()):
        room = math.sqrt(float(boxes[indices].prod(axis=1).sum())) * ROOM
        wide = shapes[home] * SQUEEZE
        middles[indices] = _spring(indices, lines[home]) * room * numpy.array([wide**0.5, wide**-0.5]) + [number * FAR, 0.0]
    placed = numpy.zeros((len(homes), 2))
    placed[drawn] = apart(middles[drawn] + below[drawn], boxes[drawn]) - below[drawn]
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
    members = Counter(homes)
    return [home if members[home] > 1 else "" for home in homes]  # a council alone, which others only name, needs no region


def _shapes(boxes: Any, members: Mapping[str, Sequence[int]], shape: float) -> dict[str, float]:
    """Width to height of each region: few regions share a wide picture's width, or a high one's height, by their size; many are alike."""
    if len(members) > ROW:
        return dict.fromkeys(members, 1.0)
    areas = {home: float(boxes[indices].prod(axis=1).sum()) for home, indices in members.items()}
    shares = {home: area / sum(areas.values()) for home, area in areas.items()}
    if shape < 1:
        return {home: min(max(shape / share, shape), 2.0) for home, share in shares.items()}
    return {home: min(max(shape * share, 0.4), shape) for home, share in shares.items()}


def _spring(indices: Sequence[int], lines: Sequence[tuple[int, int]]) -> Any:
    """Positions between -1 and 1 in which dots with a line between them stand near one another."""
    place_of = {index: number for number, index in enumerate(indices)}
    graph = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from(list(indices))
    graph.add_edges_from([(place_of[source], place_of[target], 1.0) for source, target in lines])
    found = rustworkx.spring_layout(graph, seed=SEED, num_iter=120, k=SPREAD / math.sqrt(len(indices)), scale=1)
    return numpy.array([found[number] for number in range(len(indices))], dtype=float).reshape(-1, 2)


def _box(scene: Scene, index: int, *, widest: int) -> tuple[float, float]:
    dot = scene.dots[index]
    lines = text.label(dot.short or dot.label).split("\n")
    wide = LETTER * max(map(len, lines))
    wide = wide * HUB if dot.kind in HUBS else min(wide, widest)
    return (max(2 * size(dot.kind), wide) + GAP, 2 * size(dot.kind) + _label_height(scene, index) + GAP)


def _label_height(scene: Scene, index: int) -> int:
    return LINE_HEIGHT * len(text.label(scene.dots[index].short or scene.dots[index].label).split("\n"))
