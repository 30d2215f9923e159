"""The topics of `ontology/topics.ttl` and where a text names them: each label a phrase, the longest at a place counting."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from graph_builder.errors import BadData
from graph_builder.lexicon import ontology_dir, overlays
from graph_builder.model import Id

_BLOCK: Final = re.compile(r"^(topic:[a-z0-9-]+)\s+a\s+skos:Concept\s*;(.*?)\s\.\s*$", re.MULTILINE | re.DOTALL)
_OPENED: Final = re.compile(r"^topic:[a-z0-9-]+", re.MULTILINE)
_VALUE: Final = r'(?:"(?:[^"\\]|\\.)*"(?:@[\w-]+)?|topic:[a-z0-9-]+)'
_VALUES: Final = re.compile(rf"skos:(prefLabel|altLabel|hiddenLabel|broader)\s+({_VALUE}(?:\s*,\s*{_VALUE})*)")
_TEXT: Final = re.compile(r'"((?:[^"\\]|\\.)*)"(?:@(\w+))?|(topic:[a-z0-9-]+)')


# What makes "SEND" a verb, in a line of capitals
_VERB_BEFORE: Final = re.compile(r"\b(?:TO|WILL|SHALL|MUST|PLEASE|SHOULD|CAN|WOULD)\s+(?:(?:ALSO|THEN)\s+)?$")
_VERB_BEHIND: Final = re.compile(r"\s+(?:AN?|THE|OUT|OFF|BACK|COPY|COPIES|LETTERS?|E-?MAILS?|CARDS?|FLOWERS|REMINDERS?|YOUR|THIS|THEM|HIM|HER|IT)\b")


@dataclass(frozen=True, slots=True)
class Topic:
    """A concept of the scheme: its id, every label, and the wider concepts that it belongs to."""

    id: Id
    labels: tuple[str, ...]
    broader: tuple[Id, ...] = ()


class Named(NamedTuple):
    """A place where a text names a topic; `plain` where the words are one ordinary word, which proves little."""

    topic: Id
    start: int
    end: int
    plain: bool


@cache
def topics() -> tuple[Topic, ...]:
    """The concepts of the scheme, in the order of the file.

    Raises BadData, with the line, for a concept that cannot be read or has no label.
    """
    paths = [ontology_dir() / "topics.ttl", *(path for path in overlays() if path.suffix == ".ttl")]
    read = {topic.id: topic for path in paths for topic in parse(path.read_text(encoding="utf-8"), path)}
    return tuple(read.values())


def parse(text: str, path: Path) -> tuple[Topic, ...]:
    """The concepts of a scheme written as `topic:name a skos:Concept ; ... .`; the small part of Turtle that the file uses."""
    read = {match.start(): _topic(match) for match in _BLOCK.finditer(text)}
    for opened in _OPENED.finditer(text):
        if opened.start() not in read or not read[opened.start()].labels:
            line = text.count("\n", 0, opened.start()) + 1
            raise BadData(f'{opened.group()} is not written as `topic:name a skos:Concept ; skos:prefLabel "..."@en ; ... .`', file=path, line=line)
    return tuple(read.values())


def _topic(match: re.Match[str]) -> Topic:
    labels: list[str] = []
    broader: list[Id] = []
    for values in _VALUES.finditer(match[2]):
        for text, language, concept in _TEXT.findall(values[2]):
            if concept:
                broader.append(concept)
            elif language in ("", "en"):
                labels.append(text.replace('\\"', '"').replace("\\\\", "\\"))
    return Topic(match[1], tuple(labels), tuple(broader))


@cache
def wider() -> dict[Id, frozenset[Id]]:
    """Each topic with all wider topics but those at the top, which are whole fields: whoever wants a field asks for what is narrower."""
    broader = {topic.id: topic.broader for topic in topics()}

    def above(topic: Id, seen: frozenset[Id]) -> frozenset[Id]:
        return frozenset({topic}).union(*(above(wide, seen | {topic}) for wide in broader.get(topic, ()) if wide not in seen and broader.get(wide)))

    return {topic: above(topic, frozenset()) for topic in broader}


def find(text: str) -> list[Named]:
    """Where a text names topics, in order; of two labels at one place the longer counts."""
    found = ((match, _labels().get(_folded(match.group()))) for match in _pattern().finditer(text))
    return [Named(topic, match.start(), match.end(), _is_plain(match.group())) for match, topic in found if topic and not _is_verb(text, match)]


def _is_verb(text: str, match: re.Match[str]) -> bool:
    """Whether an abbreviation is a verb in capitals: "CLERK TO SEND LETTER"."""
    if match.group() != "SEND":
        return False
    return bool(_VERB_BEFORE.search(text, 0, match.start()) or _VERB_BEHIND.match(text, match.end()))


@cache
def _labels() -> dict[str, Id]:
    return {_folded(label): topic.id for topic in topics() for label in topic.labels}


def _folded(label: str) -> str:
    """A label as it is compared: an abbreviation as it is, other words without case, marks and a plural's ending."""
    if _is_short(label):
        return label.removesuffix("s")
    words = re.sub(r"['’]", "", label.casefold().replace("&", " and ")).replace("-", " ")
    return " ".join(re.findall(r"[a-z0-9/()]+", words)).removesuffix("s")


def _is_short(label: str) -> bool:
    """Whether a label is an abbreviation, which small letters would make another word: SEND, LAC, CSE, EHCPs."""
    return " " not in label and sum(letter.isupper() for letter in label) >= 2


def _is_plain(label: str) -> bool:
    return " " not in label and "-" not in label and not _is_short(label)


@cache
def _pattern() -> re.Pattern[str]:
    """All labels, longest first, behind their first letters, so that few are tried at a place."""
    letters: dict[str, list[str]] = {}
    for label in sorted({label for topic in topics() for label in topic.labels}, key=lambda label: (-len(label), label)):
        letters.setdefault(label[0].casefold(), []).append(_form(label))
    branches = (f"(?=[{re.escape(letter + letter.upper())}])(?:{'|'.join(forms)})" for letter, forms in sorted(letters.items()))
    return re.compile(rf"(?<![\w/-])(?:{'|'.join(branches)})(?![\w-])")


def _form(label: str) -> str:
    """A label as a pattern: any white space or hyphen between words, `&` for "and", a plural; an abbreviation only in its capitals."""
    if _is_short(label):
        return re.escape(label.removesuffix("s")) + "s?"
    words = (_word(word) for word in re.split(r"[\s-]+", label.removesuffix("s")))
    spaced = r"[\s-]+".join(words)
    return rf"(?i:{spaced}(?:'?s)?)"


def _word(word: str) -> str:
    return r"(?:and|&)" if word == "and" else re.escape(word).replace("'s", "(?:'?s)?").replace("'", "'?")
