"""The head of a paper tells whose paper it is: the council that it names as its own, with the words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from graph_builder.language import bodies
from graph_builder.language.dates import find_times, first_date
from graph_builder.language.names import known_given, parse
from graph_builder.language.passages import Line, Passage
from graph_builder.model import Basis, Document
from graph_builder.paper import Field

_IN_CAPITALS = re.compile(r"(?:[A-ZÀ-Þ][A-ZÀ-Þ'&-]*\s+){1,7}COUNCIL\b")
_LONGEST_COUNCIL: Final = 10
# "Cyngor Cymuned Llanfair Community Council": the Welsh kind of council before the name, and the English one behind it.
CYNGOR = re.compile(r"^cyngor\s+(?:cymuned|tref|sir|dinas|bwrdeistref(?:\s+sirol)?|plwyf)\s+(?=[^/|–-]*\bcouncil$)", re.IGNORECASE)
# What stands before the name of a council in whose house a meeting was held, and which need not be its own.
_AT_PLACE = re.compile(r"\b(?:held|convened|venue|location|place)\b.*\b(?:at|in)\s|^(?:venue|location|place)\s*:", re.IGNORECASE)
_RUN_ON = re.compile(r"\b(?:authority\s+and|chair(?:man|person)?|forum|committee)\b", re.IGNORECASE)
_OF_BEFORE = re.compile(r"\bof(?:\s+the)?\s*$|[-–—:|]\s*$", re.IGNORECASE)
# What is a council's, or somebody's post in one, and tells of no paper's council: "Community Council Liaison Officer".
_OF_COUNCIL = re.compile(
    r"\s+(?:Forum|Association|Federation|Network|Liaison|Officers?|Tax|Housing|Offices?|Chambers?|House|Buildings?|Leader|Members?|Candidates?)\b",
    re.IGNORECASE,
)
_MINUTES_BEHIND = re.compile(r"\s+(?:draft\s+)?minutes\s+of\s+(?:the\s+|an?\s+)?\w+", re.IGNORECASE)
_PROCEEDINGS = re.compile(r"^(?:minutes\s+of\s+)?(?:the\s+)?proceedings\s+of\s+(?:the\s+)?", re.IGNORECASE)
_OF_THE_YEAR = re.compile(
    r"\b(?:(?:annual|ordinary|extra-?ordinary|special)\s+)+(?=(?:parish|town|community|city|county|borough|district)\s+council\b)", re.IGNORECASE
)
POSSESSIVE = re.compile(r"'s$")
OTHER_TONGUE = re.compile(
    r"(?:y\s+|yr\s+|an\s+)?(?:(?:is-?|cyd-?\s?|uwch-?)?(?:b?wyllgor|pwyllgor)|b?wrdd|cyngor|awdurdod|fforwm|gweithgor|gr[ŵw]p|cynulliad|partneriaeth"
    r"|comhairle|coiste|fochoiste|bord|údarás|comataidh|fo-chomataidh)\b|y\s+cabinet\b",
    re.IGNORECASE,
)


def council(document: Document, head: Sequence[Line]) -> Field | None:
    """Whose paper it is: as the list of sources says, else the first council that the head names."""
    if document.source.council:
        return Field(document.source.council, (), "sources", Basis.SUPPLIED)
    for line in head:
        text = "" if names_person(line.text) else english(line).text
        text = spoken(text)
        match = bodies.council_regex().search(text)
        whole = match is not None and len(match.group().split()) <= _LONGEST_COUNCIL and not _RUN_ON.search(match.group())
        if match and whole and _is_own(text, match):
            return Field(plain(POSSESSIVE.sub("", bodies.tidy(match.group()))), (line.passage.span(),), "header-council")
    return None


def spoken(text: str) -> str:
    """A line in ordinary case where it, or the council's name that it begins with, is in capitals: "ORWICK TOWN COUNCIL Minutes of"."""
    if text.isupper():
        return bodies.tidy(text)
    name = _IN_CAPITALS.match(text)
    return bodies.ordinary_case(name.group()) + text[name.end() :] if name else text


def plain(name: str) -> str:
    """A council's name without what tells of the meeting, "Annual Parish Council", and without the Welsh kind of council before it."""
    return CYNGOR.sub("", _OF_THE_YEAR.sub("", _PROCEEDINGS.sub("", name)))


def names_person(text: str) -> bool:
    """Whether a line is somebody's name and, behind a comma, where they are from: no head has such a line, but a list."""
    first, comma, _ = text.partition(",")
    name = parse(first) if comma else None
    return bool(name and (name.title or (name.has_given and known_given(name.given.split()[0]))))


def _is_own(text: str, match: re.Match[str]) -> bool:
    """Whether a council's name on a line of the head is that of the paper's council: no house, no post, no Youth Council."""
    before = text[: match.start()]
    if _AT_PLACE.search(before) or _OF_COUNCIL.match(text, match.end()) or not bodies.is_authority(POSSESSIVE.sub("", match.group())):
        return False
    return not _timed(before) or bool(_MINUTES_BEHIND.match(text, match.end()))


def _timed(before: str) -> bool:
    """Whether the words before a council's name tell the day or the hour: then it is where the meeting was, and not whose."""
    return not _OF_BEFORE.search(before) and bool(first_date(before) or next(find_times(before), None))


def english(line: Line) -> Passage:
    """A line, or of its two cells the English one where the other has the name in another language."""
    english = [cell for cell in line.cells if not OTHER_TONGUE.match(cell.text)]
    return english[0] if len(line.cells) == 2 and len(english) == 1 else line.passage
