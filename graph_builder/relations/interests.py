"""A divided paper goes in; out come its declarations of interest: who declared it, in which body or matter, in which role, of which kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph_builder.language import people as persons
from graph_builder.language.names import Name, parse
from graph_builder.language.passages import Passage
from graph_builder.language.people import Person
from graph_builder.language.sentences import split
from graph_builder.language.surroundings import begins_with_kin
from graph_builder.paper import Item, Paper
from graph_builder.relations.motions import INITIALS

_KIND = (
    r"(?P<kind>(?:(?:other|disclosable|pecuniary|non-?\s?pecuniary|personal|prejudicial|registrable|registerable|non-?registrable"
    r"|non-?disclosable|significant|general|standing|ordinary|material|direct|indirect|financial|non-?financial|close|\(?DPI\)?|and|but|or|,)\s+)*)"
)
_DECLARED = re.compile(
    r"\b(?:(?:also\s+|each\s+|both\s+|verbally\s+)?(?:declared|disclosed|registered|made\s+(?:a\s+)?(?:declaration|disclosure)s?\s+of|stated"
    r"|recorded|notified|reported|indicated|advised|expressed|gave\s+notice\s+of|had|has)\s+(?:(?:that\s+)?(?:he|she|they)\s+(?:had|has|have)\s+)?)"
    rf"(?:an?\s+|his\s+|her\s+|their\s+|the\s+following\s+)?{_KIND}interests?\b",
    re.IGNORECASE,
)
# "KL declared that she was a governor of Vale Hospice", under the heading of interests.
_DECLARED_THAT = re.compile(
    r"\b(?:declared|stated|disclosed|noted|advised)(?=\s+that\s+(?:he|she|they)\s+(?:was|is|were|had|has|works?)\b)", re.IGNORECASE
)
_REASON = re.compile(
    r"(?:,|;)?\s*\b(?:as|because|since|in\s+that|due\s+to|by\s+virtue\s+of|by\s+reason\s+of|on\s+the\s+grounds?\s+(?:that|of)"
    r"|for\s+the\s+reason\s+that|owing\s+to|given\s+that|being|having|in\s+(?:his|her|their)\s+(?:capacity|role|position)\s+as)\b\s*",
    re.IGNORECASE,
)
_MATTER = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:in\s+relation\s+to|in\s+respect\s+of|in|regarding|relating\s+to|with\s+regard\s+to|with\s+respect\s+to"
    r"|concerning|on|for|under)\s+(?P<what>.+)",
    re.IGNORECASE,
)
_ITEM = re.compile(r"\b(?:agenda\s+)?(?:items?|minutes?)\s*(?:no\.?\s*|number\s*)?(\d{1,4}(?:/\d{1,4})?[a-z]?)\b", re.IGNORECASE)
_IS = re.compile(
    r"^(?:(?:he|she|they|it|who)\s+(?:(?:is|was|are|were|has\s+been|had\s+been|had|has)\s+(?:also\s+)?|(?=(?:serve|work|sit|sat)))"
    r"|(?:is|was|being)\s+)?(?:an?\s+|the\s+|both\s+)?",
    re.IGNORECASE,
)
# "Chair of Governors at Vale School" is chair of governors, at the school.
_ROLE = re.compile(
    r"(?P<role>[^,;]{2,90}?(?:\s+of\s+(?:the\s+)?(?:[Gg]overnors|[Tt]rustees|[Dd]irectors))?)"
    r"\s+(?:of|for|at|on|to|with|by|in|from)\s+(?:the\s+|a\s+|an\s+)?(?P<where>(?:[A-Z0-9]|local\b).*)"
)
_NOT = re.compile(
    r"\b(?:no|not|nor|none|any)\b[^.]{0,30}?\b(?:interests?|declarations?)\b|\binterests?\s+(?:were|was)\s+not\b|\bdid\s+not\b", re.IGNORECASE
)
# "was advised by the Legal Adviser that this was not an interest".
_NONE = re.compile(
    r"\b(?:this|that|it|which|these)\s+(?:was|is|were|are|did|does|would)\s+not\s+(?:be\s+|constitute\s+|amount\s+to\s+)?(?:an?\s+)?(?:[\w-]+\s+){0,3}interests?\b",
    re.IGNORECASE,
)
# Where the words of an interest end: the next sentence, or what its declarant did.
_OVER = re.compile(
    r"(?<!\bSt)\.\s+(?=[A-Z])|(?:,?\s+and)?\s+(?:left|withdrew|retired|took\s+no|did\s+not|would|remained|therefore)\b"
)
_APART = re.compile(r",\s+(?:which|who|and\s+(?:left|would|took))\b")
_NEXT = re.compile(r"\s*[,;]\s*(?:and\s+)?|\s+and\s+(?=(?:an?\s+|the\s+)?(?:[A-Z]?[a-z-]+\s+){1,4}(?:of|for|at|on)\s+(?:the\s+)?[A-Z])")
_DASHED = re.compile(r"^(?P<who>[^–—:-]{4,80}?(?:-[A-Z][^–—:-]*)?)\s*(?:[–—:]|\s-|-\s)\s*(?P<what>\S.{3,})$", re.DOTALL)
_NUMBER = re.compile(r"^(?:(?:agenda\s+)?items?\s*(?:no\.?)?\s*\d+(?:/\d+)?\s*[-–—:,]?|\d{1,4}/\d{1,4}\s*[-–—:,])\s*", re.IGNORECASE)
_BODY_FIRST = re.compile(r"(?:(?:agenda\s+)?item\s+\d+\s*[-–—:,]\s*)?(?P<where>[A-Z][^,]{2,80}),\s+(?:an?\s+)?(?P<role>[a-z][^,.]{2,60})\.?")


@dataclass(frozen=True, slots=True)
class Interest:
    """One declared interest: who, in what, in which role, of which kind, the item's number where it is named, and the words that tell it."""

    person: Person
    passage: Passage
    organisation: str
    role: str
    kind: str
    number: str
    item: Item
    """The item under which it is told."""


def find(paper: Paper) -> Iterator[Interest]:
    """The interests that a paper tells: lists under "Declarations of interest" and sentences anywhere."""
    for item in paper.items:
        listed = bool(re.search(r"\binterests?\b", item.title.text, re.IGNORECASE))
        for paragraph in item.paragraphs:
            passage = paragraph.passage
            if "interest" in passage.text.casefold() or (listed and _DECLARED_THAT.search(passage.text)):
                for sentence in split(passage.text):
                    yield from _sentence(passage.cut(sentence.start, sentence.end), item, listed=listed)
            elif listed:
                yield from _line(passage, item, cells=paragraph.cells)


def _sentence(passage: Passage, item: Item, *, listed: bool) -> Iterator[Interest]:
    """The interests that a sentence tells; under a heading of interests, a sentence may be a line of a list."""
    text = passage.text
    match = _DECLARED.search(text) or (_DECLARED_THAT.search(text) if listed else None)
    if match is None and listed:
        yield from _line(passage, item, cells=())
    if match is None or _NOT.search(text[: match.end()]) or _NONE.search(text):
        return
    kind = " ".join((match.groupdict().get("kind") or "").replace(",", " ").split())
    rest = text[match.end() :]
    for organisation, role in _particulars(rest):
        for person in _declarants(text, match.start())[-4:]:
            yield Interest(person, passage, organisation, role, kind, _item_number(rest), item)


def _declarants(text: str, before: int) -> list[Person]:
    """The people named before the words that declare."""
    named = [person for person in persons.find(text) if person.end <= before + 1]
    return named or _plural(text[:before]) or _initials(text[:before])


def _initials(text: str) -> list[Person]:
    """Initials that stand for somebody at the head of a sentence."""
    match = re.match(rf"\s*({INITIALS.pattern})\s+$", text)
    return [Person(Name(match[1], surname=match[1]), match.start(1), match.end(1), True)] if match else []


def _plural(text: str) -> list[Person]:
    """The people in "Councillors Smith and Jones"."""
    match = re.search(r"\b(?:Councillors|Cllrs?\.?|Messrs)\s+(?P<list>[A-Z].*?)\s*$", text)
    if not match:
        return []
    start = match.start("list")
    parts = re.finditer(r"[^,&]+?(?=\s*(?:,|\band\b|&|$))", match["list"])
    named = ((parse(re.sub(r"^\s*and\s+", "", part.group()), bare=True), part) for part in parts)
    return [Person(name, start + part.start(), start + part.end(), True) for name, part in named if name]


def _item_number(text: str) -> str:
    match = _ITEM.search(text)
    return match[1] if match else ""


def _particulars(rest: str) -> Iterator[tuple[str, str]]:
    """The pairs of body (or matter) and role in what follows "declared an interest"."""
    rest = re.sub(r"^\s+that\s+(?=(?:he|she|they)\b)", " as ", rest)
    rest = _OVER.split(rest)[0].strip(" .")
    reason = _REASON.search(rest)
    matter = _MATTER.match(rest[: reason.start()] if reason else rest)
    what = matter["what"].strip(" ,.") if matter else ""
    pairs = _roles(rest[reason.end() :]) if reason else []
    if any(where for where, _ in pairs):
        yield from pairs
    elif reason:
        why = rest[reason.end() :].strip(" ,.")
        # "as his brother, Mark Bell, was employed there": what a relative is, is no role of the declarant.
        yield what or why, why if begins_with_kin(why) or not pairs else pairs[0][1]
    elif what:
        yield what, ""


def _roles(text: str) -> list[tuple[str, str]]:
    """Pairs of body and role: "Chair of X, Trustee of Y and Member of Z"; a piece without a role belongs to the body before it."""
    found: list[tuple[str, str]] = []
    for piece in _NEXT.split(_APART.split(text)[0].strip(" .,")):
        bare = _IS.sub("", piece, count=1).strip()
        match = _ROLE.fullmatch(bare)
        if match and len(match["role"].split()) <= 12:
            found.append((match["where"].strip(" .,-–—"), match["role"].strip(" .,")))
        elif found and found[-1][0] and piece and piece[0].isupper():
            where, role = found.pop()
            found.append((f"{where}, {piece}", role))
        elif not found and bare:
            found.append(("", bare))
    return found


def _line(passage: Passage, item: Item, *, cells: tuple[Passage, ...]) -> Iterator[Interest]:
    """A line of a list: `Councillor Duffy – Independent Chair of WANDS Children's Centre`."""
    who, what = _halves(passage, cells)
    person = next(persons.find(who), None)
    if person is None or len(who) > len(person.name.printed) + 30:
        return
    pairs = [pair for pair in _roles(_OVER.split(_NUMBER.sub("", what))[0]) if pair[0]]
    body_first = _BODY_FIRST.fullmatch(what)
    if body_first and not pairs:
        pairs = [(body_first["where"], body_first["role"])]
    for organisation, role in pairs or [(what.strip(" ."), "")]:
        yield Interest(person, passage, organisation, role, "", _item_number(what), item)


def _halves(passage: Passage, cells: tuple[Passage, ...]) -> tuple[str, str]:
    """The declarant and the interest of a line or a row; two empty texts where it is none."""
    if len(cells) >= 2 and parse(cells[0].text, bare=True):
        return cells[0].text, " – ".join(cell.text for cell in cells[1:] if cell.text)
    match = _DASHED.match(passage.text)
    return (match["who"], match["what"]) if match else ("", "")
