"""An application served on a port of this machine for as long as a block lasts, and stores of files for it to serve."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox
import uvicorn
from starlette.types import ASGIApp


@contextmanager
def served(app: ASGIApp) -> Iterator[str]:
    """The address of an application that answers over HTTP, as long as the block lasts."""
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error", lifespan="on", server_header=False))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + 30
    while not server.started:
        assert thread.is_alive(), "the server did not start"
        assert time.monotonic() < until, "the server did not start in time"
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(20)


def store_of(folder: Path, graphs: Mapping[str, Path], *, default: str = "") -> Path:
    """A store in a new folder with each file as the graph of its name, and Turtle text as the default graph."""
    store = ox.Store(str(folder))
    if default:
        store.load(default, format=ox.RdfFormat.TURTLE)
    for name, path in graphs.items():
        form = ox.RdfFormat.from_extension(path.suffix.removeprefix("."))
        store.load(path.read_bytes(), format=form, base_iri=name, to_graph=ox.NamedNode(name))
    store.flush()
    return folder
