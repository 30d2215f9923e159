"""Sentences about people who were away, came late or stood in for somebody become entries of attendance."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

from graph_builder.language.names import parse, title_regex
from graph_builder.language.passages import Passage
from graph_builder.meetings.labels import APOLOGIES, Label
from graph_builder.meetings.rosters import read
from graph_builder.paper import Entry

_LEAD = r"(?:apolog(?:y|ies)(?:\s+(?:for|of)\s+(?:absence|non[-\s]?attendance|lateness|(?:his|her|their)\s+inability[^.]{0,40}?|inability[^.]{0,40}?))?)"
_RECEIVED = re.compile(
    rf"\b{_LEAD}\s+(?:(?:had|have|has)\s+)?(?:(?:was|were|been|is|are)\s+)?(?:also\s+)?"
    r"(?:(?:received|submitted|given|tendered|noted|reported|made|sent|recorded|accepted|offered|presented|provided|intimated)(?:\s+and\s+\w+)?\s+)?"
    r"(?:(?:from|for(?!\s+(?:absence|non|lateness|inability))|on\s+behalf\s+of|by)|:)\s*(?::\s*)?",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"\b(?:(?:had\s+|have\s+|has\s+)?(?:sent|submitted|given|offered|tendered|gave|expressed)\s+(?:(?:his|her|their)\s+)?apologies"
    r"|(?:had\s+)?apologised(?:\s+for\s+(?:his|her|their)?\s*(?:absence|non[-\s]?attendance))?)\b",
    re.IGNORECASE,
)
_STOOD_IN = re.compile(
    r"\b(?:(?:was|were|is)\s+)?(?:substituted|substituting"
    r"|(?:attended|attending|present|appointed|acting|nominated|named)\s+\(?as\s+(?:a\s+|the\s+)?substitute|deputised|deputising"
    r"|(?:was|were)\s+(?:a\s+|the\s+)?(?:named\s+)?substitute)(?:\s+member)?\s+(?:for|in\s+place\s+of|on\s+behalf\s+of)\s+",
    re.IGNORECASE,
)
# "Cllrs Marsh and Bell attended the meeting as substitutes.": for whom is not told.
_AS_SUBSTITUTES = re.compile(
    r"\b(?:attended|were\s+present|was\s+present|acted|attending)(?:\s+(?:at\s+)?the\s+meeting)?\s+as\s+(?:an?\s+)?substitutes?\b(?!\s+(?:members?\s+)?(?:for|on|of|in)\b)",
    re.IGNORECASE,
)
# Where the names end: at the end of the sentence (no title and no initial), or where it goes on about them.
_TITLES = "".join(rf"(?<!\b{title})" for title in "Mr Mrs Ms Dr Cllr Cllrs Clr Clrs Cyng Coun Ald Rev Revd Prof St [A-Z]".split())
_STOP = re.compile(
    rf"(?:{_TITLES}\.(?=\s|$))"
    r"|,?\s+(?=for\s+whom\b|who\b|due\s+to\b|because\b|as\s+(?:he|she|they)\b|for\s+(?:the\s+(?:meeting|reason)|personal|work)|was\s|were\s|had\s"
    r"|and\s+(?:it\s+was|noted|accepted|for\s+lateness|these|the\s+\w+\s+(?:was|were)))"
    r"|\s+with\s+(?=(?:Cllr|Councillor|Mr|Mrs|Ms)\b[^;]{0,60}?substitut)"
    r"|\s+-\s+(?=[a-z])|\s+(?-i:(?=(?:These|They|This|It)\s+(?:were|was|had|has)\b))",
    re.IGNORECASE,
)
_STANDS_IN = (
    r"(?:(?:attend(?:ed|ing)|act(?:ed|ing)|was\s+present|present|substitut(?:ed|ing)|deputis(?:ed|ing))\s*"
    r"(?:as\s+(?:an?\s+|the\s+|(?:his|her|their)\s+)?substitute|in\s+(?:his|her|their)\s+(?:absence|place|stead)|on\s+(?:his|her|their)\s+behalf)?"
    r"|as\s+(?:his|her|their|an?|the)?\s*substitute)"
)
# Who stands in, in brackets or behind "with", right beside whom they stand in for.
_BESIDE = re.compile(
    rf"\s*\((?:with\s+)?(?P<who>[^()]{{3,80}}?)\s+{_STANDS_IN}\s*\)|,?\s+with\s+(?P<who2>[^(),;]{{3,60}}?)\s+{_STANDS_IN}(?=[\s,.;)])", re.IGNORECASE
)
_BRACKETS = re.compile(r"\([^()]*\)")
_REPLACED = re.compile(r"\s*\((?:who\s+)?(?:(?:was|were|had\s+been)\s+)?(?:replaced|substituted)\s+by\s+(?P<who>[^()]{3,80}?)\s*\)", re.IGNORECASE)
# "Cllr Bell was replaced by Cllr Hay for this meeting": for this one, and in no seat, so that the sentence has to say so.
_REPLACED_HERE = re.compile(
    r"\s+(?:was|were|is|had\s+been)\s+(?:replaced|substituted)\s+by\s+(?P<who>(?:[^().;,]|(?<=\b[A-Z])\.){3,60}?)"
    r"(?=\s+(?:for|at)\s+(?:this|the|tonight's)\s+(?:meeting|evening)\b|,?\s+and\s+(?:[^().;,]|(?<=\b[A-Z])\.){3,60}?\s+(?:was|were)\s+(?:replaced|substituted)\s+by\b)"
)
_HERE = re.compile(r"(?:[^.;]|(?<=\b[A-Z])\.){0,200}?\s(?:for|at)\s+(?:this|the|tonight's)\s+(?:meeting|evening)\b")
_IN_PLACE = re.compile(r"\b(?:in\s+(?:his|her|their)\s+(?:absence|place|stead)|on\s+(?:his|her|their)\s+behalf)\b", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:\s*,)?(?:\s+and)?\s*")
_NO_TITLE = r"(?<!\b[A-Z])(?<!Mr|Ms|Dr)(?<!Mrs)(?<!Cllr)"
_TOLD = re.compile(r"\b[a-z]{3,}ed\b|\b(?:was|were|is|are|had|has|have|will|gave|sent|told|took|said|left)\b")
_SENTENCE = re.compile(rf"{_NO_TITLE}[.:;]\s+")
_CLAUSE = re.compile(rf"{_NO_TITLE}[.:;,]\s+|\b(?:and|with|that|noted)\s+")
_APOLOGY = re.compile("apolog", re.IGNORECASE)
_SUBSTITUTION = re.compile("substitut|deputis", re.IGNORECASE)
_SUBSTITUTE = Label("present", "member", text="substitute")
# "There had been no apologies from Mr Hay"; whoever comes late or leaves early is there.
_NONE = re.compile(r"\b(?:no|nor|any|without)\s+(?:\w+\s+)?$", re.IGNORECASE)
_LATE = re.compile(r"\blate", re.IGNORECASE)
_PARTLY = re.compile(
    r"\s*,?\s*(?:for\s+(?:(?:his|her|their|having|being)\s+){0,2}(?:to\s+)?(?:late|leav|leaving|arriving|early|part\b)"
    r"|(?:that|as|and)\s+(?:(?:he|she|they)\s+)?(?:would|will|had|was|were)\s+(?:(?:have|be|to)\s+){0,2}(?:late|arriv|join|leav))",
    re.IGNORECASE,
)
_NEAR: Final = 30
# How far before "sent apologies" or "substituted for" the names are looked for.
_BACK: Final = 600
# No list of those away is longer, and no paragraph tells of more: bounds on what a text made to be slow can cost.
_LONGEST: Final = 4000
_MOST: Final = 50


def find(passage: Passage) -> Iterator[Entry]:
    """The entries that one paragraph's sentences about absence give."""
    text = passage.text
    if _APOLOGY.search(text):
        for match in islice(_RECEIVED.finditer(text), _MOST):
            if not _NONE.search(text, max(0, match.start() - _NEAR), match.start()) and not _LATE.search(match.group()):
                yield from listed(passage, match.end())
        for match in islice(_SENT.finditer(text), _MOST):
            if not _PARTLY.match(text, match.end()):
                yield from _before(passage, match.start())
    yield from _substitutes(passage)


def _substitutes(passage: Passage) -> Iterator[Entry]:
    """The entries that a paragraph's words about those who stood in for somebody give."""
    text = passage.text
    beside = list(islice(_BESIDE.finditer(text), _MOST)) if _SUBSTITUTION.search(text) or _IN_PLACE.search(text) else []
    here = (match for match in islice(_REPLACED_HERE.finditer(text), _MOST) if _HERE.match(text, match.end()))
    for match in (*beside, *islice(_REPLACED.finditer(text), _MOST), *here):
        yield from _substitute(passage, match)
    if not _SUBSTITUTION.search(text):
        return
    for pattern, told in ((_STOOD_IN, _substitution), (_AS_SUBSTITUTES, _as_substitutes)):
        for match in islice(pattern.finditer(text), _MOST):
            if not any(one.start() <= match.start() < one.end() for one in beside):
                yield from told(passage, match)


def _as_substitutes(passage: Passage, match: re.Match[str]) -> Iterator[Entry]:
    """Those of whom a sentence says that they attended as substitutes."""
    yield from read(passage.cut(_begin(passage.text, match.start(), _SENTENCE), match.start()), _SUBSTITUTE)


def named_first(passage: Passage) -> Iterator[Entry]:
    """Those named in the first sentence of what stands under "Apologies", where it is a list and tells of nothing: "Cllrs Bell and Hay. It was noted ..."."""
    stop = _STOP.search(passage.text, 0, _LONGEST)
    if title_regex().match(passage.text) and stop and stop.group().startswith(".") and not _TOLD.search(passage.text, 0, stop.start()):
        yield from read(passage.cut(0, stop.start()), APOLOGIES)


def listed(passage: Passage, start: int) -> Iterator[Entry]:
    """Those named behind "apologies were received from"."""
    most = min(len(passage.text), start + _LONGEST)
    # A sentence about one of them, in brackets, ends no list: "Ann Hay (who was replaced by Cllr Lee), Tom Dee".
    stop = _STOP.search(_BRACKETS.sub(lambda match: "x" * len(match.group()), passage.text), start, most)
    end = stop.start() if stop else most
    if end > start:
        yield from read(passage.cut(start, end), APOLOGIES)
    beside = _BESIDE.match(passage.text, end, most)
    if beside and beside.group().lstrip(", ").startswith("with"):  # "Mr Hay, with Mr Lee acting as substitute, and Mr Poe": the list goes on
        goes_on = _GOES_ON.match(passage.text, beside.end())
        yield from listed(passage, goes_on.end() if goes_on else beside.end())


def _before(passage: Passage, start: int) -> Iterator[Entry]:
    """Those named before "sent apologies", in the same sentence."""
    head = passage.cut(_begin(passage.text, start, _SENTENCE), start)
    if head.text and len(head.text) < 200 and (title_regex().match(head.text) or parse(head.text)):
        yield from read(head, APOLOGIES)


def _substitute(passage: Passage, match: re.Match[str]) -> Iterator[Entry]:
    """Who stood in for whoever is named right before: "Ms Kay (Dr Roe attended as substitute)", "Mr Hay, with Mr Lee acting as substitute"."""
    who = match.span(match.lastgroup or "who")
    present = next(read(passage.cut(*who), _SUBSTITUTE), None)
    start = max(_begin(passage.text, match.start(), mark) for mark in (_CLAUSE, _RECEIVED))
    absent = next(iter([*read(passage.cut(start, match.start()), APOLOGIES)][-1:]), None)
    if present is not None:
        there = Entry(passage.cut(*who), "present", present.name, present.name_span, "member", label="substitute")
        yield replace(there, substitutes=absent.name if absent else None)


def _substitution(passage: Passage, match: re.Match[str]) -> Iterator[Entry]:
    """Who stood in, present, and for whom, with apologies."""
    absent = next(listed(passage, match.end()), None)
    start = _begin(passage.text, match.start(), _CLAUSE)
    present = next(read(passage.cut(start, match.start()), _SUBSTITUTE), None)
    if present is not None:
        there = Entry(passage.cut(start, match.end()), "present", present.name, present.name_span, "member", label="substitute")
        yield replace(there, substitutes=absent.name if absent else None)
    if absent is not None:
        yield absent


def _begin(text: str, end: int, mark: re.Pattern[str]) -> int:
    """Where the sentence or clause begins that goes up to `end`: behind the last mark before it."""
    return max((found.end() for found in mark.finditer(text, max(0, end - _BACK), end)), default=0)
