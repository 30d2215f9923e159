"""The dates of one text as references need them: lists taken apart, months and years that stand alone, years taken from a neighbour or the meeting."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from graph_builder.language.dates import MONTHS, Found, find_dates

_LISTED = re.compile(r"\s*(?:,|;|,?\s*\band\b|,?\s*&)\s*(?:on\s+)?", re.IGNORECASE)
# "5 and 12 March", "14 January and 3 March": two days, and no stretch of days as in "5 - 9 March" or "5 to 9 March".
_TWO_DAYS = re.compile(r"(?P<first>\d{1,2}(?:st|nd|rd|th)?(?:\s+(?:of\s+)?[a-z]{3,9}\.?)?)\s*(?:and|&|,)\s*(?:[a-z]{3,9}day\s+)?(?P<second>\d)", re.IGNORECASE)
_BARE_DAYS = re.compile(r"(?:\b(?:on|held|of|from)\s+)(?P<days>(?:\d{1,2}(?:st|nd|rd|th)?\s*(?:,\s*and\b|,|\band\b|&)\s*)+)$", re.IGNORECASE)
_SHORT_YEAR = re.compile(r"[A-Za-z]{3,9}\.?\s+(?P<year>\d\d)")
_DAY = re.compile(r"\d{1,2}")
# Written with a capital, so that neither "may" nor "march" is one.
_MONTH = re.compile(rf"(?<![\w-])(?P<month>{'|'.join(m.capitalize() for m in MONTHS)})(?![\w-]|\s+\d|\s*[/&]\s*[A-Z]|['’])")
_YEAR = re.compile(r"(?<=\bthe\s)(?P<year>(?:19|20)\d\d)(?=\s+(?:[\w-]+\s+){0,3}?(?:[Mm]eeting|MEETING|[Aa]ssembly|AGM|APM)\b)")


def find(text: str, *, near: date | None) -> list[Found]:
    """The dates in a text, in order; one printed without a year has the year of the date that it is listed with, else the nearest to `near`."""
    found = [part for when in find_dates(text, near=near) for part in _apart(text, _short_year(text, when, near))]
    found = _with_years(text, _beside(found, (day for when in found for day in _bare_days(text, when))))
    return _beside(found, (*_months(text, near), *_years(text)))


def _beside(found: list[Found], more: Iterable[Found]) -> list[Found]:
    """The dates with those that stand on none of their words, in order."""
    kept = list(found)
    for new in more:
        if not any(new.start < old.end and old.start < new.end for old in kept):
            kept.append(new)
    return sorted(kept, key=lambda when: when.start)


def _short_year(text: str, when: Found, near: date | None) -> Found:
    """"May 18" in a paper of 2018 or 2019 may be a month with its year as well as a day: the month holds of both."""
    short = _SHORT_YEAR.fullmatch(text, when.start, when.end)
    if near is None or short is None or when.has_year or when.weekday is not None or int(short["year"]) not in {near.year % 100, near.year % 100 - 1}:
        return when
    first = date(near.year - near.year % 100 + int(short["year"]), when.earliest.month, 1)
    return when._replace(earliest=first, latest=first.replace(day=monthrange(first.year, first.month)[1]), has_year=True)


def _apart(text: str, when: Found) -> Iterator[Found]:
    """Two days that one month follows are two dates."""
    two = _TWO_DAYS.search(text, when.start, when.end)
    if when.exact or two is None:
        yield when
    else:
        yield when._replace(latest=when.earliest, end=two.end("first"))
        yield when._replace(earliest=when.latest, start=two.start("second"), weekday=None)


def _bare_days(text: str, when: Found) -> Iterator[Found]:
    """The days listed before a date whose month and year they share: "on 3, 10 and 17 March 2019"."""
    front = _BARE_DAYS.search(text, 0, when.start)
    if front is None or not when.exact:
        return
    for match in _DAY.finditer(text, *front.span("days")):
        if 1 <= int(match.group()) <= monthrange(when.earliest.year, when.earliest.month)[1]:
            day = when.earliest.replace(day=int(match.group()))
            yield when._replace(earliest=day, latest=day, start=match.start(), end=match.end(), weekday=None)


def _with_years(text: str, found: list[Found]) -> list[Found]:
    """The dates, each without a year with that of the next one in its list: "11 December, 14 January and 3 March 2020"."""
    settled: list[Found] = []
    for when in reversed(found):
        after = settled[-1] if settled else None
        if not when.has_year and after is not None and after.has_year and _LISTED.fullmatch(text, when.end, after.start):
            when = _moved(when, after.earliest.year - when.earliest.year)
            when = _moved(when, -1) if when.earliest > after.earliest else when
            when = when._replace(has_year=True)
        settled.append(when)
    return settled[::-1]


def _months(text: str, near: date | None) -> Iterator[Found]:
    for match in _MONTH.finditer(text) if near else ():
        assert near is not None
        month = MONTHS.index(match["month"].casefold()) + 1
        year = min((near.year, near.year - 1, near.year + 1), key=lambda y: abs((date(y, month, 15) - near).days))
        yield Found(date(year, month, 1), date(year, month, monthrange(year, month)[1]), match.start(), match.end(), False)


def _years(text: str) -> Iterator[Found]:
    for match in _YEAR.finditer(text):
        year = int(match["year"])
        yield Found(date(year, 1, 1), date(year, 12, 31), match.start(), match.end())


def turned(when: Found, near: date, *, past: bool) -> Found:
    """The date, moved by a year where it was printed without one and stands on the other side of `near` than its words say."""
    if when.has_year:
        return when
    if past and when.earliest > near:
        return _moved(when, -1)
    if not past and when.latest < near:
        return _moved(when, 1)
    return when


def _moved(when: Found, years: int) -> Found:
    return when._replace(earliest=_shift(when.earliest, years), latest=_shift(when.latest, years))


def _shift(day: date, years: int) -> date:
    """The same day some years on; the end of a month stays its end."""
    last = (day + timedelta(days=1)).month != day.month
    length = monthrange(day.year + years, day.month)[1]
    return date(day.year + years, day.month, length if last and day.day >= 28 else min(day.day, length))
