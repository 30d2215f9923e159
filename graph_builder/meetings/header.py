"""The head and foot of a paper become a header: body, council, date, start, end, venue and kind, each with its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from graph_builder.language.dates import first_date
from graph_builder.language.passages import Line, Passage
from graph_builder.meetings import days, hosts, owners, venues
from graph_builder.meetings.pages import Page
from graph_builder.model import Document
from graph_builder.paper import Field, Header

HEAD_LINES: Final = 40
"""How many lines at the top may be the head of a paper that has no items."""

_LABEL = re.compile(
    r"(?P<what>committee|body|board|meeting|(?:name of (?:the )?)?(?:committee|meeting|board)(?: name| title)?|venue|location|place|held at|date"
    r"|date of meeting|meeting date|day and date|time|start(?: time)?|date and time|date & time|council|authority|decision[\s-](?:maker|taker)"
    r"|date of decision|decision (?:taken|made) by|name of decision[\s-]maker|title of meeting)\s*:\s*(?P<value>\S.*)",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"\b(?:Date|Time|Venue|Location|Place)\s*:")
_BARE_LABEL = re.compile(
    r"(?P<what>committee|venue|location|place|date|time|date of meeting|decision[\s-]maker|date of decision)\s*:?", re.IGNORECASE
)
# What a label says: the first of these that one of its hints tells, else the body.
_HINTS: Final = (
    ("maker", ("maker", "taken by", "taker", "made by")),
    ("date", ("date", "day")),
    ("time", ("time", "start")),
    ("venue", ("venue", "location", "place", "held at")),
    ("council", ("council", "authority")),
    ("committee", ("committee",)),
)


def read(document: Document, lines: Sequence[Line], head: Sequence[Line], *, kind: str) -> Header:
    """The header of a paper of some kind; `head` are the lines before its first item, as far as they may speak of the meeting."""
    labels = _labels(head)
    if not any(first_date(line.text) for line in head):
        head = [*days.title_line(document), *head]
    when = days.day(document, lines, head, labels.get("date"))
    council = owners.council(document, head) or owners.council(document, days.title_line(document))
    committee = labels.get("committee")
    body = hosts.body(document, head, committee or labels.get("body"), council, kind=labels.get("committee label") if committee else None)
    timed = [labels[key] for key in ("time", "date") if key in labels]
    return Header(
        kind=kind,
        body=body,
        council=council or hosts.itself(body),
        when=when,
        start=days.start(head, timed, when),
        end=days.end(lines),
        venue=venues.venue(head, labels.get("venue"), when),
        maker=_maker(labels),
    )


def of_page(document: Document, lines: Sequence[Line], page: Page, *, kind: str) -> Header:
    """The header of the page of one item: what it says of the meeting, or of who decided when."""
    labels = _labels(lines)
    told = page.meeting or (page.maker if page.shared else None)
    council = owners.council(document, ())
    return Header(
        kind=kind,
        body=hosts.labelled(document, told, council),
        council=council,
        when=days.day(document, (), (), page.meeting or labels.get("date")),
        maker=_maker(labels),
    )


def _maker(labels: Mapping[str, Passage]) -> Field | None:
    if "maker" not in labels:
        return None
    return Field(labels["maker"].text.strip(" ."), (labels["maker"].span(),), "header-decision-maker")


def _labels(head: Sequence[Line]) -> dict[str, Passage]:
    """The labelled lines of the head: what each label says, `Venue: County Hall`, or the line after a label that stands alone."""
    found: dict[str, Passage] = {}
    for number, line in enumerate(head):
        for passage in _labelled(line.passage):
            match = _LABEL.match(passage.text)
            bare = _BARE_LABEL.fullmatch(passage.text) if not match and number + 1 < len(head) else None
            if match:
                found.setdefault(_key(match["what"]), passage.cut(match.start("value")))
                found.setdefault(f"{_key(match['what'])} label", passage.cut(*match.span("what")))
            elif bare:
                found.setdefault(_key(bare["what"]), head[number + 1].passage)
    return found


def _labelled(passage: Passage) -> Iterator[Passage]:
    """The parts of a line with several labels, "Date: 4 May Time: 7 pm Venue: Town Hall"; else the line."""
    places = [match.start() for match in _WITHIN.finditer(passage.text)] if _LABEL.match(passage.text) else []
    starts = [0, *(place for place in places if place)]
    for start, stop in zip(starts, [*starts[1:], len(passage.text)], strict=True):
        yield passage.cut(start, stop)


def _key(label: str) -> str:
    words = label.casefold()
    return next((key for key, hints in _HINTS if any(hint in words for hint in hints)), "body")
