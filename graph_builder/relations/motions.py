"""Who proposed and who seconded, how the votes fell, and who voted how."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from graph_builder.language import people as persons
from graph_builder.language.names import Name, parse, title_regex, word_pattern
from graph_builder.language.passages import Passage
from graph_builder.language.lists import names_in


class Movers(NamedTuple):
    """The proposer and the seconder of a motion; None where the words name none."""

    proposer: Name | None
    seconder: Name | None
    start: int
    end: int


@cache
def _someone() -> str:
    word = word_pattern()
    return rf"(?:(?i:{title_regex().pattern})(?:(?:[A-Z]\.?\s?){{1,4}}\s?)?(?:{word}\s+){{0,3}}{word}|(?:[A-Z]\.?\s?){{1,4}}{word}|{word}\s+{word}|{word}|(?:[Tt]he\s+)?(?:Vice[- ])?(?:Chair(?:man|person)?|Mayor|Leader|Cathaoirleach))"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    one = _someone()
    proposed = r"(?:[Pp]rop(?:osed|osal|oser|osition)?\.?|PROPOSED|PROPOSER|[Mm]oved|MOVED|[Mm]over|[Nn]ominated)"
    seconded = r"(?:[Ss]ec(?:onded|onder|\.)?\.?|SECONDED|SECONDER|2nd(?:ed)?\.?)"
    mark = r"\s*(?:by|of|:|-|–)*\s*:?\s*(?:the\s+)?"
    return (
        re.compile(rf"\b{proposed}{mark}(?P<p>{one})\s*[,;.)/]*\s*(?:(?:and|was|which\s+was|&)\s+)*(?:duly\s+)?\(?{seconded}{mark}(?P<s>{one})"),
        re.compile(rf"(?P<p>{one})\s+(?:{proposed}|put\s+forward)\b(?P<what>[^.]{{0,400}}?)\s*[,;.(]*\s*(?:(?:and|was|this\s+was|which\s+was|with)\s+)*(?:duly\s+)?{seconded}{mark}(?P<s>{one})"),
        re.compile(rf"\b{proposed}\b[^.]{{0,60}}?\bby\s+(?P<p>{one})\s*[,;]*\s*(?:and\s+)?{seconded}{mark}(?P<s>{one})"),
        re.compile(rf"(?P<p>{one})\s+{proposed}\s*,?\s*(?:and\s+)?(?P<s>{one})\s+{seconded}"),
        re.compile(rf"(?P<p>{one}),\s+{seconded}{mark}(?P<s>{one}),?\s+(?:{proposed})"),
        re.compile(rf"(?P<p>{one})\s+{proposed}\b(?P<what>[^.]{{0,400}}?)\band\s+(?P<s>{one})\s+{seconded}"),
        re.compile(rf"\b{proposed}(?:\s+by|{mark})\s*(?P<p>{one})(?P<what>[^.]{{0,400}}?)\b{seconded}{mark}(?P<s>{one})"),
    )


_ONE = re.compile(r"\b(?:[Pp]roposed|[Mm]oved|PROPOSED|MOVED|[Pp]roposal\s+of|[Pp]roposer|[Mm]otion\s+of)\s*(?:by)?\s*:?\s*")
_SECOND = re.compile(r"\b(?:[Ss]econded|SECONDED|[Ss]econder)\s*(?:by)?\s*:?\s*")


def movers(text: str) -> Movers | None:
    """The proposer and the seconder that a text names, or None."""
    if not re.search(r"second|2nd|\bsec\b\.?", text, re.IGNORECASE):
        return _single(text)
    for pattern in _patterns():
        match = pattern.search(text)
        if match:
            proposer, seconder = _name(match["p"]), _name(match["s"])
            if proposer or seconder:
                return Movers(proposer, seconder, match.start(), match.end())
    return _single(text)


def _single(text: str) -> Movers | None:
    """A proposer or a seconder on a line of their own: "Proposed by Councillor Keary;"."""
    found: dict[str, tuple[Name, int, int]] = {}
    for key, pattern in (("p", _ONE), ("s", _SECOND)):
        match = pattern.search(text)
        after = re.match(_someone(), text[match.end() :]) if match else None
        name = _name(after.group()) if after else None
        if match and name and after:
            found[key] = (name, match.start(), match.end() + after.end())
    if not found:
        return None
    ends = [place for _, *place in found.values()]
    return Movers(found["p"][0] if "p" in found else None, found["s"][0] if "s" in found else None, min(a for a, _ in ends), max(b for _, b in ends))


def _name(words: str) -> Name | None:
    words = words.strip(" ,;.:")
    if re.fullmatch(r"[A-Z]{2,4}[a-z]?", words.split()[0]) and (len(words.split()) == 1 or not words.split()[1][:1].isupper()):
        return Name(words.split()[0], surname=words.split()[0])  # initials, which the paper's list of those present resolves
    for count in range(len(words.split()), 0, -1):
        piece = " ".join(words.split()[:count])
        name = parse(piece, bare=True)
        if name:
            return name
    return None


class Counts(NamedTuple):
    """Printed numbers of votes; None where none is printed."""

    votes_for: int | None
    against: int | None
    abstained: int | None


_NUMBER = r"(?P<{0}>\d{{1,3}}|no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|nil)"
_FOR = re.compile(_NUMBER.format("n") + r"\s+(?:votes?\s+|members?\s+(?:voted\s+|voting\s+)?|councillors?\s+)?(?:in\s+favour|for|voted\s+for|voting\s+for)\b|\b(?:votes?\s+)?(?:for|in\s+favour)(?:\s+the\s+\w+)?\s*[:(–-]\s*\(?(?P<m>\d{1,3})\b", re.IGNORECASE)
_AGAINST = re.compile(_NUMBER.format("n") + r"\s+(?:votes?\s+|members?\s+(?:voted\s+|voting\s+)?)?against\b|\bagainst(?:\s+the\s+\w+)?\s*[:(–-]\s*\(?(?P<m>\d{1,3})\b", re.IGNORECASE)
_ABSTAINED = re.compile(_NUMBER.format("n") + r"\s+(?:members?\s+)?(?:abst\w+)\b|\babst\w+\s*[:(–-]\s*\(?(?P<m>\d{1,3})\b", re.IGNORECASE)
_VOTES_TO = re.compile(r"\bby\s+(?P<a>\d{1,3})\s+(?:votes?\s+)?to\s+(?P<b>\d{1,3})\b", re.IGNORECASE)
_WORDS = {w: i for i, w in enumerate(("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"))} | {"nil": 0}


def counts(text: str) -> Counts | None:
    """The numbers of votes that a text prints, or None."""
    to = _VOTES_TO.search(text)
    if to:
        return Counts(int(to["a"]), int(to["b"]), _count(_ABSTAINED, text))
    found = Counts(_count(_FOR, text), _count(_AGAINST, text), _count(_ABSTAINED, text))
    return found if found.votes_for is not None and (found.against is not None or found.abstained is not None) else None


def _count(pattern: re.Pattern[str], text: str) -> int | None:
    match = pattern.search(text)
    if not match:
        return None
    printed = (match["n"] or match["m"]).casefold()
    return int(printed) if printed.isdigit() else _WORDS[printed]


_CAST = re.compile(r"^(?:(?:members?|councillors?|those)\s+(?:voting|who\s+voted)\s+)?(?P<how>for|in\s+favour(?:\s+of\s+the\s+\w+)?|against|abstain(?:ed|ing|tions?)?|abstentions?)(?:\s+the\s+(?:motion|amendment|recommendation|proposal))?\s*(?:\(\s*(?P<n>\d{1,3})\s*\)|[-–]?\s*(?P<m>\d{1,3}))?\s*[:–-]\s*(?P<who>(?:the\s+)?(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Dr|[A-Z]).*)", re.IGNORECASE | re.DOTALL)
_ROLL = re.compile(r"(?:(?<=[\s.;])|^)(?P<how>[Ff]or|FOR|[Aa]gainst|AGAINST|[Aa]bstain(?:ed|ing|tions?)?|ABSTAIN(?:ED|ING|TIONS?)?|ABSTENTIONS?|[Aa]bstentions?|[Ii]n favour|IN FAVOUR)\s*(?:\(\s*\d{1,3}\s*\)|[-–]?\s*\d{1,3})?\s*[:–-]\s*(?=(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Dr|[A-Z]))")


_ASKED = re.compile(r"\b(?:asked|requested|wished|asking|requesting)\s+(?:that|for|it\s+(?:to\s+)?be\s+recorded\s+that)?\s*(?:his|her|their|the)\s+(?:votes?\s+(?P<how>against|for)|(?P<abst>abstentions?))\b.{0,40}?\b(?:recorded|noted|minuted)", re.IGNORECASE)


def cast(passage: Passage) -> Iterator[tuple[str, Name, int, int]]:
    """The votes by name in a paragraph: how, who, and where the name stands."""
    for asked in _ASKED.finditer(passage.text):
        sentence = max(passage.text.rfind(". ", 0, asked.start()) + 1, 0)
        for person in persons.find(passage.text[sentence : asked.start()]):
            yield ("abstained" if asked["abst"] else asked["how"].casefold()), person.name, sentence + person.start, sentence + person.end
    marks = list(_ROLL.finditer(passage.text))
    for number, mark in enumerate(marks):
        stop = marks[number + 1].start() if number + 1 < len(marks) else len(passage.text)
        how = "for" if mark["how"].casefold().startswith(("for", "in")) else "against" if mark["how"].casefold().startswith("ag") else "abstained"
        sentence = re.search(r"(?<![A-Z])\.\s+(?=[A-Z][a-z]+\s+[a-z])", passage.text[mark.end() : stop])
        end = mark.end() + sentence.start() if sentence else stop
        for name, start, finish in names_in(passage.cut(mark.end(), end)):
            yield how, name, start, finish
