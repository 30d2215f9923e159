"""An item goes in; out come the decisions told without a sentence: "Terms of reference - agreed", "That the report be noted", "Motion status: Carried"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from graph_builder.language.passages import Passage
from graph_builder.model import Basis
from graph_builder.paper import Item, Paragraph
from graph_builder.relations.decisions import outcomes, tallies, votes
from graph_builder.relations.decisions.decided import Decision, is_amendment
from graph_builder.relations.decisions.votes import Counts

# A matter and what became of it behind a dash; "approved" and "refused" stand so behind applications that somebody else decided.
_DASHED = re.compile(
    r"(?P<what>\S.{7,200}?)\s*(?:\s[-–—]|:)\s*(?P<verb>agreed|noted|deferred|accepted|adopted|received)(?P<more>\s+(?:to|until|unanimously|by\s+all)\b[^.;]{0,80})?\s*\.?",
    re.IGNORECASE,
)
_NO_MATTER = re.compile(
    r"\b(?:was|were|has|have|had|is|are|be|said|asked|planning|applications?|decisions?|appeals?|permission|apologies|present|absent"
    r"|none|all)\b|^(?:cllr|councillor|mr|mrs|ms|miss|dr)\b|\b\d{2,4}/\d{2,}|[.;?]\s",
    re.IGNORECASE,
)
_SHORT: Final = 300
_STATUS = re.compile(
    r"(?:motion|resolution|amendment|proposal|recommendation)\s+status\s*:\s*(?P<how>carried|lost|defeated|rejected|fell|withdrawn|passed|agreed)\.?",
    re.IGNORECASE,
)
# What was voted on, in the line before its status: "Motion to refuse the application on these grounds:".
_MOTION = re.compile(
    r"(?:(?:substantive|original|procedural|amended)\s+)?(?:motion|amendment|proposal|resolution|recommendation|that)\b.{8,}", re.IGNORECASE | re.DOTALL
)
_GLUED = re.compile(r"(?P<how>For|Against|Abstain(?:ed)?)\s*(?=[A-Z0-9]).*?(?P<n>\d{1,3})")
_RECORDED = re.compile(r"(?:recorded\s+vote\s+on|item\s*:)\s*(?:the\s+)?(?P<what>.{8,200}?)[\s:.]*", re.IGNORECASE)
# A resolution whose head the page has lost: "That the report be noted" behind running text, or behind the word "Minutes:".
_THAT = re.compile(
    r"(?:(?P<head>Minutes|Decisions?|Resolution)\s*:\s*)?(?:\(?[\da-h]{1,2}[.)]\s*)?That\b(?P<what>[^\n]{5,300}?\b(?:be|be\s+\w+ly)\s+"
    r"(?:noted|approved|agreed|adopted|received|deferred|endorsed|referred|accepted|authorised|appointed|elected|granted|refused|confirmed|amended|taken|requested|delegated|prepared)\b.*)",
    re.DOTALL,
)
_RUNNING = re.compile(r"[.?!][\"')\]]*$|^(?:Minutes|Decisions?|Resolution)\s*:?$|\bcarried\W*$", re.IGNORECASE)
# That minutes be approved, under a title or the purpose of the item, is resolved, whatever the page has lost.
_MINUTES = re.compile(r"That,?\s+(?:subject\s+to\s+[^.]{3,120},\s+)?the\s+(?:\w+\s+){0,2}minutes\b[^.]{5,250}\b(?:approved|confirmed|agreed)\b", re.IGNORECASE)
_PURPOSE = re.compile(r"To\s+(?:approve|confirm|agree|receive|sign)\b")
_LABELLED = re.compile(r"\(?(?:[a-h]|\d{1,2}|[ivx]{1,4})[.)]\s", re.IGNORECASE)
_ADVICE = re.compile(r"\brecommend\w*\b|\bmotion\b|\bmoved\b|\bpropos\w+|\bamend\w*", re.IGNORECASE)


def in_title(item: Item) -> Iterator[Decision]:
    """What the title of an item says became of its matter: "Confirmation of the minutes - Agreed"."""
    yield from _dashed(item.title) if item.position >= 0 else ()


def find(item: Item, index: int) -> Iterator[Decision]:
    """The decision that a paragraph of an item is in short."""
    passage = item.paragraphs[index].passage
    if status := _STATUS.fullmatch(passage.text):
        yield from _with_status(item, index, status)
        return
    bare = list(_dashed(passage)) if len(passage.text) < _SHORT and "apolog" not in item.title.text.casefold() else []
    yield from bare
    that = _THAT.fullmatch(passage.text)
    if not bare and that and _is_headless(item.paragraphs, index, headed=bool(that["head"])):
        words = that["what"].strip(" .;,")
        yield Decision(f"That {words}", outcomes.outcome(words, "resolved"), (passage.span(),), "resolution-without-head", basis=Basis.DERIVED)


def _dashed(passage: Passage) -> Iterator[Decision]:
    match = _DASHED.fullmatch(passage.text)
    if match and not _NO_MATTER.search(match["what"]):
        words = passage.text.strip(" .") if match["more"] else match["what"]
        yield Decision(words, outcomes.outcome("", match["verb"]), (passage.span(),), "matter-and-verb")


def _with_status(item: Item, index: int, status: re.Match[str]) -> Iterator[Decision]:
    """The decision whose vote a page records: what it was on stands in a line before, or is the item's title."""
    above = [paragraph.passage for paragraph in reversed(item.paragraphs[:index])]
    moved = _MOTION.fullmatch(above[0].text) if above and not _STATUS.fullmatch(above[0].text) else None
    found = next(((words, match) for words in above if (match := _RECORDED.fullmatch(words.text))), None)
    words = above[0] if moved else found[0].cut(*found[1].span("what")) if found else item.title
    if not moved and any(_STATUS.fullmatch(earlier.text) for earlier in above):
        return  # of the second of two motions the title does not say what it was
    spans = (words.span(), item.paragraphs[index].passage.span())
    counts = tallies.in_rows(item.paragraphs[index + 1 :]) or _in_lines(item.paragraphs[index + 1 :])
    text = words.text.rstrip(" .:")
    yield Decision(text, outcomes.outcome("", status["how"]), spans, "recorded-status", counts=counts, amendment=is_amendment(text[:40]))


def _in_lines(below: Sequence[Paragraph]) -> Counts | None:
    """The numbers behind the names of those who voted, in lines from which the page has lost the columns: "AgainstA Bell and R Dunn2"."""
    printed: dict[str, str] = {}
    for paragraph in below:
        if _STATUS.fullmatch(paragraph.passage.text):
            break
        for line in [line.passage.text for line in paragraph.lines] or [paragraph.passage.text]:
            if told := _GLUED.fullmatch(line):
                printed.setdefault(told["how"], told["n"])
    return votes.counts(", ".join(f"{how}: {number}" for how, number in printed.items()))


def _is_headless(paragraphs: Sequence[Paragraph], index: int, *, headed: bool) -> bool:
    """Whether a paragraph that begins "That" is a resolution: behind running text or another one, and never what was recommended or moved."""
    if headed:
        return True
    while index > 1 and _LABELLED.match(paragraphs[index].passage.text) and _LABELLED.match(paragraphs[index - 1].passage.text):
        index -= 1  # a point of a list is a resolution where what leads to the list says so
    before = paragraphs[index - 1].passage.text if index else ""
    if _MINUTES.match(paragraphs[index].passage.text) and (not before or _PURPOSE.match(before)):
        return True
    if _THAT.fullmatch(before):
        return _is_headless(paragraphs, index - 1, headed=bool(re.match(r"(?:Minutes|Decisions?|Resolution)\s*:", before)))
    last = re.split(r"(?<=[.?!])\s", before)[-1]
    carried = re.search(r"\b(?:put\s+to\s+the\s+vote|declared)\b.*\bcarried\W*$", before, re.IGNORECASE)
    return bool(carried or (_RUNNING.search(before) and not _ADVICE.search(last)))
