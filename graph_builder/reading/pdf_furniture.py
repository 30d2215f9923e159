"""The rows of all pages go in; they come out without the headers, footers and page numbers, which are known by their repetition."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from graph_builder.reading.pdf_lines import Line, whole

_DEPTH = 4
"""No header or footer has more rows than this."""
_NEAR = 12.0
_PAGE = re.compile(r"(?:page )?\W*\d{1,4}\W*(?:(?:of|/) \d{1,4})?\W*", re.IGNORECASE)


def without_furniture(pages: Sequence[list[list[Line]]], heights: Sequence[float]) -> list[list[list[Line]]]:
    """The pages without what stands at the same height of the first or last rows of most of them; a title that only a header holds stays once."""
    tops = _repeated([_ends(rows, last=False) for rows in pages], len(pages))
    feet = _repeated([_ends(rows, last=True) for rows in pages], len(pages))
    bodies = []
    seen: set[str] = set()
    for rows, height in zip(pages, heights, strict=True):
        body = _peeled(rows, tops, seen, height, last=False)
        bodies.append(_peeled(body, feet, None, height, last=True))
    return bodies if any(bodies) else list(pages)


def _ends(rows: Sequence[list[Line]], *, last: bool) -> list[tuple[str, float]]:
    """The keys and heights of a page's first or last rows."""
    ends = rows[-_DEPTH:] if last else rows[:_DEPTH]
    return [(_key(row), whole(row).bottom) for row in ends]


def _key(row: Sequence[Line]) -> str:
    """A row's words without the numbers in it, which change from page to page."""
    return re.sub(r"\d+", "#", whole(row).text.casefold())


def _repeated(ends: Sequence[list[tuple[str, float]]], pages: int) -> set[tuple[str, int]]:
    """The keys that stand at one height on enough pages: on half of them, or on four or more in a long paper with parts."""
    counts: Counter[tuple[str, int]] = Counter()
    for page in ends:
        counts.update({(key, round(height / _NEAR) + near) for key, height in page for near in (0, 1)})
    enough = max(2, min(pages / 2, 4 + pages / 10))
    return {key for key, count in counts.items() if count >= enough}


def _peeled(rows: list[list[Line]], repeated: set[tuple[str, int]], seen: set[str] | None, height: float, *, last: bool) -> list[list[Line]]:
    """A page's rows without those at one end that repeat, page numbers among them; `seen` holds the headers that were kept once."""
    body = list(rows)
    kept: list[list[Line]] = []
    for _ in range(_DEPTH):
        if not body:
            break
        row = body[-1 if last else 0]
        key, line = _key(row), whole(row)
        place = round(line.bottom / _NEAR)
        number = _PAGE.fullmatch(line.text) and (line.top > 0.88 * height or line.bottom < 0.1 * height)
        if not number and not {(key, place), (key, place + 1)} & repeated:
            break
        body.pop(-1 if last else 0)
        if seen is not None and not number and key not in seen and len(key.split()) > 2:
            seen.add(key)
            kept.append(row)
    return kept + body
