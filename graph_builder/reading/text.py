"""Plain text and Markdown: bytes go in, the text as it stands comes out, with its line ends and odd characters put right."""

from __future__ import annotations

from graph_builder.reading.clean import clean
from graph_builder.reading.decode import decode
from graph_builder.reading.drawn import Drawn


def read(data: bytes) -> Drawn:
    """The text of a text file; a form feed ends a line and begins a page. Raises UnreadableDocument where it is not text."""
    text, warnings = decode(data)
    sheets = [clean(sheet) for sheet in text.split("\f")]
    if len(sheets) == 1:
        return Drawn(sheets[0], warnings)
    starts, offset = [], 0
    for sheet in sheets:
        starts.append(offset)
        offset += len(sheet) + 1
    return Drawn("\n".join(sheets), warnings, tuple(starts))
