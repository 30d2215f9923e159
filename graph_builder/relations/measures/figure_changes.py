"""A figure beside another or behind a change goes in, and what it is of comes out: the budget of the same, the distance from it, how much a value rose."""

from __future__ import annotations

import re

from graph_builder.relations.forms import form
from graph_builder.relations.measures.figure_joins import CHANGED
from graph_builder.relations.measures.figure_masks import FILE
from graph_builder.relations.measures.figure_words import Measured, Place, without_lead

# "(the same period last year)": when a compared value was
EARLIER = re.compile(r"\s\([^()]*\b(?:last|previous|preceding|prior|ago|earlier|before|same)\b[^()]*\)$", re.IGNORECASE)


def beside(place: Place, last: Measured) -> str | None:
    """The indicator of a value that is told beside another of the same: that of others, its budget, how far it is from that; None where it is not."""
    if (other := form(FILE, "next-of-same").match(place.left)) and place.figure.kind == last.figure.kind in {"percent", "rate"}:
        by = other["by"].casefold()
        return f"{last.indicator.partition(' (')[0].partition(f' {by} ')[0]} {by} {' '.join(other['what'].split())}"
    if not place.figure.kind == last.figure.kind == "money":
        return None
    if set_against := form(FILE, "against-budget").search(place.left):
        return _against(set_against, last)
    if aside := form(FILE, "aside-sum").fullmatch(place.left):
        return f"{last.indicator} ({' '.join(aside['what'].split())})" if "(" not in last.indicator else ""
    return None


def _against(words: re.Match[str], last: Measured) -> str:
    """The indicator of a sum with the budget that it is set against: "expenditure on roads (original budget)"; empty where that is no budget's."""
    if form(FILE, "in-year-sum").search(last.indicator):
        return ""
    own, _, before = last.indicator.rpartition(" (") if last.indicator.endswith(")") else (last.indicator, "", "")
    if words["again"]:
        return f"{own} ({without_lead(words['again'])})" if form(FILE, "uncertain").search(before) else ""
    return f"{own or last.indicator} ({' '.join(words['what'].split())})"


def change(place: Place, right: str, last: Measured | None) -> str | None:
    """What changed by a figure, with how; None where no change is told before it."""
    if told := form(FILE, "change-of").search(place.left):
        how = " ".join(told["how"].split())
        if last and not re.search(r"[;.]\s+(?!an?\s)", place.left):
            return f"{EARLIER.sub('', CHANGED.sub('', last.indicator))} ({how})"
        if form(FILE, "change-in-what").match(place.follows):
            return f"{how.removesuffix(' of')} in {right}"
    if place.figure.kind == "percent" and place.bracketed and (rise := form(FILE, "rise-in-bracket").search(place.left)):
        return f"{without_lead(' '.join(rise['what'].split()))} ({rise['change']} of)"
    by = form(FILE, "change-in-of").search(place.left)
    return f"{without_lead(' '.join(by['what'].split()))} ({by['change']} {by['by']})" if by else None
