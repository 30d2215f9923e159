"""A name in, the one subject that it stands for out: a topic, an inspection, a plan, a person or a body by any name that a paper or a scheme has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from graph_builder.errors import UsageError
from graph_builder.language import topic_scheme
from graph_builder.trace.corpus import Corpus, Row, values
from graph_builder.trace.thread import Subject
from graph_builder.trace.times import months

MOST_CANDIDATES: Final = 12
_SPACES: Final = re.compile(r"\s+")


def subjects(corpus: Corpus) -> Iterator[Subject]:
    """All that a thread can follow by name, of each kind in the order of its view."""
    yield from _topics(corpus)
    for row in corpus.rows("inspections"):
        yield Subject("inspection", row["claim"], inspection_label(row), _inspection_names(row), row.get("council", ""))
    for row in corpus.rows("plans"):
        names = (row["plan"], *values(row.get("names", "")), *values(row.get("acronyms", "")))
        yield Subject("plan", row["claim"], row["plan"], tuple(dict.fromkeys(names)), row.get("council", ""))
    for column, view, kind in (("person", "people", "person"), ("body", "bodies", "body")):
        for row in corpus.rows(view):
            names = (row[column], *values(row.get("names", "")), *values(row.get("acronyms", "")))
            yield Subject(kind, row[f"{column}_id"], row[column], tuple(dict.fromkeys(names)), row.get("council") or row.get("councils", ""))


def find(corpus: Corpus, name: str, *, kind: str = "", council: str = "") -> Subject:
    """The one subject of this name or id; a phrase where nothing is called so and no kind is asked for.

    Raises UsageError where several are called so, with the candidates, and where a kind is asked for and none of it is called so.
    """
    if kind == "phrase" and fold(name):  # any words are one
        return Subject("phrase", "", _SPACES.sub(" ", name).strip(), (name,))
    every = _decisions(corpus) if kind == "decision" or name.startswith("id:decision/") else subjects(corpus)
    found = [one for one in every if kind in ("", one.kind) and (not council or _of_council(one, council))]
    near = _exact(found, name) or [one for one in found if one.kind != "topic" and _resembles(one, name)]
    if len({one.id for one in near}) == 1:
        return replace(near[0], asked=name)
    if near:
        raise UsageError(_several(name, near))
    if not fold(name):
        raise UsageError("an empty name means nothing; name a topic, an inspection, a plan, a person or a body")
    if kind not in ("", "topic"):
        raise UsageError(f"no {kind} here is called {name!r}; graph-builder query {_VIEW[kind]} lists what there is")
    return find(corpus, name, kind="phrase")


def _exact(found: list[Subject], name: str) -> list[Subject]:
    """Those of this id, else of this name; what papers call so comes before a topic that has it as a second name."""
    called = [one for one in found if name == one.id] or [one for one in found if fold(name) in map(fold, one.names)]
    first = [one for one in called if one.kind != "topic" or name == one.id or fold(name) == fold(one.label)]
    return first or called


def fold(name: str) -> str:
    """A name as it is compared: without case, apostrophes and doubled spaces, an ampersand as the word."""
    return _SPACES.sub(" ", re.sub(r"['’‘`]", "", name.casefold().replace("&", " and "))).strip()


def inspection_label(row: Row) -> str:
    """Who inspected, what, whom and when: the name of a thing that papers give none."""
    who = " and ".join(values(row.get("inspectors", "")))
    start, end = row.get("start", ""), row.get("end", "")
    when = months(f"{start}/{end}" if end and end != start else start)
    whom = " of ".join(filter(None, (row.get("kind", "") or "inspection", row.get("inspected", ""))))
    return ", ".join(filter(None, (" ".join(filter(None, (who, whom))), when)))


_VIEW: Final = {"inspection": "inspections", "plan": "plans", "person": "people", "body": "bodies", "decision": "decisions"}


def _topics(corpus: Corpus) -> Iterator[Subject]:
    """The topics of the scheme, and those that the graph has beside it."""
    known = {topic.id: topic for topic in topic_scheme.topics()}
    for topic in known.values():
        yield Subject("topic", topic.id, topic.labels[0], topic.labels)
    for row in corpus.rows("topics"):
        if row["topic_id"] not in known:
            known[row["topic_id"]] = topic_scheme.Topic(row["topic_id"], (row["topic"],))
            yield Subject("topic", row["topic_id"], row["topic"], (row["topic"],))


def _decisions(corpus: Corpus) -> Iterator[Subject]:
    """Decisions, which have no names: they are known by their ids and texts."""
    for row in corpus.rows("decisions"):
        label = ", ".join(filter(None, (f"{row.get('outcome', '')}: {row.get('text', '')}".strip(": "), months(row.get("date", "")))))
        yield Subject("decision", row["claim"], label, (row.get("text", ""),), row.get("council", ""))


def _inspection_names(row: Row) -> tuple[str, ...]:
    """Its label, and that with what was inspected, in which any word of it is found."""
    label = inspection_label(row)
    return label, " ".join((label, *values(row.get("about", ""))))


def _of_council(subject: Subject, council: str) -> bool:
    return not subject.council or any(fold(council) in fold(one) for one in values(subject.council))


def _resembles(subject: Subject, name: str) -> bool:
    """Whether each word of the name stands in one of the subject's names."""
    words = fold(name).split()
    return any(all(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", fold(form)) for word in words) for form in subject.names) if words else False


def _several(name: str, found: list[Subject]) -> str:
    unique = {one.id: one for one in found}
    listed = "".join(f"\n  {one.kind}: {one.label}  <{one.id}>" for one in list(unique.values())[:MOST_CANDIDATES])
    more = f"\n  ... and {len(unique) - MOST_CANDIDATES} more" if len(unique) > MOST_CANDIDATES else ""
    return f"{len(unique)} things are called {name!r}; name one of them in full, or by its id:{listed}{more}"
