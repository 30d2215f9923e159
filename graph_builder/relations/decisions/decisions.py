"""An item of a meeting goes in; out come its decisions: blocks under RESOLVED, sentences that decide, motions with mover and result."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from graph_builder.language.names import Name
from graph_builder.language.sentences import Sentence, split
from graph_builder.paper import Item, Paragraph
from graph_builder.relations.decisions import acts, blocks, brief, decided_sentences, motions, moved, outcomes, standing, tallies, votes, wording
from graph_builder.relations.decisions.block_parts import Block
from graph_builder.relations.decisions.decided import Decision
from graph_builder.relations.decisions.motions import Movers
from graph_builder.relations.decisions.settling import settled
from graph_builder.relations.decisions.votes import Counts

_AGREED_TO = re.compile(r"\b(?:has|have|had)\s+(?:agreed|decided|resolved)\s*(?:to|that)?\s*[:–-]\s*$", re.IGNORECASE)
_ELECTS = re.compile(r"\b(?:elect(?:ed)?|appoint(?:ed)?|re-?elected)\b", re.IGNORECASE)
_NOTHING = re.compile(
    r"\W*(?:nothing\s+(?:further\s+)?to\s+\w+|no(?:ne|\s+\w+)?\s+(?:were\s+|was\s+)?(?:noted|received|declared|reported))\b.{0,20}", re.IGNORECASE
)
_ONE_WORD = re.compile(r"(?:refus|approv|grant|permit|defer)\w*", re.IGNORECASE)
# A title that is a sentence of the minutes, as on pages that print no titles.
_MOVES = re.compile(
    r"\bCouncillor\b.{3,60}\b(?:moved|proposed)\b.{10,}|\bRESOLVED\s+(?:that|to)\s.{10,}"
    r"|\b(?:[Pp]roposed|[Mm]oved)\s+by\b.{5,60}\b[Ss]econded\s+by\b"
)
_TWICE = re.compile(r"Decision\s*:\s+(?:approved|agreed|noted|as\s+recommended)\.?\s+Minutes\s*:\s+(?=RESOLVED)", re.IGNORECASE)
# "by 29 votes to 24 and Councillor Hall was therefore ELECTED": how the vote fell, before what came of it.
_VOTE_FELL = re.compile(r"^(?:by|with)\s+\d+\s+votes?\b[^.;]{0,80}?\band\s+(?=[A-Z])")
# "Resolved - unanimously agreed - to pay": the verb once more.
_AGAIN = re.compile(r"^(?:it\s+was\s+)?(?:\w+ly\s+)?(?:agreed|resolved)\s*[:–-]\s*(?=\w)", re.IGNORECASE)
_NEWS = re.compile(r"\b(?:had|was|were|has|have)\b")
_TO_BE = re.compile(r"\b(?:be|should|shall|will|would|must|agreed|resolved)\b", re.IGNORECASE)
_CLOSE = re.compile(r"[.;!?][\"”]\s+(?=[A-Z(])")
# A sentence in the paragraph of a resolution that tells what was done or said then, and is none of its words.
_TOLD_BEHIND = re.compile(
    r"\(?(?:(?:councillors?|cllrs?|alderman|ald|mr|mrs|ms|miss|dr)\b\.?(?:\s+(?:[A-Z]\.?|[A-Z][\w'’-]+)){1,5}\s+(?:then\s+|also\s+|duly\s+)?"
    r"(?:read|signed|took|left|thanked|asked|said|stated|advised|reported|joined|returned|declared|gave|spoke|was|were|had|felt|expressed|requested|confirmed|explained"
    r"|welcomed|noted|vacated|accepted|agreed|raised|commented|withdrew)\b"
    r"|(?-i:[A-Z][A-Z\s&',’-]{5,}\s+To\s+(?:receive|consider|note|approve)\b)|the\s+(?:chair\w*|mayor|clerk|convener|provost|leader|director|\w+\s+officer|(?:outgoing|new)\s+\w+)\s+(?:then\s+)?"
    r"(?:thanked|took|read|signed|left|advised|reported|explained|said|stated|welcomed|asked|gave|closed|declared)\b"
    r"|(?:members|they)\s+(?:thanked|asked|discussed|expressed|queried)\b|(?-i:[A-Z])[^.£]{2,60}£\s?[\d,]+(?:\.\d\d)?(?:\s+[^.£]{2,60}£\s?[\d,]+(?:\.\d\d)?)*\W*$|with\s+regard\s+to\b|in\s+(?:response|reply|answer)\b|a\s+(?:discussion|debate)\b|(?-i:\d{1,2}[A-Z][a-z]{2,}\s)|(?:[A-H]\s+)?apologies\b|the\s+(?:recorded\s+)?vot(?:e|ing)\s+(?:was|were|on|for|to)\b)",
    re.IGNORECASE,
)
_RESOLVED = re.compile(r"\b(?:RESOLVED|AGREED)\b")
# Another resolution behind the first in a line that a page has run together, with its mark: ". 11. B) Resolved that".
_ANOTHER = re.compile(r"(?<=[.;])\s+(?P<mark>(?:\d{1,3}[.)]\s*)?(?:\(?[A-Za-z][.)]\s+)?)(?=Resolved(?:\s+that\b|\s*:))")


def find(item: Item, *, body: str) -> list[Decision]:
    """The decisions of an item, in the order of the text; `body` is the name of the body that meets."""
    paragraphs = [Paragraph(item.title), *item.paragraphs] if item.position >= 0 and _MOVES.search(item.title.text) else item.paragraphs
    item = replace(item, paragraphs=tuple(part for paragraph in paragraphs for part in _parted(paragraph)))
    found: list[Decision] = list(brief.in_title(item))
    state = _State()
    index = 0
    while index < len(item.paragraphs):
        made, taken, state = _step(item, index, state, body=body)
        found += made
        index += taken
    texts = " ".join(paragraph.passage.text for paragraph in item.paragraphs)
    found = [one for one in found if item.position < 0 or not one.is_told_of_the_past(item.title.text)]
    return list(wording.standing_alone(list(wording.told_once(settled(found, words=texts), item)), item))


def _parted(paragraph: Paragraph) -> Iterator[Paragraph]:
    """A paragraph cut before each later sentence with a RESOLVED of its own, as where a page has lost its line ends."""
    text = paragraph.passage.text
    if printed := _TWICE.match(text):  # the decision in a word, and then the minutes with its words
        paragraph = replace(paragraph, passage=paragraph.passage.cut(printed.end()), lines=())
        text = paragraph.passage.text
    another = [] if paragraph.cells or not text.startswith("Resolved") else list(_ANOTHER.finditer(text))
    if another:
        ends = [*(found.start() for found in another), len(text)]
        for start, stop in zip([0, *(found.end() for found in another)], ends, strict=True):
            yield replace(paragraph, passage=paragraph.passage.cut(start, stop), lines=())
        return
    if paragraph.cells or len(_RESOLVED.findall(text)) < 2:
        yield paragraph
        return
    sentences = list(split(text))
    starts = [_begins(sentences, number) for number, sentence in enumerate(sentences) if _RESOLVED.search(sentence.text)]
    starts = [0, *(start for start in starts[1:] if start)]
    for start, stop in zip(starts, [*starts[1:], len(text)], strict=True):
        yield replace(paragraph, passage=paragraph.passage.cut(start, stop), lines=())


def _begins(sentences: Sequence[Sentence], number: int) -> int:
    """Where what leads to a resolution begins: at the number of the application that it is on, where one stands behind the resolution before it."""
    for earlier in reversed(sentences[:number]):
        if _RESOLVED.search(earlier.text):
            break
        if standing.OTHER_MATTER.match(earlier.text):
            return earlier.start
    return sentences[number].start


class _State(NamedTuple):
    """What holds between paragraphs: movers on a line of their own, and those of the motion that stands before the meeting."""

    line: Movers | None = None
    motion: Movers | None = None


def _step(item: Item, index: int, state: _State, *, body: str) -> tuple[list[Decision], int, _State]:
    """The decisions that begin in a paragraph, how many paragraphs they take, and what holds for the next."""
    paragraphs = item.paragraphs
    text = paragraphs[index].passage.text
    if taken := blocks.of_others(paragraphs, index):
        return [], taken, state
    if block := blocks.find(paragraphs, index, body=body):
        contested = any(_ELECTS.search(part.main.text) for part in block.parts) and len(_nominations(paragraphs[:index])) > 1
        # of several nominations nobody says whose it was that won
        held = _State() if contested or standing.OTHER_MATTER.match(text) else state
        movers = _with_line(held.line, standing.movers_of(paragraphs, index, block.taken, held.motion))
        return list(_from_block(block, movers, standing.counts_of(paragraphs, index, block.taken))), block.taken, _State()
    if bare := decided_sentences.BARE.fullmatch(text):
        return [decided_sentences.alone(paragraphs[index].passage, bare[1], state.line)], 1, state
    if block := blocks.agreed_below(paragraphs, index):
        movers = _with_line(state.line, motions.movers(text))
        return list(_from_block(block, movers, votes.counts(text))), block.taken, _State()
    if fresh := motions.movers_alone(text):
        line = motions.joined(state.line, fresh)
        return list(moved.on_lines(item, index, line)), 1, _State(line, state.motion)
    made = list(decided_sentences.find(item, index, body=body)) or list(brief.find(item, index))
    made = list(standing.with_movers_behind(made, paragraphs, index))
    return made, 1, _State(None if made or len(text) > 60 else state.line, standing.standing(state.motion, text, made))


def _nominations(paragraphs: Sequence[Paragraph]) -> list[str]:
    return [found for paragraph in paragraphs for found in decided_sentences.NOMINATED.findall(paragraph.passage.text)]


def _with_line(line: Movers | None, own: Movers | None) -> Movers | None:
    """The movers on lines of their own before a block, joined with those that the block itself names."""
    return motions.joined(line, own) if line and own else line or own


def _proposer(movers: Movers | None) -> Name | None:
    return movers.proposer if movers else None


def _seconder(movers: Movers | None) -> Name | None:
    return movers.seconder if movers else None


def _from_block(block: Block, movers: Movers | None, counts: Counts | None) -> Iterator[Decision]:
    """The decisions of a block, one for each part of two words or more."""
    for number, part in enumerate(block.parts, 1):
        if blocks.THAT_BODY.fullmatch(part.main.text) or (part.is_open and not part.label and number < len(block.parts) and _AGREED_TO.search(part.main.text)):
            continue  # it only leads to the points behind it
        words = _trimmed(f"{part.lead.text} {part.whole.text}" if part.lead else part.whole.text)
        words = _without_news(words) if block.verb.casefold() == "agreed" and not (part.label or part.points) else words
        if len(words.split()) < 2 and not _ONE_WORD.match(words):
            continue
        words = f"{words} …" if part.goes_on else words
        outcome = outcomes.outcome(words, block.verb)
        if words.endswith((":", ":-")) and outcome == "noted":
            continue  # it only leads to what is noted
        if _NOTHING.fullmatch(words) or acts.is_of_another_time(words) or (outcome == "agreed" and acts.is_opinion(words)):
            continue
        spans = (block.head, *([part.lead.span()] if part.lead else []), part.whole.span())
        rule = f"block-{block.verb.casefold()}"
        yield from decided_sentences.apart(Decision(words, outcome, spans, rule, part.label, _proposer(movers), _seconder(movers), counts, to=block.to))


def _quoted(text: str) -> str:
    """The words of a quoted resolution up to the mark that closes it, where the page runs on behind it."""
    close = _CLOSE.search(text) if text.startswith(('"', "“")) else None
    return text[: close.start() + 1] if close else text


def _without_news(words: str) -> str:
    """What was agreed, without the sentences behind it that tell how things stand: "No councillors were present"."""
    kept = [sentence.text for sentence in split(words)]
    return " ".join(kept[: next((number for number, text in enumerate(kept) if number and _NEWS.search(text) and not _TO_BE.search(text)), len(kept))])


def _trimmed(text: str) -> str:
    """The words decided, without "and" or a semicolon at their end, or the quotation marks of a motion."""
    kept = [sentence.text for sentence in split(tallies.BY_VOTE.sub("", decided_sentences.minute_words(_quoted(text))))]
    kept = kept[: next((number for number, sentence in enumerate(kept) if number and _TOLD_BEHIND.match(sentence)), len(kept))]
    while len(kept) > 1 and decided_sentences.AFTER.match(kept[-1]):
        kept.pop()
    text = re.sub(r"\s*[;,]?\s*(?:\b(?:and|or)\b)?\s*$", "", " ".join(kept).strip()).strip(" ;,–-")
    if text.startswith(('"', "“")):
        return text.strip('"“”')
    text = _AGAIN.sub("", _VOTE_FELL.sub("", text))
    return re.sub(r'["”]\.?$', "", text) if len(re.findall(r'["“”]', text)) % 2 else text
