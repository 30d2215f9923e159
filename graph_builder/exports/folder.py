"""Formats go in, a folder that holds exactly their files comes out: made beside, then moved into place, with a list of hashes last."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from graph_builder.errors import CannotCreate, DiskFault
from graph_builder.exports.content import Content, Format

HASHES: Final = "SHA256SUMS"
"""The list that `sha256sum -c` reads; it also tells a later export that the folder is its own."""


def export(content: Content, folder: Path, formats: Mapping[str, Format]) -> tuple[Path, ...]:
    """The files of the formats in `folder`, sorted; what an earlier export left there and this one does not write is removed.

    Raises CannotCreate where the folder holds something else or cannot be written, and DiskFault where writing fails: nothing has
    changed then.
    """
    with _staging(folder) as staging:
        for name in sorted(formats, key=lambda name: (formats[name].stage, name)):
            formats[name].write(content, staging)
        names = sorted(path.relative_to(staging).as_posix() for path in staging.rglob("*") if path.is_file())
        (staging / HASHES).write_text("".join(f"{_hash(staging / name)}  {name}\n" for name in names), encoding="utf-8", newline="\n")
        before = _listed(folder)
        _move(staging, folder, [*names, HASHES])
        for name in set(before) - set(names):
            _remove(folder, name)
    return tuple(folder / name for name in names)


@contextmanager
def _staging(folder: Path) -> Iterator[Path]:
    """A new folder inside the one to write, which is removed when the block ends; and nothing else is left where it fails."""
    new = not folder.exists()
    if not new and (not folder.is_dir() or not _is_ours(folder)):
        raise CannotCreate("this holds something else; name a new or an empty folder", file=folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=".next-", dir=folder))
    except OSError as error:
        raise CannotCreate(f"nothing can be written here ({error.strerror}); name another folder", file=folder) from error
    try:
        yield staging
    except OSError as error:
        raise DiskFault(f"writing failed ({error.strerror}); make room and export again", file=folder) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)
        if new and not any(folder.iterdir()):
            folder.rmdir()


def _is_ours(folder: Path) -> bool:
    return (folder / HASHES).is_file() or not any(path for path in folder.iterdir() if not path.name.startswith(".next-"))


def _listed(folder: Path) -> list[str]:
    """The files that the last export wrote here; a name that leads out of the folder is none."""
    path = folder / HASHES
    names = [line[66:] for line in path.read_text(encoding="utf-8").splitlines()] if path.is_file() else []
    return [name for name in names if (folder / name).resolve().is_relative_to(folder.resolve())]


def _move(staging: Path, folder: Path, names: Sequence[str]) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (staging / name).replace(folder / name)


def _remove(folder: Path, name: str) -> None:
    path = folder / name
    path.unlink(missing_ok=True)
    if path.parent != folder and path.parent.is_dir() and not any(path.parent.iterdir()):
        path.parent.rmdir()


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
