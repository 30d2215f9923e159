"""Who recommends what to whom, or requests it: in decisions, sentences, tables and lists; with the answer where a paper tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph_builder.language.sentences import split
from graph_builder.model import Span
from graph_builder.paper import Item, Paragraph
from graph_builder.relations.context import Context
from graph_builder.relations.decisions.block_heads import asks_what_was_decided
from graph_builder.relations.doers import Doers
from graph_builder.relations.forms import form
from graph_builder.relations.recommendations import advice, advice_lists, recommended, replies, response_places
from graph_builder.relations.recommendations.advice import FILE
from graph_builder.relations.recommendations.advice_notes import REPORTS, Writer
from graph_builder.relations.recommendations.advice_parts import Found, number_of, parts, unnumbered
from graph_builder.relations.recommendations.advice_words import Advice, bare, clean
from graph_builder.relations.recommendations.recommended import Recommended
from graph_builder.relations.sections import sections

_LEFT_OPEN = re.compile(r"(?:[:–-]|\b(?:that|to|and|by))\s*$", re.IGNORECASE)
# Words that lead to what a page has cut away.
_OPEN = re.compile(
    r"\b(?:to|that)$|^(?:\w+\s+)?the\s+following(?:\s+\w+)?\s+recommendations?$"
    r"|^(?:(?:that|the)\s+)*following\s+(?:\w+\s+){0,3}(?:candidates?|members?|councillors?|persons?|people|matters?|items?|points?)(?:\s+\w+){0,4}$"
)
# What agendas print for all meetings: "Members are requested to identify the item in which they have an interest".
_NOTICE = re.compile(
    r"^(?:identify|declare|disclose|state|indicate|notify)\b.*\b(?:interests?|apologies)\b|\bmobile\s+(?:tele)?phones?\b|\bbe\s+(?:taken|considered|heard)\s+in\s+private\b",
    re.IGNORECASE,
)
_MARK = re.compile(r"[\s:–-]+$")


def say(context: Context) -> None:
    """Note each recommendation and request of the paper, and how those of the same paper were answered."""
    doers = Doers.of(context)
    writer = Writer.of(context, doers)
    decided = recommended.find(context, doers)
    author = response_places.author(context)
    for item, paragraphs in sections(context):
        told = [Found(one.advice, one.spans) for one in decided if one.item is item]
        told += _of_item(context, item, paragraphs, doers=doers, decided=decided)
        told = [_signed(one, author) for one in told]
        told = response_places.answered(context, item, paragraphs, told)
        for found in replies.answered(told, paragraphs, doers):
            if found.advice.text and not _OPEN.search(found.advice.text) and not _NOTICE.search(found.advice.text):
                writer.note(found, item)


def _of_item(context: Context, item: Item | None, paragraphs: Sequence[Paragraph], *, doers: Doers, decided: Sequence[Recommended]) -> Iterator[Found]:
    """What the tables, lists and sentences of an item recommend, but for what its decisions recommend."""
    tables = advice_lists.tabled(paragraphs, doers, maker_of=response_places.maker_of(context, item, paragraphs))
    taken: set[int] = set(tables)
    for rows in tables.values():
        yield from rows
    titled = item is not None and form(FILE, "heading").match(item.title.text)
    for found in _under(paragraphs, 0, None, doers, alone=False) if titled else ():
        taken.update(found.parts)
        yield from _apart(found, decided)
    body = context.paper.header.body.value if context.paper.header.body else ""
    for index in range(len(paragraphs)):
        if index in taken or asks_what_was_decided(paragraphs, index - 1, body):
            continue
        for found in advice_lists.announced(paragraphs, index, doers) or _at(context, paragraphs, index, doers):
            taken.update(found.parts)
            yield from _apart(found, decided)


def _apart(found: Found, decided: Sequence[Recommended]) -> Iterator[Found]:
    """A recommendation, unless it was read from a decision; one within a decision is the meeting's own where nobody else makes it."""
    covering = [one for one in decided if any(a.start < b.end and b.start < a.end for a in one.spans for b in found.spans)]
    if any(one.advice.text in found.advice.text or found.advice.text in one.advice.text for one in covering):
        return
    own = bool(covering) and not found.advice.by
    yield found._replace(advice=replace(found.advice, own=True)) if own else found


def _signed(found: Found, author: str) -> Found:
    """A recommendation of a report with its author as its maker, where nobody else is."""
    reports = found.advice.rule in REPORTS
    if not (author and reports and not found.advice.own and found.advice.by in {"", "report"}):
        return found
    return found._replace(advice=replace(found.advice, by=author))


def _at(context: Context, paragraphs: Sequence[Paragraph], index: int, doers: Doers) -> Iterator[Found]:
    """What begins in one paragraph, and which paragraphs after it are its parts."""
    paragraph = paragraphs[index]
    passage = paragraph.passage
    head = form(FILE, "recommended").match(passage.text)
    if head or form(FILE, "heading").match(passage.text):
        yield from _under(paragraphs, index + 1, head, doers)
        return
    for cell in [cell for cell in paragraph.cells if cell.text] or [passage]:
        for sentence in split(cell.text):
            asked = list(_asked(context, sentence.text, doers))
            found = asked or list(_titled(sentence.text, doers)) or advice.find(cell.text, doers, start=sentence.start, end=sentence.end)
            last = cell is passage and sentence.end >= len(passage.text.rstrip()) - 1
            opens = _LEFT_OPEN.search(passage.text) and (passage.text.rstrip().endswith(":") or not (paragraph.bullet or number_of(passage)))
            points = parts(paragraphs, index + 1, headed=False) if found and last and opens else []
            for one in found:
                # the address of a planning comment may begin before its sentence
                begins = 0 if one.rule == "planning-comment" and one.text[:20] not in " ".join(sentence.text.split()) else sentence.start
                yield from _with_parts(one, cell.span(begins, sentence.end), paragraphs, points)


def _under(paragraphs: Sequence[Paragraph], first: int, head: re.Match[str] | None, doers: Doers, *, alone: bool = True) -> Iterator[Found]:
    """The points under a heading "Recommendations", or under RECOMMENDED, from an index on; one plain paragraph will do where `alone`."""
    lead = form(FILE, "leads-list").match(paragraphs[first].passage.text) if first < len(paragraphs) else None
    points = parts(paragraphs, first + 1, headed=False) if lead else []
    to = (head["to"] or "").strip() if head else bare(_led(lead, doers)) if lead and points else ""
    taken = (first, *points) if points else ()
    points = points or parts(paragraphs, first, headed=alone)
    rule = "recommended-head" if head else "recommendations-heading"
    for number in points:
        passage = paragraphs[number].passage
        if form(FILE, "titled").match(passage.text):
            continue  # "Recommendation 1: ..." stands for itself
        text = clean(unnumbered(passage).text)
        if len(text.split()) < 7 and not form(FILE, "tells-deed").search(unnumbered(passage).text):
            continue  # "(a) the Standards Committee" is a part of what is recommended
        told = Advice("", to or bare(advice.subject(text, doers)), text, rule, own=bool(head), number=number_of(passage))
        yield Found(told, (passage.span(),), taken or tuple(points))


def _led(lead: re.Match[str], doers: Doers) -> str:
    """Whoever a line before the points of a list is said to: "The Executive is asked to:", "That Cabinet:"."""
    words = lead["to"] or lead["who"] or ""
    return words if words and doers.means(words) else ""


def _titled(sentence: str, doers: Doers) -> Iterator[Advice]:
    """What stands behind "Recommendation:", "Recommendation 3 -", "The recommendation was that"."""
    match = form(FILE, "titled").match(sentence)
    if match and len(match["text"].split()) > 2:
        text = clean(match["text"])
        yield Advice((match["by"] or "").strip(), bare(advice.subject(text, doers)), text, "recommendations-heading", number=match["number"] or "")


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


def _with_parts(one: Advice, span: Span, paragraphs: Sequence[Paragraph], points: list[int]) -> Iterator[Found]:
    """A recommendation, or those of the list that it opens: "is asked to determine:" and then the points."""
    lead = _MARK.sub("", one.text)
    opening = _MARK.sub("", paragraphs[points[0] - 1].passage.text) if points else ""
    # a list behind words that are whole tells what they speak of, not what else is asked
    if len(lead.split()) > 4 and not _LEFT_OPEN.search(opening):
        points = []
    joined = bool(re.search(r"\band$", opening))
    if not points or (joined and len(lead.split()) > 1):
        yield Found(replace(one, text=re.sub(r"\s+and$", "", lead)), (span,), tuple(points))
    for number in points:
        point = unnumbered(paragraphs[number].passage)
        alone = joined or (one.rule != "report-asks" and len(lead.split()) < 3)
        text = clean(point.text) if alone else f"{lead} {clean(point.text)}".strip()
        yield Found(replace(one, text=text), (span, point.span()), tuple(points))
