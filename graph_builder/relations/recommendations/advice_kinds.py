"""A recommendation with its quote goes in; out comes its kind: recommendation, request, motion, suggestion, asked of the meeting, planning comment."""

from __future__ import annotations

import re
from typing import Final

from graph_builder.model import Id
from graph_builder.relations.recommendations.advice_words import Advice

RECOMMENDATION: Final = "advicekind:recommendation"
REQUEST: Final = "advicekind:request"
MOTION: Final = "advicekind:motion"
SUGGESTION: Final = "advicekind:suggestion"
ASKED_OF_MEETING: Final = "advicekind:asked-of-meeting"
PLANNING: Final = "advicekind:planning-response"
_BY_RULE: Final = {
    "report-asks": ASKED_OF_MEETING,
    "planning-comment": PLANNING,
    "suggests": SUGGESTION,
    "requests": REQUEST,
    "requested": REQUEST,
    "be-asked-to": REQUEST,
    "calls-on": REQUEST,
    "writes-to": REQUEST,
}
_VERB: Final = re.compile(
    r"\b(?P<recommend>recommend\w*)|\b(?P<request>(?:request|ask|urg|invit|encourag|call)\w*|write|letter)|\b(?P<suggest>suggest\w*)",
    re.IGNORECASE,
)
_MOVES: Final = re.compile(
    r"(?:\b(?:I|we)\b|^\W*[1l!|/]\s(?=will\s))[^.;:]{0,80}?\b(?:(?:will|shall|hereby|wish\s+to|propose\s+to|beg\s+to)\s+)?(?:move|propose)\b(?![^.;]{0,20}\bmotion\s+was\b)"
    r"|\bmotion\s*:|\bmoves?\s+that\b|\bthis\s+(?:council|meeting|committee)\s+(?:notes|believes|resolves|calls|requests|asks)\b",
    re.IGNORECASE,
)


def of(advice: Advice, quote: str, *, above: str = "") -> Id:
    """The kind of a recommendation, by what moves, asks or recommends it in the words before its own; `above` is the text over its sentence."""
    words = before(advice.text, quote)
    if not advice.own and (_MOVES.search(words) or _MOVES.search(quoted(above))):
        return MOTION
    if words.rstrip().casefold().endswith(("be recommended to", "recommended to")):
        return RECOMMENDATION
    if advice.rule in _BY_RULE:
        return _BY_RULE[advice.rule]
    verbs = list(_VERB.finditer(words))
    if not verbs or advice.rule in {"recommendation-answered", "recommendations-told", "recommendations-of", "recommendation-in-brackets"}:
        return RECOMMENDATION
    last = verbs[-1].lastgroup
    return {"request": REQUEST, "suggest": SUGGESTION}.get(last or "", RECOMMENDATION)


def moves(words: str) -> bool:
    """Whether words move a motion."""
    return bool(_MOVES.search(words))


def before(words: str, quote: str) -> str:
    """What a quote says before some words of it; all of it where they do not stand in it as they are."""
    quote = " ".join(quote.split())
    at = quote.casefold().find(" ".join(words.split()[:6]).casefold())
    return quote[:at] if at >= 0 else quote


def quoted(above: str) -> str:
    """The part of a quotation that stands above a sentence within it; empty where none is open there."""
    opened = max(above.rfind(mark) for mark in '“"')
    return above[opened + 1 :] if opened >= 0 and "”" not in above[opened:] and above.count('"') % 2 == (above[opened] == '"') else ""
