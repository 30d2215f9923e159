"""The commands that check a graph: by its shapes, against the papers, and against what a careful reader found."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph_builder.cli.options import catalogue_option, found_state_option, graph_option

if TYPE_CHECKING:
    from graph_builder import validation

BAD_DATA = 65
DAMAGED = 76


@click.command()
@graph_option
@click.option("--portal", metavar="NAME", help="Check what would be handed to a data portal instead: data.gov.uk, dcat-ap or uk.")
@catalogue_option
def validate(graph: Path, portal: str | None, project: Path | None) -> int:
    """Check the graph against the shapes of its ontology and the counts that can be believed.

    With --portal the description of the dataset is checked instead: what the portal misses is named, with the key of catalogue.yml.

    \b
    Example:
      graph-builder validate
      graph-builder validate --portal data.gov.uk
    """
    from graph_builder import validation, verification

    report = _portal(graph, portal, project) if portal else validation.check(verification.read_back(graph))
    for result in report.results:
        told = (f": {result.value}" if result.value else "") + (f" “{result.quote}”" if result.quote else "")
        click.echo(f"{result.severity}: {result.focus}: {result.message}{told}")
    counts = Counter(result.severity for result in report.results)
    nothing = f"{portal} misses nothing" if portal else "nothing breaks a shape"
    click.echo(", ".join(f"{count} {severity}s" for severity, count in sorted(counts.items())) or nothing, err=True)
    return 0 if report.conforms else BAD_DATA


def _portal(graph: Path, portal: str, project: Path | None) -> validation.Report:
    """What a portal misses in the description of an export of all formats."""
    from graph_builder import exports, validation
    from graph_builder.cli.exporting import content_of

    with tempfile.TemporaryDirectory() as folder:
        return validation.check_catalogue(exports.described(content_of(graph, project), Path(folder) / "dataset"), portal)


@click.command()
@graph_option
@found_state_option
def verify(graph: Path, state: Path | None) -> int:
    """Read every published quote again, at its offsets in the text that it was taken from, and every published file.

    \b
    Example:
      graph-builder verify
    """
    from graph_builder import publication, verification

    found = verification.verify(graph, state or publication.state_of(graph))
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
@click.option("--misses", is_flag=True, help="Only the facts that were missed, a line each.")
@click.option("--calibrate", type=click.Path(path_type=Path), metavar="FILE", help="Write how far each rule can be trusted, as CSV.")
def evaluate(graph: Path, gold: Path | None, document: str | None, quiet: bool, misses: bool, calibrate: Path | None) -> None:
    """Score the graph's views against what a careful reader found: precision, recall and F1.

    \b
    Example:
      graph-builder evaluate --quiet
      graph-builder evaluate --misses
    """
    from graph_builder import evaluation, lexicon, store

    dataset = store.open_dataset(graph)
    scores = evaluation.score(graph / "tables", gold or lexicon.data_dir() / "gold", document=document)
    if not misses:
        click.echo(evaluation.table(scores))
    for finding in evaluation.findings(scores, invented=not misses) if misses or not quiet else ():
        click.echo(finding)
    if calibrate:
        calibrate.write_text(evaluation.as_csv(evaluation.trust(scores, store.rules(dataset))), encoding="utf-8", newline="\n")
        click.echo(f"How far each rule can be trusted is in {calibrate}", err=True)
