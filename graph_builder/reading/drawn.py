"""What a reader hands back: the text of a paper, where its pages begin, and sentences for the user."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from graph_builder.reading.clean import clean


class Drawn(NamedTuple):
    """A paper's text as a reader drew it; `form` is named where it is known better than the file's first bytes tell."""

    text: str
    warnings: tuple[str, ...] = ()
    pages: tuple[int, ...] = ()
    form: str = ""


PAGE_END = "\f"


def join_blocks(blocks: Iterable[str]) -> str:
    """Blocks as one text: a blank line between two, but none between two rows of a table; the empty ones are left out."""
    return join_pages(block.strip("\n") for block in blocks)[0]


def join_pages(stream: Iterable[str]) -> tuple[str, tuple[int, ...]]:
    """Blocks of pages as one text, and the offset at which each page begins.

    A form feed in the stream ends a page, be it an element of its own or within a paragraph that goes on overleaf.
    """
    text, starts = "", [0]
    parts: list[str] = []
    length = 0
    for block in stream:
        if block == PAGE_END:
            starts.append(-1)
            continue
        sheets = [clean(sheet) for sheet in block.split(PAGE_END)]
        text = "".join(sheets)
        if not text.strip():
            continue
        gap = "" if not parts else "\n" if text.startswith("| ") and parts[-1].startswith("| ") else "\n\n"
        parts += [gap, text]
        length += len(gap)
        starts = [length if start < 0 else start for start in starts]
        for sheet in sheets[:-1]:
            length += len(sheet)
            starts.append(length)
        length += len(sheets[-1])
    text = "".join(parts) + "\n"
    return text, tuple(len(text) if start < 0 else start for start in starts)


def row(cells: Iterable[str]) -> str:
    """One row of a table as a line of cells in pipes; empty where every cell is."""
    flat = [" ".join(cell.replace("|", "/").split()) for cell in cells]
    return f"| {' | '.join(flat)} |" if any(flat) else ""
