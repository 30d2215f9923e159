"""The names of a paper with what stands beside them go in; out go its posts and who holds them, as lists and appositions tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from graph_builder import vocabulary as v
from graph_builder.language import people
from graph_builder.language.names import Name
from graph_builder.language.post_words import held, is_office
from graph_builder.model import Id, Span
from graph_builder.paper import PersonMention
from graph_builder.relations import meeting
from graph_builder.relations.context import Context
from graph_builder.relations.notes import ending
from graph_builder.relations.seats import offices
from graph_builder.relations.seats.listed import post_of
from graph_builder.relations.seats.offices import Office, is_recommended

_RANK = re.compile(
    r"(?:County\s+Borough|County|Borough|District|City)\s+(?:Councillor|Cllr)|PCSO|PC|Sgt|Sergeant|Garda\s+Sergeant|(?:Chief\s+)?(?:Inspector|Superintendent|Constable)"
    r"|(?:(?:Deputy|Depute|Lord)\s+)*(?:Mayor|Provost)",
    re.IGNORECASE,
)


_BACK: Final = 400
_CHAIR_ALONE = re.compile(r"(?:the\s+)?(?:(?:vice|deputy|v\.?)[\s-]*)?chair(?:man|person|woman)?", re.IGNORECASE)


def say(context: Context) -> None:
    """Note who holds which post on the day of the paper."""
    told = [(who, held(printed), span) for who, printed, span in (*_on_lists(context), *_beside_names(context), *_maker(context)) if who]
    alone = {(who, words) for who, words, _ in told if _CHAIR_ALONE.fullmatch(words)}
    holders = Counter(words for _, words in alone)
    for who, words, span in told:
        if not is_office(words) or holders[words] > 1:
            continue  # a body behind a name is no post, and chairs of several bodies are told without saying of which
        node = context.notes.node(context.notes.id("holding", ending(who), words), v.POST_HOLDING, (span,), rule="post-beside-name")
        node.link(v.MEMBER, who)
        node.link(v.OF_POST, in_organisation(context, words, span))
        node.text(v.ATTESTED_ON, context.day, kind="xsd:date")
        for office in offices.chairs(words, context):
            _chair(context, who, office, span)


def in_organisation(context: Context, words: str, span: Span) -> Id:
    """The local id of a post, which is noted with the body in which it is where its words name one."""
    post = meeting.post(context.notes, words, span)
    name, _ = offices.organisation(words)
    if name:
        body = context.bodies.seen(name, None if context.bodies.id(name) in context.bodies.names else span)
        context.notes.say(post, v.POST_IN, body, (span,), rule="post")
    return post


def _chair(context: Context, who: Id, office: Office, span: Span) -> None:
    """Whoever is "Chair of the Audit Committee" is in its chair."""
    body = context.bodies.seen(office.body, span if context.bodies.id(office.body) not in context.bodies.names else None)
    id_ = context.notes.id("membership", ending(who), ending(body), office.role, "post")
    node = context.notes.node(id_, v.MEMBERSHIP, (span,), rule="chair-by-post")
    node.link(v.MEMBER, who)
    node.link(v.OF_ORGANISATION, body)
    node.link(v.ROLE, f"role:{office.role}")
    node.text(v.ATTESTED_ON, context.day, kind="xsd:date")


def _on_lists(context: Context) -> Iterator[tuple[Id | None, str, Span]]:
    for entry in context.paper.entries:
        if not entry.name:
            continue
        who, span = context.people.entry(entry.name, entry.capacity), entry.passage.span()
        if post := post_of(entry, context):
            yield who, post, span
        if rank := _rank(entry.name):
            yield who, rank, span


def _beside_names(context: Context) -> Iterator[tuple[Id | None, str, Span]]:
    listed = [(entry.passage.span(), entry.role or held(entry.post)) for entry in context.paper.entries]
    for mention in context.mentions.people:
        declared = mention.item is not None and "interest" in mention.item.title.text.casefold()  # an interest, no post
        lists = [post for span, post in listed if span.start <= mention.span.start < span.end]
        if declared or mention.gone or (lists and (any(lists) or not _adjoins(mention, context))):
            continue
        if mention.post_span and mention.post_span.start < mention.span.start and _is_proposed(mention, context):
            continue
        if mention.item is not None and _CHAIR_ALONE.fullmatch(mention.post):
            continue  # "Finance: Cllrs A Bell (Chairman)": of what, the words beside the name do not say
        if mention.post and mention.post_span:
            yield context.people.find(mention.name), mention.post, mention.post_span
        if rank := _rank(mention.name):
            yield context.people.find(mention.name), rank, mention.span


def _maker(context: Context) -> Iterator[tuple[Id | None, str, Span]]:
    """The post of whoever took the decision that a paper records: "Councillor Ann Lee, Cabinet Member for Housing"."""
    maker = context.paper.header.maker
    person = next(people.find(maker.value), None) if maker else None
    behind = re.match(r"\s*[,(–-]\s*(?:the\s+)?(?P<post>[A-Z][^()]{4,120}?)\)?\s*$", maker.value[person.end :]) if maker and person else None
    if maker and person and behind and is_office(behind["post"]):
        yield context.people.find(person.name), behind["post"], maker.evidence[0]


def _adjoins(mention: PersonMention, context: Context) -> bool:
    """Whether the post of a name on a list, which the list itself does not tell, stands right behind it, or before it behind an article."""
    proof, text = mention.post_span, context.paper.document.text
    if proof is None:
        return False
    before, behind = text[proof.start : mention.span.start], text[mention.span.end : proof.end]
    front = re.fullmatch(rf"(?:the\s+)?{re.escape(mention.post)},\s", " ".join(before.split()) + " ", re.IGNORECASE)
    return bool(front) or bool(re.match(r"[ ]?[,(][ \n]?(?:the )?", behind) and " ".join(behind.split()).endswith(mention.post))


def _is_proposed(mention: PersonMention, context: Context) -> bool:
    """Whether the post before a name stands on a list of what is recommended: "Mayor – Councillor Frazer", which a meeting only noted."""
    before = context.paper.document.text[max(0, mention.span.start - _BACK) : mention.span.start]
    label = re.search(r"[–—:-]\s*$", before)
    return bool(label) and is_recommended(before)


def _rank(name: Name) -> str:
    """The post that a title is: "Borough Councillor", "PCSO"."""
    match = _RANK.match(name.title)
    return match.group() if match else ""
