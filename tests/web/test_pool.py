"""Queries end within their limits, whatever they ask, and the next one is answered."""

from __future__ import annotations

import asyncio
import importlib.util
import json
import platform
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pytest

from graph_builder.errors import DamagedStore, Refused
from graph_builder.store import guard, is_update
from graph_builder.web.limits import NETWORK, Limits
from graph_builder.web.pool import Answer, NoAnswer, Pool
from tests.web.serving import store_of

Given = TypeVar("Given")
LIMITS = Limits(deadline=1.5, short=0.3, patience=1.0, queue=3)
DATA = "@prefix : <urn:> . " + " ".join(f":s{n} :p{n % 7} :s{n + 1}, {n}, 'text {n}'." for n in range(400))
SLOW = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
HUNGRY = "SELECT ?a ?d WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?f LIMIT 10"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return store_of(tmp_path_factory.mktemp("pool") / "store", {}, default=DATA)


def question(query: str, **more: Any) -> dict[str, Any]:
    return {"query": query, "rows_form": "json", "graph_form": "nt", **more}


def within(store: Path, limits: Limits, work: Callable[[Pool], Awaitable[Given]]) -> Given:
    async def run() -> Given:
        pool = Pool(store, limits)
        await pool.open()
        try:
            return await work(pool)
        finally:
            await pool.close()

    return asyncio.run(run())


async def outcome(pool: Pool, query: str, **more: Any) -> tuple[int, str]:
    try:
        return 200, (await pool.ask(question(query, **more))).kind
    except NoAnswer as error:
        return error.status, error.kind


@pytest.mark.parametrize(
    "query,limits,expected",
    [
        ("SELECT * WHERE { ?s ?p ?o } LIMIT 3", LIMITS, (200, "rows")),
        ("ASK {}", LIMITS, (200, "truth")),
        ("CONSTRUCT WHERE { ?s ?p ?o } LIMIT 3", LIMITS, (200, "triples")),
        ("SELECT", LIMITS, (400, "syntax")),
        ("SELECT (<urn:unknown>(1) AS ?x) {}", LIMITS, (501, "function")),
        ("SELECT * WHERE { ?s ?p ?o }", replace(LIMITS, rows=10), (503, "large")),
        ("CONSTRUCT WHERE { ?s ?p ?o }", replace(LIMITS, rows=10), (503, "large")),
        ("SELECT * WHERE { ?s ?p ?o }", replace(LIMITS, answer=500), (503, "large")),
        (SLOW, LIMITS, (503, "time")),
        (HUNGRY, replace(LIMITS, deadline=20), (503, "memory")),
        ("SELECT * WHERE " + "{" * 20000 + "?s ?p ?o" + "}" * 20000, LIMITS, (503, "depth")),
    ],
)
def test_a_query_ends_and_the_next_one_is_answered(store: Path, query: str, limits: Limits, expected: tuple[int, str]) -> None:
    async def work(pool: Pool) -> tuple[tuple[int, str], tuple[int, str]]:
        return await outcome(pool, query), await outcome(pool, "ASK {}")

    assert within(store, limits, work) == (expected, (200, "truth"))


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="the arenas are those of glibc")
def test_processes_start_within_a_small_memory_limit_each_time(store: Path) -> None:
    async def ask(pool: Pool) -> tuple[int, str]:
        return await outcome(pool, "ASK {}")

    assert {within(store, Limits(memory=400 << 20), ask)[0] for _ in range(3)} == {200}


def test_short_queries_do_not_wait_for_long_ones_and_who_is_too_many_is_told_so(store: Path) -> None:
    async def work(pool: Pool) -> tuple[list[tuple[int, str]], float]:
        long = [asyncio.ensure_future(outcome(pool, SLOW)) for _ in range(5)]
        await asyncio.sleep(1.2)
        start = time.monotonic()
        for _ in range(20):
            assert await outcome(pool, "ASK {}") == (200, "truth")
        took = time.monotonic() - start
        return list(await asyncio.gather(*long)), took

    outcomes, took = within(store, LIMITS, work)
    assert {status for status, _ in outcomes} == {503}
    assert {kind for _, kind in outcomes} <= {"time", "busy"}
    assert took < LIMITS.deadline


def test_a_full_queue_is_told_at_once_when_to_come_again(store: Path) -> None:
    async def work(pool: Pool) -> list[Answer | BaseException]:
        return list(await asyncio.gather(*(pool.ask(question(SLOW)) for _ in range(12)), return_exceptions=True))

    errors = [error for error in within(store, LIMITS, work) if isinstance(error, NoAnswer)]
    assert len(errors) == 12
    full = [error for error in errors if "waiting already" in error.reason]
    assert len(full) == 12 - LIMITS.queue - LIMITS.at_once - 2
    assert all(error.retry for error in full)


def test_an_asker_who_goes_away_leaves_no_process_behind(store: Path) -> None:
    async def work(pool: Pool) -> int:
        asked = asyncio.ensure_future(pool.ask(question(SLOW)))
        await asyncio.sleep(0.6)
        asked.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asked
        assert await outcome(pool, "ASK {}") == (200, "truth")
        return len(pool._all - set(pool._idle))

    assert within(store, replace(LIMITS, deadline=60), work) == 0


def test_the_columns_stand_as_they_are_written(store: Path) -> None:
    async def work(pool: Pool) -> list[str]:
        answer = await pool.ask(question("SELECT * WHERE { ?z ?b ?a } LIMIT 1"))
        return list(json.loads(answer.body)["head"]["vars"])

    assert within(store, LIMITS, work) == ["z", "b", "a"]


def test_no_query_reaches_the_network_or_a_file(store: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.nt"
    secret.write_text("<urn:a> <urn:b> <urn:c> .\n", encoding="utf-8")

    async def work(pool: Pool) -> list[tuple[int, str]]:
        if NETWORK in pool.lacking:
            pytest.skip("this system cannot shut a process off from the network")
        queries = ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", f"ASK FROM <{secret.as_uri()}> {{ ?s ?p ?o }}")
        answers = [await outcome(pool, query) for query in queries]
        assert json.loads((await pool.ask(question(queries[1]))).body)["boolean"] is False
        return answers

    assert within(store, LIMITS, work) == [(500, "store"), (200, "truth")]


def test_a_store_that_is_not_there_is_said(tmp_path: Path) -> None:
    async def work(pool: Pool) -> None:
        return None

    with pytest.raises(DamagedStore):
        within(tmp_path / "nothing", LIMITS, work)


@pytest.mark.parametrize(
    "text,expected",
    [
        ("INSERT DATA { <urn:a> <urn:b> 1 }", True),
        ("PREFIX insert: <urn:x> # SELECT\n BASE <urn:y> clear all", True),
        ("WITH <urn:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", True),
        ("LOAD <http://x/>", True),
        ("SELECT * { ?s ?p 'INSERT DATA' }", False),
        ("# DROP ALL\nSELECT * { ?s ?p ?o }", False),
        ("PREFIX drop: <urn:drop> ASK { ?s drop:p ?o }", False),
        ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", False),
    ],
)
def test_an_update_is_known_by_its_first_word(text: str, expected: bool) -> None:
    assert is_update(text) is expected


def test_the_guard_stops_the_queries_that_end_a_process(shared: Path) -> None:
    spec = importlib.util.spec_from_file_location("hostile", shared / "design/hostile-queries.py")
    assert spec is not None
    assert spec.loader is not None
    hostile = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(hostile)
    refused = set()
    for name, query in hostile.QUERIES.items():
        try:
            guard(query)
        except Refused:
            refused.add(name)
    assert refused == {"nested_groups", "nested_parentheses", "many_nots", "long_sum", "many_unions", "service", "service_silent"}
