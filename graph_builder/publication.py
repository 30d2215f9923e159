"""The publication: one place, one writer, one switch; new files are made beside the old ones and come into force with the manifest that names them."""

from __future__ import annotations

import ctypes
import errno
import hashlib
import json
import os
import shutil
import signal
import threading
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from graph_builder.errors import CannotCreate, DiskFault
from graph_builder.lock import LOCK, hold

MANIFEST: Final = "manifest.json"
STORE: Final = "store"
_STAGING: Final = ".next-"
_FORBIDDEN: Final = frozenset((errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG))
_HERE: Final = -100
_SWAP: Final = 2  # AT_FDCWD and RENAME_EXCHANGE of Linux, which Python has no names for
RUN: Final = "run.json"
"""The run record, which a manifest does not name because it holds the time."""


@dataclass(frozen=True, slots=True)
class Place:
    """The folder of a publication, held by this process, and the folder within it where the next build is made."""

    folder: Path
    staging: Path

    def publish(self, build: str, facts: Mapping[str, Any]) -> None:
        """Bring what lies in the staging folder into force under the name of the build; `facts` stand in the manifest.

        Each file is on the disk before the first is moved. Files move one by one, the store as a folder; the manifest comes last.
        """
        before = set(_manifest(self.folder).get("files", ()))
        files = {name: self.staging / name for name in _files(self.staging) if name != MANIFEST}
        manifest = {**facts, "build": build, "store": f"{STORE}/{build}", "files": _hashes(files)}
        (self.staging / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
        _sync(self.staging)
        with _undisturbed():
            self._move(build, files)
            (self.staging / MANIFEST).replace(self.folder / MANIFEST)
            _sync_folder(self.folder)
            self._forget(build, before - files.keys())

    def _move(self, build: str, files: Mapping[str, Path]) -> None:
        home = self.folder / STORE / build
        home.parent.mkdir(exist_ok=True)
        if home.exists():
            _exchange(self.staging / STORE, home)
        else:
            (self.staging / STORE).rename(home)
        for name, path in files.items():
            target = self.folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            path.replace(target)

    def _forget(self, build: str, gone: set[str]) -> None:
        """Remove what the last manifest named and this one does not, and the stores of other builds."""
        for name in gone:
            path = (self.folder / name).resolve()
            if path.is_relative_to(self.folder.resolve()):
                path.unlink(missing_ok=True)
        for store in (self.folder / STORE).iterdir():
            if store.name != build and _is_build(store.name):
                shutil.rmtree(store, ignore_errors=True)


@contextmanager
def take(folder: Path) -> Iterator[Place]:
    """Hold a folder for one build; whatever was not published when the block ends is removed.

    Raises CannotCreate where it is no place for a graph, Busy where another build holds it, DiskFault where writing fails.
    """
    with faults(folder), ExitStack() as stack:
        _claim(folder, stack)
        for leftover in folder.glob(f"{_STAGING}*"):
            shutil.rmtree(leftover)
        staging = folder / f"{_STAGING}{os.getpid()}"
        stack.callback(shutil.rmtree, staging, ignore_errors=True)
        staging.mkdir()
        yield Place(folder, staging)


@contextmanager
def faults(folder: Path) -> Iterator[None]:
    """Turn an error of the system into CannotCreate where a place may not be written, and into DiskFault where writing fails."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        place = error.filename if error.filename and _STAGING not in str(error.filename) else folder
        if error.errno in _FORBIDDEN:
            raise CannotCreate(f"nothing can be written here ({reason}); name another folder", file=place) from error
        raise DiskFault(f"writing failed ({reason}), and nothing was changed; make room and build again", file=place) from error


def _claim(folder: Path, stack: ExitStack) -> None:
    if folder.exists() and not folder.is_dir():
        raise CannotCreate("this is a file; name a folder", file=folder)
    if not folder.exists():
        stack.callback(_remove_if_empty, folder)
    folder.mkdir(parents=True, exist_ok=True)
    if not _is_ours(folder):
        raise CannotCreate("this folder holds other files; name a new or an empty one", file=folder)
    stack.enter_context(hold(folder / LOCK))


def _is_ours(folder: Path) -> bool:
    """Whether a folder holds nothing, a page about itself alone, or what an earlier build left: a manifest, or the lock of one that was killed."""
    names = {path.name for path in folder.iterdir()}
    return names <= {"README.md"} or LOCK in names or {"form", "build", "store"} <= _manifest(folder).keys()


def beside(graph: Path, state: Path) -> str:
    """The folder of what a build keeps for itself as its run record has it: seen from the graph, `../build`; as it is, on another drive."""
    try:
        return Path(os.path.relpath(state, graph)).as_posix()
    except ValueError:
        return state.resolve().as_posix()


def state_of(graph: Path) -> Path:
    """The folder of what the build of a graph kept for itself, by its run record; `build` where that does not say."""
    try:
        return graph / str(json.loads((graph / RUN).read_bytes())["state"])
    except (OSError, ValueError, KeyError, TypeError):
        return Path("build")


def _manifest(folder: Path) -> dict[str, Any]:
    """The manifest of what is in force; empty where there is none, or none that can be read."""
    try:
        return dict(json.loads((folder / MANIFEST).read_bytes()))
    except (OSError, ValueError, TypeError):
        return {}


def _files(staging: Path) -> list[str]:
    """The files of a build but those of its store, as paths within the folder, sorted."""
    paths = (path.relative_to(staging) for path in staging.rglob("*") if path.is_file())
    return sorted(path.as_posix() for path in paths if path.parts[0] != STORE)


def _hashes(files: Mapping[str, Path]) -> dict[str, dict[str, str | int]]:
    contents = ((name, path.read_bytes()) for name, path in files.items() if name != RUN)
    return {name: {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)} for name, data in contents}


def _exchange(new: Path, old: Path) -> None:
    """Swap two folders in one step where the system can do that, so that a kill leaves either; else in two steps, a moment apart.

    A store that is open cannot be moved on Windows: it stays, because what has its name has its triples.
    """
    rename = getattr(ctypes.CDLL(None), "renameat2", None) if os.name == "posix" else None
    if rename is None or rename(_HERE, bytes(new.absolute()), _HERE, bytes(old.absolute()), _SWAP) != 0:
        try:
            old.rename(new.with_name("replaced"))
        except PermissionError:
            return
        new.rename(old)


def _is_build(name: str) -> bool:
    return len(name) == 16 and not set(name) - set("0123456789abcdef")


def _remove_if_empty(folder: Path) -> None:
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def _sync(staging: Path) -> None:
    for path in staging.rglob("*"):
        if path.is_file():
            # only what may be written can be brought to the disk on Windows
            descriptor = os.open(path, os.O_RDONLY if os.name == "posix" else os.O_RDWR)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
        else:
            _sync_folder(path)


def _sync_folder(folder: Path) -> None:
    """Have the names in a folder on the disk, where the system can do that."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold back an interrupt for the few milliseconds of the switch."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[tuple[Any, ...]] = []
    before = signal.signal(signal.SIGINT, lambda *event: came.append(event))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if came and callable(before):
            before(*came[0])
