"""The thread of SEND in the five papers that come with the program: each event that a careful reader finds, and each with words of its paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph_builder import lexicon, store, trace
from tests.conftest import ROOT

EVENTS = [
    ("2018-03-05/2018-03-09", "inspection", "Ofsted", "inspection took place 5 – 9 March 2018"),
    ("2018-05-16", "inspection", "published", "The findings of the Inspection were published on 16 May 2018"),
    ("2018-05-16", "meeting item", "Special Education Needs/Disabilities Strategy", "Special Education Needs/Disabilities Strategy"),
    ("2018-05-16", "action", "within 70 days", "the Action Plan agreed by all partners needed to be signed and submitted to Ofsted/CQC within 70 days"),
    ("2018-05-16", "plan", "Action Plan", "An Action Plan was being developed, focusing on the main areas of the local offer"),
    ("2018-08", "reference", "CCG Governing Body", "The WSoA was approved by CMR and CCG Governing Body in August 2018."),
    ("2018-08", "plan", "approved by CMR and CCG Governing Body", "The WSoA was approved by CMR and CCG Governing Body in August 2018."),
    ("2019-11-13", "plan", "Assess and Planning, Embedding the Graduated Response, Joint Commissioning & Leadership, Local Offer, Workforce", "Local Offer"),
    ("2018-08-08", "reference", "background paper", "Children and Families Overview and Scrutiny Panel on 8 August 2018"),
    ("2019-03-06", "reference", "SEND Improvement Plan", "SEND Improvement Plan"),
    ("2019-10", "inspection", "monitoring visit", "have held joint monitoring visits to assess the progress on delivering the WSoA"),
    ("2019-10-17", "reference", "SEND Improvement Board", "At the recent SEND Improvement Board (17 October)"),
    ("2017/18", "measure", "14.2%", "14.2% (57 / 402) (2017/18)"),
    ("2018-08", "measure", "12%", "compared with 12% in August 2018"),
    ("2019-07", "measure", "63%", "63% of EHC plans were issued within the 20 weeks in July 2019"),
    ("2019-09-11", "measure", "68%", "The latest available figures showed 68% of EHCPs completed in time"),
    ("2019-03-11", "meeting item", "SEND PROVISIONS TASK AND FINISH GROUP", "SEND PROVISIONS TASK AND FINISH GROUP"),
    ("2019-03-11", "decision", "approved", "be approved for submission to the executive"),
    ("2019-03-11", "recommendation", "no response found in this corpus", "be approved for submission to the executive"),
    ("2019-11-13", "plan", "Written Statement of Action", "Written Statement of Action"),
    ("2019-11-13", "meeting item", "Written Statement of Action", "Written Statement of Action"),
]


@pytest.fixture(scope="module")
def thread(built: Path) -> trace.Thread:
    return trace.follow(store.open_dataset(built / "exports"), topic="SEND")


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("date,what,text,quote", EVENTS)
def test_the_thread_of_send_tells(thread: trace.Thread, date: str, what: str, text: str, quote: str) -> None:
    told = [line for line in thread.lines if line.date == date and line.what == what and text in line.text]
    assert any(quote in flat(line.quote) for line in told)


def test_the_share_of_plans_in_time_is_one_series(thread: trace.Thread) -> None:
    found = [[(point.date, point.value) for point in series.points] for series in thread.series]
    assert [("2017/18", "14.2%"), ("2018-08", "12%"), ("2019-07", "63%"), ("2019-09-11", "68%")] in found


def test_the_panel_spoke_of_the_inspection_on_the_day_of_its_letter(thread: trace.Thread) -> None:
    assert ("2018-05-16", "2018-05-16", 0) in [(one.published, one.date, one.days) for one in thread.milestones]


def test_every_quote_is_in_its_paper(thread: trace.Thread) -> None:
    texts = {path.name: flat(path.read_text(encoding="utf-8-sig")) for path in (lexicon.data_dir() / "documents").glob("*.txt")}
    for line in thread.lines:
        papers = line.document.split(" | ")
        for paper in line.quote.split(" | "):
            for words in paper.split(" … "):
                parts = [part for part in flat(words).split("[…]") if part.strip()]
                assert any(all(part.strip() in texts[name] for part in parts) for name in papers), words


def test_both_councils_are_there_and_one_is_too_thin_to_compare(thread: trace.Thread) -> None:
    herefordshire, worcestershire = thread.extent
    assert herefordshire.lines
    assert worcestershire.lines
    assert "too thin to compare" in herefordshire.thin


def test_the_example_of_the_documentation_runs(built: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(built)
    [example] = re.findall(r"```python\n(.*?)```", (ROOT / "docs/threads.md").read_text(encoding="utf-8"), re.DOTALL)
    names: dict[str, object] = {}
    exec(example, names)
    assert "2018-03-05/2018-03-09 inspection" in capsys.readouterr().out
    assert str(names["page"]).startswith("<!doctype html>")


def test_at_least_thirty_things_are_wanted_and_none_of_them_is_here(built: Path) -> None:
    dataset = store.open_dataset(built / "exports")
    rows = trace.query(dataset, "wanted").dicts()
    assert len(rows) >= 30
    assert {row["kind"] for row in rows} == {"meeting", "minutes", "report", "response"}
    held = {(row["body_id"], row["date"], row["kind"]) for row in store.query(dataset, "meetings").dicts()}
    for row in rows:
        kinds = {kind for body, date, kind in held if (body, date) == (row["body_id"], row["date"])}
        assert row["kind"] == "response" or not kinds - ({"agenda"} if row["kind"] == "minutes" else set())
