"""Titles of items: whether a line is one, where a run-on title ends, and which lines it takes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from graph_builder import lexicon
from graph_builder.language.passages import Line
from graph_builder.meetings.furniture import is_furniture, known_heading, sentence_start
from graph_builder.meetings.labels import label_of

_SMALL: Final = frozenset("and of the for in on to at with a an or by from as its their is be & - – re into per via".split())
_MARKER = re.compile(r"\s+(?:Minutes|Decision|Additional documents|Resolved|RESOLVED)\s*:\s*")
_VERBS = re.compile(
    r"\b(?:was|were|is|are|has|have|had|been|will|would|should|reported|agreed|noted|resolved|asked|stated|said|advised|declared|thanked|welcomed"
    r"|attended|informed|confirmed|received|explained|introduced|presented|seconded)\b"
    r"|\bproposed(?=\s+(?:that|by|and\s+seconded|to|the|an?|cllr|councillor)\b|\s*[,:]|$)"
)
# A list of how people voted, or who moved something: names, and no title, however many capitals it has.
_OF_VOTE = re.compile(
    r"(?:(?:votes?\s+)?(?:for|against|in\s+favour|abst\w+|not\s+vot(?:ed|ing))\s*(?:\(\d{1,3}\)\s*)?[:–-]\s*(?:cllrs?|councillors?|alderm[ae]n|mr|mrs|ms)\b"
    r"|(?:it\s+was\s+)?(?:resolved|decisions?|resolutions?)\W*$|(?:a\s+)?(?:recorded|named)\s+vote\b(?!\s+on\b)|(?:it\s+was\s+)?(?:proposed|moved)\s+by\b.*\bseconded\s+by\b)",
    re.IGNORECASE,
)
# The head of a list of voters or of its number, alone on its line: "In Favour", "Against (12)", "Votes for the amendment:", "(36)".
_HEAD_OF_VOTERS = (
    r"(?:(?:the\s+following(?:\s+\w+){{0,2}}|those|members?|councillors?)\s+)?(?:(?:who\s+)?(?:voted|voting|votes?|cast)\s+)*(?:{ways})(?:\s*/\s*(?:{ways}))?"
    r"(?:\s+voting)?(?:\s+(?:the|y|yr|an)\s+(?:\w+\s+)?\w+)?\W*(?:\d{{1,3}}\W*)?|[(\[]\d{{1,3}}[)\]]"
)
# A motion or an amendment with a number of its own, whatever it goes on with: "Amendment No. 2: Submitted by Cllr Hay not to include the lane proposed".
_NUMBERED = re.compile(r"(?:(?:notice\s+of\s+)?motion|amendment|material\s+alteration)\s+(?:no\.?\s*)?\d{1,3}[a-z]?\s*[:–-]\s*\S", re.IGNORECASE)
_WORDS = re.compile(r"[\s/]+")
# An abbreviation of letters at the end, whose stop ends no sentence: "A.O.B.", "Bridge Repairs - Mr. A Hay, S.E.", "J Quill, A/S.E.".
_LETTERS_WITH_STOPS = re.compile(r"\b(?:[A-Z]{1,2}[./]){2,}$")
# No title of sixteen words is longer; a sentence that begins later is not one that a title runs into.
_LONGEST: Final = 1000
_BEHIND_KNOWN = re.compile(r"\s*[:.–—]\s*|\s+-\s+")
_RECEIVED = re.compile(r"\s+(?:were|was|have\s+been|had\s+been|received|given|from)\b", re.IGNORECASE)
_CAPITAL_NEXT = re.compile(r"\s+(?=[A-Z])")
_CAPITAL_WORD = r"[A-Z][A-Z'&/-]*+(?<=[A-Z&])"
_CAPITALS = re.compile(rf"{_CAPITAL_WORD}(?:[\s,&]++{_CAPITAL_WORD})*?[\s,&]*?(?=\s(?:[A-Z]?[a-z]|\(|\d))")
# ... with small words between them, and what stands in brackets behind; then a sentence.
_RUNNING_HEAD = re.compile(r"[A-Z][A-Z'&/-]+(?:[\s,]+(?:and\s+)?[A-Z][A-Z'&/-]*){1,14}(?:\s\([^()]{2,40}\))?(?=\s[A-Z][a-z]*\s)")
# "To consider apologies for absence: Apologies were received from ...".
_APOLOGIES_BEHIND = re.compile(r"(?P<title>[^.:]{3,60}?)\s*:\s+(?=Apologies\s+(?:were|was|had|have|received)\b)")
_SHORTEST: Final = 10
_COLON = re.compile(r"[^.:]{3,70}?:\s+(?=\S)")
_NEXT = re.compile(r"\d{1,3}[.)]\s+[A-Z]")
_NUMBER_BELOW = re.compile(r"\(?(?:item|agenda item|minute)\s", re.IGNORECASE)


def has_verb(text: str) -> bool:
    """Whether a text has a verb of sentences of minutes."""
    return bool(_VERBS.search(text))


@cache
def _head_of_voters() -> re.Pattern[str]:
    told = lexicon.load("decisions")["votes"]
    ways = "|".join(str(told[how]) for how in ("for", "against", "abstained"))
    return re.compile(_HEAD_OF_VOTERS.format(ways=rf"{ways}|did\s+not\s+vote|not\s+voting|no\s+votes?"), re.IGNORECASE)


def capital_share(text: str) -> float:
    """The share of a text's longer words that begin with a capital."""
    words = [w.strip("\"'(“‘[") for w in _WORDS.split(text)]
    words = [w for w in words if w and w.casefold() not in _SMALL and w[0].isalpha()]
    return sum(w[0].isupper() for w in words) / len(words) if words else 0.0


def is_title(text: str) -> bool:
    """Whether a text may be the title of an item: short, begins with a capital, and is no sentence."""
    text = text.strip()
    if not text or len(text) > 220 or not (text[0].isupper() or text[0] in "\"'“‘(" or text[0].isdigit()):
        return False
    if _OF_VOTE.match(text) or _head_of_voters().fullmatch(text):
        return False
    if _NUMBERED.match(text) and text[-1] not in ".;":
        return True
    if text[-1] in ".;,?" and not text.endswith(("etc.", "Ltd.")) and not _LETTERS_WITH_STOPS.search(text):
        return len(text) <= 60 and bool(known_heading(text)) and text[-1] == "." and not _VERBS.search(text)
    return len(text.split()) <= 30 and (not _VERBS.search(text) or capital_share(text) >= 0.75 or text.isupper())


def split(text: str) -> tuple[int, int]:
    """Where the title at the head of a text ends and where the text behind it begins; both the length where all is title."""
    label = label_of(text)
    if label and label[0].status == "present" and label[0].capacity == "member" and 3 < label[1] < len(text) and not text[: label[1]].isspace():
        return len(text[: label[1]].rstrip(" :.-–—")), label[1] + len(text[label[1] :]) - len(text[label[1] :].lstrip())
    known = known_heading(text)
    marker = _MARKER.search(text)
    if marker and marker.start() >= max(3, known):
        # "Apologies Members are reminded ... Minutes: ...": the title ends where the guidance behind it begins
        return (_behind_known(text, known) if known else None) or marker.span()
    in_capitals = (_behind_known(text, known) if known else None) or _behind_capitals(text) or capitals_run_on(text)
    return in_capitals or _behind_colon(text) or _at_sentence(text) or (len(text), len(text))


def of_absence(text: str, known: int) -> bool:
    """Whether a known heading at the head of a text begins a sentence: "Apologies were received from Mr Hay"."""
    return bool(_RECEIVED.match(text, known)) and text[:known].casefold().startswith("apolog")


def _behind_known(text: str, known: int) -> tuple[int, int] | None:
    """A known heading that runs on behind a mark, or into a sentence."""
    rest = text[known:]
    if of_absence(text, known):
        return known, known + 1
    mark = _BEHIND_KNOWN.match(rest)
    if mark and (len(rest) > 60 or rest.rstrip().endswith(".") or ":" in mark.group() or not rest[mark.end() :]):
        return known, known + mark.end()
    if _CAPITAL_NEXT.match(rest) and sentence_start().match(text, known):
        return known, known + 1
    return None


def _behind_capitals(text: str) -> tuple[int, int] | None:
    """A known heading in capitals before text that is not."""
    capitals = _CAPITALS.match(text)
    if not capitals:
        return None
    length = len(capitals.group().strip())
    if known_heading(capitals.group()) >= length >= 4 and any(c.islower() for c in text[capitals.end() :]):
        return capitals.end(), capitals.end() + 1
    return None


def capitals_run_on(text: str) -> tuple[int, int] | None:
    """Words in capitals at the head of a numbered line, and the sentence that they run into: "ACCEPTANCE OF APOLOGIES These were accepted"."""
    head = _RUNNING_HEAD.match(text)
    if not head or len(head.group()) < _SHORTEST or head.end() >= len(text) or not _VERBS.search(text, head.end()):
        return None
    return head.end(), head.end() + 1


def _behind_colon(text: str) -> tuple[int, int] | None:
    """A few words before a colon, where what follows is text and no second half of a title."""
    colon = _COLON.match(text)
    if not colon or not (len(text) > 130 or (text.endswith(".") and len(text) - colon.end() > 15)) or capital_share(text[colon.end() :]) >= 0.7:
        return None
    return len(colon.group().rstrip(": ")), colon.end()


def _at_sentence(text: str) -> tuple[int, int] | None:
    """A capitalised title that runs on into a sentence without a mark."""
    received = _APOLOGIES_BEHIND.match(text)
    if received:
        return len(received["title"]), received.end()
    if len(text) <= 70 and not text.endswith("."):
        return None
    for start in sentence_start().finditer(text):
        if start.start() > _LONGEST:
            break
        head = text[: start.start()]
        if len(head.split()) <= 16 and capital_share(head) >= 0.6 and len(text) - start.end() > 8:
            return start.span()
    return None


def take(lines: Sequence[Line], index: int, *, capitals: bool, margins: bool) -> int:
    """How many lines after `index` continue the title that begins there (0 where it ends on its line)."""
    first = lines[index]
    count = 0
    for line in lines[index + 1 : index + 12]:
        last = lines[index + count]
        if is_furniture(line.text) or line.bullet or _NEXT.match(line.text) or not _continues(first, last, line, capitals=capitals, margins=margins):
            break
        count += 1
    return count if _whole(lines, index, count, margins=margins) else 0


def _continues(first: Line, last: Line, line: Line, *, capitals: bool, margins: bool) -> bool:
    """Whether a line goes on with a title whose lines so far are `first` to `last`."""
    if line.cells or first.heading or line.heading or _NUMBER_BELOW.match(line.text):
        return False
    if first.bold:
        return line.bold and not line.gap and not known_heading(line.text) and len(last.text) >= 50 and last.text[-1] not in ".:;"
    if capitals and first.text.upper() == first.text:
        return line.text.isupper() and not line.gap
    if line.gap:
        short = len(line.text) <= 22 and len(line.text.split()) <= 3 and len(last.text) <= 52
        return margins and short and line.text[-1] not in ".:;,?" and line.text[0].isupper()
    if margins and len(last.text) <= 30:
        return len(line.text) <= 30
    return len(last.text) >= 45 and len(line.text) <= 75 and line.text[-1] not in ".:;" and not _VERBS.search(line.text)


def _whole(lines: Sequence[Line], index: int, count: int, *, margins: bool) -> bool:
    """Whether the lines taken are a title: what follows them begins a new paragraph."""
    after = index + count + 1
    if count == 0 or after >= len(lines) or margins:
        return True
    return lines[after].gap or lines[index].bold or lines[index].text.isupper() or is_furniture(lines[after].text)
