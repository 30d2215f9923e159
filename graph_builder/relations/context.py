"""What every reader of content is given: the paper's mentions, its clusters and bodies, and where its statements are noted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graph_builder.language.passages import Passage
from graph_builder.model import Id
from graph_builder.paper import Item, Mentions, Paper
from graph_builder.relations.notes import Notes
from graph_builder.relations.register import Bodies, People


@dataclass(frozen=True, slots=True)
class Context:
    """One paper while its content is read; the ids are None where the paper is of no meeting or names no council."""

    notes: Notes
    mentions: Mentions
    people: People
    bodies: Bodies
    meeting_id: Id | None = None
    body_id: Id | None = None
    council_id: Id | None = None

    @property
    def paper(self) -> Paper:
        """The divided paper."""
        return self.mentions.paper

    @property
    def near(self) -> date | None:
        """The day of the paper's meeting, from which dates without a year take theirs."""
        when = self.paper.header.when
        return when.earliest if when else None

    @property
    def day(self) -> str:
        """The day of the paper's meeting as ISO text; empty where it is not known to the day."""
        when = self.paper.header.when
        return when.earliest.isoformat() if when and when.earliest == when.latest else ""

    def item_id(self, item: Item | None) -> Id | None:
        """The local id of an item; None before the first item and in a paper that is of no meeting."""
        return self.notes.id("item", item.key) if item is not None and self.meeting_id is not None else None

    def passages(self) -> list[tuple[Passage, Item | None]]:
        """Every paragraph of the paper with the item it stands in: the preamble, then each item's title and paragraphs, then what closes the paper."""
        found: list[tuple[Passage, Item | None]] = [(p.passage, None) for p in self.paper.preamble]
        for item in self.paper.items:
            found.append((item.title, item))
            found.extend((p.passage, item) for p in item.paragraphs)
        found.extend((p.passage, None) for p in self.paper.closing)
        return found
