"""The inspections of a thread in, how soon each body spoke of them out: published, first spoken of, days between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from graph_builder.trace.corpus import Corpus, Row, by_paper, values
from graph_builder.trace.subjects import inspection_label
from graph_builder.trace.thread import Line, Milestone


def milestones(corpus: Corpus, lines: Iterable[Line]) -> tuple[Milestone, ...]:
    """For each published inspection of the thread, and each body, the first meeting whose paper here speaks of it; sorted by inspection and date."""
    told = {line.claim for line in lines if line.what == "inspection"}
    found = (one for row in corpus.rows("inspections") if row["claim"] in told and row.get("published") for one in _of(corpus, row))
    return tuple(sorted(found, key=lambda one: (one.published, one.inspection, one.date, one.body)))


def _of(corpus: Corpus, row: Row) -> Iterator[Milestone]:
    quotes = dict(by_paper(row.get("documents", ""), row.get("quote", "")))
    first: dict[tuple[str, str], tuple[str, str]] = {}
    for document in values(row.get("documents", "")):
        paper = corpus.papers.get(document, {})
        key = (paper.get("council", ""), paper.get("body", ""))
        when = paper.get("date", "")
        if when and key[1] and when >= row["published"][: len(when)]:
            first[key] = min(first.get(key, (when, document)), (when, document))
    for (council, body), (when, document) in first.items():
        label = inspection_label(row)
        yield Milestone(label, row["published"], council, body, when, days(row["published"], when), quotes.get(document, ""), document)


def days(first: str, second: str) -> int | None:
    """The days from one date to another; None where one of them is not known to the day."""
    try:
        return (date.fromisoformat(second) - date.fromisoformat(first)).days
    except ValueError:
        return None
