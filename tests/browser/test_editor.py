"""The richer editor, where it was put beside the pages: completes from our own vocabulary, asks no other host, and everybody can use it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from graph_builder.web import editor
from graph_builder.web.limits import Limits
from graph_builder.web.site import application
from tests.browser.test_site import Visit
from tests.web.serving import served
from tests.web.sites import hostile, publish

pytestmark = pytest.mark.skipif(not (editor.ASSETS / editor.LIBRARY).is_file(), reason="the editor's library is not here: make editor")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(application(publish(tmp_path_factory.mktemp("editor") / "exports", hostile()), limits=Limits())) as found:
        yield found


def test_nobody_else_hears_what_is_typed(browser: Any, address: str) -> None:
    visit = Visit(browser, address)
    page = visit.go("/sparql")
    page.wait_for_selector(".CodeMirror")
    page.click(".CodeMirror")
    page.keyboard.press("Control+A")
    page.keyboard.type("PREFIX foaf: <http://xmlns.com/foaf/0.1/> SELECT ?who WHERE { ?who a civ:Mee", delay=10)
    page.keyboard.press("Control+Space")
    page.wait_for_selector(".CodeMirror-hint >> text=civ:Meeting")
    page.keyboard.press("Enter")
    page.keyboard.type(" ; foaf:na owl:sa dbo: }", delay=10)
    page.keyboard.press("Control+Space")
    page.wait_for_timeout(500)
    assert "civ:Meeting" in page.input_value("#query")
    assert visit.foreign == []
    assert visit.errors == []
    visit.context.close()


def test_the_editor_sends_its_query_and_the_answer_runs_nothing(browser: Any, address: str) -> None:
    visit = Visit(browser, address)
    page = visit.go("/sparql")
    page.wait_for_selector(".CodeMirror")
    page.click(".CodeMirror")
    page.keyboard.press("Control+A")
    page.keyboard.type("SELECT * WHERE { ?thing ?property ?value }")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("section[aria-label=Answer] td")
    page.wait_for_selector(".CodeMirror")
    assert page.evaluate("window.hit") is None
    assert page.input_value("#query") == "SELECT * WHERE { ?thing ?property ?value }"
    assert visit.foreign == []
    visit.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_editor_has_no_serious_fault_of_accessibility(browser: Any, address: str, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed").Axe
    visit = Visit(browser, address, color_scheme=scheme)
    page = visit.go("/sparql?query=SELECT+%3Fa+(1+AS+%3Fb)+WHERE+%7B+%23+x%0A+%3Fa+a+civ%3AMeeting+%3B+foaf%3Aname+%22y%22+%7D")
    page.wait_for_selector(".CodeMirror")
    found = axe().run(page).response["violations"]
    assert [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found if one["impact"] in ("serious", "critical")] == []
    page.keyboard.press("Tab")
    page.focus(".CodeMirror textarea")
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").strip() == "Ask"
    visit.context.close()
