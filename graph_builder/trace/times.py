"""Dates as papers print them in, the first and the last day that they can mean out."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Final, NamedTuple

_YEAR: Final = re.compile(r"(\d{4})/(\d{2})(?:[ ,]+Q([1-4]))?")
_DATE: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


class Days(NamedTuple):
    """The first and the last day of a partial date."""

    first: date
    last: date


def span(text: str) -> Days | None:
    """The days that a date can mean: `2018-03-05`, `2018-03`, `2018`, two of them with a slash, `2017/18`, `2018/19 Q2`; None for all else.

    A year of two numbers is taken from April to March; a school year begins later, which one cannot tell from the words.
    """
    years = _YEAR.fullmatch(text.strip())
    if years is not None and (int(years[1]) + 1) % 100 == int(years[2]):
        return _financial(int(years[1]), int(years[3] or 0))
    first, _, last = text.strip().partition("/")
    start, end = _partial(first), _partial(last or first)
    return Days(start.first, end.last) if start is not None and end is not None and start.first <= end.last else None


def _financial(year: int, quarter: int) -> Days:
    if not quarter:
        return Days(date(year, 4, 1), date(year + 1, 3, 31))
    year, month = (year + 1, 1) if quarter == 4 else (year, 1 + 3 * quarter)
    return Days(date(year, month, 1), date(year, month + 2, monthrange(year, month + 2)[1]))


def _partial(text: str) -> Days | None:
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    return Days(first, date(year, month or 12, day or monthrange(year, month or 12)[1]))


def first_day(text: str) -> str:
    """The first day that a date can mean, in ISO form, which sorts; what is no date sorts after all dates."""
    days = span(text)
    return days.first.isoformat() if days is not None else "9999"


def months(text: str) -> str:
    """A date for a reader: `16 May 2018`, `May 2018`, `5–9 March 2018`; what is none as it is."""
    days = span(text)
    if days is None or _YEAR.match(text):
        return text
    first, last = days
    if first == last:
        return f"{first.day} {first:%B %Y}"
    if len(text) == len("2018"):
        return text
    if "/" not in text:
        return f"{first:%B %Y}"
    start, _, end = text.partition("/")
    if len(start) == len(end) == len("2018-03-05") and (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {last:%B %Y}"
    return f"{months(start)} – {months(end)}"
