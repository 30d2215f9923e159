"""How well and how fast people are told apart: a made town of 2,000 people over twelve years, and towns of many mentions; run as a script.

    python benchmarks/identity.py quality [SEED ...]
    python benchmarks/identity.py speed 10000 100000
"""

from __future__ import annotations

import resource
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.towns import Town, people, town
from graph_builder.model import Reading
from graph_builder.resolution.people import Cluster, clusters

_SEED = 20


def quality(found: Iterable[Cluster], made: Town) -> tuple[float, float]:
    """Precision and recall over pairs of mentions."""
    together = Counter((number, made.truth[local]) for number, cluster in enumerate(found) for local in cluster.locals)
    sizes: Counter[int] = Counter()
    for (number, _), count in together.items():
        sizes[number] += count
    both = sum(map(_pairs, together.values()))
    return both / max(1, sum(map(_pairs, sizes.values()))), both / max(1, sum(map(_pairs, Counter(made.truth.values()).values())))


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def main(what: str, *sizes: str) -> None:
    """Print the figures."""
    if what == "quality":
        for seed in map(int, sizes or (str(_SEED),)):
            made = town(people(2_000, seed=seed), seed=seed, papers=1_500)
            precision, recall = quality(clusters(made.papers), made)
            what_of = f"{len(made.truth)} mentions of {len(set(made.truth.values()))} people"
            print(f"seed {seed}: {what_of}: precision {precision:.5f}, recall {recall:.5f}", flush=True)
        return
    for size in map(int, sizes):
        source = _Made(size)
        start = time.process_time()
        found = clusters(source)
        seconds = time.process_time() - start - source.seconds
        named = sum(len(cluster.locals) for cluster in found)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        each = f"{seconds:.1f} CPU seconds, {1e6 * seconds / named:.0f} microseconds each"
        print(f"{named} mentions in {source.papers} papers: {each}, {len(found)} people, peak {peak} MB", flush=True)


class _Made:
    """Papers of towns with so many mentions in all, made one town at a time; `seconds` is what the making took."""

    def __init__(self, size: int) -> None:
        self.size, self.seconds, self.papers = size, 0.0, 0

    def __iter__(self) -> Iterator[Reading]:
        towns = _towns(self.size)
        while True:
            start = time.process_time()
            made = next(towns, None)
            self.seconds += time.process_time() - start
            if made is None:
                return
            self.papers += len(made.papers)
            yield from made.papers


def _towns(size: int) -> Iterator[Town]:
    """Towns of about 20,000 mentions each, until there are so many."""
    councils = max(1, size // 20_000)
    mentions = size // councils
    for number in range(councils):
        everybody = people(max(200, mentions // 14), seed=number, council=f"Town{number} Borough Council")
        yield town(everybody, seed=number, papers=mentions // 13, start=number * 10**6)


if __name__ == "__main__":
    main(*sys.argv[1:])
