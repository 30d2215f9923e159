"""The SPARQL endpoint: a request in, the whole answer or the reason why there is none out; a change of the data is always refused."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from starlette.requests import Request
from starlette.responses import Response

from graph_builder.errors import Refused
from graph_builder.store import guard, is_update
from graph_builder.vocabulary import PREFIXES
from graph_builder.web import description, negotiation, protocol
from graph_builder.web.pool import Answer, NoAnswer
from graph_builder.web.results import GRAPH_FORMATS, ROW_FORMATS

Ask: TypeAlias = Callable[[Mapping[str, Any]], Awaitable[Answer]]
READ_ONLY: Final = "this server only answers queries: nothing here can be changed"
_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_CLASSES = re.compile(r"\[[^\]]*\](?:,\s*)?|'\\\\[\\uU]+'(?:,\s*)?")


@dataclass(frozen=True, slots=True)
class Problem:
    """Why there is no answer, for people and for programs (RFC 9457); `line` and `column` count from one, 0 where there is no place."""

    status: int
    title: str
    detail: str
    line: int = 0
    column: int = 0
    retry: int | None = None

    def response(self) -> Response:
        """The problem as JSON."""
        place = {"line": self.line, "column": self.column} if self.line else {}
        content = {"title": self.title, "status": self.status, "detail": self.detail, **place}
        headers = {"Retry-After": str(self.retry)} if self.retry else {}
        if self.status == 405:
            headers["Allow"] = "GET, HEAD, POST"
        return Response(json.dumps(content, ensure_ascii=False) + "\n", self.status, headers, "application/problem+json")


async def respond(request: Request, ask: Ask, *, form: str = "") -> Response:
    """The answer to a request that comes from a program; `form` overrules what it accepts."""
    try:
        wanted = protocol.parse(request.method, request.url.query, request.headers.get("content-type"), await request.body())
    except protocol.ProtocolError as error:
        status = 403 if request.method in ("PUT", "DELETE", "PATCH") else error.status
        return Problem(status, "not a request for an answer", READ_ONLY if status == 403 else error.reason).response()
    accept = request.headers.get("accept")
    if wanted is None:
        return description.response(str(request.url.replace(query="", fragment="")), accept)
    found = await answer(request, wanted, ask, base=str(request.url.replace(query="", fragment="")), form=form)
    return found.response() if isinstance(found, Problem) else Response(found.body, 200, {"Vary": "Accept"}, _with_charset(found.media_type))


async def answer(request: Request, wanted: protocol.Query | protocol.Update, ask: Ask, *, base: str = "", form: str = "") -> Answer | Problem:
    """The answer, or the problem; the query is stopped when its asker goes away. `form` overrules what the request accepts."""
    if isinstance(wanted, protocol.Update) or is_update(wanted.text):
        return Problem(403, "no changes", READ_ONLY)
    try:
        guard(wanted.text)
        found = await _while_connected(request, ask(_question(wanted, request.headers.get("accept"), base, form)))
    except Refused as error:
        return Problem(400, "refused", error.message)
    except NoAnswer as error:
        return problem(error)
    return found or Problem(499, "nobody is there", "the asker went away")


def problem(error: NoAnswer) -> Problem:
    """What a program is told of a query without an answer: the place of a mistake, where the engine names one."""
    place = _PLACE.match(error.reason)
    if place is None:
        return Problem(error.status, error.kind, error.reason, retry=error.retry)
    return Problem(400, "the query cannot be read", _said(place[3]), int(place[1]), int(place[2]))


def _said(expected: str) -> str:
    """What the engine expected, without its lists of characters."""
    if "Prefix not found" in expected:
        return "this prefix is not declared, and is none of those that are known here"
    words = " ".join(_CLASSES.sub("", expected.removeprefix("expected ").removeprefix("one of ")).split()).strip(", ")
    if words in ("", "CONSTRUCT", "DESCRIBE"):  # the last form of a query that the engine tried, which says nothing
        return "something else was expected here"
    return f"expected {words[:200]}"


def _question(wanted: protocol.Query, accept: str | None, base: str, form: str) -> dict[str, Any]:
    form = form or wanted.form
    rows = form if form in ROW_FORMATS else negotiation.choose(accept, negotiation.ROWS)
    graph = form if form in GRAPH_FORMATS else negotiation.choose(accept, negotiation.GRAPHS)
    if form:  # a format that is asked for by name is a wish for the one kind of answer, and none against the other
        rows, graph = rows or "json", graph or "ttl"
    graphs = {"default": wanted.default, "named": wanted.named}
    return {"query": wanted.text, "base": base or None, **graphs, "rows_form": rows, "graph_form": graph, "prefixes": PREFIXES}


async def _while_connected(request: Request, asked: Awaitable[Answer]) -> Answer | None:
    """The answer; None where the asker hung up before it was there, which ends the query."""
    query, gone = asyncio.ensure_future(asked), asyncio.ensure_future(_hung_up(request))
    try:
        await asyncio.wait({query, gone}, return_when=asyncio.FIRST_COMPLETED)
        return query.result() if query.done() else None
    finally:
        for task in (query, gone):
            task.cancel()
        await asyncio.wait({query, gone})
        if query.done() and not query.cancelled():
            query.exception()


async def _hung_up(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _with_charset(media_type: str) -> str:
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
