"""The bodies that meet, as a sentence names them: in full, by abbreviation, or as "the Panel"; each with the name of the body that is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from graph_builder.language import bodies
from graph_builder.relations.context import Context
from graph_builder.relations.reference_words import generic_regex, head_regex, load

_SIGN = "\ue000-\uf8ff"
_CAPITAL = r"[A-ZÀ-Þ][\w'’&/-]*"
_ARTICLE = re.compile(r"\b(?:the|this|that|our)\s+$", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\(\s*(?:the\s+)?[\"“']?[A-Z][A-Za-z&]{1,9}[\"”']?\s*\)")
_STEP = re.compile(rf"(?P<word>{_CAPITAL}|and|&|of|for|the|in|on|with|upon)(?P<comma>,)?\s+$")
_ACRONYM = re.compile(r"\b[A-Z][A-Za-z&]{1,8}[A-Z]\b")
_SMALL = {"and", "of", "for", "the", "in", "on", "with", "upon", "&"}
_NEVER_FIRST = re.compile(r"(?:the|a|an|at|in|on|to|by|for|from|and|of|with|this|that|their|its|following|during|when|while|as|both|each|all|any|if|since|after|before|under|through|her|his|our|what|also|proposed|recent|next|last|previous|special|extraordinary|ordinary|annual|full|formal|member|members|councillors?|cllrs?|mr|mrs|ms|resolved|agreed|approved|minutes|agendas?|reports?|meetings?|however|although|further)\b\s*", re.IGNORECASE)


class Who(NamedTuple):
    """A body in a text: the name of the one meant (empty where nobody can say), where it stands, and how it is known.

    `stated` where its name is printed and not only "the Panel". `meets` is false for a council as an authority, which also acts outside its meetings.
    """

    name: str
    start: int
    end: int
    stated: bool = True
    meets: bool = True
    own: bool = False


class Naming:
    """Which body the words of one paper mean."""

    def __init__(self, context: Context) -> None:
        header = context.paper.header
        self.own = header.body.value if header.body else ""
        self.council = header.council.value if header.council else ""
        self.short = {short: label for short, (label, _) in context.bodies.acronyms.items()}
        text = context.paper.document.text
        named = {name for names in context.bodies.names.values() for name in names}
        self.initials = _initials([*named, self.own, *(text[who.start : who.end] for who in self._in_full(text))])

    def find(self, text: str) -> list[Who]:
        """The bodies that meet which a text names, in order, the longest where two overlap; an article and an abbreviation in brackets are taken in."""
        found: list[Who] = []
        for who in sorted((*self._in_full(text), *self._as_own(text), *self._by_acronym(text), *self._generic(text)), key=lambda who: (who.start, -who.end)):
            if not found or who.start >= found[-1].end:
                found.append(_with_surroundings(text, who))
        return found

    def _in_full(self, text: str) -> Iterator[Who]:
        for match in _heads().finditer(text):
            start = _left_end(text, match.start())
            name = bodies.tidy(text[start : match.end()])
            if start < match.start() and not bodies.national(name):
                yield self._known(name, start, match.end())

    def _known(self, name: str, start: int, end: int) -> Who:
        """A body printed by name: the paper's own where its name is that, or the end of that."""
        words, own = _folded(name), _folded(self.own)
        if own[-len(words) :] == words:
            return Who(self.own, start, end, words == own, not _is_council(self.own), True)
        if _is_council(name):
            whole = self.council if set(words) <= set(_folded(self.council)) else "" if _all_general(words) else bodies.split_council(name, self.council)
            return Who(whole, start, end, whole == name, words[0] == "full", whole == self.own and bool(whole))
        return Who("Cabinet" if words[-1] == "cabinet" and _all_general(words) else bodies.split_council(name, self.council), start, end)

    def _as_own(self, text: str) -> Iterator[Who]:
        """The paper's own body by its name in any case."""
        for match in re.finditer(rf"\b{_spaced(self.own)}\b", text, re.IGNORECASE) if len(self.own.split()) > 1 else ():
            yield Who(self.own, match.start(), match.end(), meets=not _is_council(self.own), own=True)

    def _by_acronym(self, text: str) -> Iterator[Who]:
        for match in _ACRONYM.finditer(text):
            name = self.short.get(match.group()) or self.initials.get(match.group(), "")
            if name and re.search(rf"(?:{head_regex()})$", name, re.IGNORECASE) and not bodies.national(name):
                yield Who(name, match.start(), match.end(), own=name == self.own, meets=not _is_council(name))

    def _generic(self, text: str) -> Iterator[Who]:
        for match in _generic().finditer(text):
            article = bool(match["article"])
            head = match["head"].casefold()
            own = _folded(self.own)[-1:] == [head] or self.own.casefold().endswith(head)
            if head.endswith("council"):
                own = _is_council(self.own)
                name = self.own if own else self.council if head in {"council", "full council", "annual council"} or self.council.casefold().endswith(head) else ""
                yield Who(name, match.start(), match.end(), False, not article or head != "council", own)
            elif head in {"cabinet", "executive"}:
                yield Who(self.own if own else head.capitalize(), match.start(), match.end(), True, True, own)
            elif own or head in {"committee", "panel", "board", "commission", "forum", "sub-committee", "working group", "task group", "authority"}:
                yield Who(self.own if own else "", match.start(), match.end(), False, True, own)


@cache
def _heads() -> re.Pattern[str]:
    """A head of a body's name, written with a capital, that is no part of another thing's name."""
    words = "|".join(_capital(word) for word in sorted(load()["heads"], key=lambda word: (-len(word), word)))
    return re.compile(rf"\b(?:{words})\b(?!-|\s+(?i:{load()['not_behind']}))")


def _capital(head: str) -> str:
    first = head.split()[0]
    return re.escape(head).replace(re.escape(first), f"[{first[0].upper()}]{re.escape(first[1:])}", 1).replace(r"\ ", r"\s+") if first[0].islower() else re.escape(head)


@cache
def _generic() -> re.Pattern[str]:
    """ "the Panel", "this committee", "Cabinet", "Full Council", and "Panel" before "meeting"."""
    behind = rf"(?!-|['’]s\s+(?!(?:\w+\s+)?meeting)|\s+(?:{load()['not_behind']}))"
    plain = r"(?:full|annual)\s+council|cabinet|(?-i:Council|Executive)"
    articled = rf"(?:(?:parish|town|scrutiny|full|borough|district|county|city)\s+)?(?:council|cabinet|executive|{generic_regex()})"
    before_meeting = rf"(?:parish\s+council|town\s+council|council|{generic_regex()})(?=\s+meetings?\b)"
    return re.compile(rf"\b(?:(?P<article>the|this|our)\s+)?(?:(?P<head>{plain})|(?:(?<=the\s)|(?<=this\s)|(?<=our\s))(?P<articled>{articled})|(?P<before>{before_meeting}))\b{behind}", re.IGNORECASE)
