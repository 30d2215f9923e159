"""A recommendation with the words that prove it, and the points of a list that a paragraph opens."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from graph_builder.language.passages import Passage
from graph_builder.model import Span
from graph_builder.paper import Paragraph
from graph_builder.relations.recommendations.advice_words import Advice

_NUMBERED = re.compile(r"^\s*\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]\s+|^\s*\d{1,2}\.\d{1,2}\.?\s+", re.IGNORECASE)


class Found(NamedTuple):
    """A recommendation with its words, and the paragraphs that are its parts."""

    advice: Advice
    spans: tuple[Span, ...]
    parts: tuple[int, ...] = ()
    answer: Span | None = None
    """The words that answer it, where they are not its own."""


def parts(paragraphs: Sequence[Paragraph], index: int, *, headed: bool) -> list[int]:
    """The paragraphs that are points of a list from an index on; under a heading one plain paragraph will do."""
    found: list[int] = []
    for number in range(index, len(paragraphs)):
        paragraph = paragraphs[number]
        marked = paragraph.bullet or bool(_NUMBERED.match(paragraph.passage.text))
        alone = headed and not found and not marked and len(paragraph.passage.text.split()) > 3
        other_mark = bool(found) and paragraphs[found[0]].bullet and not paragraph.bullet
        if paragraph.cells or other_mark or not (marked or alone):
            break
        found.append(number)
        if alone:
            break
    return found


def unnumbered(passage: Passage) -> Passage:
    """A point without its number or letter."""
    label = _NUMBERED.match(passage.text)
    return passage.cut(label.end()) if label else passage


def number_of(passage: Passage) -> str:
    """The number or letter that a point is printed with; empty where it has none."""
    label = _NUMBERED.match(passage.text)
    return label.group().strip(" ().") if label else ""
