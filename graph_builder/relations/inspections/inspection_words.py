"""The words of inspections in a sentence: who inspects, what it is called, what was judged; each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from graph_builder import lexicon

_JOIN: Final = re.compile(
    r"\s*(?:\(\s*[\"']?[A-Za-z&]+[\"']?\s*\))?\s*(?:,?\s*\b(?:(?:and\s+)?(?:supported|assisted)\s+by|and|(?:together\s+|jointly\s+|along\s+)?with|alongside|as\s+well\s+as)\b|&|/|\+|,)"
    r"\s*(?:both\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
REPORT: Final = "report"
_OF_SOME: Final = frozenset(("review", "assessment", "audit", "finding", "direction", "grading"))
"""Families that an inspector makes only where the lexicon says so."""
_TO_AUDIT: Final = re.compile(
    r"(?:'s?)?\)?\s+(?:(?:(?:has|had)\s+)?(?:completed|carried\s+out|undertaken|undertook|conducted|published)\s+(?:its|the|an?)\s+)?"
)
_TO_REPORT: Final = re.compile(
    r"(?:'s)?(?:,(?=\s+in\s+(?:its|the|a)\s))?\s+(?:latest\s+|recent\s+|(?:(?:had|has)\s+(?:now\s+|since\s+|also\s+)?)?(?:published|presented|introduced|shared|issued|in)\s+(?:its|the|their|an?)\s+)?"
)
_REPORT_BY: Final = re.compile(
    r"\bpubli(?:cation\s+of|shed)\s+(?:an?|the)\s+(?P<report>(?:final\s+)?(?:report|letter))\b(?:\s+(?:on|in|dated)\s+[\w ,]{4,24}?)?"
    r"\s+(?:by|from)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# The report of an inspection that the sentence before has named.
_BARE_REPORT: Final = re.compile(
    r"(?:(?:In|Since|After|When|Following|Once)\s+)?(?:(?:the|its|their|this|an?(?=\s+judge?ment\b))\s+(?:final\s+|full\s+|peer\s+team's\s+)*|(?=(?:results|findings)\b))(?P<report>(?:inspection\s+|outcome\s+"
    r"|revisit\s+|feedback\s+)?(?:report|letter|findings|results|feedback|judge?ment|outcome))\b[^.;]{0,60}\b(?:published|made\s+public|released|issued|appeared|came\s+out|dated|announced)\b",
    re.IGNORECASE,
)
# A report that is said to be of an inspection stands for nothing by itself.
_OF_REPORT: Final = re.compile(r"\s*(?:[-–:,(]|\b(?:of|from|following|on|into|about|after|for)\b)[^.;]{0,40}", re.IGNORECASE)


class Words(NamedTuple):
    """Words of a text, and what they stand for."""

    text: str
    start: int
    end: int


class Kind(NamedTuple):
    """What an inspection is called at a place: kind, family, whether the words alone tell it from others, whether they are several."""

    kind: str
    family: str
    own: bool
    start: int
    end: int
    printed: str

    @property
    def several(self) -> bool:
        """Whether the words are a plural."""
        return self.printed.casefold().endswith(("visits", "inspections", "reviews", "challenges", "letters", "reports"))


@cache
def _names() -> dict[str, str]:
    entries = lexicon.load("inspections")["inspectors"]
    return {name.casefold(): label for label, entry in entries.items() for name in (label, *entry["names"])}


def _as_printed(name: str) -> str:
    """A name as a part of a pattern; an abbreviation is read in capitals alone: "CiW" stands for the Church in Wales."""
    return f"(?-i:{re.escape(name.upper())})" if name in _abbreviated() else re.escape(name)


@cache
def _abbreviated() -> frozenset[str]:
    entries = lexicon.load("inspections")["inspectors"]
    short = {name.casefold() for entry in entries.values() for name in entry["names"] if re.fullmatch(r"[A-Z]{2,7}", name)}
    return frozenset(short - {name.casefold() for label, entry in entries.items() for name in (label, *entry["names"]) if not name.isupper()})


@cache
def _inspector() -> re.Pattern[str]:
    names = sorted(_names(), key=lambda name: (-len(name), name))
    spaced = "|".join(_as_printed(name).replace(r"\ ", r"\s+") for name in names)
    return re.compile(rf"(?<![\w-])(?:{spaced})(?![\w-])", re.IGNORECASE)


def inspects(label: str, family: str) -> bool:
    """Whether an inspector makes inspections of a family."""
    entry = lexicon.load("inspections")["inspectors"][label]
    if kinds := entry.get("kinds"):
        return family in kinds or (family == REPORT and not {"review", "finding", "audit"}.isdisjoint(kinds))
    return family not in _OF_SOME or family in entry.get("also", ())


def inspectors(text: str) -> list[tuple[Words, ...]]:
    """The inspectors that a text names, those in one list together: "Ofsted and the Care Quality Commission (CQC)"."""
    groups: list[tuple[Words, ...]] = []
    for match in _inspector().finditer(text):
        found = Words(_names()[" ".join(match.group().casefold().split())], match.start(), match.end())
        if _in_brackets(text, match) and groups and groups[-1][-1].text == found.text:
            groups[-1] = (*groups[-1][:-1], Words(found.text, groups[-1][-1].start, match.end() + 1))
        elif groups and _JOIN.fullmatch(text, groups[-1][-1].end, match.start()):
            groups[-1] = (*groups[-1], found)
        else:
            groups.append((found,))
    return groups


def _in_brackets(text: str, match: re.Match[str]) -> bool:
    return text[match.start() - 1 : match.start()] == "(" and text[match.end() : match.end() + 1] == ")"


@cache
def _kinds() -> tuple[tuple[dict[str, str], re.Pattern[str]], ...]:
    return tuple((entry, re.compile(rf"(?<![\w-])(?:{entry['match']})(?![\w-])", re.IGNORECASE)) for entry in lexicon.load("inspections")["kinds"])


@cache
def _report() -> re.Pattern[str]:
    return re.compile(lexicon.load("inspections")["reports"], re.IGNORECASE)


def kinds(text: str) -> list[Kind]:
    """What a text calls inspections, in order; where two patterns fit at one place, the first of the list."""
    found: list[Kind] = []
    for entry, pattern in _kinds():
        for match in pattern.finditer(text):
            if not any(match.start() < other.end and other.start < match.end() for other in found):
                found.append(Kind(entry["kind"], entry["family"], bool(entry.get("own")), match.start(), match.end(), match.group()))
    return sorted([*found, *_reports(text, found)], key=lambda kind: kind.start)


def _reports(text: str, found: list[Kind]) -> list[Kind]:
    """The words "Ofsted report" where they stand for an inspection that is not named beside them."""
    reports = []
    for group in inspectors(text):
        match = _TO_REPORT.match(text, group[-1].end)
        report = _report().match(text, match.end()) if match else None
        if report and not any(_OF_REPORT.fullmatch(text, report.end(), kind.start) or kind.start == report.start() for kind in found):
            reports.append(Kind("inspection", REPORT, False, report.start(), report.end(), report.group()))
    reports += _reports_by(text, [*found, *reports])
    reports += _audits(text, [*found, *reports])
    bare = None if found or reports else _BARE_REPORT.match(text)
    return [*reports, *([Kind("inspection", REPORT, False, *bare.span("report"), bare["report"])] if bare else [])]


def _reports_by(text: str, found: list[Kind]) -> Iterator[Kind]:
    """The words "a report" where its inspector stands behind: "the publication of a report on 21 March 2019 by the Ombudsman"."""
    for group in inspectors(text):
        for match in _REPORT_BY.finditer(text, 0, group[0].start):
            if not any(kind.start < match.end("report") and match.start("report") < kind.end for kind in found):
                yield Kind("inspection", REPORT, False, *match.span("report"), match["report"])


def _audits(text: str, found: list[Kind]) -> Iterator[Kind]:
    """What stands behind the name of a body that audits councils: "Audit Wales' review of the Council's arrangements"."""
    words = re.compile(lexicon.load("inspections")["audits"], re.IGNORECASE)
    for group in inspectors(text):
        behind = _TO_AUDIT.match(text, group[-1].end) if inspects(group[-1].text, "audit") else None
        audit = words.match(text, behind.end()) if behind else None
        if audit and not any(kind.start < audit.end() and audit.start() < kind.end for kind in found):
            yield Kind("audit", "audit", False, *audit.span(), audit.group())


@cache
def grade_patterns() -> dict[str, re.Pattern[str]]:
    """The grades of all inspectorates, by class."""
    return {name: re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE) for name, pattern in lexicon.load("inspections")["grades"].items()}


@cache
def outcome_patterns() -> dict[str, re.Pattern[str]]:
    """The outcomes that are told as a sentence, by class."""
    return {name: re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE) for name, pattern in lexicon.load("inspections")["outcomes"].items()}


@cache
def framework(text: str) -> str:
    """The framework that a text names; empty where it names none."""
    return next((name for name, pattern in lexicon.load("inspections")["frameworks"].items() if re.search(pattern, text, re.IGNORECASE)), "")
