"""A sentence goes in and comes out with a mark over each number that is no value: dates, ages, references, years; as long as before."""

from __future__ import annotations

import re
from datetime import date

from graph_builder.language.dates import find_dates
from graph_builder.relations.forms import form

FILE = "measures"
# "c7,000 plans", "c £8m"
_CIRCA = re.compile(r"\b(?:c\.?|circa)\s?(?=[£€$]?\d)")
_YEAR_PAIR = re.compile(r"(?<![\d/£€$.])(?:20)?(?P<a>\d\d)\s?[/–-]\s?(?:20)?(?P<b>\d\d)(?![\d/%.])")


def masked(text: str) -> str:
    """The sentence with `~` in the place of such numbers."""
    spans = [(found.start, found.end) for found in find_dates(text, near=date(2000, 1, 1))]
    spans += [
        match.span()
        for name in ("ages", "references", "years")
        for match in form(FILE, name).finditer(text)
        if not text[match.end() : match.end() + 2].strip().startswith("%")
    ]
    spans += [match.span() for match in _YEAR_PAIR.finditer(text) if consecutive(match["a"], match["b"])]
    text = _CIRCA.sub(lambda match: " " * len(match.group()), text)
    for start, end in spans:
        text = text[:start] + "~" * (end - start) + text[end:]
    return text


def consecutive(first: str, second: str) -> bool:
    """Whether two-digit years follow each other, as in `17/18`."""
    return (int(first) + 1) % 100 == int(second)
