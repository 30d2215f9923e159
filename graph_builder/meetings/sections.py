"""A list of items at the head of a paper goes in with its lines; where the text about each item stands further down comes out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from graph_builder.language.passages import Line
from graph_builder.meetings.furniture import known_heading
from graph_builder.meetings.items import Head
from graph_builder.meetings.titles import is_title

_WORD = re.compile(r"[^\W\d_]{2,}")
_NUMBERED = re.compile(r"(?:(?:agenda\s+)?item\s*(?:no\.?\s*)?)?(?P<number>\d{1,3}[a-z]?)\s*(?:[.):–—-]+\s*|\s+(?=\S)|$)", re.IGNORECASE)
_AGENDA_ITEM = re.compile(r"agenda\s+item\s*(?:no\.?\s*)?(?P<number>\d{1,3}[a-z]?)\s*[.:–—-]?\s*", re.IGNORECASE)
_PURPOSE = re.compile(r"\s*\((?:for\s+)?(?:information|decision|approval|discussion|noting|assurance|action|verbal|oral|update|to\s+\w+)\)", re.IGNORECASE)
_SMALL: Final = frozenset("the and of for in on to at with by from about any other new report paper item".split())
_FEWEST: Final = 3
"""A list of fewer items is no agenda."""
_BETWEEN: Final = 2.0
"""The most lines that stand under an item of a list, on the average of all but the last."""
_BEHIND: Final = 6
_FEW: Final = 3
_LONGEST: Final = 200
# How alike the heading of a text and an item's title have to be: in minutes, where each item is told, and in packs, where reports of all sorts stand.
_ALIKE: Final = 0.5
_ALIKE_IN_PACKS: Final = 0.8


class Listed(NamedTuple):
    """An item of a list: its number as printed, the words of its title and of the whole row, and the lines on which it begins and its text begins."""

    number: str
    title: frozenset[str]
    row: frozenset[str]
    line: int
    body: int


def listed(lines: Sequence[Line], head: Head) -> Listed:
    """The head of an item as that of a list."""
    number = head.number.value if head.number else ""
    return Listed(number, _words(_PURPOSE.sub("", head.title.text)), _words(lines[head.line].text), head.line, head.body)


class Section(NamedTuple):
    """A heading among the lines, and the place of the item in the list whose text it opens; None where it is listed nowhere."""

    line: int
    item: int | None


def find(lines: Sequence[Line], items: Sequence[Listed], *, kind: str) -> list[Section]:
    """The sections behind a list of items, in the order of the text, one of them at least for each two items in minutes; none where it is no list."""
    if len(items) < _FEWEST or not _is_list(lines, items):
        return []
    minutes = kind == "minutes"
    scored = [(index, scores) for index in range(items[-1].body, len(lines)) if (scores := _scores(lines, index, items, minutes=minutes))]
    found = _rising(scored)
    told = {section.item for section in found}
    if len(told) < 2 or (minutes and len(told) * 3 < len(items)):
        return []
    own = {section.line for section in found}
    others = [Section(i, None) for i in range(found[0].line, len(lines)) if minutes and i not in own and _is_other(lines, i)]
    return sorted((*found, *others))


def _is_list(lines: Sequence[Line], items: Sequence[Listed]) -> bool:
    """Whether the items follow one another with hardly a line between them, and the text begins behind the last."""
    between = sum(after.line - before.body for before, after in pairwise(items))
    return between <= _BETWEEN * (len(items) - 1) and len(lines) - items[-1].body >= _BEHIND


def _scores(lines: Sequence[Line], index: int, items: Sequence[Listed], *, minutes: bool) -> dict[int, float]:
    """The items, by their places in the list, that a line may be the heading of, each with how alike the two are."""
    line = lines[index]
    if line.bullet or len(line.cells) > 1 or len(line.text) > _LONGEST or not _stands_out(lines, index):
        return {}
    marked = _AGENDA_ITEM.match(line.text)
    if marked:
        return {place: 1.0 for place, item in enumerate(items) if item.number.casefold() == marked["number"].casefold()}
    number = _NUMBERED.match(line.text)
    text = line.text[number.end() :] if number else line.text
    own = _words(text)
    if not own or not is_title(text.rstrip(" :.")):
        return {}
    told = {place: score for place, item in enumerate(items) if (score := _alike(own, item, minutes=minutes)) >= (_ALIKE if minutes else _ALIKE_IN_PACKS)}
    return {place: score + (number is not None and items[place].number == number["number"]) for place, score in told.items()}


def _stands_out(lines: Sequence[Line], index: int) -> bool:
    """Whether a line looks like a heading: marked as one, or with white space or a paragraph around it."""
    line = lines[index]
    after = lines[index + 1] if index + 1 < len(lines) else None
    return line.heading or line.bold or line.text.isupper() or (line.gap and (after is None or after.gap or after.bullet or len(after.text) > len(line.text)))


def _alike(own: frozenset[str], item: Listed, *, minutes: bool) -> float:
    """How alike a heading and an item's title are: the share of the words of the shorter that the other has too, in packs of the longer.

    In minutes a row's other words count where the title's do not: "a. Mill Lane; b. Old quay".
    """
    if not item.title:
        return 0.0
    shared = len(own & item.title)
    if not minutes:
        return shared / max(len(own), len(item.title))
    if len(own) == 1 or len(item.title) == 1:
        return 1.0 if own == item.title else 0.6 * (own < item.title and len(item.title) <= _FEW)
    return max(shared / min(len(own), len(item.title)), 0.5 * (own <= item.row))


def _words(text: str) -> frozenset[str]:
    """The words of a title that tell what it is about, without their plurals."""
    return frozenset(word.rstrip("s") for word in _WORD.findall(text.casefold().replace("'s", "")) if word not in _SMALL)


def _rising(scored: Sequence[tuple[int, dict[int, float]]]) -> list[Section]:
    """The best chain of headings whose items do not fall: the text follows the order of the list."""
    best: dict[int, tuple[float, tuple[Section, ...]]] = {}
    for index, scores in scored:
        before = dict(best)
        for place, score in scores.items():
            total, chain = max((held for at, held in before.items() if at <= place), key=lambda held: held[0], default=(0.0, ()))
            if total + score > best.get(place, (0.0, ()))[0]:
                best[place] = (total + score, (*chain, Section(index, place)))
    return list(max(best.values(), key=lambda held: held[0], default=(0.0, ()))[1])


def _is_other(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is a heading that councils use and that the list does not have, as "Date of next meeting"."""
    text = lines[index].text
    return not lines[index].bullet and known_heading(text) >= len(text.rstrip(" :.")) and _stands_out(lines, index)
