"""One place, one writer, one switch: what stands in a published folder after success, failure, interruption and a kill."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from graph_builder import lock, publication
from graph_builder.errors import Busy, CannotCreate, DiskFault

KILLED = """
import os, pathlib, sys
from graph_builder import publication
with publication.take(pathlib.Path(sys.argv[1])) as place:
    (place.staging / "a").write_text("half")
    os.kill(os.getpid(), 9)
"""
FACTS = {"form": 1}
FIRST, SECOND = "1" * 16, "2" * 16


def publish(folder: Path, build: str, **files: str) -> None:
    with publication.take(folder) as place:
        fill(place.staging, **files)
        place.publish(build, FACTS)


def fill(staging: Path, **files: str) -> None:
    for name, content in (files | {"store_CURRENT": "s"}).items():
        path = staging / name.replace("_", "/")
        path.parent.mkdir(exist_ok=True)
        path.write_text(content)


def content(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text() for path in sorted(folder.rglob("*")) if path.is_file()}


def manifest(folder: Path) -> Any:
    return json.loads((folder / "manifest.json").read_text())


def test_a_build_replaces_the_last_and_leaves_nothing_of_it(tmp_path: Path) -> None:
    publish(tmp_path / "out", FIRST, a="1", tables_old="x")
    publish(tmp_path / "out", SECOND, a="2", tables_new="y")
    files = content(tmp_path / "out")
    files.pop("manifest.json")
    assert files == {"a": "2", "tables/new": "y", f"store/{SECOND}/CURRENT": "s"}
    assert manifest(tmp_path / "out")["store"] == f"store/{SECOND}"
    assert sorted(manifest(tmp_path / "out")["files"]) == ["a", "tables/new"]


def test_the_same_build_again_gives_a_whole_store_again(tmp_path: Path) -> None:
    publish(tmp_path / "out", FIRST, a="1")
    before = content(tmp_path / "out")
    (tmp_path / "out/store" / FIRST / "CURRENT").write_text("damaged")
    publish(tmp_path / "out", FIRST, a="1")
    assert content(tmp_path / "out") == before


def test_a_manifest_that_names_files_elsewhere_removes_none(tmp_path: Path) -> None:
    publish(tmp_path / "out", FIRST, a="1")
    (tmp_path / "precious").write_text("x")
    said = manifest(tmp_path / "out")
    said["files"] |= {"../precious": {}, str(tmp_path / "precious"): {}}
    (tmp_path / "out/manifest.json").write_text(json.dumps(said))
    publish(tmp_path / "out", SECOND, b="2")
    assert (tmp_path / "precious").exists()
    assert not (tmp_path / "out/a").exists()


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt(), ZeroDivisionError()])
def test_a_build_that_fails_changes_nothing(tmp_path: Path, error: BaseException) -> None:
    publish(tmp_path / "out", FIRST, a="1")
    before = content(tmp_path / "out")
    expected = DiskFault if isinstance(error, OSError) else type(error)
    with pytest.raises(expected), publication.take(tmp_path / "out") as place:  # noqa: PT012
        fill(place.staging, a="2")
        raise error
    assert content(tmp_path / "out") == before


def test_a_folder_that_a_failed_build_made_is_gone(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), publication.take(tmp_path / "deep/out"):
        raise ZeroDivisionError
    assert not (tmp_path / "deep/out").exists()


def test_what_a_killed_build_left_is_no_hindrance(tmp_path: Path) -> None:
    assert subprocess.run([sys.executable, "-c", KILLED, tmp_path / "out"], check=False).returncode == -signal.SIGKILL
    assert any((tmp_path / "out").iterdir())
    publish(tmp_path / "out", FIRST, a="1")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a", "manifest.json", "store"]


def test_one_build_at_a_time(tmp_path: Path) -> None:
    with publication.take(tmp_path / "out"):
        with pytest.raises(Busy, match=rf"process {os.getpid()}, started 20\d\d-\d\d-\d\dT"), publication.take(tmp_path / "out"):
            pass
        with publication.take(tmp_path / "other"):
            pass
    with publication.take(tmp_path / "out"):
        pass


def test_without_flock_a_dead_process_holds_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "fcntl", None)
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    path = tmp_path / ".lock"
    path.write_text(json.dumps({"process": gone.pid}))
    with lock.hold(path), pytest.raises(Busy), lock.hold(path):
        pass
    assert not path.exists()


@pytest.mark.parametrize("name", ["README.md", ".next-1", None])
def test_a_place_that_will_do(tmp_path: Path, name: str | None) -> None:
    if name:
        (tmp_path / name).mkdir() if name.startswith(".") else (tmp_path / name).write_text("about")
    if name == ".next-1":
        (tmp_path / ".lock").write_text("{}")
    publish(tmp_path, FIRST, a="1")
    assert (tmp_path / "README.md").exists() == (name == "README.md")


def test_a_place_that_will_not_do(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "foreign").mkdir()
    (tmp_path / "foreign/minutes.pdf").write_text("x")
    for name in ("file", "foreign", "file/below"):
        with pytest.raises(CannotCreate), publication.take(tmp_path / name):
            pass
    assert content(tmp_path) == {"file": "x", "foreign/minutes.pdf": "x"}


def test_an_interrupt_during_the_switch_comes_after_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    move = publication.Place._move

    def interrupted(*args: Any) -> None:
        signal.raise_signal(signal.SIGINT)
        move(*args)

    monkeypatch.setattr(publication.Place, "_move", interrupted)
    with pytest.raises(KeyboardInterrupt):
        publish(tmp_path / "out", FIRST, a="1")
    assert manifest(tmp_path / "out")["build"] == FIRST
