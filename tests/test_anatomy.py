"""What `inspect` shows of a paper: each line with what it was taken for, what it says, and why it was not understood."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from graph_builder import meetings, mentions, relations
from graph_builder.anatomy import HEAD, LABEL, PROSE, ROW, Anatomy, Block, anatomy
from graph_builder.cli import run
from graph_builder.reading import read_bytes
from tests.reading.papers import pdf_pages

PAPER = """Kirkby Borough Council
Audit Committee
5 March 2019 at 7.30 pm
Our ref AC/12
Present:
Cllr Ann Hay (Chair)
Apologies: Cllr B Low
1. Minutes
RESOLVED: that the minutes of the meeting held on 4 February 2019 be approved.
2. Risk
Old matters
| Risk | Colour |
Mrs Ida Bell spoke at length.
The weather was discussed at some length by all.
Page 2 of 3
The meeting closed at 9.15 pm
"""

# The text of a line | what it was taken for | its item | its state | why | a class that it says
LINES = [
    ("Audit Committee", "head", "", "read", "", "OrganizationalUnit"),
    ("Our ref AC/12", "text", "", "not understood", HEAD, ""),
    ("Present:", "furniture", "", "ignored", "label of a list", ""),
    ("Cllr Ann Hay (Chair)", "person", "", "read", "", "Attendance"),
    ("Apologies: Cllr B Low", "person", "", "read", "", "Apology"),
    ("1. Minutes", "title", "1", "read", "", "AgendaItem"),
    ("RESOLVED: that the minutes of the meeting held on 4 February 2019 be approved.", "text", "1", "read", "", "Decision"),
    ("Old matters", "text", "2", "not understood", LABEL, ""),
    ("Risk Colour", "row", "2", "not understood", ROW, ""),
    ("Mrs Ida Bell spoke at length.", "text", "2", "read", "", "PrivatePerson"),
    ("The weather was discussed at some length by all.", "text", "2", "not understood", PROSE, ""),
    ("Page 2 of 3", "furniture", "2", "ignored", "page number", ""),
]


def examined(data: bytes, name: str) -> Anatomy:
    found = mentions.find(meetings.divide(read_bytes(data, name)))
    return anatomy(found, relations.relate(found))


@pytest.fixture(scope="module")
def found() -> Anatomy:
    return examined(PAPER.encode(), "paper.txt")


def block(found: Anatomy, text: str) -> Block:
    return next(block for block in found.blocks if block.text == text)


@pytest.mark.parametrize("text,kind,item,state,why,says", LINES, ids=[row[0][:20] for row in LINES])
def test_each_line_says_what_it_was_taken_for(found: Anatomy, text: str, kind: str, item: str, state: str, *, why: str, says: str) -> None:
    line = block(found, text)
    assert (line.kind, line.item, line.state, line.why) == (kind, item, state, why)
    assert says in line.says or not says
    assert bool(says) == bool(line.says)


def test_head_people_and_items_stand_with_their_words(found: Anatomy) -> None:
    assert {fact.what: fact.value for fact in found.head} == {
        "council": "Kirkby Borough Council", "body": "Audit Committee", "date": "2019-03-05", "start": "19:30", "end": "21:15", "venue": "",
    }  # fmt: skip
    assert all(fact.quote in PAPER for fact in found.head)
    assert [(one.status, one.role, one.name) for one in found.people] == [("present", "chair", "Cllr Ann Hay"), ("apologies", "", "Cllr B Low")]
    assert [(one.number, one.number_basis, one.title, one.lines) for one in found.items] == [("1", "stated", "Minutes", 1), ("2", "stated", "Risk", 6)]


def test_no_line_is_left_out_and_all_that_is_said_is_there(found: Anatomy) -> None:
    assert [PAPER[block.start : block.end].strip("| ") for block in found.blocks] == [line.strip("| ") for line in PAPER.splitlines()]
    assert found.things["Decision"] == 1
    assert any(row["predicate"] == "civ:outcome" and row["evidence"][0]["quote"].startswith("RESOLVED") for row in found.statements)


def test_a_pdf_tells_the_page_of_each_line() -> None:
    found = examined(pdf_pages(["Audit Committee", "5 March 2019", "1. Minutes"], ["RESOLVED: that the minutes be approved."]), "paper.pdf")
    assert (found.form, found.pages) == ("pdf", 2)
    assert {block.text: block.page for block in found.blocks} == {
        "Audit Committee": 1, "5 March 2019": 1, "1. Minutes": 1, "RESOLVED: that the minutes be approved.": 2,
    }  # fmt: skip


@pytest.fixture
def say(capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[int, str, str]]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    first = ["Audit Committee", "5 March 2019", "1. Apologies", "None.", "2. Minutes", "Agreed.", "3. Risk"]
    (tmp_path / "paper.pdf").write_bytes(pdf_pages(first, ["The weather was discussed by everybody."]))
    (tmp_path / "empty.txt").write_bytes(b"")

    def command(*words: str) -> tuple[int, str, str]:
        code = run(["inspect", *words, "--model", "none"])
        return code, *capfd.readouterr()

    return command


def test_the_command_shows_a_newcomer_where_the_page_changes_and_what_was_not_understood(say: Callable[..., tuple[int, str, str]]) -> None:
    code, out, _ = say("paper.pdf")
    assert code == 0
    lines = out.splitlines()
    assert lines[0] == "paper.pdf: PDF, 2 pages, read as minutes"
    assert [line[:12] for line in lines if line.startswith("----")] == ["---- page 1 ", "---- page 2 "]
    assert any(line.startswith("? text") and line.endswith("(running text)") for line in lines)
    assert max(len(line) for line in lines[:-4]) <= 100


def test_the_command_gives_everything_as_json(say: Callable[..., tuple[int, str, str]]) -> None:
    code, out, _ = say("paper.pdf", "--format", "json")
    record = json.loads(out)
    assert code == 0
    assert record["blocks"][0]["text"] == "Audit Committee"
    assert {row["rule"] for row in record["statements"]}


@pytest.mark.parametrize("name,code,sentence", [("empty.txt", 65, "empty"), ("missing.pdf", 66, "no such file"), (".", 65, "not a regular file")])
def test_a_file_that_cannot_be_read_is_one_sentence(say: Callable[..., tuple[int, str, str]], name: str, code: int, sentence: str) -> None:
    found, out, err = say(name)
    assert (found, out, len(err.splitlines())) == (code, "", 1)
    assert sentence in err


def test_the_list_of_sources_beside_a_paper_is_heard(say: Callable[..., tuple[int, str, str]], tmp_path: Path) -> None:
    (tmp_path / "sources.yml").write_text("- file: paper.pdf\n  council: Kirkby Borough Council\n", encoding="utf-8")
    assert "Kirkby Borough Council  supplied" in say("paper.pdf")[1]
