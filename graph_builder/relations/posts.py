"""The names of a paper with what stands beside them go in; out go its posts and who holds them, as lists and appositions tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph_builder import vocabulary as v
from graph_builder.language import people
from graph_builder.language.names import Name
from graph_builder.model import Id, Span
from graph_builder.relations import meeting
from graph_builder.relations.context import Context
from graph_builder.relations.notes import ending

_RANK = re.compile(
    r"(?:County|Borough|District|City)\s+(?:Councillor|Cllr)|PCSO|PC|Sgt|Sergeant|Garda\s+Sergeant|(?:Chief\s+)?(?:Inspector|Superintendent|Constable)"
    r"|(?:(?:Deputy|Depute|Lord)\s+)*(?:Mayor|Provost)",
    re.IGNORECASE,
)


# A name in brackets, what somebody wrote about, and whom somebody stands in for.
_BEHIND = re.compile(
    r"\s*\((?:[A-Z]\.|Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor)[^()]*\)\.?$|,?\s+(?:re|regarding|concerning)\b.*$|,\s*(?:substituting|deputising)\b.*$"
    r"|\s+(?:for\s+the\s+(?:ensuing|coming|forthcoming|remainder|municipal|civic|council|current|next|rest)\b|until\b|with\s+(?:immediate\s+)?effect\b"
    r"|during\s+the\b).*$|,?\s*[-–]?\s*\b(?:tel(?:ephone)?|phone|e-?mail|mobile)\b.*$"
    r"|\s+(?:for|of|and|the|to|in|at)$"
)
# What stands before a post: initials that a paper gives its holder, and the office that is told twice.
_BEFORE = re.compile(r"^(?:[A-Z]{2,4},\s+|(?i:(?:the\s+)?(?:office|position|post|role)\s+of\s+))+")

_NO_POST = re.compile(
    r"(?:the\s+)?(?:committee|panel|board|council|cabinet|members?|minutes?|notes?|minute[- ]taker|observers?|guests?|apologies|present|absent|vacancy)\.?"
    r"|co-?opted(?:\s+\w+)?|voting|non-?voting|(?:the\s+)?(?:remaining|other|new|additional)\s+members?\b.*|members\b.*"
    r"|(?:conservative|labour|liberal\s+democrats?|green|independent|reform(?:\s+uk)?|plaid\s+cymru)(?:\s+group)?",
    re.IGNORECASE,
)
_PAST = re.compile(r"(?:an?\s+|the\s+)?(?:former|ex-|retired|retiring|outgoing|late|previous|past|proposed)\b", re.IGNORECASE)


def say(context: Context) -> None:
    """Note who holds which post on the day of the paper."""
    for who, printed, span in (*_on_lists(context), *_beside_names(context)):
        words = tidy(printed)
        if who is None or not words:
            continue
        node = context.notes.node(context.notes.id("holding", ending(who), words), v.POST_HOLDING, (span,), rule="post-beside-name")
        node.link(v.MEMBER, who)
        node.link(v.OF_POST, meeting.post(context.notes, words, span))
        node.text(v.ATTESTED_ON, context.day, kind="xsd:date")


def tidy(words: str) -> str:
    """The words of a post without a name or a matter behind it; empty where they are no post that somebody holds now."""
    words = _BEFORE.sub("", " ".join(words.split()))
    shorter = _BEHIND.sub("", words).strip(" ,;:–-")
    while shorter != words:
        words, shorter = shorter, _BEHIND.sub("", shorter).strip(" ,;:–-")
    named = next(people.find(words), None)  # somebody else's name in the words of a post: whose it is, is not told
    return "" if _NO_POST.fullmatch(words) or _PAST.match(words) or (named and named.sure) else words


def _on_lists(context: Context) -> Iterator[tuple[Id | None, str, Span]]:
    for entry in context.paper.entries:
        if not entry.name:
            continue
        who, span = context.people.entry(entry.name, entry.capacity), entry.passage.span()
        if entry.post:
            yield who, ", ".join(filter(None, (entry.post, entry.organisation))), span
        if rank := _rank(entry.name):
            yield who, rank, span


def _beside_names(context: Context) -> Iterator[tuple[Id | None, str, Span]]:
    listed = [entry.passage.span() for entry in context.paper.entries]
    for mention in context.mentions.people:
        declared = mention.item is not None and "interest" in mention.item.title.text.casefold()  # an interest, no post
        if declared or any(span.start <= mention.span.start < span.end for span in listed):
            continue
        if mention.post and mention.post_span:
            yield context.people.find(mention.name), mention.post, mention.post_span
        if rank := _rank(mention.name):
            yield context.people.find(mention.name), rank, mention.span


def _rank(name: Name) -> str:
    """The post that a title is: "Borough Councillor", "PCSO"."""
    match = _RANK.match(name.title)
    return match.group() if match else ""
