"""A server that can be written to, for the update half of the W3C's tests alone: the endpoint's own code, over a store in memory."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pyoxigraph as ox
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from graph_builder.web import endpoint, protocol
from graph_builder.web.pool import Answer, NoAnswer
from graph_builder.web.worker import answer

_NAMES_GRAPHS = re.compile(r"\b(?:USING|WITH)\b", re.IGNORECASE)
_LOADED = re.compile(r"(\bLOAD\s+(?:SILENT\s+)?<)[^>]*", re.IGNORECASE)  # nothing is fetched, whatever an update says
_HEAD = re.compile(r"\b(INSERT|DELETE)\b(?!\s*DATA)([^;]*?)\bWHERE\b", re.IGNORECASE | re.DOTALL)


def writable(store: ox.Store) -> Starlette:
    """An application that asks and changes a store."""

    async def ask(question: Mapping[str, Any]) -> Answer:
        head, body = answer(store, {**question, "rows": 1000, "bytes": 1_000_000})
        if "error" in head:
            raise NoAnswer(400, head["detail"], kind=head["error"])
        return Answer(head["kind"], head["type"], head["count"], body)

    async def sparql(request: Request) -> Response:
        try:
            wanted = protocol.parse(request.method, request.url.query, request.headers.get("content-type"), await request.body())
        except protocol.ProtocolError as error:
            return Response(error.reason, error.status)
        if request.method == "POST" and isinstance(wanted, protocol.Update):
            return _change(store, wanted, str(request.url.replace(query="")))
        return await endpoint.respond(request, ask)

    return Starlette(routes=[Route("/sparql/", sparql, methods=["GET", "HEAD", "POST", "PUT", "DELETE"])])


def _change(store: ox.Store, update: protocol.Update, base: str) -> Response:
    text = update.text
    if update.using or update.using_named:
        if _NAMES_GRAPHS.search(text):
            return Response("the request and the update both name graphs", 400)
        using = " ".join([*(f"USING <{name}>" for name in update.using), *(f"USING NAMED <{name}>" for name in update.using_named)])
        text = _HEAD.sub(lambda head: f"{head[1]}{head[2]}{using} WHERE", text)
    try:
        store.update(_LOADED.sub(r"\1urn:nowhere", text), base_iri=base)
    except SyntaxError as error:
        return Response(str(error.msg), 400)
    except (RuntimeError, OSError, ValueError) as error:
        return Response(str(error), 500)
    return Response(status_code=204)
