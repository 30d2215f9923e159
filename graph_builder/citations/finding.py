"""A citation that an earlier version made goes in; where its words stand today comes out, or what became of them."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Final, NamedTuple

from graph_builder.errors import UsageError
from graph_builder.masks import MASK
from graph_builder.sparql import with_prefixes
from graph_builder.store import Dataset
from graph_builder.vocabulary import compact

_HASH: Final = re.compile(r"sha256:([0-9a-f]{64})")
_PAGE: Final = re.compile(r"sha256:[0-9a-f]{64}, page (\d+)")
_QUOTE: Final = re.compile(r"“(.*)”", re.DOTALL)
_TEX: Final = re.compile(r"\\textbackslash\{\}|\\([{}%&$#_])|\\([~^])\{\}")
_LIKE: Final = 0.6
_SENTENCES: Final = """
SELECT DISTINCT ?sentence ?quote ?page ?document ?claim WHERE {{
  ?paper civ:fileHash "{hash}" ; civ:fileName ?document .
  ?text prov:wasDerivedFrom ?paper . ?sentence nif:referenceContext ?text ; nif:anchorOf ?quote .
  OPTIONAL {{ ?sentence civ:page ?page }}
  OPTIONAL {{ ?claim civ:quotedFrom ?sentence }}
}}"""


class State(StrEnum):
    """What became of the words of a citation."""

    FOUND = "found"
    MOVED = "found on another page"
    CHANGED = "changed"
    GONE = "gone"
    NO_PAPER = "its paper is not here"


class Finding(NamedTuple):
    """What a citation means today: its state; the words that stand there now, their page, and the claims that rest on them."""

    state: State
    cited: str
    quote: str = ""
    page: str = ""
    document: str = ""
    claims: tuple[str, ...] = ()


def find(dataset: Dataset, citation: str) -> Finding:
    """Where the words of a citation stand in this dataset, whichever version of the program read the paper.

    `citation` is any of the forms that `cite` gives. The paper is known by its file's hash; words count as the same whatever their white
    space, line ends, hyphens at line ends and marks are. Raises UsageError where the text holds no hash or no quote.
    """
    file_hash, page, cited = _parts(citation)
    rows = dataset.select(with_prefixes(_SENTENCES.format(hash=file_hash))).dicts()
    if not rows:
        return Finding(State.NO_PAPER, cited)
    pieces = [_plain(piece) for piece in cited.split(" … ")]
    holding = [row for row in rows if any(piece and piece in _plain(row["quote"]) for piece in pieces)]
    if holding and all(any(piece in _plain(row["quote"]) for row in rows) for piece in pieces):
        best = min(holding, key=lambda row: (bool(page) and row["page"] != page, len(row["quote"])))
        return _finding(State.FOUND if not page or best["page"] == page else State.MOVED, cited, best, rows)
    near = max(rows, key=lambda row: _likeness(cited, row["quote"]))
    if _likeness(cited, near["quote"]) >= _LIKE:
        return _finding(State.CHANGED, cited, near, rows)
    return Finding(State.GONE, cited, document=rows[0]["document"])


def _finding(state: State, cited: str, row: dict[str, str], rows: list[dict[str, str]]) -> Finding:
    claims = sorted({compact(one["claim"]) for one in rows if one["sentence"] == row["sentence"] and one["claim"]})
    return Finding(state, cited, " ".join(row["quote"].split()), row["page"], row["document"], tuple(claims))


def _parts(citation: str) -> tuple[str, str, str]:
    """Hash, page and quote of a citation in any form."""
    text = "\n".join(_texts(citation))
    file_hash, quote, page = _HASH.search(text), _QUOTE.search(text), _PAGE.search(text)
    if file_hash is None or quote is None:
        raise UsageError("this is no citation of graph-builder cite: it holds no sha256:… of a file, or no quote between “ and ”")
    return file_hash[1], page[1] if page else "", quote[1]


def _texts(citation: str) -> Iterator[str]:
    """The texts of a citation: of CSL JSON its notes, of BibTeX without its escapes."""
    if citation.lstrip().startswith("["):
        try:
            for item in json.loads(citation):
                yield from (str(item.get(key, "")) for key in ("annote", "note"))
            return
        except (ValueError, AttributeError):
            pass
    tex = citation.lstrip().startswith("@")
    yield _TEX.sub(lambda match: match[1] or match[2] or "\\", citation) if tex else citation


def _plain(text: str) -> str:
    """The letters and figures of a text alone, in small letters: what another reader of the same page gives too."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _likeness(cited: str, quote: str) -> float:
    return difflib.SequenceMatcher(None, cited.replace(MASK, "").casefold(), quote.casefold(), autojunk=False).ratio()
