"""What one query may cost goes in; a process that cannot cost more, and the names of the protections that this system lacks, come out."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_NEW_USER, _NEW_NET = 0x10000000, 0x40000000  # of Linux's unshare, which Python has from 3.12 on
_PARENT_DEATH, _NO_NEW_PRIVILEGES = 1, 38  # of Linux's prctl
MEMORY: Final = "the memory limit"
NETWORK: Final = "the closed network"
PROCESSOR: Final = "the limit of processor time"


@dataclass(frozen=True, slots=True)
class Limits:
    """What queries may cost: times in seconds, sizes in bytes.

    A query that is done within `short` never waits for longer ones, of which at most `at_once` run; `queue` may wait, each for `patience`.
    """

    deadline: float = 10.0
    memory: int = 1 << 30
    rows: int = 100_000
    answer: int = 50_000_000
    at_once: int = 2
    queue: int = 16
    short: float = 0.5
    patience: float = 10.0


def confine(memory: int) -> tuple[str, ...]:
    """Shut this process in: no network, no more than `memory` bytes, an end with its parent; what this system cannot do is returned by name.

    The process must have one thread.
    """
    lacking = [] if _without_network() else [NETWORK]
    try:
        import resource
    except ImportError:  # a system that is no Unix
        return (*lacking, MEMORY, PROCESSOR)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    except (ValueError, OSError):
        lacking.append(MEMORY)
    if not sys.platform.startswith("linux") and MEMORY not in lacking:
        lacking.append(MEMORY)  # elsewhere the limit can be set, and is not kept
    return tuple(lacking)


def allow_seconds(seconds: float) -> None:
    """Let this process use the processor for so long from now on; then the system ends it, should its parent not have done so."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    # two threads of the engine may work at the same time
    soft = int(used.ru_utime + used.ru_stime + 2 * seconds) + 2
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))


def resident() -> int:
    """How many bytes of memory this process holds; 0 where the system does not say."""
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


def _without_network() -> bool:
    """Whether the process now stands in a network of its own, in which there is nothing; Linux only."""
    if not sys.platform.startswith("linux"):
        return False
    system = ctypes.CDLL(None, use_errno=True)
    system.prctl(_PARENT_DEATH, signal.SIGKILL, 0, 0, 0)
    system.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    return any(system.unshare(flags) == 0 for flags in ((_NEW_NET,) if os.geteuid() == 0 else (_NEW_USER | _NEW_NET,)))
