"""What a reader hands back: the text of a paper, where its pages begin, and sentences for the user."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from graph_builder.model import Member, Placed
from graph_builder.reading.clean import clean


class Drawn(NamedTuple):
    """A paper's text as a reader drew it; `form` is named where it is known better than the file's first bytes tell."""

    text: str
    warnings: tuple[str, ...] = ()
    pages: tuple[int, ...] = ()
    form: str = ""
    anchors: tuple[tuple[int, str], ...] = ()
    boxes: tuple[Placed, ...] = ()
    members: tuple[Member, ...] = ()


class Anchor(str):
    """A place of a web page that a link can open, in a stream of blocks: the block after it begins there."""

    __slots__ = ()


class Linked(Anchor):
    """The name of a councillor in a stream of blocks, which the blocks after it print, with the councillor's number and the site that gives it."""

    number: str
    site: str

    def __new__(cls, name: str, number: str, site: str = "") -> Linked:
        """The name as a stream carries it."""
        linked = super().__new__(cls, name)
        linked.number, linked.site = number, site
        return linked


class Joined(NamedTuple):
    """Blocks as one text, with the offset at which each page begins, and each anchor's."""

    text: str
    pages: tuple[int, ...]
    anchors: tuple[tuple[int, str], ...]
    members: tuple[Member, ...] = ()


PAGE_END = "\f"


def join_blocks(blocks: Iterable[str]) -> str:
    """Blocks as one text: a blank line between two, but none between two rows of a table; the empty ones are left out."""
    return join(blocks).text


def join(blocks: Iterable[str]) -> Joined:
    """The same with the anchors and the councillors' numbers among the blocks."""
    return _joined(block if isinstance(block, Anchor) else block.strip("\n") for block in blocks)


def join_pages(stream: Iterable[str]) -> tuple[str, tuple[int, ...]]:
    """Blocks of pages as one text, and the offset at which each page begins.

    A form feed in the stream ends a page, be it an element of its own or within a paragraph that goes on overleaf.
    """
    return _joined(stream)[:2]


def _joined(stream: Iterable[str]) -> Joined:
    text, starts = "", [0]
    anchors: list[tuple[int, str]] = []
    waiting: list[str] = []
    linked: list[tuple[int, Linked]] = []
    parts: list[str] = []
    length = 0
    for block in stream:
        if block == PAGE_END:
            starts.append(-1)
            continue
        if isinstance(block, Linked):
            linked.append((length, block))
            continue
        if isinstance(block, Anchor):
            waiting.append(str(block))
            continue
        sheets = [clean(sheet) for sheet in block.split(PAGE_END)]
        text = "".join(sheets)
        if not text.strip():
            continue
        gap = "" if not parts else "\n" if text.startswith("| ") and parts[-1].startswith("| ") else "\n\n"
        parts += [gap, text]
        length += len(gap)
        anchors += [(length, anchor) for anchor in waiting]
        waiting = []
        starts = [length if start < 0 else start for start in starts]
        for sheet in sheets[:-1]:
            length += len(sheet)
            starts.append(length)
        length += len(sheets[-1])
    text = "".join(parts) + "\n"
    return Joined(text, tuple(len(text) if start < 0 else start for start in starts), tuple(anchors), tuple(_members(text, linked)))


def _members(text: str, linked: Iterable[tuple[int, Linked]]) -> Iterator[Member]:
    """Where the text prints each councillor's name, at or behind the place at which it stood in the stream."""
    for length, name in linked:
        start = text.find(name, length)
        if start >= 0:
            yield Member(start, start + len(name), name.number, name.site)


def row(cells: Iterable[str]) -> str:
    """One row of a table as a line of cells in pipes; empty where every cell is."""
    flat = [" ".join(cell.replace("|", "/").split()) for cell in cells]
    return f"| {' | '.join(flat)} |" if any(flat) else ""
