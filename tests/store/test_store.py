"""A store is made once, checked when it is opened, asked and never changed."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from graph_builder import store
from graph_builder.errors import CannotCreate, DamagedStore, NothingUsable, Refused, UsageError
from graph_builder.model import Coverage, Reading, Span
from tests import corpus


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> store.Dataset:
    return corpus.published(tmp_path_factory.mktemp("exports"))


def test_the_store_holds_facts_and_evidence(dataset: store.Dataset) -> None:
    assert len(dataset) == len(corpus.built().facts) + len(corpus.built().evidence)
    answer = dataset.select("SELECT ?name ?none { ?person <http://xmlns.com/foaf/0.1/name> ?name } ORDER BY ?name")
    assert answer.columns == ("name", "none")
    assert answer.rows == (("A Bell", None), ("Ann Lee", None), ("Jane Smith", None), ("O'Neill", None))
    assert answer.terms[0][1] is None
    assert answer.dicts()[0] == {"name": "A Bell", "none": ""}


@pytest.mark.parametrize(
    "query, error",
    [
        ("SELECT * {", UsageError),
        ("", UsageError),
        ("ASK { ?s ?p ?o }", UsageError),
        ("CONSTRUCT WHERE { ?s ?p ?o }", UsageError),
        ("INSERT DATA { <a:a> <a:b> <a:c> }", UsageError),
        ("CLEAR ALL", UsageError),
        ("LOAD <file:///etc/passwd>", UsageError),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", Refused),
    ],
)
def test_what_is_no_reading_question_is_refused(dataset: store.Dataset, query: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        dataset.select(query)


@pytest.mark.parametrize("graph", ["file:///etc/passwd", "http://127.0.0.1:9/"])
def test_from_names_only_what_is_in_the_store(dataset: store.Dataset, graph: str) -> None:
    assert dataset.select(f"SELECT * FROM <{graph}> {{ ?s ?p ?o }}").rows == ()


@pytest.mark.parametrize("content", ["a.txt", "CURRENT"])
def test_a_store_is_made_in_a_new_folder(tmp_path: Path, content: str) -> None:
    (tmp_path / content).touch()
    for folder in (tmp_path, tmp_path / content):
        with pytest.raises(CannotCreate):
            store.write(corpus.built(), folder)
    assert [path.name for path in tmp_path.iterdir()] == [content]


def test_without_a_build_there_is_nothing_to_ask(tmp_path: Path) -> None:
    with pytest.raises(NothingUsable, match="graph-builder build"):
        store.open_dataset(tmp_path)


def _shorten(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _manifest(**changes: object) -> Callable[[Path], None]:
    def change(exports: Path) -> None:
        path = exports / "manifest.json"
        path.write_text(json.dumps({**json.loads(path.read_text()), **changes}))

    return change


def _each(pattern: str, action: Callable[[Path], object]) -> Callable[[Path], None]:
    def act(exports: Path) -> None:
        paths = list((exports / "store" / "1").glob(pattern))
        assert paths
        for path in paths:
            action(path)

    return act


@pytest.mark.parametrize(
    "damage",
    [
        _manifest(triples=7),
        _manifest(store="store/2"),
        _manifest(form="civic-graph/0"),
        lambda exports: (exports / "manifest.json").write_text("{"),
        lambda exports: (exports / "manifest.json").write_text("[]"),
        _each("*.sst", Path.unlink),
        _each("*.sst", _shorten),
        _each("*.sst", lambda path: path.write_bytes(bytes(path.stat().st_size))),
        _each("MANIFEST-*", Path.unlink),
        _each("MANIFEST-*", _shorten),
        _each("CURRENT", Path.unlink),
        _each("CURRENT", lambda path: path.write_text("nonsense")),
    ],
)
def test_a_damaged_store_is_never_answered_from(tmp_path: Path, damage: Callable[[Path], None]) -> None:
    corpus.published(tmp_path)
    damage(tmp_path)
    with pytest.raises(DamagedStore, match="graph-builder build"):
        store.open_dataset(tmp_path)


def test_a_store_that_is_open_is_not_changed(tmp_path: Path) -> None:
    dataset = corpus.published(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    store.query(dataset, "attendance")
    assert {path: path.read_bytes() for path in before} == before


def test_tables_are_the_same_bytes_each_time_and_read_back_whole(dataset: store.Dataset, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        written = store.tables(dataset, tmp_path / name)
    assert {path.stem for path in written} == {view.name for view in store.views() if not view.required}
    for path in written:
        data = path.read_bytes()
        assert data == (tmp_path / "a" / path.name).read_bytes()
        assert data.count(b"\r\n") >= 1
        with path.open(encoding="utf-8", newline="") as handle:
            rows = list(csv.DictReader(handle))
        assert rows == store.query(dataset, path.stem).dicts()


def test_coverage_and_unread_lines_are_written_under_the_masks(tmp_path: Path) -> None:
    paper = corpus.minutes
    unread = (corpus.span(paper, "and that the Director report back."), corpus.span(paper, "His number is 01632 960147."))
    readings = [Reading(paper, (), Coverage(paper.id, 9, 6, 1, unread)), Reading(corpus.agenda, (), Coverage(corpus.agenda.id, 4, 4, 0))]
    number = corpus.span(paper, "01632 960147")
    store.coverage_tables(readings, tmp_path, masks={paper.id: (number,)})
    assert (tmp_path / "coverage.csv").read_text(encoding="utf-8").splitlines() == [
        "document,blocks,read,ignored,not_understood",
        "agenda.txt,4,4,0,0",
        "minutes.txt,9,6,1,2",
    ]
    lines = (tmp_path / "unread.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "document,page,start,end,text"
    assert lines[1] == f"minutes.txt,2,{unread[0].start},{unread[0].end},and that the Director report back."
    assert lines[2].endswith(",His number is […].")
    assert isinstance(unread[0], Span)
