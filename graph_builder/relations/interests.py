"""Declarations of interest: who declared it, in which body or matter, in which role, of which kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph_builder.language import people as persons
from graph_builder.language.names import Name, parse
from graph_builder.language.passages import Passage
from graph_builder.language.people import Person
from graph_builder.language.sentences import split
from graph_builder.paper import Item, Paper

_DECLARED = re.compile(r"\b(?:(?:also\s+|each\s+|both\s+|verbally\s+)?(?:declared|disclosed|registered|made\s+(?:a\s+)?(?:declaration|disclosure)s?\s+of|stated|recorded|notified|reported|indicated|advised|expressed|gave\s+notice\s+of|had|has)\s+(?:(?:that\s+)?(?:he|she|they)\s+(?:had|has|have)\s+)?)(?:an?\s+|his\s+|her\s+|their\s+|the\s+following\s+)?(?P<kind>(?:(?:other|disclosable|pecuniary|non-?\s?pecuniary|personal|prejudicial|registrable|registerable|non-?registrable|non-?disclosable|significant|general|standing|ordinary|material|direct|indirect|financial|non-?financial|close|\(?DPI\)?|and|but|or|,)\s+)*)interests?\b", re.IGNORECASE)
_REASON = re.compile(r"(?:,|;)?\s*\b(?:as|because|since|in\s+that|due\s+to|by\s+virtue\s+of|by\s+reason\s+of|on\s+the\s+grounds?\s+(?:that|of)|for\s+the\s+reason\s+that|owing\s+to|given\s+that|being|having|in\s+(?:his|her|their)\s+(?:capacity|role|position)\s+as)\b\s*", re.IGNORECASE)
_MATTER = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:in|regarding|relating\s+to|in\s+relation\s+to|in\s+respect\s+of|with\s+regard\s+to|with\s+respect\s+to|concerning|on|for|under)\s+(?P<what>.+)", re.IGNORECASE)
_ITEM = re.compile(r"\b(?:agenda\s+)?(?:items?|minutes?)\s*(?:no\.?\s*|number\s*)?(\d{1,4}(?:/\d{1,4})?[a-z]?)\b", re.IGNORECASE)
_IS = re.compile(r"^(?:(?:he|she|they|it|who)\s+(?:is|was|are|were|has\s+been|had\s+been|had|has|serves?|served|works?|worked|sits|sat)\s+(?:also\s+)?|(?:is|was|being)\s+)?(?:an?\s+|the\s+|both\s+)?", re.IGNORECASE)
_ROLE = re.compile(r"(?P<role>[^,;]{2,90}?)\s+(?:of|for|at|on|to|with|by|in|from)\s+(?:the\s+|a\s+|an\s+)?(?P<where>(?:[A-Z0-9]|local\b).*)")
_NOT = re.compile(r"\b(?:no|not|nor|none|any)\b[^.]{0,30}?\b(?:interests?|declarations?)\b|\binterests?\s+(?:were|was)\s+not\b|\bdid\s+not\b", re.IGNORECASE)
_DASHED = re.compile(r"^(?P<who>[^–—:-]{4,80}?(?:-[A-Z][^–—:-]*)?)\s*(?:[–—:]|\s-|-\s)\s*(?P<what>\S.{3,})$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Interest:
    """One declared interest, with the passage that tells it."""

    person: Person
    passage: Passage
    organisation: str
    role: str
    kind: str
    item: str
    about: Item | None


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
    text = passage.text
    match = _DECLARED.search(text) or (_DECLARED_THAT.search(text) if listed else None)
    if not match or _NOT.search(text[: match.end()]):
        if listed and not match:
            yield from _line(passage, item, cells=())
        return
    declarants = [p for p in persons.find(text) if p.end <= match.start() + 1] or _plural(text[: match.start()]) or _initials(text[: match.start()])
    kind = " ".join((match.groupdict().get("kind") or "").replace(",", " ").split())
    rest = text[match.end() :]
    for organisation, role in _particulars(rest):
        number = _ITEM.search(rest)
        for person in declarants[-4:]:
            yield Interest(person, passage, organisation, role, kind, number[1] if number else "", item)


# "KL declared that she was a governor of Vale Hospice", under the heading of interests.
_DECLARED_THAT = re.compile(r"\b(?:declared|stated|disclosed|noted|advised)(?=\s+that\s+(?:he|she|they)\s+(?:was|is|were|had|has|works?)\b)", re.IGNORECASE)


def _initials(text: str) -> list[Person]:
    """Initials that stand for somebody at the head of a sentence."""
    match = re.match(r"\s*([A-Z]{2,4}[a-z]?)\s+$", text)
    return [Person(Name(match[1], surname=match[1]), match.start(1), match.end(1), True)] if match else []


def _plural(text: str) -> list[Person]:
    """The people in "Councillors Smith and Jones"."""
    match = re.search(r"\b(?:Councillors|Cllrs?\.?|Messrs)\s+(?P<list>[A-Z].*?)\s*$", text)
    if not match:
        return []
    found = []
    for part in re.finditer(r"[^,&]+?(?=\s*(?:,|\band\b|&|$))", match["list"]):
        name = parse(re.sub(r"^\s*and\s+", "", part.group()), bare=True)
        if name:
            found.append(Person(name, match.start("list") + part.start(), match.start("list") + part.end(), True))
    return found


def _particulars(rest: str) -> Iterator[tuple[str, str]]:
    """The pairs of body (or matter) and role in what follows "declared an interest"."""
    rest = re.sub(r"^\s+that\s+(?=(?:he|she|they)\b)", " as ", rest)
    rest = re.split(r"(?<!\bSt)\.\s+(?=[A-Z])|(?:,?\s+and)?\s+(?:left|withdrew|retired|took\s+no|did\s+not|would|remained|therefore)\b", rest)[0].strip(" .")
    reason = _REASON.search(rest)
    matter = _MATTER.match(rest[: reason.start()] if reason else rest)
    what = matter["what"].strip(" ,.") if matter else ""
    pairs = list(_roles(rest[reason.end() :])) if reason else []
    if pairs and any(where for where, _ in pairs):
        yield from pairs
    elif reason:
        yield what or rest[reason.end() :].strip(" ,."), pairs[0][1] if pairs else rest[reason.end() :].strip(" ,.")
    elif what:
        yield from _matter_roles(what)


def _matter_roles(what: str) -> Iterator[tuple[str, str]]:
    yield what, ""


def _roles(text: str) -> Iterator[tuple[str, str]]:
    """Pairs of body and role: "Chair of X, Trustee of Y and Member of Z"; a piece without a role belongs to the body before it."""
    text = re.split(r",\s+(?:which|who|and\s+(?:left|would|took))\b", text)[0]
    pieces = re.split(r"\s*[,;]\s*(?:and\s+)?|\s+and\s+(?=(?:an?\s+|the\s+)?(?:[A-Z]?[a-z-]+\s+){1,4}(?:of|for|at|on)\s+(?:the\s+)?[A-Z])", text.strip(" .,"))
    found: list[list[str]] = []
    for piece in pieces:
        bare = _IS.sub("", piece, count=1).strip()
        match = _ROLE.fullmatch(bare)
        if match and len(match["role"].split()) <= 12:
            found.append([match["where"].strip(" .,"), match["role"].strip(" .,")])
        elif found and piece and piece[0].isupper():
            found[-1][0] += f", {piece}"
        elif not found and bare:
            found.append(["", bare])
    yield from ((where, role) for where, role in found)


def _line(passage: Passage, item: Item, *, cells: tuple[Passage, ...]) -> Iterator[Interest]:
    """A line of a list: `Councillor Duffy – Independent Chair of WANDS Children's Centre`."""
    text = passage.text
    if len(cells) >= 2 and (parse(cells[0].text, bare=True)):
        who, what = cells[0].text, " – ".join(cell.text for cell in cells[1:] if cell.text)
    else:
        match = _DASHED.match(text)
        if not match:
            return
        who, what = match["who"], match["what"]
    person = next(persons.find(who), None)
    if person is None or len(who) > len(person.name.printed) + 30:
        return
    number = _ITEM.search(what)
    pairs = [pair for pair in _roles(re.sub(r"^(?:agenda\s+)?items?\s*(?:no\.?)?\s*\d+\s*[-–—:,]?\s*", "", what, flags=re.IGNORECASE)) if pair[0]]
    body_first = re.fullmatch(r"(?:(?:agenda\s+)?item\s+\d+\s*[-–—:,]\s*)?(?P<where>[A-Z][^,]{2,80}),\s+(?:an?\s+)?(?P<role>[a-z][^,.]{2,60})\.?", what)
    if body_first and not pairs:
        pairs = [(body_first["where"], body_first["role"])]
    for organisation, role in pairs or [(what.strip(" ."), "")]:
        yield Interest(person, passage, organisation, role, "", number[1] if number else "", item)
