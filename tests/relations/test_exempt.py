"""What is not for publication is held back and named: exempt papers and items, and what stands behind a resolution to exclude the public."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph_builder import pipeline
from graph_builder import vocabulary as v
from tests.relations.told import document, read

HEAD = """Wyvern District Council
Cabinet
Tuesday 5 March 2024
Present: Councillors A Hay (Chair) and B Lee
1. Apologies
None.
"""
SECRET = "The tender of Quarrel Ltd was preferred at £123,456.\nRESOLVED that Quarrel Ltd be appointed."
EXCLUDED = "RESOLVED that under section 100A(4) of the Local Government Act 1972 the press and public be excluded from the meeting for the following item."
HELD = [
    f"2. Exclusion of the public\n{EXCLUDED}\n3. Award of contract\n{SECRET}\n",
    f"2. Exclusion of press and public\nIt was agreed to exclude the press and public.\n3. Award of contract\n{SECRET}\n",
    f"2. Exclusion of the public\nThe meeting resolved that the public be excluded from the meeting for Items 3 and 5 of business.\n3. Award of contract\n{SECRET}\n",
    f"2. Award of contract (Exempt)\n{SECRET}\n",
    f"2. Award of contract - NOT FOR PUBLICATION\n{SECRET}\n",
    f"2. Award of contract\nNot for publication by virtue of paragraph 3 of Schedule 12A of the Local Government Act 1972\n{SECRET}\n",
]
OPEN = [
    f"2. Award of contract\n{SECRET}\n",
    f"2. Exclusion of the public\nThe Committee did not need to exclude the public.\n3. Award of contract\n{SECRET}\n",
    f"2. Exclusion of the public\n{EXCLUDED}\n3. Private matter\nNoted.\n4. Readmission\nThe public were readmitted.\n5. Award of contract\n{SECRET}\n",
    f"2. Exclusion of the public\nThe meeting resolved that the public be excluded from the meeting for Items 4 and 5 of business.\n3. Award of contract\n{SECRET}\n",
    f"2. Permanent exclusions\nThe Panel agreed that fewer pupils be excluded from school.\n3. Award of contract\n{SECRET}\n",
    f"2. Exempt accommodation\nThe report on exempt accommodation was noted.\n3. Award of contract\n{SECRET}\n",
]


def held(text: str) -> list[str]:
    reading = read(document(text))
    return [reading.document.quote(span) for s in reading.statements if s.predicate == v.EXEMPT for span in s.evidence]


@pytest.mark.parametrize("words", HELD)
def test_what_is_not_for_publication_is_held_back(words: str) -> None:
    assert any("Quarrel" in quote for quote in held(HEAD + words))


@pytest.mark.parametrize("words", OPEN)
def test_what_is_public_is_not(words: str) -> None:
    assert not any("Quarrel" in quote for quote in held(HEAD + words))


def test_a_paper_that_says_so_is_held_back_whole() -> None:
    assert held(f"EXEMPT MINUTES\n{HEAD}2. Award of contract\n{SECRET}\n") != []


def test_nothing_of_it_is_in_any_file_and_the_report_names_it(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    for number, words in enumerate(HELD):
        (tmp_path / f"papers/{number}.txt").write_text(HEAD.replace("5 March", f"{number + 5} March") + words, encoding="utf-8")
    report = pipeline.build([tmp_path / "papers"], output=tmp_path / "exports", state=tmp_path / "build", model="none")
    assert len(report.exempt) >= 1
    assert all("contract" in name.casefold() for name in report.exempt)
    for path in (tmp_path / "exports").rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert b"Quarrel" not in data, path
            assert b"123,456" not in data, path
