"""Maps in a real browser: nothing is asked of any host, no word of a paper runs, and a keyboard reaches everything."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import networkx
import pytest

from graph_builder.face import Map
from graph_builder.maps import draw, met, weave
from graph_builder.maps.around import around
from graph_builder.maps.story import tell

from ..maps.rows import COMMITTEE, COUNTY, HOSTILE, PANEL, both, council, hostile, hostile_told, told

Open = Callable[..., "Opened"]


@dataclass
class Opened:
    """A page, with every request that it made beside its own, and every error and dialogue that came up."""

    page: Any
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@pytest.fixture
def open_map(browser: Any, tmp_path: Path) -> Iterator[Open]:
    contexts = []

    def opened(network: networkx.MultiDiGraph[str], *, title: str = "Who was where", **options: Any) -> Opened:
        path = tmp_path / "map.html"
        draw(network, path, title=title)
        context = browser.new_context(viewport={"width": 1400, "height": 900}, **options)
        contexts.append(context)
        found = Opened(context.new_page())
        found.page.on("request", lambda request: found.requests.append(request.url))
        found.page.on("pageerror", lambda error: found.errors.append(str(error)))
        found.page.on("console", lambda message: found.errors.append(message.text))
        found.page.on("dialog", lambda dialog: found.errors.append(f"dialog {dialog.message}"))
        found.page.goto(path.as_uri())
        if options.get("java_script_enabled", True):
            found.page.wait_for_selector("html[data-drawn]")
        found.requests.remove(path.as_uri())
        return found

    yield opened
    for context in contexts:
        context.close()


def find(page: Any, name: str) -> None:
    """Looks for a name by keyboard alone, and opens what is found first."""
    page.focus("#search")
    page.keyboard.press("Control+A")
    page.keyboard.type(name)
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")


def test_a_map_asks_no_host_for_anything(open_map: Open) -> None:
    opened = open_map(weave(both()))
    find(opened.page, "oborski")
    opened.page.click("#tab-table")
    opened.page.click("#tab-map")
    for save in ("#png", "#svg"):
        with opened.page.expect_download() as download:
            opened.page.click(save)
        assert download.value.url.startswith("blob:")
    assert [url for url in opened.requests if not url.startswith("blob:")] == []
    assert opened.errors == []


def test_hostile_words_are_shown_and_do_not_run(open_map: Open) -> None:
    opened = open_map(weave(hostile()), title=HOSTILE[0])
    page = opened.page
    assert page.inner_text("h1") == HOSTILE[0]
    cells = page.eval_on_selector_all("#facts td", "cells => cells.map(cell => cell.textContent)")
    for words in HOSTILE:
        if words.isprintable():
            assert f"{words} One" in cells
            find(page, f"{words} One")
            assert page.text_content("#panel h2") == f"{words} One"
            assert words in page.text_content("#panel blockquote")
    page.hover("#picture")
    with page.expect_download() as download:
        page.click("#svg")
    assert b"<script" not in download.value.path().read_bytes()
    page.wait_for_timeout(200)
    assert page.evaluate("window.ran") is None
    assert page.evaluate("({}).polluted") is None
    assert page.evaluate("document.scripts.length") == 4
    assert [url for url in opened.requests if not url.startswith("blob:")] == []
    assert opened.errors == []


def test_a_script_that_got_in_would_not_run(open_map: Open) -> None:
    page = open_map(weave(both())).page
    page.evaluate("() => { const s = document.createElement('script'); try { s.text = 'window.ran = 1'; document.body.append(s); } catch (e) {} }")
    page.evaluate("() => { try { document.body.innerHTML = '<img src=x onerror=\"window.ran=1\">'; } catch (e) {} }")
    page.wait_for_timeout(100)
    assert page.evaluate("window.ran") is None


def test_without_javascript_the_table_is_there(open_map: Open) -> None:
    page = open_map(weave(both()), java_script_enabled=False).page
    assert page.is_visible("#facts")
    assert not page.is_visible("#controls")
    assert "F M Oborski" in page.inner_text("#facts")
    assert "a Governor there" in page.inner_text("#facts")


def test_a_keyboard_reaches_a_fact_and_its_source(open_map: Open) -> None:
    page = open_map(weave(both())).page
    for _ in range(5):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "search":
            break
    page.keyboard.type("councillor oborski")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel"
    assert page.text_content("#panel h2") == "F M Oborski"
    quotes = page.eval_on_selector_all("#panel blockquote", "found => found.map(one => one.textContent)")
    assert "Cllr F M Oborski" in quotes
    assert page.get_attribute("#panel .paper a", "href") == "https://council.example/m#page=2"
    page.focus("#picture")
    page.keyboard.press("Escape")
    assert page.text_content("#panel h2") == "Facts"


def test_tab_reaches_search_filters_and_the_facts_of_a_dot(open_map: Open) -> None:
    page = open_map(tell(told())).page
    reached = []
    for _ in range(80):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("(e => e.id || e.name || e.className || e.tagName)(document.activeElement)"))
        if reached[-1] == "end":
            break
    for wanted in ("tab-map", "search", "kind", "relation", "by-council", "by-year", "again", "picture", "png", "svg", "end"):
        assert wanted in reached, wanted
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel"
    assert page.locator("#panel blockquote").count() > 0


def test_a_map_of_an_issue_opens_a_meeting_to_show_who_was_there(open_map: Open) -> None:
    page = open_map(around(tell(told()), {"id:decision/2017-03-13"})).page
    find(page, "2017-03-13")
    assert "P Denham" not in drawn(page)
    page.click("text=Open this meeting's lines")
    assert "P Denham" in drawn(page)
    page.click("text=Fold this meeting's lines")
    assert "P Denham" not in drawn(page)


def drawn(page: Any) -> str:
    """The picture as SVG, which has the names of what is drawn."""
    with page.expect_download() as download:
        page.click("#svg")
    return str(download.value.path().read_text(encoding="utf-8"))


def test_hostile_words_in_what_is_said_are_shown_and_do_not_run(open_map: Open) -> None:
    opened = open_map(tell(hostile_told()), title=HOSTILE[0])
    page = opened.page
    cells = set(page.eval_on_selector_all("#facts td", "cells => cells.map(cell => cell.textContent)"))
    for number, words in enumerate(HOSTILE):
        if words.isprintable():
            for kind in ("decision", "item", "plan", "measure"):
                assert f"{words} {number}" in cells, kind
    for words in HOSTILE[:5]:
        find(page, words)
        page.click("#panel summary")
    drawn(page)
    page.wait_for_timeout(200)
    assert page.evaluate("window.ran") is None
    assert page.evaluate("({}).polluted") is None
    assert page.evaluate("document.scripts.length") == 4
    assert [url for url in opened.requests if not url.startswith("blob:")] == []
    assert opened.errors == []


def test_a_high_window_stands_its_councils_one_below_the_other(open_map: Open) -> None:
    page = open_map(weave(both())).page
    page.set_viewport_size({"width": 420, "height": 1200})
    page.wait_for_timeout(300)
    box = drawn(page).partition('viewBox="')[2].partition('"')[0].split()
    assert float(box[2]) < float(box[3])


def test_without_javascript_there_is_a_still_picture(open_map: Open) -> None:
    page = open_map(weave(both()), java_script_enabled=False).page
    assert page.is_visible("#still")
    assert page.locator("#still text", has_text="Worcestershire County Council").count() >= 1


def test_a_map_in_a_notebook_is_drawn_and_cannot_reach_it(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "notebook.html"
    path.write_text(f"<!doctype html><title>n</title><p id=secret>x</p>{Map(weave(both()), 'Shown')._repr_html_()}", encoding="utf-8")
    context = browser.new_context()
    page = context.new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(path.as_uri())
    frame = page.frame_locator("iframe")
    frame.locator("html[data-drawn]").wait_for(state="attached")
    assert frame.locator("h1").inner_text() == "Shown"
    reach = "() => { try { return parent.document.title; } catch (e) { return e.name; } }"
    assert page.frames[1].evaluate(reach) == "SecurityError"
    assert [url for url in requests if not url.startswith(("file:", "about:"))] == []
    context.close()


def test_filters_hide_facts_in_map_and_table(open_map: Open) -> None:
    page = open_map(weave(both())).page
    page.select_option("#by-council", COUNTY)
    shown = page.eval_on_selector_all("#facts tbody tr:not([hidden])", "rows => rows.map(row => row.dataset.c)")
    assert shown
    assert set(shown) == {COUNTY}
    page.select_option("#by-year", "2019")
    assert page.locator("#facts tbody tr:not([hidden])").count() == 0
    page.click("#again")
    assert page.locator("#facts tbody tr[hidden]").count() == 0


def test_a_meeting_is_opened_and_folded(open_map: Open) -> None:
    page = open_map(weave(both())).page
    find(page, "2019-03-11")
    page.click("text=Open this meeting's lines")
    assert page.is_visible("text=Fold this meeting's lines")
    page.click("text=Fold this meeting's lines")
    assert page.is_visible("text=Open this meeting's lines")


def test_every_line_opens_its_quote(open_map: Open) -> None:
    page = open_map(weave(both())).page
    lines = page.evaluate("JSON.parse(document.getElementById('data').textContent).edges.map(line => line.facts)")
    quotes = page.eval_on_selector_all("#facts tbody tr", "rows => rows.map(row => row.cells[5].textContent)")
    assert all(quotes[number] for facts in lines for number in facts)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [420, 1400])
@pytest.mark.parametrize("make", [weave, tell, lambda rows: met(weave(rows))], ids=["whole", "told", "met"])
def test_no_serious_barrier(open_map: Open, make: Callable[[Any], Any], scheme: str, width: int) -> None:
    run = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed").Axe
    page = open_map(make(told()), color_scheme=scheme).page
    page.set_viewport_size({"width": width, "height": 900})
    find(page, "oborski")
    for name in ("map", "table"):
        page.click(f"#tab-{name}")
        found = run().run(page).response["violations"]
        assert [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in found if one["impact"] in ("serious", "critical")] == []


def test_a_page_of_a_thousand_dots_is_drawn_soon(open_map: Open) -> None:
    first, second = (council(name, body, [f"{name[:3]} Person{number}" for number in range(495)], day) for name, body, day in COUNCILS)
    opened = open_map(weave({view: first[view] + second[view] for view in first}))
    assert opened.page.evaluate("Number(document.documentElement.dataset.drawn)") < 5000  # 2 s alone; tests share the machine
    assert opened.errors == []


COUNCILS = ((COUNTY, PANEL, "2017-03-13"), ("Herefordshire Council", COMMITTEE, "2019-03-11"))
