"""The words around a figure: the noun phrase that leads to it and what follows it, without the periods that are named there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from graph_builder import lexicon
from graph_builder.relations.figure_masks import FILE
from graph_builder.relations.figures import Figure
from graph_builder.relations.forms import form
from graph_builder.relations.periods import Period

_EMPTY = re.compile(r"\(\s*\)|\[\s*\]")
_BEFORE_VALUE = re.compile(r"\bin\s+the\s+(?:region|order)\s+of\s*$|[\s(:=–—-]+$")
# "waiting times, which stood at"
_WHICH = re.compile(r",\s+which\s+(?=(?:now\s+|currently\s+)?(?:stood|stands|was|were|is|are|had|has|have|averaged|totalled|reached)\b)", re.IGNORECASE)
_PREPOSITIONS = frozenset(("in", "with", "by", "for"))
_AUXILIARY = re.compile(r"^(?:(?:had|has|have|were|was|are|is|been|being|also)\s+)+(?=\w)")
_ASIDE = re.compile(r"\((?=[^()]{0,60}\))[^()]*\)")
_NEXT_FIGURES = re.compile(r"\s+and\b(?:\s+(?!and\b)\S+){0,5}\s*$")


@dataclass(frozen=True, slots=True)
class Place:
    """A figure in its sentence, with the end of the figure before it and the start of the next."""

    text: str
    figure: Figure
    before: int
    after: int
    periods: tuple[Period, ...]

    @property
    def left(self) -> str:
        """The words between the figure before and this one."""
        return self.text[self.before : self.figure.start]

    @property
    def follows(self) -> str:
        """All that stands behind the figure."""
        return self.text[self.figure.end :]

    @property
    def bracketed(self) -> bool:
        """Whether the figure stands in brackets alone."""
        return self.left.rstrip().endswith("(") and self.follows.startswith(")")

    @property
    def within(self) -> bool:
        """Whether a bare number opens a bracket that says more of the figure before: "24/33 left (11 in less than 12 months)"."""
        return self.figure.kind == "plain" and self.before > 0 and self.left.endswith("(") and not self.bracketed and ")" in self.follows


def left_of(place: Place) -> str:
    """The noun phrase that leads to a figure; empty where there is none."""
    words = without_periods(place, place.before, place.figure.start)
    if place.before and form(FILE, "next-sum").search(words):
        return ""
    words = _last(_BEFORE_VALUE.sub("", _WHICH.sub(" ", words)), "strong")
    words = _EMPTY.sub(" ", re.sub(r"^[^()]*\)", " ", words))
    words = words.rpartition("(")[2] if words.count("(") > words.count(")") else words
    words = stripped(words)
    for name in ("change-in", "than", "reported", "expected-to"):
        words = form(FILE, name).sub("", words)
    words = _last(words, "new-phrase")
    verbs = list(form(FILE, "finite").finditer(words))
    if verbs:
        opens = [match.end() for match in form(FILE, "opens").finditer(words) if match.start() >= verbs[0].end() or match.group().strip() in {",", "that"}]
        words = words[opens[-1] :] if opens else words[verbs[-1].end() :] if verbs[-1].start() == 0 else words
    return without_lead(stripped(words))


def clause_of(place: Place) -> str:
    """The words of the clause that lead to a figure, the last dozen at most."""
    words = _last(without_periods(place, place.before, place.figure.start), "strong")
    for name in ("reported", "expected-to"):
        words = form(FILE, name).sub("", stripped(words, keep=_PREPOSITIONS)) or words
    return without_lead(" ".join(stripped(words, keep=_PREPOSITIONS).split()[-12:]))


def right_of(place: Place) -> str:
    """What follows a figure, to the end of its clause."""
    words = re.sub(r"^\s*\+?\)?(?:\s+approx\.?(?=\s))?", "", without_periods(place, place.figure.end, place.after))
    if words.rstrip().endswith("("):
        # brackets that hold no more than the next figure are looked through
        close = place.text.find(")", place.after)
        beyond = place.text[close + 1 :] if 0 <= close <= place.after + 14 else ""
        words = f"{words.rstrip()[:-1]} {beyond}"
    words = re.sub(r"^\s+(?:of|in\s+favour\s+of)\s+", " ", words)
    words = _ASIDE.sub(lambda m: m.group() if re.fullmatch(r"\([A-Z][\w&/ ]{0,9}\)", m.group()) else " ", words)
    end = form(FILE, "ends").search(words)
    words = words[: end.start()] if end else words
    if not end and place.after < len(place.text):
        # "9 purchase units and Toppins Lands for 28 units": what stands behind the last "and" is the next figure's
        words = _NEXT_FIGURES.sub("", words)
    words = form(FILE, "copula").sub(lambda m: m.group() if m["head"].endswith((" that", " which", " who")) else f"{m['head']} ", " ".join(words.split()))
    if place.figure.kind == "ratio":
        return stripped(words)
    return without_lead(stripped(_AUXILIARY.sub("", words)))


def _last(words: str, name: str) -> str:
    """What stands behind the last match of a form."""
    bounds = [match.end() for match in form(FILE, name).finditer(words)]
    return words[bounds[-1] :] if bounds else words


def without_periods(place: Place, start: int, end: int) -> str:
    """A stretch of the sentence without the periods that it names."""
    text = place.text[start:end]
    for period in reversed(place.periods):
        low, high = max(period.start, start), min(period.end, end)
        if low < high:
            text = f"{text[: low - start]} {text[high - start :]}"
    return text


def stripped(words: str, *, keep: frozenset[str] = frozenset()) -> str:
    """Words without the linking ones at their end."""
    parts = words.split()
    while parts and (parts[-1].casefold().strip(",.:;(–-") in listed("linking") - keep or not re.search(r"\w", parts[-1])):
        parts.pop()
    return " ".join(parts).rstrip(" ,;:(–-")


def without_lead(words: str) -> str:
    """Words without articles, conjunctions and the like at their beginning."""
    parts = words.split()
    while parts and (parts[0].casefold().strip(",.:;)(") in listed("leading") or not re.search(r"\w", parts[0])):
        parts.pop(0)
    bare = " ".join(parts).strip(" ,;:").lstrip(") ")
    return bare.rstrip(")") if ")" in bare and "(" not in bare else bare


@cache
def listed(key: str) -> frozenset[str]:
    """The words of a list of the lexicon, without case."""
    return frozenset(word.casefold() for word in lexicon.words("measures", key))
