"""The commands that hand a graph on: as files in many formats, and to a store that a user runs."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from graph_builder.cli.options import catalogue_option, graph_option, state_option
from graph_builder.errors import UsageError

if TYPE_CHECKING:
    from graph_builder import exports, selection

INTO: Final = "https://w3id.org/civic-graph/data/dataset"


@click.command()
@click.argument("formats", nargs=-1, metavar="[FORMAT]...")
@graph_option
@click.option("--output", "-o", type=click.Path(path_type=Path), default=Path("dataset"), show_default=True, metavar="DIR", help="Where to write.")
@catalogue_option
@click.option("--network", "networks", multiple=True, metavar="KIND", help="Ties of this kind: membership, attendance, votes, references, co-mention.")
@click.option("--council", default="", metavar="NAME", help="Only what papers of this council say.")
@click.option("--body", default="", metavar="NAME", help="Only what is of this body.")
@click.option("--topic", default="", metavar="NAME", help="Only what is under items on this topic.")
@click.option("--from", "since", default="", metavar="DATE", help="Only what is of this day, month or year, or later.")
@click.option("--to", "until", default="", metavar="DATE", help="Only what is of this day, month or year, or earlier.")
@click.option("--list", "listing", is_flag=True, help="The formats, with what each is for.")
def export(
    formats: tuple[str, ...], graph: Path, output: Path, project: Path | None, *, networks: tuple[str, ...], listing: bool, **about: str
) -> None:
    """Write the graph in each FORMAT that is named, or in all: a folder that holds exactly what was asked for.

    \b
    Example:
      graph-builder export --list
      graph-builder export turtle csv rocrate -o for-the-portal/
    """
    from graph_builder import exports, selection

    if listing:
        click.echo("".join(f"{name:<10}{form.tells}\n" for name, form in exports.FORMATS.items()), nl=False)
        return
    chosen = dict(exports.FORMATS)
    if networks:
        unknown = sorted(set(networks) - exports.NETWORKS.keys())
        if unknown:
            raise UsageError(f"there is no network {unknown[0]!r}; there are {', '.join(exports.NETWORKS)}")
        formats, chosen["ties"] = (*formats, "ties"), exports.of_networks(networks)
    unknown = sorted(set(formats) - exports.FORMATS.keys())
    if unknown:
        raise UsageError(f"there is no format {unknown[0]!r}; there are {', '.join(exports.FORMATS)}")
    with _part(graph, selection.Wanted(**about)) as place:
        written = exports.export(content_of(place, project), output, {name: chosen[name] for name in formats or chosen})
    click.echo(f"{len(written)} files are in {output}/", err=True)
    lines = [path for path in written if path.name == exports.CKAN]
    if lines:
        click.echo(f"To load it into a CKAN portal: {exports.CKAN_COMMAND.format(file=lines[0])}", err=True)


@contextmanager
def _part(graph: Path, wanted: selection.Wanted) -> Iterator[Path]:
    """The graph itself where nothing is asked for; else a publication of the part that is, for as long as it is needed."""
    from graph_builder import pipeline

    if not wanted:
        yield graph
        return
    with tempfile.TemporaryDirectory() as folder:
        pipeline.part(graph, Path(folder), wanted)
        yield Path(folder)


def content_of(graph: Path, project: Path | None) -> exports.Content:
    """A published graph with what its publisher says of it, in the folder that is named or that the current one is."""
    from graph_builder import exports, store, verification
    from graph_builder import project as projects

    own = projects.find(project, here=Path.cwd())
    return exports.Content(verification.read_back(graph), store.open_dataset(graph), graph, exports.settings(own.folder if own else None))


@click.command()
@click.argument("url")
@graph_option
@state_option
@click.option(
    "--into",
    metavar="IRI",
    default="https://w3id.org/civic-graph/data/dataset",
    show_default=True,
    help="The named graph to replace; `default` is the default graph.",
)
@click.option("--update", metavar="URL", default="", help="Where the store takes SPARQL updates.  [default: `update`, beside URL]")
@click.option("--user", metavar="NAME", default="", help="Who you are to the store; the password is that of GRAPH_BUILDER_PASSWORD.")
def push(url: str, graph: Path, state: Path, into: str, **options: str) -> None:
    """Send the graph to a store that you run, at the URL of its SPARQL 1.1 Graph Store Protocol.

    It goes in parts into a graph of its own, and takes the place of the old one in one step when all of it is there. After a break the
    same command goes on where it stopped.

    \b
    Example:
      graph-builder push http://localhost:7878/store
      graph-builder push http://localhost:3030/council/data --user admin
    """
    from graph_builder.exports import push as sending

    if not url.startswith(("http://", "https://")):
        raise UsageError(f"{url}: the address of a store begins with http:// or https://")
    store = sending.Store(url, options["update"], options["user"], os.environ.get("GRAPH_BUILDER_PASSWORD", ""))
    target = "" if into == "default" else into
    sent = sending.push(content_of(graph, None).published("dataset.nt"), store, graph=target, ledger=state / "push.json", tell=_told)
    click.echo(f"{sent} triples are in {target or 'the default graph'} of {url}", err=True)


def _told(part: int, parts: int) -> None:
    if sys.stderr.isatty():
        click.echo(f"\rpart {part} of {parts}", err=True, nl=part == parts)
