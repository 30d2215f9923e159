"""Bodies that followed others, as sentences say so: "the Partnership, which replaced the Board"; two bodies with a link, and never one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from graph_builder import vocabulary as v
from graph_builder.language import bodies
from graph_builder.language.passages import Passage
from graph_builder.language.sentences import split
from graph_builder.relations.context import Context
from graph_builder.relations.forms import form, forms
from graph_builder.relations.notes import ending

RULE: Final = "succession-told"
# Most sentences tell of no succession; those that do have one of these.
_TELLS: Final = re.compile(
    r"\b(?:formerly|previously|former|replace|supersede|succe(?:ed|ss)|successor|took|taken|rename|re-name|rebrand|reconstitut|became|become|name|now"
    r"|merge|merging|amalgamat|combined|assume|inherit)",
    re.IGNORECASE,
)


class Succession(NamedTuple):
    """One body that followed one or more: their names as printed."""

    new: str
    old: tuple[str, ...]


def find(text: str, acronyms: dict[str, str]) -> Iterator[Succession]:
    """The successions that a sentence tells of; `acronyms` are the bodies that the paper's abbreviations stand for."""
    if not _TELLS.search(text):
        return
    named = list(_named(text, acronyms))
    if len(named) < 2:
        return
    masked, names = _masked(text, named), [name for _, _, name in named]
    seen: set[Succession] = set()
    for name in forms("successions"):
        for match in form("successions", name).finditer(masked):
            new, *old = (names[int(match[group].strip("‹›"))] for group in ("new", "old", "old2") if match.groupdict().get(group))
            found = Succession(new, tuple(one for one in old if one.casefold() != new.casefold()))
            if found.old and found not in seen:
                seen.add(found)
                yield found


def _named(text: str, acronyms: dict[str, str]) -> Iterator[tuple[int, int, str]]:
    """The bodies of a sentence with their places, by name or abbreviation, in order; none lies in another."""
    whole = [(body.start, _behind_bracket(text, body.end), bodies.tidy(body.name)) for body in bodies.find(text)]
    short = [(m.start(), m.end(), acronyms[m.group()]) for m in re.finditer(r"\b[A-Z][A-Za-z&]{1,9}\b", text) if m.group() in acronyms]
    end = 0
    for start, stop, name in sorted((*whole, *short)):
        if start >= end:
            end = stop
            yield start, stop, name


def _behind_bracket(text: str, end: int) -> int:
    """The end of a name with the abbreviation in brackets behind it."""
    short = re.compile(r"\s*\([\"“']?[A-Z][A-Za-z&]{1,9}[\"”']?\)").match(text, end)
    return short.end() if short else end


def _masked(text: str, named: list[tuple[int, int, str]]) -> str:
    parts, at = [], 0
    for number, (start, stop, _) in enumerate(named):
        parts += [text[at:start], f"‹{number}›"]
        at = stop
    return "".join((*parts, text[at:])).strip()


def say(context: Context) -> None:
    """Note each succession that the paper tells of, with its sentence."""
    acronyms = {short: name for short, (name, _) in context.bodies.acronyms.items()}
    for passage, _ in context.passages():
        for sentence in split(passage.text):
            for found in find(sentence.text, acronyms):
                _note(context, passage.cut(sentence.start, sentence.end), found)


def _note(context: Context, passage: Passage, found: Succession) -> None:
    new, *old = (context.bodies.seen(name, None) for name in (found.new, *found.old))
    older = [one for one in old if one != new]
    if older:
        node = context.notes.node(context.notes.id("succession", *map(ending, (*older, new))), v.CHANGE_EVENT, [passage.span()], rule=RULE)
        node.link(v.RESULTING, new)
        for one in older:
            node.link(v.ORIGINAL, one)
