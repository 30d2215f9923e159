"""Which files are papers, in which order, and why others are passed over."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from graph_builder import intake
from graph_builder.errors import BadData, MissingInput


def names(*inputs: Path) -> list[str]:
    return [paper.name for paper in intake.find(inputs)[0]]


def reasons(*inputs: Path) -> dict[str, str]:
    return {refusal.name: refusal.reason for refusal in intake.find(inputs)[1]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    papers = tmp_path / "papers"
    (papers / "older").mkdir(parents=True)
    for name in ("b.txt", "a.pdf", "older/c.html", ".hidden", "sources.yml"):
        (papers / name).write_text("- file: b.txt\n  council: Ashford\n" if name == "sources.yml" else "x")
    return papers


def test_folders_are_read_in_order_and_each_file_once(folder: Path) -> None:
    assert names(folder) == ["a.pdf", "b.txt", "c.html"]
    assert names(folder / "b.txt", folder, folder / "older") == ["a.pdf", "b.txt", "c.html"]


def test_a_paper_has_what_the_list_beside_it_says(folder: Path, tmp_path: Path) -> None:
    papers, _ = intake.find([folder])
    assert [(paper.source.file, paper.source.council) for paper in papers] == [("a.pdf", ""), ("b.txt", "Ashford"), ("c.html", "")]
    mine = tmp_path / "mine.yml"
    mine.write_text("- {file: b.txt, council: Bexford}\n- {file: c.html, body: Panel}\n")
    papers, _ = intake.find([folder], sources=mine)
    assert [(paper.source.council, paper.source.body) for paper in papers] == [("", ""), ("Bexford", ""), ("", "Panel")]


def test_a_list_of_sources_that_is_bad_or_missing_is_said(folder: Path) -> None:
    with pytest.raises(MissingInput):
        intake.find([folder], sources=folder / "none.yml")
    (folder / "sources.yml").write_text("- council: Ashford\n")
    with pytest.raises(BadData, match=r"sources\.yml"):
        intake.find([folder])


def test_what_is_no_paper_is_passed_over_with_a_reason(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("x")
    (folder / "out.txt").symlink_to(outside)
    (folder / "in.txt").symlink_to(folder / "b.txt")
    (folder / "loop").symlink_to(folder / "loop")
    (folder / "up").symlink_to(folder, target_is_directory=True)
    (folder / "minutes.pdf").mkdir()
    os.mkfifo(folder / "pipe.txt")
    assert reasons(folder) == {
        "loop": "broken-link",
        "minutes.pdf": "folder-named-like-a-paper",
        "out.txt": "link-out",
        "pipe.txt": "not-a-file",
        "up": "link-to-folder",
    }
    assert names(folder) == ["a.pdf", "b.txt", "c.html"], "a link to a paper that is there anyway adds nothing"


def test_an_input_that_is_not_there_calls_for_66(folder: Path, tmp_path: Path) -> None:
    papers, refusals = intake.find([folder, tmp_path / "none"])
    assert len(papers) == 3
    assert [(refusal.reason, refusal.exit_code) for refusal in refusals] == [("missing", 66)]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read(folder: Path) -> None:
    (folder / "older").chmod(0)
    try:
        assert reasons(folder) == {"older": "not-readable"}
    finally:
        (folder / "older").chmod(0o755)
