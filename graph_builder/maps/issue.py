"""The map of one issue: a dataset and a name go in, the network that tells its thread comes out, with a title and what it is made from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import networkx

from graph_builder import store, trace
from graph_builder.errors import UsageError
from graph_builder.language import topic_scheme
from graph_builder.maps.around import around
from graph_builder.maps.story import tell

MANY: Final = 3
"""Above so many councils those that say nothing of an issue are told of together."""


def issue(dataset: store.Dataset | trace.Corpus, name: str, *, council: str = "") -> tuple[networkx.MultiDiGraph[str], str]:
    """The network around a topic, inspection, plan, person or body of this name or id, and what the map is called.

    What belongs to it is what `trace` says, line by line, so that map and thread tell the same.
    Raises UsageError where several things have the name, or the papers say nothing of it.
    """
    corpus = dataset if isinstance(dataset, trace.Corpus) else trace.load(dataset)
    subject = trace.resolve(corpus, name, council=council)
    thread = trace.of(corpus, subject, council=council)
    if not thread.lines:
        raise UsageError(f"the papers say nothing of {subject.label!r}; graph-builder query topics, people, bodies, plans and inspections list what there is")
    claims = {part for line in thread.lines for part in line.claim.split(" | ") if part}
    network = around(tell(corpus.views), claims, centres={subject.id} - {""}, topics=_topics(subject))
    network.graph.update(notes=thread.notes, extent=extents(thread.extent))
    return network, f"{subject.label} in the papers"


def _topics(subject: trace.Subject) -> frozenset[str]:
    """The topic itself and what is narrower; for another subject none, or every item would bring all of its topics."""
    return frozenset(topic for topic, wide in topic_scheme.wider().items() if subject.id in wide) | ({subject.id} if subject.kind == "topic" else frozenset())


def extents(extents: Sequence[trace.Extent]) -> tuple[str, ...]:
    """A sentence for each council; of many, those whose papers say nothing have one together."""
    speak = [extent for extent in extents if extent.papers or len(extents) <= MANY]
    silent = [extent for extent in extents if extent not in speak]
    papers = sum(extent.all_papers for extent in silent)
    together = f"{len(silent):,} other councils: none of their {papers:,} papers here speaks of it, which says nothing of what they did"
    return (*map(_extent, speak), *([together] if silent else []))


def _extent(extent: trace.Extent) -> str:
    papers = f"{len(extent.papers):,} of {extent.all_papers:,} {'paper' if extent.all_papers == 1 else 'papers'}"
    bodies = f", {len(extent.bodies):,} {'body' if len(extent.bodies) == 1 else 'bodies'}" if extent.bodies else ""
    when = f", {extent.first}" + (f" to {extent.last}" if extent.last != extent.first else "") if extent.first else ""
    return f"{extent.council or 'No council named'}: {papers}{bodies}{when}" + (f" ({extent.thin})" if extent.thin else "")
