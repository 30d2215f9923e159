"""Who recommends what to whom, or requests it: in sentences, in decisions, and in what a report asks of the meeting; with the answer where a paper tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from graph_builder import vocabulary as v
from graph_builder.language.passages import Passage
from graph_builder.language.sentences import split
from graph_builder.model import Id, Span
from graph_builder.paper import Item, Paragraph
from graph_builder.relations import advice
from graph_builder.relations.advice import FILE, Advice, bare, clean
from graph_builder.relations.context import Context
from graph_builder.relations.doers import Doers
from graph_builder.relations.forms import form
from graph_builder.relations.sections import Keys, sections

_NUMBERED = re.compile(r"^\s*\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]\s+|^\s*\d{1,2}\.\d{1,2}\.?\s+", re.IGNORECASE)
_LEFT_OPEN = re.compile(r"(?:[:–-]|\b(?:that|to|and))\s*$", re.IGNORECASE)
_MARK = re.compile(r"[\s:–-]+$")


class Found(NamedTuple):
    """A recommendation with its words, and the paragraphs that are its parts."""

    advice: Advice
    spans: tuple[Span, ...]
    parts: tuple[int, ...] = ()


def say(context: Context) -> None:
    """Note each recommendation and request of the paper."""
    doers = Doers.of(context)
    keys = Keys(context, "recommendation")
    for item, paragraphs in sections(context):
        taken: set[int] = set()
        for index in range(len(paragraphs)):
            for found in _at(context, paragraphs, index, doers) if index not in taken else ():
                taken.update(found.parts)
                if found.advice.text:
                    _note(context, doers, found, item=item, key=keys.id(item, f"{found.advice.by} {found.advice.text}"))


def _note(context: Context, doers: Doers, found: Found, *, item: Item | None, key: Id) -> None:
    told = found.advice
    node = context.notes.node(key, v.RECOMMENDATION, found.spans, rule=told.rule)
    makers = doers.ids(told.by) if told.by else (context.body_id,) if told.own else ()
    for link, ids in ((v.MADE_BY, makers), (v.ADDRESSED_TO, doers.ids(told.to) if told.to else ())):
        for who in ids:
            node.link(link, who)
    node.text(v.MADE_BY_PRINTED, bare(told.by))
    node.text(v.ADDRESSEE_PRINTED, bare(told.to))
    node.text(v.TEXT, told.text)
    node.text(v.STATUS, told.status)
    node.text(v.RESPONSE, told.response)
    node.link(v.ABOUT_ITEM, context.item_id(item))
    node.link(v.AT_MEETING, context.meeting_id)


def _at(context: Context, paragraphs: Sequence[Paragraph], index: int, doers: Doers) -> Iterator[Found]:
    """What begins in one paragraph, and which paragraphs after it are its parts."""
    paragraph = paragraphs[index]
    passage = paragraph.passage
    head = form(FILE, "recommended").match(passage.text)
    if head or form(FILE, "heading").match(passage.text):
        yield from _under(paragraphs, index, head)
        return
    for cell in [cell for cell in paragraph.cells if cell.text] or [passage]:
        for sentence in split(cell.text):
            asked = list(_asked(context, sentence.text, doers))
            found = asked or [*_titled(sentence.text), *advice.find(cell.text, doers, start=sentence.start, end=sentence.end)]
            last = cell is passage and sentence.end >= len(passage.text.rstrip()) - 1
            parts = _parts(paragraphs, index + 1, headed=False) if found and last and _LEFT_OPEN.search(passage.text) else []
            for one in found:
                yield from _with_parts(one, cell.span(sentence.start, sentence.end), paragraphs, parts)


def _under(paragraphs: Sequence[Paragraph], index: int, head: re.Match[str] | None) -> Iterator[Found]:
    """The points under a heading "Recommendations", or under RECOMMENDED."""
    parts = _parts(paragraphs, index + 1, headed=True)
    to = (head["to"] or "").strip() if head else ""
    rule = "recommended-head" if head else "recommendations-heading"
    for number in parts:
        part = _unnumbered(paragraphs[number].passage)
        yield Found(Advice("", to, clean(part.text), rule, own=bool(head)), (part.span(),), tuple(parts))


def _titled(sentence: str) -> Iterator[Advice]:
    """What stands behind "Recommendation:" or "Recommendation 3 -"."""
    match = form(FILE, "titled").match(sentence)
    if match and len(match["text"].split()) > 2:
        yield Advice("", "", clean(match["text"]), "recommendations-heading")


def _asked(context: Context, sentence: str, doers: Doers) -> Iterator[Advice]:
    """What a report asks its readers to do: "The Panel is asked to note", in a report also "The Panel should consider"."""
    for match in form(FILE, "report-asks").finditer(sentence):
        who = match["who"].strip() if doers.means(match["who"]) else match["who"].split(",")[-1].strip()
        if doers.means(who):
            yield Advice("", bare(who), clean(match["text"]), "report-asks")
            return
    should = form(FILE, "report-should").match(sentence) if context.paper.header.kind != "minutes" else None
    if should and context.body_id in doers.ids(should["who"]):
        yield Advice("", bare(should["who"]), clean(should["text"]), "report-asks")


def _with_parts(one: Advice, span: Span, paragraphs: Sequence[Paragraph], parts: list[int]) -> Iterator[Found]:
    """A recommendation, or those of the list that it opens: "is asked to determine:" and then the points."""
    lead = _MARK.sub("", one.text)
    opening = _MARK.sub("", paragraphs[parts[0] - 1].passage.text) if parts else ""
    # a list behind words that are whole tells what they speak of, not what else is asked
    if len(lead.split()) > 4 and not _LEFT_OPEN.search(opening):
        parts = []
    joined = bool(re.search(r"\band$", opening))
    if not parts or (joined and len(lead.split()) > 1):
        yield Found(replace(one, text=re.sub(r"\s+and$", "", lead)), (span,), tuple(parts))
    for number in parts:
        point = _unnumbered(paragraphs[number].passage)
        alone = joined or (one.rule != "report-asks" and len(lead.split()) < 3)
        text = clean(point.text) if alone else f"{lead} {clean(point.text)}".strip()
        yield Found(replace(one, text=text), (span, point.span()), tuple(parts))


def _parts(paragraphs: Sequence[Paragraph], index: int, *, headed: bool) -> list[int]:
    """The paragraphs that are points of a list from an index on; under a heading one plain paragraph will do."""
    found: list[int] = []
    for number in range(index, len(paragraphs)):
        paragraph = paragraphs[number]
        marked = paragraph.bullet or bool(_NUMBERED.match(paragraph.passage.text))
        alone = headed and not found and not marked and len(paragraph.passage.text.split()) > 3
        other_mark = bool(found) and paragraphs[found[0]].bullet and not paragraph.bullet
        if paragraph.cells or other_mark or not (marked or alone):
            break
        found.append(number)
        if alone:
            break
    return found


def _unnumbered(passage: Passage) -> Passage:
    label = _NUMBERED.match(passage.text)
    return passage.cut(label.end()) if label else passage
