"""Words that answer a recommendation go in; out come its status, and which recommendations of a list they speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graph_builder.relations.forms import form
from graph_builder.relations.recommendations.advice import FILE

ACCEPTED, PARTLY, REJECTED, NOTED = "accepted", "part", "rejected", "noted"
OTHER_WORDS, POSSIBLE = "other-words", "possible"
_STATUSES = (
    (PARTLY, re.compile(r"\b(?:part(?:ially|ly|ial)?|in\s+part)\b", re.IGNORECASE)),
    (REJECTED, re.compile(r"\b(?:not\s+(?:be\s+)?(?:accept|agree|support|endorse|adopt|approv)\w*|reject\w*|declin\w+|refus\w+|no)\b", re.IGNORECASE)),
    (ACCEPTED, re.compile(r"\b(?:accept\w*|agree[ds]?|support(?:s|ed)?|endorsed?|adopt(?:ed)?|approved?|yes)\b", re.IGNORECASE)),
    (NOTED, re.compile(r"\bnoted\b", re.IGNORECASE)),
)
_CELL = re.compile(
    r"^\W*(?:(?:the\s+)?(?:recommendation|cabinet|executive|council|board)\s+(?:is|was|has|have)?\s*)?(?P<how>(?:partial(?:ly)?|partly|in\s+part|not|accept\w*|agree\w*"
    r"|reject\w*|declin\w+|refus\w+|support\w*|endors\w+|adopt\w*|approv\w+|noted|yes|no)\b(?:\s+(?:accept\w*|agree\w*|support\w*|approv\w+|adopt\w*|in\s+part|in\s+principle))*)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s+(?!(?:and|but|with|subject|in|as|to|by|for|that|on|from|at|where|although|however|noted|this|the|we|it|no|yes|already)\b)[a-z]")
_ORDINALS = {word: str(number) for number, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)}
_RANGE = re.compile(r"(?P<a>\d{1,2})\s*(?:to|-|–|through)\s*(?P<b>\d{1,2})", re.IGNORECASE)
_DOUBTED = re.compile(r"\b(?:if|whether|would|could|should|may|might|unless|until|proposed\s+to|asked)\b", re.IGNORECASE)


class Answer(NamedTuple):
    """How some recommendations were answered: their numbers as printed (none for "this recommendation"), the status, and whose they are as printed."""

    numbers: tuple[str, ...]
    status: str
    of: str


def status_of(how: str) -> str:
    """The status that some words give; empty where they give none."""
    return next((status for status, pattern in _STATUSES if pattern.search(how)), "")


def in_cell(text: str) -> tuple[str, str]:
    """The status and the words of an answer in a cell of a table: "Partially accepted: four sites as a trial"."""
    words = " ".join(text.split())
    begins = _CELL.match(words)
    if begins is None:
        return "", words
    if _GOES_ON.match(words, begins.end()):  # "Agreed dates have been circulated" answers nothing yet
        return "", words
    rest = words[begins.end() :].strip(" .:;,–-")
    return status_of(begins["how"]), rest or words


def find(sentence: str) -> Iterator[Answer]:
    """The answers that a sentence gives to recommendations by number, by order, or as "this recommendation"."""
    for name in ("answers-numbered", "numbered-answered", "answers-this"):
        for match in form(FILE, name).finditer(sentence):
            groups = match.groupdict()
            status = status_of(f"{groups.get('how') or ''} {groups.get('how2') or ''}")
            if status and not _DOUBTED.search(sentence[: match.start("how")]):
                yield Answer(tuple(_numbers(groups.get("numbers") or groups.get("numbers2") or "")), status, " ".join((groups.get("of") or "").split()))


def _numbers(words: str) -> Iterator[str]:
    """The numbers that some words name: "1 to 4", "2 and 5", "the first"."""
    for match in _RANGE.finditer(words):
        first, last = int(match["a"]), int(match["b"])
        yield from (str(number) for number in range(first, last + 1) if last - first < len(words) + 20)
    rest = _RANGE.sub(" ", words)
    yield from re.findall(r"\d{1,2}", rest)
    yield from (letter for letter in re.findall(r"\(([a-z]|[ivx]{1,4})\)", rest))
    yield from (_ORDINALS[word] for word in re.findall(r"[a-z]+", rest.casefold()) if word in _ORDINALS)
