"""The head and the foot of a paper tell the day of its meeting, and when it began and ended, each with its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from graph_builder.language.bodies import council_regex
from graph_builder.language.dates import Found, find_dates, find_times, first_date, next_working_day
from graph_builder.language.passages import Line, Passage, join, stretch
from graph_builder.meetings.owners import spoken
from graph_builder.model import Basis, Document
from graph_builder.paper import Clock, When

_TOP: Final = 14
_FOOT: Final = 40

_OTHER_DAY = re.compile(
    r"minutes\s+of\s+the\s+(?:\w+\s+){0,12}meetings?\s+held|previous(?:ly)?|date of (?:issue|publication|next)|published|issued|next meeting"
    r"|working day before",
    re.IGNORECASE,
)
# What is the day of no meeting that was held, whatever stands before it: of a file, or from which the meeting was moved.
_NEVER = re.compile(
    r"\b(?:uploaded|updated|posted|added|created|last\s+modified|(?:moved|re-?arranged|postponed|re-?scheduled|deferred|adjourned|brought\s+forward)\s+from)\b[^,;]*$",
    re.IGNORECASE,
)
# When somebody came or went, which is not when the meeting began.
_CAME = re.compile(r"\b(?:joined|arrived|left|departed|entered|re-?joined)\s+(?:the\s+meeting\s+)?(?:at\b|approx)", re.IGNORECASE)
_SUMMONS = re.compile(r"\byou\s+are\s+(?:hereby\s+)?(?:requested|summoned|invited)\s+to\s+(?:attend|be\s+present)\b", re.IGNORECASE)
_MINUTES_FIRST = re.compile(
    r"\W*(?:(?:draft|un-?confirmed|un-?approved|un-?adopted|un-?ratified|confirmed|approved|adopted|final|provisional|signed|public|open|the)\W+){0,3}minutes",
    re.IGNORECASE,
)
_HELD_OR_ON = re.compile(r"\bheld|\bon\b", re.IGNORECASE)
_BREAKS = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?|on|\w+day,?|january|february|march|april|may|june|july|august|september|october|november|december|at),?\s*$",
    re.IGNORECASE,
)
_WORKING_DAY = re.compile(r"working\s+day\s+before\s+the\s+meeting\s*\(?\s*(?:in\s+this\s+case,?|i\.?e\.?|namely)?\s*:?\s*", re.IGNORECASE)
_TITLE = re.compile(r"^title:[ ]*[\"']?(.+?)[\"']?$", re.MULTILINE)
_FIGURES = re.compile(r"\d+")
_CLEARLY_A_TIME = re.compile(r"[ap]\.?\s?m|noon|:|hrs|hours", re.IGNORECASE)
_AT = re.compile(r"\b(?:at|time)\s*$", re.IGNORECASE)
_FINISHING = re.compile(r"\b(?:finish(?:ed|ing)?|end(?:ed|ing)|conclud(?:ed|ing)|clos(?:ed|ing)|until)\s+(?:at\s+)?(?=\d)", re.IGNORECASE)
_MEETING = re.compile(r"\b(?:meeting|hearing|business|proceedings|session|committee|council|board|panel)\b", re.IGNORECASE)
_ENDED = re.compile(
    rf"{_MEETING.pattern}.{{0,80}}?"
    r"\b(?:ended|closed?|concluded|finished|terminated|rose|adjourned|declared closed|ending|drew to a close)\b"
    r"|\b(?:closed|concluded|ended)\s+the\s+meeting\b"
    r"|^(?:meeting\s+)?(?:closed|ended|finish(?:ed)?|close|end time|meeting closed|time closed|finish time)\b",
    re.IGNORECASE,
)
# What may stand before a time on the line below "The meeting closed": a sentence there tells of something else.
_LEADS_TO_TIME = re.compile(r"[\s:.-]*(?:(?:end(?:ed)?|finish(?:ed)?|closed?|time|at|approximately|the time was)[\s:.-]*){0,4}", re.IGNORECASE)


def day(document: Document, lines: Sequence[Line], head: Sequence[Line], label: Passage | None) -> When | None:
    """The day of the meeting: behind its label, else in the head, else derived or supplied, else in the title of a front matter."""
    found = first_date(label.text) if label else None
    if label and found:
        return _when(label, found, "header-date-label")
    return _within(head, _in_head(head)) or _after_working_day(lines) or _supplied(document) or _in_head(title_line(document))


def _in_head(head: Sequence[Line]) -> When | None:
    """The date that most looks like the meeting's: one day, with its weekday, behind "held" or "on", high up."""
    best: tuple[float, When] | None = None
    summons = next((number for number, line in enumerate(head) if _SUMMONS.search(line.text)), 0)
    for number, line in enumerate(head):
        if number < summons and _is_day_alone(line.text):
            continue  # the day of the letter that calls to the meeting
        following = head[number + 1].passage if number + 1 < len(head) and not head[number + 1].gap else None
        passage = join([line.passage, following]) if following and _BREAKS.search(line.text) else line.passage
        for found in find_dates(passage.text):
            before = line.text[: found.start + 1]
            if found.start > len(line.text) or _NEVER.search(before) or (_OTHER_DAY.search(before) and not _is_of_own(line.text)):
                continue
            score = 2 * found.exact + (found.weekday is not None) + bool(_HELD_OR_ON.search(line.text[: found.start])) - number / 20
            if best is None or score > best[0]:
                best = (score, _when(passage, found, "header-date"))
    return best[1] if best else None


def _is_day_alone(text: str) -> bool:
    """Whether a line is a date and no more."""
    found = first_date(text)
    return found is not None and not (text[: found.start] + text[found.end :]).strip(" .,:")


def _is_of_own(text: str) -> bool:
    """Whether a line begins with "Minutes", or with the name of a council and "Minutes": then it speaks of the paper's own meeting."""
    named = council_regex().match(spoken(text))
    return bool(_MINUTES_FIRST.match(text) or (named and _MINUTES_FIRST.match(text, named.end())))


def _within(head: Sequence[Line], told: When | None) -> When | None:
    """The day without a year in the month that the head tells, where its weekday is right: "August 2023" and "on Tuesday 1st August"; else what is told."""
    if told is None or told.earliest == told.latest:
        return told
    for line in head:
        for found in find_dates(line.text, near=told.earliest):
            held = found.weekday == found.earliest.weekday() and _HELD_OR_ON.search(line.text[: found.start])
            if found.exact and held and told.earliest <= found.earliest <= told.latest and not _OTHER_DAY.search(line.text[: found.start]):
                day = _when(line.passage, found, "header-date")
                return replace(day, evidence=(*day.evidence, *told.evidence))
    return told


def _when(passage: Passage, found: Found, rule: str) -> When:
    printed = passage.text[found.start : found.end]
    return When(found.earliest, found.latest, printed, (passage.span(found.start, found.end),), rule)


def _after_working_day(lines: Sequence[Line]) -> When | None:
    """The working day after "the working day before the meeting (in this case D)"."""
    for line in lines:
        match = _WORKING_DAY.search(line.text)
        found = first_date(line.text[match.end() :]) if match else None
        if match and found and found.exact:
            start, end = match.end() + found.start, match.end() + found.end
            following = next_working_day(found.earliest)
            proof = (line.passage.span(match.start(), end),)
            return When(following, following, line.text[start:end], proof, "date-after-working-day-before", Basis.DERIVED)
    return None


def _supplied(document: Document) -> When | None:
    """The day, or the first of the month, that the list of sources gives."""
    parts = [int(figures) for figures in _FIGURES.findall(document.source.date)]
    if len(parts) < 2:
        return None
    found = date(parts[0], parts[1], parts[2] if len(parts) > 2 else 1)
    return When(found, found, document.source.date, (), "sources", Basis.SUPPLIED)


def title_line(document: Document) -> list[Line]:
    """The title in a front matter as a line: it often names the day or the council that the text leaves out."""
    if not document.text.startswith("---\n"):
        return []
    match = _TITLE.search(document.text[: document.text.find("\n---", 4)])
    return [Line(0, stretch(document, *match.span(1)))] if match else []


def start(head: Sequence[Line], labels: Sequence[Passage], when: When | None) -> Clock | None:
    """When the meeting began: behind a label, else the first time in the head that can be one."""
    for label in labels:
        for value, begin, end in find_times(label.text):
            return Clock(value, (label.span(begin, end),))
    for number, line in enumerate(head):
        if (number and _OTHER_DAY.search(line.text) and not _MINUTES_FIRST.match(line.text)) or _ENDED.search(line.text) or _CAME.search(line.text):
            continue
        passage = join([item.passage for item in head[number : number + 2]])
        for value, begin, end in find_times(passage.text):
            if begin >= len(line.text):
                break
            if _is_time(passage.text, begin, end, when):
                return Clock(value, (passage.span(begin, end),))
    return None


def _is_time(text: str, begin: int, end: int, when: When | None) -> bool:
    """Whether a time on a line of the head is the meeting's: it has am, pm, a colon, or follows "at"."""
    told = _CLEARLY_A_TIME.search(text[begin:end]) or _AT.search(text, max(0, begin - 12), begin)
    return bool(told) and (when is not None or "m" in text[begin:end])


def end(lines: Sequence[Line]) -> Clock | None:
    """When the meeting ended, as the head ("finishing at 4.30") or the foot ("The meeting closed at 9.15 pm") says."""
    return next(_ends_in_head(lines[:_TOP]), None) or next(_ends_in_foot(lines), None)


def _ends_in_head(lines: Sequence[Line]) -> Iterator[Clock]:
    for line in lines:
        match = _FINISHING.search(line.text)
        before = line.text[: match.start()].strip(" .,;:-") if match else ""
        if before and not (_MEETING.search(before) or next(find_times(before), None)):
            continue
        found = next(find_times(line.text[match.end() :]), None) if match else None
        if match and found:
            yield Clock(found[0], (line.passage.span(match.end() + found[1], match.end() + found[2]),))


def _ends_in_foot(lines: Sequence[Line]) -> Iterator[Clock]:
    """The ends that the last lines tell, from the last one upwards; the time may stand on the next line, or before the words."""
    for number in range(len(lines) - 1, max(-1, len(lines) - _FOOT), -1):
        match = _ENDED.search(lines[number].text)
        if not match:
            continue
        passage, own = join([line.passage for line in lines[number : number + 2]]), len(lines[number].text)
        for value, begin, stop in find_times(passage.text):
            if match.start() - 20 <= begin < own or (begin >= own and _LEADS_TO_TIME.fullmatch(passage.text[own:begin])):
                yield Clock(value, (passage.span(begin, stop),))
        for value, begin, stop in reversed(list(find_times(lines[number].text[: match.end()]))):
            yield Clock(value, (lines[number].passage.span(begin, stop),))
