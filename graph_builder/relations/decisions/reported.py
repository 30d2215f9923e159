"""Decisions of other bodies that a paper reports: "it was agreed by the OSPB that ...", "Cabinet had resolved to ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from graph_builder import vocabulary as v
from graph_builder.language import bodies
from graph_builder.language.dates import Found, find_dates
from graph_builder.language.passages import Passage
from graph_builder.language.sentences import split
from graph_builder.model import Basis, Literal
from graph_builder.relations.context import Context
from graph_builder.relations.decisions import acts, outcomes

_VERB = r"(?P<verb>agreed|resolved|decided|approved|endorsed|noted|deferred|rejected|adopted)"
_WHO = r"(?P<who>(?:the\s+)?[A-Z][\w'&/-]*(?:\s+(?:(?:and|of|for|the)\s+)*[A-Z][\w'&/-]*){0,12})"
_PATTERNS = (
    re.compile(rf"\b[Ii]t\s+(?:was|had\s+been)\s+{_VERB}\s+by\s+{_WHO}\s+(?P<what>(?:that|not\s+to|to)\b.+)"),
    re.compile(
        rf"(?:^|(?<=[\s(,]))(?:[Tt]he\s+)?{_WHO}\s+had\s+(?:(?:also|then|already|subsequently|recently|unanimously)\s+)*{_VERB}"
        r"(?:,?\s+(?:on|at|in)\s+(?:(?!\b(?:not|never|against)\b)[^,.]){3,60}?)?,?\s+(?P<what>(?:that|not\s+to|to|the|a|an)\b.+)"
    ),
    re.compile(
        rf"(?P<what>\b(?:[Tt]he|[Tt]his|[Aa]n?)\s+[^.;,]{{3,90}}?)\s+(?:was|were|had\s+been)\s+(?:formally\s+)?{_VERB}\s+by\s+{_WHO}"
        r"(?:\s+(?:on|at|in)\s+[^,.;]{3,60})?"
    ),
)
# Who decides as a person or a team is no body, and "Members" are those of the meeting.
_NO_BODY = re.compile(r"\b(?:Members?|Councillors?|Director|Officers?|Chair\w*|Leader|Mr|Mrs|Ms|Dr|Manager|Head|Chief|Clerk|Team|Service|Residents?)\b")


_AND_MORE = re.compile(r",\s+(?:and\s+(?:that|the)\b|which\b|but\b).*$", re.DOTALL)
_DOUBTED = re.compile(
    r"\b(?:whether|if|asked|understood|suggested|hoped|rumou?red|thought|believed|expected|unless|until|once|queried|not|never)\b", re.IGNORECASE
)
_MEETING_BEFORE = re.compile(r"\bmeeting\s+(?:held\s+)?(?:on|of|in)\s+[^.;]{3,40}?,?\s*$")


class Reported(NamedTuple):
    """A decision of another body: whose, with which verb, what, where the words stand, and when it was made, where that is told."""

    body: str
    verb: str
    what: str
    passage: Passage
    when: Found | None = None


def find(passage: Passage, context: Context) -> Iterator[Reported]:
    """The decisions of other bodies that a paragraph reports."""
    if not re.search(r"\b(?:agreed|resolved|decided|approved|endorsed|deferred|rejected|adopted)\b", passage.text):
        return
    for sentence in split(passage.text):
        for pattern in _PATTERNS:
            match = pattern.search(sentence.text)
            body = _body(match["who"], context) if match else ""
            if match and body and not _DOUBTED.search(sentence.text[: match.start("verb")]):
                what = _AND_MORE.sub("", match["what"]).strip(" .;,")
                yield Reported(body, match["verb"], what, passage.cut(sentence.start, sentence.end), _when(sentence.text, match, context.near))
                break


def _when(sentence: str, match: re.Match[str], near: date | None) -> Found | None:
    """The one date that stands between who decided and what, behind who decided, or in "At its meeting on ..." before; no date of what was decided."""
    last = match.start("what") if match.start("what") > match.start("who") else match.end()
    told = [*find_dates(sentence[match.end("who") : last], near=near)] if last > match.end("who") else []
    before = _MEETING_BEFORE.search(sentence[: match.start("who")])
    told += find_dates(before[0], near=near) if before else []
    return told[0] if len(told) == 1 and (near is None or told[0].earliest <= near) else None


def _body(words: str, context: Context) -> str:
    """The body that the words for who decided name; empty where they name none, or the body that meets itself."""
    words = re.sub(r"^the\s+", "", words, flags=re.IGNORECASE).strip()
    if _NO_BODY.search(words):
        return ""
    label = context.bodies.acronyms.get(words, ("",))[0]
    named = [body for body in bodies.find(words) if body.start <= 4 and body.end >= len(words) - 1]
    known = label or (named[0].name if named else words if words in {"Cabinet", "Council", "Full Council", "Executive"} else "")
    own = context.paper.header.body.value if context.paper.header.body else ""
    return "" if not known or acts.is_own(known, own) else known


def say(context: Context) -> None:
    """Note what the paper reports of the decisions of other bodies; they belong to those bodies and to no meeting of this one."""
    count = 0
    rows = {p.passage for item in context.paper.items for p in item.paragraphs if len(p.cells) > 1}
    for passage, item in context.passages():
        for found in find(passage, context) if passage not in rows else ():
            count += 1
            id_ = context.notes.id("decision", "reported", str(count), found.body)
            node = context.notes.node(id_, v.DECISION, (found.passage.span(),), rule="reported-decision")
            node.link(v.DECIDED_BY, context.bodies.seen(found.body, found.passage.span()))
            node.link(v.ABOUT_ITEM, context.item_id(item))
            node.link(v.OUTCOME, f"outcome:{outcomes.outcome('', found.verb)}")
            node.text(v.TEXT, found.what)
            for predicate, day in ((v.EARLIEST, found.when.earliest), (v.LATEST, found.when.latest)) if found.when else ():
                basis = Basis.STATED if found.when and found.when.has_year else Basis.DERIVED
                context.notes.say(id_, predicate, Literal(day.isoformat(), "xsd:date"), node.evidence, rule=node.rule, basis=basis)
