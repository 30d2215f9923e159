"""What items, decisions, plans and inspections are about: the topics that their titles name, or that their text names often enough."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from graph_builder import vocabulary as v
from graph_builder.language.passages import Passage
from graph_builder.language.sentences import split
from graph_builder.language.topic_scheme import Named, find, topics, wider
from graph_builder.model import Basis, Id, Literal, Span, Statement
from graph_builder.paper import Item
from graph_builder.relations.context import Context
from graph_builder.relations.running_text import parts

TITLE_RULE: Final = "topic-in-title"
TEXT_RULE: Final = "topic-in-text"
NAME_RULE: Final = "topic-in-name"
# What a sentence and an entry of a list weigh that name a topic, and what makes a text be about it: three sentences or two entries,
# in a short text (by its sentences) two, or one that spells the topic out and gives its abbreviation.
_SENTENCE: Final = 2
_SPELT: Final = 4
_ENTRY_WEIGHT: Final = 3
_ENOUGH: Final = 6
_ENOUGH_IN_SHORT: Final = 4
_SHORT: Final = 12
_BRIEF: Final = 16
# Items in which words name who somebody is, or what was done at another meeting
_FORMAL: Final = re.compile(
    r"^\W*(?:\w+'?s?'?\s+){0,3}?(?:apolog(?:y|ies)|attendance\s+and|declarations?|disclosures?|interests?|membership\s+of|minutes\s+of|matters\s+arising|dates?\s+of"
    r"|next\s+meeting|welcome)\b",
    re.IGNORECASE,
)
_MOST_QUOTES: Final = 5
# "special educational needs and disabilities (SEND)": only a text that goes on about it says what its abbreviation is.
_SPELT_OUT: Final = re.compile(r"[a-z][\w',/-]*(?:\s+[\w',/-]+){1,6}?\s+\([A-Z]{3,6}s?\)", re.IGNORECASE)
_HEAD_WORD: Final = re.compile(r"(?:^|[:–-]\s)(?:the\s+)?$", re.IGNORECASE)
# A topic in the name of a post says who somebody is, not what the business was.
_POST: Final = re.compile(
    r"\b(?:director|head|manager|officer|lead|member|assistant|commissioner|adviser|advisor|holder|responsibility|chair(?:man|person)?"
    r"|spokesperson|champion)\b(?:\s+\w+)?\s+(?:of|for|with\s+responsibility\s+for)\s+(?:\w+,?\s+(?:and\s+)?){0,4}$|\b(?:director|head"
    r"|manager)\b[\s:,–-]+$",
    re.IGNORECASE,
)
_POST_AFTER: Final = re.compile(r"\s+(?:\w+\s+)?(?:manager|officer|director|lead|adviser|advisor|champion|consultant)\b", re.IGNORECASE)
# In the running text, the name of a committee or a department says who acts.
_BODY_AFTER: Final = re.compile(r"\s+(?:\w+\s+(?:and\s+)?){0,2}(?:scrutiny|panel|committee|sub-committee|directorate|department)\b", re.IGNORECASE)
_ENTRY: Final = re.compile(
    r"(?:\W|\b(?:the|an?|update|progress|report|review|on|of|to|and|new|draft|annual|outcomes?|presentation|proposed|future|provision)\b)*",
    re.IGNORECASE,
)
_PROGRAMME: Final = re.compile(r"\b(?:work(?:ing)?\s+(?:programme|plan)|forward\s+plan|future\s+(?:items|business|meetings))\b", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"https?://|www\.", re.IGNORECASE)


@dataclass(slots=True)
class _Count:
    """What an item says: its sentences, and for each topic the places that name it, or what is narrower, and what they weigh.

    `own` is the weight of the places that name the topic itself.
    """

    title: dict[Id, list[Span]] = field(default_factory=lambda: defaultdict(list))
    places: dict[Id, list[Span]] = field(default_factory=lambda: defaultdict(list))
    weight: dict[Id, int] = field(default_factory=lambda: defaultdict(int))
    own: dict[Id, int] = field(default_factory=lambda: defaultdict(int))
    sentences: int = 0


def say(context: Context) -> None:
    """Tag the items of a paper with their topics, and then its decisions, plans and inspections by their own words."""
    counts: dict[int, _Count] = defaultdict(_Count)
    items: dict[int, Item] = {}
    for paragraph, item in parts(context.paper):
        if item is not None:
            items[id(item)] = item
            _count(counts[id(item)], paragraph.parts, item, is_title=paragraph.passage is item.title)
    for key, item in items.items():
        item_id = context.item_id(item)
        formal = bool(_FORMAL.search(item.title.text))
        for topic, spans, rule in _about(counts[key]) if item_id else ():
            if formal and rule == TEXT_RULE:
                continue
            basis = Basis.STATED if rule == TITLE_RULE else Basis.DERIVED
            context.notes.say(item_id or "", v.SUBJECT, topic, spans, rule=rule, basis=basis)
    for statement in _by_their_words(context):
        context.notes.say(statement.subject, statement.predicate, statement.object, statement.evidence, rule=statement.rule)


def _count(count: _Count, passages: Sequence[Passage], item: Item, *, is_title: bool) -> None:
    """Add what a paragraph names: each topic once a sentence, twice where the line is the name of something that begins with it."""
    programme = bool(_PROGRAMME.search(item.title.text))
    for passage in passages:
        for sentence in split(passage.text):
            count.sentences += not is_title
            told: set[Id] = set()
            for named in find(sentence.text):
                if not _counts(sentence.text, named, is_title=is_title):
                    continue
                span = passage.span(sentence.start + named.start, sentence.start + named.end)
                entry = _is_entry(passage.text, named)
                spelt = _SPELT_OUT.match(sentence.text, named.start)
                weight = _ENOUGH if programme and entry else _SPELT if spelt else _ENTRY_WEIGHT if entry else _SENTENCE
                count.own[named.topic] += 0 if named.topic in told else weight
                for topic in wider()[named.topic]:
                    (count.title if is_title else count.places)[topic].append(span)
                    count.weight[topic] += 0 if topic in told else weight
                told |= wider()[named.topic]


def _counts(text: str, named: Named, *, is_title: bool) -> bool:
    """Whether a name of a topic says something of the business: not in an address, not in the name of a post."""
    before = text[: named.start]
    if _ADDRESS.search(text) or _POST.search(before) or _POST_AFTER.match(text, named.end):
        return False
    if not is_title and _BODY_AFTER.match(text, named.end):
        return False
    return not named.plain or (is_title and bool(_HEAD_WORD.search(before)))


def _is_entry(text: str, named: Named) -> bool:
    """Whether a line is no sentence but the name of something, and begins with the topic: an entry of a list, a heading."""
    words = text.split()
    return len(words) <= 14 and not text.endswith((".", ";", ",")) and bool(_ENTRY.fullmatch(text[: named.start]))


def _about(count: _Count) -> Iterator[tuple[Id, list[Span], str]]:
    """The topics of an item, each with the words that show it."""
    enough = _ENOUGH if count.sentences > _SHORT else _ENOUGH_IN_SHORT
    clear = {topic for narrow, weight in count.own.items() if weight >= enough for topic in wider()[narrow]}
    # Scattered words of several narrower topics make a wider one only where it is named itself.
    clear |= {topic for topic, weight in count.weight.items() if weight >= enough and count.own[topic]}
    # A short text that names a narrow topic at all says something of it
    if count.sentences <= _BRIEF:
        clear |= {topic for narrow, weight in count.own.items() if weight and _is_narrow(narrow) for topic in wider()[narrow]}
    for topic in sorted({*count.title, *count.places}):
        if count.title.get(topic):
            yield topic, count.title[topic][:_MOST_QUOTES], TITLE_RULE
        elif topic in clear:
            yield topic, count.places[topic][:_MOST_QUOTES], TEXT_RULE


def _is_narrow(topic: Id) -> bool:
    """Whether a topic belongs to a wider one, so that its name is no word for a whole field."""
    return len(wider()[topic]) > 1 or any(one.id == topic and one.broader for one in topics())


_TELLING: Final = {v.DECISION: (v.TEXT,), v.PLAN: (v.ALT_LABEL,), v.INSPECTION: (v.ABOUT, v.INSPECTION_KIND)}


def _by_their_words(context: Context) -> list[Statement]:
    """The topics of decisions, plans and inspections, each with the words of its text or name that show it."""
    notes = context.notes
    kinds = {s.subject: s.object for s in notes.statements if s.predicate == v.TYPE and s.object in _TELLING}
    found: dict[tuple[Id, Id], Statement] = {}
    for s in notes.statements:
        if isinstance(s.object, Literal) and s.predicate in _TELLING.get(kinds.get(s.subject, ""), ()):
            for topic, span in _in_evidence(context, s):
                found.setdefault((s.subject, topic), Statement(s.subject, v.SUBJECT, topic, (span,), NAME_RULE))
    return list(found.values())


def _in_evidence(context: Context, statement: Statement) -> Iterator[tuple[Id, Span]]:
    """The topics that the words of a value name, with their places in the document."""
    assert isinstance(statement.object, Literal)
    wanted = {named.topic for named in find(statement.object.value) if not named.plain}
    for span in statement.evidence:
        for named in find(context.paper.document.text[span.start : span.end].replace("’", "'")):
            if named.topic in wanted:
                for topic in wider()[named.topic]:
                    yield topic, Span(span.document, span.start + named.start, span.start + named.end)
