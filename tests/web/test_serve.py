"""The command `serve`: says where it is, answers there, and leaves nothing behind when it is interrupted."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from graph_builder.cli import run
from tests.web.sites import SMITH, publish


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(tmp_path_factory.mktemp("serve") / "exports")


def test_it_answers_until_it_is_interrupted_even_in_the_middle_of_a_query(folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    command = [
        sys.executable,
        "-c",
        "from graph_builder.cli import main; main()",
        "serve",
        str(folder),
        "--port",
        "0",
        "--project",
        str(own),
        "--deadline",
        "60",
    ]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert server.stderr is not None
    address = server.stderr.readline().split()[4]
    try:
        assert httpx.get(f"{address}about", timeout=30).status_code == 200
        (own / "suppressed.csv").write_text("what\nJane Smith\n", encoding="utf-8")
        assert httpx.get(f"{address.rstrip('/')}{SMITH}", timeout=30).status_code == 410
        (own / "suppressed.csv").unlink()
        slow = "SELECT (COUNT(*) AS ?n) WHERE { " + " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(20)) + " }"
        with pytest.raises(httpx.ReadTimeout):
            httpx.get(f"{address}sparql", params={"query": slow}, timeout=1.5)
        workers = list(children(server.pid))
        assert workers
        start = time.monotonic()
        server.send_signal(signal.SIGINT)
        assert server.wait(10) == 130
        assert time.monotonic() - start < 5
        time.sleep(0.5)
        assert [worker for worker in workers if Path(f"/proc/{worker}").exists() and " Z " not in Path(f"/proc/{worker}/stat").read_text()] == []
    finally:
        server.kill()


def children(parent: int) -> list[str]:
    if not Path("/proc/self/stat").exists():
        pytest.skip("this system does not list its processes")
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if fields[1] == str(parent):
            found.append(stat.parent.name)
    return found


def test_a_port_that_is_taken_is_named(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert run(["serve", str(folder), "--port", str(port)]) == 73
    assert f"{port}" in capfd.readouterr().err


def test_a_folder_without_a_graph_is_named(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["serve", str(tmp_path)]) == 69
    assert run(["serve", str(tmp_path), "--export-static", str(tmp_path / "public")]) == 69
    assert "no graph here yet" in capfd.readouterr().err


def test_pages_are_written_as_files(folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["serve", str(folder), "--export-static", str(tmp_path / "public")]) == 0
    assert (tmp_path / "public/index.html").is_file()
    assert "pages in" in capfd.readouterr().err
