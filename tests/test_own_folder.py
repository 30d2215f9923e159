"""A user's own folder, from the first paper to a corrected graph, by the commands that a user gives."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from graph_builder.cli import run

MINUTES = """WYVERN DISTRICT COUNCIL
PLANNING COMMITTEE
Tuesday 5 March 2024 at 7.00 pm
Present: Councillors A Hay (Chair), B Lee and C Mann
1. Apologies
Apologies were received from Councillor D Orr.
2. Minutes
RESOLVED that the minutes of the meeting held on 6 February 2024 be confirmed.
3. Mill Pond
The Head of Planning presented the report.
RESOLVED that the pond be kept as it is.
"""
BARE = """Present: Councillors A Hay (Chair) and C Mann
1. Apologies
None.
2. Mill Lane
RESOLVED that the lane be widened.
"""
PAGE = """<html><head><title>Wyvern</title></head><body><h1>Wyvern District Council</h1><h2>Cabinet</h2><p>Wednesday 13 March 2024</p>
<p>Present: Councillor E Pike (Chairman) and Councillor F Quill</p><h3>1. Apologies</h3><p>None.</p>
<h3>2. Budget</h3><p>RESOLVED: That the budget be approved.</p></body></html>"""
LATER = MINUTES.replace("5 March 2024", "2 April 2024").replace("6 February 2024", "5 March 2024").replace("the pond be kept as it is", "the pond be drained")

Say = Callable[..., tuple[int, str, str]]


@pytest.fixture
def say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Say:
    monkeypatch.chdir(tmp_path)

    def command(*words: str) -> tuple[int, str, str]:
        code = run(words)
        out, err = capfd.readouterr()
        return code, out, err

    return command


def table(name: str, folder: str = ".") -> list[dict[str, str]]:
    with Path(f"{folder}/exports/tables/{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def outcomes() -> dict[str, str]:
    return {row["text"].rstrip("."): f"{row['outcome']} {row['basis']}" for row in table("decisions")}


def papers(folder: Path) -> list[str]:
    for name, text in {"march.txt": MINUTES, "lane.txt": BARE, "cabinet.html": PAGE, "april.txt": LATER}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [str(folder / name) for name in ("march.txt", "lane.txt", "cabinet.html")]


def test_a_folder_of_ones_own(say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = papers(tmp_path)
    assert say("new", "own")[0] == 0
    monkeypatch.chdir(tmp_path / "own")
    code, out, err = say("add", *first)
    assert (code, "body Planning Committee" in out) == (0, True)
    assert err.splitlines()[-1] == "3 papers added, 0 were there; 3 entries drafted in sources.yml"
    assert say("status")[1].split() == ["new", "cabinet.html", "new", "lane.txt", "new", "march.txt"]

    code, _, err = say("build", "--model", "none")
    assert code == 0
    assert 'add to sources.yml: - {file: "lane.txt", council: ..., body: ..., date: ...}' in err
    assert {row["document"] for row in table("attendance")} <= {"march.txt", "cabinet.html", "lane.txt"}, "nothing of other papers"
    assert outcomes()["the pond be kept as it is"] == "resolved stated"

    pond = next(row for row in table("decisions") if "pond" in row["text"])
    apology = next(row for row in table("attendance") if row["status"] == "apologies")
    assert say("correct", pond["claim"], "--of", "outcome", "--value", "deferred", "--why", "left over", "--by", "A Clerk")[0] == 0
    assert say("correct", apology["claim"], "--reject", "--why", "he came later")[0] == 0
    code, _, err = say("build", "--model", "none")
    assert "2 of 2 corrections are in force" in err
    assert outcomes()["the pond be kept as it is"] == "deferred corrected"
    assert not [row for row in table("attendance") if row["status"] == "apologies"]
    assert "outcome: outcome:resolved → deferred (A Clerk" in Path("exports/graph.ttl").read_text(encoding="utf-8")

    Path("suppressed.csv").write_text("what,by,date,why\nC Mann,A Clerk,2026-03-31,asked for it\n", encoding="utf-8")
    assert say("add", str(tmp_path / "april.txt"))[0] == 0
    code, _, err = say("build", "--model", "none")
    assert "2 of 2 corrections are in force" in err
    assert outcomes()["the pond be drained"] == "resolved stated"
    assert outcomes()["the pond be kept as it is"] == "deferred corrected"
    for path in Path("exports").rglob("*"):
        assert path.parts[1] == "store" or path.is_dir() or b"Mann" not in path.read_bytes(), path

    Path("documents/march.txt").unlink()
    code, _, err = say("build", "--model", "none")
    assert "0 of 2 corrections are in force" in err
    assert err.count("march.txt is not in this build; it waits") == 2
    Path("documents/lane.txt").write_text(BARE + "3. Close\n", encoding="utf-8")
    assert [line for line in say("status")[1].splitlines() if "lane" in line] == ["changed  lane.txt"]


def test_what_is_no_folder_of_ones_own_is_told(say: Say, tmp_path: Path) -> None:
    for words in (("status",), ("add", "x.txt"), ("correct", "id:claim/1", "--reject", "--why", "no")):
        code, _, err = say(*words)
        assert (code, "graph-builder new DIR" in err) == (2, True)
    assert say("build", "--project", "nowhere")[0] == 66
    (tmp_path / "other.txt").write_text("x")
    assert say("new", ".")[0] == 73


def test_another_paper_of_the_same_name_is_refused(say: Say, tmp_path: Path) -> None:
    say("new", "own")
    for folder, text in (("one", MINUTES), ("two", LATER)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "minutes.txt").write_text(text, encoding="utf-8")
    assert say("add", "one/minutes.txt", "--project", "own")[0] == 0
    assert say("add", "one/minutes.txt", "--project", "own")[2].startswith("0 papers added, 1 were there")
    code, _, err = say("add", "two/minutes.txt", "--project", "own")
    assert (code, "another paper has this name" in err) == (73, True)
    assert (tmp_path / "own/documents/minutes.txt").read_text(encoding="utf-8") == MINUTES


def test_a_parish_is_known_by_its_name_and_district(say: Say) -> None:
    """Two parishes of one name in two districts stay two; a council of the list has its code; a district that the list lacks is told."""
    say("new", "own")
    for name, day in (("first", "5"), ("second", "6"), ("third", "7")):
        text = MINUTES.replace("WYVERN DISTRICT COUNCIL\nPLANNING COMMITTEE", "ORME PARISH COUNCIL\nFINANCE COMMITTEE").replace("Tuesday 5", day)
        Path(f"own/documents/{name}.txt").write_text(text, encoding="utf-8")
    entries = [("first", "Lewes District Council"), ("second", "Kent County Council"), ("third", "Nowhere District Council")]
    Path("own/sources.yml").write_text("".join(f"- {{file: {name}.txt, district: {district}}}\n" for name, district in entries), encoding="utf-8")
    code, _, err = say("build", "--project", "own", "--model", "none")
    assert code == 0
    assert "third.txt" in err
    assert "'Nowhere District Council' is no council of the list" in err
    found = {row["body_id"] for row in table("bodies", "own") if "orme" in row["body_id"]}
    assert found == {f"id:{kind}/orme-parish{which}{end}" for kind, end in (("council", ""), ("body", "/finance-committee")) for which in ("-lewes", "-kent", "")}


def test_a_council_of_the_list_is_shown_with_its_code(say: Say) -> None:
    say("new", "own")
    Path("kent.txt").write_text(MINUTES.replace("WYVERN DISTRICT", "KENT COUNTY"), encoding="utf-8")
    out = say("add", "kent.txt", "--project", "own")[1]
    assert "council Kent County Council" in out
    assert "code E10000016" in out
    assert "code E10000016" in Path("own/sources.yml").read_text(encoding="utf-8")
    assert say("build", "--project", "own", "--model", "none")[0] == 0
    graph = Path("own/exports/graph.ttl").read_text(encoding="utf-8")
    assert 'org:identifier "E10000016"' in graph
    assert "dcterms:spatial gss:E10000016" in graph
    assert say("build", "--project", "own", "--model", "none")[0] == 0
    assert say("show", "Kent County Council", "-g", "own/exports")[0] == 0
