"""A graph becomes a store in a new folder, and the store that a manifest names becomes a dataset, checked when it is opened."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from graph_builder import ntriples
from graph_builder.errors import CannotCreate, DamagedStore, NothingUsable
from graph_builder.model import Triple
from graph_builder.store.dataset import MEND, Dataset

FORM: Final = "civic-graph/1"
"""The form of the manifest that this version writes and reads."""


def write(graph: Iterable[Triple], folder: Path) -> int:
    """The number of triples in the store that was made in `folder`, which must be new or empty.

    Raises CannotCreate where the folder holds something, BadData for an illegal IRI, and OSError where the disk fails.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CannotCreate("there is something here already; a store is made in a new folder", file=folder)
    lines = sorted({ntriples.line(triple) for triple in graph})
    folder.mkdir(parents=True, exist_ok=True)
    store = ox.Store(str(folder))
    store.bulk_load("".join(lines), format=ox.RdfFormat.N_TRIPLES)
    store.optimize()
    store.flush()
    return len(lines)


def open_dataset(exports: Path) -> Dataset:
    """The dataset that `exports/manifest.json` names, opened to read only.

    Raises NothingUsable where nothing was built there, and DamagedStore where the store is not the one that the manifest describes.
    """
    manifest = _manifest(exports / "manifest.json")
    folder = exports / manifest["store"]
    if not (folder / "CURRENT").is_file():
        raise DamagedStore(f"the store is missing; {MEND}", file=folder)
    try:
        store = ox.Store.read_only(str(folder))
        found = len(store)
    except (OSError, RuntimeError) as error:
        raise DamagedStore(f"the store cannot be opened ({error}); {MEND}", file=folder) from error
    if found != manifest["triples"]:
        raise DamagedStore(f"the store holds {found} triples where {manifest['triples']} were written; {MEND}", file=folder)
    return Dataset(store, manifest, folder=exports)


def _manifest(path: Path) -> Mapping[str, Any]:
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise NothingUsable("there is no graph here yet; make one with `graph-builder build`", file=path.parent) from error
    except (OSError, ValueError) as error:
        raise DamagedStore(f"the manifest cannot be read ({error}); {MEND}", file=path) from error
    if not isinstance(manifest, dict) or manifest.get("form") != FORM or not {"store", "triples"} <= manifest.keys():
        raise DamagedStore(f"the manifest is not of the form {FORM}; {MEND}", file=path)
    return manifest
