"""The words of a paper's head and the marks of minutes in its text tell what sort of paper it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from graph_builder.language.names import known_given, parse
from graph_builder.language.passages import Line
from graph_builder.meetings.labels import label_of
from graph_builder.meetings.pages import ISSUE, ITEM, Page
from graph_builder.model import Document

DECISION_RECORD: Final = "decision record"
_HEAD_LINES: Final = 30

_RECORD = re.compile(
    r"(?:record|notice) of (?:an? )?(?:executive |officer |cabinet member |delegated |key |portfolio holder |individual |member )*decision"
    r"|decision (?:notice|record)\b|(?:executive|delegated|officer|portfolio holder|cabinet member) decision\b"
)
_MAKER = re.compile(r"decision[ -](?:maker|taken by|taker)|taken by|made by|^portfolio\s*:|\bportfolio:|cabinet member:")
# The decisions of one meeting, published before its minutes or instead of them.
_DECISIONS = re.compile(
    r"\b(?:decisions? (?:sheet|list|summary|digest|statement)|(?:record|notice|summary|schedule|list|statement) of (?:the )?(?:\w+ )?decisions"
    r"|decisions (?:of the (?!inspector)|taken by|made by))"
)
_DECIDED = re.compile(r"(?:decisions?|resolved|agreed)\s*(?::|–|-|$)|it was (?:\w+ly )?(?:resolved|agreed)\b", re.IGNORECASE)
# Pages that print an item with its minutes, or its decision, on one line.
_INLINE = {"minutes": re.compile(r"\S\s+Minutes:\s+[A-Z]"), "decisions": re.compile(r"\S\s+Decision:\s+[A-Z]")}
_SEVERAL: Final = 2
_MARK = re.compile(r"(?:resolved|present|apologies (?:were|for absence were)|in attendance|minutes:|sederunt)", re.IGNORECASE)
# An agenda may say who is to come; one that also names who is away tells of a meeting that was.
_ATTENDEES = re.compile(r"(?:attendees|attendance|those (?:present|attending))\s*(?::|$)", re.IGNORECASE)
_APOLOGIES = re.compile(r"apologies(?: for absence)?(?: received)?(?: from)?\s*:?", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]{0,60}\)")
_MINUTES = re.compile(r".{0,200}\bminutes\b(?! of the (?:previous|last))", re.DOTALL)
_TITLES: Final = 12
_TITLE = re.compile(r"(?:(?:draft|unconfirmed|confirmed|approved)\s+)?minutes?\s+of\b(?!\s+the\s+(?:previous|last))", re.IGNORECASE)
_MINUTE = re.compile(r"(?:draft\s+)?minute\s+of\s+(?!(?:the\s+)?(?:previous|last)\b)[^.:]{0,80}\bmeetings?\b(?!\s*$)", re.IGNORECASE)
"""How Scottish papers begin: "Minute of Community Council Meeting, 30/1/18"."""
_AGENDA_AND_MINUTES = re.compile(r"agenda,?\s+(?:decisions,?\s+)?and\s+(?:(?:draft|printed|public)\s+)?minutes\W*", re.IGNORECASE)
# What only minutes tell, of a meeting that was.
_HAPPENED = re.compile(
    r"\b(?:were|was|be)\s+(?:\w+ly\s+)?(?:accepted|approved|confirmed|agreed|received|taken|signed)\s+as\s+(?:an?\s+)?(?:true|correct|accurate)\b"
    r"|\b(?:committee|panel|board|cabinet|council|members|chair\w*)\s+(?:\w+ly\s+)?(?:noted|asked|agreed|thanked|resolved|welcomed|discussed|queried|enquired)\b"
    r"|\bRESOLVED\b|\bit\s+was\s+(?:\w+ly\s+)?(?:agreed|resolved)\b|\bapologies\s+(?:for\s+absence\s+)?(?:were|was|had\s+been)\s+received\b",
    re.IGNORECASE,
)
_LETTER = re.compile(r"\bdear (?:mr|mrs|ms|dr|sir|madam|colleague|director|chief)")
_PRESENT = re.compile(r"\bpresent\b", re.IGNORECASE)
_NUMBER = re.compile(r"^\d{1,3}[.)]\s*")
_FIRST = re.compile(r"[,;]|\sand\s")
_AGENDA_TOP = re.compile(r"\bagenda\b(?!\s+item)")
_AGENDA = re.compile(r"\bagenda\b")


def kind_of(document: Document, lines: Sequence[Line], page: Page | None = None) -> str:
    """What sort of paper it is: a record of a decision by its own words, else what the list of sources says, else by its marks."""
    found = _of_page(page) or _kind(lines)
    return found if found == DECISION_RECORD or not document.source.kind else document.source.kind


def _of_page(page: Page | None) -> str:
    """What a page of one item or decision is; empty where its marks have to tell."""
    if page is None or page.kind == ITEM:
        return ""
    return "minutes" if page.kind == ISSUE else "decisions" if page.shared else DECISION_RECORD


def _kind(lines: Sequence[Line]) -> str:
    top = " ".join(line.text for line in lines[:_HEAD_LINES]).casefold()
    if _RECORD.search(top[:500]) and _MAKER.search(top[:1500]):
        return DECISION_RECORD
    if _DECISIONS.search(top[:300]) and any(_DECIDED.match(line.text) for line in lines) and not _MINUTES.match(top[:300]):
        return "decisions"
    for kind, mark in _INLINE.items():
        if sum(bool(mark.search(line.text)) for line in lines) >= _SEVERAL:
            return kind
    marks = sum(1 for line in lines if _MARK.match(line.text))
    listed = any(_ATTENDEES.match(line.text) for line in lines) and any(_names_absent(*pair) for pair in pairwise(lines))
    titled = any(_TITLE.match(line.text) for line in lines[:_TITLES]) and any(map(_lists_those_present, lines[:_HEAD_LINES]))
    told = (_MINUTES.match(top) or any(_MINUTE.match(line.text) for line in lines[:_TITLES])) and (marks or not _AGENDA_TOP.search(top[:200]))
    published = any(_AGENDA_AND_MINUTES.fullmatch(line.text) for line in lines[:_TITLES]) and any(_HAPPENED.search(line.text) for line in lines)
    if marks >= 2 or listed or titled or told or published or any(map(_names_present, lines[:_HEAD_LINES])):
        return "minutes"
    if _LETTER.search(top):
        return "letter"
    if _AGENDA.search(top):
        return "agenda"
    return "minutes" if marks else "report"


def _lists_those_present(line: Line) -> bool:
    """Whether a line is the label of those present, with words behind it."""
    label = label_of(line.text)
    return bool(label and label[0].status == "present" and label[1] < len(line.text) and _PRESENT.search(line.text, 0, label[1]))


def _names_present(line: Line) -> bool:
    """Whether a line is the label of those present with somebody behind it: an agenda tells who is to come, and not who was there."""
    text = _NUMBER.sub("", line.text)
    label = label_of(text)
    if label is None or label[0].status != "present" or label[0].capacity != "member" or not _PRESENT.search(text, 0, label[1]):
        return False
    name = parse(_BRACKETS.sub("", _FIRST.split(text[label[1] :], maxsplit=1)[0]).strip())
    return bool(name and (name.title or (name.has_given and known_given(name.given.split()[0]))))


def _names_absent(line: Line, below: Line) -> bool:
    """Whether a line is the label of those away and a name stands below it: an agenda has the item and no name."""
    name = parse(_BRACKETS.sub("", below.text).strip()) if _APOLOGIES.fullmatch(line.text) else None
    return bool(name and (name.title or (name.has_given and known_given(name.given.split()[0]))))
