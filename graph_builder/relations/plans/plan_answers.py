"""Which inspection a plan answers, where a sentence says so plainly; and plans without a name that are known by the inspection they answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from graph_builder import lexicon
from graph_builder import vocabulary as v
from graph_builder.language.passages import Passage
from graph_builder.model import Basis, Id, Span
from graph_builder.paper import Item
from graph_builder.relations.context import Context
from graph_builder.relations.inspections.inspection_words import inspectors
from graph_builder.relations.plans.plan_names import PlanName
from graph_builder.relations.running_text import Text

if TYPE_CHECKING:
    from graph_builder.relations.plans.plans import Mention, Plan

RULE: Final = "plan-answers-inspection"
_WHAT: Final = r"(?:inspections?|inspectors|Ofsted|CQC|Estyn|findings|recommendations|re-?visit|peer\s+(?:review|challenge))"
_LODGED: Final = (
    r"\b(?:submit|lodg|sent|provid|return)\w*\b[^.;]{0,40}?\b(?:to|with)\s+(?:the\s+)?(?:Ofsted|CQC|Care\s+Quality\s+Commission|Estyn|Inspectorate|Care\s+Inspectorate"
    r"|HMICFRS|HIW|HMIP|HMI\s+Probation|HM\s+Inspectorate\s+of\s+\w+|RQIA|HIQA|CIW|Education\s+Scotland|inspectors|Regulator|Department\s+for\s+Education|DfE|Secretary\s+of\s+State)\b"
    r"|\bto\s+address\b[^.;]{0,60}?\b(?:inspection|inspectors|areas\s+for\s+improvement)\b"
)
_ANSWERS: Final = re.compile(
    rf"\b(?:in\s+response\s+to|as\s+a\s+result\s+of|arising\s+from|resulting\s+from)\b[^.;]{{0,80}}?\b{_WHAT}\b"
    rf"|\b(?:address(?:es|ed|ing)?|cover(?:s|ing)?|respond(?:s|ed|ing)?\s+to)\b[^.;]{{0,60}}?\b(?:Ofsted|CQC|Estyn|inspection|inspectors)\b[^.;]{{0,30}}"
    rf"|\b{_WHAT}\b[^.;]{{0,160}}?\b(?:requested|required|asked|determined)\s+(?:that|for)\b"
    rf"|\bsubmit(?:ted)?\b[^.;]{{0,30}}?\bto\s+(?:Ofsted|OFSTED|CQC|Estyn)|{_LODGED}",
    re.IGNORECASE,
)
_IS_NAMED_BY: Final = re.compile(r"\b(?:inspection|peer\s+(?:review|challenge))\b", re.IGNORECASE)
_APART: Final = 120
"""How far the name of a plan may stand from the words that say what it answers, in characters."""
_BESIDES: Final = re.compile(r"\bas\s+well\s+as\b|\balongside\b|\btogether\s+with\b|\bin\s+addition\b|;", re.IGNORECASE)
_SMALL: Final = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir)\s+(?:(?:detailed|robust|joint|draft|final|multi-agency)\s+)*"
    r"(?P<name>(?:post[- ]inspection\s+)?(?:improvement\s+)?(?:action|improvement)\s+plan)\b",
)
# "The partnership had put in place an improvement plan", in an item that tells one inspection.
_MADE: Final = re.compile(
    r"\b(?:agreed|drawn\s+up|drew\s+up|prepared|produced|put\s+(?:in|into)\s+place|developed|created|drafted|endorsed|submitted|put\s+together)\b[^.;]{0,60}?\bplan\b"
    r"|\bplan\b[^.;]{0,60}?\b(?:agreed|drawn\s+up|prepared|produced|put\s+(?:in|into)\s+place|developed|created|drafted|in\s+place|submitted)\b"
    r"|\b(?:areas?\s+for\s+improvement|recommendations|findings|actions)\b[^.;]{0,60}?\b(?:through|in|by|via)\b[^.;]{0,40}?\bplan\b",
    re.IGNORECASE,
)
_ASKED: Final = re.compile(
    r"\b(?:not|no|if|whether|could|should|would|(?:asked|requested|invited|expected)\s+to)\b[^.;]{0,60}\bplan\b|\bplan\b[^.;]{0,40}?\b(?:being|would|will|to\s+be|should|not)\b",
    re.IGNORECASE,
)
_WISHED: Final = re.compile(r"\b(?:asked|requested|invited|expected)\s+to\s+(?:\w+\s+){1,3}(?:an?\s+)(?:\w+\s+)?plan\b", re.IGNORECASE)
_AGREED: Final = re.compile(
    rf"{_LODGED}"
    r"|\bplan\b,?\s+(?:which|that)\s+(?:had\s+)?respond(?:ed|s)\s+to\b[^.;]{0,60}?\binspection\b"
    r"|\bsubmit(?:ted)?\b[^.;]{0,30}?\bto\s+(?:Ofsted|CQC|Estyn)|\bin\s+response\s+to\b[^.;]{0,60}?\b(?:inspection|Ofsted|CQC|Estyn"
    r"|peer\s+(?:review|challenge))",
    re.IGNORECASE,
)


def say(context: Context, plan: Plan, id_: Id, text: Text) -> None:
    """Note the inspection that a plan answers: the only one that the sentence, its paragraph or its item can mean."""
    named, told = plan.named(), _told(context)
    items = {id(mention.item) for mention in plan.mentions}
    for sentence, item in text if told else ():
        if id(item) in items and _says_so(sentence.text, named):
            around = _around(text, item)
            inspection = _inspection(context, told, sentence, around)
            if inspection is not None:
                context.notes.say(id_, v.RESPONDS_TO, inspection, [sentence.span()], rule=RULE)
                return


def _says_so(text: str, named: re.Pattern[str]) -> bool:
    """Whether a sentence says that the plan answers an inspection: its name stands in or near the words that say it, in no list with other things."""
    for answers in _ANSWERS.finditer(text):
        for name in named.finditer(text):
            gap = text[min(answers.end(), name.end()) : max(answers.start(), name.start())]
            if len(gap) <= _APART and not _BESIDES.search(gap):
                return True
    return False


def _around(text: Text, item: Item | None) -> list[Span]:
    """The sentences of an item; of a paper without items, all: it is the page of one item."""
    whole = item is not None or all(of is None for _, of in text)
    return [other.span() for other, of in text if of is item] if whole else []


def after_inspection(context: Context, text: Text, plan: Plan, id_: Id) -> None:
    """Note that a plan without a name of its own, or one named by an inspection, answers the only inspection of its item (derived)."""
    first = plan.mentions[0]
    named = _IS_NAMED_BY.search(first.plan.name) or any(inspectors(first.plan.name))
    if not (first.plan.bare or named) or any(s.subject == id_ and s.predicate == v.RESPONDS_TO for s in context.notes.statements):
        return
    told = _told(context)
    near = [found for found, spans in told.items() if _meet(spans, _around(text, first.item))]
    near = near or (list(told) if named else [])
    words = first.plan.name if named else first.sentence.text
    meant = _of_its_inspectors(context, words, near) if named or len(near) == 1 else None
    if meant is not None:
        context.notes.say(id_, v.RESPONDS_TO, meant, [first.sentence.span()], rule="plan-after-inspection", basis=Basis.DERIVED)


def unnamed(context: Context, text: Text, mentions: list[Mention], named: list[Plan]) -> list[Plan]:
    """The plan that an item calls "Action Plan" and that is submitted to an inspectorate, or made where the item tells one inspection;
    none where the item names one by a fuller name."""
    from graph_builder.relations.plans.plans import Plan

    found: dict[tuple[str, str], Plan] = {}
    for mention in mentions:
        name = mention.plan.name
        if mention.plan.bare and name.casefold().endswith(("action plan", "improvement plan")):
            key = mention.item.key if mention.item else ""
            found.setdefault((key, name.casefold()), Plan(tuple(name.casefold().split()))).mentions.append(mention)
    told = _told(context)
    return [plan for plan in found.values() if (_answers(plan) or _made(told, text, plan)) and not _fuller(plan, named)]


def _made(told: dict[Id, list[Span]], text: Text, plan: Plan) -> bool:
    """Whether sentences say that the plan was made, in an item that tells one inspection alone."""
    made = any(_MADE.search(m.sentence.text) and not _ASKED.search(m.sentence.text) for m in plan.mentions)
    return made and len([id_ for id_, spans in told.items() if _meet(spans, _around(text, plan.mentions[0].item))]) == 1


def in_small_letters(text: Text) -> Iterator[Mention]:
    """The plans without a name of their own in sentences that say that they went to an inspectorate: "an action plan was submitted to Estyn"."""
    from graph_builder.relations.plans.plans import Mention

    for order, (sentence, item) in enumerate(text):
        for match in _SMALL.finditer(sentence.text) if _AGREED.search(sentence.text) or _MADE.search(sentence.text) else ():
            yield Mention(PlanName(match["name"], *match.span("name"), bare=True), sentence, item, order)


def _answers(plan: Plan) -> bool:
    return any(_AGREED.search(mention.sentence.text) and not _WISHED.search(mention.sentence.text) for mention in plan.mentions)


def _fuller(plan: Plan, named: list[Plan]) -> bool:
    """Whether a plan with a fuller name is named in the same item; a post-inspection plan is none of another name."""
    if plan.mentions[0].plan.name.casefold().startswith("post"):
        return False
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
    by = {id_: {s.object for s in context.notes.statements if s.subject == id_ and s.predicate == v.INSPECTOR} for id_ in found}
    named = {context.bodies.id(one.text) for group in inspectors(text) for one in group if one.text not in lexicon.load("inspections")["addressed"]}
    fitting = [id_ for id_ in found if not named or named & by[id_]]
    visits, reviews = "visit" in text.casefold(), "peer" in text.casefold()
    meant = [id_ for id_ in fitting if (visits or not re.search(r"/(?:monitoring|focused|visit)/", id_)) and (reviews or "/review/" not in id_)]
    return meant[0] if len(meant) == 1 else None
