"""How gold and found are compared: two texts, names or dates go in, whether they say the same comes out."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

# These lists are part of what the figures mean: they stand here and not in the lexicon, which grows.
TITLES: Final = frozenset(
    "mr mrs ms miss mx dr cllr councillor councillors sir dame lord lady baroness prof professor rev revd hon sgt pc pcso messrs misses "
    "canon brig col capt".split()
)
HONOURS: Final = frozenset("obe mbe cbe bem kbe dbe mp jp dl qpm qc kc cc".split())
STOP: Final = frozenset("the a an of and for in on to be by at with that".split())
PLAIN: Final = frozenset({"resolved", "agreed", "carried"})
"""Outcomes in gold that say no more than that a motion was passed."""
POSITIVE: Final = PLAIN | frozenset({"noted", "approved", "endorsed", "confirmed", "elected", "appointed", "recommended", "requested"})
SCALES: Final = {"bn": 1e9, "billion": 1e9, "m": 1e6, "million": 1e6, "k": 1e3}
AMOUNT: Final = re.compile(r"(-?\d[\d,]*(?:\.\d+)?)\s*(bn|billion|m|million|k)?\b")
ROOM: Final = 80  # so many words a found text may have at least, however short the gold one is


@lru_cache(maxsize=100_000)
def words(text: str) -> tuple[str, ...]:
    """The comparable words of a text: lower case, ASCII quotes, no punctuation, no stop words."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("’", "'").replace("'s", "").replace("&", " and ")
    return tuple(word for word in re.findall(r"[a-z0-9]+", plain) if word not in STOP)


@lru_cache(maxsize=100_000)
def person(name: str) -> tuple[str, str]:
    """Surname and first initial of a name in any of its forms; each empty where there is none."""
    plain = re.sub(r"\(.*?\)|\bM\.P\.", " ", unicodedata.normalize("NFKC", name).replace("’", "'"))
    parts = [part for part in re.split(r"[\s,.]+", plain) if part and part.casefold().strip("'") not in TITLES | HONOURS]
    if not parts:
        return ("", "")
    return (parts[-1].casefold(), parts[0][0].casefold() if len(parts) > 1 else "")


def same_person(left: str, right: str) -> bool:
    """Whether two names can be one person's: the same surname, and no two first initials that differ."""
    (surname, initial), (other, second) = person(left), person(right)
    return surname == other and (initial == second or not initial or not second)


def overlap(gold: str, found: str) -> float:
    """The share, from 0 to 1, of the gold text's words that the found text has."""
    wanted, got = set(words(gold)), set(words(found))
    return len(wanted & got) / len(wanted) if wanted and got else 0.0


def says(gold: str, *found: str) -> bool:
    """Whether one of the found texts says the gold one, in at most six times its words (or eighty): a whole page says nothing."""
    room = max(6 * len(words(gold)), ROOM)
    return any(overlap(gold, text) >= 0.8 and len(words(text)) <= room for text in found)


def alike(gold: str, found: str, least: float = 0.75) -> bool:
    """Whether two short names mean the same: at least so much of their words agrees, both ways."""
    one, other = set(words(gold)), set(words(found))
    return bool(one and other) and 2 * len(one & other) / (len(one) + len(other)) >= least


def amounts(text: str) -> set[float]:
    """The first number in a text as printed and in full: "£30.4m" is 30.4 and 30,400,000."""
    found = AMOUNT.search(text.casefold())
    if not found:
        return set()
    number = float(found[1].replace(",", ""))
    return {number, round(number * SCALES.get(found[2] or "", 1.0), 6)}


def dates_meet(gold: str, found: str) -> bool:
    """Whether a found date or period, ISO with a slash between its ends, is the gold one, inside it, or around it."""
    if not gold or not found:
        return not gold
    (start, end), (first, last) = _ends(gold), _ends(found)
    return start.startswith(first) or first.startswith(start) or end.startswith(last) or last.startswith(end)


def _ends(period: str) -> tuple[str, str]:
    parts = period.split("/")
    return parts[0], parts[-1]


def outcome_fits(gold: str, found: str) -> bool:
    """Whether an outcome is the gold one, or one of those that pass a motion where gold says no more."""
    return gold == found or (gold in PLAIN and found in POSITIVE)


def split(cell: str | None) -> list[str]:
    """The values of a cell that holds several."""
    return [part.strip() for part in (cell or "").split(" | ") if part.strip()]
