"""A paragraph goes in; out come the marks of its lettered or numbered parts, at its beginning and within it."""

from __future__ import annotations

import re
from typing import Final

PART = re.compile(r"^\(?(?P<label>[a-zA-Z]|[ivx]{1,5}|\d{1,2})(?:[.)](?!\d)|(?<=[A-H]):(?=\s+[A-Z]))\s*(?=\S)|^(?P<label2>\d{1,3}\.\d{1,2})\.?\s+")
INLINE = re.compile(
    r"(?:(?<=^)|(?<=[\s;:,])|(?<=[;\s]and)(?=\())\(?(?P<label>[a-h]|i{1,3}|iv|vi{0,3}|ix|x|\d{1,2})\)\s+(?=\S)"
    r"|(?:(?<=^)|(?<=[:;]\s))(?P<label2>\d{1,2}\.\d{1,2})\s+(?=[A-Za-z])"
)
"""The letters or number at the beginning of a part, and the mark of a part within a paragraph."""
# "subject to conditions (1) to (3)": numbers of something else, and no parts.
_CITED_MARK = re.compile(
    r"\b(?:conditions?|informatives?|paragraphs?|recommendations?|items?|parts?|points?|reasons?|options?|clauses?|sections?|schedules?|appendix|appendices|class|rules?|numbers?|nos?\.?)"
    r"\s*(?:\(?\w{1,3}\)?\s*(?:to|and|or|,|&|–|-)\s*)*$",
    re.IGNORECASE,
)

_COUNTED = re.compile(r"(?:(?<=^)|(?<=[.;:,]\s)|(?<=\sand\s))(?P<label>\d{1,2})\.\s+(?=(?i:that|to)\b|[A-Z])(?P<label2>)")
_FIRST: Final = 40
_NEAR: Final = 80


def inline(text: str) -> list[re.Match[str]]:
    """The marks of parts within a text, without those that only name parts of something else."""
    marks = [mark for mark in INLINE.finditer(text) if not _CITED_MARK.search(text[max(0, mark.start() - _NEAR) : mark.start()])]
    return marks or _counted(text)


def _counted(text: str) -> list[re.Match[str]]:
    """The marks of parts that are counted with full stops: "1. That the report be noted. 2. That the plan be approved."."""
    found: list[re.Match[str]] = []
    for mark in _COUNTED.finditer(text):
        if int(mark["label"]) == len(found) + 1 and (found or mark.start() < _FIRST):
            found.append(mark)
    return found if len(found) > 1 else []
