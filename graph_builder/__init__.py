"""graph_builder: from council papers to a graph in which every fact leads to its sentence."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph_builder.face import Graph

__version__ = "0.1.0"

# a name that thousands of papers bear has all of them in one cell of its table; csv alone stops at 131,072 letters
csv.field_size_limit(2**31 - 1)


def open(folder: str | Path = "exports") -> Graph:  # noqa: A001 (read as graph_builder.open, beside gzip.open and the like)
    """The graph that was built into a folder, to ask from Python or a notebook.

    Raises NothingUsable where nothing was built there, and DamagedStore where the store is not the one that the manifest describes.
    """
    from graph_builder import face, store  # heavy: whoever only wants the version or --help waits for none of it

    return face.Graph(store.open_dataset(Path(folder)))
