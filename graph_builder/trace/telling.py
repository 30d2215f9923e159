"""A thread in, text out: for a terminal, as Markdown, or as JSON."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Final

from graph_builder.trace.thread import Extent, Line, Milestone, Missing, Series, Thread

WARNING: Final = "Read by a machine: check the quote."
_MARGIN: Final = "    "
_LONGEST: Final = 600
_MANY: Final = 3
"""So many councils without a word are told in one sentence."""


def tell(thread: Thread, *, form: str, width: int = 120) -> str:
    """The thread in one of the formats of `FORMATS`, ending in a newline; `width` is how many characters a line of a table may have."""
    return _table(thread, width) if form == "table" else FORMATS[form](thread)


def _table(thread: Thread, width: int) -> str:
    events = (line for event in thread.lines for line in _event(event, width))
    return "\n".join([*_opening(thread, width), "", *events, *_closing(thread, width)]) + "\n"


def title(thread: Thread) -> str:
    """What the thread is called."""
    return f"{thread.subject.label} ({thread.subject.kind})"


def _opening(thread: Thread, width: int) -> Iterator[str]:
    yield title(thread)
    yield WARNING
    told, quiet = silent(thread.extent)
    sentences = [*map(extent_sentence, told), *([quiet] if quiet else []), *thread.notes]
    yield from (line for one in sentences for line in textwrap.wrap(one, width, subsequent_indent="  "))


def silent(extents: Sequence[Extent]) -> tuple[list[Extent], str]:
    """The extents to be told one by one, and a sentence about the councils that are not: many of which no paper speaks of the subject."""
    quiet = [extent.council for extent in extents if not extent.papers]
    if len(quiet) < _MANY:
        return list(extents), ""
    sentence = f"No paper here of {len(quiet)} other councils speaks of it, which says nothing of what they did: {', '.join(sorted(quiet))}"
    return [extent for extent in extents if extent.papers], sentence


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
    yield from textwrap.wrap(f"{line.date or 'undated'}  {line.what}  {where}", width, subsequent_indent=_MARGIN)
    yield from textwrap.wrap(flat(line.text), width, initial_indent=_MARGIN, subsequent_indent=_MARGIN)
    quote = flat(line.quote)
    if quote:
        yield from textwrap.wrap(f"“{_cut(quote)}” {line.document}", width, initial_indent=_MARGIN, subsequent_indent=_MARGIN)
    yield from textwrap.wrap(f"[{line.strength}] {line.link}", width, initial_indent=_MARGIN, subsequent_indent=_MARGIN)


def _cut(quote: str) -> str:
    """A quote for a terminal; the other formats have all of it."""
    return quote if len(quote) <= _LONGEST else quote[:_LONGEST].rsplit(" ", 1)[0] + " […and more]"


def _closing(thread: Thread, width: int) -> Iterator[str]:
    for heading, sentences in sections(thread):
        yield from ("", heading)
        yield from (line for one in sentences for line in textwrap.wrap(one, width, initial_indent="  ", subsequent_indent=_MARGIN))
    yield from ("", counted(len(thread.lines), "line"))


def sections(thread: Thread) -> Iterator[tuple[str, list[str]]]:
    """What stands behind the lines, each part with its heading and sentences; a part that has nothing is left out."""
    parts = (
        ("From an inspection to the first word of it", [milestone_sentence(one) for one in thread.milestones]),
        ("Values of a measure", [sentence for one in thread.series for sentence in series_sentences(one)]),
        ("Spoken of, and not among these papers", [missing_sentence(one) for one in thread.missing]),
    )
    yield from (part for part in parts if part[1])


def milestone_sentence(one: Milestone) -> str:
    """When an inspection was published, and when a body first spoke of it."""
    between = "on the same day" if one.days == 0 else f"{counted(one.days, 'day')} later" if one.days is not None else f"on {one.date}"
    spoke = f"the first of these papers to speak of it is of {one.body}, {one.date}, {between}"
    return f"{one.inspection}: published {one.published}; {spoke}. “{flat(one.quote)}” {one.document}"


def series_sentences(one: Series) -> Iterator[str]:
    """A series, and each of its points with the words of its paper."""
    yield f"{one.indicator} ({one.council}):"
    for point in one.points:
        kind = f" ({point.kind})" if point.kind not in ("", "actual") else ""
        yield f"{point.date}  {point.value}{kind}  {point.words}  “{flat(point.line.quote)}” {point.line.document}"


def missing_sentence(one: Missing) -> str:
    """What is missing, and which paper speaks of it."""
    what = ", ".join(filter(None, (f"{one.kind} of {one.body}" if one.body else one.kind, one.date)))
    if one.kind == "response":
        what = f"response of {one.body} to the recommendation of {one.date}: no response found in this corpus"
    title = f": {flat(one.title)}" if one.title else ""
    return f"{what}{title}. {f'“{flat(one.quote)}” ' if one.quote else ''}{one.document}"


def flat(text: str) -> str:
    """A text in one line."""
    return " ".join(text.split())


def _markdown(thread: Thread) -> str:
    told, quiet = silent(thread.extent)
    sentences = [*map(extent_sentence, told), *([quiet] if quiet else [])]
    head = [f"# {_md(title(thread))}", "", f"**{WARNING}**", "", *(f"- {_md(one)}" for one in sentences), ""]
    notes = [*(f"- {_md(note)}" for note in thread.notes), ""] if thread.notes else []
    table = ["| date | council | body | item | what | text | link | quote | paper |", "|---|---|---|---|---|---|---|---|---|"]
    for line in thread.lines:
        cells = (line.date, line.council, line.body, line.item, line.what, line.text, f"{line.link} ({line.strength})", line.quote, line.document)
        table.append(f"| {' | '.join(map(_md, cells))} |")
    behind = [line for heading, told in sections(thread) for line in ("", f"## {heading}", "", *(f"- {_md(one)}" for one in told))]
    return "\n".join([*head, *notes, *table, *behind]) + "\n"


def _md(text: str) -> str:
    """Text that Markdown shows as it is: no markup of the paper's, no HTML, one line."""
    safe = flat(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return "".join(f"\\{char}" if char in "\\`*_[]|#" else char for char in safe)


def _json(thread: Thread) -> str:
    return json.dumps(asdict(thread), ensure_ascii=False, indent=1) + "\n"


def _html(thread: Thread) -> str:
    from graph_builder.trace.page import render

    return render(thread)


FORMATS: Final[Mapping[str, Callable[[Thread], str]]] = {"md": _markdown, "json": _json, "html": _html}
