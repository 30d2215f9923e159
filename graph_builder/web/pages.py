"""The pages that are about the whole: home, search, downloads, the map, what this is and how accessible it is, and what is not there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response

from graph_builder.web import rendering
from graph_builder.web.edition import Edition
from graph_builder.web.rendering import Page, problem, respond
from graph_builder.web.suppression import CLOSED

PER_PAGE: Final = 20
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"', re.IGNORECASE)
FACETS: Final = {"kind": "What it is", "council": "Council", "year": "Year", "fact": "A fact rests on it"}
PLURALS: Final = {
    "person": "people",
    "committee or body": "committees and bodies",
    "public body": "public bodies",
    "declaration of interest": "declarations of interest",
    "apology": "apologies",
    "passage": "passages of papers",
    "point raised": "points raised",
    "attendance": "attendances",
    "post-holding": "post-holdings",
}
COUNT_QUERY: Final = "SELECT ?class (COUNT(?thing) AS ?number) WHERE { ?thing a ?class } GROUP BY ?class ORDER BY DESC(?number)"


def plural(kind: str) -> str:
    """Several of a kind."""
    return PLURALS.get(kind, f"{kind}s")


def home(request: Request) -> Response:
    """The first page: a search box, what there is by kind, council, year and topic, and the newest meetings."""
    edition: Edition = request.state.edition
    counts = {**edition.index.counts(), "council": _councils(edition)}
    meetings = sorted(edition.table("meetings").dicts(), key=lambda row: row["date"], reverse=True)[:8]
    views = [(view, None if view.required else len(edition.table(view.name))) for view in edition.views()]
    papers = edition.manifest.get("papers", [])
    values = {"counts": counts, "plural": plural, "meetings": meetings, "views": views, "topics": _topics(edition), "papers": papers}
    rows = tuple((facet, name, str(number)) for facet, found in counts.items() for name, number in found)
    return respond(request, Page("home.html", "Council papers, as a graph", values, COUNT_QUERY, ("facet", "name", "number"), rows))


def _councils(edition: Edition) -> tuple[tuple[str, int], ...]:
    """The councils of which there are papers of meetings, with the number of these."""
    found: dict[str, int] = {}
    for row in edition.table("meetings").dicts():
        for council in filter(None, row["council"].split(" | ")):
            found[council] = found.get(council, 0) + 1
    return tuple(sorted(found.items(), key=lambda one: (-one[1], one[0])))


def _topics(edition: Edition) -> list[tuple[str, str, int]]:
    found: dict[str, int] = {}
    for row in edition.table("topics").dicts():
        found[row["topic_id"]] = found.get(row["topic_id"], 0) + 1
    return sorted(((id_, edition.labels.of(id_), number) for id_, number in found.items()), key=lambda one: (-one[2], one[1]))


def search(request: Request) -> Response:
    """`/search?q=`: names, what things say, and all published text, with facets; without words, all of a kind."""
    edition: Edition = request.state.edition
    words = request.query_params.get("q", "")[:500].strip()
    filters = {name: request.query_params.get(name, "")[:200] for name in FACETS}
    number = page_number(request)
    index, offset = edition.index, (number - 1) * PER_PAGE
    found = index.search(words, filters, offset=offset, limit=PER_PAGE) if words else index.of_kind(filters["kind"], filters, offset=offset, limit=PER_PAGE)
    pages = max(1, -(-found.total // PER_PAGE))
    values: dict[str, Any] = {"words": words, "found": found, "filters": filters, "number": number, "pages": pages, "facet_names": FACETS, "plural": plural}
    rows = tuple((hit.id, hit.kind, hit.label, hit.council, hit.year, "yes" if hit.fact else "no", re.sub("[\x02\x03]", "", hit.snippet)) for hit in found.hits)
    title = f"Search: {words}" if words else f"All {plural(filters['kind'])}" if filters["kind"] else "Search"
    columns = ("id", "kind", "label", "council", "year", "fact", "words")
    return respond(request, Page("search.html", title, values, _search_query(words), columns, rows, [hit.id for hit in found.hits if hit.kind != "passage"]))


def _search_query(words: str) -> str:
    from graph_builder.ntriples import quoted

    asked = quoted(words.casefold().encode("utf-8", "replace").decode())
    return (
        "# the index of words has no counterpart in SPARQL; this finds the words as they stand\n"
        "PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>\nPREFIX foaf: <http://xmlns.com/foaf/0.1/>\n"
        "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\nSELECT DISTINCT ?thing ?words WHERE {\n"
        f"  ?thing foaf:name|skos:prefLabel|skos:altLabel|nif:anchorOf ?words .\n  FILTER(CONTAINS(LCASE(?words), {asked}))\n}} LIMIT 100"
    )


def page_number(request: Request) -> int:
    """The number of the page that is asked for, from 1; 1 where none is, or no number."""
    words = request.query_params.get("page", "1")
    return max(1, int(words)) if words.isdecimal() and len(words) < 7 else 1


def downloads(request: Request) -> Response:
    """`/downloads`: every published file with its size and SHA-256."""
    edition: Edition = request.state.edition
    files = sorted(edition.manifest.get("files", {}).items())
    rows = tuple((name, str(about["bytes"]), about["sha256"]) for name, about in files)
    told = {"graph.ttl": "the facts", "evidence.ttl": "their proof", "dataset.nt": "both together", "map.html": "people, bodies and meetings on one page"}
    values = {"files": files, "told": told, "build": edition.manifest.get("build", ""), "papers": edition.manifest.get("papers", [])}
    query = "PREFIX civ: <https://w3id.org/civic-graph/def/civ#>\nSELECT ?file ?hash WHERE { ?paper civ:fileName ?file ; civ:fileHash ?hash } ORDER BY ?file"
    return respond(request, Page("downloads.html", "Downloads", values, query, ("file", "bytes", "sha256"), rows))


def file(request: Request) -> Response:
    """`/files/…`: one published file, of those that the manifest names."""
    edition: Edition = request.state.edition
    name = request.path_params["path"]
    if request.state.suppression.withdrawn(edition):
        return problem(503, "closed for a while", CLOSED)
    if name not in edition.manifest.get("files", {}):
        return problem(404, "no such file", "the build has no file of this name; /downloads lists them")
    path = edition.folder / name
    kind = {".ttl": "text/turtle", ".nt": "application/n-triples", ".json": "application/json", ".csv": "text/csv", ".html": "application/octet-stream"}
    return FileResponse(path, media_type=kind.get(path.suffix, "application/octet-stream"), filename=Path(name).name)


def network(request: Request) -> Response:
    """`/map`: the map that the build drew, under its own stricter policy."""
    edition: Edition = request.state.edition
    page = (edition.folder / "map.html").read_text(encoding="utf-8")
    policy = _POLICY.search(page)
    if request.state.suppression.withdrawn(edition):
        return problem(503, "closed for a while", CLOSED)
    if policy is None:
        return missing(request, "This build has no map.", "")
    allowed = policy[1].replace("&#39;", "'").replace("&amp;", "&")
    return HTMLResponse(page, headers={"Content-Security-Policy": f"{allowed}; frame-ancestors 'none'"})


def about(request: Request) -> Response:
    """`/about`: what this is, what is withheld, and how to cite it."""
    edition: Edition = request.state.edition
    licences = sorted({row for document in edition.texts.values() for row in edition.labels.values(document.document_id, "dcterms:license")})
    values = {"build": edition.manifest.get("build", ""), "program": edition.manifest.get("program", ""), "triples": len(edition.dataset), "licences": licences}
    rows = tuple((key, str(value)) for key, value in values.items())
    return respond(request, Page("about.html", "About these pages", values, "SELECT (COUNT(*) AS ?triples) WHERE { ?s ?p ?o }", ("what", "value"), rows))


def accessibility(request: Request) -> Response:
    """`/accessibility`: the accessibility statement."""
    rows = (("standard", "WCAG 2.2 AA"), ("checked", "axe-core in Chromium, every kind of page; keyboard; without JavaScript"))
    return respond(request, Page("accessibility.html", "Accessibility", {}, COUNT_QUERY, ("what", "value"), rows))


def missing(request: Request, reason: str, words: str = "") -> Response:
    """What is said where there is nothing (404)."""
    values = {"reason": reason, "words": words}
    return respond(request, Page("missing.html", "Nothing here", values, COUNT_QUERY, ("reason",), ((reason,),), (), {"status": 404, "detail": reason}, 404))


def gone(request: Request) -> Response:
    """What is said where something was withdrawn (410): not its name."""
    reason = "What stood here was withdrawn."
    if (request.state.form or "html") != "html":
        return problem(410, "gone", reason)
    page = Page("missing.html", "Withdrawn", {"reason": reason, "words": ""}, COUNT_QUERY, status=410)
    return HTMLResponse(rendering.html(request, page), 410)
