"""The post or body that stands beside a name: behind a comma or in brackets, in front of it, or on the next line."""

from __future__ import annotations

import re
from functools import cache

from graph_builder import lexicon
from graph_builder.language import bodies, people
from graph_builder.language.people import Person
from graph_builder.paper import Paragraph

_STOPS = r"(?=\s*(?:\)|[.;](?:\s|$)|$|,\s*(?:who|which|had|was|has|and\s+(?:the|mr|mrs|ms|dr|cllr|councillor)|introduced|presented|gave|to\b|led\b)|\s+(?:\(|who\b|introduced\b|presented\b|gave\b|was\b|were\b|had\b|has\b|attended\b|informed\b|advised\b|reported\b|outlined\b|explained\b|provided\b|updated\b|delivered\b|and\s+(?:Mr|Mrs|Ms|Dr|Cllr|Councillor)\b|as\b|at which\b|will\b|would\b|said\b|stated\b|told\b|Tel\b|Email\b|tel:|[\w.]+@)))"
_BEHIND = re.compile(r"\s*(?:,\s*(?:the\s+|our\s+|an?\s+|one\s+of\s+)?|\s[-–—]\s|\(\s*(?:the\s+)?)(?P<post>[^.;()]{3,160}?)" + _STOPS, re.IGNORECASE)
_NEXT = re.compile(r"\s*(?P<post>[^.;()]{3,120}?)" + _STOPS, re.IGNORECASE)
_MP = re.compile(r"\s+for\s+(?:the\s+)?(?P<seat>[A-Z][\w'&-]*(?:\s+(?:and\s+|of\s+|upon\s+)?[A-Z][\w'&-]*){0,4})")
_FRONT = re.compile(r"(?:^|[\s(])(?:the|our|its|their|by|to|from|with)\s+(?P<post>(?:[a-zA-Z][\w'&/-]*,?\s+){0,11}[a-zA-Z][\w'&/-]*)(?:,|\s*[-–:])?\s*$", re.IGNORECASE)
_NAMED_AS = re.compile(r"\s+as\s+(?:the\s+|a\s+|an\s+|its\s+)?(?P<post>[^.,;()]{3,80}?)" + _STOPS)
_VERBS = re.compile(r"\b(?:declared|seconded|proposed|agreed|asked|that|there|this|it|we|he|she|they|is|are|be|been|was|were|had|has|said|thanked|welcomed|noted|elected|requested|invited|apologies|received|minutes)\b", re.IGNORECASE)


@cache
def _post_words() -> re.Pattern[str]:
    roles = lexicon.load("roles")
    return re.compile(f"{roles['officer_words']}|{roles['cabinet_words']}|\\b(?:{roles['chair']}|governor|trustee|leader|member|mayor|mp|inspector|hmi|representative|minister|bishop|headteacher|principal|president|professor|gp|nurse|constable|sergeant)s?\\b", re.IGNORECASE)


def line_ends(paragraph: Paragraph) -> frozenset[int]:
    """Where the lines of a paragraph end in its joined text, but for those that run to the full width."""
    ends, at = set(), 0
    width = max((len(line.text) for line in paragraph.lines), default=0)
    for line in paragraph.lines:
        at += len(line.text)
        if len(line.text) < max(0.7 * width, 30) or width < 60:
            ends.add(at)
        at += 1
    return frozenset(ends)


def beside(text: str, person: Person, ends: frozenset[int]) -> tuple[str, int, int] | None:
    """The post beside a name and where it stands, or None."""
    if "MP" in person.name.honours.replace(".", "").split():
        seat = _MP.match(text, person.end)
        return (f"MP for {seat['seat']}", person.end, seat.end()) if seat else ("MP", person.start, person.end)
    behind = _BEHIND.match(text, person.end)
    if behind and (found := _post(text, behind.start("post"), behind["post"])) and (person.sure or _post_words().search(found[0])):
        return found
    named = _NAMED_AS.match(text, person.end)
    if named and re.search(r"\b(?:appointed|nominated|elected|named|designated)\b", text[max(0, person.start - 60) : person.start], re.IGNORECASE) and (found := _post(text, named.start("post"), named["post"])):
        return found
    slash = re.match(r"\s*/\s*", text[person.end :])
    if slash and (other := next(people.find(text[person.end :]), None)) and other.start == slash.end():
        moved = Person(person.name, person.start, person.end + other.end, True)
        return beside(text, moved, ends)
    contact = bool(re.search(r"(?:/|\b(?:contact|officer|author|clerk)\w*(?:\s+\w+)?\s*:)\s*$", text[: person.start], re.IGNORECASE)) or "/" in text[person.start : person.end]
    below = _NEXT.match(text, person.end, _line_end(person.end, ends, len(text))) if person.end in ends or contact else None
    if below and (found := _post(text, below.start("post"), below["post"])):
        return found
    return _in_front(text, person)


def _line_end(at: int, ends: frozenset[int], length: int) -> int:
    """Where the line after a place ends."""
    return min((end for end in ends if end > at), default=length)


def _post(text: str, start: int, words: str) -> tuple[str, int, int] | None:
    """The words as a post, or as the name of a body that somebody is from; None where they are neither."""
    post = re.sub(r"\s+(?:and|or|&)$", "", words.strip(" ,"))
    first = next(people.find(post), None)
    if first is not None and not (_post_words().search(post[: first.start]) is None and first.start == 0):
        post = re.sub(r"\s+(?:and|&)$|,\s*$", "", post[: first.start].rstrip(" ,"))
    head = " ".join(post.split()[:9])
    if not post or len(post.split()) > 18 or _VERBS.search(post):
        return None
    if _post_words().search(head):
        return post, start, start + len(post)
    body = next(bodies.find(post), None)
    return (body.name, start, start + body.end) if body is not None and body.start <= 4 else None


_RANK = re.compile(r"(?P<post>(?:[A-Z][\w'&/-]*\s+(?:(?:of|for|and)\s+)?){1,7})$")


def _in_front(text: str, person: Person) -> tuple[str, int, int] | None:
    """The post in "the chairman of the group, Councillor Norman" or "Watch Manager Priya Nair"."""
    rank = _RANK.search(text[max(0, person.start - 90) : person.start])
    if rank and len(rank["post"].split()) >= 2 and _post_words().search(rank["post"].split()[-1]) and not person.name.title:
        start = max(0, person.start - 90) + rank.start("post")
        return rank["post"].strip(), start, start + len(rank["post"].strip())
    front = _FRONT.search(text[max(0, person.start - 120) : person.start])
    if front is None:
        return None
    post = front["post"].strip(" ,")
    shift = max(0, person.start - 120)
    comma = text[: person.start].rstrip().endswith((",", "-", "–", ":"))
    capital = sum(word[0].isupper() for word in post.split()) >= (len(post.split()) + 1) // 2
    if not (comma or capital) or _VERBS.search(post) or len(post.split()) > 12 or not _post_words().search(post) or next(people.find(post), None):
        return None
    return post, shift + front.start("post"), shift + front.start("post") + len(post)
