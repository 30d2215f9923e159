"""Where quoted words stand in their source: the box on the page of a PDF, and the address that opens there."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

import pytest

from graph_builder import pipeline, reading
from graph_builder.model import Document, Source
from graph_builder.places import Box, address_of, box_of, boxes_of
from tests.reading.papers import at, column, pdf, rule

URL = "https://council.example/minutes"


def read(pages: list[Iterable[str]], name: str = "paper.pdf", url: str = URL) -> Document:
    return reading.read_bytes(pdf([list(page) for page in pages]), name, source=Source(name, url=url))


def box(paper: Document, words: str) -> Box | None:
    start = paper.text.index(words)
    return box_of(paper, paper.span(start, start + len(words)))


def near(found: Box | None, left: float, top: float, bottom: float) -> bool:
    """Whether a box begins at a place and reaches from the height of the first baseline to the last."""
    return found is not None and abs(found.left - left) < 2 and top - 14 < found.top < top and bottom - 1 < found.bottom < bottom + 5


PROSE = [
    "The Committee considered the report of the Director and noted that the budget had been",
    "spent as it was planned. It was agreed that the work on the new school should go on for",
    "another year, and that a report be brought back to the meeting in March by the follow-",
    "up group, whose Chairman was thanked.",
]


def test_a_quote_has_the_box_around_its_words() -> None:
    paper = read([[at(60, 100, "Audit Committee"), *column(60, 200, PROSE)]])
    assert near(box(paper, "Audit Committee"), 60, 100, 100)
    agreed = box(paper, "It was agreed that the work on the new school should go on for another year")
    assert near(agreed, 60, 214, 228)
    assert agreed is not None
    assert 400 < agreed.right < 540
    assert near(box(paper, "The Committee considered"), 60, 200, 200)


def test_each_of_two_columns_has_its_own_boxes() -> None:
    left, right = column(60, 100, PROSE * 2, size=6), column(320, 100, [line.replace(" the ", " his ") for line in PROSE * 2], size=6)
    paper = read([[*left, *right]])
    assert near(box(paper, "The Committee considered the"), 60, 100, 100)
    assert near(box(paper, "another year, and that a report be brought back to his meeting"), 320, 128, 128)


def test_words_that_come_again_have_the_boxes_of_their_places() -> None:
    paper = read([column(60, 100, ["Agreed.", "Agreed.", "Agreed."], step=30)])
    tops = [paper.boxes[number].top for number in range(3)]
    assert tops == sorted(set(tops))


def test_a_table_has_boxes_whatever_order_its_cells_are_read_in() -> None:
    rules = [rule(60, y, 400, y) for y in (90, 110, 130)] + [rule(x, 90, x, 130) for x in (60, 230, 400)]
    names = [at(65, 104, "Present"), at(235, 104, "Apologies"), at(65, 124, "Ann Hay"), at(235, 124, "Bob Low")]
    paper = read([[*rules, *names]])
    assert near(box(paper, "Ann Hay"), 65, 124, 124)
    assert near(box(paper, "Bob Low"), 235, 124, 124)


def test_a_quote_that_goes_on_overleaf_has_its_box_on_the_first_page() -> None:
    paper = read([column(60, 700, PROSE[:2]), column(60, 80, PROSE[2:])])
    assert near(box(paper, "It was agreed that the work on the new school should go on for another year"), 181, 714, 714)


def test_words_without_a_place_have_no_box() -> None:
    assert box_of(reading.read_bytes(b"Audit Committee\n", "paper.txt"), reading.read_bytes(b"Audit Committee\n", "paper.txt").span(0, 5)) is None


def test_only_the_boxes_of_quoted_words_are_kept() -> None:
    paper = read([column(60, 100, PROSE)])
    start = paper.text.index("the report of")
    kept = boxes_of(paper, [paper.span(start, start + 13), paper.span(start + 4, start + 13)])
    assert [paper.text[word.start : word.end] for word in kept] == ["the", "report", "of"]


PAGE = """<html><body><h1 id="top-of-page">Cabinet</h1><table id="mgItemTable">
<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt"><a name="AI101"></a>1.</p></td><td><p class="mgAiTitleTxt">Apologies</p></td></tr>
<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt"><a name="AI102"></a>2.</p></td><td><p class="mgAiTitleTxt">Minutes</p><p>Signed.</p></td></tr>
</table></body></html>"""
SERVICE = """<meeting><meetingid>7</meetingid><committeetitle>Cabinet</committeetitle><agendaitems><agendaitem><agendaitemid>55</agendaitemid>
<agendaitemtitle>Minutes</agendaitemtitle><agendaitemnumber>1</agendaitemnumber></agendaitem></agendaitems></meeting>"""

# a file's name | what is in it | the address of its source | words | where they open
ADDRESSES = [
    ("page.html", PAGE, URL, "Signed.", f"{URL}#AI102"),
    ("page.html", PAGE, f"{URL}#AI9", "Apologies", f"{URL}#AI101"),
    ("page.html", PAGE, URL, "Cabinet", f"{URL}#top-of-page"),
    ("page.html", PAGE, "", "Signed.", ""),
    ("meeting.xml", SERVICE, URL, "Minutes", f"{URL}#AI55"),
    ("meeting.xml", SERVICE, "https://x.example/mgWebService.asmx/GetMeeting?lMeetingId=7", "Minutes",
     "https://x.example/mgWebService.asmx/GetMeeting?lMeetingId=7"),
    ("page.txt", "Cabinet\nMinutes\n", URL, "Minutes", URL),
]  # fmt: skip


@pytest.mark.parametrize("name,content,url,words,address", ADDRESSES)
def test_the_source_opens_where_the_words_stand(name: str, content: str, url: str, words: str, address: str) -> None:
    paper = reading.read_bytes(content.encode(), name, source=Source(name, url=url))
    start = paper.text.index(words)
    assert address_of(paper, paper.span(start, start + len(words))) == address


def test_a_pdf_opens_at_the_page() -> None:
    paper = read([[at(60, 100, "one")], [at(60, 100, "two")]])
    assert [address_of(paper, paper.span(paper.text.index(word), len(paper.text))) for word in ("one", "two")] == [f"{URL}#page=1", f"{URL}#page=2"]


def test_anchors_and_boxes_move_where_welsh_is_left_out() -> None:
    welsh = "Cynhaliwyd cyfarfod o'r pwyllgor yn y neuadd gyda'r aelodau oedd yn bresennol ac mae'r cofnodion yma."
    page = f"<html><body><h1 id='a'>Cabinet</h1><p>{welsh}</p><h2 id='b'>Minutes of the last meeting were agreed</h2></body></html>"
    paper = reading.read_bytes(page.encode(), "page.html")
    assert [paper.text[start:][:7] for start, _ in paper.anchors] == ["Cabinet", "Minutes"]
    lines = [*PROSE, *[welsh[at_ : at_ + 60] for at_ in (0, 60)]]
    paper = read([[*column(60, 100, lines[4:]), *column(60, 200, lines[:4])]])
    assert "Cynhaliwyd" not in paper.text
    assert near(box(paper, "The Committee considered"), 60, 200, 200)


MINUTES = ["Audit Committee", "5 March 2019", "Present: Cllr Ann Hay", "1. Apologies", "None.", "2. Minutes", "Agreed.", "3. Risk"]


def test_the_views_lead_to_the_page_and_keep_it_in_the_state(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    decision = "RESOLVED: that the report be noted."
    (tmp_path / "papers/a.pdf").write_bytes(pdf([column(60, 80, MINUTES, step=24), column(60, 80, [decision])]))
    (tmp_path / "papers/sources.yml").write_text(f"- file: a.pdf\n  council: Kirkby Borough Council\n  url: {URL}.pdf\n", encoding="utf-8")
    for _ in range(2):  # the second time from the state
        pipeline.build([tmp_path / "papers"], output=tmp_path / "exports", state=tmp_path / "state", model="none")
        with (tmp_path / "exports/tables/decisions.csv").open(encoding="utf-8", newline="") as file:
            row = next(row for row in csv.DictReader(file) if "report be noted" in row["quote"])
        assert (row["page"], row["url"]) == ("2", f"{URL}.pdf#page=2")
        evidence = (tmp_path / "exports/evidence.ttl").read_text(encoding="utf-8")
        assert f'civ:opensAt "{URL}.pdf#page=2"^^xsd:anyURI' in evidence
        assert 'civ:box "60 ' in evidence
