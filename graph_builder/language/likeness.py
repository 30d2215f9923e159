"""Whether two names can be one person's: signs for and against, each with its weight and words, from surname, given names, initials and titles."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from graph_builder import lexicon
from graph_builder.language.names import Name, fold, folded_words, known_given

_LONG_ENOUGH: Final = 5
"""A surname shorter than this is not taken for another with one letter changed: Bell is no Ball."""


class Sign(NamedTuple):
    """One thing that speaks for or against two being one: a weight, and the words that a person reads.

    `bar` is `hard` where the two cannot be one, `soft` where only a person may join them, else empty.
    """

    feature: str
    weight: int
    words: str
    bar: str = ""


@cache
def _short_forms() -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for group in lexicon.load("people")["short_forms"]:
        for name in group:
            groups.setdefault(fold(name), set()).update(fold(other) for other in group)
    return {name: frozenset(others) for name, others in groups.items()}


def same_given(left: str, right: str) -> bool:
    """Whether two given names written out can be one: the same, or a short form of it."""
    a, b = fold(left), fold(right)
    return a == b or b in _short_forms().get(a, frozenset())


@lru_cache(maxsize=100_000)
def surname_key(name: Name) -> str:
    """What names are blocked by: the surname without case, accents, hyphens and apostrophes."""
    return fold(name.surname).replace("-", " ").replace("'", "").replace(" ", "")


@lru_cache(maxsize=100_000)
def given_parts(name: Name) -> tuple[str, ...]:
    """The given names and initials one by one, folded; glued initials are taken apart: `FM` is f, m."""
    parts: list[str] = []
    for part in name.given.replace("-", " ").replace(".", " ").split():
        glued = part.isupper() and len(part) <= _LONG_ENOUGH and not known_given(part)
        parts.extend(fold(part) if glued else [fold(part)])
    return tuple(filter(None, parts))


def first_letters(name: Name) -> frozenset[str]:
    """The letters with which the first given name can begin, in its short forms too; empty where none is printed."""
    first = next(iter(given_parts(name)), "")
    return frozenset(form[0] for form in {first, *_short_forms().get(first, ())} if form)


@lru_cache(maxsize=100_000)
def sex_of(name: Name) -> str:
    """`f` or `m` where the title tells it, or a first given name that only women, or only men, bear; else empty."""
    if name.sex:
        return name.sex
    parts = given_parts(name)
    for words, told in ((set(parts[:1]), "given"), ({*parts[1:], fold(name.surname)}, "parts")):
        sexes = [sex for sex, key in (("f", "female"), ("m", "male")) if words & folded_words(f"{key}_{told}")]
        if len(sexes) == 1:
            return sexes[0]
    return ""


def is_common(name: Name) -> bool:
    """Whether many people bear the surname, so that it tells little."""
    return fold(name.surname) in folded_words("common_surnames")


@lru_cache(maxsize=1 << 18)
def name_signs(left: Name, right: Name) -> tuple[Sign, ...]:
    """What two names tell; a sign with a bar among them means that they are not compatible."""
    if double_surname(left, right):
        return (Sign("surname", 2, f"{_double(left, right)} is a double surname"),)
    surname = _surname(left, right)
    if surname.bar == "hard":
        return (surname,)
    sexes = {sex_of(left), sex_of(right)} - {""}
    if len(sexes) > 1:
        return surname, Sign("title", 0, f"{left.printed} is a man's name and {right.printed} a woman's, or the other way round", "hard")
    return surname, *_given(left, right)


def given_signs(left: Name, right: Name) -> tuple[Sign, ...]:
    """What the titles and given names tell, whatever the surnames are; empty where one has no given name."""
    if len({sex_of(left), sex_of(right)} - {""}) > 1:
        return (Sign("title", 0, f"{left.printed} is a man's name and {right.printed} a woman's, or the other way round", "hard"),)
    return _given(left, right) if left.given and right.given else ()


def compatible(left: Name, right: Name) -> bool:
    """Whether nothing in two names speaks against their being one person's.

    Initials agree when the shorter ones begin the longer; two given names written out agree when they are the same or short forms.
    """
    return not any(sign.bar for sign in name_signs(left, right))


def _surname(left: Name, right: Name) -> Sign:
    a, b = surname_key(left), surname_key(right)
    if a == b:
        common = is_common(left)
        return Sign("surname", -2 if common else 0, f"many people are called {left.surname}" if common else f"both are called {left.surname}")
    parts, others = (set(fold(name.surname).replace("-", " ").split()) for name in (left, right))
    if parts == others:
        return Sign("surname", 1, f"{left.surname} and {right.surname} are one double name in another order", "soft")
    if parts < others or others < parts:
        return Sign("surname", 0, f"{left.surname} and {right.surname} share a part of a double name, as after a marriage", "soft")
    if misspelt(a, b):
        return Sign("surname", -1, f"{left.surname} and {right.surname} differ by a letter", "soft")
    if a == fold(right.given) and b == fold(left.given):
        return Sign("surname", 0, "given name and surname may have changed places", "soft")
    return Sign("surname", 0, f"{left.surname} is not {right.surname}", "hard")


def misspelt(left: str, right: str) -> bool:
    """Whether two words of some length differ by one letter, or by two that changed places."""
    from rapidfuzz.distance import OSA

    return min(len(left), len(right)) >= _LONG_ENOUGH and OSA.distance(left, right, score_cutoff=1) <= 1


def _given(left: Name, right: Name) -> tuple[Sign, ...]:
    a, b = given_parts(left), given_parts(right)
    if not a or not b:
        return (Sign("given name", -1 if is_common(left) else 0, "no given name is printed in one of them"),)
    first = _first(a, b)
    if first.bar:
        return (first,)
    shared = _shared(a[1:], b[1:])
    if shared is None:
        bar = "soft" if _within(a[1:], b[1:]) else "hard"
        return first, Sign("initials", 0, f"{' '.join(a).title()} is not {' '.join(b).title()}", bar)
    return (first, Sign("initials", min(shared, 2), f"{shared} more given names or initials agree")) if shared else (first,)


def _first(a: Sequence[str], b: Sequence[str]) -> Sign:
    """What the first given names tell, each a word or a letter."""
    x, y = a[0], b[0]
    if x == y:
        return Sign("given name", 5, f"the given name {x.title()} in both") if len(x) > 1 else Sign("initials", 3, f"the initial {x.upper()} in both")
    if len(x) > 1 and len(y) > 1 and same_given(x, y):
        return Sign("given name", 4, f"{x.title()} and {y.title()} are forms of one given name")
    if x[0] == y[0] and 1 in (len(x), len(y)):
        return Sign("initials", 3, f"{max(x, y, key=len).title()} begins with {x[0].upper()}")
    words = f"{' '.join(a).title()} is not {' '.join(b).title()}"
    if _among(x, b[1:]) or _among(y, a[1:]):
        return Sign("given name", 1, f"{words}, but somebody may go by a second given name", "soft")
    if 1 in (len(x), len(y)) and min(x, y, key=len) in {form[0] for form in _short_forms().get(max(x, y, key=len), ())}:
        return Sign("given name", 0, f"{max(x, y, key=len).title()} may be short for a name in {min(x, y, key=len).upper()}")
    return Sign("given name", 0, words, "hard")


def _among(part: str, others: Sequence[str]) -> bool:
    return any(_agree(part, other) for other in others)


def _agree(left: str, right: str) -> bool:
    """Whether two given names or initials agree."""
    return same_given(left, right) if len(left) > 1 and len(right) > 1 else left[0] == right[0]


def _shared(a: Sequence[str], b: Sequence[str]) -> int | None:
    """How many further names agree, where the others follow those of one; None where they do not."""
    return min(len(a), len(b)) if all(map(_agree, a, b)) else None


def _within(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether further names of one are among those of the other in their order, with some left out between: `J R` for `J W R`."""
    short, long = sorted((a, b), key=len)
    rest = iter(long)
    return all(any(_agree(part, other) for other in rest) for part in short)


def double_surname(left: Name, right: Name) -> bool:
    """Whether one name is the other without its first given name: "Fenwick Moore" for "Ruth Fenwick Moore"."""
    long, short = (left, right) if len(left.given.split()) > len(right.given.split()) else (right, left)
    if not short.title or not short.given or short.given.isupper() or surname_key(left) != surname_key(right):
        return False
    if len({left.sex, right.sex} - {""}) > 1:
        return False
    return long.given.split()[1:] == short.given.split() and not known_given(short.given.split()[0])


def _double(left: Name, right: Name) -> str:
    short = min(left, right, key=lambda name: len(name.given))
    return f"{short.given} {short.surname}"


def fullness(name: Name) -> tuple[int, int, int, str]:
    """What tells the fullest form of a person's names: given names written out, then initials, then a title; ties by the text."""
    return (len(name.initials), int(name.has_given), int(bool(name.title)), name.printed)
