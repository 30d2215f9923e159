"""The paragraphs of an item go in; out come the recommendations that stand in tables with their answers, and in lists behind words that announce them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph_builder.language.passages import Passage
from graph_builder.paper import Paragraph
from graph_builder.relations.doers import Doers
from graph_builder.relations.forms import form
from graph_builder.relations.recommendations import answers
from graph_builder.relations.recommendations.advice import FILE, maker, subject
from graph_builder.relations.recommendations.advice_parts import Found, number_of, parts, unnumbered
from graph_builder.relations.recommendations.advice_words import Advice, bare, clean

_COLUMNS = ("text", "response", "number", "status", "answer", "to")
_HEAD_MOST = 70  # characters in the head of a column


def tabled(paragraphs: Sequence[Paragraph], doers: Doers, *, maker_of: str) -> dict[int, list[Found]]:
    """The recommendations in the rows of tables, by paragraph; `maker_of` is whose they are, where the item says so."""
    found: dict[int, list[Found]] = {}
    columns: dict[str, int] = {}
    width = 0
    for index, paragraph in enumerate(paragraphs):
        cells = paragraph.cells
        if len(cells) < 2:
            columns = {}
        elif heads := _heads(cells):
            columns, width = heads, len(cells)
            found[index] = []
        elif columns and len(cells) == width:
            found[index] = list(_row({key: cells[place] for key, place in columns.items()}, doers, maker_of))
    return found


def _heads(cells: Sequence[Passage]) -> dict[str, int]:
    """Which column holds what, where a row is the head of a table of recommendations."""
    # a row of a table of contents has the number of a page
    if any(len(cell.text) > _HEAD_MOST or cell.text.strip(" .").isdigit() for cell in cells):
        return {}
    named = {key: place for key in _COLUMNS for place, cell in enumerate(cells) if form(FILE, f"column-{key}").match(" ".join(cell.text.split()))}
    return named if "text" in named and len(set(named.values())) == len(named) else {}


def _row(row: dict[str, Passage], doers: Doers, maker_of: str) -> Iterator[Found]:
    text = clean(unnumbered(row["text"]).text)
    if len(text.split()) < 3:
        return
    status, words, told = _answer(row)
    number = row["number"].text.strip(" .") if "number" in row else number_of(row["text"])
    asked = row["to"] if "to" in row and row["to"].text else None
    to = bare(asked.text) if asked else bare(subject(text, doers))
    spans = [row["text"].span(), *(cell.span() for cell in (asked, *told) if cell is not None)]
    yield Found(Advice(maker_of, to, text, "recommendation-table", status=status, response=words, number=number), tuple(spans))


def _answer(row: dict[str, Passage]) -> tuple[str, str, tuple[Passage, ...]]:
    """The status and the words of an answer in a row, and the cells that tell them: its own column, else what was done; with a column that tells the status."""
    said = next((row[key] for key in ("response", "answer") if key in row and row[key].text), None)
    short = row.get("status")
    status, words = answers.in_cell(said.text) if said is not None else ("", "")
    if short is None or not short.text:
        return status, words, (said,) if said is not None and words else ()
    told, note = answers.in_cell(short.text)
    if said is None:
        return told, note, (short,)
    return told or status, words, (said, short) if told else (said,)


def announced(paragraphs: Sequence[Paragraph], index: int, doers: Doers) -> list[Found]:
    """The points behind "had made two recommendations:" or "The recommendations in the report were as follows:"."""
    passage = paragraphs[index].passage
    text = passage.text
    made = form(FILE, "made-list").search(text)
    reported = None if made else form(FILE, "report-list").search(text)
    lead = made or reported
    points = parts(paragraphs, index + 1, headed=False) if lead else []
    if lead is None or not points:
        return []
    by = "report" if reported else maker(text, doers, lead.start(), _sentence(text, lead.start()), elided=True)
    prefix = clean(lead["lead"] or "") if reported else ""
    to = bare(lead["to"] or "") if made else ""
    advice = Advice(by, to, "", "recommendations-listed" if made else "report-recommends", own=False)
    found: list[Found] = []
    for point in (paragraphs[number].passage for number in points):
        words = clean(f"{prefix} {clean(unnumbered(point).text)}")
        told = replace(advice, text=words, to=advice.to or bare(subject(words, doers)), number=number_of(point))
        found.append(Found(told, (passage.span(), point.span()), tuple(points)))
    return found


def _sentence(text: str, at: int) -> int:
    """Where the sentence that holds a place begins."""
    return max((match.end() for match in re.finditer(r"[.;]\s+(?=[A-Z])", text[:at])), default=0)
