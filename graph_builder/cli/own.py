"""The commands of a user's own folder: make one, put papers in, see how they stand, and correct what was read wrongly."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph_builder.cli.options import graph_option
from graph_builder.errors import GraphBuilderError, MissingInput, UsageError

if TYPE_CHECKING:
    from graph_builder import project as projects

project_option = click.option(
    "--project", type=click.Path(path_type=Path), default=Path(), metavar="DIR", help="Your own folder.  [default: the current one]"
)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def new(folder: Path) -> None:
    """Make a FOLDER of your own: for your papers, what they do not say, your words, judgements, corrections and suppressions.

    \b
    Example:
      graph-builder new wyvern && cd wyvern
    """
    from graph_builder import project

    for path in project.make(folder):
        click.echo(path)
    click.echo(f"Now put papers in: cd {folder}; graph-builder add FILE; graph-builder build", err=True)


@click.command()
@click.argument("papers", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PAPER...")
@project_option
def add(papers: tuple[Path, ...], project: Path) -> None:
    """Copy papers (files, and folders of them) into your folder, with their hash and the time, and draft what sources.yml should say.

    \b
    Example:
      graph-builder add ~/Downloads/minutes-march.pdf more-papers/
    """
    from graph_builder import intake, pipeline
    from graph_builder import project as projects

    own = _own(project)
    found, passed = intake.find(papers)
    for refusal in passed:
        click.echo(f"note: {refusal.path}: {refusal.message}", err=True)
    if not found:
        raise MissingInput("no paper is there; name files, or folders that hold some", file=papers[0])
    fresh = projects.add(own.documents, [paper.path for paper in found], when=datetime.now(UTC))
    said = {}
    for path in fresh:
        try:
            said[path.name] = pipeline.describe(path)
        except GraphBuilderError as error:
            click.echo(f"note: {path.name}: {error.message}", err=True)
    drafted = projects.draft(own.folder / projects.SOURCES, said)
    for path in fresh:
        click.echo(f"{path.name}: " + (", ".join(f"{key} {value}" for key, value in said.get(path.name, {}).items()) or "it does not say what it is"))
    click.echo(f"{len(fresh)} papers added, {len(found) - len(fresh)} were there; {len(drafted)} entries drafted in sources.yml", err=True)


@click.command()
@project_option
def status(project: Path) -> None:
    """Say how each paper of your folder stands to its last build: read, new, changed, gone, or unread with the reason.

    \b
    Example:
      graph-builder status
    """
    from graph_builder import project as projects

    own = _own(project)
    found = projects.standing(own.documents, own.exports)
    for one in found:
        click.echo(f"{one.state:8} {one.file}" + (f": {one.reason}" if one.reason else ""))
    counts = Counter(one.state for one in found)
    click.echo(", ".join(f"{count} {state}" for state, count in sorted(counts.items())) or "no paper is here yet: graph-builder add FILE", err=True)
    if counts["new"] or counts["changed"] or counts["gone"]:
        click.echo("graph-builder build reads what is new", err=True)


@click.command()
@click.argument("claim")
@graph_option
@project_option
@click.option("--reject", is_flag=True, help="It is not so: leave it out.")
@click.option("--value", metavar="TEXT", help="What it should be: a text, a date, a concept such as deferred, a name or an id.")
@click.option("--of", "name", default="", metavar="PROPERTY", help="Which value is meant: a column of its view, or a term.")
@click.option("--why", required=True, metavar="TEXT", help="Why, for whoever reads it later.")
@click.option("--by", default="", metavar="NAME", help="Who says so.")
def correct(claim: str, graph: Path, project: Path, reject: bool, value: str | None, *, name: str, why: str, by: str) -> None:
    """Correct what was read wrongly: a CLAIM is an id of the column `claim` of a view. It is written into corrections.csv for all later builds.

    \b
    Example:
      graph-builder correct id:claim/8131c7b7ba6d4288 --reject --why "that is another committee"
    """
    from graph_builder import project as projects
    from graph_builder import store
    from graph_builder.model import Correction, CorrectionAction

    if reject == (value is not None):
        raise UsageError("say either --reject or --value TEXT")
    own = _own(project)
    proofs = store.proof(store.open_dataset(graph), claim)
    if not proofs:
        raise UsageError(f"there is no claim {claim!r} with a quote in {graph}; the column `claim` of a view has them")
    action, document = CorrectionAction.REJECT if reject else CorrectionAction.VALUE, proofs[0].document
    words = " … ".join(dict.fromkeys(proof.quote for proof in proofs if proof.document == document))
    correction = Correction(claim, action, name, value or "", words, document, by, datetime.now(UTC).date().isoformat(), why)
    projects.append(own.folder / projects.CORRECTIONS, correction)
    click.echo(f"“{' '.join(correction.quote.split())}” ({correction.document})")
    click.echo("written into corrections.csv; it is in force after the next graph-builder build", err=True)


def _own(folder: Path) -> projects.Project:
    from graph_builder import project as projects

    own = projects.find(None if folder == Path() else folder, here=Path())
    if own is None or not own.documents.is_dir():
        raise UsageError("this is no folder of your own; make one with graph-builder new DIR, or name it with --project DIR")
    return own
