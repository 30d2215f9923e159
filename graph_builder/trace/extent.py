"""Lines and a corpus in, the extent of each council out: on which papers of which bodies a thread rests, and where that is too little to compare."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from graph_builder.trace.corpus import Corpus, values
from graph_builder.trace.thread import Extent, Line

FEW_PAPERS: Final = 3
"""With fewer papers a council's side of a thread is an accident of what was collected."""


def extents(corpus: Corpus, lines: Sequence[Line]) -> tuple[Extent, ...]:
    """One row for each council that the corpus has papers of, sorted by name."""
    councils = {*corpus.councils, *(council for line in lines for council in values(line.council))}
    return tuple(_extent(corpus, council, lines) for council in sorted(councils))


def _extent(corpus: Corpus, council: str, lines: Sequence[Line]) -> Extent:
    """The dates are those of the meetings that the papers are of; a letter or a report of none has no date here."""
    own = [line for line in lines if council in values(line.council)]
    every = corpus.councils.get(council, frozenset())
    papers = tuple(sorted({name for line in own for name in values(line.document) if name in every}))
    held = [corpus.papers[name] for name in papers if name in corpus.papers]
    dates = sorted(row["date"] for row in held if row.get("date"))
    bodies = tuple(sorted({row["body"] for row in held if row.get("body")}))
    thin = _thin(len(papers), len(every))
    return Extent(council, papers, bodies, dates[0] if dates else "", dates[-1] if dates else "", len(own), len(every), thin)


def _thin(papers: int, all_papers: int) -> str:
    if not papers:
        return f"none of its papers here ({all_papers}) speaks of it, which says nothing of what the council did"
    if papers < FEW_PAPERS:
        return f"only {papers} of its papers here {'speaks' if papers == 1 else 'speak'} of it: too thin to compare"
    return ""
