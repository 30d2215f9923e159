"""The project: a user's own folder goes in, what the user wants done with every build comes out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from graph_builder import lexicon
from graph_builder.errors import MissingInput
from graph_builder.model import Correction
from graph_builder.project.corrections import CORRECTIONS, append, corrections
from graph_builder.project.drafts import draft
from graph_builder.project.make import make
from graph_builder.project.papers import Standing, add, standing
from graph_builder.project.rows import read

__all__ = [
    "CORRECTIONS", "DOCUMENTS", "EXPORTS", "IDS", "SOURCES", "STATE", "SUPPRESSED",
    "Project", "Standing", "add", "append", "corrections", "draft", "find", "make", "standing", "suppressed",
]  # fmt: skip

DOCUMENTS: Final = "documents"
SOURCES: Final = "sources.yml"
SUPPRESSED: Final = "suppressed.csv"
EXPORTS: Final = "exports"
STATE: Final = "build"
IDS: Final = "ids.csv"


@dataclass(frozen=True, slots=True)
class Project:
    """A user's own folder, laid over the data that ship with the program."""

    folder: Path

    @property
    def documents(self) -> Path:
        """Where its papers are."""
        return self.folder / DOCUMENTS

    @property
    def sources(self) -> Path | None:
        """Its list of sources, if it has one."""
        path = self.folder / SOURCES
        return path if path.is_file() else None

    @property
    def exports(self) -> Path:
        """Where its graph is published."""
        return self.folder / EXPORTS

    @property
    def state(self) -> Path:
        """What its builds keep for themselves."""
        return self.folder / STATE

    @property
    def ids(self) -> Path:
        """The ids that it has released."""
        return self.folder / IDS

    def corrections(self) -> tuple[Correction, ...]:
        """What its user corrected; BadData, with file and line, where the list does not hold what it should."""
        return corrections(self.folder / CORRECTIONS)


def find(folder: Path | None, *, here: Path) -> Project | None:
    """The project that a user names, else the one that the current folder is; None where it is none.

    Raises MissingInput where the named folder is not there.
    """
    if folder is not None:
        if not folder.is_dir():
            raise MissingInput("there is no such folder; graph-builder new makes one", file=folder)
        return Project(folder)
    return Project(here) if (here / DOCUMENTS).is_dir() and (here / CORRECTIONS).is_file() else None


def suppressed(folder: Path | None = None) -> frozenset[str]:
    """The names and ids that no output may have: those of the program's own data, and those of the user's folder.

    Each list has a header with a column `what`. Raises BadData where it has none.
    """
    places = [lexicon.data_dir(), *([folder] if folder else [])]
    return frozenset(row.cells["what"] for place in places for row in read(place / SUPPRESSED, required=("what",), optional=("by", "date", "why")))
