"""The five papers that come with the program, written out in the forms that councils publish, score as they do as text."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from graph_builder import evaluation, lexicon, meetings, pipeline, reading
from graph_builder.model import Source
from graph_builder.paper import Paper
from tests.reading.renderer import FORMS

DATA = lexicon.data_dir()
SEEDS = sorted((DATA / "documents").glob("*.txt"))
SOURCES = lexicon.sources(DATA / "documents/sources.yml")
Counts = Mapping[str, tuple[int, int, int]]

# What one form tells otherwise than the text, view by view: how many more facts are found, missed and invented there, and why.
_NARROW = "tables of eight columns that are squeezed into half a page break their figures and dates over lines"
_NO_FIELD = "the service has no field for the contact on a page's head, nor for the seat that a co-opted member is there for"
DIFFERENCES: Mapping[str, Mapping[str, tuple[int, int, int, str]]] = {
    "PDF in two columns": {
        "actions": (-1, 1, 0, _NARROW),
        "measures": (-27, 27, 0, _NARROW),
        "plans": (-2, 2, 0, _NARROW),
        "references.future_meetings": (-3, 3, 0, _NARROW),
        "references.referenced_meetings": (-8, 8, 0, _NARROW),
    },
    "ModernGov web service": {
        "memberships": (-1, 1, 0, _NO_FIELD),
        "people": (-4, 4, 0, _NO_FIELD),
        "posts": (-4, 4, 0, _NO_FIELD),
    },
}
# Each of these takes as long as a build of the seeds, and differs little from one that `make test` runs.
LONG = ("PDF with running heads and page numbers", "OpenDocument", "rows of pipes", "PDF with titles in the margin")


@cache
def divided(path: Path) -> Paper:
    """A seed as its items, to be written in another form; what closes it stands behind the last of them, as it was printed."""
    paper = meetings.divide(reading.read(path, source=SOURCES[path.name]))
    if not paper.closing:
        return paper
    last = max((item for item in paper.items if item.paragraphs), key=lambda item: item.paragraphs[-1].passage.offset(0))
    items = tuple(replace(item, paragraphs=(*item.paragraphs, *paper.closing)) if item is last else item for item in paper.items)
    return replace(paper, items=items, closing=())


@pytest.fixture(scope="module")
def counts(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Counts]:
    """Found, missed and invented facts of each view, where the seeds are written in a form."""
    kept: dict[str, Counts] = {}

    def of(ending: str, write: Callable[[Path], bytes], *, name: str) -> Counts:
        if name not in kept:
            folder = tmp_path_factory.mktemp("form")
            (folder / "papers").mkdir()
            (folder / "gold").mkdir()
            entries = []
            for path in SEEDS:
                target = f"{path.stem}.{ending}"
                (folder / "papers" / target).write_bytes(write(path))
                entries.append({**_told(SOURCES[path.name]), "file": target})
                gold = json.loads((DATA / f"gold/{path.name[:3]}.json").read_text(encoding="utf-8"))
                (folder / "gold" / f"{path.name[:3]}.json").write_text(json.dumps({**gold, "document": target}), encoding="utf-8")
            (folder / "papers/sources.yml").write_text(json.dumps(entries), encoding="utf-8")
            pipeline.build([folder / "papers"], output=folder / "exports", state=folder / "build", model="none")
            scores = evaluation.score(folder / "exports/tables", folder / "gold")
            kept[name] = {view: (tally.hit, len(tally.missed), len(tally.invented)) for view, tally in scores.tallies.items()}
        return kept[name]

    return of


def _told(source: Source) -> dict[str, str]:
    return {name: value for name in ("council", "body", "date", "kind", "url") if (value := getattr(source, name))}


def _differences(found: Counts, plain: Counts) -> dict[str, tuple[int, int, int]]:
    none = (0, 0, 0)
    views = {view: tuple(a - b for a, b in zip(found.get(view, none), plain.get(view, none), strict=True)) for view in {*found, *plain}}
    return {view: (more[0], more[1], more[2]) for view, more in sorted(views.items()) if any(more)}


@pytest.mark.parametrize("form", [pytest.param(form, marks=pytest.mark.long if form in LONG else ()) for form in FORMS])
def test_a_form_scores_as_the_text_does(form: str, counts: Callable[..., Counts]) -> None:
    ending, render = FORMS[form]
    plain = counts("txt", Path.read_bytes, name="text")
    found = counts(ending, lambda path: render(divided(path)), name=form)
    expected = {view: row[:3] for view, row in DIFFERENCES.get(form, {}).items()}
    assert sorted(_differences(found, plain).items()) == sorted(expected.items())


@pytest.mark.parametrize("encoding", ["utf-16", pytest.param("utf-8-sig", marks=pytest.mark.long), "cp1252"])
def test_another_encoding_scores_the_same(encoding: str, counts: Callable[..., Counts]) -> None:
    def write(path: Path) -> bytes:
        # Windows-1252 has no bullet of Word's private font
        text = path.read_text(encoding="utf-8")
        return text.replace("\uf0b7", "\u2022").encode(encoding) if encoding != "cp1252" else text.replace("\uf0b7", "\u2022").encode(encoding, "replace")

    assert _differences(counts("txt", write, name=encoding), counts("txt", Path.read_bytes, name="text")) == {}


def test_each_difference_is_of_a_form_and_explained() -> None:
    assert set(DIFFERENCES) | set(LONG) <= set(FORMS)
    assert all(len(row[3].split()) > 8 for views in DIFFERENCES.values() for row in views.values())
