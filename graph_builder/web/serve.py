"""A folder of published files, a host and a port in; a server that answers there until it is stopped."""

from __future__ import annotations

import os
import socket
import threading
import webbrowser
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Final

from graph_builder.errors import CannotCreate
from graph_builder.store import open_dataset
from graph_builder.web.limits import Limits
from graph_builder.web.site import application

KEEP_ALIVE: Final = 5
MOST_CONNECTIONS: Final = 500
ANYWHERE: Final = frozenset(("0.0.0.0", "::", ""))  # noqa: S104 (named so that it can be told)


def serve(
    folder: Path,
    *,
    host: str,
    port: int,
    names: Collection[str] = (),
    limits: Limits,
    suppressed: Callable[[], frozenset[str]],
    show: bool,
    tell: Callable[[str], object],
) -> None:
    """Answer until interrupted; `names` are those under which a reverse proxy passes requests on, `tell` hears the address and what protects less.

    Raises NothingUsable and DamagedStore before anything is served, and CannotCreate where the port is taken.
    """
    import uvicorn

    open_dataset(folder)
    listener = _listener(host, port)
    address = f"http://{f'[{host}]' if ':' in host else host}:{listener.getsockname()[1]}/"

    def ready(lacking: tuple[str, ...]) -> None:
        tell(f"The graph is at {address} (Ctrl-C ends this)")
        if lacking:
            tell(f"note: this system lacks {', '.join(lacking)} for queries: serve nobody but yourself from here")
        if show:
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()

    app = application(folder, limits=limits, hosts={host, *names} - ANYWHERE, suppressed=suppressed, ready=ready)
    config = uvicorn.Config(
        app, log_level="warning", lifespan="on", server_header=False, proxy_headers=False, timeout_keep_alive=KEEP_ALIVE, limit_concurrency=MOST_CONNECTIONS
    )
    uvicorn.Server(config).run(sockets=[listener])


def _listener(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    if os.name == "posix":  # elsewhere this would let two programs take one port
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise CannotCreate(f"cannot listen at {host}:{port} ({error.strerror}); name another --port") from error
    return listener
