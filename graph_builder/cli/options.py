"""The options and codes that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from graph_builder.store import Dataset

INTERRUPTED: Final = 130

graph_option = click.option(
    "--graph", "-g", type=click.Path(path_type=Path), default=Path("exports"), show_default=True, metavar="DIR", help="The graph to ask."
)
endpoint_option = click.option("--endpoint", metavar="URL", help="Ask the SPARQL endpoint at this address instead of a graph on this disk.")
state_option = click.option(
    "--state", type=click.Path(path_type=Path), default=Path("build"), show_default=True, metavar="DIR", help="What builds keep for themselves."
)
found_state_option = click.option(
    "--state",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="What the build of the graph kept for itself.  [default: where it did]",
)
catalogue_option = click.option(
    "--project", type=click.Path(path_type=Path), metavar="DIR", help="Your own folder: its catalogue.yml says who publishes the dataset."
)


def opened(graph: Path, endpoint: str | None) -> Dataset:
    """The dataset that is to be asked: the one at an endpoint where one is named, else the one in a folder."""
    from graph_builder import store

    return store.open_endpoint(endpoint) if endpoint else store.open_dataset(graph)
