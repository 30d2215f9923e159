"""The words decided and the verb at their head go in; out comes the outcome, as a local name of ontology/outcomes.ttl."""

from __future__ import annotations

import re
from functools import cache

from graph_builder import lexicon


@cache
def _outcomes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in lexicon.load("decisions")["outcomes"])


_TELLING = frozenset({"elected", "appointed", "carried", "fell"})
_VERBAL = frozenset({"noted", "confirmed", "approved", "endorsed"})
"""Outcomes of which the first in the words is told, where they have several: "be approved and the risks be noted"."""
_FIRST_WORDS = 200
_REJECTS = re.compile(r"\W*(?:that\s+)?(?:to\s+)?reject\s+(?:the|this)\s+(?:\w+\s+)?(?:motion|amendment|proposal)\b", re.IGNORECASE)
_FIRST_WORD = re.compile(
    r"\W*(?:that\s+)?(?:(?P<recommend>(?i:to\s+)?(?i:recommend)\s+(?i:that|to)\b)"
    r"|(?:GRANT(?:ED)?|APPROVED?|Granted|Approved|grant(?:ed)?)\b(?!\s+(?:of|aid|fund\w*|applic\w+)\b))"
)
# Whoever is elected has a name or an office.
_ELECTABLE = re.compile(
    r"\b(?:(?i:chair\w*|vice|deputy|mayor|president|leader|convener|provost|treasurer|secretary|members?|representatives?|trustees?|director|cathaoirleach"
    r"|cllrs?|councillors?|mr|mrs|ms|miss|dr)|[A-Z][\w'-]+\s+[A-Z][\w'-]+)\b"
)


def outcome(words: str, head: str) -> str:
    """The outcome that the words decided give, else that of the verb at their head."""
    window = words[:600]
    if head.casefold().startswith("recommend"):
        return "recommended"  # whatever is to be done, it is recommended and not yet done
    if head.casefold() == "noted" and not re.search(r"\band\s+(?:approved|agreed|endorsed)\b", window[:_FIRST_WORDS]):
        return "noted"  # whatever was done, it is noted that it was
    if _REJECTS.match(window):
        return "fell"
    if first := _FIRST_WORD.match(window):
        return "recommended" if first["recommend"] else "approved"
    found = [(name, match.start()) for name, pattern in _outcomes() if (match := pattern.search(window))]
    found = [(name, at) for name, at in found if name != "elected" or _ELECTABLE.search(window)]
    kept = [(name, at) for name, at in found if name in _TELLING or at <= _FIRST_WORDS]
    if kept and kept[0][0] not in _VERBAL:
        return kept[0][0]
    if kept:
        return min((pair for pair in kept if pair[0] in _VERBAL), key=lambda pair: pair[1])[0]
    return str(lexicon.load("decisions")["heads"].get(head.casefold().split()[-1] if head else "", "agreed"))
