"""The roll of a paper that no label names becomes entries: names alone below the title of the minutes, and the officers below them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from graph_builder import lexicon
from graph_builder.language.lists import counts
from graph_builder.language.names import Name, parse, title_regex
from graph_builder.language.passages import Line, join
from graph_builder.meetings.labels import Label
from graph_builder.meetings.rosters import entries
from graph_builder.paper import Entry

_FEWEST: Final = 3
_NAME = re.compile(r"\s*(?:,|;|\band\b|&|$)\s*")
_BRACKETS = re.compile(r"\s*\([^()]{0,60}\)")
_COMMA = re.compile(r"\s*(?:,|\s[-–—])\s+")
_ROLL = Label("present", "member", text="unlabelled", open=True)
_OFFICERS = Label("present", "officer", text="unlabelled officers")


def find(lines: Sequence[Line]) -> Iterator[Entry]:
    """The entries of the first stretch of lines that is a roll of councillors, and of those of officers right below it."""
    blocks = _blocks(lines)
    start = next((number for number, block in enumerate(blocks) if _is_roll(block)), len(blocks))
    if start == len(blocks):
        return
    yield from entries(blocks[start], _ROLL)
    for block in blocks[start + 1 :]:
        if not all(map(_is_officer, block)):
            return
        yield from entries(block, _OFFICERS)


def _blocks(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines between white space."""
    found: list[list[Line]] = []
    for line in lines:
        if line.gap or not found:
            found.append([])
        found[-1].append(line)
    return found


def _is_roll(block: Sequence[Line]) -> bool:
    """Whether lines are nothing but three or more names, the first of them with a councillor's title."""
    text = _BRACKETS.sub("", join([line.passage for line in block]).text).rstrip(" .")
    title = title_regex().match(text)
    first = parse(_NAME.split(text, maxsplit=1)[0])
    if not title or not first or not first.is_councillor or ":" in text:
        return False
    parts = [part for line in block for part in _NAME.split(_BRACKETS.sub("", line.text).rstrip(" .")) if part and not counts(part)]
    return len(parts) >= _FEWEST and all(_is_name(part) for part in parts)


def _is_name(text: str) -> bool:
    name: Name | None = parse(text) or (parse(text, bare=True) if len(text.split()) == 1 else None)
    return name is not None


def _is_officer(line: Line) -> bool:
    """Whether a line is a name and an officer's post."""
    parts = _COMMA.split(line.text, maxsplit=1)
    name = parse(parts[0])
    return len(parts) > 1 and name is not None and not name.is_councillor and bool(_posts().search(parts[1]))


@cache
def _posts() -> re.Pattern[str]:
    return re.compile(lexicon.load("roles")["officer_words"], re.IGNORECASE)
