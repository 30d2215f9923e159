"""The commands that ask who is who, on three small papers: the dialogue, the explanation, and judgements that outlive builds."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner

from graph_builder.cli import program, run
from graph_builder.resolution import judgements

HEAD = """Ashford Borough Council

Minutes of the meeting of the Planning Committee held on {day} at 7.00 pm in the Town Hall

Present: Councillors {who}, R Hall and T Dunn

1. Apologies

None.

2. Buses

The report was noted.
"""
PAPERS = {"a": ("3 June 2019", "Anne Bell"), "b": ("8 July 2019", "A Bell"), "c": ("5 August 2019", "Alan Bell")}


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own with the papers, built."""
    monkeypatch.chdir(tmp_path)
    assert run(["new", "own"]) == 0
    monkeypatch.chdir(tmp_path / "own")
    for name, (day, who) in PAPERS.items():
        Path("documents", f"{name}.txt").write_text(HEAD.format(day=day, who=who), encoding="utf-8")
    build()
    return tmp_path / "own"


def build() -> None:
    assert run(["build", "--model", "none"]) in (0, 65)


def people() -> set[str]:
    with Path("exports", "tables", "people.csv").open(encoding="utf-8", newline="") as file:
        return {row["names"] for row in csv.DictReader(file) if "Bell" in row["names"]}


def ask(*words: str, answers: str = "") -> tuple[int, str]:
    """The exit code and all that is said."""
    result = CliRunner().invoke(program, ["resolve", *words], input=answers)
    code = getattr(result.exception, "exit_code", 1) if result.exception and not isinstance(result.exception, SystemExit) else result.exit_code
    return code, result.output + (str(result.exception) if result.exception else "")


def test_the_dialogue_shows_both_sides_and_keeps_the_answer(place: Path) -> None:
    assert len(people()) == 3
    _, listed = ask("review", "--list")
    assert "fits as well" in listed
    assert "a.txt, 2019-06-03" in listed
    assert "b.txt, 2019-07-08" in listed
    assert "“…" in listed
    code, _ = ask("review", "--by", "A Reader", answers="s\nthe initials are hers\nq\n")
    assert code == 0
    assert [(row.judgement, row.by, row.why) for row in judgements.load([place])] == [("same", "A Reader", "the initials are hers")]
    build()
    assert len(people()) == 2
    _, again = ask("review", "--list")
    assert "the initials are hers" not in again
    assert "A Bell" not in again.partition("fits as well")[2].partition("\n  -")[0]


def test_a_pair_is_explained_sign_by_sign(place: Path) -> None:
    code, said = ask("explain", "Anne Bell", "A Bell")
    assert code == 0
    assert "They are two people" in said
    assert "Anne begins with A (+3)" in said
    assert "In doubt" in said
    assert ask("explain", "Anne Bell", "Nobody")[0] == 2
    assert "One paper names them as one person" in ask("explain", "Anne Bell", "Anne Bell")[1]
    assert "Hall is not Dunn (hard bar)" in ask("explain", "R Hall", "T Dunn")[1]


def test_different_and_none(place: Path) -> None:
    code, _ = ask("same", "Anne Bell", "A Bell", "--why", "one ward")
    assert code == 0
    build()
    assert len(people()) == 2
    _, said = ask("explain", "Anne Bell", "A Bell")
    assert "They are one person" in said
    assert "Decided: judgements.csv:" in said
    assert ask("none", "Anne Bell", "A Bell")[0] == 0
    build()
    assert len(people()) == 3


def test_a_judgement_against_a_chain_is_refused_with_the_rows(place: Path) -> None:
    assert ask("same", "Anne Bell", "A Bell", "--why", "one ward")[0] == 0
    assert ask("different", "A Bell", "Alan Bell", "--why", "two wards")[0] == 0
    code, said = ask("same", "Anne Bell", "Alan Bell", "--why", "a slip")
    assert code == 77
    rows = [number for number, line in enumerate(Path("judgements.csv").read_text(encoding="utf-8").splitlines(), 1) if line.startswith("doc:")]
    assert len(rows) == 2
    assert all(f"judgements.csv:{number}: " in said for number in rows)


def test_a_name_that_several_bear_needs_the_mention(place: Path) -> None:
    assert ask("same", "R Hall", "R Hall", "--why", "x")[0] == 2


def committees() -> int:
    with Path("exports", "tables", "meetings.csv").open(encoding="utf-8", newline="") as file:
        return len({row["body"] for row in csv.DictReader(file)})


def test_bodies_are_joined_parted_and_explained(place: Path) -> None:
    Path("documents", "d.txt").write_text(HEAD.format(day="2 September 2019", who="Anne Bell").replace("Planning", "Planing"), encoding="utf-8")
    build()
    assert committees() == 2
    assert "planing and planning differ by a letter" in ask("review", "--list")[1]
    assert "They are two things" in ask("explain", "Planing Committee", "Planning Committee")[1]
    assert ask("same", "Planing Committee", "Planning Committee", "--why", "a slip")[0] == 0
    build()
    assert committees() == 1
    code, said = ask("explain", "Planing Committee", "id:body/ashford/planning-committee")
    assert code == 0
    assert "They are one body: id:body/ashford/planning-committee" in said or "One paper names them" in said
    assert "differ by a letter" not in ask("review", "--list")[1]


def test_a_person_is_no_body(place: Path) -> None:
    code, said = ask("same", "Anne Bell", "Planning Committee", "--why", "x")
    assert code == 2
    assert "two kinds" in said


def test_without_a_graph_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert ask("explain", "a", "b")[0] == 66


def test_a_graph_knows_what_its_build_kept_wherever_that_is(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = place.parent / "elsewhere"
    words = ["build", str(place / "documents"), "-o", str(elsewhere / "graph"), "--state", str(elsewhere / "kept"), "--model", "none"]
    assert run(words) in (0, 65)
    code, said = ask("explain", "Cllr Anne Bell", "Alan Bell", "-g", str(elsewhere / "graph"))
    assert code == 0
    assert "They are two people" in said
    assert run(["verify", "-g", str(elsewhere / "graph")]) == 0
    (elsewhere / "kept").rename(elsewhere / "moved")
    code, said = ask("explain", "Anne Bell", "Alan Bell", "-g", str(elsewhere / "graph"))
    assert code != 0
    assert "name the build's own folder with --state" in said
    code, said = ask("explain", "Anne Bell", "Alan Bell", "-g", str(elsewhere / "graph"), "--state", str(elsewhere / "moved"))
    assert code == 0
