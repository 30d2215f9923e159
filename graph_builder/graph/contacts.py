"""Text in, spans out: telephone numbers, e-mail addresses, and the addresses of homes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from graph_builder import lexicon
from graph_builder.graph.health import health
from graph_builder.graph.named_homes import POSTCODE, at_a_venue, bereaved_homes, named_home_after, named_homes
from graph_builder.language.surroundings import relatives

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_PHONE = re.compile(
    r"(?<![\w.,/£+-])(?:\+\d{1,3}[ \u00a0-]?(?:\(0\))?[ \u00a0-]?\d{2,5}|\(?0\d{2,4}\)?)"  # country, or a zero; area
    r"[ \u00a0–-]{0,3}\d{3,4}[ \u00a0–-]?\d{3,4}(?!\w|/\d|[.,]\d)"
)
_BORN = re.compile(
    r"\b(?:d\.?o\.?b\.?|dates?\s+of\s+birth|born(?:\s+on)?)[\s:(]{1,3}(?P<day>\d{1,2}(?:[./-]\d{1,2}[./-]|(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8},?\s+)\d{2,4})",
    re.IGNORECASE,
)
_LIVES = re.compile(
    r"\b(?:liv(?:es?|ed|ing)|resid(?:es?|ed|ing)|home|residents?|neighbours?|occupants?|occupiers?)\b"
    r"[^.;\n]{0,25}?\b(?:at|of|in|address)\s+(?=(?:Flat|Unit|Apartment)?\s?\d)",
    re.IGNORECASE,
)
_DIGITS = range(10, 15)
_APOLOGY = re.compile(r"\bapolog(?:y|ies|ised)\b", re.IGNORECASE)
_REASON = re.compile(
    r"(?<=[a-z] )\((?!(?:vice|deputy|chair|co-?opt|substitut|until|from|items?\b|arriv|left|late|part|virtual|remote|via|online|representing)"
    r"|(?:in|on|for|ex)[\s-])([a-z][^()\n]{2,60})\)"
)
# "Councillor Green - bereavement", "Councillor Meade, who was recovering from a hip operation", "due to illness".
_NO_REASON = (
    r"(?!(?:(?:vice|deputy|town|parish|assistant)\W+)?"
    r"(?:chair\w*|clerk|officer|member|co-?opt\w*|substitut\w*|represent\w*|replaced|attending|unable|not|for|item|in|on)\b)"
)
_DASHED = re.compile(rf"(?<=[a-z])\s[-–—]\s+{_NO_REASON}([a-z][^,;()\n.]{{2,60}})")
_CLAUSE = re.compile(
    r"\b(?:(?:who|as\s+(?:he|she|they)|because\s+(?:he|she|they))\s+(?:was|were|is|are|had|has)|due\s+to|owing\s+to|because\s+of|on\s+account\s+of)"
    rf"\s+{_NO_REASON}([a-z][^,;()\n.]{{2,80}})"
)
_BEFORE = 120
"""How many characters before a postcode its house number may stand."""


def contacts(text: str) -> Iterator[tuple[int, int]]:
    """Where telephone numbers and e-mail addresses stand, as offsets."""
    for match in _EMAIL.finditer(text):
        yield match.span()
    for match in _PHONE.finditer(text):
        if sum(character.isdigit() for character in match[0]) in _DIGITS:
            yield match.span()


def homes(text: str) -> Iterator[tuple[int, int]]:
    """Where an address with house number, street and postcode stands within two lines, unless its lines name an office or a venue."""
    for postcode in POSTCODE.finditer(text):
        line = text.rfind("\n", 0, postcode.start()) + 1
        start = max(text.rfind("\n", 0, max(line - 1, 0)) + 1, postcode.start() - _BEFORE)
        houses = list(_street().finditer(text, start, postcode.start()))
        if houses and not (_office().search(text, start, postcode.start()) or at_a_venue(text, houses[-1].start())):
            yield houses[-1].start(), postcode.end()


def dwellings(text: str) -> Iterator[tuple[int, int]]:
    """Where a house number and street stand behind words that say that somebody lives there."""
    for lives in _LIVES.finditer(text):
        if house := _street().match(text, lives.end()):
            yield house.span()


def home_after(text: str, end: int) -> Iterator[tuple[int, int]]:
    """Where a house number and street follow a person's name (which stops at `end`) in the same sentence, or a home without a number."""
    house = _street().search(text, end, end + _BEFORE)
    if house and not re.search(r"[.;]\s", text[end : house.start()]):
        yield house.span()
    yield from named_home_after(text, end)


def births(text: str) -> Iterator[tuple[int, int]]:
    """Where somebody's day of birth stands: "DOB 03/04/1971", "born on 3 April 1971"."""
    for match in _BORN.finditer(text):
        yield match.span("day")


def reasons(text: str) -> Iterator[tuple[int, int]]:
    """Where a bracket, a dash or a clause behind a name tells why somebody sent apologies: in small letters, and neither a role nor a time."""
    for apology in _APOLOGY.finditer(text):
        end = min(apology.end() + 300, len(text))
        for pattern in (_REASON, _DASHED, _CLAUSE):
            for reason in pattern.finditer(text, apology.start(), end):
                if not re.search(r"(?<!\b[A-Z])[.!?]\s+[A-Z]|\n\s*\n", text[apology.end() : reason.start()]):
                    yield reason.span(1)


@cache
def _street() -> re.Pattern[str]:
    kinds = "|".join(map(re.escape, lexicon.words("addresses", "streets")))
    return re.compile(rf"(?<![\w/.-])(?:(?:Flat|Unit|Apartment)\s\w{{1,4}},?\s)?\d{{1,4}}[A-Za-z]?,?\s(?:[A-Z][\w’'-]{{1,20}}\s){{1,4}}(?:{kinds})\b")


@cache
def _office() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, lexicon.words('addresses', 'offices')))})\b", re.IGNORECASE)


def absences(text: str) -> Iterator[tuple[int, int]]:
    """Where it is told why somebody is away, or something of somebody's health."""
    yield from reasons(text)
    yield from health(text)


def private_places(text: str) -> Iterator[tuple[int, int]]:
    """Where anything stands that reaches a person or is nobody's business: contacts, homes, relatives, days of birth, health, why somebody is away."""
    until = 0
    finders = (contacts, homes, named_homes, bereaved_homes, dwellings, reasons, relatives, births, health)
    for start, end in sorted(place for find in finders for place in find(text)):
        if end > until:
            yield max(start, until), end
            until = end
