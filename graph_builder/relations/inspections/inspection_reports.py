"""An inspectorate's own report or letter becomes one inspection: its labels, its table of grades, the sentence that sums it up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from graph_builder.language.bodies import council_regex
from graph_builder.language.dates import Found
from graph_builder.language.partial_dates import find_partial
from graph_builder.language.passages import Passage
from graph_builder.model import Span
from graph_builder.relations.inspections.establishments import names
from graph_builder.relations.inspections.inspection_rows import Joined, judgements
from graph_builder.relations.inspections.inspection_targets import place_of
from graph_builder.relations.inspections.inspection_words import Kind, Words, inspectors, kinds

_HEAD: Final = 45
"""How many paragraphs the labels and the table of grades stand in."""
_DATES: Final = re.compile(
    r"(?:(?:inspection|(?:inspection\s+)?fieldwork|on-?site|(?:monitoring\s+|focus{1,2}ed\s+)?visit)(?:\s+dates?)?"
    r"|dates?\s+of\s+(?:this\s+|the\s+)?(?:inspection(?:\s+visit)?|(?:monitoring\s+|focus{1,2}ed\s+)?visit)|inspected(?:\s+on)?)\s*:\s*",
    re.IGNORECASE,
)
_PREVIOUS: Final = re.compile(r"dates?\s+of\s+(?:the\s+)?(?:previous|last)\s+(?:\w+\s+)?inspection\s*:\s*", re.IGNORECASE)
_PUBLISHED: Final = re.compile(r"(?:(?:report|letter)\s+published|published|publication\s+date|date\s+(?:of\s+publication|published))\s*:\s*", re.IGNORECASE)
_WAS_PUBLISHED: Final = re.compile(r"(?:The|This)\s+(?:report|letter)\s+(?:was|has\s+been)\s+published\s+on\s+", re.IGNORECASE)
_DEAR: Final = re.compile(r"Dear\b")
_TITLE_LINES: Final = 12
"""In how many lines a report has its title; a letter has its own below the address."""
_SUMS_UP: Final = re.compile(
    r"\bThis\s+(?:letter|report)\s+(?:summarises|sets\s+out|outlines|contains|details)\s+(?:the|our)\s+(?:findings|outcomes?)\s+(?:of"
    r"|from)\s+(?:the|our|an?)\b",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(r"(?:Between|From|On)\b.{4,60}\b(?:Ofsted|the\s+Care\s+Quality\s+Commission|CQC|inspectors)\b", re.IGNORECASE)
_SERVICE: Final = re.compile(
    r"[A-Z][\w'-]+(?:\s+(?:and|of|upon|[A-Z][\w'-]+)){0,6}?\s+(?:Fire\s+(?:and|&)\s+Rescue\s+(?:Service|Authority)|Constabulary|Police"
    r"|NHS\s+(?:Foundation\s+)?Trust|(?:University\s+)?Health\s+Board)\b"
)
_AREA: Final = re.compile(
    r"\b(?:of|to|at|in)\s+(?:the\s+)?(?:local\s+area\s+of\s+)?(?P<area>[A-Z][\w'-]+(?:\s+(?:and\s+|upon\s+"
    r"|of\s+)?[A-Z][\w'-]+){0,4}?)(?:'s)?(?=\s+(?:Local\s+Area|children's|local\s+authority|fostering|youth)|\s*$|\s+on\s+\d)",
)
_PLACE: Final = re.compile(r"[A-Z][a-z'-]+(?:\s+(?:and|upon|of|the|[A-Z][a-z'-]+)){0,4}")


@dataclass(slots=True)
class Report:
    """What an inspectorate's paper says of its inspection, each with its place; `previous` is the inspection before it."""

    kind: tuple[Kind, Passage]
    inspectors: list[tuple[str, Span]]
    when: tuple[Found, Span]
    area: tuple[str, Span] | None = None
    published: tuple[date, Span] | None = None
    previous: tuple[Found, Span] | None = None
    judgements: list[tuple[str, list[Span]]] = field(default_factory=list)
    title: tuple[str, list[Span]] = ("", [])


def read(passages: Sequence[Passage], lines: Sequence[Passage]) -> Report | None:
    """The inspection whose report or letter a paper is, from its paragraphs and their lines; None where it is no inspectorate's own paper."""
    head = lines[:_HEAD]
    kind = _titled(head)
    who = _inspectors(passages)
    when = _labelled(head, _DATES) or _summed_up(passages[:_HEAD]) or (_alone(head, kind[1]) if kind else None)
    if kind is None or when is None or not who:
        return None
    area = _area(passages, lines, kind[1])
    published = _labelled(head, _PUBLISHED) or _labelled(lines, _WAS_PUBLISHED)
    day = (published[0].earliest, published[1]) if published and published[0].exact else None
    return Report(kind, who, when, area, day, _labelled(head, _PREVIOUS), judgements(head), _title(head, kind[1]))


def _titled(head: Sequence[Passage]) -> tuple[Kind, Passage] | None:
    """The line near the head that names the inspection; in a letter, the short line below "Dear"."""
    lines = [line for line in head if not any(label.match(line.text) for label in (_DATES, _PREVIOUS, _PUBLISHED))]
    named = _named(lines)
    return (named if named and not named[1].text.endswith(".") else None) or _of_an_establishment(head) or named


def _of_an_establishment(head: Sequence[Passage]) -> tuple[Kind, Passage] | None:
    """The label that names the inspection, where the head names one school or home and nothing else does: "A report on Elm Lane School"."""
    label = next((line for line in head if _DATES.match(line.text) and kinds(line.text)), None)
    return (kinds(label.text)[0], label) if label and any(names(line.text) for line in head[:_TITLE_LINES]) else None


def _named(head: Sequence[Passage]) -> tuple[Kind, Passage] | None:
    letter = next((place for place, line in enumerate(head) if _DEAR.match(line.text)), None)
    if letter is None:
        return next(((found[0], line) for line in head[:_TITLE_LINES] if (found := kinds(line.text))), None)
    lines = [*(line for line in head[letter + 1 : letter + 5] if len(line.text.split()) < 25), *head[:_TITLE_LINES], *head[letter + 1 : letter + 9]]
    return next(((found[0], line) for line in lines if (found := kinds(line.text))), None)


def _title(head: Sequence[Passage], first: Passage) -> tuple[str, list[Span]]:
    """The title with the lines on which it goes on, which begin with a small letter; the name of a school or home where the inspection has no title."""
    if _DATES.match(first.text):
        first = next(line for line in head if names(line.text))
    place = head.index(first)
    lines = [first]
    for line in head[place + 1 : place + 4]:
        if not line.text[:1].islower() or first.text.endswith("."):
            break
        lines.append(line)
    lines = lines[:-1] if len(lines) > 1 and lines[-1].text.casefold() in {"and", "or", "of"} else lines
    joined = Joined(lines)
    return joined.text, joined.spans(0, len(joined.text))


def _labelled(head: Sequence[Passage], label: re.Pattern[str]) -> tuple[Found, Span] | None:
    """The date behind a label at the head of a line."""
    for line in head:
        match = label.match(line.text)
        dates = find_partial(line.text[match.end() :]) if match else []
        if match and dates and dates[0].start < 4:
            return dates[0], line.span(match.end() + dates[0].start, match.end() + dates[0].end)
    return None


def _alone(head: Sequence[Passage], title: Passage) -> tuple[Found, Span] | None:
    """Several days that stand on a line of their own near the title: a single day there may be that of publication."""
    place = head.index(title)
    for line in head[max(0, place - 2) : place + 5]:
        dates = find_partial(line.text)
        if dates and dates[0].start == 0 and dates[0].end >= len(line.text.rstrip(" .")) and 0 < (dates[0].latest - dates[0].earliest).days < 27:
            return dates[0], line.span(dates[0].start, dates[0].end)
    return None


def _summed_up(head: Sequence[Passage]) -> tuple[Found, Span] | None:
    """The date in "This letter summarises the findings of the monitoring visit to X on 18 and 19 April 2018."."""
    for line in head:
        match = _SUMS_UP.search(line.text)
        between = _BETWEEN.match(line.text)
        dates = [found for found in find_partial(line.text) if match and 0 <= found.start - match.end() < 160]
        dates = dates or [found for found in find_partial(line.text) if between and found.start <= 10]
        if dates:
            return dates[0], line.span(dates[0].start, dates[0].end)
    return None


def _inspectors(passages: Sequence[Passage]) -> list[tuple[str, Span]]:
    """Those who signed it: the largest group named near its head, else the inspectorate that it names most."""
    groups = [(group, line) for line in passages[:_HEAD] for group in inspectors(line.text)]
    joint = max(groups, key=lambda found: len(found[0]), default=None)
    if joint and len(joint[0]) > 1:
        return [(one.text, joint[1].span(one.start, one.end)) for one in joint[0]]
    named = [(one, line) for line in passages for group in inspectors(line.text) for one in group]
    if not named:
        return []
    most = Counter(one.text for one, _ in named).most_common(1)[0][0]
    return next([(one.text, line.span(one.start, one.end))] for one, line in named if one.text == most)


def _area(passages: Sequence[Passage], lines: Sequence[Passage], title: Passage) -> tuple[str, Span] | None:
    """Whom it was of: a council named at its head, the place in its title, or the line that is a place before its title."""
    for line in lines[:8]:
        if council := council_regex().fullmatch(line.text) or _SERVICE.fullmatch(line.text):
            return council.group(), line.span()
    if named := council_regex().search(title.text) or _SERVICE.search(title.text):
        return named.group().removesuffix("'s"), title.span(*named.span())
    if _DATES.match(title.text):
        line, one = next((line, one) for line in lines[:_TITLE_LINES] for one in names(line.text))
        return one.text, line.span(one.start, one.end)
    found = _AREA.search(title.text)
    words = Words(found["area"], *found.span("area")) if found else None
    if words is None and (first := lines[0]) is not title and _PLACE.fullmatch(first.text) and len(first.text.split()) <= 5:
        words, title = Words(first.text, 0, len(first.text)), first
    if words is None:
        return None
    return _council_of(passages, words.text) or (words.text, title.span(words.start, words.end))


def _council_of(passages: Sequence[Passage], place: str) -> tuple[str, Span] | None:
    """Where the paper names the council of a place."""
    for line in passages:
        for match in council_regex().finditer(line.text) if place in line.text else ():
            if match.group().startswith(place):
                return match.group().removesuffix("'s"), line.span(*match.span())
    return None


def is_a_place(name: str) -> bool:
    """Whether an area is a place alone, not a council or a service by its name."""
    return not council_regex().fullmatch(name) and not _SERVICE.fullmatch(name)


def is_place_of(name: str, council: str) -> bool:
    """Whether an area is the place of a council: "Worcestershire" of Worcestershire County Council."""
    return is_a_place(name) and place_of(council).casefold() == name.casefold()
