"""Who is to do what by when: labelled actions, tables of actions, and sentences that give a task to a person, a post or a body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from graph_builder import vocabulary as v
from graph_builder.language.passages import Passage, join
from graph_builder.language.sentences import split
from graph_builder.model import Id, Span
from graph_builder.paper import Item, Paragraph
from graph_builder.relations.actions import action_lists, resolved_tasks, tasks
from graph_builder.relations.actions.action_lists import Action
from graph_builder.relations.actions.task_clauses import FILE, is_quoted
from graph_builder.relations.actions.task_grounds import is_body, is_own
from graph_builder.relations.context import Context
from graph_builder.relations.decisions import proceedings
from graph_builder.relations.doers import Doers
from graph_builder.relations.forms import form
from graph_builder.relations.sections import Keys, sections

_RECORDS = frozenset(("minutes", "decisions", "decision record"))
"""The papers whose sentences tell what a meeting gave to do; a report or an agenda tells plans and duties."""
_MINUTES = re.compile(r"^[^\w\n]*(?:Minutes|Decisions?)[ \t]*:[ \t]*$", re.MULTILINE)
# What is to be done to the minutes, and what notices of meetings say of those who cannot come.
_NO_TASK = re.compile(
    r"\b(?:minutes?|record)\b[^.;]{0,90}?\s(?:would|will|should|to)\s+be\s+(?:amended|corrected|changed|altered)\b|\bin\s+the\s+event\s+(?:that|of)\b"
    r"|\bbe\s+(?:dealt\s+with|considered|taken|heard)\b[^.;]{0,50}\b(?:this\s+agenda|item\s+\d+)\b"
    r"|\bbe\s+(?:amended|corrected|changed|altered|replaced)\s+(?:to\s+(?:read|say|state|reflect|show)|as\s+follows)\b"
    r"|^\W*(?:page|paragraph|minute|item|line|bullet(?:\s+point)?)s?\s+(?:no\.?\s*)?[\d(](?:[^.;]|\.(?=\d)){0,90}\bbe\s+(?:added|inserted|amended|corrected|changed|altered|deleted|removed|replaced)\b(?!\s+to\s+the\s+(?:\w+\s+)?agenda)"
    r"|\bhold\s+(?:the|its|their|our|an?)\s+(?:next|following|annual|extraordinary|special)\s+(?:\w+\s+){0,2}meetings?\b|^\W*(?:page|paragraph|minute|item)\s+[\d(]\S*\s+to\s+(?:amend|read|delete|add|insert|change|correct)\b"
    r"|\b(?:fees?|sum|grant|money|payment|compensation|refund)\b[^.;]{0,60}\bbe\s+paid\s+to\s+us\b|\bshould\s+(?:now\s+)?read\b|\b(?:be\s+)?added\s+to\s+(?:the\s+)?(?:list\s+of\s+)?(?:those\s+|members\s+)?(?:present|attendance|apologies)\b"
    r"|\b(?:would|will|should)\s+any\s+member\b|\bmembers?\s+to\s+serve\s+on\b|\bmembers\s+of\s+the\s+public\s+(?:are|will\s+be|may)\b|\b(?:mobile\s+)?(?:tele)?phones?\b.{0,60}\b(?:silent|standby|switched|off)\b",
    re.IGNORECASE,
)
_SIGNS = re.compile(
    r"[^.;]{0,80}\bminutes\b[^.;]{0,40}\bbe\s+(?:\w+\s+and\s+)?signed\b"
    r"|(?:to\s+)?sign\s+(?:(?:the|these|those|them)\s+)?(?:\w+\s+){0,2}?(?:minutes?\b|as\s+a\b)",
    re.IGNORECASE,
)
_SPEAKER: Final = 6
"""How many words may say no more than who speaks: "In reply the Assistant Director"."""
_QUESTION = re.compile(r"\bwill\s+ask\s+at\b")
_MOTION = re.compile(r"\bwill\s+move\b")
_HE = re.compile(r"(?:he|she|they|it)\b", re.IGNORECASE)
_MARK = re.compile(r"^\W*(?:[a-z]|[ivx]{1,4}|\d[\d.]*)[.)]\s+")
_MOST_LED: Final = 35
"""How many words may lead an action that means nothing without them."""
_PROPOSED = re.compile(r"^\W*it\s+was\s+(?:also\s+|further\s+)?(?:proposed|suggested|envisaged)\b", re.IGNORECASE)
_AGREED = re.compile(r"\b(?:agreed|resolved|carried|approved|decided|unanimous\w*)\b", re.IGNORECASE)
_CARRIED = re.compile(r"\b(?:and\s+(?:was\s+)?(?:agreed|carried|adopted)|carried|unanimously\s+agreed)\b", re.IGNORECASE)


_AGREED_BY = re.compile(r"\b(?:agreed|resolved|decided|requested)\s+by\s+(?P<who>(?:the\s+)?(?:(?!\bthat\b)[^.;,:]){2,80}?)\s+that\b", re.IGNORECASE)


def say(context: Context) -> None:
    """Note each action of the paper. What a label or a table says is not read again as a sentence."""
    doers = Doers.of(context)
    keys = Keys(context, "action")
    decided = [(item, decision) for item, found in proceedings.made(context) for decision in found]
    for item, paragraphs in sections(context):
        listed = _once([*action_lists.tabled(paragraphs, doers), *action_lists.labelled(paragraphs, doers)])
        resolved = resolved_tasks.find([decision for other, decision in decided if other is item], doers)
        listed += [action for action in resolved if not any(_tells_the_same(action, other) for other in listed)]
        sentences = _told(_minuted(context, paragraphs), doers) if context.paper.header.kind in _RECORDS else ()
        told = [action for action in sentences if not any(_told_already(action, other) for other in listed)]
        for action in (*listed, *told):
            told_whole = action.who or len(action.text.split()) > 1
            amends = action.rule == "task-resolved" and _NO_TASK.search(action.text)
            if action.text and told_whole and not _SIGNS.match(action.text) and not amends:
                _note(context, doers, action, item=item, key=keys.id(item, f"{action.who} {action.text}"))


def _once(listed: list[Action]) -> list[Action]:
    """The actions of labels and tables, without the sentence before a label that another label tells already."""
    owned = [action for action in listed if action.rule == "action-label-name"]
    return [action for action in listed if action not in owned or not any(_tells_the_same(action, other) for other in listed if other is not action)]


def _tells_the_same(action: Action, other: Action) -> bool:
    """Whether two readings of the same words give the same task."""
    return _overlap(action.spans, other.spans) and (action.text in other.text or other.text in action.text)


def _told_already(action: Action, other: Action) -> bool:
    """Whether a label or a table tells what a sentence tells; of a decision in several sentences each gives its own task."""
    alike = other.rule != "task-resolved" or _tells_the_same(action, other) or action.text.split()[:3] == other.text.split()[:3]
    return _overlap(action.spans, other.spans) and alike


def _overlap(left: Sequence[Span], right: Sequence[Span]) -> bool:
    return any(a.start < b.end and b.start < a.end for a in left for b in right)


def _note(context: Context, doers: Doers, action: Action, *, item: Item | None, key: Id) -> None:
    node = context.notes.node(key, v.ACTION, action.spans, rule=action.rule)
    # of several who share a task all are named, or none but in the paper's own words
    for who in doers.all_of(action.who) if action.who else ():
        node.link(v.ASSIGNED_TO, who)
    node.text(v.ASSIGNEE_PRINTED, action.who)
    node.text(v.TEXT, action.text)
    node.text(v.DUE, action.due)
    node.link(v.ABOUT_ITEM, context.item_id(item))
    node.link(v.AT_MEETING, context.meeting_id)


def _minuted(context: Context, paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The paragraphs behind a line "Minutes:" or "Decision:", where there is one: what stands before it says what the item is to be about."""
    if not paragraphs:
        return paragraphs
    first, last = paragraphs[0].passage.span().start, paragraphs[-1].passage.span().end
    mark = _MINUTES.search(context.paper.document.text, first, last)
    return [paragraph for paragraph in paragraphs if mark is None or paragraph.passage.span().start >= mark.end()]


def _told(paragraphs: Sequence[Paragraph], doers: Doers) -> Iterator[Action]:
    """The tasks that sentences give. A motion gives one where the item says that it was carried."""
    carried = any(_CARRIED.search(paragraph.passage.text) for paragraph in paragraphs)
    for paragraph in _flowing(paragraphs):
        for passage in [cell for cell in paragraph.cells if cell.text] or [paragraph.passage]:
            for sentence in split(passage.text):
                if _of_others(sentence.text, doers) or _QUESTION.search(sentence.text) or _NO_TASK.search(sentence.text):
                    continue
                if _MOTION.search(sentence.text) and not carried:
                    continue
                # what is only proposed gives nobody a task, but for a note behind it: "It was proposed to write; Clerk to draft"
                proposed = _PROPOSED.match(sentence.text) and not _AGREED.search(passage.text, sentence.start, sentence.end + 160)
                for task in tasks.find(passage.text, doers, start=sentence.start, end=sentence.end):
                    if (proposed and task.rule in {"task-passive", "task-will"}) or is_quoted(passage.text[: task.start]):
                        continue
                    told = Action(task.who, task.text, task.due, (passage.span(sentence.start, sentence.end),), task.rule)
                    yield _whole(told, passage, sentence.start, task.start)


def _of_others(text: str, doers: Doers) -> bool:
    """Whether a sentence recalls what another body agreed: "it was agreed by the Performance Board that the Panel be asked to"."""
    for match in _AGREED_BY.finditer(text):
        who = re.sub(r"^the\s+", "", match["who"], flags=re.IGNORECASE)
        if (len(who.split()) > 1 or who.isupper()) and is_body(who, doers) and not is_own(who, doers):
            return True
    return False


def _whole(action: Action, passage: Passage, start: int, begin: int) -> Action:
    """An action that means nothing alone with the words before it, which tells what is to be done: "No answer from the Borough. Clerk to chase"."""
    if len(action.text.split()) > 1 and not form(FILE, "needs-lead").match(action.text):
        return action
    clause = _MARK.sub("", " ".join(passage.text[start:begin].split())).strip(" -–,;:")
    while (end := form(FILE, "between").search(clause)) is not None:
        clause = clause[: end.start()]
    least = 2 if passage.text[begin - 2 : begin].strip(" ") in {"-", "–", ";", ":"} else _SPEAKER
    if least < len(clause.split()) <= _MOST_LED:  # "A small group was suggested - Cllr Bell agreed to do this"
        return action._replace(text=f"{clause} – {action.text}")
    if len(clause.split()) > _MOST_LED or _HE.match(clause):
        return action
    before = list(split(passage.text[:start]))
    led = before[-1] if before and len(before[-1].text.split()) <= _MOST_LED else None
    if led is None:
        return action
    text = f"{_MARK.sub('', ' '.join(led.text.split())).strip(' .;,')} – {action.text}"
    return action._replace(text=text, spans=(passage.span(led.start, led.end), *action.spans))


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
