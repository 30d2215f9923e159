"""A stretch of text goes in; out come the numbers of votes that it prints, and who voted how."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graph_builder.language import people as persons
from graph_builder.language.lists import names_in
from graph_builder.language.names import Name
from graph_builder.language.passages import Passage


class Counts(NamedTuple):
    """Printed numbers of votes; None where none is printed."""

    votes_for: int | None
    against: int | None
    abstained: int | None


class Vote(NamedTuple):
    """One vote by name: `for`, `against` or `abstained`, whose it is, and where the name stands in the passage."""

    how: str
    name: Name
    start: int
    end: int


_WORDS = "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
_NUMBERS = {word: number for number, word in enumerate(_WORDS)} | {"nil": 0, "none": 0}
_NUMBER = rf"\b(?P<n>\d{{1,3}}|none|nil|{'|'.join(_WORDS)})\s+"
_PRINTED = r"(?:\s+the\s+\w+)?\s*[:(–-]\s*\(?(?P<n>\d{1,3})\b"
# The number first, as in "5 votes for, 2 against, 1 abstention".
_BEFORE = (
    re.compile(
        rf"{_NUMBER}(?:votes?\s+|members?\s+(?:voted\s+|voting\s+)?|councillors?\s+)?(?:in\s+favour|for|voted\s+for|voting\s+for)\b", re.IGNORECASE
    ),
    re.compile(rf"{_NUMBER}(?:votes?\s+|members?\s+(?:voted\s+|voting\s+)?)?against\b", re.IGNORECASE),
    re.compile(rf"{_NUMBER}(?:members?\s+)?abst\w+\b", re.IGNORECASE),
)
# The label first, as in "For: 5 Against: 2 Abstentions: 1".
_AFTER = (
    re.compile(rf"\b(?:votes?\s+)?(?:for|in\s+favour){_PRINTED}", re.IGNORECASE),
    re.compile(rf"\bagainst{_PRINTED}", re.IGNORECASE),
    re.compile(rf"\babst\w+{_PRINTED}", re.IGNORECASE),
)
_LOST = re.compile(r"\b(?:lost|defeated|fell|rejected|not\s+carried)\b", re.IGNORECASE)
_VOTES_TO = re.compile(r"\bby\s+(?P<a>\d{1,3})\s+(?:votes?\s+)?to\s+(?P<b>\d{1,3})\b", re.IGNORECASE)


def counts(text: str) -> Counts | None:
    """The numbers of votes that a text prints, or None."""
    patterns = _AFTER if _AFTER[0].search(text) else _BEFORE
    votes_for, against, abstained = (_count(pattern, text) for pattern in patterns)
    to = _VOTES_TO.search(text)
    if to:  # a motion that was lost had fewer votes for it, whichever number is printed first
        few, many = sorted((int(to["a"]), int(to["b"])))
        return Counts(few, many, abstained) if _LOST.search(text) else Counts(many, few, abstained)
    found = Counts(votes_for, against, abstained)
    return found if votes_for is not None and (against is not None or abstained is not None) else None


def _count(pattern: re.Pattern[str], text: str) -> int | None:
    match = pattern.search(text)
    if not match:
        return None
    printed = match["n"].casefold()
    return int(printed) if printed.isdigit() else _NUMBERS[printed]


# The head of a list of voters, and where such a list ends: the next sentence.
_ROLL = re.compile(
    r"(?:(?<=[\s.;])|^)(?P<how>[Ff]or|FOR|[Aa]gainst|AGAINST|[Aa]bstain(?:ed|ing|tions?)?|ABSTAIN(?:ED|ING|TIONS?)?|ABSTENTIONS?"
    r"|[Aa]bstentions?|[Ii]n favour|IN FAVOUR)(?P<of>\s+(?:of\s+)?(?:the\s+)?(?:motion|amendment|proposal|recommendation))?"
    r"\s*(?:\(\s*\d{1,3}\s*\)|[-–]?\s*\d{1,3})?\s*[:–-]\s*"
    r"(?=(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Dr|[A-Z]))"
)
FOR_MOTION = re.compile(r"(?:^|[\s.;])for\s+the\s+motion\b[^.;:]{0,20}:", re.IGNORECASE)
"""The head of a list of those who voted for a motion and not for an amendment to it."""
_SENTENCE = re.compile(r"(?<![A-Z])\.\s+(?=[A-Z][a-z]+\s+[a-z])")
_ASKED = re.compile(
    r"\b(?:asked|requested|wished|asking|requesting)\s+(?:that|for|it\s+(?:to\s+)?be\s+recorded\s+that)?\s*(?:his|her|their|the)\s+"
    r"(?:votes?\s+(?P<how>against|for)|(?P<abst>abstentions?))\b.{0,40}?\b(?:recorded|noted|minuted)",
    re.IGNORECASE,
)


def cast(passage: Passage, *, against_motion: bool = False) -> Iterator[Vote]:
    """The votes by name in a paragraph. `against_motion`: members chose between a motion and its amendment, and a vote for this is one against that."""
    text = passage.text
    for asked in _ASKED.finditer(text):
        sentence = max(text.rfind(". ", 0, asked.start()) + 1, 0)
        for person in persons.find(text[sentence : asked.start()]):
            how = "abstained" if asked["abst"] else asked["how"].casefold()
            yield Vote(how, person.name, sentence + person.start, sentence + person.end)
    marks = list(_ROLL.finditer(text))
    for mark, stop in zip(marks, [*(mark.start() for mark in marks[1:]), len(text)], strict=False):
        over = _SENTENCE.search(text[mark.end() : stop])
        end = mark.end() + over.start() if over else stop
        for name, start, finish in names_in(passage.cut(mark.end(), end)):
            how = _how(mark["how"])
            other = against_motion and how == "for" and "amendment" in (mark["of"] or "").casefold()
            yield Vote("against" if other else how, name, mark.end() + start, mark.end() + finish)


def _how(printed: str) -> str:
    printed = printed.casefold()
    return "for" if printed.startswith(("for", "in")) else "against" if printed.startswith("ag") else "abstained"
