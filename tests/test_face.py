"""The face for Python: typed rows, frames, views, threads and maps of a graph that was built, and the notebook that shows them."""

from __future__ import annotations

import builtins
import datetime
import html
import os
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import graph_builder
from graph_builder.errors import NothingUsable, UsageError
from graph_builder.face import Answer, Graph, Iri, Map, Row
from graph_builder.maps import weave

from .conftest import ROOT
from .maps.rows import HOSTILE, both


@pytest.fixture(scope="module")
def graph(built: Path) -> Graph:
    return graph_builder.open(built / "exports")


def test_rows_are_typed(graph: Graph) -> None:
    rows = graph.select("SELECT ?meeting ?day ?number WHERE { ?meeting a civ:Meeting ; civ:earliest ?day . BIND(2.5 AS ?number) } ORDER BY ?day LIMIT 3")
    assert rows.columns == ("meeting", "day", "number")
    assert len(rows) == 3
    assert isinstance(rows[0].meeting, Iri)
    assert isinstance(rows[0]["day"], datetime.date)
    assert rows[0].number == Decimal("2.5")


@pytest.mark.parametrize(
    "literal, value",
    [
        ("3", 3),
        ("true", True),
        ("1.5e0", 1.5),
        ('"10:30:00"^^xsd:time', datetime.time(10, 30)),
        ('"no day"^^xsd:date', "no day"),
        ('"maybe"^^xsd:boolean', "maybe"),
        ('"text"@en', "text"),
        ("1/0", None),
    ],
)
def test_a_literal_is_what_its_datatype_says(graph: Graph, literal: str, value: object) -> None:
    found = graph.select(f"SELECT ?x WHERE {{ BIND({literal} AS ?x) }}")[0].x
    assert (found, type(found)) == (value, type(value))


def test_a_row_knows_its_columns() -> None:
    row = Row({"date": "2019", "items": None})
    assert row.date == row["date"] == "2019"
    assert dict(row) == {"date": "2019", "items": None}
    assert repr(row) == "Row(date='2019', items=None)"
    with pytest.raises(AttributeError, match="no column 'day'"):
        _ = row.day


def test_views_of_queries_and_of_threads(graph: Graph) -> None:
    decisions = graph.view("decisions", date="2019-03-11")
    assert {row.date for row in decisions} == {"2019-03-11"}
    assert all(row.quote for row in decisions)
    assert len(graph.view("thread", topic="SEND")) == len(graph.trace("SEND").lines) > 10
    assert {"decisions", "thread"} <= graph.views().keys()
    with pytest.raises(UsageError, match="no view 'nothing'"):
        graph.view("nothing")


def test_a_frame_has_the_same_rows(graph: Graph) -> None:
    pandas = pytest.importorskip("pandas")
    frame = graph.frame("attendance", date="2017-03-13")
    assert isinstance(frame, pandas.DataFrame)
    assert list(frame["person"].fillna("")) == [row.person or "" for row in graph.view("attendance", date="2017-03-13")]
    assert len(graph.frame("SELECT ?x WHERE { ?x a civ:Meeting }")) == len(graph.select("SELECT ?x WHERE { ?x a civ:Meeting }"))


def test_a_frame_without_pandas_says_what_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(UsageError, match="needs pandas"):
        Answer(("x",), (Row({"x": 1}),)).frame()


def test_a_map_is_saved_and_shown_in_a_frame_that_reaches_nothing(graph: Graph, tmp_path: Path) -> None:
    send = graph.map("SEND")
    page = send.save(tmp_path / "send.html").read_text(encoding="utf-8")
    shown = re.fullmatch(r'<iframe title="([^"]*)" sandbox="([^"]*)" srcdoc="([^"]*)" width="100%" height="640" style="border: 0"></iframe>', send._repr_html_())
    assert shown
    assert html.unescape(shown[3]) == page == send.html
    assert "allow-same-origin" not in shown[2]
    assert graph.map("SEND", met=True).title == "Who met whom: SEND in the papers"
    assert len(graph.map().network) > len(graph.map(met=True).network) > 10


def test_hostile_words_stay_in_their_frame_and_table() -> None:
    for words in HOSTILE:
        shown = Map(weave(both()), words)._repr_html_()
        assert re.fullmatch(r'<iframe title="[^"<>]*" sandbox="[^"<>]*" srcdoc="[^"<>]*" width="100%" height="640" style="border: 0"></iframe>', shown)
        table = Answer((words,), (Row({words: words}),))._repr_html_()
        assert set(re.findall(r"<(/?\w+)", table)) <= {f"{end}{tag}" for tag in ("table", "thead", "tbody", "tr", "th", "td", "p") for end in ("", "/")}


def test_nothing_built_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(NothingUsable):
        graph_builder.open(tmp_path)


def test_the_face_is_lazy_and_leaves_the_builtin_alone() -> None:
    heavy = "import sys, graph_builder; print([m for m in ('pyvis', 'networkx', 'pyoxigraph', 'spacy', 'pandas', 'rdflib') if m in sys.modules])"
    found = subprocess.run([sys.executable, "-c", heavy], capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert found.stdout.strip() == "[]"
    assert builtins.open.__module__ != graph_builder.open.__module__


def test_the_readme_runs(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pandas")
    found = re.search(r"^```python\n(.*?)^```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    assert found
    (tmp_path / "exports").symlink_to(built / "exports")
    monkeypatch.chdir(tmp_path)
    exec(found[1], {})
    assert (tmp_path / "send.html").exists()


def test_the_notebook_runs(built: Path, tmp_path: Path) -> None:
    nbformat = pytest.importorskip("nbformat")
    client = pytest.importorskip("nbclient")
    notebook: Any = nbformat.read(ROOT / "docs" / "explore.ipynb", as_version=4)
    assert all(not cell.get("outputs") for cell in notebook.cells), "kept without outputs: they are made again here"
    client.NotebookClient(notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(built)}}).execute()
    shown = [output["data"] for cell in notebook.cells for output in cell.get("outputs", ()) if "data" in output]
    assert any('sandbox="allow-scripts' in data.get("text/html", "") for data in shown)
    assert any("<table" in data.get("text/html", "") for data in shown)
