"""A published graph in, pages and a SPARQL endpoint over HTTP out; or the pages as files for any web host."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from graph_builder.web.marks import END, MARK

if TYPE_CHECKING:
    from graph_builder.web.index import Found

__all__ = ["END", "MARK", "search"]


def search(exports: Path, words: str, filters: Mapping[str, str], *, limit: int = 20) -> Found:
    """What is published in a folder and holds all the words: things, and passages of papers, each marked with whether a fact rests on it.

    `filters` may name a kind, a council, a year (as `2018`), and `fact` (`yes` or `no`). Raises what opening a graph raises.
    """
    from graph_builder.web.edition import Edition

    return Edition(exports).index.search(words, filters, limit=limit)
