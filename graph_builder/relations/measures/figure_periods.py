"""A figure in its sentence goes in, and the period that it is of comes out: one beside it, that of its name, or that which opens the sentence."""

from __future__ import annotations

import re

from graph_builder.relations.forms import form
from graph_builder.relations.measures.figure_masks import FILE
from graph_builder.relations.measures.figure_words import Measured, Place
from graph_builder.relations.measures.figures import listed
from graph_builder.relations.measures.periods import Period, earlier

_BEFORE = re.compile(
    r"\W{0,2}(?:\w+\s+){0,2}?\b(?:a\s+year|one\s+year|12\s+months|twelve\s+months)\s+(?:before|earlier|previously|ago)\b"
    r"|\W{0,2}(?:in|for|during)?\s*(?P<year>the\s+(?:previous|prior|preceding)\s+year|the\s+year\s+before)\b",
    re.IGNORECASE,
)
# "The outturn at 30 September 2022 was an overspend of"
_STATES = re.compile(r"\s+(?:was|is|were|are|remained|remains|showed|shows)\s+(?:[a-z-]+\s+){0,6}", re.IGNORECASE)
# What stands behind these belongs no more to the period that opens the sentence
_ELSEWHEN = re.compile(r";|\bbut\b|\band\s+(?:the|this|we|it|there|an?)\s", re.IGNORECASE)
# "more than in 2019/20": the period of what is compared
_COMPARED = re.compile(r"\b(?:than|from|against|compared\s+(?:with|to))\s+(?:in\s+)?$", re.IGNORECASE)


def of(place: Place, last: Measured | None = None, *, words: str = "") -> str:
    """The period of a figure: one beside it, else that which opens the sentence.

    A figure that only joins another, `last`, takes its own alone, or one that is told by its distance from that of the other.
    """
    joined = last is not None
    text, figure = place.text, place.figure
    after = [p for p in place.periods if figure.end <= p.start < place.after and not _is_apart(text[figure.end : p.start])]
    near = [p for p in place.periods if place.before <= p.start and p.end <= figure.start and _leads_from(place, p, words)]
    beside = bool(near) and not re.search(r"\w", text[near[-1].end : figure.start])
    if place.bracketed and beside:
        return near[-1].shown
    if last and (before := _BEFORE.match(place.follows)):
        return earlier(last.period, whole=bool(before["year"]))
    if after and not place.bracketed and not _opens_next(place, after[0], bool(near)):
        return next((p.shown for p in after if p.shown), "")
    if near and (beside or not joined):
        return near[-1].shown
    opening = next((p for p in place.periods if p.end <= figure.start and p.start < 4), None)
    return opening.shown if opening and not joined and _reaches(place, opening) else ""


def _is_apart(between: str) -> bool:
    """Whether what stands between a figure and a period parts them: another clause, or a figure in brackets: "up 5% (316 in 2019"."""
    return bool(form(FILE, "far").search(between) or re.search(r"\(\D{0,12}\d[\d,]*\s", between))


def _reaches(place: Place, opening: Period) -> bool:
    """Whether the period that opens a sentence is that of a figure: no other one stands between, and it is no day on which something was decided."""
    between = place.text[opening.end : place.figure.start]
    if _ELSEWHEN.search(between) or any(opening.end <= p.start and p.end <= place.figure.start and p.shown for p in place.periods):
        return False
    return not (re.fullmatch(r"\d{4}-\d\d-\d\d", opening.shown) and form(FILE, "decided-on").match(between))


def _leads_from(place: Place, period: Period, name: str = "") -> bool:
    """Whether a period leads to a figure, or to its name: "the Q2 overspend of"; behind "set 15th Feb," a new clause begins."""
    between = place.text[period.end : place.figure.start]
    if name and between.strip().startswith(name.partition(" (")[0]):
        between = between.strip().removeprefix(name.partition(" (")[0])
    if _STATES.fullmatch(between) or (name and _is_within(place, period, name.partition(" (")[0].split())):
        return True
    if re.search(r"\band\b", between) and _COMPARED.search(place.text[: period.start]):
        return False
    apart = "," in between and re.search(r"\w\s*$", place.text[: period.start]) and place.text[period.start].isdigit()
    return not apart and _leads(between)


def _is_within(place: Place, period: Period, words: list[str]) -> bool:
    """Whether a period stands within the words of a name: "the overspend for the 2023/24 block"."""
    first, last = place.text.rfind(words[0], place.before, period.start), place.text.rfind(words[-1], period.end, place.figure.start)
    return len(words) > 1 and first >= 0 and last >= 0 and not re.search(r"[;:.,]\s", place.text[first:last])


def _leads(words: str) -> bool:
    """Whether words between a period and a figure only lead from one to the other."""
    return set(re.findall(r"[A-Za-z]+", words.casefold())) <= listed("linking") and not re.search(r"[;.]\s", words)


def _opens_next(place: Place, period: Period, told: bool) -> bool:
    """Whether a period leads to the next figure rather than closing this one: "62% (2017: 58%)"."""
    between = place.text[period.end : place.after]
    return place.after < len(place.text) and not re.search(r"\w", between) and (told or ":" in between)
