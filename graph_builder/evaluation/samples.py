"""A view's rows in, a sheet to tick by hand out; the ticked sheet in, the share of right facts with its interval out, by view and by rule."""

from __future__ import annotations

import csv
import io
import math
import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from graph_builder.errors import BadData, MissingInput
from graph_builder.evaluation.calibration import Z

COLUMNS: Final = ("view", "of", "rule", "document", "fact", "quote", "claim", "right", "note")
_RIGHT: Final = frozenset(("y", "yes", "x", "1", "true", "right", "✓"))
_WRONG: Final = frozenset(("n", "no", "0", "false", "wrong", "-"))
_NOT_TOLD: Final = frozenset(("document", "documents", "quote", "claim", "basis", "confidence", "page", "url", "box"))
_SHEET: Final = """\
Read each fact beside its quote. Write y in the column `right` where the quote says the fact, n where it does not; leave it empty where you cannot tell.
"""


class Share(NamedTuple):
    """How many facts of a kind were judged and right, out of how many there are; `name` is a view, or a view and a rule."""

    name: str
    judged: int
    right: int
    of: int

    @property
    def share(self) -> float:
        """The share of right facts among those judged."""
        return self.right / self.judged

    @property
    def interval(self) -> tuple[float, float]:
        """Its 95 % interval by Wilson (1927), narrowed where the sample is a good part of all (Cochran 1977, 2.6)."""
        n, p = float(self.judged), self.share
        if self.of > self.judged:
            n *= (self.of - 1) / (self.of - self.judged)
        elif self.of == self.judged:
            return p, p
        middle = p + Z * Z / (2 * n)
        spread = Z * math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
        return max(0.0, (middle - spread) / (1 + Z * Z / n)), min(1.0, (middle + spread) / (1 + Z * Z / n))


def sheet(view: str, rows: Sequence[Mapping[str, str]], rules: Mapping[str, str], *, count: int, seed: int = 0) -> str:
    """A sheet, as CSV, of `count` facts of a view drawn at random, or of all where there are fewer; the same seed draws the same.

    `rules` has the rule of each claim. The column `of` says how many facts there were to draw from.
    """
    told = [row for row in rows if row.get("quote")]
    drawn = random.Random(seed).sample(told, min(count, len(told)))  # noqa: S311 a sample, no secret
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in drawn:
        document, claim = row.get("document") or row.get("documents") or "", row.get("claim", "")
        quote = " ".join(row["quote"].split())
        writer.writerow((view, len(told), rules.get(claim, ""), document, _fact(row), quote, claim, "", ""))
    return out.getvalue()


def _fact(row: Mapping[str, str]) -> str:
    """What a row says, column by column, without what only says where."""
    return "; ".join(f"{column}: {value}" for column, value in row.items() if value and column not in _NOT_TOLD and not column.endswith(("_id", "_basis")))


def read(path: Path) -> tuple[Share, ...]:
    """The shares of a ticked sheet: of each view, then of each rule of it, sorted by name.

    Raises MissingInput where there is no such file, BadData, with its line, for a tick that is neither yes nor no.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except FileNotFoundError as error:
        raise MissingInput("there is no such sheet; graph-builder sample VIEW -o FILE makes one", file=path) from error
    counted: dict[str, list[bool]] = defaultdict(list)
    sizes: dict[str, int] = {}
    for line, row in enumerate(rows, 2):
        right = _tick(row, path, line)
        if right is not None:
            sizes[row["view"]] = int(row["of"])
            counted[row["view"]].append(right)
            counted[f"{row['view']}: {row['rule']}"].append(right)
    return tuple(Share(name, len(ticks), sum(ticks), sizes.get(name, 0)) for name, ticks in sorted(counted.items()))


def _tick(row: Mapping[str, str | None], path: Path, line: int) -> bool | None:
    if not {"view", "of", "rule", "right"} <= {column for column, value in row.items() if value is not None}:
        raise BadData(f"is no sheet of graph-builder sample: it needs the columns {', '.join(COLUMNS)}", file=path, line=line)
    tick = (row["right"] or "").strip().casefold()
    if tick in _RIGHT:
        return True
    if tick in _WRONG:
        return False
    if tick:
        raise BadData(f"`{tick}` in the column `right` is neither y nor n", file=path, line=line)
    return None


def method(shares: Sequence[Share], program: str) -> str:
    """A paragraph of method for a paper: what was drawn and judged, and the precision of each view with its interval."""
    views = [share for share in shares if ": " not in share.name]
    told = "; ".join(f"{one.name} {one.right} of {one.judged} ({_percent(one)})" for one in views)
    return (
        f"Precision was estimated from simple random samples, drawn without replacement from all facts of a view and judged by hand beside the sentence"
        f" that each fact cites ({program}). Right were: {told}. Intervals are Wilson's 95 % intervals with a correction for finite populations."
    )


def _percent(one: Share) -> str:
    low, high = one.interval
    return f"{100 * one.share:.1f} %, 95 % interval {100 * low:.1f} to {100 * high:.1f} %, of {one.of} facts"


def instructions() -> str:
    """How a sheet is filled in."""
    return _SHEET
