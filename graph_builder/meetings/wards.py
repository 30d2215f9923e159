"""Rows of a list that begin with a ward or a place become entries: "Abbey: Cllr J Roe", "Castle: Tom Hay, apologies from Ann Dunn"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from graph_builder.language.names import known_given, parse, title_regex
from graph_builder.language.passages import Line, Passage
from graph_builder.meetings.labels import APOLOGIES, Label, is_part_of_a_list, label_of
from graph_builder.meetings.rosters import read
from graph_builder.paper import Entry

_ROW = re.compile(r"(?P<where>[A-Z][\w'’&.,() -]{1,60}?)\s*:\s+(?=\S)")
_FIRST = re.compile(r"[,;(]|\s&\s|\sand\s|\s[-–—]\s")
_NOBODY = re.compile(r"(?:no\b|none\b|nil\b|vacan|not\s+represented|tbc\b|[-–—]\s*$)", re.IGNORECASE)
_AWAY = re.compile(r"(?:^|[,;.]\s*|\s+)apologies\s+(?:from|for|received\s+from)\s*:?\s*", re.IGNORECASE)
_FEWEST: Final = 2


def rows(lines: Sequence[Line]) -> int:
    """How many lines at the beginning of these are rows of places with those who came from there; none where fewer than two surely name somebody."""
    run = list(takewhile(_is_row, lines))
    return len(run) if sum(map(_names_somebody, run)) >= _FEWEST else 0


def entries(lines: Sequence[Line], label: Label) -> Iterator[Entry]:
    """The entries of such rows: those there, and behind "apologies from" those away."""
    for line in lines:
        row = _ROW.match(line.text)
        passage = line.passage.cut(row.end()) if row else line.passage
        if not _NOBODY.match(passage.text):
            yield from _row(passage, label)


def _row(passage: Passage, label: Label) -> Iterator[Entry]:
    away = _AWAY.search(passage.text)
    stop = away.start() if away else len(passage.text)
    if passage.text[:stop].strip(" ,;."):
        yield from read(passage.cut(0, stop), label)
    if away:
        yield from read(passage.cut(away.end()), APOLOGIES)


def _is_row(line: Line) -> bool:
    """Whether a line is a place, a colon, and a name or the word that nobody came."""
    row = _ROW.match(line.text)
    if not row or line.heading or label_of(line.text) or title_regex().match(row["where"]) or is_part_of_a_list(row["where"]):
        return False
    behind = line.text[row.end() :]
    return bool(_NOBODY.match(behind) or _AWAY.match(behind) or title_regex().match(behind) or parse(_first(behind)))


def _names_somebody(line: Line) -> bool:
    """Whether a title or a known given name stands behind the place."""
    row = _ROW.match(line.text)
    behind = line.text[row.end() :] if row else ""
    name = parse(_first(behind))
    return bool(title_regex().match(behind) or (name and name.has_given and known_given(name.given.split()[0])))


def _first(text: str) -> str:
    return _FIRST.split(text, maxsplit=1)[0].strip(" .")
