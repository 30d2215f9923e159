"""A paper as its readers of content go through it: what stands before the first item, then each item; and an id for each thing found there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from graph_builder.language.sentences import split
from graph_builder.model import Id
from graph_builder.paper import Item, Paragraph
from graph_builder.relations.context import Context


def sections(context: Context) -> Iterator[tuple[Item | None, Sequence[Paragraph]]]:
    """The items with their paragraphs, and before and behind them what stands in none."""
    yield None, context.paper.preamble
    for item in context.paper.items:
        yield item, paragraphs_of(item)
    if context.paper.closing:
        yield None, context.paper.closing


def paragraphs_of(item: Item) -> Sequence[Paragraph]:
    """The paragraphs of an item; where a whole paragraph stands as its title, what follows the title's first sentence is one too."""
    sentences = list(split(item.title.text))
    if len(sentences) < 2 or len(sentences[1].text.split()) < 2:
        return item.paragraphs
    return (Paragraph(item.title.cut(sentences[1].start)), *item.paragraphs)


class Keys:
    """Ids of things of one kind, from the item that they stand in and their words; what is said in the same words again is told apart by a number."""

    def __init__(self, context: Context, kind: str) -> None:
        self.context, self.kind = context, kind
        self.seen: Counter[Id] = Counter()

    def id(self, item: Item | None, words: str) -> Id:
        """The local id of the next thing with these words."""
        key = self.context.notes.id(self.kind, item.key if item else "paper", words[:100])
        self.seen[key] += 1
        return key if self.seen[key] == 1 else f"{key}/{self.seen[key]}"
