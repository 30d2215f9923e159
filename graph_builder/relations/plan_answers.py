"""Which inspection a plan answers, where a sentence says so plainly; and plans without a name that are known by the inspection they answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from graph_builder import vocabulary as v
from graph_builder.language.passages import Passage
from graph_builder.model import Id, Span
from graph_builder.relations.context import Context
from graph_builder.relations.inspection_words import inspectors
from graph_builder.relations.plan_names import PlanName
from graph_builder.relations.running_text import Text

if TYPE_CHECKING:
    from graph_builder.relations.plans import Mention, Plan

RULE: Final = "plan-answers-inspection"
_WHAT: Final = r"(?:inspections?|inspectors|Ofsted|CQC|Estyn|findings|recommendations|re-?visit|peer\s+(?:review|challenge))"
_LODGED: Final = (
    r"\b(?:submitt|lodg|sent|provid|return)\w*\b[^.;]{0,40}?\b(?:to|with)\s+(?:the\s+)?(?:Ofsted|CQC|Care\s+Quality\s+Commission|Estyn|Inspectorate|Care\s+Inspectorate"
    r"|HMICFRS|HIW|inspectors|Regulator|Department\s+for\s+Education|DfE|Secretary\s+of\s+State)\b"
    r"|\bto\s+address\b[^.;]{0,60}?\b(?:inspection|inspectors|areas\s+for\s+improvement)\b"
)
_ANSWERS: Final = re.compile(
    rf"\b(?:in\s+response\s+to|as\s+a\s+result\s+of|arising\s+from|resulting\s+from)\b[^.;]{{0,80}}?\b{_WHAT}\b"
    rf"|\b(?:address(?:es|ing)?|cover(?:s|ing)?|respond(?:s|ed|ing)?\s+to)\b[^.;]{{0,60}}?\b(?:Ofsted|CQC|Estyn|inspection|inspectors)\b[^.;]{{0,30}}"
    rf"|\b{_WHAT}\b[^.;]{{0,160}}?\b(?:requested|required|asked|determined)\s+(?:that|for)\b"
    rf"|\bsubmit(?:ted)?\b[^.;]{{0,30}}?\bto\s+(?:Ofsted|OFSTED|CQC|Estyn)|{_LODGED}",
    re.IGNORECASE,
)
_SMALL: Final = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir)\s+(?:(?:detailed|robust|joint|draft|final|multi-agency)\s+)*"
    r"(?P<name>(?:post[- ]inspection\s+)?(?:action|improvement)\s+plan)\b",
)
_AGREED: Final = re.compile(
    rf"{_LODGED}"
    r"|\bsubmit(?:ted)?\b[^.;]{0,30}?\bto\s+(?:Ofsted|CQC|Estyn)|\bin\s+response\s+to\b[^.;]{0,60}?\b(?:inspection|Ofsted|CQC|Estyn"
    r"|peer\s+(?:review|challenge))",
    re.IGNORECASE,
)


def say(context: Context, plan: Plan, id_: Id, text: Text) -> None:
    """Note the inspection that a plan answers: the only one that the sentence, its paragraph or its item can mean."""
    named, told = plan.named(), _told(context)
    items = {id(mention.item) for mention in plan.mentions}
    for sentence, item in text if told else ():
        if id(item) in items and _ANSWERS.search(sentence.text) and named.search(sentence.text):
            around = [other.span() for other, of in text if of is item] if item is not None else []
            inspection = _inspection(context, told, sentence, around)
            if inspection is not None:
                context.notes.say(id_, v.RESPONDS_TO, inspection, [sentence.span()], rule=RULE)
                return


def unnamed(mentions: list[Mention], named: list[Plan]) -> list[Plan]:
    """The plan that an item calls "Action Plan" and that is submitted to an inspectorate, where the item names none by a fuller name."""
    from graph_builder.relations.plans import Plan

    found: dict[tuple[str, str], Plan] = {}
    for mention in mentions:
        name = mention.plan.name
        if mention.plan.bare and name.casefold().endswith(("action plan", "improvement plan")):
            key = mention.item.key if mention.item else ""
            found.setdefault((key, name.casefold()), Plan(tuple(name.casefold().split()))).mentions.append(mention)
    return [plan for plan in found.values() if _answers(plan) and not _fuller(plan, named)]


def in_small_letters(text: Text) -> Iterator[Mention]:
    """The plans without a name of their own in sentences that say that they went to an inspectorate: "an action plan was submitted to Estyn"."""
    from graph_builder.relations.plans import Mention

    for order, (sentence, item) in enumerate(text):
        for match in _SMALL.finditer(sentence.text) if _AGREED.search(sentence.text) else ():
            yield Mention(PlanName(match["name"], *match.span("name"), bare=True), sentence, item, order)


def _answers(plan: Plan) -> bool:
    return any(_AGREED.search(mention.sentence.text) for mention in plan.mentions)


def _fuller(plan: Plan, named: list[Plan]) -> bool:
    """Whether a plan with a fuller name is named in the same item."""
    here = (mention.plan.name.casefold() for other in named for mention in other.mentions if mention.item is plan.mentions[0].item)
    return any(name.endswith(("improvement plan", "action plan", "statement of action")) for name in here)


def _told(context: Context) -> dict[Id, list[Span]]:
    """The inspections of the paper, with the sentences that tell them."""
    return {s.subject: list(s.evidence) for s in context.notes.statements if s.predicate == v.TYPE and s.object == v.INSPECTION}


def _inspection(context: Context, told: dict[Id, list[Span]], sentence: Passage, around: list[Span]) -> Id | None:
    """The inspection of which a sentence speaks: one told in it, else the only one of its inspectors in the sentences of its item."""
    here = [id_ for id_, spans in told.items() if _meet(spans, [sentence.span()])]
    if len(here) == 1:
        return here[0]
    near = [id_ for id_, spans in told.items() if _meet(spans, around)]
    return _of_its_inspectors(context, sentence.text, here or near)


def _meet(spans: list[Span], others: list[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for span in spans for other in others)


def _of_its_inspectors(context: Context, text: str, found: list[Id]) -> Id | None:
    """The only inspection of several whose inspectors the sentence names; None where that is not one. A visit is meant only where it says so."""
    named = {context.bodies.id(one.text) for group in inspectors(text) for one in group}
    by = {id_: {s.object for s in context.notes.statements if s.subject == id_ and s.predicate == v.INSPECTOR} for id_ in found}
    fitting = [id_ for id_ in found if not named or named & by[id_]]
    visits, reviews = "visit" in text.casefold(), "peer" in text.casefold()
    meant = [id_ for id_ in fitting if (visits or not re.search(r"/(?:monitoring|focused|visit)/", id_)) and (reviews or "/review/" not in id_)]
    return meant[0] if len(meant) == 1 else None
