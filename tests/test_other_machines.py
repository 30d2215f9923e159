"""Windows and macOS, as far as this machine can show: what they lack is done without, and no file has a name or a newline that they would change."""

from __future__ import annotations

import ast
import builtins
import os
import re
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

from graph_builder import exports, lexicon, lock, pipeline, publication, store, verification
from graph_builder.errors import Busy
from graph_builder.exports import FORMATS, Content
from graph_builder.reading import pdf_child
from graph_builder.web import files, limits, pool
from tests.conftest import ROOT

PACKAGE = ROOT / "graph_builder"
MODULES = sorted(PACKAGE.rglob("*.py"))
REFUSED = re.compile(r'[<>:"|?*\\\x00-\x1f]|[. ]$')
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
UNIX = {"fcntl", "resource", "pwd", "grp", "termios", "pty", "tty", "syslog", "crypt", "posix"}
NOT_THERE = {"fork", "forkpty", "setsid", "getuid", "setuid", "geteuid", "wait", "killpg", "mkfifo", "sysconf", "pipe2", "register_at_fork"}


def calls(path: Path) -> Iterator[ast.Call]:
    yield from (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_every_text_file_is_opened_with_its_encoding_and_newline(path: Path) -> None:
    for call in calls(path):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        named = {keyword.arg for keyword in call.keywords}
        mode = next((ast.literal_eval(value) for value in (*call.args, *(k.value for k in call.keywords if k.arg == "mode")) if _is_mode(value)), "r")
        if name == "read_text":
            assert "encoding" in named, ast.unparse(call)
        elif name == "write_text":
            assert {"encoding", "newline"} <= named, ast.unparse(call)
        elif name == "open" and not (isinstance(call.func, ast.Attribute) and _is_no_file(call.func.value)) and "b" not in mode:
            assert "encoding" in named, ast.unparse(call)
            assert mode == "r" or "newline" in named, ast.unparse(call)


def _is_mode(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and isinstance(value.value, str) and bool(re.fullmatch(r"[rwax]b?\+?b?t?", value.value))


def _is_no_file(value: ast.expr) -> bool:
    """Whether `.open` is that of the system, an archive, a browser, a picture or a part of this program."""
    return ast.unparse(value).split(".")[-1] in {"os", "webbrowser", "Image", "zipfile", "archive", "site", "self", "pool", "process", "urllib", "request", "opener"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_what_unix_alone_has_is_asked_for_before_it_is_used(path: Path) -> None:
    """Its modules are imported where their absence is caught, and nothing forks."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    caught = {
        id(inside)
        for node in ast.walk(tree)
        if isinstance(node, ast.Try) and any(handler.type is not None and "ImportError" in ast.unparse(handler.type) for handler in node.handlers)
        for inside in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            assert not {alias.name for alias in node.names} & UNIX or id(node) in caught, ast.unparse(node)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "os" and node.attr in NOT_THERE:
            assert path.name == "limits.py", f"os.{node.attr} stands where Linux alone comes"


def test_no_path_is_put_together_by_hand() -> None:
    """No separator of paths is written into a text that is joined to one: `Path` knows them."""
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        assert "os.sep" not in text
        assert "os.path.join" not in text
        assert not re.search(r"Path\(f?['\"][^'\"]*\\\\", text), path


def refused(names: list[str]) -> list[str]:
    """The names that Windows does not take, and those that differ from another in case alone."""
    parts = [part for name in names for part in name.split("/")]
    twins = {name.casefold() for name in set(names) if sum(name.casefold() == other.casefold() for other in set(names)) > 1}
    return sorted({part for part in parts if REFUSED.search(part) or RESERVED.match(part)} | twins)


def test_the_repository_has_no_name_that_windows_refuses() -> None:
    skipped = {".git", ".venv", "node_modules", "exports", "build", "__pycache__"}
    found = [path.relative_to(ROOT) for path in ROOT.rglob("*") if not skipped & set(path.relative_to(ROOT).parts)]
    assert refused([path.as_posix() for path in found]) == []


@pytest.mark.long
def test_nothing_that_is_written_has_a_name_that_windows_refuses(built: Path, tmp_path: Path) -> None:
    content = Content(verification.read_back(built / "exports"), store.open_dataset(built / "exports"), built / "exports", exports.settings())
    exports.export(content, tmp_path / "dataset", FORMATS)
    files.write(built / "exports", tmp_path / "public", suppressed=frozenset)
    written = [path.relative_to(place).as_posix() for place in (built / "exports", tmp_path) for path in place.rglob("*") if path.is_file()]
    assert len(written) > 100
    assert refused(written) == []
    assert max(map(len, written)) < 240, "Windows takes 260 characters with the folder before them: README says so"


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that has none of Unix's modules, signals and locks."""
    whole = builtins.__import__

    def without(name: str, *more: Any, **named: Any) -> ModuleType:
        if name in UNIX - {"posix"}:
            raise ImportError(name)
        return whole(name, *more, **named)

    monkeypatch.setattr(builtins, "__import__", without)
    monkeypatch.setattr(lock, "fcntl", None)
    monkeypatch.setattr(sys, "platform", "win32")
    for name in ("SIGXCPU", "SIGKILL"):
        monkeypatch.delattr(signal, name)


@pytest.mark.usefixtures("elsewhere")
def test_limits_that_are_not_there_are_named() -> None:
    assert set(limits.confine(1 << 30)) == {limits.NETWORK, limits.MEMORY, limits.PROCESSOR}
    limits.allow_seconds(1)
    pdf_child.limit()
    assert pool._fallen(-11).status == 503
    assert pool._fallen(1).status == 503


@pytest.mark.usefixtures("elsewhere")
def test_a_build_works_without_them(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers/a.txt").write_text("Keswold Borough Council\nHousing Committee\nTuesday 5 March 2024\nPresent: Cllr A Hay\n1. Roofs\nRESOLVED that they be mended.\n")
    for _ in range(2):
        pipeline.build([tmp_path / "papers"], output=tmp_path / "exports", state=tmp_path / "state", model="none")
        assert not (tmp_path / "exports" / lock.LOCK).exists()
    assert len(store.open_dataset(tmp_path / "exports")) > 0


@pytest.mark.usefixtures("elsewhere")
def test_a_lock_by_existence_holds_and_is_taken_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / lock.LOCK
    with lock.hold(path), pytest.raises(Busy), lock.hold(path):
        raise AssertionError
    monkeypatch.setattr(os, "name", "nt")
    path_type = type(path)
    path.write_text('{"process": 4}', encoding="utf-8")
    with lock.hold(path):  # its holder is gone: the file can be removed
        assert path.exists()

    def held(*_: object, **__: object) -> None:
        raise PermissionError

    path.write_text('{"process": 4}', encoding="utf-8")
    monkeypatch.setattr(path_type, "unlink", held)
    with pytest.raises(Busy), lock.hold(path):
        raise AssertionError


def test_a_store_that_is_open_stays_where_it_cannot_be_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "which").write_text(name, encoding="utf-8")

    def held(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "name", "nt")
    monkeypatch.setattr(type(tmp_path), "rename", held)
    publication._exchange(tmp_path / "new", tmp_path / "old")
    assert (tmp_path / "old/which").read_text(encoding="utf-8") == "old"

@pytest.mark.parametrize("path", sorted(lexicon.data_dir().rglob("*.yml")), ids=lambda path: path.name)
def test_a_data_file_reads_the_same_without_the_fast_reader_of_yaml(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert yaml.load(text, Loader=yaml.SafeLoader) == lexicon.read_yaml(path)
