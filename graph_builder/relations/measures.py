"""What a paper measures: the cells of its tables and the figures of its sentences, each as an observation with indicator, value, unit and period."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from graph_builder import lexicon
from graph_builder import vocabulary as v
from graph_builder.language.passages import Passage
from graph_builder.language.sentences import split
from graph_builder.language.slugs import slug
from graph_builder.model import Span
from graph_builder.paper import Item, Paragraph
from graph_builder.relations import figures, indicators, measure_tables
from graph_builder.relations.context import Context
from graph_builder.relations.measure_tables import Observed

_ADDRESS = re.compile(r"^\W*(?:tel|telephone|fax|e-?mail|contact|venue|page)\b", re.IGNORECASE)
# The line that opens a list lends its words only where it says what is measured.
_LEADS = re.compile(r"\b(?:proportion|percentage|number|rate|share|total|average|cost|figures|results)s?\b", re.IGNORECASE)
# "some of the £30k", "the full £30k": a sum that was told before.
_TOLD_BEFORE = re.compile(r"\b(?:of\s+the|the\s+full|the\s+remaining|the|this|that)\s*$", re.IGNORECASE)
_SUPPOSED = re.compile(r"\b(?:would|could|should|might|must|may)\b", re.IGNORECASE)


def say(context: Context) -> None:
    """Note each value that the paper gives."""
    for item, paragraphs in _sections(context):
        about = " ".join(item.title.text.split()) if item else ""
        seen: set[int] = set()
        for table in measure_tables.tables(paragraphs):
            found = list(measure_tables.read(table))
            seen.update(id(row) for row in table.rows if found)
            for observed in found:
                _note(context, observed, table.caption or about)
        for observed, heading in _told(context, item, [p for p in paragraphs if id(p) not in seen]):
            _note(context, observed, heading or about)


def _sections(context: Context) -> Iterator[tuple[Item | None, Sequence[Paragraph]]]:
    yield None, context.paper.preamble
    for item in context.paper.items:
        yield item, item.paragraphs


def _told(context: Context, item: Item | None, paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Observed, str]]:
    """The figures of running text, each with the heading that it stands under. The line that opens a list lends its words to the points of the list."""
    paying = bool(item and _pattern("payments").search(item.title.text))
    lead = heading = ""
    for paragraph in paragraphs:
        text = paragraph.passage.text
        heading = text if _is_heading(paragraph) else heading
        if not paragraph.bullet or text.rstrip().endswith(":"):
            lead = text.rstrip(" :") if text.rstrip().endswith(":") and len(text) < 160 and _LEADS.search(text) else ""
        if _ADDRESS.match(text) or ((paying or _pattern("payments").search(text)) and _is_list(text)):
            continue
        for passage in [cell for cell in paragraph.cells if cell.text] or [paragraph.passage]:
            for observed in _in_passage(context, passage, lead if paragraph.bullet else ""):
                yield observed, heading


def _is_heading(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a short line of its own without a full stop."""
    text = paragraph.passage.text
    return (
        not paragraph.bullet
        and not paragraph.cells
        and 3 < len(text) < 80
        and text[0].isupper()
        and text[-1].isalpha()
        and len(text.split()) < 12
        and not re.search(r"\d{3}", text)
    )


def _is_list(text: str) -> bool:
    """Whether a text lists payments: several sums, or one behind a name, without a verb."""
    return len(re.findall(r"[£€$]\s?\d", text)) > 2 or not re.search(
        r"\b(?:is|was|are|were|has|have|had|will|would|stood|agreed|received|reported|totalled)\b", text
    )


def _in_passage(context: Context, passage: Passage, lead: str) -> Iterator[Observed]:
    for sentence in split(passage.text):
        if not re.search(r"\d", sentence.text) or _pattern("not_stated").search(sentence.text) or sentence.text.rstrip().endswith("?"):
            continue
        span = passage.span(sentence.start, sentence.end)
        refused = -1
        for measured in indicators.find(sentence.text, near=context.near, lead=lead):
            figure = measured.figure
            before = sentence.text[: figure.start]
            if _pattern("limits").search(before) and not (before.rstrip().endswith(" or") and refused < 0):
                refused = figure.end
            elif not _is_empty(sentence.text, measured):
                yield _observed(sentence.text, measured, span)


def _is_empty(text: str, measured: indicators.Measured) -> bool:
    """Whether a figure tells nothing on its own: a sum told before, a bare count of something, a supposed number."""
    figure, before = measured.figure, text[: measured.figure.start]
    if figure.kind == "money":
        return bool(_TOLD_BEFORE.search(before)) and measured.indicator.split()[0].casefold() not in lexicon.words("measures", "money_nouns")
    if figure.kind == "count":
        return (len(measured.indicator.split()) < 2 and not measured.period) or bool(_SUPPOSED.search(re.split(r"[;.]\s", before)[-1]))
    return False


def _observed(text: str, measured: indicators.Measured, span: Span) -> Observed:
    figure = measured.figure
    low = figures.plain(figure.low) if figure.low is not None else ""
    high = figures.plain(figure.high) if figure.high is not None else ""
    clause = text[max(0, figure.start - 70) : figure.start]
    clause = re.split(r"[;.]\s", clause)[-1]
    near = f"{clause} {figure.printed} {text[figure.end : figure.end + 12]}"
    kind = (
        "target"
        if _pattern("target").search(near) or re.match(r"(?:target|aim|ambition|goal)s?\b", measured.indicator)
        else ""
        if _pattern("supposed").search(clause) or (figure.kind != "count" and _pattern("uncertain").search(measured.indicator))
        else "actual"
    )
    return Observed(
        measured.indicator, figure.printed, (span,), f"figure-{figure.kind}", kind=kind, unit=figure.unit, low=low, high=high,
        numerator=figure.numerator, denominator=figure.denominator, period=measured.period,
    )  # fmt: skip


def _note(context: Context, observed: Observed, about: str) -> None:
    """Note one observation; its id comes from what it says, so that a value said twice is one."""
    value = observed.low.replace("-", "minus-") if observed.low else observed.value
    parts = (
        _key(observed.indicator),
        observed.period or "undated",
        observed.kind or "value",
        f"{value} {observed.high if observed.high != observed.low else ''} {_unit_key(observed.unit)}",
    )
    node = context.notes.node(context.notes.id("observation", *parts), v.OBSERVATION, observed.evidence, rule=observed.rule)
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
    node.text(v.ABOUT, about)


def _key(text: str) -> str:
    """A text as a part of an id; a long one that is cut keeps its last words, which often alone tell it from another."""
    whole = slug(text, most=400)
    return whole if len(whole) <= 80 else f"{slug(text, most=40)} {' '.join(text.split()[-6:])}"


def _unit_key(unit: str) -> str:
    return unit.replace("%", "percent").replace("£", "pounds").replace("€", "euros").replace("$", "dollars")


@cache
def _pattern(key: str) -> re.Pattern[str]:
    return re.compile(lexicon.load("measures")[key], re.IGNORECASE)
