"""Tables as a build with mistakes would write them: gold goes in, rows with some of it missing, changed, doubled or invented come out."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any

Row = dict[str, str]
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "meetings": ("document", "body", "date", "start", "end", "venue"),
    "attendance": ("document", "person", "status", "capacity", "role", "claim", "basis", "quote"),
    "interests": ("document", "person", "organisation", "role", "quote"),
    "agenda": ("document", "number", "title"),
    "decisions": ("document", "item", "outcome", "text", "decided_by", "proposed_by", "seconded_by", "quote"),
    "votes": ("document", "item", "person", "vote"),
    "recommendations": ("document", "made_by", "text", "quote"),
    "actions": ("document", "who", "text", "quote"),
    "references": ("document", "relation", "to_body", "to_date"),
    "memberships": ("document", "person", "role", "capacity"),
    "posts": ("document", "person", "post", "organisation"),
    "people": ("documents", "person", "names"),
    "bodies": ("documents", "body", "names", "acronyms"),
    "inspections": ("documents", "inspectors", "start", "end", "published", "judgement"),
    "plans": ("documents", "plan", "acronyms"),
    "measures": ("document", "indicator", "value", "unit", "period", "quote"),
    "topics": ("document", "topic", "item"),
}


def rows(gold: Mapping[str, Any]) -> Iterator[tuple[str, Row]]:
    """A row for each gold fact, by view: a build without a mistake."""
    for meeting in gold.get("meetings", []):
        yield "meetings", meeting
    for key in ("attendance", "interests", "agenda", "votes", "memberships", "posts"):
        for fact in gold.get(key, []):
            yield key, dict(zip(_fields(key), fact, strict=False))
    for item, outcome, text, *more in gold.get("decisions", []):
        body = gold["meetings"][0]["body"] if gold.get("meetings") else ""
        yield "decisions", {"item": f"{item}.", "outcome": outcome, "text": text, "quote": text, "decided_by": body, **(more[0] if more else {})}
    for view, who in (("recommendations", "made_by"), ("actions", "who")):
        for name, text in gold.get(view, []):
            yield view, {who: name, "text": text, "quote": text}
    yield from _referred(gold)
    yield from _named(gold)


def _fields(key: str) -> tuple[str, ...]:
    more = {"votes": ("item", "person", "vote"), "memberships": ("person", "role"), "posts": ("person", "post")}
    return more.get(key, COLUMNS[key][1:])


def _referred(gold: Mapping[str, Any]) -> Iterator[tuple[str, Row]]:
    for key, relation in (("previous_meetings", "confirms minutes"), ("referenced_meetings", "previous meeting"), ("future_meetings", "scheduled")):
        for fact in gold.get(key, []):
            body, date = fact if isinstance(fact, list) else ("", fact)
            yield "references", {"relation": relation, "to_body": body or "", "to_date": date}


def _named(gold: Mapping[str, Any]) -> Iterator[tuple[str, Row]]:
    for name in [*gold.get("people", []), *gold.get("not_people", [])[:2]]:
        yield "people", {"person": name, "names": f"Cllr {name} | {name}"}
    for name, acronyms in gold.get("bodies", []):
        yield "bodies", {"body": name, "names": f"the {name}", "acronyms": " | ".join(acronyms)}
    for fact in gold.get("inspections", []):
        start, _, end = fact.get("when", "").partition("/")
        inspected = {"inspectors": " | ".join(fact["inspectors"]), "start": start, "end": end, "judgement": fact.get("judgement", "")}
        yield "inspections", {**inspected, "published": fact.get("published", "")}
    for title, acronyms, *_ in gold.get("plans", []):
        yield "plans", {"plan": title, "acronyms": " | ".join(acronyms)}
    for indicator, value, period in gold.get("measures", []):
        yield "measures", {"indicator": indicator, "value": value, "period": period, "quote": indicator}
    for item in gold.get("topics", {}).get("SEND", []):
        yield "topics", {"topic": "SEND", "item": item}


def spoil(row: Row, random: Random) -> list[Row]:
    """A row as it is, or gone, doubled, or with one value changed."""
    fate = random.random()
    if fate < 0.6:
        return [row]
    if fate < 0.7:
        return []
    if fate < 0.8:
        return [row, row]
    column = random.choice(sorted(row))
    value = row[column]
    changed = random.choice([value[: len(value) // 2], "", value.upper(), f"the {value} and more of it", "chair", "present", "agreed", "2017-03-13"])
    return [{**row, column: changed}]


def write(folder: Path, golds: list[Mapping[str, Any]], seed: int) -> Path:
    """A folder of tables for all the papers, spoilt in a way that the seed says; without a mistake where it is 0."""
    random = Random(seed)
    tables: dict[str, list[Row]] = {view: [] for view in COLUMNS}
    for gold in golds:
        for view, row in rows(gold):
            named = {**row, COLUMNS[view][0]: gold["document"]} | ({"document": gold["document"]} if view == "meetings" else {})
            tables[view] += spoil(named, random) if seed else [named]
    folder.mkdir()
    for view, found in tables.items():
        with (folder / f"{view}.csv").open("w", encoding="utf-8", newline="") as handle:
            writer = csv.DictWriter(handle, COLUMNS[view], restval="", extrasaction="ignore")
            writer.writeheader()
            writer.writerows(found)
    return folder
