"""The words that say whose a plan is, within the run of words that is its name or beside it."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from graph_builder import lexicon
from graph_builder.language.bodies import SMALL, council_regex, national
from graph_builder.language.bodies import find as find_bodies
from graph_builder.relations.inspections.inspection_words import inspectors

NEAR: Final = 120
"""How far back a name, and the words for its owner, can begin, in characters."""
_OWNER: Final = re.compile(
    r"(?P<owner>(?:[A-Z][\w&-]*\s+(?:and\s+|of\s+)?){0,6}?[A-Z][\w&-]*)'s?\s+$|(?P<own>(?:the|its|our)\s+(?:\w+\s+)?(?:council|authority|company"
    r"|board|partnership|trust|commissioner|government|mayor)(?:'s)?)\s+$",
    re.IGNORECASE,
)
_OWNERS: Final = re.compile(
    r"(?P<owner>(?:[A-Z]{2,7}|(?:[A-Z][\w-]*\s+(?:and\s+|of\s+|for\s+)?){0,6}?(?:Council|Authority|Company|Board|"
    r"Partnership|Trust|Committee|Government|Mayor|Commissioner|County|City|Borough|District|Town|Parish|Police|Service|[A-Z][a-z]+shire))(?=')|[A-Z]{3,7}(?=(?:\b(?<!SEND))'))'s?\s+"
)
# "Ashford's", but not "Children's" and "Older People's", which are for whom a plan is.
_PLACES: Final = re.compile(
    r"(?!(?:Children|People|Women|Men|Carer|Parent|Patient|Citizen|Veteran|Resident|Tenant|Member|Adult|Learner|Girl|Boy|Person|King|Queen"
    r"|Child)'s)(?P<owner>[A-Z][a-z]{2,})'s\s+(?=[A-Z])",
)
_FOR: Final = re.compile(r"\s+(?:for|of)\s+(?:the\s+)?(?P<owner>[A-Z][\w&'-]*(?:\s+(?:and\s+|of\s+)?[A-Z][\w&'-]*){0,6})")


@cache
def heads() -> str:
    """What a name ends in, as a part of a pattern."""
    words = sorted(lexicon.words("plans", "heads"), key=lambda word: -len(word))
    return "|".join(r"\s+".join(part if part in SMALL else f"[{part[0].upper()}]{part[1:]}" for part in word.split()) for word in words)


def owner_inside(text: str, start: int, end: int) -> tuple[int, int, int] | None:
    """The owner at the head of a run, and where the name begins behind it: "WSCB's", "Council's", a body's full name."""
    possessive = _OWNERS.match(text, start, end) or _PLACES.match(text, start, end)
    if possessive:
        return possessive.start("owner"), possessive.end("owner"), possessive.end()
    for match in council_regex().finditer(text, start, end):
        if match.start() == start and text[match.end() : end].strip():
            return start, match.end() - (2 if match.group().endswith("'s") else 0), match.end()
    for body in find_bodies(text[start:end]):
        behind = re.match(r"(?:\s*\([A-Z][\w&]*\))?(?:'s)?\s+(?!(?:and|&)\s)(?=\S)", text[start + body.end : end])
        if body.start == 0 and behind and not _inspects(body.name) and not inspectors(body.name) and not re.search(rf"\b(?:{heads()})\b", body.name):
            return start, start + body.end, start + body.end + behind.end()
    return None


def owner_beside(text: str, start: int, end: int) -> tuple[str, int, int]:
    """The owner before the name ("the Council's"), or behind it ("Business Plan for WCF")."""
    floor = max(0, start - NEAR)
    before = _OWNER.search(text[floor:start])
    if before:
        key = "owner" if before["owner"] else "own"
        end = floor + before.end(key) - (2 if before[key].endswith("'s") else 0)
        return before[key].removesuffix("'s"), floor + before.start(key), end
    behind = _FOR.match(text, end)
    if behind and not re.match(r"(?:\d|January|February|March|April|May|June|July|August|September|October|November|December)", behind["owner"]):
        return behind["owner"], *behind.span("owner")
    return "", 0, 0


@cache
def _inspects(name: str) -> bool:
    """Whether a body is an inspectorate, whose name before "action plan" says what the plan answers, not whose it is."""
    known = national(name)
    return known is not None and known[2] == "inspectorate"
