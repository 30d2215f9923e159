"""Two texts go in; out comes whether they want the same to become of a matter, or one the opposite of the other."""

from __future__ import annotations

import re

_FATE = re.compile(r"\b(?:defer|refus|approv|accept|adopt|reject|suspen|adjourn|withdraw|grant)\w*")
_AGAINST = frozenset({"refus", "rejec", "defer", "withd"})


def fates(text: str) -> set[str]:
    """The beginnings of the words that tell what is to become of a matter: of "deferral" and "deferred"."""
    return {found[:5] for found in _FATE.findall(text.casefold())}


def are_opposed(motion: str, resolution: str) -> bool:
    """Whether one is for what the other is against: a motion to refuse what was then granted."""
    left, right = fates(motion), fates(resolution)
    return bool(left and right and not left & right and (left | right) & _AGAINST)
