"""What closes a paper's minutes is parted from the last item, which it is no part of: the next meeting, thanks, the close, signatures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Final, NamedTuple

from graph_builder import lexicon
from graph_builder.language.sentences import split
from graph_builder.meetings.titles import has_verb
from graph_builder.paper import Item, Paragraph

_FEW: Final = 8
"""A line of more words is no signature, date or place that stands among closing lines."""
_LONGEST: Final = 400


class _Piece(NamedTuple):
    """A sentence of the last item, or what stands on a line that begins as a closing one: its paragraph, and where it begins and ends there."""

    paragraph: int
    start: int
    text: str


def apart(items: Sequence[Item]) -> tuple[list[Item], list[Paragraph]]:
    """The items, the last of the text without what closes the paper, and the paragraphs that close it."""
    last = max((item for item in items if item.paragraphs), key=lambda item: item.paragraphs[-1].passage.offset(0), default=None)
    if last is None or _form("own").search(last.title.text):
        return list(items), []
    pieces = [piece for number, paragraph in enumerate(last.paragraphs) for piece in _pieces(number, paragraph)]
    begin = _begin([piece.text for piece in pieces])
    if begin is None:
        return list(items), []
    kept, closing = _parted(last.paragraphs, pieces[begin])
    return [replace(item, paragraphs=tuple(kept)) if item is last else item for item in items], closing


def _begin(texts: Sequence[str]) -> int | None:
    """The place of the first of the closing sentences; None where there are none.

    From the words that close the meeting on all is closing, unless it went on; without them only what is so to the end.
    """
    ends = next((n for n, text in enumerate(texts) if _form("ends").match(text[:_LONGEST])), None)
    if ends is not None and any(_form("goes on").search(text) for text in texts[ends:]):
        return None
    begin = len(texts) if ends is None else ends
    first = ends
    while begin > 0 and (_closes(texts[begin - 1]) or _is_aside(texts[begin - 1])):
        begin -= 1
        first = begin if _closes(texts[begin]) else first
    told = ends is not None or any(_form("next").match(text) for text in texts[begin:])
    return first if told else None


def _closes(text: str) -> bool:
    """Whether a sentence tells the next meeting, or thanks everybody."""
    return len(text) <= _LONGEST and bool(_form("next").match(text) or _form("thanks").match(text))


def _is_aside(text: str) -> bool:
    """Whether a line is a name, an office, a date or a place among closing lines."""
    return len(text.split()) <= _FEW and not has_verb(text) and not _form("acts").search(text)


def _pieces(number: int, paragraph: Paragraph) -> Iterator[_Piece]:
    text = paragraph.passage.text
    if len(paragraph.cells) > 1:
        yield _Piece(number, 0, text)
        return
    starts = {sentence.start for sentence in split(text)}
    starts.update(at for at, line in _line_starts(paragraph) if _form("ends").match(line[:_LONGEST]) or _form("label").match(line))
    ordered = sorted(starts)
    for start, stop in zip(ordered, [*ordered[1:], len(text)], strict=True):
        yield _Piece(number, start, text[start:stop].strip())


def _line_starts(paragraph: Paragraph) -> Iterator[tuple[int, str]]:
    """Where the lines of a paragraph begin in it, with their text; a line that was joined at a hyphen is passed over."""
    at = 0
    for line in paragraph.lines:
        found = paragraph.passage.text.find(line.text, at)
        if found >= 0:
            yield found, line.text
            at = found + len(line.text)


def _parted(paragraphs: Sequence[Paragraph], first: _Piece) -> tuple[list[Paragraph], list[Paragraph]]:
    """The paragraphs before a piece, and those from it on; the one that it stands in is cut in two."""
    kept, closing = list(paragraphs[: first.paragraph]), list(paragraphs[first.paragraph :])
    if first.start:
        whole = paragraphs[first.paragraph]
        starts = dict.fromkeys(at for at, _ in _line_starts(whole) if at < first.start)
        kept.append(replace(whole, passage=whole.passage.cut(0, first.start), lines=whole.lines[: len(starts)]))
        closing[0] = replace(whole, passage=whole.passage.cut(first.start), lines=whole.lines[len(starts) :], bullet=False)
    return kept, closing


@cache
def _form(name: str) -> re.Pattern[str]:
    """The words of closing lines of one kind."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in lexicon.load("layout")["closing"][name]), re.IGNORECASE)
