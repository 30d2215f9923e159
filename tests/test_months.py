"""The calendar: a month of which a paper was read, one that papers speak of, one of which nothing is known; for terminal, page and table."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph_builder import months, pipeline, store
from graph_builder.cli import run

PAPER = """WYVERN DISTRICT COUNCIL
<b>Rivers</b> Committee
Tuesday {day} at 7.00 pm
Present: Councillors A Hay (Chair) and B Lee
1. Apologies
None.
2. Minutes
RESOLVED that the minutes of the meeting held on {before} be confirmed.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("months")
    (folder / "papers").mkdir()
    for name, day, before in (("one", "5 March 2024", "5 December 2023"), ("two", "4 June 2024", "5 March 2024")):
        (folder / f"papers/{name}.txt").write_text(PAPER.format(day=day, before=before).replace("<b>Rivers</b>", "Rivers"), encoding="utf-8")
    pipeline.build([folder / "papers"], output=folder / "exports", state=folder / "build", model="none")
    return folder / "exports"


def test_each_month_has_what_is_known_of_it(folder: Path) -> None:
    found = months.calendar(store.open_dataset(folder), body="rivers")
    assert {(month.month, str(month.state)) for month in found} == {
        ("2023-12", "wanted"), ("2024-01", "nothing known"), ("2024-02", "nothing known"), ("2024-03", "read"),
        ("2024-04", "nothing known"), ("2024-05", "nothing known"), ("2024-06", "read"),
    }  # fmt: skip
    assert [month.month for month in found] == sorted(month.month for month in found)
    assert found[0].wanted == ("2023-12-05",)
    assert months.calendar(store.open_dataset(folder), council="elsewhere") == ()


def test_it_is_told_in_three_forms(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["calendar", "Rivers", "-g", str(folder)]) == 0
    assert "Rivers Committee, Wyvern District Council" in capfd.readouterr().out
    assert run(["calendar", "Rivers", "-g", str(folder), "-f", "csv"]) == 0
    assert "Wyvern District Council,Rivers Committee,2024-03,read,2024-03-05," in capfd.readouterr().out
    assert run(["calendar", "Nobody", "-g", str(folder)]) == 2
    hostile = (months.Month("<i>c</i>", "<script>b</script>", "2024-03", months.State.READ, ('2024-03-05"><script>',)),)
    assert "<script>" not in months.page(hostile)
