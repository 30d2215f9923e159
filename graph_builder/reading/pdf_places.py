"""A PDF's text and the words of its pages go in; where each word of the text stands on its page comes out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from graph_builder.model import Placed
from graph_builder.reading.clean import clean

_NEAR: Final = 60
"""How far ahead of its place, in characters, a word is looked for before it is taken to stand elsewhere."""
_RUN: Final = 3
_TOGETHER: Final = 8
_BETWEEN: Final = r"[\s|]+"
_SKIPPED: Final = re.compile(r"[\s|]*")


def placed(text: str, pages: Sequence[int], words: Sequence[Sequence[Any]]) -> Iterator[Placed]:
    """The boxes of the words of a text, in its order.

    `pages` are the offsets at which pages begin, `words` the words of each page, with left, upper, right and lower edge, in the order in
    which they were read. A word that the text shows otherwise than the page, as one half of a broken word, or in another order, as in a
    list that was made of a table, may have no box.
    """
    for number, page in enumerate(words):
        end = pages[number + 1] if number + 1 < len(pages) else len(text)
        yield from sorted(_Page(text, pages[number], end).boxes(page))


class _Page:
    """One page of the text while its words are found: `at` is where the next is awaited."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self.at = start
        self.taken: set[int] = set()

    def boxes(self, words: Sequence[Sequence[Any]]) -> Iterator[Placed]:
        clear = [(clean(str(word)), *box) for word, *box in words]
        lost: list[int] = []
        for number, (word, *box) in enumerate(clear):
            place = self._next(word)
            if place is None and len(lost) >= _RUN:
                place = self._resumed([one[0] for one in clear[number : number + _RUN]])
            if place is None:
                lost.append(number)
                continue
            self.at = place[1]
            self.taken.add(place[0])
            yield Placed(*place, *box)
        yield from self._found(clear, lost)

    def _found(self, words: Sequence[tuple[Any, ...]], lost: Sequence[int]) -> Iterator[Placed]:
        """The words that were read in another order, where as many of them together as can be stand but once on the page."""
        at = 0
        while at < len(lost):
            run = [number for number in lost[at : at + _TOGETHER] if number - lost[at] == lost.index(number, at) - at]
            for count in range(len(run), 0, -1):
                places = self._only([words[number][0] for number in run[:count]])
                for place, number in zip(places, run, strict=False):
                    self.taken.add(place[0])
                    yield Placed(*place, *words[number][1:])
                if places:
                    break
            at += len(places) or 1

    def _next(self, word: str) -> tuple[int, int] | None:
        """Where a word stands next, or near: at once, or after a few letters that no word of the page gave."""
        gap = _SKIPPED.match(self.text, self.at, self.end)
        here = gap.end() if gap else self.at
        for form in (word, word[:-1] if word.endswith("-") else ""):
            if form and self.text.startswith(form, here, self.end):
                return here, here + len(form)
        if len(word) < 2:
            return None
        found = self._pattern([word]).search(self.text, here, min(self.end, here + _NEAR + len(word)))
        return found.span() if found else None

    def _resumed(self, words: Sequence[str]) -> tuple[int, int] | None:
        """Where these words stand together further on, if they do so once: there the page's order is the text's again."""
        found = list(self._pattern(words).finditer(self.text, self.at, self.end)) if len(words) == _RUN else []
        return (found[0].start(), found[0].start() + len(words[0])) if len(found) == 1 else None

    def _only(self, words: Sequence[str]) -> list[tuple[int, int]]:
        """Where each of these words stands, if they stand together but once on the page and no other word has taken the place."""
        if len("".join(words)) < 2:
            return []
        found = list(self._pattern([f"({re.escape(word)})" for word in words], escape=False).finditer(self.text, self.start, self.end))
        places = [found[0].span(group) for group in range(1, len(words) + 1)] if len(found) == 1 else []
        return [] if any(start in self.taken for start, _ in places) else places

    def _pattern(self, words: Sequence[str], *, escape: bool = True) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w){_BETWEEN.join(map(re.escape, words) if escape else words)}(?!\w)")
