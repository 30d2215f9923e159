"""A paper whose lines have run together, as the text of a page without its line ends, is parted where its lists and its items begin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from graph_builder.language.passages import Line
from graph_builder.meetings.asides import sentence_start
from graph_builder.meetings.furniture import known_heading
from graph_builder.meetings.labels import label_of

# A line with a label in its midst that is longer is no line of a printed page; among so many the lists of a paper begin.
_LONG: Final = 300
_TOP: Final = 15
_ITEMS_IN: Final = 200
# What may be the label of a list in the midst of a line: capitalised words before a colon, or words in capitals.
_WORD = r"(?:[A-Z][\w'’-]*+|of|in|the|and|for|from|by|also|present|attendance|absence|public|absent)"
_LABEL = re.compile(rf"(?<=[\w.,;:)])\s+(?=(?P<label>{_WORD}(?:\s+{_WORD}){{0,5}}?)\s?[:;](?:\s?[-–—])?(?=\s))")
_CAPITALS = re.compile(
    r"(?<=[\w.,;:)])\s+(?=(?P<label>(?:ALSO\s+)?(?:PRESENT|APOLOGIES(?:\s+FOR\s+ABSENCE)?|IN\s+ATTENDANCE)\b"
    r"|(?:(?:Case|Other|Council)\s+)?Officers\s+(?:Present\b|in\s+(?:Attendance|(?=(?:Mr|Mrs|Ms|Miss|Dr)\s))))(?!\s*[:;]))"
)
_OF_WHOM = re.compile(r"(?:councillors|cllrs|members)", re.IGNORECASE)
_OFFICERS_IN = re.compile(r"\bOfficers\s+in\s+(?=(?:Mr|Mrs|Ms|Miss|Dr)\b)")
_LISTS = re.compile(
    r"(?:(?:also\s+)?present|chair(?:man|person)?|those\s+present|(?:(?:\w+\s+){0,2}members?|(?:\w+\s+)?(?:councillors|officers?)|officials)\s+(?:present|in\s+attendance)(?:\s+councillors)?|officers\s+in|in\s+the\s+chair|in\s+attendance"
    r"|(?:also\s+)?in\s+attendance|apologies(?:\s+for\s+absence)?(?:\s+received)?(?:\s+from)?|absent|officers|officials|observers|attendance|attendees|sederunt"
    r"|(?:members?\s+of\s+)?(?:the\s+)?public|councillors|cllrs|police|visitors|guests)",
    re.IGNORECASE,
)
# A verb, behind which no list goes on; where a heading in capitals or a count of listeners ends one.
_VERB = re.compile(r"\b(?:was|were|is|are|had|has|have|will|opened|welcomed|advised|agreed|noted|reported|resolved|stated|asked|thanked)\b")
_ENDS = re.compile(
    r"(?<=[\w.,;:)])\s+(?=The\s+[Mm]eeting\s+(?:was\s+)?(?:commenced|started|opened|began)\b|[A-Z]{3,}(?:\s+[A-Z’'&]{2,}){0,5}\s*:\s|[A-Z]{4,}(?:\s+[A-Z’'&]{2,}){1,6}\b|(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|\d{1,2})\s+"
    r"(?:electors?|residents?|parishioners?|members?\s+of\s+(?:the\s+)?(?:public|press))\b)"
)
_SENTENCE_END = re.compile(r"(?<=[a-z)]{2})\.\s+(?=[A-Z])")
_AFTER_LABEL: Final = 3
_NUMBER = r"(?!(?:19|20)\d\d\b(?!/))(?:[A-Z]{1,5}/?)?\d{1,4}(?:/\d{1,4}){0,2}"
_ITEM = re.compile(rf"(?<=[\w.,;:)’”])\s+(?={_NUMBER}[.:)]?\s+(?P<title>[A-Z]))")
_HEADING = re.compile(r"[A-Z][A-Z'’&/-]+(?:\s+(?:[A-Z'’&/-]{2,}|&|-|–)){1,}")


def part(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, those that have run together parted before the labels of lists and before numbered headings; else as they are."""
    begin = next((n for n, line in enumerate(lines[:_TOP]) if _has_run_together(line)), None)
    if begin is None:
        return tuple(lines)
    parted = [piece for n, line in enumerate(lines) for piece in (_parted(line, lists=n <= begin) if n >= begin else [line])]
    return tuple(replace(line, index=index) for index, line in enumerate(parted))


def _has_run_together(line: Line) -> bool:
    """Whether a long line holds a list of those present behind other words."""
    return len(line.text) >= _LONG and not line.cells and any(_is_present(line.text[at:]) for at in _lists(line.text))


def _is_present(text: str) -> bool:
    label = label_of(text)
    return bool(label and label[0].status == "present")


def _lists(text: str) -> list[int]:
    """Where the labels of lists begin in the midst of a line."""
    starts: dict[int, int] = {}
    for match in (*_LABEL.finditer(text), *_CAPITALS.finditer(text)):
        at = _label_at(match)
        if at is not None:
            starts[match.end("label")] = min(at, starts.get(match.end("label"), at))
    found = sorted((at, end) for end, at in starts.items())
    # Labels one right behind another have lost their lists: nobody can tell which names are whose.
    # But "Present: Cllrs: A Bell" is one label.
    found = [one for n, one in enumerate(found) if not (n and one[0] - found[n - 1][1] <= _AFTER_LABEL and _OF_WHOM.fullmatch(text, *one))]
    lost = {at for (left, end), (right, _) in pairwise(found) if right - end <= _AFTER_LABEL for at in (left, right)}
    own = label_of(text)
    begin = own[1] if own else 0  # "Officers Present :", and not "Present :" in the midst of it
    margin = _OFFICERS_IN.search(text)  # "Officers in Mr Roe, Chief Executive Attendance: Ms Hay": a label that ran down a margin
    return [at for at, _ in found if at >= begin and at not in lost and not (margin and at > margin.start() and text[at:].casefold().startswith("attendance"))]


def _label_at(match: re.Match[str]) -> int | None:
    """Where the label begins in the words before a colon, of which the first may be the end of what stands before it: "Oliver Apologies:"."""
    words = match["label"].split()
    for number in range(len(words)):
        if _LISTS.fullmatch(" ".join(words[number:])):
            at = match.start("label")
            for word in words[:number]:
                at = match.string.index(word, at) + len(word)
            return at + len(match.string[at:]) - len(match.string[at:].lstrip())
    return None


def _items(text: str) -> list[int]:
    """Where numbered headings begin in the midst of a line: a known heading, or words in capitals."""
    return [match.end() for match in _ITEM.finditer(text) if known_heading(text[match.start("title") :]) or _HEADING.match(text, match.start("title"))]


def _parted(line: Line, *, lists: bool) -> Iterator[Line]:
    """The pieces of a line; labels of lists part it up to its first item alone."""
    if line.cells or len(line.text) < _ITEMS_IN:
        yield line
        return
    numbered = _items(line.text)
    every = _lists(line.text) if lists else []
    last = next((at for at in numbered if every and at > every[0]), len(line.text))
    labels = [at for at in every if at < last]
    ends = [end for at, stop in pairwise([*labels, last]) if (end := _end(line.text, at, stop)) < stop]
    starts = sorted({0, *numbered, *labels, *ends})
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(line.text)], strict=True)):
        passage = line.passage.cut(start, end)
        passage = passage.cut(0, len(passage.text.rstrip()))
        yield replace(line, passage=passage, gap=True, blank=1, columns=()) if number else replace(line, passage=passage, columns=())


def _end(text: str, start: int, stop: int) -> int:
    """Where the list that a label begins ends before the next one: at a heading, at a sentence; behind the label where it cannot be told."""
    label = label_of(text[start:stop])
    begin = start + (label[1] if label else text[start:stop].index(":") + 1 if ":" in text[start:stop] else 0)
    heading = _ENDS.search(text, begin, stop)
    end = heading.end() if heading else stop
    end = min(end, begin + sentence_start(text[begin:end]))
    verb = _VERB.search(text, begin, end)
    return max((mark.end() for mark in _SENTENCE_END.finditer(text, begin, verb.start())), default=begin) if verb else end
