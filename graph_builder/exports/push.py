"""A published dataset in, the same triples in a store that the user runs: sent in parts, taken up again where it broke off, switched in one step."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path
from typing import Any, Final
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit, urlunsplit
from urllib.request import Request, urlopen

from graph_builder.errors import NothingUsable, Refused

LINES: Final = 10_000
"""How many triples one part holds: some hundred kilobytes, which every store takes in one request."""
_TYPE: Final = "application/n-triples"
_SECONDS: Final = 300


@dataclass(frozen=True, slots=True)
class Store:
    """Where a store answers: the SPARQL 1.1 Graph Store Protocol (https://www.w3.org/TR/sparql11-http-rdf-update/), and its updates."""

    url: str
    update: str = ""
    user: str = ""
    password: str = field(default="", repr=False)

    @property
    def update_url(self) -> str:
        """Where updates go: what was said, else the address beside that of the graphs, as Oxigraph and Fuseki have it."""
        parts = urlsplit(self.url)
        beside = parts.path.rstrip("/").rpartition("/")[0] + "/update"
        return self.update or urlunsplit(parts._replace(path=beside, query=""))


def push(data: bytes, store: Store, *, graph: str = "", ledger: Path, size: int = LINES, tell: Callable[[int, int], object] = lambda *_: None) -> int:
    """The number of triples that now make up the named graph, or the default graph where `graph` is empty, and nothing else.

    `data` are the lines of a canonical N-Triples file without blank nodes. They are sent into a graph of their own, counted there, and
    moved in one step; until then nothing that was in the store has changed. `ledger` is the file that notes which parts have arrived.
    Raises NothingUsable where the store cannot be reached or does not have all that was sent, and Refused where it refuses: then the same
    call goes on where it broke off.
    """
    lines = data.splitlines(keepends=True)
    build = hashlib.sha256(data).hexdigest()[:16]
    staging = f"{graph or 'https://w3id.org/civic-graph/data/dataset'}/next/{build}"
    done = _known(ledger, store, staging)
    if not done:
        _forget(ledger, store, staging)
    parts = range(0, len(lines), size)
    for number, at in enumerate(parts):
        part = b"".join(lines[at : at + size])
        digest = hashlib.sha256(part).hexdigest()
        if digest not in done:
            _send(store, "POST", _address(store, staging), part)
            done.append(digest)
            _note(ledger, store, staging, done)
        tell(number + 1, len(parts))
    _check(store, staging, len(lines), ledger)
    _switch(store, staging, graph)
    ledger.unlink(missing_ok=True)
    return len(lines)


def _address(store: Store, graph: str) -> str:
    return f"{store.url}{'&' if '?' in store.url else '?'}{urlencode({'graph': graph})}"


def _known(ledger: Path, store: Store, staging: str) -> list[str]:
    """The parts of this very graph that have arrived in this very store; none where the store has lost them."""
    noted = _noted(ledger)
    if (noted.get("url"), noted.get("staging")) != (store.url, staging) or not isinstance(noted.get("done"), list):
        return []
    return list(noted["done"]) if any(_lines(store, staging)) else []


def _noted(ledger: Path) -> dict[str, Any]:
    try:
        return dict(json.loads(ledger.read_bytes()))
    except (OSError, ValueError, TypeError):
        return {}


def _note(ledger: Path, store: Store, staging: str, done: Sequence[str]) -> None:
    ledger.parent.mkdir(parents=True, exist_ok=True)
    written = ledger.with_suffix(".new")
    written.write_text(json.dumps({"url": store.url, "staging": staging, "done": list(done)}), encoding="utf-8", newline="\n")
    written.replace(ledger)


def _forget(ledger: Path, store: Store, staging: str) -> None:
    """Take what an earlier push that broke off had sent out of the store."""
    noted = _noted(ledger)
    left = {staging, str(noted["staging"])} if noted.get("url") == store.url and "staging" in noted else {staging}
    for graph in sorted(left):
        _send(store, "DELETE", _address(store, graph), missing=True)
    ledger.unlink(missing_ok=True)


def _check(store: Store, staging: str, expected: int, ledger: Path) -> None:
    found = sum(1 for _ in _lines(store, staging))
    if found != expected:
        ledger.unlink(missing_ok=True)
        raise NothingUsable(f"the store has {found} of {expected} triples that were sent, and nothing was replaced; push again", file=store.url)


def _lines(store: Store, graph: str) -> Iterator[bytes]:
    """The triples of a graph of the store."""
    answer = _send(store, "GET", _address(store, graph), missing=True)
    return (line for line in answer.splitlines() if line.strip() and not line.startswith(b"#"))


def _switch(store: Store, staging: str, graph: str) -> None:
    """Put the new graph in the place of the old one: `MOVE` is one step, where `PUT` empties a graph before it is filled."""
    target = f"GRAPH <{graph}>" if graph else "DEFAULT"
    _send(store, "POST", store.update_url, f"MOVE GRAPH <{staging}> TO {target}".encode(), kind="application/sparql-update")


def _send(store: Store, method: str, url: str, data: bytes | None = None, *, kind: str = _TYPE, missing: bool = False) -> bytes:
    headers = {"Accept": _TYPE} if method == "GET" else {"Content-Type": kind} if data is not None else {}
    if store.user:
        secret = base64.b64encode(f"{store.user}:{store.password}".encode()).decode()
        headers["Authorization"] = f"Basic {secret}"
    try:
        with urlopen(Request(url, data, headers, method=method), timeout=_SECONDS) as answer:  # noqa: S310
            return bytes(answer.read())
    except HTTPError as error:
        if error.code == 404 and missing:
            return b""
        raise Refused(f"the store answers {error.code} {error.reason} to {method}; nothing was replaced", file=url) from error
    except (URLError, OSError, HTTPException) as error:
        reason = getattr(error, "reason", error)
        raise NothingUsable(f"the store cannot be reached ({reason}); nothing was replaced, and the same command goes on from here", file=url) from error
