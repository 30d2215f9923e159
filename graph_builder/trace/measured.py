"""The name of an indicator goes in, the words that tell what it measures come out: two names with the same are names of one measure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from graph_builder import lexicon

_WORD: Final = re.compile(r"[^\W_]+(?:'s?\b)?|[<>%]")
_DEFINED: Final = re.compile(r"\((?:the\s+)?[\"'“‘]?(?P<short>[A-Z][A-Za-z]{1,7}?)s?[\"'”’]?\)")
_BEFORE: Final = re.compile(r"[A-Za-z][\w'’]*")
_NUMBER_OF: Final = re.compile(r"\bno\.?\s+of\b", re.IGNORECASE)
_OPEN_ENDED: Final = re.compile(r"(\d)\s?\+")
_SMALL: Final = frozenset("a an and for in of on or the to with".split())
_NOBODY: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class _Limit:
    """What "in time" means of a thing: the words that say it, and those that then say the same or nothing."""

    limit: str
    pattern: re.Pattern[str]
    same: Mapping[str, str]
    nothing: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Words:
    nothing: frozenset[str]
    binding: frozenset[str]
    same: Mapping[str, str]
    names: tuple[tuple[str, re.Pattern[str]], ...]
    limits: Mapping[str, _Limit]
    sorts: tuple[tuple[str, re.Pattern[str]], ...]


def measured(indicator: str, *, unit: str = "", defined: Mapping[str, str] = _NOBODY) -> frozenset[str]:
    """What an indicator measures, as the set of words that tell, without their plural; `defined` are long forms by their abbreviations.

    Words that tell where, from what age or within what time stay with the word behind them; the whole that a share is of stays the whole.
    """
    words = _words()
    rest, found = _OPEN_ENDED.sub(r"\1 and over", _NUMBER_OF.sub("number of", indicator)), []
    for short, long in defined.items():
        rest = re.sub(rf"\(\s*{re.escape(short)}s?\s*\)", " ", rest)
        rest = re.sub(rf"\b{re.escape(short)}s?\b", f" {long} ", rest)
    for name, pattern in words.names:
        rest = pattern.sub(f" {name} ", rest)
        found += [name] if re.search(rf"\b{name}\b", rest) else []
    limit = next((words.limits[name] for name in found if name in words.limits and words.limits[name].pattern.search(rest)), None)
    if limit:
        told = [limit.same.get(word, word) for word in _told(limit.pattern.sub(" ", rest), words) if word not in limit.nothing]
        return frozenset({*told, limit.limit})
    told = list(_told(rest, words))
    is_share = (unit or sort_of(indicator)) == "%"
    whole = next((word for word in told if word not in words.same.values()), "") if is_share else ""
    return frozenset({*told, *([f"of {whole}"] if whole else [])})


def sort_of(indicator: str) -> str:
    """What sort of value a name without a unit promises: `%`, `rate`, or nothing, which is a number."""
    return next((sort for sort, pattern in _words().sorts if pattern.search(indicator)), "")


def definitions(texts: Iterable[str]) -> dict[str, str]:
    """The long forms of the abbreviations that texts define, "Delayed Transfers of Care (DTOC)"; one that is defined in two ways is none."""
    found: dict[str, set[str]] = {}
    for text in texts:
        for match in _DEFINED.finditer(text):
            long = _long_form(match["short"], text[: match.start()])
            if long:
                found.setdefault(match["short"], set()).add(long)
    kept = {short: {" ".join(map(one_of, long.split())): long for long in sorted(longs)} for short, longs in found.items()}
    return {short: min(longs.values()) for short, longs in sorted(kept.items()) if len(longs) == 1}


def _long_form(short: str, before: str) -> str:
    """The words right before an abbreviation whose first letters it is, with or without those of small words; empty where they are not."""
    words = _BEFORE.findall(re.split(r"[.;:()\n]", before)[-1].replace("-", " "))
    for count in range(2, min(len(words), 2 * len(short)) + 1):
        part = [word.casefold() for word in words[-count:]]
        letters = ("".join(word[0] for word in part), "".join(word[0] for word in part if word not in _SMALL))
        if short.casefold() in letters and part[0] not in _SMALL:
            return " ".join(part)
    return ""


def one_of(word: str) -> str:
    """A word in the singular."""
    word = word.removesuffix("'s").removesuffix("'").casefold()
    if len(word) < 4 or not word.isalpha() or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("sses", "shes", "ches", "xes")) else word.removesuffix("s")


def _told(text: str, words: _Words) -> Iterator[str]:
    """The words that tell, each as the first of its list, with the word before that binds it."""
    bound = ""
    for printed in _WORD.findall(text.replace("’", "'")):
        word = printed.casefold()
        if word in words.binding:
            bound += f"{word} "
        elif word not in words.nothing:
            single = one_of(word)
            yield bound + words.same.get(single, single)
            bound = ""
    if bound:
        yield bound.strip()


@cache
def _words() -> _Words:
    content = lexicon.load("series")
    limits = {name: _limit(told) for name, told in content["limits"].items()}
    names = tuple((name, _any_of(forms)) for name, forms in content["names"].items())
    sorts = tuple((sort, re.compile(pattern, re.IGNORECASE)) for sort, pattern in content["sorts"].items())
    return _Words(frozenset(content["nothing"]), frozenset(content["binding"]), _firsts(content["same"]), names, limits, sorts)


def _firsts(groups: Iterable[list[str]]) -> dict[str, str]:
    return {one_of(word): one_of(group[0]) for group in groups for word in group}


def _limit(told: Mapping[str, Any]) -> _Limit:
    return _Limit(str(told["limit"]), _any_of(told["says"]), _firsts(told["same"]), frozenset(told["nothing"]))


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Any of some phrases, the longest first, in the singular or plural; one in capitals is an abbreviation, and stands so."""
    longest = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    forms = ("".join(f"(?-i:{re.escape(phrase)})" if phrase.isupper() else r"[\s-]+".join(map(re.escape, phrase.split()))) for phrase in longest)
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})s?(?!\w)", re.IGNORECASE)
