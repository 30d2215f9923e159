"""Real papers beside the repository: every one is read, and a meeting in two formats is one text."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph_builder import reading


def test_a_meeting_in_two_formats_is_one_text(shared: Path) -> None:
    folder = shared / "samples" / "board-minutes"
    pdf, odt = (reading.read(folder / f"open-data-user-group-14-may.{ending}") for ending in ("pdf", "odt"))
    assert pdf.text == odt.text
    assert len(pdf.pages) == 4


def test_every_sample_is_read(shared: Path) -> None:
    for path in sorted(path for path in (shared / "samples").rglob("*.*") if path.suffix in (".pdf", ".docx", ".odt", ".md")):
        document = reading.read(path)
        assert len(document.text) > 2_000, path.name
        assert not document.warnings, path.name


def test_a_text_file_is_read_as_it_stands(shared: Path) -> None:
    for path in sorted((shared / "seeds").glob("*.txt")):
        assert reading.read(path).text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "file, line",
    [
        ("ofsted-herefordshire-published-2018-07-23.pdf", "Inspection dates: 11 June 2018 to 22 June 2018"),
        ("ofsted-herefordshire-published-2018-07-23.pdf", "| Overall effectiveness | Requires improvement |"),
        ("ofsted-worcestershire-published-2017-01-24.pdf", "Report published: 24 January 2017"),
        ("ofsted-worcestershire-published-2017-01-24.pdf", "| Children\u2019s services in Worcestershire are inadequate |  |  |"),
        ("ofsted-cqc-area-send-gloucestershire-published-2024-03-01.pdf", "Dates of previous inspection: 13 to 17 June 2016"),
        ("ofsted-cqc-area-send-gloucestershire-published-2024-03-01.pdf", "| Sarah Canto, Ofsted HMI |  |"),
    ],
)
def test_what_an_inspection_report_prints_is_a_line(shared: Path, file: str, line: str) -> None:
    assert line in reading.read(shared / "samples" / "ofsted" / file).text.split("\n")
