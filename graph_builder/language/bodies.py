"""Names of bodies: committees, councils, schools, trusts and inspectorates as running text and headings print them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from graph_builder import lexicon

SMALL = {"and", "of", "the", "for", "in", "on", "to", "at", "with", "de", "la", "y", "an", "a", "or", "by", "from"}
_WORD = r"[A-ZÀ-Þ][\w'’/]*(?:-[\w'’]+)*"


class Body(NamedTuple):
    """A body's name in a text, with its offsets there."""

    name: str
    start: int
    end: int


@cache
def _alternatives(*keys: str) -> str:
    words = sorted({w for key in keys for w in lexicon.words("bodies", key)}, key=lambda w: (-len(w), w))
    return "|".join(re.escape(w).replace(r"\ ", r"\s+").replace("-", "-?").replace("\\-?", "[- ]?") for w in words)


@cache
def meeting_head() -> re.Pattern[str]:
    """A word that the name of a body that meets ends in, in any case."""
    return re.compile(rf"\b(?:{_alternatives('meeting_heads')})\b", re.IGNORECASE)


@cache
def _run() -> re.Pattern[str]:
    """A run of capitalised words, with small words between them."""
    return re.compile(rf"(?<![\w'(]){_WORD}(?:(?:\s+(?:and|of|the|for|in|on|upon|&|de|le)){{0,3}}\s+(?:{_WORD})|\s+&\s+{_WORD})*")


@cache
def _heads() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_capital_heads()})(?:\s+(?:of|for)\s+{_WORD})?\b(?!['-])")


@cache
def _capital_heads() -> str:
    words = sorted({w for w in lexicon.words("bodies", "other_heads")}, key=lambda w: (-len(w), w))
    return "|".join(r"\s+".join(_capital(part) for part in w.split()) for w in words)


def _capital(word: str) -> str:
    if word in {"and", "of"}:
        return word
    return f"(?:{word[0].upper()}{re.escape(word[1:])}|{re.escape(word.upper())})"


@cache
def _sentence_case() -> re.Pattern[str]:
    heads = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in lexicon.words("bodies", "small_heads"))
    words = r"(?:\s+(?!the\b|was|were|is|are|had|has|that|which|who|by|from|to|at|held|noted|agreed)[\w'&-]+){0,6}?"
    return re.compile(rf"(?<![\w'(.])[A-Z][\w'-]+{words}\s+(?:{heads})\b(?!-)")


@cache
def _known() -> re.Pattern[str]:
    names = [n for label, entry in lexicon.load("bodies")["national"].items() for n in (label, *entry.get("names", ()))]
    return re.compile(r"\b(?:" + "|".join(re.escape(n) for n in sorted(names, key=lambda n: (-len(n), n))) + r")\b")


@cache
def national(name: str) -> tuple[str, str, str] | None:
    """The shown name, id and kind of a national body by any of its names, or None."""
    for label, entry in lexicon.load("bodies")["national"].items():
        if name.casefold() in {label.casefold(), *(str(n).casefold() for n in entry.get("names", ()))}:
            return label, entry["id"], entry["kind"]
    return None


@cache
def _front() -> re.Pattern[str]:
    return re.compile(lexicon.load("bodies")["posts_in_front"], re.IGNORECASE)


# Heads that are often the middle of a longer phrase: "Dedicated Schools Grant", "SEND Group Manager".
_NEEDS_END = re.compile(r"(?:School|Schools|Group|Team|Network|Partnership|Hub|Academy|Service|Trust|Executive|Commission|Union|Union|Company)$", re.IGNORECASE)
_LEAD = re.compile(r"^(?:(?:and|The|A|An|At|In|On|To|By|For|From|And|Of|With|This|That|Their|Its|Following|During|When|While|Whilst|As|Both|Each|All|Any|If|Since|Although|Under|Through|Her|His|Our|What|Local Area)\s+)+(?=\S)")


def find(text: str) -> Iterator[Body]:
    """The bodies that a text names, in order, longest name first where two overlap."""
    taken = 0
    for start, end in sorted(set(_places(text)), key=lambda place: (place[0], -place[1])):
        if start >= taken:
            taken = end
            yield Body(" ".join(text[start:end].split()), start, end)


def _places(text: str) -> Iterator[tuple[int, int]]:
    for match in _known().finditer(text):
        yield match.span()
    if text.isupper():
        return
    for run in _run().finditer(text):
        start, last = run.start(), None
        for head in _heads().finditer(text, run.start(), run.end()):
            if last is not None and re.match(r"\s+and\s+(?:the\s+)?", text[last.end() : head.start()]):
                yield from _trimmed(text, start, last.end())
                start = last.end()
            last = head
        if last is not None and not (_NEEDS_END.search(last.group()) and re.match(r"\s+[A-Z][a-z]", text[last.end() :])):
            yield from _trimmed(text, start + (text[start] == " "), last.end())
    for match in _sentence_case().finditer(text):
        yield from _trimmed(text, *match.span())


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The place without what stands in front of a name; none where only general words are left."""
    for pattern in (_LEAD, _front(), _LEAD):
        match = pattern.match(text[start:end])
        start += match.end() if match else 0
    start += max((m.end() for m in re.finditer(r"^(?:[A-Z]{2,6}\s+and\s+)|\band\s+the\s+", text[start:end])), default=0)
    name = text[start:end]
    joined = re.match(r"(?:Joint\s+)?(?P<first>Ofsted|CQC)(?:\s+and\s+(?:the\s+)?)", name)
    if joined and len(name) > joined.end():
        yield start + joined.start("first"), start + joined.end("first")
        start += joined.end()
        name = text[start:end]
    words = [w.casefold() for w in re.split(r"[\s&]+", name) if w]
    if len(words) >= 2 and name[0].isupper() and "articles of" not in name.casefold() and words[0] not in set(lexicon.words("bodies", "not_first")) and not set(words) <= set(lexicon.words("bodies", "generic")) and len(words) <= 14:
        yield start, end


def tidy(name: str) -> str:
    """A body's name for showing: no article, no stray marks, ordinary case instead of capitals."""
    name = re.sub(r"\s+", " ", name).strip(" .,:;-–—*")
    name = re.sub(r"^(?:the|a|an)\s+", "", name, flags=re.IGNORECASE)
    name = re.sub(r"(?:'s)?\s+(?:meetings?|minutes)$", "", name, flags=re.IGNORECASE)
    return ordinary_case(name) if name.isupper() and len(name.split()) > 1 else name


def ordinary_case(name: str) -> str:
    """A name that is printed in capitals, in title case."""
    words = name.casefold().split()
    return " ".join(w if i and w in SMALL else _cap(w) for i, w in enumerate(words))


def _cap(word: str) -> str:
    return "-".join("/".join(re.sub(r"[^\W\d_]", lambda m: m.group().upper(), p, count=1) for p in part.split("/")) for part in word.split("-"))


def split_council(name: str, council: str) -> str:
    """A body's name without its council's in front: `Limerick City and County Council's Travel Committee` is the Travel Committee."""
    for form in filter(None, {council, re.sub(r"\s+(?:County|City|Borough|District)?\s*Council$", " Council", council)}):
        match = re.match(re.escape(form) + r"(?:'s|’s)?[\s,:–-]+(?=\S)", name, re.IGNORECASE)
        if match and meeting_head().search(name[match.end() :]):
            return tidy(name[match.end() :])
    return name


@cache
def council_regex() -> re.Pattern[str]:
    """The name of a council: `X County Council`, `London Borough of X`, `City of X Council`."""
    place = r"[A-ZÀ-Þ][\w'’-]*(?:(?:\s+|-)(?:and|upon|on|in|of|the|under|by|le|with|&|[A-ZÀ-Þ][\w'’-]*)){0,6}"
    return re.compile(rf"(?<![\w'])(?!Minutes|Meeting|Agenda|Notes|Full|The\s+Council|Ordinary|Annual|Special|Extraordinary|Town\s+Council|Parish\s+Council|County\s+Council|City\s+Council|Members|Clerk|Present)(?:(?:Royal\s+|London\s+)?Borough\s+of\s+{place}|City\s+of\s+{place}\s+Council|{place}?\s+(?:(?:Metropolitan\s+|Royal\s+)?Borough|County|City\s+and\s+County|City|District|Town|Parish|Community|Metropolitan\s+District)\s+Council|{place}\s+Council)(?:'s)?")
