"""Two faces of people go in; out come the signs for and against their being one, each with its weight and words, and their sum."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Final

from graph_builder import lexicon
from graph_builder.language.likeness import Sign, given_signs, is_common, name_signs
from graph_builder.resolution.faces import Face
from graph_builder.resolution.terms import election_between, elections

SAME: Final = 5
"""From this sum on two faces are one person, unless another fits as well."""
DOUBTFUL: Final = 3
"""From this sum on a pair is shown to a person."""
_TOLD: Final = 4
"""The weight of a given name written out in both, or a short form of it."""
_ELECTED: Final = frozenset(("councillor", "member"))
_YEARS: Final = ((8, -3), (4, -2), (2, -1))
_YEARS_OF_COMMON: Final = ((8, -4), (2, -3), (1, -2))
"""From how many years between two papers on which weight speaks against one person; more where many bear the surname and the given name is not told alike."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What speaks for and against two faces being one; `bar` is empty, `soft` or `hard` as in `Sign`."""

    signs: tuple[Sign, ...]

    @property
    def score(self) -> int:
        """The sum of the weights."""
        return sum(sign.weight for sign in self.signs)

    @property
    def bar(self) -> str:
        """What forbids that the two become one by themselves."""
        bars = {sign.bar for sign in self.signs}
        return "hard" if "hard" in bars else "soft" if "soft" in bars else ""

    @property
    def words(self) -> tuple[str, ...]:
        """Each sign as a person reads it: `the given name Fran in both (+5)`."""
        return tuple(f"{sign.words} ({sign.weight:+d})" if sign.weight or not sign.bar else f"{sign.words} ({sign.bar} bar)" for sign in self.signs)


def compare(left: Face, right: Face) -> Comparison:
    """All that two faces tell; a hard bar in the names ends it at once."""
    names = _names_of_one_id(left, right) or _names(left, right)
    if any(sign.bar == "hard" for sign in names):
        return Comparison(names)
    return Comparison((*names, *_context(left, right)))


def _names_of_one_id(left: Face, right: Face) -> tuple[Sign, ...]:
    """The signs of two surnames to which a council's web service gives one id, as after a marriage: empty where the given names do not agree."""
    if left.council != right.council or not left.numbers & right.numbers or left.surname == right.surname:
        return ()
    given = [signs for a, b in product(left.names, right.names) if (signs := given_signs(a, b))]
    best = max(given, key=_total, default=())
    return best if best and not any(sign.bar for signs in given for sign in signs) else ()


def _names(left: Face, right: Face) -> tuple[Sign, ...]:
    """The signs of the two names that agree best; of those that forbid it, where two names clash."""
    best: tuple[Sign, ...] = ()
    soft: tuple[Sign, ...] = ()
    for a, b in product(left.names, right.names):
        signs = name_signs(a, b)
        bars = {sign.bar for sign in signs}
        if "hard" in bars:
            return signs
        if "soft" in bars:
            soft = max(soft, signs, key=_total)
        best = max(best, signs, key=_total)
    return soft or best


def _total(signs: tuple[Sign, ...]) -> tuple[bool, int]:
    return bool(signs), sum(sign.weight for sign in signs)


def _context(left: Face, right: Face) -> Iterator[Sign]:
    """What the papers tell besides the names."""
    if left.council == right.council:
        yield Sign("council", 2, "both stand in papers of one council")
    elif left.offices & right.offices:
        yield Sign("office", 1, f"both are {min(left.offices & right.offices)}, known beyond one council")
    else:
        yield Sign("council", -6, "they stand in papers of different councils")
    if not left.papers.isdisjoint(right.papers):
        yield Sign("one paper", 0, "one paper names both as two people", "hard")
    yield from _standing(left, right)
    yield from _shared(left, right)
    yield from _dates(left, right)


def _standing(left: Face, right: Face) -> Iterator[Sign]:
    standings = {left.standing, right.standing}
    if standings <= _ELECTED:
        yield Sign("standing", 3, "both are members")
    elif standings == {"councillor", "officer"}:
        yield Sign("standing", -3, "a councillor cannot be an officer of the council", "soft" if left.council == right.council else "")
    elif standings == {"member", "officer"}:
        yield Sign("standing", -3, "one is a member and one an officer")


def _shared(left: Face, right: Face) -> Iterator[Sign]:
    if left.numbers and right.numbers:
        if left.numbers & right.numbers:
            yield Sign("member id", 12, "the web service gives both one id")
        elif _sites(left) & _sites(right):
            yield Sign("member id", 0, "the web service gives them two ids", "hard")
    if left.parties and right.parties:
        yield _parties(left, right)
    if left.posts & right.posts:
        yield Sign("post", 3, f"both hold a post: {min(left.posts & right.posts).replace('-', ' ')}")
    elif left.posts and right.posts and not _words(left.posts) & _words(right.posts):
        told = any(sign.weight >= _TOLD for sign in _names(left, right))
        yield Sign("post", -1 if told else -2, f"one is {min(left.posts).replace('-', ' ')}, the other {min(right.posts).replace('-', ' ')}")
    if left.bodies & right.bodies:
        alone = left.surname_alone or right.surname_alone
        own = sorted(body for body in left.bodies & right.bodies if not body.endswith("council"))
        body = own[0] if own else min(left.bodies & right.bodies)
        # That a committee has somebody of a surname before and after tells more than that the council has.
        yield Sign("body", 2 if own and alone else 1, f"both belong to {body.replace('-', ' ')}")


def _sites(face: Face) -> set[str]:
    """The sites that know somebody by an id: two sites may give one person two."""
    return {number.rpartition("/")[0] for number in face.numbers}


@cache
def _general() -> frozenset[str]:
    """Words that many posts have, by which two are not one: officer, head, manager."""
    return frozenset(lexicon.words("roles", "posts_in_general"))


def _words(posts: frozenset[str]) -> set[str]:
    """The words of posts; two that share one may be one post in other words."""
    return {word for post in posts for word in post.split("-") if len(word) > 3} - _general()


def _parties(left: Face, right: Face) -> Sign:
    """One party; two, as after a change of party; or two to and fro, which nobody does."""
    alone = left.surname_alone or right.surname_alone
    if left.parties & right.parties:
        return Sign("party", 2, "both are of one party")
    if alone:
        return Sign("party", -3, "they are of different parties, and a surname alone is all that speaks for one")
    if left.first and left.last and right.first and right.last and left.first < right.last and right.first < left.last:
        return Sign("party", -5, "they are of different parties at one time", "soft")
    return Sign("party", -2, "they are of different parties")


def _dates(left: Face, right: Face) -> Iterator[Sign]:
    """Terms of office and the years between."""
    if left.first is None or right.first is None or left.last is None or right.last is None:
        if (left.surname_alone or right.surname_alone) and (left.first is None) != (right.first is None):
            yield Sign("dates", -1, "a surname alone says little where one of the papers has no day")
        return
    early, late = sorted(((left.first, left.last), (right.first, right.last)))
    years = max(0, (late[0] - early[1]).days // 365)
    elected = {left.standing, right.standing} <= _ELECTED and left.council == right.council
    day = election_between(left.council_name, early[1], late[0]) if elected else None
    if day:
        yield Sign("term", -1, f"the council was elected on {day.isoformat()} between them")
    seated = elected and bool(elections(left.council_name))
    if left.surname_alone or right.surname_alone:
        yield from _alone(years, seated=seated, beyond=bool(day), common=is_common(left.names[0]))
    if elected and left.surname_alone and right.surname_alone and not day and not years:
        yield _listed(left, right)
    weak = is_common(left.names[0]) and not any(sign.weight == 5 for sign in _names(left, right))
    weight = next((weight for most, weight in (_YEARS_OF_COMMON if weak else _YEARS) if years >= most), 0)
    if weight and (day or not seated):
        yield Sign("dates", weight, f"{years} years lie between them")


def _listed(left: Face, right: Face) -> Sign:
    """Where two councillors bear one name, lists tell them apart; a list of the whole council does so surely."""
    whole = any(body == "council" or body.endswith("-council") for body in left.bodies | right.bodies)
    return Sign("list", 3 if whole else 1, f"lists of one term{', that of the whole council among them,' * whole} give the surname alone")


def _alone(years: int, *, seated: bool, beyond: bool, common: bool) -> Iterator[Sign]:
    """What time says of a surname that stands alone: who was elected sits until the next election, and nobody else is told by the name alone."""
    if beyond:
        yield Sign("term", -1 if years == 0 and not common else -2, "a surname alone says little beyond an election")
    if years and (beyond or common or not seated):
        yield Sign("dates", -2, "a surname alone says little of another year")
