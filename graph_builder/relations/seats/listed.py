"""The entry of a list goes in; out comes the post that it tells, in the words of the paper, or nothing where what stands beside the name is none."""

from __future__ import annotations

import re
from typing import Final

from graph_builder.language.names import fold
from graph_builder.language.post_words import held, is_office
from graph_builder.language.surroundings import common_words
from graph_builder.paper import Entry
from graph_builder.relations.context import Context

_WORD = re.compile(r"[A-Z]\w+")
_NEXT_MEMBER = re.compile(r"\s*(?:Cllrs?|Councillors?|Members?)\b")
_COUNCIL_LETTERS = re.compile(r",\s*[A-Z]{2,6}$")
_MARK = r"\s*[-–—,;:/(]?\s*"
_SPACE = r"\)?\s+"
# "Chief Officer – Finance": the words behind the post that say of what.
_OF_WHAT = re.compile(
    r"\s*(?:[-–—]\s*|,\s+)(?P<what>[A-Z][a-z]{3,}(?:(?:\s*,\s*|\s+)(?:&\s+|and\s+)?[A-Z][a-z]+){0,6})(?=\s*(?:[(.;]|$))",
)
_BACK: Final = 300


def post_of(entry: Entry, context: Context) -> str:
    """The post that somebody on a list holds; empty where the words beside the name are a place, a body or no post."""
    words = held(_printed(entry, context)) if entry.post else ""
    return words if is_office(words) else ""


def _printed(entry: Entry, context: Context) -> str:
    """The post of an entry and the body behind it as printed, without the letters of the next one's council: "Jo Hay (Clerk), DCC Cllr Sara Roe"."""
    whole, span = context.paper.document.text.replace("’", "'"), entry.passage.span()
    text = " ".join(whole[span.start : (whole + "\n").index("\n", span.end)].split())
    pieces = [piece for part in (entry.post, entry.organisation) if part for piece in part.split(", ")]
    found = re.search(_MARK.join(_SPACE.join(map(re.escape, piece.split())) for piece in pieces), text)
    near = " ".join(whole[max(0, span.start - _BACK) : span.end].split()).casefold()
    if found is None and not all(piece.casefold() in near for piece in pieces):
        return ""  # lines that ran together
    words = _with_its_matter(text, found) if found else ", ".join(pieces)
    return _COUNCIL_LETTERS.sub("", words) if _NEXT_MEMBER.match(whole[span.end :]) else words


def _with_its_matter(text: str, found: re.Match[str]) -> str:
    """The words of a post with the bracket that closes them and with the words that say of what: "Chief Officer – Finance (Clerk)"."""
    matter, end = _OF_WHAT.match(text, found.end()), found.end()
    if matter and all(fold(word) in common_words() for word in _WORD.findall(matter["what"])):
        end = matter.end()
    words = text[found.start() : end]
    return words + ")" * (words.count("(") > words.count(")") and text.startswith(")", end))
