"""The paragraphs of a section go in, and each comes out with the heading that it stands under; no heading where that is not sure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph_builder.language.sentences import split
from graph_builder.paper import Item, Paragraph
from graph_builder.relations.forms import form
from graph_builder.relations.measures.figure_masks import FILE

# So many short lines one behind the other are the points of a list
_LIST = 3
# More words than a title has
_LONG = 30
_DOUBLED = re.compile(r"(?P<half>.{8,})(?P=half)")


def title(item: Item | None) -> str:
    """The title of an item; empty where it is a paragraph: several sentences, or too long for a title."""
    text = " ".join(item.title.text.split()) if item else ""
    return text if len(text.split()) <= _LONG and len(list(split(text))) < 2 else ""


def under(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[Paragraph, str | None]]:
    """Each paragraph with its heading: None before the first, where the title of the item holds, and empty where it is not sure.

    The lines of a list are no headings, and leave the one before them behind.
    """
    heading: str | None = None
    in_a_row, listing = 0, False
    for paragraph in paragraphs:
        text = paragraph.passage.text.rstrip()
        if not _is_line(paragraph):
            in_a_row, listing = 0, bool(re.search(r":\s*[-–—]?$", text))
        elif not form(FILE, "no-heading").match(text):
            in_a_row += 1
            sure = not listing and in_a_row < _LIST and (text.endswith("?") or not form(FILE, "says").search(text))
            heading = _once(text) if sure else None if heading is None else ""
        yield paragraph, heading


def _is_line(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a short line of its own without a full stop; a question may be longer."""
    text = paragraph.passage.text.rstrip()
    if paragraph.bullet or paragraph.cells or len(paragraph.lines) > 2 or len(text) <= 3 or not text[0].isupper() or re.search(r"\d{3}", text):
        return False
    asks = text.endswith("?") and len(list(split(text))) < 2
    return (asks and len(text) < 110) or (len(text) < 80 and len(text.split()) < 12 and text[-1].isalpha())


def _once(text: str) -> str:
    """A heading that a paper prints twice in a line, once."""
    doubled = _DOUBLED.fullmatch(text)
    return doubled["half"] if doubled else text
