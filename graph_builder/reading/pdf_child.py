"""A process of its own that reads one PDF under limits: its bytes come in on stdin, its blocks go out on stdout as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

import pypdfium2  # type: ignore[import-untyped]

from graph_builder.reading import pdf_words
from graph_builder.reading.pdf_paper import Leaf, leaf, paper

MAX_PAGES = 5_000
MAX_MEMORY = 1_500 * 2**20
MAX_SECONDS = 65
MAX_CROWD = 60_000
"""No page of paper holds so many words."""


_SWOLLEN = 500 * 2**20
"""A file that needs so much memory and shows no word holds something other than a paper."""
_TOO_BIG = ("too-big", "this PDF is too large when unpacked")


class _Unreadable(Exception):
    """What the parent process reports: a reason and a sentence."""

    def __init__(self, reason: str, message: str) -> None:
        self.reason, self.message = reason, message
        super().__init__(message)


def main() -> None:
    """Read a PDF from stdin, write what was found, or why nothing was."""
    limit()
    try:
        answer: dict[str, Any] = read(sys.stdin.buffer.read())
    except _Unreadable as error:
        answer = {"reason": error.reason, "message": error.message}
    except MemoryError:
        answer = dict(zip(("reason", "message"), _TOO_BIG, strict=True))
    sys.stdout.write(json.dumps(answer))


def limit() -> None:
    """Keep this process below its share of memory and time, where the platform can: its parent may be gone."""
    try:
        import resource
    except ImportError:
        return
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (MAX_SECONDS, MAX_SECONDS + 5))
        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    except (ValueError, OSError):
        return


def _peak() -> int:
    """The most bytes of memory that this process has held; nothing where the platform does not say.

    Linux hands `ru_maxrss` down from the parent over a start, so that a large parent would make each child look large: there the
    kernel's own figure is read.
    """
    try:
        with open("/proc/self/status", encoding="ascii", errors="replace") as status:  # noqa: PTH123 - no room for pathlib in a small child
            return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM:"))
    except (OSError, StopIteration):
        pass
    try:
        import resource
    except ImportError:
        return 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def read(data: bytes) -> dict[str, Any]:
    """The blocks of a PDF with its warnings, as a record of JSON."""
    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _Unreadable(*_cause(str(error))) from error
    leaves = list(_leaves(file))
    if not any(one.rows or one.tables or one.sheet.aslant for one in leaves):
        if _peak() > _SWOLLEN + 3 * len(data):
            raise _Unreadable(*_TOO_BIG)
        message = "this PDF has no text layer, as a scan; run OCR first: ocrmypdf IN.pdf OUT.pdf"
        raise _Unreadable("no-text-layer", message)
    blocks, words = paper(leaves)
    return {"stream": blocks, "words": words, "warnings": list(_warnings(leaves))}


def _cause(message: str) -> tuple[str, str]:
    if "password" in message.lower():
        return "password", "this PDF needs a password; save it without one"
    return "damaged", "this is not a readable PDF, or it is damaged"


def _leaves(file: Any) -> Iterator[Leaf]:
    count = len(file)
    for number in range(count):
        if number >= MAX_PAGES:
            raise _Unreadable("too-big", f"this PDF has more than {MAX_PAGES:,} pages; split it")
        try:
            page = file[number]
        except pypdfium2.PdfiumError as error:
            raise _Unreadable("damaged", f"this PDF is damaged: page {number + 1} of {count} cannot be read") from error
        try:
            sheet = pdf_words.sheet(page)
        finally:
            page.close()
        if len(sheet.words) > MAX_CROWD:
            raise _Unreadable("too-big", f"this PDF is too large when unpacked: page {number + 1} has {len(sheet.words):,} words")
        yield leaf(sheet)


def _warnings(leaves: list[Leaf]) -> Iterator[str]:
    blank = [number for number, one in enumerate(leaves, 1) if one.sheet.pictures and not (one.rows or one.tables or one.sheet.aslant)]
    if blank:
        yield f"{len(blank)} of {len(leaves)} pages are pictures without text (the first is page {blank[0]}); OCR would help, as by ocrmypdf"
    if struck := sum(one.struck for one in leaves):
        yield f"{struck} struck words left out"


if __name__ == "__main__":
    main()
