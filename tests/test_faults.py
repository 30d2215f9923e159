"""Faults while a build is at work: kills, interrupts, a full disk; what was published stays whole and the next build goes through."""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph_builder import lexicon, statements, store
from tests.by_hand import AGENDA, MINUTES

BY_HAND = [sys.executable, "-m", "tests.by_hand"]
REAL = [sys.executable, "-c", "from graph_builder.cli import main; main()"]


def start(program: list[str], *words: str | Path) -> subprocess.Popen[str]:
    return subprocess.Popen([*program, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def finish(program: list[str], *words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*program, *words], capture_output=True, text=True, check=False)


@pytest.fixture
def papers(tmp_path: Path) -> tuple[Path, Path]:
    """Two folders of papers, of which the second has one more."""
    for name in ("few", "more"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "minutes.txt").write_text(MINUTES, encoding="utf-8")
    for number in range(20):
        (tmp_path / "more" / f"agenda {number}.txt").write_text(f"{AGENDA}{number}\n", encoding="utf-8")
    return tmp_path / "few", tmp_path / "more"


def hashes(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*") if path.is_file()}


def named(folder: Path) -> dict[str, str]:
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return {name: said["sha256"] for name, said in manifest["files"].items()}


def leftovers(*folders: Path) -> list[Path]:
    return [path for folder in folders for path in folder.rglob(".*")]


def kill_at_random_moments(program: list[str], inputs: tuple[Path, Path], out: Path, *, times: int) -> None:
    """Kill builds of one folder and the other in turn; what is in force has to be one of the two, whole, after each kill."""
    choose, known, seconds = random.Random(10), [], 0.0
    for folder in inputs:
        begin = time.monotonic()
        done = finish(program, "build", folder, "-o", out / "exports", "--state", out / "state")
        assert done.returncode == 0, done.stderr
        seconds = time.monotonic() - begin
        known.append(named(out / "exports"))
    for number in range(times):
        process = start(program, "build", inputs[number % 2], "-o", out / "exports", "--state", out / "state")
        time.sleep(choose.uniform(0, seconds))
        process.kill()
        process.communicate()
        assert named(out / "exports") in known
        for name, digest in hashes(out / "exports").items():
            if name in known[0]:
                assert digest in (known[0][name], known[1][name]), f"{name} is neither the old nor the new one after kill {number}"
        dataset = store.open_dataset(out / "exports")
        assert len(store.query(dataset, "people")) > 0
        for path in (out / "state/statements").glob("[!.]*.jsonl"):
            statements.parse(path.read_text(encoding="utf-8"), file=path)
    for folder, expected in zip(inputs, known, strict=True):
        assert finish(program, "build", folder, "-o", out / "exports", "--state", out / "state").returncode == 0
        assert named(out / "exports") == expected
        assert {name: digest for name, digest in hashes(out / "exports").items() if name in expected} == expected
    assert not leftovers(out)
    assert len(list((out / "exports/store").iterdir())) == 1


def test_twenty_kills(papers: tuple[Path, Path], tmp_path: Path) -> None:
    kill_at_random_moments(BY_HAND, papers, tmp_path / "out", times=20)


@pytest.mark.long
def test_two_hundred_kills(tmp_path: Path) -> None:
    seeds = sorted((lexicon.data_dir() / "documents").glob("*.txt"))
    for name, chosen in (("few", seeds[:2]), ("more", seeds)):
        (tmp_path / name).mkdir()
        for path in chosen:
            (tmp_path / name / path.name).write_bytes(path.read_bytes())
    kill_at_random_moments(REAL, (tmp_path / "few", tmp_path / "more"), tmp_path / "out", times=200)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_ends_a_build_within_two_seconds(tmp_path: Path, jobs: str) -> None:
    (tmp_path / "papers").mkdir()
    for number in range(400):
        (tmp_path / f"papers/{number}.txt").write_text(f"{MINUTES}{number}\n" * 40, encoding="utf-8")
    process = start(BY_HAND, "build", tmp_path / "papers", "-o", tmp_path / "out", "--state", tmp_path / "state", "--jobs", jobs)
    while not (tmp_path / "out/.lock").exists():
        assert process.poll() is None
        time.sleep(0.01)
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    begin = time.monotonic()
    out, err = process.communicate(timeout=20)
    assert time.monotonic() - begin < 2
    assert (process.returncode, out, err.strip()) == (130, "", "interrupted")
    assert not (tmp_path / "out").exists()
    assert not leftovers(tmp_path)


def test_an_interrupt_ends_a_long_query_within_two_seconds(papers: tuple[Path, Path], tmp_path: Path) -> None:
    assert finish(BY_HAND, "build", papers[1], "-o", tmp_path / "out", "--state", tmp_path / "state").returncode == 0
    endless = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    os.mkfifo(tmp_path / "endless.rq")
    process = start(BY_HAND, "query", "--graph", tmp_path / "out", tmp_path / "endless.rq")
    (tmp_path / "endless.rq").write_text(endless, encoding="utf-8")  # waits until the program, all of it loaded, reads
    time.sleep(2)
    assert process.poll() is None, "the query was to take long"
    process.send_signal(signal.SIGINT)
    begin = time.monotonic()
    out, err = process.communicate(timeout=30)
    assert time.monotonic() - begin < 2
    assert (process.returncode, out, err.strip()) == (130, "", "interrupted")


def test_a_second_build_is_told_who_is_at_work(papers: tuple[Path, Path], tmp_path: Path) -> None:
    process = start(BY_HAND, "build", papers[1], "-o", tmp_path / "out", "--state", tmp_path / "state")
    while not (tmp_path / "out/.lock").exists() or not (tmp_path / "out/.lock").read_text():
        assert process.poll() is None
        time.sleep(0.005)
    process.send_signal(signal.SIGSTOP)
    try:
        done = finish(BY_HAND, "build", papers[0], "-o", tmp_path / "out", "--state", tmp_path / "state")
    finally:
        process.send_signal(signal.SIGCONT)
    assert done.returncode == 75
    assert f"process {process.pid}, started 20" in done.stderr
    assert process.wait() == 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of eight megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk], check=False, capture_output=True).returncode:
        pytest.skip("a small disk (tmpfs) can only be mounted by root")
    yield disk
    subprocess.run(["umount", "-l", disk], check=True)


@pytest.mark.parametrize("state", ["on the full disk", "elsewhere"])
def test_a_full_disk_leaves_the_old_files_as_they_were(papers: tuple[Path, Path], small_disk: Path, tmp_path: Path, state: str) -> None:
    kept = small_disk / "state" if state == "on the full disk" else tmp_path / "state"
    words = ("-o", small_disk / "out", "--state", kept)
    assert finish(BY_HAND, "build", papers[0], *words).returncode == 0
    before, codes = hashes(small_disk / "out"), []
    for room in (0, 16, 64, 200, 400, 600, 800):
        filler = small_disk / "filler"
        filler.unlink(missing_ok=True)
        free = os.statvfs(small_disk).f_bavail * os.statvfs(small_disk).f_frsize
        filler.write_bytes(bytes(max(0, free - room * 1024)))
        done = finish(BY_HAND, "build", papers[1], *words)
        codes.append(done.returncode)
        assert done.returncode == 74, done.stderr
        assert len(done.stderr.splitlines()) == 1
        assert done.stderr.startswith("error: ")
        assert hashes(small_disk / "out") == before
        assert not leftovers(small_disk)
    (small_disk / "filler").unlink()
    assert finish(BY_HAND, "build", papers[1], *words).returncode == 0
    assert not leftovers(small_disk)
