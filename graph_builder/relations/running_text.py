"""A divided paper as its sentences in order, each with the item that it is of; the reports of an agenda pack go to the items they are for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from graph_builder.language.passages import Passage
from graph_builder.language.sentences import split
from graph_builder.paper import Item, Paper, Paragraph

Text: TypeAlias = tuple[tuple[Passage, Item | None], ...]
"""Sentences in order, each with its item."""
_ALIKE: Final = 0.85
_LONGEST: Final = 300


def sentences(paper: Paper) -> Iterator[tuple[Passage, Item | None]]:
    """The sentences of a paper, the cells of a table each for itself; None stands for what comes before the first item and behind the last."""
    for paragraph, item in parts(paper):
        for passage in paragraph.parts:
            for sentence in split(passage.text):
                yield passage.cut(sentence.start, sentence.end), item


def parts(paper: Paper) -> Iterator[tuple[Paragraph, Item | None]]:
    """The paragraphs of a paper, titles of items among them, with their items.

    An agenda pack prints its reports behind its last item; each begins with the title of the item that it is for.
    """
    for paragraph in paper.preamble:
        yield paragraph, None
    for item in paper.items:
        yield Paragraph(item.title), item
    for item in paper.items:
        last = item is paper.items[-1]
        yield from reports(item, paper.items, item.paragraphs) if last else ((paragraph, item) for paragraph in item.paragraphs)
    for paragraph in paper.closing:
        yield paragraph, None


def reports(last: Item, items: tuple[Item, ...], paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, Item]]:
    """The paragraphs of the last item with the items whose titles stand over them; reports come in the order of the agenda."""
    titles = [(item, _words(item.title.text)) for item in items]
    now = last
    for paragraph in paragraphs:
        if (now is last or now.position < last.position) and _may_be_title(paragraph):
            words, after = _words(paragraph.passage.text), -1 if now is last else now.position
            now = next((item for item, title in titles if item.position > after and _is_title(words, title)), now)
        yield paragraph, now


def _may_be_title(paragraph: Paragraph) -> bool:
    text = paragraph.passage.text
    return len(paragraph.cells) < 2 and len(text) < _LONGEST and text[:1].isupper() and not text.endswith(".")


def _is_title(words: set[str], title: set[str]) -> bool:
    """Whether a paragraph has the words of an item's title, but for a few."""
    return len(title) > 1 and 2 * len(words & title) / (len(words) + len(title)) >= _ALIKE


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z0-9]+", text.casefold()))
