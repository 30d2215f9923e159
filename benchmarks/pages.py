"""A pack of 200 pages is read: peak memory, and seconds a page beside those of pdftotext where it is installed.

    python benchmarks/pages.py

The bar is a peak of less than 600 MB. Seconds are those of the processor, children included, so that a busy machine disturbs them little.
"""

from __future__ import annotations

import io
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from graph_builder import reading

PAGES = 200
_PARAGRAPH = (
    "The Committee considered the report of the Director of Children's Services on the work of the quarter, and noted that of the {n} plans that were due"
    " {m} had been finished in time; a member asked how many children waited for a place, and was told that a written answer would be given. "
)


def main() -> None:
    """Make the pack, read it, and print what it took."""
    data = pack()
    start = cpu()
    document = reading.read_bytes(data, "pack.pdf")
    ours = (cpu() - start) / PAGES
    unit = 2**20 if sys.platform == "darwin" else 2**10
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / unit
    print(f"pages {len(document.pages)}, words {len(document.text.split()):,}, words with a box {len(document.boxes):,}")
    print(f"peak memory {peak:.0f} MB of {600}")
    print(f"seconds a page {ours:.4f}")
    theirs = pdftotext(data)
    print(f"pdftotext -layout {theirs:.4f}: {ours / theirs:.1f} times" if theirs else "pdftotext is not installed: nothing to compare with")


def cpu() -> float:
    """The seconds of the processor that this process and its children have had."""
    return sum(os.times()[:4])


def pack() -> bytes:
    """A pack with running heads, numbered paragraphs, bullets and a ruled table on every fourth page."""
    from reportlab.lib.styles import getSampleStyleSheet  # type: ignore[import-untyped]
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table  # type: ignore[import-untyped]

    style = getSampleStyleSheet()["Normal"]
    flow: list[Any] = []
    for page in range(PAGES):
        flow += [Paragraph(f"{page + 1}. Item {page + 1} of the pack", style)]
        flow += [Paragraph(f"{page + 1}.{n} " + _PARAGRAPH.format(n=90 + n, m=60 + page) * 2, style) for n in range(1, 6)]
        if page % 4 == 0:
            rows = [["Measure", "Target", "Actual"], *([f"Plans in week {n}", "90%", f"{60 + n}%"] for n in range(8))]
            flow.append(Table(rows, style=[("GRID", (0, 0), (-1, -1), 0.5, "black")]))
        flow.append(PageBreak())
    target = io.BytesIO()

    def furniture(canvas: Any, _: object) -> None:
        canvas.drawString(72, 800, "Agenda pack of the Children's Committee")
        canvas.drawCentredString(300, 30, f"Page {canvas.getPageNumber()}")

    SimpleDocTemplate(target, invariant=1).build(flow, onFirstPage=furniture, onLaterPages=furniture)
    return target.getvalue()


def pdftotext(data: bytes) -> float:
    """Seconds a page of `pdftotext -layout`; nothing where it is not there."""
    program = shutil.which("pdftotext")
    if program is None:
        return 0.0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pack.pdf"
        path.write_bytes(data)
        start = cpu()
        subprocess.run([program, "-layout", str(path), str(path.with_suffix(".txt"))], check=True, capture_output=True)
        return (cpu() - start) / PAGES


if __name__ == "__main__":
    main()
