"""Statements that name people and bodies in, where each name stands out; and patterns that find a name however its words are spaced."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from graph_builder.model import Document, Id, Literal, Span, Statement
from graph_builder.vocabulary import ACRONYM, ALT_LABEL, FAMILY_NAME, LABEL, NAME

_LONGEST_PART = 40
_TIED_BEFORE = re.compile(r"(?<![\w'’-])(?:[^\W\d_][\w'’]*-)+$")
_TIED_AFTER = re.compile(r"-\s*[A-ZÀ-Þ][\w'’]*(?:-[A-ZÀ-Þ][\w'’]*)*")
NAMING = frozenset({NAME, FAMILY_NAME, ALT_LABEL, LABEL, ACRONYM})


def mentions(statement: Statement, documents: Mapping[Id, Document], *, whole: bool) -> Iterator[Span]:
    """Where the name that a statement gives stands within each span of its evidence; with `whole`, all of a span that has other words."""
    if not isinstance(statement.object, Literal) or statement.predicate not in NAMING:
        return
    name = statement.object.value
    for span in statement.evidence:
        document = documents.get(span.document)
        if document is None or document.quote(span) == name:
            yield span
        elif found := whole_words([name]).search(document.text, span.start, span.end):
            yield Span(span.document, *found.span())
        elif whole:
            yield span


def whole_words(names: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of these texts as whole words, the longest first, in any case, with any white space and either apostrophe."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_spaced, longest_first(names))) or '(?!)'})(?!\w)", re.IGNORECASE)


def with_rest(text: str, span: Span) -> Span:
    """A span of a name with what a hyphen ties to it, also over the end of a line: all of a double surname goes or none of it."""
    before = _TIED_BEFORE.search(text, max(0, span.start - _LONGEST_PART), span.start)
    after = _TIED_AFTER.match(text, span.end)
    return span._replace(start=before.start() if before else span.start, end=after.end() if after else span.end)


def longest_first(names: Iterable[str]) -> list[str]:
    """The names that are not empty, each once, in the order in which a pattern must try them."""
    return sorted({name.strip() for name in names if name.strip()}, key=lambda name: (-len(name), name))


def is_full(name: str) -> bool:
    """Whether a name is more than one word, and so can be looked for without hitting somebody else's or a common word."""
    return len(name.split()) > 1


def _spaced(name: str) -> str:
    """The name as a pattern; a hyphen may stand at the end of a line."""
    words = re.sub(r"-\s+", "-", name).split()
    return r"\s+".join(re.sub("['’]", "['’]", re.escape(word)).replace(r"\-", r"-\s*") for word in words)
