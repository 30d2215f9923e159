"""A thread in, text out: for a terminal, as Markdown, or as JSON."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from typing import Final

from graph_builder.trace.thread import Extent, Line, Thread

WARNING: Final = "Read by a machine: check the quote."
_MARGIN: Final = "    "


def tell(thread: Thread, *, form: str, width: int = 120) -> str:
    """The thread in one of the formats of `FORMATS`, ending in a newline; `width` is how many characters a line of a table may have."""
    return _table(thread, width) if form == "table" else FORMATS[form](thread)


def _table(thread: Thread, width: int) -> str:
    return "\n".join([*_opening(thread, width), "", *(line for event in thread.lines for line in _event(event, width)), *_closing(thread)]) + "\n"


def title(thread: Thread) -> str:
    """What the thread is called."""
    return f"{thread.subject.label} ({thread.subject.kind})"


def _opening(thread: Thread, width: int) -> Iterator[str]:
    yield title(thread)
    yield WARNING
    yield from (line for extent in thread.extent for line in textwrap.wrap(extent_sentence(extent), width, subsequent_indent="  "))
    yield from (line for note in thread.notes for line in textwrap.wrap(note, width, subsequent_indent="  "))


def extent_sentence(extent: Extent) -> str:
    """What one council's side of a thread rests on."""
    papers = f"{len(extent.papers)} of {counted(extent.all_papers, 'paper')}"
    bodies = f" of {' and '.join(extent.bodies)}" if extent.bodies else ""
    when = f", {extent.first} to {extent.last}" if extent.last != extent.first else f", {extent.first}" if extent.first else ""
    thin = f"; {extent.thin}" if extent.thin else ""
    return f"{extent.council}: {papers}{bodies}{when}, {counted(extent.lines, 'line')}{thin}"


def counted(number: int, noun: str) -> str:
    """A number with its noun."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _event(line: Line, width: int) -> Iterator[str]:
    where = ", ".join(filter(None, (line.council, line.body if line.body != line.council else "", f"item {line.item}" if line.item else "")))
    yield f"{line.date or 'undated'}  {line.what}  {where}"
    yield from textwrap.wrap(" ".join(line.text.split()), width, initial_indent=_MARGIN, subsequent_indent=_MARGIN)
    quote = " ".join(line.quote.split())
    if quote:
        yield from textwrap.wrap(f"“{quote}” {line.document}", width, initial_indent=_MARGIN, subsequent_indent=_MARGIN)
    yield f"{_MARGIN}[{line.strength}] {line.link}"


def _closing(thread: Thread) -> Iterator[str]:
    yield ""
    yield f"{counted(len(thread.lines), 'line')}"


def _markdown(thread: Thread) -> str:
    head = [f"# {_md(title(thread))}", "", f"**{WARNING}**", "", *(f"- {_md(extent_sentence(extent))}" for extent in thread.extent), ""]
    notes = [*(f"- {_md(note)}" for note in thread.notes), ""] if thread.notes else []
    table = ["| date | council | body | item | what | text | link | quote | paper |", "|---|---|---|---|---|---|---|---|---|"]
    for line in thread.lines:
        cells = (line.date, line.council, line.body, line.item, line.what, line.text, f"{line.link} ({line.strength})", line.quote, line.document)
        table.append(f"| {' | '.join(map(_md, cells))} |")
    return "\n".join([*head, *notes, *table]) + "\n"


def _md(text: str) -> str:
    """Text that Markdown shows as it is: no markup of the paper's, no HTML, one line."""
    flat = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return "".join(f"\\{char}" if char in "\\`*_[]|#" else char for char in flat)


def _json(thread: Thread) -> str:
    return json.dumps(asdict(thread), ensure_ascii=False, indent=1) + "\n"


FORMATS: Final[Mapping[str, Callable[[Thread], str]]] = {"md": _markdown, "json": _json}
