"""What is printed of a span: its words, under masks over those that may not be published, and its page."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

from graph_builder.model import Document, Id, Span

Masks: TypeAlias = Mapping[Id, tuple[Span, ...]]
"""By text, the spans that may not be published: sorted, and none overlaps another."""

NO_MASKS: Final[Masks] = MappingProxyType({})
MASK: Final = "[…]"


def published_quote(document: Document, span: Span, masks: Masks) -> str:
    """The words at a span with each masked stretch as `[…]`; offsets stay those of the text as it was received."""
    parts, at = [], span.start
    for mask in masks.get(span.document, ()):
        start, end = max(mask.start, span.start), min(mask.end, span.end)
        if start < end:
            parts += [document.text[at:start], MASK]
            at = end
    return "".join([*parts, document.text[at : span.end]])


def matches(quote: str, words: str) -> bool:
    """Whether a published quote is these words, with something in the place of each mask."""
    return quote == words or (MASK in quote and re.fullmatch(".+?".join(map(re.escape, quote.split(MASK))), words, re.DOTALL) is not None)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same stretches, sorted, those that touch or overlap as one."""
    whole: list[Span] = []
    for span in sorted(set(spans)):
        if whole and span.start <= whole[-1].end:
            whole[-1] = whole[-1]._replace(end=max(span.end, whole[-1].end))
        else:
            whole.append(span)
    return tuple(whole)


def page_of(document: Document, span: Span) -> int | None:
    """The page on which a span begins, counted from one; None where the paper has no pages."""
    return bisect_right(document.pages, span.start) or None
