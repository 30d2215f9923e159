"""The paragraphs of an item go in; out come the blocks under RESOLVED and its kin, taken apart into lettered, numbered and nested parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph_builder.language.passages import Passage
from graph_builder.language.sentences import split
from graph_builder.paper import Paragraph
from graph_builder.relations.decisions import acts, motions, part_marks
from graph_builder.relations.decisions.block_heads import BODY_ALONE, DOES, HEAD, asks_what_was_decided, head_of, is_point
from graph_builder.relations.decisions.block_parts import Block, Part

_OPEN = re.compile(r"[:–—-]\s*$|\b(?:following|below|include|including|specifically|that|to)\s*:?\s*$", re.IGNORECASE)
_NEW = re.compile(
    r"^(?:(?:It\s+was\s+)?(?:RESOLVED|Resolved|AGREED|NOTED)\b|Reasons?\b|REASONS?\b|Alternative|ALTERNATIVE|Proposed|PROPOSED|Seconded"
    r"|On the proposal|Councillors?\s|Cllr|Mr |Mrs |Ms |Dr |Note:|NB|The meeting (?:ended|closed)|Chair(?:man|person)?\s*$|Voting|Vote"
    r"|For\b|Against\b|Abst|Date|Signed|Action|ACTION|Discussion|Background|Options?\b|In (?:response|reply|answer|discussion)|During"
    r"|Following|Members (?:asked|discussed|raised|queried)|Questions?)",
    re.MULTILINE,
)
_GROUNDS = re.compile(r"\b(?:following|these|below|stated)\s+(?:\w+\s+){0,2}(?:reasons?|conditions?|grounds|informatives?)\b.{0,40}[:–—-]\s*$", re.IGNORECASE)
_AGREED = re.compile(r"\b(agreed|resolved|carried|approved)\s*[:.–—-]*$", re.IGNORECASE)
_THAT = re.compile(r"(?:\(?\w{1,3}[.)]\s+)?[\"“]?that\b", re.IGNORECASE)
# What only points back: "RESOLVED and noted", "RESOLVED accordingly".
_BACK = re.compile(r"(?:and\s+noted|accordingly|as\s+above)\b", re.IGNORECASE)
THAT_BODY = re.compile(
    r"(?:That\s+|(?!to\b)(?=.*[:;–-]$))(?:the\s+)?(?:[\w-]+\s+){0,5}?(?:cabinet|committee|sub-committee|council|executive|board|panel)\s*[:;–-]*",
    re.IGNORECASE,
)
"""What leads to what a body did, "That Cabinet:" or "The Committee;", also where the page has lost the word RESOLVED."""
_DID = re.compile(
    r"(?:\(?\w{1,3}[.)]|[A-H1-9]:)\s+(?:noted|approved|agreed|endorsed|accepted|received|adopted|recommended|authorised|delegated|confirmed|granted"
    r"|refused|welcomed|considered"
    rf"|{DOES}s?)\b",
    re.IGNORECASE,
)
_BE = re.compile(
    r"[^.]{3,160}\bbe\s+(?:\w+ly\s+)?(?:re-?)?(?:elected|appointed|approved|noted|agreed|adopted|endorsed|nominated|granted|refused|deferred|authorised)\b"
)
_HAD = re.compile(
    r"\b(?:had|has|have)\s+(?:(?:also|then|\w+ly)\s+)?(?:resolved|recommended|agreed)\b(?:\s+to\s+(?:the\s+)?(?:full\s+)?(?:council|cabinet))?"
    r"(?:\s*,?\s*(?:that|the\s+following|as\s+follows))*\s*[:;–—-]*\s*$",
    re.IGNORECASE,
)
"""What leads to the points that another body, or this one at an earlier meeting, resolved."""
_ON_PROPOSAL = re.compile(r"(?:that,?\s+)?on\s+the\s+(?:proposal|proposition|motion)\s+of\s+[^:;]{5,140}?,\s*(?=(?:that|to|the|it)\b)", re.IGNORECASE)
_LEADING = 25
"""The characters from which the words before the parts belong to what each of them decides."""


def of_others(paragraphs: Sequence[Paragraph], index: int) -> int:
    """How many paragraphs tell what another body had resolved before, "Cabinet had RESOLVED:" and the points under it; 0 where none do."""
    if not _HAD.search(paragraphs[index].passage.text):
        return 0
    points = [is_point(paragraph) or bool(_THAT.match(paragraph.passage.text)) for paragraph in paragraphs[index + 1 :]]
    return 1 + next((number for number, point in enumerate(points) if not point), len(points))


def is_head(text: str) -> bool:
    """Whether a paragraph begins with the verb of a block."""
    return bool(HEAD.match(text))


def find(paragraphs: Sequence[Paragraph], index: int, *, body: str) -> Block | None:
    """The block that begins in a paragraph, or None; `body` is the name of the body that meets."""
    passage = paragraphs[index].passage
    head = head_of(paragraphs, index, body)
    if head is None:
        return _headless(paragraphs, index)
    if _BACK.match(passage.text, head.end("verb") + 1):
        return None
    block = Block(head["verb"], passage.span(head.start("verb"), head.end("verb")), " ".join((head["to"] or head["whom"] or "").split()))
    rest = passage.cut(head.end()) if head.end() < len(passage.text) else None
    if rest is not None and rest.text:
        proposal = _ON_PROPOSAL.match(rest.text)
        block.taken = _inline(block, rest.cut(proposal.end()) if proposal else rest, paragraphs, index)
    elif asks_what_was_decided(paragraphs, index, body):
        block.taken += 1 + _following(block, paragraphs[index + 2 :], lettered=None)
    else:
        block.parts += _at_once(paragraphs[index + 1 : index + 2])
        block.taken += len(block.parts) or _following(block, paragraphs[index + 1 :], lettered=None)
    return block if block.parts else None


def _at_once(below: Sequence[Paragraph]) -> Iterator[Part]:
    """The part under a head alone, where it begins as no other part does: with who proposed it, or whom it is about ("Cllr Hall be elected")."""
    for passage in (paragraph.passage for paragraph in below):
        if proposed := _ON_PROPOSAL.match(passage.text):
            yield Part("", passage.cut(proposed.end()))
        elif _NEW.match(passage.text) and _BE.match(passage.text):
            yield Part("", passage)


def _headless(paragraphs: Sequence[Paragraph], index: int) -> Block | None:
    """The block under "That Cabinet:" with what it did in the past tense."""
    passage, below = paragraphs[index].passage, paragraphs[index + 1 :]
    if not below or not THAT_BODY.fullmatch(passage.text):
        return None
    if not (_DID.match(below[0].passage.text) or (below[0].bullet and _DID.match(f"a) {below[0].passage.text}"))):
        return None
    block = Block("resolved", passage.span())
    block.taken += _following(block, below, lettered=None)
    return block if block.parts else None


def agreed_below(paragraphs: Sequence[Paragraph], index: int) -> Block | None:
    """The block under "Proposed by X, seconded by Y and Agreed", where what was agreed follows as "That ..."."""
    passage = paragraphs[index].passage
    ending = _AGREED.search(passage.text)
    following = paragraphs[index + 1].passage.text if index + 1 < len(paragraphs) else ""
    if not ending or len(passage.text) > 200 or not _THAT.match(following) or not motions.movers(passage.text):
        return None
    block = Block(ending[1], passage.span())
    block.taken += _following(block, paragraphs[index + 1 :], lettered=None)
    return block


def _inline(block: Block, rest: Passage, paragraphs: Sequence[Paragraph], index: int) -> int:
    """Take the parts that stand in the head's own paragraph, and those that follow where it leaves them open; returns the paragraphs taken."""
    below, marks, label = paragraphs[index + 1 :], part_marks.inline(rest.text), part_marks.PART.match(rest.text)
    if len(marks) >= 2 and (marks[0]["label"] in {"a", "i", "1"} or (marks[0]["label2"] or "").endswith(".1")):
        lead = rest.cut(0, marks[0].start()) if marks[0].start() > _LEADING else None
        stops = [*(mark.start() for mark in marks[1:]), len(rest.text)]
        block.parts.extend(Part(mark["label"] or mark["label2"], rest.cut(mark.end(), stop), lead) for mark, stop in zip(marks, stops, strict=True))
        return 1 + _following(block, below, lettered=True)
    if label and (label["label"] or "") in {"a", "i", "1", "A"}:
        block.parts.append(Part(label["label"], rest.cut(label.end())))
        return 1 + _following(block, below, lettered=True)
    if below and (_GROUNDS.search(rest.text) or (rest.text.endswith(":") and len(below[0].parts) > 1)):
        block.parts.append(Part("", rest))
        return 1 + _grounds(block, below)
    if below and (_OPEN.search(rest.text) or BODY_ALONE.fullmatch(rest.text)) and (part_marks.PART.match(below[0].passage.text) or below[0].bullet):
        return 1 + _following(block, below, lettered=True, lead=rest)
    block.parts.append(Part("", rest))
    if below and _opening(below[0].passage) == _opening(rest):
        return 1 + _following(block, below, lettered=False)
    return 1


def _grounds(block: Block, below: Sequence[Paragraph]) -> int:
    """Take the numbered reasons or conditions under a part, which are no decisions of their own; returns how many."""
    for taken, paragraph in enumerate(below):
        if not (part_marks.PART.match(paragraph.passage.text) or paragraph.bullet or len(paragraph.parts) > 1):
            return taken
        block.add(paragraph.passage)
    return len(below)


def _following(block: Block, below: Sequence[Paragraph], *, lettered: bool | None, lead: Passage | None = None) -> int:
    """Take the paragraphs after a head that are its parts, and the points under them; returns how many."""
    lead = lead if lead and len(lead.text) > _LEADING else None
    for taken, paragraph in enumerate(below):
        label = part_marks.PART.match(paragraph.passage.text)
        if lettered is None:
            lettered = bool(label) or paragraph.bullet
        if _is_another(paragraph.passage.text, labelled=bool(label)):
            return taken
        last = block.parts[-1] if block.parts else None
        if label and last is not None and _GROUNDS.search(last.main.text):
            block.add(paragraph.passage)
            continue  # the numbered reasons or conditions under a part are no decisions of their own
        if label and last is not None and last.is_open and (label["label"] or "").casefold() in {"a", "i", "1"}:
            lettered = True
        if not ((lettered and _as_part(block, paragraph, label, lead)) or _as_more(block, paragraph, lettered=lettered)):
            return taken
    return len(below)


def _is_another(text: str, *, labelled: bool) -> bool:
    """Whether a paragraph begins another block."""
    head = HEAD.match(text)
    return bool((acts.capitals(text) and not labelled and not _THAT.match(text)) or (head and head["verb"].isupper()))


def _as_part(block: Block, paragraph: Paragraph, label: re.Match[str] | None, lead: Passage | None) -> bool:
    """Whether a paragraph was taken as a lettered or bulleted part."""
    last = block.parts[-1] if block.parts else None
    if not label and not (paragraph.bullet and not (last and last.is_open)):
        return False
    words = paragraph.passage.cut(label.end()) if label else paragraph.passage
    block.parts.append(Part((label["label"] or label["label2"]) if label else "", words, lead))
    return True


def _as_more(block: Block, paragraph: Paragraph, *, lettered: bool) -> bool:
    """Whether a paragraph was taken as a part that begins as the first does, or is a point under the last."""
    passage, last = paragraph.passage, block.parts[-1] if block.parts else None
    if _NEW.match(passage.text):
        return False
    if not lettered and (last is None or _opening(block.parts[0].main) == _opening(passage)):
        block.parts.extend(Part("", piece) for piece in _siblings(passage))
        return True
    if last is None or not (paragraph.bullet or last.is_open):
        return False
    block.add(passage)
    return True


def _opening(passage: Passage) -> list[str]:
    """The first two words, by which parts without labels are known."""
    return [word.casefold() for word in passage.text.split()[:2]]


def _siblings(passage: Passage) -> Iterator[Passage]:
    """A paragraph cut where another sentence begins as it does itself: two resolutions that a line end does not part."""
    first = _opening(passage)
    starts = [s.start for s in split(passage.text) if [word.casefold() for word in s.text.split()[:2]] == first] or [0]
    for start, stop in zip(starts, [*starts[1:], len(passage.text)], strict=True):
        yield passage.cut(start, stop)
