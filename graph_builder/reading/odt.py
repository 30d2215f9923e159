"""The parts of an OpenDocument text go in; its paragraphs, numbered as printed, and its tables come out, without what is deleted, struck or hidden."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from graph_builder.errors import UnreadableDocument
from graph_builder.reading import tables
from graph_builder.reading.archive import Parts
from graph_builder.reading.drawn import Drawn, join_blocks
from graph_builder.reading.marks import counter, lined
from graph_builder.reading.safexml import parse

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TEXT, TABLE, STYLE = (f"{{{_OASIS}{name}:1.0}}" for name in ("office", "text", "table", "style"))
_DRAW = f"{{{_OASIS}drawing:1.0}}"
_DROPPED = frozenset({f"{OFFICE}annotation", f"{OFFICE}forms"}) | frozenset(
    TEXT + name for name in "tracked-changes note sequence-decls ruby-text hidden-paragraph hidden-text".split()
)
_MOST_SPACES = 200


class Level(NamedTuple):
    """One level of a list style: `style` is empty for a bullet and for no number."""

    bullet: bool = False
    style: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    shown: int = 1


def read(parts: Parts) -> Drawn:
    """The text of an OpenDocument text. Raises UnreadableDocument where it is damaged or declares a document type."""
    content = parse(parts.get("content.xml") or b"", "this OpenDocument file")
    data = parts.get("styles.xml")
    styles = None if data is None else parse(data, "this OpenDocument file")
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise UnreadableDocument("this OpenDocument file has no text body", reason="damaged")
    paper = _Paper([content] if styles is None else [styles, content])
    text = join_blocks(paper.blocks(body))
    if not text.strip():
        raise UnreadableDocument("this OpenDocument file holds no text, perhaps pictures of pages; run OCR first, as by ocrmypdf", reason="no-text")
    notes = (f"{paper.left_out} struck or hidden words left out",) if paper.left_out else ()
    return Drawn(text, notes, form="odt")


class _Paper:
    """One OpenDocument text while it is read."""

    def __init__(self, roots: list[etree._Element]) -> None:
        self._struck = {style.get(f"{STYLE}name", "") for root in roots for style in root.iter(f"{STYLE}style") if _strikes(style)}
        lists = [style for root in roots for style in root.iter(f"{TEXT}list-style")]
        self._lists = {style.get(f"{STYLE}name", ""): _levels(style) for style in lists}
        self._styled = {
            style.get(f"{STYLE}name", ""): style.get(f"{STYLE}list-style-name", "") for root in roots for style in root.iter(f"{STYLE}style")
        }
        self._counts: dict[str, list[int]] = {}
        self._boxes: list[etree._Element] = []
        self.left_out = 0

    def blocks(self, parent: etree._Element, mark: str = "") -> Iterator[str]:
        """The blocks of a body, a cell, a text box or a list item; `mark` stands before the first."""
        for node in parent:
            if node.tag in (f"{TEXT}p", f"{TEXT}h"):
                for block in self._paragraph(node):
                    yield mark + block
                    mark = ""
            elif node.tag == f"{TEXT}list":
                yield from self._items(node, "", 0)
            elif node.tag == f"{TABLE}table":
                yield from tables.blocks(list(self._rows(node)))
            elif node.tag not in _DROPPED and isinstance(node.tag, str):
                yield from self.blocks(node)

    def _rows(self, table: etree._Element) -> Iterator[list[list[str]]]:
        for line in table.iter(f"{TABLE}table-row"):
            if next(line.iterancestors(f"{TABLE}table"), None) is table:
                yield [list(self.blocks(one)) for one in line if one.tag == f"{TABLE}table-cell"]

    def _paragraph(self, node: etree._Element) -> Iterator[str]:
        if node.get(f"{TEXT}style-name", "") in self._struck:
            self.left_out += _count(node)
            return
        if text := lined("".join(self._words(node))):
            yield text
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            yield from self.blocks(box)

    def _words(self, node: etree._Element) -> Iterator[str]:
        yield _flat(node.text)
        for child in node:
            tag = child.tag
            if tag == f"{TEXT}s":
                count = child.get(f"{TEXT}c", "1")
                yield " " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES)
            elif tag == f"{TEXT}tab":
                yield "\t"
            elif tag == f"{TEXT}line-break":
                yield "\n"
            elif tag == f"{_DRAW}text-box":
                self._boxes.append(child)
            elif tag == f"{TEXT}span" and child.get(f"{TEXT}style-name", "") in self._struck:
                self.left_out += _count(child)
            elif tag not in _DROPPED and isinstance(tag, str):
                yield from self._words(child)
            yield _flat(child.tail)

    def _items(self, node: etree._Element, style: str, depth: int) -> Iterator[str]:
        """The items of a list and of the lists in it."""
        style = node.get(f"{TEXT}style-name") or style or self._style_of(node)
        counts = self._counts.setdefault(style, [])
        if depth == 0 and node.get(f"{TEXT}continue-numbering") != "true" and not node.get(f"{TEXT}continue-list"):
            counts.clear()
        level = self._lists.get(style, {}).get(depth, Level(bullet=True))
        for item in node:
            if item.tag == f"{TEXT}list-header":
                yield from self.blocks(item)
            elif item.tag == f"{TEXT}list-item":
                yield from self._item(item, style, depth, level)

    def _item(self, item: etree._Element, style: str, depth: int, level: Level) -> Iterator[str]:
        mark = ""
        if any(child.tag in (f"{TEXT}p", f"{TEXT}h") and _count(child) for child in item):
            mark = self._mark(style, depth, level, item.get(f"{TEXT}start-value", ""))
        for child in item:
            if child.tag == f"{TEXT}list":
                yield from self._items(child, style, depth + 1)
            elif child.tag in (f"{TEXT}p", f"{TEXT}h"):
                for block in self._paragraph(child):
                    yield mark + block
                    mark = ""

    def _mark(self, style: str, depth: int, level: Level, start: str) -> str:
        counts = self._counts[style]
        levels = self._lists.get(style, {})
        while len(counts) <= depth:
            counts.append(levels.get(len(counts), Level()).start - 1)
        del counts[depth + 1 :]
        counts[depth] = int(start) if start.isdecimal() and len(start) < 8 else counts[depth] + 1
        if level.bullet:
            return "  " * depth + "- "
        if not level.style:
            return ""
        shown = range(max(0, depth - level.shown + 1), depth + 1)
        numbers = (counter(max(counts[place], 1), levels.get(place, level).style or "1") for place in shown)
        return f"{level.prefix}{'.'.join(numbers)}{level.suffix} "

    def _style_of(self, node: etree._Element) -> str:
        """The list style that the list's first paragraph names by its own style."""
        first = next((child for child in node.iter(f"{TEXT}p", f"{TEXT}h")), None)
        return "" if first is None else self._styled.get(first.get(f"{TEXT}style-name", ""), "")


def _count(node: etree._Element) -> int:
    """The number of words in an element."""
    return len(" ".join(str(text) for text in node.itertext()).split())


def _flat(text: str | None) -> str:
    """Text of XML, in which any white space is a space."""
    return "" if not text else "".join(" " if letter in "\n\t\r" else letter for letter in text)


def _strikes(style: etree._Element) -> bool:
    properties = style.find(f"{STYLE}text-properties")
    if properties is None:
        return False
    line = properties.get(f"{STYLE}text-line-through-style") or properties.get(f"{STYLE}text-line-through-type") or "none"
    return line != "none" or properties.get(f"{TEXT}display") == "none"


def _levels(style: etree._Element) -> dict[int, Level]:
    levels = {}
    for node in style:
        if isinstance(node.tag, str) and (depth := node.get(f"{TEXT}level", "")).isdecimal():
            numbers = (node.get(f"{TEXT}start-value", "1"), node.get(f"{TEXT}display-levels", "1"))
            start, shown = (int(number) if number.isdecimal() and len(number) < 8 else 1 for number in numbers)
            bullet = node.tag in (f"{TEXT}list-level-style-bullet", f"{TEXT}list-level-style-image")
            style_of, prefix, suffix = (node.get(f"{STYLE}num-{name}", "") for name in ("format", "prefix", "suffix"))
            levels[int(depth) - 1] = Level(bullet, style_of, prefix, suffix, start, shown)
    return levels
