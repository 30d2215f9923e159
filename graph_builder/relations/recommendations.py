"""Who recommends what to whom, or requests it: in sentences, in decisions, and in what a report asks of the meeting; with the answer where a paper tells it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from graph_builder import lexicon
from graph_builder import vocabulary as v
from graph_builder.language.passages import Passage
from graph_builder.language.sentences import split
from graph_builder.model import Id, Span
from graph_builder.paper import Item, Paragraph
from graph_builder.relations import advice
from graph_builder.relations.advice import Advice
from graph_builder.relations.context import Context
from graph_builder.relations.doers import Doers

_HEADING = re.compile(
    r"^\W*(?:\d+(?:\.\d+)*\.?\s*)?(?:(?:key|main|draft|officer|proposed|summary\s+of|"
    r"the)\s+)?recommendations?(?:\s+\([^)]*\))?(?:\s+for\s+(?:approval|decision))?\s*:?\s*$",
    re.IGNORECASE,
)
_RECOMMENDED = re.compile(r"^\W*(?:It\s+was\s+)?RECOMMENDED(?:\s+to\s+(?P<to>[^.;:,–]+?))?\s*(?:that|THAT)?\s*[:–-]*\s*$")
_HEADED = re.compile(r"^\W*(?:\d+(?:\.\d+)*\.?\s*)?recommendations?\s*(?:\d+)?\s*[:–-]\s*(?P<text>\S.*)$", re.IGNORECASE | re.DOTALL)
_NUMBERED = re.compile(r"^\s*\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]\s+|^\s*\d{1,2}\.\d{1,2}\.?\s+", re.IGNORECASE)
_LEFT_OPEN = re.compile(r"(?:[:–-]|\b(?:that|to|and))\s*$", re.IGNORECASE)

Found = tuple[Advice, tuple[Span, ...]]


def say(context: Context) -> None:
    """Note each recommendation and request of the paper."""
    doers = Doers.of(context)
    for item, paragraphs in _sections(context):
        taken: set[int] = set()
        seen: Counter[str] = Counter()
        for index in range(len(paragraphs)):
            if index in taken:
                continue
            for found, spans, used in _at(context, paragraphs, index, doers):
                taken |= used
                words = f"{found.by} {found.text}"[:100]
                key = context.notes.id("recommendation", item.key if item else "paper", words)
                seen[key] += 1
                _note(context, doers, found, spans=spans, item=item, key=key if seen[key] == 1 else f"{key}/{seen[key]}")


def _sections(context: Context) -> Iterator[tuple[Item | None, Sequence[Paragraph]]]:
    yield None, context.paper.preamble
    for item in context.paper.items:
        yield item, item.paragraphs


def _at(context: Context, paragraphs: Sequence[Paragraph], index: int, doers: Doers) -> Iterator[tuple[Advice, tuple[Span, ...], set[int]]]:
    """What begins in one paragraph, and which paragraphs after it are its parts."""
    paragraph = paragraphs[index]
    passage = paragraph.passage
    recommended = _RECOMMENDED.match(passage.text)
    if recommended or _HEADING.match(passage.text):
        parts = _parts(paragraphs, index + 1, numbered=True)
        to = (recommended["to"] or "").strip() if recommended else ""
        rule = "recommended-head" if recommended else "recommendations-heading"
        for number in parts:
            part = _unnumbered(paragraphs[number].passage)
            yield Advice("", to, advice.clean(part.text), 0, 0, rule, own=bool(recommended)), (part.span(),), set(parts)
        return
    for cell in [cell for cell in paragraph.cells if cell.text] or [passage]:
        for sentence in split(cell.text):
            span = cell.span(sentence.start, sentence.end)
            asked = list(_asked(context, sentence.text, doers))
            found = asked or list((*_titled(sentence.text), *advice.find(cell.text, doers, start=sentence.start, end=sentence.end)))
            parts = (
                _parts(paragraphs, index + 1, numbered=False)
                if found and cell is passage and _LEFT_OPEN.search(passage.text) and sentence.end >= len(passage.text.rstrip()) - 1
                else []
            )
            for one in found:
                yield from _with_parts(one, span, paragraphs, parts)


def _titled(sentence: str) -> Iterator[Advice]:
    """ "Recommendation: that the report be noted", "Recommendation 3 - Review the policy"."""
    match = _HEADED.match(sentence)
    if match and len(match["text"].split()) > 2:
        yield Advice("", "", advice.clean(re.sub(r"^that\s+", "", match["text"])), 0, len(sentence), "recommendations-heading")


def _asked(context: Context, sentence: str, doers: Doers) -> Iterator[Advice]:
    """What a report asks its readers to do: "The Panel is asked to note", in a report also "The Panel should consider"."""
    for match in _asked_form().finditer(sentence):
        who = match["who"].split(",")[-1].strip() if not doers.means(match["who"]) else match["who"].strip()
        if doers.means(who):
            yield Advice("", advice.bare(who), advice.clean(match["text"]), match.start(), len(sentence), "report-asks")
            return
    match = _should_form().match(sentence) if context.paper.header.kind != "minutes" else None
    if match and context.body_id in doers.ids(match["who"]):
        yield Advice("", advice.bare(match["who"]), advice.clean(match["text"]), match.start(), len(sentence), "report-asks")


def _with_parts(one: Advice, span: Span, paragraphs: Sequence[Paragraph], parts: list[int]) -> Iterator[tuple[Advice, tuple[Span, ...], set[int]]]:
    """A recommendation, or those of the list that it opens: "is asked to determine:" and then the points."""
    lead = re.sub(r"[\s:–-]+$", "", one.text)
    # a list behind words that are whole tells what they speak of, not what else is asked
    if parts and len(lead.split()) > 4 and not _LEFT_OPEN.search(re.sub(r"[\s:–-]+$", "", paragraphs[parts[0] - 1].passage.text)):
        parts = []
    joined = re.search(r"\s+and$", lead) or (paragraphs and re.search(r"\band\s*:?\s*$", paragraphs[parts[0] - 1].passage.text if parts else ""))
    if not parts or (joined and len(lead.split()) > 1):
        yield replace(one, text=re.sub(r"\s+and$", "", lead)), (span,), set(parts)
    for number in parts:
        point = _unnumbered(paragraphs[number].passage)
        words = advice.clean(point.text)
        text = words if joined or (one.rule != "report-asks" and len(lead.split()) < 3) else f"{lead} {words}"
        yield replace(one, text=text), (span, point.span()), set(parts)


def _parts(paragraphs: Sequence[Paragraph], index: int, *, numbered: bool) -> list[int]:
    """The paragraphs that are points of a list from an index on."""
    found: list[int] = []
    for number in range(index, len(paragraphs)):
        paragraph = paragraphs[number]
        if found and paragraphs[found[0]].bullet and not paragraph.bullet:
            break
        first = not found and len(paragraph.passage.text.split()) > 3 and numbered
        if paragraph.cells or not (paragraph.bullet or _NUMBERED.match(paragraph.passage.text) or first):
            break
        found.append(number)
        if first and not paragraph.bullet and not _NUMBERED.match(paragraph.passage.text):
            break
    return found


def _unnumbered(passage: Passage) -> Passage:
    label = _NUMBERED.match(passage.text)
    return passage.cut(label.end()) if label else passage


def _note(context: Context, doers: Doers, found: Advice, *, spans: tuple[Span, ...], item: Item | None, key: Id) -> None:
    if not found.text:
        return
    node = context.notes.node(key, v.RECOMMENDATION, spans, rule=found.rule)
    makers = doers.ids(found.by) if found.by else (context.body_id,) if found.own else ()
    for link, ids in ((v.MADE_BY, makers), (v.ADDRESSED_TO, doers.ids(found.to) if found.to else ())):
        for who in ids:
            node.link(link, who)
    node.text(v.MADE_BY_PRINTED, advice.bare(found.by))
    node.text(v.ADDRESSEE_PRINTED, advice.bare(found.to))
    node.text(v.TEXT, found.text)
    node.text(v.STATUS, found.status)
    node.text(v.RESPONSE, found.response)
    node.link(v.ABOUT_ITEM, context.item_id(item))
    node.link(v.AT_MEETING, context.meeting_id)


@cache
def _verbs() -> str:
    return "|".join(lexicon.words("recommendations", "asked_to"))


@cache
def _asked_form() -> re.Pattern[str]:
    who = r"(?P<who>(?:the\s+)?(?:(?!\b(?:is|are|was|were|that|which)\b)[^.;:]){2,90}?)"
    return re.compile(
        rf"(?:^|(?<=[.,]\s)|(?<=\d\s)){who}\s+(?:is|are)\s+(?:therefore\s+|also\s+)?(?:asked|recommended|requested|"
        rf"invited|RECOMMENDED)\s+to\s*:?\s*(?P<text>(?:{_verbs()})\b.*|$)",
        re.IGNORECASE | re.DOTALL,
    )


@cache
def _should_form() -> re.Pattern[str]:
    return re.compile(rf"^\W*(?:\d+\.\s*)?(?P<who>(?:the\s+)?[\w\s'&]{{3,80}}?)\s+should\s+(?P<text>(?:{_verbs()})\b.*)$", re.IGNORECASE | re.DOTALL)
