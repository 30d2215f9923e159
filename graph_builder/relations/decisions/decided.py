"""One thing that an item decides, as a value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from graph_builder.language.names import Name
from graph_builder.model import Basis, Span
from graph_builder.relations.decisions.votes import Counts

_AMENDMENT = re.compile(
    r"\bamendments?\b(?!\s+(?:to|of|in)\s+(?:the\s+)?(?:minutes|constitution|policy|scheme|standing\s+orders))|\bamend(?:ed|ing|s)?\s+(?:the\s+)?(?:motion|proposal|recommendation)"
    r"|\b(?:motion|proposal|recommendation)s?\s+(?:should\s+)?be\s+amended|\baddendum\b|\b(?:counter[- ]|alternative\s+)(?:motion|proposal)\b",
    re.IGNORECASE,
)
_PUT_RIGHT = re.compile(
    r"\b(?:following|with|after|including|incorporating|subject\s+to)\s+(?:these|those|the\s+(?:above|following|two|three|agreed)|(?:a\s+few|some|two|three|minor|small))\s+"
    r"(?:\w+\s+)?(?:amendments?|corrections?)\b",
    re.IGNORECASE,
)
_PUT = (
    r"(?:(?:(?:on|upon|when|after|following|by)\s+(?:being\s+)?(?:then\s+)?(?:put(?:\s+to\s+(?:the|a)\s+(?:vote|meeting))?|(?:a|the)\s+(?:show\s+of\s+hands|(?:recorded\s+)?vote))"
    r"|(?:a|the)\s+(?:recorded\s+)?vote\s+was\s+(?:then\s+)?taken)[^.]{0,80}?(?:,|\band)?\s*)?"
)
_ONLY_RESULT = re.compile(
    _PUT + r"(?:the\s+vote\s+on\s+)?(?:the\s+)?"
    r"(?:substantive\s+|original\s+|amended\s+|procedural\s+|first\s+|second\s+|further\s+|main\s+|revised\s+|above\s+)*"
    r"(?:motion|amendment|proposal|proposition|(?<=vote on the )recommendations?)\b.{0,80}",
    re.IGNORECASE,
)
# "The Mayor put it to the meeting and the motion was declared LOST".
MOTION_WAS = re.compile(
    r"\b(?:the|this)\s+(?:\w+\s+)?(?:motion|amendment|proposal|proposition)\s+(?:to\s+[^.;]{3,80}?\s)?was\s+(?:\w+\s+){0,4}?(?:carried|lost|defeated|rejected)\b",
    re.IGNORECASE,
)
_SHORT: Final = 160
# A report on what somebody did, or what happened in a year: the chairman's, a councillor's, an annual one.
_OF_THE_PAST = re.compile(
    r"\b(?:chair(?:man|person|woman)?|leader|president|mayor|councillor|convener|provost)(?:['’]?s['’]?)?\s+(?:annual\s+)?(?:report|review|address)\b|\bannual\s+(?:report|review)\b"
    r"|\b(?:report|review|address)\s+(?:(?:by|from|of)\s+the\s+(?:\w+\s+)?(?:chair(?:man|person|woman)?|leader|president|mayor|year)|(?:on|for|of)\s+the\s+(?:past\s+|last\s+|previous\s+|municipal\s+)?year)\b",
    re.IGNORECASE,
)
UNSECONDED = re.compile(r"\b(?:not|never|no|without|lack\s+of|want\s+of)\s+(?:\w+\s+)?second", re.IGNORECASE)
"""Tells of a proposal that nobody seconded, and of none that somebody did."""
_NAMED = re.compile(r"\b(?:amendment|motion|proposal)\b", re.IGNORECASE)
# "Following a vote this was LOST (3 for, 4 against)": of whatever was moved last.
_PRONOUN = re.compile(
    _PUT + r"(?:this|it|which|the\s+(?:proposed\s+)?(?:change|request|suggestion)(?:\s+[\w-]+){0,8}?)\s+was\s+.{3,140}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing decided: its words, outcome, part label, who moved it, how the votes fell, and the words that prove it."""

    text: str
    outcome: str
    evidence: tuple[Span, ...]
    rule: str
    part: str = ""
    proposer: Name | None = None
    seconder: Name | None = None
    counts: Counts | None = None
    basis: Basis = Basis.STATED
    amendment: bool = False
    to: str = ""
    """Whom the meeting recommends it to, where the head of the block says so."""

    @property
    def is_moved(self) -> bool:
        """Whether it was read from its movers, not from words that decide."""
        return self.rule.startswith("moved-")

    @property
    def is_result(self) -> bool:
        """Whether its words say no more than what became of a motion: "The motion was carried"."""
        only = self.rule == "sentence-result" or bool(_ONLY_RESULT.fullmatch(self.text)) or self.is_of_last
        only = only or (len(self.text) < _SHORT and bool(MOTION_WAS.search(self.text)) and self.rule == "sentence-passive")
        only = only or (self.rule == "verb-alone" and self.outcome in {"carried", "fell"})
        return only and self.outcome in {"carried", "fell", "agreed", "withdrawn", "approved"}

    def is_told_of_the_past(self, title: str) -> bool:
        """Whether it is an appointment that nobody moved and a report tells, as an item's title says: it was made during the year, by whom nobody says."""
        plain = self.rule == "sentence-passive" and self.outcome in {"appointed", "elected"} and self.proposer is None and self.counts is None
        return plain and bool(_OF_THE_PAST.search(title))

    @property
    def is_of_last(self) -> bool:
        """Whether its words tell what became of "this": of whatever was moved last."""
        return bool(_PRONOUN.fullmatch(self.text)) and not _NAMED.search(self.text)


def is_amendment(text: str) -> bool:
    """Whether a text speaks of an amendment to what was moved, and not of minutes or a paper that were put right before."""
    return bool(_AMENDMENT.search(_PUT_RIGHT.sub("", text)))
