"""A divided paper as its sentences in order, each with the item that it is of; the reports of an agenda pack go to the items they are for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from graph_builder.language.passages import Passage
from graph_builder.language.sentences import split
from graph_builder.paper import Item, Paper, Paragraph

_ALIKE: Final = 0.85
_MOST_WORDS: Final = 40


def sentences(paper: Paper) -> Iterator[tuple[Passage, Item | None]]:
    """The sentences of a paper, the cells of a table each for itself; None stands for what comes before the first item."""
    for paragraph, item in parts(paper):
        for passage in cells(paragraph):
            for sentence in split(passage.text):
                yield passage.cut(sentence.start, sentence.end), item


def cells(paragraph: Paragraph) -> list[Passage]:
    """The cells of a row that hold any words; a paragraph that is no row is one."""
    filled = [cell for cell in paragraph.cells if cell.text]
    return filled if len(filled) > 1 else [paragraph.passage]


def parts(paper: Paper) -> Iterator[tuple[Paragraph, Item | None]]:
    """The paragraphs of a paper, titles of items among them, with their items.

    An agenda pack prints its reports behind its last item; each begins with the title of the item that it is for.
    """
    for paragraph in paper.preamble:
        yield paragraph, None
    for item in paper.items:
        yield Paragraph(item.title), item
    for item in paper.items:
        yield from _reports(item, paper.items) if item is paper.items[-1] else ((paragraph, item) for paragraph in item.paragraphs)


def _reports(last: Item, items: tuple[Item, ...]) -> Iterator[tuple[Paragraph, Item]]:
    """The paragraphs of the last item with the items whose titles stand over them; reports come in the order of the agenda."""
    now = last
    for paragraph in last.paragraphs:
        title = None if len(paragraph.cells) > 1 else paragraph.passage.text
        if title and (now is last or now.position < last.position):
            after = -1 if now is last else now.position
            now = next((item for item in items if item.position > after and _is_title(title, item)), now)
        yield paragraph, now


def _is_title(text: str, item: Item) -> bool:
    """Whether a paragraph is the title of an item: the same words, but for a few."""
    words, title = _words(text), _words(item.title.text)
    if len(title) < 2 or len(words) > _MOST_WORDS or not (text.isupper() or text[:1].isupper()) or text.endswith("."):
        return False
    return 2 * len(words & title) / (len(words) + len(title)) >= _ALIKE


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z0-9]+", text.casefold()))
