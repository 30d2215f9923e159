"""A recommendation goes in; out comes when it was made: at the meeting of its paper, on a day that the words name, or on no day that they tell."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Final, NamedTuple

from graph_builder import vocabulary as v
from graph_builder.language.dates import Found as Day
from graph_builder.language.partial_dates import find_partial
from graph_builder.model import Id, Literal, Span
from graph_builder.relations.context import Context
from graph_builder.relations.recommendations import advice_kinds, response_places
from graph_builder.relations.recommendations.advice_words import Advice
from graph_builder.relations.recommendations.annexed_letters import Letter

_AT_THE_MEETING: Final = frozenset(
    ("recommended-head", "decided-recommendation", "planning-comment", "report-asks", "recommendations-heading", "report-recommends", "recommendations-of")
)
"""The rules that read what is recommended at or to the meeting itself."""
_BEFORE: Final = re.compile(
    r"\b(?:had|has|have)\s+(?:(?:also|previously|already|originally|subsequently|been)\s+)*(?:recommend|request|ask|suggest|urg|call|made|put|propos)\w*",
    re.IGNORECASE,
)
_HELD: Final = re.compile(
    r"\b(?:meetings?|sessions?|letters?|reports?)\s+(?:(?:that\s+was\s+)?(?:held|dated|published)\s+)?(?:on|of|in|dated)\s+(?:the\s+)?$", re.IGNORECASE
)
_EARLIER: Final = re.compile(
    r"\b(?:at|from|following)\s+(?:the|its|our|their|an?)\s+(?:last|previous|earlier)\s+(?:\w+\s+)?meeting\b[^.]{0,160}$", re.IGNORECASE
)
_ABOVE: Final = 200
"""How many characters above a recommendation may say that it was made at an earlier meeting: "At the last meeting it was resolved:"."""
_GROUP: Final = re.compile(r"\b(?:group|party|inspection|review|ombudsman|auditors?|inspectors?|coroner|report)\b", re.IGNORECASE)


class Made(NamedTuple):
    """When a recommendation was made: at the meeting of the paper, or on the day that is told; neither where nothing tells it."""

    at_meeting: bool
    days: tuple[str, str, str] = ("", "", "")
    """First and last possible day, and the words."""
    proof: tuple[Span, ...] = ()


def made(context: Context, told: Advice, spans: Collection[Span], makers: Collection[Id], *, letter: Letter | None) -> Made:
    """When it was made; what a letter, an inspectorate or another body asked was not asked at the meeting that reads of it."""
    if letter is not None:
        return _dated(context, letter.day, letter.dated)
    if published := _published(context):
        return published
    words = " ".join(context.paper.document.quote(span) for span in spans)
    before = advice_kinds.before(told.text, words)
    start = min(span.start for span in spans)
    above = context.paper.document.text[max(0, start - _ABOVE) : start]
    if _EARLIER.search(before) or _EARLIER.search(above):
        return Made(at_meeting=False)
    if told.own or told.rule in _AT_THE_MEETING:
        return Made(at_meeting=True)
    if day := _named(before):
        return Made(False, (day.earliest.isoformat(), day.latest.isoformat(), before[day.start : day.end]), tuple(spans))
    elsewhere = context.paper.header.kind != "minutes" or _others(context, told, makers) or bool(_BEFORE.search(before))
    return Made(at_meeting=not elsewhere)


def _others(context: Context, told: Advice, makers: Iterable[Id]) -> bool:
    """Whether another body than the one that meets made it."""
    bodies = [who for who in makers if "/person/" not in who and "/post/" not in who]
    return (bool(bodies) and context.body_id not in bodies) or (not bodies and bool(_GROUP.search(told.by)))


def _named(before: str) -> Day | None:
    """The day of the meeting or letter that the words in front of a recommendation name."""
    return next((day for day in find_partial(before) if day.has_year and _HELD.search(before[: day.start])), None)


def _dated(context: Context, day: Day | None, span: Span | None) -> Made:
    if day is None or span is None:
        return Made(at_meeting=False)
    return Made(False, (day.earliest.isoformat(), day.latest.isoformat(), " ".join(context.paper.document.quote(span).split())), (span,))


def _published(context: Context) -> Made | None:
    """The day on which an inspectorate published the report that a paper is."""
    for said in response_places.own_inspection(context, v.PUBLISHED):
        if isinstance(said.object, Literal):
            return Made(False, (said.object.value, said.object.value, context.paper.document.quote(said.evidence[0]) if said.evidence else ""), said.evidence)
    return None
