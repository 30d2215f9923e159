"""Fifty clients at a server for a minute: pages and queries mixed; how many answers of which status, and how long they took.

python benchmarks/serving.py [exports] [clients] [seconds]
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from collections import Counter, defaultdict
from itertools import cycle
from pathlib import Path

import httpx

PAGES = (
    "/",
    "/search?q=send",
    "/search?q=written+statement&kind=passage",
    "/tables/attendance?status=apologies",
    "/tables/decisions.csv",
    "/trace?name=SEND",
    "/downloads",
    "/sparql?query=SELECT+*+%7B+%3Fs+foaf%3Aname+%3Fname+%7D",
    "/sparql?format=csv&query=SELECT+*+%7B+%3Fs+a+civ%3AMeeting+%7D",
    "/sparql?format=json&query=SELECT+(COUNT(*)+AS+%3Fn)+%7B+%3Fs+civ%3AaboutItem%2Fciv%3AitemOf+%3Fm+%7D",
)
DOCUMENTED = {200, 503}


async def client(address: str, first: int, until: float, found: dict[str, list[float]], statuses: Counter[int]) -> None:
    """Ask one page after the other until the time is over."""
    async with httpx.AsyncClient(base_url=address, timeout=60, headers={"accept": "text/html"}) as asked:
        for path in cycle((*PAGES[first % len(PAGES) :], *PAGES[: first % len(PAGES)])):
            if time.monotonic() > until:
                return
            start = time.monotonic()
            answer = await asked.get(path)
            statuses[answer.status_code] += 1
            found[path].append(time.monotonic() - start)


async def load(address: str, clients: int, seconds: float) -> bool:
    """Run the clients, and print what they saw; whether every answer had a documented status."""
    found: dict[str, list[float]] = defaultdict(list)
    statuses: Counter[int] = Counter()
    until = time.monotonic() + seconds
    await asyncio.gather(*(client(address, number, until, found, statuses) for number in range(clients)))
    every = sorted(second for times in found.values() for second in times)
    print(
        f"{len(every)} answers in {seconds:.0f} s to {clients} clients: "
        + ", ".join(f"{number} with status {status}" for status, number in sorted(statuses.items()))
    )
    print(f"median {every[len(every) // 2]:.3f} s, 95th percentile {every[int(len(every) * 0.95)]:.3f} s")
    for path, times in sorted(found.items()):
        print(f"  {sorted(times)[len(times) // 2]:.3f} s  {path}")
    return set(statuses) <= DOCUMENTED


def main() -> None:
    """Start a server, wait for it, load it, and end it."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "exports")
    clients, seconds = int(sys.argv[2]) if len(sys.argv) > 2 else 50, float(sys.argv[3]) if len(sys.argv) > 3 else 60.0
    command = [sys.executable, "-c", "from graph_builder.cli import main; main()", "serve", str(folder), "--port", "0"]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert server.stderr is not None
    try:
        address = server.stderr.readline().split()[4].rstrip("/")
        httpx.get(f"{address}/trace?name=SEND", timeout=120)  # everything that is worked out once
        sys.exit(0 if asyncio.run(load(address, clients, seconds)) else 1)
    finally:
        server.terminate()
        server.wait(20)


if __name__ == "__main__":
    main()
