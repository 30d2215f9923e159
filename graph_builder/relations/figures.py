"""A sentence goes in, its figures come out: money, shares, rates and counts with value, unit and place; dates, times, ages and references are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache

from graph_builder import lexicon
from graph_builder.language.dates import find_dates

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_WHOLE = r"(?<![\w.,:/£€$%])(?<!\w[-–])(?P<n>\d{1,3}(?:,\d{3})+|\d+)(?![\w/:%]|[.,]\d|\s?[-–]\s?\d)"
_SCALE = r"(?:bn|billion|trillion|million|m|thousand|k)\b"
_MONEY = re.compile(
    rf"(?P<cur>[£€$])\s?(?P<n>{_NUMBER})\s?(?P<s>{_SCALE})?(?:\s?(?:-|–|"
    rf"to)\s?[£€$]?(?P<m>{_NUMBER})\s?(?P<t>{_SCALE})?(?![\d%]))?",
    re.IGNORECASE,
)
_PERCENT = re.compile(
    rf"(?:(?<![\w.£€$/-])|(?<=\())(?P<n>[-−]?(?:{_NUMBER}))\s?%?(?:\s?(?:-|–|to)\s?(?P<m>{_NUMBER}))?\s?(?:%\+?|"
    rf"per\s?cent(?:age\s+points)?\b)(?P<p>\s+points?\b)?",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:from|by)\s+$", re.IGNORECASE)
# "Open Data 500 project": a number that is part of a name.
_NAMED = re.compile(r"(?<=[\w,;'’)])\s+[A-Z][\w'’]*\s+$")
_CHANGE = re.compile(r"\b(?P<way>up|down)\s+(?:by\s+)?$", re.IGNORECASE)
_RATE = re.compile(
    rf"(?<![\w.£€$/-])(?P<n>{_NUMBER})\s+per\s+(?P<d>\d[\d,]*|thousand|hundred|"
    rf"million)(?:\s+(?:of\s+the\s+)?(?:population|residents|children|people))?",
    re.IGNORECASE,
)
_OUT_OF = re.compile(
    r"(?<![\w.£€$/-])(?P<n>\d[\d,]*)\s+(?:out\s+of|of\s+the|of|"
    r"(?P<i>in(?:\s+every)?))\s+(?:the\s+)?(?P<d>\d[\d,]*)(?![\w.,:%/-])",
    re.IGNORECASE,
)
_SLASH = re.compile(r"(?<![\w.£€$/-])(?P<n>\d+)\s?/\s?(?P<d>\d+)(?![\w/.])(?=\s+(?P<v>[a-z]+))")
_COUNT = re.compile(rf"{_WHOLE}(?:\s+approx\.?)?(?=\s+(?P<words>[A-Za-z][\w'&/-]*(?:\s+[A-Za-z][\w'&/-]*){{0,5}}))")
_PART_OF = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|most|many|some|all|both|half|none|third|"
    r"quarter|thirds|quarters|few)\s+of\s+(?:the\s+|these\s+|those\s+|its\s+)?$",
    re.IGNORECASE,
)
_CHAIN = re.compile(rf"{_WHOLE}(?=\s+(?:down|up)\s+(?:to|from)\s+\d)")
_AFTER = re.compile(
    rf"\b(?:down|up|compared|rising|falling|increase[sd]?|decrease[sd]?|reduced|reduction|rose|fell|rise)?\s*(?:to|"
    rf"from|with|(?:figure|average|rate|target|total)\s+of)\s+{_WHOLE}(?!\s+(?:(?:working|calendar|school|"
    rf"consecutive|full)\s+)?(?:days?|weeks?|months?|years?(?!\s+end)|hours?|minutes?|miles?|metres?|mph|km|am|"
    rf"pm)\b)",
    re.IGNORECASE,
)
_BRACKET = re.compile(
    r"(?<!\bone\s)(?<!\btwo\s)(?<!\bsix\s)(?<!\bten\s)(?<!\bfour\s)(?<!\bfive\s)(?<!\bnine\s)(?<!\bthree\s)(?<!\bsev"
    r"en\s)(?<!\beight\s)(?<!\btwelve\s)\((?P<n>\d{1,3}(?:,\d{3})+|\d+)\)"
)
_WITHIN = re.compile(r"\((?P<n>\d{1,3}(?:,\d{3})+|\d+)(?=\s+(?:in|of|from|at|were|with|on)\s+[a-z])")
_CHANGED = r"(?:rose|risen|fell|fallen|increased|decreased|reduced|dropped|grown|gone\s+(?:up|down))\s+(?:from|to)"
_IS = re.compile(
    rf"\b(?:number|total|population|headcount|roll|balance|figure|rate|average|score|ratio)s?\s+(?:of|for|"
    rf"in)\b[^.;:()]{{3,120}}?\b(?:is|was|stood\s+at|stands\s+at|at|were|reached|totalled|{_CHANGED})\s+(?:now\s+|"
    rf"currently\s+)?{_WHOLE}|\b(?:number|total)s?\s+of\s+[^.;:()]{{2,80}}?:\s*{_WHOLE.replace('?P<n>', '?P<k>')}|"
    rf"\b{_CHANGED.replace('(?:from|to)', 'from')}\s+{_WHOLE.replace('?P<n>', '?P<l>')}(?=[^.;%]{{0,40}}?\sto\s+\d[\d"
    rf",]*(?!\d|%|[-\s]?(?:years?|mph|am|pm)))",
    re.IGNORECASE,
)
# "Of the 86 complaints, 34 (40%) were upheld", "of which 17 had been approved"
_SHARE = re.compile(
    rf"{_WHOLE}(?=\s*\(\d+(?:\.\d+)?\s?%\))|\bof\s+(?:which|whom|these|"
    rf"those),?\s+{_WHOLE.replace('?P<n>', '?P<m>')}(?=\s+(?:were|was|had|have|are|has|is)\b)",
    re.IGNORECASE,
)
_LASTING = re.compile(rf"(?<![\w.£€$/-])(?P<n>{_NUMBER})\s+(?P<u>(?:working\s+|calendar\s+)?(?:days?|weeks?|months?|hours?|minutes?))\b", re.IGNORECASE)
_LATELY = re.compile(r"\b(?:past|last|next|within|previous|every|following|over\s+the|in\s+the|for|after|first)\s+$", re.IGNORECASE)
_AVERAGE = re.compile(
    r"\b(?:averag\w+|mean|median|time\s+taken|waiting\s+times?|days\s+lost|turnaround|processing\s+times?|"
    r"response\s+times?)\b",
    re.IGNORECASE,
)
_AGES = re.compile(
    r"\bage[ds]?\s+(?:of\s+|between\s+|over\s+|under\s+)?\d[\d\s–-]*(?:and\s+\d+)?|\b\d+\s?(?:[-–]|"
    r"to)\s?\d+(?=\s*(?:year|yr))|\b(?:under|over)\s+\d+s\b|\b\d+[\s-]years?[\s-]olds?|\b\d+[\s-](?:month|week|year|"
    r"dai|hour)ly\b|\b\d+-(?:day|week|month|year|hour)\b|\b\d{1,2}\s?[-–]\s?\d{1,2}(?![\d%.])(?!\s?%)",
    re.IGNORECASE,
)
_REFERENCES = re.compile(
    r"\b(?:sections?|s|paragraphs?|paras?|items?|minutes?|appendix|appendices|pages?|slides?|key\s+stages?|ks|"
    r"stages?|levels?|years?(?=\s+\d{1,2}\b)|grades?|phases?|quarters?|qtrs?|q|periods?|weeks?|options?|objectives?|"
    r"outcomes?|priority|priorities|regulations?|articles?|schedules?|parts?|tables?|figures?|annex|units?|plots?|"
    r"nos?|numbers?|rooms?|bands?|zones?|steps?|tiers?|categor(?:y|ies)|class(?:es)?|types?|versions?|covid|routes?|"
    r"chapters?|standing\s+orders?|work-?streams?|recommendations?|questions?|points?|junctions?|policy|policies|"
    r"form|motions?|schemes?|progress|attainment)\.?\s*[-–]?\s*\d[\d.]*(?:\s*(?:,|and|or|to|-|–|/|"
    r"&)\s*\d[\d.]*)*\b(?!%|,\d)|\b0\d{2,4}[\s-]?\d{3}[\s-]?\d{3,4}\b|\b\w*\d+/\d+/\w+|https?://\S+|www\.\S+|"
    r"\S+@\S+|^\W?\d+(?:\.\d+)*[.)]\s",
    re.IGNORECASE,
)
_YEARS = re.compile(r"(?<![£€$,.\d])(?<!over\s)(?<!about\s)(?<!around\s)(?<!some\s)(?<!nearly\s)(?<!almost\s)(?:19|20)\d\d\b(?!\s+approx|,\d|%)")
_YEAR_PAIR = re.compile(r"(?<![\d/£€$.])(?:20)?(?P<a>\d\d)\s?[/–-]\s?(?:20)?(?P<b>\d\d)(?![\d/%.])")


@dataclass(frozen=True, slots=True)
class Figure:
    """A value in a sentence, with its offsets there; `low` and `high` differ in a range, and are None where the words give no number."""

    start: int
    end: int
    printed: str
    kind: str
    """money, percent, rate, ratio, count or plain: a bare number, which needs the figure before it or its brackets to mean something."""
    unit: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    numerator: str = ""
    denominator: str = ""


def find(text: str) -> list[Figure]:
    """The figures of a sentence, in order."""
    found: list[Figure] = []
    masked = _masked(text)
    for reader in (_money, _rates, _percents, _ratios, _counts, _plain):
        for figure in reader(masked, text, found):
            if not any(figure.start < other.end and other.start < figure.end for other in found):
                found.append(figure)
    return sorted(found, key=lambda figure: figure.start)


def number(printed: str) -> Decimal | None:
    """The number that a printed value gives: `(8,014)` is -8014, `£30k` is 30000; None where it prints none."""
    match = re.search(rf"(?P<n>{_NUMBER})\s?(?P<s>{_SCALE})?", printed, re.IGNORECASE)
    if match is None:
        return None
    value = scaled(match["n"], match["s"])
    negative = re.match(r"\s*(?:\(.*\)\s*$|[£€$]?\s*[-−–]\s*[£€$]?\s*\d|down\b)", printed, re.IGNORECASE)
    return -value if negative else value


def scaled(digits: str, scale: str | None) -> Decimal:
    """A printed number with its scale in full."""
    factor = {"k": 3, "th": 3, "m": 6, "mi": 6, "b": 9, "bn": 9, "bi": 9, "tr": 12}.get((scale or "").casefold()[:2], 0)
    return Decimal(digits.replace(",", "").replace("−", "-")).scaleb(factor)


def plain(value: Decimal) -> str:
    """A number as `xsd:decimal` writes it: no exponent, no needless zeros."""
    return format(value.normalize(), "f")


def consecutive(first: str, second: str) -> bool:
    """Whether two-digit years follow each other, as in `17/18`."""
    return (int(first) + 1) % 100 == int(second)


def _masked(text: str) -> str:
    """The text with a mark over each number that is no value; as long as before."""
    spans = [(d.start, d.end) for d in find_dates(text, near=date(2000, 1, 1))]
    spans += [
        match.span()
        for pattern in (_AGES, _REFERENCES, _YEARS)
        for match in pattern.finditer(text)
        if not text[match.end() : match.end() + 2].strip().startswith("%")
    ]
    spans += [match.span() for match in _YEAR_PAIR.finditer(text) if consecutive(match["a"], match["b"])]
    for start, end in spans:
        text = text[:start] + "~" * (end - start) + text[end:]
    return text


def _money(masked: str, text: str, _: list[Figure]) -> Iterator[Figure]:
    for match in _MONEY.finditer(masked):
        scale = match["s"] or (match["t"] if match["m"] else None)
        low = scaled(match["n"], scale)
        high = scaled(match["m"], match["t"] or match["s"]) if match["m"] else low
        figure = _figure(text, match, "money", unit=match["cur"], low=low)
        yield from _two(figure, match, high) if _FROM.search(masked[: match.start()]) and match["m"] else [replace(figure, high=high)]


def _percents(masked: str, text: str, _: list[Figure]) -> Iterator[Figure]:
    for match in _PERCENT.finditer(masked):
        low = scaled(match["n"], None)
        high = scaled(match["m"], None) if match["m"] else low
        change = _CHANGE.search(masked[: match.start()])
        sign = -1 if change and change["way"].casefold() == "down" else 1
        unit = "percentage points" if "point" in match.group().casefold() else "%"
        figure = replace(_figure(text, match, "percent", unit=unit, low=sign * low), high=sign * high)
        if change:
            figure = replace(figure, start=change.start(), printed=text[change.start() : figure.end])
        yield from _two(figure, match, high) if _FROM.search(masked[: match.start()]) and match["m"] else [figure]


def _figure(text: str, match: re.Match[str], kind: str, *, unit: str, low: Decimal) -> Figure:
    printed = text[match.start() : match.end()].rstrip()
    return Figure(match.start(), match.start() + len(printed), printed, kind, unit, low, low)


def _two(figure: Figure, match: re.Match[str], high: Decimal) -> Iterator[Figure]:
    """Two figures where a range is a change: "from 28% to 40%"."""
    cut = match.start("m") - (1 if match.string[match.start("m") - 1] in "£€$" else 0) - figure.start
    first, second = re.sub(r"\s*(?:-|–|to)\s*$", "", figure.printed[:cut]), figure.printed[cut:]
    yield replace(figure, end=figure.start + len(first), printed=first, high=figure.low)
    yield replace(figure, start=figure.start + cut, printed=second, low=high, high=high)


def _rates(masked: str, text: str, _: list[Figure]) -> Iterator[Figure]:
    for match in _RATE.finditer(masked):
        value = scaled(match["n"], None)
        yield Figure(match.start(), match.end(), match["n"], "rate", f"per {match['d']}", value, value)


def _ratios(masked: str, text: str, _: list[Figure]) -> Iterator[Figure]:
    for match in (*_SLASH.finditer(masked), *_OUT_OF.finditer(masked)):
        part, whole = match["n"].replace(",", ""), match["d"].replace(",", "")
        groups = match.groupdict()
        # "1 in 5 children", but no "11 in 12 months"
        if groups.get("i") and not (_noun(masked[match.end() :].split()[:2]) and int(whole) <= 20):
            continue
        told = "v" not in groups or (int(whole) >= 10 and match["v"] in lexicon.words("measures", "share_verbs"))
        if told and int(part) <= int(whole) and int(whole) > 1:
            yield Figure(match.start(), match.end(), text[match.start() : match.end()], "ratio", "", None, None, part, whole)


def _counts(masked: str, text: str, _: list[Figure]) -> Iterator[Figure]:
    for match in _COUNT.finditer(masked):
        # "only six of 57 new councillors"
        if _PART_OF.search(text[: match.start()]) or _NAMED.search(text[: match.start()]):
            continue
        noun = _noun(match["words"].split())
        if noun:
            value = scaled(match["n"], None)
            yield Figure(match.start(), match.end(), match["n"], "count", noun, value, value)
    for match in _SHARE.finditer(masked):
        group = "n" if match["n"] else "m"
        value = scaled(match[group], None)
        yield Figure(match.start(group), match.end(group), match[group], "count", "", value, value)
    for match in _LASTING.finditer(masked):
        if _AVERAGE.search(masked[: match.start()]) and not _LATELY.search(masked[: match.start()]):
            value = scaled(match["n"], None)
            yield Figure(match.start(), match.end(), match.group(), "rate", match["u"], value, value)


def _noun(words: list[str]) -> str:
    """What a number counts: the first word behind it that the lexicon counts; empty where a small word or a measure of time comes first."""
    for index, word in enumerate(words):
        pair, folded = " ".join(words[index : index + 2]).casefold(), word.casefold().strip("'")
        three = " ".join(words[index : index + 3])
        if any(_is(form, _listed("uncounted")) for form in (folded, pair, " ".join(words[index : index + 4]).casefold())) or folded in _SMALL:
            return ""
        # "12 Lynn Road" is an address.
        if word[0].isupper() and not word.isupper() and not folded.endswith("s"):
            return ""
        if _is(three.casefold(), _listed("counted")):
            return three
        if _is(pair, _listed("counted")):
            return " ".join(words[index : index + 2])
        if _is(folded, _listed("counted")) or re.fullmatch(r"[A-Z]{2,}[A-Za-z]*s", word):
            follows = words[index + 1] if index + 1 < len(words) else ""
            return f"{word} {follows}" if follows and _is(follows.casefold(), _listed("counted")) and not word.endswith("s") else word
    return ""


_SMALL = {
    "of",
    "to",
    "in",
    "on",
    "at",
    "by",
    "for",
    "from",
    "with",
    "and",
    "or",
    "the",
    "a",
    "an",
    "per",
    "is",
    "are",
    "was",
    "were",
    "has",
    "have",
    "had",
    "be",
    "that",
    "who",
    "which",
    "as",
    "than",
    "into",
    "x",
    "am",
    "pm",
}


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in lexicon.words("measures", key))


def _is(word: str, listed: frozenset[str]) -> bool:
    return word in listed or word.removesuffix("s") in listed or word.removesuffix("es") in listed


def _plain(masked: str, text: str, found: list[Figure]) -> Iterator[Figure]:
    """Bare numbers that their place makes values: "(111)", "139 down to 85", "to 44 from 42", "the number of pupils is 350"."""
    cued = re.search(lexicon.load("measures")["cue"], text, re.IGNORECASE)
    matches = [*_CHAIN.finditer(masked), *_IS.finditer(masked)]
    first = min((figure.start for figure in found), default=None)
    if cued:
        matches += _BRACKET.finditer(masked)
    if first is not None:
        matches += [match for match in _WITHIN.finditer(masked) if match.start() > first]
    first = min([m.start() for m in matches] + ([first] if first is not None else []), default=None)
    if first is not None:
        matches += [match for match in _AFTER.finditer(masked) if match.start() > first]
    for match in matches:
        group = next(name for name in ("n", "k", "l") if match.groupdict().get(name))
        value = scaled(match[group], None)
        yield Figure(match.start(group), match.end(group), match[group], "plain", "", value, value)
