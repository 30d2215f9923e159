"""The page that ModernGov has of one agenda item or one decision, as text: its kind, its meeting, its title and where its text begins come out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from graph_builder.language.bodies import meeting_head
from graph_builder.language.passages import Line, Passage

ISSUE: Final = "issue"
DECISION: Final = "decision"
ITEM: Final = "item"
_TOP: Final = 5
_NAMES: Final = (
    (ISSUE, re.compile(r"issue\s*[-–]\s*meetings", re.IGNORECASE)),
    (DECISION, re.compile(r"decision details|decisions published", re.IGNORECASE)),
    (ITEM, re.compile(r"agenda item", re.IGNORECASE)),
)
_OF = re.compile(r"(?:(?:decided|made|considered)\s+at\s+)?meeting\s*:\s*(?P<told>\d{1,2}/\d{1,2}/\d{4}\s*[-–]\s*\S.*)", re.IGNORECASE)
_PLACE = re.compile(r"\s*\(item\s+(?P<number>[\w./-]*\d[\w./-]*?)\.?\s*\)\s*$", re.IGNORECASE)
_MAKER = re.compile(r"decision[\s-](?:maker|taker)\s*:\s*(?P<maker>\S.*)", re.IGNORECASE)
_ONE_PERSON = re.compile(r"\b(?:member|leader|mayor|director|officer|holder|manager|head\s+of|executive\s+member)\b", re.IGNORECASE)
_DATED = re.compile(r"\d{1,2}/\d{1,2}/\d{4}\s*[-–]\s*")
_LABEL = re.compile(r"[A-Z][\w\s?]{2,40}:")


class Page(NamedTuple):
    """A page of one item: its kind, the line of its title and the title, the line of its text, its number, and the words that tell its meeting.

    `end` is the line behind its text: what an issue's page tells of other meetings is no part of it.
    """

    kind: str
    line: int
    title: Passage
    body: int
    number: tuple[str, Passage] | None
    meeting: Passage | None
    end: int
    maker: Passage | None
    shared: bool
    """Whether a body took the decision, and no one person."""


def find(lines: Sequence[Line]) -> Page | None:
    """The page that the lines are; None where they are another paper."""
    at = next(((i, kind) for i, line in enumerate(lines[:_TOP]) for kind, name in _NAMES if name.fullmatch(line.text) and (i < 2 or kind != ITEM)), None)
    if at is None or at[0] + 1 >= len(lines):
        return None
    index, kind = at[0] + 1, at[1]
    told = [(i, match) for i, line in enumerate(lines) if (match := _OF.match(line.text))]
    if kind != ITEM and not told and not any(_MAKER.match(line.text) for line in lines):
        return None
    begin = _DATED.match(lines[index].text)
    title = lines[index].passage.cut(begin.end() if begin else 0)
    number, body = None, index + 1
    meeting = lines[told[0][0]].passage.cut(told[0][1].start("told")) if told and kind != ITEM else None
    place = _PLACE.search(meeting.text) if meeting else None
    if meeting and place:
        number = (place["number"], meeting.cut(place.start("number"), place.end("number")))
        meeting = meeting.cut(0, place.start())
    if kind == ISSUE and told:
        body = _behind_title(lines, told[0][0] + 1, title.text)
    end = next((i for i, match in told[1:] if match["told"] != told[0][1]["told"]), len(lines)) if kind == ISSUE else len(lines)
    maker = next((line.passage.cut(match.start("maker")) for line in lines if (match := _MAKER.match(line.text))), None)
    return Page(kind, index, title, body, number, meeting, end, maker, bool(maker and _is_shared(maker.text)))


def _behind_title(lines: Sequence[Line], index: int, title: str) -> int:
    """The line behind the title, which an issue's page prints again, with its number, below the line that tells the meeting."""
    again = index < len(lines) and lines[index].text.casefold().endswith(title.casefold()[-40:]) and not _LABEL.match(lines[index].text)
    numbered = index < len(lines) and re.match(r"\d+[a-z]?\.?\s+\S", lines[index].text) and title.casefold()[:20] in lines[index].text.casefold()
    return index + bool(again or numbered)


def _is_shared(maker: str) -> bool:
    """Whether the decision's maker is a body: "Cabinet", and not "Cabinet Member for Transport"."""
    return bool(meeting_head().search(maker)) and not _ONE_PERSON.search(maker)
