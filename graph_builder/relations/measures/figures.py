"""A sentence goes in, its figures come out: money, shares, rates and counts with value, unit and place; dates, times, ages and references are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from itertools import takewhile

from graph_builder import lexicon
from graph_builder.relations.forms import form
from graph_builder.relations.measures.figure_masks import FILE, masked

_NUMBER = re.compile(r"(?P<n>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s?(?P<s>(?:bn|billion|trillion|million|m|thousand|k)\b)?", re.IGNORECASE)
_NEGATIVE = re.compile(r"\s*(?:\(.*\)\s*$|[£€$]?\s*[-−–]\s*[£€$]?\s*\d|down\b)", re.IGNORECASE)
# Plurals without an "s"
_PLURAL = frozenset(("people", "children", "women", "men", "staff", "personnel", "youth", "police"))
_SCALES = {"k": 3, "th": 3, "m": 6, "mi": 6, "b": 9, "bn": 9, "bi": 9, "tr": 12}


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
    marked = masked(text)
    for reader in (_money, _rates, _percents, _ratios, _counts, _parts, _lasting):
        _take(found, reader(marked))
    _take(found, _plain(marked, text, min((figure.start for figure in found), default=None)))
    return sorted(found, key=lambda figure: figure.start)


def _take(found: list[Figure], figures: Iterator[Figure]) -> None:
    """Add those that overlap none that was found before."""
    for figure in figures:
        if not any(figure.start < other.end and other.start < figure.end for other in found):
            found.append(figure)


def number(printed: str) -> Decimal | None:
    """The number that a printed value gives: `(8,014)` is -8014, `£30k` is 30000; None where it prints none."""
    match = _NUMBER.search(printed)
    if match is None:
        return None
    value = scaled(match["n"], match["s"])
    return -value if _NEGATIVE.match(printed) else value


def scaled(digits: str, scale: str | None = None) -> Decimal:
    """A printed number with its scale in full."""
    return Decimal(digits.replace(",", "").replace("−", "-")).scaleb(_SCALES.get((scale or "").casefold()[:2], 0))


def plain(value: Decimal) -> str:
    """A number as `xsd:decimal` writes it: no exponent, no needless zeros."""
    return format(value.normalize(), "f")


def _figure(match: re.Match[str], kind: str, *, unit: str, low: Decimal) -> Figure:
    printed = match.group().rstrip()
    return Figure(match.start(), match.start() + len(printed), printed, kind, unit, low, low)


def _bare(match: re.Match[str], group: str, kind: str, *, unit: str = "") -> Figure:
    """A figure whose words are its number alone."""
    value = scaled(match[group])
    return Figure(match.start(group), match.end(group), match[group], kind, unit, value, value)


def _money(text: str) -> Iterator[Figure]:
    for match in form(FILE, "money").finditer(text):
        low = scaled(match["n"], match["s"] or (match["t"] if match["m"] else None))
        yield from _range(_figure(match, "money", unit=match["cur"], low=low), match, match["t"] or match["s"])


def _percents(text: str) -> Iterator[Figure]:
    for match in form(FILE, "percent").finditer(text):
        unit = "percentage points" if "point" in match.group().casefold() else "%"
        figure = _figure(match, "percent", unit=unit, low=scaled(match["n"]))
        change = form(FILE, "up-or-down").search(text[: match.start()])
        if change and figure.low is not None:
            low = -figure.low if change["way"].casefold() == "down" else figure.low
            figure = replace(figure, start=change.start(), printed=text[change.start() : figure.end], low=low, high=low)
        yield from _range(figure, match, None)


def _range(figure: Figure, match: re.Match[str], scale: str | None) -> Iterator[Figure]:
    """A figure, with both its ends where it is a range; two figures where that is a change: "from 28% to 40%"."""
    if not match["m"]:
        yield figure
        return
    high = scaled(match["m"], scale)
    if not form(FILE, "from").search(match.string[: match.start()]):
        yield replace(figure, high=high)
        return
    cut = match.start("m") - (match.string[match.start("m") - 1] in "£€$") - figure.start
    first = re.sub(r"\s*(?:-|–|to)\s*$", "", figure.printed[:cut])
    yield replace(figure, end=figure.start + len(first), printed=first)
    yield replace(figure, start=figure.start + cut, printed=figure.printed[cut:], low=high, high=high)


def _rates(text: str) -> Iterator[Figure]:
    for match in form(FILE, "rate").finditer(text):
        value = scaled(match["n"])
        yield Figure(match.start(), match.end(), match["n"], "rate", f"per {match['d']}", value, value)


def _ratios(text: str) -> Iterator[Figure]:
    for match in form(FILE, "many-out-of").finditer(text):
        part, whole = match["n"].replace(",", ""), match["d"].replace(",", "")
        if int(part) <= int(whole) and _noun(match["what"].split()):
            yield Figure(match.start(), match.end(), match.group(), "ratio", " ".join(match["what"].split()), numerator=part, denominator=whole)
    for match in (*form(FILE, "slash").finditer(text), *form(FILE, "out-of").finditer(text)):
        part, whole, groups = match["n"].replace(",", ""), match["d"].replace(",", ""), match.groupdict()
        # "57/123 were", but no "level 2/1"; "1 in 5 children", but no "11 in 12 months"
        told = int(whole) >= 10 and groups["v"] in lexicon.words("measures", "share_verbs") if "v" in groups else True
        if groups.get("i"):
            told = int(whole) <= 20 and bool(_noun(text[match.end() :].split()[:2]))
        if told and 1 < int(whole) >= int(part):
            yield Figure(match.start(), match.end(), match.group(), "ratio", numerator=part, denominator=whole)


def _counts(text: str) -> Iterator[Figure]:
    """Numbers of something that the lexicon counts; no "six of 57 recruits", no "Open Data 500 project"."""
    for match in form(FILE, "count").finditer(text):
        before, noun = text[: match.start()], _noun(match["words"].split())
        if noun and not form(FILE, "part-of").search(before) and not form(FILE, "named").search(before):
            yield _bare(match, "n", "count", unit=noun)


def _parts(text: str) -> Iterator[Figure]:
    """Numbers that are a part of what was counted before: "34 (40%)", "of which 17 had been"."""
    for match in form(FILE, "with-share").finditer(text):
        yield _bare(match, "n" if match["n"] else "m", "count")
    # "Of the 64 measures in the plan, 41 were on target, 15 were off it"
    if form(FILE, "of-many").match(text):
        for match in form(FILE, "part-were").finditer(text):
            yield _bare(match, "n", "count")


def _lasting(text: str) -> Iterator[Figure]:
    """Lengths of time where an average is told, and years' supply."""
    for match in form(FILE, "physical").finditer(text):
        yield _figure(match, "rate", unit=match["u"], low=scaled(match["n"]))
    for match in form(FILE, "millions").finditer(text):
        value = scaled(match["n"], match["s"])
        yield Figure(match.start(), match.end(), match.group(), "plain", "", value, value)
    for match in form(FILE, "supply").finditer(text):
        yield _bare(match, "n", "rate", unit="years")
    for match in form(FILE, "lasting").finditer(text):
        before = text[: match.start()]
        titled = match["u"][0].isupper() and re.match(r"\s+[A-Z]", text[match.end() :])
        if form(FILE, "average").search(before) and not form(FILE, "lately").search(before) and not form(FILE, "within-time").search(before) and not titled:
            figure = _figure(match, "rate", unit=match["u"], low=scaled(match["n"]))
            # "2 minutes 14 seconds" is no number of either
            yield replace(figure, unit="", low=None, high=None) if match["rest"] else figure


def _plain(marked: str, text: str, first: int | None) -> Iterator[Figure]:
    """Bare numbers that their place makes values: "(111)", "139 down to 85", "to 44 from 42", "the number of pupils is 350"."""
    matches = [match for name in ("chain", "number-is", "average-is", "comes-to", "is-many") for match in form(FILE, name).finditer(marked)]
    if form(FILE, "cue").search(text):
        matches += form(FILE, "bracket").finditer(marked)
    if first is not None:
        matches += [match for match in form(FILE, "within").finditer(marked) if match.start() > first]
    starts = [match.start() for match in matches] + ([] if first is None else [first])
    matches += [match for match in form(FILE, "after").finditer(marked) if starts and match.start() > min(starts)]
    for match in matches:
        if re.match(r"\s+to\s+\d", marked[match.end() :]) and not re.search(r"\bfrom\s+$", marked[: match.start()]) and "l" not in match.re.groupindex:
            continue
        yield _bare(match, next(group for group in ("n", "k", "l") if match.groupdict().get(group)), "plain")


def _noun(words: list[str]) -> str:
    """What a number counts: the first word behind it that the lexicon counts; empty where a small word or a measure of time comes first."""
    for index, word in enumerate(words):
        ahead = [" ".join(words[index : index + count]) for count in (4, 3, 2, 1)]
        if any(_is(piece, "uncounted") for piece in ahead) or word.casefold() in listed("small") | {"million", "billion", "thousand", "hundred", "dozen"}:
            return ""
        # "12 Lynn Road" is an address
        if word[0].isupper() and not word.isupper() and not word.endswith("s"):
            return ""
        # "61 PERFORMANCE REPORT" is the number of an item and its title
        counted = next((piece for piece in ahead[1:] if _is(piece, "counted")), "") if not (word.isupper() and len(word) > 4) else ""
        if counted and (head := _head(words[index:], counted)):
            return head
        if counted or re.fullmatch(r"[A-Z]{2,}[A-Za-z]*s", word):
            follows = words[index + 1] if index + 1 < len(words) else ""
            return f"{word} {follows}" if counted == word and not word.endswith("s") and _is(follows, "counted") else counted or word
    return ""


def _head(words: list[str], counted: str) -> str:
    """What is counted where a word that the lexicon counts only says more of it: "112 dog fouling penalties", "412 full plans applications"; else empty."""
    rest = words[len(counted.split()) :]
    if rest and counted.endswith("s") and rest[0].islower() and _is(rest[0], "counted") and rest[0].endswith("s"):
        return rest[0]
    if " " in counted or counted.endswith("s") or counted.casefold() in _PLURAL or (rest and _is(rest[0], "counted")):
        return ""
    return next((word for word in takewhile(lambda word: word.islower() and word not in listed("small"), rest[:3]) if word.endswith("s")), "")


@cache
def listed(key: str) -> frozenset[str]:
    """The words of a list of the lexicon, without case."""
    return frozenset(word.casefold() for word in lexicon.words("measures", key))


def _is(word: str, key: str) -> bool:
    """Whether the lexicon lists a word, or the word without its plural ending."""
    folded = word.casefold().strip("'")
    return bool(folded) and bool({folded, folded.removesuffix("s"), folded.removesuffix("es")} & listed(key))
