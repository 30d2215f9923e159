"""Actions that a paper marks as such: behind "Action:", under a heading "Actions", and in the rows of a table with a column of actions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from graph_builder.language.passages import Passage
from graph_builder.language.sentences import Sentence, split
from graph_builder.model import Span
from graph_builder.paper import Paragraph
from graph_builder.relations.actions.task_clauses import FILE, due
from graph_builder.relations.doer_words import listed
from graph_builder.relations.doers import Doers
from graph_builder.relations.forms import form

_TAIL = re.compile(r"\s*[(\[](?P<who>[^()\[\]]{2,90})[)\]]\s*\.?\s*$")
_OWNED = (
    re.compile(r"^(?P<who>[^:;.]{2,80}?)\s+(?:to|will|would|should|shall)\s+(?P<text>\S.*)$", re.DOTALL | re.IGNORECASE),
    re.compile(r"^(?P<who>[^:;.–-]{2,60}?)\s*(?::|\s[–-]\s)\s*(?P<text>\S.*)$", re.DOTALL),
)
# "Lead: Head of Finance" behind a task, and "Send the link – Clerk": whose it is.
_LED = re.compile(
    r"\s*[.;,(–-]?\s*\b(?:lead(?:\s+officer)?|owner|responsible(?:\s+officer)?|(?:action\s+)?by\s+whom|who)\s*:\s*(?P<who>[^:.;()]{2,80})\W*$", re.IGNORECASE
)
_DASHED = re.compile(r"\s+[–-]\s+(?P<who>[^–]{2,60}?)\W*$")
_LABELS = frozenset(("lead", "owner", "lead officer", "responsible officer", "by whom", "who"))
_NEXT = re.compile(r"(?:[.;]\s+(?:[-–•*]\s+|(?:and\s+)?)|\s+\(\d{1,2}\)\s+)(?=[A-Z(])")
# "Due: June" behind a task; what stands behind it tells of something else.
_DUE = re.compile(
    r"[.;\s]*\b(?:due|deadline|by\s+when|timescale|target\s+date)\s*:\s*(?P<due>\S+(?:\s\S+){0,2}?)(?=\W*$|\s*[.;]\s|\s+[A-Z][a-z]+\s+[A-Za-z]+).*$",
    re.IGNORECASE | re.DOTALL,
)
"""Where the action of somebody else may begin within a label's words."""
_FOR = re.compile(r"\b(?:for|by)\s+$", re.IGNORECASE)
_NUMBERED = re.compile(r"\(?\w{1,3}[.)]\s")
_DONE = re.compile(r"be\s+\w+(?:ed|en|nt|ht|pt|un|de)\b(?!\s+to\b)")
_PAST = re.compile(r"\b(?:was|were|has\s+been|had)\b")
_MOVED = re.compile(r"\W*(?:proposed|proposer|prop\.|moved|seconded|seconder|all\s+in\s+favour|unanimous|carried|vot(?:e|ing)\b)", re.IGNORECASE)
_POINTS = re.compile(r"^\W*(?:it|they|he|she)\b|\b(?:this|these|those|them)\b", re.IGNORECASE)
_LEAST = 4
_HEADING_MOST = 60


class Action(NamedTuple):
    """Who is to do what by when, all as printed; the words that say it, and the rule."""

    who: str
    text: str
    due: str
    spans: tuple[Span, ...]
    rule: str


def labelled(paragraphs: Sequence[Paragraph], doers: Doers) -> Iterator[Action]:
    """What stands behind "Action:", and what stands in brackets behind a sentence as "(Action: JB)"."""
    listing = False
    for index, paragraph in enumerate(paragraphs):
        passage = paragraph.passage
        labels = list(form(FILE, "label").finditer(passage.text))
        if labels and labels[0].start() < 4 and len(passage.text) < _HEADING_MOST and not re.search(r"\w", passage.text[labels[-1].end() :]):
            listing = True
            continue
        listing = listing and (paragraph.bullet or bool(_NUMBERED.match(passage.text)))
        if listing:
            yield from _read(passage, 0, len(passage.text), 0, doers=doers)
        ends, at = [*(label.start() for label in labels[1:]), len(passage.text)], 0
        for label, following in zip(labels, ends, strict=False):
            stop = _bracket_end(passage.text, label, following)
            before = passage.cut(at, label.start()) if passage.text[at : label.start()].strip(" ([-–") else _above(paragraphs, index)
            at = stop if stop < following else at
            yield from _behind(passage, label, stop, before=before, doers=doers)


def _bracket_end(text: str, label: re.Match[str], stop: int) -> int:
    """Where the words of a label end: at the bracket that closes, where it stands in brackets."""
    opened = text[: label.start()].rstrip().endswith(("(", "["))
    closed = re.compile(r"[)\]]").search(text, label.end(), stop) if opened else None
    return closed.end() if closed else stop


def _above(paragraphs: Sequence[Paragraph], index: int) -> Passage | None:
    """The paragraph above a label: the last that tells more than who moved something."""
    return next((one.passage for one in reversed(paragraphs[:index]) if not _MOVED.match(one.passage.text)), None)


def _behind(passage: Passage, label: re.Match[str], stop: int, *, before: Passage | None, doers: Doers) -> Iterator[Action]:
    """The action behind one label: a task, or a name alone that owns the sentence before."""
    words = re.sub(r"\s+please$", "", " ".join(passage.text[label.end() : stop].strip(" .)]:–-").split()))
    owned = _OWNED[0].match(words)
    if not words or not doers.means(words) or len(words.split()) > 8 or (owned and doers.means(owned["who"])):
        if ":" in label.group() or _FOR.search(label.group()):
            yield from _read(passage, label.end(), stop, label.start(), doers=doers)
        return
    sentences = [one for one in split(before.text) if not _MOVED.match(one.text)] if before is not None else []
    if before is not None and sentences:
        told = _owned_before(sentences)
        text = " – ".join(one.text.strip(" .([") for one in told)
        spans = (*(before.span(one.start, one.end) for one in told), passage.span(label.start(), stop))
        yield Action(words, text, due(text, doers.context.near), spans, "action-label-name")


def _owned_before(sentences: Sequence[Sentence]) -> Sequence[Sentence]:
    """The sentence that a name behind a label owns: the last that asks for something, else the last; with the one before it where it points there."""
    asks = [index for index, one in enumerate(sentences) if form(FILE, "asks").search(one.text) and len(one.text.split()) >= _LEAST]
    last = asks[-1] if asks else len(sentences) - 1
    led = last > 0 and (len(sentences[last].text.split()) < _LEAST or _POINTS.search(sentences[last].text))
    return sentences[last - 1 : last + 1] if led else sentences[last : last + 1]


def _read(passage: Passage, start: int, stop: int, quoted: int, *, doers: Doers) -> Iterator[Action]:
    """The actions that a stretch of a passage is, one for each owner that it names; the quote begins where the label does.

    A sentence behind the first that gives nobody a task tells of something else.
    """
    at = start
    stop = _told_until(passage.text, start, stop, doers)
    for mark in [*_NEXT.finditer(passage.text, start, stop), None]:
        follows = mark and _owner(passage.text[mark.end() : stop].strip(), doers)
        if mark is None or follows:
            yield from _one(passage, at, mark.start() if mark else stop, quoted if at == start else at, doers=doers)
            at = mark.end() if mark else stop


def _told_until(text: str, start: int, stop: int, doers: Doers) -> int:
    """Where what a label tells ends: before the first sentence, but the first of all, that tells what somebody did or what is so."""
    for sentence in list(split(text[start:stop]))[1:]:
        words = sentence.text.split()
        tells = form(FILE, "finite").search(sentence.text) or words[0] in doers.initials
        if tells and len(words) > 4 and not _owner(sentence.text.strip(), doers):
            return start + sentence.start
    return stop


def _owner(words: str, doers: Doers) -> re.Match[str] | None:
    """The words as an owner and a task, where they begin with somebody."""
    owners = (match for pattern in _OWNED if (match := pattern.match(words)) and doers.means(match["who"]) and match["who"].casefold() not in _LABELS)
    return next((match for match in owners if not form(FILE, "no-doer").search(match["who"]) and not _is_thing(match)), None)


def _is_thing(match: re.Match[str]) -> bool:
    """Whether the words before "to" are no owner: "Invite the Fire Service to ...", "Terms of Reference to be provided"."""
    first = match["who"].split()[0].casefold()
    return (first in listed("tasks") and first not in listed("doers")) or bool(_DONE.match(match["text"]))


def _one(passage: Passage, start: int, stop: int, quoted: int, *, doers: Doers) -> Iterator[Action]:
    words = re.sub(r"^\W*(?:\d{1,2}[.)]\s+)?", "", passage.text[start:stop]).strip()
    printed = _DUE.search(words)
    words = words[: printed.start()] if printed else words
    owner, words = _tailed(words, doers)
    owned = _owner(words, doers)
    if owned or (len(words.split()) > 1 and (owner or _is_task(words))):
        who, text = (owned["who"], owned["text"]) if owned else (owner, words)
        text = " ".join(text.split()).strip(" .;,")
        text = text.rstrip(" .)") if text.count(")") > text.count("(") else text
        text = text.rstrip(" .]") if text.count("]") > text.count("[") else text
        told = " ".join(printed["due"].split()).strip(" .;") if printed else ""
        told = "" if form(FILE, "no-date").match(told) else told
        yield Action(_bare(who), text, told or due(text, doers.context.near), (passage.span(quoted, stop),), "action-label")


def _is_task(words: str) -> bool:
    """Whether words that name no owner tell something to be done: "Invite the Fire Service", and neither "No further action" nor "The report was noted"."""
    first = words.split(maxsplit=1)[0].casefold().strip(".,:")
    return first in listed("tasks") | listed("tasks_with") or bool(form(FILE, "asks").search(words))


def _tailed(words: str, doers: Doers) -> tuple[str, str]:
    """The owner that stands behind a task, in brackets, behind a dash or a label; and the task without it."""
    tail = _LED.search(words) or _TAIL.search(words) or _DASHED.search(words)
    if tail is None:
        return "", words
    owner = next((piece for piece in (tail["who"].strip(), re.split(r"\s[-–]\s|:", tail["who"])[0]) if doers.means(piece)), "")
    return owner, words[: tail.start()] if owner else words


def _bare(words: str) -> str:
    return re.sub(r"^(?:the|an?)\s+(?=\S)", "", " ".join(words.split()), flags=re.IGNORECASE).strip(" .")


def tabled(paragraphs: Sequence[Paragraph], doers: Doers) -> Iterator[Action]:
    """The rows of tables with a column of actions; the heads of the columns say who and by when."""
    columns: dict[str, int] = {}
    width = 0
    for paragraph in paragraphs:
        cells = paragraph.cells
        found = {key: index for index, cell in reversed(list(enumerate(cells))) for key in ("text", "who", "due") if _is_column(key, cell)}
        if len(cells) < 2:
            columns = {}
        elif "text" in found and all(len(cell.text) < 70 for cell in cells):
            columns, width = found, len(cells)
        elif columns and len(cells) == width:
            yield from _row({key: cells[index] for key, index in columns.items()}, doers)


def _is_column(key: str, cell: Passage) -> bool:
    return bool(form(FILE, f"column-{key}").search(" ".join(cell.text.split())))


def _row(row: dict[str, Passage], doers: Doers) -> Iterator[Action]:
    """The action of a row; in a column of actions without one of owners, what begins with its owner."""
    text, who, when = row["text"], row.get("who"), row.get("due")
    told = " ".join(when.text.split()) if when else ""
    told = "" if form(FILE, "no-date").match(told) else told
    if who is not None and who.text and len(text.text.split()) > 1:
        spans = tuple(part.span() for part in (text, who, when) if part is not None and part.text)
        led = re.search(r"\bby\s+(?P<who>\S.*)$", who.text)
        owner = _bare(led["who"] if led else who.text)
        owner = "" if form(FILE, "no-date").match(owner) else owner
        yield Action(owner, " ".join(text.text.split()), told, spans, "action-table")
    elif who is None:
        for part in split(text.text):
            owned = _owner(part.text.strip(), doers)
            if owned and not _PAST.search(part.text):
                words = " ".join(owned["text"].split()).strip(" .;,")
                yield Action(_bare(owned["who"]), words, due(words, doers.context.near) or told, (text.span(part.start, part.end),), "action-table")
