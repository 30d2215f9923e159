"""The people of a paper: its preamble and its items go in, the entries of all lists and of the sentences about absence come out."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Sequence
from itertools import takewhile

from graph_builder.language.names import title_regex
from graph_builder.language.passages import Line
from graph_builder.meetings import absences, chairing, listing, side_by_side, unlabelled, wards
from graph_builder.meetings.labels import APOLOGIES, label_of, roll_label
from graph_builder.meetings.rosters import entries, read
from graph_builder.paper import Entry, Item, Paragraph

_PROSE = re.compile(
    r"\b(?:was|were|is|are|had|has|opened|welcomed|commenced|agreed|declared|noted|reported|stated|will|invited|submitted|resolved|asked|thanked"
    r"|convened|wished|presided|proposed|seconded|passed|informed|requested|advised|chaired|observed|moved|signed|reminded|congratulated)\b"
)
_ABOUT_ATTENDANCE = re.compile(r"apolog|attendance|attending|present|welcome|sederunt|substitut|roll call|of the roll|introductions", re.IGNORECASE)
_APOLOGIES = re.compile(r"apolog", re.IGNORECASE)
# The text under the title "Apologies" that goes on from it.
_RECEIVED = re.compile(
    r"(?:(?:these|they|the\s+following)\s+)?(?:were|was|had\s+been|have\s+been)\s+"
    r"(?:(?:received|given|sent|accepted|noted|tendered|submitted)\s+)?(?:from|by)\s*:?\s*",
    re.IGNORECASE,
)
# "Present and Apologies – Community Councillors:- Mr A Bell": of whom the first of the lists is.
_OF_WHOM = re.compile(r"(?:\w+\s+){0,3}(?:councillors|members)\s*:\s?[-–—]?\s*", re.IGNORECASE)
# Whoever may be late is not away.
_LATE = re.compile(r"\b(?:may|might|could)\s+be\b|\b(?:late|lateness|leaving\s+early)\b", re.IGNORECASE)
# A sentence about apologies that leads to names below it, as "There were 4 apologies for absence" and a colon.
_NAMED_BELOW = re.compile(r"\bapologies\b[^.:]{0,80}:\s*$", re.IGNORECASE)
_NAME_ALONE = 6


def find(before: Sequence[Line], preamble: Sequence[Paragraph], divided: Sequence[Item], *, kind: str) -> list[Entry]:
    """The entries of all lists, before the first item and in the items that are about attendance, and of the sentences about who was away."""
    lists = [*listing.find(before, membership=kind == "agenda"), *_in_preamble(preamble)]
    for item in divided:
        lists += _in_item(item)
    labelled = any(label_of(line.text) or side_by_side.labels(line) for line in before)
    if kind == "minutes" and not labelled and not any(entry.status == "present" for entry in lists):
        lists += unlabelled.find(before)
    return lists


def _in_preamble(preamble: Sequence[Paragraph]) -> Iterator[Entry]:
    """The entries of the sentences about absence and the chair that stand in no item."""
    for paragraph in preamble:
        yield from chairing.there(paragraph.passage)
        if not (label_of(paragraph.passage.text) or wards.rows(paragraph.lines)):
            yield from absences.find(paragraph.passage)
            yield from chairing.find(paragraph.passage)


def _in_item(item: Item) -> Iterator[Entry]:
    """The entries of one item: lists under labels, sentences about absence, and the bare list under "Apologies"."""
    title = item.title.text
    about = bool(_ABOUT_ATTENDANCE.search(title))
    under = [line for paragraph in item.paragraphs for line in paragraph.lines]
    if about:
        yield from absences.find(item.title)
        yield from _behind_title(title, item.paragraphs)
        begin = yield from _under_title(title, under)
        listed = listing.find(under[begin:], membership=False)
        yield from map(listing.as_away, listed) if _APOLOGIES.match(title) else listed
    for number, paragraph in enumerate(item.paragraphs):
        if about and paragraph.lines and (label_of(paragraph.passage.text) or wards.rows(paragraph.lines)):
            continue
        found = list(absences.find(paragraph.passage))
        if about:
            yield from chairing.find(paragraph.passage)
        if about and _NAMED_BELOW.search(paragraph.passage.text):
            found += _names_below(item.paragraphs[number + 1 :])
        runs_on = _RECEIVED.match(paragraph.passage.text) if number == 0 and not found and _APOLOGIES.search(title) else None
        if runs_on:
            found = list(absences.listed(paragraph.passage, runs_on.end()))
        if not found and number == 0 and _APOLOGIES.match(title) and _PROSE.search(paragraph.passage.text):
            found = list(absences.named_first(paragraph.passage))
        yield from found
        told = _PROSE.search(paragraph.passage.text) or _LATE.search(paragraph.passage.text)
        if not found and number == 0 and _APOLOGIES.match(title) and not told:
            yield from _bare_list(paragraph)


def _names_below(paragraphs: Sequence[Paragraph]) -> list[Entry]:
    """The people of the paragraphs that are names and no more, below "There were apologies for absence:"."""
    named = list(takewhile(lambda p: len(p.passage.text.split()) <= _NAME_ALONE and title_regex().match(p.passage.text.lstrip("•·o* -")), paragraphs))
    return [entry for paragraph in named for entry in read(paragraph.passage, APOLOGIES)]


def _behind_title(title: str, paragraphs: Sequence[Paragraph]) -> Iterator[Entry]:
    """The entries of the list that runs on behind a title which is its label: "C/66/20 MEMBERS PRESENT Cllrs. A Bell and J Dunn"."""
    label = label_of(title)
    first = paragraphs[0] if paragraphs else None
    if first is None or label is None or label[1] < len(title) or label[0].status != "present":
        return
    if not first.lines or not first.passage.text.startswith(first.lines[0].text):
        own = first.passage.text.find(first.lines[0].text) if first.lines and label_of(first.lines[0].text) else -1
        of_whom = _OF_WHOM.match(first.passage.text)
        yield from read(first.passage.cut(of_whom.end() if of_whom else 0, own if own > 0 else None), label[0])


def _under_title(title: str, under: Sequence[Line]) -> Generator[Entry, None, int]:
    """The entries of the list of which the item's title is the label, "1. Present"; returns how many lines it takes."""
    label = (roll_label(title), len(title)) if roll_label(title) else label_of(title)
    if not under or label is None or label[0] is None or label[1] < len(title) or label[0].status != "present" or label_of(under[0].text):
        return 0
    stop = 0
    while stop < len(under) and not listing.ends_list(under, stop, members=False):
        stop += 1
    if stop:
        yield from entries(under[:stop], label[0])
    return stop


def _bare_list(paragraph: Paragraph) -> Iterator[Entry]:
    """The names that stand alone under the title "Apologies"."""
    lines_ = paragraph.lines
    if lines_ and paragraph.passage.text.startswith(lines_[0].text[:10]):
        yield from entries(lines_, APOLOGIES)
    else:
        yield from read(paragraph.passage, APOLOGIES)
