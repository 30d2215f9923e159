"""How far the name of a body goes: back over commas, and not on to its assembly or its officials."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from graph_builder import lexicon
from graph_builder.language.names import known_given

# "Kirkby City Council Full Council": the assembly of all members, which is the council.
_TWICE = re.compile(r"(?P<body>.*\bCouncil)\s+(?:(?:Annual|Full|Ordinary|Special|Extraordinary|County|Town|Parish)\s+){0,2}Council$")
# "Society of Local Council Clerks AGM": what a body holds or sends is no word of its name.
_OCCASION = re.compile(r"(?P<body>.*\S)\s+(?:AGM|Conference|Seminar|Training|Newsletter|Bulletin|Journal|Meeting)(?:\s.*)?$")
_PEOPLE_OF_IT = re.compile(r"(?P<body>.*\S)\s+(?:Officials|Officers)$")
_SEVERAL = re.compile(r"(?:[A-ZÀ-Þ][\w'’-]*(?:\s+[A-ZÀ-Þ][\w'’-]*){0,2},\s+)+$")
_FIRE_AND_CRIME = re.compile(r"(?:[A-ZÀ-Þ][\w'’-]*\s+(?:and\s+)?){0,5}Police,\s+$")
_JOINED = re.compile(r"(?:\S+\s+){1,3}(?:and|&)\s")
_NO_PIECE = re.compile(
    r"\b(?:Councillors?|Cllrs?|Mrs?|Ms|Miss|Dr|Alderman|Lord|Sir|Meetings?|Minutes|Agenda|Present|Apologies|Chair(?:man)?|Clerk|Officer|Director|Manager|Lead|Executive,|Trustees)"
    r"(?!\w)"
)
_DEFINED = re.compile(r"\s*\([A-Z]{2}")
_MOST_BEFORE: Final = 120
# "a Regional Athletics Hub for", "any Car Club": a thing of that kind, and no name of one.
_OF_A_KIND = re.compile(r"\b(?:an?|another|any|every|each|no|some)\s+$", re.IGNORECASE)
_KIND_WORDS = re.compile(r"\b(?:Clubs?|Hub|Centre|School|College|Academy|Hospital|Network|Company|Agency|Charity|Alliance|University)(?:\s+(?:for|of)\s.*)?$")
_WHAT_OF_IT = re.compile(r"\s+(?!(?:in|for|at|on|to|and|or|which|that|who|would|could|should|is|was|were|will|with|of|as|where|by|from)\b)[a-z]")
# Whoever works for a body, glued to its name: nothing tells where "Manager Sufficiency and Planning Vale Children First" begins.
_GLUED_POST = re.compile(r"\b(?:Manager|Director|Engineer|Accountant|Solicitor|Planner|Clerk|Headteacher|Councillor|Cllr)\s")
_OF_COLLEAGUES = re.compile(r"(?:Group|Team|Panel|Committee|Sub-Committee|Forum|Network|Board|Association|Society|Federation|Party)$", re.IGNORECASE)
# "LGA 1972", "s.112 LGA": the Local Government Act.
_YEAR = re.compile(r",?\s*(?:\(?(?:1[89]|20)\d\d\b|Act\b)")
_SECTION = re.compile(r"\b(?:s|ss|sect|section|sections|sch|schedule|para|paragraph)\b\.?\s*\d+\w*(?:\s*\(\w+\))*,?\s*(?:of\s+(?:the\s+)?)?$", re.IGNORECASE)
_SHORTLY: Final = 40


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


def without_occasion(name: str) -> int:
    """Where the name of an association ends, before what it holds: "Society of Local Council Clerks AGM"."""
    match = _OCCASION.match(name)
    return match.end("body") if match else len(name)


def is_of_a_kind(text: str, start: int, end: int) -> bool:
    """Whether words name a kind of thing and not one of it: "a Car Club in each town", but not "a Vale School governor"."""
    before = _OF_A_KIND.search(text, max(0, start - _SHORTLY), start)
    return bool(before and _KIND_WORDS.search(text[start:end]) and not _WHAT_OF_IT.match(text, end))


@cache
def _kinds() -> re.Pattern[str]:
    clubs = "|".join(lexicon.words("bodies", "clubs"))
    return re.compile(rf"(?:Electric\s+|Local\s+)?(?:{clubs})\s+Club|(?:{'|'.join(lexicon.words('bodies', 'things'))})|\w\s.*", re.IGNORECASE)


def is_any(name: str) -> bool:
    """Whether a name is that of no one body: a kind of club or a thing ("the Golf Club", "Solar Panel"), or words to which somebody's post is glued."""
    return bool(_kinds().fullmatch(name)) or _holds_a_post(name)


def _holds_a_post(name: str) -> bool:
    """Whether somebody's post is glued to a name: "Group Manager Planning Vale Children First"; but not "Town Clerk Recruitment Panel"."""
    return bool(_GLUED_POST.search(name)) and not _OF_COLLEAGUES.search(name)


def is_act(text: str, start: int, end: int) -> bool:
    """Whether the letters of a body stand for an Act: "LGA 1972", "section 112 of the LGA"."""
    return text[start:end].isupper() and bool(_YEAR.match(text, end) or _SECTION.search(text, max(0, start - _SHORTLY), start))
