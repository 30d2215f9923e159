"""Which numbered lines of a paper are its items: the best rising chain of numbers among all lines that begin with one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from graph_builder.language.passages import Line
from graph_builder.meetings.furniture import is_furniture, known_heading
from graph_builder.meetings.titles import capitals_run_on, is_title

_NUMBER = re.compile(
    r"(?:(?:agenda\s+)?(?:item|minute|min\.?|no\.?)\s*(?:no\.?|number)?\s*)?(?P<num>(?:[A-Z]{1,6}[\s./-]{0,2})?\d{1,4}(?:\s?[./-]\s?\d{1,4}){0,2})(?P<mark>\s*[.):]+(?=\s|$|[A-Z])|/(?=\s)|\s*[-–—](?=\s)|(?=\s|$))\s*(?:(?<=/\d\d\s)\s*\d{1,2}[.)]\s+)?(?P<title>.*)",
    re.IGNORECASE,
)
# A number that sticks to a heading that councils use, as where a cell ended between them: "1Apologies", "2 Declarations" beside "3Minutes".
_GLUED = re.compile(r"(?P<num>\d{1,3})(?P<mark>)(?P<title>[A-Z][A-Za-z]{2}.*)")
_GLUED_AT_LEAST: Final = 2
_ROMAN = re.compile(r"(?P<num>[IVX]{1,6})(?P<mark>[.)])\s+(?P<title>[A-Z].*)")
# Dates, times, years and quantities at the head of a line are no numbers of items.
_NOT_NUMBER = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)?\s+(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"|\d{1,2}[:.]\d{2}\s*(?:am|pm|a\.m|p\.m|hrs)|(?:19|20)\d\d\b(?![/.]\d)|\d{1,2}[./]\d{1,2}[./]\d{2,4}\b"
    r"|\d+\s*(?:%|(?:million|people|members|am|pm|per cent|years?|months?|days?|weeks?)\b)",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[A-Za-z]*")
_FIGURES = re.compile(r"\d+")
# A title that begins with a reference, "21/00345/FUL Land at Mill Lane", may begin so without a capital letter.
_REFERENCE = re.compile(r"[A-Z\d]{1,6}[/-]\d{2,6}\b")
# How many lines back the member of a chain before another is looked for.
_BACK: Final = 400
# How many lines a number stands below the one before it in a list, and how many numbers a list has at least.
_NEXT_LINE: Final = 2
_LISTED: Final = 3
# No heading that a paper marks as one is longer.
_HEADING: Final = 160
# By how much a number may rise from one member of a chain to the next.
_MOST_RISE: Final = 3


class Numbered(NamedTuple):
    """A line that begins with a number: its place among the lines, the number as printed and in parts, where its title begins, and its weight as a heading."""

    line: int
    printed: str
    prefix: str
    parts: tuple[int, ...]
    title: int
    weight: float


def candidates(lines: Sequence[Line]) -> list[Numbered]:
    """All lines that may be the head of a numbered item."""
    found = []
    glued = sum(1 for line in lines if (match := _GLUED.fullmatch(line.text)) and known_heading(match["title"])) >= _GLUED_AT_LEAST
    for index, line in enumerate(lines):
        match = _NUMBER.fullmatch(line.text) or _ROMAN.fullmatch(line.text) or (_GLUED.fullmatch(line.text) if glued else None)
        if not match or (line.bullet and not match["mark"].strip()) or _NOT_NUMBER.match(line.text):
            continue
        title = match["title"]
        if title and not (title[0].isupper() or title[0] in "\"'(“‘*" or _REFERENCE.match(title)):
            continue
        weight = _weight(lines, index, title, marked=bool(match["mark"].strip()))
        if weight > 0:
            printed = "".join(match["num"].split())
            prefix, parts = _parts(printed)
            found.append(Numbered(index, printed, prefix, parts, match.start("title"), weight))
    return found


def _parts(printed: str) -> tuple[str, tuple[int, ...]]:
    """The letters before a number and its parts: `CAB/12.3` is CAB, 12 and 3; a Roman numeral has one part."""
    figures = tuple(int(part) for part in _FIGURES.findall(printed))
    letters = _LETTERS.match(printed)
    return (letters.group() if letters else "", figures) if figures else ("", (_roman(printed),))


def _roman(text: str) -> int:
    """The value of a Roman numeral up to thirty-nine."""
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in text]
    return sum(-value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True))


def _weight(lines: Sequence[Line], index: int, title: str, *, marked: bool) -> float:
    """How much a numbered line looks like the head of an item: 0 for no, about 1 for yes."""
    line = lines[index]
    if not title:
        following = lines[index + 1].text if index + 1 < len(lines) else ""
        return 0.8 if (marked or not is_furniture(line.text)) and is_title(following.rstrip(",;")) else 0.25 if marked else 0.0
    known = known_heading(title)
    if len(line.cells) >= 2:
        return 1.2
    weight = 1.0 if is_title(title) or (line.heading and len(title) <= _HEADING) else 0.6 if known or capitals_run_on(title) else 0.1
    weight += 0.3 * (line.bold or line.heading) + 0.4 * bool(known) + 0.3 * (title.isupper() and len(title) > 5)
    return weight if marked or line.gap or line.bold or known else 0.5 * weight


def below(found: Sequence[Numbered], chosen: Sequence[Numbered]) -> list[Numbered]:
    """The chain with its titled sub-items: 7.1 and 7.2 between 7 and 8, where all of them are headings and no paragraphs."""
    extra: list[Numbered] = []
    for position, member in enumerate(chosen):
        stop = chosen[position + 1].line if position + 1 < len(chosen) else 10**9
        subs = [f for f in found if member.line < f.line < stop and f.parts[:-1] == member.parts and f.prefix == member.prefix]
        if subs and all(f.weight >= 0.9 for f in subs) and subs[0].parts[-1] == 1:
            extra.extend(subs)
    return sorted([*chosen, *extra], key=lambda n: n.line)


def told_again(lines: Sequence[Line], found: Sequence[Numbered]) -> list[Numbered]:
    """The candidates without those of a list at the head of the paper whose numbers and titles all stand again further down, over the text."""
    run = 1
    while run < len(found) and found[run].line - found[run - 1].line <= _NEXT_LINE and _step(found[run - 1], found[run]):
        run += 1
    behind = {(other.parts, _plain(lines, other)) for other in found[run:]}
    again = [one for one in found[:run] if (one.parts, _plain(lines, one)) in behind]
    return list(found[run:]) if run >= _LISTED and len(again) * 3 >= run * 2 else list(found)


def _plain(lines: Sequence[Line], one: Numbered) -> str:
    """The title behind a number for comparing."""
    return lines[one.line].text[one.title :].casefold().strip(" .:")


def chain(found: Sequence[Numbered]) -> list[Numbered]:
    """The rising chain of numbers with the greatest weight: from one member to the next, one part rises by one (a few may be missing)."""
    best: list[float] = []
    back: list[int] = []
    places: dict[tuple[str, tuple[int, ...]], list[int]] = {}
    for i, this in enumerate(found):
        score, link = this.weight, -1
        for j, step in _before(this, i, places):
            if best[j] + this.weight - 0.4 * (step - 1) > score:
                score, link = best[j] + this.weight - 0.4 * (step - 1), j
        best.append(score)
        back.append(link)
        places.setdefault((this.prefix, this.parts), []).append(i)
    if not best:
        return []
    at = max(range(len(best)), key=lambda i: best[i])
    chosen = []
    while at >= 0:
        chosen.append(found[at])
        at = back[at]
    return _strays(found, chosen[::-1])


def _before(this: Numbered, place: int, places: Mapping[tuple[str, tuple[int, ...]], Sequence[int]]) -> list[tuple[int, int]]:
    """The places, in order, of the numbers that may come before one in a chain, each with by how much the number rises from it.

    `places` tells where each number has stood so far.
    """
    found: list[tuple[int, int]] = []
    for position, part in enumerate(this.parts):
        for step in range(1, _MOST_RISE + 1):
            lower = (*this.parts[:position], part - step, *this.parts[position + 1 :])
            stood = places.get((this.prefix, lower), ())
            found.extend((at, step) for at in stood[bisect_left(stood, place - _BACK) :])
    return sorted(found)


def _strays(found: Sequence[Numbered], chosen: list[Numbered]) -> list[Numbered]:
    """The chain with items that were taken before it: those numbered on from its last member, and a first one whose number was misread."""
    first, last = chosen[0], chosen[-1]
    if len(chosen) < 3:
        return chosen
    before: list[Numbered] = []
    for this in found:
        if this.line < first.line and this.weight >= 0.8 and _step(before[-1] if before else last, this) == 1:
            before.append(this)
    misread = [f for f in found if f.line < first.line and f.weight >= 1.4 and f.prefix == first.prefix and len(f.parts) == len(first.parts)]
    if not before and first.parts[-1] == 2 and misread:
        before = [misread[-1]]
    return before + chosen


def _step(left: Numbered, right: Numbered) -> int:
    """By how much the one rising part rises, at most three; 0 where the two are not neighbours in a chain."""
    if left.prefix != right.prefix or len(left.parts) != len(right.parts):
        return 0
    rises = [b - a for a, b in zip(left.parts, right.parts, strict=True) if a != b]
    return rises[0] if len(rises) == 1 and 0 < rises[0] <= _MOST_RISE else 0
