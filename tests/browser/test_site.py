"""Pages in a real browser: no other host is asked for anything, nothing a paper says runs, and everybody can use them."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from graph_builder.web import files
from graph_builder.web.limits import Limits
from graph_builder.web.site import application
from tests.web.serving import served
from tests.web.sites import PAGES, SMITH, TEXT, hostile, publish


class Visit:
    """A browser window that notes every request to another host, every error, and every script that ran."""

    def __init__(self, browser: Any, address: str, **options: Any) -> None:
        self.address = address
        self.context = browser.new_context(**options)
        self.page = self.context.new_page()
        self.foreign: list[str] = []
        self.errors: list[str] = []
        self.page.on("request", lambda request: self.foreign.append(request.url) if not request.url.startswith((address, "data:")) else None)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("dialog", lambda dialog: self.errors.append(dialog.message))
        self.page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" and "status of 4" not in message.text else None)

    def go(self, path: str) -> Any:
        self.page.goto(self.address + path)
        return self.page


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(application(publish(tmp_path_factory.mktemp("site") / "exports"), limits=Limits())) as found:
        yield found


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(application(publish(tmp_path_factory.mktemp("hostile") / "exports", hostile()), limits=Limits())) as found:
        yield found


@pytest.mark.parametrize("scheme,width", [("light", 1280), ("dark", 1280), ("light", 360)])
def test_no_page_has_a_serious_fault_of_accessibility(browser: Any, address: str, scheme: str, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed").Axe
    visit = Visit(browser, address, color_scheme=scheme, viewport={"width": width, "height": 800})
    faults = []
    for path in PAGES:
        page = visit.go(path)
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        found = axe().run(page).response["violations"]
        faults += [(path, one["id"], one["nodes"][0]["html"][:120]) for one in found if one["impact"] in ("serious", "critical")]
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    assert faults == []
    assert visit.foreign == []
    assert visit.errors == []
    visit.context.close()


def test_hostile_words_do_nothing(browser: Any, poisoned: str) -> None:
    visit = Visit(browser, poisoned)
    for path in (*PAGES, "/map"):
        page = visit.go(path)
        assert page.evaluate("window.hit") is None, path
    assert visit.foreign == []
    assert not [error for error in visit.errors if "Refused to" in error or "hit" in error]
    visit.context.close()


def test_all_works_without_scripts(browser: Any, address: str) -> None:
    visit = Visit(browser, address, java_script_enabled=False)
    page = visit.go("/")
    page.fill("#q", "smith")
    page.press("#q", "Enter")
    page.click(".hits a >> nth=0")
    assert page.url.endswith(SMITH)
    page.click("summary >> text=Why is this here? >> nth=0")
    page.click(".quote footer a >> nth=0")
    assert TEXT in page.url
    assert page.is_visible(".span.here")
    assert "What rests on these words" in page.inner_text("main")
    page.click(".resting a >> nth=0")
    visit.go("/trace?name=SEND+Inspection")
    assert page.locator(".timeline > li").count() > 0
    page.click("svg.picture a >> nth=0")
    assert "#l" in page.url
    visit.go("/tables/attendance")
    page.select_option("#f-status", "apologies")
    page.click("text=Pick rows")
    assert page.locator("tbody tr").count() == 1
    visit.go("/sparql")
    page.click("#ask button >> nth=0")
    assert "rows" in page.inner_text("main")
    visit.go("/downloads")
    with page.expect_download() as download:
        page.click("text=map.html")
    assert download.value.suggested_filename == "map.html"
    assert visit.foreign == []
    visit.context.close()


def test_a_keyboard_reaches_search_and_content(browser: Any, address: str) -> None:
    visit = Visit(browser, address)
    page = visit.go("/tables")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "To the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    visit.context.close()


def test_pages_as_files_work_from_a_disk(browser: Any, tmp_path: Path) -> None:
    with ThreadPoolExecutor(1) as thread:  # the browser has the loop of this one
        thread.submit(files.write, publish(tmp_path / "exports"), tmp_path / "public").result()
    visit = Visit(browser, (tmp_path / "public").as_uri())
    page = visit.go("/index.html")
    page.click(".facets a >> text=people")
    page.click(".hits a >> text=Jane Smith")
    assert page.inner_text("h1") == "Jane Smith"
    page.click(".quote footer a >> nth=0")
    assert page.locator(".paper .span").count() > 0
    assert page.evaluate("getComputedStyle(document.querySelector('.paper')).whiteSpaceCollapse") == "preserve"
    assert visit.foreign == []
    assert visit.errors == []
    visit.context.close()
