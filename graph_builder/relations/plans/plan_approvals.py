"""Who approved a plan and when, where a sentence says so plainly: "was approved by Cabinet in August 2018", "Ofsted then approved the plan"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from graph_builder import vocabulary as v
from graph_builder.language import bodies
from graph_builder.language.dates import Found
from graph_builder.language.partial_dates import find_partial
from graph_builder.language.passages import Passage
from graph_builder.model import Basis, Id, Literal
from graph_builder.relations.context import Context
from graph_builder.relations.inspections.inspection_words import inspectors
from graph_builder.relations.plans.plan_names import find
from graph_builder.relations.running_text import Text

if TYPE_CHECKING:
    from graph_builder.relations.plans.plans import Mention, Plan

RULE: Final = "plan-approved"
_DID: Final = r"(?:approved|adopted|signed[\s-]off|endorsed|ratified|agreed)"
_HOW: Final = r"(?:(?:then|also|formally|subsequently|first|unanimously|since|now|finally|had|has|have)\s+)*"
_PASSIVE: Final = re.compile(
    rf"(?:,[^,.;]{{2,80}},)?\s*(?:was|were|had\s+been|has\s+been|have\s+been)\s+{_HOW}{_DID}\s+by\s+(?:the\s+|both\s+)*"
    r"(?P<who>[A-Z][^.;,]{1,120}?)(?=\s+(?:in|on|at)\s+(?:its\s+meeting\s+)?(?:early\s+|late\s+|(?:in|on)\s+)?(?:the\s+)?[\dJFMASOND]"
    r"|\s+(?:as|subject|for|and\s+(?:was|would|will|then)|which|who)\b|[.;,]|$)"
)
_ACTIVE: Final = re.compile(
    rf"(?:^|[,;:]\s+|[-\u2013]\s+(?:That\s+)?|\b[Tt]hat\s+|\bwhere\s+|\band\s+)(?:The\s+|the\s+)?"
    rf"(?P<who>(?!RESOLVED|Resolved|AGREED|Agreed|That\b)[A-Z][^.;,:]{{1,90}}?)\s+{_HOW}{_DID}\s+(?:the\s+|its\s+|this\s+|a\s+)?$",
)
_AGAIN: Final = re.compile(r"\b(?:the|this)\s+(?:plan|strategy|statement|programme|framework)\b")
_THEN: Final = re.compile(r"\s*\(?(?:(?:in|on|at|dated|held|its|a|the|meeting|of|early|late|as\s+fit\s+for\s+purpose)\s*)*$")
_KNOWN: Final = re.compile(r"(?:Full\s+|full\s+)?(?:Cabinet|Council|Executive)\b")


# In the words of a decision: "that the Strategy be approved", "to adopt the Plan".
_BE_DONE: Final = re.compile(
    r"(?:\s*\([^)]{1,60}\)|,[^,.;]{2,90},"
    r"|\s+and\s+(?:its\s+|the\s+)?[A-Z][\w' ]{3,60}?(?=\s+(?:as|at|be)\b)"
    r"|\s+as\s+(?:set\s+out|detailed|presented|attached)\s+(?:in|at)\s+[\w ]{3,40}?(?=\s+be\b)"
    r"|\s+(?:at|in|as\s+set\s+out\s+(?:in|at))\s+(?:the\s+)?[Aa]ppendix\s+\w+(?:\s+(?:to|of)\s+the\s+report)?)*"
    r"\s+be\s+(?:formally\s+)?(?:approved|adopted|endorsed|agreed|ratified)\b"
)
_TO_DO: Final = re.compile(
    r"(?:^|^\W*(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})[.)]?\s+|:\s*|\b(?:Committee|Board|Panel|Forum|Cabinet|Council|Executive|Members|Trustees|Governors|Authority),?\s+|\b[Tt]o\s+|\b[Tt]hat\s+|\)\s*)(?:formally\s+|unanimously\s+)?(?:approves?|adopts?|endorses?|agrees?|approved|adopted|endorsed|agreed|Approved?|Adopted?|Endorsed?|Agreed?)"
    r"\s+(?:the|its|a)\s+(?:(?:draft|final|revised|updated|new|proposed)\s+){0,2}$"
)
_HEADED: Final = re.compile(r"\W*(?:\w{1,4}[.)]\s*)?(?:[Ii]t\s+was\s+)?(?:RESOLVED|Resolved|resolved|AGREED|Agreed|DECISION|DECIDED|Decided)\b")
_FOR_OTHERS: Final = re.compile(r"\brecommend\w*\b|\bdelegat\w*\b|\bauthoris\w*\b|\bconsult\w*\b|\bdefer\w*\b", re.IGNORECASE)
_TO_COME_BACK: Final = re.compile(r"^[^.;]{0,60}?\b(?:for|as\s+a\s+basis\s+for)\s+(?:public\s+)?(?:consultation|recommendation|adoption)\b", re.IGNORECASE)
_DONE: Final = frozenset(("approved", "endorsed", "agreed", "resolved", "carried"))


_AND: Final = re.compile(r"\s*(?:,|,?\s+and)\s+(?:the\s+|its\s+)?")
_ONE: Final = re.compile(r"\s+was\b")


class Approval(NamedTuple):
    """Where a sentence says who approved a plan, and when; None where it gives no date."""

    start: int
    end: int
    when: Found | None


def say(context: Context, plan: Plan, id_: Id, text: Text, *, others: Collection[int], here: str = "") -> None:
    """Note who approved a plan; `others` are the sentences that name another plan, in which "the plan" may be that.

    `here` is the body that met and approved it.
    """
    for order, approval in _of(plan, text, context, others):
        sentence, item = text[order]
        who = sentence.text[approval.start : approval.end]
        when = approval.when
        if when is None and here and who.casefold() in here.casefold():
            continue
        key = context.notes.id("approval", id_.rsplit("/", 1)[-1], item.key if item else "paper", f"{who} {when.earliest if when else ''}")
        node = context.notes.node(key, v.APPROVAL, [sentence.span()], rule=RULE)
        node.link(v.OF_PLAN, id_)
        node.text(v.APPROVER_PRINTED, who)
        for name, start, end in _bodies(who):
            span = sentence.span(approval.start + start, approval.start + end)
            context.notes.say(key, v.APPROVED_BY, context.bodies.seen(name, span), [span], rule=RULE)
        if when is not None:
            span = sentence.span(when.start, when.end)
            for predicate, day in ((v.EARLIEST, when.earliest), (v.LATEST, when.latest)):
                context.notes.say(key, predicate, Literal(day.isoformat(), "xsd:date"), [span], rule=RULE)
            context.notes.say(key, v.AS_PRINTED, Literal(" ".join(sentence.text[when.start : when.end].split())), [span], rule=RULE)


def by_decision(context: Context, plan: Plan, id_: Id) -> str:
    """Note that the body which met approved a plan: one of its decisions says so, with the plan as what is approved (derived); the body's name, if so."""
    header = context.paper.header
    if header.body is None or not context.day or context.body_id is None:
        return ""
    decided = [s.evidence for s in context.notes.statements if s.predicate == v.OUTCOME and str(s.object).rsplit(":", 1)[-1] in _DONE]
    for mention in plan.mentions:
        span = mention.sentence.span()
        here = any(one.start < span.end and span.start < one.end for places in decided for one in places)
        if _approves(mention) and (here or _HEADED.match(mention.sentence.text)):
            key = context.notes.id("approval", id_.rsplit("/", 1)[-1], mention.item.key if mention.item else "paper", context.day)
            node = context.notes.node(key, v.APPROVAL, [span], rule="plan-approved-at-the-meeting", basis=Basis.DERIVED)
            node.link(v.OF_PLAN, id_)
            node.link(v.APPROVED_BY, context.body_id)
            node.text(v.APPROVER_PRINTED, header.body.value)
            for predicate in (v.EARLIEST, v.LATEST):
                node.text(predicate, context.day, kind="xsd:date")
            node.text(v.AS_PRINTED, header.when.printed if header.when else "")
            return header.body.value
    return ""


def _approves(mention: Mention) -> bool:
    """Whether a sentence approves what it names, itself and at once: not for others to adopt, and not for consultation."""
    text, plan = mention.sentence.text, mention.plan
    done = _BE_DONE.match(text, plan.end) or _TO_DO.search(text[: plan.start])
    return bool(done) and not _FOR_OTHERS.search(text[: plan.start]) and not _TO_COME_BACK.match(text[plan.end :])


def _named(plan: Plan, text: Text) -> dict[int, list[tuple[int, int]]]:
    """The places of a plan's names in each sentence that has one, or has its abbreviation alone."""
    named: dict[int, list[tuple[int, int]]] = {}
    for mention in plan.mentions:
        named.setdefault(mention.order, []).append((mention.plan.start, mention.plan.end))
    shorts = re.compile("|".join(rf"(?<![\w-]){re.escape(short)}(?![\w-])" for short in sorted(plan.shorts))) if plan.shorts else None
    for order, (sentence, _) in enumerate(text) if shorts else ():
        if order not in named and shorts and (places := [match.span() for match in shorts.finditer(sentence.text)]):
            named[order] = places
    return dict(sorted(named.items()))


def _of(plan: Plan, text: Text, context: Context, others: Collection[int]) -> Iterator[tuple[int, Approval]]:
    named = _named(plan, text)
    for order, places in named.items():
        for start, end in places:
            if found := _approval(text[order][0], start, end, context):
                yield order, found
    for order in named:
        # "Ofsted then approved the plan", right behind a sentence that names it
        after = order + 1
        if after in named or after >= len(text) or {order, after} & set(others) or text[after][1] is not text[order][1]:
            continue
        for match in _AGAIN.finditer(text[after][0].text):
            if found := _approval(text[after][0], *match.span(), context):
                yield after, found


def _approval(sentence: Passage, start: int, end: int, context: Context) -> Approval | None:
    """The approval of what stands at a place of a sentence."""
    text = sentence.text
    chained = _chain_end(text, end)
    match = _PASSIVE.match(text, end) or (_PASSIVE.match(text, chained) if chained > end else None) or _ACTIVE.search(text[:start])
    if match is None or not _bodies(match["who"]):
        return None
    first = match.end("who") if match.end("who") > start else end
    near = context.near
    dates = [d for d in find_partial(text, near=near) if d.start >= first and _THEN.fullmatch(text[first : d.start])]
    when = dates[0] if dates and dates[0].has_year and (near is None or dates[0].earliest <= near) else None
    return Approval(*match.span("who"), when)


def _chain_end(text: str, end: int) -> int:
    """Where a list of plans ends that goes on behind one, "the Capital Strategy and the Investment Strategy had been"; its own end where none does."""
    for other in find(text):
        if other.start > end and _AND.fullmatch(text, end, other.start):
            end = other.end
    return end if not _ONE.match(text, end) else 0


def _bodies(who: str) -> list[tuple[str, int, int]]:
    """The bodies that some words name; none where they name nobody that approves plans."""
    found = [(body.name, body.start, body.end) for body in bodies.find(who)]
    found += [(one.text, one.start, one.end) for group in inspectors(who) for one in group if not _taken(found, one.start)]
    found += [(match.group(), *match.span()) for match in _KNOWN.finditer(who) if not _taken(found, match.start())]
    return sorted(found, key=lambda body: body[1])


def _taken(found: list[tuple[str, int, int]], at: int) -> bool:
    return any(start <= at < end for _, start, end in found)
