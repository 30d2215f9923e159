"""The periods that a sentence names for its figures: days, months, years of account, quarters; each as it is shown, with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from graph_builder.language.dates import MONTHS, Found, find_dates
from graph_builder.relations.forms import form
from graph_builder.relations.measures.figure_masks import FILE, consecutive

_LEAD = (
    r"(?:\b(?:as\s+at|as\s+of|at\s+the\s+end\s+of|by\s+the\s+end\s+of|(?:up\s+)?to\s+the\s+end\s+of|end\s+of|year\s+end(?:ing)?|"
    r"in\s+the\s+same\s+period(?:\s+in)?|the\s+same\s+period(?:\s+in)?|during|for|in|at|on|of|by|"
    r"to)\s+)*(?:the\s+)?(?:month\s+of\s+|session\s+|(?:financial|school|academic|municipal)?\s*year\s+(?:end(?:ing)?\s+)?)?"
)
_FINANCIAL = re.compile(
    rf"{_LEAD}(?:(?:q|qtr\.?|quarter)\s?(?P<q>[1-4])\s*(?:of\s+|,\s*|"
    rf"\()?\s*)?(?<![\d/£€$.])(?:20)?(?P<a>\d\d)\s?[/–-]\s?(?:20)?(?P<b>\d\d)(?![\d/%.]\d|\d|\s?%)(?:\s*\(?(?:q|"
    rf"qtr\.?|quarter)\s?(?P<r>[1-4])\b\)?)?(?:\s+financial\s+year|\s+academic\s+year)?",
    re.IGNORECASE,
)
_GLUED = re.compile(rf"{_LEAD}\b(?P<m>jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*['’-]?(?P<y>\d\d)\b", re.IGNORECASE)
_YEAR = re.compile(
    r"\b(?:in|for|during)\s+the\s+(?P<w>20\d\d)\s+(?:season|calendar\s+year|census|survey)\b|"
    r"(?:\b(?:as\s+at|in|during|for|throughout|calendar\s+year|year)\s+(?:the\s+(?:calendar\s+)?year\s+)?|"
    r"(?<=\())(?P<y>(?:19|20)\d\d)\b(?!\s*[-–/]\s*\d)|^(?P<z>(?:19|20)\d\d)(?=\s+[a-z])",
    re.IGNORECASE,
)
_YEARS = re.compile(r"\b(?:between|from)\s+(?P<a>(?:19|20)\d\d)\s+(?:and|to)\s+(?P<b>(?:19|20)\d\d)\b", re.IGNORECASE)
_QUARTER = re.compile(
    r"(?:\b(?:in|for|at|during|at\s+the\s+end\s+of)\s+)?\b(?:the\s+)?(?:q|qtr\.?\s|quarter\s)(?P<q>[1-4])\b(?!\s*[/-])"
    r"(?:,?\s+(?:of\s+)?(?P<y>20\d\d)\b(?!\s?[/–-]\s?\d))?",
    re.IGNORECASE,
)
_QUARTERS = re.compile(
    r"(?:\b(?:in|for|during)\s+)?\b(?:q|quarters?\s)(?P<a>[1-4])\s*(?:-|–|to|and|&)\s*(?:q|quarters?\s)?(?P<b>[1-4])\b(?:,?\s+(?:of\s+)?(?P<y>20\d\d)\s?[/–-]\s?(?:20)?(?P<z>\d\d)\b)?",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"(?:\b(?:in|for|at|during|over)\s+)?\b(?:(?:this|the|that)\s+)?(?:(?:last|current|previous|present|"
    r"same)\s+)?(?:(?:this|last|current|previous|present)\s+(?:last\s+)?(?:qtr\b|quarter|month|year|week|period)|year\s+previous|"
    r"year\s+to\s+date|to\s+date|so\s+far(?:\s+this\s+year)?|at\s+the\s+(?:start|end|"
    r"beginning)\s+of\s+the\s+year)\b",
    re.IGNORECASE,
)
_ROLLING = re.compile(
    r"(?:\b(?:in|over|during|for)\s+)?(?:\bthe\s+)?(?:\b(?:rolling|last)\s+)?\b(?:(?:12|twelve)[\s-]months?|(?<=the\s)(?:financial\s+)?year|(?P<half>(?:6|six)[\s-]months?|half[\s-]year)|(?P<quarter>(?:3|three)[\s-]months?|quarter))\s+(?:to|ending|ended|up\s+to)\s+(?:the\s+end\s+of\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_MONTH = re.compile(rf"\b(?i:in|for|during|at\s+the\s+end\s+of)\s+(?P<m>{'|'.join(name.capitalize() for name in MONTHS)})\b(?!\s+\d)")
_TO_COME = re.compile(r"\b(?:will|would|shall|should|by|next|until|due|expect\w*|forecast|planned|from|since|before|after|between)\b", re.IGNORECASE)
_SEASON = re.compile(
    rf"{_LEAD}\b(?P<s>(?:autumn|spring|summer|winter|michaelmas|hilary|trinity)(?:\s+term)?)\s+(?:of\s+|in\s+)?(?P<y>20\d\d(?:\s?[/–-]\s?\d\d)?)\b",
    re.IGNORECASE,
)
# A figure since, until or after a date is not of that date.
_BOUND = re.compile(r"\b(?:since|until|till|through|before|after|following|between|the\s+meeting\s+(?:of|on))\s*$", re.IGNORECASE)
_COMPARED = re.compile(r"\b(?:on|from|over|with|than|to|below|above|against)\s*(?:the\s*)?$", re.IGNORECASE)
# "by the end of September": no value of that month, but of its last day
_BY_END = re.compile(r"\b(?:by|up\s+to)\s+the\s+end\s+of\s+(?:the\s+month\s+of\s+)?$", re.IGNORECASE)
# The last of the years that stand for none: that of a date for which neither the sentence nor the paper tells one
_NO_YEAR = 1700
_SAME = re.compile(
    r"\bsame\s+(?:period|quarter|months?|time|point|weeks?|days?)\s+(?:(?:in|of|during|for|last)\s+)?(?:the\s+)?(?:year\s+)?(?:19|20)?\d\d", re.IGNORECASE
)
_WHOLE_YEAR = re.compile(r"\d{4}(?:/\d\d)?")
_LAW = re.compile(r"\b(?:act|regulations?|order|paragraphs?|paras?|sections?|items?|appendix|annex)\s*$", re.IGNORECASE)


class Period(NamedTuple):
    """A period in a sentence: what a table shows of it (empty for "this quarter"), and the place of its words with those before it."""

    shown: str
    start: int
    end: int
    part_of: str = ""
    """The year of which it is the same part as that of the value before: "in the same period 17/18"."""


def find(text: str, *, near: date | None) -> list[Period]:
    """The periods of a sentence, in order; a date without a year takes it from `near`."""
    found: list[Period] = []
    for period in _all(text, near):
        if not any(period.start < other.end and other.start < period.end for other in found) and not _bound(text, period):
            found.append(period._replace(shown="") if form(FILE, "on-levels").match(text[period.end :]) and _COMPARED.search(_before(text, period)) else period)
    return list(_parts(text, sorted(found, key=lambda period: period.start)))


def _parts(text: str, found: list[Period]) -> Iterator[Period]:
    """The periods; "the same period in 2017/18" is a part of that year, and so is one that is listed with it."""
    last: Period | None = None
    for period in found:
        listed = last and last.part_of and re.fullmatch(r"\s*(?:\([^()]*\)|[\d,.]+%?)?\s*(?:and|,)\s*", text[last.end : period.start])
        if _WHOLE_YEAR.fullmatch(period.shown) and (listed or _SAME.search(text[max(0, period.start - 25) : period.end])):
            period = period._replace(shown="", part_of=period.shown)
        yield period
        last = period


def _before(text: str, period: Period) -> str:
    """What stands before the first figure of a period."""
    figure = re.search(r"\d", text[period.start :])
    return text[: period.start + (figure.start() if figure else 0)]


def _bound(text: str, period: Period) -> bool:
    """Whether the words before a period make it the bound of another, or a part of the name of a law."""
    before = text[: period.start]
    return bool(_BOUND.search(before) or (text[period.start : period.start + 1].isdigit() and _LAW.search(before)))


def _all(text: str, near: date | None) -> Iterator[Period]:
    for match in _QUARTERS.finditer(text):
        quarters = f"Q{match['a']}-Q{match['b']}"
        yield Period(f"{match['y']}/{match['z']} {quarters}" if match["y"] else quarters, *match.span())
    for match in _FINANCIAL.finditer(text):
        if consecutive(match["a"], match["b"]) and 5 <= int(match["a"]) <= 60:
            quarter = match["q"] or match["r"]
            yield Period(f"20{match['a']}/{match['b']}" + (f" Q{quarter}" if quarter else ""), *match.span())
    for match in _GLUED.finditer(text):
        month = next(i for i, name in enumerate(MONTHS, 1) if name.startswith(match["m"].casefold()[:3]))
        yield Period(f"20{match['y']}-{month:02d}", *match.span())
    dates = _dates(text, near)
    for first, last in pairwise(dates):
        if first.has_year and last.has_year and first.latest < last.earliest and re.fullmatch(r"\s*(?:-|–|to)\s*", text[first.end : last.start]):
            lead = re.search(rf"{_LEAD}$", text[: first.start], re.IGNORECASE)
            yield Period(f"{_until(first)}/{_until(last)}", lead.start() if lead else first.start, last.end)
    for found in dates:
        rolling = _ROLLING.search(text[: found.start])
        lead = rolling or re.search(rf"{_LEAD}$", text[: found.start], re.IGNORECASE)
        told = "" if found.earliest.year <= _NO_YEAR else _months_to(found, rolling) if rolling else shown(_ended(text, found))
        yield Period(told, lead.start() if lead else found.start, found.end)
    yield from _months_beside(text, near)
    yield from _parts_of_years(text)


def _ended(text: str, found: Found) -> Found:
    """A month by whose end something was so, as its last day; another date as it is."""
    return found._replace(earliest=found.latest) if _BY_END.search(text[: found.start]) else found


def _until(found: Found) -> str:
    """An end of a stretch: a month or a day, as precise as it is."""
    return shown(found).partition("/")[0]


def _dates(text: str, near: date | None) -> list[Found]:
    """The dates of a sentence; one without a year takes it from the date beside it, and has none where that does not tell it."""
    dates = list(find_dates(text, near=near or date(1600, 6, 1)))
    dated = [found for found in dates if found.has_year]
    return [found if found.has_year or not dated else _beside(found, dated) for found in dates]


def _beside(found: Found, dated: list[Found]) -> Found:
    """A date without a year in the year of the one that is nearest, or in the one before: "at 31 December and £2m at 30 June 2022"."""
    beside = min(dated, key=lambda other: abs(other.start - found.start))
    later = (found.earliest.month, found.earliest.day) > (beside.earliest.month, beside.earliest.day)
    if (found.earliest.month, found.earliest.day) == (2, 29):
        return found
    year = 1600 if later and found.start > beside.start else beside.earliest.year - later
    return found._replace(earliest=found.earliest.replace(year=year), latest=found.latest.replace(year=year))


def _parts_of_years(text: str) -> Iterator[Period]:
    """Terms, quarters, years and what points to them."""
    for match in _SEASON.finditer(text):
        yield Period(f"{match['y']} {' '.join(match['s'].casefold().split())}", *match.span())
    for match in _QUARTER.finditer(text):
        yield Period(f"{match['y']} Q{match['q']}" if match["y"] else f"Q{match['q']}", *match.span())
    for match in _YEARS.finditer(text):
        yield Period(f"{match['a']}/{match['b']}", *match.span())
    for match in _YEAR.finditer(text):
        yield Period(match["y"] or match["z"] or match["w"], *match.span())
    for match in _RELATIVE.finditer(text):
        yield Period("", *match.span())


def _months_beside(text: str, near: date | None) -> Iterator[Period]:
    """The months without a year: beside one with a year, "in August 2023, against 22 in July", else the last one before the paper's day."""
    dated = [found for found in find_dates(text, near=near) if found.has_year]
    for match in _MONTH.finditer(text) if dated or (near and not _TO_COME.search(text)) else ():
        month = next(number for number, name in enumerate(MONTHS, 1) if name == match["m"].casefold())
        if dated:
            beside = min(dated, key=lambda found: abs(found.start - match.start()))
            if month == beside.earliest.month:
                yield Period("", *match.span())
                continue
            year = beside.earliest.year - (month > beside.earliest.month and match.start() > beside.start)
        else:
            assert near is not None
            year = near.year - (month > near.month)
        yield Period(f"{year}-{month:02d}", *match.span())


def _months_to(found: Found, rolling: re.Match[str]) -> str:
    """The months that end with a date: a year, half of one, or a quarter."""
    last = found.latest
    months = 3 if rolling["quarter"] else 6 if rolling["half"] else 12
    before = last.year * 12 + last.month - months
    first = date(before // 12, before % 12 + 1, 1)
    return f"{first:%Y-%m}/{last:%Y-%m}"


def shown(found: Found) -> str:
    """A date as precise as it is: a day, a month, or both ends of a stretch."""
    first, last = found.earliest, found.latest
    if first == last:
        return first.isoformat()
    if first.day == 1 and (first.year, first.month) == (last.year, last.month):
        return f"{first:%Y-%m}"
    whole = first.day == 1 and last.day > 27
    return f"{first:%Y-%m}/{last:%Y-%m}" if whole else f"{first.isoformat()}/{last.isoformat()}"


def earlier(period: str, *, whole: bool) -> str:
    """The period a year before; with `whole` only of a year: the year before a day is no day."""
    if whole and not re.fullmatch(r"\d{4}(?:/\d\d)?", period):
        return ""
    account = re.fullmatch(r"(\d{4})/(\d\d)(.*)", period)
    if account:
        return f"{int(account[1]) - 1}/{(int(account[2]) - 1) % 100:02d}{account[3]}"
    return re.sub(r"\b(?:19|20)\d\d\b", lambda year: str(int(year.group()) - 1), period)
