"""The head of an inspectorate's report as one text whose parts know their lines, and the grades that stand there, however the lines break."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from graph_builder import lexicon
from graph_builder.language.passages import Passage
from graph_builder.model import Span
from graph_builder.relations.inspections.inspection_words import grade_patterns, outcome_patterns

_OUTCOME: Final = re.compile(r"(?:inspection\s+)?outcome|overall\s+outcome", re.IGNORECASE)
_OVERALL: Final = re.compile(r"overall\s+(?:effectiveness|judge?ment)|children's\s+services\s+in\b", re.IGNORECASE)
# A short title over a line that is a grade and nothing else.
_AREA: Final = re.compile(r"(?!Overall\b)[A-Z][\w',& -]{4,70}")
_NUMBERED: Final = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.):]?\s+(?=[A-Z])")
_SUM: Final = re.compile(
    r"\b(?:overall\s+judge?ment\s+is\s+that\s+[\w' ]{3,60}?|children's\s+services\s+in\s+[A-Z][\w' ]{2,50}?)\s+(?:are\s+|is\s+)?(?=(?:requires?|inadequate|good"
    r"|outstanding)\b)",
    re.IGNORECASE,
)

Judged = list[tuple[str, list[Span]]]
"""Judgements as printed, each with its places."""


class Joined:
    """Lines set one behind another, with a space between them."""

    def __init__(self, lines: Sequence[Passage]) -> None:
        self.lines, self.starts, at = list(lines), list[int](), 0
        for line in self.lines:
            self.starts.append(at)
            at += len(line.text) + 1
        self.text = " ".join(line.text for line in self.lines)

    def spans(self, start: int, end: int) -> list[Span]:
        """The document's spans of a stretch of the text, one for each line that it stands on."""
        found = []
        for line, at in zip(self.lines, self.starts, strict=True):
            first, last = max(start - at, 0), min(end - at, len(line.text))
            if first < last and line.text[first:last].strip():
                found.append(line.span(first, last))
        return found


@cache
def _areas() -> re.Pattern[str]:
    areas = sorted(lexicon.words("inspections", "areas_judged"), key=lambda area: (-len(area), area))
    names = "|".join(r"\s+".join(map(re.escape, area.split())) for area in areas)
    return re.compile(rf"\b(?P<area>{names})\s*:?\s+(?=[A-Z])", re.IGNORECASE)


def judgements(head: Sequence[Passage]) -> Judged:
    """The areas that are judged, each with its grade, and the overall one; else rows that end in a grade, or the sentence under "Inspection outcome"."""
    joined = Joined(head)
    found = list(_by_area(joined))
    summed = list(_summed(joined))
    if len(found) > 1:
        return [*summed[:1], *found] if not any(_OVERALL.search(text) for text, _ in found) else found
    return list(_rows(head)) or summed[:1]


def _by_area(joined: Joined) -> Iterator[tuple[str, list[Span]]]:
    for match in _areas().finditer(joined.text):
        for pattern in grade_patterns().values():
            grade = pattern.match(joined.text, match.end())
            if grade and grade.group()[0].isupper():
                overall = _OVERALL.match(match["area"])
                start = grade.start() if overall else match.start("area")
                yield joined.text[start : grade.end()], joined.spans(start, grade.end())
                break


def _summed(joined: Joined) -> Iterator[tuple[str, list[Span]]]:
    """The grade of "The overall judgement is that children's services require improvement"."""
    for match in _SUM.finditer(joined.text):
        for pattern in grade_patterns().values():
            if grade := pattern.match(joined.text, match.end()):
                yield grade.group(), joined.spans(*grade.span())
                break


def _rows(head: Sequence[Passage]) -> Iterator[tuple[str, list[Span]]]:
    plain = [line.cut(number.end()) if (number := _NUMBERED.match(line.text)) else line for line in head]
    for before, line, after in zip([None, *plain[:-1]], plain, [*plain[1:], None], strict=True):
        grade = next((m for p in grade_patterns().values() for m in p.finditer(line.text) if m.end() == len(line.text)), None)
        overall = _OVERALL.match(line.text)
        if grade and grade.group() == line.text and before is not None and _AREA.fullmatch(before.text):
            yield f"{before.text} {line.text}", [before.span(), line.span()]
        elif grade and len(line.text.split()) <= 20 and (overall or grade.group()[0].isupper()):
            yield grade.group() if overall else line.text, [line.span(grade.start(), grade.end()) if overall else line.span()]
        elif after is not None and _OUTCOME.fullmatch(line.text):
            sentence = re.match(r"[^.]+", after.text)
            told = any(p.search(after.text) for p in outcome_patterns().values())
            if sentence and told:
                yield sentence.group(), [after.span(0, sentence.end())]
