"""Chunks of a list whose surnames stand before a comma become one each: "Smith, J. (Head of Planning)", "Bell, Andrew"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from graph_builder.language.lists import Chunk
from graph_builder.language.names import known_given, parse
from graph_builder.meetings import posts_first

_DOTTED = re.compile(r"(?:[A-Z]\.?\s?){1,3}")
_ROWS: Final = frozenset({"", "\n", ";"})


def in_order(parts: Sequence[Chunk]) -> list[Chunk]:
    """The chunks with a surname and the initials behind its comma as one: "Smith, J. (Head of Planning)"."""
    merged: list[Chunk] = []
    surnames_first = _surnames_first(parts)
    for part in parts:
        left = merged[-1] if merged else None
        behind = _DOTTED.fullmatch(part.text) or (surnames_first and _is_given(part))
        if left and not left.brackets and left.before in _ROWS and part.before == "," and behind and _alone(left.text):
            merged[-1] = left._replace(text=f"{left.text}, {part.text}", brackets=part.brackets, end=part.end)
        else:
            merged.append(part)
    return merged


def _surnames_first(parts: Sequence[Chunk]) -> bool:
    """Whether the rows of a list, two at least, are a surname, a comma and a given name: "Bell, Andrew (Chair); Dunn, Rachel"."""
    rows = list(posts_first.rows(parts))
    turned = sum(len(row) > 1 and not row[0].brackets and row[1].before == "," and _alone(row[0].text) and _is_given(row[1]) for row in rows)
    return turned > 1 and turned * 3 >= len(rows) * 2


def _is_given(part: Chunk) -> bool:
    """Whether a chunk is a given name that is known, or one with an initial, and no more."""
    first, *more = part.text.split() or [""]
    return known_given(first) and all(len(word.strip(".")) == 1 for word in more)


def _alone(text: str) -> bool:
    """Whether a text is a surname without a title."""
    name = parse(text, bare=True)
    return bool(name and not name.title and not name.given)
