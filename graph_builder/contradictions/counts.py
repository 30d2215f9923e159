"""Votes whose printed count is not the number of the names, who voted in two ways, and who acted without being in the list of those present."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from graph_builder.contradictions.side import Contradiction, Side, meeting, side
from graph_builder.store import Dataset, query

_WAYS: Final = {"votes_for": "for", "votes_against": "against", "votes_abstained": "abstained"}
_ACTS: Final = {"proposed_by": "proposed", "seconded_by": "seconded"}
_WHOLE_LIST: Final = 3
"""How many members a list of those present has at least, so that whoever is not in it was perhaps not there."""


def miscounted(dataset: Dataset) -> Iterator[Contradiction]:
    """Votes of which the paper prints another number than names; where it prints no name of a kind, nothing is said."""
    names: dict[tuple[str, str, str], list[dict[str, str]]] = defaultdict(list)
    for row in query(dataset, "votes").dicts():
        names[row["decision_id"], row["document"], row["vote"]].append(row)
    for decision in query(dataset, "decisions").dicts():
        for column, way in _WAYS.items():
            voters = {row["person_id"]: row for row in names[decision["claim"], decision["document"], way]}
            if decision[column].isdecimal() and voters and int(decision[column]) != len(voters):
                named = Side(f"{len(voters)} names {way}", decision["document"], _listed(voters.values()), next(iter(voters.values()))["claim"])
                about = f"the vote on item {decision['item']} at {meeting(decision)}"
                yield Contradiction("votes", about, side(decision, f"{decision[column]} {way}"), named, decision["council"], decision["claim"])


def _listed(rows: object) -> str:
    assert hasattr(rows, "__iter__")
    return " … ".join(dict.fromkeys(" ".join(row["quote"].split()) for row in rows))


def voted_twice(dataset: Dataset) -> Iterator[Contradiction]:
    """Whoever is among those for and among those against on one decision."""
    cast: dict[tuple[str, str], dict[str, dict[str, str]]] = defaultdict(dict)
    for row in query(dataset, "votes").dicts():
        cast[row["decision_id"], row["person_id"]].setdefault(row["vote"], row)
    for (_, person), votes in cast.items():
        if len(votes) > 1:
            one, other = sorted(votes.values(), key=lambda row: (row["document"], row["vote"]))[:2]
            about = f"{one['person']} on item {one['item']} at {meeting(one)}"
            yield Contradiction("two votes", about, side(one, one["vote"]), side(other, other["vote"]), one["council"], person)


def unlisted(dataset: Dataset) -> Iterator[Contradiction]:
    """Whoever voted, proposed or seconded and is in no list of those present, where the paper has such a list; or sent apologies."""
    present: dict[str, dict[str, dict[str, str]]] = defaultdict(dict)
    for row in query(dataset, "attendance").dicts():
        if row["status"] == "present" and row["person_id"]:
            present[row["meeting_id"]].setdefault(row["person_id"], row)
    seen: set[tuple[str, str]] = set()
    for person, name, row, act in _acts(dataset):
        here = present[row["meeting_id"]]
        known = {_last(entry["person"]) for entry in here.values()}
        # somebody there of the same surname may be the one who is meant, under a name that nobody tied to the list
        if len(here) >= _WHOLE_LIST and person not in here and _last(name) not in known and (person, row["meeting_id"]) not in seen:
            seen.add((person, row["meeting_id"]))
            first = next(iter(here.values()))
            listed = Side("in no list of those present", first["document"], _listed(here.values()), first["claim"])
            yield Contradiction("not among those present", f"{name} at {meeting(row)}", side(row, act), listed, row["council"], person)


def _last(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1].casefold() if name.split() else ""


def _acts(dataset: Dataset) -> Iterator[tuple[str, str, dict[str, str], str]]:
    """Who did what only somebody who is there can do: the person's id and name, the row that says so, and what it was."""
    for row in query(dataset, "votes").dicts():
        yield row["person_id"], row["person"], row, f"voted {row['vote']}"
    for row in query(dataset, "decisions").dicts():
        for column, act in _ACTS.items():
            people = zip(row[f"{column}_id"].split(" | "), row[column].split(" | "), strict=False)
            yield from ((person, name, row, act) for person, name in people if person.startswith("id:person/"))
