"""A paragraph goes in; out come the sentences in which its item decides: cut where line ends are lost, joined where a motion goes on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph_builder.language.passages import Passage
from graph_builder.language.sentences import Sentence, split
from graph_builder.relations.decisions.moved import QUOTED

_SECONDING = re.compile(r"(?:(?:This|It|The\s+\w+)\s+was\s+(?:then\s+|duly\s+)?)?seconded\b", re.IGNORECASE)
# What became of a motion that the paragraph quotes before.
_BECAME = re.compile(
    r"(?:(?:the|this)\s+(?:motion|proposal|amendment)|in\s+proposing|on\s+the\s+propos|it\s+was\s+(?:then\s+)?(?:unanimously\s+)?(?:agreed|resolved|decided)"
    r"|(?:the\s+)?(?:members|council|committee|meeting)\s+(?:\w+ly\s+)?(?:agreed|resolved)|prop(?:osed|\.)\s+by|seconded)\b",
    re.IGNORECASE,
)
_SEAM = re.compile(
    r"(?<=[a-z])\s+and\s+(?=the\s+(?:\w+\s+)?(?:motion|amendment)\s+was\s)|(?<=[\w)\"])\s+(?=(?:The|This)\s+(?:\w+\s+)?(?:motion|amendment|proposal|proposition)\s+(?:was|were|is|fell|therefore|accordingly|thus|being)\b)"
)


def own_sentences(passage: Passage) -> list[Sentence]:
    """The sentences of a paragraph; of one that quotes a motion or a question, those that tell what became of it."""
    sentences = list(_whole(part for sentence in split(passage.text) for part in _unjoined(sentence)))
    if not QUOTED.match(passage.text):
        return sentences
    told = next((number for number, sentence in enumerate(sentences) if _BECAME.match(sentence.text)), len(sentences))
    return sentences[told:]


def _unjoined(sentence: Sentence) -> Iterator[Sentence]:
    """A sentence cut where a line end without a full stop joined it to one that tells a result: "Against: Cllr Hall The motion was lost"."""
    starts = [0, *(seam.end() for seam in _SEAM.finditer(sentence.text))]
    for start, stop in zip(starts, [*starts[1:], len(sentence.text)], strict=True):
        yield Sentence(sentence.text[start:stop].strip(), sentence.start + start, sentence.start + stop)


def _whole(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """The sentences, one that begins "This was seconded by" joined to the one before it."""
    last: Sentence | None = None
    for sentence in sentences:
        if last is not None and _SECONDING.match(sentence.text):
            last = Sentence(f"{last.text.rstrip('.')} {sentence.text}", last.start, sentence.end)
            continue
        if last is not None:
            yield last
        last = sentence
    if last is not None:
        yield last
