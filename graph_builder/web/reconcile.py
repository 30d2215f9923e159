"""The reconciliation service (https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/): names of a spreadsheet in, candidates out."""

from __future__ import annotations

import difflib
import json
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from graph_builder.vocabulary import BASE
from graph_builder.web import addresses, pages
from graph_builder.web.edition import Edition
from graph_builder.web.rendering import problem
from graph_builder.web.suppression import CLOSED

TYPES: Final = {
    "person": "person",
    "body": "committee or body",
    "council": "public body",
    "organisation": "organisation",
    "plan": "plan",
    "meeting": "meeting",
    "inspection": "inspection",
}
MOST_QUERIES: Final = 200
_LIMIT: Final = 10


async def service(request: Request) -> Response:
    """`/reconcile`: what the service can do, or the candidates for each of some names."""
    edition: Edition = request.state.edition
    if request.state.suppression.withdrawn(edition):
        return problem(503, "closed for a while", CLOSED)
    fields = parse_qs(request.url.query) | (parse_qs((await request.body()).decode("utf-8", "replace")) if request.method == "POST" else {})
    if "queries" not in fields:
        return JSONResponse(manifest(f"{request.url.scheme}://{request.url.netloc}"))
    try:
        queries = json.loads(fields["queries"][0])
        asked = {str(key): _checked(query) for key, query in queries.items()}
    except (ValueError, KeyError, AttributeError, TypeError, RecursionError):
        return problem(400, "not a batch of queries", "`queries` is a JSON object whose values have a `query`")
    if len(asked) > MOST_QUERIES:
        return problem(413, "too many", f"at most {MOST_QUERIES} names at a time")
    return JSONResponse(await run_in_threadpool(lambda: {key: {"result": candidates(edition, query)} for key, query in asked.items()}))


def manifest(address: str) -> dict[str, Any]:
    """What the service says of itself."""
    return {
        "versions": ["0.2"],
        "name": "People, bodies, plans and meetings of council papers",
        "identifierSpace": f"{BASE}id/",
        "schemaSpace": f"{BASE}def/",
        "defaultTypes": [{"id": key, "name": pages.plural(kind)} for key, kind in TYPES.items()],
        "view": {"url": f"{address}/id/{{{{id}}}}"},
        "preview": {"url": f"{address}/reconcile/preview?id={{{{id}}}}", "width": 420, "height": 200},
        "suggest": {"entity": {"service_url": address, "service_path": "/reconcile/suggest"}},
    }


def candidates(edition: Edition, query: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The things that a name may mean, best first; one is a match only where it alone has exactly this name."""
    name = query["query"]
    kinds = [TYPES[query["type"]]] if query["type"] in TYPES else list(TYPES.values())
    found = []
    for id_, kind, label in edition.index.suggest(kinds, name, 50):
        forms = [label, *edition.forms(id_)]
        best = max(difflib.SequenceMatcher(None, name.casefold(), form.casefold()).ratio() for form in forms)
        exact = any(name.casefold() == form.casefold() for form in forms)
        found.append((exact, round(100 * best, 1), id_, kind, label))
    found.sort(key=lambda one: (not one[0], -one[1], one[2]))
    alone = sum(exact for exact, *_ in found) == 1
    return [
        {"id": id_.removeprefix("id:"), "name": label, "score": score, "match": exact and alone, "type": [{"id": _type(kind), "name": kind}]}
        for exact, score, id_, kind, label in found[: query["limit"]]
    ]


async def suggest(request: Request) -> Response:
    """`/reconcile/suggest?prefix=`: things whose names begin so."""
    edition: Edition = request.state.edition
    prefix = request.query_params.get("prefix", "")[:200]
    found = await run_in_threadpool(edition.index.suggest, [], prefix, 12)
    return JSONResponse({"result": [{"id": id_.removeprefix("id:"), "name": label, "description": kind} for id_, kind, label in found]})


def preview(request: Request) -> Response:
    """`/reconcile/preview?id=`: leads to the page about the thing."""
    from starlette.responses import RedirectResponse

    return RedirectResponse(addresses.path_of(addresses.id_of(request.query_params.get("id", "")[:500])), 303)


def _checked(query: Mapping[str, Any]) -> dict[str, Any]:
    limit, type_ = query.get("limit", _LIMIT), query.get("type") or ""
    most = min(limit, 50) if isinstance(limit, int) and limit > 0 else _LIMIT
    return {"query": str(query["query"])[:300], "type": type_ if isinstance(type_, str) else "", "limit": most}


def _type(kind: str) -> str:
    return next((key for key, name in TYPES.items() if name == kind), kind)
