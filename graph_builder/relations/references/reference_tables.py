"""Tables of a work programme become references: which matter comes to which meeting, and when it was last reported."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Final, NamedTuple

from graph_builder.language.dates import Found
from graph_builder.language.passages import Passage
from graph_builder.model import Span
from graph_builder.relations.references import reference_dates
from graph_builder.relations.references.reference_bodies import Naming, Who
from graph_builder.relations.references.reference_marks import mark
from graph_builder.relations.references.reference_words import clue, load, section_regex

_SIGN = re.compile(r"[\ue000-\ue3ff]")
_YEARS = re.compile(r"\b(20\d\d)\s*[/–-]\s*(?:20)?(\d\d)\b")
_GOES_ON = re.compile(r"\W*[a-z•·▪\-–]|[•·▪]")
_DOUBT = re.compile(r"\([^()]*\?[^()]*\)|\b[\w ]{1,40}\?")
MOST_GAP: Final = 3


class Row(NamedTuple):
    """What one row tells: the relation, the date, the body where printed, the matter, and the words."""

    relation: str
    when: Found
    printed: str
    who: Who | None
    title: str
    evidence: tuple[Span, ...]
    named: Span | None = None
    """Where the body is named in the row."""


@dataclass(slots=True)
class Table:
    """The columns of the table that is being read, by what they hold, and what rows before the present one told."""

    columns: dict[str, int]
    width: int
    years: tuple[int, int] | None
    who: Who | None
    dates: tuple[tuple[Found, str], ...] = ()
    date_cell: Passage | None = None
    gap: int = 0
    printed: list[str] = field(default_factory=list)


@cache
def _columns() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(words, re.IGNORECASE) for name, words in load()["columns"].items()}


def head(cells: Sequence[Passage], heading: str, naming: Naming) -> Table | None:
    """The table that a row of column names opens; None where it is no head of a work programme.

    A column called only "Date" needs a heading above that speaks of a work programme.
    """
    found: dict[str, int] = {}
    for number, cell in enumerate(cells):
        for name, pattern in _columns().items():
            if name not in found and number not in found.values() and pattern.fullmatch(cell.text.strip(" :*")):
                found[name] = number
    programme = bool(section_regex("programme").fullmatch(heading))
    if "title" not in found or not ("date" in found or "last" in found or ("any-date" in found and programme)):
        return None
    if "date" not in found and "any-date" in found and (programme or "last" in found):
        found["date"] = found["any-date"]
    years = _YEARS.search(heading)
    named = naming.find(heading) if programme else []
    return Table(found, len(cells), (int(years[1]), int(years[1]) + 1) if years else None, named[0] if named else None)


def read(table: Table, cells: Sequence[Passage], naming: Naming, *, near: date) -> Iterator[Row]:
    """What a row below the head tells; a row without a date of its own belongs to the date of the row above."""
    date_cell, title_cell = _cell(table, cells, "date"), _cell(table, cells, "title")
    if title_cell is None or not title_cell.text or (not (date_cell and date_cell.text) and _GOES_ON.match(title_cell.text)):
        if date_cell and date_cell.text and not (title_cell and title_cell.text):
            table.dates, table.date_cell = _days(date_cell, table, near=near), date_cell
        return
    if date_cell is not None and date_cell.text:
        table.dates, table.date_cell = _days(date_cell, table, near=near), date_cell
    title = re.split(r"\s*[•·▪●]\s", title_cell.text)[0].strip(" :") or title_cell.text
    yield from _scheduled(table, cells, title_cell, title, naming=naming, near=near)
    last = _cell(table, cells, "last")
    if last is not None and last.text:
        yield from _last_reports(last, title_cell, title, naming, near=near)


def _cell(table: Table, cells: Sequence[Passage], name: str) -> Passage | None:
    number = table.columns.get(name)
    return cells[number] if number is not None and number < len(cells) else None


def _days(cell: Passage, table: Table, *, near: date) -> tuple[tuple[Found, str], ...]:
    """The dates of a cell that are not in doubt: "April 2020 (28 May?)" is the month."""
    text = _DOUBT.sub(lambda match: " " * len(match.group()), cell.text)
    return tuple((_in_years(when, table.years), cell.text[when.start : when.end]) for when in reference_dates.find(text, near=near))


def _in_years(when: Found, years: tuple[int, int] | None) -> Found:
    """A date without a year takes it from the programme's municipal year, which begins in May."""
    if when.has_year or years is None:
        return when
    year = years[0] if when.earliest.month >= 5 else years[1]
    try:
        return when._replace(earliest=when.earliest.replace(year=year), latest=when.latest.replace(year=year))
    except ValueError:  # 29 February
        return when


def _scheduled(table: Table, cells: Sequence[Passage], title_cell: Passage, title: str, *, naming: Naming, near: date) -> Iterator[Row]:
    column = _cell(table, cells, "body")
    named = naming.find(column.text) if column is not None else []
    if column is not None and column.text and not named:
        return  # somebody decides alone, or a body that nobody knows
    who = named[0] if named else table.who or naming.mine(0, 0)
    for when, printed in table.dates:
        if when.earliest > near and table.date_cell is not None:
            place = column.span(who.start, who.end) if named and column is not None else None
            yield Row("scheduled-item", when, printed, who, title, (table.date_cell.span(), title_cell.span()), place)


def _last_reports(cell: Passage, title_cell: Passage, title: str, naming: Naming, *, near: date) -> Iterator[Row]:
    """The dates of earlier reports, where the cell holds nothing but dates and bodies; a body stands before its date."""
    marked = mark(cell.text, naming, near=near)
    if clue("beside-dates").sub("", _SIGN.sub(" ", marked.text)):
        return
    for position, sign in enumerate(marked.text):
        for when in marked.dates_in(position, position + 1):
            before = re.search(r"(?:^|[\ue000-\ue0ff])[^\ue000-\ue0ff]*$", marked.text[:position])
            named = marked.bodies_in(before.start(), position) if before and sign else []
            if when.earliest <= near:
                who = named[-1] if named else None
                evidence = (title_cell.span(), cell.span(who.start if who else when.start, when.end))
                yield Row("last-report", when, cell.text[when.start : when.end], who, title, evidence, cell.span(who.start, who.end) if who else None)
