"""What a telling's inspection looked at, and under which framework it was made."""

from __future__ import annotations

import re
from typing import Final

from graph_builder.relations.inspections.inspection_words import Words, framework, kinds
from graph_builder.relations.inspections.tellings import Telling

_FOCUS: Final = re.compile(
    r"\b(?:focus{1,2}(?:ed|ing)\s+(?:up)?on|looked\s+(?:specifically\s+)?at|looking\s+at|in\s+(?:relation|respect)\s+to|regarding"
    r"|to\s+(?:look\s+at|assess|review|judge|evaluate))\s+(?P<about>[^.;]{6,260})",
    re.IGNORECASE,
)
# Where what was looked at ends: "'Use of Resources', having been reported to the Panel".
# "The areas covered by the visit were the front door and early help"
_COVERED: Final = re.compile(
    r"\b(?:areas?|topics?|themes?)\s+(?:covered\s+by|of|looked\s+at\s+(?:in|during))\s+(?:the|this|its)\s+(?:\w+\s+){0,2}$"
    r"|\b(?:focus|scope)\s+of\s+(?:the|this|its)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_WERE: Final = re.compile(r"\s+(?:was|were|included|had\s+been)\s*:?\s+(?:on\s+)?(?P<about>[^.;]{6,200})")
_GOES_ON: Final = re.compile(
    r",?\s+(?:having|which|who|where|with\s+the|and\s+(?:was|were|had|has|is|found|made|identified|concluded))\b"
    r"|,\s+and\s+(?:the|areas|it)\b"
)
_PAPERS: Final = re.compile(r"\b(?:reports?|action\s+plans?|committee|panel|agenda)\b", re.IGNORECASE)
# How many things it looked at says nothing of what they were.
_COUNTED: Final = re.compile(r"(?:the\s+)?(?:\w+\s+)?(?:key\s+)?(?:domains|areas|themes|standards|questions)", re.IGNORECASE)
# General words say nothing of what was looked at.
_GENERAL: Final = re.compile(r"(?:the|its|their|our|these|those|all|such)?\s*(?:services?|provision|care|area|department)", re.IGNORECASE)
_ABOUT: Final = re.compile(
    r"\s+of\s+(?P<about>(?:the\s+)?[^.;']*?\b(?:children|services?|social|safeguarding|care|SEND|education|provision|help|protection|housing"
    r"|police|fire)\b[^.;']*?(?:'s\s+[\w\s]*?services)?)(?=\s*(?:[.;]|'(?!s)|$)|,?\s+(?:which|that|who|led|jointly|supported|took|taken|had|has|have|was|were|is|are"
    r"|carried|undertaken|conducted|published|by|(?:from\s+)?\d{1,2}\s?(?:[-\u2013]\s?\d+|to|and|[A-Z]\w+)|in\s+(?:\w+\s+)?\d|on\s+\d|in\s+[A-Z][a-z]+\s+\d|under|during|held|between|and\s+(?:the|its|how|what|of)"
    r"|in\s+(?:early\s+|late\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|winter))\b)",
    re.IGNORECASE,
)
_UNDER: Final = re.compile(r"[^.;]{0,110}?\bunder\s+(?P<what>[^.;,]{3,90}?)(?=\s+and\b|[.;,]|$)", re.IGNORECASE)


def framework_of(text: str, telling: Telling) -> Words | None:
    """The framework under which it was made: that of its own name, or the one that stands behind "under" in its clause."""
    if name := framework(telling.kind.printed):
        return Words(name, telling.kind.start, telling.kind.end)
    before = re.search(r"(?:[A-Z][\w()-]*\s+){1,6}$", text[: telling.kind.start])
    if before and (name := framework(before.group())):
        return Words(name, before.start(), before.start() + len(before.group().rstrip()))
    under = _UNDER.match(text, telling.kind.end)
    name = framework(under["what"]) if under else ""
    return Words(name, *under.span("what")) if under and name else None


def about(text: str, telling: Telling) -> Words | None:
    """What the inspection looked at: "focused on the progress of children in care", "of services for children in need of help"."""
    of = _ABOUT.match(text, telling.kind.end)
    covered = _COVERED.search(text[: telling.kind.start])
    following = next((kind.start for kind in kinds(text) if kind.start > telling.kind.end and kind.family != telling.kind.family), len(text))
    focus = _FOCUS.search(text, telling.kind.end, following) or (_WERE.match(text, telling.kind.end) if covered else None)
    if focus:
        words = _GOES_ON.split(focus["about"])[0].rstrip(" ,")
        known = words and not _PAPERS.search(words) and not _COUNTED.fullmatch(words)
        return Words(words, focus.start("about"), focus.start("about") + len(words)) if known else None
    if of and not _GENERAL.fullmatch(of["about"].strip(" ,")):
        return Words(of["about"].strip(" ,"), *of.span("about"))
    if telling.kind.family in {"send", "ilacs", "jtai"}:
        return Words(telling.kind.printed, telling.kind.start, telling.kind.end)
    return None
