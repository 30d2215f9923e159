"""The command line: words go in, data come out on stdout, messages on stderr, and an exit code that scripts can tell apart; click's only home."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

import click

from graph_builder import __version__
from graph_builder.cli.asking import draw_map, query, show
from graph_builder.cli.building import build, release
from graph_builder.cli.checking import evaluate, validate, verify
from graph_builder.cli.citing import cite, find_citation, proof, search
from graph_builder.cli.exporting import export, push
from graph_builder.cli.looking import inspect_paper
from graph_builder.cli.options import INTERRUPTED
from graph_builder.cli.own import add, correct, new, status
from graph_builder.cli.resolving import resolve
from graph_builder.cli.serving import serve
from graph_builder.cli.tracing import trace
from graph_builder.cli.trusting import calendar, diff, sample
from graph_builder.errors import GraphBuilderError


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="graph-builder")
@click.option("--debug", is_flag=True, help="Show where in the program an error arose.")
def program(debug: bool) -> None:
    """From council papers to a graph in which every fact leads to its sentence.

    \b
    Example:
      graph-builder build my-papers/ -o my-graph/
      graph-builder query meetings --graph my-graph/

    Exit codes: 0 done, 1 a bug, 2 a word that means nothing here, 65 bad data (the rest was done), 66 an input is missing, 69 nothing
    usable, 73 cannot create, 74 the disk failed or is full, 75 busy, 76 the published files are damaged, 77 refused, 130 interrupted.
    """


COMMANDS = (
    new,
    add,
    status,
    build,
    inspect_paper,
    correct,
    resolve,
    query,
    show,
    trace,
    draw_map,
    validate,
    verify,
    calendar,
    search,
    cite,
    find_citation,
    proof,
    evaluate,
    sample,
    diff,
    release,
    export,
    push,
    serve,
)
for command in COMMANDS:
    program.add_command(command)


def main() -> None:
    """The entry point: run the words of the command line, and end with the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.encoding.casefold() not in ("utf-8", "utf8"):
            # Windows would stop at the first arrow, and change newlines
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n" if stream is sys.stdout else None)
    sys.exit(run(sys.argv[1:]))


def run(words: Sequence[str]) -> int:
    """The exit code of a command; a user's mistake is one sentence on stderr, a bug keeps its traceback."""
    try:
        result = program.main(list(words), prog_name="graph-builder", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        return INTERRUPTED
    except GraphBuilderError as error:
        if "--debug" in words:
            raise
        click.echo(f"error: {error}", err=True)
        return error.exit_code
    except BrokenPipeError:
        # Whoever read our output has enough of it; Python would say so once more when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return result if isinstance(result, int) else 0
