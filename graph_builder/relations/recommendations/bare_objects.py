"""The words of a recommendation and of its sentence go in; out come the words with what "it" means, or none where the sentence does not name it."""

from __future__ import annotations

import re
from typing import Final

# "moving it further down", "an update on its progress", "details of this": nothing that a reader could know.
_BARE: Final = re.compile(
    r"^(?:(?!(?:mak|find|consider|deem|think|keep)\w*\b)\w+ing)\s+(?P<it>it|them)\b(?!\s+(?:clear|easier|possible|that)\b)"
    r"|^(?!(?:make|find|consider|deem|think|keep|do|to)\b)[a-z]+\s+(?P<it2>it|them)\s*$"
    r"|^(?:(?:an?|the|some|any|further|more|regular|detailed|full|written)\s+)*[\w-]+\s+(?:on|of|about|regarding|concerning|as\s+to)\s+"
    r"(?:(?P<it3>its|their)\s+(?:progress|implementation|status|outcomes?|development|findings|delivery|completion|cost|impact)|(?P<it4>it|them|this|these))(?=\s*$|\s+(?:prior|before|after|when|once|in|at|by|to|within|as)\b)",
    re.IGNORECASE,
)
# The subject of a clause that stands before: "the stand at Quay Lane is not working well and she suggested moving it".
_SUBJECT: Final = re.compile(
    r"(?:^|[,;]\s+|\bthat\s+|\bas\s+)(?P<what>(?:[Tt]he|[Tt]his|[Tt]hat|[Oo]ur|[Aa]n?)\s+(?:(?!\b(?:that|which|who|if|is|was|are|were|has|had)\b)[^.,;:]){3,80}?)\s+(?P<verb>is|was|has|are|were|have)\b"
)
_PEOPLE: Final = re.compile(
    r"\b(?:members?|councillors?|chair\w*|committee|panel|board|council|officers?|clerk|director|residents|manager|engineer|mayor|cabinet|executive)$",
    re.IGNORECASE,
)
_MANY: Final = frozenset(("are", "were", "have"))


def named(words: str, sentence: str) -> str:
    """The words of a recommendation, with what its bare "it" means in brackets; empty where its sentence does not name it."""
    bare = _BARE.match(words)
    if bare is None:
        return words
    found = bare["it"] or bare["it2"] or bare["it3"] or bare["it4"]
    at = sentence.find(words[:30])
    many = found.casefold() in {"them", "their", "these"}
    subjects = [m["what"] for m in _SUBJECT.finditer(sentence[: max(at, 0)]) if (m["verb"] in _MANY) == many and not _PEOPLE.search(m["what"])]
    if len(subjects) != 1:
        return ""
    end = bare.start(next(key for key in ("it", "it2", "it3", "it4") if bare[key])) + len(found)
    return f"{words[:end]} [{subjects[0][:1].lower()}{subjects[0][1:]}]{words[end:]}"
