"""Names and ids that nothing may publish in; out come the rows of an older graph without whom they mean, and whether a change names one of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from graph_builder.changes.change import Change, Row
from graph_builder.store import Dataset, query


@dataclass(frozen=True, slots=True)
class Hidden:
    """The ids of an older graph that are suppressed by now, and every name by which it calls them."""

    ids: frozenset[str]
    names: re.Pattern[str]

    @classmethod
    def of(cls, dataset: Dataset, suppressed: Collection[str]) -> Hidden:
        """Whom the suppressed names and ids mean in a graph."""
        listed = {what.casefold() for what in suppressed}
        ids, names = set(), {what for what in suppressed if not what.startswith("id:")}
        for view, id_ in (("people", "person_id"), ("bodies", "body_id")) if listed else ():
            for row in query(dataset, view).dicts():
                called = {row["person" if view == "people" else "body"], *row["names"].split(" | ")}
                if row[id_].casefold() in listed or listed & {name.casefold() for name in called}:
                    ids.add(row[id_])
                    names |= called
        words = "|".join(sorted((re.escape(name) for name in names if name), key=lambda name: (-len(name), name)))
        return cls(frozenset(ids), re.compile(rf"(?<!\w)(?:{words or '(?!)'})(?!\w)", re.IGNORECASE))

    def left(self, rows: Iterable[Row]) -> list[Row]:
        """The rows that are about nobody of these."""
        return [row for row in rows if not any(self.ids & set(value.split(" | ")) for column, value in row.items() if column.endswith("_id"))]

    def names_any(self, change: Change) -> bool:
        """Whether a change names one of them."""
        told = " ".join((change.before, change.after, change.quote, change.claim))
        return bool(self.names.search(told)) or any(id_ in told for id_ in self.ids)
