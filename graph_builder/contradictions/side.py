"""What a contradiction is: of which kind, about what, and its two sides, each a value with its paper and its quote."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple


class Side(NamedTuple):
    """One of two things that do not go together: what is said, in which paper, with which words, and the claim that says it."""

    value: str
    document: str
    quote: str
    claim: str = ""


class Contradiction(NamedTuple):
    """Two sides of one thing, in the order of their papers and words."""

    kind: str
    about: str
    first: Side
    second: Side
    council: str = ""
    about_id: str = ""

    def cells(self) -> tuple[str, ...]:
        """The row of the view `contradictions`."""
        first, second = self.first, self.second
        sides = (*first[:3], *second[:3])
        return (self.kind, self.about, *sides, self.council, self.about_id, first.claim, second.claim)


COLUMNS: Final = (
    "kind", "about", "first", "first_document", "first_quote", "second", "second_document", "second_quote",
    "council", "about_id", "first_claim", "second_claim",
)  # fmt: skip


def side(row: Mapping[str, str], value: str) -> Side:
    """The side that a row of a view gives."""
    return Side(value, row.get("document", ""), " ".join(row["quote"].split()), row.get("claim", ""))


def listed(rows: Iterable[Mapping[str, str]]) -> str:
    """The quotes of rows in their order, each once, with `…` between."""
    return " … ".join(dict.fromkeys(" ".join(row["quote"].split()) for row in rows))


def meeting(row: Mapping[str, str]) -> str:
    """How a meeting is called in a sentence: its body and day."""
    return f"{row['body'] or 'a meeting'}, {row['date'] or 'undated'}"
