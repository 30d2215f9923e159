"""A recommendation and the sentences of its item go in; out comes a later one that answers by naming its maker or its subject, or that replies to a motion."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from graph_builder.model import Span
from graph_builder.relations.forms import form
from graph_builder.relations.recommendations import advice_kinds
from graph_builder.relations.recommendations.advice_parts import Found
from graph_builder.relations.recommendations.advice_words import bare
from graph_builder.relations.recommendations.answers import OTHER_WORDS, POSSIBLE
from graph_builder.relations.recommendations.reply_words import FILE, Reply, Sentence, shared, unlabelled

_MANY: Final = re.compile(r"(?:members?|councillors?|cllrs?|committee|panel|board|council|cabinet|group|meeting|forum|residents|officers?)", re.IGNORECASE)
_SHARED: Final = 2
"""How many rare words an answer to nobody by name must share with what was suggested."""


def told(one: Found, lines: Sequence[Sentence], at: int, others: Sequence[Found]) -> Reply | None:
    """A later sentence that says that it answers whoever made the recommendation at a sentence, or takes it on board; or the reply to a motion.

    A suggestion of somebody who made several is the last one before it.
    """
    later, own = _same_matter(lines, at), lines[at]
    if advice_kinds.moves(own.text):
        return next((_reply(line, OTHER_WORDS) for line in later if form(FILE, "labelled").search(line.text)), None)
    who = _name(one)
    for name in ("takes-on-board", "subject-of-member") if who else ():
        for line in later:
            match = form(FILE, name).search(line.text)
            subject = match.groupdict().get("subject") if match else None
            fits = shared(subject, own.text) if subject else not _said_more(one, line, others)
            if match and fits and _is_named(who, match["names"]):
                return _reply(line, OTHER_WORDS)
    if one.advice.rule != "suggests":
        return None
    return next((_reply(line, OTHER_WORDS) for line in later if form(FILE, "takes-all").search(line.text)), None)


def possible(one: Found, lines: Sequence[Sentence], at: int) -> Reply | None:
    """A later sentence that is likely to answer: said in response to whoever made the recommendation, or to all questions, in words that it shares."""
    later, own, who = _same_matter(lines, at), lines[at], _name(one)
    for place, line in enumerate(later):
        match = form(FILE, "answers-member").search(line.text) if who else None
        if match and _is_named(who, match["names"]):
            paragraph = [after for after in later[place:] if after.paragraph == line.paragraph]
            count = next((n for n in range(1, len(paragraph) + 1) if shared(one.advice.text, paragraph[n - 1].text)), 0)
            if count:
                return _joined(paragraph[:count])
        if form(FILE, "answers-questions").search(line.text) and len(shared(own.text, line.text)) >= _SHARED:
            return _reply(line, POSSIBLE)
    return None


def _said_more(one: Found, line: Sentence, others: Sequence[Found]) -> bool:
    """Whether whoever made a recommendation made another between it and a sentence."""
    end = max(span.end for span in one.spans)
    return any(end <= span.start < line.span.start for other in others if _name(other) == _name(one) for span in other.spans)


def _same_matter(lines: Sequence[Sentence], at: int) -> list[Sentence]:
    """The sentences behind one up to where the paper turns to another matter or motion."""
    found: list[Sentence] = []
    for line in lines[at + 1 :]:
        if form(FILE, "new-matter").match(line.text) or advice_kinds.moves(line.text):
            break
        found.append(line)
    return found


def _name(one: Found) -> str:
    """The last name, or the post, by which an answer would name whoever made a recommendation; empty for a body or many people."""
    words = bare(one.advice.by).split()
    last = words[-1] if words else ""
    return last if last[:1].isupper() and not _MANY.fullmatch(last) else ""


def _is_named(who: str, names: str) -> bool:
    return bool(re.search(rf"(?<![\w'’-]){_either(who)}(?![\w-])", names))


def _either(who: str) -> str:
    """A name with either kind of apostrophe."""
    return re.sub(r"['’]", "['’]", re.escape(who))


def _reply(line: Sentence, kind: str) -> Reply:
    return Reply(unlabelled(line.text), line.span, kind)


def _joined(lines: Sequence[Sentence]) -> Reply:
    """A possible answer of several sentences of one paragraph."""
    span = Span(lines[0].span.document, lines[0].span.start, lines[-1].span.end)
    return Reply(unlabelled(" ".join(line.text for line in lines)), span, POSSIBLE)
