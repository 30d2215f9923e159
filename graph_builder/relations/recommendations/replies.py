"""A request or recommendation and the sentences of its paper go in; out comes the one that answers it in other words, or is likely to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from graph_builder.model import Span
from graph_builder.paper import Paragraph
from graph_builder.relations.doer_words import PRONOUNS
from graph_builder.relations.doers import Doers
from graph_builder.relations.forms import form
from graph_builder.relations.recommendations import advice_kinds, answers, later_replies
from graph_builder.relations.recommendations.advice_parts import Found
from graph_builder.relations.recommendations.answers import OTHER_WORDS, POSSIBLE
from graph_builder.relations.recommendations.reply_words import FILE, Reply, Sentence, carried, names, sentences, shared, unlabelled

_NEAR: Final = 2
"""How many sentences behind a request one that says that it answers may stand."""
_SHARED: Final = 2
"""How many rare words an officer's sentence must share with a request that it does not stand right behind."""
_FAR: Final = 3
_OPEN: Final = frozenset(("recommendation-answered", "report-asks", "planning-comment", "recommendation-table"))
"""Rules of what no sentence behind it can answer: it has its answer, or the meeting decides."""
_ELECTED: Final = re.compile(
    r"^(?:(?:deputy|vice)[\s-])?(?:chair|mayor|cathaoirleach|leas-cathaoirleach|convener|provost|president)\w*\b|^(?:(?:the|an?other|one|some|several|an?)\s+)?(?:other\s+)?(?:cllrs?|councillors?|ald(?:erman|\.)?|members?|residents?|committee|panel|board|council|meeting|he|she|they|it)\b",
    re.IGNORECASE,
)
_UNSURE: Final = re.compile(r"\b(?:if|once|when|until|whether|after|before)\b", re.IGNORECASE)


def answered(told: Sequence[Found], paragraphs: Sequence[Paragraph], doers: Doers) -> list[Found]:
    """The recommendations of an item, those that a sentence behind them answers with that answer."""
    lines = sentences(paragraphs)
    taken = {span for one in told for span in one.spans}
    found: list[Found] = []
    for one in told:
        at = None if _closed(one) else _place(one, lines)
        reply = None if at is None else _reply(one, lines, at, told=told, taken=taken, doers=doers)
        if reply is not None:
            told_so = one.advice.answered(reply.kind, reply.words)
            one = one._replace(advice=told_so, answer=reply.span)
        found.append(one)
    return found


def _reply(one: Found, lines: Sequence[Sentence], at: int, *, told: Sequence[Found], taken: set[Span], doers: Doers) -> Reply | None:
    """The answer to a recommendation that ends in a sentence: first what says that it answers, then what is likely to."""
    near = _inside(one, lines[at], doers) or _behind(one, lines, at, taken=taken, doers=doers)
    if near and near.kind != POSSIBLE:
        return near
    return later_replies.told(one, lines, at, told) or near or _named(one, told, lines) or later_replies.possible(one, lines, at) or _deed(one, lines)


def _closed(one: Found) -> bool:
    advice = one.advice
    return bool(advice.status or advice.response or advice.own) or advice.rule in _OPEN


def _place(one: Found, lines: Sequence[Sentence]) -> int | None:
    """The sentence in which a recommendation ends."""
    end = max(span.end for span in one.spans)
    return next((at for at, line in enumerate(lines) if line.span.start < end <= line.span.end), None)


def _inside(one: Found, line: Sentence, doers: Doers) -> Reply | None:
    """An answer in the same sentence, behind the words of the recommendation: "– the Director agreed to look into this"."""
    words = " ".join(one.advice.text.split()[-4:])
    begins = line.text.find(words)
    end = begins + len(words) if begins >= 0 else len(line.text)
    put = form(FILE, "put-and-answered").match(line.text[end:])
    if put:
        start = end + put.start("how")
        return Reply(
            line.text[start:].strip(" ."), Span(line.span.document, line.span.end - len(line.text[start:]), line.span.end), answers.status_of(put["how"])
        )
    tail = form(FILE, "in-the-same-sentence").search(line.text, end)
    if tail is None or tail.start() - begins - len(words) > 3:
        return None
    who = (tail["who"] or "").strip()
    if who and (not doers.means(who) or who.casefold() in PRONOUNS or _is_maker(who, one) or _plural(who)):
        return None
    text = line.text[tail.start() :].lstrip(" ;,–-")
    offset = line.span.end - len(text)
    return Reply(text.strip(" ."), Span(line.span.document, offset, line.span.end), OTHER_WORDS)


def _behind(one: Found, lines: Sequence[Sentence], at: int, *, taken: set[Span], doers: Doers) -> Reply | None:
    """The sentence behind a recommendation that answers it; that the motion was carried may stand between."""
    own = lines[at]
    moves = advice_kinds.moves(own.text)
    passed = carried(lines) if moves else set()
    rest = [line for place, line in enumerate(lines[at + 1 :], start=at + 1) if place not in passed]
    order = [own.paragraph, *dict.fromkeys(line.paragraph for line in rest if line.paragraph != own.paragraph)]
    open_ = at + 1 in passed or not moves
    possible: Reply | None = None
    for distance, line in enumerate(rest[:_FAR], start=1):
        gap = order.index(line.paragraph)
        if gap > 1 or (gap == 1 and not (line.first or at + 1 in passed)) or _of_motion(line, lines, at):
            break
        kind = _kind(one, own, line, doers, near=distance == 1 and not (gap and (own.bullet or line.bullet)))
        if kind == OTHER_WORDS and distance <= _NEAR:
            return Reply(unlabelled(line.text), line.span, kind)
        if kind == POSSIBLE and not (gap and line.bullet) and open_:
            possible = possible or Reply(unlabelled(line.text), line.span, kind)
        if form(FILE, "moves-on").search(line.text) or any(line.span.start <= span.start < line.span.end for span in taken):
            break
    return possible


def _of_motion(line: Sentence, lines: Sequence[Sentence], at: int) -> bool:
    """Whether a sentence is the written reply to a motion that the item began with: what was asked in the debate of it has no part in that."""
    if not form(FILE, "labelled").search(line.text) or advice_kinds.moves(lines[at].text):
        return False
    return any(advice_kinds.moves(before.text) for before in lines[:at])


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
    if near and any(form(FILE, name).search(text) for name in ("refers-back", "as-a-result")) and not form(FILE, "moves-on").search(text):
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


def _named(one: Found, told: Sequence[Found], lines: Sequence[Sentence]) -> Reply | None:
    """A later sentence of the item that says that it answers the recommendation, where it is the last one before it."""
    end = max(span.end for span in one.spans)
    for line in (line for line in lines if line.span.start >= end):
        if any(end < span.start <= line.span.start for other in told for span in other.spans):
            return None
        if form(FILE, "names-it").search(line.text):
            return Reply(unlabelled(line.text), line.span, OTHER_WORDS)
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
                return Reply(unlabelled(line.text), line.span, POSSIBLE)
    return None
