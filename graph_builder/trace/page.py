"""A thread in, one HTML file out: the timeline with its quotes, councils side by side, that needs no script and asks no host for anything."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from itertools import groupby
from typing import Any, Final

from markupsafe import Markup

from graph_builder.shown import link, visible
from graph_builder.trace import telling
from graph_builder.trace.chart import HEIGHT, WIDTH, chart, strip
from graph_builder.trace.corpus import by_paper, values
from graph_builder.trace.thread import STRENGTHS, Extent, Line, Thread
from graph_builder.trace.times import months, span

MOST_COLUMNS: Final = 3
"""With more councils than this their lines stand below each other, each with its council's name."""
COLOURS: Final = 6
SHOWN_OF_A_KIND: Final = 4
"""How many lines of one kind, body and day are shown before the rest is folded."""
LONG_QUOTE: Final = 420
CUT: Final = 220
"""A longer quote is folded behind so many of its first characters."""
DAY: Final = len("2018-03-05")


@dataclass(frozen=True, slots=True)
class Source:
    """The words of one paper, the beginning that stands for them where they are long, and where they are to be read."""

    quote: str
    cut: str
    document: str
    link: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A line as the page shows it; `firm` is how firmly it belongs, from 3 (explicit reference) to 0 (phrase), `verbatim` whether its text is
    the quote itself.
    """

    what: str
    text: str
    item: str
    why: str
    strength: str
    firm: int
    told: str
    basis: str
    sources: tuple[Source, ...]
    verbatim: bool


@dataclass(frozen=True, slots=True)
class Group:
    """What one body, or its paper, tells of one day: lines of one kind, the first of them and the rest that is folded."""

    body: str
    what: str
    shown: tuple[Entry, ...]
    folded: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One council's part of a day; `column` is its place, from 0."""

    council: str
    column: int
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """A date as it is sorted and as it is read, and what each council's papers tell of it."""

    date: str
    machine: str
    words: str
    cells: tuple[Cell, ...]


def render(thread: Thread) -> str:
    """The HTML of a thread; the same thread gives the same text."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("graph_builder.trace", "assets"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"seen": seen, "months": lambda text: seen(months(text)), "counted": telling.counted, "sources": _sources}
    return environment.get_template("trace.html").render(_content(thread))


def _content(thread: Thread) -> dict[str, Any]:
    style = _style()
    told, silent = telling.silent(sorted(thread.extent, key=lambda extent: (-extent.lines, extent.council)))
    speaking = [extent.council for extent in told if extent.lines]
    loose = [*dict.fromkeys(line.council for line in thread.lines if not set(values(line.council)) & set(speaking))]
    councils = [*speaking, *loose]
    return {
        "thread": thread,
        "title": f"{seen(thread.subject.label)}: a trace",
        "style": style,
        "policy": f"default-src 'none'; style-src {_digest(style)}; base-uri 'none'; form-action 'none'",
        "warning": telling.WARNING,
        "told": told,
        "silent": silent,
        "columns": {council: number for number, council in enumerate(councils)},
        "beside": 1 < len(councils) <= MOST_COLUMNS,
        "colours": COLOURS,
        "strip": strip(thread.lines, councils) if thread.lines else None,
        "charts": [(series, chart(series)) for series in thread.series],
        "width": WIDTH,
        "height": HEIGHT,
        "years": list(_years(thread.lines, councils)),
        "thin": [(extent.council, extent.thin) for extent in told if extent.thin],
        "span": _span(told),
    }


def _span(extents: Iterable[Extent]) -> str:
    dates = sorted(date for extent in extents for date in (extent.first, extent.last) if date)
    return " to ".join(dict.fromkeys((months(dates[0]), months(dates[-1])))) if dates else ""


def _years(lines: Sequence[Line], councils: Sequence[str]) -> Iterator[tuple[str, list[Day]]]:
    for year, told in groupby(_days(lines, councils), key=_year):
        yield year, list(told)


def _year(day: Day) -> str:
    days = span(day.date)
    return str(days.first.year) if days is not None else "Undated"


def _days(lines: Sequence[Line], councils: Sequence[str]) -> Iterator[Day]:
    """The lines are sorted by the first days of their dates; dates that begin together stand in the order of their texts."""
    for date, told in groupby(sorted(lines, key=lambda line: ((span(line.date) is None, span(line.date)), line.date)), key=lambda line: line.date):
        days = span(date)
        machine = days.first.isoformat()[: DAY if days.first == days.last else len("2018-03")] if days is not None else ""
        yield Day(date, machine, months(date) if date else "undated", tuple(_cells(list(told), councils)))


def _cells(lines: Sequence[Line], councils: Sequence[str]) -> Iterator[Cell]:
    for column, council in enumerate(councils):
        own = [line for line in lines if council in (values(line.council) or ("",))]
        if own:
            yield Cell(council, column, tuple(_groups(own)))


def _groups(lines: Iterable[Line]) -> Iterator[Group]:
    for (body, what), told in groupby(sorted(lines, key=_kind), key=lambda line: (line.body, line.what)):
        entries = [_entry(line) for line in told]
        kept = entries if len(entries) <= SHOWN_OF_A_KIND + 1 else entries[:SHOWN_OF_A_KIND]
        yield Group(body, what, tuple(kept), tuple(entries[len(kept) :]))


_ORDER: Final = ("inspection", "plan", "meeting item", "decision", "recommendation", "action", "measure", "reference")


def _kind(line: Line) -> tuple[str, int]:
    return line.body, _ORDER.index(line.what) if line.what in _ORDER else len(_ORDER)


def _entry(line: Line) -> Entry:
    firm = len(STRENGTHS) - 1 - STRENGTHS.index(line.strength)
    told = "" if line.own_date and line.told == line.date else line.told
    verbatim = seen(line.text).casefold() == seen(line.quote).casefold()
    return Entry(line.what, line.text, line.item, line.link, line.strength, firm, told, line.basis, _sources(line), verbatim)


def _sources(line: Line) -> tuple[Source, ...]:
    """The quote of each paper, with a link where the address of the paper is known."""
    pairs, urls, pages = by_paper(line.document, line.quote), values(line.url), values(line.page)
    found = []
    for number, (document, quote) in enumerate(pairs):
        url = urls[number] if len(urls) == len(pairs) or (len(pairs) == 1 and urls) else ""
        page = pages[number] if len(pages) == len(pairs) else ""
        cut = quote[:CUT].rsplit(" ", 1)[0] if len(quote) > LONG_QUOTE else ""
        found.append(Source(seen(quote), seen(cut), seen(document), link(url, quote.split(" … ")[0], page)))
    return tuple(found)


def seen(text: str) -> str:
    """A text as the page shows it: control characters spelt out, one line, several values of a cell with commas between them."""
    return " ".join(visible(text.replace(" | ", ", ")).split())


def _style() -> Markup:
    """Our own style sheet, which nothing in it may close; a browser hashes it with plain newlines."""
    content = resources.files("graph_builder.trace").joinpath("assets", "trace.css").read_text(encoding="utf-8")
    assert "</style" not in content.casefold()
    return Markup(content.replace("\r\n", "\n"))  # noqa: S704 (our own file, no word of a paper)


def _digest(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"
