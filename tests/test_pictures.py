"""Pictures of a quote on its page: the words marked, what is private covered, the citation below; the same bytes twice."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen import canvas  # type: ignore[import-untyped]

from graph_builder import pictures, pipeline, reading, store
from graph_builder.cli import run
from graph_builder.errors import MissingInput
from graph_builder.model import Span
from graph_builder.places import boxes_of

LINES = (
    "WYVERN DISTRICT COUNCIL", "Planning Committee", "Tuesday 5 March 2024 at 7.00 pm", "Present: Councillors A Hay (Chair) and B Lee", "1. Apologies",
    "None.", "2. Mill Pond", "Mrs Jane Secret of 4 Mill Lane, telephone 01632 960123, spoke.", "RESOLVED that the pond be kept as it is.",
)  # fmt: skip
CAPTION = "Wyvern (2024) Minutes"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pictures")
    (folder / "papers").mkdir()
    page = canvas.Canvas(str(folder / "papers/march.pdf"), pagesize=(595, 842), invariant=True)
    for number, line in enumerate(LINES):
        page.setFont("Helvetica", 12)
        page.drawString(72, 780 - 24 * number, line)
    page.save()
    pipeline.build([folder / "papers"], output=folder / "exports", state=folder / "build", model="none")
    return folder


def colour(picture: Image.Image, place: tuple[int, int]) -> tuple[int, ...]:
    found = picture.getpixel(place)
    assert isinstance(found, tuple)
    return tuple(map(int, found))


def test_the_page_has_the_quote_marked_and_the_private_covered(folder: Path) -> None:
    data = (folder / "papers/march.pdf").read_bytes()
    document = reading.read_bytes(data, "march.pdf")
    (text,) = store.open_texts(folder / "exports").values()
    masks = [Span(document.id, *mask) for mask in text.masks]
    assert masks
    at = document.text.index("RESOLVED")
    quote = Span(document.id, at, at + len("RESOLVED that the pond be kept as it is."))
    png = pictures.of_pdf(document, data, [quote], masks=masks, caption=CAPTION)
    assert png == pictures.of_pdf(document, data, [quote], masks=masks, caption=CAPTION)
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    above = min(box.top for box in boxes_of(document, [quote])) - 70
    for box in boxes_of(document, masks):
        middle = (int(box.left + box.right), int(box.top + box.bottom - 2 * above))
        assert max(colour(picture, middle)) < 40, "covered"
        inside = picture.crop((int(2 * box.left) + 2, int(2 * (box.top - above)) + 2, int(2 * box.right) - 2, int(2 * (box.bottom - above)) - 2))
        assert inside.getcolors() == [(inside.width * inside.height, (20, 20, 20))], "nothing shows through"
    first = boxes_of(document, [quote])[0]
    red, _, blue = colour(picture, (int(2 * first.left), int(2 * (first.bottom - above))))
    assert red > blue + 30, "marked"


def test_a_text_is_drawn_as_it_is_published(folder: Path) -> None:
    (text,) = store.open_texts(folder / "exports").values()
    at = text.text.index("RESOLVED")
    png = pictures.of_text(text.text, at, at + 8, caption=CAPTION)
    assert png == pictures.of_text(text.text, at, at + 8, caption=CAPTION)
    colours = Image.open(io.BytesIO(png)).convert("RGB").getcolors(1 << 20)
    assert colours
    assert any(colour == (255, 224, 102) for _, colour in colours)


def test_a_quote_without_a_place_is_told(folder: Path) -> None:
    data = (folder / "papers/march.pdf").read_bytes()
    document = reading.read_bytes(b"RESOLVED that the pond be kept.", "a.txt")
    with pytest.raises(MissingInput, match="no place on a page"):
        pictures.of_pdf(document, data, [Span(document.id, 0, 8)], masks=[], caption=CAPTION)


def test_the_command_draws_the_page_where_the_paper_is_and_the_text_elsewhere(folder: Path, tmp_path: Path) -> None:
    words = ["proof", "RESOLVED that the pond be kept as it is.", "-g", str(folder / "exports"), "-o"]
    assert run([*words, str(tmp_path / "page.png"), "--papers", str(folder / "papers")]) == 0
    assert run([*words, str(tmp_path / "text.png")]) == 0
    assert run([*words[:1], "words that stand nowhere", *words[2:], str(tmp_path / "none.png")]) == 2
    page, text = (Image.open(tmp_path / name) for name in ("page.png", "text.png"))
    assert page.size != text.size
    assert not (tmp_path / "none.png").exists()
