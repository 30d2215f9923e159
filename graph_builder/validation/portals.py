"""The description of a dataset in, what a data portal misses in it out, by shapes that ship with the program."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from graph_builder import lexicon
from graph_builder.errors import UsageError
from graph_builder.validation.results import Report, Result, results

if TYPE_CHECKING:
    import rdflib


def portals() -> tuple[str, ...]:
    """The portals whose rules are known: the names of the files in `ontology/portals/`, sorted."""
    return tuple(sorted(path.stem for path in (lexicon.ontology_dir() / "portals").glob("*.ttl")))


def check_catalogue(catalogue: rdflib.Graph, portal: str) -> Report:
    """What a portal misses in a catalogue, once for all files alike, with the key of `catalogue.yml` that mends it.

    Raises UsageError for a portal whose rules are not known.
    """
    if portal not in portals():
        raise UsageError(f"the rules of {portal!r} are not known here; known are {', '.join(portals())}")
    found = list(results(catalogue, lexicon.ontology_dir() / "portals" / f"{portal}.ttl"))
    times = Counter((result.severity, result.message) for result in found)
    first = {(result.severity, result.message): result for result in sorted(found, reverse=True)}
    return Report(tuple(sorted(_once(first[key], number) for key, number in times.items())))


def _once(result: Result, times: int) -> Result:
    return result if times == 1 else Result(result.severity, f"{result.focus} and {times - 1} more", result.message)
