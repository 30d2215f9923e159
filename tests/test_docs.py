"""The documentation names what there is: every command, option, view and exit code."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from graph_builder import asking, errors
from graph_builder.cli import program, run
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = program.commands


def options() -> Iterator[tuple[str, str]]:
    for name, command in (("graph-builder", program), *COMMANDS.items()):
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                yield from ((name, option) for option in parameter.opts)


def row(command: str) -> str:
    """The line of the table of commands about one of them."""
    return next((line for line in README.splitlines() if line.startswith(f"| `graph-builder {command}")), "")


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_has_every_command(command: str) -> None:
    assert row(command)


@pytest.mark.parametrize("command,option", list(options()))
def test_the_readme_has_every_option(command: str, option: str) -> None:
    if command == "graph-builder":
        assert f"`graph-builder {option}" in README
    else:
        assert re.search(rf"[`/]{option}\b", README if option in ("--graph", "-g") else row(command))


def test_the_readme_has_no_command_or_option_that_is_not_there() -> None:
    assert set(re.findall(r"graph-builder ([a-z][a-z-]*)", README)) <= set(COMMANDS)
    table = "\n".join(row(command) for command in COMMANDS)
    assert set(re.findall(r"[`/](--?[a-z][a-z-]*)", table)) <= {option for _, option in options()}


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_every_help_has_an_example(command: click.Command) -> None:
    assert f"graph-builder {command.name}" in (command.help or "").partition("Example:")[2]


@pytest.mark.parametrize("view", [view.name for view in asking.views()])
def test_the_readme_has_every_view(view: str) -> None:
    assert f"`{view}`" in README


@pytest.mark.parametrize("error", errors.GraphBuilderError.__subclasses__(), ids=lambda error: error.__name__)
def test_readme_and_help_have_every_exit_code(error: type[errors.GraphBuilderError]) -> None:
    for text in (README.partition("Exit codes:")[2], (program.help or "").partition("Exit codes:")[2]):
        assert re.search(rf"\b{error.exit_code}\b", text)


@pytest.mark.parametrize("command,output", re.findall(r"```console\n\$ (.+?)\n(.*?)```", README, re.DOTALL))
def test_what_the_readme_shows_is_what_is_printed(
    command: str, output: str, built: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """`UPDATE=1 pytest tests/test_docs.py` writes what is printed into the README."""
    monkeypatch.chdir(built)
    monkeypatch.setenv("COLUMNS", "120")
    assert run(shlex.split(command)[1:]) == 0
    printed = capfd.readouterr().out
    if os.environ.get("UPDATE"):
        path = ROOT / "README.md"
        path.write_text(path.read_text(encoding="utf-8").replace(f"$ {command}\n{output}```", f"$ {command}\n{printed}```"), encoding="utf-8")
    else:
        assert printed == output


@pytest.mark.parametrize("path", re.findall(r"\]\(([^)#:]+)\)", README))
def test_the_readme_links_to_what_is_there(path: str) -> None:
    assert (ROOT / path).exists()
