"""Dates and times as council papers print them, each with its precision: a month stays a month, a range stays a range."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import Final, NamedTuple

MONTHS: Final = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_MONTH = (
    r"(?P<m{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
    r"\b\.?"
)
WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = r"(?:(?P<w{0}>mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?(?:\b|(?=\d))[\s,.]*(?:the\s+)?)?"
_ORDINAL = r"(?:\s?(?:(?:st|nd|rd|th)\.?(?!\w)|st|nd|rd|th|™|\"|'|°))?"
_DAY = r"(?P<d{0}>0?[1-9]|[12]\d|3[01])" + _ORDINAL
_YEAR = r"(?P<y{0}>(?:19|20)\d\d)(?!\d|/\d)"
_DASH = r"\s*(?:-|–|—|to|and|&)\s*"
_UNTIL = _WEEKDAY.replace("w{0}", "v{0}") + _DAY.replace("d{0}", "e{0}")
_OF_MONTH = r",?\s*(?:of\s+|day\s+of\s+)?" + _MONTH


# One pattern, its alternatives from the longest form to the shortest; each alternative has names of its own.
_FORMS = (
    _WEEKDAY + _DAY + _DASH + _UNTIL + r",?\s+(?:of\s+)?" + _MONTH + r"(?:,?\s+" + _YEAR + ")?",
    _WEEKDAY + _DAY + _OF_MONTH + _DASH + _UNTIL + r",?\s+(?:of\s+)?" + _MONTH.replace("m{0}", "n{0}") + r"(?:,?\s+" + _YEAR + ")?",
    _WEEKDAY + _DAY + _OF_MONTH + r"(?:[,.]?\s*" + _YEAR + ")?",
    _WEEKDAY + _MONTH + r"\s+" + _DAY + r"(?:st|nd|rd|th)?(?:[.,]?\s+" + _YEAR + ")?(?![\\d/])",
    _WEEKDAY + r"(?P<y{0}>(?:19|20)\d\d)-(?P<a{0}>0[1-9]|1[0-2])-(?P<d{0}>0[1-9]|[12]\d|3[01])\b",
    _WEEKDAY + r"(?P<d{0}>0?[1-9]|[12]\d|3[01])(?P<s{0}>[/.])(?P<a{0}>0?[1-9]|1[0-2])(?P=s{0})(?P<y{0}>(?:19|20)?\d\d)(?!\d)",
    _MONTH + r"\s*(?:/|-|–|and|to)\s*" + _MONTH.replace("m{0}", "n{0}") + r",?\s+" + _YEAR,
    _MONTH + r",?\s+(?:of\s+)?" + _YEAR,
)
# A day may be glued to the word before it ("the8th June", "on12th April"), a year to the one behind it ("2017at 7.30pm"), as text taken from a PDF often is.
_DATE = re.compile(
    r"(?:(?<![\w/.£])|(?<=[a-z])(?=\d{1,2}(?:st|nd|rd|th))|(?<=[ap]m)(?=\d{1,2}\s))(?:"
    + "|".join(f"(?P<f{number}>{form.replace('{0}', str(number))})" for number, form in enumerate(_FORMS))
    + r")(?:(?!\w)|(?=(?:at|in|via)\b))",
    re.IGNORECASE,
)
# A text without the first letters of a month, and without figures on both sides of a mark, holds no date: the long pattern is not tried on it.
_HINT = re.compile(r"\d[/.-]\d|[JFMASONDjfmasond](?:[aA][nNrRyY]|[eE][bBpPcC]|[pP][rR]|[uU][nNlLgG]|[cC][tT]|[oO][vV])")
_TIME = re.compile(
    r"(?<![\d.:£])(?:(?P<h>[01]?\d|2[0-3])\s?(?:[.:]\s?(?P<m>[0-5]\d))?\s?(?P<p>[ap]\.?\s?m(?:\b\.?|(?=\d{1,2}\s)))"
    r"|(?P<H>[01]?\d|2[0-3])[:.](?P<M>[0-5]\d)\s?(?:hrs|hours|h)?(?![\d.%])|(?P<hh>[01]\d|2[0-3])(?P<mm>[0-5]\d)\s?(?:hrs|hours)"
    r"|(?P<noon>12\s+noon|noon|midday)|(?P<midnight>midnight))",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")


class Found(NamedTuple):
    """A date in a text: its first and last possible day, where it stands, and whether the year was printed.

    `weekday` is the printed day of the week, 0 for Monday, or None.
    """

    earliest: date
    latest: date
    start: int
    end: int
    has_year: bool = True
    weekday: int | None = None

    @property
    def exact(self) -> bool:
        """Whether it is one day."""
        return self.earliest == self.latest


def find_dates(text: str, *, near: date | None = None) -> Iterator[Found]:
    """The dates in a text, in order. One printed without a year takes it from `near`, and is left out where that is None."""
    if not (_FIGURE.search(text) and _HINT.search(text)):
        return
    for match in _DATE.finditer(text):
        found = _found(match, near)
        if found is not None:
            yield found


def first_date(text: str, *, near: date | None = None) -> Found | None:
    """The first date in a text, or None."""
    return next(find_dates(text, near=near), None)


def _found(match: re.Match[str], near: date | None) -> Found | None:
    number = next(i for i in range(len(_FORMS)) if match[f"f{i}"])
    parts = {key[0]: value for key, value in match.groupdict().items() if value and key[1:] == str(number) and key[0] != "f"}
    if "y" not in parts and near is None:
        return None
    month = _month(parts.get("m"), parts.get("a"))
    until = _month(parts.get("n"), None) if "n" in parts else month
    year = _year(parts["y"]) if "y" in parts else _nearest_year(near, month, int(parts.get("d", "1")))
    try:
        first, last = _ends(year, month, until, parts)
    except ValueError:
        return None
    return Found(first, last, match.start(), match.end(), "y" in parts, _weekday(parts.get("w")))


def _ends(year: int, month: int, until: int, parts: dict[str, str]) -> tuple[date, date]:
    """The first and last day that the parts allow; ValueError where there is no such day."""
    if "d" not in parts:
        return date(year, month, 1), date(year, until, monthrange(year, until)[1])
    first = date(year - (until < month), month, int(parts["d"]))
    return first, date(year, until, int(parts["e"])) if "e" in parts else first


def _month(name: str | None, number: str | None) -> int:
    if number:
        return int(number)
    return next(i for i, month in enumerate(MONTHS, 1) if month.startswith((name or "").casefold().rstrip(".")[:3]))


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text) if int(text) < 70 else 1900 + int(text)


def _nearest_year(near: date | None, month: int, day: int) -> int:
    """The year that brings a day and month nearest to a date."""
    assert near is not None
    days = {year: abs((date(year, month, min(day, 28)) - near).days) for year in (near.year, near.year - 1, near.year + 1)}
    return min(days, key=days.__getitem__)


def _weekday(name: str | None) -> int | None:
    return None if not name else next(i for i, day in enumerate(WEEKDAYS) if day.startswith(name.casefold()[:3]))


def find_times(text: str) -> Iterator[tuple[time, int, int]]:
    """The times of day in a text, with their offsets; what stands around `2.00` tells whether it is one."""
    if not _FIGURE.search(text) and not any(word in text.casefold() for word in ("noon", "midday", "midnight")):
        return
    for match in _TIME.finditer(text):
        found = _time(match)
        if found is not None:
            yield found, match.start(), match.end()


def _time(match: re.Match[str]) -> time | None:
    if match["noon"]:
        return time(12)
    if match["midnight"]:
        return time(0)
    if match["h"]:
        hour = int(match["h"]) % 12 + (12 if match["p"][0] in "pP" else 0)
        return time(hour if int(match["h"]) <= 12 else int(match["h"]), int(match["m"] or 0))
    return time(int(match["H"] or match["hh"]), int(match["M"] or match["mm"]))


def next_working_day(day: date) -> date:
    """The first day after `day` on which England works: no Saturday, Sunday or bank holiday."""
    from holidays.countries.united_kingdom import UnitedKingdom  # it costs 0.1 s, and few papers need it

    off = UnitedKingdom(subdiv="ENG", years=(day.year, day.year + 1))  # type: ignore[no-untyped-call]
    following = day + timedelta(days=1)
    while following.weekday() >= 5 or following in off:
        following += timedelta(days=1)
    return following
