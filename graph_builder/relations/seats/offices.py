"""The words behind "elected", "appointed" and their kin go in; out comes the office: a role on a body, a seat, or a post."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from graph_builder.language import bodies
from graph_builder.language.post_words import held, is_office
from graph_builder.relations.context import Context
from graph_builder.relations.forms import form

FILE: Final = "appointments"
_ARTICLE = re.compile(r"\s*(?:the\s+)?", re.IGNORECASE)
_NEXT_BODY = re.compile(r"\s*(?:,\s*(?:and\s+)?|and\s+|&\s+)(?:(?:to|on)\s+)?(?:the\s+)?(?=[A-Z])")
_TIME = re.compile(
    r"(?:ensuing|coming|forthcoming|remainder|rest|municipal|civic|council|current|next|same|following|new|year|term|period|meeting|hearing|this|\d+)\b",
    re.IGNORECASE,
)
_IN = re.compile(r"(?:,|\b(?:of|at|from|for|with)|\s[-–—]|\()\s*(?:the\s+)?$", re.IGNORECASE)
_COUNCIL = re.compile(r"\bcouncil$", re.IGNORECASE)
_MOST_WORDS: Final = 12
_PROPOSED = re.compile(
    r"\b(?:recommend\w*|nominat(?:ed(?!\s+by)|ions?)|proposed\s+(?:appointments?|memberships?|as)|to\s+be\s+(?:appointed|elected))\b", re.IGNORECASE
)
_SETTLED = re.compile(
    r"\b(?:resolved|agreed|carried|approved|all\s+in\s+favour|unanimous\w*|confirmed\s+(?:as|that)|(?:was|were)\s+(?:duly\s+)?(?:elected|appointed))\b",
    re.IGNORECASE,
)


class Office(NamedTuple):
    """What somebody is chosen for: a role on a body by its name, or a post in words of its own."""

    role: str
    body: str
    post: str = ""


def is_post(words: str) -> bool:
    """Whether words are a post that one person may hold."""
    return is_office(words) and len(words.split()) <= _MOST_WORDS and bool(held(words))


def organisation(words: str) -> tuple[str, int]:
    """The body in which a post is, where its words end in the name of one, and where that begins: "Director of Resources, Vale Children First"."""
    found = next(reversed(list(bodies.find(words))), None)
    if found is None or words[found.end :].strip(" .)") or not _IN.search(words[: found.start]):
        return "", len(words)
    return bodies.tidy(found.name), found.start


def read(words: str, context: Context) -> Iterator[Office]:
    """The offices that words behind "elected" or "appointed" begin with; several where a seat is on several bodies."""
    words = form(FILE, "time").sub("", words.lstrip())
    own = context.paper.header.body.value if context.paper.header.body else ""
    if form(FILE, "office-vacancy").match(words) and _COUNCIL.search(own):
        yield Office("member", own)
        return
    to = form(FILE, "office-to").match(words)
    if to:
        yield from _seats(words[to.end() :], "member", context)
        return
    chair = form(FILE, "office-chair").match(words)
    if chair:
        vice = bool(chair["vice"]) or chair["role"].casefold().startswith(("vice", "deputy", "leas"))
        yield from _of(words[chair.end() :], "vice-chair" if vice else "chair", context)
        return
    member = form(FILE, "office-member").match(words)
    if member:
        role = next((name for name in ("coopted", "substitute", "representative") if member[name]), "member").replace("coopted", "co-opted")
        yield from _of(words[member.end() :], role, context)
        return
    post = form(FILE, "office-post").match(words)
    if post and is_post(post["post"]):
        yield Office("", "", held(post["post"]))


def _of(words: str, role: str, context: Context) -> Iterator[Office]:
    """The office on the body named behind "of"; on the body that meets where none is named."""
    of = form(FILE, "office-of").match(words)
    own = context.paper.header.body.value if context.paper.header.body else ""
    if of and body_of(words[of.end() :], context)[0]:
        yield from _seats(words[of.end() :], role, context)
    elif own and (of is None or not words[of.end() : of.end() + 1].isupper()) and role != "representative":
        # "Chairman for the ensuing year", and "Chairman of the working group" of which no name is told
        yield from (Office(role, own),) if of is None or _is_time(words[of.end() :]) else ()


def is_recommended(before: str) -> bool:
    """Whether the words before a list make it one of what is recommended or proposed, and none after them that it was resolved."""
    proposed = max((match.end() for match in _PROPOSED.finditer(before)), default=-1)
    return proposed > max((match.start() for match in _SETTLED.finditer(before)), default=-1)


def chairs(post: str, context: Context) -> Iterator[Office]:
    """The chair that a post is: "Chair of the Audit Committee" is in that committee's."""
    match = form(FILE, "office-chair").match(post)
    rest = post[match.end() :] if match else ""
    of = form(FILE, "office-of").match(rest)
    body, end = body_of(rest[of.end() :], context) if of else ("", 0)
    if match and of and body and not rest[of.end() + end :].strip(" .,"):
        yield Office("vice-chair" if match["vice"] else "chair", body)


def _is_time(words: str) -> bool:
    """Whether words tell for how long somebody is chosen."""
    return bool(_TIME.match(words))


def _seats(words: str, role: str, context: Context) -> Iterator[Office]:
    while True:
        body, end = body_of(words, context)
        if not body:
            return
        yield Office(role, body)
        following = _NEXT_BODY.match(words, end)
        if following is None:
            return
        words = words[following.end() :]


def body_of(words: str, context: Context) -> tuple[str, int]:
    """The body that words begin with, and where its name ends; `("", 0)` where they begin with none, or with one that nobody could tell."""
    shift = _ARTICLE.match(words)
    start = shift.end() if shift else 0
    found = next(bodies.find(words), None)
    if found is not None and found.start <= start:
        return found.name, found.end
    small = form(FILE, "small-head").match(words[start:])
    if small:
        return " ".join(small["name"].split()), start + small.end()
    cabinet = form(FILE, "cabinet").match(words[start:])
    if cabinet:
        return cabinet.group(), start + cabinet.end()
    short = re.match(r"[A-Z][A-Za-z&]{1,9}\b", words[start:])
    if short and short.group() in context.bodies.acronyms:
        return context.bodies.acronyms[short.group()][0], start + short.end()
    own = context.paper.header.body.value if context.paper.header.body else ""
    general = form(FILE, "own-body").match(words)
    if general and own.casefold().endswith(general["head"].casefold()):
        return own, general.end()
    return "", 0
