"""The workstreams of a plan: lines headed "Workstream 1 - ..." and lists behind "the workstreams are as follows"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from graph_builder import vocabulary as v
from graph_builder.language.passages import Passage
from graph_builder.model import Id, Span
from graph_builder.paper import Paragraph
from graph_builder.relations.context import Context
from graph_builder.relations.running_text import parts

if TYPE_CHECKING:
    from graph_builder.relations.plans.plans import Plan

RULE: Final = "plan-workstream"
_HEADED: Final = re.compile(r"(?:work[\s-]?stream|priority\s+area|theme)\s+(?P<number>\d{1,2})\s*[-–—:]\s*(?P<name>[A-Z][^.;]{3,110})", re.IGNORECASE)
_LISTED: Final = re.compile(r"\bwork[\s-]?streams\s+(?:are|were)(?:\s+as\s+follows)?\s*:\s*(?P<list>.+)", re.IGNORECASE | re.DOTALL)
# The numbers of a list that lost its tags stand glued to the words before: "1. Local Offer2. Assessment".
_ENTRY: Final = re.compile(r"(?:^|(?<=[\sa-z)]))(?:\d{1,2}[.)]|(?<=\s)[•-])\s+(?P<name>[A-Z].*?)(?=\s*\d{1,2}[.)]\s+[A-Z]|\s+[•-]\s+[A-Z]|\s*$)")
_HAS: Final = re.compile(r"\bwork[\s-]?streams?\b", re.IGNORECASE)


class Workstream(NamedTuple):
    """A workstream by its name, and its words."""

    name: str
    span: Span


def say(context: Context, plan: Plan, id_: Id) -> None:
    """Note the workstreams of a plan: those of the items in which a sentence says that it has workstreams."""
    for paragraphs in _by_item(context):
        if _has_workstreams(paragraphs, plan):
            for found in _find(paragraphs):
                stream = context.notes.id("workstream", id_.rsplit("/", 1)[-1], found.name)
                node = context.notes.node(stream, v.WORKSTREAM, [found.span], rule=RULE)
                node.text(v.ALT_LABEL, found.name)
                node.link(v.PART_OF, id_)


def _by_item(context: Context) -> list[list[Paragraph]]:
    """The paragraphs of a paper, those of one item together."""
    found: dict[int, list[Paragraph]] = {}
    for paragraph, item in parts(context.paper):
        found.setdefault(id(item), []).append(paragraph)
    return list(found.values())


def _has_workstreams(paragraphs: list[Paragraph], plan: Plan) -> bool:
    """Whether a sentence of the item names the plan, by its name or its abbreviation, together with its workstreams."""
    name = plan.named().pattern
    beside = re.compile(rf"{name}[^.]{{0,120}}\bwork[\s-]?streams\b|\bwork[\s-]?streams\b[^.]{{0,40}}{name}", re.IGNORECASE)
    return any(beside.search(paragraph.passage.text) for paragraph in paragraphs if _HAS.search(paragraph.passage.text))


def _find(paragraphs: list[Paragraph]) -> Iterator[Workstream]:
    seen: set[str] = set()
    for paragraph in paragraphs:
        for passage in paragraph.parts:
            for found in _in_passage(passage):
                if found.name.casefold() not in seen:
                    seen.add(found.name.casefold())
                    yield found


def _in_passage(passage: Passage) -> Iterator[Workstream]:
    headed = _HEADED.fullmatch(passage.text)
    if headed and len(headed["name"].split()) <= 14:
        yield Workstream(headed["name"].strip(), passage.span(*headed.span("name")))
    listed = _LISTED.search(passage.text)
    for entry in _ENTRY.finditer(listed["list"]) if listed else ():
        if len(entry["name"].split()) <= 14:
            start = listed.start("list") + entry.start("name")  # type: ignore[union-attr]
            yield Workstream(entry["name"].strip(), passage.span(start, start + len(entry["name"].rstrip())))
