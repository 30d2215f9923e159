"""The commands that ask a graph: named views and SPARQL, one person or body with its proof, and a map."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import click

from graph_builder.cli.options import INTERRUPTED, endpoint_option, graph_option, opened
from graph_builder.errors import MissingInput, UsageError

Answer = TypeVar("Answer")
_FORMATS = ("table", "csv", "tsv", "json", "md")


@click.command()
@click.argument("question", required=False, metavar="[VIEW|FILE|-]")
@graph_option
@endpoint_option
@click.option("--execute", "-e", "sparql", metavar="SPARQL", help="A SELECT query; the prefixes of the vocabulary are known.")
@click.option("--param", "-p", "params", multiple=True, metavar="NAME=VALUE", help="A parameter of a view: one of its columns, or what it needs.")
@click.option("--format", "-f", "form", type=click.Choice(_FORMATS), default="table", show_default=True, help="How to print the answer.")
@click.option("--list", "listing", is_flag=True, help="The named views, with what each tells.")
def query(question: str | None, graph: Path, endpoint: str | None, sparql: str | None, params: tuple[str, ...], form: str, listing: bool) -> None:
    """Ask the graph: a named VIEW, a FILE with a SPARQL query, or `-` for a query on stdin.

    \b
    Example:
      graph-builder query --list
      graph-builder query attendance --param date=2017-03-13 --format csv
      graph-builder query -e 'SELECT ?name WHERE { ?person a foaf:Person ; foaf:name ?name } ORDER BY ?name'
    """
    from graph_builder import asking, store
    from graph_builder import sparql as language
    from graph_builder.cli import printing

    if listing:
        rows = store.Rows(("view", "needs", "tells"), tuple((view.name, view.needs, view.description) for view in asking.views()))
    elif (question is None) == (sparql is None):
        raise UsageError("name a view, a file, or - for stdin, or give a query with -e; graph-builder query --list shows the views")
    elif question in {view.name for view in asking.views()}:
        rows = asking.ask(opened(graph, endpoint), question, _params(params))
    elif params:
        raise UsageError(f"only a view takes --param, and {question or 'a query'} is none; graph-builder query --list shows them")
    else:
        words = language.with_prefixes(sparql or _text(question or "-"))
        rows = _unless_interrupted(lambda: opened(graph, endpoint).select(words))
    printing.write(printing.text(rows.columns, rows.rows, form=form))


@click.command()
@click.argument("name")
@graph_option
@endpoint_option
def show(name: str, graph: Path, endpoint: str | None) -> None:
    """Show a person or a body: who or what it is, and each fact about it with the words that say so.

    \b
    Example:
      graph-builder show "Children and Families Overview and Scrutiny Panel"
    """
    from graph_builder import portrait
    from graph_builder.cli import printing

    printing.write(portrait.of(opened(graph, endpoint), name))


@click.command("map")
@click.argument("name", required=False, metavar="[TOPIC|NAME]")
@graph_option
@endpoint_option
@click.option("--output", "-o", type=click.Path(path_type=Path), default=Path("map.html"), show_default=True, metavar="FILE", help="The page to write.")
@click.option("--title", metavar="TITLE", help="What the page is called.")
@click.option("--council", metavar="NAME", default="", help="Only this council, by a part of its name.")
@click.option("--met", "together", is_flag=True, help="Only people, linked where they were at the same meeting.")
def draw_map(name: str | None, graph: Path, endpoint: str | None, output: Path, title: str | None, council: str, together: bool) -> None:
    """Draw a map on one page that needs no network: all people, bodies and meetings, or what stands around one issue.

    NAME is a topic, an inspection, a plan, a person or a body, by any of its names or by its id.

    \b
    Example:
      graph-builder map SEND -o send.html
      graph-builder map --met -o people.html
    """
    from graph_builder import maps

    if council and name is None:
        raise UsageError("--council leaves a part of the map of an issue: name the issue too")
    dataset = opened(graph, endpoint)
    network, called = maps.issue(dataset, name, council=council) if name is not None else (maps.network(dataset), maps.WHOLE)
    if together:
        network, called = maps.met(network), f"Who met whom: {called}"
    maps.draw(network, output, title=title or called)
    click.echo(f"The map is in {output}; open it in a browser.", err=True)


def _unless_interrupted(ask: Callable[[], Answer]) -> Answer:
    """The answer; an interrupt ends the program, because the engine itself hears of none until it is done."""
    with ThreadPoolExecutor(1) as thread:
        try:
            return thread.submit(ask).result()
        except KeyboardInterrupt:
            click.echo("interrupted", err=True)
            os._exit(INTERRUPTED)


def _params(words: tuple[str, ...]) -> dict[str, str]:
    params = {}
    for word in words:
        name, equals, value = word.partition("=")
        if not equals:
            raise UsageError(f"--param {word}: a parameter has the form NAME=VALUE")
        params[name] = value
    return params


def _text(question: str) -> str:
    try:
        return sys.stdin.buffer.read().decode() if question == "-" else Path(question).read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise UsageError(f"{question!r} is neither a view nor a file; graph-builder query --list shows the views") from error
    except (OSError, UnicodeDecodeError) as error:
        raise MissingInput("this query cannot be read; is it a text file in UTF-8?", file=question) from error
