"""The paragraphs of a paper in order, each with the item it belongs to and the kind of list that a heading above it opens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from graph_builder.paper import Item, Paper, Paragraph
from graph_builder.relations.references.reference_words import clue, section_regex

SECTIONS: Final = ("background", "earlier", "future")
_MOST_WORDS: Final = 14
_LONGEST_LIST: Final = 25


class Place(NamedTuple):
    """A paragraph where it stands: its item, the kind of list (`background`, `earlier`, `future`, empty for none) and the heading above it.

    `title` is whether the paragraph is the title of its item.
    """

    paragraph: Paragraph
    item: Item | None
    section: str = ""
    heading: str = ""
    title: bool = False


def walk(paper: Paper) -> Iterator[Place]:
    """The paragraphs of a paper; in a pack the reports that follow the agenda belong to the item whose title their heading repeats."""
    reports = _Reports(paper)
    yield from _sectioned([(p, reports.item(p, None)) for p in paper.preamble], "")
    for item in paper.items:
        yield Place(Paragraph(item.title), item, title=True)
        yield from _sectioned([(p, reports.item(p, item)) for p in item.paragraphs], item.title.text)
    yield from _sectioned([(p, None) for p in paper.closing], "")


def _sectioned(paragraphs: Sequence[tuple[Paragraph, Item | None]], title: str) -> Iterator[Place]:
    section, heading, length = section_of(title), title, 0
    for paragraph, item in paragraphs:
        text = paragraph.passage.text
        if is_heading(paragraph):
            section, heading, length = section_of(text), text, 0
        elif clue("ended").search(text) or length > _LONGEST_LIST:
            section = ""
        length += 1
        yield Place(paragraph, item, section, heading)


def is_heading(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a heading: a few words without figures at its end, no row, no bullet and no sentence."""
    text = paragraph.passage.text
    if paragraph.bullet or paragraph.cells or len(text.split()) > _MOST_WORDS:
        return False
    return bool(section_of(text)) or bool(section_regex("programme").fullmatch(text)) or not clue("no-heading").search(text)


def section_of(heading: str) -> str:
    """The kind of list that a heading opens; empty for none."""
    text = re.sub(r"^(?:\d+[.)]?\s+)+|[\s:.–-]+$", "", heading)
    return next((name for name in SECTIONS if section_regex(name).fullmatch(text)), "")


class _Reports:
    """The items of a pack, to which the reports behind the agenda are tied by their headings."""

    def __init__(self, paper: Paper) -> None:
        self.titles = [(_words(item.title.text), item) for item in paper.items] if paper.header.kind.startswith("agenda") else []
        self.body = _words(paper.header.body.value) if paper.header.body else frozenset()
        self.current: Item | None = None
        self.since_body = 9

    def item(self, paragraph: Paragraph, stands_in: Item | None) -> Item | None:
        """The item of a paragraph: that of the report in which it stands, else that of the agenda."""
        words = _words(paragraph.passage.text)
        self.since_body = 0 if self.body and self.body <= words and len(words) <= len(self.body) + 6 else self.since_body + 1
        line = paragraph.lines[0] if paragraph.lines else None
        marked = paragraph.passage.text.isupper() or bool(line and (line.heading or line.bold)) or self.since_body <= 2
        if marked and not paragraph.bullet and not paragraph.cells and len(words) > 1:
            alike = [item for title, item in self.titles if len(title) > 1 and len(words & title) >= 0.8 * len(words | title)]
            self.current = alike[0] if len(alike) == 1 else self.current
        return self.current or stands_in


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold().replace("&", " and ")))
