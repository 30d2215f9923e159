"""Sentences of a paragraph, with their offsets; titles, initials and abbreviations do not end one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_END = re.compile(r"[.?!][\"')\]]*\s+(?=[\"'(\[]?[A-Z0-9£])|;\s+(?=\(?[a-z0-9]{1,4}\))|\n+")
_ABBREVIATED = re.compile(r"(?:\b(?:MR|MRS|MS|DR|CLLR|CLLRS|ST|COUNCILLOR|Mr|Mrs|Ms|Dr|Cllr|Councillor|Councillors|Cllrs|Clr|Rev|Revd|Prof|St|No|Nos|Co|Ltd|Inc|vs|etc|e\.g|i\.e|approx|para|paras|Ald|Sgt|Insp|Supt|Hon|Messrs|prop|sec|cont|ref|Rd|Ave|Tel|Fr|Qtr|qtr|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Capt|Col|Gen|Maj)|(?<![A-Za-z])[A-Z]|(?<=\.)[a-zA-Z])\.$")


class Sentence(NamedTuple):
    """A sentence and its offsets in the paragraph."""

    text: str
    start: int
    end: int


def split(text: str) -> Iterator[Sentence]:
    """The sentences of a paragraph, in order."""
    start = 0
    for mark in _END.finditer(text):
        stop = mark.start() + len(mark.group().rstrip())
        if mark.group()[0] == "." and _ABBREVIATED.search(text[start : mark.start() + 1]) and not text[mark.end() : mark.end() + 9].startswith("RESOLVED"):
            continue
        if text[start:stop].strip():
            yield Sentence(text[start:stop].strip(), start + len(text[start:stop]) - len(text[start:stop].lstrip()), stop)
        start = mark.end()
    if text[start:].strip():
        yield Sentence(text[start:].strip(), start + len(text[start:]) - len(text[start:].lstrip()), len(text))
