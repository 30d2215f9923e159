"""A request or recommendation and the sentences of its paper go in; out comes the one that answers it in other words, or is likely to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from graph_builder.language.sentences import split
from graph_builder.model import Span
from graph_builder.paper import Paragraph
from graph_builder.relations.doer_words import PRONOUNS
from graph_builder.relations.doers import Doers
from graph_builder.relations.forms import form
from graph_builder.relations.recommendations import advice_kinds
from graph_builder.relations.recommendations.advice_parts import Found
from graph_builder.relations.recommendations.answers import OTHER_WORDS, POSSIBLE

FILE: Final = "replies"
_NEAR: Final = 2
"""How many sentences behind a request one that says that it answers may stand."""
_SHARED: Final = 2
"""How many rare words an officer's sentence must share with a request that it does not stand right behind."""
_FAR: Final = 3
_WORD: Final = re.compile(r"[a-z]{4,}")
_PLAIN: Final = frozenset(
    "that this these those with from were have been would could should will which their there about into also some more than them they what when where"
    " council committee panel board members member officers officer meeting report item information update request requested suggested recommended"
    " provide provided consider considered ensure made make asked next future local people service services area areas county city district".split()
)
_OPEN: Final = frozenset(("recommendation-answered", "report-asks", "planning-comment", "recommendation-table"))
"""Rules of what no sentence behind it can answer: it has its answer, or the meeting decides."""
_ELECTED: Final = re.compile(
    r"^(?:(?:deputy|vice)[\s-])?(?:chair|mayor|cathaoirleach|leas-cathaoirleach|convener|provost|president)\w*\b|^(?:(?:the|an?other|one|some|several|an?)\s+)?(?:other\s+)?(?:cllrs?|councillors?|ald(?:erman|\.)?|members?|residents?|committee|panel|board|council|meeting|he|she|they|it)\b",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(
    r"\((?:the\s+)?[\"'“]?(?P<short>[A-Z][A-Za-z&]{1,7})[\"'”]?\)|\b(?P<name>(?:[A-Z][\w'’-]+\s+(?:(?:of|for|and|the)\s+)*){1,5}[A-Z][\w'’-]+)"
)
_LABEL: Final = re.compile(r"^\s*(?:\(\w{1,3}\)|\w{1,2}[.)]|\d{1,2}(?:\.\d{1,2})+\.?)\s+")
_UNSURE: Final = re.compile(r"\b(?:if|once|when|until|whether|after|before)\b", re.IGNORECASE)


class Sentence(NamedTuple):
    """A sentence of an item: its words, its place, its paragraph, whether it begins one, and whether that is a point of a list."""

    text: str
    span: Span
    paragraph: int
    first: bool
    bullet: bool


class Reply(NamedTuple):
    """Words that answer, with their place; `kind` is that of an answer in other words or of a possible one."""

    words: str
    span: Span
    kind: str


def sentences(paragraphs: Sequence[Paragraph]) -> list[Sentence]:
    """The sentences of an item in order; those of tables are left out."""
    found: list[Sentence] = []
    for number, paragraph in enumerate(paragraphs):
        if paragraph.cells:
            continue
        for place, one in enumerate(split(paragraph.passage.text)):
            found.append(Sentence(one.text, paragraph.passage.span(one.start, one.end), number, place == 0, paragraph.bullet))
    return found


def answered(told: Sequence[Found], paragraphs: Sequence[Paragraph], doers: Doers) -> list[Found]:
    """The recommendations of an item, those that a sentence behind them answers with that answer."""
    lines = sentences(paragraphs)
    taken = {span for one in told for span in one.spans}
    found: list[Found] = []
    for one in told:
        reply = None if _closed(one) else _inside(one, lines, doers) or _behind(one, lines, taken, doers) or _named(one, told, lines) or _deed(one, lines)
        if reply is not None:
            told_so = one.advice.answered(reply.kind, reply.words)
            one = one._replace(advice=told_so, answer=reply.span)
        found.append(one)
    return found


def _closed(one: Found) -> bool:
    advice = one.advice
    return bool(advice.status or advice.response or advice.own) or advice.rule in _OPEN


def _place(one: Found, lines: Sequence[Sentence]) -> int | None:
    """The sentence in which a recommendation ends."""
    end = max(span.end for span in one.spans)
    return next((at for at, line in enumerate(lines) if line.span.start < end <= line.span.end), None)


def _inside(one: Found, lines: Sequence[Sentence], doers: Doers) -> Reply | None:
    """An answer in the same sentence, behind the words of the recommendation: "– the Director agreed to look into this"."""
    at = _place(one, lines)
    if at is None:
        return None
    line = lines[at]
    words = " ".join(one.advice.text.split()[-4:])
    begins = line.text.find(words)
    tail = form(FILE, "in-the-same-sentence").search(line.text, begins + len(words) if begins >= 0 else len(line.text))
    if tail is None or tail.start() - begins - len(words) > 3:
        return None
    who = (tail["who"] or "").strip()
    if who and (not doers.means(who) or who.casefold() in PRONOUNS or _is_maker(who, one) or _plural(who)):
        return None
    text = line.text[tail.start() :].lstrip(" ;,–-")
    offset = line.span.end - len(text)
    return Reply(text.strip(" ."), Span(line.span.document, offset, line.span.end), OTHER_WORDS)


def _behind(one: Found, lines: Sequence[Sentence], taken: set[Span], doers: Doers) -> Reply | None:
    """The sentence behind a recommendation that answers it."""
    at = _place(one, lines)
    if at is None:
        return None
    own = lines[at]
    possible: Reply | None = None
    for distance, line in enumerate(lines[at + 1 : at + 1 + _FAR], start=1):
        gap = line.paragraph - own.paragraph
        if gap > 1 or (gap == 1 and not line.first):
            break
        kind = _kind(one, own, line, doers, near=distance == 1 and not (gap and (own.bullet or line.bullet)))
        if kind == OTHER_WORDS and distance <= _NEAR:
            return Reply(_unlabelled(line.text), line.span, kind)
        if kind == POSSIBLE and not (gap and line.bullet) and not advice_kinds.moves(own.text):
            possible = possible or Reply(_unlabelled(line.text), line.span, kind)
        if form(FILE, "moves-on").search(line.text) or any(line.span.start <= span.start < line.span.end for span in taken):
            break
    return possible


def _unlabelled(text: str) -> str:
    """A sentence without the number or letter of its point."""
    return _LABEL.sub("", text).strip()


def _kind(one: Found, own: Sentence, line: Sentence, doers: Doers, *, near: bool) -> str:
    """What kind of answer to a recommendation, and the sentence that tells it, another sentence is; empty where it is none."""
    text = line.text
    if any(form(FILE, name).search(text) for name in ("labelled", "in-reply", "would-be-done", "request-answered")):
        return OTHER_WORDS
    for name in ("undertakes", "replied"):
        match = form(FILE, name).search(text)
        who = _who(text, match.start(), doers) if match else ""
        of_it = bool(shared(one.advice.text, text)) or (near and (name == "replied" or bool(form(FILE, "speaks-of-it").search(text))))
        if who and of_it and not _is_maker(who, one) and not (name == "undertakes" and _plural(who)):
            return OTHER_WORDS
    if near and form(FILE, "refers-back").search(text) and not form(FILE, "moves-on").search(text):
        return POSSIBLE
    match = form(FILE, "speaks").search(text)
    named = form(FILE, "named-with-post").match(text)
    who = named["post"] if named and doers.means(named["post"]) else _who(text, match.start(), doers) if match else ""
    if not who or _is_maker(who, one) or _ELECTED.match(who) or set(doers.ids(who)) & doers.members:
        return ""
    common = shared(own.text, text)
    return POSSIBLE if (near and (common or form(FILE, "speaks-of-it").search(text))) or len(common) >= _SHARED else ""


def _who(text: str, at: int, doers: Doers) -> str:
    """Whoever speaks at a place of a sentence, where the sentence begins with them."""
    found = doers.before(text, at)
    return found.words if found and len(text[: found.start].split()) <= 3 else ""


def _is_maker(who: str, one: Found) -> bool:
    return who.casefold().removeprefix("the ") == one.advice.by.casefold().removeprefix("the ")


def _plural(who: str) -> bool:
    """Whether words mean the meeting or its members: what they agree is the meeting's own decision."""
    return bool(re.match(r"^(?:the\s+)?(?:members?|councillors|committee|panel|board|council|cabinet|meeting|forum|all|it|they)\b", who, re.IGNORECASE))


def shared(left: str, right: str) -> set[str]:
    """The rare words that two texts share, by their first letters."""
    words = ({word[:6] for word in _WORD.findall(text.casefold()) if word not in _PLAIN} for text in (left, right))
    return set.intersection(*words)


def names(text: str) -> Iterator[str]:
    """The names of things in a text, and the letters that stand for them: "a Written Statement of Action (WSoA)"."""
    for match in _NAMED.finditer(text):
        name = match["short"] or match["name"]
        if match["short"] or len(name.split()) > 1:
            yield name


def _named(one: Found, told: Sequence[Found], lines: Sequence[Sentence]) -> Reply | None:
    """A later sentence of the item that says that it answers the recommendation, where it is the last one before it."""
    end = max(span.end for span in one.spans)
    for line in (line for line in lines if line.span.start >= end):
        if any(end < span.start <= line.span.start for other in told for span in other.spans):
            return None
        if form(FILE, "names-it").search(line.text):
            return Reply(_unlabelled(line.text), line.span, OTHER_WORDS)
    return None


def _deed(one: Found, lines: Sequence[Sentence]) -> Reply | None:
    """A later sentence of the item that tells that the thing asked for was made: by its name or its letters."""
    words = one.advice.text
    if not form(FILE, "deed").search(words):
        return None
    end = max(span.end for span in one.spans)
    wanted = list(names(words))
    for line in (line for line in lines if line.span.start >= end):
        for match in (match for name in wanted for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", line.text)):
            if form(FILE, "done").match(line.text[match.end() :]) and not _UNSURE.search(line.text[: match.start()]):
                return Reply(_unlabelled(line.text), line.span, POSSIBLE)
    return None
