"""Sentences that tell who was in the chair, or there, become entries of attendance: "The Cathaoirleach, Councillor D Tolling, presided"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from graph_builder.language.passages import Passage
from graph_builder.language.sentences import split
from graph_builder.meetings.labels import Label
from graph_builder.meetings.rosters import read
from graph_builder.paper import Entry

_OFFICE = (
    r"(?:(?:the|an)\s+)?(?:(?:deputy|lord|town|vice|leas)[\s-]*)*"
    r"(?:mayor|provost|convenor|convener|chair(?:man|woman|person)?|ch?athaoirleach|leader|president)"
)
_IN_CHAIR = re.compile(
    rf"(?:{_OFFICE}\s*[,:–-]?\s+)?(?P<who>(?:Councillor|Cllr|Alderman|Cyng)\.?\s[^,;:]{{2,50}}?)\s*,?\s+(?:{_OFFICE}\s*,?\s+)?"
    r"(?:presided|(?:was\s+)?(?:presiding|in\s+the\s+chair)|took\s+the\s+chair|(?:chaired|presided\s+over|presided\s+at)\s+the\s+meeting)\s*\.?\s*$",
    re.IGNORECASE,
)
# "County Councillor A Merrow was in attendance with 14 members of the public", "Also in attendance for part of the meeting was Mrs J Quill".
_TITLED = r"(?:(?:County|District|Borough|City|Ward)\s+)?(?:Councillors?|Cllrs?|PCSO|PC|Sgt|Mr|Mrs|Ms|Dr)\.?\s"
_WAS_THERE = re.compile(
    rf"(?P<who>(?:The\s+[A-Z][\w'’ ]{{3,40}},\s+)?{_TITLED}(?:[^.;:]|(?<=\b[A-Z])\.|(?<=Mr|Ms|Dr)\.|(?<=Mrs)\.){{3,120}}?)"
    r"\s+(?:was|were)\s+(?:also\s+)?(?:in\s+attendance|present)"
    r"(?:\s+(?:with|together|along|at\s+the\s+meeting|for\s+(?:part|item|the\s+(?:first|whole|start))|until|from)\b|\s*[.,]|\s*$)"
    rf"|also\s+(?:in\s+attendance|present)(?:\s+for\s+part\s+of\s+the\s+meeting)?\s+(?:was|were)\s+(?P<also>{_TITLED}[^.;:]{{3,160}})",
    re.IGNORECASE,
)
_WHO_ENDS = re.compile(r"\s+(?:who|which)\b.*$", re.DOTALL)
_THERE: Final = Label("present", text="in attendance", open=True)
_CHAIR: Final = Label("present", "member", "chair", text="chair")


def find(passage: Passage) -> Iterator[Entry]:
    """The councillor of whom a paragraph says that they were in the chair, and nothing more: "until the election of a chairman" is more."""
    match = _IN_CHAIR.match(passage.text)
    if match:
        yield from (replace(entry, passage=passage) for entry in read(passage.cut(*match.span("who")), _CHAIR))


def there(passage: Passage) -> Iterator[Entry]:
    """Those of whom a sentence of the preamble says that they were in attendance, by a title and a name."""
    for sentence in split(passage.text):
        match = _WAS_THERE.match(sentence.text)
        if match:
            start, end = match.span("who" if match["who"] else "also")
            told = _WHO_ENDS.sub("", sentence.text[start:end])
            yield from read(passage.cut(sentence.start + start, sentence.start + start + len(told)), _THERE)
