"""The things that an item decides go in as they stand; out they come without repetitions, each motion beside its result."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from graph_builder.model import Basis
from graph_builder.relations.decisions.decided import MOTION_WAS, UNSECONDED, Decision, is_amendment
from graph_builder.relations.decisions.fates import fates
from graph_builder.relations.decisions.votes import Counts, contest

_LONG: Final = 3
_FOR_MOTION = re.compile(r"\b(?:for|in\s+favour\s+of)\s+the\s+motion\b", re.IGNORECASE)
_FOR_AMENDMENT = re.compile(r"\b(?:for|in\s+favour\s+of)\s+the\s+amendment\b", re.IGNORECASE)
_RIVAL = re.compile(
    r"\b(?:an?|the|first|second|further|following)\s+(?:\w+\s+)?(?:amendment|addendum)\b"
    r"(?!\s+(?:to|of|in)\s+(?:the\s+)?(?:minutes|constitution|policy|scheme|standing\s+orders))"
    r"|\b(?:moved|proposed)\b[^.]{0,80}\b(?:as\s+an|by\s+way\s+of)\s+amendment\b"
    r"|\b(?:counter|rival|alternative|competing)[- ](?:motion|proposal|proposition|nomination)",
    re.IGNORECASE,
)
_TITLE = r"(?:Councillor|Cllr|Alderman|Ald|Mr|Mrs|Ms|Miss|Dr)\b"
_NOMINATES = re.compile(
    rf"\bnominated\b(?!\s+(?:as|to|by)\b)|\bnominated\s+by\b|\b{_TITLE}[^.,;]{{2,40}}\s(?:was|were)\s+(?:then\s+|also\s+|duly\s+)?proposed\b"
    rf"|\bproposed\s+{_TITLE}[^.,;]{{2,40}}\s(?:as|for|to\s+be|be)\b",
    re.IGNORECASE,
)
_VOTED = re.compile(
    r"\broll[- ]?call\b|\b(?:show|vote)\s+of\s+hands\b|\bvote\s+was\s+(?:then\s+)?(?:taken|held|called)\b"
    r"|\b(?:recorded|named)\s+vote\b|\bto\s+(?:the|a)\s+vote\b"
    r"|\bvot(?:e|es|ing)\s*[:(–-](?!\W*(?:unanim|all\b|carried|agreed))|\bvotes?\s+(?:was|were)\s+cast\b|\bvot(?:ed|ing)\s+(?:for|against|in\s+favour)\b"
    r"|\b(?:ballot|division)\s+(?:was|took)\b|\b(?-i:For|FOR|In favour|Against|AGAINST)\s*:",
    re.IGNORECASE,
)
# Words of every motion.
_STOCK = frozenset(
    "moved proposed seconded proposal motion councillor councillors cllr alderman that this with from have been which there their them council committee "
    "meeting members report recommendation recommendations following item agenda approved approve agreed noted prop".split()
)


def settled(found: Sequence[Decision], *, words: str = "") -> list[Decision]:
    """The decisions without repetitions, each motion with the result that is told of it; `words` are those of the whole item."""
    kept: list[Decision] = []
    for decision in found:
        told = next((one for one in kept if _overlap(one, decision) and _is_again(one, decision)), None)
        if told is None:
            kept.append(decision)
        elif told.proposer is None and told.seconder is None and decision.proposer:
            kept[kept.index(told)] = _with_movers_of(told, decision)
    kept = _with_movers_before(kept)
    contest = bool(_FOR_MOTION.search(words) and _FOR_AMENDMENT.search(words))  # members chose between a motion and its amendment
    moved = [decision for decision in kept if decision.is_moved]
    if contest and len(moved) == 2 and not any(decision.amendment for decision in moved):
        kept[kept.index(moved[1])] = replace(moved[1], amendment=True)  # what is moved second is moved against the first
    for result in [decision for decision in kept if decision.is_result]:
        _given(kept, result)
    kept = [_with_contest(decision, words) for decision in kept] if contest else kept
    moved = [decision for decision in kept if decision.is_moved]
    if contest and len(moved) > 1 and not any(decision.amendment for decision in moved):
        kept = [decision for decision in kept if decision not in moved]  # nobody can tell which of them is the amendment
    return [_only_moved(one) for one in _said_once(_unrivalled(_known(_contested(kept) if contest else kept), words))]


def _with_contest(decision: Decision, words: str) -> Decision:
    """A motion or amendment whose result is told with the votes of the one choice between the two that its item tells."""
    choice = contest(words) if decision.rule == "moved-with-result" and decision.counts is None else None
    if choice is None:
        return decision
    return replace(decision, counts=Counts(choice.against, choice.votes_for, choice.abstained) if decision.amendment else choice)


def _only_moved(decision: Decision) -> Decision:
    """A motion of which the paper does not say what became of it as no more than that: moved."""
    unknown = decision.rule == "moved-and-seconded" and decision.basis is Basis.DERIVED and decision.outcome == "agreed"
    return replace(decision, outcome="moved", basis=Basis.STATED) if unknown else decision


def _with_movers_of(told: Decision, motion: Decision) -> Decision:
    """A decision with the movers that stand behind it on a line of their own."""
    evidence = (*told.evidence, *(span for span in motion.evidence if span not in told.evidence))
    return replace(told, proposer=motion.proposer, seconder=motion.seconder, evidence=evidence, counts=told.counts or motion.counts)


def _overlap(one: Decision, other: Decision) -> bool:
    """Whether words that prove the one prove the other too."""
    pairs = ((left, right) for own, its in ((one, other), (other, one)) for left in own.evidence for right in its.evidence)
    return any(left.start <= right.start and right.end <= left.end for left, right in pairs)


def _is_again(told: Decision, decision: Decision) -> bool:
    """Whether a decision says what was told already: with the same words, or as a motion in the words of which only the label differs."""
    if told.outcome != decision.outcome and not (decision.is_moved and decision.basis is Basis.DERIVED):
        return False
    return told.text == decision.text or (decision.is_moved and decision.text.endswith(told.text))


def _unrivalled(kept: Sequence[Decision], words: str) -> list[Decision]:
    """The decisions without those motions whose result nothing tells though another stood against them, or a vote was taken."""
    unknown = [decision for decision in kept if decision.rule == "moved-and-seconded"]
    if _RIVAL.search(words) or len(_NOMINATES.findall(words)) > 1:
        return [decision for decision in kept if decision not in unknown]
    voted = bool(_VOTED.search(words))
    return [one for one in kept if one not in unknown or not ((voted and not one.counts) or any(_is_rival(one, other) for other in kept))]


def _is_rival(motion: Decision, other: Decision) -> bool:
    """Whether another was moved of the same matter by somebody else."""
    if not other.is_moved or other is motion or (motion.proposer, motion.seconder) == (other.proposer, other.seconder):
        return False
    return bool(_matter(motion) & _matter(other))


def _matter(motion: Decision) -> set[str]:
    """The words that tell what a motion is of: the longer ones of those behind its movers."""
    names = {part.casefold() for name in (motion.proposer, motion.seconder) if name for part in re.findall(r"\w+", f"{name.given} {name.surname}")}
    return {word for word in _words(motion) if len(word) > _LONG} - names - _STOCK


def _contested(kept: Sequence[Decision]) -> list[Decision]:
    """The decisions, where one motion was put against one amendment: what the one won the other lost."""
    moved = [decision for decision in kept if decision.is_moved]
    unknown = [decision for decision in moved if decision.basis is Basis.DERIVED]
    won = [decision for decision in moved if decision.basis is Basis.STATED and decision.outcome in {"carried", "agreed"}]
    if len(unknown) != 1 or len(won) != 1 or len(moved) != 2 or unknown[0].amendment == won[0].amendment:
        return list(kept)
    lost = replace(unknown[0], outcome="fell", rule="moved-and-lost")
    return [lost if decision is unknown[0] else decision for decision in kept]


def _known(kept: Sequence[Decision]) -> list[Decision]:
    """The decisions without amendments of which nothing says what became of them, and then, or where one was carried, without the motions that they were to.

    What its movers moved is not told beside what was then resolved of it.
    """
    unknown = [decision for decision in kept if decision.is_moved and decision.basis is Basis.DERIVED and decision.rule != "moved-and-lost"]
    won = any(decision.amendment and decision.is_moved and decision.outcome in {"carried", "agreed"} for decision in kept)
    doubtful = unknown if won or any(decision.amendment for decision in unknown) else [one for one in unknown if _again(one, kept)]
    bare = [decision for decision in kept if decision.rule == "sentence-result"]  # told, but of a motion that was not read
    return [decision for decision in kept if decision not in (*doubtful, *bare)]


def _again(motion: Decision, kept: Sequence[Decision]) -> bool:
    """Whether what was resolved after a motion is what became of it: it has its movers, or a RESOLVED has none and other words."""
    later = [other for other in kept[kept.index(motion) + 1 :] if not other.is_moved]
    same = any((other.proposer, other.seconder) == (motion.proposer, motion.seconder) for other in later)
    return same or any(other.rule == "block-resolved" and other.proposer is None and other.seconder is None for other in later)


def _given(kept: list[Decision], result: Decision) -> None:
    """Give a result to the last motion (or amendment, where it speaks of one) before it; a result without a motion stays."""
    before = kept[: kept.index(result)]
    named = MOTION_WAS.search(result.text)
    about_amendment = result.amendment if result.rule == "sentence-result" else is_amendment(named.group() if named else result.text)
    moved = [d for d in reversed(before) if d.is_moved and not (d.seconder and UNSECONDED.search(result.text)) and _is_of(result, d)]
    motion = next((d for d in moved if result.is_of_last or d.amendment == about_amendment), None)
    if motion is None and about_amendment and len(moved) > 1 and moved[0].basis is Basis.DERIVED:
        motion = moved[0]  # the second of two motions is the amendment to the first, where the result says that there was one
    if motion is None or (result.is_of_last and motion.basis is not Basis.DERIVED and motion.outcome != result.outcome):
        return
    kept[kept.index(motion)] = replace(
        motion,
        outcome=result.outcome,
        evidence=(*motion.evidence, *result.evidence),
        rule="moved-with-result",
        basis=Basis.STATED,
        counts=motion.counts or _counts_of(motion, result),
        amendment=motion.amendment or (about_amendment and not result.is_of_last),
    )
    kept.remove(result)


def _is_of(result: Decision, motion: Decision) -> bool:
    """Whether a result may be a motion's: "The amendment proposed by Cllr Hall was approved" is nobody else's."""
    return not (result.proposer and motion.proposer and result.proposer.surname != motion.proposer.surname)


def _counts_of(motion: Decision, result: Decision) -> Counts | None:
    """The votes that a result tells for a motion or an amendment; where members chose between the two, the one's are against the other."""
    choice = contest(result.text)
    if choice is None:
        return result.counts
    return Counts(choice.against, choice.votes_for, choice.abstained) if motion.amendment else choice


def _said_once(kept: Sequence[Decision]) -> list[Decision]:
    """The decisions, without the motions that stand again in what was then resolved or agreed, which has their movers and votes."""
    found = list(kept)
    for motion in kept:
        again = _again_in_words(motion, found)
        if again is not None:
            named = again.proposer or again.seconder or again.evidence < motion.evidence
            found[found.index(again)] = replace(
                again,
                proposer=again.proposer if named else motion.proposer,
                seconder=again.seconder if named else motion.seconder,
                counts=again.counts or motion.counts,
            )
            found.remove(motion)
    return found


def _again_in_words(motion: Decision, kept: Sequence[Decision]) -> Decision | None:
    """The decision in which a motion stands again, if there is one."""
    if not motion.is_moved or motion.outcome in {"fell", "withdrawn"}:
        return None
    words = _words(motion)
    later = (other for other in kept if other.rule.startswith("block-") or (other.rule == "sentence-active" and other.evidence > motion.evidence))
    return next((other for other in later if (own := _words(other)) and len(words & own) >= 0.8 * min(len(words), len(own))), None)


def _words(decision: Decision) -> set[str]:
    return set(re.findall(r"\w+", decision.text.casefold()))

def _with_movers_before(kept: Sequence[Decision]) -> list[Decision]:
    """The decisions, each resolution that says the same as the one motion right before it with that motion's movers, and without the motion."""
    found = list(kept)
    for motion, after in pairwise(kept):
        unknown = motion.rule == "moved-and-seconded" and motion.basis is Basis.DERIVED and not motion.amendment
        unknown = unknown or (motion.outcome == "carried" and motion.rule == "sentence-passive" and not motion.amendment)
        told = motion.rule == "sentence-passive" and motion.outcome == "carried" and not motion.amendment and MOTION_WAS.search(motion.text)
        unmoved = not any(one.is_moved and not one.amendment for one in kept[: kept.index(motion)])
        if told and unmoved and after.rule == "block-resolved" and not (motion.proposer or motion.is_of_last):
            found[found.index(after)] = replace(after, counts=after.counts or motion.counts)  # "the motion was carried", and then what it was
            found.remove(motion)
            continue
        free = after.proposer is None and after.seconder in (None, motion.seconder)
        if unknown and after.rule == "block-resolved" and free and fates(motion.text) & fates(after.text):
            named = replace(after, proposer=motion.proposer, seconder=motion.seconder, counts=after.counts or motion.counts)
            found[found.index(after)] = replace(named, evidence=(*motion.evidence, *after.evidence))
            found.remove(motion)
    return found
