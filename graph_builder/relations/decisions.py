"""The decisions of an item: blocks under RESOLVED and its kin, sentences that decide, motions with mover and result."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from graph_builder.language.names import Name
from graph_builder.language.passages import Passage
from graph_builder.language.sentences import split
from graph_builder.model import Basis, Span
from graph_builder.paper import Item, Paragraph
from graph_builder.relations import acts, motions

_HEAD = re.compile(
    r"(?P<lead>(?:(?:it\s+was|and|the\s+(?:[\w'&-]+\s+){0,8}?(?:committee|sub-committee|panel|board|cabinet|council|executive|forum|meeting|group|commission|authority|assembly|members|partnership|trustees|governors)|members|cabinet|council)\s+)?(?:then\s+|also\s+|therefore\s+|accordingly\s+|unanimously\s+|further\s+|formally\s+|having\s+[^,]{3,80},\s+)*)"
    r"(?P<verb>RESOLVED|AGREED|NOTED|APPROVED|ENDORSED|RECOMMENDED|RECOMMENDATIONS?|DECIDED|DECISIONS?|RESOLUTIONS?|Resolved|Resolutions?|Decisions?|Agreed|Recommended|resolved|agreed|decided)\b"
    r"(?P<how>\s*\(?(?:unanimously|nem\.?\s*con\.?|by\s+a\s+majority|by\s+consensus|that\s+the\s+\w+\s+be)?\)?(?:\s+(?:to|that)\s+(?:Council|Cabinet|the\s+Council|the\s+Cabinet|Full\s+Council)\s*)?)"
    r"\s*(?P<mark>[:;.–—-]*)\s*(?P<that>(?:(?:that|that\s+the\s+(?:committee|panel|board|cabinet|council))\b|to\b)?)\s*(?P<open>[:;–—-]*)\s*",
    re.IGNORECASE,
)
_PART = re.compile(r"^\(?(?P<label>[a-zA-Z]|[ivx]{1,5}|\d{1,2})[.)]\s*(?=\S)|^(?P<label2>\d{1,3}\.\d{1,2})\.?\s+")
_INLINE = re.compile(r"(?:(?<=^)|(?<=[\s;:,]))\(?(?P<label>[a-h]|i{1,3}|iv|vi{0,3}|ix|x|\d{1,2})\)\s+(?=\S)")
_OPEN = re.compile(r"[:–—-]\s*$|\b(?:following|below|include|including|specifically|that|to)\s*:?\s*$", re.IGNORECASE)
_NEW = re.compile(r"^(?:(?:It\s+was\s+)?(?:RESOLVED|Resolved|AGREED|NOTED)\b|Reasons?\b|REASONS?\b|Alternative|ALTERNATIVE|Proposed|PROPOSED|Seconded|On the proposal|Councillors?\s|Cllr|Mr |Mrs |Ms |Dr |Note:|NB|The meeting (?:ended|closed)|Chair(?:man|person)?\s*$|Voting|Vote|For\b|Against\b|Abst|Date|Signed|Action|ACTION|Discussion|Background|Options?\b|In (?:response|reply|answer|discussion)|During|Following|Members (?:asked|discussed|raised|queried)|Questions?)", re.MULTILINE)
_RESULT = re.compile(r"\b(?:the|this|that|an?)\s+(?P<what>(?:substantive\s+|original\s+|first\s+|second\s+|further\s+)?(?:motion|amendment|proposal|recommendation|substantive|proposition)(?:\s+as\s+amended)?)\b[^.]{0,120}?\b(?P<how>carried|lost|defeated|fell|falls|agreed|approved|not\s+carried|withdrawn|rejected|unanimously\s+supported|passed|became\s+the)\b|\b(?P<bare>carried|lost|all\s+in\s+favour|agreed\s+unanimously|unanimously\s+(?:agreed|approved|carried))\b", re.IGNORECASE)
_PROPOSES = re.compile(r"\b(?:proposed|moved|prop\.?|proposer|proposal|nominated)\b", re.IGNORECASE)
_AMENDMENT = re.compile(r"\bamend(?:ment|ed|ing)\b", re.IGNORECASE)
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
class _Block:
    """A block under one head while its parts are gathered."""

    verb: str
    head: Span
    parts: list[tuple[str, list[Passage]]] = field(default_factory=list)
    open: bool = False


def find(item: Item, *, body: str) -> list[Decision]:
    """The decisions of an item, in the order of the text; `body` is the name of the body that meets."""
    found: list[Decision] = []
    paragraphs = item.paragraphs
    index = 0
    movers: motions.Movers | None = None
    while index < len(paragraphs):
        passage = paragraphs[index].passage
        block, taken = _block(paragraphs, index, body)
        if block is not None:
            made = list(_from_block(block, movers or motions.movers(passage.text), _around(paragraphs, index, taken)))
            found.extend(made)
            index += taken
            movers = None
            continue
        fresh = motions.movers(passage.text) if _PROPOSES.search(passage.text) or re.match(r"\s*second", passage.text, re.IGNORECASE) else None
        made = list(_sentences(passage, body, found))
        found.extend(made)
        if fresh is not None and not made:
            movers = _merged(movers, fresh)
            found.extend(_moved(item, paragraphs, index, movers, found))
        elif made or len(passage.text) > 60:
            movers = None
        index += 1
    return _settled(found)


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
    if head is None or not _is_head(head, passage.text, body):
        inner = acts.capitals(passage.text)
        if inner is None or inner["verb"] not in {"RESOLVED", "AGREED", "RECOMMENDED"} or not acts._own(inner["who"] or "", body) and (inner["who"] or "").casefold().strip() not in {"", "it was"}:
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


def _is_head(head: re.Match[str], text: str, body: str) -> bool:
    """Whether a matched head is one: a verb in capitals, or one followed by a colon, a dash or "that"."""
    verb = head["verb"]
    lead = head["lead"].strip()
    if lead and not lead.casefold().startswith(("it was", "and")) and not acts._own(re.sub(r"\b(?:then|also|therefore|accordingly|unanimously|further|formally|having.*)\b", "", lead), body):
        return False
    if verb.isupper():
        return True
    marked = bool(head["mark"].strip(" .;") or head["open"].strip())
    if verb.casefold().startswith(("decision", "resolution", "recommend")):
        return marked and len(text) > head.end("verb") + 1
    return marked or (verb[0].isupper() and not lead and bool(head["that"]))


def _inline(block: _Block, rest: Passage, paragraphs: Sequence[Paragraph], index: int) -> int:
    """Take the parts that stand in the head's own paragraph, and those that follow where it leaves them open."""
    marks = list(_INLINE.finditer(rest.text))
    if len(marks) >= 2 and marks[0]["label"] in {"a", "i", "1"}:
        for number, mark in enumerate(marks):
            stop = marks[number + 1].start() if number + 1 < len(marks) else len(rest.text)
            block.parts.append((mark["label"], [rest.cut(mark.end(), stop)]))
        return 1 + _following(block, paragraphs, index + 1, lettered=True)
    label = _PART.match(rest.text)
    if label and (label["label"] or "") in {"a", "i", "1", "A"}:
        block.parts.append((label["label"], [rest.cut(label.end())]))
        return 1 + _following(block, paragraphs, index + 1, lettered=True)
    if _OPEN.search(rest.text):
        following = paragraphs[index + 1].passage.text if index + 1 < len(paragraphs) else ""
        if _PART.match(following) or (index + 1 < len(paragraphs) and paragraphs[index + 1].bullet):
            taken = _following(block, paragraphs, index + 1, lettered=True, lead=rest)
            return 1 + taken
    block.parts.append(("", [rest]))
    return 1


def _following(block: _Block, paragraphs: Sequence[Paragraph], index: int, *, lettered: bool | None, lead: Passage | None = None) -> int:
    """Take the paragraphs after a head that are its parts; returns how many."""
    taken = 0
    for paragraph in paragraphs[index:]:
        text = paragraph.passage.text
        label = _PART.match(text)
        if not taken and lettered is None:
            lettered = bool(label) or paragraph.bullet
        if acts.capitals(text) and not label or _HEAD.match(text) and _HEAD.match(text)["verb"].isupper():  # type: ignore[index]
            break
        if lettered and (label or (paragraph.bullet and not _is_sub(block))):
            passage = paragraph.passage.cut(label.end()) if label else paragraph.passage
            block.parts.append(((label["label"] or label["label2"]) if label else "", [lead, passage] if lead and len(lead.text) > 25 else [passage]))
        elif block.parts and (paragraph.bullet or _is_sub(block)) and not _sibling(block, text) and not _NEW.match(text):
            block.parts[-1][1].append(paragraph.passage)
        elif not lettered and not _NEW.match(text) and (not block.parts or _sibling(block, text)):
            block.parts.append(("", [paragraph.passage]))
        else:
            break
        taken += 1
    return taken


def _is_sub(block: _Block) -> bool:
    """Whether the last part is still open, so that what follows is a point under it."""
    if not block.parts:
        return False
    passages = block.parts[-1][1]
    return any(p.text.rstrip().endswith((":", "–", "-")) for p in passages)


def _sibling(block: _Block, text: str) -> bool:
    """Whether a paragraph begins as the first part does: "The committee notes" beside "The committee recognises"."""
    if not block.parts:
        return True
    first = block.parts[0][1][-1 if len(block.parts[0][1]) == 1 else 0].text.split()[:2]
    return [w.casefold() for w in text.split()[:2]] == [w.casefold() for w in first]


def _from_block(block: _Block, movers: motions.Movers | None, around: str) -> Iterator[Decision]:
    counts = motions.counts(around)
    near = movers or motions.movers(around)
    for label, passages in block.parts:
        main = next((p for p in passages if len(p.text) > 3), passages[0])
        text = " ".join(p.text for p in (passages[:2] if passages[0].text.rstrip().endswith(("that", "to", ":", "-", "–")) and len(passages) > 1 and len(passages[0].text) < 160 else passages[:1]))
        text, carried = _trimmed(text)
        if len(text.split()) < 2:
            continue
        spans = tuple(p.span() for p in passages[:2]) if text.startswith(passages[0].text[:20]) and len(passages) > 1 and " ".join(p.text for p in passages[:2]).startswith(text[:60]) and len(text) > len(passages[0].text) + 5 else (main.span(),)
        yield Decision(text, acts.outcome(text, block.verb), (block.head, *spans), f"block-{block.verb.casefold()}", label, near.proposer if near else None, near.seconder if near else None, counts, amendment=carried)


def _trimmed(text: str) -> tuple[str, bool]:
    """The words decided, without a trailing vote or "and"; and whether they are an amendment."""
    text = re.sub(r"\s*[;,]?\s*(?:and|or)?\s*$", "", text.strip()).strip(" ;")
    text = text.strip("\"“”") if text.startswith(("\"", "“")) else text
    return text, False


def _sentences(passage: Passage, body: str, before: Sequence[Decision]) -> Iterator[Decision]:
    """The decisions that single sentences tell."""
    if _QUOTED.match(passage.text):
        return
    for sentence in split(passage.text):
        if _QUOTED.search(sentence.text):
            continue
        act = acts.find(sentence.text, body=body)
        if act is None:
            continue
        movers = motions.movers(sentence.text)
        words = sentence.text if act.passive else sentence.text[act.end :]
        words = re.sub(r"^\s*(?:that|to)?\s*[:–-]?\s*", "", words) if not act.passive else words
        if len(words.split()) < 2:
            words = sentence.text
        outcome = acts.outcome(words if not act.passive else sentence.text, act.verb)
        span = passage.span(sentence.start, sentence.end)
        yield Decision(words.strip(" ."), _plain(outcome, act), (span,), "sentence-passive" if act.passive else "sentence-active", "", movers.proposer if movers else None, movers.seconder if movers else None, motions.counts(sentence.text), amendment=bool(_AMENDMENT.search(sentence.text)))


def _plain(outcome: str, act: acts.Act) -> str:
    """The outcome of a sentence: where the act is "agreed" or "resolved" and the words say no more, that."""
    return {"resolved": "resolved", "agreed": "agreed"}.get(act.verb, outcome) if outcome in {"agreed", "resolved", "confirmed"} else outcome


def _moved(item: Item, paragraphs: Sequence[Paragraph], index: int, movers: motions.Movers, before: Sequence[Decision]) -> Iterator[Decision]:
    """A motion whose mover and seconder a paragraph names, if its result is printed beside it or the proposal was plainly one to adopt."""
    passage = paragraphs[index].passage
    if movers.seconder is None or movers.proposer is None:
        return
    following = paragraphs[index + 1].passage.text if index + 1 < len(paragraphs) else ""
    if _HEAD.match(following):
        return
    own = passage.text[: movers.start].strip(" ,.;:-") + " " + passage.text[movers.end :].strip(" ,.;:-")
    text = passage.text if len(own.split()) >= 3 or len(passage.text) > 110 else ""
    evidence: tuple[Span, ...] = (passage.span(),)
    if not text:
        previous = paragraphs[index - 1] if index else None
        words = previous.passage if previous and len(previous.passage.text.split()) > 3 and not motions.movers(previous.passage.text) else item.title
        text, evidence = words.text, (words.span(), passage.span())
    result = _RESULT.search(passage.text) or (_RESULT.search(following) if len(following) < 300 else None)
    if _QUOTED.search(text) and not result:
        return
    outcome = _result(result) if result else "agreed"
    yield Decision(text.strip(" ."), outcome, evidence, "moved-with-result" if result else "moved-and-seconded", "", movers.proposer, movers.seconder, motions.counts(passage.text + " " + following), Basis.STATED if result else Basis.DERIVED, bool(_AMENDMENT.search(text)))


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
    results = [d for d in kept if re.fullmatch(r"(?:the\s+)?(?:substantive\s+|original\s+)?(?:motion|amendment|proposal)\b.{0,60}", d.text, re.IGNORECASE) and d.outcome in {"carried", "fell", "agreed", "withdrawn", "approved"}]
    for result in results:
        motion = next((d for d in reversed(kept[: kept.index(result)]) if d.rule == "moved-and-seconded" and d.amendment == bool(_AMENDMENT.search(result.text))), None)
        if motion is not None:
            kept[kept.index(motion)] = replace(motion, outcome=result.outcome, evidence=(*motion.evidence, *result.evidence), rule="moved-with-result", basis=Basis.STATED, counts=motion.counts or result.counts)
            kept.remove(result)
    return kept
