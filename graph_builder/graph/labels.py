"""Labels in; out comes what in them is covered in their own quotes, since a label is published as it is read: "Clerk, […]"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from graph_builder.graph.contacts import absences
from graph_builder.graph.health import health
from graph_builder.graph.names import NAMING, longest_first, mentions, whole_words
from graph_builder.language.slugs import slug
from graph_builder.masks import MASK
from graph_builder.model import Document, Id, Literal, Span, Statement

_NEVER = "(?!)"
_SHORT = 3
PEOPLE = "id:person/"
"""The ids of people, whose names are public or left out, and tell nothing else."""


class Labels:
    """Which words of the labels of a graph tell of somebody's health or why somebody is away, and which ids are made of them."""

    def __init__(self, texts: Mapping[Id, Document], statements: Iterable[Statement]) -> None:
        self.texts = texts
        self.places = {id_: tuple(absences(document.text)) for id_, document in texts.items()}
        self.hidden = {value: words for value, words in _by_value(statements, self).items() if words}
        told = {slug(words) for value, found in self.hidden.items() for words in (value, *found)}
        self.ids = re.compile(rf"(?<![a-z0-9])(?:{'|'.join(longest_first(told)) or _NEVER})(?![a-z0-9])")

    def cover(self, label: str) -> str:
        """The label as it may be published."""
        words = self.hidden.get(label)
        return whole_words(words).sub(MASK, label) if words else label

    def within(self, statement: Statement, label: str) -> Iterator[str]:
        """The words of a label that nobody may read where it stands: it begins or ends outside of what is covered there, or tells it by itself."""
        yield from (label[start:end] for start, end in health(label))
        for span in mentions(statement, self.texts, whole=False):
            text = self.texts[span.document].text
            for start, end in self._covered(span):
                yield text[max(start, span.start) : min(end, span.end)]
        for span in statement.evidence:  # as it is read, a label may be spaced otherwise than in the paper
            for start, end in self._covered(span):
                words = self.texts[span.document].text[start:end]
                if len(words) > _SHORT and whole_words([words]).search(label):
                    yield words

    def _covered(self, span: Span) -> Iterator[tuple[int, int]]:
        """What is covered in a part of a span; where all of it is, that thing is left out elsewhere."""
        for start, end in self.places.get(span.document, ()):
            if start < span.end and span.start < end and not (start <= span.start and span.end <= end):
                yield start, end


def _by_value(statements: Iterable[Statement], labels: Labels) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for one in statements:
        if one.predicate in NAMING and isinstance(one.object, Literal) and not one.subject.startswith(PEOPLE):
            value = one.object.value
            found[value] = found.get(value, frozenset()) | frozenset(labels.within(one, value))
    return found
