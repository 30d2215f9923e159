"""PDF: what stands where on a page, and what is read of it."""

from __future__ import annotations

import pytest

from graph_builder import reading
from graph_builder.errors import UnreadableDocument
from graph_builder.model import Document
from tests.reading.papers import at, column, pdf, rule

PROSE = [
    "The Director of Children, Families and Communities presented the report and",
    "said that the number of children looked after had risen for the third year in",
    "succession, and that the board would consider the matter again in the spring.",
]


def read(*pages: list[str]) -> Document:
    return reading.read_bytes(pdf(pages), "paper.pdf")


def test_paragraphs_are_put_together_and_names_stay_on_their_lines() -> None:
    names = ["Councillor A Bee", "Councillor C Dee", "Councillor E Eff"]
    document = read([*column(72, 90, ["Present:", "", *names]), *column(72, 190, PROSE), *column(72, 250, PROSE)])
    paragraph = " ".join(PROSE)
    assert document.text == f"Present:\n\n{chr(10).join(names)}\n\n{paragraph}\n\n{paragraph}\n"


def test_headings_in_the_margin_stand_before_their_text() -> None:
    page = [
        *column(60, 100, ["271 Progress", "Update on", "Optimising the", "Use of Buildings"], bold=True),
        *column(180, 100, [line[:66] for line in PROSE] * 2),
        *column(60, 240, ["272 Work", "Programme"], bold=True),
        *column(180, 240, [line[:66] for line in PROSE]),
        *column(60, 330, ["273 None"], bold=True),
        *column(180, 330, ["None."]),
    ]
    text = read(page).text.split("\n\n")
    assert [block[:45] for block in text] == [
        "271 Progress Update on Optimising the Use of ",
        "The Director of Children, Families and Commun",
        "272 Work Programme",
        "The Director of Children, Families and Commun",
        "273 None",
        "None.\n",
    ]


def test_columns_of_prose_are_read_one_after_the_other() -> None:
    left = [f"left column line {number} runs to its edge" for number in range(10, 22)]
    right = [f"right column line {number} runs to edge" for number in range(10, 22)]
    text = read([at(72, 72, "A heading over both of the columns of the page"), *column(72, 100, left), *column(320, 100, right)]).text
    assert text.index("left column line 21") < text.index("right column line 10")


def test_headers_footers_and_page_numbers_go_by_repetition() -> None:
    def page(number: int, body: str) -> list[str]:
        ends = [at(72, 40, "Children's Panel Monday 13 March 2017"), at(290, 820, f"Page {number}"), at(72, 806, "Date of Issue: 30 March 2017")]
        return [*ends, *column(72, 90, [f"{body} {line}" for line in PROSE])]

    document = read(*(page(number, body) for number, body in enumerate(["First", "Second", "Third"], 1)))
    assert document.text.count("Children's Panel Monday 13 March 2017") == 1
    assert "Page 2" not in document.text
    assert "Date of Issue" not in document.text


def test_pages_know_where_they_begin_even_within_a_paragraph() -> None:
    document = read(column(72, 90, PROSE[:2]), [], column(72, 90, [PROSE[2], "", "Then a paragraph."]))
    assert document.text == f"{' '.join(PROSE)}\n\nThen a paragraph.\n"
    starts = [document.text[start:][:10] for start in document.pages]
    assert starts == ["The Direct", "succession", "succession"]


@pytest.mark.parametrize(
    "first, second, wanted",
    [
        ("an ordinary word at the end of the line is the exam-", "ination of it", "examination of it"),
        ("a surname at the end of the line keeps it, as Mrs Pryce-", "Jones does", "Mrs Pryce-Jones does"),
        ("a compound at the end of a line keeps it, as in multi-", "agency work", "multi-agency work"),
        ("the committee met; it was the wish of the whole commit-", "tee to go", "whole committee to go"),
        ("a range of numbers that is broken at the line's end: 2017-", "18 and so on", "2017-18 and so on"),
        ("a dash that stands alone at the end of a line is kept -", "like this", "is kept - like this"),
    ],
)
def test_hyphens_at_the_ends_of_lines(first: str, second: str, wanted: str) -> None:
    text = read(column(72, 90, [first, f"{second} and then the text goes on to the right edge of it", "and ends."])).text
    assert wanted in text


def test_bullets_go_with_their_paragraphs() -> None:
    page = [at(72, 92, "\u2022"), *column(90, 90, PROSE), at(72, 146, "\u2022"), at(90, 144, "Short one.")]
    assert read(page).text == f"- {' '.join(PROSE)}\n\n- Short one.\n"


def test_numbered_items_begin_paragraphs() -> None:
    page = [at(72, 90, "1."), *column(90, 90, PROSE), at(72, 132, "2."), *column(90, 132, PROSE)]
    assert read(page).text == f"1. {' '.join(PROSE)}\n\n2. {' '.join(PROSE)}\n"


def test_struck_words_are_left_out_and_underlined_ones_kept() -> None:
    page = [at(72, 90, "The Council notes the"), at(182, 90, "old"), at(202, 90, "new report."), rule(181, 86.5, 198, 86.5), rule(72, 92, 300, 92)]
    document = read(page)
    assert document.text == "The Council notes the new report.\n"
    assert document.warnings == ("1 struck words left out",)


def table(rows: list[list[str]], *, ruled: bool) -> list[str]:
    xs, top, height = (72, 250, 400, 520), 100, 24
    drawn = [at(xs[column] + 4, top + height * row + 16, cell) for row, cells in enumerate(rows) for column, cell in enumerate(cells) if cell]
    if ruled:
        drawn += [rule(72, top + height * row, 520, top + height * row) for row in range(len(rows) + 1)]
        drawn += [rule(x, top, x, top + height * len(rows)) for x in xs]
    return drawn


KPI = [["Indicator", "Target", "Actual"], ["Children looked after", "62", "64.5"], ["Re-referrals", "20%", "23%"]]


@pytest.mark.parametrize("ruled", [True, False])
def test_tables_are_rows_of_cells(ruled: bool) -> None:
    text = read([*table(KPI, ruled=ruled), at(72, 300, "After the table."), at(72, 60, "Before the table.")]).text
    rows = "| Indicator | Target | Actual |\n| Children looked after | 62 | 64.5 |\n| Re-referrals | 20% | 23% |"
    assert text == f"Before the table.\n\n{rows}\n\nAfter the table.\n"


@pytest.mark.parametrize("ruled", [True, False])
def test_attendance_in_columns_is_read_column_after_column(ruled: bool) -> None:
    rows = [["Attendees", "Apologies", ""], ["Ann Bee (AB)", "Cy Dee (CD)", ""], ["Eve Eff (EE)", "", ""]]
    assert read(table(rows, ruled=ruled)).text == "Attendees\n\nAnn Bee (AB)\nEve Eff (EE)\n\nApologies\n\nCy Dee (CD)\n"


def test_a_cell_that_spans_columns_is_one_cell() -> None:
    drawn = [at(76, 116, "Services in the county are inadequate, it says"), at(76, 140, "Adoption"), at(300, 140, "Good")]
    drawn += [rule(72, 100 + 24 * row, 400, 100 + 24 * row) for row in range(3)]
    drawn += [rule(72, 100, 72, 148), rule(400, 100, 400, 148), rule(280, 124, 280, 148)]
    assert "| Services in the county are inadequate, it says |" in read(drawn).text


def test_raised_letters_stay_with_their_words_and_notes_are_left_out() -> None:
    page = [at(72, 90, "13"), at(84.3, 86, "th", size=7), at(95, 90, "meeting of the Board"), at(197.5, 86, "1", size=7), *column(72, 120, PROSE)]
    assert read(page).text.startswith("13th meeting of the Board\n")


@pytest.mark.parametrize(
    "turn, matrix",
    [(90, "0 1 -1 0 595 0 cm"), (180, "-1 0 0 -1 595 842 cm"), (270, "0 -1 1 0 0 842 cm")],
)
def test_a_page_that_was_turned_is_read_as_it_is_seen(turn: int, matrix: str) -> None:
    data = pdf([[matrix, *column(72, 90, PROSE), *column(72, 160, ["The end."])]]).replace(b"/Type /Page ", b"/Type /Page /Rotate %d " % turn)
    assert reading.read_bytes(data, "x.pdf").text == f"{' '.join(PROSE)}\n\nThe end.\n"


def test_words_that_are_set_on_their_side_stand_apart() -> None:
    document = read([*column(72, 90, PROSE), "BT /R 11 Tf 0 1 -1 0 30 300 Tm (DRAFT) Tj ET"])
    assert document.text == f"{' '.join(PROSE)}\n\nDRAFT\n"


def test_the_same_bytes_give_the_same_text() -> None:
    data = pdf([column(72, 90, PROSE)], compress=True)
    assert reading.read_bytes(data, "a.pdf") == reading.read_bytes(data, "a.pdf")


def test_a_page_without_text_among_others_is_reported() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read([], [])
    assert caught.value.reason == "no-text-layer"
