"""A PDF goes in; a process of its own reads it under limits of time and memory; its text comes out, with the offset of each page."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graph_builder.errors import UnreadableDocument
from graph_builder.reading.drawn import Drawn, join_pages
from graph_builder.reading.pdf_places import placed

MAX_SECONDS: float = 60
_CHILD = "graph_builder.reading.pdf_child"
_HOME = Path(__file__).resolve().parents[2]
_SEGMENTATION_FAULT, _OUT_OF_TIME = -11, -24
_LATE = f"this PDF was not read within {MAX_SECONDS} seconds"
_OBJECT = re.compile(rb"\d+\s+\d+\s+obj\b")
_START = re.compile(rb"startxref\s+(\d+)")


def read(data: bytes) -> Drawn:
    """The text of a PDF.

    Raises UnreadableDocument with the reason `damaged`, `not-a-pdf`, `password`, `no-text-layer`, `too-big` or `timeout`.
    """
    _check_end(data)
    answer = _ask(data)
    if "reason" in answer:
        raise UnreadableDocument(answer["message"], reason=answer["reason"])
    text, pages = join_pages(answer["stream"])
    boxes = tuple(placed(text, pages, answer["words"]))
    return Drawn(text, (*_repairs(data), *answer["warnings"]), pages, form="pdf", boxes=boxes)


def _check_end(data: bytes) -> None:
    """Refuse a file that ends before its end mark: its first pages alone would pass for the whole."""
    if _OBJECT.search(data) is None:
        raise UnreadableDocument("this is not a readable PDF: it has the header of one and nothing else", reason="not-a-pdf")
    end = data.rfind(b"%%EOF")
    if end < 0 or _OBJECT.search(data, end):
        raise UnreadableDocument("this PDF is damaged: it was cut off before its end; fetch it again", reason="damaged")


def _repairs(data: bytes) -> Iterator[str]:
    """What was wrong with the file and did no harm."""
    junk = data.find(b"%PDF-")
    if junk > 0:
        yield f"{junk} bytes before the PDF header ignored"
    places = [int(found[1]) for found in _START.finditer(data[-2048:])]
    if not places or not any(re.match(rb"\s*(?:xref|\d+\s+\d+\s+obj)", data[place + shift : place + shift + 40]) for place in places for shift in (0, junk)):
        yield "the PDF's table of objects is missing or wrong; its objects were found without it"


def _ask(data: bytes) -> dict[str, Any]:
    """The child's answer about a file, or why it has none; `-P` keeps the folder in which the user stands out of the child's path."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (str(_HOME), os.environ.get("PYTHONPATH", ""))))}
    try:
        done = subprocess.run(  # noqa: S603 - this interpreter, this package, and no word of the user's
            [sys.executable, "-P", "-m", _CHILD], input=data, capture_output=True, timeout=MAX_SECONDS, env=environment, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableDocument(_LATE, reason="timeout") from error
    if done.returncode == 0:
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer
    if done.returncode == _OUT_OF_TIME:
        raise UnreadableDocument(_LATE, reason="timeout")
    if done.returncode == _SEGMENTATION_FAULT:
        raise UnreadableDocument("this PDF is damaged in a way that its reader does not survive", reason="damaged")
    if done.returncode < 0 or b"MemoryError" in done.stderr:
        raise UnreadableDocument("this PDF is too large when unpacked", reason="too-big")
    last = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
    raise UnreadableDocument(f"this PDF is damaged in a way that its reader does not know ({last})", reason="damaged")
