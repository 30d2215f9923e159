"""A stretch of text goes in; out comes the list of voters with which it begins: who they are, how many it prints, and whether it is nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from graph_builder import lexicon
from graph_builder.language.lists import Chunk, chunks, name_span
from graph_builder.language.names import Name, known_given, parse
from graph_builder.language.passages import Passage


class Voter(NamedTuple):
    """One entry of a list of voters: the name, None for an office alone, and where it stands in the passage."""

    name: Name | None
    start: int
    end: int


class Voters(NamedTuple):
    """A list of voters: the entries, the number printed behind them, where the list ends in the passage, and whether all of it was understood."""

    entries: tuple[Voter, ...]
    number: int | None
    end: int
    sure: bool
    passage: Passage

    @property
    def is_open(self) -> bool:
        """Whether the list may go on in the next paragraph: its words end in a comma or "and"."""
        return self.number is None and bool(_GOES_ON.search(self.passage.text[: self.end]))

    @property
    def is_two(self) -> bool:
        """Whether a second list stands below the first, perhaps that of another side."""
        return bool(_TWO_LISTS.search(self.passage.text[: self.end]))

    @property
    def is_closed(self) -> bool:
        """Whether the list ends as a list does that is complete: with its number, a full stop, or "and" before its last name."""
        words = self.passage.text[: self.end].rstrip()
        return self.number is not None or words.endswith(".") or bool(_LAST_TWO.search(words))


_NONE = frozenset("none nil no nobody n/a na noone zero neb dim nialas".split())
_NAMED = re.compile(r"[A-ZÀ-Þ]|the\b|(?:and|de|van|von|du|le|la|den|der|di|mac|al|el|ap)\s+[A-Z]")
# Words that look like a name of which the parts are not understood: somebody is listed, and nobody can tell who.
_LIKE_NAME = re.compile(r"(?:[A-ZÀ-Þ][\w'’.-]*\s*|(?:de|van|von|der|den|an|na|la|le|ap|ab|y)\s+){1,5}(?:\([^()]{1,30}\))?")
# Where a list of voters ends: the next sentence, or what became of the motion, where no full stop stands before it.
_OVER = re.compile(
    r"(?<![A-Z])\.\s+(?=[A-Z][a-z]+\s+[a-z])|\s*\.{4,}|(?<=\d)\n|(?<=\d[)\]])\n"
    r"|\s+(?=(?:The|This|That|An?)\s+(?:\w+\s+){0,2}?(?:motion|amendment|proposal|proposition|recommendations?|vote|result|application|resolution|council|committee)\b)"
    r"|\s+(?=(?:RESOLVED|Resolved|AGREED|CARRIED|LOST|Motion\s+(?:carried|lost)|It\s+was)\b)|;\s*$"
)
_COUNT_LAST = re.compile(
    r"[\s.…|–-]*(?:(?<=[a-z])|[(\[]|\b)(?:total\s*[:=-]?\s*)?(?P<n>\d{1,3})(?:\s+(?:votes?|members?|councillors?))?\s*[)\]]?[\s.|]*$", re.IGNORECASE
)
_GOES_ON = re.compile(r"(?:,|\band|&|;)\s*$")
# A list that ends as one does, and another below it, whose head may be lost: "A, B and C" over "D, E and F".
_TWO_LISTS = re.compile(r"[,;][^\n]*\s(?:and|&)\s+[^,;\n]{2,40}\n\s*[^\W\d]")
_DANGLING = re.compile(r"[;,]?\s*(?:\band|&)\s*$")
_LAST_TWO = re.compile(r"\s(?:and|&)\s+[^,;\n]{2,40}$")
_SMALL = re.compile(
    r"\b(?:and|the|van|von|de|der|den|di|du|la|le|convener|convenor|provost|chair(?:man|person)?|vice|mayor|lord|deputy|depute)\b", re.IGNORECASE
)
_WORD = re.compile(r"(?<![\w'’-])[a-z]{3,}\b")
_RUNNING = re.compile(r"(?<![\w'’-])[a-z]{3,}\b|\d")
# What is no part of a name: it tells of another side, or of what was decided.
_NO_NAME = re.compile(
    r"\b(?:dissent\w*|oppos\w*|against|for|favou?r|abst\w+|absent\w*|apolog\w+|vot(?:e|es|ed|ing)|declin\w+|motion|amendment|proposal|carried|lost|rejected"
    r"|resol\w+|agreed|present|members?|others?|group|all|remainder|rest|yes|no|noes|ayes|nays|yeas|not|division|result|total|item|minutes?|page)\b",
    re.IGNORECASE,
)
_ONE_OR_TWO_INITIALS = re.compile(r"[A-Z]{1,2}")
_OFFICE = re.compile(
    r"(?:the\s+)?(?:(?:right|honourable|hon|worshipful|rt|deputy|depute|vice|lord|high|the|council|town|city|county|borough)[\s-]+)*"
    r"(?:mayor|provost|sheriff|chair(?:man|person|woman)?|convener|convenor|leader|cathaoirleach|leas-?chathaoirleach|president|bailie|llywydd|cadeirydd)",
    re.IGNORECASE,
)
_AND = re.compile(r"(?<=\s)(?:agus|ac)(?=\s+(?:de\s+|van\s+|mac\s+)?[A-ZÀ-Þ])")
_LABELLED = re.compile(
    r"^\s*(?:na\s+)?comhairleoir[íi]\s+|^\s*(?:the\s+)?(?:councillors?|cllrs?|members?|aldermen|names?|cynghorwyr|comhairleoir[íi])\s*[:–-]+\s*", re.IGNORECASE
)
_SURNAME_FIRST = re.compile(r"\s*(?P<surname>[^,;]{2,40}),\s*(?P<given>[^,;]{1,30}?)\s*")


@cache
def _titles_alone() -> frozenset[str]:
    return frozenset(map(str, lexicon.words("people", "titles")))


def find(passage: Passage) -> Voters | None:
    """The list of voters with which a passage begins, or None where it begins with none."""
    passage = _in_english(passage)
    text = passage.text
    if not _NAMED.match(text) and text.strip(" .-–").casefold() not in _NONE:
        return None
    over = _OVER.search(text)
    stop = _running(text[: over.start()] if over else text)
    head = text[:stop]
    count = _COUNT_LAST.search(head)
    names = head[: count.start()] if count else head
    names = _DANGLING.sub("", names)
    label = _LABELLED.match(names)
    begun = label.end() if label else 0
    if not names.strip(" .,;-–"):
        return None
    entries = list(_entries(passage.cut(begun, len(names)), begun))
    if not entries and names.strip(" .-–").casefold() not in _NONE:
        return None
    sure = not (_NO_NAME.search(names[begun:]) or ":" in names[begun:]) and all(entry is not None for entry in entries)
    return Voters(tuple(entry for entry in entries if entry), int(count["n"]) if count else None, stop, sure, passage)


def _in_english(passage: Passage) -> Passage:
    """A list with "and" where it has the Irish or the Welsh word for it, as long as it was."""
    return replace(passage, text=_AND.sub(lambda word: "and " if len(word.group()) > 3 else "&".ljust(len(word.group())), passage.text))


def is_names(text: str) -> bool:
    """Whether a text is nothing but a list of people, with their number behind them at most."""
    over = _OVER.search(text)
    words = _SMALL.sub("", _COUNT_LAST.sub("", text[: over.start()] if over else text))
    return bool(_NAMED.match(text)) and not text.isupper() and not _RUNNING.search(words) and not (over and over.end() < len(text.rstrip(" .0123456789")))


def _running(text: str) -> int:
    """Where running text begins behind a list of names: at the mark before the first common word."""
    word = next((word for word in _WORD.finditer(text) if not _SMALL.fullmatch(word.group())), None)
    if word is None:
        return len(text)
    return max((mark.start() for mark in re.finditer(r"[;,.]\s|\s[-–]\s|\n", text[: word.start()])), default=0)


def _entries(passage: Passage, shift: int) -> Iterator[Voter | None]:
    """The entries of a list, None for one that is not understood; `shift` is where the list begins in the text around it."""
    inverted = list(_inverted(passage.text))
    if inverted:
        yield from (Voter(name, shift + start, shift + end) for name, start, end in inverted)
        return
    for chunk in chunks(passage.text):
        words = chunk.text.strip(" .,;-–")
        title = words.casefold().rstrip(".") in _titles_alone() and not _OFFICE.fullmatch(words)
        if not words or words.casefold() in _NONE or title:
            continue
        yield _entry(passage, chunk, shift)


def _entry(passage: Passage, chunk: Chunk, shift: int) -> Voter | None:
    bracket = chunk.brackets[0] if chunk.brackets else ""
    if _OFFICE.fullmatch(chunk.text):
        held = parse(bracket)
        at = passage.text.find(bracket, chunk.start) if held else chunk.start
        return Voter(held, shift + at, shift + at + len(bracket)) if held else Voter(None, shift + chunk.start, shift + chunk.end)
    name = parse(f"{chunk.text} ({bracket})", bare=True) if _ONE_OR_TWO_INITIALS.fullmatch(bracket) else parse(_named(chunk.text), bare=True)
    if name is None or _SMALL.fullmatch(name.surname):
        return Voter(None, shift + chunk.start, shift + chunk.end) if _LIKE_NAME.fullmatch(chunk.text) else None
    start, end = name_span(passage, chunk, name)
    return Voter(name, shift + start, shift + end)


def _named(text: str) -> str:
    """An entry without the office before the name: "the Lord Mayor, Councillor Bell" is cut at its comma, "Depute Provost Bell" is not."""
    office = _OFFICE.match(text)
    rest = text[office.end() :].strip() if office else ""
    return rest if office and re.match(r"(?:Councillor|Cllr|Alderman)\b", rest) else text


def _inverted(text: str) -> Iterator[tuple[Name, int, int]]:
    """The names of a list whose every entry has its surname first: "Bell, Anne; Mac Giolla, Dara; Ní Riain, Úna"."""
    untitled = re.sub(r"^\s*(?:Councillors?|Cllrs?)\s*[,:]", lambda title: " " * len(title.group()), text)
    pieces = [piece for piece in re.finditer(r"[^;]+", untitled) if piece.group().strip(" .")]
    found = [(piece, _SURNAME_FIRST.fullmatch(piece.group().strip(" .\n"))) for piece in pieces]
    if len(pieces) < 2 or not all(match for _, match in found):
        return
    named = [(piece, match, parse(f"{match['given']} {match['surname']}")) for piece, match in found if match]
    if sum(known_given(match["given"].split()[0]) for _, match, _ in named) * 2 >= len(named) and all(name for _, _, name in named):
        for piece, match, name in named:
            at = piece.start() + piece.group().find(match.group().strip())
            if name:
                yield name, at, at + len(match.group().strip())


def names_nobody(text: str) -> bool:
    """Whether words among those of a name are nobody's: they tell of a vote or a motion."""
    return bool(_NO_NAME.search(text))
