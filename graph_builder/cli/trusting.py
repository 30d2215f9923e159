"""The commands by which a user finds out how far to trust a graph: a sample to read by hand, and what changed between two builds."""

from __future__ import annotations

from pathlib import Path

import click

from graph_builder.cli.options import graph_option
from graph_builder.errors import UsageError

_FORMS = ("table", "md", "html", "atom")


@click.command()
@click.argument("view", required=False)
@graph_option
@click.option("--number", "-n", "count", type=click.IntRange(1), default=50, show_default=True, metavar="N", help="How many facts to draw.")
@click.option("--seed", type=int, default=0, show_default=True, metavar="N", help="Another seed draws others.")
@click.option("--output", "-o", type=click.Path(path_type=Path), metavar="FILE", help="Where to write the sheet.  [default: sample-VIEW.csv]")
@click.option("--read", "sheet", type=click.Path(path_type=Path), metavar="FILE", help="A sheet that was ticked: what it says of the precision.")
def sample(view: str | None, graph: Path, count: int, seed: int, *, output: Path | None, sheet: Path | None) -> None:
    """Draw random facts of a VIEW beside their quotes, to be ticked by hand; then read the sheet and tell the precision.

    \b
    Example:
      graph-builder sample decisions -n 50 -o sheet.csv
      graph-builder sample --read sheet.csv
    """
    from graph_builder import evaluation, pipeline, store

    if sheet:
        shares = evaluation.ticked(sheet)
        for one in shares:
            low, high = one.interval
            click.echo(f"{one.name:<40} {one.right:>4} of {one.judged:<4} {one.share:6.3f}  {low:.3f} to {high:.3f}")
        click.echo("\n" + (evaluation.method(shares, pipeline.PROGRAM) if shares else "no fact is ticked yet"))
        return
    if view is None:
        raise UsageError("name a view to draw from, or a sheet with --read FILE; graph-builder query --list shows the views")
    dataset = store.open_dataset(graph)
    path = output or Path(f"sample-{view}.csv")
    text = evaluation.sheet(view, store.query(dataset, view).dicts(), store.rules(dataset), count=count, seed=seed)
    path.write_text(text, encoding="utf-8", newline="")
    click.echo(evaluation.instructions(), nl=False)
    click.echo(f"The sheet is {path}; then: graph-builder sample --read {path}", err=True)


@click.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option("--topic", default="", metavar="NAME", help="Only facts under this topic.")
@click.option("--person", default="", metavar="NAME", help="Only facts about this person.")
@click.option("--body", default="", metavar="NAME", help="Only facts about this body.")
@click.option("--format", "-f", "form", type=click.Choice(_FORMS), default="table", show_default=True, help="How to tell it.")
@click.option("--output", "-o", type=click.Path(path_type=Path), metavar="FILE", help="A file to write instead of stdout.")
def diff(old: Path, new: Path, topic: str, person: str, *, body: str, form: str, output: Path | None) -> None:
    """Tell what changed from the graph in OLD to the one in NEW: facts added, lost, changed; people and bodies merged and split.

    \b
    Example:
      graph-builder diff last-month/ exports/ --topic SEND --format md
    """
    from graph_builder import changes, store
    from graph_builder import project as projects
    from graph_builder.cli import printing

    own = projects.find(None, here=Path())
    hidden = projects.suppressed(own.folder if own else None)
    found = changes.compare(store.open_dataset(old), store.open_dataset(new), topic=topic, person=person, body=body, suppressed=hidden)
    words = changes.tell(found, form=form, title=f"What changed: {topic or person or body}" if topic or person or body else "What changed")
    if output:
        output.write_text(words, encoding="utf-8", newline="\n")
        click.echo(f"{len(found.changes)} changes are in {output}", err=True)
    else:
        printing.write(words)


@click.command()
@click.argument("body", required=False, default="")
@graph_option
@click.option("--council", default="", metavar="NAME", help="Only bodies of this council.")
@click.option("--format", "-f", "form", type=click.Choice(("table", "csv", "html")), default="table", show_default=True, help="How to tell it.")
@click.option("--output", "-o", type=click.Path(path_type=Path), metavar="FILE", help="A file to write instead of stdout.")
def calendar(body: str, graph: Path, council: str, form: str, output: Path | None) -> None:
    """Tell month by month what was read of each BODY, what papers speak of and is missing, and where nothing is known.

    \b
    Example:
      graph-builder calendar "Overview and Scrutiny Panel" --format html -o calendar.html
    """
    from graph_builder import months, store
    from graph_builder.cli import printing

    found = months.calendar(store.open_dataset(graph), body=body, council=council)
    if not found:
        raise UsageError(f"no body here is called {body or council!r}; graph-builder query bodies lists them")
    if form == "csv":
        words = printing.text(months.COLUMNS, tuple(month.cells() for month in found), form="csv")
    else:
        words = months.page(found) if form == "html" else months.text(found)
    if output:
        output.write_text(words, encoding="utf-8", newline="\n")
        click.echo(f"The calendar is in {output}", err=True)
    else:
        printing.write(words)
