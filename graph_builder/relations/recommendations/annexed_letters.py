"""The letters that a paper reproduces go out: where each stands with its annexes, who sent it, and its own day; so that what it asks is its sender's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from graph_builder.language.dates import Found
from graph_builder.language.partial_dates import find_partial
from graph_builder.language.passages import Line, lines
from graph_builder.model import Document, Span
from graph_builder.relations.inspections.inspection_words import inspectors

_DEAR: Final = re.compile(r"\W*Dear\s+(?!(?:all\b.{0,20}meeting))\w", re.IGNORECASE)
_CLOSES: Final = re.compile(r"\W*(?:yours\s+(?:sincerely|faithfully|truly)|(?:(?:with\s+)?(?:kind|best|warm)(?:est)?\s+)(?:regards|wishes))\b", re.IGNORECASE)
_COPIED: Final = re.compile(r"\W*(?:c\.?c\.?\b|cop(?:y|ied|ies)\s+to\b|enc(?:l|s|losure)?s?\b)", re.IGNORECASE)
_ANNEX: Final = re.compile(r"\W*annex(?:e)?\s+\w{1,3}\b", re.IGNORECASE)
_OTHER_PAPER: Final = re.compile(r"\W*(?:appendix\b|agenda\s+item\b|this\s+page\s+is\s+intentionally\b|page\s+\d+\s+of\b|minutes\s+of\b)", re.IGNORECASE)
_LONG: Final = 200
"""How many lines a letter, or its annexes, has at the most."""
_HEAD: Final = 30
_SIGNATURE: Final = 8
_ANNEX_NEAR: Final = 40
_SPARE: Final = 6
"""How many characters a line that is a date may hold besides: "Date: "."""


class Letter(NamedTuple):
    """A letter in a paper: where it begins and ends, its sender as printed with the place, and its own day; either may be unknown."""

    start: int
    end: int
    sender: str = ""
    signed: tuple[Span, ...] = ()
    day: Found | None = None
    dated: Span | None = None


def find(document: Document) -> list[Letter]:
    """The letters of a paper: each goes from "Dear" to the lines below "Yours sincerely", and on through what it calls its annexes."""
    found = [line for line in lines(document) if line.text]
    opened = [place for place, line in enumerate(found) if _DEAR.match(line.text)]
    return [letter for place, following in pairwise([*opened, len(found)]) if (letter := _letter(found, place, following))]


def _letter(found: Sequence[Line], place: int, following: int) -> Letter | None:
    stop = min(following, place + _LONG)
    closes = next((at for at in range(place + 1, stop) if _CLOSES.match(found[at].text)), None)
    if closes is None:
        return None
    signature = list(_signature(found, closes + 1, following))
    last = _annexed(found, closes + len(signature) + 1, following)
    head = found[max(0, place - _HEAD) : place]
    sender, signed = _sender(signature) or _sender(head) or ("", ())
    day, dated = _day(head) or (None, None)
    return Letter(found[place].passage.span().start, found[last].passage.span().end, sender, signed, day, dated)


def _signature(found: Sequence[Line], first: int, stop: int) -> Iterator[Line]:
    """The short lines below "Yours sincerely": name, post, office."""
    for at in range(first, min(stop, first + _SIGNATURE, len(found))):
        text = found[at].text
        if len(text) > 100 or _COPIED.match(text) or _ANNEX.match(text) or _OTHER_PAPER.match(text):
            return
        yield found[at]


def _annexed(found: Sequence[Line], first: int, stop: int) -> int:
    """The last line of a letter: that of its annexes, where one begins soon below it."""
    annex = next((at for at in range(first, min(stop, first + _ANNEX_NEAR, len(found))) if _ANNEX.match(found[at].text)), None)
    if annex is None:
        return min(first, len(found)) - 1
    last = annex
    while last + 1 < min(stop, annex + _LONG, len(found)) and not _OTHER_PAPER.match(found[last + 1].text):
        last += 1
    return last


def _sender(found: Sequence[Line]) -> tuple[str, tuple[Span, ...]] | None:
    """The department or inspectorate that some lines name first."""
    for line in found:
        for one in (one for group in inspectors(line.text) for one in group):
            return one.text, (line.passage.span(one.start, one.end),)
    return None


def _day(head: Sequence[Line]) -> tuple[Found, Span] | None:
    """The last line above a letter that is a day and nothing else."""
    for line in reversed(head):
        dates = find_partial(line.text)
        if len(dates) == 1 and dates[0].has_year and dates[0].end - dates[0].start >= len(line.text.rstrip(" .")) - _SPARE:
            return dates[0], line.passage.span(dates[0].start, dates[0].end)
    return None
