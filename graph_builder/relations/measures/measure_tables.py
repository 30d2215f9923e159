"""Tables of figures: indicators with baseline, target and tolerance, and budgets, a row by column; which column holds what, the header row tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph_builder.language.passages import Passage
from graph_builder.model import Span
from graph_builder.paper import Paragraph
from graph_builder.relations.forms import form
from graph_builder.relations.measures import figures, periods
from graph_builder.relations.measures.figure_masks import FILE

_VALUE = re.compile(
    r"^\(?\s*[-−–+]?\s*[£€$]?\s*[-−]?\(?\d[\d,]*(?:\.\d+)?\s*\)?\s*(?:%|per\s?cent|k|m|bn|million|pts|pps?|days?|weeks?)?\s*\)?\s*[*†+]?$",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(?P<low>[-−]?\d[\d,]*(?:\.\d+)?)\s?(?P<a>%)?\s?(?:-|–|to)\s?(?P<high>[-−]?\d[\d,]*(?:\.\d+)?)\s?(?P<b>%)?", re.IGNORECASE)
# `(1271 / 2391)` and no year: `(2018/19)`
_SHARE = re.compile(r"\((?!\s*(?:19|20)\d\d\s*/\s*\d\d\s*\))\s*(?P<n>\d[\d,]*)\s*(?:/|out\s+of|of)\s*(?P<d>\d[\d,]*)\s*\)", re.IGNORECASE)
_UNIT = re.compile(r"^\(?\s*(?:[£€$]\s?(?:'?000s?|m|million|k)?|%|no\.?|number|'000s?)\s*\)?$", re.IGNORECASE)
_FURNITURE = re.compile(r"^Page\s+\d+\s+(?=\S)", re.IGNORECASE)
_ZERO = re.compile(r"^[£€$(\s-]*0+(?:[.,]0+)?\s*%?\)?$")


@dataclass(frozen=True, slots=True)
class Observed:
    """One value with what it measures, its parts as texts (empty where there is none), its words and the rule that read it."""

    indicator: str
    value: str
    evidence: tuple[Span, ...]
    rule: str
    kind: str = ""
    unit: str = ""
    low: str = ""
    high: str = ""
    numerator: str = ""
    denominator: str = ""
    period: str = ""
    number: str = ""
    schedule: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """What the header says of a column: its words, what it holds, the period and unit that it names."""

    index: int
    words: str
    kind: str
    """indicator, number, schedule, ignored, baseline, target, tolerance, actual, or empty for a value that is none of these."""
    period: str = ""
    unit: str = ""
    head: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under one header."""

    header: tuple[Passage, ...]
    rows: list[Paragraph] = field(default_factory=list)
    units: tuple[Passage, ...] = ()
    caption: str = ""


def is_value(text: str) -> bool:
    """Whether a cell holds a figure alone."""
    return bool(_VALUE.match(text))


def is_unit(text: str) -> bool:
    """Whether a cell holds the unit of its column alone."""
    return bool(_UNIT.match(text))


def tables(paragraphs: Sequence[Paragraph]) -> Iterator[Table]:
    """The tables of a section: runs of rows, each under the header that begins it. A table under the header of another takes its units."""
    table: Table | None = None
    units: dict[tuple[str, ...], tuple[Passage, ...]] = {}
    caption = ""
    for paragraph in paragraphs:
        if len(paragraph.cells) < 2:
            if table is not None:
                yield table
            table = None
            caption = paragraph.passage.text if _is_caption(paragraph) else caption if not paragraph.passage.text else ""
        elif table is None or _texts(paragraph.cells) == _texts(table.header):
            if table is not None:
                yield table
            table = Table(paragraph.cells, units=units.get(_texts(paragraph.cells), ()), caption=caption) if _is_header(paragraph.cells) else None
        elif not table.rows and _is_units(paragraph.cells):
            units[_texts(table.header)] = paragraph.cells
            table = Table(table.header, table.rows, paragraph.cells, table.caption)
        else:
            table.rows.append(paragraph)
    if table is not None:
        yield table


def _texts(cells: Sequence[Passage]) -> tuple[str, ...]:
    return tuple(cell.text.casefold() for cell in cells)


def _is_caption(paragraph: Paragraph) -> bool:
    text = paragraph.passage.text
    return 3 < len(text) < 110 and not paragraph.bullet and not text.rstrip().endswith((".", ";", ","))


def _is_header(cells: Sequence[Passage]) -> bool:
    """Whether a row is of words: years count as words, figures do not."""
    filled = [cell.text for cell in cells if cell.text]
    return (
        len(filled) >= 2
        and not any(_VALUE.match(text) and not re.fullmatch(r"(?:19|20)\d\d", text) for text in filled)
        and all(len(text) < 90 for text in filled)
    )


def _is_units(cells: Sequence[Passage]) -> bool:
    filled = [cell.text for cell in cells[1:] if cell.text]
    return bool(filled) and not cells[0].text and all(_UNIT.match(text) for text in filled)


def read(table: Table) -> Iterator[Observed]:
    """The values of a table: of indicators where its header names them, else of a grid of figures under its columns."""
    columns = [_column(index, cell, table) for index, cell in enumerate(table.header)]
    label = next((c for c in columns if c.kind == "indicator"), None) or next((c for c in columns if c.kind == "number" and _wordy(table, c.index)), None)
    told = [c for c in columns if c.kind in {"baseline", "target", "tolerance"}]
    if label is not None and (told or _measures(table, columns, label.index)):
        for row in table.rows:
            yield from _indicator_row(row.cells, columns, label)
    elif not label and _measures(table, columns, 0) and not form(FILE, "not-measured").search(table.header[0].text):
        for row in table.rows:
            yield from _grid_row(row.cells, columns)


def _column(index: int, cell: Passage, table: Table) -> Column:
    words = " ".join(cell.text.split())
    named = [p for p in periods.find(words, near=None) if p.shown]
    bare = re.fullmatch(r"(?:19|20)\d\d", words)
    period = bare.group() if bare else named[0].shown if named else ""
    unit_cell = table.units[index] if index < len(table.units) else None
    bracket = re.search(r"\(?(?P<u>[£€$]\s?(?:'?000s?|m|k)|%|[£€$])\)?\s*$", words)
    unit = unit_cell.text if unit_cell and unit_cell.text else bracket["u"] if bracket else ""
    head = tuple(part.span() for part in (cell, unit_cell) if part and part.text)
    return Column(index, words, _kind(words, index), period, "".join(unit.split()).strip("()"), head)


def _kind(words: str, index: int) -> str:
    for kind in ("indicator", "number", "schedule", "tolerance", "baseline", "target"):
        if form(FILE, f"column-{kind}").search(words) and not (kind == "number" and index > 1):
            return kind
    if not words or form(FILE, "column-ignored").search(words):
        return "ignored"
    return "" if form(FILE, "uncertain-column").search(words) else "actual"


def _measures(table: Table, columns: Sequence[Column], label: int) -> bool:
    """Whether most cells that are filled, beside the label, are figures."""
    cells = [
        row.cells[c.index].text
        for row in table.rows
        for c in columns
        if c.index != label and c.kind not in {"ignored", "number", "schedule"} and c.index < len(row.cells)
    ]
    filled = [text for text in cells if text and text not in {"-", "–"}]
    labels = [row.cells[label].text for row in table.rows if label < len(row.cells) and row.cells[label].text]
    words = sum(bool(re.search(r"[A-Za-z]{2}", text)) for text in labels)
    return len(filled) >= 2 and sum(bool(_VALUE.match(text)) for text in filled) / len(filled) >= 0.7 and words >= 0.7 * max(1, len(labels))


def _wordy(table: Table, index: int) -> bool:
    """Whether the cells of a column are of several words, as names of indicators are and their numbers are not."""
    cells = [row.cells[index].text for row in table.rows if index < len(row.cells) and row.cells[index].text]
    return bool(cells) and sum(len(text.split()) > 2 for text in cells) > len(cells) / 2


def _indicator_row(cells: tuple[Passage, ...], columns: Sequence[Column], label: Column) -> Iterator[Observed]:
    named = _cell(cells, label.index)
    if named is None:
        return
    number = next((_cleaned(cell) for c in columns if c.kind == "number" and (cell := _cell(cells, c.index))), None)
    schedule = next((cell for c in columns if c.kind == "schedule" and (cell := _cell(cells, c.index))), None)
    for column in columns:
        cell = _cell(cells, column.index)
        if cell is None or column is label or column.kind in {"indicator", "number", "schedule", "ignored"}:
            continue
        if column.kind in {"", "actual"} and not _VALUE.match(cell.text) and not _SHARE.search(cell.text):
            continue
        evidence = tuple(part.span() for part in (number, named, cell, schedule) if part) + column.head
        indicator = ", ".join(filter(None, (named.text, _short(column))))
        yield _value(cell.text, column, indicator, evidence, number=number.text if number else "", schedule=schedule.text if schedule else "")


def _grid_row(cells: tuple[Passage, ...], columns: Sequence[Column]) -> Iterator[Observed]:
    label = _cell(cells, 0)
    if label is None or not re.search(r"[A-Za-z]{2}", label.text):
        return
    for column in columns[1:]:
        cell = _cell(cells, column.index)
        if cell is None or column.kind in {"ignored", "number", "schedule", "indicator"} or not _VALUE.match(cell.text) or _ZERO.match(cell.text):
            continue
        indicator = " ".join(filter(None, (label.text, _short(column))))
        yield _value(cell.text, column, indicator, (label.span(), cell.span(), *column.head))


def _short(column: Column) -> str:
    """The words of a column that say more of what is measured than its period, its unit and its kind do."""
    words = column.words
    for period in reversed(periods.find(words, near=None)):
        if period.shown:
            words = f"{words[: period.start]} {words[period.end :]}"
    words = re.sub(r"\(?(?:[£€$]\s?(?:'?000s?|m|k)?|%)\)?", " ", words)
    words = " ".join(words.split())
    told = column.kind in {"baseline", "target", "tolerance"} or form(FILE, "column-bare").fullmatch(words)
    return "" if told or re.fullmatch(r"(?:19|20)\d\d", words) else words


def _value(text: str, column: Column, indicator: str, evidence: tuple[Span, ...], *, number: str = "", schedule: str = "") -> Observed:
    """A cell as an observation: `53.2% (1271 / 2391) (2018/19)` is a value, two counts and a period."""
    share = _SHARE.search(text)
    rest = text.replace(share.group(), " ") if share else text
    found = [p for p in periods.find(rest, near=None) if p.shown and column.kind != "tolerance"]
    for period in reversed(found):
        rest = f"{rest[: period.start]} {rest[period.end :]}"
    printed = re.sub(r"\(\s*\)", " ", rest)
    printed = " ".join(printed.split()) or text
    low, high = _ends(printed)
    unit = "%" if "%" in printed else next((c for c in "£€$" if c in printed), column.unit)
    return Observed(
        indicator, printed, evidence, f"table-{column.kind or 'value'}", kind=column.kind, unit=unit, low=low, high=high,
        numerator=share["n"].replace(",", "") if share else "", denominator=share["d"].replace(",", "") if share else "",
        period=found[0].shown if found else column.period, number=number, schedule=schedule,
    )  # fmt: skip


def _ends(printed: str) -> tuple[str, str]:
    """The lowest and the highest number of a value, one where they are the same; empty texts where it is of words."""
    between = _RANGE.match(printed)
    if between:
        return tuple(figures.plain(figures.scaled(between[end])) for end in ("low", "high"))  # type: ignore[return-value]
    value = figures.number(printed) if re.match(r"[(£€$\s<>~-]*[-−]?\d", printed) else None
    return (figures.plain(value), figures.plain(value)) if value is not None else ("", "")


def _cell(cells: tuple[Passage, ...], index: int) -> Passage | None:
    return cells[index] if index < len(cells) and cells[index].text and cells[index].text not in {"-", "–"} else None


def _cleaned(cell: Passage) -> Passage:
    """A cell without the page number that a reader of PDF left in it."""
    furniture = _FURNITURE.match(cell.text)
    return cell.cut(furniture.end()) if furniture else cell
