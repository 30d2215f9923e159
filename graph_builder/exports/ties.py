"""The named views in, networks with weighted ties out: who is a member where, who came, who voted alike, which meeting points to which, who is named together."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import Final, NamedTuple

from graph_builder.exports.content import Content, Format
from graph_builder.store import Dataset, query

FOLDER: Final = "ties"
NODES: Final = ("id", "label", "kind", "council")
EDGES: Final = ("source", "target", "weight", "kind", "first", "last")
_CROWD: Final = 40
"""An item that names more people than this ties nobody to anybody: a list is no company."""


class Tie(NamedTuple):
    """Two ids, how often they are tied, and the first and the last day on which they are; `directed` where source and target differ in part."""

    source: str
    target: str
    weight: int
    first: str
    last: str


class Network(NamedTuple):
    """A kind of network: what its ties and weights mean, and whether they have a direction."""

    means: str
    directed: bool
    ties: Callable[[Dataset], Iterator[tuple[str, str, str]]]


def _memberships(dataset: Dataset) -> Iterator[tuple[str, str, str]]:
    yield from sorted({(row["person_id"], row["body_id"], row["date"]) for row in query(dataset, "memberships").dicts()})


def _attendance(dataset: Dataset) -> Iterator[tuple[str, str, str]]:
    rows = query(dataset, "attendance").dicts()
    # minutes that two papers have are one meeting
    met = {(row["person_id"], row["body_id"], row["meeting_id"]): row["date"] for row in rows if row["status"] == "present"}
    yield from ((person, body, date) for (person, body, _), date in met.items())


def _votes(dataset: Dataset) -> Iterator[tuple[str, str, str]]:
    alike: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for row in query(dataset, "votes").dicts():
        alike[row["decision_id"], row["vote"], row["date"]].add(row["person_id"])
    for (_, _, date), people in alike.items():
        yield from ((one, other, date) for one, other in combinations(sorted(people), 2))


def _references(dataset: Dataset) -> Iterator[tuple[str, str, str]]:
    for row in query(dataset, "references").dicts():
        yield row["meeting_id"], row["to_meeting_id"], row["date"]


def _named_together(dataset: Dataset) -> Iterator[tuple[str, str, str]]:
    named: dict[tuple[str, str], set[str]] = defaultdict(set)
    for view in ("decisions", "actions", "recommendations", "points", "interests", "votes"):
        for row in query(dataset, view).dicts():
            ids = (one for column, value in row.items() if column.endswith("_id") for one in value.split(" | "))
            named[row["item_id"], row["date"]] |= {one for one in ids if one.startswith(("id:person/", "id:post/"))}
    for (item, date), who in named.items():
        if item and len(who) <= _CROWD:
            yield from ((one, other, date) for one, other in combinations(sorted(who), 2))


NETWORKS: Final[Mapping[str, Network]] = {
    "membership": Network("A person is tied to a body whose list of members names them; the weight is the number of papers' days on which it does.", True, _memberships),
    "attendance": Network("A person is tied to a body at whose meetings they were present; the weight is the number of meetings.", True, _attendance),
    "votes": Network("Two people are tied who voted alike in a recorded vote; the weight is the number of such votes. It does not count votes unlike.", False, _votes),
    "references": Network("A meeting is tied to one that its papers point to; the weight is the number of references.", True, _references),
    "co-mention": Network(
        "Two people or posts are tied whom facts under one item name; the weight is the number of items. To be named together is no relation.", False, _named_together
    ),
}


def ties(dataset: Dataset, kind: str) -> tuple[Tie, ...]:
    """The ties of a network, sorted, each pair once; what has no id on one side ties nothing, and nothing is tied to itself."""
    days: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sources, targets, date in NETWORKS[kind].ties(dataset):
        for source in filter(None, sources.split(" | ")):
            for target in filter(None, targets.split(" | ")):
                if source != target:
                    days[source, target][date] += 1
    return tuple(Tie(*pair, found.total(), *_ends(found)) for pair, found in sorted(days.items()))


def _ends(days: Iterable[str]) -> tuple[str, str]:
    known = sorted(day for day in days if day)
    return (known[0], known[-1]) if known else ("", "")


def write(content: Content, folder: Path, kinds: Iterable[str] = tuple(NETWORKS)) -> list[Path]:
    """For each kind `KIND-edges.csv` and `KIND-nodes.csv`, which Gephi, igraph and pandas read, and `README.md`, which says what a tie means."""
    home = folder / FOLDER
    home.mkdir(exist_ok=True)
    labels, written, told = _labels(content.dataset), [], ["# What a tie means", ""]
    for kind in kinds:
        found = ties(content.dataset, kind)
        ends = sorted({end for tie in found for end in tie[:2]})
        written.append(_table(home / f"{kind}-nodes.csv", NODES, ((end, *labels.get(end, (end, end.split("/")[0].removeprefix("id:"), ""))) for end in ends)))
        written.append(_table(home / f"{kind}-edges.csv", EDGES, ((*tie[:2], str(tie.weight), kind, tie.first, tie.last) for tie in found)))
        told.append(f"- **{kind}** ({'directed' if NETWORKS[kind].directed else 'undirected'}, {len(found)} ties): {NETWORKS[kind].means}")
    note = home / "README.md"
    note.write_text("\n".join([*told, "", "Read by a machine: check the quotes in the tables before you rely on a tie.", ""]), encoding="utf-8", newline="\n")
    return [*written, note]


def of_networks(kinds: Iterable[str]) -> Format:
    """The format that writes some of the networks alone."""
    return Format("some networks", partial(write, kinds=tuple(dict.fromkeys(kinds))))


def _labels(dataset: Dataset) -> dict[str, tuple[str, str, str]]:
    people = {row["person_id"]: (row["person"], "person", row["councils"]) for row in query(dataset, "people").dicts()}
    bodies = {row["body_id"]: (row["body"], "body", row["council"]) for row in query(dataset, "bodies").dicts()}
    meetings = {row["meeting_id"]: (", ".join(filter(None, (row["body"], row["date"]))), "meeting", row["council"]) for row in query(dataset, "meetings").dicts()}
    posts = {row["post_id"]: (row["post"], "post", row["council"]) for row in query(dataset, "posts").dicts() if row["post_id"]}
    return people | bodies | meetings | posts


def _table(path: Path, header: Iterable[str], rows: Iterable[Iterable[str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\r\n").writerows([header, *rows])
    return path
