"""The engine: a function and the papers go in, what it gives for each comes out in their order, worked out here or by several processes."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")


def over(tasks: Sequence[Task], function: Callable[[Task], Result], *, jobs: int = 1) -> Iterator[Result]:
    """What `function` gives for each task, in the order of the tasks, with at most `jobs` processes.

    With several processes, function, tasks and results have to be picklable. When the caller stops early, so do the processes.
    """
    if jobs <= 1 or len(tasks) <= 1:
        yield from map(function, tasks)
        return
    before = set(multiprocessing.active_children())
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(min(jobs, len(tasks)), mp_context=context, initializer=_leave_interrupts_to_the_parent)
    try:
        yield from pool.map(function, tasks)
    except BaseException:
        for process in set(multiprocessing.active_children()) - before:
            process.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
