"""References that the place of a sentence tells: minutes confirmed under "Minutes", background papers, earlier decisions, dates of future meetings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from graph_builder.language.dates import Found
from graph_builder.relations.reference_bodies import Naming, Who
from graph_builder.relations.reference_dates import turned
from graph_builder.relations.reference_marks import Marked
from graph_builder.relations.reference_text import Spoken

_DATE = r"[\ue000-\ue0ff]"
_BODY = r"[\ue100-\ue3ff]"
_MINUTES = re.compile(r"\bminutes\b", re.IGNORECASE)
_OTHER_MINUTES = re.compile(r"matters\s+arising|questions|outstanding|action", re.IGNORECASE)
_CONFIRMED = re.compile(
    r"\b(?:agreed?|approv(?:e|ed|al)|confirm(?:ed|ation)?|(?:correct|true|accurate)\s+(?:\w+\s+){0,3}record|adopt(?:ed|ion)?|sign(?:ed)?|accept(?:ed)?|taken\s+as\s+read|record\s+of|correct|ratif(?:y|ied))\b",
    re.IGNORECASE,
)
_TAKEN_NOTE = re.compile(r"\b(?:note[ds]?|receive[ds]?|for\s+information)\b", re.IGNORECASE)
_NEXT = re.compile(r"\b(?:next|future)\s+(?:\w+\s+){0,3}meetings?\b|\bdates?\s+of\s+(?:the\s+)?(?:next|future)", re.IGNORECASE)
# The minutes or the meeting, and its date behind them; or the date before them: "the January Minutes".
_OF_MEETING = re.compile(rf"(?:\b(?:minutes|meetings?|held)\b|{_BODY})(?:(?!published|issued|circulated|inspection)[^.;\ue000-\ue0ff]){{0,160}}?(?P<dates>{_DATE}(?:[^.;\w]*(?:and|&)?[^.;\w]*{_DATE})*)|(?P<before>{_DATE})\s+(?:[\w-]+\s+|{_BODY}\s+){{0,3}}?(?:minutes|meetings?)\b", re.IGNORECASE)
# A line under the title "Minutes" that has only a date, with the small words around it.
_ONLY_DATE = re.compile(rf"^(?:\W|\b(?:of|the|from|for|an?|to|on|as|at|confirm|approve|receive|sign|agree|consider|record|correct|ordinary|annual|previous|last|held|meetings?)\b|{_BODY})*{_DATE}", re.IGNORECASE)
_NO_MEETING = re.compile(r"(?:\b(?:dated|published|issued|letter|act|version|inspection|as\s+at|since|by|before|deadline|closing(?:\s+date)?|close[sd]?|until|received|visit|expires?|signed)\b[\s:(–-]*(?:on\s+|of\s+|the\s+)?)$", re.IGNORECASE)
_PAPER = re.compile(r"\b(?:agendas?|minutes|meetings?|reports?|papers?|decisions?|resolution|minute)\b", re.IGNORECASE)
_SIGN = re.compile(r"[\ue000-\ue3ff]")


def is_minutes_item(title: str) -> bool:
    """Whether under an item's title the minutes of an earlier meeting are confirmed."""
    return bool(_MINUTES.search(title)) and not _OTHER_MINUTES.search(re.sub(r"(?:and|&|/)?\s*matters\s+arising.*", "", title, flags=re.IGNORECASE))


def speaks_of_minutes(text: str) -> bool:
    """Whether a sentence says that minutes were confirmed, with a date or without."""
    return bool(_MINUTES.search(text) and _CONFIRMED.search(text))


def confirmed(marked: Marked, naming: Naming, *, near: date | None, in_item: bool) -> Iterator[Spoken]:
    """The meetings whose minutes a sentence confirms; `in_item` where it stands under the title "Minutes" and nothing was confirmed before it."""
    text = marked.text
    named = bool(_MINUTES.search(text))
    if _NEXT.search(text) or not (named and _CONFIRMED.search(text) or in_item and (named or _ONLY_DATE.match(text))):
        return
    spans = [(m.span("dates") if m["dates"] else m.span("before"), m.span()) for m in _OF_MEETING.finditer(text)]
    first = re.search(_DATE, text)
    if not spans and in_item and first and _ONLY_DATE.match(text):
        spans = [(first.span(), (0, first.end()))]
    for dates, whole in spans:
        # "the 2012 Annual Parish Meeting": the body may stand at once behind the date
        who = next(iter(marked.bodies_in(whole[0], whole[1] + 2)), None)
        noted = who is not None and not who.own and _TAKEN_NOTE.search(text) and not _CONFIRMED.search(text)
        for when in marked.dates_in(*dates):
            past = turned(when, near, past=True) if near else when
            if near is None or past.latest < near:
                yield Spoken("previous-meeting" if noted else "confirms-minutes", past, who or naming.mine(0, 0), "confirms-minutes")


def listed(marked: Marked, naming: Naming, section: str, *, near: date | None) -> Iterator[Spoken]:
    """The meetings that a line below a heading lists: background papers, earlier decisions, dates of future meetings."""
    if near is None or (section == "future" and not _is_list(marked.text)):
        return
    for position, when in _dates(marked):
        who = _beside(marked, position)
        if _NO_MEETING.search(_SIGN.sub("", marked.text[:position])) and not _PAPER.search(marked.text[max(0, position - 12) : position]):
            continue
        if section == "future":
            later = turned(when, near, past=False)
            if later.earliest > near:
                yield Spoken("future-meeting", later, who or naming.mine(0, 0), "list-of-future-meetings")
        elif _points_to_meeting(marked, position, who, section) and (earlier := turned(when, near, past=True)).latest < near:
            yield Spoken("background-paper" if section == "background" else "previous-meeting", earlier, who, f"list-of-{section}")


def _dates(marked: Marked) -> Iterator[tuple[int, Found]]:
    for position, sign in enumerate(marked.text):
        if re.fullmatch(_DATE, sign):
            yield position, marked.dates_in(position, position + 1)[0]


def _segment(marked: Marked, position: int) -> tuple[int, int]:
    """The part of a line, between semicolons, in which a position stands."""
    start = marked.text.rfind(";", 0, position) + 1
    end = marked.text.find(";", position)
    return start, len(marked.text) if end < 0 else end


def _beside(marked: Marked, position: int) -> Who | None:
    """The body whose date stands at a position: the last one named before it, else the first behind it."""
    start, end = _segment(marked, position)
    before = marked.bodies_in(start, position)
    behind = marked.bodies_in(position, end)
    return before[-1] if before else behind[0] if behind else None


def _points_to_meeting(marked: Marked, position: int, who: Who | None, section: str) -> bool:
    """Whether a date in a list of papers is that of a meeting: a body that meets stands beside it, or an authority with its agenda or minutes."""
    start, end = _segment(marked, position)
    spoken = bool(_PAPER.search(marked.text[start:end]))
    if who is None:
        return section == "background" and bool(re.search(r"\b(?:agenda|minutes)\b", marked.text[start:end], re.IGNORECASE))
    return who.meets or spoken


def _is_list(text: str) -> bool:
    """Whether a line is a list of dates and no sentence about something else."""
    rest = _SIGN.sub(" ", text)
    return len(rest.split()) <= 12 or bool(re.search(r"\bmeetings?\b", rest, re.IGNORECASE) and len(rest.split()) <= 40)
