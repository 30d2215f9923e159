"""Small papers for tests of the readers of content, and what the readers say of them as plain values."""

from __future__ import annotations

import hashlib
from collections import defaultdict

from graph_builder import meetings, mentions
from graph_builder import vocabulary as v
from graph_builder.model import Document, Id, Literal, Reading, Source, Statement
from graph_builder.relations import relate

HEAD = """Ashford County Council

Minutes of the meeting of the Children and Education Panel held on Wednesday 13 March 2019 at 10.00 am in County Hall, Ashford

Present:
Councillor A Bell (Chairman)
Councillor C Dunn

"""
Node = dict[Id, list[str]]


def document(text: str, **source: str) -> Document:
    text_hash = hashlib.sha256(text.encode()).hexdigest()
    return Document("paper.txt", text, text_hash, text_hash, Source(file="paper.txt", **source))


def minutes(words: str, *, title: str = "Report of the Director", council: str = "Ashford County Council", year: str = "2019") -> Document:
    """Minutes of 13 March 2019, or of another year, with one item that tells something."""
    head = HEAD.replace("Ashford County Council", council).replace("2019", year)
    return document(f"{head}1. Apologies\n\nNone.\n\n2. {title}\n\n{words}\n\n3. Any other business\n\nThere was none.\n", kind="minutes", council=council)


def read(paper: Document) -> Reading:
    return relate(mentions.find(meetings.divide(paper)))


def nodes(reading: Reading, kind: Id) -> dict[Id, Node]:
    """The things of a class that a paper tells: for each its properties as texts, things named by the end of their ids."""
    ids = [s.subject for s in reading.statements if s.predicate == v.TYPE and s.object == kind]
    found: dict[Id, Node] = {id_: defaultdict(list) for id_ in ids}
    for s in reading.statements:
        if s.subject in found and (value := text_of(s)) not in found[s.subject][s.predicate]:
            found[s.subject][s.predicate].append(value)
    return found


def text_of(statement: Statement) -> str:
    value = statement.object
    return value.value if isinstance(value, Literal) else value.rsplit("/", 1)[-1]


def quotes(reading: Reading, id_: Id) -> list[str]:
    """The words that prove a thing."""
    [statement] = [s for s in reading.statements if s.subject == id_ and s.predicate == v.TYPE]
    return [reading.document.quote(span) for span in statement.evidence]


def answers(reading: Reading) -> dict[str, list[tuple[str, str]]]:
    """How the recommendations of a paper are answered: for the words of each, the kind and the words of its responses."""
    found: dict[str, list[tuple[str, str]]] = {}
    told = nodes(reading, v.RECOMMENDATION)
    for id_, node in told.items():
        of = {s.subject for s in reading.statements if s.predicate == v.RESPONDS_TO and s.object == id_}
        replies = [one for key, one in nodes(reading, v.RESPONSE).items() if key in of]
        found[node[v.TEXT][0]] = [(reply[v.RESPONSE_KIND][0].partition(":")[2], reply[v.TEXT][0]) for reply in replies]
    return found
