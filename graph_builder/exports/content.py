"""What every format is written from: one published graph with its tables, and what the publisher says of it."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from graph_builder.errors import DamagedStore
from graph_builder.exports.settings import Settings
from graph_builder.model import Graph
from graph_builder.store import Dataset, query

if TYPE_CHECKING:
    import networkx

TABLES: Final = "tables"


@dataclass(frozen=True)
class Content:
    """A published graph: its triples, the dataset that can be asked, the folder in which it is published, and the publisher's settings."""

    graph: Graph
    dataset: Dataset
    folder: Path
    settings: Settings

    @cached_property
    def network(self) -> networkx.MultiDiGraph[str]:
        """The network of its people, bodies and meetings."""
        from graph_builder import maps

        return maps.network(self.dataset)

    @cached_property
    def tables(self) -> Mapping[str, tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]]:
        """Columns and rows of each published table, by name; a file that the manifest does not name is none."""
        names = sorted(name for name in self.dataset.manifest.get("files", {}) if name.startswith(f"{TABLES}/") and name.endswith(".csv"))
        return {Path(name).stem: _read(self.published(name)) for name in names}

    def published(self, name: str) -> bytes:
        """A file of the publication; raises DamagedStore where it is not the one that the manifest names."""
        path, said = self.folder / name, self.dataset.manifest.get("files", {}).get(name, {})
        data = path.read_bytes() if path.is_file() else b""
        if hashlib.sha256(data).hexdigest() != said.get("sha256"):
            raise DamagedStore("the file is not the one that was published; build again", file=path)
        return data

    @cached_property
    def days(self) -> tuple[str, ...]:
        """Each day on which a paper's meeting was, or an inspection was published, as ISO dates, sorted."""
        meetings = [row["date"] for row in query(self.dataset, "meetings").dicts()]
        found = meetings or [row["published"] for row in query(self.dataset, "inspections").dicts()]
        return tuple(sorted({date[:10] for date in found if len(date) >= len("2018-03-05")}))

    @property
    def issued(self) -> str:
        """The date of the dataset: what the settings say, else that of the newest paper; empty where no paper has one."""
        return self.settings.issued or (self.days[-1] if self.days else "")


def _read(data: bytes) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    header, *rows = csv.reader(io.StringIO(data.decode(), newline=""))
    return tuple(header), tuple(map(tuple, rows))


Write: TypeAlias = Callable[[Content, Path], Iterable[Path]]
"""Writes the files of a format into a folder and says which."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format of the command `export`; one of a later `stage` is written later, because it tells of the files of the others."""

    tells: str
    write: Write
    stage: int = 0
