"""What was said and not decided: findings of inspectors, concerns, questions and answers, requests; each as somebody's word, never as a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from graph_builder import lexicon
from graph_builder import vocabulary as v
from graph_builder.language import topic_scheme
from graph_builder.language.passages import Passage
from graph_builder.relations.context import Context
from graph_builder.relations.doer_words import PRONOUNS
from graph_builder.relations.doers import Doers
from graph_builder.relations.forms import form
from graph_builder.relations.inspections.inspection_meant import Inspections
from graph_builder.relations.running_text import sentences
from graph_builder.relations.sections import Keys

FILE: Final = "points"
_LONGEST: Final = 1200
"""Sentences longer than this, in characters, are lists or tables that ran together."""
_WHO: Final = 80
_NEXT: Final = 4
"""How many characters stand between two sentences of one paragraph at the most."""
_SPEAKING_TITLES: Final = re.compile(
    r"\b(?:an?other\s+|an?\s+|the\s+|one\s+|some\s+|several\s+)?(?:members?|councillors?|governors?|trustees?|representatives?|residents?|parishioners?|questioner)(?:\s+of\s+the\s+(?:panel|committee|board|public|forum|council))?$",
    re.IGNORECASE,
)
_RESPONSE: Final = re.compile(r"\b(?:in|by\s+way\s+of)\s+(?:response|reply|answer)\b|\bin\s+answering\b", re.IGNORECASE)
_IN_QUESTION: Final = re.compile(
    r"\b(?:asked|queried|enquired|inquired|wondered|questioned)\b[^.;]*\b(?:if|whether|what|how|why|when|where|who)\b", re.IGNORECASE
)
"""Before a verb of worry this makes it a part of what is asked: "asked if the Cabinet Member was disappointed"."""
_ANSWERS: Final = re.compile(
    r"\s+(?:then\s+|also\s+)?(?:explained|advised|confirmed|replied|responded|answered|clarified|assured|informed|undertook|reassured)\b", re.IGNORECASE
)
_CLAUSE: Final = re.compile(r"\b(?!of\b|the\b|for\b|and\b|in\b|with\b|to\b|de\b|van\b|von\b|an?\b)[a-z]+\b.*\band\s+")
"""Where words that seem to mean two are a clause of its own and whoever follows: "Cllr A supported it and Cllr B"."""
_BEHIND_COMMA: Final = re.compile(r",\s+(?P<who>[^,;]+)$")
_SMALL: Final = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)


class Point(NamedTuple):
    """One thing that was said: its kind, whose word it is (empty where the paper does not tell), what it is about, and the rule."""

    kind: str
    who: str
    about: str
    rule: str


def say(context: Context) -> None:
    """Note each point of the paper: its sentence, with whoever is named as the speaker."""
    doers, keys = Doers.of(context), Keys(context, "point")
    inspections = Inspections(context)
    asked: tuple[str, int] | None = None
    for passage, item in sentences(context.paper):
        points = list(find(passage, doers, asked=_near(asked, passage)))
        questions = [point for point in points if point.kind == "question"]
        if questions or not any(point.kind == "answer" for point in points):
            asked = (questions[0].who, passage.span().end) if questions else None
        for point in points:
            span = passage.span()
            node = context.notes.node(keys.id(item, f"{point.kind} {point.who} {passage.text[:80]}"), v.POINT_RAISED, (span,), rule=f"point-{point.rule}")
            node.link(v.POINT_KIND, f"pointkind:{point.kind}")
            node.text(v.TEXT, passage.text)
            node.text(v.RAISED_BY_PRINTED, point.who)
            for who in doers.ids(point.who) if point.who else ():
                node.link(v.RAISED_BY, who)
            node.text(v.ABOUT, point.about)
            node.link(v.ABOUT_ITEM, context.item_id(item))
            node.link(v.AT_MEETING, context.meeting_id)
            for topic in sorted({named.topic for named in topic_scheme.find(passage.text) if not named.plain}):
                node.link(v.SUBJECT, topic)
            if point.kind == "finding":
                node.link(v.OF_INSPECTION, inspections.meant(span, item, passage.text))


def _near(asked: tuple[str, int] | None, passage: Passage) -> str | None:
    """Who asked the question that stands right before a sentence; None where none does."""
    return asked[0] if asked and 0 <= passage.span().start - asked[1] <= _NEXT else None


def find(passage: Passage, doers: Doers, *, asked: str | None = None) -> Iterator[Point]:
    """The points that one sentence tells, one of each kind at the most; `asked` is who asked the question right before it, None where none was."""
    text = passage.text
    if len(text) > _LONGEST or form(FILE, "never").search(text):
        return
    kinds: set[str] = set()
    for name, kind in _patterns():
        match = form(FILE, name).search(text)
        if match is None or kind in kinds or (kind == "concern" and _IN_QUESTION.search(text, 0, match.start())):
            continue
        if kind == "finding" and text.rstrip().endswith(":"):
            continue  # what was found is a list that follows
        if name == "explained-in-response" and not _RESPONSE.search(text, 0, match.start()) and not (asked is not None and _ANSWERS.match(match.group())):
            continue
        groups = match.groupdict()
        who = _named(groups["who"], doers) if groups.get("who") else _answering(text, match.start(), doers) or _before(text, match.start(), doers)
        if name == "explained-in-response" and asked is not None and (not who or who == asked) and not _RESPONSE.search(text, 0, match.start()):
            continue
        if who or "who" in groups or kind == "answer":
            kinds.add(kind)
            yield Point(kind, who, _about(groups), name)


@cache
def _patterns() -> tuple[tuple[str, str], ...]:
    """The forms in the order of their file, each with the kind of point that it tells."""
    entries = lexicon.read_yaml(lexicon.data_dir() / "patterns" / f"{FILE}.yml")["patterns"]
    return tuple((entry["name"], entry["kind"]) for entry in entries if entry["kind"] != "none")


def _named(words: str, doers: Doers) -> str:
    """Whoever stands behind "by" or "from"."""
    words = words.strip(" ,")
    return _SMALL.sub("", words) if len(words) <= _WHO and (doers.means(words) or _SPEAKING_TITLES.search(words)) else ""


def _answering(text: str, at: int, doers: Doers) -> str:
    """Whoever answers behind the comma that ends what was asked: "In response to a question about Home Education, the Director explained"."""
    asked = _RESPONSE.search(text, 0, at)
    behind = _BEHIND_COMMA.search(text, asked.end(), at) if asked else None
    if behind is None or len(behind["who"]) > _WHO or not doers.means(behind["who"]) or behind["who"].casefold() in PRONOUNS:
        return ""
    return _SMALL.sub("", behind["who"])


def _before(text: str, at: int, doers: Doers) -> str:
    """Whoever stands before a verb of speaking: a name, a post, a body, or "a Member"; empty where a pronoun or nobody does."""
    general = _SPEAKING_TITLES.search(text[:at])
    if general:
        return general.group().strip()
    found = doers.before(text, at)
    if found is None or found.words.casefold() in PRONOUNS or len(found.words) > _WHO:
        return ""
    return found.words if not _CLAUSE.search(found.words) else _CLAUSE.split(found.words)[-1]


def _about(groups: dict[str, str | None]) -> str:
    told = next((groups[name] for name in ("what", "more", "matter") if groups.get(name)), "") or ""
    return " ".join(told.split()).strip(" .,;:")
