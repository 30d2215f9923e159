"""What of a paper is not for publication: a paper or an item that says so, and what stands behind a resolution to exclude the public."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from graph_builder import vocabulary as v
from graph_builder.model import Id, Literal, Span
from graph_builder.paper import Item
from graph_builder.relations.context import Context

_HEAD: Final = 10
"""How many lines at the head of a paper may say that all of it is held back."""
_MARKED: Final = re.compile(
    r"^\W*(?:not\s+for\s+publication\b.{0,160}|(?:strictly\s+)?(?:private\s+and\s+)?confidential(?:\s+(?:minutes|report|appendix|item))?"
    r"|exempt(?:\s+(?:minutes?|report|appendix|item|information))?(?:\s+(?:by\s+virtue|under)\b.{0,160})?|restricted"
    r"|part\s+(?:ii|2|b)\s*[-–:]?\s*(?:private|exempt|confidential)\b.{0,60})\W*$",
    re.IGNORECASE,
)
_TITLE: Final = re.compile(
    r"\bnot\s+for\s+publication\b|[(\[–-]\s*(?:exempt|confidential|private|restricted)\b(?:\s+(?:item|report|minute|appendix))?\s*(?:[)\]]|$)"
    r"|^\W*(?:exempt|confidential)\s+(?:report|minutes?|appendix)\b",
    re.IGNORECASE,
)
_EXCLUDED: Final = re.compile(
    r"\b(?:resolved|agreed|carried)\b.{0,300}?\b(?:(?:press|public)\b.{0,60}?\b(?:be|were|was)\s+(?:now\s+)?excluded\b"
    r"|(?:to|that)\s+(?:\w+\s+){0,4}?exclude\s+(?:the\s+)?(?:press|public))",
    re.IGNORECASE | re.DOTALL,
)
# The items that an exclusion names, where it is resolved long before them: "be excluded from the meeting for Items 14 and 15 of business".
_FOR_ITEMS: Final = re.compile(r"\bexclud\w+\b[^.;]{0,120}?\b(?:for|of)\s+(?:agenda\s+)?items?\s+(?:nos?\.?\s*)?(?P<first>\d{1,2})\b", re.IGNORECASE)
_READMITTED: Final = re.compile(
    r"\b(?:public|press)\b.{0,40}\b(?:re-?admitted|return(?:ed)?|re-?join(?:ed)?)\b"
    r"|\b(?:re-?open(?:ed)?|return(?:ed)?|resum(?:ed|ption)\s+in|moved\s+back)\s+(?:to\s+|in\s+)?(?:the\s+)?(?:public|open)\b",
    re.IGNORECASE,
)


def say(context: Context) -> None:
    """Note what is held back: the words of an item behind its title, or all of a paper."""
    for subject, span, rule in _held(context):
        context.notes.say(subject, v.EXEMPT, Literal("true", "xsd:boolean"), (span,), rule=rule)


def _held(context: Context) -> Iterator[tuple[Id, Span, str]]:
    document, items = context.paper.document, context.paper.items
    head = document.text[: items[0].title.span().start] if items else document.text
    if any(_MARKED.match(line) for line in [line for line in head.split("\n") if line.strip()][:_HEAD]):
        yield f"id:document/{document.file_hash[:16]}", document.span(0, len(document.text)), "paper-marked-exempt"
        return
    excluded, first = False, 0
    for item in items:
        words = " ".join(paragraph.passage.text for paragraph in item.paragraphs)
        if excluded and _READMITTED.search(f"{item.title.text} {words}"):
            excluded = False
        elif ((excluded and not _is_before(item, first)) or _is_marked(item)) and (span := _body(context, item)):
            yield context.item_id(item) or f"id:document/{document.file_hash[:16]}", span, "after-exclusion" if excluded else "item-marked-exempt"
        if context.paper.header.kind == "minutes" and _EXCLUDED.search(f"{item.title.text} {words}"):
            named = _FOR_ITEMS.search(words)
            excluded, first = True, int(named["first"]) if named else 0
    closing = context.paper.closing
    if excluded and closing and not any(_READMITTED.search(paragraph.passage.text) for paragraph in closing):
        span = document.span(closing[0].passage.span().start, closing[-1].passage.span().end)
        yield f"id:document/{document.file_hash[:16]}", span, "after-exclusion"


def _is_before(item: Item, first: int) -> bool:
    """Whether an item stands before the first of those for which the public was excluded, by its number."""
    return item.number is not None and item.number.value.isdigit() and int(item.number.value) < first


def _is_marked(item: Item) -> bool:
    return bool(_TITLE.search(item.title.text)) or any(_MARKED.match(paragraph.passage.text) for paragraph in item.paragraphs[:2])


def _body(context: Context, item: Item) -> Span | None:
    """The words of an item behind its title; None where there are none."""
    if not item.paragraphs:
        return None
    start, end = item.paragraphs[0].passage.span().start, item.paragraphs[-1].passage.span().end
    return context.paper.document.span(start, end) if start < end else None
