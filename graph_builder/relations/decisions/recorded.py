"""The rolls of an item and what it decided go in; out go its votes by name as statements, each tied to the decision that it was on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from graph_builder import vocabulary as v
from graph_builder.model import Id, Literal
from graph_builder.paper import Item
from graph_builder.relations.context import Context
from graph_builder.relations.decisions import rolls
from graph_builder.relations.decisions.decided import Decision, is_amendment
from graph_builder.relations.decisions.rolls import Roll, Vote
from graph_builder.relations.notes import ending

_ROLL: Final = 4
"""The votes by name that make a roll of its own, whose names need not stand on a list of those present."""
_NEAR: Final = 700
"""How many characters behind a roll a decision may begin that the roll is of."""
_WAYS: Final = ("for", "against", "abstained")


class _Cast(NamedTuple):
    """A vote with the member whose it is, and how it was cast on what was decided."""

    vote: Vote
    who: Id
    how: str


def say(context: Context, item: Item, item_id: Id, *, made: Sequence[Decision]) -> None:
    """Note the votes by name in an item; those of which it is not clear how they were cast or on what are not told."""
    found = rolls.find(item.paragraphs)
    known = sum(len(roll.votes) for roll in found) < _ROLL
    told: list[Roll] = []
    for roll, at in _tied(found, made):
        cast = _cast(context, roll, made, known=known)
        if not cast or not _may_be_of(cast, roll, made[at - 1]):
            continue
        told.append(roll)
        if made[at - 1].counts is None:
            _numbers(context, roll, made, notes_id=context.notes.id("decision", ending(item_id), str(at)))
        for vote in cast:
            _note(context, vote, item_id if item.position >= 0 else None, (ending(item_id), at))
    for roll in found:
        if not roll.sure or (roll not in told and len(_cast(context, roll, made, known=known)) > 1):
            context.notes.doubtful += [span for vote in roll.votes for span in (vote.span, vote.told)]


def _numbers(context: Context, roll: Roll, made: Sequence[Decision], *, notes_id: Id) -> None:
    """Note the numbers at the heads of a roll as those of the decision that it was on, where both sides have one."""
    printed = _printed(roll, _other(roll, made))
    if "for" not in printed or not {"against", "abstained"} & set(printed):
        return
    heads = tuple(vote.told for vote in roll.votes)
    for predicate, way in zip((v.VOTES_FOR, v.VOTES_AGAINST, v.VOTES_ABSTAINED), _WAYS, strict=True):
        if way in printed:
            context.notes.say(notes_id, predicate, Literal(str(printed[way]), "xsd:integer"), heads, rule="recorded-vote")


def _printed(roll: Roll, other: str) -> dict[str, int]:
    """The printed numbers of a roll by side; those for what was put against the decision are against it."""
    return {"against" if other and how == "for" and on == other else how: count for (how, on), count in roll.printed.items()}


def _note(context: Context, cast: _Cast, item_id: Id | None, decision: tuple[str, int]) -> None:
    notes, (key, at) = context.notes, decision
    id_ = notes.id("vote", key, str(cast.vote.paragraph), ending(cast.who), cast.how)
    node = notes.node(id_, v.VOTE, (cast.vote.told, cast.vote.span), rule="recorded-vote")
    node.link(v.VOTER, cast.who)
    node.link(v.VOTE_CAST, f"vote:{cast.how}")
    node.link(v.ABOUT_ITEM, item_id)
    node.link(v.ON_DECISION, notes.id("decision", key, str(at)))


def _cast(context: Context, roll: Roll, made: Sequence[Decision], *, known: bool) -> list[_Cast]:
    """The votes of those who are known; who is listed on two sides has both, as printed."""
    other = _other(roll, made)
    found: dict[tuple[Id, str], _Cast] = {}
    for vote in roll.votes:
        who = context.people.voter(vote.name, vote.span, known=known)
        if who is None:
            continue
        how = "against" if other and vote.how == "for" and vote.on == other else vote.how
        found[who, how] = _Cast(vote, who, how)
    return list(found.values())


def _other(roll: Roll, made: Sequence[Decision]) -> str:
    """What a vote "for" counts against, where members chose between a motion and its amendment; empty where they did not."""
    if not {"motion", "amendment"} <= {vote.on for vote in roll.votes if vote.how == "for"}:
        return ""
    return "amendment" if any(not decision.amendment for decision in made) else "motion"


def _tied(found: Sequence[Roll], made: Sequence[Decision]) -> Iterator[tuple[Roll, int]]:
    """Each roll that is understood with the number of the decision that it was on."""
    for roll in found:
        others = [other for other in found if other is not roll and not (other.loose or roll.loose)]
        before = max((other.end for other in others if other.end <= roll.start), default=-1)
        after = min((other.start for other in others if other.start >= roll.end), default=None)
        number = _decision(roll, made, (before, after), alone=not others) if roll.sure and roll.votes else None
        if number is not None:
            yield roll, number


def _decision(roll: Roll, made: Sequence[Decision], bounds: tuple[int, int | None], *, alone: bool) -> int | None:
    """The number of the decision that a roll was on: what was moved before it and settled behind it, what was decided right behind it, or right before it."""
    before, after = bounds
    fit = [(number, decision) for number, decision in enumerate(made, 1) if _is_of_kind(roll, decision, made)]
    until = after if after is not None else max((d.evidence[-1].end for _, d in fit), default=0)
    within = [n for n, d in fit if any(s.start <= roll.start and roll.end <= s.end for s in d.evidence)]
    if within:
        return within[-1]
    around = [n for n, d in fit if any(s.start < roll.start for s in d.evidence) and any(roll.end <= s.start < until for s in d.evidence)]
    if around:
        return around[-1]
    behind = [n for n, d in fit if roll.end <= d.evidence[0].start <= roll.end + _NEAR and (after is None or d.evidence[0].start < after)]
    front = [n for n, d in fit if before < max(s.end for s in d.evidence) <= roll.start]
    if roll.loose and front:
        return front[-1]
    if behind and front:
        return _of_two(roll, made, front[-1], behind[0])
    alone_made = [number for number, _ in fit] if alone and len(made) == 1 else []
    return next(iter((*behind, *front[-1:], *alone_made)), None)


def _of_two(roll: Roll, made: Sequence[Decision], front: int, behind: int) -> int | None:
    """Of the decision right before a roll and the one right behind it that which the roll was on; None where nobody can tell."""
    before, after = made[front - 1], made[behind - 1]
    if roll.about == "motion" and before.amendment != after.amendment:
        return behind if before.amendment else front
    numbers = _numbers_of(roll)
    fitting = [number for number in (front, behind) if made[number - 1].counts and _made(made[number - 1], numbers) and _counts_as(numbers, made[number - 1])]
    fitting = fitting or [number for number in (front, behind) if _made(made[number - 1], numbers) and not made[number - 1].counts]
    if len(fitting) == 1:
        return fitting[0]
    if before.rule == "moved-and-seconded" or _is_moved_anew(after):
        return front
    near = roll.start - max(span.end for span in before.evidence) <= _NEAR
    return None if near and not before.is_moved else behind


def _numbers_of(roll: Roll) -> tuple[int, int]:
    """How many voted for and against in a roll: as it prints, else as it lists."""
    numbers = {how: sum(vote.how == how for vote in roll.votes) for how in ("for", "against")} | _printed(roll, "")
    return numbers["for"], numbers["against"]


def _counts_as(numbers: tuple[int, int], decision: Decision) -> bool:
    """Whether the numbers that a decision tells are those of a roll."""
    return decision.counts is not None and numbers == (decision.counts.votes_for, decision.counts.against)


def _made(decision: Decision, numbers: tuple[int, int]) -> bool:
    """Whether so many for and so many against may have made a decision what it is."""
    votes_for, against = numbers
    if decision.outcome == "moved" or not (votes_for and against):
        return True
    return votes_for <= against if decision.outcome == "fell" else votes_for >= against


def _is_moved_anew(decision: Decision) -> bool:
    """Whether a decision begins with the words of its own motion, so that no vote before them was on it."""
    return decision.is_moved or bool(re.match(r"\W*(?:motion|amendment|proposal)\s+(?:to|that|by|in|from)\b", decision.text, re.IGNORECASE))


def _is_of_kind(roll: Roll, decision: Decision, made: Sequence[Decision]) -> bool:
    """Whether a roll may be on a decision: one on an amendment is on no motion, and one on a motion on no amendment."""
    ons = {vote.on for vote in roll.votes} - {""}
    if {"motion", "amendment"} <= ons:
        return not decision.amendment or all(one.amendment for one in made)
    of_amendment = decision.amendment or is_amendment(decision.text)
    if ons == {"amendment"} or (not ons and roll.about == "amendment"):
        return of_amendment
    return not (ons == {"motion"} and decision.amendment)


def _may_be_of(cast: Sequence[_Cast], roll: Roll, decision: Decision) -> bool:
    """Whether the votes of a roll may have made a decision what it is: no more against it than for it where it was made, nor more for it where it fell."""
    votes_for, against = (sum(vote.how == how for vote in cast) for how in ("for", "against"))
    printed = decision.counts
    if printed and printed.votes_for and printed.against and votes_for <= printed.votes_for and against <= printed.against:
        votes_for, against = printed.votes_for, printed.against  # a voter who is named by an office alone is missing from the roll
    elif not {vote.vote.on for vote in cast} >= {"motion", "amendment"}:
        numbers = _printed(roll, "")
        votes_for, against = (max(n, numbers.get(how, 0)) for n, how in ((votes_for, "for"), (against, "against")))
    return _made(decision, (votes_for, against))
