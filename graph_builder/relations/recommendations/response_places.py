"""The recommendations of an item go in; out they come with the answers that its sentences give, and with what answers recommendations of other papers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph_builder import vocabulary as v
from graph_builder.language.sentences import split
from graph_builder.model import Id, Literal, Span, Statement
from graph_builder.paper import Item, Paragraph
from graph_builder.relations.context import Context
from graph_builder.relations.forms import form
from graph_builder.relations.recommendations import answers
from graph_builder.relations.recommendations.advice import FILE
from graph_builder.relations.recommendations.advice_parts import Found
from graph_builder.relations.recommendations.advice_words import Advice, clean
from graph_builder.relations.recommendations.answers import Answer

_LABEL = re.compile(r"^\W*(?:\w{1,3}[.)]\s+)?")
_AUTHOR_LINES = 12
"""How many paragraphs from the top the author of a report may be named in."""


def author(context: Context) -> str:
    """Who wrote the report that a paper is: "Report of the Parking Task and Finish Group"; empty where it says nothing or is no report."""
    if context.paper.header.kind != "report":
        return ""
    for paragraph in context.paper.preamble[:_AUTHOR_LINES]:
        match = form(FILE, "report-of").match(paragraph.passage.text)
        if match:
            words = match["who"].strip(" .")
            start = match.start("who")
            if form(FILE, "group").search(words):
                context.bodies.seen(words, paragraph.passage.span(start, start + len(match["who"])))
            return words
    return ""


def inspectors(context: Context) -> list[tuple[Id, tuple[Span, ...]]]:
    """Whose report an inspectorate's own paper is, with the words that name them; nobody for all other papers."""
    return [(s.object, s.evidence) for s in own_inspection(context, v.INSPECTOR) if not isinstance(s.object, Literal)]


def inspected(context: Context) -> tuple[Id, ...]:
    """Whom an inspectorate's own report is about, where it is one alone."""
    found = {s.object for s in own_inspection(context, v.INSPECTED) if not isinstance(s.object, Literal)}
    return tuple(found) if len(found) == 1 else ()


def own_inspection(context: Context, predicate: Id) -> Iterator[Statement]:
    """What a paper says of the inspection whose report it is."""
    return (s for s in context.notes.statements if s.predicate == predicate and s.rule == "inspection-report")


def maker_of(context: Context, item: Item | None, paragraphs: Sequence[Paragraph]) -> str:
    """Whose recommendations the tables of an item hold, as its title or its paragraphs say; empty where they name nobody or several."""
    texts = [item.title.text if item is not None else "", *(p.passage.text for p in paragraphs if not p.cells)]
    named = {_whole(match["who"], context, item) for text in texts for match in form(FILE, "work-of-group").finditer(text)}
    return named.pop() if len(named) == 1 else ""


def _whole(words: str, context: Context, item: Item | None) -> str:
    """The full name of the group that "the Task and Finish Group" stands for in an item; the words where no other name ends with them."""
    words = " ".join(words.split())
    tail = words.casefold()
    named = {mention.name for mention in context.mentions.bodies if mention.item is item and mention.name.casefold().endswith(f" {tail}")}
    texts = [item.title.text, *(p.passage.text for p in item.paragraphs)] if item is not None else []
    named |= {name for text in texts for match in form(FILE, "work-of-group").finditer(text) if (name := match["who"]).casefold().endswith(f" {tail}")}
    longest = max(named, key=len, default=words)
    return longest if all(longest.casefold().endswith(name.casefold()) for name in named) else words


def answered(context: Context, item: Item | None, paragraphs: Sequence[Paragraph], told: Sequence[Found]) -> list[Found]:
    """The recommendations of an item with their answers, and those of other papers that its sentences answer by number."""
    found = list(told)
    for paragraph in paragraphs:
        if paragraph.cells:
            continue
        for sentence in split(paragraph.passage.text):
            span = paragraph.passage.span(sentence.start, sentence.end)
            for answer in answers.find(sentence.text):
                group = _whole(answer.of, context, item) if answer.of else maker_of(context, item, paragraphs)
                found = _with_answer(found, answer, span, words=clean(_LABEL.sub("", sentence.text)), group=group)
    return found


def _with_answer(found: list[Found], answer: Answer, span: Span, *, words: str, group: str) -> list[Found]:
    """The recommendations once an answer is known: given to those that it names, else kept as an answer to another paper's."""
    places = _places(found, answer, span)
    if places:
        for place in places:
            told = replace(found[place].advice, status=answer.status, response=words)
            found[place] = found[place]._replace(advice=told, answer=span)
        return [one for one in found if one in (found[place] for place in places) or not _tells_answer(one, span)]
    if not answer.numbers:
        return found
    rest = [one for one in found if not _tells_answer(one, span)]
    return rest + list(_stubs(answer, group, words, span))


def _stubs(answer: Answer, group: str, words: str, span: Span) -> Iterator[Found]:
    # without whose they are, their numbers find none
    number = ", ".join(answer.numbers) if group else ""
    yield Found(Advice(group, "", words, "recommendation-answered", status=answer.status, response=words, number=number), (span,))


def _tells_answer(one: Found, span: Span) -> bool:
    """Whether a recommendation is no more than the sentence that answers some, without their numbers."""
    return one.advice.rule == "recommendation-answered" and not one.advice.number and any(own.start < span.end and span.start < own.end for own in one.spans)


def _places(found: Sequence[Found], answer: Answer, span: Span) -> list[int]:
    """Which of the recommendations before a sentence it answers: by number, by order, or the last."""
    before = [place for place, one in enumerate(found) if max(own.end for own in one.spans) <= span.start and not _tells_answer(one, span)]
    before.sort(key=lambda place: found[place].spans[-1].start)
    if not answer.numbers:
        return before[-1:]
    listed = [place for place in before if found[place].advice.number]
    return [place for place in listed if found[place].advice.number in answer.numbers]
