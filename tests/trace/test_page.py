"""The page of a thread: whole in itself, the same bytes each time, and a chart that stands where its values are."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from graph_builder import trace
from graph_builder.trace.chart import chart, strip
from graph_builder.trace.page import render
from tests.maps.rows import HOSTILE
from tests.trace.rows import CITY, COUNTY, corpus, row


class Seen(HTMLParser):
    """The text and the tags of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def page(thread: trace.Thread | None = None) -> Seen:
    return Seen(render(thread or trace.follow(corpus(), topic="SEND")))


def test_the_page_opens_with_its_extent_and_its_warning() -> None:
    text = page().text
    assert text.index("Read by a machine: check the quote.") < text.index(COUNTY) < text.index("Timeline")
    assert "too thin to compare" in text


def test_every_line_stands_there_with_quote_paper_and_reason() -> None:
    text = page().text
    for line in trace.follow(corpus(), topic="SEND").lines:
        for words in (line.link, *line.quote.split(" | "), *line.document.split(" | ")):
            assert " ".join(words.split()) in text


def test_councils_stand_side_by_side() -> None:
    cells = [attrs["class"] or "" for tag, attrs in page().tags if tag == "div" and (attrs.get("class") or "").startswith("cell")]
    assert {cell.split()[-1] for cell in cells} == {"column-0", "column-1"}
    one = trace.follow(corpus(), topic="SEND", council=CITY)
    assert not [attrs for _, attrs in page(one).tags if "beside" in (attrs.get("class") or "")]


def test_councils_without_a_word_are_told_together() -> None:
    names = [f"Quiet {number} Council" for number in range(4)]
    thread = trace.follow(corpus(), topic="SEND")
    many = replace(thread, extent=(*thread.extent, *(trace.Extent(name, (), (), "", "", 0, 2, "none") for name in names)))
    for text in (page(many).text, trace.tell(many, form="table", width=500), trace.tell(many, form="md")):
        assert "No paper here of 4 other councils speaks of it" in text
        assert all(text.count(name) == 1 for name in names)


def test_what_is_missing_stands_below() -> None:
    assert "Spoken of, and not among these papers" in page().text
    assert "Spoken of, and not among" not in page(trace.follow(corpus(), phrase="ovens")).text


def test_a_thread_of_nothing_is_a_page_too() -> None:
    assert "Nothing in these papers speaks of it." in page(trace.follow(corpus(), phrase="unicorns")).text


def test_a_page_needs_nothing_from_elsewhere() -> None:
    found = page()
    assert not {"script", "img", "link", "iframe", "form", "object", "embed", "base"} & {tag for tag, _ in found.tags}
    assert all(name not in attrs for _, attrs in found.tags for name in ("src", "style", "onclick", "onload"))
    assert {attrs["href"] for tag, attrs in found.tags if tag == "a"} >= {"#timeline", "#missing"}
    source = render(trace.follow(corpus(), topic="SEND"))
    assert not re.search(r"url\(|@import|https?://(?!council\.example)", source)


def test_drawn_twice_the_bytes_are_the_same() -> None:
    assert render(trace.follow(corpus(), topic="SEND")) == render(trace.follow(corpus(), topic="SEND"))


def test_many_lines_of_a_kind_on_a_day_are_folded_and_all_there() -> None:
    many = [row("actions", "panel-may.txt", item="12", who="Director", text=f"write letter {number}", quote=f"letter {number}", claim=f"id:action/{number}") for number in range(9)]
    found = page(trace.follow(corpus(actions=many), topic="SEND"))
    assert "5 more of this kind on this day" in found.text
    assert all(f"write letter {number}" in found.text for number in range(9))


def hostile() -> trace.Thread:
    """A thread with a hostile text in every field, another one in each line."""
    thread = trace.follow(corpus(), topic="SEND")
    line = thread.lines[0]
    lines = tuple(_hostile(line, words) for words in HOSTILE)
    missing = tuple(trace.Missing(*[words] * 7) for words in HOSTILE)
    point = thread.series[0].points[0]
    points = tuple(trace.Point(f"2018-{1 + number % 12:02}", words, float(number), words, words, lines[number]) for number, words in enumerate(HOSTILE))
    series = (trace.Series(HOSTILE[1], HOSTILE[2], HOSTILE[3], (point, *points)),)
    milestones = tuple(trace.Milestone(words, words, words, words, words, 1, words, words) for words in HOSTILE)
    extent = tuple(trace.Extent(words, (words,), (words,), words, words, 1, 1, words) for words in HOSTILE)
    subject = trace.Subject("topic", "topic:x", HOSTILE[0])
    return trace.Thread(subject, lines, extent=extent, missing=missing, series=series, milestones=milestones, notes=tuple(HOSTILE))


def _hostile(line: trace.Line, words: str) -> trace.Line:
    said = replace(line, council=words, body=words, item=words, text=words, link=words, quote=words, document=words, what="action", claim=words)
    return replace(said, url=words, page=words, basis=words, told=words)


def test_hostile_words_make_no_tag_and_no_attribute() -> None:
    plain, found = page(), page(hostile())
    assert {tag for tag, _ in found.tags} <= {*(tag for tag, _ in plain.tags), "small", "details", "summary"}
    names = {name for _, attrs in plain.tags for name in attrs}
    assert {name for _, attrs in found.tags for name in attrs} <= names
    assert not [attrs["href"] for tag, attrs in found.tags if tag == "a" and not re.match(r"#|https?://", attrs["href"] or "")]
    for words in HOSTILE:
        if words.isprintable():
            assert words in found.text
    assert "\u202e" not in found.text
    assert "⟦U+202E⟧" in found.text


def test_a_chart_stands_where_its_values_are() -> None:
    [series] = trace.follow(corpus(), topic="SEND").series
    drawing = chart(series)
    assert drawing is not None
    first, second = drawing.dots
    assert (first.label, second.label) == ("41%", "55%")
    assert first.x < second.x
    assert first.y > second.y
    assert [step.label for step in drawing.steps] == ["0", "20", "40", "60"]


@pytest.mark.parametrize("amounts,steps", [((1.0, 3.0), "0 1 2 3"), ((-79.0, 514.0), "-200 0 200 400 600"), ((0.0, 0.0), "0 1"), ((1e6, 9e6), "0 2.5e+06 5e+06 7.5e+06 1e+07")])
def test_the_steps_of_an_axis_are_round_and_hold_all_values(amounts: tuple[float, float], steps: str) -> None:
    [series] = trace.follow(corpus(), topic="SEND").series
    points = tuple(replace(point, amount=amount) for point, amount in zip(series.points, amounts, strict=True))
    drawing = chart(replace(series, points=points))
    assert drawing is not None
    assert " ".join(step.label for step in drawing.steps) == steps
    assert all(min(step.at for step in drawing.steps) - 0.01 <= dot.y <= max(step.at for step in drawing.steps) + 0.01 for dot in drawing.dots)


def test_values_without_two_dates_are_not_drawn() -> None:
    [series] = trace.follow(corpus(), topic="SEND").series
    assert chart(replace(series, points=tuple(replace(point, date="Q1") for point in series.points))) is None


def test_the_strip_has_a_row_for_each_council() -> None:
    drawing = strip(trace.follow(corpus(), topic="SEND").lines, [COUNTY, CITY])
    assert drawing is not None
    assert [(council, len(dots)) for council, _, dots in drawing.rows] == [(COUNTY, 8), (CITY, 1)]
