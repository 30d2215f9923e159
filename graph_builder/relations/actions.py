"""Who is to do what by when: labelled actions, tables of actions, and sentences that give a task to a person, a post or a body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph_builder import vocabulary as v
from graph_builder.language.passages import join
from graph_builder.language.sentences import split
from graph_builder.model import Id, Span
from graph_builder.paper import Item, Paragraph
from graph_builder.relations import action_lists, proceedings, resolved_tasks, tasks
from graph_builder.relations.action_lists import Action
from graph_builder.relations.context import Context
from graph_builder.relations.doer_words import JOINS
from graph_builder.relations.doers import Doers
from graph_builder.relations.sections import Keys, sections

_SHARED = re.compile(r"\s(?:and|&)\s(?:the\s+)?(?:clerk|chair|officers?|secretary|treasurer|director|manager)\b", re.IGNORECASE)
_QUESTION = re.compile(r"\bwill\s+ask\s+at\b")
_MOTION = re.compile(r"\bwill\s+move\b")
_CARRIED = re.compile(r"\b(?:and\s+(?:was\s+)?(?:agreed|carried|adopted)|carried|unanimously\s+agreed)\b", re.IGNORECASE)


def say(context: Context) -> None:
    """Note each action of the paper. What a label or a table says is not read again as a sentence."""
    doers = Doers.of(context)
    keys = Keys(context, "action")
    decided = [(item, decision) for item, found in proceedings.made(context) for decision in found]
    for item, paragraphs in sections(context):
        listed = [*action_lists.tabled(paragraphs, doers), *action_lists.labelled(paragraphs, doers)]
        resolved = resolved_tasks.find([decision for other, decision in decided if other is item], doers)
        listed += [action for action in resolved if not any(_tells_the_same(action, other) for other in listed)]
        told = [action for action in _told(paragraphs, doers) if not any(_overlap(action.spans, other.spans) for other in listed)]
        for action in (*listed, *told):
            if action.text:
                _note(context, doers, action, item=item, key=keys.id(item, f"{action.who} {action.text}"))


def _tells_the_same(action: Action, other: Action) -> bool:
    """Whether two readings of the same words give the same task."""
    return _overlap(action.spans, other.spans) and (action.text in other.text or other.text in action.text)


def _overlap(left: Sequence[Span], right: Sequence[Span]) -> bool:
    return any(a.start < b.end and b.start < a.end for a in left for b in right)


def _note(context: Context, doers: Doers, action: Action, *, item: Item | None, key: Id) -> None:
    node = context.notes.node(key, v.ACTION, action.spans, rule=action.rule)
    named = doers.ids(action.who) if action.who else ()
    # of several who share a task all are named, or none but in the paper's own words
    for who in named if len(named) in {1, len(JOINS.split(action.who))} and (len(named) > 1 or not _SHARED.search(action.who)) else ():
        node.link(v.ASSIGNED_TO, who)
    node.text(v.ASSIGNEE_PRINTED, action.who)
    node.text(v.TEXT, action.text)
    node.text(v.DUE, action.due)
    node.link(v.ABOUT_ITEM, context.item_id(item))
    node.link(v.AT_MEETING, context.meeting_id)


def _told(paragraphs: Sequence[Paragraph], doers: Doers) -> Iterator[Action]:
    """The tasks that sentences give. A motion gives one where the item says that it was carried."""
    carried = any(_CARRIED.search(paragraph.passage.text) for paragraph in paragraphs)
    for paragraph in _flowing(paragraphs):
        for passage in [cell for cell in paragraph.cells if cell.text] or [paragraph.passage]:
            for sentence in split(passage.text):
                if _QUESTION.search(sentence.text) or (_MOTION.search(sentence.text) and not carried):
                    continue
                for task in tasks.find(passage.text, doers, start=sentence.start, end=sentence.end):
                    yield Action(task.who, task.text, task.due, (passage.span(sentence.start, sentence.end),), task.rule)


def _flowing(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs, those that the end of a page breaks within a word made whole."""
    held: Paragraph | None = None
    for paragraph in paragraphs:
        whole = replace(paragraph, passage=join((held.passage, paragraph.passage))) if held else paragraph
        held = whole if re.search(r"\w-$", whole.passage.text) and not whole.cells else None
        if held is None:
            yield whole
    if held is not None:
        yield held
