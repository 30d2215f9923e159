"""Statements in, the same statements out with `[…]` in their texts, and with ids that give no withheld name away."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from hashlib import sha256

from graph_builder.graph.contacts import home_after, private_places
from graph_builder.graph.labels import PEOPLE, Labels
from graph_builder.graph.names import NAMING, is_full, longest_first, whole_words
from graph_builder.masks import MASK
from graph_builder.model import Document, Id, Literal, Span, Statement
from graph_builder.vocabulary import FILE_NAME

_TEXTS = frozenset({"xsd:string", "rdf:langString"})
_REST_OF_NAME = re.compile(rf"(?:[^\W\d_][\w'’]*-\s?)?{re.escape(MASK)}(?:-\s*[^\W\d_][\w'’]*)+|[^\W\d_][\w'’]*-{re.escape(MASK)}")
"""What is left of a double surname of which one part was covered."""
_SHORT = 3
"""Words of at most so many letters tell nothing in an id."""
# The ids of these are made of words that no private name is among: a public name, or the hash of a file.
_FILES = ("id:document/", "id:text/")
_PUBLIC_IDS = (PEOPLE, "id:council/", "id:body/", "id:post/", *_FILES)


class Cover:
    """Puts `[…]` over what is withheld in the papers that a statement is taken from, and over contacts wherever they stand."""

    def __init__(self, texts: Mapping[Id, Document], left: Iterable[Statement], names: Mapping[Id, Collection[Span]], words: Collection[str]) -> None:
        self.words = words
        statements = tuple(left)
        self.labels = Labels(texts, statements)
        self.places = {id_: [(start, end, document.text[start:end]) for start, end in _private(document, names[id_])] for id_, document in texts.items()}
        self.told = _told(statements, self._places)
        self.names = {text: {texts[text].quote(span) for span in spans} for text, spans in names.items()}
        every = {*words, *(name for found in self.names.values() for name in found)}
        any_name = whole_words(every)
        public = {statement.object.value for statement in statements if statement.predicate in NAMING and isinstance(statement.object, Literal)}
        self.public = {name for name in public if any_name.search(name)}
        slugs = "|".join(longest_first(_slug(name) for name in every if is_full(name)))
        self.slugs = re.compile(rf"(?<![a-z0-9])(?:{slugs or '(?!)'})(?![a-z0-9])")
        self.patterns: dict[frozenset[str], tuple[re.Pattern[str], frozenset[str]]] = {}

    def __call__(self, statement: Statement) -> Statement:
        """The statement as it may be published."""
        value = statement.object
        value = self._literal(statement, value) if isinstance(value, Literal) else self._id(value)
        subject = self._id(statement.subject)
        return statement if (subject, value) == (statement.subject, statement.object) else replace(statement, subject=subject, object=value)

    def _literal(self, statement: Statement, literal: Literal) -> Literal:
        if literal.datatype not in _TEXTS or statement.predicate == FILE_NAME:
            return literal
        value = literal.value
        # whole addresses first: a name that is covered within one would leave the rest of it to be read
        for start, end in reversed(list(private_places(value))):
            value = f"{value[:start]}{MASK}{value[end:]}"
        if statement.predicate not in NAMING:  # a name that is left is public, whatever is in it
            names = {*self.words, *(name for span in statement.evidence for name in (*self.names.get(span.document, ()), *self._places(span)))}
            value = _REST_OF_NAME.sub(MASK, self._hide(value, frozenset(names))) if names else value
        elif not statement.subject.startswith(PEOPLE):
            value = self.labels.cover(literal.value) if value == literal.value else value
        return literal._replace(value=value)

    def _places(self, span: Span) -> Iterable[str]:
        """The words within a quote that nobody may read, whoever's name stands before them there: a value may be these words alone."""
        return (words for start, end, words in self.places.get(span.document, ()) if start < span.end and span.start < end and len(words) > _SHORT)

    def _hide(self, value: str, names: frozenset[str]) -> str:
        """The text without these names, but where they are part of a public one."""
        if names not in self.patterns:
            self.patterns[names] = (whole_words(names | self.public), frozenset(map(_key, self.public)))
        pattern, public = self.patterns[names]
        return pattern.sub(lambda match: match[0] if _key(match[0]) in public else MASK, value)

    def _id(self, curie: Id) -> Id:
        if not curie.startswith("id:") or curie.startswith(_FILES):
            return curie
        own = not curie.startswith(_PUBLIC_IDS)
        told = self.told.get(curie, frozenset()) if own else frozenset()
        covered = f"withheld-{sha256(curie.encode()).hexdigest()[:8]}"

        def is_told(part: str) -> bool:
            return bool(self.labels.ids.search(part) or (own and self.slugs.search(part)) or told & set(part.split("-")))

        return "/".join(covered if is_told(part) else part for part in curie.split("/"))


def _private(document: Document, names: Iterable[Span]) -> Iterable[tuple[int, int]]:
    """Where anything private stands in a paper, and the homes behind the names of those who are hidden."""
    yield from private_places(document.text)
    for name in names:
        yield from home_after(document.text, name.end)


def _told(statements: Iterable[Statement], places: Callable[[Span], Iterable[str]]) -> dict[Id, frozenset[str]]:
    """By thing, the words of what its texts tell and nobody may read, as an id that is made of these texts spells them."""
    told: dict[Id, set[str]] = {}
    for one in statements:
        if isinstance(one.object, Literal) and one.object.datatype in _TEXTS and one.predicate not in (*NAMING, FILE_NAME):
            value = one.object.value
            hidden = {value[start:end] for start, end in private_places(value)} | {text for span in one.evidence for text in places(span) if text in value}
            words = {word for text in hidden for word in _slug(text).split("-") if len(word) > _SHORT}
            if words:
                told.setdefault(one.subject, set()).update(words)
    return {subject: frozenset(words) for subject, words in told.items()}


def _key(name: str) -> str:
    return " ".join(name.split()).casefold().replace("’", "'")


def _slug(name: str) -> str:
    return re.sub("[^a-z0-9]+", "-", name.casefold()).strip("-")
