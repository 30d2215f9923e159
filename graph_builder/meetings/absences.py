"""Sentences about people who were away, came late or stood in for somebody become entries of attendance."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph_builder.language.names import parse, title_regex
from graph_builder.language.passages import Passage
from graph_builder.meetings.labels import APOLOGIES, Label
from graph_builder.meetings.rosters import read
from graph_builder.paper import Entry

_LEAD = r"(?:apolog(?:y|ies)(?:\s+for\s+(?:absence|non-?attendance|lateness|(?:his|her|their)\s+inability[^.]{0,40}?|inability[^.]{0,40}?))?)"
_RECEIVED = re.compile(
    rf"\b{_LEAD}\s+(?:(?:had|have|has)\s+)?(?:(?:was|were|been|is|are)\s+)?(?:also\s+)?(?:(?:received|submitted|given|tendered|noted|reported|made|sent|recorded|accepted|offered|presented|intimated)(?:\s+and\s+\w+)?\s+)?(?:(?:from|for|on\s+behalf\s+of|by)|:)\s*(?::\s*)?",
    re.IGNORECASE,
)
_SENT = re.compile(r"\b(?:(?:had\s+|have\s+|has\s+)?(?:sent|submitted|given|offered|tendered|gave|expressed)\s+(?:(?:his|her|their)\s+)?apologies|(?:had\s+)?apologised(?:\s+for\s+(?:his|her|their)?\s*(?:absence|non-?attendance))?)\b", re.IGNORECASE)
_STOOD_IN = re.compile(r"\b(?:(?:was|were|is)\s+)?(?:substituted|substituting|(?:attended|attending|present|appointed|acting|nominated|named)\s+\(?as\s+(?:a\s+|the\s+)?substitute|deputised|deputising|(?:was|were)\s+(?:a\s+|the\s+)?(?:named\s+)?substitute)(?:\s+member)?\s+(?:for|in\s+place\s+of|on\s+behalf\s+of)\s+", re.IGNORECASE)
_STOP = re.compile(r"(?:(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bCllr)(?<!\bCllrs)(?<!\bRev)(?<!\bRevd)(?<!\bProf)(?<!\bSt)(?<!\b[A-Z])\.(?=\s|$))|,?\s+(?=for\s+whom\b|who\b|due\s+to\b|because\b|as\s+(?:he|she|they)\b|for\s+(?:the\s+(?:meeting|reason)|personal|work)|was\s|were\s|had\s|and\s+(?:it\s+was|noted|accepted|for\s+lateness|these|the\s+\w+\s+(?:was|were)))|\s+-\s+(?=[a-z])", re.IGNORECASE)


def find(passage: Passage) -> Iterator[Entry]:
    """The entries that one paragraph's sentences about absence give."""
    text = passage.text
    if re.search(r"apolog", text, re.IGNORECASE):
        for match in _RECEIVED.finditer(text):
            yield from _listed(passage, match.end())
        for match in _SENT.finditer(text):
            yield from _before(passage, match.start(), match.end())
    if re.search(r"substitut|deputis", text, re.IGNORECASE):
        for match in _STOOD_IN.finditer(text):
            yield from _substitution(passage, match)


def _listed(passage: Passage, start: int) -> Iterator[Entry]:
    stop = _STOP.search(passage.text, start)
    end = stop.start() if stop else len(passage.text)
    if end > start:
        yield from read(passage.cut(start, end), APOLOGIES)


def _before(passage: Passage, start: int, end: int) -> Iterator[Entry]:
    """Those named before "sent apologies", in the same sentence."""
    sentence = max((m.end() for m in re.finditer(r"(?<!\b[A-Z])(?<!Mr|Ms|Dr)(?<!Mrs)(?<!Cllr)[.:;]\s+", passage.text[:start])), default=0)
    head = passage.cut(sentence, start)
    if head.text and len(head.text) < 200 and (title_regex().match(head.text) or parse(head.text)):
        yield from read(head, APOLOGIES)


def _substitution(passage: Passage, match: re.Match[str]) -> Iterator[Entry]:
    """Who stood in, present, and for whom, with apologies."""
    text = passage.text
    absent = next(iter(_listed(passage, match.end())), None)
    start = max((m.end() for m in re.finditer(r"(?<!\b[A-Z])(?<!Mr|Ms|Dr)(?<!Mrs)(?<!Cllr)[.:;,]\s+|\b(?:and|with|that|noted)\s+", text[: match.start()])), default=0)
    for entry in read(passage.cut(start, match.start()), Label("present", "member", text="substitute")):
        yield Entry(passage.cut(start, match.end()), "present", entry.name, entry.name_span, "member", substitutes=absent.name if absent else None, label="substitute")
        break
    if absent is not None:
        yield absent
