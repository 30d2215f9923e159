"""Papers as they were read in, their published texts out: one file each, with `[…]` over what may not be published and the offsets of what it covers."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from graph_builder.masks import MASK, Masks, published_quote
from graph_builder.model import Document, Reading, Span

TEXTS: Final = "texts"
"""The folder of published texts; a file is named by the digits of the text's id."""


@dataclass(frozen=True, slots=True)
class PublishedText:
    """A paper's text as it is published.

    `masks` are the stretches of the received text that stand as `[…]`, sorted; `pages` the offsets in the received text at which pages begin.
    """

    id: str
    document: str
    document_id: str
    text: str
    masks: tuple[tuple[int, int], ...] = ()
    pages: tuple[int, ...] = ()

    def at(self, offset: int) -> int:
        """Where an offset of the received text stands in the published one; within a mask, where the mask begins."""
        shift = 0
        for start, end in self.masks:
            if offset < end:
                return min(offset, start) + shift
            shift += len(MASK) - (end - start)
        return offset + shift

    def received(self, place: int) -> int:
        """The offset in the received text of a place in the published one."""
        shift = 0
        for start, end in self.masks:
            if place < start + shift + len(MASK):
                return min(place - shift, start)
            shift += len(MASK) - (end - start)
        return place - shift

    def page(self, offset: int) -> int | None:
        """The page on which an offset of the received text lies, counted from one; None where there are no pages."""
        return bisect_right(self.pages, offset) or None


def texts(readings: Iterable[Reading], folder: Path, *, masks: Masks) -> tuple[Path, ...]:
    """The files `DIGITS.json` written into a folder that exists, one for each paper."""
    return tuple(_write(reading.document, folder, masks) for reading in readings)


def open_texts(exports: Path) -> dict[str, PublishedText]:
    """The published texts by id; none where the graph was built before texts were published."""
    found = (_read(json.loads(path.read_bytes())) for path in sorted((exports / TEXTS).glob("*.json")))
    return {text.id: text for text in found}


def _write(document: Document, folder: Path, masks: Masks) -> Path:
    covered = [[mask.start, mask.end] for mask in masks.get(document.id, ())]
    whole = published_quote(document, Span(document.id, 0, len(document.text)), masks)
    content = {
        "id": document.id,
        "document": document.name,
        "document_id": f"id:document/{document.file_hash[:16]}",
        "masks": covered,
        "pages": list(document.pages),
        "text": whole,
    }
    path = folder / f"{document.text_hash[:16]}.json"
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    return path


def _read(content: Any) -> PublishedText:
    masks = tuple((int(start), int(end)) for start, end in content["masks"])
    return PublishedText(content["id"], content["document"], content["document_id"], content["text"], masks, tuple(map(int, content["pages"])))
