"""How far each rule can be trusted: scores and the rule of each claim go in, the share of its rows that gold has comes out."""

from __future__ import annotations

import csv
import io
import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Final

from graph_builder.evaluation.scoring import Scores, score
from graph_builder.vocabulary import PREFIXES, expand

LEAST: Final = 20
"""Under so many cases a share means nothing, and confidence is empty."""
VIEWS: Final = ("meetings", "attendance", "interests", "agenda", "decisions", "votes", "references.minutes")
"""The views in which gold lists everything, so that a row that gold lacks is wrong; each row is one claim."""
Z: Final = 1.959964  # of a 95 % interval
COLUMNS: Final = ("rule", "cases", "right", "share", "low", "high", "confidence")


@dataclass(frozen=True, slots=True)
class Trust:
    """What gold says of one rule: `low` and `high` bound the share by Wilson's 95 % interval."""

    rule: str
    cases: int
    right: int

    @property
    def share(self) -> float:
        """The share of its rows that gold has."""
        return self.right / self.cases

    @property
    def interval(self) -> tuple[float, float]:
        """The ends of the interval, by Wilson (1927), which holds for few cases and shares near 1."""
        n, p = self.cases, self.share
        middle = p + Z * Z / (2 * n)
        spread = Z * math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
        return ((middle - spread) / (1 + Z * Z / n), (middle + spread) / (1 + Z * Z / n))

    @property
    def confidence(self) -> float | None:
        """The share, or None where it is unmeasured."""
        return self.share if self.cases >= LEAST else None


def calibrate(tables: Path, gold: Path, rules: Mapping[str, str]) -> tuple[Trust, ...]:
    """What gold says of each rule, in the order of their names; `rules` has the rule of each claim, by the id in the tables' column."""
    return trust(score(tables, gold), rules)


def trust(scores: Scores, rules: Mapping[str, str]) -> tuple[Trust, ...]:
    """The same from scores that are there already; a claim may be a CURIE here and an IRI there."""
    known = {_iri(claim): rule for claim, rule in rules.items()}
    right: Counter[str] = Counter()
    cases: Counter[str] = Counter()
    for tally in (scores.tallies[view] for view in VIEWS if view in scores.tallies):
        wrong = (found.what for found in tally.invented)
        for rows, good in ((tally.right, 1), (wrong, 0)):
            for row in rows:
                rule = known.get(_iri(row.get("claim", "")))
                if rule is not None:
                    cases[rule] += 1
                    right[rule] += good
    return tuple(Trust(rule, cases[rule], right[rule]) for rule in sorted(cases))


def together(parts: Iterable[tuple[Trust, ...]]) -> tuple[Trust, ...]:
    """What several builds say, each against its own gold, as one."""
    cases: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for one in chain.from_iterable(parts):
        cases[one.rule] += one.cases
        right[one.rule] += one.right
    return tuple(Trust(rule, cases[rule], right[rule]) for rule in sorted(cases))


def _iri(claim: str) -> str:
    return expand(claim) if claim.partition(":")[0] in PREFIXES else claim


def as_csv(found: tuple[Trust, ...]) -> str:
    """The rules as CSV; confidence is empty where it is unmeasured."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in found:
        low, high = one.interval
        confidence = "" if one.confidence is None else f"{one.confidence:.3f}"
        writer.writerow([one.rule, one.cases, one.right, f"{one.share:.3f}", f"{low:.3f}", f"{high:.3f}", confidence])
    return out.getvalue()
