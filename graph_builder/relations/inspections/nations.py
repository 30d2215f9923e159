"""Where inspectorates work: whether one can inspect a council, and the bodies of which an authority's own paper speaks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from graph_builder import lexicon

# An authority that is no council and has a service of its own that is inspected.
_AUTHORITY: Final = re.compile(r"\b(?:Fire(?:\s+(?:and|&)\s+Rescue)?|Police|National\s+Park|Combined)\s+Authority$")


@cache
def _nations() -> dict[str, str]:
    return {name: nation for nation, names in lexicon.load("inspections")["nations"].items() for name in names}


@cache
def _councils() -> dict[str, str]:
    """The councils outside England, each with its nation."""
    groups = [group for group in lexicon.load("elections") if "nation" in group]
    return {str(name).casefold(): group["nation"] for group in groups for name in group["councils"]}


def can_inspect(inspectors: Iterable[str], council: str) -> bool:
    """Whether inspectors can inspect a council's services: not those of another nation, nor of hospitals or prisons alone."""
    nation, names = _councils().get(council.casefold(), ""), tuple(inspectors)
    if any(name.casefold() in lexicon.words("inspections", "never_of_councils") for name in names):
        return False
    return not nation or all(_nations().get(name, nation) == nation for name in names)


def is_authority(body: str) -> bool:
    """Whether a body that met is an authority with a service that is inspected: a fire authority, not its council's committee."""
    return bool(_AUTHORITY.search(body))
