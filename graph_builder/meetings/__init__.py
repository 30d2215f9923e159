"""A document is divided: its header, the lists of people, and the items with what stands under each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph_builder.language.passages import Line, is_double_spaced, lines
from graph_builder.meetings import assembly, closing, header, items, outsiders, pages, pasted, people, tables
from graph_builder.meetings.furniture import front_matter, furniture_kind, is_furniture, known_heading
from graph_builder.meetings.kinds import kind_of
from graph_builder.meetings.labels import is_chair, label_of
from graph_builder.meetings.margins import unfold
from graph_builder.meetings.paragraphs import assemble
from graph_builder.meetings.run_together import part
from graph_builder.model import Coverage, Document
from graph_builder.paper import Field, Paper

_OF_MEETING = re.compile(r"(?:date|time|venue|location|place|committee)\s*:", re.IGNORECASE)
_ITEM_ANCHOR = re.compile(r"AI\d+")
_OWN_LINES = 3
_LETTER = re.compile(r"dear\s+\w", re.IGNORECASE)


def divide(document: Document) -> Paper:
    """The document divided; every line is in the header, in a list, in an item, in the preamble, or is furniture."""
    every = lines(document)
    every = part(unfold(every[front_matter(every, document.text) :]))
    wide = is_double_spaced(every)
    page = pages.find(every)
    kind = kind_of(document, every, page)
    if page is not None:
        return _of_one_item(document, every, page, kind=kind)
    anchors = (offset for offset, name in document.anchors if _ITEM_ANCHOR.fullmatch(name))
    heads = items.find(every, kind=kind, start=_lists_end(every), anchors=anchors)
    first = heads[0].line if heads else len(every)
    table = next((index for index, line in enumerate(every[:first]) if items.TABLE_HEAD.fullmatch(line.text)), first)
    head = [line for line in every[: min(first, table, header.HEAD_LINES) or 1] if not is_furniture(line.text)]
    found = header.read(document, every, _before_lists(head), kind=kind)
    divided, loose = assembly.build(every, heads, kind=kind, wide=wide)
    before = [line for line in (*every[:first], *loose) if not is_furniture(line.text) or is_chair(line.text)]
    preamble = tuple(assemble(before, wide=wide))
    listed = pasted.without(people.find(before, preamble, divided, kind=kind), found, document.text)
    entries = tuple(outsiders.settle(listed, found, document.text))
    divided, closed = closing.apart(divided) if kind == "minutes" else (divided, [])
    return Paper(document, found, entries, tuple(divided), preamble, tuple(closed), _coverage(document, every))


def _of_one_item(document: Document, every: Sequence[Line], page: pages.Page, *, kind: str) -> Paper:
    """The page of one item of a meeting, or of one decision, divided."""
    number = Field(page.number[0], (page.number[1].span(),), "item-number-in-brackets") if page.number else None
    lines_ = every[: page.end]
    divided, _ = assembly.build(lines_, [items.Head(page.line, page.title, page.body, None, number)], kind=kind, wide=is_double_spaced(every))
    found = header.of_page(document, lines_, page, kind=kind)
    return Paper(document, found, tuple(people.find((), (), divided, kind=kind)), tuple(divided), coverage=_coverage(document, every))


def _lists_end(every: Sequence[Line]) -> int:
    """The first line behind the lists of those present, so that their labels are not taken for items."""
    last = 0
    for index, line in enumerate(every[:120]):
        label = label_of(line.text)
        if last and known_heading(line.text) and not label:
            break
        if label and not (known_heading(line.text) and last):
            last = index + 1
    return last if last < 60 else 0


def _before_lists(head: list[Line]) -> list[Line]:
    """The head's lines up to the first list of people; all where a list opens the paper."""
    stop = next((i for i, line in enumerate(head) if i and (label_of(line.text) or tables.find(head, i))), len(head))
    letter = next((i for i, line in enumerate(head[:stop]) if _LETTER.match(line.text)), None)
    if letter is not None and stop < len(head):  # minutes behind the letter that they came with: what stands right above the list is theirs
        begin = max((i for i in range(letter + 1, stop) if head[i].gap), default=max(letter + 1, stop - _OWN_LINES))
        head, stop = head[begin:], stop - begin
    return head[:stop] + [line for line in head[stop:] if _OF_MEETING.match(line.text)]


def ignored(text: str) -> str:
    """The name by which a clean line is ignored, as a kind of furniture or the label of a list of people; empty where it is not."""
    label = label_of(text)
    return furniture_kind(text) or ("label of a list" if label and label[1] >= len(text) else "")


def _coverage(document: Document, every: Sequence[Line]) -> Coverage:
    """All lines as not yet read, but for those that are ignored by name."""
    unread = tuple(line.passage.span() for line in every if not ignored(line.text))
    return Coverage(document.id, len(every), 0, len(every) - len(unread), unread)
