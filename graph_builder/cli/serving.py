"""The command that serves a graph: pages and a SPARQL endpoint on this machine, or the pages as files for any web host."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path("exports"), metavar="[DIR]")
@click.option(
    "--host", default="127.0.0.1", show_default=True, metavar="HOST", help="Where to listen; a reverse proxy serves others."
)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, metavar="N", help="The port; 0 takes any that is free.")
@click.option("--name", "names", multiple=True, metavar="HOST", help="A name under which a reverse proxy serves these pages; may be given several times.")
@click.option("--open", "show", is_flag=True, help="Open the first page in a browser.")
@click.option("--deadline", type=click.FloatRange(0.1), default=10.0, show_default=True, metavar="SECONDS", help="After how long a query is ended.")
@click.option("--memory", type=click.IntRange(512), default=1024, show_default=True, metavar="MIB", help="How much memory a query may take.")
@click.option("--rows", type=click.IntRange(1), default=100_000, show_default=True, metavar="N", help="How many rows an answer may have.")
@click.option("--at-once", type=click.IntRange(1), default=2, show_default=True, metavar="N", help="How many long queries run at the same time.")
@click.option("--queue", type=click.IntRange(0), default=16, show_default=True, metavar="N", help="How many queries may wait.")
@click.option("--project", type=click.Path(path_type=Path), metavar="DIR", help="Your own folder, if not the current one: its suppressed.csv holds at once.")
@click.option("--export-static", type=click.Path(path_type=Path), metavar="DIR", help="Write the pages as files, and serve nothing.")
def serve(
    folder: Path,
    host: str,
    port: int,
    names: tuple[str, ...],
    show: bool,
    deadline: float,
    memory: int,
    rows: int,
    at_once: int,
    queue: int,
    project: Path | None,
    export_static: Path | None,
) -> None:
    """Serve the graph in DIR (`exports` where it is not said) as pages and as a SPARQL endpoint that answers queries alone.

    \b
    Example:
      graph-builder serve --open
      graph-builder serve my-graph/ --export-static public/
    """
    from graph_builder import project as projects
    from graph_builder.web import files
    from graph_builder.web.limits import Limits
    from graph_builder.web.serve import serve as answer

    own = projects.find(project, here=Path())

    def suppressed() -> frozenset[str]:
        return projects.suppressed(own.folder if own else None)

    if export_static is not None:
        click.echo(f"{files.write(folder, export_static, suppressed=suppressed)} pages in {export_static}/; open {export_static}/index.html", err=True)
        return
    limits = Limits(deadline=deadline, memory=memory << 20, rows=rows, at_once=at_once, queue=queue)

    def tell(line: str) -> None:
        click.echo(line, err=True)

    answer(folder, host=host, port=port, names=names, limits=limits, suppressed=suppressed, show=show, tell=tell)
