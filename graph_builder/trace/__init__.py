"""A dataset and a subject in, the thread of one issue out: across bodies and councils, in order of time, each line with its quote."""

from __future__ import annotations

from collections.abc import Iterator

from graph_builder import store
from graph_builder.errors import UsageError
from graph_builder.trace import subjects as names
from graph_builder.trace.corpus import Corpus, load
from graph_builder.trace.extent import extents
from graph_builder.trace.follow import lines_and_edges, within
from graph_builder.trace.milestones import milestones
from graph_builder.trace.series import series
from graph_builder.trace.telling import tell
from graph_builder.trace.thread import (
    COLUMNS,
    KINDS,
    MORE_COLUMNS,
    STRENGTHS,
    Edge,
    Extent,
    Line,
    Milestone,
    Missing,
    Point,
    Series,
    Subject,
    Thread,
)
from graph_builder.trace.views import View, query, rows, views
from graph_builder.trace.wanting import wanted

__all__ = [
    "COLUMNS",
    "KINDS",
    "MORE_COLUMNS",
    "STRENGTHS",
    "Corpus",
    "Edge",
    "Extent",
    "Line",
    "Milestone",
    "Missing",
    "Point",
    "Series",
    "Subject",
    "Thread",
    "View",
    "follow",
    "load",
    "of",
    "query",
    "resolve",
    "rows",
    "tell",
    "views",
    "wanted",
]


def follow(
    dataset: store.Dataset | Corpus,
    *,
    topic: str | None = None,
    inspection: str | None = None,
    plan: str | None = None,
    body: str | None = None,
    person: str | None = None,
    decision: str | None = None,
    phrase: str | None = None,
    since: str | None = None,
    until: str | None = None,
    council: str | None = None,
) -> Thread:
    """The thread of one subject, named by any name that papers or scheme have for it or by its id.

    Exactly one of topic, inspection, plan, person, decision and phrase is given; `body` alone is a subject too, and beside another one
    leaves the lines of that body. A topic that no scheme has is followed as a phrase. `since` and `until` are ISO dates as precise as you
    like, `council` a part of a council's name. A corpus that was loaded once may stand for the dataset.
    Raises UsageError where none or several are given, where a name means several things (with the candidates), or nothing.
    """
    corpus = dataset if isinstance(dataset, Corpus) else load(dataset)
    asked = {"topic": topic, "inspection": inspection, "plan": plan, "person": person, "decision": decision, "phrase": phrase}
    given = {kind: name for kind, name in asked.items() if name}
    only = body or ""
    if body and not given:
        given, only = {"body": body}, ""
    if len(given) != 1:
        raise UsageError("a thread follows one thing: give one of topic, inspection, plan, body, person, decision or phrase")
    ((kind, name),) = given.items()
    subject = names.find(corpus, name, kind=kind, council=council or "")
    return of(corpus, subject, since=since or "", until=until or "", council=council or "", body=only)


def resolve(dataset: store.Dataset | Corpus, name: str, *, council: str = "") -> Subject:
    """The one topic, inspection, plan, person or body of this name; a phrase where nothing is called so.

    Raises UsageError where several are called so, with the candidates.
    """
    return names.find(dataset if isinstance(dataset, Corpus) else load(dataset), name, council=council)


def of(corpus: Corpus, subject: Subject, *, since: str = "", until: str = "", council: str = "", body: str = "") -> Thread:
    """The thread of a subject that was resolved before.

    Raises UsageError for a date that is none and a council of which nothing is here.
    """
    if council and not any(council.casefold() in one.casefold() for one in corpus.councils):
        raise UsageError(f"no paper here is of a council called {council!r}; there are papers of {', '.join(corpus.councils) or 'none'}")
    every, edges = lines_and_edges(corpus, subject)
    lines = within(every, since=since, until=until, council=council, body=body)
    claims = {line.claim for line in lines}
    return Thread(
        subject,
        lines,
        edges=tuple(edge for edge in edges if edge.source in claims),
        extent=extents(corpus, lines),
        missing=wanted(corpus, claims=claims | {line.meeting_id for line in lines if line.item}),
        series=series(corpus, lines),
        milestones=milestones(corpus, lines),
        notes=tuple(_notes(subject)),
    )


def _notes(subject: Subject) -> Iterator[str]:
    if subject.kind == "phrase":
        yield f"Followed as a phrase, not as a topic of the scheme: these are the places where “{subject.label}” stands."
    elif subject.kind == "topic" and subject.asked and names.fold(subject.asked) not in (names.fold(subject.label), subject.id):
        yield f"“{subject.asked}” is a name of the topic {subject.label}, which is followed here; --phrase follows these very words."
