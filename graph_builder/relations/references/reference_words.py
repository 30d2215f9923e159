"""The patterns by which papers speak of other meetings, from `data/patterns/references.yml`, made ready to be matched."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final, NamedTuple

from graph_builder import lexicon

# In a marked text a date and a body are one sign each, of the private use area, which no paper holds.
DATE: Final = 0xE000
BODY: Final = 0xE100
COUNCIL: Final = 0xE200
OTHER: Final = 0xE300
MOST: Final = 0xFF
_SIGNS = {
    "<DD>": r"[\ue000-\ue0ff](?:(?:[,;]| and| &|, and)* (?:on |from )?[\ue000-\ue0ff])*",
    "<D>": r"[\ue000-\ue0ff]",
    "<B>": r"[\ue100-\ue1ff]",
    "<C>": r"[\ue200-\ue2ff]",
    "<A>": r"[\ue100-\ue3ff]",
    "<X>": r"[^.;\ue000-\ue3ff]",
}


class Pattern(NamedTuple):
    """One way to speak of a meeting: its name, what its date means, whose meeting it is, what is looked for and what forbids it."""

    name: str
    means: str
    whose: str
    looked_for: re.Pattern[str]
    unless: re.Pattern[str] | None
    reads: str
    leaves: str


@cache
def load() -> Any:
    """The whole content of the file of patterns."""
    return lexicon.read_yaml(lexicon.data_dir() / "patterns" / "references.yml")


@cache
def patterns() -> tuple[Pattern, ...]:
    """The patterns in the order in which they are tried."""
    return tuple(_pattern(entry) for entry in load()["patterns"])


def _pattern(entry: dict[str, str]) -> Pattern:
    unless = entry.get("unless")
    return Pattern(entry["name"], entry["means"], entry["whose"], _ready(entry["pattern"]), _ready(unless) if unless else None, entry["reads"], entry["not"])


def _ready(pattern: str) -> re.Pattern[str]:
    for name, words in load()["words"].items():
        pattern = pattern.replace(f"<{name}>", words)
    for sign, signs in _SIGNS.items():
        pattern = pattern.replace(sign, signs)
    return re.compile(pattern, re.IGNORECASE)


@cache
def head_regex() -> str:
    """An alternative of all heads of bodies that meet, the longest first, in no particular case."""
    return _alternatives(load()["heads"])


@cache
def generic_regex() -> str:
    """An alternative of the heads that stand for the body that meets."""
    return _alternatives(load()["generic"])


def _alternatives(words: list[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s+").replace(r"\-", "[- ]?") for w in sorted(words, key=lambda w: (-len(w), w)))


@cache
def clue(name: str) -> re.Pattern[str]:
    """Words that tell what a sentence, a line or a cell is, by their name in the file."""
    return _ready(load()["clues"][name])


@cache
def section_regex(name: str) -> re.Pattern[str]:
    """A heading of a kind: `background`, `earlier`, `future`, `programme`."""
    return re.compile(load()["sections"][name], re.IGNORECASE)
