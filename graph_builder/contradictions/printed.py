"""What a paper prints of its meeting, held against its own lists and clocks: how many members were there, the quorum, when it began and ended."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any, Final, NamedTuple

from graph_builder import lexicon
from graph_builder.contradictions.side import Contradiction, Side, listed, meeting
from graph_builder.language.dates import find_times
from graph_builder.store import Dataset, PublishedText, open_texts, query

_NUMBERS: Final = (
    "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()
)
_SENTENCE: Final = re.compile(r"[^\n]+?(?:(?<=[a-z)\d])[.;](?=\s+[A-Z]|\s*\n)|(?=\n)|$)")
_LONGEST: Final = 400
_WHOLE_LIST: Final = 3
_MEMBERS: Final = frozenset(("", "member", "co-opted", "cabinet member", "substitute"))
_SURE: Final = frozenset(("member",))
_CLOCKS: Final = {"start": "two times of beginning", "end": "two times of ending"}


class Form(NamedTuple):
    """One way to print something: its name, what it tells, what is looked for, and a sentence that it reads and one that it does not."""

    name: str
    kind: str
    looked_for: re.Pattern[str]
    reads: str
    leaves: str


class Printed(NamedTuple):
    """What a sentence of a paper prints: of what kind, the number or the time as `HH:MM`, and the sentence."""

    kind: str
    value: str
    quote: str


@cache
def _file() -> Any:
    return lexicon.read_yaml(lexicon.data_dir() / "patterns" / "contradictions.yml")


@cache
def forms() -> tuple[Form, ...]:
    """The forms of `data/patterns/contradictions.yml`."""
    return tuple(Form(one["name"], one["kind"], _ready(one["form"]), one["reads"], one["not"]) for one in _file()["patterns"])


def _ready(form: str) -> re.Pattern[str]:
    words = _file()["words"]
    form = form.replace("<NUMBER2>", words["NUMBER"].replace("?P<number>", "?P<other>"))
    for name, text in words.items():
        form = form.replace(f"<{name}>", text)
    return re.compile("".join(form.split("\n")).replace("\n", ""), re.IGNORECASE)


def printed(text: str) -> Iterator[Printed]:
    """What the sentences of a text print, in order."""
    for sentence in _SENTENCE.finditer(text):
        words = " ".join(sentence.group().split())
        if len(words) <= _LONGEST:
            for form in forms():
                if match := form.looked_for.search(words):
                    value = _value(match)
                    if value or form.kind == "inquorate":
                        yield Printed(form.kind, value, words)


def _value(match: re.Match[str]) -> str:
    groups = match.groupdict()
    if clock := groups.get("clock"):
        return next((f"{time:%H:%M}" for time, _, _ in find_times(clock)), "")
    word = (groups.get("number") or groups.get("other") or "").casefold()
    return word if word.isdecimal() else str(_NUMBERS.index(word)) if word in _NUMBERS else ""


def against_print(dataset: Dataset) -> Iterator[Contradiction]:
    """Where what a paper prints of its meeting is not what its list of those present, or it in another place, tells; nothing without texts."""
    if dataset.folder is None:
        return
    present: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in query(dataset, "attendance").dicts():
        if row["status"] == "present" and row["capacity"] in _MEMBERS:
            present[row["document"]].append(row)
    meetings: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in query(dataset, "meetings").dicts():
        meetings[row["document"]].append(row)
    for text in open_texts(dataset.folder).values():
        own = meetings[text.document]
        if len(own) == 1:
            told = list(dict.fromkeys(printed(text.text)))
            yield from _numbers(told, present[text.document], own[0])
            yield from _clocks(told, text, own[0])


def _numbers(told: list[Printed], here: list[dict[str, str]], row: dict[str, str]) -> Iterator[Contradiction]:
    """A printed number of members and the list, where it has at least three and none whom nobody knows to be a member decides it."""
    members = {one["person_id"]: one for one in here}
    least, most = sum(one["capacity"] in _SURE for one in members.values()), len(members)
    if most < _WHOLE_LIST:
        return
    names = Side(f"{most} names", row["document"], listed(members.values()), next(iter(members.values()))["claim"])
    for one in told:
        said = Side("", row["document"], one.quote, row["claim"])
        number = int(one.value) if one.value.isdecimal() else 0
        if one.kind == "present" and not least <= number <= most:
            yield _of("number present", row, said._replace(value=f"{one.value} members present"), names)
        elif one.kind == "quorum" and number > most:
            yield _of("quorum", row, said._replace(value=f"quorum of {one.value}"), names)
    quorums = {int(one.value) for one in told if one.kind == "quorum"}
    for one in told:
        if one.kind == "inquorate" and len(quorums) == 1 and least >= max(quorums):
            yield _of("quorum", row, Side("not quorate", row["document"], one.quote, row["claim"]), names)


def _clocks(told: list[Printed], text: PublishedText, row: dict[str, str]) -> Iterator[Contradiction]:
    """Two times at which one meeting began or ended, where nothing tells of a pause."""
    if re.search(_file()["pauses"], text.text, re.IGNORECASE):
        return
    for kind, name in _CLOCKS.items():
        times = list({one.value: one for one in reversed(told) if one.kind == kind}.values())
        if len(times) > 1:
            first, second = (Side(one.value, row["document"], one.quote, row["claim"]) for one in sorted(times)[:2])
            yield _of(name, row, first, second)


def _of(kind: str, row: dict[str, str], first: Side, second: Side) -> Contradiction:
    return Contradiction(kind, meeting(row), first, second, row["council"], row["meeting_id"])
