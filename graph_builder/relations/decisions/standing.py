"""The paragraphs of an item go in one by one; out comes who moved what stands before the meeting, and which movers and votes are a block's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph_builder.language.sentences import split
from graph_builder.model import Span
from graph_builder.paper import Paragraph
from graph_builder.relations.decisions import blocks, motions, tallies
from graph_builder.relations.decisions.decided import Decision, is_amendment
from graph_builder.relations.decisions.fates import are_opposed
from graph_builder.relations.decisions.motions import Movers
from graph_builder.relations.decisions.votes import Counts

_LOST = re.compile(
    r"\b(?:lost|defeated|fell|falls|withdrawn|withdrew|rejected|failed|not\s+(?:carried|agreed|supported|seconded)|no\s+seconder)\b", re.IGNORECASE
)
_REJECTS = re.compile(r"\b(?:reject|refuse|not\s+(?:to\s+)?(?:adopt|agree|approve|support|accept))\b", re.IGNORECASE)
# What tells of the block before it: "(Proposed: Cllr Hall; Seconded: Cllr Webb; 4 in favour, 1 abstention)".
_OF_THE_BLOCK = re.compile(r"\W*(?:prop(?:osed|oser|\.)|moved|second(?:ed|er)|sec\.|vot(?:e[sd]?|ing)|for\b|\d+\s+(?:votes?|in\s+favour|for))", re.IGNORECASE)
OTHER_MATTER = re.compile(r"\W*(?:\(?[a-z][.)]\s+)?(?:[A-Z]{1,6}\W?)?\d{2,4}/\d{2,}")
"""The number of another application, of which nobody moved anything before."""
_LEADS_ON = re.compile(r"[:–-]\s*$")


def standing(held: Movers | None, text: str, made: Sequence[Decision]) -> Movers | None:
    """The movers of the motion that stands after a paragraph: an amendment's never, none once it is lost or something else was decided."""
    for sentence in split(text):
        if is_amendment(sentence.text):
            continue
        if _LOST.search(sentence.text):
            held = None
        elif motions.proposes(sentence.text) and (found := motions.movers(sentence.text)) and found.proposer and found.seconder:
            held = found
    settled = any(not (decision.amendment or decision.is_moved or decision.is_result) for decision in made)
    return None if settled else held


def movers_of(paragraphs: Sequence[Paragraph], index: int, taken: int, held: Movers | None) -> Movers | None:
    """The movers of a block: those in its own words, those of the motion that stood before it, or those told right behind it."""
    own = next((found for text in _own(paragraphs, index, taken) if (found := motions.movers(text))), None)
    behind = _behind(paragraphs, index + taken)
    if held and are_opposed(_motion_of(held, paragraphs[:index]), " ".join(_own(paragraphs, index, taken))):
        held = None  # who moved refusal did not move that it be granted
    return own or held or (motions.movers(behind) if behind else None)


def _motion_of(held: Movers, before: Sequence[Paragraph]) -> str:
    """The sentence in which somebody moved the motion that stands."""
    sentences = (sentence.text for paragraph in reversed(before) for sentence in split(paragraph.passage.text))
    return next((text for text in sentences if (found := motions.movers(text)) and found[:2] == held[:2]), "")


def with_movers_behind(made: Sequence[Decision], paragraphs: Sequence[Paragraph], index: int) -> Iterator[Decision]:
    """The decisions of a paragraph, the last of them with its movers where one or two paragraphs behind it say no more than who they are."""
    if not made:
        return
    *others, last = made
    yield from others
    lines = [paragraph.passage for paragraph in paragraphs[index + 1 : index + 3]]
    told: Movers | None = None
    places: list[Span] = []
    for line in lines:
        found = motions.movers_alone(line.text) if _OF_THE_BLOCK.match(line.text) and not _LEADS_ON.search(line.text) else None
        if found is None or (told and (told.seconder or found.proposer)):
            break
        told, places = motions.joined(told, found), [*places, line.span()]
    at = index + 1 + len(places)
    after = paragraphs[at].passage.text if at < len(paragraphs) else ""
    own = last.evidence[-1].end >= paragraphs[index].passage.span().end - 1 and not (last.proposer or last.seconder or last.is_moved or last.is_result)
    if not own or told is None or not told.seconder or blocks.is_head(after):
        yield last
        return
    yield replace(last, proposer=told.proposer, seconder=told.seconder, evidence=(*last.evidence, *places))


def counts_of(paragraphs: Sequence[Paragraph], index: int, taken: int) -> Counts | None:
    """The numbers of votes for a block: in its own words, in the paragraph before it, or right behind it; those for an amendment are not its own."""
    texts = list(_own(paragraphs, index, taken))
    about_amendment = any(is_amendment(text) for text in texts)
    before = tallies.before(paragraphs, index) or (paragraphs[index - 1].passage.text if index else "")
    if before and (about_amendment or not (is_amendment(before) or _LOST.search(before))):
        texts.append(before)
    texts.append(_behind(paragraphs, index + taken))
    texts.append(tallies.behind(paragraphs, index + taken))
    return tallies.counts(*texts) or _of_roll(paragraphs, index, taken)


def _of_roll(paragraphs: Sequence[Paragraph], index: int, taken: int) -> Counts | None:
    """The numbers at the heads of the roll before a block, where they made of the motion what the block says: no roll for it before one that rejects it."""
    counts = tallies.of_roll(paragraphs, index)
    lost = any(_LOST.search(text) or _REJECTS.search(text) for text in _own(paragraphs, index, taken))
    return counts if tallies.outcome(counts) == ("fell" if lost else "carried") else None


def _own(paragraphs: Sequence[Paragraph], index: int, taken: int) -> Iterator[str]:
    for paragraph in paragraphs[index : index + taken]:
        yield paragraph.passage.text


def _behind(paragraphs: Sequence[Paragraph], index: int) -> str:
    """The paragraph behind a block where it tells no more than who moved it or how the vote fell."""
    text = paragraphs[index].passage.text if index < len(paragraphs) else ""
    return text if len(text) < 250 and _OF_THE_BLOCK.match(text) and not _LEADS_ON.search(text) and not is_amendment(text) else ""
