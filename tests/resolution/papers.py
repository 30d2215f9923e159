"""Small papers for tests: minutes of an invented panel or parish, divided and read by the real readers without a model."""

from __future__ import annotations

import hashlib

from graph_builder import meetings, mentions
from graph_builder.model import Document, Id, Literal, Reading, Source, Statement
from graph_builder.paper import Item, Paper
from graph_builder.relations import relate

PANEL = "Housing and Planning Panel"
HEAD = """Ashford County Council

Minutes of the meeting of the Housing and Planning Panel held on Wednesday 13 March 2019 at 10.00 am in County Hall, Ashford

Present:
Councillor Anne Bell (Chairman)
Councillor C Dunn
Councillor R Hall
Councillor J Meade

"""
PARISH = """Wexcombe Parish Council

Minutes of the Parish Council meeting held on Tuesday 12 March 2019 at 7.30 pm in the Village Hall

Present: Cllr A Bell (Chair), Cllr C Dunn, Cllr R Hall, Cllr J Meade

"""


def document(text: str, kind: str = "minutes", **source: str) -> Document:
    """A paper with this text, as the reading room gives it."""
    text_hash = hashlib.sha256(text.encode()).hexdigest()
    return Document(f"{text_hash[:6]}.txt", text, text_hash, text_hash, Source(kind=kind, **source))


def minutes(words: str, *, title: str = "Housing update", head: str = HEAD) -> str:
    """The text of minutes in which some words stand under one item, between others."""
    return f"{head}1. Apologies\n\nNone.\n\n2. {title}\n\n{words}\n\n3. Any other business\n\nThere was none.\n"


def divided(words: str, *, title: str = "Housing update", head: str = HEAD) -> Paper:
    """Such minutes, divided."""
    return meetings.divide(document(minutes(words, title=title, head=head)))


def item(words: str, *, title: str = "Housing update", head: str = HEAD) -> Item:
    """The item of such minutes in which the words stand."""
    return next(one for one in divided(words, title=title, head=head).items if one.number and one.number.value == "2")


def reading(text: str, kind: str = "minutes", **source: str) -> Reading:
    """All that a paper with this text says, without a model."""
    return relate(mentions.find(meetings.divide(document(text, kind, **source))))


def values(statements: tuple[Statement, ...], predicate: Id, subject: Id = "") -> set[str]:
    """The ids and texts that statements say by a predicate, of one subject or of all."""
    found = (s.object for s in statements if s.predicate == predicate and subject in ("", s.subject))
    return {value.value if isinstance(value, Literal) else value for value in found}
