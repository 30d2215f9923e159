"""Days that cannot be: a weekday that its date is not, minutes confirmed before they could be taken, an end before its beginning."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from graph_builder.contradictions.side import Contradiction, Side, meeting, side
from graph_builder.language.dates import WEEKDAYS, find_dates
from graph_builder.sparql import with_prefixes
from graph_builder.store import Dataset, query
from graph_builder.vocabulary import compact

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
    """Minutes that a meeting confirmed though they are of the same day or of a later one."""
    for row in query(dataset, "references").dicts():
        if "minutes" in row["relation"] and row["date"] and len(row["to_date"]) == len(row["date"]) == len("2024-03-05") and row["to_date"] >= row["date"]:
            first, second = side(row, f"minutes of {row['to_date']}"), side(row, f"confirmed on {row['date']}")
            yield Contradiction("minutes of a later day", meeting(row), first, second, row["council"], row["meeting_id"])


def ended_early(dataset: Dataset) -> Iterator[Contradiction]:
    """Meetings that end before they begin; one that goes on past midnight, until six in the morning at the latest, is none."""
    for row in query(dataset, "meetings").dicts():
        if row["start"] and row["end"] and "06:00" < row["end"] < row["start"]:
            yield Contradiction("end before beginning", meeting(row), side(row, row["start"]), side(row, row["end"]), row["council"], row["meeting_id"])
