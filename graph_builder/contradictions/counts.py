"""Votes whose printed count is not the number of the names, who voted in two ways, and who acted without being in the list of those present."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from graph_builder.contradictions.side import Contradiction, Side, listed, meeting, side
from graph_builder.store import Dataset, open_texts, query

_WAYS: Final = {"votes_for": "for", "votes_against": "against", "votes_abstained": "abstained"}
_ACTS: Final = {"proposed_by": "proposed", "seconded_by": "seconded"}
_WON: Final = frozenset(("carried", "agreed", "approved", "resolved", "adopted"))
_LOST: Final = frozenset(("fell", "rejected", "refused"))
_UNANIMOUS: Final = re.compile(r"\bunanimous(?:ly)?\b", re.IGNORECASE)
_SLIP: Final = 0.8
"""How alike two surnames are, from 0 to 1, of which one may be a slip of the pen."""
_ACTORS: Final = 2
"""How many of those who acted are in the list for each who is not, so that the list can be trusted."""
_BETWEEN: Final = 200
"""How many letters may stand between two parts of one quote."""
_FEW: Final = 2
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
                named = Side(f"{len(voters)} names {way}", decision["document"], listed(voters.values()), next(iter(voters.values()))["claim"])
                about = f"the vote on item {decision['item']} at {meeting(decision)}"
                yield Contradiction("votes", about, side(decision, f"{decision[column]} {way}"), named, decision["council"], decision["claim"])


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
    """Whoever voted, proposed or seconded and is in no list of those present, where the paper has such a list; or sent apologies.

    A list of which others who acted are missing too was not read whole, or names others than members: it proves nothing.
    """
    lists: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in query(dataset, "attendance").dicts():
        lists[row["meeting_id"]].append(row)
    acted: dict[str, dict[str, tuple[str, dict[str, str], str]]] = defaultdict(dict)
    for person, name, row, act in _acts(dataset):
        acted[row["meeting_id"]].setdefault(person, (name, row, act))
    for meeting_id, people in acted.items():
        here = {row["person_id"]: row for row in lists[meeting_id] if row["status"] == "present" and row["person_id"]}
        printed = " ".join(row["quote"] for row in here.values())
        outside = {person: told for person, told in people.items() if person not in here and not _may_be_in(told[0], printed)}
        if len(here) >= _WHOLE_LIST and len(people) - len(outside) >= _ACTORS * len(outside):
            for person, (name, row, act) in outside.items():
                missing = Side("in no list of those present", next(iter(here.values()))["document"], listed(here.values()), next(iter(here.values()))["claim"])
                yield Contradiction("not among those present", f"{name} at {meeting(row)}", side(row, act), missing, row["council"], person)


def _may_be_in(name: str, printed: str) -> bool:
    """Whether somebody of this surname, or of one that differs by a slip, is in the words of a list, under a name that nobody tied to it."""
    last = name.rsplit(maxsplit=1)[-1].casefold() if name.split() else ""
    words = re.findall(r"[\w'’-]{2,}", printed.casefold())
    return not last or bool(difflib.get_close_matches(last, words, n=1, cutoff=_SLIP))


def against_outcome(dataset: Dataset) -> Iterator[Contradiction]:
    """Motions that were carried by the fewer votes or lost by the more, and what is called unanimous though somebody voted against."""
    texts = {text.document: text.text for text in open_texts(dataset.folder).values()} if dataset.folder else {}
    for row in query(dataset, "decisions").dicts():
        if not (row["votes_for"].isdecimal() and row["votes_against"].isdecimal()):
            continue
        yes, no = int(row["votes_for"]), int(row["votes_against"])
        counted = side(row, f"{yes} for, {no} against")
        about = f"the vote on item {row['item']} at {meeting(row)}"
        if (row["outcome"] in _WON and yes < no) or (row["outcome"] in _LOST and yes > no):
            yield Contradiction("votes and outcome", about, side(row, row["outcome"]), counted, row["council"], row["claim"])
        if no and _UNANIMOUS.search(whole := _whole(row, texts.get(row["document"], ""))):
            yield Contradiction("unanimous", about, side(row | {"quote": whole}, "unanimous"), counted, row["council"], row["claim"])


def _whole(row: Mapping[str, str], text: str) -> str:
    """The quote of a decision with the words that it leaves out between its parts, where the text has them near each other."""
    parts = (r"\s+".join(map(re.escape, part.split())) for part in row["quote"].split(" … "))
    found = re.search(rf"[\s\S]{{0,{_BETWEEN}}}?".join(parts), text)
    return found.group() if found else row["quote"]


def own_seconder(dataset: Dataset) -> Iterator[Contradiction]:
    """Motions that one person is said to have both proposed and seconded."""
    for row in query(dataset, "decisions").dicts():
        person = row["proposed_by_id"]
        if person.startswith("id:person/") and person == row["seconded_by_id"]:
            about = f"{row['proposed_by']} on item {row['item']} at {meeting(row)}"
            yield Contradiction("proposed and seconded by one", about, side(row, "proposed"), side(row, "seconded"), row["council"], person)


def too_many_votes(dataset: Dataset) -> Iterator[Contradiction]:
    """Votes of which a few more were cast than members are in the list of those present; many more show that the list is not whole.

    The parts of one decision share its vote, and one short list is one contradiction: each item tells it once.
    """
    told: set[tuple[str, str, str]] = set()
    here: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for row in query(dataset, "attendance").dicts():
        if row["status"] == "present" and row["capacity"] not in ("officer", "guest"):
            here[row["meeting_id"], row["document"]].append(row)
    for row in query(dataset, "decisions").dicts():
        cast = sum(int(row[column]) for column in _WAYS if row[column].isdecimal())
        voters = here[row["meeting_id"], row["document"]]
        place = (row["meeting_id"], row["document"], row["item"])
        if place not in told and len(voters) >= _WHOLE_LIST and len(voters) < cast <= len(voters) + _FEW:
            told.add(place)
            named = Side(f"{len(voters)} present", row["document"], listed(voters), voters[0]["claim"])
            about = f"the vote on item {row['item']} at {meeting(row)}"
            yield Contradiction("more votes than members", about, side(row, f"{cast} votes"), named, row["council"], row["claim"])


def _acts(dataset: Dataset) -> Iterator[tuple[str, str, dict[str, str], str]]:
    """Who did what only somebody who is there can do: the person's id and name, the row that says so, and what it was."""
    for row in query(dataset, "votes").dicts():
        yield row["person_id"], row["person"], row, f"voted {row['vote']}"
    for row in query(dataset, "decisions").dicts():
        for column, act in _ACTS.items():
            people = zip(row[f"{column}_id"].split(" | "), row[column].split(" | "), strict=False)
            yield from ((person, name, row, act) for person, name in people if person.startswith("id:person/"))
