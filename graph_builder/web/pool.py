"""Questions in, answers out, from processes that are ended when one takes too long, too much, or falls over."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from graph_builder.errors import DamagedStore
from graph_builder.store.dataset import MEND
from graph_builder.web.limits import Limits
from graph_builder.web.worker import HEAD

SHORT_AT_ONCE: Final = 2
"""How many queries run at the same time as long as each is short."""
SPARE: Final = 2
"""How many processes wait for the next queries, at the least."""
NICE: Final = 10
"""How far long queries stand back behind short ones."""
LARGEST: Final = 300_000_000
"""A process that holds more bytes than this after a query is ended, so that its memory is given back."""
_FEW_ARENAS: Final = {"MALLOC_ARENA_MAX": "2"}
"""Each arena of glibc takes addresses that count against the memory limit; on a busy machine there were now and then too many to start a thread."""
_GONE = (asyncio.IncompleteReadError, ConnectionError, BrokenPipeError)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gave: its kind (rows, truth, triples), media type, number of rows or triples, and the whole body."""

    kind: str
    media_type: str
    count: int
    body: bytes


class NoAnswer(Exception):
    """Why a query has none: `status` is that of HTTP, `retry` the seconds after which to ask again, where that may help."""

    def __init__(self, status: int, reason: str, *, kind: str, retry: int | None = None) -> None:
        self.status, self.reason, self.kind, self.retry = status, reason, kind, retry
        super().__init__(reason)


class Pool:
    """Read-only processes over one store; used from one event loop.

    A query that is not done after `limits.short` seconds becomes a long one: it goes on where fewer than `limits.at_once` long ones run, and
    starts again when its turn comes where not. So short queries are answered while long ones run.
    """

    def __init__(self, store: Path, limits: Limits) -> None:
        self.store, self.limits = store, limits
        self.lacking: tuple[str, ...] = ()
        self._idle: list[_Worker] = []
        self._all: set[_Worker] = set()
        self._waiting = 0
        self._short, self._long = asyncio.Semaphore(SHORT_AT_ONCE), asyncio.Semaphore(limits.at_once)
        self._tasks: set[asyncio.Task[None]] = set()

    async def open(self) -> None:
        """Start the processes; raises DamagedStore where none can open the store."""
        self._idle = [await self._start() for _ in range(SHORT_AT_ONCE + SPARE)]
        self.lacking = self._idle[0].lacking

    async def close(self) -> None:
        """End every process."""
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks)
        for worker in list(self._all):
            await self._end(worker)

    async def ask(self, question: Mapping[str, Any]) -> Answer:
        """The answer to a question as `worker.answer` takes it; raises NoAnswer."""
        limits = self.limits
        if self._waiting >= limits.queue + limits.at_once + SHORT_AT_ONCE:
            raise NoAnswer(503, f"{limits.queue} queries are waiting already; ask again in a while", kind="busy", retry=5)
        self._waiting += 1
        try:
            whole = {**question, "rows": limits.rows, "bytes": limits.answer}
            run = await self._begin(whole)
            return await self._see_through(run, whole)
        finally:
            self._waiting -= 1

    async def _begin(self, question: Mapping[str, Any]) -> _Run | None:
        """A run that is done, or that holds a place among the long ones; None where it was stopped because there was no such place."""
        async with self._short:
            run = await self._run(question)
            try:
                await run.wait(self.limits.short)
                if run.done:
                    return run
                if not self._long.locked():
                    await self._long.acquire()
                    run.become_long()
                    return run
            except BaseException:
                await self._stop(run)
                raise
            await self._stop(run)
            return None

    async def _see_through(self, run: _Run | None, question: Mapping[str, Any]) -> Answer:
        if run is None:
            try:
                await asyncio.wait_for(self._long.acquire(), self.limits.patience)
            except TimeoutError:
                raise NoAnswer(503, "other long queries came first; ask again in a while", kind="busy", retry=10) from None
            try:
                run = await self._run(question)
            except BaseException:
                self._long.release()
                raise
            run.become_long()
        try:
            await run.wait(self.limits.deadline - run.spent)
            if not run.done:
                raise NoAnswer(503, f"the query was not done after {self.limits.deadline:g} seconds; ask for less", kind="time", retry=30)
            return run.result()
        finally:
            await self._stop(run)

    async def _run(self, question: Mapping[str, Any]) -> _Run:
        worker = self._idle.pop() if self._idle else await self._start()
        self._refill()
        return _Run(worker, asyncio.create_task(worker.ask(question)))

    async def _stop(self, run: _Run) -> None:
        """Give the place back, and the process too where it is sound; it is ended where it is not done, or fell."""
        if run.long:
            run.long = False
            self._long.release()
        if run.done and run.worker.sound and len(self._idle) < SHORT_AT_ONCE + SPARE:
            run.task.exception()  # asked for, so that nobody warns of an error that nobody waited for
            self._idle.append(run.worker)
            return
        run.task.cancel()
        await self._end(run.worker)
        await asyncio.wait({run.task})
        self._refill()

    def _refill(self) -> None:
        """Have processes to spare, so that nobody waits for one to start."""
        while len(self._idle) + len(self._tasks) < SPARE:
            task = asyncio.create_task(self._spare())
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _spare(self) -> None:
        self._idle.append(await self._start())

    async def _start(self) -> _Worker:
        worker = await _Worker.start(self.store, self.limits)
        self._all.add(worker)
        return worker

    async def _end(self, worker: _Worker) -> None:
        self._all.discard(worker)
        await worker.end()


class _Run:
    """One question under way in one process."""

    def __init__(self, worker: _Worker, task: asyncio.Task[Answer]) -> None:
        self.worker, self.task, self.long = worker, task, False
        self._began = asyncio.get_running_loop().time()

    @property
    def done(self) -> bool:
        return self.task.done()

    @property
    def spent(self) -> float:
        return asyncio.get_running_loop().time() - self._began

    def become_long(self) -> None:
        self.long = True
        self.worker.give_way()

    async def wait(self, seconds: float) -> None:
        await asyncio.wait({self.task}, timeout=max(seconds, 0))

    def result(self) -> Answer:
        return self.task.result()


class _Worker:
    """One process; its first message says what protects less here than it should."""

    def __init__(self, process: Process, lacking: tuple[str, ...]) -> None:
        self._process, self.lacking, self.sound, self._gives_way = process, lacking, True, False

    @classmethod
    async def start(cls, store: Path, limits: Limits) -> _Worker:
        words = [sys.executable, "-m", "graph_builder.web.worker", str(store), str(limits.memory), str(limits.deadline)]
        around = {**os.environ, **_FEW_ARENAS}
        process = await asyncio.create_subprocess_exec(*words, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, start_new_session=True, env=around)
        try:
            head, _ = await _read(process)
        except _GONE as error:
            await _ended(process)
            what = f"no query process can open the store: one ended with {process.returncode}"
            raise DamagedStore(f"{what}; {MEND}, or allow more memory", file=store) from error
        except BaseException:
            await _ended(process)
            raise
        return cls(process, tuple(head["lacking"]))

    async def ask(self, question: Mapping[str, Any]) -> Answer:
        text = json.dumps(question).encode()
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(HEAD.pack(len(text)) + text)
            await self._process.stdin.drain()
            head, body = await _read(self._process)
        except _GONE as error:
            self.sound = False
            raise _fallen(await self._process.wait()) from error
        self.sound = not self._gives_way and head["resident"] < LARGEST and head.get("error") not in ("memory", "store")
        if "error" in head:
            raise _failed(head["error"], head["detail"])
        return Answer(head["kind"], head["type"], head["count"], body)

    def give_way(self) -> None:
        """Let processes of short queries come first; for good, because only root may take that back."""
        self._gives_way, self.sound = True, False
        if hasattr(os, "setpriority"):
            with suppress(OSError):
                os.setpriority(os.PRIO_PROCESS, self._process.pid, NICE)

    async def end(self) -> None:
        await _ended(self._process)


async def _ended(process: Process) -> None:
    """Kill a process, which may have ended by itself before anybody was told, and wait for it."""
    with suppress(ProcessLookupError):
        process.kill()
    await process.wait()


async def _read(process: Process) -> tuple[dict[str, Any], bytes]:
    assert process.stdout is not None
    length = await process.stdout.readexactly(HEAD.size)
    head = json.loads(await process.stdout.readexactly(HEAD.unpack(length)[0]))
    return head, await process.stdout.readexactly(head["bytes"])


def _fallen(code: int) -> NoAnswer:
    """What is said of a process that ended by itself, by the signal that ended it."""
    if code == -getattr(signal, "SIGXCPU", 0) != 0:  # a signal that Windows does not have
        return NoAnswer(503, "the query used up its processor time; ask for less", kind="time", retry=30)
    if code == -signal.SIGSEGV:
        return NoAnswer(503, "the query is too deep for the engine; ask in several parts", kind="depth", retry=30)
    return NoAnswer(503, "the query needed more memory than the memory limit allows; ask for less", kind="memory", retry=30)


def _failed(error: str, detail: str) -> NoAnswer:
    """What is said of a question that the process itself could not answer."""
    if error == "large":
        return NoAnswer(503, f"{detail}; ask page by page with LIMIT and OFFSET, or download the files", kind=error, retry=30)
    if error == "memory":
        return _fallen(-signal.SIGABRT)
    status = {"syntax": 400, "form": 406, "function": 501}.get(error, 500)
    return NoAnswer(status, "the store could not be read to the end" if status == 500 else detail, kind=error)
