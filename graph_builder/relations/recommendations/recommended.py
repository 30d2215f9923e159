"""What a meeting decided goes in; out comes what it thereby recommended or asked of others: by the meeting itself, to whom, in which words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph_builder.model import Span
from graph_builder.paper import Item
from graph_builder.relations.context import Context
from graph_builder.relations.decisions import proceedings
from graph_builder.relations.decisions.decided import Decision
from graph_builder.relations.doers import Doers
from graph_builder.relations.forms import form
from graph_builder.relations.recommendations import advice
from graph_builder.relations.recommendations.advice import FILE
from graph_builder.relations.recommendations.advice_words import Advice, bare, clean, errand

_WHOLE = ("decided-to-recommend", "decided-recommends", "decided-asks")
# What a meeting does for itself, whatever verb its block begins with: its minutes, and what it only notes.
_ITS_OWN = re.compile(
    r"^(?:that\s+)?(?:the\s+)?minutes\b.{0,160}\b(?:approved|confirmed|signed|agreed|received)\b|\bbe\s+(?:received\s+and\s+)?noted$", re.IGNORECASE
)
# What may stand before "write to" where the meeting itself writes.
_WRITES = re.compile(r"\W*(?:that\s+)?(?:(?:the|this)\s+(?:council|committee|panel|board|meeting)\s+)?(?:to\s+|an?\s+|the\s+)?", re.IGNORECASE)
_JOINED = re.compile(r"[;,]?\s+and\s+(?=that\b|to\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Recommended:
    """A recommendation that a decision is, and the words that prove it."""

    advice: Advice
    spans: tuple[Span, ...]
    item: Item | None = None


def find(context: Context, doers: Doers) -> list[Recommended]:
    """The recommendations of the meeting of a paper, in the order of its decisions."""
    found: list[Recommended] = []
    for item, decided in proceedings.made(context):
        for decision in decided:
            if decision.outcome != "fell" and not decision.rule.endswith("planning-comment"):
                found += [Recommended(told, decision.evidence, item) for told in of(decision, doers)]
    return found


def of(decision: Decision, doers: Doers) -> Iterator[Advice]:
    """What one decision recommends, or asks somebody else to do."""
    if decision.to:
        yield Advice("", bare(decision.to), clean(decision.text), "decided-recommendation", own=True)
        return
    lead = form(FILE, "decided-list").match(decision.text)
    if lead:
        yield Advice("", bare(lead["to"] or lead["to2"] or ""), clean(lead["text"] or lead["text3"]), "decided-recommendation", own=True)
        return
    for piece in _JOINED.split(decision.text):
        if not _ITS_OWN.search(clean(piece)):
            yield from _of_words(piece, decision, doers)


def _of_words(words: str, decision: Decision, doers: Doers) -> Iterator[Advice]:
    written = form(FILE, "write").search(words)
    if written and _WRITES.fullmatch(words[: written.start()]):
        text = errand(clean(written["text"] or written["text2"]), written["to"])
        if len(text.split()) > 1:
            yield Advice("", bare(written["to"]), text, "writes-to", own=True)
            return
    for name in _WHOLE:
        match = form(FILE, name).match(words)
        if match is None:
            continue
        groups = match.groupdict()
        to, text = bare(groups.get("to") or groups.get("to2") or ""), clean(groups.get("text") or groups.get("text2") or "")
        if name == "decided-asks" and not advice.addressed(groups["verb"].casefold(), to, doers):
            continue
        if len(text.split()) > 1:
            yield Advice("", to or bare(advice.subject(text, doers)), text, "decided-recommendation", own=True)
            return
    asked = [replace(one, own=True, rule="decided-recommendation") for one in advice.asked(words) if not one.by]
    yield from asked
    if not asked and decision.rule.startswith("block-recommend"):
        text = clean(words)
        yield Advice("", bare(advice.subject(text, doers)), text, "decided-recommendation", own=True)
