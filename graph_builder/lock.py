"""The lock: one process at a time holds a file, which says who and since when; who finds it held is told so."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from graph_builder.errors import Busy

try:
    import fcntl
except ImportError:  # a system without it gets a lock that the file's being there makes
    fcntl = None  # type: ignore[assignment]

LOCK: Final = ".lock"


@contextmanager
def hold(path: Path) -> Iterator[None]:
    """Hold a lock file while the block runs; raises Busy, with process and start, where another process holds it.

    Where the system has `flock`, a killed process holds nothing; elsewhere its file is taken over once the process is gone, which Windows
    shows by letting the file be removed.
    """
    descriptor = _lock(path)
    try:
        os.ftruncate(descriptor, 0)
        holder = {"program": "civic-graph-builder", "process": os.getpid(), "started": time.strftime("%Y-%m-%dT%H:%M:%S%z")}
        os.write(descriptor, json.dumps(holder).encode())
        yield
    finally:
        close_first = fcntl is None  # a file that is open cannot be removed there
        if close_first:
            os.close(descriptor)
        path.unlink(missing_ok=True)
        if not close_first:
            os.close(descriptor)


def alive(process: int) -> bool:
    """Whether a process runs; where the system cannot be asked without harm, it is taken to run."""
    if os.name != "posix":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _lock(path: Path) -> int:
    return _by_existence(path) if fcntl is None else _by_flock(path)


def _by_flock(path: Path) -> int:
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.fstat(descriptor).st_ino == path.stat().st_ino:
                return descriptor
        except FileNotFoundError:
            pass  # the holder left, and took its file with it, between our opening it and our locking it
        except BlockingIOError as error:
            os.close(descriptor)
            raise _busy(path) from error
        os.close(descriptor)


def _by_existence(path: Path) -> int:
    for last in (False, True):
        try:
            return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o644)
        except FileExistsError as error:
            process = _holder(path).get("process")
            if last or (os.name == "posix" and (not isinstance(process, int) or alive(process))):
                raise _busy(path) from error
            try:
                path.unlink(missing_ok=True)
            except PermissionError as held:
                raise _busy(path) from held
    raise AssertionError


def _busy(path: Path) -> Busy:
    holder = _holder(path)
    who = f"process {holder.get('process', 'unknown')}, started {holder.get('started', 'just now')}"
    return Busy(f"another build is at work here ({who}); wait for it, or name another folder", file=path.parent)


def _holder(path: Path) -> dict[str, object]:
    """Who holds the lock; empty in the moment before it is written."""
    try:
        return dict(json.loads(path.read_bytes()))
    except (OSError, ValueError):
        return {}
