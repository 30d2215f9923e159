"""What a paper measures: the cells of its tables and the figures of its sentences, each as an observation with indicator, value, unit and period."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import NamedTuple

from graph_builder import lexicon
from graph_builder import vocabulary as v
from graph_builder.language.passages import Passage
from graph_builder.language.sentences import split
from graph_builder.language.slugs import slug
from graph_builder.model import Id, Span
from graph_builder.paper import Item, Paragraph
from graph_builder.relations.context import Context
from graph_builder.relations.forms import form
from graph_builder.relations.measures import column_tables, figure_heads, figure_kinds, figures, indicators, measure_tables, whole_names
from graph_builder.relations.measures.figure_masks import FILE
from graph_builder.relations.measures.figure_words import Measured
from graph_builder.relations.measures.measure_tables import Observed
from graph_builder.relations.running_text import reports
from graph_builder.relations.sections import sections

_ADDRESS = re.compile(r"^\W*(?:tel|telephone|fax|e-?mail|contact|venue|page)\b", re.IGNORECASE)
_SUPPOSED = re.compile(r"\b(?:would|could|should|might|must|may)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2}[.)]|\((?:[a-z]{1,4}|\d{1,2})\))\s+(?=[A-Za-z£€(])")


# "3 False alarms attended": a number, and a sentence that begins behind it
_NUMBER_ALONE = re.compile(r"\s*\d{1,2}\s+(?=[A-Z][a-z']*\s+[A-Za-z])")


# "over 700": a value of its own beside "700"
_WORDS = re.compile(r"(?!up\s+[\d.]|down\b)[A-Za-z][A-Za-z. ]*(?=[£€$]?\d)")
# "2 dog bins": so few, at no time that is told, are mentioned and not measured
_FEW = 4


class _Where(NamedTuple):
    """Where a value stands: its item, and the heading or caption over it."""

    item: Item | None
    about: str


def say(context: Context) -> None:
    """Note each value that the paper gives."""
    noted: set[Id] = set()
    for item, told in _parts(context):
        paragraphs = column_tables.spread(told, context.paper.document)
        about = figure_heads.title(item)
        seen: set[int] = set()
        for table in measure_tables.tables(paragraphs):
            found = list(measure_tables.read(table))
            seen.update(id(row) for row in table.rows if found)
            for observed in found:
                _note(context, noted, observed, _Where(item, table.caption or about))
        for observed, heading in _told(context, item, [p for p in paragraphs if id(p) not in seen]):
            _note(context, noted, observed, _Where(item, about if heading is None else heading))


def _parts(context: Context) -> Iterator[tuple[Item | None, Sequence[Paragraph]]]:
    """The sections of the paper; the reports that a pack prints behind its last item are those of the items that they are for."""
    items = context.paper.items
    for item, told in sections(context):
        if item is None or item is not items[-1]:
            yield item, told
        else:
            for owner, group in groupby(reports(item, items, told), key=lambda pair: pair[1]):
                yield owner, [paragraph for paragraph, _ in group]


def _told(context: Context, item: Item | None, paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Observed, str | None]]:
    """The figures of running text, each with the heading that it stands under. The line that opens a list lends its words to the points of the list."""
    paying = bool(item and form(FILE, "payments").search(item.title.text))
    lead = ""
    for paragraph, heading in figure_heads.under(paragraphs):
        text = paragraph.passage.text.rstrip()
        if not paragraph.bullet or text.endswith(":"):
            lead = text.rstrip(" :") if text.endswith(":") and len(text) < 160 and form(FILE, "opens-list").search(text) else ""
        if _ADDRESS.match(text) or ((paying or form(FILE, "payments").search(text)) and _is_list(text)):
            continue
        for passage in [cell for cell in paragraph.cells if cell.text] or [paragraph.passage]:
            for observed in _in_passage(context, passage, lead if paragraph.bullet else "", (item.title.text if item else "", heading or "")):
                yield observed, heading


def _is_list(text: str) -> bool:
    """Whether a text lists payments: several sums, or one behind a name, without a verb."""
    return len(re.findall(r"[£€$]\s?\d", text)) > 2 or not form(FILE, "lists-payments").search(text)


def _in_passage(context: Context, passage: Passage, lead: str, over: tuple[str, str]) -> Iterator[Observed]:
    """The figures of a passage; `over` it stand the title of its item and a heading."""
    heading, about = over[1], " ".join(over)
    for sentence in split(passage.text):
        # "2.1 The gap", "(a) the caseload": the number of a paragraph is none of its figures
        number = _NUMBERED.match(sentence.text) or (_NUMBER_ALONE.match(sentence.text) if not sentence.start else None)
        text = sentence.text[number.end() :] if number else sentence.text
        if not re.search(r"\d", text) or form(FILE, "not-stated").search(text) or text.rstrip().endswith("?"):
            continue
        span, refused = passage.span(sentence.start, sentence.end), ""
        found = indicators.find(text, near=context.near, lead=lead)
        based = _has_base_before(passage.text[: sentence.start], found)
        sums = sum(measured.figure.kind == "money" and not _is_empty(text, measured) for measured in found)
        for measured in found:
            before = text[: measured.figure.start].rstrip()
            # "above £25,000 or 1%": what stands behind "or" is refused with what stands before it, and so is one more value of the same
            if measured.indicator == refused or (form(FILE, "limits").search(text[: measured.figure.start]) and (refused or not before.endswith(" or"))):
                refused = measured.indicator
            elif form(FILE, "example").search(text[: measured.figure.start]):
                continue
            elif form(FILE, "verb-first").match(measured.indicator) and measured.figure.kind in {"ratio", "plain", "percent"}:
                if form(FILE, "names-cases").search(heading) and not based:
                    yield _observed(text, replace(measured, indicator=f"{heading}: {measured.indicator}"), span, near=context.near)
            elif not _is_empty(text, measured) and whole_names.stands_alone(measured, about=about, alone=sums < 2):
                yield _observed(text, measured, span, near=context.near)


def _has_base_before(before: str, found: Sequence[Measured]) -> bool:
    """Whether the cases of which a sentence tells a part are told in a sentence before it: "24/33 left" behind "33 were adopted"."""
    wholes = {measured.figure.denominator for measured in found} - {""}
    return any(re.search(rf"(?<![\d.,]){whole}(?![\d%])", before) for whole in wholes)


def _is_empty(text: str, measured: Measured) -> bool:
    """Whether a figure tells nothing on its own: a sum told before, a bare count of something, a supposed number."""
    figure, before, words = measured.figure, text[: measured.figure.start], measured.indicator.split()
    if figure.kind == "money":
        if form(FILE, "of-others").search(before):
            return True
        return bool(form(FILE, "told-before").search(before)) and words[0].casefold() not in lexicon.words("measures", "money_nouns")
    if figure.kind == "count":
        if figure.low is not None and figure.low < _FEW and not measured.period:
            return True
        return (len(words) < 2 and not measured.period) or bool(_SUPPOSED.search(figure_kinds.STOP.split(before)[-1]))
    return False


def _observed(text: str, measured: Measured, span: Span, *, near: date | None) -> Observed:
    figure = measured.figure
    low, high = (figures.plain(end) if end is not None else "" for end in (figure.low, figure.high))
    kind = figure_kinds.kind(text, measured, near)
    words = form(FILE, "value-words").search(text[: figure.start])
    printed = text[words.start("words") if words else figure.start : figure.start] + figure.printed
    return Observed(
        measured.indicator, " ".join(printed.split()), (span,), f"figure-{figure.kind}", kind=kind, unit=figure.unit, low=low, high=high,
        numerator=figure.numerator, denominator=figure.denominator, period=measured.period,
    )  # fmt: skip


def _note(context: Context, noted: set[Id], observed: Observed, where: _Where) -> None:
    """Note one observation; its id comes from what it says, so that a value said twice is one, of the item where it stands first."""
    value = observed.low.replace("-", "minus-") if observed.low else observed.value
    words = _WORDS.match(observed.value) if observed.low else None
    parts = (
        _key(observed.indicator),
        observed.period or "undated",
        observed.kind or "value",
        f"{words[0].strip() if words else ''} {value} {observed.high if observed.high != observed.low else ''} {_unit_key(observed.unit)}".strip(),
    )
    key = context.notes.id("observation", *parts)
    node = context.notes.node(key, v.OBSERVATION, observed.evidence, rule=observed.rule)
    if key not in noted:
        node.link(v.ABOUT_ITEM, context.item_id(where.item))
        node.link(v.AT_MEETING, context.meeting_id)
        node.text(v.ABOUT, where.about)
    noted.add(key)
    node.text(v.INDICATOR, observed.indicator)
    node.text(v.VALUE_PRINTED, observed.value)
    if observed.low and observed.low == observed.high:
        node.text(v.VALUE, observed.low, kind="xsd:decimal")
    elif observed.low:
        node.text(v.LOWEST, observed.low, kind="xsd:decimal")
        node.text(v.HIGHEST, observed.high, kind="xsd:decimal")
    node.text(v.UNIT_OF_MEASURE, observed.unit)
    node.text(v.NUMERATOR, observed.numerator, kind="xsd:decimal")
    node.text(v.DENOMINATOR, observed.denominator, kind="xsd:decimal")
    node.text(v.PERIOD, observed.period)
    node.text(v.OBSERVATION_KIND, observed.kind)
    node.text(v.NUMBER, observed.number)
    node.text(v.SCHEDULE, observed.schedule)


def _key(text: str) -> str:
    """A text as a part of an id; a long one that is cut keeps its last words, which often alone tell it from another."""
    whole = slug(text, most=400)
    return whole if len(whole) <= 80 else f"{slug(text, most=40)} {' '.join(text.split()[-6:])}"


def _unit_key(unit: str) -> str:
    return unit.replace("%", "percent").replace("£", "pounds").replace("€", "euros").replace("$", "dollars")
