"""An item of a meeting goes in; out come its decisions: blocks under RESOLVED, sentences that decide, motions with mover and result."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from graph_builder.language.names import Name
from graph_builder.language.sentences import Sentence, split
from graph_builder.model import Span
from graph_builder.paper import Item, Paragraph
from graph_builder.relations import acts, blocks, motions, moved, votes
from graph_builder.relations.acts import Act
from graph_builder.relations.blocks import Block
from graph_builder.relations.decided import Decision, is_amendment, settled
from graph_builder.relations.motions import Movers

_COMMENT = re.compile(
    r"[-–:;,]\s*(?:(?:parish|town)\s+council\s+)?"
    r"(?:recommend(?:s|ed)?\s+(?:approval|refusal)|no\s+objections?|object(?:s|ed|ion)?|support(?:s|ed)?|no\s+comments?)\b",
    re.IGNORECASE,
)
# What follows a decision in its own paragraph and is none of its words: who moved it, how the vote fell.
_AFTER = re.compile(
    r"\(?(?:proposed|proposer|prop\.?|moved|seconded|seconder|all\s+(?:in\s+favour|agreed)|unanimous(?:ly)?|carried|vot(?:e|ing)|agreed"
    r"|\d+\s+(?:votes?\s+)?(?:for|in\s+favour)|for\s*[:(]|action\b)",
    re.IGNORECASE,
)
_SECONDING = re.compile(r"(?:(?:This|It|The\s+\w+)\s+was\s+(?:then\s+|duly\s+)?)?seconded\b", re.IGNORECASE)
_BARE = re.compile(
    r"(?:unanimously\s+)?(noted|agreed|approved|endorsed|deferred|carried|received|adopted|resolved|accepted)(?:\s+unanimously)?\.?", re.IGNORECASE
)


def find(item: Item, *, body: str) -> list[Decision]:
    """The decisions of an item, in the order of the text; `body` is the name of the body that meets."""
    found: list[Decision] = []
    movers: Movers | None = None
    index = 0
    while index < len(item.paragraphs):
        made, taken, movers = _step(item, index, body=body, movers=movers)
        found += made
        index += taken
    return settled(found)


def _step(item: Item, index: int, *, body: str, movers: Movers | None) -> tuple[list[Decision], int, Movers | None]:
    """The decisions that begin in a paragraph, how many paragraphs they take, and the movers that hold for the next."""
    text = item.paragraphs[index].passage.text
    if block := blocks.find(item.paragraphs, index, body=body):
        around = _around(item.paragraphs, index, block.taken)
        return list(_from_block(block, movers or motions.movers(text), around)), block.taken, None
    if bare := _BARE.fullmatch(text):
        return [_bare(item.paragraphs[index], bare[1], movers)], 1, movers
    if block := blocks.agreed_below(item.paragraphs, index):
        own = motions.movers(text)
        return list(_from_block(block, motions.joined(movers, own) if own else movers, text)), block.taken, None
    if fresh := motions.movers_alone(text):
        movers = motions.joined(movers, fresh)
        return list(moved.on_lines(item, index, movers)), 1, movers
    made = list(_sentences(item, index, body))
    return made, 1, None if made or len(text) > 60 else movers


def _bare(paragraph: Paragraph, verb: str, movers: Movers | None) -> Decision:
    """A paragraph that is the verb alone: "Noted."."""
    passage = paragraph.passage
    text, outcome = passage.text.strip(" ."), acts.outcome("", verb)
    return Decision(text, outcome, (passage.span(),), "verb-alone", proposer=_proposer(movers), seconder=_seconder(movers))


def _proposer(movers: Movers | None) -> Name | None:
    return movers.proposer if movers else None


def _seconder(movers: Movers | None) -> Name | None:
    return movers.seconder if movers else None


def _around(paragraphs: Sequence[Paragraph], index: int, taken: int) -> str:
    """The text just before and after a block, where votes and movers stand."""
    return "\n".join(paragraph.passage.text for paragraph in paragraphs[max(0, index - 2) : index + taken + 2])


def _from_block(block: Block, movers: Movers | None, around: str) -> Iterator[Decision]:
    """The decisions of a block, one for each part of two words or more."""
    counts = votes.counts(around)
    near = movers or motions.movers(around)
    for part in block.parts:
        words = _trimmed(f"{part.lead.text} {part.main.text}" if part.lead else part.main.text)
        if len(words.split()) < 2:
            continue
        spans = (block.head, *([part.lead.span()] if part.lead else []), part.main.span())
        rule = f"block-{block.verb.casefold()}"
        yield Decision(words, acts.outcome(words, block.verb), spans, rule, part.label, _proposer(near), _seconder(near), counts)


def _trimmed(text: str) -> str:
    """The words decided, without "and" or a semicolon at their end, or the quotation marks of a motion."""
    kept = [sentence.text for sentence in split(text)]
    while len(kept) > 1 and _AFTER.match(kept[-1]):
        kept.pop()
    text = re.sub(r"\s*[;,]?\s*(?:\b(?:and|or)\b)?\s*$", "", " ".join(kept).strip()).strip(" ;")
    return text.strip('"“”') if text.startswith(('"', "“")) else text


def _sentences(item: Item, index: int, body: str) -> Iterator[Decision]:
    """The decisions that single sentences of a paragraph tell."""
    passage = item.paragraphs[index].passage
    if moved.QUOTED.match(passage.text):
        return
    planning = bool(re.search(r"\bplanning\b", item.title.text, re.IGNORECASE))
    for sentence in _whole(split(passage.text)):
        text = sentence.text
        if moved.QUOTED.search(text) or _AFTER.fullmatch(text.strip(" .")):
            continue
        span = passage.span(sentence.start, sentence.end)
        if act := acts.find(text, body=body):
            yield _acted(text, act, span)
        elif motions.proposes(text) and (movers := motions.movers(text)) and movers.proposer and movers.seconder:
            yield from moved.in_sentence(item, index, sentence, movers=movers)
        elif planning and _COMMENT.search(text):
            yield Decision(text.strip(" ."), "recommended", (span,), "planning-comment")


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


def _acted(text: str, act: Act, span: Span) -> Decision:
    """The decision that an act in a sentence is: active verbs decide what follows them, passive ones the whole sentence."""
    movers = motions.movers(text)
    words = text if act.passive else re.sub(r"^\s*(?:that|to)?\s*[:–-]?\s*", "", text[act.end :])
    words = words if len(words.split()) >= 2 else text
    return Decision(
        words.strip(" ."),
        _plain(acts.outcome(words, act.verb), act),
        (span,),
        "sentence-passive" if act.passive else "sentence-active",
        proposer=_proposer(movers),
        seconder=_seconder(movers),
        counts=votes.counts(text),
        amendment=is_amendment(text),
    )


def _plain(outcome: str, act: Act) -> str:
    """The outcome of a sentence: where the act is "agreed" or "resolved" and the words say no more, that."""
    says_no_more = outcome in {"agreed", "resolved", "confirmed"} and act.verb in {"agreed", "resolved"}
    return act.verb if says_no_more else outcome
