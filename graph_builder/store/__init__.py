"""A graph in, an indexed store on disk out; then named views and SPARQL over what the manifest names."""

from graph_builder.store.dataset import Dataset, Rows
from graph_builder.store.disk import open_dataset, write
from graph_builder.store.guard import guard, is_update
from graph_builder.store.proof import Proof, proof, rules
from graph_builder.store.remote import Remote, open_endpoint
from graph_builder.store.rows import has_value, picked
from graph_builder.store.tables import READINGS, coverage_tables, reading_table, tables, write_csv
from graph_builder.store.texts import TEXTS, PublishedText, open_texts, texts
from graph_builder.store.views import View, query, views

__all__ = [
    "READINGS",
    "TEXTS",
    "Dataset",
    "Proof",
    "PublishedText",
    "Remote",
    "Rows",
    "View",
    "coverage_tables",
    "guard",
    "has_value",
    "is_update",
    "open_dataset",
    "open_endpoint",
    "open_texts",
    "picked",
    "proof",
    "query",
    "reading_table",
    "rules",
    "tables",
    "texts",
    "views",
    "write",
    "write_csv",
]
