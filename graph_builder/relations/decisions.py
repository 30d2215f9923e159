"""The decisions of an item: blocks under RESOLVED and its kin, sentences that decide, motions with mover and result."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from graph_builder.language.names import Name
from graph_builder.language.passages import Passage
from graph_builder.language.sentences import Sentence, split
from graph_builder.model import Basis, Span
from graph_builder.paper import Item, Paragraph
from graph_builder.relations import acts, motions

_HEAD = re.compile(
    r"(?P<lead>(?:(?:it\s+was|and|the\s+(?:[\w'&-]+\s+){0,8}?(?:committee|sub-committee|panel|board|cabinet|council|executive|forum|meeting|group|commission|authority|assembly|members|partnership|trustees|governors)|members|cabinet|council)\s+)?(?:then\s+|also\s+|therefore\s+|accordingly\s+|unanimously\s+|further\s+|formally\s+|having\s+[^,]{3,80},\s+)*)"
    r"(?P<verb>RESOLVED|AGREED|NOTED|APPROVED|ENDORSED|RECOMMENDED|RECOMMENDATIONS?|DECIDED|DECISIONS?|RESOLUTIONS?|Resolved|Resolutions?|Decisions?|Agreed|Recommended|resolved|agreed|decided)\b"
    r"(?P<how>\s*(?:\([^)]{0,90}\)|unanimously|nem\.?\s*con\.?|by\s+a\s+majority|by\s+consensus)?(?:\s+(?:to|that)\s+(?:Council|Cabinet|the\s+Council|the\s+Cabinet|Full\s+Council)\s*)?)"
    r"\s*(?P<mark>[:;.–—-]*)\s*(?P<that>(?:that\b|to\b(?=\s*[:;–—-])|(?=to\b))?)\s*(?P<open>[:;–—-]*)\s*",
    re.IGNORECASE,
)
_PART = re.compile(r"^\(?(?P<label>[a-zA-Z]|[ivx]{1,5}|\d{1,2})[.)]\s*(?=\S)|^(?P<label2>\d{1,3}\.\d{1,2})\.?\s+")
_INLINE = re.compile(r"(?:(?<=^)|(?<=[\s;:,]))\(?(?P<label>[a-h]|i{1,3}|iv|vi{0,3}|ix|x|\d{1,2})\)\s+(?=\S)")
_OPEN = re.compile(r"[:–—-]\s*$|\b(?:following|below|include|including|specifically|that|to)\s*:?\s*$", re.IGNORECASE)
_NEW = re.compile(r"^(?:(?:It\s+was\s+)?(?:RESOLVED|Resolved|AGREED|NOTED)\b|Reasons?\b|REASONS?\b|Alternative|ALTERNATIVE|Proposed|PROPOSED|Seconded|On the proposal|Councillors?\s|Cllr|Mr |Mrs |Ms |Dr |Note:|NB|The meeting (?:ended|closed)|Chair(?:man|person)?\s*$|Voting|Vote|For\b|Against\b|Abst|Date|Signed|Action|ACTION|Discussion|Background|Options?\b|In (?:response|reply|answer|discussion)|During|Following|Members (?:asked|discussed|raised|queried)|Questions?)", re.MULTILINE)
_RESULT = re.compile(r"\b(?:the|this|that|an?)\s+(?P<what>(?:substantive\s+|original\s+|first\s+|second\s+|further\s+)?(?:motion|amendment|proposal|recommendation|substantive|proposition)(?:\s+as\s+amended)?)\b[^.]{0,120}?\b(?P<how>carried|lost|defeated|fell|falls|agreed|approved|not\s+carried|withdrawn|rejected|unanimously\s+supported|passed|became\s+the)\b|\b(?P<bare>carried|lost|all\s+(?:in\s+favour|agreed)|agreed\s+unanimously|unanimously\s+(?:agreed|approved|carried))\b", re.IGNORECASE)
_PROPOSES = re.compile(r"\b(?:proposed|moved|prop\.?|proposer|proposal|nominated)\b", re.IGNORECASE)
_AMENDMENT = re.compile(r"\bamend(?:ment|ed|ing)\b", re.IGNORECASE)
_COMMENT = re.compile(r"[-–:;,]\s*(?:(?:parish|town)\s+council\s+)?(?:recommend(?:s|ed)?\s+(?:approval|refusal)|no\s+objections?|object(?:s|ed|ion)?|support(?:s|ed)?|no\s+comments?)\b", re.IGNORECASE)
# What follows a decision in its own paragraph and is none of its words: who moved it, how the vote fell.
_AFTER = re.compile(r"\(?(?:proposed|proposer|prop\.?|moved|seconded|seconder|all\s+(?:in\s+favour|agreed)|unanimous(?:ly)?|carried|vot(?:e|ing)|agreed|\d+\s+(?:votes?\s+)?(?:for|in\s+favour)|for\s*[:(]|action\b)", re.IGNORECASE)
_SECONDING = re.compile(r"(?:(?:This|It|The\s+\w+)\s+was\s+(?:then\s+|duly\s+)?)?seconded\b", re.IGNORECASE)
_ONLY_RESULT = re.compile(r"(?:(?:on|upon|when|after|following)\s+(?:being\s+)?(?:put\s+to\s+(?:the|a)\s+(?:vote|meeting)|a\s+(?:show\s+of\s+hands|(?:recorded\s+)?vote))[^.]{0,80}?,?\s*)?(?:the\s+)?(?:substantive\s+|original\s+|amended\s+)*(?:motion|amendment|proposal|proposition)\b.{0,80}", re.IGNORECASE)
_GROUNDS = re.compile(r"\b(?:following|these|below|stated)\s+(?:\w+\s+){0,2}(?:reasons?|conditions?|grounds|informatives?)\b.{0,40}[:–—-]\s*$", re.IGNORECASE)
_BARE = re.compile(r"(?:unanimously\s+)?(noted|agreed|approved|endorsed|deferred|carried|received|adopted|resolved|accepted)(?:\s+unanimously)?\.?", re.IGNORECASE)
_QUOTED = re.compile(r"^[\"“'!]|\bI will (?:move|ask)\b")


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing decided: its words, outcome, part label, who moved it, how the votes fell, and the words that prove it."""

    text: str
    outcome: str
    evidence: tuple[Span, ...]
    rule: str
    part: str = ""
    proposer: Name | None = None
    seconder: Name | None = None
    counts: motions.Counts | None = None
    basis: Basis = Basis.STATED
    amendment: bool = False


@dataclass(slots=True)
class _Part:
    """A part of a block: its words, the words that lead to it ("That Cabinet:"), and the points under it."""

    label: str
    main: Passage
    lead: Passage | None = None
    points: list[Passage] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        """Whether its words lead to points that follow."""
        return self.main.text.rstrip().endswith((":", "–", "-"))


@dataclass(slots=True)
class _Block:
    """A block under one head while its parts are gathered."""

    verb: str
    head: Span
    parts: list[_Part] = field(default_factory=list)


def find(item: Item, *, body: str) -> list[Decision]:
    """The decisions of an item, in the order of the text; `body` is the name of the body that meets."""
    found: list[Decision] = []
    index = 0
    movers: motions.Movers | None = None
    while index < len(item.paragraphs):
        passage = item.paragraphs[index].passage
        block, taken = _block(item.paragraphs, index, body)
        if block is not None:
            found.extend(_from_block(block, movers or motions.movers(passage.text), _around(item.paragraphs, index, taken)))
            index, movers = index + taken, None
            continue
        bare = _BARE.fullmatch(passage.text)
        if bare:
            found.append(Decision(passage.text.strip(" ."), acts.outcome("", bare[1]), (passage.span(),), "verb-alone", proposer=movers.proposer if movers else None, seconder=movers.seconder if movers else None))
            index += 1
            continue
        agreed = _agreed_below(item.paragraphs, index)
        if agreed is not None:
            own = motions.movers(passage.text)
            found.extend(_from_block(agreed[0], _merged(movers, own) if own else movers, passage.text))
            index, movers = index + agreed[1], None
            continue
        fresh = _movers_alone(passage.text)
        if fresh is not None:
            movers = _merged(movers, fresh)
            found.extend(_moved_above(item, index, movers))
        else:
            made = list(_sentences(item, index, body))
            found.extend(made)
            movers = None if made or len(passage.text) > 60 else movers
        index += 1
    return _settled(found)


def _agreed_below(paragraphs: Sequence[Paragraph], index: int) -> tuple[_Block, int] | None:
    """The block under "Proposed by X, seconded by Y and Agreed", where what was agreed follows as "That ..."."""
    passage = paragraphs[index].passage
    ending = re.search(r"\b(agreed|resolved|carried|approved)\s*[:.–—-]*$", passage.text, re.IGNORECASE)
    following = paragraphs[index + 1].passage.text if index + 1 < len(paragraphs) else ""
    if not ending or len(passage.text) > 200 or not re.match(r"(?:\(?\w{1,3}[.)]\s+)?[\"“]?that\b", following, re.IGNORECASE) or not motions.movers(passage.text):
        return None
    block = _Block(ending[1], passage.span())
    return block, 1 + _following(block, paragraphs, index + 1, lettered=None)


def _movers_alone(text: str) -> motions.Movers | None:
    """The movers, where a paragraph says little else: "Proposed by Councillor Keary; Seconded by Councillor McMahon"."""
    if len(text) > 150 or not (_PROPOSES.search(text) or re.match(r"\s*second", text, re.IGNORECASE)):
        return None
    found = motions.movers(text)
    if found is None:
        return None
    rest = f"{text[: found.start]} {text[found.end :]}"
    return found if len(re.findall(r"[A-Za-z]{3,}", rest)) <= (7 if re.search(r"[:–—-]\s*$", text) else 3) else None


def _merged(left: motions.Movers | None, right: motions.Movers) -> motions.Movers:
    return right if left is None else motions.Movers(right.proposer or left.proposer, right.seconder or left.seconder, right.start, right.end)


def _around(paragraphs: Sequence[Paragraph], index: int, taken: int) -> str:
    """The text just before and after a block, where votes and movers stand."""
    near = [*paragraphs[max(0, index - 2) : index], *paragraphs[index : index + taken], *paragraphs[index + taken : index + taken + 2]]
    return "\n".join(p.passage.text for p in near)


def _block(paragraphs: Sequence[Paragraph], index: int, body: str) -> tuple[_Block | None, int]:
    """The block that begins in a paragraph, and how many paragraphs it takes."""
    passage = paragraphs[index].passage
    head = _HEAD.match(passage.text)
    after = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
    opens = after is not None and passage.text.rstrip().endswith(":") and bool(_PART.match(after.passage.text) or after.bullet)
    if head is None or not _is_head(head, passage.text, body, opens=opens):
        inner = acts.capitals(passage.text)
        if inner is None or inner["verb"] not in {"RESOLVED", "AGREED", "RECOMMENDED"} or not acts.is_own(inner["who"] or "", body) and (inner["who"] or "").casefold().strip() not in {"", "it was"}:
            return None, 0
        head = _HEAD.match(passage.text, inner.start("verb"))
        if head is None:
            return None, 0
    block = _Block(head["verb"], passage.span(head.start("verb"), head.end("verb")))
    rest = passage.cut(head.end()) if head.end() < len(passage.text) else None
    taken = 1
    if rest is not None and rest.text:
        taken = _inline(block, rest, paragraphs, index)
    else:
        taken += _following(block, paragraphs, index + 1, lettered=None)
    return (block, taken) if block.parts else (None, 0)


def _is_head(head: re.Match[str], text: str, body: str, *, opens: bool) -> bool:
    """Whether a matched head is one: a verb in capitals, or one followed by a colon, a dash or "that"."""
    verb = head["verb"]
    lead = head["lead"].strip()
    if lead and not lead.casefold().startswith(("it was", "and")) and not acts.is_own(re.sub(r"\b(?:then|also|therefore|accordingly|unanimously|further|formally|having.*)\b", "", lead), body):
        return False
    if verb.isupper() or (opens and bool(lead)):
        return True
    marked = bool(head["mark"].strip(" .;") or head["open"].strip())
    if verb.casefold().startswith(("decision", "resolution", "recommend")):
        return marked and len(text) > head.end("verb") + 1
    return marked or (verb[0].isupper() and not lead and (bool(head["that"]) or text[head.end() :].startswith("to ")))


def _inline(block: _Block, rest: Passage, paragraphs: Sequence[Paragraph], index: int) -> int:
    """Take the parts that stand in the head's own paragraph, and those that follow where it leaves them open; returns the paragraphs taken."""
    marks = list(_INLINE.finditer(rest.text))
    if len(marks) >= 2 and marks[0]["label"] in {"a", "i", "1"}:
        lead = rest.cut(0, marks[0].start()) if marks[0].start() > 25 else None
        for number, mark in enumerate(marks):
            stop = marks[number + 1].start() if number + 1 < len(marks) else len(rest.text)
            block.parts.append(_Part(mark["label"], rest.cut(mark.end(), stop), lead))
        return 1 + _following(block, paragraphs, index + 1, lettered=True)
    label = _PART.match(rest.text)
    if label and (label["label"] or "") in {"a", "i", "1", "A"}:
        block.parts.append(_Part(label["label"], rest.cut(label.end())))
        return 1 + _following(block, paragraphs, index + 1, lettered=True)
    after = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
    if after is not None and _GROUNDS.search(rest.text):
        block.parts.append(_Part("", rest))
        return 1 + _grounds(paragraphs, index + 1)
    if after is not None and _OPEN.search(rest.text) and (_PART.match(after.passage.text) or after.bullet):
        return 1 + _following(block, paragraphs, index + 1, lettered=True, lead=rest)
    block.parts.append(_Part("", rest))
    if after is not None and _opening(after.passage.text) == _opening(rest.text):
        return 1 + _following(block, paragraphs, index + 1, lettered=False)
    return 1


def _grounds(paragraphs: Sequence[Paragraph], index: int) -> int:
    """How many paragraphs are the numbered reasons or conditions under a part; they are no decisions of their own."""
    return next((n for n, p in enumerate(paragraphs[index:]) if not (_PART.match(p.passage.text) or p.bullet)), len(paragraphs) - index)


def _following(block: _Block, paragraphs: Sequence[Paragraph], index: int, *, lettered: bool | None, lead: Passage | None = None) -> int:
    """Take the paragraphs after a head that are its parts, and the points under them; returns how many."""
    taken = 0
    for paragraph in paragraphs[index:]:
        passage, label = paragraph.passage, _PART.match(paragraph.passage.text)
        if lettered is None:
            lettered = bool(label) or paragraph.bullet
        head = _HEAD.match(passage.text)
        if (acts.capitals(passage.text) and not label) or (head and head["verb"].isupper()):
            break
        last = block.parts[-1] if block.parts else None
        if not lettered and label and last is not None and last.is_open and (label["label"] or "").casefold() in {"a", "i", "1"}:
            lettered = True
        if lettered and (label or (paragraph.bullet and not (last and last.is_open))):
            words = passage.cut(label.end()) if label else passage
            block.parts.append(_Part((label["label"] or label["label2"]) if label else "", words, lead if lead and len(lead.text) > 25 else None))
        elif not lettered and not _NEW.match(passage.text) and (last is None or _opening(block.parts[0].main.text) == _opening(passage.text)):
            block.parts.extend(_Part("", piece) for piece in _siblings(passage))
        elif last is not None and (paragraph.bullet or last.is_open) and not _NEW.match(passage.text):
            last.points.append(passage)
        else:
            break
        taken += 1
    return taken


def _opening(text: str) -> list[str]:
    return [word.casefold() for word in text.split()[:2]]


def _siblings(passage: Passage) -> Iterator[Passage]:
    """A paragraph cut where another sentence begins as it does itself: two resolutions that a line end does not part."""
    starts = [s.start for s in split(passage.text) if _opening(s.text) == _opening(passage.text)] or [0]
    for start, stop in zip(starts, [*starts[1:], len(passage.text)], strict=True):
        yield passage.cut(start, stop)


def _from_block(block: _Block, movers: motions.Movers | None, around: str) -> Iterator[Decision]:
    counts = motions.counts(around)
    near = movers or motions.movers(around)
    for part in block.parts:
        words = _trimmed(f"{part.lead.text} {part.main.text}" if part.lead else part.main.text)
        if len(words.split()) < 2:
            continue
        spans = (block.head, *([part.lead.span()] if part.lead else []), part.main.span())
        yield Decision(words, acts.outcome(words, block.verb), spans, f"block-{block.verb.casefold()}", part.label, near.proposer if near else None, near.seconder if near else None, counts)


def _trimmed(text: str) -> str:
    """The words decided, without "and" or a semicolon at their end, or the quotation marks of a motion."""
    kept = [s.text for s in split(text)]
    while len(kept) > 1 and _AFTER.match(kept[-1]):
        kept.pop()
    text = " ".join(kept)
    text = re.sub(r"\s*[;,]?\s*(?:\b(?:and|or)\b)?\s*$", "", text.strip()).strip(" ;")
    return text.strip("\"“”") if text.startswith(("\"", "“")) else text


def _sentences(item: Item, index: int, body: str) -> Iterator[Decision]:
    """The decisions that single sentences of a paragraph tell."""
    passage = item.paragraphs[index].passage
    if _QUOTED.match(passage.text):
        return
    planning = bool(re.search(r"\bplanning\b", item.title.text, re.IGNORECASE))
    for sentence in _whole(split(passage.text)):
        if _QUOTED.search(sentence.text) or _AFTER.fullmatch(sentence.text.strip(" .")):
            continue
        span = passage.span(sentence.start, sentence.end)
        act = acts.find(sentence.text, body=body)
        if act is not None:
            yield _acted(sentence.text, act, span)
        elif _PROPOSES.search(sentence.text) and (movers := motions.movers(sentence.text)) and movers.proposer and movers.seconder:
            yield from _moved(item, index, sentence.text, movers, span)
        elif planning and _COMMENT.search(sentence.text):
            yield Decision(sentence.text.strip(" ."), "recommended", (span,), "planning-comment")


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


def _acted(text: str, act: acts.Act, span: Span) -> Decision:
    movers = motions.movers(text)
    words = text if act.passive else re.sub(r"^\s*(?:that|to)?\s*[:–-]?\s*", "", text[act.end :])
    words = text if len(words.split()) < 2 else words
    outcome = _plain(acts.outcome(words if not act.passive else text, act.verb), act)
    rule = "sentence-passive" if act.passive else "sentence-active"
    return Decision(words.strip(" ."), outcome, (span,), rule, "", movers.proposer if movers else None, movers.seconder if movers else None, motions.counts(text), amendment=bool(_AMENDMENT.search(text)))


def _plain(outcome: str, act: acts.Act) -> str:
    """The outcome of a sentence: where the act is "agreed" or "resolved" and the words say no more, that."""
    return {"resolved": "resolved", "agreed": "agreed"}.get(act.verb, outcome) if outcome in {"agreed", "resolved", "confirmed"} else outcome


def _moved(item: Item, index: int, text: str, movers: motions.Movers, span: Span) -> Iterator[Decision]:
    """A motion whose mover and seconder one sentence names; the next sentence or paragraph may tell its result."""
    passage = item.paragraphs[index].passage
    following = item.paragraphs[index + 1].passage.text if index + 1 < len(item.paragraphs) else ""
    later = passage.text[passage.text.find(text) + len(text) :][:200]
    if _HEAD.match(following) and not later.strip() or re.search(r"\belection\b|\bnomination", item.title.text, re.IGNORECASE):
        return
    result = _RESULT.search(text) or _RESULT.search(later) or (_RESULT.search(following) if len(following) < 300 and not later.strip() else None)
    outcome = _result(result) if result else "agreed"
    rule, basis = ("moved-with-result", Basis.STATED) if result else ("moved-and-seconded", Basis.DERIVED)
    yield Decision(text.strip(" ."), outcome, (span,), rule, "", movers.proposer, movers.seconder, motions.counts(f"{text} {later} {following[:200]}"), basis, bool(_AMENDMENT.search(text)))


def _moved_above(item: Item, index: int, movers: motions.Movers) -> Iterator[Decision]:
    """A motion whose movers stand on lines of their own: what they moved is the paragraph above, or the item's title."""
    if movers.seconder is None or movers.proposer is None:
        return
    following = item.paragraphs[index + 1].passage.text if index + 1 < len(item.paragraphs) else ""
    if _HEAD.match(following):
        return
    below = bool(re.search(r"[:–—-]\s*$", item.paragraphs[index].passage.text)) and index + 1 < len(item.paragraphs)
    above = next((p.passage for p in reversed(item.paragraphs[:index]) if _movers_alone(p.passage.text) is None), None)
    words = item.paragraphs[index + 1].passage if below else above if above is not None and len(above.text.split()) > 3 else item.title
    if not below and _QUOTED.search(words.text) or re.match(r"(?:election|nomination|appointment)s?\b", item.title.text, re.IGNORECASE):
        return
    later = item.paragraphs[index + 2].passage.text if below and index + 2 < len(item.paragraphs) else following
    result = _RESULT.search(later) if len(later) < 300 else None
    spans = (words.span(), item.paragraphs[index].passage.span())
    rule, basis = ("moved-with-result", Basis.STATED) if result else ("moved-and-seconded", Basis.DERIVED)
    yield Decision(words.text.strip(" .\""), _result(result) if result else "agreed", spans, rule, "", movers.proposer, movers.seconder, motions.counts(later[:200]), basis, bool(_AMENDMENT.search(item.paragraphs[index].passage.text)))


def _result(match: re.Match[str]) -> str:
    how = (match["how"] or match["bare"] or "").casefold()
    if re.search(r"lost|defeat|fell|falls|not|reject", how):
        return "fell"
    return "withdrawn" if "withdrawn" in how else "carried" if "carried" in how or "passed" in how or "favour" in how else "agreed"


def _settled(found: list[Decision]) -> list[Decision]:
    """The decisions without repetitions, and derived ones only where nothing else was decided on the motion."""
    kept: list[Decision] = []
    for decision in found:
        twin = next((k for k in kept if set(k.evidence) & set(decision.evidence) and k.text == decision.text), None)
        if twin is None:
            kept.append(decision)
    for result in [d for d in kept if _ONLY_RESULT.fullmatch(d.text) and d.outcome in {"carried", "fell", "agreed", "withdrawn", "approved"}]:
        motion = next((d for d in reversed(kept[: kept.index(result)]) if d.rule.startswith("moved-") and d.amendment == bool(_AMENDMENT.search(result.text))), None)
        if motion is not None:
            kept[kept.index(motion)] = replace(motion, outcome=result.outcome, evidence=(*motion.evidence, *result.evidence), rule="moved-with-result", basis=Basis.STATED, counts=motion.counts or result.counts)
            kept.remove(result)
    return [d for d in kept if not _told_again(d, kept)]


def _told_again(decision: Decision, kept: Sequence[Decision]) -> bool:
    """Whether a motion stands again in the block of what was resolved."""
    if not decision.rule.startswith("moved-") or decision.outcome == "fell":
        return False
    words = set(re.findall(r"\w+", decision.text.casefold()))
    return any(other.rule.startswith("block-") and len(words & set(re.findall(r"\w+", other.text.casefold()))) >= 0.8 * min(len(words), len(set(re.findall(r"\w+", other.text.casefold())))) for other in kept)
