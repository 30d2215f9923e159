"""The paragraphs of an item go in; out come their sentences, and what tells which of them speak of the same and which only tell that a motion was carried."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from graph_builder.language.sentences import split
from graph_builder.model import Span
from graph_builder.paper import Paragraph
from graph_builder.relations.forms import form

FILE: Final = "replies"
_WORD: Final = re.compile(r"[a-z]{4,}")
_PLAIN: Final = frozenset(
    "that this these those with from were have been would could should will which their there about into also some more than them they what when where"
    " council committee panel board members member officers officer meeting report item information update request requested suggested recommended"
    " provide provided consider considered ensure made make asked next future local people service services area areas county city district".split()
)
_NAMED: Final = re.compile(
    r"\((?:the\s+)?[\"'“]?(?P<short>[A-Z][A-Za-z&]{1,7})[\"'”]?\)|\b(?P<name>(?:[A-Z][\w'’-]+\s+(?:(?:of|for|and|the)\s+)*){1,5}[A-Z][\w'’-]+)"
)
_LABEL: Final = re.compile(r"^\s*(?:\(\w{1,3}\)|(?!(?:Mr|Ms|Dr|St|Fr|Sr|Cr)\b)\w{1,2}[.)]|\d{1,2}(?:\.\d{1,2})+\.?)\s+")


class Sentence(NamedTuple):
    """A sentence of an item: its words, its place, its paragraph, whether it begins one, and whether that is a point of a list."""

    text: str
    span: Span
    paragraph: int
    first: bool
    bullet: bool


class Reply(NamedTuple):
    """Words that answer, with their place; `kind` is that of an answer in other words, of a possible one, or a plain yes or no."""

    words: str
    span: Span
    kind: str


def sentences(paragraphs: Sequence[Paragraph]) -> list[Sentence]:
    """The sentences of an item in order; those of tables are left out."""
    found: list[Sentence] = []
    for number, paragraph in enumerate(paragraphs):
        if paragraph.cells:
            continue
        for place, one in enumerate(split(paragraph.passage.text)):
            found.append(Sentence(one.text, paragraph.passage.span(one.start, one.end), number, place == 0, paragraph.bullet))
    return found


def carried(lines: Sequence[Sentence]) -> set[int]:
    """The sentences that only tell that a motion was moved, seconded and carried: what stands behind them may answer it still."""
    found: set[int] = set()
    for paragraph in sorted({line.paragraph for line in lines}):
        places = [at for at, line in enumerate(lines) if line.paragraph == paragraph]
        # "seconded by Cllr. J. Roe and agreed." may be cut in pieces
        told = next((count for count in range(1, min(len(places), 5) + 1) if _tells_carried(lines, places[:count])), 0)
        found.update(places[:told])
    return found


def _tells_carried(lines: Sequence[Sentence], places: Sequence[int]) -> bool:
    return bool(form(FILE, "carried").match(" ".join(lines[at].text for at in places)))


def unlabelled(text: str) -> str:
    """A sentence without the number or letter of its point."""
    return _LABEL.sub("", text).strip()


def shared(left: str, right: str) -> set[str]:
    """The rare words that two texts share, by their first letters."""
    words = ({word[:6] for word in _WORD.findall(text.casefold()) if word not in _PLAIN} for text in (left, right))
    return set.intersection(*words)


def names(text: str) -> Iterator[str]:
    """The names of things in a text, and the letters that stand for them: "a Written Statement of Action (WSoA)"."""
    for match in _NAMED.finditer(text):
        name = match["short"] or match["name"]
        if match["short"] or len(name.split()) > 1:
            yield name
