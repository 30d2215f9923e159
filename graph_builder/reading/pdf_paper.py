"""The pages of a PDF go in, as words and drawn lines; the blocks of the whole paper come out, with a form feed where a page ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median
from typing import NamedTuple, TypeAlias

from graph_builder.reading import tables
from graph_builder.reading.drawn import PAGE_END
from graph_builder.reading.pdf_columns import Zone, zones
from graph_builder.reading.pdf_flow import Style, Words, column, joined, paragraphs, style, unfinished, vocabulary
from graph_builder.reading.pdf_furniture import without_furniture
from graph_builder.reading.pdf_grid import Grid, grids
from graph_builder.reading.pdf_layout import Piece, margin, pieces
from graph_builder.reading.pdf_lines import Line, lines, unstruck, whole
from graph_builder.reading.pdf_words import Sheet, Word

_BULLET_REACH = 45.0
_ALIGNED = 2.0


class Leaf(NamedTuple):
    """One page with its ruled tables taken out of its rows; `zones` are its parts in reading order, in which the rows stand."""

    rows: list[list[Line]]
    tables: list[Piece]
    sheet: Sheet
    struck: int
    zones: list[Zone]


class Block(NamedTuple):
    """A block of text, with the first and last line of a paragraph, by which it may go on overleaf."""

    text: str
    first: Line | None = None
    last: Line | None = None
    right: float | None = None
    """The right edge, in a column that is one of several."""


def leaf(sheet: Sheet) -> Leaf:
    """A page's rows and ruled tables, without the words that are struck through."""
    words, struck = unstruck(sheet.words, sheet.rules)
    ruled = grids(sheet.rules, words)
    free = [word for word in words if not any(grid.holds(word) for grid in ruled)]
    found = [_ruled(grid, [word for word in words if grid.holds(word)]) for grid in ruled]
    parts = zones(free, sheet.width, sheet.height)
    by_zone = [[word for word in free if _zone(parts, word.x0, word.top) == number] for number in range(len(parts))] if len(parts) > 1 else [free]
    rows = [row for part in by_zone for row in _with_items(lines(part), sheet.blanks)]
    return Leaf(rows, found, sheet._replace(words=[], rules=[], blanks=[]), struck, parts)


def _zone(parts: Sequence[Zone], x: float, y: float) -> int:
    """The number of the part in which a point lies."""
    return next((number for number, zone in enumerate(parts) if zone.holds(x, y)), len(parts) - 1)


def _ruled(grid: Grid, words: Sequence[Word]) -> Piece:
    cells: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        cells.setdefault(grid.place(word), []).append(word)
    shape = [[(row, column) for column in range(len(grid.columns) - 1)] for row in range(len(grid.rows) - 1)]
    table = tuple(tuple(_set(cells.get(place, [])) for place in row) for row in shape)
    return Piece(rows=table, edges=tuple(tuple(grid.edge(*place) - 4 for place in row) for row in shape))


def _set(words: Sequence[Word]) -> tuple[Line, ...]:
    return tuple(row[0] for row in _with_items([[whole(row)] for row in lines(words)], []))


def _with_items(rows: list[list[Line]], blanks: Sequence[tuple[float, float]]) -> list[list[Line]]:
    """Rows of which those are marked as items that hang: after a number, or after an empty word where a bullet without a glyph was."""
    found = []
    for place, row in enumerate(rows):
        first, below = row[0], rows[place + 1 : place + 2]
        top, bottom = first.top, first.bottom + 1
        near = (first.x0 - x for x, y in blanks if top < y < bottom)
        if below and first.numbered and abs(below[0][0].x0 - first.words[1].x0) < _ALIGNED:
            first = replace(first, hung=True)
        elif not first.marked and any(0.6 * first.size < distance < _BULLET_REACH for distance in near):
            first = replace(first, item=True)
        found.append([first, *row[1:]])
    return found


Box: TypeAlias = tuple[str, float, float, float, float]
"""A word, and its left, upper, right and lower edge."""


def paper(leaves: Sequence[Leaf]) -> tuple[list[str], list[list[Box]]]:
    """The blocks of a paper, page after page, with a form feed where one ends; and the words of each page in the order of its blocks."""
    heights = [leaf.sheet.height for leaf in leaves]
    bodies = without_furniture([leaf.rows for leaf in leaves], heights)
    width = median(leaf.sheet.width for leaf in leaves)
    left = margin(bodies, width)
    pages = [list(_in_zones(rows, leaf, left)) for rows, leaf in zip(bodies, leaves, strict=True)]
    every = [[piece for zone in page for piece in zone] for page in pages]
    plain = [line for page in every for piece in page for line in piece.lines if not piece.heading and piece.right is None]
    words = vocabulary(line for page in every for piece in page for line in _all(piece))
    own = style(plain, width)
    drawn = [[_drawn(zone, own, words) for zone in page] for page in pages]
    blocks = list(_bound([[*page, _aslant(leaf)] for page, leaf in zip(drawn, leaves, strict=True)], own, words))
    return blocks, [[_box(word) for piece in page for line in _all(piece) for word in line.words] for page in every]


def _in_zones(rows: Sequence[list[Line]], leaf: Leaf, left: float | None) -> Iterator[list[Piece]]:
    """The pieces of each part of a page; `left` is where the text begins beside a margin of headings."""
    for number, zone in enumerate(leaf.zones):
        own = [row for row in rows if _zone(leaf.zones, row[0].x0, whole(row).top) == number]
        ruled = [table for table in leaf.tables if _zone(leaf.zones, table.left, table.top) == number]
        if not zone.column:
            yield list(_ordered(own, ruled, left))
            continue
        edge = max((whole(row).x1 for row in own), default=0.0) + 2
        yield [piece if piece.rows or piece.right else piece._replace(right=edge) for piece in _ordered(own, ruled, None)]


def _box(word: Word) -> Box:
    return word.text, round(word.x0, 1), round(word.top, 1), round(word.x1, 1), round(word.bottom, 1)


def _all(piece: Piece) -> Iterator[Line]:
    yield from piece.lines
    yield from (line for row in piece.rows for cell in row for line in cell)


def _aslant(leaf: Leaf) -> list[Block]:
    return [Block(" ".join(leaf.sheet.aslant))] if leaf.sheet.aslant else []


def _ordered(rows: list[list[Line]], ruled: Sequence[Piece], left: float | None) -> Iterator[Piece]:
    """The pieces of a page from its top: the rows above each ruled table, the table, and the rest."""
    rest = rows
    for table in ruled:
        above = [row for row in rest if whole(row).top < table.top]
        rest = rest[len(above) :]
        yield from pieces(above, left)
        yield table
    yield from pieces(rest, left)


def _drawn(page: Sequence[Piece], paper: Style, words: Words) -> list[Block]:
    found: list[Block] = []
    for piece in page:
        if piece.rows:
            found += [Block(text) for text in tables.blocks(list(_cells(piece, words)))]
        elif piece.heading:
            text = piece.lines[0].text
            for line in piece.lines[1:]:
                text = joined(text, line.text, words)
            found.append(Block(text))
        else:
            own = paper if piece.right is None else column(piece.lines, piece.right + 2)
            found += _texts(piece.lines, own, words, right=piece.right)
    return found


def _cells(piece: Piece, words: Words) -> Iterator[list[list[str]]]:
    for row, edges in zip(piece.rows, piece.edges, strict=True):
        yield [list(_cell(cell, edge, words)) for cell, edge in zip(row, edges, strict=True)]


def _cell(cell: Sequence[Line], edge: float, words: Words) -> Iterator[str]:
    return ("\n".join(block) for block in paragraphs(cell, column(cell, edge), words))


def _texts(lines: Sequence[Line], own: Style, words: Words, *, right: float | None) -> list[Block]:
    blocks = [Block("\n".join(block), right=right) for block in paragraphs(lines, own, words)]
    if blocks:
        blocks[0] = blocks[0]._replace(first=lines[0])
        blocks[-1] = blocks[-1]._replace(last=lines[-1])
    return blocks


def _bound(pages: Sequence[Sequence[list[Block]]], paper: Style, words: Words) -> Iterator[str]:
    """The parts of the pages one after the other; a paragraph that goes on in the next column, overleaf, or over empty pages is one block
    with the form feeds in it."""
    last: Block | None = None
    ends = ""
    for number, part, body in ((number, part, body) for number, page in enumerate(pages) for part, body in enumerate(page)):
        ends += PAGE_END if number and not part else ""
        if not body:
            continue
        if last is not None and (bound := _overleaf(last, body[0], paper, words, ends=ends)) is not None:
            body = [bound, *body[1:]]
        else:
            yield from () if last is None else (last.text,)
            yield from ends
        yield from (block.text for block in body[:-1])
        last, ends = body[-1], ""
    yield from () if last is None else (last.text,)
    yield from ends


def _overleaf(last: Block, first: Block, paper: Style, words: Words, *, ends: str) -> Block | None:
    """A paragraph that goes on from the last block of a page to the first of the next, as one; None where it does not."""
    if last.last is None or first.first is None:
        return None
    own = paper if last.right is None else Style(paper.leading, last.right)
    if not unfinished(last.last, first.first, own, numbered=last.first is not None and last.first.marked, elsewhere=first.right != last.right):
        return None
    text = joined(last.text, first.text, words)
    cut = len(text) - len(first.text)
    return Block(text[:cut] + ends + text[cut:], last.first, first.last, first.right)
