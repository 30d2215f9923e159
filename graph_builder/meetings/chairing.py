"""Sentences that tell who was in the chair become entries of attendance: "The Cathaoirleach, Councillor D Moran, presided"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from graph_builder.language.passages import Passage
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
_CHAIR: Final = Label("present", "member", "chair", text="chair")


def find(passage: Passage) -> Iterator[Entry]:
    """The councillor of whom a paragraph says that they were in the chair, and nothing more: "until the election of a chairman" is more."""
    match = _IN_CHAIR.match(passage.text)
    if match:
        yield from (replace(entry, passage=passage) for entry in read(passage.cut(*match.span("who")), _CHAIR))
