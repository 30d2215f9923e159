"""A user's own folder, from the first paper to a corrected graph, by the commands that a user gives."""

from __future__ import annotations

import csv
import html
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from graph_builder import pipeline, project, reading
from graph_builder.cli import run
from graph_builder.web import files
from tests.reading.papers import column, pdf

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
    assert "outcome: resolved → deferred (A Clerk" in Path("exports/graph.ttl").read_text(encoding="utf-8")

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


KESWOLD = {
    "march.pdf": [
        "Keswold Borough Council", "Housing Committee", "Minutes of the meeting held on Tuesday 5 March 2024 at 6.30 pm", "",
        "Present: Councillors Ann Bell (Chair), Carl Dunn and Eve Fox", "1. Apologies", "Apologies were received from Councillor Guy Hill.",
        "2. Repairs", "It was moved by Councillor Carl Dunn, seconded by Councillor Eve Fox, and", "RESOLVED: That the roofs of Mill Court be mended.",
    ],
    "april.html": [
        "Keswold Borough Council", "Housing Committee", "Minutes of the meeting held on Tuesday 2 April 2024 at 6.30 pm", "",
        "Present: Councillors Ann Bell (Chair), C. Dunn and Eve Fox", "1. Minutes",
        "RESOLVED: That the minutes of the meeting held on 5 March 2024 be approved.",
        "2. Rents", "RESOLVED: That the rents be noted.",
    ],
    "loose.txt": ["Present: Councillors Ann Bell and Eve Fox", "1. Garages", "RESOLVED: That the garages be let."],
    "may.txt": [
        "Keswold Borough Council", "Housing Committee", "Minutes of the meeting held on Tuesday 7 May 2024 at 6.30 pm", "",
        "Present: Councillors Ann Bell (Chair) and Carl Dunn", "1. Lifts", "RESOLVED: That the lifts be inspected.",
    ],
}  # fmt: skip


def keswold(name: str) -> bytes:
    lines = KESWOLD[name]
    if name.endswith(".pdf"):
        return pdf([column(60, 70, lines, step=22)])
    if name.endswith(".html"):
        return f"<html><body>{''.join(f'<p>{line}</p>' for line in lines if line)}</body></html>".encode()
    return "\n".join(lines).encode()


def everywhere(words: str) -> set[str]:
    """Where words stand: tables, Turtle, map, pages."""
    files.write(Path("exports"), Path("public"), suppressed=lambda: project.suppressed(Path()))
    found = {"tables/decisions.csv", "tables/attendance.csv", "graph.ttl", "evidence.ttl", "map.html"}
    held = {name for name in found if words in Path("exports", name).read_text(encoding="utf-8")}
    pages = any(words in html.unescape(page.read_text(encoding="utf-8")) for page in Path("public").rglob("*.html"))
    shutil.rmtree("public")
    return held | ({"page"} if pages else set())


def test_a_folder_is_read_mended_and_grows(say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the issue asks for: three papers, mended with two corrections, a judgement and a suppression, and a fourth; looked at everywhere at each step."""
    for name in KESWOLD:
        (tmp_path / name).write_bytes(keswold(name))
    say("new", "own")
    monkeypatch.chdir(tmp_path / "own")
    assert say("add", "../march.pdf", "../april.html", "../loose.txt")[0] == 0
    code, _, err = say("build", "--model", "none")
    assert code == 0
    assert "loose.txt: nobody says its council and body and date" in err
    for view in ("attendance", "decisions", "agenda", "meetings", "bodies", "people", "references", "coverage"):
        rows = table(view)
        named = {name for row in rows for name in (row.get("document") or row.get("documents") or "march.pdf").split(" | ")}
        assert rows, view
        assert named <= {"march.pdf", "april.html", "loose.txt"}, "nothing of other papers"
    assert "orcestershire" not in Path("exports/dataset.nt").read_text(encoding="utf-8")
    assert everywhere("the roofs of Mill Court be mended") >= {"tables/decisions.csv", "graph.ttl", "evidence.ttl", "map.html", "page"}

    roofs = next(row for row in table("decisions") if "roofs" in row["text"])
    rents = next(row for row in table("decisions") if "rents" in row["text"])
    assert say("correct", roofs["claim"], "--of", "outcome", "--value", "deferred", "--why", "the film shows it", "--by", "A Clerk")[0] == 0
    assert say("correct", rents["claim"], "--reject", "--why", "that was March")[0] == 0
    code, _, err = say("build", "--model", "none")
    assert "2 of 2 corrections are in force" in err
    told = "outcome: resolved → deferred (A Clerk"
    assert everywhere(told) == {"tables/decisions.csv", "graph.ttl", "map.html", "page"}
    mended = next(row for row in table("decisions") if "roofs" in row["text"])
    assert (mended["outcome"], mended["basis"], mended["quote"]) == ("deferred", "corrected", roofs["quote"]), "the printed words stand beside it"
    assert told in say("show", "Housing Committee")[1]
    assert told in say("trace", "Housing Committee", "--format", "csv")[1]
    assert not {"tables/decisions.csv", "graph.ttl", "map.html"} & everywhere("the rents be noted")

    people = [row for row in table("people") if "Dunn" in row["names"]]
    assert len(people) == 1, "one by what the papers tell"
    assert say("resolve", "different", *(f"doc:{text}/person/{slug}" for text, slug in dunns()), "--why", "the second is Cora", "--by", "A Clerk")[0] == 0
    code, _, err = say("build", "--model", "none")
    assert code == 0
    assert len([row for row in table("people") if "Dunn" in row["names"]]) == 2
    assert "2 of 2 corrections are in force" in err

    Path("suppressed.csv").write_text("what,by,date,why\nEve Fox,A Clerk,2026-03-31,asked for it\n", encoding="utf-8")
    assert say("build", "--model", "none")[0] == 0
    assert everywhere("Eve Fox") == set()
    assert say("add", "../may.txt")[0] == 0
    code, _, err = say("build", "--model", "none")
    assert "2 of 2 corrections are in force" in err
    assert {row["document"] for row in table("meetings")} == {"march.pdf", "april.html", "may.txt"}
    assert len([row for row in table("people") if "Dunn" in row["names"]]) >= 2
    assert everywhere("Eve Fox") == set()
    assert everywhere(told) == {"tables/decisions.csv", "graph.ttl", "map.html", "page"}
    assert everywhere("the lifts be inspected") >= {"tables/decisions.csv", "graph.ttl", "map.html", "page"}
    assert say("verify")[0] == 0


def dunns() -> list[tuple[str, str]]:
    """The two places where somebody called Dunn is named, as `resolve` knows them."""
    found = []
    for paper in ("march.pdf", "april.html"):
        document = reading.read(Path("documents", paper))
        local = {one.subject for one in pipeline.relate(document, model="none").statements if one.predicate == "foaf:familyName" and "Dunn" in str(one.object)}
        found += [(name.split("/")[0].removeprefix("doc:"), name.rpartition("/")[2]) for name in sorted(local)[:1]]
    return found


def test_nothing_that_a_person_decided_is_lost_over_ten_builds(say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Corrections, a judgement and a suppression hold over ten builds with papers added and removed: each is in force, or its waiting is told."""
    say("new", "own")
    monkeypatch.chdir(tmp_path / "own")
    for name in ("march.pdf", "april.html"):
        Path("documents", name).write_bytes(keswold(name))
    assert say("build", "--model", "none")[0] == 0
    decisions = {row["text"]: row["claim"] for row in table("decisions")}
    roofs, rents = (next(claim for text, claim in decisions.items() if word in text) for word in ("roofs", "rents"))
    for words in ((roofs, "--of", "outcome", "--value", "deferred"), (rents, "--reject"), (roofs, "--of", "proposed_by", "--value", "Ann Bell")):
        assert say("correct", *words, "--why", "so")[0] == 0
    say("resolve", "different", *(f"doc:{text}/person/{slug}" for text, slug in dunns()), "--why", "two")
    Path("suppressed.csv").write_text("what\nEve Fox\n", encoding="utf-8")
    papers = [["march.pdf", "april.html", *more] for more in ([], ["may.txt"], ["may.txt", "loose.txt"], ["loose.txt"])]
    for step, names in enumerate([*papers, ["april.html"], ["march.pdf"], ["may.txt"], *papers[1:3], papers[0]]):
        for old in Path("documents").iterdir():
            old.unlink()
        for name in names:
            Path("documents", name).write_bytes(keswold(name))
        code, _, err = say("build", "--model", "none")
        assert code == 0, step
        force = 2 * ("march.pdf" in names) + ("april.html" in names)
        assert f"{force} of 3 corrections are in force" in err, step
        assert err.count("it waits") == 3 - force, step
        rows = table("decisions")
        assert [row["outcome"] for row in rows if "roofs" in row["text"]] == (["deferred"] if "march.pdf" in names else [])
        assert [row["proposed_by"] for row in rows if "roofs" in row["text"]] == (["Ann Bell"] if "march.pdf" in names else [])
        assert not [row for row in rows if "rents" in row["text"]]
        assert "Eve Fox" not in Path("exports/dataset.nt").read_text(encoding="utf-8")
        if {"march.pdf", "april.html"} <= set(names):
            assert len([row for row in table("people") if "Dunn" in row["names"]]) >= 2, step
    text = [*KESWOLD["march.pdf"][:-1], "RESOLVED: That the roofs of Mill Court be left."]
    Path("documents/march.pdf").write_bytes(pdf([column(60, 70, text, step=22)]))
    err = say("build", "--model", "none")[2]
    assert "1 of 3 corrections are in force" in err
    assert err.count("its quote is gone") == 2
