"""A text goes in; out come the heads of lists of voters in it: how those listed voted, on what, and how many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from graph_builder import lexicon


class Head(NamedTuple):
    """The head of a list: `for`, `against`, `abstained`, `none` for who cast no vote; `motion` or `amendment` where it says; its number."""

    how: str
    on: str
    number: int | None
    start: int
    end: int
    """Where the list begins behind it."""
    printed: str


_MATTER = re.compile(
    r"\b(?:motion|amendment|proposal|proposition|recommendations?|minutes|application|budget|resolution|cynnig|gwelliant|rún|leasú)\b", re.IGNORECASE
)
_WHO = (
    r"(?:(?:the\s+)?(?:names?\s+of\s+)?(?:the\s+)?(?:following(?:\s+\w+){0,2}|there|those|members?|councillors?|cllrs?|aldermen)"
    r"(?:\s+(?:present|members?|councillors?))?\s+"
    r"(?:who\s+|that\s+)?(?:(?:were|are|had|was|then)\s+)*(?:recorded\s+(?:as\s+)?)?)"
)
_CAST = r"(?:(?:voted|voting|votes?|cast)\s*(?:[:–-]\s*)?(?:(?:cast|were|was|recorded)\s+)*)"
_OF = r"\s+(?:of\s+|from\s+|on\s+|to\s+)?(?:(?:the|this|a|said|y|yr|an)\s+[\w'’-]+)[^.:;()\n–]{0,60}?"
_N = r"\s*(?:[-–=]\s*)?[(\[]?\s*\d{1,3}(?:\s+(?:votes?|members?|councillors?))?\s*[)\]]?"
_NAMES_NEXT = re.compile(r"\s*(?:(?:the\s+|de\s+|van\s+|von\s+|du\s+|mac\s+)?[A-ZÀ-Þ]|the\s+(?:lord|deputy|mayor|provost|chair|high|right)|none\b|nil\b)")
_COUNT_AT_END = re.compile(r"(?<=[A-Za-z.)\s])\d{1,3}\s*$")
SPEAKERS = re.compile(r"\b(?:speakers?|speaking|spoke|speak|representations?|objectors?|supporters?|petitioners?|applicant)\b", re.IGNORECASE)


@cache
def ways() -> dict[str, str]:
    """How people vote, each with the words for it; who cast no vote comes first, for "did not vote for"."""
    told = lexicon.load("decisions")["votes"]
    return {how: str(told[how]) for how in ("none", "for", "against", "abstained")}


@cache
def any_way() -> str:
    """All words for how people vote, as one alternative."""
    return "|".join(ways().values())


def how(words: str) -> str:
    """How those vote of whom words say it; two words of two languages may say the same; empty where they are none, or two that differ."""
    found = {next((way for way, told in ways().items() if re.fullmatch(told, part.strip(), re.IGNORECASE)), "") for part in re.split(r"\s*[/|]\s*", words)}
    return found.pop() if len(found) == 1 else ""


def on(words: str | None) -> str:
    """Whether words say that a vote is on the motion or on an amendment to it."""
    words = (words or "").casefold()
    if any(word in words for word in ("amendment", "gwelliant", "leasú")):
        return "amendment"
    return "motion" if re.search(r"motion|cynnig|\brún\b", words) else ""


@cache
def _head() -> re.Pattern[str]:
    """The head of a list of voters: "For (4):", "There voted against the amendment:", "Abstained from voting -", "Yn erbyn / Against"."""
    words = any_way()
    return re.compile(
        rf"(?:^|(?<=[\s.;,)(]))(?P<first>\d{{1,3}}\s+(?:(?:votes?|members?|councillors?)\s+)?(?=\S))?"
        rf"(?P<lead>{_WHO}?(?P<cast>{_CAST})?)"
        rf"(?P<way>(?:{words})(?:\s*/\s*(?:{words}))?)(?![\w'’])(?:\s+(?:from\s+)?voting)?"
        rf"(?P<of>{_OF}(?=\s*(?:[:–—(]|-|$|\d|were\b|was\b)))?(?P<n>{_N}(?!\d))?"
        rf"(?P<be>\s+(?:were|was|being|are)\b(?:\s+as\s+follows)?)?"
        rf"(?P<mark>\s*[:–—-]+(?P<after>\s*[(\[]?\d{{1,3}}(?![\d/%])(?:\s+votes?)?\s*[)\]]?)?)?[ ,|–—-]*(?P<opens>[(\[](?=\s*[^\W\d]))?",
        re.IGNORECASE | re.MULTILINE,
    )


_STUCK = re.compile(
    r"^(?P<way>For|Against|Abstain(?:ed)?|Abstentions?|Conflict\s+[Oo]f\s+Interests?|Not\s+[Vv]oting|Absent)(?=[A-Z][\w.'’]*[\s,.]?.*\d{1,3}\s*$)",
    re.MULTILINE,
)
_BARE = re.compile(
    r"^(?P<way>For|FOR|Against|AGAINST|In\s+[Ff]avour|Abstain(?:ed)?|Abstentions?|Ayes?|Noes)\s+(?=[A-Z][^\n]{2,2000}[\s\w.)]\d{1,3}\s*$)", re.MULTILINE
)


def find(text: str) -> list[Head]:
    """The heads of lists of voters in a text, in their order; none where it lists those who speak for and against a matter."""
    found: list[Head] = []
    for head in sorted((*_marked(text), *_unmarked(text)), key=lambda head: (head.start, -head.end)):
        if not found or head.start >= found[-1].end:
            found.append(head)
    return [] if found and SPEAKERS.search(text[: found[0].start]) else found


def _marked(text: str) -> Iterator[Head]:
    for match in _head().finditer(text):
        if (way := how(match["way"])) and _is_head(text, match):
            printed = match["n"] or match["after"] or match["first"]
            count = re.search(r"\d+", printed) if printed else None
            yield Head(way, on(match["of"]), int(count.group()) if count else None, match.start(), match.end(), match["way"])


def _is_head(text: str, match: re.Match[str]) -> bool:
    """Whether words that may be a head are one: they stand at the beginning of a line, or have a mark; a small "for" in a sentence is none."""
    before, behind = text[: match.start()].rstrip(" ("), text[match.end() :]
    at_start = not before or before.endswith("\n") or text[match.start() - 1] == "\n"
    last = not behind.strip(" .") or behind.lstrip(" ").startswith("\n")
    strong = bool(match["mark"] or match["be"] or match["opens"] or "(" in (match["n"] or ""))
    if match["of"] and not (match["cast"] or match["n"] or match["after"] or _MATTER.search(match["of"])):
        return False
    if match["way"].casefold() in {"no", "yes"} and not (strong or (at_start and last)):
        return False
    if match["lead"] and SPEAKERS.search(match["lead"]):
        return False
    if match["way"][0].islower() and not (match["lead"] or match["first"] or at_start or "(" in (match["n"] or "") or before[-1:] in ".;,:-"):
        return False
    if not (at_start or before[-1:] in ".;,:-–)" or match["way"][0].isupper() or match["lead"] or match["first"]):
        return False
    if last:
        return at_start or strong
    return bool(_NAMES_NEXT.match(behind)) and (strong or (at_start and bool(match["n"])) or (bool(match["after"])))


def _unmarked(text: str) -> Iterator[Head]:
    """Heads without any mark before a list with its number behind it: "For A Bell, C Dunn and R Hall 3", "ForA Bell and C Dunn2"."""
    for pattern in (_STUCK, _BARE):
        for match in pattern.finditer(text):
            yield Head(how(match["way"]), "", None, match.start(), match.end(), match["way"])


def alone(text: str) -> Head | None:
    """The head that a whole text is, as the cell at the head of a column or a row; None where it is none."""
    of, words = r"\s+(?:the\s+)?(?:motion|amendment)", any_way()
    pattern = rf"(?:votes?\s+|voted\s+|voting\s+)?(?P<way>(?:{words})(?:\s*/\s*(?:{words}))?)(?P<of>{of})?\W*(?P<n>\d{{1,3}})?\W*"
    match = re.fullmatch(pattern, text.strip(), re.IGNORECASE)
    if not match or not (way := how(match["way"])):
        return None
    return Head(way, on(match["of"]), int(match["n"]) if match["n"] else None, 0, len(text), match["way"])
