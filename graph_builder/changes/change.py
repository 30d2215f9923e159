"""What one change is: of which kind, in which view and paper, and what was said before and is said after."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

Row: TypeAlias = Mapping[str, str]


class Change(NamedTuple):
    """One change: what kind, in which view, in which paper and of which day, what was said before and is said after, and the quote."""

    what: str
    view: str
    date: str
    document: str
    before: str
    after: str
    quote: str
    claim: str
