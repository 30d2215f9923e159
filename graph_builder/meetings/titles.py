"""Titles of items: whether a line is one, where a run-on title ends, and which lines it takes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph_builder.language.passages import Line
from graph_builder.meetings.furniture import is_furniture, known_heading, sentence_start

_SMALL = {"and", "of", "the", "for", "in", "on", "to", "at", "with", "a", "an", "or", "by", "from", "as", "its", "their", "is", "be", "&", "-", "–", "re", "into", "per", "via"}
_MARKER = re.compile(r"\s+(?:Minutes|Decision|Additional documents|Resolved|RESOLVED)\s*:\s*")
_VERBS = re.compile(r"\b(?:was|were|is|are|has|have|had|been|will|would|should|reported|agreed|noted|resolved|asked|stated|said|advised|declared|thanked|welcomed|attended|informed|confirmed|received|explained|introduced|presented|proposed|seconded)\b")


def capital_share(text: str) -> float:
    """The share of a text's longer words that begin with a capital."""
    words = [w.strip("\"'(“‘[") for w in re.split(r"[\s/]+", text)]
    words = [w for w in words if w and w.casefold() not in _SMALL and w[0].isalpha()]
    return sum(w[0].isupper() for w in words) / len(words) if words else 0.0


def is_title(text: str) -> bool:
    """Whether a text may be the title of an item: short, begins with a capital, and is no sentence."""
    text = text.strip()
    if not text or len(text) > 220 or not (text[0].isupper() or text[0] in "\"'“‘(" or text[0].isdigit()):
        return False
    if text[-1] in ".;,?" and not text.endswith(("etc.", "Ltd.", "A.O.B.")):
        return len(text) <= 60 and bool(known_heading(text)) and text[-1] == "." and not _VERBS.search(text)
    return len(text.split()) <= 30 and (not _VERBS.search(text) or capital_share(text) >= 0.75 or text.isupper())


def split(text: str) -> tuple[int, int]:
    """Where the title at the head of a text ends and where the text behind it begins; both the length where all is title."""
    marker = _MARKER.search(text)
    known = known_heading(text)
    if marker and marker.start() >= max(3, known):
        return marker.start(), marker.end()
    if known:
        rest = text[known:]
        mark = re.match(r"\s*[:.–—]\s*|\s+-\s+", rest)
        if mark and (len(rest) > 60 or rest.rstrip().endswith(".") or ":" in mark.group() or not rest[mark.end() :]):
            return known, known + mark.end()
        if re.match(r"\s+(?=[A-Z])", rest) and sentence_start().match(text, known):
            return known, known + 1
    caps = re.match(r"(?:[A-Z][A-Z'&/-]*\b[\s,&]*)+?(?=\s(?:[A-Z]?[a-z]|\(|\d))", text)
    if caps and known_heading(caps.group()) >= len(caps.group().strip()) and len(caps.group().strip()) >= 4 and any(c.islower() for c in text[caps.end() :]):
        return caps.end(), caps.end() + 1
    colon = re.match(r"[^.:]{3,70}?:\s+(?=\S)", text)
    if colon and capital_share(text[colon.end() :]) < 0.7 and (len(text) > 130 or (text.endswith(".") and len(text) - colon.end() > 15)):
        return colon.end() - len(colon.group()) + len(colon.group().rstrip(": ")), colon.end()
    if len(text) > 70 or text.endswith("."):
        for start in sentence_start().finditer(text):
            head = text[: start.start()]
            if capital_share(head) >= 0.6 and len(head.split()) <= 16 and len(text) - start.end() > 8:
                return start.start(), start.end()
    return len(text), len(text)


def take(lines: Sequence[Line], index: int, *, capitals: bool, margins: bool) -> int:
    """How many lines after `index` continue the title that begins there (0 where it ends on its line)."""
    first = lines[index]
    count = 0
    for line in lines[index + 1 : index + 12]:
        last = lines[index + count]
        if is_furniture(line.text) or line.bullet or not _continues(first, last, line, capitals=capitals, margins=margins):
            break
        count += 1
    return count if _whole(lines, index, count, margins=margins) else 0


def _continues(first: Line, last: Line, line: Line, *, capitals: bool, margins: bool) -> bool:
    if re.match(r"\(?(?:item|agenda item|minute)\s", line.text, re.IGNORECASE) or line.cells:
        return False
    if first.heading or line.heading:
        return False
    if first.bold:
        return line.bold and not line.gap and not known_heading(line.text) and len(last.text) >= 50 and last.text[-1] not in ".:;"
    if capitals and first.text.upper() == first.text:
        return line.text.isupper() and not line.gap
    if line.gap:
        return margins and len(line.text) <= 22 and len(line.text.split()) <= 3 and line.text[-1] not in ".:;,?" and line.text[0].isupper() and len(last.text) <= 52
    if margins and len(last.text) <= 30:
        return len(line.text) <= 30
    return len(last.text) >= 45 and len(line.text) <= 75 and line.text[-1] not in ".:;" and not _VERBS.search(line.text)


def _whole(lines: Sequence[Line], index: int, count: int, *, margins: bool) -> bool:
    """Whether the lines taken are a title: what follows them begins a new paragraph."""
    after = index + count + 1
    if count == 0 or after >= len(lines) or margins:
        return True
    return lines[after].gap or lines[index].bold or lines[index].text.isupper() or is_furniture(lines[after].text)
