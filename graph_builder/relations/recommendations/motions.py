"""A recommendation that is a motion goes in; out it comes with its mover as its maker, where the paper names one: the body has not asked yet."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from graph_builder.relations.context import Context
from graph_builder.relations.recommendations import advice_kinds
from graph_builder.relations.recommendations.advice_parts import Found

_NOTICE: Final = re.compile(
    r"\bmotions?\b[^.\n]{0,60}?\b(?:submitted|tabled|proposed|moved|in\s+the\s+names?\s+of|standing\s+in\s+the\s+names?\s+of|received\s+from|from|by)\s+(?:by\s+|of\s+|from\s+)?"
    r"(?P<who>(?:cllrs?|councillors?|ald(?:erman)?|deputy|mr|mrs|ms|dr)\b\.?\s+(?:[A-Z][\w.'’-]*\s*){1,4})",
    re.IGNORECASE,
)
_NAME: Final = re.compile(r"^\w+\.?\s+(?:[A-ZÀ-Þ][\w.'’-]*\s*){1,4}$")
_ABOVE: Final = 900


def moved_by(found: Found, context: Context) -> Found:
    """A motion with the member who gave notice of it as its maker, or nobody; what is no motion stays as it is."""
    document, start = context.paper.document, found.spans[0].start
    above = document.text[max(0, start - _ABOVE) : start]
    advice = found.advice
    if advice.own or advice_kinds.of(advice, " ".join(document.quote(span) for span in found.spans), above=above) != advice_kinds.MOTION:
        return found
    named = [match["who"].strip(" *_.\n") for match in _NOTICE.finditer(above)]
    who = " ".join(named[-1].split()) if named else ""
    return found._replace(advice=replace(advice, by=who if _NAME.match(who) else ""))
