"""Prose in two columns is told from tables, lists and margins, and read column after column."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from graph_builder import reading
from tests.reading.papers import at, column, pdf

LEFT = [
    "The Board received a report of", "the Director of Public Health on", "the winter plan. Members asked", "how many people had been seen",
    "by the new team, and were told", "that it was about two hundred in", "each week of the quarter.", "",
    "The plan would be brought back", "to the next meeting with more", "figures, and the partners were", "asked to send theirs by May.",
]  # fmt: skip
RIGHT = [
    "A member thought that the work", "with schools had gone well, and", "wished to thank all who had", "taken part in it.", "",
    "In reply to a question the Chief", "Officer said that the money for", "the year had been spent, but for", "a small sum that was kept for",
    "the wards in which the need was", "greatest; a list was attached to", "the report as its appendix.",
]  # fmt: skip


def text(*pages: Iterable[str]) -> str:
    return reading.read_bytes(pdf([list(page) for page in pages]), "paper.pdf").text


def test_a_page_in_two_columns_is_read_column_after_column() -> None:
    found = text([*column(60, 100, LEFT), *column(320, 100, RIGHT)])
    assert "how many people had been seen by the new team, and were told that it was about two hundred" in found
    assert found.index("asked to send theirs by May") < found.index("A member thought")


def test_columns_whose_lines_stand_at_other_heights_are_not_mixed() -> None:
    found = text([*column(60, 100, LEFT), *column(320, 105, RIGHT, step=13)])
    assert "the money for the year had been spent, but for a small sum that was kept for the wards" in found


def test_a_title_across_the_page_stands_before_both_columns_and_a_line_across_after() -> None:
    title, foot = at(60, 70, "WINTER PLAN OF THE PARTNERSHIP FOR HEALTH AND CARE IN THE COUNTY", bold=True), at(60, 320, "The meeting closed at 4 pm, and all who came were thanked for coming.")
    found = text([title, *column(60, 100, LEFT), *column(320, 100, RIGHT), foot])
    assert found.startswith("WINTER PLAN")
    assert found.index("greatest") < found.index("The meeting closed")


def test_a_paragraph_goes_on_in_the_next_column_and_overleaf() -> None:
    found = text([*column(60, 100, LEFT[:-1]), *column(320, 100, ["most other towns had done.", *RIGHT])], [*column(60, 100, LEFT), *column(320, 100, RIGHT)])
    assert "the partners were most other towns had done." in found
    assert reading.read_bytes(pdf([[*column(60, 100, LEFT), *column(320, 100, RIGHT)]] * 2), "paper.pdf").pages[1] > 0


NAMES = ["Ann Hay", "Bob Low", "Carla Moss", "Dan Ross", "Eve Sole", "Fay Tarn", "Gus Vale", "Hal Wye", "Ida York"]
BODIES = [f"{place} County Council and its partners" for place in ("Kirkby", "Selby", "Thirsk", "Ripon", "Malton", "Whitby", "Filey", "Leeds", "York")]


@pytest.mark.parametrize("left,right,row", [(NAMES, BODIES, "Ann Hay | Kirkby County Council"), (BODIES, NAMES, "Selby County Council and its partners | Bob Low")])
def test_a_table_of_names_and_bodies_stays_a_table(left: list[str], right: list[str], row: str) -> None:
    assert row in text([*column(60, 100, left), *column(320, 100, right)])


def test_cells_of_prose_that_begin_at_the_same_heights_are_a_table() -> None:
    cells = ["The council should look again at", "the way in which it tells people", "of the changes that it makes.", "",
             "The board should be told of each", "case that was closed in the year", "and of what was learnt of it.", "",
             "The fund should be kept open for", "another year, so that those who", "came late can ask for it.", ""]  # fmt: skip
    found = text([*column(60, 100, cells), *column(320, 100, [line.replace("should", "shall") for line in cells])])
    assert "tells people" in found
    assert found.index("The council shall") < found.index("The board should")


def test_a_label_below_a_full_line_begins_a_line_of_its_own() -> None:
    lines = ["Minutes of the meeting of the Audit Committee of the Council held in the Guildhall on 5 May 2019 at 10 am", "Present:", "Cllr Ann Hay", "Cllr Bob Low"]
    assert "\nPresent:\n" in text(column(60, 100, lines, size=9))


def test_a_line_does_not_end_with_a_saint() -> None:
    lines = ["Minutes of the meeting of the whole committee that was held in the Old School Room beside St.", "Peter's Square in Hereford on Monday", *LEFT]
    assert "St. Peter's Square" in text(column(60, 100, lines))
