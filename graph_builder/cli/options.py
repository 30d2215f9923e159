"""The options and codes that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

INTERRUPTED: Final = 130

graph_option = click.option(
    "--graph", "-g", type=click.Path(path_type=Path), default=Path("exports"), show_default=True, metavar="DIR", help="The graph to ask."
)
state_option = click.option(
    "--state", type=click.Path(path_type=Path), default=Path("build"), show_default=True, metavar="DIR", help="What builds keep for themselves."
)
catalogue_option = click.option(
    "--project", type=click.Path(path_type=Path), metavar="DIR", help="Your own folder: its catalogue.yml says who publishes the dataset."
)
