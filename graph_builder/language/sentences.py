"""Sentences of a paragraph, with their offsets; titles, initials and abbreviations do not end one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_END = re.compile(r"[.?!][\"')\]]*\s+(?=[\"'(\[]?[A-Z0-9£])|;\s+(?=\(?[a-z0-9]{1,4}\))|\n+")
_SHORT = (
    "MR MRS MS DR CLLR CLLRS ST COUNCILLOR Mr Mrs Ms Dr Cllr Councillor Councillors Cllrs Clr Rev Revd Prof St No Nos Co Ltd Inc vs etc e.g i.e "
    "approx para paras Ald Sgt Insp Supt Hon Messrs prop Prop sec Sec cont ref Rd Ave Tel Fr Qtr qtr Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Capt "
    "Col Gen Maj"
)
_ABBREVIATED = re.compile(rf"(?:\b(?:{'|'.join(map(re.escape, _SHORT.split()))})|(?<![A-Za-z])[A-Z]|(?<=\.)[a-zA-Z])\.$")


# "this qtr. The number": an abbreviation that closes a sentence where another one plainly begins
_CLOSES = re.compile(r"\b(?:qtr|Qtr|etc|Ltd|Inc|Rd|Ave|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$")
_OPENS = re.compile(r"(?:The|This|These|There|It|We|Our)\s+[a-z]")
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)\.$")
_MONTH_NEXT = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b")
_SUM = re.compile(r"£\s?[\d,]+$")


class Sentence(NamedTuple):
    """A sentence and its offsets in the paragraph."""

    text: str
    start: int
    end: int


def split(text: str) -> Iterator[Sentence]:
    """The sentences of a paragraph, in order."""
    start = 0
    for mark in _END.finditer(text):
        if not _abbreviates(text, start, mark):
            yield from _sentence(text, start, mark.start() + len(mark.group().rstrip()))
            start = mark.end()
    yield from _sentence(text, start, len(text))


def _abbreviates(text: str, start: int, mark: re.Match[str]) -> bool:
    """Whether a full stop ends an abbreviation, and not the sentence that begins at `start`: the longest abbreviation has eleven letters."""
    if _SUM.search(text, max(start, mark.start() - 9), mark.start()) and re.match(r"\d\d\b", text[mark.end() :]):
        return True  # "£15. 00" is one sum
    if text[mark.start()] != "." or text.startswith("RESOLVED", mark.end()):
        return False
    begin = max(start, mark.start() - 12)
    if _ORDINAL.search(text, begin, mark.start() + 1) and _MONTH_NEXT.match(text, mark.end()):
        return True  # "22nd. April"
    if _OPENS.match(text, mark.end()) and _CLOSES.search(text, begin, mark.start() + 1):
        return False
    return bool(_ABBREVIATED.search(text, begin, mark.start() + 1))


def _sentence(text: str, start: int, stop: int) -> Iterator[Sentence]:
    """The words between two places, without white space at their ends; nothing where there are none."""
    words = text[start:stop]
    if clean := words.strip():
        yield Sentence(clean, start + len(words) - len(words.lstrip()), stop)
