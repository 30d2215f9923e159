"""Minutes in PDF as other councils set them, read from the page to the fact: struck words, recorded votes, attendance and programmes in tables."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from graph_builder import meetings, mentions, reading, relations
from graph_builder import vocabulary as v
from graph_builder.model import Literal, Reading
from tests.reading.papers import at, column, pdf, rule

HEAD = ["Kirkby Borough Council", "Planning Committee", "Minutes of the meeting held on 5 March 2019 at 7.30 pm in the Town Hall"]
ITEMS = ["1. Apologies", "There were none.", "2. Minutes", "RESOLVED: that the minutes of the meeting held on 4 February 2019 be approved.", "3. Local Plan"]


def said(*pages: Sequence[str]) -> Reading:
    document = reading.read_bytes(pdf([list(page) for page in pages]), "paper.pdf")
    return relations.relate(mentions.find(meetings.divide(document)))


def values(found: Reading, predicate: str) -> list[str]:
    return [statement.object.value for statement in found.statements if statement.predicate == predicate and isinstance(statement.object, Literal)]


def ruled(x: Sequence[float], y: float, rows: Sequence[Sequence[str]], *, step: float = 20) -> list[str]:
    """The drawings of a table with lines around its cells."""
    last = y + step * len(rows)
    lines = [rule(x[0], y + step * n, x[-1], y + step * n) for n in range(len(rows) + 1)] + [rule(place, y, place, last) for place in x]
    return lines + [at(place + 4, y + step * n + 14, cell, size=9) for n, row in enumerate(rows) for place, cell in zip(x, row, strict=False) if cell]


def test_struck_words_are_no_part_of_what_was_resolved() -> None:
    resolved = at(60, 290, "RESOLVED: that the plan be refused approved and sent to the Council.")
    struck = rule(204.5, 286.4, 242, 286.4)
    found = said([*column(60, 80, HEAD, step=24), *column(60, 160, ITEMS, step=24), resolved, struck])
    assert any("the plan be approved and sent to the Council" in text for text in values(found, v.TEXT))
    assert not any("refused" in text for text in values(found, v.TEXT))
    assert found.document.warnings == ("1 struck words left out",)


def test_a_recorded_vote_in_a_table_is_a_vote_of_each() -> None:
    lists = ["RESOLVED: that the plan be approved.", "A recorded vote was taken:", "For: Cllrs A Hay and C Moss (2)", "Against: Cllr B Low (1)"]
    present = ["Present: Cllr A Hay (Chair), Cllr B Low, Cllr C Moss"]
    found = said([*column(60, 80, [*HEAD, *present], step=24), *column(60, 190, ITEMS, step=24), *column(60, 320, lists, step=24)])
    cast = sorted(str(statement.object) for statement in found.statements if statement.predicate == v.VOTE_CAST)
    assert cast == ["vote:against", "vote:for", "vote:for"]


@pytest.mark.parametrize("with_lines", [True, False])
def test_an_attendance_table_gives_who_was_there_and_who_was_not(with_lines: bool) -> None:
    rows = [("Name", "Role", "Attendance"), ("Cllr Ann Hay", "Chair", "Present"), ("Cllr Bob Low", "Member", "Apologies"), ("Cllr Carla Moss", "Member", "Present")]
    places = (60.0, 220.0, 380.0, 540.0)
    drawn = ruled(places, 170, rows) if with_lines else [d for d in ruled(places, 170, rows) if " Tj" in d]
    document = reading.read_bytes(pdf([[*column(60, 80, HEAD, step=24), *drawn, *column(60, 300, ITEMS, step=24)]]), "paper.pdf")
    entries = meetings.divide(document).entries
    assert [(document.quote(entry.name_span), entry.status) for entry in entries if entry.name_span] == [
        ("Cllr Ann Hay", "present"), ("Cllr Bob Low", "apologies"), ("Cllr Carla Moss", "present"),
    ]  # fmt: skip


def test_a_work_programme_stays_a_table_and_goes_on_overleaf() -> None:
    rows = [("Date", "Topic", "Officer"), ("8 May 2019", "Housing strategy", "Director of Housing"), ("3 July 2019", "Bus services", "Head of Transport")]
    places = (60.0, 160.0, 360.0, 540.0)
    overleaf = ruled(places, 60, [("4 September 2019", "Libraries review", "Head of Culture")])
    text = reading.read_bytes(pdf([[*column(60, 80, HEAD, step=24), *ruled(places, 700, rows)], overleaf]), "paper.pdf").text
    assert "| 8 May 2019 | Housing strategy | Director of Housing |\n| 3 July 2019 | Bus services | Head of Transport |\n" in text
    assert "| 4 September 2019 | Libraries review | Head of Culture |" in text


def test_a_bullet_that_floats_beside_its_text_and_a_surname_at_the_end_of_a_line() -> None:
    bullets = [at(66, 300, "\u2022"), at(84, 300, "that the scheme be put before Councillor Mary Pryce-"), at(84, 314, "Jones, who leads on hous-"), at(84, 328, "ing; and"),
               at(66, 344, "\u2022"), at(84, 344, "that housing be told of it.")]  # fmt: skip
    text = reading.read_bytes(pdf([[*column(60, 80, HEAD, step=24), *bullets]]), "paper.pdf").text
    assert "- that the scheme be put before Councillor Mary Pryce-Jones, who leads on housing; and" in text
    assert "- that housing be told of it." in text
