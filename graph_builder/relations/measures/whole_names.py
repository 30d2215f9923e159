"""The name of a figure goes in, and whether it says what was measured to a reader who has not read its sentence comes out."""

from __future__ import annotations

import re

from graph_builder.relations.forms import form
from graph_builder.relations.measures.figure_masks import FILE
from graph_builder.relations.measures.figure_wholes import is_money
from graph_builder.relations.measures.figure_words import Measured
from graph_builder.relations.measures.figures import listed

_WORD = re.compile(r"[A-Za-z][\w'’&/-]*|\d[\w,.-]*")
_HOW = re.compile(r"\s\([^()]*\b(?:by|of|on)\)$")
_WHOSE = re.compile(r"\s\([^()]*\baverages?\)$")
_OWNED = re.compile(r"\b[a-z]+(?:['’]s|s['’])\s+[a-z]")
# A word of a name, but that of a place: "cases in Westport"
_NAMED = re.compile(r"(?<![.-])(?<!\bin\s)(?<!\bat\s)(?<!\bfrom\s)(?<!\bacross\s)(?<!\bnear\s)\b[A-Z][a-z]+")
# "children with a plan"
_WITH = re.compile(r"\b(?:with|without|on|under)\s+(?:an?\s+|the\s+)?[a-z]")
_NUMBERED = re.compile(r"\b(?:month|period|quarter)\s\d", re.IGNORECASE)


def stands_alone(measured: Measured, *, about: str, alone: bool = True) -> bool:
    """Whether a name tells what was measured without its sentence.

    `about` is the heading over it, which may say that sums are told there; a sum that is not `alone` in its sentence needs a name of its own.
    """
    name, kind = measured.indicator, measured.figure.kind
    bare = name.partition(" (")[0]
    if form(FILE, "fragment").search(bare) or form(FILE, "rate-of-place").fullmatch(bare) or _is_cut(name):
        return False
    if kind == "money":
        told = _telling(name, "vague_sums") or _NUMBERED.search(bare)
        if not any(
            is_money(word) or _is(word, "rates") or word.startswith(("overspen", "underspen")) for word in re.findall(r"[a-z]+(?:-[a-z]+)?", name.casefold())
        ):
            return False
        return not form(FILE, "paid-sum").search(bare) and bool(told or ((alone or measured.period) and form(FILE, "about-money").search(about)))
    if kind in {"count", "plain"}:
        joined = _OWNED.search(bare) or (_WITH.search(bare) and len(set(_told(name))) > 1)
        return bool(_telling(name, "vague_cases") or joined)
    own = _WHOSE.sub("", name)
    words = {word.removesuffix("s") for word in _told(own)}
    return len(words) > 1 or bool(words and _telling(own, "vague_cases") and _telling(name, "vague_sums"))


def _telling(name: str, vague: str) -> list[str]:
    """The words of a name that tell one thing from others: none of a list of vague ones, unless it stands in another name: "the General Fund"."""
    inner = re.sub(r"^[\w'’-]+\s*", "", name.partition(" (")[0])
    names = [] if name.isupper() else [word for word in _NAMED.findall(inner) if word.casefold() not in listed("everybody")]
    placed = {word.casefold() for word in re.findall(r"\b(?:in|at|from|across|near)\s+(?:the\s+)?([A-Z][a-z]+)\b", inner)}
    return names + [word for word in _told(name) if not _is(word, vague) and word not in placed]


def _told(name: str) -> list[str]:
    """The words of a name that are no mere joints of it: not how it changed, no total, no year."""
    words = [word.casefold().removesuffix("'s").removesuffix("’s") for word in _WORD.findall(_HOW.sub("", name))]
    return [word for word in words if not _is(word, "says_little") and not word[0].isdigit()]


def _is_cut(name: str) -> bool:
    """Whether a bracket or a quotation mark of a name is not closed."""
    return name.count("(") != name.count(")") or len(re.findall(r"[“”\"]", name)) % 2 == 1


def _is(word: str, key: str) -> bool:
    return bool({word, word.removesuffix("s"), word.removesuffix("es")} & listed(key))
