"""A file of an export in, what it is out: its media type, its type in the EU's list, and a sentence about it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from graph_builder.exports.columns import told
from graph_builder.exports.content import TABLES

_BY_NAME: Final = {
    "graph.ttl": "The facts, as Turtle.",
    "evidence.ttl": "The proof of each fact, with the sentences of the papers, as Turtle.",
    "dataset.nt": "The facts and their proof, as sorted N-Triples.",
    "dataset.jsonld": "The facts and their proof, as JSON-LD.",
    "context.jsonld": "What the names of the JSON-LD mean.",
    "datapackage.json": "What the tables and each of their columns mean, as a Frictionless data package.",
    "network.gexf": "Who was where: the network of people, bodies and meetings, for Gephi.",
    "network.graphml": "Who was where: the network of people, bodies and meetings, as GraphML.",
    "tables.db": "All tables as one SQLite database.",
    "tables.xlsx": "All tables as one workbook of text cells.",
    "datasette.json": "What the tables of the database mean, for Datasette.",
    "sources.csv": "The papers that were read, with address, licence and attribution of each.",
    "CITATION.cff": "How to cite the dataset.",
    "catalogue.ttl": "What the dataset is, for data portals, as DCAT.",
    "ontology/index.html": "What the terms of the graph mean, with a picture.",
    "ontology/civ.ttl": "The ontology: the classes and properties of the graph.",
    "ontology/shapes.ttl": "What the graph is checked against, as SHACL.",
    "ontology/mappings.sssom.tsv": "The terms of the graph beside those of others, as SSSOM.",
    "void.ttl": "What the graph holds, in figures, as VoID.",
}
_BY_ENDING: Final = {
    ".ttl": ("text/turtle", "RDF_TURTLE"),
    ".nt": ("application/n-triples", "RDF_N_TRIPLES"),
    ".jsonld": ("application/ld+json", "JSON_LD"),
    ".gexf": ("application/gexf+xml", "XML"),
    ".graphml": ("application/graphml+xml", "XML"),
    ".db": ("application/vnd.sqlite3", "BIN"),
    ".cff": ("application/yaml", "TXT"),
    ".jsonl": ("application/jsonl", "JSON"),
    ".csv": ("text/csv", "CSV"),
    ".json": ("application/json", "JSON"),
    ".html": ("text/html", "HTML"),
    ".rq": ("application/sparql-query", "SPARQLQ"),
    ".tsv": ("text/tab-separated-values", "TSV"),
    ".xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX"),
}


@dataclass(frozen=True)
class File:
    """A file that an export wrote, by its name within the folder."""

    folder: Path
    name: str

    @cached_property
    def data(self) -> bytes:
        """What is in it."""
        return (self.folder / self.name).read_bytes()

    @property
    def sha256(self) -> str:
        """The SHA-256 of its bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def media_type(self) -> str:
        """Its media type, by its ending."""
        return _BY_ENDING.get(Path(self.name).suffix, ("application/octet-stream", ""))[0]

    @property
    def file_type(self) -> str:
        """Its name in the EU's list of file types (http://publications.europa.eu/resource/authority/file-type)."""
        return _BY_ENDING.get(Path(self.name).suffix, ("", "BIN"))[1]

    @property
    def title(self) -> str:
        """What it is called: a table by its title."""
        return told(Path(self.name).stem)[0] if self.name.startswith(f"{TABLES}/") else self.name

    @property
    def means(self) -> str:
        """A sentence about what is in it."""
        return told(Path(self.name).stem)[1] if self.name.startswith(f"{TABLES}/") else _BY_NAME.get(self.name, self.name)


def files(folder: Path, *, without: tuple[str, ...] = ()) -> tuple[File, ...]:
    """Every file in a folder but those named, sorted."""
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return tuple(File(folder, name) for name in names if name not in without)
