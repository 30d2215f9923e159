"""A part of a graph: what is asked for and all that its facts need, nothing else, and no end that hangs in the air."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from graph_builder import selection, store, validation, verification
from graph_builder.cli import run
from graph_builder.errors import UsageError
from graph_builder.model import Graph, Literal
from graph_builder.selection import Wanted, select


@pytest.fixture(scope="module")
def whole(built: Path) -> tuple[Graph, store.Dataset]:
    return verification.read_back(built / "exports"), store.open_dataset(built / "exports")


PARTS = [Wanted(topic="SEND"), Wanted(council="Herefordshire"), Wanted(since="2018", until="2018-12"), Wanted(body="Overview and Scrutiny Panel", since="2019-11")]


@pytest.mark.parametrize("wanted", PARTS, ids=str)
def test_a_part_is_whole_in_itself(whole: tuple[Graph, store.Dataset], wanted: Wanted) -> None:
    graph = select(*whole, wanted)
    assert 0 < len(graph.facts) < len(whole[0].facts) + len(whole[0].evidence)
    assert set(graph) <= set(whole[0])
    subjects = {triple.subject for triple in graph}
    hanging = {triple.object for triple in graph if not isinstance(triple.object, Literal) and triple.object.startswith("id:")} - subjects
    assert hanging <= {triple.object for triple in whole[0] if not isinstance(triple.object, Literal)} - {triple.subject for triple in whole[0]}


def test_a_council_s_part_has_no_other_council_s_meetings(whole: tuple[Graph, store.Dataset]) -> None:
    graph = select(*whole, Wanted(council="Herefordshire"))
    meetings = {triple.subject for triple in graph if triple.object == "civ:Meeting"}
    assert meetings
    assert all(meeting.startswith("id:meeting/herefordshire/") for meeting in meetings)
    assert validation.check(graph).conforms


def test_nothing_wanted_is_no_part_and_nothing_found_is_told(whole: tuple[Graph, store.Dataset]) -> None:
    assert not selection.Wanted()
    with pytest.raises(UsageError, match="nothing in the graph fits"):
        select(*whole, Wanted(body="Nobody"))


def test_export_hands_on_a_part(built: Path, tmp_path: Path) -> None:
    words = ["export", "turtle", "csv", "xlsx", "--council", "Herefordshire", "--to", "2019", "-g", str(built / "exports"), "-o", str(tmp_path / "out")]
    assert run(words) == 0
    with (tmp_path / "out/tables/attendance.csv").open(encoding="utf-8", newline="") as file:
        assert {row["council"] for row in csv.DictReader(file)} == {"Herefordshire Council"}
    assert run([*words[:-1], str(tmp_path / "again")]) == 0
    one, other = (sorted(path for path in (tmp_path / name).rglob("*") if path.is_file()) for name in ("out", "again"))
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in other]
