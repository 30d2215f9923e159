"""Days that cannot be: a weekday that its date is not, minutes confirmed before they could be taken, an end before its beginning."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Final

from graph_builder.contradictions.side import Contradiction, Side, meeting, side
from graph_builder.language.dates import WEEKDAYS, find_dates
from graph_builder.sparql import with_prefixes
from graph_builder.store import Dataset, query
from graph_builder.vocabulary import compact

_TO_COME: Final = re.compile(
    r"\bnext\s+(?:\w+\s+)?meeting\b.{0,80}?\b(?:will|to)\s+be\b|\b(?:date|time|place)s?\s+of\s+(?:the\s+)?next\s+(?:\w+\s+)?meeting\b",
    re.IGNORECASE | re.DOTALL,
)
_NEAR: Final = 3
"""How many days lie between two dates that may be meant for one meeting."""
_QUOTES: Final = """
SELECT DISTINCT ?sentence ?quote ?document ?council WHERE {
  ?sentence nif:anchorOf ?quote ; nif:referenceContext/prov:wasDerivedFrom ?paper .
  FILTER(REGEX(?quote, "(mon|tues|wednes|thurs|fri|satur|sun)day", "i"))
  ?paper civ:fileName ?document .
  OPTIONAL { ?paper civ:ofCouncil/skos:prefLabel ?council }
}"""


def wrong_weekdays(dataset: Dataset) -> Iterator[Contradiction]:
    """Each printed day of the week that its date, printed with its year, is not; the same words of one paper count once."""
    seen: set[tuple[str, str]] = set()
    for row in sorted(dataset.select(with_prefixes(_QUOTES)).dicts(), key=lambda row: (row["document"], len(row["quote"]), row["sentence"])):
        for found in find_dates(row["quote"]):
            printed = " ".join(row["quote"][found.start : found.end].split())
            wrong = found.weekday is not None and found.exact and found.has_year and found.earliest.weekday() != found.weekday
            if wrong and (row["document"], printed.casefold()) not in seen:
                seen.add((row["document"], printed.casefold()))
                said, is_one = WEEKDAYS[found.weekday or 0].capitalize(), WEEKDAYS[found.earliest.weekday()].capitalize()
                quote, claim = " ".join(row["quote"].split()), compact(row["sentence"])
                first = Side(said, row["document"], quote, claim)
                second = Side(f"{found.earliest.isoformat()} was a {is_one}", row["document"], quote, claim)
                yield Contradiction("weekday", printed, first, second, row["council"])


def confirmed_early(dataset: Dataset) -> Iterator[Contradiction]:
    """Minutes that a meeting confirmed though they are of a later day."""
    for row in query(dataset, "references").dicts():
        if "minutes" in row["relation"] and _is_day(row["date"], row["to_date"]) and row["to_date"] > row["date"]:
            first, second = side(row, f"minutes of {row['to_date']}"), side(row, f"confirmed on {row['date']}")
            yield Contradiction("minutes of a later day", meeting(row), first, second, row["council"], row["meeting_id"])


def planned_early(dataset: Dataset) -> Iterator[Contradiction]:
    """Meetings to come, of the same body, that are told for a day before the one on which they are told."""
    for row in query(dataset, "references").dicts():
        to_come = row["to_body"] == row["body"] != "" and _TO_COME.search(row["quote"])
        if to_come and _is_day(row["date"], row["to_date"]) and row["to_date"] < row["date"]:
            first, second = side(row, f"to come on {row['to_date']}"), side(row, f"told on {row['date']}")
            yield Contradiction("meeting to come on an earlier day", meeting(row), first, second, row["council"], row["meeting_id"])


def other_days(dataset: Dataset) -> Iterator[Contradiction]:
    """Minutes confirmed of a day on which the body is not known to have met, while it met a day or a few before or after."""
    met: dict[str, dict[str, dict[str, str]]] = defaultdict(dict)
    for row in query(dataset, "meetings").dicts():
        if row["kind"] == "minutes" and _is_day(row["date"]):
            met[row["body_id"]].setdefault(row["date"], row)
    for row in query(dataset, "references").dicts():
        days = met.get(row["to_body_id"], {}) if "confirms minutes" in row["relation"] and row["to_body_id"] and _is_day(row["to_date"]) else {}
        near = [day for day in days if day != row["date"] and abs((date.fromisoformat(day) - date.fromisoformat(row["to_date"])).days) <= _NEAR]
        if row["to_date"] not in days and len(near) == 1:
            first, second = side(days[near[0]], near[0]), side(row, f"minutes of {row['to_date']}")
            yield Contradiction("two dates", meeting(days[near[0]]), first, second, row["council"], days[near[0]]["meeting_id"])


def published_early(dataset: Dataset) -> Iterator[Contradiction]:
    """Inspections whose findings were published before they began."""
    for row in query(dataset, "inspections").dicts():
        if _is_day(row["start"], row["published"]) and row["published"] < row["start"]:
            told = row | {"document": row["documents"]}
            first, second = side(told, f"began on {row['start']}"), side(told, f"published on {row['published']}")
            yield Contradiction("published before it began", row["inspectors"], first, second, row["council"], row["claim"])


def _is_day(*dates: str) -> bool:
    """Whether all are days, and no months or years."""
    return all(len(day) == len("2024-03-05") for day in dates)


def ended_early(dataset: Dataset) -> Iterator[Contradiction]:
    """Meetings that end before they begin; one that goes on past midnight, until six in the morning at the latest, is none."""
    for row in query(dataset, "meetings").dicts():
        if row["start"] and row["end"] and "06:00" < row["end"] < row["start"]:
            yield Contradiction("end before beginning", meeting(row), side(row, row["start"]), side(row, row["end"]), row["council"], row["meeting_id"])
