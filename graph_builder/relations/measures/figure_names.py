"""The words chosen for a figure go in and come out as the name of what is measured, without what stands loosely at their ends; or as nothing."""

from __future__ import annotations

import re

from graph_builder.relations.forms import form
from graph_builder.relations.measures.figure_masks import FILE
from graph_builder.relations.measures.figure_wholes import is_money
from graph_builder.relations.measures.figure_words import Place, stripped, without_lead, without_periods
from graph_builder.relations.measures.figures import listed

# More words than a name before a figure has
_LONG = 16
# More words than any name has
_LONGEST = 22
# "assessments completed since April the average time": a name that begins anew
_RESTART = re.compile(
    r"^.*\b(?!of|in|for|on|at|to|with|from|by|than|and|below|above|against|between)\w+\s+the\s+(?=(?:average|number|total|rate|percentage|proportion|share|cost|value)\b)",
    re.IGNORECASE,
)
# "costs and a shortfall": the last of several
_AND_A = re.compile(r"^.*\band\s+an?\s+(?=[\w-]+(?:\s+[\w-]+){0,2}$)", re.IGNORECASE)
_SMALL = frozenset(("and", "of", "for", "the", "&"))


def named(words: str) -> str:
    """The words as a name: "giving net borrowing" is net borrowing, "the Council could face a yearly charge" a yearly charge; empty where they name nothing."""
    bare, bracket, rest = words.partition(" (")
    bare = _of_clause(_trimmed(_AND_A.sub("", _RESTART.sub("", bare))))
    if (
        not bare
        or form(FILE, "no-name").search(bare)
        or form(FILE, "finite").match(bare)
        or form(FILE, "bare-target").fullmatch(bare)
        or (not bracket and form(FILE, "part-alone").match(bare))
    ):
        return ""
    if len(words.split()) > _LONGEST or (rest.startswith("of ") and form(FILE, "general").fullmatch(bare)):
        return ""
    return f"{bare}{bracket}{rest}"


def is_name_alone(words: str) -> bool:
    """Whether words for a sum are the name of a service or a place, and do not say what sum it is: "Health and Wellbeing"."""
    parts = re.findall(r"[\w'’&-]+", words)
    return all(part in _SMALL or part[0].isupper() for part in parts) and not any(is_money(part.casefold()) or part.isupper() for part in parts)


def is_place_alone(words: str) -> bool:
    """Whether words for a share or a rate are names alone, of places or bodies: "Kent and Medway", "Kent itself"."""
    parts = words.removesuffix(" itself").split()
    return (len(parts) > 1 or words.endswith(" itself")) and all(part in _SMALL or part[0].isupper() for part in parts) and not _measures(parts)


def is_led(place: Place, name: str) -> bool:
    """Whether words before a figure lead to it as to their value: a clause says what it is, or they hold a word for what is measured."""
    bare, before = name.partition(" (")[0], place.text[: place.figure.start]
    bare = name if name in before else bare
    at = before.rfind(bare)
    if at < 0 and bare == name and place.figure.kind in {"rate", "plain"} and bare[:12] not in before and not bare.startswith("years'"):
        return False
    if at < 0 and (form(FILE, "cut-short").search(place.text[place.figure.end : place.after]) or place.figure.unit == "percentage points") and bare == name:
        return False
    if at < 0 and bare == name and place.figure.kind == "percent" and not form(FILE, "predicate").search(name):
        return False
    if at < 0 or place.figure.kind in {"count", "ratio"} or (place.figure.kind == "plain" and place.bracketed) or (bare != name and name not in before):
        return True
    between = without_periods(place, at + len(bare), place.figure.start)
    if place.figure.kind in {"percent", "rate"} and not re.search(r"[:(–-]\s*$", place.left) and is_place_alone(name):
        return False
    if len(bare.split()) > _LONG:
        return False
    says = not place.left.rstrip().endswith("(") and form(FILE, "is-value").match(between) and form(FILE, "clause-begins").search(before[:at])
    words = re.findall(r"[\w'&-]+", name)
    if place.figure.kind == "percent" and re.fullmatch(r"\W*(?:to|from|of|at|and)\W*", between):
        return bool(says) or _measures(words, counted=False)
    return bool(says) or (bool(form(FILE, "only-leads").fullmatch(between)) and _measures(words))


def _measures(parts: list[str], *, counted: bool = True) -> bool:
    """Whether one of some words is a noun of measures, of money or of what is counted."""
    known = listed("measured") | listed("money_nouns") | listed("rates") | (listed("counted") if counted else frozenset())
    return any({part.casefold().strip("()'"), part.casefold().strip("()'").removesuffix("s")} & known for part in parts)


def with_kind(name: str, before: str) -> str:
    """A name with the kind of the sums that its sentence lists, in the words before it: "Highways (overspend)"; empty where they tell none."""
    kinds = list(form(FILE, "sum-kind").finditer(before))
    return f"{name} ({' '.join(kinds[-1]['kind'].split())})" if kinds else ""


def _trimmed(words: str) -> str:
    """The words without those that only join them to what stands before or behind."""
    begin = form(FILE, "loose-start").match(words)
    words = words[begin.end() :] if begin else words
    end = form(FILE, "loose-end").search(words)
    return without_lead(stripped(words[: end.start()])) if end else without_lead(words) if begin else words


def _of_clause(words: str) -> str:
    """The last noun phrase of a clause that says what may be, which is no name: "the rate that it could"; the words themselves where they are none."""
    modal = form(FILE, "what-may-be").search(words)
    if modal is None:
        return words
    article = list(form(FILE, "article").finditer(words, modal.end()))
    return words[article[-1].end() :] if article else ""
