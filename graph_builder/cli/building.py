"""The commands that make a graph, and that fix the ids which it has published."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graph_builder.cli.options import graph_option

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph_builder.intake import Refusal
    from graph_builder.report import Report


@click.command()
@click.argument("inputs", nargs=-1, type=click.Path(path_type=Path), metavar="[INPUT]...")
@click.option("--output", "-o", type=click.Path(path_type=Path), metavar="DIR", help="Where to publish the graph.  [default: exports]")
@click.option("--state", type=click.Path(path_type=Path), metavar="DIR", help="What builds keep for themselves.  [default: build]")
@click.option("--model", metavar="NAME", help="The spaCy pipeline to read with; `none` reads by rules alone.")
@click.option("--jobs", "-j", type=click.IntRange(1), default=1, show_default=True, metavar="N", help="Papers to read at the same time.")
@click.option("--sources", type=click.Path(path_type=Path), metavar="FILE", help="A list of sources that wins over the papers' own sources.yml.")
@click.option("--project", type=click.Path(path_type=Path), metavar="DIR", help="Your own folder, as `new` makes it; the current one, if it is such a folder.")
def build(inputs: tuple[Path, ...], output: Path | None, state: Path | None, project: Path | None, **options: Any) -> int:
    """Read papers (files, and folders of them) and publish their graph.

    Without INPUT the papers of your own folder are read, or those that come with the program where you are in none. What was published
    before stays as it is until all of the new is there.

    \b
    Example:
      graph-builder build
      graph-builder build minutes/ agenda.pdf -o my-graph/ --sources my-sources.yml
    """
    from graph_builder import lexicon, pipeline
    from graph_builder import project as projects

    if not sys.platform.startswith("linux"):
        click.echo("note: this system does not hold the limits of memory and time under which a PDF is read; read only papers that you trust", err=True)
    own = projects.find(project, here=Path())
    output = output or (own.exports if own else Path("exports"))
    with _progress() as advance:
        report = pipeline.build(
            inputs or (own.documents if own else lexicon.data_dir() / "documents",),
            output=output,
            state=state or (own.state if own else Path("build")),
            project=own.folder if own else None,
            tell=_tell,
            **{name: value for name, value in options.items() if value is not None},
            advance=advance,
        )
    _summarise(report, output)
    return report.exit_code


@click.command()
@graph_option
@click.option(
    "--output", "-o", type=click.Path(path_type=Path), metavar="FILE", help="The list.  [default: ids.csv in your own folder, else data/ids.csv]"
)
@click.option("--since", type=click.Path(path_type=Path), metavar="DIR", help="The graph of the release before: what changed since is told in the notes.")
@click.option("--notes", type=click.Path(path_type=Path), default=Path("release-notes.md"), show_default=True, metavar="FILE", help="The notes.")
def release(graph: Path, output: Path | None, since: Path | None, notes: Path) -> None:
    """Write the ids that a graph publishes into the list that later builds hold to, and the notes of the release.

    An id that stands in the list is never given to another thing, and its thing keeps it when a later paper tells more. The notes say
    what changed since the release before, with quotes, and which ids were withdrawn.

    \b
    Example:
      graph-builder release --since ../last-release/exports
    """
    from graph_builder import changes, released, state, store
    from graph_builder import project as projects

    own = projects.find(None, here=Path())
    output, hidden = output or (own.ids if own else Path("data/ids.csv")), projects.suppressed(own.folder if own else None)
    dataset = store.open_dataset(graph)
    before = store.open_dataset(since) if since else None
    count, withdrawn = released.release(dataset, output, suppressed=hidden)
    click.echo(f"{count} ids in {output}", err=True)
    if before:
        found = changes.compare(before, dataset, suppressed=hidden)
        told = changes.tell(found, form="md", title=f"Release {dataset.manifest.get('build', '')}")
        gone = "".join(["\n## Withdrawn ids\n\nWhoever has them should drop them.\n\n", *(f"- `{id_}`\n" for id_ in withdrawn)]) if withdrawn else ""
        state.write(notes, (told + gone).encode())
        click.echo(f"{len(found.changes)} changes are told in {notes}", err=True)


def _tell(refusal: Refusal) -> None:
    click.echo(f"{'error' if refusal.exit_code else 'note'}: {refusal.path}: {refusal.message}", err=True)


@contextmanager
def _progress() -> Iterator[Callable[[str, int], None]]:
    """A line on the terminal that says which paper is being read; nothing where stderr is no terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _, __: None
        return
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("reading", total=None)

        def advance(name: str, total: int) -> None:
            bar.update(task, description=name, total=total, advance=1)

        yield advance


def _tell_corrections(report: Report) -> None:
    """How many corrections are in force, and each that is not, with its line and the reason."""
    if report.corrections:
        in_force = sum(applied for _, applied, _ in report.corrections)
        click.echo(f"{in_force} of {len(report.corrections)} corrections are in force", err=True)
    for line, applied, message in report.corrections:
        if not applied:
            click.echo(f"note: corrections.csv:{line}: not in force: {message}", err=True)


def _summarise(report: Report, output: Path) -> None:
    from rich.console import Console
    from rich.table import Column, Table

    console = Console(stderr=True, highlight=False, soft_wrap=True)
    for row in report.rows:
        for warning in row.warnings:
            console.print(f"note: {row.file}: {warning}", markup=False)
    table = Table(Column("paper", overflow="fold"), "blocks", "read", "ignored", "not understood", box=None, pad_edge=False)
    for name, coverage in report.coverage:
        numbers = (coverage.blocks, coverage.read, coverage.ignored, len(coverage.unread))
        table.add_row(name, *map(str, numbers))
    console.print(table)
    things = ", ".join(f"{name} {count}" for name, count in {"papers": len(report.coverage), **report.things}.items() if count)
    console.print(f"\n{things}", markup=False)
    _tell_corrections(report)
    for name in report.exempt:
        console.print(f"held back, not for publication: {name}", markup=False)
    for finding in report.findings:
        click.echo(f"note: {finding}", err=True)
    if report.withheld:
        console.print(f"{report.withheld} things are private or suppressed, and left out", markup=False)
    console.print(f"The graph is in {output}/; open {output}/map.html in a browser, its tables are in {output}/tables/.", markup=False)
    console.print("Ask it: graph-builder query --list; graph-builder query meetings; graph-builder show NAME", markup=False)
