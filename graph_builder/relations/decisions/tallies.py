"""Paragraphs go in; out come the numbers of votes that several of them print together, and what they make of a motion."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph_builder.paper import Paragraph
from graph_builder.relations.decisions import votes
from graph_builder.relations.decisions.votes import Counts

# A paragraph that is nothing but a number of votes: "For: 26", "Against - 3, Abstentions - 1", "Voting: 4 for, 3 against".
_TALLY = re.compile(
    r"\W*(?:(?:the\s+)?(?:vot(?:e|es|ing)|result|recorded\s+vote|members)\b[^:.]{0,60}[:–-]\s*)?(?:votes?\s+)?"
    r"(?:(?:(?:for|in\s+favour|against|abst\w+|did\s+not\s+vote|not\s+voting|absent)(?:\s+the\s+\w+)?\W*\d{1,3}|\d{1,3}\s+(?:votes?\s+|members?\s+)?(?:for|in\s+favour|against|abst\w+))\b[\s,;.)(]*(?:and\s+|with\s+)?)+",
    re.IGNORECASE,
)
# The head of a list of voters with their number: "Against the procedural motion (23) - Councillors".
_ROLL_HEAD = re.compile(
    r"\W*(?P<way>For|FOR|In\s+favour|Against|AGAINST|Abst\w+|ABST\w+)"
    r"(?:\s+the\s+(?:\w+\s+){0,2}\w+)?\s*[:–-]?\s*\(\d{1,3}\)(?=\s*[:–-]*\s*(?:the\s+)?[A-Z])"
)

BY_VOTE = re.compile(
    r"^\W*(?:(?:by|with)\s+(?:\d+|\w+)\s+votes?\b[^.;]{0,80}?|(?:by|on)\s+a\s+show\s+of\s+hands|by\s+(?:a\s+)?(?:\w+\s+)?majority(?:\s+vote)?(?:\s*\([^)]{0,100}\))?"
    r"|on\s+the\s+(?:proposal|proposition|motion)\s+of\s+[^.;]{5,140}?),?\s+(?=that\b|to\s+[a-z])",
    re.IGNORECASE,
)
"""How the vote fell, or who moved it, before the words that were decided."""


def behind(paragraphs: Sequence[Paragraph], start: int) -> str:
    """The paragraphs from a place on that only tell numbers of votes, as one text; one that leads to them may stand before."""
    if start < len(paragraphs) and re.search(r"\bvot(?:e|es|ing)\b[^.]*:\s*-*$", paragraphs[start].passage.text):
        start += 1
    end = start
    while end < len(paragraphs) and _TALLY.fullmatch(paragraphs[end].passage.text):
        end += 1
    return ", ".join(paragraph.passage.text for paragraph in paragraphs[start:end])


def before(paragraphs: Sequence[Paragraph], stop: int) -> str:
    """The paragraphs up to a place that only tell numbers of votes, as one text."""
    start = stop
    while start > 0 and _TALLY.fullmatch(paragraphs[start - 1].passage.text):
        start -= 1
    return ", ".join(paragraph.passage.text for paragraph in paragraphs[start:stop])


def of_roll(paragraphs: Sequence[Paragraph], stop: int) -> Counts | None:
    """The numbers at the heads of the roll right before a place, "For the procedural motion (12) - Councillors ..."; None for a choice between two motions."""
    heads: dict[str, str] = {}
    for paragraph in reversed(paragraphs[:stop]):
        head = _ROLL_HEAD.match(paragraph.passage.text)
        if head is None or head["way"][:3].casefold() in heads:
            break
        heads[head["way"][:3].casefold()] = head.group()
    text = ", ".join(heads.values())
    return votes.counts(text) if "aga" in heads and not re.search(r"\bamendment\b", text, re.IGNORECASE) else None


def first(text: str) -> str:
    """The beginning of a text that only tells numbers of votes: "Voting: 4 for, 3 against. The Mayor"."""
    found = _TALLY.match(text)
    return found.group() if found else ""


def counts(*texts: str) -> Counts | None:
    """The first numbers of votes that one of several texts prints."""
    return next(filter(None, map(votes.counts, texts)), None)


def outcome(printed: Counts | None) -> str:
    """What numbers of votes made of a motion; empty where they are equal or one is not printed."""
    if printed is None or printed.votes_for is None or printed.against is None or printed.votes_for == printed.against:
        return ""
    return "carried" if printed.votes_for > printed.against else "fell"


def in_rows(paragraphs: Sequence[Paragraph]) -> Counts | None:
    """The numbers of votes in the last cells of rows that begin "For", "Against" and "Abstain"."""
    rows = [p.cells for p in paragraphs if len(p.cells) > 1 and p.cells[-1].text.strip().isdigit()]
    return votes.counts(", ".join(f"{cells[0].text}: {cells[-1].text}" for cells in rows))
