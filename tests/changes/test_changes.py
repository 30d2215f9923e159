"""What changed between two builds: told fact by fact with quotes, in four forms, and nothing where nothing changed."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from graph_builder import changes, graph, pipeline, store
from graph_builder.changes import Changes
from graph_builder.changes.compare import _of_view
from graph_builder.model import Document, Literal, Span, Statement
from graph_builder.store.disk import FORM

OLD = """WYVERN DISTRICT COUNCIL
Planning Committee
Tuesday 5 March 2024 at 7.00 pm
Present: Councillors A Hay (Chair), B Lee and C Mann
1. Apologies
None.
2. Mill Pond
RESOLVED that the pond be kept as it is.
3. Mill Lane
RESOLVED that the lane be widened <b>at once</b>.
"""
NEW = OLD.replace("B Lee and C Mann", "B Lee and D Orr").replace("the pond be kept as it is", "the pond be drained")


def built(folder: Path, text: str) -> store.Dataset:
    (folder / "papers").mkdir(parents=True)
    (folder / "papers/march.txt").write_text(text, encoding="utf-8")
    pipeline.build([folder / "papers"], output=folder / "exports", state=folder / "build", model="none")
    return store.open_dataset(folder / "exports")


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[store.Dataset, store.Dataset]:
    folder = tmp_path_factory.mktemp("changes")
    return built(folder / "old", OLD), built(folder / "new", NEW)


@pytest.fixture(scope="module")
def found(pair: tuple[store.Dataset, store.Dataset]) -> Changes:
    return changes.compare(*pair)


def told(found: Changes, what: str, view: str) -> list[str]:
    return [f"{change.before}{change.after} “{change.quote}”" for change in found.changes if (change.what, change.view) == (what, view)]


def test_facts_added_lost_and_changed_are_told_with_their_quotes(found: Changes) -> None:
    assert any("D Orr" in one for one in told(found, "added", "attendance"))
    assert any("C Mann" in one for one in told(found, "lost", "attendance"))
    (pond,) = told(found, "changed", "decisions")
    assert "the pond be kept as it is" in pond
    assert "“RESOLVED … the pond be drained.”" in pond
    assert not any("lane" in one for what in ("added", "lost", "changed") for one in told(found, what, "decisions")), "the lane is as it was"


def test_nothing_changed_between_a_build_and_itself(pair: tuple[store.Dataset, store.Dataset]) -> None:
    assert changes.compare(pair[0], pair[0]).changes == ()
    assert changes.tell(changes.compare(pair[0], pair[0]), form="table").startswith("What changed: nothing changed")


def test_a_name_leaves_the_changes_about_it(pair: tuple[store.Dataset, store.Dataset]) -> None:
    narrow = changes.compare(*pair, person="D Orr")
    assert narrow.changes
    assert all("D Orr" in change.after + change.quote for change in narrow.changes)
    assert changes.compare(*pair, topic="SEND").changes == ()


def by_hand(folder: Path, forms: dict[str, list[tuple[str, int]]]) -> store.Dataset:
    """A dataset of people, each with the forms of the name and where they stand."""
    paper = Document("a.txt", "Ann Hay and A Hay", "f" * 64, "a" * 64)
    said = []
    for person, names in forms.items():
        spans = [Span(paper.id, start, start + len(name)) for name, start in names]
        said += [Statement(person, "rdf:type", "foaf:Person", (spans[0],), "r"), Statement(person, "foaf:name", Literal(names[0][0]), (spans[0],), "r")]
        said += [Statement(person, "skos:altLabel", Literal(name), (span,), "r") for (name, _), span in zip(names, spans, strict=True)]
    triples = store.write(graph.build(said, [paper]), folder / "store")
    (folder / "manifest.json").write_text(json.dumps({"form": FORM, "store": "store", "triples": triples}), encoding="utf-8")
    return store.open_dataset(folder)


def test_people_who_became_one_or_two_are_told(tmp_path: Path) -> None:
    for name in ("two", "one"):
        (tmp_path / name).mkdir()
    two = by_hand(tmp_path / "two", {"id:person/w/hay-ann": [("Ann Hay", 0)], "id:person/w/hay-a": [("A Hay", 12)]})
    one = by_hand(tmp_path / "one", {"id:person/w/hay-ann": [("Ann Hay", 0), ("A Hay", 12)]})
    (merged,) = [change for change in changes.compare(two, one).changes if change.what == "merged"]
    assert (merged.view, merged.after) == ("people", "Ann Hay <id:person/w/hay-ann>")
    assert merged.before == "A Hay <id:person/w/hay-a> and Ann Hay <id:person/w/hay-ann>"
    (split,) = [change for change in changes.compare(one, two).changes if change.what == "split"]
    assert (split.before, split.after) == (merged.after, merged.before)


@pytest.mark.parametrize("form", sorted(changes.FORMS))
def test_each_form_tells_everything_and_escapes_it(found: Changes, form: str) -> None:
    words = changes.tell(found, form=form, title="What <script>changed</script>")
    assert words == changes.tell(found, form=form, title="What <script>changed</script>")
    assert "the pond be drained" in words
    if form != "table":
        assert "<script>" not in words


def test_the_feed_is_an_atom_feed(found: Changes) -> None:
    atom = "{http://www.w3.org/2005/Atom}"
    feed = ET.fromstring(changes.tell(found, form="atom"))
    assert feed.tag == f"{atom}feed"
    assert len(feed.findall(f"{atom}entry")) == len(found.changes)
    assert all(entry.find(f"{atom}{name}") is not None for entry in feed.findall(f"{atom}entry") for name in ("id", "title", "updated"))
    assert len({entry.findtext(f"{atom}id") for entry in feed.findall(f"{atom}entry")}) == len(found.changes)


def test_who_is_suppressed_by_now_is_in_no_change(pair: tuple[store.Dataset, store.Dataset]) -> None:
    open_, hidden = changes.compare(*pair), changes.compare(*pair, suppressed=("C Mann",))
    for form in changes.FORMS:
        assert "Mann" in changes.tell(open_, form=form)
        assert "Mann" not in changes.tell(hidden, form=form)
    assert "mann-c" not in changes.tell(hidden, form="html")
    assert any("D Orr" in one for one in told(hidden, "added", "attendance"))


def test_words_that_are_masked_by_now_are_no_change(tmp_path: Path) -> None:
    """What an older build showed and a newer one covers is not shown once more by what tells the difference."""
    thanked = OLD.replace("the lane be widened", "Mrs Ottoline Grubb of 3 Mill Lane be thanked and the lane be widened")
    old, new = built(tmp_path / "old", thanked), built(tmp_path / "new", thanked)
    assert [change for change in changes.compare(old, new).changes if change.view == "decisions"] == []
    row = {"document": "a.txt", "text": "Mrs Grubb be thanked", "quote": "RESOLVED that Mrs Grubb be thanked", "claim": "id:decision/x/1"}
    masked = row | {"text": "[…] be thanked", "quote": "RESOLVED that […] be thanked", "claim": "id:decision/x/2"}
    assert list(_of_view("decisions", [row], [masked])) == []
    assert list(_of_view("decisions", [row], [masked | {"claim": row["claim"]}])) == []
    other = masked | {"text": "[…] be paid"}
    assert [change.what for change in _of_view("decisions", [row], [other])] == ["lost", "added"]
