"""The words printed as a post go in; out they come without what is no part of it, empty where they are no post that somebody holds."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from graph_builder import lexicon
from graph_builder.language import bodies, people
from graph_builder.language.people import Person

_MOST_WORDS: Final = 18
_PROPOSED = re.compile(
    r"\b(?:recommend\w*|nominat(?:ed(?!\s+by)|ions?)|proposed\s+(?:appointments?|memberships?|as)|to\s+be\s+(?:appointed|elected))\b", re.IGNORECASE
)
_SETTLED = re.compile(
    r"\b(?:resolved|agreed|carried|approved|all\s+in\s+favour|unanimous\w*|confirmed\s+(?:as|that)|(?:was|were)\s+(?:duly\s+)?(?:elected|appointed))\b",
    re.IGNORECASE,
)
_MEETING = re.compile(r"\b(?:meeting|agenda)\s*(?:,|$)", re.IGNORECASE)

# A name in brackets, what somebody wrote about, and whom somebody stands in for.
_BEHIND = re.compile(
    r"\s*\((?:[A-Z]\.|Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor)[^()]*\)\.?$|,?\s+(?:re|regarding|concerning)\b.*$|,\s*(?:substituting|deputising)\b.*$"
    r"|\s*[-–,(]\s*(?:ill\b|ill\s+health|illness|sick|unwell|(?:on\s+)?(?:annual\s+|maternity\s+)?leave\b|holidays?\b|family\b|work\s+commit|personal\s+reasons?).*$"
    r"|\s+(?:for\s+the\s+(?:year|ensuing|coming|forthcoming|remainder|municipal|civic|council|current|next|rest)\b|until\b|with\s+(?:immediate\s+)?effect\b"
    r"|during\s+the\b).*$|,?\s+(?:who|which)\s.*$|,?\s*[-–]?\s*\b(?:tel(?:ephone)?|phone|e-?mail|mobile)\b.*$"
    r"|\s+(?:for|of|and|the|to|in|at)$"
)
# What stands before a post: initials that a paper gives its holder, and the office that is told twice.
_BEFORE = re.compile(r"^(?:[A-Z]{2,4},\s+|(?i:(?:the\s+)?(?:office|position|post|role)\s+of\s+))+")

_NO_POST = re.compile(
    r"(?:the\s+)?(?:committee|panel|board|council|cabinet|members?|minutes?|notes?|minute[- ]taker|observers?|guests?|apologies|present|absent|vacancy)\.?"
    r"|(?:(?:district|county|borough|city|parish|town|ward)\s+)?(?:councillors|cllrs)|co-?opted(?:\s+\w+)?|voting|non-?voting|(?:the\s+)?(?:remaining|other|new|additional|replacement)\s+members?\b.*|members\b.*"
    r"|(?:conservative|labour|liberal\s+democrats?|green|independent|reform(?:\s+uk)?|plaid\s+cymru)(?:\s+group)?",
    re.IGNORECASE,
)
_PAST = re.compile(r"(?:an?\s+|the\s+)?(?:former|ex-|retired|retiring|outgoing|late|previous|past|proposed)\b", re.IGNORECASE)


def tidy(words: str) -> str:
    """The words of a post without a name or a matter behind it; empty where they are no post that somebody holds now."""
    words = _BEFORE.sub("", " ".join(words.split()))
    shorter = _BEHIND.sub("", words).strip(" ,;:–-")
    while shorter != words:
        words, shorter = shorter, _BEHIND.sub("", shorter).strip(" ,;:–-")
    return "" if _NO_POST.fullmatch(words) or _PAST.match(words) or not _may_be_post(words) else words


def _may_be_post(words: str) -> bool:
    """Whether words may be one post, or where somebody is from: no sentence, no name of somebody else in it, and a word of a post or a body."""
    if len(words.split()) > _MOST_WORDS or _MEETING.search(words) or any(map(_is_somebody, people.find(words))):
        return False
    return is_office(words) or bool(_organisation().search(words)) or next(bodies.find(words), None) is not None


def _is_somebody(found: Person) -> bool:
    """Whether a name in the words of a post is somebody else's, and not that of a firm or a place."""
    return found.sure or bool(found.name.given and not found.name.has_given)


def is_recommended(before: str) -> bool:
    """Whether the words before a list make it one of what is recommended or proposed, and none after them that it was resolved."""
    proposed = max((match.end() for match in _PROPOSED.finditer(before)), default=-1)
    return proposed > max((match.start() for match in _SETTLED.finditer(before)), default=-1)


def is_office(words: str) -> bool:
    """Whether words have a word of a post in them, and are not the name of a body alone."""
    return bool(_post_words().search(words))


@cache
def _post_words() -> re.Pattern[str]:
    roles = lexicon.load("roles")
    ranks = "|".join(map(re.escape, roles["guest_titles"]))
    others = rf"{roles['chair']}|{roles['other_posts']}|{ranks}|councillor|cllr|head"
    return re.compile(rf"{roles['officer_words']}|{roles['cabinet_words']}|\b(?:{others})s?\b", re.IGNORECASE)


@cache
def _organisation() -> re.Pattern[str]:
    return re.compile(lexicon.load("roles")["organisation_words"], re.IGNORECASE)
