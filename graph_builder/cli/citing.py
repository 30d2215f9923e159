"""The commands that cite what a paper says, and that find again what an earlier citation meant."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph_builder.cli.options import graph_option
from graph_builder.errors import MissingInput, UsageError

if TYPE_CHECKING:
    from graph_builder import citations, store

_FORMS = ("text", "bibtex", "csl")
_NOT_THERE = 65


@click.command()
@click.argument("words", metavar="ID|QUOTE")
@graph_option
@click.option("--format", "-f", "form", type=click.Choice(_FORMS), default="text", show_default=True, help="Harvard style, BibTeX, or CSL JSON.")
def cite(words: str, graph: Path, form: str) -> None:
    """Cite a claim (an id of the column `claim` of a view) or words that a paper has: council, body, date, minute, page, quote, release.

    \b
    Example:
      graph-builder cite "RESOLVED: That the report be noted" --format bibtex
    """
    from graph_builder import citations, store
    from graph_builder.cli import printing

    printing.write(citations.FORMS[form](citations.cite(store.open_dataset(graph), words, store.open_texts(graph))))


@click.command("find-citation")
@click.argument("citation", metavar="FILE|-")
@graph_option
def find_citation(citation: str, graph: Path) -> int:
    """Find what a citation means today: its words by the hash of the paper, the page and the quote, or what became of them.

    \b
    Example:
      graph-builder cite id:decision/x/1 | graph-builder find-citation -
    """
    from graph_builder import citations, store

    try:
        text = sys.stdin.buffer.read().decode() if citation == "-" else Path(citation).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise MissingInput("this citation cannot be read; is it a text file in UTF-8?", file=citation) from error
    found = citations.find(store.open_dataset(graph), text)
    place = f"{found.document}" + (f", page {found.page}" if found.page else "") if found.document else ""
    click.echo(": ".join(filter(None, (str(found.state), place))))
    if found.quote:
        click.echo(f"  cited “{found.cited}”\n  now   “{found.quote}”")
    for claim in found.claims:
        click.echo(f"  {claim}")
    return 0 if found.state in (citations.State.FOUND, citations.State.MOVED) else _NOT_THERE


@click.command()
@click.argument("words", nargs=-1, required=True)
@graph_option
@click.option("--kind", metavar="NAME", help="Only things of this kind, such as person, decision, passage.")
@click.option("--council", metavar="NAME", help="Only what is of this council.")
@click.option("--year", metavar="YEAR", help="Only what is of this year.")
@click.option("--fact", type=click.Choice(("yes", "no")), help="Only what a fact rests on, or only what none rests on.")
@click.option("--number", "-n", "limit", type=click.IntRange(1), default=20, show_default=True, metavar="N", help="How many to show.")
def search(words: tuple[str, ...], graph: Path, *, limit: int, **filters: str | None) -> None:
    """Search names, facts and all published text for WORDS; what carries no fact is marked so.

    \b
    Example:
      graph-builder search home to school transport --council Herefordshire
    """
    from graph_builder import web
    from graph_builder.cli import printing

    found = web.search(graph, " ".join(words), {name: value for name, value in filters.items() if value}, limit=limit)
    lines = []
    for hit in found.hits:
        place = ", ".join(filter(None, (hit.council, hit.year)))
        lines.append(f"{hit.kind}: {hit.label}" + (f" ({place})" if place else "") + ("" if hit.fact else "  [no fact]") + f"  <{hit.id}>")
        snippet = " ".join(hit.snippet.replace(web.MARK, "").replace(web.END, "").split())
        lines += [f"      {snippet}"] if snippet and snippet != hit.label else []
    printing.write("".join(f"{line}\n" for line in lines))
    told = {name: ", ".join(f"{value} {count}" for value, count in counts[:6]) for name, counts in found.facets.items() if counts and name != "fact"}
    facets = "; ".join(f"{name}: {counts}" for name, counts in told.items())
    click.echo(f"{found.total} found" + (f", {len(found.hits)} shown" if found.total > len(found.hits) else "") + (f". {facets}" if facets else ""), err=True)


@click.command()
@click.argument("words", metavar="ID|QUOTE")
@graph_option
@click.option("--output", "-o", type=click.Path(path_type=Path), default=Path("proof.png"), show_default=True, metavar="FILE", help="The picture to write.")
@click.option("--papers", type=click.Path(path_type=Path), metavar="DIR", help="Where the paper's file is, for a picture of its page.")
def proof(words: str, graph: Path, output: Path, papers: Path | None) -> None:
    """Show the lines of the page, or of the text, with the quote marked, private persons covered, and the citation below, as a picture.

    \b
    Example:
      graph-builder proof id:decision/x/1 -o proof.png
    """
    from graph_builder import citations, pictures, store
    from graph_builder import project as projects

    texts = store.open_texts(graph)
    citation = citations.cite(store.open_dataset(graph), words, texts)
    text = texts[citation.spans[0].document]
    own = projects.find(None, here=Path())
    folder = papers or (own.documents if own else None)
    picture = _of_page(folder, citation, text) if folder else None
    if picture is None:
        picture = pictures.of_text(text.text, text.at(citation.spans[0].start), text.at(citation.spans[-1].end), caption=citations.FORMS["text"](citation))
    output.write_bytes(picture)
    click.echo(f"The picture is {output}", err=True)


def _of_page(folder: Path, citation: citations.Citation, text: store.PublishedText) -> bytes | None:
    """The picture of a PDF's page; None where the folder does not hold the file, or it is no PDF."""
    from graph_builder import citations, pictures, reading
    from graph_builder.model import Span

    data = pictures.paper([folder], citation.file_hash)
    if data is None or not data[:1024].count(b"%PDF-"):
        return None
    document = reading.read_bytes(data, citation.document)
    if document.id != text.id:
        raise UsageError("the file is read otherwise by this version than when the graph was built; build again")
    masks = [Span(document.id, *mask) for mask in text.masks]
    return pictures.of_pdf(document, data, citation.spans, masks=masks, caption=citations.FORMS["text"](citation))
