"""Scores as text: tables and lists for a terminal or a Markdown page."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final

from graph_builder.evaluation.scoring import Scores
from graph_builder.evaluation.tally import Found

HIDDEN: Final = frozenset({"document", "url", "claim", "confidence"})
HEAD: Final = ("view", "gold", "P", "R", "F1")


def table(scores: Scores, *, markdown: bool = False) -> str:
    """One line a view with the number of gold facts, precision (empty where gold does not list everything), recall and F1."""
    lines = [HEAD, *((view, str(tally.gold), *map(_figure, (tally.precision, tally.recall, tally.f1))) for view, tally in scores.tallies.items())]
    if markdown:
        body = ["| " + " | ".join(line) + " |" for line in lines]
        return "\n".join([body[0], "|---|---:|---:|---:|---:|", *body[1:], "", _mean(scores)])
    return "\n".join([f"{view:24}{gold:>6}{p:>8}{r:>8}{f1:>8}" for view, gold, p, r, f1 in lines] + [_mean(scores)])


def _figure(value: float) -> str:
    return "" if math.isnan(value) else f"{value:.3f}"


def _mean(scores: Scores) -> str:
    return f"mean F1 of {len(scores.tallies)} views: {scores.mean:.3f}" if scores.tallies else "nothing scored"


def findings(scores: Scores, *, invented: bool = True) -> Iterator[str]:
    """A line for each fact that was missed and, if asked for, each row that was invented."""
    for view, tally in scores.tallies.items():
        for word, found in (("missed", tally.missed), ("invented", tally.invented if invented else ())):
            for one in found:
                yield f"{one.document}: {view}: {word} {_shown(one)}"


def _shown(found: Found) -> str:
    if isinstance(found.what, dict):
        return "; ".join(f"{name}: {value}" for name, value in found.what.items() if value and name not in HIDDEN)
    return " | ".join(str(part) for part in found.what if part) if isinstance(found.what, list | tuple) else str(found.what)
