"""The statistical model as a second witness: asked only about names that the rules leave in doubt, never believed alone."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph_builder.errors import GraphBuilderError
from graph_builder.language.people import Person
from graph_builder.language.surroundings import in_context

if TYPE_CHECKING:
    from spacy.language import Language

NO_MODEL = "none"


@cache
def load(name: str) -> Language:
    """The spaCy pipeline of that name with its entity recogniser alone; GraphBuilderError with the mending command where it is not installed."""
    import spacy

    try:
        return spacy.load(name, exclude=["tagger", "parser", "attribute_ruler", "lemmatizer", "senter", "morphologizer"])
    except OSError as error:
        raise GraphBuilderError(f"the spaCy model {name} is not installed; run `pip install {name.replace('_', '-')}`, or build with --model none") from error


class Witness:
    """Says whether the model too takes the words of a doubtful name for a person's."""

    def __init__(self, model: str) -> None:
        self.model = model
        self.sentence, self.people = "", frozenset[tuple[int, int]]()

    def confirms(self, text: str, person: Person) -> bool:
        """Whether the model finds a person at that place; False without a model."""
        if self.model == NO_MODEL or not in_context(text, person.start, person.end, strict=True):
            return False
        start = max((m.end() for m in re.finditer(r"[.;:]\s+(?=[A-Z])", text[: person.start])), default=0)
        stop = re.compile(r"[.;]\s+(?=[A-Z])").search(text, person.end)
        sentence = text[start : stop.end() if stop else len(text)][:2000]
        if sentence != self.sentence:
            found = load(self.model)(sentence)
            self.sentence = sentence
            self.people = frozenset((e.start_char, e.end_char) for e in found.ents if e.label_ == "PERSON")
        return any(a <= person.start - start and person.end - start <= b for a, b in self.people)
