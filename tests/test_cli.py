"""The command line as a person meets it: what is printed where, which exit code, and what is left behind."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from graph_builder import errors, lock, store, trace
from graph_builder.cli import program, run
from tests.by_hand import AGENDA, MINUTES, NOTHING, house

__all__ = ["house"]
Said = tuple[int, str, str]


@pytest.fixture
def say(capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Said]:
    """Exit code, stdout and stderr of a command that is given in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def command(*words: object) -> Said:
        code = run([str(word) for word in words])
        out, err = capfd.readouterr()
        return code, out, err

    return command


@pytest.fixture
def graph(say: Callable[..., Said], tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """The graph of two small papers."""
    request.getfixturevalue("house")
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers/minutes.txt").write_text(MINUTES, encoding="utf-8")
    (tmp_path / "papers/agenda.txt").write_text(AGENDA, encoding="utf-8")
    assert say("build", "papers")[0] == 0
    return tmp_path / "exports"


# what a bad input is called, what is in it, the exit code beside a good paper and alone, and what the sentence about it says
BAD = [
    ("empty.txt", b"", 65, 65, "empty"),
    ("binary.pdf", bytes(range(256)) * 80, 65, 65, ""),
    ("header.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 80, 65, 65, ""),
    ("bread.txt", NOTHING.encode(), 65, 65, "nothing of a council"),
    ("missing.txt", None, 66, 66, "no such file or folder"),
    ("missing-folder/", None, 66, 66, "no such file or folder"),
    ("empty-folder/", b"", 0, 69, "no paper here"),
]


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize("name,content,beside,alone,sentence", BAD, ids=[case[0] for case in BAD])
def test_a_bad_input(say: Callable[..., Said], tmp_path: Path, name: str, content: bytes | None, beside: int, alone: int, sentence: str) -> None:
    if name.endswith("/") and content is not None:
        (tmp_path / name).mkdir()
    elif content is not None:
        (tmp_path / name).write_bytes(content)
    code, out, err = say("build", name)
    assert (code, out) == (alone, "")
    assert len(err.splitlines()) == 1
    assert err.startswith("error: ")
    assert sentence in err
    assert not (tmp_path / "exports").exists()
    (tmp_path / "good.txt").write_text(MINUTES, encoding="utf-8")
    code, out, err = say("build", name, "good.txt")
    assert (code, out) == (beside, "")
    assert ("error: " in err) == bool(beside)
    assert (tmp_path / "exports/manifest.json").exists()


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_another_encoding_gives_the_same_facts(say: Callable[..., Said], tmp_path: Path, encoding: str) -> None:
    (tmp_path / "minutes.txt").write_bytes(MINUTES.encode(encoding))
    code, _, err = say("build", "minutes.txt")
    assert code == 0, err
    assert "Cllr É O'Connor" in (tmp_path / "exports/tables/people.csv").read_text(encoding="utf-8")


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize("place", ["file", "file/below", "foreign"])
def test_a_place_that_will_not_do(say: Callable[..., Said], tmp_path: Path, place: str) -> None:
    (tmp_path / "minutes.txt").write_text(MINUTES, encoding="utf-8")
    (tmp_path / "file").write_text("x")
    (tmp_path / "foreign").mkdir()
    (tmp_path / "foreign/minutes.pdf").write_text("x")
    code, _, err = say("build", "minutes.txt", "-o", place)
    assert code == 73
    assert err.startswith(f"error: {place}: ")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
@pytest.mark.usefixtures("house")
def test_a_place_that_may_not_be_written(say: Callable[..., Said], tmp_path: Path) -> None:
    (tmp_path / "minutes.txt").write_text(MINUTES, encoding="utf-8")
    (tmp_path / "locked").mkdir(mode=0o500)
    assert say("build", "minutes.txt", "-o", "locked/out")[0] == 73


def test_a_second_build_is_told_who_is_at_work_and_queries_go_on(say: Callable[..., Said], graph: Path) -> None:
    with lock.hold(graph / ".lock"):
        code, _, err = say("build", "papers")
        assert code == 75
        assert f"process {os.getpid()}, started 20" in err
        assert say("query", "people")[0] == 0


def test_the_summary_says_what_is_there_and_where_to_look_next(say: Callable[..., Said], graph: Path) -> None:
    code, out, err = say("build", "papers", "--jobs", "1", "--model", "none")
    assert (code, out) == (0, "")
    for words in ("minutes.txt", "not understood", "papers 2, people 3", f"{graph.name}/map.html", "graph-builder query"):
        assert words in err


@pytest.mark.parametrize("form", ["table", "csv", "tsv", "json", "md"])
def test_a_view_in_every_format(say: Callable[..., Said], graph: Path, form: str) -> None:
    code, out, err = say("query", "people", "--format", form)
    assert (code, err) == (0, "")
    assert "Cllr É O'Connor" in out
    if form == "csv":
        assert out == (graph / "tables/people.csv").read_bytes().decode()
    if form == "json":
        assert [row["person"] for row in json.loads(out)] == [row["person"] for row in csv.DictReader(io.StringIO(say("query", "people", "-f", "csv")[1]))]


def test_a_query_from_words_a_file_and_stdin(say: Callable[..., Said], graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    query = "SELECT ?name WHERE { ?person a foaf:Person ; foaf:name ?name } ORDER BY ?name"
    expected = (0, "name\r\nCllr É O'Connor\r\nMr A Bell\r\nMrs C Dunn\r\n", "")
    assert say("query", "-e", query, "-f", "csv") == expected
    assert say("query", "-f", "csv", "-e", f"PREFIX foaf: <http://xmlns.com/foaf/0.1/>\n{query}") == expected
    (tmp_path / "q.rq").write_text(query)
    assert say("query", "q.rq", "-f", "csv") == expected
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(query.encode())))
    assert say("query", "-", "-f", "csv") == expected


def test_a_view_with_parameters_and_the_list_of_views(say: Callable[..., Said], graph: Path) -> None:
    rows = json.loads(say("query", "people", "-p", "person=Mr A Bell", "-f", "json")[1])
    assert [row["documents"] for row in rows] == ["agenda.txt | minutes.txt"]
    listed = json.loads(say("query", "--list", "-f", "json")[1])
    made = [view.name for view in trace.views()]
    assert [row["view"] for row in listed] == sorted([*(view.name for view in store.views()), *made, *store.READINGS, "contradictions"])


@pytest.mark.parametrize(
    "words,code,sentence",
    [
        (["query"], 2, "name a view"),
        (["query", "people", "-e", "SELECT ?s WHERE { ?s ?p ?o }"], 2, "name a view"),
        (["query", "nobody"], 2, "neither a view nor a file"),
        (["query", "people", "-p", "person"], 2, "NAME=VALUE"),
        (["query", "people", "-p", "colour=red"], 2, "no parameter 'colour'"),
        (["query", "evidence"], 2, "needs id="),
        (["query", "-e", "SELECT"], 2, "cannot be read"),
        (["query", "-e", "INSERT DATA { <a:b> <a:b> <a:b> }"], 2, "not carried out"),
        (["query", "-e", "SELECT * WHERE { SERVICE <http://localhost/> { ?s ?p ?o } }"], 77, "SERVICE"),
        (["query", "people", "--graph", "nowhere"], 69, "build"),
        (["show", "Nobody At All"], 2, "nobody"),
        (["show", "c"], 2, "2 people and bodies"),
        (["unheard-of"], 2, "unheard-of"),
        (["build", "--sources", "none.yml", "papers"], 66, "list of sources"),
    ],
)
def test_a_mistake_is_one_sentence(say: Callable[..., Said], graph: Path, words: list[str], code: int, sentence: str) -> None:
    found, out, err = say(*words)
    assert (found, out) == (code, "")
    assert sentence in err
    assert "Traceback" not in err


def test_debug_shows_where_an_error_arose(say: Callable[..., Said]) -> None:
    with pytest.raises(errors.NothingUsable):
        say("--debug", "query", "people")


def test_show_gives_names_and_candidates(say: Callable[..., Said], graph: Path) -> None:
    code, out, _ = say("show", "bell")
    assert code == 0
    assert out.startswith("Mr A Bell  <id:person/ashford/bell-65>")
    code, out, err = say("show", "c")
    assert (code, out) == (2, "")
    assert "Mrs C Dunn  <id:person/ashford/dunn-67>" in err


def test_what_was_read_and_what_was_not_can_be_asked(say: Callable[..., Said], graph: Path) -> None:
    code, out, _ = say("query", "coverage", "--format", "csv")
    assert code == 0
    rows = list(csv.DictReader(io.StringIO(out)))
    assert {row["document"] for row in rows} == {"minutes.txt", "agenda.txt"}
    code, out, _ = say("query", "unread", "--param", "document=minutes.txt", "--format", "csv")
    assert code == 0
    unread = list(csv.DictReader(io.StringIO(out)))
    assert len(unread) == next(int(row["not_understood"]) for row in rows if row["document"] == "minutes.txt")
    assert (graph / "tables/unread.csv").is_file()
    (graph / "tables/unread.csv").unlink()
    code, _, err = say("query", "unread")
    assert (code, "where papers were read" in err) == (2, True)
    listed = say("query", "--list", "--format", "csv")[1]
    assert "coverage" in listed
    assert "unread" in listed


def test_verify_finds_a_quote_and_a_file_that_were_changed(say: Callable[..., Said], graph: Path, tmp_path: Path) -> None:
    code, out, err = say("verify")
    assert (code, out) == (0, "")
    assert err.startswith("4 of 4 quotes match")
    text = next((tmp_path / "build/texts").iterdir())
    text.write_text(text.read_text(encoding="utf-8").replace("Bell", "Ball"), encoding="utf-8")
    (graph / "graph.ttl").write_text("")
    code, out, _ = say("verify")
    assert code == 76
    assert "graph.ttl: the file is not the one" in out
    assert "its text is not there, or is another one" in out


def test_a_damaged_store_is_never_fewer_results(say: Callable[..., Said], graph: Path) -> None:
    manifest = json.loads((graph / "manifest.json").read_text())
    (graph / "manifest.json").write_text(json.dumps(manifest | {"triples": manifest["triples"] + 1}))
    code, out, err = say("query", "people")
    assert (code, out) == (76, "")
    assert "build" in err
    assert say("build", "papers")[0] == 0
    assert say("query", "people")[0] == 0


def test_release_keeps_every_id_that_was_ever_in_the_list(say: Callable[..., Said], graph: Path, tmp_path: Path) -> None:
    assert say("release", "-o", "ids.csv")[0] == 0
    first = (tmp_path / "ids.csv").read_text(encoding="utf-8")
    assert "id:person/ashford/bell-65,foaf:Person,Mr A Bell" in first.splitlines()
    (tmp_path / "papers/minutes.txt").unlink()
    assert say("build", "papers")[0] == 0
    assert say("release", "-o", "ids.csv")[0] == 0
    assert (tmp_path / "ids.csv").read_text(encoding="utf-8") == first


def test_a_release_carries_what_changed_and_what_was_withdrawn_as_its_notes(say: Callable[..., Said], graph: Path, tmp_path: Path) -> None:
    assert say("release", "-o", "own/ids.csv")[0] == 0
    shutil.copytree(graph, tmp_path / "last")
    assert say("new", "own2")[0] == 0
    shutil.copy(tmp_path / "own/ids.csv", tmp_path / "own2/ids.csv")
    for paper in (tmp_path / "papers").iterdir():
        shutil.copy(paper, tmp_path / "own2/documents" / paper.name)
    (tmp_path / "own2/documents/minutes.txt").write_text(MINUTES.replace("10.00", "11.00"), encoding="utf-8")
    (tmp_path / "own2/suppressed.csv").write_text("what\nMr A Bell\n", encoding="utf-8")
    monkey = pytest.MonkeyPatch()
    monkey.chdir(tmp_path / "own2")
    try:
        assert say("build", "--model", "none")[0] == 0
        code, _, err = say("release", "--since", "../last")
    finally:
        monkey.undo()
    assert (code, "in ids.csv" in err) == (0, True)
    notes = (tmp_path / "own2/release-notes.md").read_text(encoding="utf-8")
    assert notes.startswith("## Release ")
    assert "nothing changed" in notes, "what is gone is gone because it was withdrawn"
    assert "- `id:person/ashford/bell-65`" in notes
    assert "Bell" not in notes.replace("id:person/ashford/bell-65", "")
    listed = (tmp_path / "own2/ids.csv").read_text(encoding="utf-8")
    assert "id:person/ashford/bell-65,withdrawn,\n" in listed
    assert "A Bell" not in listed


def test_map_evaluate_and_validate(say: Callable[..., Said], graph: Path, tmp_path: Path) -> None:
    assert say("map", "-o", "m.html", "--title", "Ashford")[0] == 0
    assert "Ashford" in (tmp_path / "m.html").read_text(encoding="utf-8")
    gold = tmp_path / "gold.json"
    gold.write_text(json.dumps({"document": "minutes.txt", "people": []}))
    assert say("evaluate", "--gold", gold, "--quiet", "--calibrate", tmp_path / "c.csv")[0] == 0
    assert (tmp_path / "c.csv").exists()
    gold.write_text(json.dumps({"document": "minutes.txt", "people": ["Zebedee Quill"]}))
    assert say("evaluate", "--gold", gold, "--misses")[1].splitlines() == ["minutes.txt: people: missed Zebedee Quill"]
    assert say("validate")[0] in (0, 65)


@pytest.mark.parametrize("words", [[], *([command] for command in program.commands)], ids=lambda words: " ".join(words) or "program")
def test_help_loads_nothing_heavy(words: list[str]) -> None:
    """So that it is there within 0.3 s: `benchmarks/speed.py` measures it."""
    asked = f"import sys\nfrom graph_builder.cli import run\nrun({[*words, '--help']!r})\nprint(*sys.modules, file=sys.stderr)"
    loaded = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True).stderr.split()
    heavy = {"spacy", "rdflib", "pyoxigraph", "pyshacl", "networkx", "rustworkx", "numpy", "pyvis", "jinja2", "yaml", "lxml", "starlette", "uvicorn", "PIL", "rich"}
    assert not heavy & set(loaded)
    assert {name for name in loaded if name.startswith("graph_builder.")} <= {
        name for name in loaded if name.startswith(("graph_builder.cli", "graph_builder.errors"))
    }


def test_a_reader_that_has_enough_is_no_error(graph: Path) -> None:
    command = f"{sys.executable} -c 'from graph_builder.cli import main; main()' query people -f csv -g {graph} | head -c 5"
    done = subprocess.run(command, shell=True, capture_output=True, check=False)
    assert done.stdout == b"perso"
    assert done.stderr == b""
