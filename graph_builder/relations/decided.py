"""What an item decides, as values: one thing decided, and a list of them with each motion beside its result."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph_builder.language.names import Name
from graph_builder.model import Basis, Span
from graph_builder.relations.votes import Counts

_AMENDMENT = re.compile(r"\bamend(?:ments?|ed|ing|s)?\b|\baddendum\b|\b(?:counter[- ]|alternative\s+)(?:motion|proposal)\b", re.IGNORECASE)
_ONLY_RESULT = re.compile(
    r"(?:(?:on|upon|when|after|following)\s+(?:being\s+)?(?:put\s+to\s+(?:the|a)\s+(?:vote|meeting)"
    r"|a\s+(?:show\s+of\s+hands|(?:recorded\s+)?vote))[^.]{0,80}?,?\s*)?"
    r"(?:the\s+)?(?:substantive\s+|original\s+|amended\s+)*(?:motion|amendment|proposal|proposition)\b.{0,80}",
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
        only = self.rule == "sentence-result" or bool(_ONLY_RESULT.fullmatch(self.text))
        return only and self.outcome in {"carried", "fell", "agreed", "withdrawn", "approved"}


def is_amendment(text: str) -> bool:
    """Whether a text speaks of an amendment."""
    return bool(_AMENDMENT.search(text))


def settled(found: Sequence[Decision]) -> list[Decision]:
    """The decisions without repetitions, each motion with the result that is told of it."""
    kept: list[Decision] = []
    for decision in found:
        if not any(set(other.evidence) & set(decision.evidence) and (other.text, other.outcome) == (decision.text, decision.outcome) for other in kept):
            kept.append(decision)
    for result in [decision for decision in kept if decision.is_result]:
        _given(kept, result)
    return [decision for decision in _known(kept) if not _told_again(decision, kept)]


def _known(kept: Sequence[Decision]) -> list[Decision]:
    """The decisions without amendments of which nothing says what became of them, and then without the motions that they were to."""
    unknown = [decision for decision in kept if decision.is_moved and decision.basis is Basis.DERIVED]
    doubtful = unknown if any(decision.amendment for decision in unknown) else []
    bare = [decision for decision in kept if decision.rule == "sentence-result"]  # told, but of a motion that was not read
    return [decision for decision in kept if decision not in (*doubtful, *bare)]


def _given(kept: list[Decision], result: Decision) -> None:
    """Give a result to the last motion (or amendment, where it speaks of one) before it; a result without a motion stays."""
    before = kept[: kept.index(result)]
    about_amendment = result.amendment if result.rule == "sentence-result" else is_amendment(result.text)
    motion = next((d for d in reversed(before) if d.is_moved and d.amendment == about_amendment), None)
    if motion is None:
        return
    kept[kept.index(motion)] = replace(
        motion,
        outcome=result.outcome,
        evidence=(*motion.evidence, *result.evidence),
        rule="moved-with-result",
        basis=Basis.STATED,
        counts=motion.counts or result.counts,
    )
    kept.remove(result)


def _told_again(decision: Decision, kept: Sequence[Decision]) -> bool:
    """Whether a motion stands again in the block of what was resolved."""
    if not decision.is_moved or decision.outcome == "fell":
        return False
    words = _words(decision)
    blocks = (_words(other) for other in kept if other.rule.startswith("block-"))
    return any(len(words & others) >= 0.8 * min(len(words), len(others)) for others in blocks)


def _words(decision: Decision) -> set[str]:
    return set(re.findall(r"\w+", decision.text.casefold()))
