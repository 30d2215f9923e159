"""The decisions of an item go in; out they come told once, and each in words that say what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from graph_builder import lexicon
from graph_builder.language.passages import Passage
from graph_builder.language.sentences import split
from graph_builder.paper import Item
from graph_builder.relations.decisions import motions
from graph_builder.relations.decisions.decided import MOTION_WAS, Decision

# Pages print what was decided first, and again in the minutes of the same item.
_SECTION = re.compile(r"(?P<what>decisions?|minutes?)\s*(?::|$)", re.IGNORECASE)
_NUMBER = re.compile(r"\W*(?:\(?[a-z][.)]\s+)?(?:application\s+(?:no\.?\s*|number\s+)?)?(?:[A-Z]{1,6}/?)?\d{2,4}/\d{3,6}(?:/[A-Z]+)?\b")
"""The number of a planning application: "24/00123/FUL", "LA09/2019/0101/F"."""
# "Members supported the proposal": of whatever was said before.
_POINTS_BACK = re.compile(r"(?:the|this|that|it|these|those|them)\b\s*(?:proposals?|motion|same|amendment|suggestion)?\W*", re.IGNORECASE)
_OF_PLANNING = re.compile(
    r"\b(?:objections?|object(?:s|ed)?|support\w*|permission|applications?|consent|recommend\w*|approval|refus\w+|comments?|defer\w*|grant\w*|planning)\b|^\W*(?:that\s+)?\w*\s*approved?\W*$",
    re.IGNORECASE,
)
_THE_APPLICATION = re.compile(r"\b(?:the|this)\s+(?:application|licence|permission|consent|appeal|request)\b", re.IGNORECASE)
# A heading of one of several applications: "(b) Mill Stores, Mill Lane - provisional licence".
_HEADING = re.compile(r"\(?(?:[a-z]|[ivx]{1,4})[.)]\s+[A-Z].{8,140}?[^.;:,]")
# "The following officers were declared elected": the names stand elsewhere.
_FOLLOWING = re.compile(r"(?:that\s+)?the\s+following\b[^:]{0,120}", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w'-]*|\d[\d/.]*")
_THIS_ITEM = re.compile(r"\b(?:on|of|for|in|to|with|defer|approve|note|refuse)\s+this\s+(?:item|matter|proposal)\b", re.IGNORECASE)
_TELLS = re.compile(
    r"\b(?:was|were|is|are|be|been|had|has|have|said|asked|reported|advised|noted|thanked|explained|would|will|should|gave|took)\b", re.IGNORECASE
)
_THAT = re.compile(r"that\s", re.IGNORECASE)
_MOTION = re.compile(r"(?:that|to)\b", re.IGNORECASE)
_ENOUGH: Final = 5
_MANY: Final = 10
_LISTED: Final = 8
_SAME: Final = 0.9
_LONG: Final = 300


def told_once(found: Sequence[Decision], item: Item) -> Iterator[Decision]:
    """The decisions without those that the item's minutes tell again after its decisions did, or the other way round."""
    kept: list[tuple[str, Decision]] = []
    enough = _ENOUGH if item.position >= 0 else _MANY  # where the items are not known, two of them may be decided in the same few words
    for decision in found:
        section = _section(item, decision)
        if not any(("d" in (section, other)) and _says_the_same(told, decision, enough) for other, told in kept):
            kept.append((section, decision))
            yield decision


def _section(item: Item, decision: Decision) -> str:
    """Whether a decision stands under the word "Decision" or "Minutes"; empty where it stands under neither."""
    found = ""
    for passage in (paragraph.passage for paragraph in item.paragraphs):
        if passage.text and passage.span().start > decision.evidence[-1].start:
            break
        if label := _SECTION.match(passage.text):
            found = label["what"][0].casefold()
    return found


def _says_the_same(told: Decision, decision: Decision, enough: int) -> bool:
    """Whether two decisions have the same outcome and, but for a few, the same words."""
    left, right = (set(re.findall(r"\w+", one.text.casefold())) for one in (told, decision))
    same = len(left & right) >= _SAME * max(len(left), len(right)) and min(len(left), len(right)) >= enough
    return same and (told.outcome, told.part) == (decision.outcome, decision.part)


def is_listed_again(decision: Decision, told: Sequence[Decision]) -> bool:
    """Whether a list of decisions at the end of a paper only repeats what the items before it told."""
    own = set(re.findall(r"\w+", decision.text.casefold()))
    if decision.rule != "block-decisions" or len(own) < _LISTED:
        return False
    others = (set(re.findall(r"\w+", one.text.casefold())) for one in told)
    return any(len(own & other) >= _SAME * min(len(own), len(other)) for other in others if len(other) >= _LISTED)


def standing_alone(found: Sequence[Decision], item: Item) -> Iterator[Decision]:
    """The decisions, those whose words do not say what of with the matter that stands before them, or the item's title; without it they are left out."""
    for decision in found:
        if _FOLLOWING.fullmatch(decision.text):
            continue
        matter = _application(item, decision) or _behind(item, decision) or _part(item, decision)
        if matter is None and not _is_empty(decision.text):
            yield decision
        elif _POINTS_BACK.fullmatch(decision.text):
            continue
        elif matter := matter or _matter(item, decision):
            what = matter.text.strip(' .:;–-"“”')
            yield replace(decision, text=f"{what}: {decision.text}", evidence=(matter.span(), *decision.evidence))


def _application(item: Item, decision: Decision) -> Passage | None:
    """The line with the number of the application that a decision is on, right before it: one of several in an item, of which its words name none."""
    if _NUMBER.search(item.title.text) or _NUMBER.search(decision.text) or not _OF_PLANNING.search(decision.text):
        return None
    pointing = bool(_THE_APPLICATION.search(decision.text))
    first, found = decision.evidence[0].start, None
    for passage in (paragraph.passage for paragraph in item.paragraphs):
        if not passage.text or passage.span().start >= first:
            break
        stop = next((at for at in range(len(passage.text)) if passage.offset(at) >= first), len(passage.text))
        for line in [passage.cut(sentence.start, min(sentence.end, stop)) for sentence in split(passage.text) if sentence.start < stop]:
            if _NUMBER.match(line.text) or (pointing and _HEADING.fullmatch(line.text) and not _TELLS.search(line.text)):
                found = line
    return found if found is not None and len(found.text) < _LONG else None


def _part(item: Item, decision: Decision) -> Passage | None:
    """The heading of the part of an item that a decision calls "this item", where the item has several: "(b) Sale of the depot"."""
    headings = [paragraph.passage for paragraph in item.paragraphs if _HEADING.fullmatch(paragraph.passage.text)]
    before = [heading for heading in headings if heading.span().end <= decision.evidence[0].start]
    named = bool(before) and len(headings) > 1 and _THIS_ITEM.search(decision.text) and not _TELLS.search(before[-1].text)
    return before[-1] if named else None


def _behind(item: Item, decision: Decision) -> Passage | None:
    """The words of a motion behind those that say no more than who moved it and that it was carried: "THAT the minutes be signed"."""
    if not (decision.is_moved and _is_empty(decision.text)):
        return None
    end = max(span.end for span in decision.evidence)
    passages = [paragraph.passage for paragraph in item.paragraphs if paragraph.passage.text and paragraph.passage.span().end > end]
    later = [passage.cut(one.start, one.end) for passage in passages[:2] for one in split(passage.text) if passage.offset(one.start) >= end - 1]
    return next((one for one in later[:2] if _THAT.match(one.text)), None)


@cache
def _empty_words() -> frozenset[str]:
    return frozenset(lexicon.words("decisions", "says_nothing_of_what"))


def _is_empty(text: str) -> bool:
    """Whether words name nothing that was decided on: "Noted", "we join", "proposed by Cllr Hall, seconded by Cllr Dunn, pass for payment"."""
    movers = motions.movers(text)
    names = [name.printed for name in (movers.proposer, movers.seconder) if name] if movers else []
    for name in names:
        text = text.replace(name, " ")
    return all(word.isdigit() or len(word) == 1 or word.casefold() in _empty_words() for word in _WORD.findall(text))


def _matter(item: Item, decision: Decision) -> Passage | None:
    """What a decision is on: the short line right before it that tells nothing itself, or else the title of the item."""
    first = decision.evidence[0].start
    if MOTION_WAS.search(decision.text) and not decision.is_moved:  # which motion, only the title can say
        return item.title if item.position >= 0 else None
    before: Passage | None = None
    for passage in (paragraph.passage for paragraph in item.paragraphs):
        for sentence in split(passage.text):
            piece = passage.cut(sentence.start, sentence.end)
            if piece.span().start >= first:
                break
            before = piece if piece.span().end <= first else before
    tells = before is None or (_TELLS.search(before.text) and not _MOTION.match(before.text)) or _SECTION.match(before.text)
    if before is not None and not tells and len(before.text) < _LONG and not _is_empty(before.text):
        return before
    return item.title if item.position >= 0 and not _is_empty(item.title.text) else None
