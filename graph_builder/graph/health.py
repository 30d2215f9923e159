"""Text in, spans out: what is told of the health or family life of one person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from graph_builder import lexicon

_TITLE = r"(?:County\s+|Parish\s+|Town\s+)?(?:Councillor|Cllr\.?|Alderman|Mr|Mrs|Ms|Miss|Dr|Rev)\.?"
_NAME = rf"\b{_TITLE}(?:\s+[A-Z][\w'’.-]{{0,30}}){{1,4}}"
_MANY = ("those", "people", "children", "pupils", "adults", "persons", "residents", "patients", "anyone", "students", "learners", "staff", "veterans")
_WHO = "".join(rf"(?<!(?i:{word})\s)" for word in _MANY) + "who"
_KIN = r"(?:[Hh]is|[Hh]er|[Mm]y)\s+(?:wife|husband|partner|son|daughter|mother|father|brother|sister|child|grandson|granddaughter|grandchild)"
_IS = r"(?:(?:is|was|has|had|remains|suffers|suffered|lives|lived|became|fell)\s+(?:(?:been|recently|still|also|now|just|currently|only|formerly)\s+){0,3})"
_REST = r"(?:(?!\s+(?:and|but|until|when|so|since)\b)[^.;:,()\n]){0,60}"
_AND_WAS = r"(?:\w+\s+){0,2}?(?:and|but)\s+(?:(?:is|was|has|had|been|being|now|still|also|currently|again|then|recently)\s+){0,4}"
_STOPS = r"(?=\s*(?:[.;:,)\n]|$)|\s+(?:with|after|following|and|for|since|when|until|at|in|but|so)\b)"


@cache
def _of_somebody() -> re.Pattern[str]:
    """Somebody, and what that person has, is or undergoes."""
    ill, treated, states = (_any(key) for key in ("illnesses", "treatments", "states"))
    with_ = rf"ill\s+with\s+(?:an?\s+|the\s+)?['’‘]?(?:{ill})\b"
    has = rf"(?:an?\s+|the\s+|type\s+\w+\s+|severe\s+|chronic\s+|mild\s+){{0,2}}(?:{ill})\b"
    said = (
        rf"(?:awaiting|facing|having|diagnosed|living|suffered|suffering|treated|operated|recovering|recuperating|convalescing|receiving|undergoing|undergone|from|with|for)\b[^.;:,()\n]{{0,30}}?\b(?:{ill}|{treated}|illness)\b"
        rf"|(?:recovering|recuperating|convalescing)\s+from\b|admitted\s+to\s+hospital|{with_}|(?:{states}){_STOPS}|{has}"
    )
    again = rf"{_AND_WAS}(?:{said})"
    return re.compile(rf"(?:\b(?:[Hh]e|[Ss]he)|{_WHO}|{_NAME},?|\b{_KIN},?)\s+{_IS}(?P<told>(?:{said}){_REST}(?:\s+{again}{_REST})?)")


@cache
def _own() -> re.Pattern[str]:
    """"His chemotherapy", "her broken hip"."""
    words = "|".join((_any("own"), _any("treatments"), _any("illnesses")))
    return re.compile(
        rf"\b(?:[Hh]is|[Hh]er)\s+(?P<told>(?:(?:recent|long|serious|current|major|minor|continuing|forthcoming|sudden|heart|cancer|hip|knee|eye|back|brain|medical|hospital)\s+){{0,3}}"
        rf"(?:{words})\b)(?!\s+(?:of|at|in|was\s+held|times?|plans?|notices?|powers?|procedures?)\b)",
    )


_STAY = re.compile(rf"\b(?:[Hh]is|[Hh]er)\s+(?:recent\s+|long\s+|short\s+)?(?P<told>(?:stay|time|spell)\s+in\s+(?:the\s+)?hospital\b{_REST})")
_WISHED = re.compile(
    r"\b(?:wish\w*|hop(?:ed?|ing)|look\w*\s+forward)\b[^.;\n]{0,80}?(?P<told>\b(?:an?\s+|the\s+)?(?:speedy|swift|quick|rapid|full|good|prompt|early|complete)\s+recovery\b(?!\s+of\b)(?:\s+from\s+[^.;,\n]{2,40})?)",
    re.IGNORECASE,
)


_BUT = re.compile(
    rf"\b(?:but|because),?\s+{_IS}(?P<told>(?:(?:seriously|gravely|very|quite|terminally)\s+)?(?:ill|unwell|poorly|hospitalised|in\s+hospital)\b{_REST})",
    re.IGNORECASE,
)
"""Of whoever the sentence began with: "who had offered, but was currently [ill with flu]"."""


def _any(key: str) -> str:
    return "(?i:" + "|".join(r"\s+".join(map(re.escape, word.split())).replace("'", "['’]") for word in lexicon.words("health", key)) + ")"


def health(text: str) -> Iterator[tuple[int, int]]:
    """Where something is told of one person's health or family life, as offsets: "who had [undergone heart surgery]", "his [chemotherapy]"."""
    for pattern in (_of_somebody(), _own(), _STAY, _WISHED, _BUT):
        for match in pattern.finditer(text):
            yield match.span("told")
