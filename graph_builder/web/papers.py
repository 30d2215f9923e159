"""A published text in, its page out: the words as they were read, masked, with every span marked on which a fact rests."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from graph_builder.maps.text import link
from graph_builder.store import PublishedText
from graph_builder.web import facts
from graph_builder.web.edition import Edition
from graph_builder.web.rendering import Page, iri, respond

LONGEST: Final = 60_000
"""How many characters of a paper one page shows."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paper: its words, the span to which it leads (empty where no fact rests on it), its anchor, and whether it was asked for."""

    words: str
    span: str = ""
    anchor: str = ""
    here: bool = False
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Resting:
    """A fact that rests on some words: its id, kind, label, and why it is here."""

    id: str
    kind: str
    label: str
    why: facts.Why


def paper(request: Request, text: PublishedText) -> Response:
    """The page of a paper; `at=START,END` shows what rests on those words, `part=N` the n-th part of a long paper."""
    edition: Edition = request.state.edition
    asked = _span(request.query_params.get("at", ""))
    parts = [(0, len(text.text))] if request.state.static and text.text else _parts(text.text)
    number = _number(request.query_params.get("part", ""), len(parts))
    if asked and "part" not in request.query_params:
        number = bisect_right([start for start, _ in parts], text.at(asked[0]))
    spans = sorted({(quote.start, quote.end) for quotes in edition.quotes.values() for quote in quotes if quote.text == text.id})
    pieces = list(_pieces(text, spans, parts[number - 1], asked)) if parts else []
    resting = list(_resting(edition, text, asked)) if asked else []
    rows = list(_rows(edition, text))
    url = next(iter(edition.labels.values(text.document_id, "dcterms:source")), "")
    values = {
        "text": text, "pieces": pieces, "resting": resting, "asked": asked, "number": number, "parts": len(parts), "url": link(url),
        "name": edition.labels.of, "council": next(map(edition.labels.of, edition.labels.values(text.document_id, "civ:ofCouncil")), ""),
        "licence": next(iter(edition.labels.values(text.document_id, "dcterms:license")), ""), "total": len(spans),
        "meetings": edition.meetings_of(text.document_id),
    }  # fmt: skip
    title = " · ".join(map(edition.labels.of, edition.meetings_of(text.document_id))) or text.document
    return respond(request, Page("paper.html", title, values, _query(text), ("start", "end", "page", "quote", "claim"), rows, _ids(text, rows)))


def _query(text: PublishedText) -> str:
    return (
        "PREFIX civ: <https://w3id.org/civic-graph/def/civ#>\nPREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>\n"
        "SELECT ?start ?end ?quote ?claim WHERE {\n  ?claim civ:quotedFrom ?sentence .\n"
        f"  ?sentence nif:referenceContext <{iri(text.id)}> ; nif:beginIndex ?start ; nif:endIndex ?end ; nif:anchorOf ?quote .\n}} ORDER BY ?start ?end ?claim"
    )


def _rows(edition: Edition, text: PublishedText) -> Iterator[tuple[str, ...]]:
    found = ((quote, claim) for claim, quotes in edition.quotes.items() for quote in quotes if quote.text == text.id)
    for quote, claim in sorted(found, key=lambda pair: (pair[0].start, pair[0].end, pair[1])):
        yield str(quote.start), str(quote.end), quote.page, quote.words, claim


def _ids(text: PublishedText, rows: list[tuple[str, ...]]) -> list[str]:
    return [text.id, text.document_id, *dict.fromkeys(row[-1] for row in rows)]


def _span(words: str) -> tuple[int, int] | None:
    start, _, end = words.partition(",")
    return (int(start), int(end)) if start.isdecimal() and end.isdecimal() and len(words) < 30 else None


def _number(words: str, most: int) -> int:
    return min(max(int(words), 1), max(most, 1)) if words.isdecimal() and len(words) < 9 else 1


def _parts(text: str) -> list[tuple[int, int]]:
    """A long text in parts, cut at the ends of lines."""
    parts, start = [], 0
    while start < len(text):
        end = len(text) if len(text) - start <= LONGEST else text.rfind("\n", start + 1, start + LONGEST) + 1
        end = end if end > start else min(start + LONGEST, len(text))
        parts.append((start, end))
        start = end
    return parts


def _pieces(text: PublishedText, spans: list[tuple[int, int]], part: tuple[int, int], asked: tuple[int, int] | None) -> Iterator[Piece]:
    """The part in pieces, cut wherever a span or page begins or ends; a piece belongs to the shortest span that covers it."""
    placed = [(text.at(start), max(text.at(end), text.at(start) + 1), start, end) for start, end in spans]
    pages = {text.at(offset): number for number, offset in enumerate(text.pages, 1)}
    cuts = sorted({*part, *pages, *(cut for first, last, _, _ in placed for cut in (first, last))})
    cuts = [cut for cut in cuts if part[0] <= cut <= part[1]]
    seen: set[int] = set()
    open_spans: list[tuple[int, int, int, int]] = []
    waiting = [span for span in placed if span[1] > part[0]]
    for start, end in pairwise(cuts):
        while waiting and waiting[0][0] <= start:
            open_spans.append(waiting.pop(0))
        open_spans = [span for span in open_spans if span[1] > start]
        covering = min(open_spans, key=lambda span: span[3] - span[2], default=None)
        anchor = next((f"c{span[2]}" for span in open_spans if span[0] == start and span[2] not in seen), "")
        seen.update(span[2] for span in open_spans if span[0] == start)
        here = asked is not None and text.at(asked[0]) <= start and end <= max(text.at(asked[1]), text.at(asked[0]) + 1)
        yield Piece(text.text[start:end], f"{covering[2]},{covering[3]}" if covering else "", anchor, here, pages.get(start))


def _resting(edition: Edition, text: PublishedText, asked: tuple[int, int]) -> Iterator[Resting]:
    """What rests on the words asked for: claims whose quotes overlap them, those of these very words first."""
    found: dict[str, int] = {}
    for claim, quotes in edition.quotes.items():
        for quote in quotes:
            if quote.text == text.id and quote.start < asked[1] and quote.end > asked[0]:
                exact = int((quote.start, quote.end) != asked)
                found[claim] = min(exact, found.get(claim, 1))
    labels = edition.labels
    for claim, _ in sorted(found.items(), key=lambda pair: (pair[1], pair[0]))[:60]:
        label = _claimed(edition, claim) if labels.kind(claim) == "claim" else labels.of(claim)
        yield Resting(claim, labels.kind(claim), label, facts.why(edition, claim, text.document))


def _claimed(edition: Edition, claim: str) -> str:
    """What a claim says, in words."""
    from graph_builder.web.labels import term

    parts = [edition.labels.values(claim, name)[:1] for name in ("rdf:subject", "rdf:predicate", "rdf:object")]
    subject, predicate, value = (part[0] if part else "" for part in parts)
    return f"{edition.labels.of(subject)}: {term(predicate)} {edition.labels.of(value) if edition.labels.exists(value) else value}" if subject else claim
