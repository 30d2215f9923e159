"""The heads of a paper's items become its items, each with what stands under it, there or further down, and its number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from graph_builder.language.passages import Line, Passage
from graph_builder.meetings import sections
from graph_builder.meetings.furniture import is_furniture
from graph_builder.meetings.items import BRACKET_ITEM, Head, unnumbered
from graph_builder.meetings.paragraphs import assemble
from graph_builder.model import Basis, Span
from graph_builder.paper import Field, Item

_CUT = re.compile(r"view\s+the\s+full\s+(?:minutes|decision)?\s*text\s+for\s+item\s+(\d+)", re.IGNORECASE)
_STRAY = re.compile(r"\d{1,4}\.?")  # a number that floated away from its title


@dataclass(slots=True)
class _Part:
    """An item on its way: its head, the lines under it, and its text further down, heading by heading."""

    head: Head
    under: list[Line]
    headings: list[Passage] = field(default_factory=list)
    further: list[list[Line]] = field(default_factory=list)


def build(lines: Sequence[Line], heads: Sequence[Head], *, kind: str, wide: bool) -> tuple[list[Item], list[Line]]:
    """The items with their paragraphs, and the lines that stand between a list of items and the text about them, which are no item's.

    Numbers that the page tells by counting are filled in as derived.
    """
    found = sections.find(lines, [sections.listed(lines, head) for head in heads], kind=kind)
    end = found[0].line if found else len(lines)
    starts = [*(head.line for head in heads), end]
    parts = [_Part(head, list(lines[head.body : stop])) for head, stop in zip(heads, starts[1:], strict=True)]
    if not found:
        return _counted(list(_items(parts, wide=wide))), []
    loose = _loosened(parts[-1])
    return _counted(list(_items(_told(lines, parts, found), wide=wide))), loose


def _loosened(last: _Part) -> list[Line]:
    """The lines behind a list that do not belong to its last item, which they are taken from: all from the first white space on."""
    stop = next((i for i, line in enumerate(last.under) if line.gap or line.heading or line.bold), len(last.under))
    last.under, loose = last.under[:stop], last.under[stop:]
    return loose


def _told(lines: Sequence[Line], parts: list[_Part], found: Sequence[sections.Section]) -> list[_Part]:
    """The items with their text further down; headings that the list does not have are items of their own, behind the one that is told before."""
    told, behind = list(parts), parts[0]
    for position, section in enumerate(found):
        stop = found[position + 1].line if position + 1 < len(found) else len(lines)
        text = list(lines[section.line + 1 : stop])
        if section.item is None:
            other = _Part(unnumbered(lines, section.line), text)
            told.insert(told.index(behind) + 1, other)
            behind = other
            continue
        behind = parts[section.item]
        behind.headings.append(lines[section.line].passage)
        behind.further.append(text)
    return told


def _items(parts: Sequence[_Part], *, wide: bool) -> Iterator[Item]:
    numbers: set[str] = set()
    for position, part in enumerate(parts):
        number, under = _bracketed(part.head.number, _clean(part.under))
        paragraphs = assemble(under, first=part.head.rest, wide=wide)
        for text in part.further:
            paragraphs += assemble(_clean(text), wide=wide)
        cut = any(_CUT.search(p.passage.text) for p in paragraphs[-2:])
        repeated = number is not None and number.value in numbers
        numbers.update({number.value} if number else ())
        yield Item(part.head.title, position, number, tuple(paragraphs), cut, repeated, tuple(part.headings))


def _clean(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if not is_furniture(line.text) and not _STRAY.fullmatch(line.text)]


def _bracketed(number: Field | None, under: list[Line]) -> tuple[Field | None, list[Line]]:
    """An agenda number in brackets under a title, "(Item 3)", is the item's number where it has no other."""
    for index, line in enumerate(under[:2]):
        match = BRACKET_ITEM.fullmatch(line.text)
        if match:
            rest = under[:index] + under[index + 1 :]
            return number or Field(match[1], (line.passage.span(),), "item-number-in-brackets"), rest
    return number, under


def _counted(items: list[Item]) -> list[Item]:
    """Numbers for items without one, counted from "view the full minutes text for item 393"."""
    if not items or any(item.number for item in items):
        return items
    for position, item in enumerate(items):
        for paragraph in item.paragraphs:
            match = _CUT.search(paragraph.passage.text)
            if match:
                span = paragraph.passage.span(*match.span())
                return [replace(other, number=_count(int(match[1]), other.position - position, span)) for other in items]
    return items


def _count(known: int, distance: int, span: Span) -> Field:
    stated = distance == 0
    return Field(str(known + distance), (span,), "item-number-in-link" if stated else "item-number-by-counting", Basis.STATED if stated else Basis.DERIVED)
