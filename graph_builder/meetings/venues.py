"""The head of a paper tells where its meeting was held, with its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import islice
from typing import Final

from graph_builder import lexicon
from graph_builder.language.bodies import meeting_head
from graph_builder.language.dates import find_dates, find_times, first_date
from graph_builder.language.passages import Line, Passage, join
from graph_builder.paper import Field, When

_TOP: Final = 14
# Neither is more in any paper: bounds on what a text made to be slow can cost.
_LONGEST: Final = 600
_MOST: Final = 20
_EDGES: Final = " ,;:-–—."

_HELD = re.compile(r"\b(?:held|convened)\b(?:.{0,70}?)\b(?:in|at)\s+(?!\d)", re.IGNORECASE)
# Where the name of a place ends: at the day, at the time, at the end of the sentence, at the list of those present.
_STOPS = (
    re.compile(r",?\s+on\s+(?=\w+day|\d|the\s+\d|the\s+above)", re.IGNORECASE),
    re.compile(r"\s+(?:Miontuairisc\w*|Cofnodion)\b"),
    re.compile(r",?\s+(?:at|commencing|from|starting)\s+(?:at\s+)?(?=\d|noon)", re.IGNORECASE),
    re.compile(r"(?<!\bSt)(?<!\bCo)(?<!\bRd)(?<!\bAve)(?<!\b[A-Z])\.(?:\s|$)", re.IGNORECASE),
    re.compile(r"\s+(?:Present|PRESENT|In attendance|Attendance|Members|Apologies)\b"),
    re.compile(r"\s+(?:(?:Vice-?\s?)?Chair(?:man)?\s*:|Councillors?\b|Cllrs?\b|Clerk\s*:)"),
)
_CHURCH = re.compile(r"^the\s+(?=.*\bChurch\b)")
_FIGURE = re.compile(r"\d")
_OPEN_END = re.compile(r"\s+(?:at|on|commencing|from)\s*$", re.IGNORECASE)
# What no place is called by alone: the end of a name whose lines are cut.
_END_ALONE: Final = frozenset("chamber chambers hall room house centre office offices building buildings".split())
_OPEN_BEGIN = re.compile(r"^(?:(?:at|on|in|from|by|@)\s+)+(?:via\s+)?(?=\S)", re.IGNORECASE)
_LINK = re.compile(r"\bview (?:directions|map)\b.*$", re.IGNORECASE)
# "Members" and "Committee" speak of people, unless of the room that bears their name.
_NO_PLACE = re.compile(
    r"\b(?:present|minutes|agenda|apologies|invited|(?:members?|committee|panel)(?!['\u2019]?\s+(?:(?:meeting|conference)\s+)?(?:rooms?|suite|chamber)\b))\b",
    re.IGNORECASE,
)


def venue(head: Sequence[Line], label: Passage | None, when: When | None) -> Field | None:
    """The place of the meeting: behind its label, else in "held at", else beside the date."""
    if label is not None:
        value = _without_time(label.text)
        return Field(value, (label.span(),), "header-venue-label") if value else None
    for number in range(min(len(head), _TOP)):
        most = min(number + 4, len(head))
        stop = next((n for n in range(number + 1, most) if head[n].gap or head[n].cells or head[n].bullet), most)
        found = _in_words(join([line.passage for line in head[number:stop]]), len(head[number].text))
        if found:
            return found
    return _beside_date(head, when)


def _in_words(passage: Passage, first: int) -> Field | None:
    """The place in "held at P on D": what follows "at" or "in" and is no time, up to the date, the time or the sentence's end."""
    for match in islice(_HELD.finditer(passage.text), _MOST):
        if match.start() > first:
            return None
        rest = passage.text[match.end() : match.end() + _LONGEST]
        stop = _stop(rest)
        value = _CHURCH.sub("", _without_time(rest[:stop])) if stop < _LONGEST else ""
        if 1 <= len(value.split()) <= 20 and not _FIGURE.match(value) and value.casefold() not in _END_ALONE:
            return Field(value, (passage.span(match.end(), match.end() + stop),), "header-venue-held")
    return None


def _stop(rest: str) -> int:
    """Where a place ends in the words behind "held at"."""
    stops = [found.start() for pattern in _STOPS if (found := pattern.search(rest))]
    dated = first_date(rest)
    return min([*stops, dated.start] if dated else stops, default=len(rest))


def _without_time(text: str) -> str:
    """A text without the dates and times in it."""
    for found in reversed(list(find_dates(text))):
        text = text[: found.start] + text[found.end :]
    for _, start, end in reversed(list(find_times(text))):
        text = text[:start] + text[end:]
    text = _OPEN_BEGIN.sub("", _OPEN_END.sub("", _LINK.sub("", text).strip(_EDGES)))
    return " ".join(text.split()).strip(_EDGES)


def _beside_date(head: Sequence[Line], when: When | None) -> Field | None:
    """What stands beside the date on its line, on the next ones, or as an address above it, if it has the words of a place."""
    if when is None or not when.evidence:
        return None
    place = when.evidence[0]
    for number, line in enumerate(head):
        span = line.passage.span()
        if not span.start <= place.start < span.end:
            continue
        end = max((found.end for found in find_dates(line.text)), default=0)
        below = [(other.passage, other.text) for other in head[number + 1 : number + 3]]
        above = [(other.passage, other.text) for other in head[max(0, number - 2) : number] if _is_address(other.text)]
        for passage, text in ((line.passage, line.text[end:]), *below, *above):
            value = _without_time(text)
            if _words().search(value) and len(value.split()) <= 16 and not _NO_PLACE.search(value):
                return Field(value, (passage.span(),), "header-venue-line")
    return None


def _is_address(text: str) -> bool:
    """Whether a line is an address, and not the name of a body that meets: "Moot Hall, 12 High Street, Wexcombe"."""
    return "," in text and not meeting_head().search(text)


@cache
def _words() -> re.Pattern[str]:
    return re.compile(lexicon.load("bodies")["venue_words"], re.IGNORECASE)
