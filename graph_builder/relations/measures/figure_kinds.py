"""Whether a value is a target, a tolerance or what was reached; of none of these kinds where it is forecast, proposed, to come, or of a time not named."""

from __future__ import annotations

import re
from datetime import date

from graph_builder.relations.forms import form
from graph_builder.relations.measures.figure_masks import FILE
from graph_builder.relations.measures.figure_words import Measured

# The last date of a period; of a year of account its first year
_SHOWN = re.compile(r"(?:19|20)\d\d(?:-\d\d){0,2}(?!.*(?:19|20)\d\d)")
STOP = re.compile(r"[;.]\s")


def kind(text: str, measured: Measured, near: date | None) -> str:
    """The kind of a value in its sentence: target, tolerance, baseline, actual, or empty where it is none of these."""
    figure = measured.figure
    clause = STOP.split(text[max(0, figure.start - 170) : figure.start])[-1]
    for name in ("target", "tolerance", "baseline"):
        if form(FILE, f"{name}-before").search(clause) or form(FILE, f"{name}-behind").match(text[figure.end :]):
            return name
    if form(FILE, "aim").match(measured.indicator) or form(FILE, "meant-target").search(clause):
        return "target"
    if form(FILE, "in-year-sum").search(measured.indicator) and not form(FILE, "year-closed").search(text):
        return ""
    if near is not None and _is_later(measured.period, near):
        return ""
    if not measured.period and form(FILE, "from-value").search(text[: figure.start]) and form(FILE, "to-value").match(text[figure.end :]):
        # "had reduced from 4 to 2": what was so before, nobody says when
        return ""
    told = (
        form(FILE, "supposed").search(clause)
        or (figure.kind == "money" and form(FILE, "asked-for").search(clause))
        or form(FILE, "supposed-behind").match(text[figure.end :])
    )
    return "" if told or (figure.kind != "count" and form(FILE, "uncertain").search(measured.indicator)) else "actual"


def _is_later(period: str, near: date) -> bool:
    """Whether a period as a table shows it ends, or as a year of account begins, after a day."""
    end = _SHOWN.search(period)
    return end is not None and end[0] > near.isoformat()[: len(end[0])]
