"""An inspectorate's own paper goes in; out go its inspection, those before it that it names, who led, and what has to improve."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from graph_builder import vocabulary as v
from graph_builder.language.bodies import council_regex
from graph_builder.language.dates import Found
from graph_builder.language.passages import Passage, lines
from graph_builder.model import Basis, Id, Literal, Span
from graph_builder.relations.context import Context
from graph_builder.relations.inspections import inspection_findings, inspection_reports
from graph_builder.relations.inspections.inspection_words import inspectors, kinds
from graph_builder.relations.inspections.tellings import Telling, find
from graph_builder.relations.running_text import sentences

RULE: Final = "inspection-report"
_BROKEN: Final = 1.5
"""So many lines for each paragraph tell that the lines are paragraphs, set without white space between them."""
_BEFORE: Final = re.compile(r"\b(?:last|previous|earlier|first|second|third|fourth|fifth|sixth|full|most\s+recent)\s+(?:[\w'-]+\s+){0,3}$", re.IGNORECASE)
_EARLIER: Final = frozenset(("monitoring", "focused", "inspection", "ilacs", "revisit", "send"))
_OF_AUTHORITIES: Final = re.compile(r"\bchildren's\s+(?:social\s+care\s+)?services\b|\blocal\s+authority\b|\bchildren\s+in\s+need\s+of\s+help\b", re.IGNORECASE)
_THE_COUNCIL: Final = re.compile(r"\bthe\s+(?:council|local\s+authority)(?!'s\s+designated)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Whom:
    """Whom an inspection was of, with the words that say it."""

    id: Id
    span: Span


def say(context: Context) -> bool:
    """Note the inspection whose report or letter the paper is; whether it is one."""
    if context.meeting_id is not None and not _of_no_meeting(context):
        return False
    own = inspection_reports.read([passage for passage, _ in context.passages()], _lines(context))
    if own is not None:
        _note(context, own)
    return own is not None


def _of_no_meeting(context: Context) -> bool:
    """Whether a paper that is said to be minutes tells nothing of a meeting: nobody is present, and what was taken for a body is an inspection's title."""
    body = context.paper.header.body
    if body is None or not body.evidence:
        return not context.paper.entries
    no_body = kinds(body.value) or inspectors(body.value) or council_regex().fullmatch(body.value)
    return not context.paper.entries and bool(no_body)


def _lines(context: Context) -> list[Passage]:
    """The lines of a paper: what a label says stands on its own, whatever the lines around it."""
    return [line.passage for line in lines(context.paper.document)]


def _note(context: Context, own: inspection_reports.Report) -> None:
    """Say the inspection whose report the paper is, and those before it."""
    kind, title = own.kind
    names = " ".join(sorted(name for name, _ in own.inspectors))
    id_ = context.notes.id("inspection", names, kind.family, own.when[0].earliest.isoformat())
    spans = [*own.title[1], own.when[1], *(span for _, places in own.judgements for span in places)]
    notes = context.notes.node(id_, v.INSPECTION, spans, rule=RULE).notes
    notes.say(id_, v.INSPECTION_KIND, Literal(kind.kind), [title.span(kind.start, kind.end)], rule=RULE)
    notes.say(id_, v.ABOUT, Literal(own.title[0]), own.title[1], rule=RULE)
    for name, span in own.inspectors:
        notes.say(id_, v.INSPECTOR, context.bodies.seen(name, span), [span], rule=RULE)
    for text, places in own.judgements:
        notes.say(id_, v.JUDGEMENT, Literal(text), places, rule=RULE)
    if own.published:
        notes.say(id_, v.PUBLISHED, Literal(own.published[0].isoformat(), "xsd:date"), [own.published[1]], rule=RULE)
    whom = _whom(context, own)
    _held(context, id_, own.when, whom)
    _found(context, id_)
    previous = _labelled(context, own, whom)
    if previous:
        notes.say(id_, v.PREVIOUS_INSPECTION, previous, [own.previous[1]] if own.previous else [], rule=RULE)
    _earlier(context, own, whom)


def _labelled(context: Context, own: inspection_reports.Report, whom: _Whom | None) -> Id | None:
    """The inspection before, of which a label gives the date and no more: by whom it was the label does not say."""
    if own.previous is None:
        return None
    id_ = context.notes.id("inspection", "previous", own.previous[0].earliest.isoformat())
    context.notes.node(id_, v.INSPECTION, [own.previous[1]], rule=RULE).text(v.INSPECTION_KIND, "inspection")
    _held(context, id_, own.previous, whom)
    return id_


def _by_the_same(context: Context, id_: Id, own: inspection_reports.Report) -> None:
    for name, span in own.inspectors:
        context.notes.say(id_, v.INSPECTOR, context.bodies.seen(name, span), [span], rule="inspector-of-the-report", basis=Basis.DERIVED)


def _earlier(context: Context, own: inspection_reports.Report, whom: _Whom | None) -> None:
    """The visits and inspections before this one of which its text gives the date: "since the last monitoring visit in September 2021"."""
    known = [own.when[0], *([own.previous[0]] if own.previous else [])]
    for sentence, _ in sentences(context.paper):
        for telling in find(sentence.text, near=own.when[0].earliest) if _BEFORE_HINT.search(sentence.text) else ():
            when = telling.when
            if when is None or not _is_earlier(telling, sentence.text, own.when[0]) or any(_meet(when, other) for other in known):
                continue
            known.append(when)
            id_ = context.notes.id("inspection", telling.kind.family, when.earliest.isoformat())
            node = context.notes.node(id_, v.INSPECTION, [sentence.span()], rule=RULE)
            words = sentence.span(telling.kind.start, telling.kind.end)
            node.notes.say(id_, v.INSPECTION_KIND, Literal(telling.kind.kind), [words], rule=RULE)
            for judged in telling.judgements:
                node.notes.say(id_, v.JUDGEMENT, Literal(judged.printed), [sentence.span(judged.start, judged.end)], rule=RULE)
            _by_the_same(context, id_, own)
            _held(context, id_, (when, sentence.span(when.start, when.end)), whom)


_BEFORE_HINT: Final = re.compile(r"\b(?:visit|inspection)\b", re.IGNORECASE)


def _is_earlier(telling: Telling, text: str, own: Found) -> bool:
    """Whether a telling is of a visit or inspection before the paper's own, by those who wrote the paper."""
    when = telling.when
    if when is None or not (telling.happened and when.has_year) or telling.series or telling.kind.family not in _EARLIER:
        return False
    return when.latest < own.earliest and bool(_BEFORE.search(text[: telling.kind.start]))


def _meet(one: Found, other: Found) -> bool:
    return one.earliest <= other.latest and other.earliest <= one.latest


def _found(context: Context, id_: Id) -> None:
    """Say who led, who the partners are, what has to improve, and when the next inspection is due."""
    notes, passages = context.notes, [passage for passage, _ in context.passages()]
    own = _lines(context)
    for name, span in inspection_findings.leads(own):
        notes.say(id_, v.LEAD_INSPECTOR, Literal(name), [span], rule=RULE)
    for name, span in inspection_findings.partners(passages):
        notes.say(id_, v.PARTNER, context.bodies.seen(name, span), [span], rule=RULE)
    for finding in inspection_findings.findings(own if len(own) > _BROKEN * len(passages) else passages, context.paper.document.text):
        notes.say(id_, v.PRIORITY_ACTION if finding.priority else v.IMPROVEMENT, Literal(finding.text), finding.spans, rule=RULE)
    if due := inspection_findings.next_due(passages):
        notes.say(id_, v.NEXT_DUE, Literal(due[0]), [due[1]], rule=RULE)


def _whom(context: Context, own: inspection_reports.Report) -> _Whom | None:
    """Whom it was of; a place stands for its council where the services are a council's and the text goes on to speak of the council."""
    if own.area is None:
        return None
    name, span = own.area
    id_ = context.bodies.seen(name, span)
    council = context.paper.header.council
    if council and inspection_reports.is_place_of(name, council.value) and context.council_id:
        return _Whom(context.council_id, span)
    speaks = _council_told([passage for passage, _ in context.passages()]) if _OF_AUTHORITIES.search(own.title[0]) else None
    if speaks and inspection_reports.is_a_place(name):
        context.notes.say(id_, v.TYPE, v.COUNCIL, [span, speaks], rule="place-stands-for-its-council", basis=Basis.DERIVED)
    return _Whom(id_, span)


def _council_told(passages: Sequence[Passage]) -> Span | None:
    """Where a text first speaks of "the council" or "the local authority"."""
    return next((passage.span(*match.span()) for passage in passages if (match := _THE_COUNCIL.search(passage.text))), None)


def _held(context: Context, id_: Id, when: tuple[Found, Span], whom: _Whom | None) -> None:
    """Say when an inspection was, and of whom."""
    notes, (found, span) = context.notes, when
    for predicate, day in ((v.EARLIEST, found.earliest), (v.LATEST, found.latest)):
        notes.say(id_, predicate, Literal(day.isoformat(), "xsd:date"), [span], rule=RULE)
    notes.say(id_, v.AS_PRINTED, Literal(" ".join(notes.document.quote(span).split())), [span], rule=RULE)
    if whom:
        notes.say(id_, v.INSPECTED, whom.id, [whom.span], rule=RULE)
