"""Dates of any precision in a text: those of `dates`, months without a year, and bare years, each as its first and last day."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from graph_builder.language.dates import MONTHS, Found, find_dates

_NAMES = "|".join(month.capitalize() for month in MONTHS)
_FRONT = r"(?:\b(?:[Ii]n|[Dd]uring|[Ss]ince|[Oo]f|[Ll]ast|[Ee]arly|[Ll]ate|[Mm]id|[Ff]rom|[Bb]etween|[Tt]he|[Ii]ts)[\s-]+)"
# "in January", "during late March", and what follows it in a list: "in July and October".
_BARE = re.compile(rf"{_FRONT}(?:(?:early|late|mid|the)[\s-]+){{0,3}}(?P<months>(?:{_NAMES})\b(?:(?:\s*,\s*|\s+and\s+|\s*/\s*)(?:{_NAMES})\b)*)(?!\s+\d)")
_MONTH_FIRST = re.compile(
    rf"\b(?P<month>{_NAMES})\s+(?P<first>\d{{1,2}})(?:st|nd|rd|th)?\s*(?:to|and|&|[-–—])\s*(?P<last>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)\b"
)
_MONTH = re.compile(_NAMES)
# A year that is no part of a range, of a reference, of a sum or of another number.
_YEAR = re.compile(r"(?<![\d/£$.,:#-])\b(?:19|20)\d\d\b(?![%,]?\d|\s?[-–/]\s?\d|\.\d|\s?%)")

_TO = re.compile(r"\s*(?:to|until|[-–—])\s*(?:the\s+)?")
_AND = re.compile(r"\s*(?:and|to|[-–—])\s*(?:the\s+)?")
_BETWEEN = re.compile(r"\b(?:between|from)\s+(?:the\s+)?$", re.IGNORECASE)


def find_partial(text: str, *, near: date | None = None) -> list[Found]:
    """The dates in a text, in order. A month without a year is the last one before `near`, and is left out where that is None."""
    stretches = list(_stretches(text))
    whole = [part for part in find_dates(text, near=near) if not any(one.start < part.end and part.start < one.end for one in stretches)]
    found = [*stretches, *whole]
    taken = bytearray(len(text))
    for part in found:
        taken[part.start : part.end] = b"\1" * (part.end - part.start)
    for part in (*_months(text, near), *_years(text)):
        if not any(taken[part.start : part.end]):
            taken[part.start : part.end] = b"\1" * (part.end - part.start)
            found.append(part)
    return _joined(text, sorted(found, key=lambda date_: date_.start))


def _stretches(text: str) -> Iterator[Found]:
    """Days with their month in front: "March 1 to 4 2022"."""
    for match in _MONTH_FIRST.finditer(text):
        month, year = MONTHS.index(match["month"].casefold()) + 1, int(match["year"])
        first, last = int(match["first"]), int(match["last"])
        if 0 < first < last <= monthrange(year, month)[1]:
            yield Found(date(year, month, first), date(year, month, last), match.start(), match.end())


def _joined(text: str, found: list[Found]) -> list[Found]:
    """Two whole dates with "to" between them are one stretch: "24 October 2016 to 17 November 2016"."""
    joined: list[Found] = []
    for part in found:
        last = joined[-1] if joined else None
        pattern = _AND if last and _BETWEEN.search(text[max(0, last.start - 20) : last.start]) else _TO
        if last is not None and last.earliest < part.earliest and pattern.fullmatch(text, last.end, part.start) and _one_form(last, part):
            joined[-1] = Found(last.earliest, part.latest, last.start, part.end, part.has_year, last.weekday)
        else:
            joined.append(part)
    return joined


def _one_form(first: Found, second: Found) -> bool:
    return (first.exact and second.exact) or (not first.exact and not second.exact and first.has_year and second.has_year)


def _months(text: str, near: date | None) -> Iterator[Found]:
    for listed in _BARE.finditer(text) if near else ():
        for month in _MONTH.finditer(text, *listed.span("months")):
            assert near is not None
            number = MONTHS.index(month.group().casefold()) + 1
            year = near.year if (number, 1) <= (near.month, near.day) else near.year - 1
            yield Found(date(year, number, 1), date(year, number, monthrange(year, number)[1]), month.start(), month.end(), False)


def _years(text: str) -> Iterator[Found]:
    for match in _YEAR.finditer(text):
        year = int(match.group())
        yield Found(date(year, 1, 1), date(year, 12, 31), match.start(), match.end())
