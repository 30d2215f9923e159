"""A decision that elects goes in; out comes who is thereby in the chair of the body that meets, or its vice-chair."""

from __future__ import annotations

import re

from graph_builder import lexicon
from graph_builder import vocabulary as v
from graph_builder.language import people as persons
from graph_builder.relations.context import Context
from graph_builder.relations.decided import Decision
from graph_builder.relations.notes import ending

_WAS = (
    r"\s+(?:be|was|is|were)?\s*(?:then\s+|duly\s+|unanimously\s+|hereby\s+)*(?:re-?)?(?:elected|appointed)\s+"
    r"(?:as\s+|to\s+(?:be|the\s+office\s+of)\s+)?(?:the\s+)?"
)
# "Chairman of the working group" is the chair of another body, unless it is the body that meets.
_OF = re.compile(r"\s+of\s+(?:the\s+)?(?P<body>(?:[\w'&-]+\s+){0,6}?[\w'&-]+?)(?=\s+(?:for|until|in|at|by|with)\b|[.,;(]|$)")
_GENERAL = re.compile(
    r"(?:parish\s+|town\s+|community\s+|county\s+)?(?:council|committee|sub-committee|panel|board|forum|authority|meeting|hearing|commission)", re.IGNORECASE
)


def say(context: Context, decision: Decision) -> None:
    """Note that somebody holds the chair or the vice-chair from a meeting that elected them to it."""
    if decision.outcome not in {"elected", "appointed", "resolved", "agreed", "approved"} or context.body_id is None:
        return
    chair = lexicon.load("roles")["chair"]
    office = re.compile(rf"{_WAS}(?P<vice>(?:vice|deputy)[\s-]*)?(?P<chair>{chair})\b", re.IGNORECASE)
    for person in persons.find(decision.text):
        match = office.match(decision.text, person.end)
        who = context.people.find(person.name) if match else None
        if match and who and _is_own(decision.text, match.end(), context):
            role = "vice-chair" if match["vice"] or match["chair"].casefold().startswith(("vice", "deputy")) else "chair"
            id_ = context.notes.id("membership", ending(who), ending(context.body_id), role, "elected")
            node = context.notes.node(id_, v.MEMBERSHIP, decision.evidence, rule="elected-to-chair")
            node.link(v.MEMBER, who)
            node.link(v.OF_ORGANISATION, context.body_id)
            node.link(v.ROLE, f"role:{role}")
            node.text(v.ATTESTED_ON, context.day, kind="xsd:date")


def _is_own(text: str, at: int, context: Context) -> bool:
    """Whether the chair is that of the body that meets: no body is named behind it, or its own."""
    other = _OF.match(text, at)
    if other is None:
        return True
    own = context.paper.header.body.value.casefold() if context.paper.header.body else ""
    return bool(_GENERAL.fullmatch(other["body"])) or other["body"].casefold() in own
