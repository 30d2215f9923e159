"""The commands that ask who is who: what is in doubt, why two are one or not, and what a person decides."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph_builder.cli.options import found_state_option, graph_option
from graph_builder.errors import MissingInput, Refused, UsageError

if TYPE_CHECKING:
    from graph_builder.resolution.judgements import Judgement
    from graph_builder.resolution.review import Desk, Mention

_project_option = click.option(
    "--project", type=click.Path(path_type=Path), metavar="DIR", help="Your own folder: its judgements.csv says who is who.  [default: the current one]"
)
_by_option = click.option("--by", default="", metavar="NAME", help="Who says so.")
_ANSWERS = {"s": "same", "d": "different", "u": "unsure"}


@click.group()
def resolve() -> None:
    """Say who is who: what a person decides stands before what the papers tell, in every later build.

    \b
    Example:
      graph-builder resolve review
      graph-builder resolve explain "Mrs F M Oborski" "Cllr Fran Oborski"
    """


@resolve.command()
@graph_option
@found_state_option
@_project_option
@_by_option
@click.option("--list", "listing", is_flag=True, help="Show them all and ask nothing.")
def review(graph: Path, state: Path | None, project: Path | None, by: str, listing: bool) -> None:
    """Go through the pairs of names that only a person can tell, the likeliest first, with what both papers say; people, then bodies.

    \b
    Example:
      graph-builder resolve review --list
    """
    from graph_builder.resolution.review import open_doubts

    table = _desk(graph, state, project)
    doubts = open_doubts(table)
    click.echo(f"{len(doubts)} pairs are in doubt", err=True)
    for number, doubt in enumerate(doubts, 1):
        left, right = doubt.left, doubt.right
        click.echo(f"\n{number} of {len(doubts)}: {doubt.why}")
        for line in (*table.side(left), *table.side(right), *(f"  - {words}" for words in doubt.words)):
            click.echo(line)
        answer = "n" if listing else click.prompt("[s]ame, [d]ifferent, [u]nsure, [n]ext, [q]uit", type=click.Choice([*_ANSWERS, "n", "q"]), default="n")
        if answer == "q":
            break
        if answer in _ANSWERS:
            _decide(left, right, _ANSWERS[answer], project=project, by=by, why=click.prompt("why", default="", show_default=False))


@resolve.command()
@click.argument("left")
@click.argument("right")
@graph_option
@found_state_option
@_project_option
def explain(left: str, right: str, graph: Path, state: Path | None, project: Path | None) -> None:
    """Say why two names (LEFT and RIGHT: a name, an id, or a mention `doc:...`) are one person's or thing's, or are not.

    \b
    Example:
      graph-builder resolve explain "Mrs F M Oborski" "Cllr Fran Oborski"
    """
    table = _desk(graph, state, project)
    for line in table.explain(_one(table, left), _one(table, right)):
        click.echo(line)


def _command(kind: str, words: str) -> click.Command:
    """The command that writes one kind of judgement."""

    @click.argument("left")
    @click.argument("right")
    @graph_option
    @found_state_option
    @_project_option
    @_by_option
    @click.option("--why", required=kind != "none", default="", metavar="TEXT", help="Why, for whoever reads it later.")
    def judge(left: str, right: str, graph: Path, state: Path | None, project: Path | None, by: str, why: str) -> None:
        table = _desk(graph, state, project)
        _decide(_one(table, left), _one(table, right), kind, project=project, by=by, why=why)

    help_text = f"{words}\n\n\b\nExample:\n  graph-builder resolve {kind} doc:1f…/person/bell-a doc:2e…/person/bell-anne --why \"one address\""
    return click.command(kind, help=help_text)(judge)


for _kind, _words in (
    ("same", "Decide that two names are those of one person, body, plan, inspection or meeting."),
    ("different", "Decide that two names are not those of one, whatever the papers tell."),
    ("unsure", "Decide that nobody can tell: the two stay two, and are not asked of again."),
    ("none", "Take back what was decided of two names."),
):
    resolve.add_command(_command(_kind, _words))


def _desk(graph: Path, state: Path | None, project: Path | None) -> Desk:
    """The people of a published graph, from what its build kept."""
    from graph_builder import lexicon, publication, released
    from graph_builder import state as states
    from graph_builder.resolution.review import desk

    try:
        manifest = json.loads((graph / publication.MANIFEST).read_bytes())
    except (OSError, ValueError) as error:
        raise MissingInput("there is no graph here; graph-builder build makes one", file=graph) from error
    papers = {paper["sha256"]: paper["file"] for paper in manifest["papers"]}
    return desk(states.kept(state or publication.state_of(graph), papers), _judgements(project), published=released.published(lexicon.data_dir() / "ids.csv"))


def _judgements(project: Path | None) -> list[Judgement]:
    from graph_builder import lexicon
    from graph_builder.resolution import judgements

    return judgements.load(dict.fromkeys((lexicon.data_dir(), _folder(project))))


def _folder(project: Path | None) -> Path:
    """Where the user's judgements are: a folder of their own, else the data of the repository that they stand in."""
    from graph_builder import project as projects

    own = projects.find(project, here=Path())
    folder = own.folder if own else Path("data")
    if not folder.is_dir():
        raise UsageError("this is no folder of your own; make one with graph-builder new DIR, or name it with --project DIR")
    return folder


def _one(table: Desk, words: str) -> Mention:
    """The one person, body, plan, inspection or meeting that words name."""
    named = table.named(words)
    if len(named) == 1:
        return named[0]
    if not named:
        raise UsageError(f"nobody and nothing is called {words!r}; graph-builder query people, and the other views, have the names and ids")
    raise UsageError(f"several are called {words!r}: {', '.join(mention.local for mention in named)}; name one of them so")


def _decide(left: Mention, right: Mention, kind: str, *, project: Path | None, by: str, why: str) -> None:
    """Write a judgement; one that cannot stand beside what was decided is refused with the rows that stand against it."""
    from graph_builder.resolution import judgements

    path = _folder(project) / judgements.FILE
    if left.local == right.local:
        raise UsageError("both words name one mention; name two")
    if left.local.split("/")[1] != right.local.split("/")[1]:
        raise UsageError(f"{left.local} and {right.local} are of two kinds; a judgement is about two people, or two bodies, plans, inspections or meetings")
    decided = judgements.Judgement(left.local, right.local, kind, by, datetime.now(UTC).date().isoformat(), why, "this one")
    against = judgements.conflict(judgements.standing([*_judgements(project), decided]))
    if against:
        raise Refused("it cannot be so: " + "; ".join(map(str, against)), file=path)
    judgements.add(path, decided)
    click.echo(f"{' = '.join(left.names) or left.local} and {' = '.join(right.names) or right.local}: {kind}")
    click.echo(f"written into {path}; it is in force after the next graph-builder build", err=True)
