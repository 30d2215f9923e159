"""The paragraphs of an item go in; out come the votes by name in them, roll by roll, and the words of those rolls that are not understood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from graph_builder.language import people as persons
from graph_builder.language.names import Name, parse
from graph_builder.language.passages import Passage
from graph_builder.model import Span
from graph_builder.paper import Paragraph
from graph_builder.relations.decisions import divisions, vote_heads, vote_tables, voters
from graph_builder.relations.decisions.sides import Division


class Vote(NamedTuple):
    """One vote by name: how it was cast, whose it is, the words of the name and those that say how; `on` is `motion` or `amendment`, or empty."""

    how: str
    name: Name
    span: Span
    told: Span
    paragraph: int
    on: str = ""


class Roll(NamedTuple):
    """The votes of one division, or those told outside of any; its printed numbers, on what it was, and where it begins and ends."""

    votes: tuple[Vote, ...]
    printed: dict[tuple[str, str], int]
    """By how the votes were cast, and on what where the head says."""
    about: str
    start: int
    end: int
    sure: bool = True
    loose: bool = False
    """Whether the votes are told one by one, and more may have voted."""


_ASKED = re.compile(
    r"\b(?:asked|requested|wished|asking|requesting)\s+(?:(?:that|for|it\s+(?:to\s+)?be\s+recorded\s+that)?\s*(?:his|her|their|the)\s+"
    r"(?:votes?\s+(?P<how>against|for)|(?P<abst>abstentions?))\b.{0,40}?\b(?:recorded|noted|minuted)"
    r"|(?:that\s+)?it\s+(?:to\s+)?be\s+(?:recorded|noted|minuted)\s+that\s+(?:he|she|they)\s+(?:had\s+)?(?:voted\s+(?P<voted>against|for)|abstained))",
    re.IGNORECASE,
)
_COUNT_BEHIND = re.compile(r"[^.;,()]{0,40}[(\[]\s*(\d{1,3})\s*[)\]]")
_BRACKETED = re.compile(r"(?P<who>[A-ZÀ-Þ][^();,\n]{2,40}?)\s*[(\[](?P<way>[^()\[\]]{2,20})[)\]]")


@cache
def _told() -> re.Pattern[str]:
    """Those who voted, and how: "Councillors Hall and Rae voted against", "(Cllr Webb abstained)"; no vote for somebody."""
    ways = vote_heads.ways()
    who = r"(?P<who>(?:Councillors?|Cllrs?|Alderm[ae]n|Ald|Mr|Mrs|Ms|Dr)\.?\s+[A-Z](?:[^;:()\n]|\([A-Z]{1,2}\)){1,2000}?)"
    way = f"(?P<for>{ways['for']})|(?P<against>{ways['against']})"
    nobody = r"(?!\s+(?-i:(?:Councillor|Cllr|Ald|Mr|Mrs|Ms|Dr)\b))"  # for whom somebody votes has no vote by these words
    voted = rf"(?:(?:then|both|all|each|also)\s+)?(?P<voted>vot(?:ed|ing)\s+(?:{way})|(?P<abstained>abstain(?:ed|ing)))\b{nobody}"
    return re.compile(rf"(?:^|(?<=[.;:,(]\s)|(?<=[(;])|(?<=\band\s)|(?<=\bwith\s)|(?<=\bwhile\s)){who},?\s+(?i:{voted})")


def find(paragraphs: Sequence[Paragraph]) -> list[Roll]:
    """The rolls in the paragraphs of an item, in the order of the text."""
    listed = divisions.find(paragraphs)
    taken = {number for division in listed for side in division.sides for number in side.numbers}
    found = [*map(_of_division, listed), *_tables(paragraphs), *_one_by_one(paragraphs, taken)]
    return sorted(found, key=lambda roll: (roll.start, roll.end))


def _of_division(division: Division) -> Roll:
    sides = [side for side in division.sides if side.how != "none"]
    votes = [
        Vote(side.how, voter.name, found.passage.span(voter.start, voter.end), side.head, number, side.on)
        for side in sides
        for found, number in zip(side.lists, side.numbers, strict=True)
        for voter in found.entries
        if voter.name is not None
    ]
    numbers = {(side.how, side.on): side.printed for side in sides if side.printed is not None}
    return Roll(tuple(votes), numbers, division.about, min(s.start for s in division.spans), max(s.end for s in division.spans), division.is_sure)


def _tables(paragraphs: Sequence[Paragraph]) -> Iterator[Roll]:
    for numbers in vote_tables.rows_of(paragraphs):
        table = vote_tables.find([paragraphs[number].cells for number in numbers])
        if table is None:
            continue
        votes = [
            Vote(vote.how, vote.voter.name, vote.passage.span(vote.voter.start, vote.voter.end), vote.head, numbers[vote.row], vote.on)
            for vote in table.votes
            if vote.voter.name is not None and vote.how != "none"
        ]
        before = paragraphs[numbers[0] - 1].passage.text if numbers[0] else ""
        about = divisions.about(before)
        printed = {(how, ""): count for how, count in table.printed.items()}
        yield Roll(tuple(votes), printed, about, min(s.start for s in table.spans), max(s.end for s in table.spans), table.sure)


def _one_by_one(paragraphs: Sequence[Paragraph], taken: set[int]) -> Iterator[Roll]:
    """The votes told in sentences, in lines of their own, and as asked for; those of paragraphs that follow each other are one roll."""
    open_: list[Vote] = []
    for number, paragraph in enumerate(paragraphs):
        votes = list(_of_paragraph(paragraph, number)) if len(paragraph.cells) < 2 and number not in taken else []
        if not votes and open_:
            yield _loose(open_)
            open_ = []
        open_ += votes
    if open_:
        yield _loose(open_)


def _loose(votes: Sequence[Vote]) -> Roll:
    return Roll(tuple(votes), {}, "", min(vote.span.start for vote in votes), max(max(vote.span.end, vote.told.end) for vote in votes), loose=True)


def _of_paragraph(paragraph: Paragraph, number: int) -> Iterator[Vote]:
    passage = paragraph.passage
    lines = [line.passage for line in paragraph.lines] or [passage]
    yield from _asked(passage, number)
    by_line = len(lines) > 1 and all(_told().match(line.text) for line in lines)
    for part in lines if by_line else [passage]:
        yield from _sentences(part, number)
    yield from (vote for line in lines for vote in _line(line, number))
    yield from _bracketed(passage, number)


def _asked(passage: Passage, number: int) -> Iterator[Vote]:
    """The votes that members asked to be recorded."""
    text = passage.text
    for asked in _ASKED.finditer(text):
        sentence = max(text.rfind(". ", 0, asked.start()) + 1, 0)
        for person in persons.find(text[sentence : asked.start()]):
            how = (asked["how"] or asked["voted"] or "abstained").casefold()
            yield Vote(how, person.name, passage.span(sentence + person.start, sentence + person.end), passage.span(*asked.span()), number)


def _sentences(passage: Passage, number: int) -> Iterator[Vote]:
    for told in _told().finditer(passage.text):
        names = passage.cut(*told.span("who"))
        found = voters.find(names) if voters.is_names(names.text) else None
        count = _COUNT_BEHIND.match(passage.text, told.end())
        if found is None or not found.sure or found.end < len(names.text.rstrip(" .,")) or (count and int(count[1]) != len(found.entries)):
            continue
        behind = re.match(r"[^.;,]{0,40}", passage.text[told.end() :])
        how = next((way for way in ("for", "against", "abstained") if told[way]), "")
        for voter in found.entries:
            if voter.name is not None:
                on = vote_heads.on(behind.group() if behind else "")
                yield Vote(how, voter.name, names.span(voter.start, voter.end), passage.span(*told.span("voted")), number, on)


def _line(passage: Passage, number: int) -> Iterator[Vote]:
    """A line that gives a name and how it voted: "Councillor Bell - For"."""
    match = re.fullmatch(rf"(?P<who>[A-ZÀ-Þ][^:;,]{{2,50}}?)\s*(?:[-–—:.…]+|\s)\s*(?P<way>(?i:{vote_heads.any_way()}))\.?", passage.text)
    name = parse(match["who"], bare=bool(re.search(r"[-–—:.…]\s*$", passage.text[: match.start("way")]))) if match and match["way"][0].isupper() else None
    how = vote_heads.how(match["way"]) if match and name else ""
    if match and name and how and how != "none" and not voters.names_nobody(match["who"]):
        yield Vote(how, name, passage.span(*match.span("who")), passage.span(*match.span("way")), number)


def _bracketed(passage: Passage, number: int) -> Iterator[Vote]:
    """Names with how each voted in brackets, where a paragraph has nothing else: "Bell (For), Dunn (Against)"."""
    found = list(_BRACKETED.finditer(passage.text))
    if len(found) < 2 or re.sub(r"[\s,;.]|\band\b", "", _BRACKETED.sub("", passage.text)):
        return
    ways = [(match, vote_heads.how(match["way"]), parse(re.sub(r"^and\s+", "", match["who"]), bare=True)) for match in found]
    if all(way and name for _, way, name in ways):
        for match, way, name in ways:
            if name and way != "none":
                yield Vote(way, name, passage.span(*match.span("who")), passage.span(*match.span("way")), number)
