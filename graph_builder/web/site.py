"""A folder of published files in, the application that serves it out; each request sees the newest build that is in force."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager
from importlib import resources
from pathlib import Path
from typing import Final

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from graph_builder.errors import DamagedStore, GraphBuilderError
from graph_builder.web import addresses, editor, endpoint, negotiation, pages, reconcile, tables, things, traces
from graph_builder.web.edition import Edition
from graph_builder.web.gate import Gate
from graph_builder.web.limits import Limits
from graph_builder.web.pool import Pool
from graph_builder.web.rendering import problem
from graph_builder.web.suppression import CLOSED, Suppression

_LOG: Final = logging.getLogger(__name__)
_ALL: Final = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH"]
_WITHOUT_FORMS: Final = ("/static/", "/files/", "/reconcile")
HOME: Final = "/home"
"""What the first page is called where a form follows it: `/home.csv`."""


class Site:
    """What is being served: the edition in force, and the processes that answer queries of it."""

    def __init__(self, folder: Path, limits: Limits, suppressed: Callable[[], frozenset[str]]) -> None:
        self.folder, self.limits, self.suppression = folder, limits, Suppression(suppressed)
        self._lock = asyncio.Lock()
        self._mark: object = None
        self._closing: set[asyncio.Task[None]] = set()

    async def open(self) -> None:
        """Open the newest build; raises NothingUsable and DamagedStore."""
        mark = self._stamp()
        edition = await run_in_threadpool(Edition, self.folder)
        pool = Pool(edition.store_folder, self.limits)
        await pool.open()
        self.edition, self.pool, self._mark = edition, pool, mark

    def open_without_queries(self) -> None:
        """Open the newest build for its pages alone."""
        self.edition, self._mark = Edition(self.folder), self._stamp()

    async def close(self) -> None:
        """End the processes."""
        await self.pool.close()

    async def renew(self) -> None:
        """Take up a newer build where there is one; the old one answers what it was asked, and goes."""
        if self._stamp() == self._mark:
            return
        async with self._lock:
            if self._stamp() != self._mark:
                old = self.pool
                try:
                    await self.open()
                except (GraphBuilderError, OSError) as error:
                    _LOG.warning("the newer build cannot be opened yet, and the one before is still served: %s", error)
                    return  # a build is being moved into place: the next request looks again
                task = asyncio.create_task(self._close_later(old))
                self._closing.add(task)
                task.add_done_callback(self._closing.discard)

    async def _close_later(self, pool: Pool) -> None:
        await asyncio.sleep(self.limits.deadline + self.limits.patience + 1)
        await pool.close()

    def _stamp(self) -> object:
        try:
            about = (self.folder / "manifest.json").stat()
        except OSError:
            return None
        return about.st_mtime_ns, about.st_ino, about.st_size


def application(
    folder: Path,
    *,
    limits: Limits,
    hosts: Collection[str] = (),
    suppressed: Callable[[], frozenset[str]] = frozenset,
    ready: Callable[[tuple[str, ...]], object] = lambda _: None,
) -> Gate:
    """The application over a folder of published files.

    `suppressed` gives the ids and names that no answer may have, and is asked at each request. `ready` hears what protects less here than it
    should, once all is open.
    """
    site = Site(folder, limits, suppressed)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await site.open()
        asyncio.get_running_loop().call_later(0.2, ready, site.pool.lacking)
        warming = asyncio.ensure_future(run_in_threadpool(site.edition.warm))
        yield
        await warming
        await site.close()

    inner = Starlette(routes=[*_routes(site)], lifespan=lifespan, exception_handlers={404: _not_found, DamagedStore: _damaged})
    return Gate(_Prepared(inner, site, static=False), hosts)


def unserved(folder: Path, suppressed: Callable[[], frozenset[str]]) -> tuple[ASGIApp, list[str]]:
    """The application whose pages are to be written to files, which answers no query, and the files that may go with them.

    These are none as long as they hold what was withdrawn.
    """
    site = Site(folder, Limits(), suppressed)
    site.open_without_queries()
    names = [] if site.suppression.withdrawn(site.edition) else sorted(site.edition.manifest.get("files", {}))
    return _Prepared(Starlette(routes=_routes(site)), site, static=True), names


class _Prepared:
    """Gives each request its edition, and takes the form off the end of its path."""

    def __init__(self, app: ASGIApp, site: Site, *, static: bool) -> None:
        self.app, self.site, self.static = app, site, static

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await self.site.renew()
            path, form = scope["path"], ""
            if not path.startswith(_WITHOUT_FORMS):
                path, form = addresses.split_form(path)
            scope["path"] = "/" if path == HOME else path if path == "/" else path.rstrip("/") or "/"
            state = scope.setdefault("state", {})
            state.update(edition=self.site.edition, suppression=self.site.suppression, form=form, static=self.static)
        await self.app(scope, receive, send)


def _routes(site: Site) -> list[Route | Mount]:
    async def sparql(request: Request) -> Response:
        asked = request.method in ("GET", "HEAD", "POST")
        if asked and not request.state.form and negotiation.wants_page(request.headers.get("accept")) and "format" not in request.query_params:
            return await editor.page(request, site.pool.ask)
        if site.suppression.withdrawn(request.state.edition):
            return problem(503, "closed for a while", CLOSED)
        return await endpoint.respond(request, site.pool.ask, form=request.state.form)

    assets = resources.files("graph_builder.web") / "assets" / "static"
    return [
        Route("/", pages.home),
        Route("/search", pages.search),
        Route("/id/{path:path}", things.identify),
        Route("/doc/{path:path}", things.thing),
        Route("/def", things.vocabulary),
        Route("/def/{path:path}", things.term),
        Route("/tables", tables.overview),
        Route("/tables/{name}", tables.table),
        Route("/trace", traces.page),
        Route("/map", pages.network),
        Route("/downloads", pages.downloads),
        Route("/files/{path:path}", pages.file),
        Route("/sparql", sparql, methods=_ALL),
        Route("/reconcile", reconcile.service, methods=["GET", "POST"]),
        Route("/reconcile/suggest", reconcile.suggest),
        Route("/reconcile/preview", reconcile.preview),
        Route("/about", pages.about),
        Route("/accessibility", pages.accessibility),
        Mount("/static", StaticFiles(directory=str(assets))),
    ]


async def _not_found(request: Request, _: Exception) -> Response:
    return await run_in_threadpool(pages.missing, request, "There is no page at this address.")


async def _damaged(_: Request, __: Exception) -> Response:
    return problem(500, "the store cannot be read", "the published files are damaged; they have to be built again")
