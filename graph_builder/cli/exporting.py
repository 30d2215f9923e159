"""The commands that hand a graph on: as files in many formats, and to a store that a user runs."""

from __future__ import annotations

from pathlib import Path

import click

from graph_builder.cli.options import graph_option
from graph_builder.errors import UsageError

project_option = click.option(
    "--project", type=click.Path(path_type=Path), metavar="DIR", help="Your own folder: its catalogue.yml says who publishes the dataset."
)


@click.command()
@click.argument("formats", nargs=-1, metavar="[FORMAT]...")
@graph_option
@click.option("--output", "-o", type=click.Path(path_type=Path), default=Path("dataset"), show_default=True, metavar="DIR", help="Where to write.")
@project_option
@click.option("--list", "listing", is_flag=True, help="The formats, with what each is for.")
def export(formats: tuple[str, ...], graph: Path, output: Path, project: Path | None, listing: bool) -> None:
    """Write the graph in each FORMAT that is named, or in all: a folder that holds exactly what was asked for.

    \b
    Example:
      graph-builder export --list
      graph-builder export turtle csv rocrate -o for-the-portal/
    """
    from graph_builder import exports, store, verification
    from graph_builder import project as projects

    if listing:
        click.echo("".join(f"{name:<10}{form.tells}\n" for name, form in exports.FORMATS.items()), nl=False)
        return
    unknown = sorted(set(formats) - exports.FORMATS.keys())
    if unknown:
        raise UsageError(f"there is no format {unknown[0]!r}; there are {', '.join(exports.FORMATS)}")
    chosen = {name: exports.FORMATS[name] for name in formats or exports.FORMATS}
    own = projects.find(project, here=Path.cwd())
    content = exports.Content(verification.read_back(graph), store.open_dataset(graph), graph, exports.settings(own.folder if own else None))
    written = exports.export(content, output, chosen)
    click.echo(f"{len(written)} files are in {output}/", err=True)
