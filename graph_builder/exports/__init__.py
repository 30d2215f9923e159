"""A graph in, files out: what a build publishes, and the formats of the command `export`; the same bytes for the same graph."""

from __future__ import annotations

from pathlib import Path

from graph_builder import ntriples
from graph_builder.exports.content import Content, Format
from graph_builder.exports.folder import export
from graph_builder.exports.formats import FORMATS, described
from graph_builder.exports.portals import CKAN
from graph_builder.exports.portals import COMMAND as CKAN_COMMAND
from graph_builder.exports.spreadsheet import NAME as WORKBOOK
from graph_builder.exports.spreadsheet import of_tables
from graph_builder.exports.settings import Settings, settings
from graph_builder.exports.ties import NETWORKS, of_networks
from graph_builder.exports.turtle import turtle
from graph_builder.model import Graph

__all__ = [
    "CKAN",
    "CKAN_COMMAND",
    "FORMATS",
    "NETWORKS",
    "WORKBOOK",
    "Content",
    "Format",
    "Settings",
    "described",
    "export",
    "of_networks",
    "of_tables",
    "settings",
    "turtle",
    "write",
]


def write(graph: Graph, folder: Path) -> tuple[Path, ...]:
    """The files written into a folder that exists: `graph.ttl` (facts), `evidence.ttl` (claims, sentences), `dataset.nt` (both).

    Raises BadData for an illegal IRI and OSError where the disk fails; the folder is then to be thrown away.
    """
    files = {"dataset.nt": ntriples.lines(graph), "graph.ttl": turtle(graph.facts), "evidence.ttl": turtle(graph.evidence)}
    for name, lines in files.items():
        with (folder / name).open("w", encoding="utf-8", newline="\n") as handle:
            handle.writelines(lines)
    return tuple(folder / name for name in files)
