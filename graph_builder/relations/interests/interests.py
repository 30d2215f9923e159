"""A divided paper goes in; out come its declarations of interest: who declared it, in which body or matter, in which role, of which kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from graph_builder.language import people as persons
from graph_builder.language.names import Name, parse
from graph_builder.language.passages import Passage
from graph_builder.language.people import Person
from graph_builder.language.sentences import split
from graph_builder.paper import Item, Paper, Paragraph
from graph_builder.relations.decisions.motions import INITIALS
from graph_builder.relations.interests import interest_lists
from graph_builder.relations.interests.interest_words import ITEM_WORDS, KIND, before_the_end, item_number, particulars, tidy_kind

_DECLARED = re.compile(
    r"\b(?:(?:also\s+|each\s+|both\s+|all\s+|verbally\s+)?(?:declared|disclosed|registered|made\s+(?:a\s+)?(?:declaration|disclosure)s?\s+of|stated"
    r"|recorded|notified|reported|indicated|advised|expressed|gave\s+notice\s+of|wish(?:ed|es)\s+to\s+declare|had|has)\s+(?:(?:that\s+)?(?:he|she|they)\s+(?:had|has|have)\s+)?)"
    rf"(?:an?\s+|his\s+|her\s+|their\s+|the\s+following\s+)?[‘'\"“]?(?:conflicts?\s+of\s+)?{KIND}interests?\b[’'\"”]?",
    re.IGNORECASE,
)
# "KL declared that she was a governor of Vale Hospice", under the heading of interests.
_DECLARED_THAT = re.compile(
    r"\b(?:declared|stated|disclosed|noted|advised|indicated|informed\s+the\s+(?:panel|committee|meeting|board|council|members|forum)"
    r"|(?:wished|asked|requested)\s+(?:it\s+)?(?:to\s+be\s+)?(?:recorded|noted|minuted)|made\s+it\s+known)"
    r"(?=\s+that\s+(?:he|she|they)\s+(?:was|is|were|had|has|works?|knew|knows|owned|owns|lived|lives|sat|sits|served|serves|held|holds|received|chaired)\b"
    r"(?!\s+(?:not|no|nothing|never)\b))",
    re.IGNORECASE,
)
# "A personal interest was received from Councillor Williams on item 8".
_FROM = re.compile(
    rf"\b{KIND}interests?\s+(?:(?:was|were|had\s+been|have\s+been)\s+)(?:also\s+)?(?:declared|received|disclosed|made|registered|noted|given)\s+(?:by|from)\s+"
    r"(?:the\s+(?:chair\w*|mayor|leader|convener|provost),?\s+)?",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:no|not|nor|none|any)\b[^.]{0,30}?\b(?:interests?|declarations?)\b|\binterests?\s+(?:were|was)\s+not\b|\bdid\s+not\b", re.IGNORECASE)
# "a personal but not prejudicial interest" is one all the same.
_BUT_NOT = re.compile(r"\bbut\s+(?:is\s+)?(?:a\s+)?(?:not|non)\b(?:\s+an?)?(?=[\s-]+(?:prejudicial|pecuniary|disclosable))", re.IGNORECASE)
# "..., and a prejudicial interest in item 8": one more interest of those who declared the one before.
_ONE_MORE = re.compile(
    rf"(?:,|;)?\s+(?:and|plus|together\s+with)\s+(?:also\s+)?(?:(?:declared|disclosed)\s+)?an?\s+[‘'\"“]?(?=[\w-]+\s+[^.;]{{0,60}}interests?\b){KIND}interests?\b[’'\"”]?(?=\s+(?:in|as|by|on|for))",
    re.IGNORECASE,
)
# "was advised by the Legal Adviser that this was not an interest".
_NONE = re.compile(
    r"\binterests?\s+(?:in|at)\s+(?:the|an?)\s+(?:previous|last|earlier)\s+meeting\b|\b(?:this|that|it|which|these)\s+(?:was|is|were|are|did|does|would)\s+not\s+(?:be\s+|constitute\s+|amount\s+to\s+)?(?:an?\s+)?(?:[\w-]+\s+){0,3}interests?\b",
    re.IGNORECASE,
)
_HEADING = re.compile(r"\binterests?\b", re.IGNORECASE)
_VERB = re.compile(r"\b(?:declared?|was|were|is|are|had|has|must|should|may|asked|invited|reminded|will)\b", re.IGNORECASE)
# "Item 4.2 – Members' motions", above the declarations of those who have an interest in it.
_OF_ITEM = re.compile(rf"\W*(?P<item>{ITEM_WORDS})(?:\s*[-–—:,.]\s*[A-Z].{{0,150}})?\W*", re.IGNORECASE)
_LEADING_ITEM = re.compile(rf"\W*(?P<item>{ITEM_WORDS})\s*[.:–-]\s+(?=[A-Z])", re.IGNORECASE)  # "Agenda Item 15. Cllrs Hall and Dunn declared"
_SENTENCE: Final = 14
"""How many words a line above the items may have that is a heading."""

# What may stand between whoever declares and the words that declare: what they are, in brackets or between commas, and "each".
_BESIDE = re.compile(
    r"\s*(?:\([^()]{0,80}\)\s*)?(?:,\s+(?:recognising|noting|acknowledging|for\s+transparency)\b[^.;]{1,160},\s*|(?:,[^,.;]{1,60}){1,3},\s*)?,?\s*(?:(?:all|each|both|also|similarly|then|further|subsequently|verbally|again|either)\s*)*"
)
_NEAR: Final = 45
# Words in between that tell of somebody or something else.
_ANOTHER = re.compile(
    r"\b(?:that|whether|if|the\s+(?:chair|mayor|clerk|leader|deputy|vice|convener|member|councillor|officer)\w*|he|she|they|who|noted|said|asked|moved|seconded|proposed)\b",
    re.IGNORECASE,
)
# "Cllr Hall as a member of Vale Council declared a personal interest": what somebody is stands before the words that declare.
_AS_WHAT = re.compile(r",?\s+(?P<reason>(?:as|being)\s+(?:an?\s+|the\s+)[a-z][^.;:]{2,120}?),?\s+(?:also\s+)?$")
_JOINED = re.compile(r"\s*(?:\([^()]{0,80}\)\s*)?(?:,\s*(?:and\s+)?|and\s+|&\s*|,\s*&\s*)(?:also\s+|by\s+|from\s+)?")
_AND = re.compile(r"\band\b|&")
_MANY = re.compile(r"\b(?:both|each|all|they|members)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Interest:
    """One declared interest: who, in what, in which role, of which kind, the item's number where it is named, and the words that tell it."""

    person: Person
    passage: Passage
    organisation: str
    role: str
    kind: str
    number: str
    item: Item | None
    """The item under which it is told; None before the first one."""


@dataclass(frozen=True, slots=True)
class _Declaration:
    """Who declared, where the words that tell in what begin and end in a sentence, and the kind of interest."""

    people: Sequence[Person]
    start: int
    end: int
    kind: str
    reason: str = ""


def find(paper: Paper) -> Iterator[Interest]:
    """The interests that a paper tells: lists under "Declarations of interest" and sentences anywhere."""
    yield from _before_the_items(paper)
    for item in paper.items:
        listed = bool(_HEADING.search(item.title.text))
        yield from _under(item.paragraphs, item, listed=listed)


def _before_the_items(paper: Paper) -> Iterator[Interest]:
    """The interests told where a paper has no items, as on the page of a single one."""
    listed = False
    under: list[Paragraph] = []
    for paragraph in paper.preamble:
        text = paragraph.passage.text
        if len(text.split()) <= _SENTENCE and not _VERB.search(text) and not interest_lists.is_line(paragraph):
            yield from _under(under, None, listed=listed)
            under = []
            listed = bool(_HEADING.search(text)) or (listed and text.rstrip(" :").casefold() in {"minutes", "decision"})
        else:
            under.append(paragraph)
    yield from _under(under, None, listed=listed)


def _under(paragraphs: Sequence[Paragraph], item: Item | None, *, listed: bool) -> Iterator[Interest]:
    """The interests of some paragraphs; those `listed` stand under a heading of interests."""
    of_list = interest_lists.Reader()
    number = ""
    for paragraph in paragraphs:
        passage = paragraph.passage
        heading = _OF_ITEM.fullmatch(passage.text.strip()) if listed and not _HEADING.search(passage.text) else None
        if heading and next(persons.find(passage.text), None) is None:
            number = item_number(heading["item"])
            continue
        leading = _LEADING_ITEM.match(passage.text)
        above = item_number(leading["item"]) if leading else number
        for interest in _paragraph(paragraph, of_list, item, listed=listed):
            yield replace(interest, number=interest.number or above)


def _paragraph(paragraph: Paragraph, of_list: interest_lists.Reader, item: Item | None, *, listed: bool) -> Iterator[Interest]:
    """The interests of a paragraph: rows and lines of a list, else sentences."""
    passage = paragraph.passage
    rows = list(of_list.take(paragraph)) if listed else []
    for row in rows:
        yield Interest(row.person, passage, row.organisation, row.role, row.kind, row.number, item)
    if not rows and (listed or "interest" in passage.text.casefold()):
        for sentence in split(passage.text):
            yield from _sentence(passage.cut(sentence.start, sentence.end), item, listed=listed)


def _sentence(passage: Passage, item: Item | None, *, listed: bool) -> Iterator[Interest]:
    """The interests that a sentence tells; under a heading of interests, a sentence may be a line of a list."""
    text = passage.text
    declared = list(_declarations(text, listed=listed))
    if declared:
        told = () if _NONE.search(text) else declared
    elif passive := _FROM.search(text):
        yield from _received(passage, passive, item)
        return
    else:
        told = ()
        for row in interest_lists.lines(passage) if listed else ():
            yield Interest(row.person, passage, row.organisation, row.role, row.kind, row.number, item)
    for declaration in told:
        rest = text[declaration.start : declaration.end]
        rest = f"{before_the_end(rest).strip(' .')}, {declaration.reason}" if declaration.reason else rest
        yield from _each(passage, declaration.people, rest, kind=declaration.kind, item=item)


def _declarations(text: str, *, listed: bool) -> Iterator[_Declaration]:
    """The declarations of a sentence: "Councillor Hall declared ... and a prejudicial interest in ..., and Councillor Dunn declared ..."."""
    first = _DECLARED.search(text) or (_DECLARED_THAT.search(text) if listed else None)
    if first is None:
        return
    as_what = _AS_WHAT.search(text, 0, first.start())
    named = [person for person in persons.find(text) if as_what and person.end == as_what.start()]
    if as_what and named and not _NOT.search(text[: first.end()]):
        yield _Declaration(named[-1:], first.end(), len(text), tidy_kind(first.groupdict().get("kind") or ""), as_what["reason"])
        return
    matches = [first, *(match for match in _DECLARED.finditer(text, first.end()))]
    people = [_declarants(text, match.start(), after=previous.end() if previous else 0) for previous, match in zip([None, *matches], matches, strict=False)]
    begun = [(match, who) for match, who in zip(matches, people, strict=True) if who or match is first]
    for number, (match, who) in enumerate(begun):
        following = begun[number + 1][1][0].start if number + 1 < len(begun) else len(text)
        if _NOT.search(_BUT_NOT.sub("", text[begun[number - 1][0].end() if number else 0 : match.end()])):
            continue
        more = list(_ONE_MORE.finditer(text, match.end(), following))
        for said, stop in zip([match, *more], [*(found.start() for found in more), following], strict=True):
            yield _Declaration(who, said.end(), stop, tidy_kind(said.groupdict().get("kind") or ""))


def _each(passage: Passage, people: Sequence[Person], rest: str, *, kind: str, item: Item | None) -> Iterator[Interest]:
    for organisation, role in particulars(rest):
        for person in people:
            yield Interest(person, passage, organisation, role, kind, item_number(rest), item)


def _received(passage: Passage, match: re.Match[str], item: Item | None) -> Iterator[Interest]:
    """The interests in "a personal interest was received from Councillors Hall and Dunn on item 8"."""
    text = passage.text
    people: list[Person] = []
    for person in persons.find(text):
        if person.start >= match.end() and (_JOINED.fullmatch(text, people[-1].end, person.start) if people else person.start == match.end()):
            people.append(person)
    if people and not _NOT.search(text[: match.end()]):
        yield from _each(passage, people, text[people[-1].end :], kind=tidy_kind(match["kind"]), item=item)


def _declarants(text: str, before: int, *, after: int) -> list[Person]:
    """The people named right before the words that declare, behind the place `after`: the last one, and those joined with it by commas and "and"."""
    named = [person for person in persons.find(text) if after <= person.start and person.end <= before + 1]
    if not named:
        return [] if after else _plural(text[:before]) or _initials(text[:before])
    last = named.pop()
    between = text[last.end : before]
    if not _BESIDE.fullmatch(between) and (len(between) > _NEAR or "," in between or _ANOTHER.search(between)):
        return []
    chain = [last]
    while named and _JOINED.fullmatch(text, named[-1].end, chain[0].start):
        chain.insert(0, named.pop())
    if len(chain) > 1 and not (_AND.search(text[chain[-2].end : chain[-1].start]) or _MANY.search(text[last.end :][:60])):
        return [last]  # "Following Councillor Hall, Councillor Dunn declared"
    return chain


def _initials(text: str) -> list[Person]:
    """Initials that stand for somebody at the head of a sentence."""
    match = re.match(rf"\s*({INITIALS.pattern})\s+$", text)
    return [Person(Name(match[1], surname=match[1]), match.start(1), match.end(1), True)] if match else []


def _plural(text: str) -> list[Person]:
    """The people in "Councillors Smith and Jones"."""
    match = re.search(r"\b(?:Councillors|Cllrs?\.?|Messrs)\s+(?P<list>[A-Z].{0,300}?)\s*$", text)
    if not match:
        return []
    start = match.start("list")
    parts = re.finditer(r"[^,&]+?(?=\s*(?:,|\band\b|&|$))", match["list"])
    named = ((parse(re.sub(r"^\s*and\s+", "", part.group()), bare=True), part) for part in parts)
    return [Person(name, start + part.start(), start + part.end(), True) for name, part in named if name]
