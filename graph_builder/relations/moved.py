"""A motion whose mover and seconder are named goes in; out comes the decision that it became, with its result where the text tells one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph_builder.language.sentences import Sentence, split
from graph_builder.model import Basis, Span
from graph_builder.paper import Item
from graph_builder.relations import blocks, votes
from graph_builder.relations.decided import Decision, is_amendment
from graph_builder.relations.motions import Movers, movers_alone

_RESULT = re.compile(
    r"\b(?:the|this|that|an?)\s+(?P<what>(?:substantive\s+|original\s+|first\s+|second\s+|further\s+)?"
    r"(?:motion|amendment|proposal|recommendation|substantive|proposition)(?:\s+as\s+amended)?)\b[^.]{0,120}?"
    r"\b(?P<how>carried(?!\s+out)|lost|defeated|fell|falls|agreed|approved|not\s+carried|withdrawn|rejected|unanimously\s+supported|passed|became\s+the)\b"
    r"|\b(?P<bare>carried(?!\s+out)|lost|all\s+(?:in\s+favour|agreed)|agreed\s+unanimously|unanimously\s+(?:agreed|approved|carried))\b",
    re.IGNORECASE,
)
# The Scottish way: "4 members voted for the amendment and 8 for the motion, which accordingly became the finding of the meeting".
_BECAME = re.compile(
    r"\bthe\s+(?P<what>motion|amendment),?\s+which\s+(?:(?:was|were)\s+)?(?:\w+ly\s+)?(?:therefore\s+|thereupon\s+|then\s+)?(?:became|declared\s+to\s+be|carried)\b",
    re.IGNORECASE,
)
_FELL = re.compile(
    r"\W*(?:on\s+[^,.;]{3,80},\s+)?(?:the|this|that)\s+(?P<what>(?:\w+\s+){0,2}?(?:motion|amendment|proposal))\s+(?:\w+ly\s+|therefore\s+|thus\s+|then\s+)?fell\b",
    re.IGNORECASE,
)
_ELECTION = re.compile(r"\belection\b|\bnomination", re.IGNORECASE)
_OFFICE = re.compile(r"(?:election|nomination|appointment)s?\b", re.IGNORECASE)
QUOTED = re.compile(r"^[\"“'!]|\bI will (?:move|ask)\b|\bwill (?:move|ask) at\b")
"""Words quoted from a motion or a speech, which decide nothing themselves."""


def in_sentence(item: Item, index: int, sentence: Sentence, *, movers: Movers) -> Iterator[Decision]:
    """A motion whose mover and seconder one sentence names; the next sentence or paragraph may tell its result."""
    passage, following = item.paragraphs[index].passage, _paragraph(item, index + 1)
    text, later = sentence.text, passage.text[sentence.end :][:200]
    if (blocks.is_head(following) and not later.strip()) or _ELECTION.search(item.title.text):
        return
    amendment = is_amendment(text)
    places = (text, later, following if len(following) < 300 and not later.strip() else "")
    result, told = next((found for place in places if (found := _result(place, amendment=amendment))), (None, ""))
    span = passage.span(sentence.start, sentence.end)
    yield _motion(text.strip(" ."), (span,), movers, result, around=(text, told), amendment=amendment)


def on_lines(item: Item, index: int, movers: Movers) -> Iterator[Decision]:
    """A motion whose movers stand on lines of their own: what they moved is the paragraph above, or the item's title."""
    if movers.seconder is None or movers.proposer is None or blocks.is_head(_paragraph(item, index + 1)):
        return
    passage = item.paragraphs[index].passage
    below = bool(re.search(r"[:–—-]\s*$", passage.text)) and index + 1 < len(item.paragraphs)
    above = next((p.passage for p in reversed(item.paragraphs[:index]) if movers_alone(p.passage.text) is None), None)
    words = item.paragraphs[index + 1].passage if below else above if above is not None and len(above.text.split()) > 3 else item.title
    if (not below and QUOTED.search(words.text)) or _OFFICE.match(item.title.text):
        return
    later = _paragraph(item, index + 2) if below and index + 2 < len(item.paragraphs) else _paragraph(item, index + 1)
    result, told = (_result(later, amendment=is_amendment(passage.text)) if len(later) < 300 else None) or (None, "")
    spans = (words.span(), passage.span())
    yield _motion(words.text.strip(' ."'), spans, movers, result, around=(told,), amendment=is_amendment(passage.text))


def _result(text: str, *, amendment: bool) -> tuple[re.Match[str], str] | None:
    """What became of a motion, and the sentence that tells it: never what became of an amendment to it, nor the other way."""
    for sentence in split(text):
        match = _RESULT.search(sentence.text)
        if match and is_amendment(match["what"] or sentence.text) == amendment:
            return match, sentence.text
    return None


def told(text: str) -> Iterator[tuple[str, bool]]:
    """What a sentence that tells no more than a result says became of a motion or an amendment: the outcome, and whether it is the amendment's."""
    became = _BECAME.search(text)
    if became:
        yield "carried", "amend" in became["what"].casefold()
        yield "fell", "amend" not in became["what"].casefold()
    elif (match := _FELL.match(text)) and not re.search(r"\b(?:if|unless|would|should|could)\b", text, re.IGNORECASE):
        yield "fell", is_amendment(match["what"])


def _paragraph(item: Item, index: int) -> str:
    return item.paragraphs[index].passage.text if index < len(item.paragraphs) else ""


def _motion(text: str, spans: tuple[Span, ...], movers: Movers, result: re.Match[str] | None, *, around: Sequence[str], amendment: bool) -> Decision:
    """A motion with its result; without one it is taken to be agreed, and says so by its basis. `around` are texts that may print the vote, nearest first."""
    return Decision(
        text,
        _outcome(result) if result else "agreed",
        spans,
        "moved-with-result" if result else "moved-and-seconded",
        proposer=movers.proposer,
        seconder=movers.seconder,
        counts=next(filter(None, map(votes.counts, around)), None),
        basis=Basis.STATED if result else Basis.DERIVED,
        amendment=amendment,
    )


def _outcome(result: re.Match[str]) -> str:
    how = (result["how"] or result["bare"] or "").casefold()
    if re.search(r"lost|defeat|fell|falls|not|reject", how):
        return "fell"
    if "withdrawn" in how:
        return "withdrawn"
    return "carried" if re.search(r"carried|passed|favour", how) else "agreed"
