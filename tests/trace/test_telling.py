"""A thread for a terminal, as Markdown and as JSON: opens with extent and warning, leaves nothing out, and lets no paper write markup."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from graph_builder import cli, trace
from graph_builder.trace.telling import WARNING
from tests.trace.rows import COUNTY, corpus


def thread() -> trace.Thread:
    return trace.follow(corpus(), topic="SEND")


@pytest.mark.parametrize("form", ["table", "md", "html"])
def test_it_opens_with_the_extent_and_the_warning(form: str) -> None:
    text = trace.tell(thread(), form=form, width=200)
    assert text.index(WARNING) < text.index("2021-03-01") if form != "html" else text.index(WARNING) < text.index("Timeline")
    assert text.index(COUNTY) < text.index("findings of the area SEND inspection")
    assert "too thin to compare" in text
    assert text.endswith("\n")


def test_a_table_keeps_to_its_width_and_has_every_line() -> None:
    text = trace.tell(thread(), form="table", width=80)
    assert max(map(len, text.splitlines())) <= 80
    assert text.count("\n    [") == len(thread().lines)
    for words in ("10 days later", "55%", "meeting of Improvement Board, 2021-10-07"):
        assert words in " ".join(text.split())


def test_json_has_all_of_a_thread() -> None:
    content = json.loads(trace.tell(thread(), form="json"))
    assert content["subject"]["id"] == "topic:send"
    assert [line["claim"] for line in content["lines"]] == [line.claim for line in thread().lines]
    assert {"edges", "extent", "missing", "series", "milestones", "notes"} <= content.keys()


def test_markdown_of_a_paper_is_shown_and_not_obeyed() -> None:
    hostile = "a | b <script>x</script> [link](javascript:x) `code` *bold* # title"
    line = replace(thread().lines[0], text=hostile, quote=hostile)
    row = next(row for row in trace.tell(replace(thread(), lines=(line,)), form="md").splitlines() if "script" in row)
    assert "<script>" not in row
    assert "\\[link\\]" in row
    assert row.replace("\\|", "").count("|") == 10


def test_the_command_knows_names_and_says_which_it_does_not(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(built)
    assert cli.run(["trace", "SEND", "--format", "csv", "--to", "2018-05-16"]) == 0
    printed = capfd.readouterr().out
    assert printed.startswith("date,council,body,item,what,text,link,strength,quote,document")
    assert "2018-03-05/2018-03-09" in printed
    assert cli.run(["trace", "scrutiny"]) == 2
    assert "things are called 'scrutiny'" in capfd.readouterr().err
    assert cli.run(["trace", "SEND", "--from", "yesterday"]) == 2
    assert cli.run(["trace", "SEND", "-f", "html", "-o", str(tmp_path / "missing/send.html")]) == 73
    assert cli.run(["trace", "SEND", "-f", "html", "-o", str(tmp_path / "send.html")]) == 0
    capfd.readouterr()
    assert cli.run(["trace", "SEND", "-f", "html"]) == 0
    assert (tmp_path / "send.html").read_text(encoding="utf-8") == capfd.readouterr().out
