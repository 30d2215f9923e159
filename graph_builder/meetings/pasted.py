"""Minutes of an earlier meeting pasted behind a paper have lists of people of their own, and those were not at the paper's meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from graph_builder.language.dates import first_date
from graph_builder.paper import Entry, Header

# "MINUTES OF A MEETING HELD ON 20 JUNE 2019 AT THE HUB  MEMBERS PRESENT:": a head, since the label of a list follows and no other sentence or number.
_HEAD = re.compile(
    r"\bminutes\s+of\s+(?:an?|the)\b(?P<of>(?:(?![.!?]\s+[A-Z][a-z]|\n\s*\d{1,3}[.)]|\b(?:approved?|agreed|signed|confirmed|received|were|was)\b).){0,240}?)\s"
    r"(?:(?:members|councillors|those|also)\s+)?(?:present|attendees|sederunt)\b(?:\s*[:–-]|\s*\n)",
    re.IGNORECASE | re.DOTALL,
)
_HELD: Final = re.compile(r"\bheld\b|\bon\s+(?:\w+day|\d)", re.IGNORECASE)


def without(entries: Sequence[Entry], found: Header, text: str) -> list[Entry]:
    """The entries of a paper that do not stand behind the head of a meeting of another day than the paper's own."""
    if found.when is None or not found.when.evidence:
        return list(entries)
    start = _start(text, found)
    return [entry for entry in entries if entry.passage.span().start < start]


def _start(text: str, found: Header) -> int:
    """Where the first head of another meeting begins, behind the words that tell the paper's own day; the length of the text where there is none."""
    own = found.when
    if own is None:
        return len(text)
    for match in _HEAD.finditer(text, own.evidence[0].end):
        day = first_date(match["of"]) if _HELD.search(match["of"]) else None
        if day and day.exact and not own.earliest <= day.earliest <= own.latest:
            return match.start()
    return len(text)
