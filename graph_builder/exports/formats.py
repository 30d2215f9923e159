"""The one list of formats that the command `export` knows: a name, what it is for, and the module that writes it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from graph_builder.exports import citation, crate, csvs, database, jsonld, networks
from graph_builder.exports.content import Content, Format, Write


def _copy(*names: str) -> Write:
    """Writes files as the build published them."""

    def write(content: Content, folder: Path) -> list[Path]:
        for name in names:
            (folder / name).write_bytes(content.published(name))
        return [folder / name for name in names]

    return write


FORMATS: Final[Mapping[str, Format]] = {
    "turtle": Format("facts and their proof as two Turtle files", _copy("graph.ttl", "evidence.ttl")),
    "ntriples": Format("both as one sorted file of N-Triples", _copy("dataset.nt")),
    "jsonld": Format("both as JSON-LD with names that can be read", jsonld.write),
    "csv": Format("the tables, with a Frictionless datapackage.json", csvs.write),
    "gexf": Format("the network for Gephi, with time spans and positions", networks.gexf),
    "graphml": Format("the network for yEd, Cytoscape and igraph", networks.graphml),
    "sqlite": Format("the tables as a database that Datasette opens", database.write),
    "citation": Format("how to cite the dataset, as CITATION.cff", citation.write, stage=1),
    "rocrate": Format("a research object crate around the files", crate.write, stage=3),
}
