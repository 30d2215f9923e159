"""The name of a form and a file's bytes go in, what its reader drew comes out; a format's libraries are imported only when they are needed."""

from __future__ import annotations

from graph_builder.reading.drawn import Drawn


def draw(form: str, data: bytes) -> Drawn:
    """What the reader of this form (`detect.form`) draws out of the bytes. Raises UnreadableDocument."""
    match form:
        case "pdf":
            from graph_builder.reading.pdf import read
        case "zip":
            from graph_builder.reading.archive import read
        case "html":
            from graph_builder.reading.html import read
        case "xml":
            from graph_builder.reading.webservice import read
        case _:
            from graph_builder.reading.text import read
    return read(data)
