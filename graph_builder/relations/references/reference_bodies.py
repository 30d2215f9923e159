"""The bodies that meet, as a sentence names them: in full, by abbreviation, or as "the Panel"; each with the name of the body that is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final, NamedTuple

from graph_builder import lexicon
from graph_builder.language import bodies
from graph_builder.language.body_fronts import posts_in_front
from graph_builder.relations.context import Context
from graph_builder.relations.references.reference_words import clue, generic_regex, head_regex, load

_STEP = re.compile(r"(?<![\w'’])(?P<word>[A-ZÀ-Þ][\w'’/-]*|and|of|for|the|&)(?P<comma>,)?\s+$")
_ARTICLE = re.compile(r"\b(?:the|this|that|our)\s+$", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\(\s*(?:the\s+)?[\"“']?[A-Z][A-Za-z&]{1,9}[\"”']?\s*\)")
_ACRONYM = re.compile(r"(?<![\w-])[A-Z][A-Za-z&]{1,8}[A-Z](?![\w-])")
_PREPOSITION = re.compile(r"\b(?:at|to|by|before|from|with|following|via)\s+$", re.IGNORECASE)
_MAY_FOLLOW = re.compile(r"Meetings?|Minutes|Agendas?|Reports?|Decisions?|Held|On|In|At|And|Of|For|The|Members|Resolved|Agreed|Noted|Dates?")
_WORDS_BEFORE: Final = 4
"""How many words that begin no name are taken from the head of one: "Following the next Full"."""
_REACH: Final = 60
"""How many characters before its head a body's name may begin, at one step."""


class Who(NamedTuple):
    """A body in a text: the name of the one meant (empty where nobody can say), and where it stands.

    `stated` where its name is printed and not only "the Panel". `meets` is false for a council as an authority, which also acts outside its
    meetings, and `foreign` true for one that is not the paper's own. `own` where it is the body whose meeting the paper is of.
    """

    name: str
    start: int
    end: int
    stated: bool = True
    meets: bool = True
    own: bool = False
    foreign: bool = False


class Naming:
    """Which body the words of one paper mean."""

    def __init__(self, context: Context) -> None:
        header = context.paper.header
        self.own = header.body.value if header.body else ""
        self.own_words = _to_head(self.own)
        self.council = header.council.value if header.council else ""
        self.short = {short: _fitting(label, short) for short, (label, _) in context.bodies.acronyms.items()}
        text = re.sub(r"\n\s*\n", " . ", context.paper.document.text)
        named = [name for names in context.bodies.names.values() for name in names]
        self.alone: dict[str, str] = {}
        full = {who.name for who in self._in_full(text) if who.name and not who.own and who.name != self.council}
        self.initials = _initials([*named, self.own, *full])
        self.alone = _by_last_word(full)

    def find(self, text: str) -> list[Who]:
        """The bodies that meet which a text names, in order, the longest where two overlap; an article and an abbreviation in brackets are taken in."""
        found: list[Who] = []
        every = (*self._as_own(text), *self._in_full(text), *self._by_acronym(text), *self._generic(text))
        for who in sorted(every, key=lambda who: (who.start, -who.end)):
            if not found or who.start >= found[-1].end:
                found.append(_with_surroundings(text, who))
        return found

    def mine(self, start: int, end: int) -> Who:
        """The paper's own body, for words that stand for it."""
        return Who(self.own, start, end, stated=False, own=True)

    def _in_full(self, text: str) -> Iterator[Who]:
        for match in _heads().finditer(text):
            start = _left_end(text, match.start())
            name = bodies.tidy(text[start : match.end()])
            alone = match.group().casefold().endswith(("meeting", "assembly")) and " " in match.group()
            if alone:
                yield Who(" ".join(text[start : match.end()].split()), start, match.end())
            elif start < match.start() and not _goes_further(text, match) and not _never().fullmatch(name) and not bodies.national(name):
                yield self._known(name, start, match.end())

    def _known(self, name: str, start: int, end: int) -> Who:
        """A body printed by name: the paper's own where its name is that, or the end of that."""
        words, own = _folded(name), self.own_words
        if own[-len(words) :] == words:
            return Who(self.own, start, end, words == own, not is_council(self.own), True)
        if is_council(name):
            whole = self.council if set(words) <= set(_folded(self.council)) else "" if _general(words) else name
            return Who(whole, start, end, whole == name, False, bool(whole) and whole == self.own, whole != self.council or not whole)
        return Who(bodies.split_council(re.sub(r"^Council['’]s\s+", "", name), self.council), start, end)

    def _as_own(self, text: str) -> Iterator[Who]:
        """The paper's own body by its name in any case."""
        if len(self.own.split()) > 1:
            for match in re.finditer(rf"\b{_spaced(self.own)}\b", text, re.IGNORECASE):
                yield Who(self.own, match.start(), match.end(), meets=not is_council(self.own), own=True)

    def _by_acronym(self, text: str) -> Iterator[Who]:
        for match in _ACRONYM.finditer(text):
            name = self.short.get(match.group()) or self.initials.get(match.group()) or self._own_end(match.group())
            if name and _ends_in_head(name) and not bodies.national(name):
                yield Who(name, match.start(), match.end(), meets=not is_council(name), own=name == self.own)

    def _own_end(self, short: str) -> str:
        """The paper's own body where an abbreviation is that of its last words: "SPC" for "Housing Strategic Policy Committee"."""
        heads = "".join(word[0] for word in self.own.split() if word[0].isupper())
        return self.own if len(short) >= 3 and heads.endswith(short) else ""

    def _generic(self, text: str) -> Iterator[Who]:
        for match in _generic().finditer(text):
            words, article = _folded(match["words"]), bool(match["article"])
            if article or _stands_alone(text, match):
                who = self._meant(words, article=article, start=match.start(), end=match.end())
                if who is not None:
                    yield who

    def _meant(self, words: list[str], *, article: bool, start: int, end: int) -> Who | None:
        """The body that "the Panel", "Full Council" or "Cabinet" stands for."""
        mine, general = self.own_words, words[0] in {"full", "scrutiny"}
        own = words in (mine[-len(words) :], mine[: len(words)]) or (general and words[-1:] == mine[-1:])
        if words[-1] == "council":
            own = is_council(self.own) and (len(words) == 1 or words[0] in {"full", "annual"} or set(words) <= set(_folded(self.own)))
            plain = len(words) == 1 or words[0] in {"full", "annual"} or set(words) <= set(_folded(self.council))
            meets = plain and (not article or words[0] in {"full", "annual"})
            return Who(self.own if own else self.council if plain else "", start, end, False, meets, own, not own and not plain)
        if len(words) > 1 and words[0] == "scrutiny" and not own:
            return None  # a name, where it is printed as one
        if words[-1] in {"cabinet", "executive"}:
            return Who(self.own if own else words[-1].capitalize(), start, end, True, True, own)
        return Who(self.own if own else self.alone.get(words[-1], ""), start, end, False, True, own)


@cache
def _heads() -> re.Pattern[str]:
    """A head of a body's name that is no part of another thing's name."""
    return re.compile(rf"(?<![\w-])(?:{head_regex()})\b(?!-|\s+(?:{load()['not_behind']}))", re.IGNORECASE)


@cache
def _generic() -> re.Pattern[str]:
    """What may stand for a body: "the Panel", "this committee", "Cabinet", "Full Council", "Panel"."""
    words = rf"(?:(?:parish|town|scrutiny|full|annual|borough|district|county|city)\s+)?(?:council|cabinet|executive|{generic_regex()})"
    behind = rf"(?!-|['’]s\s+(?!(?:\w+\s+)?(?:meeting|decision))|\s+(?:{load()['not_behind']}))"
    return re.compile(rf"(?<![\w-])(?P<article>(?:the|this|our)\s+)?(?P<words>{words})\b{behind}", re.IGNORECASE)


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """Whether a head without an article is a body: "Cabinet", "full council", "Council", "by Committee", and "Panel" before "meeting"."""
    words = match["words"].casefold().split()
    before = re.search(r"(?<![\w'’])([A-ZÀ-Þ][\w'’]+)\s+$", text[max(0, match.start() - _REACH) : match.start()])
    if before and not clue("never-first").fullmatch(before[1]) and not match["words"].casefold().startswith("full"):
        return False  # the end of another thing's name: "Arts Council", "Police Authority"
    if re.match(r"\s+meetings?\b", text[match.end() :]):
        return True
    if len(words) == 1 and match["words"][0].isupper() and _PREPOSITION.search(text, max(0, match.start() - 12), match.start()):
        return True
    return words[-1] == "cabinet" or words[0] == "full" or (words in (["council"], ["executive"]) and match["words"][0].isupper())


def _left_end(text: str, head: int) -> int:
    """Where the name that ends in the head at `head` begins."""
    start, joined = head, False
    while True:
        step = _STEP.search(text, max(0, start - _REACH), start)
        if step is None or (step["comma"] and not joined) or not _goes_on(text, step, start):
            break
        joined = joined or step["word"] in {"and", "&"}
        start = step.start()
    for pattern in (_lead(), posts_in_front(), *[clue("never-first")] * _WORDS_BEFORE):
        cut = pattern.match(text[start:head])
        start += cut.end() if cut else 0
    return start


def _goes_on(text: str, step: re.Match[str], start: int) -> bool:
    """Whether a name goes on over a word: not over the "and" that joins two bodies, or a post and a body."""
    if step["word"] == "the" and re.search(r"(?:\band|&)\s+$", text[max(0, step.start() - _REACH) : step.start()]):
        return False
    if step["word"] not in {"and", "&", "of"}:
        return True
    before = re.search(r"([\w'’-]+)\s+$", text[max(0, step.start() - _REACH) : step.start()])
    after = re.match(r"[\w'’-]+", text[start:])
    if before is None or not before[1][0].isupper():
        return False
    shouted = before[1].isupper() and len(before[1]) > 1 and after is not None and after.group().isupper() and not text.isupper()
    return not shouted and not _ends_in_head(before[1])


def _goes_further(text: str, head: re.Match[str]) -> bool:
    """Whether a head is in small letters, or the capitalised phrase goes on behind it: "SEND Partnership Board", "Place Partnership Ltd"."""
    behind = re.match(r"\s+([A-Z][a-z]+)", text[head.end() :])
    return head.group()[0].islower() or bool(behind and not _MAY_FOLLOW.fullmatch(behind[1]))


@cache
def _never() -> re.Pattern[str]:
    return re.compile(load()["never"], re.IGNORECASE)


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(load()["lead"], re.IGNORECASE)


@cache
def _ends_in_head(name: str) -> bool:
    return bool(re.search(rf"\b(?:{head_regex()})$", name, re.IGNORECASE))


def is_council(name: str) -> bool:
    """Whether a body is a council as a whole, and no committee of one."""
    return name.casefold().endswith("council") or bool(bodies.council_regex().fullmatch(name))


def _general(words: list[str]) -> bool:
    return set(words) <= set(lexicon.words("bodies", "generic"))


def _folded(name: str) -> list[str]:
    """The words of a name, for comparing."""
    return re.findall(r"[\w'’]+", name.casefold().replace("&", " and ").replace("sub-", "sub"))


def _to_head(name: str) -> list[str]:
    """The words of a body's name up to its last head: "Licensing Sub-Committee (Premises)" and "Planning Committee North" go no further."""
    match = re.match(rf".*\b(?:{head_regex()})\b", name, re.IGNORECASE)
    return _folded(match.group() if match else name)


def _spaced(name: str) -> str:
    return r"\s+".join("(?:and|&)" if word in {"and", "&"} else re.escape(word) for word in name.split())


def _with_surroundings(text: str, who: Who) -> Who:
    """The body with its article and the abbreviation that stands in brackets behind it."""
    article = _ARTICLE.search(text, max(0, who.start - 6), who.start)
    brackets = _BRACKETS.match(text, who.end)
    return who._replace(start=article.start() if article else who.start, end=brackets.end() if brackets else who.end)


def _by_last_word(names: Iterable[str]) -> dict[str, str]:
    """What "the Forum" means in a paper that names one forum: each last word with the one name that ends in it."""
    found: dict[str, set[tuple[str, ...]]] = {}
    shown: dict[tuple[str, ...], str] = {}
    for name in sorted(names):
        key = tuple(_folded(name))
        shown.setdefault(key, name)
        found.setdefault(key[-1], set()).add(key)
    return {last: shown[min(keys)] for last, keys in found.items() if len(keys) == 1}


def _fitting(name: str, short: str) -> str:
    """The end of a name behind "and" or "the" whose initials are an abbreviation; the whole name where no end of it is."""
    words = name.split()
    letters = short.replace("&", "").casefold()
    for first in range(1, len(words)):
        if words[first - 1] not in {"and", "the", "&"} or not words[first][0].isupper():
            continue
        heads = "".join(part[0] for word in words[first:] for part in word.split("-") if part[:1].isupper()).casefold()
        if heads == letters:
            return " ".join(words[first:])
    return name


def _initials(names: Iterable[str]) -> dict[str, str]:
    """The names that an abbreviation not defined in the paper can stand for, by their initials; none where two could."""
    found: dict[str, set[str]] = {}
    for name in names:
        heads = "".join(word[0] for word in re.split(r"[\s-]+", name.replace("&", " ")) if word[:1].isupper())
        if len(heads) >= 3 and _ends_in_head(name):
            found.setdefault(heads, set()).add(bodies.tidy(name))
    return {short: min(labels) for short, labels in found.items() if len({tuple(_folded(label)) for label in labels}) == 1}
