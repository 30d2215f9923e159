"""Every error that this package raises on purpose: one root, few children, each with the file and line it is about."""

from __future__ import annotations

from pathlib import Path


class GraphBuilderError(Exception):
    """A mistake that a user can mend: one sentence, with the file and line where they are known.

    `exit_code` is the code of sysexits that the command line ends with.
    """

    exit_code = 65

    def __init__(self, message: str, *, file: Path | str | None = None, line: int | None = None) -> None:
        self.message, self.file, self.line = message, file, line
        place = "" if file is None else f"{file}: " if line is None else f"{file}:{line}: "
        super().__init__(f"{place}{message}")


class UnreadableDocument(GraphBuilderError):
    """A paper that cannot be read; `reason` is one of the short reasons that `report.json` lists."""

    def __init__(self, message: str, *, reason: str, file: Path | str | None = None) -> None:
        self.reason = reason
        super().__init__(message, file=file)


class BadData(GraphBuilderError):
    """A file of settings, lexicon, sources or ontology that does not hold what it should."""


class MissingInput(GraphBuilderError):
    """An input that is not there or may not be read."""

    exit_code = 66


class NothingUsable(GraphBuilderError):
    """No input gave a paper, or there is no graph to ask."""

    exit_code = 69


class CannotCreate(GraphBuilderError):
    """An output place that is a file, belongs to something else, or cannot be written."""

    exit_code = 73


class DiskFault(GraphBuilderError):
    """Reading or writing failed while it was under way, as on a full disk."""

    exit_code = 74


class Busy(GraphBuilderError):
    """Another build holds the place."""

    exit_code = 75


class DamagedStore(GraphBuilderError):
    """Published files are not the ones that the manifest names."""

    exit_code = 76


class Refused(GraphBuilderError):
    """A request that the program does not carry out by policy."""

    exit_code = 77


class UsageError(GraphBuilderError):
    """A word on the command line that means nothing here, or several things."""

    exit_code = 2
