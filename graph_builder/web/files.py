"""A folder of published files in, their pages as plain files for any web host out: every link relative, nothing that needs a server."""

from __future__ import annotations

import asyncio
import hashlib
import html
import re
import shutil
from collections import deque
from collections.abc import Callable
from importlib import resources
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import parse_qsl, unquote, urlsplit

from starlette.types import ASGIApp, Message

from graph_builder.errors import CannotCreate
from graph_builder.web.addresses import split_form
from graph_builder.web.site import unserved

_LINK = re.compile(r'(?<=\s)(href|src|action)="(/[^"]*)"')
_KEPT: Final = {"/search": ("kind", "page"), "/trace": ("topic",)}
_NEEDS_A_SERVER: Final = ("/sparql", "/reconcile", "/id/")


def write(folder: Path, output: Path, *, suppressed: Callable[[], frozenset[str]] = frozenset) -> int:
    """The number of pages that were written to `output`, which must be new or empty.

    Raises CannotCreate where it is not, and as the server does where there is no graph.
    """
    if output.exists() and (not output.is_dir() or any(output.iterdir())):
        raise CannotCreate("there is something here already; name a new or an empty folder", file=output)
    app, names = unserved(folder, suppressed)
    number = asyncio.run(_crawl(app, output))
    shutil.copytree(str(resources.files("graph_builder.web") / "assets" / "static"), output / "static", ignore=shutil.ignore_patterns("*.js"))
    for name in names:
        (output / "files" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(folder / name, output / "files" / name)
    if "map.html" in names:
        shutil.copyfile(folder / "map.html", output / "map.html")
    return number


async def _crawl(app: ASGIApp, output: Path) -> int:
    """Ask for the first page, and for every page that one links to."""
    waiting, seen, number = deque(["/"]), {"/"}, 0
    while waiting:
        address = waiting.popleft()
        status, body = await _ask(app, address)
        if status != 200:
            continue
        number += 1
        place = output / _file(address)
        place.parent.mkdir(parents=True, exist_ok=True)
        if split_form(urlsplit(address).path)[1]:
            place.write_bytes(body)
            continue
        page = body.decode("utf-8")
        for link in dict.fromkeys(match[2] for match in _LINK.finditer(page)):
            target = _target(html.unescape(link))
            if target and target not in seen and not target.startswith(("/static/", "/files/", "/map")):
                seen.add(target)
                waiting.append(target)
        place.write_text(_relative(page, _file(address)), encoding="utf-8", newline="\n")
    return number


async def _ask(app: ASGIApp, address: str) -> tuple[int, bytes]:
    """The answer of an application to a GET."""
    parts, status, body = urlsplit(address), 0, bytearray()

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        nonlocal status
        if message["type"] == "http.response.start":
            status = message["status"]
        body.extend(message.get("body", b""))

    head = {"type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http", "root_path": ""}
    where = {"path": unquote(parts.path), "raw_path": parts.path.encode(), "query_string": parts.query.encode(), "headers": [(b"host", b"localhost")]}
    await app({**head, **where, "server": ("localhost", 80), "client": None}, receive, send)
    return status, bytes(body)


def _target(link: str) -> str:
    """The address behind a link, with those fields alone that files can stand for; empty where it needs a server."""
    parts = urlsplit(link)
    if parts.path.startswith(_NEEDS_A_SERVER):
        return ""
    kept = _KEPT.get(parts.path, ("page",) if parts.path.startswith("/tables/") else ())
    fields = [f"{name}={value.replace(' ', '+')}" for name, value in parse_qsl(parts.query) if name in kept]
    if parts.path in _KEPT and not any(not field.startswith("page=") for field in fields):
        return ""
    return parts.path + (f"?{'&'.join(fields)}" if fields else "")


def _file(address: str) -> PurePosixPath:
    """The file that stands for an address."""
    parts = urlsplit(address)
    path, form = split_form(parts.path)
    names = [_name(unquote(step)) for step in path.split("/") if step]
    names += [_name(field) for field in parts.query.split("&") if field]
    if parts.path.startswith(("/static/", "/files/")):
        return PurePosixPath(parts.path.lstrip("/"))
    if parts.path == "/map":
        return PurePosixPath("map.html")
    return PurePosixPath(*names, f"data.{form}" if form else "index.html")


def _name(step: str) -> str:
    """A step of a path as a name that every file system takes; what it cannot hold is told apart by a hash."""
    plain = re.sub(r"[^A-Za-z0-9._-]+", "-", step)[:80].strip(".") or "x"
    return plain if plain == step else f"{plain}-{hashlib.sha256(step.encode()).hexdigest()[:6]}"


def _relative(page: str, file: PurePosixPath) -> str:
    up = "../" * (len(file.parts) - 1)

    def one(match: re.Match[str]) -> str:
        link = html.unescape(match[2])
        target, fragment = _target(link), urlsplit(link).fragment
        if not target:
            return f'{match[1]}="{up}index.html"'
        return f'{match[1]}="{html.escape(up + str(_file(target)))}{"#" + html.escape(fragment) if fragment else ""}"'

    return _LINK.sub(one, page)
