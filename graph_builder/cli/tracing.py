"""The command that tells the story of one issue: a name goes in, its thread comes out as a table, a page or data."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

import click

from graph_builder.cli.options import endpoint_option, graph_option, opened
from graph_builder.cli.printing import write

_FORMATS: Final = ("table", "md", "csv", "json", "html")


@click.command()
@click.argument("name", metavar="TOPIC|INSPECTION|PLAN|PERSON|BODY")
@graph_option
@endpoint_option
@click.option("--from", "since", metavar="DATE", help="Leave out what was before: 2018, 2018-03 or 2018-03-05.")
@click.option("--to", "until", metavar="DATE", help="Leave out what came after.")
@click.option("--council", metavar="NAME", help="Only this council's papers; a part of its name is enough.")
@click.option("--body", metavar="NAME", help="Only what this body did; a part of its name is enough.")
@click.option("--phrase", is_flag=True, help="Follow these very words, whatever else they may name.")
@click.option("--format", "-f", "form", type=click.Choice(_FORMATS), default="table", show_default=True, help="How to tell it.")
@click.option("--output", "-o", type=click.Path(path_type=Path), metavar="FILE", help="The file to write; stdout where it is not said.")
def trace(
    name: str,
    graph: Path,
    endpoint: str | None,
    since: str | None,
    until: str | None,
    council: str | None,
    body: str | None,
    phrase: bool,
    form: str,
    output: Path | None,
) -> None:
    """Follow one issue across councils and bodies: every event in order of time, each with its quote and why it is there.

    \b
    Example:
      graph-builder trace SEND
      graph-builder trace SEND --format html -o send.html
      graph-builder trace "Written Statement of Action" --from 2018-05 --format md
    """
    from graph_builder import trace as room
    from graph_builder.cli import printing

    corpus = room.load(opened(graph, endpoint))
    subject = room.Subject("phrase", "", name, (name,)) if phrase else room.resolve(corpus, name, council=council or "")
    thread = room.of(corpus, subject, since=since or "", until=until or "", council=council or "", body=body or "")
    if form == "csv":
        view = room.views()[0]
        words = printing.text(view.columns, room.rows(thread), form=form)
    else:
        words = room.tell(thread, form=form, width=shutil.get_terminal_size((120, 24)).columns)
    write(words, output)
