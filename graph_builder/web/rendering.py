"""What a page tells in, the page out: for people as HTML, and for programs as CSV, JSON, Turtle or JSON-LD of the same."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final
from urllib.parse import quote, urlencode

import pyoxigraph as ox
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from graph_builder import __version__
from graph_builder.maps.text import visible
from graph_builder.vocabulary import PREFIXES, compact
from graph_builder.web import addresses, labels, negotiation, results
from graph_builder.web.edition import Edition
from graph_builder.web.marks import END, MARK
from graph_builder.web.suppression import CLOSED, Suppression

OFFERS: Final[Mapping[str, str]] = {
    "text/html": "html",
    "text/turtle": "ttl",
    "application/ld+json": "jsonld",
    "application/json": "json",
    "text/csv": "csv",
}
MOST_TRIPLES: Final = 100_000


@dataclass(frozen=True, slots=True)
class Page:
    """What a page tells: for people a template and its values, for programs a table, and the ids of the things that it is about.

    `sparql` is the query behind it; `values` of the JSON is the table where nothing else is given.
    """

    template: str
    title: str
    values: Mapping[str, Any]
    sparql: str
    columns: Sequence[str] = ()
    rows: Sequence[Sequence[str | None]] = ()
    ids: Sequence[str] = ()
    json: Any = None
    status: int = 200
    fields: Mapping[str, str] = field(default_factory=dict)


def respond(request: Request, page: Page) -> Response:
    """The page in the form that its address or its asker names."""
    edition: Edition = request.state.edition
    suppression: Suppression = request.state.suppression
    form = request.state.form or negotiation.choose(request.headers.get("accept"), OFFERS) or "html"
    if form == "html":
        return HTMLResponse(suppression.masked(edition, html(request, page)), page.status, {"Vary": "Accept"})
    if suppression.withdrawn(edition):
        return problem(503, "closed for a while", CLOSED)
    if form == "csv":
        return _data(table_csv(page.columns, page.rows), "text/csv; charset=utf-8", page, "csv")
    if form == "json":
        content = page.json if page.json is not None else [dict(zip(page.columns, row, strict=True)) for row in page.rows]
        return _data(json.dumps(content, ensure_ascii=False, indent=1) + "\n", "application/json", page, "json")
    return _data(graph(edition, page.ids, form), results.GRAPH_FORMATS[form], page, form)


def html(request: Request, page: Page) -> str:
    """The page for people."""
    path = quote(request.scope["path"], addresses.PLAIN)
    query = request.url.query
    forms = [] if page.status != 200 else [(form, f"{'/home' if path == '/' else path}.{form}" + (f"?{query}" if query else "")) for form in addresses.FORMS]
    here = {"path": path, "forms": forms, "title": page.title, "sparql": page.sparql, "static": request.state.static}
    return str(_environment().get_template(page.template).render(**here, edition=request.state.edition, **page.values))


def problem(status: int, title: str, detail: str) -> Response:
    """Why a program gets nothing."""
    content = json.dumps({"title": title, "status": status, "detail": detail}, ensure_ascii=False) + "\n"
    return Response(content, status, {"Retry-After": "3600"} if status == 503 else {}, "application/problem+json")


def _data(content: str | bytes, media_type: str, page: Page, form: str) -> Response:
    headers = {"Vary": "Accept"}
    if form == "csv":
        name = re.sub("[^a-z0-9]+", "-", page.title.lower())[:60].strip("-") or "table"
        headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return Response(content, page.status, headers, media_type)


def table_csv(columns: Sequence[str], rows: Iterable[Sequence[str | None]]) -> str:
    """A table by RFC 4180."""
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([cell or "" for cell in row] for row in rows)
    return lines.getvalue()


def graph(edition: Edition, ids: Iterable[str], form: str) -> bytes:
    """All that the graph says of some things, with the claims about them."""
    found = dict.fromkeys(triple for curie in ids for triple in _about(edition, curie))
    body, _ = results.triples(found, form, most=MOST_TRIPLES, size=50_000_000, prefixes=PREFIXES)
    return body


def _about(edition: Edition, curie: str) -> Iterator[ox.Triple]:
    node, subject = ox.NamedNode(iri(curie)), ox.NamedNode(f"{PREFIXES['rdf']}subject")
    store = edition.dataset.store
    claims = [quad.subject for quad in store.quads_for_pattern(None, subject, node)]
    for about in (node, *claims):
        yield from (quad.triple for quad in store.quads_for_pattern(about, None, None))


def iri(curie: str) -> str:
    """The whole address of an id."""
    prefix, _, local = curie.partition(":")
    return PREFIXES[prefix] + local if prefix in PREFIXES else curie


@lru_cache(maxsize=1)
def _environment() -> Any:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("graph_builder.web", "assets/templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: visible(value) if type(value) is str else value,
    )
    environment.filters.update(path=addresses.path_of, term=labels.term, plain=labels.plain, snippet=snippet, compact=compact, marked=Markup)
    environment.globals.update(version=__version__, fields=addresses.with_fields, urlencode=urlencode)
    return environment


def snippet(text: str) -> Markup:
    """A snippet of the index with its found words marked."""
    marks = {MARK: Markup("<mark>"), END: Markup("</mark>")}
    return Markup("").join(marks[part] if part in marks else escape(visible(part)) for part in re.split(f"([{MARK}{END}])", text))
