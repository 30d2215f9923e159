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
    papers: dict[str, set[str]] = {}
    for row in corpus.rows("meetings"):
        for council in values(row.get("council", "")):
            papers.setdefault(council, set()).add(row["document"])
    for line in lines:
        for council in values(line.council):
            papers.setdefault(council, set())
    return tuple(_extent(corpus, council, lines, len(papers[council])) for council in sorted(papers))


def _extent(corpus: Corpus, council: str, lines: Sequence[Line], all_papers: int) -> Extent:
    own = [line for line in lines if council in values(line.council)]
    names = sorted({name for line in own for name in values(line.document)})
    held = [corpus.papers[name] for name in names if name in corpus.papers and council in values(corpus.papers[name].get("council", ""))]
    dates = sorted(row["date"] for row in held if row.get("date"))
    bodies = tuple(sorted({row["body"] for row in held if row.get("body")}))
    mine = tuple(row["document"] for row in held)
    thin = _thin(len(mine), all_papers)
    return Extent(council, mine, bodies, dates[0] if dates else "", dates[-1] if dates else "", len(own), max(all_papers, len(mine)), thin)


def _thin(papers: int, all_papers: int) -> str:
    if not papers:
        return f"none of its {all_papers} papers here speaks of it, which says nothing of what the council did"
    if papers < FEW_PAPERS:
        return f"only {papers} of its papers here {'speaks' if papers == 1 else 'speak'} of it: too thin to compare"
    return ""
