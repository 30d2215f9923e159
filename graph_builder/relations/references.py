"""References between papers: the meeting whose minutes an item confirms, and meetings that a paper announces or speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from graph_builder.language import bodies
from graph_builder.language.dates import Found, find_dates
from graph_builder.language.passages import Passage
from graph_builder.language.sentences import split
from graph_builder.model import Span
from graph_builder.paper import Item, Paper

_MINUTES = re.compile(r"\bminutes\b", re.IGNORECASE)
_CONFIRMED = re.compile(r"\b(?:agreed|approved|confirmed|correct\s+record|true\s+record|accurate\s+record|true\s+and\s+\w+\s+record|adopted|signed|accepted|taken\s+as\s+read|record\s+of|correct)\b", re.IGNORECASE)
_FUTURE = re.compile(r"\b(?:next\s+(?:\w+\s+){0,3}meetings?|dates?\s+(?:and\s+times?\s+)?of\s+(?:the\s+)?(?:next|future)\s+meetings?|future\s+meetings?)\b", re.IGNORECASE)
_HELD = re.compile(r"\b(?:meetings?|considered|discussed|reported|presented|agenda\s+and\s+minutes|minutes)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reference:
    """A date in a paper that stands for a meeting: how it is related, which day or month, whose meeting, and the words."""

    relation: str
    when: Found
    printed: str
    body: str
    evidence: tuple[Span, ...]
    item: Item | None


def find(paper: Paper, *, near: date | None, body: str) -> Iterator[Reference]:
    """The meetings that the items of a paper point to; a date without a year takes it from `near`."""
    for item in paper.items:
        confirmed = False
        minutes_item = bool(_MINUTES.search(item.title.text)) and not re.search(r"matters\s+arising|questions", item.title.text, re.IGNORECASE)
        for passage in (item.title, *(p.passage for p in item.paragraphs)):
            for sentence in split(passage.text):
                for reference in _in_sentence(passage.cut(sentence.start, sentence.end), item, near=near, body=body, minutes_item=minutes_item and not confirmed):
                    confirmed = confirmed or reference.relation == "confirms-minutes"
                    yield reference


def _in_sentence(passage: Passage, item: Item, *, near: date | None, body: str, minutes_item: bool) -> Iterator[Reference]:
    text = passage.text
    found = list(find_dates(text, near=near))
    if not found:
        return
    minutes = _MINUTES.search(text) or minutes_item
    future = _FUTURE.search(text) or _FUTURE.search(item.title.text)
    for when in found:
        if minutes and not future and (_CONFIRMED.search(text) or minutes_item) and (near is None or when.earliest < near):
            yield _reference("confirms-minutes", passage, when, item, _whose(text, when) or body)
        elif future and near is not None and when.earliest > near:
            yield _reference("future-meeting", passage, when, item, body)
        elif when.exact and near is not None and when.earliest < near and _HELD.search(text[max(0, when.start - 60) : when.end + 20]):
            whose = _whose(text, when)
            if re.search(r"\bmeetings?\b", text[max(0, when.start - 60) : when.end + 20], re.IGNORECASE) or whose:
                yield _reference("previous-meeting", passage, when, item, whose or "")


def _whose(text: str, when: Found) -> str:
    """The body named just before a date, "Minutes of Cabinet 13 December 2018"; empty where none is."""
    named = [b for b in bodies.find(text[: when.start]) if when.start - b.end < 60]
    return named[-1].name if named and bodies.meeting_head().search(named[-1].name) else ""


def _reference(relation: str, passage: Passage, when: Found, item: Item, body: str) -> Reference:
    return Reference(relation, when, passage.text[when.start : when.end], bodies.tidy(body) if body else "", (passage.span(),), item)
