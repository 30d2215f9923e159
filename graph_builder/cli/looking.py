"""The command that shows what the readers make of one paper."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from graph_builder.anatomy import Anatomy, Block

_STATES: Final = {"read": " ", "ignored": "-", "not understood": "?"}
_FORMS: Final = {
    "pdf": "PDF", "docx": "Word", "odt": "OpenDocument", "html": "web page", "moderngov-html": "ModernGov web page", "moderngov-xml": "ModernGov web service",
    "text": "plain text",
}  # fmt: skip


@click.command(name="inspect")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "-f", "form", type=click.Choice(("text", "json")), default="text", show_default=True, help="For the eye, or with everything.")
@click.option("--model", metavar="NAME", help="The spaCy pipeline to read with; `none` reads by rules alone.")
@click.option("--sources", type=click.Path(path_type=Path), metavar="LIST", help="A list of sources that wins over the sources.yml beside the paper.")
def inspect_paper(file: Path, form: str, model: str | None, sources: Path | None) -> None:
    """Show what the readers make of one paper: head, people, items, and each line.

    A line is marked `-` where it is ignored by name, and `?` where it was not understood, with the reason in brackets; what a line says
    stands behind an arrow. Nothing is published, and nothing is masked: it is your paper as it is.

    \b
    Example:
      graph-builder inspect minutes.pdf
      graph-builder inspect minutes.pdf --format json > minutes.json
    """
    from graph_builder import pipeline

    found = pipeline.examine(file, model=model or pipeline.MODEL, sources=sources)
    if form == "json":
        click.echo(json.dumps(found.record(), ensure_ascii=False, indent=1))
    else:
        width = max(60, shutil.get_terminal_size((120, 24)).columns)
        for line in _pages(found, width):
            click.echo(line.rstrip())


def _pages(found: Anatomy, width: int) -> Iterator[str]:
    pages = f", {found.pages} pages" if found.pages else ""
    yield f"{found.file}: {_FORMS.get(found.form, found.form)}{pages}, read as {_article(found.kind)}"
    yield from (f"  note: {warning}" for warning in found.warnings)
    yield from ("", "Head")
    yield from _columns([[fact.what, fact.value or "not stated", fact.basis, _page(fact.page), _quote(fact.quote)] for fact in found.head], width)
    yield from ("", f"People in lists ({len(found.people)})")
    people = [[one.status, one.capacity, one.role, one.name, ", ".join(filter(None, (one.post, one.organisation))), _page(one.page)] for one in found.people]
    yield from _columns(people, width)
    yield from ("", f"Items ({len(found.items)})")
    items = [[_number(one.number, one.number_basis), one.title, f"{one.lines} lines", _page(one.page)] for one in found.items]
    yield from _columns(items, width)
    yield from ("", f"Says ({sum(found.things.values())} things)")
    yield from _columns([[name, str(count)] for name, count in found.things.items()], width)
    yield from ("", "Lines: - ignored, ? not understood, → says")
    yield from _lines(found.blocks, width)
    yield from _reasons(found.blocks)
    counts = {state: sum(block.state == state for block in found.blocks) for state in _STATES}
    yield from ("", ", ".join(f"{count} lines {state}" for state, count in counts.items()))


def _article(kind: str) -> str:
    return kind if kind == "minutes" else f"{'an' if kind[:1] in 'aeiou' else 'a'} {kind}"


def _lines(blocks: Iterable[Block], width: int) -> Iterator[str]:
    """The lines, with a rule where the page changes and a heading where an item begins."""
    page: int | None = None
    for block in blocks:
        if block.page != page:
            page = block.page
            yield f"---- page {page} " + "-" * 20
        says = f"  → {', '.join(block.says)}" if block.says else ""
        why = f"  ({block.why})" if block.why else ""
        head = f"{_STATES[block.state]} {block.kind:9} "
        yield head + _cut(block.text, width - len(head) - len(says) - len(why)) + says + why


def _reasons(blocks: Iterable[Block]) -> Iterator[str]:
    """What is meant by each reason for which lines were not understood, with how often it was given."""
    from graph_builder.anatomy import REASONS

    given = [block.why for block in blocks if block.state == "not understood"]
    if given:
        yield from ("", f"Not understood ({len(given)} lines)")
    for why, meaning in REASONS.items():
        if why in given:
            yield f"  {given.count(why):4} {why}: {meaning}"


def _columns(rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    """Rows set in columns, without those that are empty; the longest is cut so that a row fits the window."""
    kept = [column for column in zip(*rows, strict=True) if any(column)]
    widths = [max(map(len, column)) for column in kept]
    if over := max(0, sum(widths) + 2 * len(widths) - width):
        longest = widths.index(max(widths))
        widths[longest] = max(20, widths[longest] - over)
    for row in zip(*kept, strict=True):
        yield "  " + "  ".join(_cut(cell, size).ljust(size) for cell, size in zip(row, widths, strict=True))


def _cut(text: str, width: int) -> str:
    width = max(width, 20)
    return text if len(text) <= width else text[: width - 1] + "…"


def _page(page: int | None) -> str:
    return f"page {page}" if page else ""


def _quote(words: str) -> str:
    return f"“{words}”" if words else ""


def _number(number: str, basis: str) -> str:
    return f"{number} ({basis})" if number and basis != "stated" else number or "no number"
