"""Small invented papers for the tests of the division, and what is compared of the entries."""

from __future__ import annotations

from hashlib import sha256

from graph_builder.language.passages import Passage
from graph_builder.model import Document, Source
from graph_builder.paper import Entry, Field


def document(text: str, **source: str) -> Document:
    """A paper with this text, and with what a list of sources says of it."""
    return Document("paper.txt", text, "f", sha256(text.encode()).hexdigest(), Source(**source))


def passage(text: str) -> Passage:
    """A text as a passage that stands at the beginning of its document."""
    return Passage("id:text/x", text, (0,), (0,))


def value(field: Field | None) -> str:
    """What a field says; empty where it says nothing."""
    return field.value if field else ""


def told(entry: Entry) -> dict[str, str]:
    """What an entry tells, without what it leaves empty and without its places."""
    said = {
        "name": entry.name.printed if entry.name else "",
        "status": entry.status,
        "capacity": entry.capacity,
        "role": entry.role,
        "post": entry.post,
        "organisation": entry.organisation,
        "initials": entry.initials,
        "party": entry.party,
        "for": entry.substitutes.printed if entry.substitutes else "",
    }
    return {key: words for key, words in said.items() if words}
