"""Traces in a real browser: no host is asked, no word of a paper runs, and whoever reads with keyboard or ears finds everything."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from graph_builder import trace
from graph_builder.trace.page import render

from ..maps.rows import HOSTILE
from ..trace.rows import corpus
from ..trace.test_page import hostile

Open = Callable[..., Any]


@pytest.fixture
def open_trace(browser: Any, tmp_path: Path) -> Iterator[Open]:
    contexts = []

    def opened(thread: trace.Thread | None = None, *, width: int = 1400, **options: Any) -> Any:
        path = tmp_path / "trace.html"
        path.write_text(render(thread or trace.follow(corpus(), topic="SEND")), encoding="utf-8")
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.requests, page.troubles = [], []
        page.on("request", lambda request: page.requests.append(request.url))
        page.on("pageerror", lambda error: page.troubles.append(str(error)))
        page.on("console", lambda message: page.troubles.append(message.text))
        page.on("dialog", lambda dialog: page.troubles.append(dialog.message))
        page.goto(path.as_uri())
        page.requests.remove(path.as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()


def test_a_trace_asks_no_host_for_anything(open_trace: Open) -> None:
    page = open_trace()
    assert page.requests == []
    assert page.troubles == []
    assert page.evaluate("document.styleSheets[0].cssRules.length") > 50


def test_hostile_words_are_shown_and_do_not_run(open_trace: Open) -> None:
    page = open_trace(hostile())
    shown = page.inner_text("body")
    for words in HOSTILE:
        if words.isprintable():
            assert words in " ".join(shown.split())
    page.wait_for_timeout(200)
    assert page.evaluate("window.ran") is None
    assert page.evaluate("document.scripts.length") == 0
    assert page.is_visible("footer")
    assert page.requests == []
    assert page.troubles == []


@pytest.mark.parametrize("scheme,width", [("light", 1400), ("dark", 1400), ("light", 420)])
def test_no_barrier(open_trace: Open, scheme: str, width: int) -> None:
    run = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed").Axe
    page = open_trace(width=width, color_scheme=scheme)
    found = run().run(page).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in found] == []


@pytest.mark.parametrize("width", [320, 800])
def test_nothing_hangs_out_of_the_window(open_trace: Open, width: int) -> None:
    page = open_trace(width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_councils_stand_beside_each_other_where_there_is_room(open_trace: Open) -> None:
    def lefts(page: Any) -> set[int]:
        return {round(box["x"]) for box in (cell.bounding_box() for cell in page.query_selector_all(".cell"))}

    assert len(lefts(open_trace(width=1400))) == 2
    assert len(lefts(open_trace(width=420))) == 1


def test_a_keyboard_reaches_the_timeline_and_opens_what_is_folded(open_trace: Open) -> None:
    page = open_trace()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.url.endswith("#timeline")
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = false)")
    for summary in page.query_selector_all("summary"):
        summary.focus()
        page.keyboard.press("Enter")
    assert page.evaluate("[...document.querySelectorAll('details')].every(one => one.open)")


def test_without_javascript_and_on_paper_it_is_whole(open_trace: Open) -> None:
    page = open_trace(java_script_enabled=False)
    page.emulate_media(media="print")
    assert page.is_visible("#timeline")
    assert not page.is_visible("nav")
    assert "Read by a machine: check the quote." in page.inner_text("header")
