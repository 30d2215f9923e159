"""The workbook: every cell a text, formulas inert, the same bytes twice, read by openpyxl and LibreOffice."""

from __future__ import annotations

import csv
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from graph_builder.exports.spreadsheet import of_tables, workbook
from tests.browser.conftest import missing

HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", "15/03/1", "2019-03-11", "1e5", "0012", "=HYPERLINK(\"https://example.org\")", "https://example.org", "a\nb", "\x0bc", "£4.2m", "{=1}"]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return workbook({"decisions": (["item", "quote"], [[cell, f"quote {cell}"] for cell in HOSTILE]), "votes": (["item"], [])}, tmp_path / "tables.xlsx")


def test_every_cell_is_the_text_that_was_given(book: Path) -> None:
    sheet = openpyxl.load_workbook(book)["decisions"]
    rows = list(sheet.iter_rows(min_row=2))
    assert [row[0].value for row in rows] == [cell.replace("\x0b", "") for cell in HOSTILE]
    assert {cell.data_type for row in rows for cell in row} == {"s"}
    assert {cell.number_format for row in rows for cell in row} == {"@"}
    assert not any(cell.hyperlink for row in rows for cell in row)


def test_the_same_tables_give_the_same_bytes(book: Path, tmp_path: Path) -> None:
    again = workbook({"votes": (["item"], []), "decisions": (["item", "quote"], [[cell, f"quote {cell}"] for cell in HOSTILE])}, tmp_path / "again.xlsx")
    assert again.read_bytes() == book.read_bytes()


def test_a_long_cell_is_cut_and_says_so(tmp_path: Path) -> None:
    path = workbook({"t": (["text"], [["x" * 40_000]])}, tmp_path / "long.xlsx")
    value = openpyxl.load_workbook(path)["t"]["A2"].value
    assert len(value) == 32_767
    assert value.endswith("the CSV file has the whole text)")


def test_a_table_with_a_cell_of_a_whole_corpus_is_read(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("person,documents\r\nA Hay," + " | ".join(f"minutes {number}.pdf" for number in range(20_000)) + "\r\n", encoding="utf-8")
    assert openpyxl.load_workbook(of_tables(tmp_path, tmp_path / "tables.xlsx"))["people"]["A2"].value == "A Hay"


def test_a_build_publishes_a_workbook_of_its_tables(built: Path, tmp_path: Path) -> None:
    path = built / "exports/tables.xlsx"
    book = openpyxl.load_workbook(path)
    assert set(book.sheetnames) == {table.stem for table in (built / "exports/tables").glob("*.csv")}
    with (built / "exports/tables/decisions.csv").open(encoding="utf-8", newline="") as file:
        table = list(csv.reader(file))
    assert [[cell or "" for cell in row] for row in book["decisions"].iter_rows(values_only=True)] == table
    assert of_tables(built / "exports/tables", tmp_path / "again.xlsx").read_bytes() == path.read_bytes()


def test_libreoffice_opens_it_and_runs_nothing(book: Path, tmp_path: Path) -> None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise AssertionError(missing("LibreOffice"))
    command = [office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", str(tmp_path / "out"), str(book)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    with (tmp_path / "out/tables.csv").open(encoding="utf-8", newline="") as file:
        found = [row[0] for row in csv.reader(file)]
    assert found[0] == "item"
    assert found[1:3] == ["=1+1", "+1"]
    assert {"15/03/1", "2019-03-11", "0012"} <= set(found)
