"""An open edition of a graph in, the application that serves it out."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from graph_builder.web import endpoint
from graph_builder.web.gate import Gate
from graph_builder.web.limits import Limits
from graph_builder.web.pool import Pool

_ALL = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH"]


def bare(store: Path, limits: Limits, hosts: Collection[str] = ()) -> ASGIApp:
    """The SPARQL endpoint of a store alone, at `/sparql`."""
    pool = Pool(store, limits)

    @asynccontextmanager
    async def open_pool(_: Starlette) -> AsyncIterator[None]:
        await pool.open()
        yield
        await pool.close()

    async def sparql(request: Request) -> Response:
        return await endpoint.respond(request, pool.ask)

    routes = [Route("/sparql", sparql, methods=_ALL), Route("/sparql/", sparql, methods=_ALL)]
    return Gate(Starlette(routes=routes, lifespan=open_pool), hosts)
