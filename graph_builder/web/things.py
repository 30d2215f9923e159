"""The page about a thing in the graph: who or what it is, every fact with its quote, and why it is here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from graph_builder import store
from graph_builder.vocabulary import PREFIXES
from graph_builder.web import addresses, facts, labels, negotiation, pages, papers
from graph_builder.web.edition import Edition
from graph_builder.web.rendering import Page, iri, respond

_THREADS: Final = {"person": "person", "plan": "plan", "inspection": "inspection", "decision": "decision", "term": "topic"}
_BODIES: Final = frozenset(("committee or body", "public body", "partnership", "organisation"))


def identify(request: Request) -> Response:
    """`/id/…` names a thing, which no server can send: the answer says where something about it is (303)."""
    place = addresses.path_of(addresses.id_of(request.path_params["path"]))
    accept = request.headers.get("accept")
    form = request.state.form or negotiation.choose(accept, {"text/html": "", "text/turtle": "ttl", "application/json": "json", "application/ld+json": ""})
    page, _, rest = place.partition("?")
    return RedirectResponse(f"{page}.{form}" if form else page + (f"?{rest}" if rest else ""), 303, {"Vary": "Accept"})


def thing(request: Request) -> Response:
    """`/doc/…`: the page about a thing."""
    return _about(request, addresses.id_of(request.path_params["path"]))


def term(request: Request) -> Response:
    """`/def/…`: the page about a term of the vocabulary or of one of its lists."""
    return _about(request, addresses.term_of(request.path_params["path"]))


def vocabulary(request: Request) -> Response:
    """`/def`: the terms of our own vocabulary, and those of others that the named views use."""
    from graph_builder.web.editor import known_terms

    known = labels.terms()
    rows = tuple((name, known.get(name, {}).get("kind", ""), labels.term(name), known.get(name, {}).get("definition", "")) for name in known_terms())
    query = "SELECT DISTINCT ?property WHERE { ?thing ?property ?value } ORDER BY ?property"
    return respond(request, Page("vocabulary.html", "Vocabulary", {"rows": rows}, query, ("term", "kind", "label", "definition"), rows))


def _about(request: Request, curie: str) -> Response:
    edition: Edition = request.state.edition
    if request.state.suppression.gone(edition, curie):
        return pages.gone(request)
    if curie in edition.texts:
        return papers.paper(request, edition.texts[curie])
    if curie.startswith("civ:") and curie in labels.terms():
        return respond(request, _term(edition, curie))
    if not edition.labels.exists(curie):
        return _elsewhere(request, curie)
    return respond(request, _thing(edition, curie))


def _elsewhere(request: Request, curie: str) -> Response:
    """Where nothing is known of an id: the thing that it was merged with, or a page that says so."""
    words = labels.plain(curie)
    return pages.missing(request, f"Nothing here is called {curie}.", words)


def _thing(edition: Edition, curie: str) -> Page:
    names = edition.labels
    kind, label = names.kind(curie), names.of(curie)
    found, said = list(facts.sections(edition, curie)), facts.said(edition, curie)
    values = {
        "curie": curie,
        "iri": iri(curie),
        "kind": kind,
        "label": label,
        "also": [name for name in edition.forms(curie) if name != label],
        "council": edition.index.council(curie),
        "sections": found,
        "said": said,
        "why": facts.why(edition, curie),
        "pointing": facts.pointing(edition, curie),
        "thread": _thread(curie, kind),
        "name": names.of,
        "successors": names.values(curie, "dcterms:isReplacedBy"),
    }
    rows = store.query(edition.dataset, "evidence", {"id": curie}) if edition.labels.exists(curie) else store.Rows((), ())
    content = {"id": iri(curie), "curie": curie, "kind": kind, "label": label, "names": edition.forms(curie), "statements": rows.dicts()}
    return Page("thing.html", label, values, evidence_query(edition, curie), rows.columns, rows.rows, (curie,), content)


def _thread(curie: str, kind: str) -> str:
    """Where the thread of a thing can be followed; empty for things that have none."""
    if kind == "term" and not curie.startswith("topic:"):
        return ""
    name = "body" if kind in _BODIES else _THREADS.get(kind, "")
    return addresses.with_fields("/trace", {name: curie}) if name else ""


def evidence_query(edition: Edition, curie: str) -> str:
    """The named query `evidence`, asked of one thing."""
    return edition.view("evidence").sparql.replace("VALUES ?id { UNDEF }", f"VALUES ?id {{ <{iri(curie)}> }}")


def _term(edition: Edition, curie: str) -> Page:
    about = labels.terms()[curie]
    pattern = f"?thing a <{iri(curie)}>" if about.get("kind") == "class" else f"?thing <{iri(curie)}> ?value"
    query = f"SELECT DISTINCT ?thing WHERE {{ {pattern} }}"
    examples = [row[0] for row in edition.dataset.select(f"{query} LIMIT 20").rows if row[0]]
    rows = tuple((key, value) for key, value in about.items())
    shown = list(_compacted(examples))
    values = {"curie": curie, "iri": iri(curie), "about": about, "examples": shown, "name": edition.labels.of}
    return Page("term.html", about.get("label", curie), values, f"{query}\nLIMIT 100", ("what", "text"), rows, shown)


def _compacted(iris: list[str]) -> Iterator[str]:
    from graph_builder.vocabulary import compact

    yield from (name for name in map(compact, iris) if name.partition(":")[0] in PREFIXES)
