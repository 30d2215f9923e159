"""An Accept header and what there is go in, what to send comes out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

ROWS: Final[Mapping[str, str]] = {
    "application/sparql-results+json": "json",
    "application/json": "json",
    "application/sparql-results+xml": "xml",
    "application/xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
}
GRAPHS: Final[Mapping[str, str]] = {
    "text/turtle": "ttl",
    "application/ld+json": "jsonld",
    "application/json": "jsonld",
    "application/n-triples": "nt",
    "application/rdf+xml": "rdf",
    "application/xml": "rdf",
}


def choose(accept: str | None, offers: Mapping[str, str]) -> str | None:
    """What is wanted most of what is offered by media type; the first offer where all are equal, None where none is taken.

    Order: quality, then how exactly the media type is named, then the order of the header.
    """
    best: tuple[float, int, int] | None = None
    found = None
    for at, (kind, quality) in enumerate(_ranges(accept)):
        matching = [offer for offer in offers if _fits(kind, offer)]
        exactness = 2 if kind in offers else 1 if kind != "*/*" else 0
        rank = (quality, exactness, -at)
        if matching and quality > 0 and (best is None or rank > best):
            best, found = rank, offers[matching[0]]
    return found


def wants_page(accept: str | None) -> bool:
    """Whether the asker would rather have a page for people, as a browser does."""
    return choose(accept, {"application/octet-stream": "data", "text/html": "page"}) == "page" and "text/html" in (accept or "")


def _ranges(accept: str | None) -> list[tuple[str, float]]:
    found = []
    for part in (accept or "*/*").split(",")[:50]:
        kind, *parameters = (word.strip().lower() for word in part.split(";"))
        quality = next((word[2:] for word in parameters if word.startswith("q=")), "1")
        try:
            found.append((kind, float(quality)))
        except ValueError:
            found.append((kind, 0.0))
    return found


def _fits(kind: str, offer: str) -> bool:
    return kind in ("*/*", offer) or (kind.endswith("/*") and offer.startswith(kind[:-1]))
