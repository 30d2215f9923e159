"""Which inspection of a paper a sentence without its name means: the one told in it, else the only one of its item or of an inspectorate's own paper."""

from __future__ import annotations

import re
from typing import Final

from graph_builder import vocabulary as v
from graph_builder.model import Id, Span
from graph_builder.paper import Item
from graph_builder.relations.context import Context
from graph_builder.relations.inspections.inspection_words import inspectors
from graph_builder.relations.running_text import sentences

_OWN_PAPER: Final = "inspection-report"
# The families in the ids of one paper's inspections: peers are no inspectors, and a visit is no inspection.
_FAMILY_OF_PEERS: Final = "/review/"
_OF_VISITS: Final = re.compile(r"/(?:monitoring|focused|visit)/")


class Inspections:
    """The inspections of a paper with the words that tell them; empty where it tells none."""

    def __init__(self, context: Context) -> None:
        notes = context.notes.statements
        self.bodies = context.bodies
        self.told = {s.subject: s.evidence for s in notes if s.predicate == v.TYPE and s.object == v.INSPECTION}
        self.by: dict[Id, set[object]] = {id_: {s.object for s in notes if s.subject == id_ and s.predicate == v.INSPECTOR} for id_ in self.told}
        own = [s.subject for s in notes if s.subject in self.told and s.predicate == v.ABOUT and s.rule == _OWN_PAPER]
        self.own = own[0] if own else None
        self.items: dict[str, list[Span]] = {}
        for sentence, item in sentences(context.paper) if self.told else ():
            self.items.setdefault(item.key if item else "", []).append(sentence.span())

    def meant(self, span: Span, item: Item | None, words: str) -> Id | None:
        """The inspection that a sentence means, whose words may name the inspectors; None where it can be one of several."""
        if self.own is not None:
            return self.own
        here = [id_ for id_, spans in self.told.items() if _meet(spans, [span])]
        if len(here) == 1:
            return here[0]
        of_item = here or [id_ for id_, spans in self.told.items() if _meet(spans, self.items.get(item.key if item else "", []))]
        named = {self.bodies.id(one.text) for group in inspectors(words) for one in group}
        fitting = [id_ for id_ in of_item if not named or named & self.by[id_]]
        fitting = [id_ for id_ in fitting if "peer" in words.casefold() or _FAMILY_OF_PEERS not in id_]
        if len(fitting) > 1 and "inspection" in words.casefold() and "visit" not in words.casefold():
            fitting = [id_ for id_ in fitting if not _OF_VISITS.search(id_)]
        return fitting[0] if len(fitting) == 1 else None


def _meet(spans: tuple[Span, ...] | list[Span], others: list[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for span in spans for other in others)
