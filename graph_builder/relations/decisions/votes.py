"""A stretch of text goes in; out come the numbers of votes that it prints."""

from __future__ import annotations

import re
from typing import NamedTuple


class Counts(NamedTuple):
    """Printed numbers of votes; None where none is printed."""

    votes_for: int | None
    against: int | None
    abstained: int | None


_WORDS = "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
_NUMBERS = {word: number for number, word in enumerate(_WORDS)} | {"nil": 0, "none": 0}
_NUMBER = rf"\b(?P<n>\d{{1,3}}|none|nil|{'|'.join(_WORDS)})\s+"
_PRINTED = r"(?:\s+the\s+(?:(?:\w+\s+){1,2}(?:motion|amendment|proposal|recommendations?)|\w+))?\s*[:(–-]+\s*\(?(?P<n>\d{1,3})\b"
# The number first, as in "5 votes for, 2 against, 1 abstention".
_BEFORE = (
    re.compile(rf"{_NUMBER}(?:votes?\s+|members?\s+(?:vot\w+\s+)?|councillors?\s+)?(?:in\s+(?:favour|support)|(?:vot\w+\s+)?for)\b", re.IGNORECASE),
    re.compile(rf"{_NUMBER}(?:votes?\s+|members?\s+(?:voted\s+|voting\s+)?)?against\b", re.IGNORECASE),
    re.compile(rf"{_NUMBER}(?:members?\s+)?abst\w+\b", re.IGNORECASE),
)
# The label first, as in "For: 5 Against: 2 Abstentions: 1".
_AFTER = (
    re.compile(rf"\b(?:votes?\s+)?(?:for|in\s+favour){_PRINTED}", re.IGNORECASE),
    re.compile(rf"\bagainst{_PRINTED}", re.IGNORECASE),
    re.compile(rf"\babst\w+{_PRINTED}", re.IGNORECASE),
)
# "For 5, Against 2": with capitals alone, so that no "for 5 years" is one.
_CAPITAL = tuple(re.compile(rf"\b(?:{word})\s+(?P<n>\d{{1,3}})\b") for word in ("For|FOR|In favour", "Against|AGAINST", r"Abst\w+|ABST\w+"))
# "For: Cllrs Atkin and Cole (2) Against: Cllr Farrow (1)": the number behind the names.
_NAMED = tuple(
    re.compile(rf"\b(?:{way})\s*[:–-]\s*(?:(?!\b(?:For|Against|Abst)\w*\s*[:–-])[^().;:]|\.(?=\s?[A-Z])){{3,600}}?\((?P<n>\d{{1,3}})\)")
    for way in ("For|FOR|In favour", "Against|AGAINST", r"Abst\w+|ABST\w+")
)
_CAST = r"\s+(?:votes?\s+|members?\s+|councillors?\s+)?(?:(?:were|was)\s+cast\s+|(?:had\s+)?vot(?:ed|ing)\s+)?(?:for|in\s+favour\s+of)\s+the\s+"
_CONTEST = re.compile(
    rf"\b(?P<a>\d{{1,3}}|{'|'.join(_WORDS)}){_CAST}(?P<first>motion|amendment)\b[^.]{{0,40}}?\b(?P<b>\d{{1,3}}|{'|'.join(_WORDS)}){_CAST}(?P<second>motion|amendment)\b",
    re.IGNORECASE,
)
_LOST = re.compile(r"\b(?:lost|defeated|fell|rejected|not\s+carried)\b", re.IGNORECASE)
_VOTES_TO = re.compile(
    r"\b(?:by\s+(?P<a>\d{1,3})\s*(?:votes?\s*)?(?:,\s*)?(?:to|against)|(?:lost|carried|defeated|vot(?:e|ing))\W{1,3}(?P<c>\d{1,2})\s?[-–])\s?(?P<b>\d{1,3}|one|two|three|four|five|six|seven|eight|nine)\b(?!\s?[-–/])",
    re.IGNORECASE,
)


def contest(text: str) -> Counts | None:
    """The numbers of votes for a motion, and against it for its amendment, where members chose between the two; None where a text tells of no such vote."""
    found = _CONTEST.search(text)
    if found is None or found["first"].casefold() == found["second"].casefold():
        return None
    numbers = (_number(found["a"]), _number(found["b"]))
    motion, amendment = numbers if found["first"].casefold() == "motion" else reversed(numbers)
    return Counts(motion, amendment, _count(_BEFORE[2], text))


def counts(text: str) -> Counts | None:
    """The numbers of votes that a text prints, or None."""
    patterns = next((some for some in (_AFTER, _CAPITAL, _NAMED) if some[0].search(text)), _BEFORE)
    votes_for, against, abstained = (_count(pattern, text) for pattern in patterns)
    to = _VOTES_TO.search(text)
    if to:  # a motion that was lost had fewer votes for it, whichever number is printed first
        few, many = sorted((int(to["a"] or to["c"]), _number(to["b"])))
        return Counts(few, many, abstained) if _LOST.search(text) else Counts(many, few, abstained)
    found = Counts(votes_for, against, abstained)
    return found if votes_for is not None and (against is not None or abstained is not None) else None


def _count(pattern: re.Pattern[str], text: str) -> int | None:
    match = pattern.search(text)
    if not match:
        return None
    return _number(match["n"])


def _number(printed: str) -> int:
    return int(printed) if printed.isdigit() else _NUMBERS[printed.casefold()]
