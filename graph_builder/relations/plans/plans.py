"""Plans and strategies that a paper names: the name in all its forms, whose it is, its period, its workstreams, the inspection it answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Final

from graph_builder import lexicon
from graph_builder import vocabulary as v
from graph_builder.language.bodies import find as find_bodies
from graph_builder.language.passages import Passage
from graph_builder.model import Basis, Id, Literal, Span
from graph_builder.paper import Item
from graph_builder.relations.context import Context
from graph_builder.relations.inspections.inspection_targets import place_of
from graph_builder.relations.plans import plan_answers, plan_approvals, plan_workstreams
from graph_builder.relations.plans.plan_names import PlanName, abbreviations, find
from graph_builder.relations.running_text import Text, sentences

RULE: Final = "plan-named"
_HINT: Final = re.compile(r"plan|strateg|framework|programme|statement of action|roadmap|concordat|\b[A-Z]{3,}", re.IGNORECASE)
_MOST_QUOTES: Final = 6
_NUMBERS: Final = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "ten": "10"}
_YEARS_FIRST: Final = re.compile(r"^(?:19|20)\d\d[-–/](?:\d\d){1,2}\s+(?=\S+\s+\S)")
_ANY_KIND: Final = frozenset(("council", "authority", "local"))
# Before a name: what tells the plan that is from the one that is to come.
_THAT_IS: Final = re.compile(r"\b(?:current|existing|previous|old|former|outgoing)\s+(?:[\w']+\s+)?$", re.IGNORECASE)
_TO_COME: Final = re.compile(r"\b(?:new|revised|draft|proposed|refreshed|emerging|next)\s+(?:[\w']+\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """A plan's name in a sentence of the paper, with the item in which it stands."""

    plan: PlanName
    sentence: Passage
    item: Item | None
    order: int

    @property
    def span(self) -> Span:
        """The words of the name, with its abbreviation and period."""
        return self.sentence.span(self.plan.start, self.plan.end)


@dataclass(slots=True, eq=False)
class Plan:
    """One plan of the paper: the words of its name without endings, its period, and every mention."""

    key: tuple[str, ...]
    period: str = ""
    mentions: list[Mention] = field(default_factory=list)

    @property
    def shorts(self) -> set[str]:
        """Its abbreviations."""
        return {mention.plan.short for mention in self.mentions if mention.plan.short}

    def named(self) -> re.Pattern[str]:
        """Any of its names, or its abbreviations."""
        names = sorted({mention.plan.name for mention in self.mentions} | self.shorts, key=lambda name: (-len(name), name))
        return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?![\w-])", re.IGNORECASE)


def say(context: Context) -> None:
    """Note the plans that a paper names, each with the sentences that name it."""
    text = tuple(sentences(context.paper))
    mentions = list(_mentions(text))
    council = context.paper.header.council
    plans = _gathered([mention for mention in mentions if not mention.plan.bare], _key(place_of(council.value)) if council else ())
    plans += plan_answers.unnamed(context, text, [*mentions, *plan_answers.in_small_letters(text)], plans)
    for plan in plans:
        id_ = _note(context, plan)
        plan_answers.say(context, plan, id_, text)
        plan_answers.after_inspection(context, text, plan, id_)
        others = {mention.order for other in plans if other is not plan for mention in other.mentions}
        here = plan_approvals.by_decision(context, plan, id_)
        plan_approvals.say(context, plan, id_, text, others=others, here=here)
        plan_workstreams.say(context, plan, id_)


def _mentions(text: Text) -> Iterator[Mention]:
    for order, (sentence, item) in enumerate(text):
        if _HINT.search(sentence.text):
            for plan in find(sentence.text):
                yield Mention(plan, sentence, item, order)
            for short, name in abbreviations().items():
                for match in re.finditer(rf"(?<![\w(-]){short}(?![\w-])", sentence.text):
                    yield Mention(PlanName(name, match.start(), match.end(), short), sentence, item, order)


@cache
def _key(name: str) -> tuple[str, ...]:
    """The words of a name by which two of its forms are compared: no case, no endings, nothing in brackets."""
    plain = re.sub(r"\s*\([^)]*\)|['’]", "", name).casefold().replace("well-being", "wellbeing")
    plain = re.sub(lexicon.load("plans")["with_or_without"], "", plain)
    for short, full in lexicon.load("plans")["short_for"].items():
        plain = re.sub(full, short, plain)
    words = re.findall(r"[a-z0-9]+", _YEARS_FIRST.sub("", plain))
    return tuple(_NUMBERS.get(word, word).removesuffix("s") for word in words if word not in {"and", "the"})


def _years(period: str) -> str:
    """A period in one form, however it is printed: `2016-18` of 2016/18 and of 2016 to 2018."""
    years = re.findall(r"\d+", period)
    return f"{years[0]}-{years[1][-2:]}" if len(years) == 2 else period


@cache
def _short_key(name: str) -> tuple[str, ...]:
    """The name with an abbreviation inside it for the words before: "SEND Strategy" of "Special Educational Needs (SEND) Strategy"."""
    match = re.search(r"\(([A-Z][\w&]*)\)\s+(.+)", name)
    return _key(f"{match[1]} {match[2]}") if match else ()


def _gathered(mentions: list[Mention], place: tuple[str, ...]) -> list[Plan]:
    """The mentions by plan: the same words with the same period, or a fuller form of them, or another name in brackets; `place` is the council's."""
    plans: dict[tuple[tuple[str, ...], str], Plan] = {}
    for mention in mentions:
        key = (_key(mention.plan.name), _years(mention.plan.period))
        plans.setdefault(key, Plan(*key)).mentions.append(mention)
    merged = list(plans.values())
    for short in sorted(plans.values(), key=lambda plan: (len(plan.key), bool(plan.period), plan.key)):
        fuller = [plan for plan in merged if plan is not short and (_is_form(short, plan) or _is_ours(short, plan, place))] if short in merged else []
        # A name with an abbreviation of its own is that of one plan in a paper, however it is called in full.
        for other in fuller if len(fuller) == 1 or short.shorts else ():
            merged.remove(other)
            short.mentions += other.mentions
            short.period = short.period or other.period
    return _without_headings(_aliases(merged))


def _without_headings(plans: list[Plan]) -> list[Plan]:
    """Without the names that only stand as the title of an item, where the item has a plan of a fuller name that ends in these words."""
    kept = []
    for plan in plans:
        items = {id(mention.item) for mention in plan.mentions}
        titles = all(mention.item is not None and mention.sentence.text in mention.item.title.text for mention in plan.mentions)
        ending = [other for other in plans if len(other.key) > len(plan.key) and other.key[-len(plan.key) :] == plan.key]
        fuller = ending or [other for other in plans if other.key == plan.key and other.period]
        fuller = [other for other in fuller if other is not plan and items <= {id(mention.item) for mention in other.mentions}]
        if not titles or plan.period or not fuller:
            kept.append(plan)
        elif len(fuller) == 1:
            fuller[0].mentions += plan.mentions
    return kept


def _aliases(plans: list[Plan]) -> list[Plan]:
    """A plan whose other name stands in brackets behind its name is one: "Written Statement of Action (SEND Improvement Plan)"."""
    whose = {id(mention): plan for plan in plans for mention in plan.mentions}
    plans = list(plans)
    ordered = sorted((mention for plan in plans for mention in plan.mentions), key=lambda m: (m.order, m.plan.start))
    for first, second in pairwise(ordered):
        one, other, text = whose[id(first)], whose[id(second)], first.sentence.text
        inside = first.order == second.order and re.fullmatch(r"\s*\(", text[first.plan.end : second.plan.start]) and text[second.plan.end :].startswith(")")
        if inside and one is not other:
            one.mentions += other.mentions
            whose.update((id(mention), one) for mention in other.mentions)
            plans.remove(other)
    for plan in plans:
        plan.mentions.sort(key=lambda m: (m.order, m.plan.start))
    return plans


def _is_form(short: Plan, full: Plan) -> bool:
    """Whether one is a shorter form of the other: its last words, three at least, or all but the place before them; or its abbreviated form."""
    if full.key == ("annual", *short.key) and not full.period:
        return True
    if short.period and short.period != full.period:
        return False
    if short.period and short.period == full.period and full.key[-len(short.key) :] == short.key and len(full.key) > len(short.key):
        return not _two_owners(short, full)  # "the Delivery Plan for 2021/22" of "Council Plan Delivery Plan 2021/22"
    if short.key == full.key:
        return bool(full.period) and not (_any_before(short, _THAT_IS) and _any_before(full, _TO_COME))
    if any(short.key == _short_key(mention.plan.name) for mention in full.mentions):
        return True
    return len(short.key) >= 3 and len(full.key) > len(short.key) and full.key[-len(short.key) :] == short.key and not _two_owners(short, full)


def _is_ours(short: Plan, full: Plan, place: tuple[str, ...]) -> bool:
    """Whether one is the other without the council's place: "Local Plan" of "Ashford Local Plan 2031"."""
    return bool(place) and not (short.period and short.period != full.period) and full.key == (*place, *short.key)


def _any_before(plan: Plan, words: re.Pattern[str]) -> bool:
    return any(words.search(mention.sentence.text[max(0, mention.plan.start - 40) : mention.plan.start]) for mention in plan.mentions)


def _two_owners(short: Plan, full: Plan) -> bool:
    one, other = ({mention.plan.owner.casefold() for mention in plan.mentions if mention.plan.owner} for plan in (short, full))
    return bool(one and other) and not one & other


def _note(context: Context, plan: Plan) -> Id:
    """Say one plan; returns its id."""
    notes = context.notes
    id_ = notes.id("plan", _slug(context, plan))
    quoted = list(dict.fromkeys(mention.sentence.span() for mention in plan.mentions))[:_MOST_QUOTES]
    notes.node(id_, v.PLAN, quoted, rule=RULE)
    told: dict[tuple[Id, str, str, Basis], list[Span]] = {}
    printed: dict[str, str] = {}
    for mention in plan.mentions:
        period = printed.setdefault(_years(mention.plan.period), mention.plan.period)
        for fact in _facts(mention, period):
            told.setdefault(fact, []).append(mention.span)
    for (predicate, value, rule, basis), spans in told.items():
        within = [span for span in spans if any(one.start <= span.start and span.end <= one.end for one in quoted)]
        notes.say(id_, predicate, Literal(value), (within or spans)[:_MOST_QUOTES], rule=rule, basis=basis)
    _owner(context, id_, plan)
    return id_


def _slug(context: Context, plan: Plan) -> str:
    """What tells a plan from the others of its council: its name and period, and whose it is where every body has one of that name."""
    # The name that has the abbreviation is the one that other papers use too.
    named = max((mention.plan for mention in plan.mentions), key=lambda named: (bool(named.short), len(named.name.split()), named.name))
    name = re.sub(r"\([^)]*\)", "", named.name)
    owner = next((mention.plan.owner for mention in plan.mentions if mention.plan.owner), "")
    of_whom = owner if name.casefold() in lexicon.words("plans", "of_every_body") else context.day if named.bare else ""
    return f"{name} {'' if plan.period in name else plan.period} {of_whom}"


def _facts(mention: Mention, period: str) -> Iterator[tuple[Id, str, str, Basis]]:
    """What a mention says of its plan: a form of its name, its abbreviation, its period, as the paper prints it first."""
    plan = mention.plan
    spelt = mention.sentence.text[plan.start : plan.end] != plan.short
    name = f"{plan.name} {period}" if plan.period not in plan.name else plan.name
    yield v.ALT_LABEL, name, RULE if spelt else "known-abbreviation", Basis.STATED if spelt else Basis.DERIVED
    if plan.short:
        yield v.ACRONYM, plan.short, RULE, Basis.STATED
    if period:
        yield v.PERIOD, period, RULE, Basis.STATED


def _owner(context: Context, id_: Id, plan: Plan) -> None:
    """Whose the plan is, as the first mention that says it; a plan that is a council's by its kind is that of the paper's council (derived)."""
    for mention in plan.mentions:
        if mention.plan.owner and not _is_for_a_place(context, mention.plan):
            span = mention.sentence.span(mention.plan.owner_start, mention.plan.owner_end)
            if owner := _body(context, mention.plan.owner, span):
                context.notes.say(id_, v.OWNED_BY, owner, [span], rule=RULE)
                return
    first = plan.mentions[0]
    if context.council_id and re.search(lexicon.load("plans")["own_kinds"], first.plan.name, re.IGNORECASE):
        context.notes.say(id_, v.OWNED_BY, context.council_id, [first.span], rule="plan-of-the-papers-council", basis=Basis.DERIVED)


def _is_for_a_place(context: Context, plan: PlanName) -> bool:
    """Whether the words behind a name are the council's place: "the Transport Plan for Ashford" does not say whose it is."""
    council = context.paper.header.council.value if context.paper.header.council else ""
    return plan.owner_start >= plan.end and plan.owner.casefold() == (council.split() or [""])[0].casefold()


def _body(context: Context, words: str, span: Span) -> Id | None:
    """The body that an owner's words stand for: the council of the paper, one that the paper abbreviates, or one named in full."""
    plain = re.sub(r"^(?:the|its|our)\s+", "", words, flags=re.IGNORECASE)
    council = context.paper.header.council.value if context.paper.header.council else ""
    place = council.split()[0] if council else ""
    initials = "".join(word[0] for word in council.split() if word[0].isupper())
    own = plain.casefold() in lexicon.words("plans", "own") and (plain.casefold().split()[0] in _ANY_KIND or plain.casefold().split()[0] in council.casefold())
    if own or plain.casefold() in {council.casefold(), place.casefold()} or plain == initials != "":
        return context.council_id
    if plain.casefold() in lexicon.words("plans", "own"):
        return None
    if plain in context.bodies.acronyms:
        return context.bodies.id(context.bodies.acronyms[plain][0])
    return context.bodies.seen(plain, span) if any(body.name == plain for body in find_bodies(plain)) else None
