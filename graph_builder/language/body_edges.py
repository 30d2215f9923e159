"""How far the name of a body goes: back over commas, and not on to its assembly or its officials."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from graph_builder import lexicon
from graph_builder.language.names import known_given

# "Kirkby City Council Full Council": the assembly of all members, which is the council.
_TWICE = re.compile(r"(?P<body>.*\bCouncil)\s+(?:(?:Annual|Full|Ordinary|Special|Extraordinary|County)\s+)?Council$")
_PEOPLE_OF_IT = re.compile(r"(?P<body>.*\S)\s+(?:Officials|Officers)$")
_SEVERAL = re.compile(r"(?:[A-ZÀ-Þ][\w'’-]*(?:\s+[A-ZÀ-Þ][\w'’-]*){0,2},\s+)+$")
_FIRE_AND_CRIME = re.compile(r"(?:[A-ZÀ-Þ][\w'’-]*\s+(?:and\s+)?){0,5}Police,\s+$")
_JOINED = re.compile(r"(?:\S+\s+){1,3}(?:and|&)\s")
_NO_PIECE = re.compile(r"\b(?:Councillors?|Cllrs?|Mrs?|Ms|Miss|Dr|Alderman|Lord|Sir|Meetings?|Minutes|Agenda|Present|Apologies|Chair(?:man)?|Clerk)\b")
_DEFINED = re.compile(r"\s*\([A-Z]{2}")
_MOST_BEFORE: Final = 120


@cache
def _heads() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, lexicon.words('bodies', 'other_heads')))})\b", re.IGNORECASE)


def whole(name: str) -> int:
    """Where the name ends: a council's assembly is the council, and the officials of a body are not the body."""
    match = _TWICE.match(name) or _PEOPLE_OF_IT.match(name)
    return match.end("body") if match else len(name)


def listed(text: str, start: int, end: int) -> int | None:
    """Where a name with commas begins: "the Children's, Young People and Education Committee".

    None where the words before may be things of a list, as in "for Wexcombe, Holt and Marlow Council": nothing tells how far the name goes.
    """
    before, name = text[max(0, start - _MOST_BEFORE) : start], text[start:end]
    if name.startswith("Fire and Crime"):
        police = _FIRE_AND_CRIME.search(before)
        return start - len(police.group()) if police else start
    pieces = _SEVERAL.search(before)
    if pieces is None or not _JOINED.match(name) or _heads().search(pieces.group()) or _NO_PIECE.search(before):
        return start
    first = pieces.group().split(",")[0]
    if known_given(first.partition(" ")[0]) and " " in first:  # a person, who is the first of the list
        return start - len(pieces.group()) + len(first) + 2 if pieces.group().count(",") > 1 else None
    if first.startswith("The "):
        return start - len(pieces.group()) + len("The ")
    ahead = before[: pieces.start()]
    whole_line = not ahead.strip() and start <= _MOST_BEFORE
    if whole_line or ahead.endswith(("the ", "The ")):
        return start - len(pieces.group())
    return start if _DEFINED.match(text, end) else None  # the abbreviation tells whoever reads it how far the name goes
