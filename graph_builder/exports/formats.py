"""The one list of formats that the command `export` knows: a name, what it is for, and the module that writes it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from graph_builder.exports import catalogue, citation, crate, csvs, database, jsonld, networks, portals, reference, sources, spreadsheet, ties, void
from graph_builder.exports.content import Content, Format, Write
from graph_builder.exports.files import files
from graph_builder.exports.folder import HASHES, export

if TYPE_CHECKING:
    import rdflib


def _copy(*names: str) -> Write:
    """Writes files as the build published them."""

    def write(content: Content, folder: Path) -> list[Path]:
        for name in names:
            (folder / name).write_bytes(content.published(name))
        return [folder / name for name in names]

    return write


_DCAT: Final = 2
"""The stage at which all that a description tells of is written."""

FORMATS: Final[Mapping[str, Format]] = {
    "turtle": Format("facts and their proof as two Turtle files", _copy("graph.ttl", "evidence.ttl")),
    "ntriples": Format("both as one sorted file of N-Triples", _copy("dataset.nt")),
    "jsonld": Format("both as JSON-LD with names that can be read", jsonld.write),
    "csv": Format("the tables, with a Frictionless datapackage.json", csvs.write),
    "xlsx": Format("the tables as a workbook of text cells", spreadsheet.write),
    "gexf": Format("the network for Gephi, with time spans and positions", networks.gexf),
    "graphml": Format("the network for yEd, Cytoscape and igraph", networks.graphml),
    "ties": Format("five networks with weighted ties, as lists of nodes and edges", ties.write),
    "sqlite": Format("the tables as a database that Datasette opens", database.write),
    "ontology": Format("the ontology, its lists, shapes and questions, with a page about them", reference.write),
    "citation": Format("how to cite the dataset, as CITATION.cff", citation.write, stage=1),
    "void": Format("what the graph holds, in figures", void.write, stage=1),
    "dcat": Format("what the dataset is, for data portals, with its sources", catalogue.write, stage=2),
    "datagovuk": Format("the data.json that data.gov.uk harvests", portals.data_json, stage=3),
    "ckan": Format("a line that CKAN's own tool loads", portals.ckan, stage=3),
    "rocrate": Format("a research object crate around the files", crate.write, stage=4),
}


def described(content: Content, folder: Path) -> rdflib.Graph:
    """The description, for data portals, of an export of all data into a folder that is new."""
    export(content, folder, {name: form for name, form in FORMATS.items() if form.stage < _DCAT})
    sources.write(content, folder)
    return catalogue.catalogue(content, files(folder, without=(HASHES,)))
