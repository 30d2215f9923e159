"""A paragraph goes in; out come the sentences in which its item decides: cut where line ends are lost, joined where a motion goes on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph_builder.language.passages import Passage
from graph_builder.language.sentences import Sentence, split
from graph_builder.relations.decisions.moved import QUOTED

COMMENT = re.compile(
    r"[-–:;,]\s*(?:(?:parish|town)\s+council\s+)?"
    r"(?:recommend(?:s|ed)?\s+(?:approval|refusal)|no\s+objections?|object(?:s|ed|ion)?|support(?:s|ed)?|no\s+comments?)\b",
    re.IGNORECASE,
)
"""What a parish says of a planning application behind it."""
# The start of a line on an application, with a full stop in its address: "Vale Homes, Mill Barn, Back Street. Ashby - new porch - no objection".
_ADDRESS = re.compile(r"(?:[^.;:?!]|\b\w{1,3}\.){3,90}\b(?:Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Close|Drive|Way|Row|Green|Hill|Terrace)\.")
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
        if last is not None and _ADDRESS.fullmatch(last.text) and not COMMENT.search(last.text) and COMMENT.search(sentence.text):
            last = Sentence(f"{last.text} {sentence.text}", last.start, sentence.end)
            continue
        if last is not None and _SECONDING.match(sentence.text):
            last = Sentence(f"{last.text.rstrip('.')} {sentence.text}", last.start, sentence.end)
            continue
        if last is not None:
            yield last
        last = sentence
    if last is not None:
        yield last
