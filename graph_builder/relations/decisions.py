"""An item of a meeting goes in; out come its decisions: blocks under RESOLVED, sentences that decide, motions with mover and result."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from graph_builder.language.names import Name
from graph_builder.language.passages import Passage
from graph_builder.language.sentences import Sentence, split
from graph_builder.model import Span
from graph_builder.paper import Item, Paragraph
from graph_builder.relations import acts, blocks, brief, motions, moved, standing, tallies, votes
from graph_builder.relations.acts import Act
from graph_builder.relations.blocks import Block
from graph_builder.relations.decided import Decision, is_amendment, settled
from graph_builder.relations.motions import Movers
from graph_builder.relations.votes import Counts

_COMMENT = re.compile(
    r"[-–:;,]\s*(?:(?:parish|town)\s+council\s+)?"
    r"(?:recommend(?:s|ed)?\s+(?:approval|refusal)|no\s+objections?|object(?:s|ed|ion)?|support(?:s|ed)?|no\s+comments?)\b",
    re.IGNORECASE,
)
# What follows a decision in its own paragraph and is none of its words: who moved it, how the vote fell.
_AFTER = re.compile(
    r"\(?(?:proposed|proposer|prop\.?|moved|seconded|seconder|all\s+(?:in\s+favour|agreed)|unanimous(?:ly)?|carried|vot(?:e|ing)|agreed"
    r"|\d+\s+(?:votes?\s+)?(?:for|in\s+favour)|for\s*[:(]|action\b|the\s+next\s+meeting\b|to\s+(?:consider|receive)\b"
    r"|(?:councillors?|cllrs?|mr|mrs|ms|miss|dr)\b[^.]{2,60}\b(?:asked|requested|wished)\s+(?:that|for)\s+(?:his|her|their)\s+(?:votes?|names?|dissent|abstention))",
    re.IGNORECASE,
)
_SECONDING = re.compile(r"(?:(?:This|It|The\s+\w+)\s+was\s+(?:then\s+|duly\s+)?)?seconded\b", re.IGNORECASE)
# What became of a motion that the paragraph quotes before.
_BECAME = re.compile(
    r"(?:(?:the|this)\s+(?:motion|proposal|amendment)|in\s+proposing|on\s+the\s+propos|it\s+was\s+(?:then\s+)?(?:unanimously\s+)?(?:agreed|resolved|decided)"
    r"|(?:the\s+)?(?:members|council|committee|meeting)\s+(?:\w+ly\s+)?(?:agreed|resolved)|prop(?:osed|\.)\s+by|seconded)\b",
    re.IGNORECASE,
)
_AGREED_TO = re.compile(r"\b(?:has|have|had)\s+(?:agreed|decided|resolved)\s*(?:to|that)?\s*[:–-]\s*$", re.IGNORECASE)
_MOVED_BEHIND = re.compile(r"\W*(?:prop(?:osed|oser|\.)|moved|second(?:ed|er)|sec\.)", re.IGNORECASE)
_SEAM = re.compile(
    r"(?<=[\w)\"])\s+(?=(?:The|This)\s+(?:\w+\s+)?(?:motion|amendment|proposal|proposition)\s+(?:was|were|is|fell|therefore|accordingly|thus|being)\b)"
)
# What the page prints around its minutes.
_PAGE = re.compile(r"\s*\b(?:Supporting|Additional)\s+documents\s*:.*$", re.DOTALL)
_LABEL = re.compile(r"^(?:Minutes|Decisions?|Proposal|Motion|Resolution)\s*:\s+(?:Proposal\s+)?(?=[A-Z\"])")
_RESOLVED = re.compile(r"\bRESOLVED\b")
_FOR_MOTION = re.compile(r"\bfor\s+the\s+motion\b", re.IGNORECASE)
_FOR_AMENDMENT = re.compile(r"\bfor\s+the\s+amendment\b", re.IGNORECASE)
_NEAR: Final = 6
_BARE = re.compile(
    r"(?:unanimously\s+)?(noted|agreed|approved|endorsed|deferred|carried|received|adopted|resolved|accepted)(?:\s+unanimously)?\.?", re.IGNORECASE
)


def find(item: Item, *, body: str) -> list[Decision]:
    """The decisions of an item, in the order of the text; `body` is the name of the body that meets."""
    item = replace(item, paragraphs=tuple(part for paragraph in item.paragraphs for part in _parted(paragraph)))
    found: list[Decision] = list(brief.in_title(item))
    state = _State()
    index = 0
    while index < len(item.paragraphs):
        made, taken, state = _step(item, index, state, body=body)
        found += made
        index += taken
    texts = " ".join(paragraph.passage.text for paragraph in item.paragraphs)
    return settled(found, contest=bool(_FOR_MOTION.search(texts) and _FOR_AMENDMENT.search(texts)))


def _parted(paragraph: Paragraph) -> Iterator[Paragraph]:
    """A paragraph cut before each later sentence with a RESOLVED of its own, as where a page has lost its line ends."""
    text = paragraph.passage.text
    if paragraph.cells or len(_RESOLVED.findall(text)) < 2:
        yield paragraph
        return
    starts = [sentence.start for sentence in split(text) if _RESOLVED.search(sentence.text)]
    starts = [0, *(start for start in starts[1:] if start)]
    for start, stop in zip(starts, [*starts[1:], len(text)], strict=True):
        yield replace(paragraph, passage=paragraph.passage.cut(start, stop), lines=())


class _State(NamedTuple):
    """What holds between paragraphs: movers on a line of their own, and those of the motion that stands before the meeting."""

    line: Movers | None = None
    motion: Movers | None = None


def _step(item: Item, index: int, state: _State, *, body: str) -> tuple[list[Decision], int, _State]:
    """The decisions that begin in a paragraph, how many paragraphs they take, and what holds for the next."""
    paragraphs = item.paragraphs
    text = paragraphs[index].passage.text
    if block := blocks.find(paragraphs, index, body=body):
        movers = _with_line(state.line, standing.movers_of(paragraphs, index, block.taken, state.motion))
        return list(_from_block(block, movers, standing.counts_of(paragraphs, index, block.taken))), block.taken, _State()
    if bare := _BARE.fullmatch(text):
        return [_bare(paragraphs[index].passage, bare[1], state.line)], 1, state
    if block := blocks.agreed_below(paragraphs, index):
        movers = _with_line(state.line, motions.movers(text))
        return list(_from_block(block, movers, votes.counts(text))), block.taken, _State()
    if fresh := motions.movers_alone(text):
        line = motions.joined(state.line, fresh)
        return list(moved.on_lines(item, index, line)), 1, _State(line, state.motion)
    made = list(_sentences(item, index, body)) or list(brief.find(item, index))
    return made, 1, _State(None if made or len(text) > 60 else state.line, standing.standing(state.motion, text, made))


def _with_line(line: Movers | None, own: Movers | None) -> Movers | None:
    """The movers on lines of their own before a block, joined with those that the block itself names."""
    return motions.joined(line, own) if line and own else line or own


def _bare(passage: Passage, verb: str, movers: Movers | None) -> Decision:
    """A paragraph or sentence that is the verb alone: "Noted."."""
    text, outcome = passage.text.strip(" ."), acts.outcome("", verb)
    return Decision(text, outcome, (passage.span(),), "verb-alone", proposer=_proposer(movers), seconder=_seconder(movers))


def _proposer(movers: Movers | None) -> Name | None:
    return movers.proposer if movers else None


def _seconder(movers: Movers | None) -> Name | None:
    return movers.seconder if movers else None


def _from_block(block: Block, movers: Movers | None, counts: Counts | None) -> Iterator[Decision]:
    """The decisions of a block, one for each part of two words or more."""
    for number, part in enumerate(block.parts, 1):
        if part.is_open and not part.label and number < len(block.parts) and _AGREED_TO.search(part.main.text):
            continue  # it only leads to the points behind it
        words = _trimmed(f"{part.lead.text} {part.main.text}" if part.lead else part.main.text)
        if len(words.split()) < 2:
            continue
        spans = (block.head, *([part.lead.span()] if part.lead else []), part.main.span())
        rule = f"block-{block.verb.casefold()}"
        yield Decision(words, acts.outcome(words, block.verb), spans, rule, part.label, _proposer(movers), _seconder(movers), counts, to=block.to)


def _trimmed(text: str) -> str:
    """The words decided, without "and" or a semicolon at their end, or the quotation marks of a motion."""
    kept = [sentence.text for sentence in split(_PAGE.sub("", text))]
    while len(kept) > 1 and _AFTER.match(kept[-1]):
        kept.pop()
    text = re.sub(r"\s*[;,]?\s*(?:\b(?:and|or)\b)?\s*$", "", " ".join(kept).strip()).strip(" ;,–-")
    if text.startswith(('"', "“")):
        return text.strip('"“”')
    return re.sub(r'["”]\.?$', "", text) if len(re.findall(r'["“”]', text)) % 2 else text


def _sentences(item: Item, index: int, body: str) -> Iterator[Decision]:
    """The decisions that single sentences of a paragraph tell."""
    passage = item.paragraphs[index].passage
    planning = bool(re.search(r"\bplanning\b", item.title.text, re.IGNORECASE))
    moving: Movers | None = None
    motion: Sentence | None = None
    for sentence in _own_sentences(passage):
        text = sentence.text
        if moved.QUOTED.search(text) or _AFTER.fullmatch(text.strip(" .")):
            continue
        span = passage.span(sentence.start, sentence.end)
        if act := acts.find(text, body=body):
            acted = _counted(_acted(text, act, span), item, index, last=sentence.end >= len(passage.text) - 1)
            yield _of_motion(_with_movers(acted, moving, passage, sentence), motion, passage)
        elif results := list(moved.told(text)):
            for outcome, amendment in results:
                result = Decision(text.strip(" ."), outcome, (span,), "sentence-result", counts=votes.counts(text), amendment=amendment)
                yield _counted(result, item, index, last=sentence.end >= len(passage.text) - 1)
        elif motions.proposes(text) and (movers := motions.movers(text)) and movers.proposer and movers.seconder:
            motion = sentence
            moving = movers if motions.movers_alone(text) and not is_amendment(text) and _decides_on(passage, sentence, body) else None
            yield from moved.in_sentence(item, index, sentence, movers=movers) if moving is None else ()
        elif motions.proposes(text) and (movers := motions.movers(text)) and movers.proposer and not motions.movers_alone(text):
            yield from moved.by_one(item, index, sentence, movers=movers)
        elif planning and _COMMENT.search(text):
            yield Decision(text.strip(" ."), "recommended", (span,), "planning-comment")
        elif sentence.end >= len(passage.text.rstrip()) - 1 and (bare := _BARE.fullmatch(text)):
            yield _bare(passage.cut(sentence.start, sentence.end), bare[1], moving)


def _counted(decision: Decision, item: Item, index: int, *, last: bool) -> Decision:
    """A decision with the numbers of votes in the paragraphs right behind it, where it ends its own, or before it, where it is a result."""
    if decision.counts:
        return decision
    texts = [tallies.behind(item.paragraphs, index + 1)] if last else []
    texts += [tallies.before(item.paragraphs, index)] if decision.is_result else []
    return replace(decision, counts=tallies.counts(*texts))


def _own_sentences(passage: Passage) -> list[Sentence]:
    """The sentences of a paragraph; of one that quotes a motion or a question, those that tell what became of it."""
    sentences = list(_whole(part for sentence in split(passage.text) for part in _unjoined(sentence)))
    if not moved.QUOTED.match(passage.text):
        return sentences
    told = next((number for number, sentence in enumerate(sentences) if _BECAME.match(sentence.text)), len(sentences))
    return sentences[told:]


def _unjoined(sentence: Sentence) -> Iterator[Sentence]:
    """A sentence cut where a line end without a full stop joined it to one that tells a result: "Against: Cllr Hall The motion was lost"."""
    starts = [0, *(seam.end() for seam in _SEAM.finditer(sentence.text))]
    for start, stop in zip(starts, [*starts[1:], len(sentence.text)], strict=True):
        yield Sentence(sentence.text[start:stop].strip(), sentence.start + start, sentence.start + stop)


def _decides_on(passage: Passage, sentence: Sentence, body: str) -> bool:
    """Whether a sentence behind the one that names the movers decides."""
    return any(acts.find(later.text, body=body) for later in split(passage.text) if later.start >= sentence.end)


def _with_movers(decision: Decision, moving: Movers | None, passage: Passage, sentence: Sentence) -> Decision:
    """A decision with the movers that the sentence before it named, or that stand right behind it: "Prop. Cllr Wray, sec. Cllr Pickles"."""
    if decision.proposer or decision.seconder:
        return decision
    behind = passage.text[sentence.end :][:160]
    told = motions.movers(behind) if _MOVED_BEHIND.match(behind) else None
    if told is not None and told.start < _NEAR:
        place = passage.span(sentence.end, sentence.end + told.end)
        return replace(decision, proposer=told.proposer, seconder=told.seconder, evidence=(*decision.evidence, place))
    return replace(decision, proposer=_proposer(moving), seconder=_seconder(moving)) if moving else decision


def _of_motion(decision: Decision, motion: Sentence | None, passage: Passage) -> Decision:
    """A decision that only tells what became of the motion that a sentence before it moved, with that motion's words."""
    if motion is None or not decision.is_of_last or decision.proposer is None:
        return decision
    place = passage.span(motion.start, motion.end)
    return replace(decision, text=motion.text.strip(" ."), evidence=(place, *decision.evidence), rule="moved-with-result")


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
    words = text if act.passive else re.sub(r"^[\s,]*(?:that|to)?\s*[:–-]?\s*", "", text[act.end :])
    words = _PAGE.sub("", words if len(words.split()) >= 2 else text)
    return Decision(
        _LABEL.sub("", words.strip(" .,;–-")),
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
