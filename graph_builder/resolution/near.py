"""People and bodies whose names are nearly the same, which only a person can join: a letter that differs, a double surname, a word more."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final, TypeVar

from graph_builder.language.likeness import first_letters, misspelt
from graph_builder.language.names import fold
from graph_builder.model import Id
from graph_builder.resolution.blocks import Doubt
from graph_builder.resolution.compare import DOUBTFUL, compare
from graph_builder.resolution.faces import Face
from graph_builder.resolution.things import Thing, kind

Node = TypeVar("Node")
_LONG_ENOUGH: Final = 5
_SAYS_LITTLE: Final = frozenset("overview and the of for on meeting joint local".split())
"""Words without which two names of bodies are probably those of one: `Health Overview and Scrutiny`, `Health Scrutiny`."""


def near_people(faces: Sequence[Face]) -> Iterator[Doubt]:
    """The pairs of one council whose surnames differ by a letter or share a part, and of whom nothing else speaks against their being one."""
    for a, b in _pairs(faces, _surname_keys):
        if a.block == b.block or not _letters(a, b):
            continue
        found = compare(a, b)
        if found.bar == "soft" and found.score >= DOUBTFUL:
            yield Doubt(a, b, found, next(sign.words for sign in found.signs if sign.bar))


def _letters(a: Face, b: Face) -> bool:
    """Whether the given names can begin alike; where none is printed, they can."""
    left, right = (frozenset(letter for name in face.names for letter in first_letters(name)) for face in (a, b))
    return not left or not right or bool(left & right)


def _surname_keys(face: Face) -> Iterator[tuple[object, ...]]:
    for form in _without_a_letter(face.surname):
        yield face.council, "letters", form
    for part in {part for name in face.names for part in fold(name.surname).replace("-", " ").split() if len(part) > 2}:
        yield face.council, "part", part


def _without_a_letter(word: str) -> set[str]:
    """A word, and what is left of it without each of its letters: two that differ by one letter have one of these in common."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)) if len(word) >= _LONG_ENOUGH)}


def near_bodies(things: Iterable[Thing], ids: Mapping[Id, Id]) -> Iterator[tuple[Thing, Thing, str]]:
    """The pairs of bodies of one council whose names have the same words but for a letter, their order, or a word that says little."""
    first: dict[Id, Thing] = {}
    for thing in things:
        if kind(thing.local) == "body" and thing.names and ids[thing.local].count("/") == 2:
            first.setdefault(ids[thing.local], thing)
    for a, b in _pairs(sorted(first), _name_keys):
        why = _near(_words(a), _words(b))
        if why and first[a].paper != first[b].paper:
            yield first[a], first[b], why


def _words(final: Id) -> list[str]:
    return final.rpartition("/")[2].split("-")


def _name_keys(final: Id) -> Iterator[tuple[object, ...]]:
    council, words = final.split("/")[1], _words(final)
    yield council, "words", tuple(sorted(set(words) - _SAYS_LITTLE))
    for at in range(len(words)):
        yield council, "but one", at, tuple(words[:at] + words[at + 1 :])


def _near(left: list[str], right: list[str]) -> str:
    if sorted(left) == sorted(right):
        return "the same words in another order"
    if set(left) - _SAYS_LITTLE == set(right) - _SAYS_LITTLE:
        return f"the same words but for {' '.join(sorted(set(left) ^ set(right)))}"
    differ = [(a, b) for a, b in zip(left, right, strict=False) if a != b]
    if len(left) == len(right) and len(differ) == 1 and not re.search(r"\d", "".join(differ[0])) and misspelt(*differ[0]):
        return f"{differ[0][0]} and {differ[0][1]} differ by a letter"
    return ""


def _pairs(nodes: Sequence[Node], keys: Callable[[Node], Iterator[tuple[object, ...]]]) -> Iterator[tuple[Node, Node]]:
    """The pairs that have a key in common, each once."""
    groups: dict[tuple[object, ...], list[int]] = {}
    for at, node in enumerate(nodes):
        for key in set(keys(node)):
            groups.setdefault(key, []).append(at)
    for a, b in sorted({pair for group in groups.values() for pair in combinations(group, 2)}):
        yield nodes[a], nodes[b]
