"""What stands before every page: requests too large, too slow, or from a foreign page are turned away; answers say what a browser may do."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Collection
from typing import Final
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LONGEST_ADDRESS: Final = 8 * 1024
LARGEST_BODY: Final = 1 << 20
SLOWEST_BODY: Final = 10.0
LOCAL: Final = frozenset(("127.0.0.1", "localhost", "[::1]"))
_SAFE: Final = frozenset(("GET", "HEAD", "OPTIONS"))
POLICY: Final = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Final = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


class Turned(Exception):
    """A request that goes no further."""

    def __init__(self, status: int, reason: str) -> None:
        self.status, self.reason = status, reason
        super().__init__(reason)


class Gate:
    """An application behind these checks; `hosts` are the names, besides this machine's own, under which it is asked."""

    def __init__(self, app: ASGIApp, hosts: Collection[str] = (), *, patience: float = SLOWEST_BODY) -> None:
        self.app, self.hosts, self.patience = app, LOCAL | {host.lower() for host in hosts}, patience

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Check one request, and hand it on with its body read."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        try:
            self._check(scope)
            body = await asyncio.wait_for(_body(scope, receive), self.patience)
        except TimeoutError:
            await _turn_away(send, Turned(408, f"the request was not there after {self.patience:g} seconds"))
        except Turned as error:
            await _turn_away(send, error)
        else:
            await self.app(scope, _again(body, receive), _dressed(send))

    def _check(self, scope: Scope) -> None:
        headers = Headers(scope=scope)
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > LONGEST_ADDRESS:
            raise Turned(414, f"an address has at most {LONGEST_ADDRESS} bytes; send long queries by POST")
        host = headers.get("host", "")
        if _name(host) not in self.hosts:
            raise Turned(403, "this server is not known under that name")
        if scope["method"] not in _SAFE:
            origin = headers.get("origin")
            if (origin is not None and urlsplit(origin).netloc.lower() != host.lower()) or headers.get("sec-fetch-site") in ("cross-site", "same-site"):
                raise Turned(403, "a page of another site may not send anything here")
        if headers.get("content-encoding", "identity").lower() != "identity":
            raise Turned(415, "packed bodies are not taken")
        if int(length if (length := headers.get("content-length", "0")).isdecimal() else 0) > LARGEST_BODY:
            raise Turned(413, f"a request has at most {LARGEST_BODY} bytes")


def _name(host: str) -> str:
    """A Host header without its port."""
    name, colon, port = host.lower().rpartition(":")
    return name if colon and port.isdecimal() else host.lower()


async def _body(scope: Scope, receive: Receive) -> bytes:
    """The whole body; Turned where it is too large."""
    if scope["method"] in _SAFE:
        return b""
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] != "http.request":
            raise Turned(400, "the request ended too early")
        body += message.get("body", b"")
        if len(body) > LARGEST_BODY:
            raise Turned(413, f"a request has at most {LARGEST_BODY} bytes")
        if not message.get("more_body"):
            return bytes(body)


def _again(body: bytes, receive: Receive) -> Receive:
    """The body once more, as one message, and then whatever comes."""
    told = False

    async def one() -> Message:
        nonlocal told
        if told:
            message = await receive()
            while message["type"] == "http.request":
                message = await receive()
            return message
        told = True
        return {"type": "http.request", "body": body, "more_body": False}

    return one


def _dressed(send: Send) -> Send:
    async def one(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return one


async def _turn_away(send: Send, error: Turned) -> None:
    body = json.dumps({"title": "not taken", "status": error.status, "detail": error.reason}).encode() + b"\n"
    headers = {"content-type": "application/problem+json", "content-length": str(len(body)), "connection": "close", **HEADERS}
    await send({"type": "http.response.start", "status": error.status, "headers": [(k.encode(), v.encode()) for k, v in headers.items()]})
    await send({"type": "http.response.body", "body": body})
