"""The commands that check a graph: by its shapes, against the papers, and against what a careful reader found."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph_builder.cli.options import graph_option, state_option

if TYPE_CHECKING:
    from graph_builder import store

BAD_DATA = 65
DAMAGED = 76


@click.command()
@graph_option
def validate(graph: Path) -> int:
    """Check the graph against the shapes of its ontology and the counts that can be believed.

    \b
    Example:
      graph-builder validate
    """
    from graph_builder import validation, verification

    report = validation.check(verification.read_back(graph))
    for result in report.results:
        click.echo(f"{result.severity}: {result.focus}: {result.message}" + (f": {result.value}" if result.value else ""))
    counts = Counter(result.severity for result in report.results)
    click.echo(", ".join(f"{count} {severity}s" for severity, count in sorted(counts.items())) or "nothing breaks a shape", err=True)
    return 0 if report.conforms else BAD_DATA


@click.command()
@graph_option
@state_option
def verify(graph: Path, state: Path) -> int:
    """Read every published quote again, at its offsets in the text that it was taken from, and every published file.

    \b
    Example:
      graph-builder verify
    """
    from graph_builder import verification

    found = verification.verify(graph, state)
    for mismatch in found.mismatches:
        click.echo(f"{mismatch.what}: {mismatch.reason}" + (f": published {mismatch.published!r}, found {mismatch.found!r}" if mismatch.found else ""))
    right = found.quotes - sum(bool(mismatch.published) for mismatch in found.mismatches)
    click.echo(f"{right} of {found.quotes} quotes match their texts, {found.masked} of them under a mask", err=True)
    return DAMAGED if found.mismatches else 0


@click.command()
@graph_option
@click.option("--gold", type=click.Path(path_type=Path), metavar="PATH", help="A gold file or a folder of them.  [default: gold/ among the data]")
@click.option("--document", metavar="NAME", help="Score this paper alone.")
@click.option("--quiet", "-q", is_flag=True, help="The figures without what was missed and invented.")
@click.option("--calibrate", type=click.Path(path_type=Path), metavar="FILE", help="Write how far each rule can be trusted, as CSV.")
def evaluate(graph: Path, gold: Path | None, document: str | None, quiet: bool, calibrate: Path | None) -> None:
    """Score the graph's views against what a careful reader found: precision, recall and F1.

    \b
    Example:
      graph-builder evaluate --quiet
    """
    from graph_builder import evaluation, lexicon, store

    dataset = store.open_dataset(graph)
    scores = evaluation.score(graph / "tables", gold or lexicon.data_dir() / "gold", document=document)
    click.echo(evaluation.table(scores))
    if not quiet:
        for finding in evaluation.findings(scores):
            click.echo(finding)
    if calibrate:
        calibrate.write_text(evaluation.as_csv(evaluation.trust(scores, _rules(dataset))), encoding="utf-8")
        click.echo(f"How far each rule can be trusted is in {calibrate}", err=True)


def _rules(dataset: store.Dataset) -> dict[str, str]:
    """The rule of each claim, by its id."""
    from graph_builder.sparql import with_prefixes

    rows = dataset.select(with_prefixes("SELECT ?claim (MIN(?one) AS ?rule) WHERE { ?claim civ:rule ?one } GROUP BY ?claim"))
    return {row["claim"]: row["rule"] for row in rows.dicts()}
