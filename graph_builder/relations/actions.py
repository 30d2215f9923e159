"""Who is to do what by when: labelled actions, tables of actions, and sentences that give a task to a person, a post or a body."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from graph_builder import lexicon
from graph_builder import vocabulary as v
from graph_builder.language.passages import Passage, join
from graph_builder.language.sentences import split
from graph_builder.model import Id, Span
from graph_builder.paper import Item, Paragraph
from graph_builder.relations import tasks
from graph_builder.relations.context import Context
from graph_builder.relations.doers import Doers
from graph_builder.relations.tasks import Task

_TAIL = re.compile(r"\s*[(\[](?P<who>[^()\[\]]{2,90})[)\]]\s*\.?\s*$")
_WHO_TO = re.compile(r"^(?P<who>[^:;.]{2,80}?)\s+(?:to|will|would|should|shall)\s+(?P<text>\S.*)$", re.DOTALL)
_WHO_MARK = re.compile(r"^(?P<who>[^:;.–-]{2,60}?)\s*(?::|\s[–-]\s)\s*(?P<text>\S.*)$", re.DOTALL)
_STAR = re.compile(r"^\W*\*+\s*(?=\S)")
_NOTE = re.compile(r"\bto\s+be\s+\w+|\brequested\b|^update\b|^(?:\w+\s+){1,4}(?-i:to\s+[a-z])", re.IGNORECASE)
_HEADING_MOST = 60


def say(context: Context) -> None:
    """Note each action of the paper."""
    doers = Doers.of(context)
    for item, paragraphs in _sections(context):
        listed = [*_tabled(paragraphs, doers), *_labelled(paragraphs, doers)]
        told = [(task, spans) for task, spans in _told(paragraphs, doers) if not any(_overlap(spans, other) for _, other in listed)]
        seen: Counter[str] = Counter()
        for task, evidence in (*listed, *told):
            if task.text:
                key = context.notes.id("action", item.key if item else "paper", f"{task.who} {task.text}"[:90])
                seen[key] += 1
                _note(context, doers, task, evidence=evidence, item=item, key=key if seen[key] == 1 else f"{key}/{seen[key]}")


def _overlap(left: Sequence[Span], right: Sequence[Span]) -> bool:
    return any(a.start < b.end and b.start < a.end for a in left for b in right)


def _sections(context: Context) -> Iterator[tuple[Item | None, Sequence[Paragraph]]]:
    yield None, context.paper.preamble
    for item in context.paper.items:
        yield item, item.paragraphs


def _note(context: Context, doers: Doers, task: Task, *, evidence: tuple[Span, ...], item: Item | None, key: Id) -> None:
    node = context.notes.node(key, v.ACTION, evidence, rule=task.rule)
    for who in doers.ids(task.who) if task.who else ():
        node.link(v.ASSIGNED_TO, who)
    node.text(v.ASSIGNEE_PRINTED, task.who)
    node.text(v.TEXT, task.text)
    node.text(v.DUE, task.due)
    node.link(v.ABOUT_ITEM, context.item_id(item))
    node.link(v.AT_MEETING, context.meeting_id)


def _told(paragraphs: Sequence[Paragraph], doers: Doers) -> Iterator[tuple[Task, tuple[Span, ...]]]:
    """The tasks that sentences give. A motion gives one where the item says that it was carried."""
    carried = any(
        re.search(r"\b(?:and\s+(?:was\s+)?(?:agreed|carried|adopted)|carried|unanimously\s+agreed)\b", p.passage.text, re.IGNORECASE) for p in paragraphs
    )
    for paragraph in _flowing(paragraphs):
        for passage in [cell for cell in paragraph.cells if cell.text] or [paragraph.passage]:
            for sentence in split(passage.text):
                if re.search(r"\bwill\s+ask\s+at\b", sentence.text) or (re.search(r"\bwill\s+move\b", sentence.text) and not carried):
                    continue
                for task in tasks.find(passage.text, doers, start=sentence.start, end=sentence.end):
                    yield task, (passage.span(sentence.start, sentence.end),)


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


def _labelled(paragraphs: Sequence[Paragraph], doers: Doers) -> Iterator[tuple[Task, tuple[Span, ...]]]:
    """What stands behind "Action:", and what stands in brackets behind a sentence as "(Action: JB)"."""
    listing = False
    for index, paragraph in enumerate(paragraphs):
        text = paragraph.passage.text
        labels = list(_label().finditer(text))
        if labels and not re.search(r"\w", text[labels[-1].end() :]) and len(text) < _HEADING_MOST and labels[0].start() < 4:
            listing = True
            continue
        listing = listing and (paragraph.bullet or bool(re.match(r"\(?\w{1,3}[.)]\s", text)))
        if listing or (_STAR.match(text) and not labels):
            found = _read(text, 0, len(text), doers)
            if found and (listing or found.who):
                yield found, (paragraph.passage.span(),)
        for number, label in enumerate(labels):
            stop = labels[number + 1].start() if number + 1 < len(labels) else len(text)
            before = paragraph.passage.cut(0, label.start()) if text[: label.start()].strip(" ([-–") else paragraphs[index - 1].passage if index else None
            yield from _behind(paragraph.passage, label.end(), stop, before=before, label=label.start(), doers=doers)


def _behind(passage: Passage, start: int, stop: int, *, before: Passage | None, label: int, doers: Doers) -> Iterator[tuple[Task, tuple[Span, ...]]]:
    """The action behind one label: a task, or a name alone that owns the sentence before."""
    words = passage.text[start:stop].strip(" .)]:–-")
    marked = ":" in passage.text[label:start]
    if words and doers.means(words) and len(words.split()) <= 8:
        if before is not None and before.text.strip():
            last = list(split(before.text))[-1]
            text = last.text.strip(" .([")
            yield (
                Task(" ".join(words.split()), text, tasks.due(text, doers.context.near), label, stop, "action-label-name"),
                (before.span(last.start, last.end), passage.span(label, stop)),
            )
        return
    task = _read(passage.text, start, stop, doers) if marked else None
    if task:
        yield task, (passage.span(label, stop),)


def _read(text: str, start: int, stop: int, doers: Doers) -> Task | None:
    """The action that a stretch of text is."""
    words = re.sub(r"^\W+", "", text[start:stop]).strip()
    tail = _TAIL.search(words)
    owner = ""
    if tail:
        owner = next((piece for piece in (tail["who"], re.split(r"\s[-–]\s|:", tail["who"])[0]) if doers.means(piece)), "")
        words = words[: tail.start()] if owner else words
    for pattern in (_WHO_TO, _WHO_MARK):
        match = pattern.match(words)
        if match and doers.means(match["who"]):
            return _made(match["who"], match["text"], start, stop, doers)
    return _made(owner, words, start, stop, doers) if len(words.split()) > 1 else None


def _made(who: str, words: str, start: int, stop: int, doers: Doers) -> Task:
    clean = re.sub(r"^(?:the|an?)\s+(?=\S)", "", " ".join(who.split()), flags=re.IGNORECASE)
    text = " ".join(words.split()).strip(" .;,")
    return Task(clean, text, tasks.due(text, doers.context.near), start, stop, "action-label")


def _tabled(paragraphs: Sequence[Paragraph], doers: Doers) -> Iterator[tuple[Task, tuple[Span, ...]]]:
    """The rows of tables with a column of actions."""
    columns: dict[str, int] = {}
    width = 0
    for paragraph in paragraphs:
        cells = paragraph.cells
        if len(cells) < 2:
            columns = {}
            continue
        found = {
            key: index for index, cell in reversed(list(enumerate(cells))) for key in ("text", "who", "due") if _column(key).search(" ".join(cell.text.split()))
        }
        if "text" in found and all(len(cell.text) < 70 for cell in cells):
            columns, width = found, len(cells)
        elif columns and len(cells) == width:
            yield from _row(cells, columns, doers)


def _row(cells: Sequence[Passage], columns: dict[str, int], doers: Doers) -> Iterator[tuple[Task, tuple[Span, ...]]]:
    cell = cells[columns["text"]] if columns["text"] < len(cells) else None
    if cell is None or len(cell.text.split()) < 2:
        return
    owner = cells[columns["who"]] if "who" in columns and columns["who"] < len(cells) else None
    when = cells[columns["due"]] if "due" in columns and columns["due"] < len(cells) else None
    if owner is not None and owner.text:
        spans = tuple(part.span() for part in (cell, owner, when) if part is not None and part.text)
        yield (
            Task(_owner(owner.text, doers), " ".join(cell.text.split()), " ".join(when.text.split()) if when and when.text else "", 0, 0, "action-table"),
            spans,
        )
    elif "who" not in columns:
        for sentence in _notes(cell.text):
            start = cell.text.find(sentence)
            yield replace(_made("", sentence, 0, 0, doers), rule="action-table"), (cell.span(start, start + len(sentence)),)


def _owner(words: str, doers: Doers) -> str:
    """Whom the cell for the owner means: all of it where it is short, else whoever is named behind "by"."""
    words = " ".join(words.split())
    led = re.search(r"\bby\s+(?P<who>\S.*)$", words)
    return re.sub(r"^the\s+", "", led["who"] if led else words).strip(" .")


def _notes(text: str) -> list[str]:
    """The sentences of a cell of notes that ask for something: "to be shared", "Update after 6 months requested"."""
    return [
        part.text
        for part in split(text)
        if _NOTE.search(part.text) and not re.search(r"\b(?:was|were|has\s+been|had)\b", part.text) and len(part.text.split()) > 3
    ]


@cache
def _label() -> re.Pattern[str]:
    label = lexicon.load("actions")["labels"]
    return re.compile(
        rf"(?:^|(?<=[.;:]\s)|(?<=[(\[*\s]))(?i:{label})(?:\s+(?:by|for))?\s*:\s*|(?:^|(?<=[.;:]\s)|"
        rf"(?<=[(\[]))(?:ACTIONS?|Action)(?:\s+(?:BY|by))?\s*[–-]?\s+(?=[A-Z][\w&./ -]{{1,40}}[\])]?\s*\.?$)"
    )


@cache
def _column(key: str) -> re.Pattern[str]:
    return re.compile(lexicon.load("actions")["columns"][key], re.IGNORECASE)
