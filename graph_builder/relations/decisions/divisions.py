"""The paragraphs of an item go in; out come its divisions: who is listed under which head, or why a list of voters is not understood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from graph_builder.language.lists import stack
from graph_builder.language.passages import Passage, join
from graph_builder.paper import Paragraph
from graph_builder.relations.decisions import vote_heads, voters
from graph_builder.relations.decisions.sides import Division, Side, paired
from graph_builder.relations.decisions.vote_heads import Head
from graph_builder.relations.decisions.voters import Voters

_COUNT: Final = re.compile(r"\W*(?P<n>\d{1,3})\s*(?:votes?|members?|councillors?)?\W*", re.IGNORECASE)
_LABEL: Final = re.compile(r"[:–—-]\s*$|[(\[]\d{1,3}[)\]]\s*:?\s*$")
_ENDS: Final = re.compile(r"[.;!?]\s*$")
_SETTLES: Final = re.compile(
    r"\b(?:resolved|carried|lost|defeated|fell|rejected|approved|moved|proposed|seconded|amendment|motion|proposal|recommendation)\b", re.IGNORECASE
)
_ON_AMENDMENT: Final = re.compile(
    r"\b(?:on|for|against)\s+(?:the|this|an?|each)\s+(?:\w+\s+){0,2}amendment\b|\bamendment\b(?:\s+\w+){0,4}?\s+(?:was|were|being)\s+(?:\w+\s+){0,2}"
    r"(?:put|moved|proposed|submitted|called)\b|\b(?:moved|proposed|seconded)\b[^.]{0,40}\bamendment\b|(?:^|[.\n]\s*)(?:An|The)\s+(?:\w+\s+)?amendment\b|\bgwelliant\b|\bleasú\b",
    re.IGNORECASE,
)
_ON_MOTION: Final = re.compile(
    r"\b(?:substantive|original|main)\s+(?:motion|proposal|recommendations?)|\bas\s+amended\b|\bamended\s+(?:motion|proposal|budget|recommendations?)"
    r"|\b(?:on|for|against)\s+(?:the|this|a)\s+(?:\w+\s+){0,2}(?:motion|proposal|recommendations?)\b|\b(?:motion|proposal|recommendations?)\s+(?:was|were|being)\s+(?:\w+\s+){0,2}put\b"
    r"|\bwith\s+(?:the\s+)?amendments?\b",
    re.IGNORECASE,
)
_CALLS: Final = re.compile(r"\b(?:request|demand|call|present|ask|support)", re.IGNORECASE)
"""Of those who asked for the vote."""
_CUT: Final = re.compile(r"\([A-Z]{1,2}\)")
_FEW_WORDS: Final = 8
_LONG: Final = 300


class Token(NamedTuple):
    """A stretch of the text of an item: the head of a list, a list, a number alone, or other words."""

    kind: str
    passage: Passage
    paragraph: int
    head: Head | None = None
    list: Voters | None = None
    number: int | None = None


def find(paragraphs: Sequence[Paragraph]) -> list[Division]:
    """The divisions among paragraphs that are no rows of tables, in their order."""
    reader = _Reader()
    for number, paragraph in enumerate(_mended(paragraphs)):
        if len(paragraph.cells) > 1:
            reader.stop()
            continue
        for token in _tokens(paragraph, number):
            reader.take(token)
    reader.stop()
    return [division for division in reader.found if any(side.lists for side in division.sides)]


def _mended(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs, each with those behind it that begin with the initials of its last name: "Bell, Collins" and "(J), Hall"; they are empty then."""
    whole: list[Paragraph] = []
    for paragraph in paragraphs:
        at = next((n for n in range(len(whole) - 1, -1, -1) if whole[n].passage.text), None)
        if at is not None and _CUT.match(paragraph.passage.text) and whole[at].passage.text[-1].isalpha() and not (paragraph.cells or whole[at].cells):
            whole[at] = Paragraph(join([text_of(whole[at]), text_of(paragraph)]))
            paragraph = Paragraph(paragraph.passage.cut(0, 0))
        whole.append(paragraph)
    return iter(whole)


def text_of(paragraph: Paragraph) -> Passage:
    """The words of a paragraph with its line ends, where its lines are all of it."""
    lines = paragraph.lines
    whole = len(lines) > 1 and lines[0].passage.span().start == paragraph.passage.span().start
    return stack(lines) if whole else paragraph.passage


def _tokens(paragraph: Paragraph, number: int) -> Iterator[Token]:
    passage = text_of(paragraph)
    heads = vote_heads.find(passage.text)
    yield from _stretch(passage.cut(0, heads[0].start) if heads else passage, number, behind=False)
    for head, stop in zip(heads, [*(head.start for head in heads[1:]), len(passage.text)], strict=False):
        yield Token("head", passage.cut(head.start, head.end), number, head=head)
        closed = _closes(passage.text, head.end, stop) if passage.text[head.start : head.end].rstrip().endswith(("(", "[")) else stop
        yield from _stretch(passage.cut(head.end, closed), number, behind=True)
        yield from _stretch(passage.cut(min(closed + 1, stop), stop), number, behind=False)


def _closes(text: str, start: int, stop: int) -> int:
    """Where a bracket that is open at a place is closed."""
    depth = 1
    for at in range(start, stop):
        depth += (text[at] in "([") - (text[at] in ")]")
        if depth == 0:
            return at
    return stop


def _stretch(passage: Passage, number: int, *, behind: bool) -> Iterator[Token]:
    """What stands between two heads; a list is one where all of it is names, or where it stands behind a head."""
    text = passage.text
    if not text.strip(" .,;:()|-–—\n"):
        return
    if count := _COUNT.fullmatch(text):
        yield Token("count", passage, number, number=int(count["n"]))
        return
    listed = voters.find(passage)
    whole = listed is not None and (listed.end >= len(text.rstrip(" .")) or voters.is_names(text))
    own = listed is not None and listed.sure and not text.rstrip().endswith(":") and (whole or _begins_list(passage, listed))
    if listed is None or not (behind or own):
        yield Token("other", passage, number)
        return
    yield Token("list", passage, number, list=listed)
    if rest := text[listed.end :].strip(" .,;:()\n"):
        yield Token("other", passage.cut(len(text) - len(text[listed.end :].lstrip(" .,;:()\n"))), number) if rest else None  # type: ignore[misc]


def _begins_list(passage: Passage, listed: Voters) -> bool:
    """Whether a paragraph begins as a list of several people and runs on into a sentence."""
    return len(listed.entries) > 1 and listed.end > 0 and bool(re.match(r"\s*\.?\s*[A-Z]", passage.text[listed.end :]))


class _Reader:
    """Takes the stretches of an item one by one; holds the division that is open, the side whose names may follow, and what stood between."""

    def __init__(self) -> None:
        self.found: list[Division] = []
        self.open: Division | None = None
        self.side: Side | None = None
        self.between: list[Token] = []
        """What stood since the last head or list."""
        self.before = ""
        """The words before the division that is to come."""

    def stop(self) -> None:
        """End the division that is open."""
        if self.open is not None:
            paired(self.open)
            self.found.append(self.open)
        self.open = self.side = None
        self.between = []

    def take(self, token: Token) -> None:
        """Go on with the next stretch."""
        getattr(self, f"_{token.kind}")(token)

    def _head(self, token: Token) -> None:
        head = token.head
        assert head is not None
        if head.printed.casefold() == "nil" and not self._is_irish():
            self._none()
            return
        if self.open is not None and self._is_next(head):
            self.stop()
        if self.open is None:
            last = self.between[-1] if self.between else None
            alone = (last.list, last.paragraph) if last is not None and last.list is not None and len(last.list.entries) == 1 else None
            self.open = Division(about(self.before), sure=not _is_of_others(self.between), orphan=alone)
        self.side = Side(head.how, head.on, head.number, token.passage.span())
        self.open.sides.append(self.side)
        self.open.spans.append(token.passage.span())
        self.between = []

    def _is_irish(self) -> bool:
        """Whether "Nil" is the other side of a "Tá"."""
        return self.open is not None and not (self.side and not self.side.told) and any(side.how == "for" for side in self.open.sides)

    def _none(self) -> None:
        if self.side is not None:
            self.side.told = True

    def _is_next(self, head: Head) -> bool:
        """Whether a head begins another division: its side was listed already, or something was moved or settled between."""
        assert self.open is not None
        again = head.how != "none" and any((side.how, side.on) == (head.how, head.on) for side in self.open.sides)
        if again and not self.between and all(side.size <= 1 and side.count is None for side in self.open.sides):
            return False  # one name and one vote by turns
        return again or any(_SETTLES.search(token.passage.text) for token in self.between if token.kind == "other")

    def _count(self, token: Token) -> None:
        if self.side is None or self.open is None:
            return
        self.open.spans.append(token.passage.span())
        if self.side.count is None and not any(found.number is not None for found in self.side.lists):
            self.side.count = token.number
        elif self.side.printed != token.number:
            self.side.sure = False

    def _list(self, token: Token) -> None:
        found = token.list
        assert found is not None
        if self.open is None or self.side is None:
            self._other(token)
            return
        self.open.spans.append(token.passage.span(0, found.end))
        if not found.entries:
            self._none()
            return
        again = found.number is not None and any(other.number is not None for other in self.side.lists)
        self.side.broken = self.side.broken or not found.sure or again
        self.side.sure = self.side.sure and not self._doubtful(found)
        self.side.lists.append(found)
        self.side.numbers.append(token.paragraph)
        self.side.told, self.between = True, []

    def _doubtful(self, found: Voters) -> bool:
        """Whether a list may be of another side than the one whose head was read last."""
        assert self.side is not None
        assert self.open is not None
        others = [side for side in self.open.sides if side is not self.side]
        if any(not side.told and side.count is None for side in others):
            return True  # heads one below the other, as of columns: whose names these are nobody can tell
        if any(token.kind == "other" for token in self.between):
            return True  # perhaps the head of another side, which is not known
        if found.is_two:
            return True
        last = self.side.lists[-1] if self.side.lists else None
        if last is None or last.is_open:
            return False
        return self.side.count == self.side.size or last.is_closed or len(last.entries) > 1 or len(found.entries) > 1

    def _other(self, token: Token) -> None:
        self.between.append(token)
        self.before = f"{self.before[-_LONG:]}\n{token.passage.text}"
        if self.open is not None and self.side is not None and not self.side.told and not self.side.lists:
            self.side.told = True  # words, not names, stand under the head
        if self.open is not None and _SETTLES.search(token.passage.text) and not _is_label(token.passage.text):
            self.stop()


def _is_of_others(between: Sequence[Token]) -> bool:
    """Whether what stands right before a division is a list under a head that is not known, as of those for a candidate, or the head of a list of speakers."""
    if not between:
        return False
    last, above = between[-1], between[-2].passage.text if len(between) > 1 and between[-2].kind == "other" else ""
    if last.kind == "other":
        return bool(vote_heads.SPEAKERS.search(last.passage.text)) and _is_label(last.passage.text)
    several = last.list is not None and len(last.list.entries) > 1  # else the beginning of the roll is lost
    return (several or _is_label(above)) and not (_is_label(above) and _CALLS.search(above))


def _is_label(text: str) -> bool:
    """Whether words may be the head of a list: they end in a colon, or are few and no sentence."""
    return bool(_LABEL.search(text)) or (len(text.split()) <= _FEW_WORDS and not _ENDS.search(text))


def about(before: str) -> str:
    """Whether the words before a division speak of an amendment that is put, or of a motion, last."""
    amendment, motion = (max((match.end() for match in words.finditer(before)), default=-1) for words in (_ON_AMENDMENT, _ON_MOTION))
    return "amendment" if amendment > motion else "motion" if motion > amendment else ""
