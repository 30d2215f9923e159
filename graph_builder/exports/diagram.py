"""Classes and the properties between them in, a picture of them as SVG out: boxes with rows on the left, lines to boxes on the right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from html import escape
from typing import Final

Rows = Sequence[tuple[str, str]]
"""The properties of a class: the name of each and the class to which it leads."""
_ROW: Final = 20
_LEFT, _WIDE, _GAP, _RIGHT = 10, 240, 14, 620


def svg(classes: Mapping[str, Rows], *, label: str) -> str:
    """The picture, the same for the same classes; a class without a property has no box on the left."""
    lines, left, y = [], [], _GAP
    ends: dict[str, list[int]] = defaultdict(list)
    for name, rows in classes.items():
        if not rows:
            continue
        left.append(_box(_LEFT, y, name, [row for row, _ in rows]))
        for number, (_, target) in enumerate(rows, start=1):
            ends[target].append(y + number * _ROW + _ROW // 2)
        y += (len(rows) + 1) * _ROW + _GAP
    places = _places(ends)
    for target, starts in ends.items():
        middle = places[target] + _ROW // 2
        lines += [f'<path d="M{_LEFT + _WIDE} {start} C{_LEFT + _WIDE + 150} {start} {_RIGHT - 150} {middle} {_RIGHT} {middle}"/>' for start in starts]
    right = [_box(_RIGHT, places[target], target, []) for target in sorted(ends)]
    height = max([y, *(place + _ROW + _GAP for place in places.values())])
    size = f'viewBox="0 0 {_RIGHT + _WIDE + _LEFT} {height}" width="{_RIGHT + _WIDE + _LEFT}" height="{height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-label="{escape(label)}">\n' + "\n".join([*lines, *left, *right]) + "\n</svg>"


def _box(x: int, y: int, name: str, rows: Sequence[str]) -> str:
    """A box with a name at its head and a row for each property."""
    parts = [f'<rect x="{x}" y="{y}" width="{_WIDE}" height="{(len(rows) + 1) * _ROW}"/>'] if rows else []
    parts.append(f'<rect class="head" x="{x}" y="{y}" width="{_WIDE}" height="{_ROW}"/>')
    parts.append(f'<text class="name" x="{x + 8}" y="{y + 15}">{escape(name)}</text>')
    parts += [f'<text x="{x + 8}" y="{y + number * _ROW + 15}">{escape(row)}</text>' for number, row in enumerate(rows, start=1)]
    return "".join(parts)


def _places(ends: Mapping[str, Sequence[int]]) -> dict[str, int]:
    """How far down each box on the right stands: beside the middle of what leads to it, and below the one before."""
    places, free = {}, _GAP
    for target in sorted(ends, key=lambda target: (sum(ends[target]) / len(ends[target]), target)):
        places[target] = max(free, round(sum(ends[target]) / len(ends[target])) - _ROW // 2)
        free = places[target] + _ROW + _GAP
    return places
