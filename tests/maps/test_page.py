"""The page of a map: self-contained, escaped, the same bytes each time."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from graph_builder.errors import CannotCreate
from graph_builder.maps import draw, render, weave
from graph_builder.maps.layout import place, size
from graph_builder.maps.scene import compose
from graph_builder.maps.shelves import TALL, WIDE
from graph_builder.maps.still import still

from .rows import COUNTY, HOSTILE, PANEL, both, council, hostile

ROOT = Path(__file__).parents[2]
ATTRIBUTES = {"src", "href", "action", "data", "poster", "srcset", "background", "formaction", "ping", "manifest"}


class Page(HTMLParser):
    """The elements of a page, the addresses that they name, and the texts of its table's cells."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[tuple[str, str]] = []
        self.handlers: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [(tag, value or "") for name, value in attrs if name in ATTRIBUTES]
        self.handlers += [name for name, _ in attrs if name.startswith("on")]


def own(html: str) -> str:
    """The page without the library that stands in it."""
    return re.sub(r"<script>/\*\*.*?</script>", "", html, flags=re.DOTALL)


def data(html: str) -> dict[str, list[dict[str, object]]]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert found
    return dict(json.loads(found[1]))


@pytest.fixture(scope="module")
def page() -> str:
    return render(weave(both()), title="Who was where")


@pytest.fixture(scope="module")
def hostile_page() -> str:
    return render(weave(hostile()), title=HOSTILE[0])


def test_the_page_holds_all_it_needs(page: str) -> None:
    assert {address[:7] for tag, address in Page(page).addresses if tag != "a"} == {"#shape-"}
    assert {address.partition("#")[0] for tag, address in Page(page).addresses if tag == "a"} == {"https://council.example/m"}
    assert "@license" in page
    assert "default-src &#39;none&#39;" in page


def test_our_own_script_makes_no_markup(page: str) -> None:
    for sink in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "fetch(", "XMLHttpRequest", "new Function"):
        assert sink not in own(page)


def test_hostile_texts_stay_texts(page: str, hostile_page: str) -> None:
    harmless, found = Page(page), Page(hostile_page)
    assert not {"img", "iframe", "object", "embed", "base", "link", "plaintext", "a"} & set(found.tags)
    assert found.tags.count("meta") == harmless.tags.count("meta")
    assert found.tags.count("svg") == harmless.tags.count("svg") == 1
    assert found.tags.count("style") == found.tags.count("table") == found.tags.count("h1") == 1
    assert found.tags.count("script") == harmless.tags.count("script") == 4
    assert found.handlers == []
    assert {address[:7] for _, address in found.addresses} == {"#shape-"}


def test_hostile_texts_reach_the_picture_as_they_are(hostile_page: str) -> None:
    names = [str(node["name"]) for node in data(hostile_page)["nodes"]]
    for words in HOSTILE:
        if words.isprintable():
            assert f"{words} One" in names
    assert "evil⟦U+202E⟧gnp.exe One" in names


DRAW = """
import json, sys
from graph_builder.maps import render, weave
sys.stdout.buffer.write(render(weave(json.load(sys.stdin)), title="Who was where").encode())
"""


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_same_graph_gives_the_same_bytes(page: str, seed: str) -> None:
    environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    rows = json.dumps(both()).encode()
    again = subprocess.run([sys.executable, "-c", DRAW], input=rows, capture_output=True, check=True, env=environment)
    assert again.stdout == page.encode()


def test_positions_are_whole_numbers_and_dots_stand_apart() -> None:
    scene = compose(weave(council(COUNTY, PANEL, [f"Person {number}" for number in range(60)], "2017-03-13")))
    placed = place(scene)
    assert len(placed.positions) == len(scene.dots)
    for one, (x, y) in enumerate(placed.positions):
        for other, (u, v) in enumerate(placed.positions[:one]):
            reach = size(scene.dots[one].kind) + size(scene.dots[other].kind)
            assert abs(x - u) >= reach or abs(y - v) >= reach


@pytest.mark.parametrize("shape", [WIDE, TALL])
def test_each_council_has_a_region_of_its_own(shape: float) -> None:
    regions = place(compose(weave(both())), shape=shape).regions
    width, height = max(region.right for region in regions), max(region.bottom for region in regions)
    assert width / height == pytest.approx(shape, rel=0.1)
    assert [region.name for region in regions] == ["Across councils", "Herefordshire Council", COUNTY]
    for one in regions:
        for other in regions:
            assert one is other or one.right <= other.left or other.right <= one.left or one.bottom <= other.top or other.bottom <= one.top


def test_the_still_picture_has_no_label_over_another() -> None:
    scene = compose(weave(council(COUNTY, PANEL, [f"Person {number}" for number in range(60)], "2017-03-13")))
    picture = still(scene, place(scene))
    assert len(picture.dots) == len(scene.dots)
    assert len(picture.labels) > 20
    unit = picture.letter / 12
    boxes = [(one.x - 3 * unit * max(map(len, one.lines)), one.y, one.x + 3 * unit * max(map(len, one.lines)), one.y + 14 * unit * len(one.lines)) for one in picture.labels]
    for number, one in enumerate(boxes):
        for other in boxes[:number]:
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_an_empty_network_is_a_page_too() -> None:
    assert "0 facts" in render(weave({}), title="Nothing")


def test_draw_writes_one_file_and_nothing_beside_it(tmp_path: Path) -> None:
    draw(weave(both()), tmp_path / "map.html", title="Who was where")
    assert [path.name for path in tmp_path.iterdir()] == ["map.html"]


def test_draw_leaves_what_was_there_when_it_cannot_write(tmp_path: Path) -> None:
    with pytest.raises(CannotCreate):
        draw(weave({}), tmp_path / "no such folder" / "map.html", title="x")
