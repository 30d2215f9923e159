"""Plain rows of a SPARQL answer in, one row for each thing out: values gathered, quotes in the order of the page, partial dates printed."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pyoxigraph as ox

from graph_builder.store.dataset import Rows, Term
from graph_builder.vocabulary import compact

AT = "at"
"""The column that orders quotes and is not shown: the offset at which each begins."""
LATEST = "_latest"
"""How a column is called that is not shown, because the date before it is printed from both."""


@dataclass(frozen=True, slots=True)
class Gathering:
    """How rows are gathered: the columns that tell one thing from another (all, where none is named), pairs of columns that are one
    partial date, and columns of which only the first or the last value is wanted."""

    key: tuple[str, ...] = ()
    partial: tuple[tuple[str, str], ...] = ()
    first: tuple[str, ...] = ()
    last: tuple[str, ...] = ()

    def columns(self, selected: Iterable[str]) -> tuple[str, ...]:
        """Which of the columns that a query selects are shown."""
        return tuple(column for column in selected if column != AT and not column.endswith(LATEST))


def gather(answer: Rows, gathering: Gathering) -> Rows:
    """One row for each key, sorted, ids as CURIEs: several values of a cell joined by ` | `, several quotes from one document by ` … `."""
    columns = gathering.columns(answer.columns)
    groups: dict[tuple[str, ...], list[dict[str, str]]] = defaultdict(list)
    for terms in answer.terms:
        row = dict(zip(answer.columns, map(_print, terms), strict=True))
        _print_dates(row, gathering.partial)
        groups[tuple(row[column] for column in gathering.key or columns)].append(row)
    rows = sorted(tuple(_cell(column, group, gathering) for column in columns) for group in groups.values())
    return Rows(columns, tuple(tuple(cell or None for cell in row) for row in rows))


def _print(term: Term | None) -> str:
    """A term as a cell shows it: an id as a CURIE, a literal as its text, nothing as an empty text."""
    if term is None or isinstance(term, ox.Triple):
        return ""
    return compact(term.value) if isinstance(term, ox.NamedNode) else term.value


def _cell(column: str, group: Sequence[Mapping[str, str]], gathering: Gathering) -> str:
    values = sorted({row[column] for row in group if row[column]})
    if not values:
        return ""
    if column in gathering.first:
        return values[0]
    if column in gathering.last:
        return values[-1]
    if column == "quote":
        values = _quotes(group)
    return " | ".join(value.replace(" | ", " ¦ ") for value in values)


def _quotes(group: Sequence[Mapping[str, str]]) -> list[str]:
    """The quotes of each document, in the order of its text."""
    documents: dict[str, set[tuple[int, str]]] = defaultdict(set)
    for row in group:
        if row["quote"]:
            documents[row.get("document") or row.get("documents") or ""].add((int(row.get(AT) or 0), row["quote"]))
    return [" … ".join(quote for _, quote in sorted(quotes)) for _, quotes in sorted(documents.items())]


def _print_dates(row: dict[str, str], partial: Iterable[tuple[str, str]]) -> None:
    """A pair `date`, `date_latest` becomes one text; a pair of two columns that are both shown takes the two ends of it."""
    for first, second in partial:
        if not second.endswith(LATEST) and " | " in row[first] + row[second]:
            continue  # dates that papers tell differently stay as they are
        text = partial_date(row[first], row[second])
        if not second.endswith(LATEST):
            row[first], _, row[second] = text.partition("/")
        else:
            row[first] = text


def partial_date(earliest: str, latest: str) -> str:
    """A date as precise as it is: `2018-03-05`, `2018-03`, `2018`, or two of a kind with a slash between, the first and the last."""
    if not latest or earliest == latest:
        return earliest
    first, last = date.fromisoformat(earliest), date.fromisoformat(latest)
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        whole_years = (first.month, last.month) == (1, 12)
        earliest, latest = (earliest[:4], latest[:4]) if whole_years else (earliest[:7], latest[:7])
    return earliest if earliest == latest else f"{earliest}/{latest}"


def has_value(row: Mapping[str, str], columns: Iterable[str], name: str) -> bool:
    """Whether one of the columns, each of which may hold several values, has this one, in any case."""
    return any(name.casefold() in (row.get(column) or "").casefold().split(" | ") for column in columns)


def picked(rows: Rows, wanted: Mapping[str, str]) -> Rows:
    """The rows in which each of these columns has the value that is wanted, in any case."""
    places = {rows.columns.index(column): value.casefold() for column, value in wanted.items()}
    return Rows(rows.columns, tuple(row for row in rows.rows if all(value in (row[at] or "").casefold().split(" | ") for at, value in places.items())))
