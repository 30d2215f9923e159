"""Lines become paragraphs: wraps are joined, bullets and rows stay apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import quantiles

from graph_builder.language.passages import Line, Passage, join
from graph_builder.paper import Paragraph

_ENDS = re.compile(r"[.:;?!]['\")\]]*$")
_PART = re.compile(r"(?:\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})[.)]|\((?:[a-z]|[ivx]{1,5}|\d{1,2})\))\s+\S|(?:[a-z]|[ivx]{2,5})\)\s*\S")
_STARTS = re.compile(
    r"(?:RESOLVED|Resolved|AGREED|Agreed|RECOMMENDED|NOTED|Proposed|Proposer|Seconded|Seconder|Action|ACTION|Decision|For|Against|Abstain\w*|Present"
    r"|Apologies|On the proposal|It was resolved|It was agreed|Reasons?|Alternative|Votes?)\b[^a-z]{0,3}(?:\s|:|$)"
    r"|(?:RESOLVED|Proposed by|Seconded by|On the proposal)\b"
)
_SECTION = re.compile(r"\d{1,2}\.\d{1,2}(?:\.\d{1,2})?\.?\s+[A-Z]")
"""A paragraph with a number of its own: "3.2 The Committee"."""
_DATE_GOES_ON = re.compile(r"\d{4}\b|\d+(?:st|nd|rd|th)?\s+[a-z]")


def assemble(lines: Sequence[Line], *, first: Passage | None = None, wide: bool = False) -> list[Paragraph]:
    """The paragraphs of a run of lines; `wide` says that the paper is double-spaced, `first` is text that stood behind a title."""
    width = quantiles([len(line.text) for line in lines], n=10)[8] if len(lines) > 3 else 80.0
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _joins(groups[-1][-1], line, width=width, wide=wide):
            groups[-1].append(line)
        else:
            groups.append([line])
    if first is None:
        return [_paragraph(group) for group in groups]
    if not groups or not _continues(first, groups[0][0], wide=wide):
        return [Paragraph(first), *(_paragraph(group) for group in groups)]
    begun = Paragraph(join([first, *(line.passage for line in groups[0])]), False, tuple(groups[0]))
    return [begun, *(_paragraph(group) for group in groups[1:])]


def _continues(first: Passage, line: Line, *, wide: bool) -> bool:
    """Whether the first line under a title goes on with the text that stood behind it."""
    if wide and not _ends(first.text):
        return True
    return not (line.gap or line.bullet or _STARTS.match(line.text))


def _ends(text: str) -> bool:
    """Whether a text ends as a sentence or a heading of a list does."""
    return bool(_ENDS.search(text, max(0, len(text) - 12)))


def _paragraph(group: list[Line]) -> Paragraph:
    return Paragraph(join([line.passage for line in group]), group[0].bullet, tuple(group), group[0].cells if len(group) == 1 else ())


def _joins(last: Line, line: Line, *, width: float, wide: bool) -> bool:
    """Whether a line goes on with the paragraph of the line before it."""
    if line.bullet or line.heading or len(line.cells) > 1 or len(last.cells) > 1 or _PART.match(line.text) or _STARTS.match(line.text):
        return False
    ended = _ends(last.text)
    if last.text[-1] == "." and _SECTION.match(line.text):
        return False
    if wide:
        return (not ended or (len(last.text) > 0.8 * width and last.text[-1] != ":")) and (len(last.text) > 0.6 * width or line.text[0].islower())
    if line.gap:
        return not ended and len(last.text) > 35 and (line.text[0].islower() or bool(_DATE_GOES_ON.match(line.text)))
    return not (last.bold and not line.bold) and not (ended and len(last.text) < 0.5 * width and line.text[0].isupper())
