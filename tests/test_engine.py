"""The engine gives the same with one process and with several, and ends them when its caller stops."""

from __future__ import annotations

import multiprocessing
import time

import pytest

from graph_builder import engine


def double(number: int) -> int:
    return 2 * number


def fail(number: int) -> int:
    if number == 1:
        raise ValueError("one")
    time.sleep(30)
    return number


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_keep_the_order_of_the_tasks(jobs: int) -> None:
    assert list(engine.over([3, 1, 2], double, jobs=jobs)) == [6, 2, 4]
    assert list(engine.over([], double, jobs=jobs)) == []


def test_a_failure_ends_the_other_processes() -> None:
    start = time.monotonic()
    with pytest.raises(ValueError, match="one"):
        list(engine.over([1, 2, 3], fail, jobs=2))
    assert time.monotonic() - start < 15
    assert not multiprocessing.active_children()
