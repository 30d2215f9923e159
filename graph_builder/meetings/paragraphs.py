"""Lines become paragraphs: wraps are joined, bullets and rows stay apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import quantiles

from graph_builder.language.passages import Line, Passage, join
from graph_builder.paper import Paragraph

_ENDS = re.compile(r"[.:;?!]['\")\]]*$")
_PART = re.compile(r"(?:\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})[.)]|\((?:[a-z]|[ivx]{1,5}|\d{1,2})\))\s+\S|(?:[a-z]|[ivx]{2,5})\)\s*\S")
_STARTS = re.compile(r"(?:RESOLVED|Resolved|AGREED|Agreed|RECOMMENDED|NOTED|Proposed|Proposer|Seconded|Seconder|Action|ACTION|Decision|For|Against|Abstain\w*|Present|Apologies|On the proposal|It was resolved|It was agreed|Reasons?|Alternative|Votes?)\b[^a-z]{0,3}(?:\s|:|$)|(?:RESOLVED|Proposed by|Seconded by|On the proposal)\b")


def assemble(lines: Sequence[Line], *, first: Passage | None = None, wide: bool = False) -> list[Paragraph]:
    """The paragraphs of a run of lines; `wide` says that the paper is double-spaced, `first` is text that stood behind a title."""
    width = quantiles([len(line.text) for line in lines], n=10)[8] if len(lines) > 3 else 80.0
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _joins(groups[-1][-1], line, width=width, wide=wide):
            groups[-1].append(line)
        else:
            groups.append([line])
    paragraphs = []
    if (first is not None and groups and not groups[0][0].gap and not groups[0][0].bullet and not _STARTS.match(groups[0][0].text)) or (first is not None and groups and wide and not _ENDS.search(first.text)):
        paragraphs.append(Paragraph(join([first, *(line.passage for line in groups[0])]), False, tuple(groups[0])))
        groups = groups[1:]
    elif first is not None:
        paragraphs.append(Paragraph(first))
    return paragraphs + [_paragraph(group) for group in groups]


def _paragraph(group: list[Line]) -> Paragraph:
    return Paragraph(join([line.passage for line in group]), group[0].bullet, tuple(group), group[0].cells if len(group) == 1 else ())


def _joins(last: Line, line: Line, *, width: float, wide: bool) -> bool:
    """Whether a line goes on with the paragraph of the line before it."""
    if line.bullet or line.heading or len(line.cells) > 1 or len(last.cells) > 1 or _PART.match(line.text) or _STARTS.match(line.text):
        return False
    ended = bool(_ENDS.search(last.text))
    if line.gap and not wide:
        return not ended and len(last.text) > 35 and (line.text[0].islower() or bool(re.match(r"\d{4}\b|\d+(?:st|nd|rd|th)?\s+[a-z]", line.text)))
    if wide:
        return (not ended or (len(last.text) > 0.8 * width and last.text[-1] not in ":")) and (len(last.text) > 0.6 * width or line.text[0].islower())
    return not (last.bold and not line.bold) and not (ended and len(last.text) < 0.5 * width and line.text[0].isupper())
