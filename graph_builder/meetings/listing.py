"""The lists of people among some lines, each with its label, become entries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from graph_builder import lexicon
from graph_builder.language.names import parse, title_regex
from graph_builder.language.passages import Line
from graph_builder.meetings import side_by_side, tables, wards
from graph_builder.meetings.asides import goes_on_listing
from graph_builder.meetings.furniture import known_heading
from graph_builder.meetings.labels import APOLOGIES, MEMBERSHIP, Label, chair_label, label_of, leading_label, other_label, stray_label
from graph_builder.meetings.rosters import entries
from graph_builder.paper import Entry

_PROSE = re.compile(
    r"\b(?:was|were|is|are|had|has|opened|welcomed|commenced|agreed|declared|noted|reported|stated|will|invited|submitted|resolved|asked|thanked"
    r"|convened|wished|presided|proposed|seconded|passed|informed|requested|advised|chaired|observed|moved|signed|reminded|congratulated)\b"
)
# What no list goes on with: a clause that leads to something else.
_CLAUSE = re.compile(r"(?:on\s+behalf\s+of|at\s+the\s+(?:outset|start|commencement)|prior\s+to|in\s+the\s+absence|following|before\s+the)\b", re.IGNORECASE)
_SHORT_PROSE = re.compile(r"\b(?:chaired|presided|opened|welcomed)\b")
# A heading within a list: those below it are there too. The first are no title that a name could have on the line below.
_OFFICE = re.compile(r"(?:lord\s+provost|bail+ies)\s*:?", re.IGNORECASE)
_GROUP = re.compile(rf"{_OFFICE.pattern}|(?:aldermen|councillors|(?:elected|other|co-?opted)?\s*members)\s*:?", re.IGNORECASE)
# "Apologies were submitted on behalf of:-": the lists below it, each with its label, are of those away.
_OF_THE_AWAY = re.compile(
    r"apologies(?:\s+for\s+absence)?\s+(?:was|were|had\s+been|have\s+been)\b[^.]{0,60}\b(?:from|of|for|by)\s*[:–-][\s:–-]*$", re.IGNORECASE
)
_SAYS_PRESENT = re.compile(r"present|attend|substitut|\bchair|also|sederunt|clerk|presid|presennol|láthair", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,3}\s?[.)]\s+|\d{1,3}\.\d{1,2}[.)]?\s+|\d{1,3}(?=[A-Z][a-z]{2})")
_RUN = 3
_AGENDA = re.compile(r"agenda", re.IGNORECASE)
_PART = re.compile(
    r"(?:part|section)\s+(?:\d|[a-z]\b|one|two)|(?:public|open|private|closed)\s+(?:session|items?)\b|(?:agenda|minutes|available papers|public)\b",
    re.IGNORECASE,
)


def find(head: Sequence[Line], *, membership: bool) -> Iterator[Entry]:
    """The lists among some lines, each with its label."""
    index, members, away = 0, False, False
    listed: Label | None = None
    while index < len(head):
        beside = [] if any(map(tables.ticked, head[index + 1 : index + 4])) else side_by_side.labels(head[index])
        beside, begin = (beside, index + 1) if beside else (side_by_side.one_below_the_other(head[index : index + 2]), index + 2)
        if beside:
            stop = _list_end(head, begin - 1, members=members)
            yield from side_by_side.read(head[begin:stop], beside)
            index = stop
            continue
        table = tables.find(head, index, under=listed)
        if table is not None:
            yield from table[0]
            index = table[1]
            continue
        text = head[index].text
        found = label_of(text) or _numbered_label(text) or leading_label(text) or chair_label(text, [line.text for line in head[index + 1 : index + 5]])
        found = found or (other_label(text, under=listed) if listed else None)
        listed = found[0] if found else None
        away = _OF_THE_AWAY.match(text) is not None or (away and not _SAYS_PRESENT.search(text) and not known_heading(text))
        if membership and _membership().fullmatch(text):
            members, found = True, (MEMBERSHIP, len(text))
        elif members and found:
            found = (Label("member", found[0].capacity or "member", found[0].role, found[0].text), found[1])
        if not found or (found[0].status == "public"):
            members = members and not known_heading(text) and not _AGENDA.fullmatch(text)
            index += 1
            continue
        stop = _list_end(head, index, members=members)
        below = wards.rows(head[index + 1 :]) if found[1] >= len(text) and found[0].status == "present" else 0
        if below:
            yield from wards.entries(head[index + 1 : index + 1 + below], found[0])
            index += below + 1
            continue
        named = [line for line in head[index:stop] if not _OFFICE.fullmatch(line.text)]
        listing = entries(named, found[0], first=found[1])
        yield from map(as_away, listing) if away else listing
        index = stop


def _list_end(head: Sequence[Line], index: int, *, members: bool) -> int:
    """The line behind the list whose label is on a line."""
    return next((stop for stop in range(index + 1, len(head)) if ends_list(head, stop, members=members)), len(head))


def ends_list(head: Sequence[Line], index: int, *, members: bool) -> bool:
    """Whether a line no longer belongs to the list above it."""
    line = head[index]
    if line.heading or label_of(line.text) or other_label(line.text) or stray_label(line.text) or (len(line.cells) > 1 and tables.find(head, index)):
        return True
    if _PART.match(line.text) or (members and _membership().fullmatch(line.text)):
        return True
    words = len(line.text.split())
    if line.gap and _is_heading(line.text) and not head[index - 1].text.isupper():
        return True
    if line.gap and len(line.text.split()) > 3 and not goes_on_listing(line.text, head[index - 1].text):
        return True
    if _CLAUSE.match(line.text) or (words > 3 and _SHORT_PROSE.search(line.text)):
        return True
    numbered = _NUMBER.match(line.text)
    if numbered and known_heading(line.text[numbered.end() :]):
        return True  # "1. Minutes", below the last of the lists
    return bool((words <= 8 and known_heading(line.text)) or (words > 5 and _PROSE.search(line.text) and not _is_run_of_names(line.text)))


def _is_heading(text: str) -> bool:
    """Whether a line in capitals is a heading that no list of headings has, and neither a name nor a part of those listed: "BAILIES"."""
    return text.isupper() and "," not in text and not parse(text) and not _GROUP.fullmatch(text)


def _numbered_label(text: str) -> tuple[Label, int] | None:
    """The label behind a number that makes no item: "1. Attendance: Cllr A Bell", where each point of a page is numbered 1."""
    number = _NUMBER.match(text)
    found = label_of(text[number.end() :]) if number else None
    return (found[0], found[1] + number.end()) if found and number and found[1] < len(text) - number.end() else None


def _is_run_of_names(text: str) -> bool:
    """Whether a line is names after a title for most of its length: "Councillors A Bell, B Hay, C Dee and the clerk, who was in attendance"."""
    title = title_regex().match(text)
    told = _PROSE.search(text)
    return bool(title and told and text.count(",", 0, told.start()) >= _RUN and told.start() > len(text) / 2)


def as_away(entry: Entry) -> Entry:
    """An entry of a list under the title "Apologies", as of somebody away where its label tells of whom it is and not that they were there: "Officers"."""
    there = entry.status != "present" or entry.substitutes or not entry.label or _SAYS_PRESENT.search(entry.label)
    return entry if there else replace(entry, status="apologies", label=APOLOGIES.text)


@cache
def _membership() -> re.Pattern[str]:
    """A line that names a list of members."""
    return re.compile("(?:" + "|".join(lexicon.load("layout")["membership_lists"]) + r")\s*:?", re.IGNORECASE)
