"""The verification: a published graph and the texts that a build kept go in; each quote and each file that is not what it should be comes out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from graph_builder import state, store
from graph_builder.errors import DamagedStore
from graph_builder.masks import MASK, matches
from graph_builder.model import Graph, Literal, Triple
from graph_builder.sparql import with_prefixes
from graph_builder.vocabulary import compact

_QUOTES: Final = """
SELECT ?sentence ?text ?begin ?end ?quote WHERE {
  ?sentence nif:anchorOf ?quote ; nif:beginIndex ?begin ; nif:endIndex ?end ; nif:referenceContext ?text
} ORDER BY ?sentence"""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A quote that is not in its text, or a published file that is not the one which the manifest names."""

    what: str
    reason: str
    published: str = ""
    found: str = ""


@dataclass(frozen=True, slots=True)
class Verification:
    """How many quotes were read again, how many of them are masked in part, and what did not match."""

    quotes: int
    masked: int
    mismatches: tuple[Mismatch, ...]


def verify(exports: Path, texts: Path) -> Verification:
    """Every published quote read again from the kept texts at its offsets, and every published file by its hash.

    Where a quote is masked, the words around the masks have to be those of the text. Raises what `store.open_dataset` raises.
    """
    dataset = store.open_dataset(exports)
    rows = dataset.select(with_prefixes(_QUOTES)).dicts()
    mismatches = (*_files(exports, dataset.manifest), *_quotes(rows, texts))
    return Verification(len(rows), sum(MASK in row["quote"] for row in rows), mismatches)


def read_back(exports: Path) -> Graph:
    """The published graph, as `dataset.nt` has it: a store may write a number otherwise than it was given.

    Raises what `store.open_dataset` raises, and DamagedStore where the file is not the one that was published.
    """
    import pyoxigraph as ox

    path = exports / "dataset.nt"
    damaged = [mismatch for mismatch in _files(exports, store.open_dataset(exports).manifest) if mismatch.what == path.name]
    if damaged:
        raise DamagedStore(damaged[0].reason, file=path)
    return Graph(tuple(Triple(*map(_term, quad.triple)) for quad in ox.parse(path=path, format=ox.RdfFormat.N_TRIPLES)))


def _term(node: Any) -> Any:
    """The id or literal of a parsed term."""
    return Literal(node.value, compact(node.datatype.value), node.language or "") if hasattr(node, "datatype") else compact(node.value)


def _quotes(rows: list[dict[str, str]], folder: Path) -> Iterator[Mismatch]:
    text_of = cache(lambda digits: _text(folder, digits))
    for row in rows:
        text = text_of(row["text"].rpartition("/")[2])
        words = "" if text is None else text[int(row["begin"]) : int(row["end"])]
        if text is None:
            yield Mismatch(row["sentence"], "its text is not there, or is another one; build again", row["quote"])
        elif not matches(row["quote"], words):
            yield Mismatch(row["sentence"], "its text has other words there", row["quote"], words)


def _text(folder: Path, digits: str) -> str | None:
    """A kept text, if it is the one that its name says."""
    text = state.text_of(folder, f"id:text/{digits}")
    return text if text is not None and hashlib.sha256(text.encode()).hexdigest().startswith(digits) else None


def _files(exports: Path, manifest: Mapping[str, Any]) -> Iterator[Mismatch]:
    for name, said in manifest.get("files", {}).items():
        path = exports / name
        if not path.is_file():
            yield Mismatch(name, "the file is not there; build again")
        elif hashlib.sha256(path.read_bytes()).hexdigest() != said["sha256"]:
            yield Mismatch(name, "the file is not the one that was published; build again")
