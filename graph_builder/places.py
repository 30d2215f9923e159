"""Where the words of a span stand in their source: a box on a page of a PDF, and the address at which the source opens there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Final, NamedTuple

from graph_builder.masks import page_of
from graph_builder.model import Document, Placed, Span

_ENOUGH: Final = 0.6
"""The share of a quote's letters that must have a place on the page before a box is drawn around it."""
_SERVICE: Final = ".asmx"
"""A web service answers with data, which no anchor opens."""


class Box(NamedTuple):
    """A rectangle on a page, in points (1/72 inch) from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def __str__(self) -> str:
        return " ".join(f"{edge:.1f}".removesuffix(".0") for edge in self)


def box_of(document: Document, span: Span) -> Box | None:
    """The union of the boxes of a span's words on the page on which it begins; None where most of them have no place that is known."""
    page = page_of(document, span)
    stop = document.pages[page] if page and page < len(document.pages) else span.end
    stop = min(stop, span.end)
    words = _words(document, span.start, stop)
    if not words or _letters(document, words, span.start, stop) < _ENOUGH:
        return None
    edges = list(zip(*(word[2:] for word in words), strict=True))
    return Box(min(edges[0]), min(edges[1]), max(edges[2]), max(edges[3]))


def _words(document: Document, start: int, stop: int) -> tuple[Placed, ...]:
    first = bisect_left(document.boxes, start, key=lambda box: box.end)
    last = bisect_left(document.boxes, stop, key=lambda box: box.start)
    return tuple(box for box in document.boxes[first:last] if box.end > start)


def _letters(document: Document, words: tuple[Placed, ...], start: int, stop: int) -> float:
    """The share of the letters of a stretch that these words hold."""
    held = sum(document.text[at].isalnum() for word in words for at in range(max(word.start, start), min(word.end, stop)))
    return held / max(1, sum(map(str.isalnum, document.text[start:stop])))


def address_of(document: Document, span: Span) -> str:
    """The address at which the document's source opens where a span begins: at the page of a PDF (RFC 8118), at an anchor of a web page.

    It is that of the whole source where neither is known, and empty where nobody says where the document is from.
    """
    source = document.source.url.partition("#")[0]
    fragment = f"page={page_of(document, span)}" if document.form == "pdf" and document.pages else _anchor(document, span)
    return f"{source}#{fragment}" if source and fragment and _SERVICE not in source.casefold() else document.source.url


def _anchor(document: Document, span: Span) -> str:
    place = bisect_right(document.anchors, span.start, key=lambda anchor: anchor[0])
    return document.anchors[place - 1][1] if place else ""


def boxes_of(document: Document, spans: Iterable[Span]) -> tuple[Placed, ...]:
    """The boxes of the words at some spans, in their order."""
    wanted = {box for span in set(spans) if span.document == document.id for box in _words(document, span.start, span.end)}
    return tuple(sorted(wanted))
