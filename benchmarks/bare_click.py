"""A click program with as many commands as ours and nothing in them: the least that --help can take."""

from __future__ import annotations

import click

COMMANDS = ("build", "query", "show", "map", "validate", "verify", "evaluate", "release")


@click.group()
def program() -> None:
    """Does nothing."""


for name in COMMANDS:
    program.add_command(click.Command(name, help=f"Does nothing called {name}."))

if __name__ == "__main__":
    program()
