"""The commands that hand a graph on: as files in many formats, and to a store that a user runs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph_builder.cli.options import catalogue_option, graph_option
from graph_builder.errors import UsageError

if TYPE_CHECKING:
    from graph_builder import exports


@click.command()
@click.argument("formats", nargs=-1, metavar="[FORMAT]...")
@graph_option
@click.option("--output", "-o", type=click.Path(path_type=Path), default=Path("dataset"), show_default=True, metavar="DIR", help="Where to write.")
@catalogue_option
@click.option("--list", "listing", is_flag=True, help="The formats, with what each is for.")
def export(formats: tuple[str, ...], graph: Path, output: Path, project: Path | None, listing: bool) -> None:
    """Write the graph in each FORMAT that is named, or in all: a folder that holds exactly what was asked for.

    \b
    Example:
      graph-builder export --list
      graph-builder export turtle csv rocrate -o for-the-portal/
    """
    from graph_builder import exports

    if listing:
        click.echo("".join(f"{name:<10}{form.tells}\n" for name, form in exports.FORMATS.items()), nl=False)
        return
    unknown = sorted(set(formats) - exports.FORMATS.keys())
    if unknown:
        raise UsageError(f"there is no format {unknown[0]!r}; there are {', '.join(exports.FORMATS)}")
    written = exports.export(content_of(graph, project), output, {name: exports.FORMATS[name] for name in formats or exports.FORMATS})
    click.echo(f"{len(written)} files are in {output}/", err=True)
    lines = [path for path in written if path.name == exports.CKAN]
    if lines:
        click.echo(f"To load it into a CKAN portal: {exports.CKAN_COMMAND.format(file=lines[0])}", err=True)


def content_of(graph: Path, project: Path | None) -> exports.Content:
    """A published graph with what its publisher says of it, in the folder that is named or that the current one is."""
    from graph_builder import exports, store, verification
    from graph_builder import project as projects

    own = projects.find(project, here=Path.cwd())
    return exports.Content(verification.read_back(graph), store.open_dataset(graph), graph, exports.settings(own.folder if own else None))
