"""The intake: the files and folders that a user names go in, the papers to read come out in one order, and what is passed over with its reason."""

from __future__ import annotations

import stat
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from graph_builder import lexicon
from graph_builder.errors import MissingInput
from graph_builder.model import Source

LIST_OF_SOURCES: Final = "sources.yml"
_PAPER_SUFFIXES: Final = frozenset((".doc", ".docx", ".htm", ".html", ".md", ".odt", ".pdf", ".rtf", ".txt", ".xml"))


@dataclass(frozen=True, slots=True)
class Paper:
    """A file to read, and what a list of sources says of it."""

    path: Path
    source: Source

    @property
    def name(self) -> str:
        """The file's name, without its folders: what reports and views call it."""
        return self.path.name


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input that gave nothing: a short reason for `report.json`, a sentence for the user, and the exit code that it calls for."""

    path: Path
    reason: str
    message: str
    exit_code: int = 65

    @property
    def name(self) -> str:
        """The file's name, without its folders."""
        return self.path.name


def find(inputs: Iterable[Path], *, sources: Path | None = None, apart: Iterable[Path] = ()) -> tuple[tuple[Paper, ...], tuple[Refusal, ...]]:
    """The papers below these inputs, each once, sorted by name and path; and what was passed over.

    `sources` is a list of sources for all of them, which wins over the `sources.yml` beside a paper. Folders that are `apart`, such as
    the one that a build publishes in, hold no papers.
    Raises MissingInput where `sources` is not there, BadData where a list of sources does not hold what it should.
    """
    if sources is not None and not sources.is_file():
        raise MissingInput("there is no such list of sources; check the name", file=sources)
    said = _Said(lexicon.sources(sources) if sources else {})
    papers: dict[Path, Paper] = {}
    refusals: dict[Path, Refusal] = {}
    closed = frozenset(path.resolve() for path in apart)
    for found in (found for path in inputs for found in _walk(path, closed)):
        if isinstance(found, Refusal):
            refusals[found.path] = found
        else:
            paper = Paper(found, said.of(found))
            file = found.resolve()
            papers[file] = min(paper, papers.get(file, paper), key=_preference)
    ordered = sorted(papers.values(), key=lambda paper: (paper.name, paper.path))
    return tuple(ordered), tuple(sorted(refusals.values(), key=lambda refusal: (refusal.name, refusal.path)))


def _preference(paper: Paper) -> tuple[bool, Path]:
    """Of several ways to one file, the file itself goes before links to it, whatever order they are found in."""
    return paper.path.is_symlink(), paper.path


class _Said:
    """What the lists of sources say; each list is read once."""

    def __init__(self, first: Mapping[str, Source]) -> None:
        self.first = first
        self.lists: dict[Path, Mapping[str, Source]] = {}

    def of(self, path: Path) -> Source:
        """The source of one paper; where no list names it, one that says its file name alone."""
        folder = path.parent
        if folder not in self.lists:
            self.lists[folder] = lexicon.sources(folder / LIST_OF_SOURCES)
        source = self.first.get(path.name) or self.lists[folder].get(path.name) or Source()
        return replace(source, file=path.name)


def _walk(path: Path, closed: Collection[Path]) -> Iterator[Path | Refusal]:
    if path.is_dir():
        yield from _folder(path, path.resolve(), closed)
    elif path.exists():
        yield path if path.is_file() else Refusal(path, "not-a-file", "this is neither a file nor a folder; name a paper or a folder of papers")
    else:
        yield Refusal(path, "missing", "there is no such file or folder; check the name", 66)


def _folder(folder: Path, root: Path, closed: Collection[Path]) -> Iterator[Path | Refusal]:
    if folder.resolve() in closed:
        return
    try:
        entries = sorted(folder.iterdir())
    except PermissionError:
        yield Refusal(folder, "not-readable", "this folder may not be read; change its permissions", 66)
        return
    for path in entries:
        if path.name.startswith(".") or path.name == LIST_OF_SOURCES:
            continue
        refusal = _obstacle(path, root)
        if refusal:
            yield refusal
        elif path.is_dir():
            yield from _folder(path, root, closed)
        else:
            yield path


def _obstacle(path: Path, root: Path) -> Refusal | None:
    """Why an entry of a folder is passed over, or None; nothing is opened, so that nothing can hang."""
    try:
        mode = path.stat().st_mode
        within = path.resolve(strict=True).is_relative_to(root)
    except (OSError, RuntimeError):
        return Refusal(path, "broken-link", "this link leads nowhere or to itself; remove it")
    if not within:
        return Refusal(path, "link-out", "this link leads out of the folder; put the file itself there")
    if stat.S_ISDIR(mode):
        if path.is_symlink():
            return Refusal(path, "link-to-folder", "links to folders are not followed; name the folder itself")
        if path.suffix.lower() in _PAPER_SUFFIXES:
            return Refusal(path, "folder-named-like-a-paper", "this is a folder with the name of a paper; rename it, or name it as an input of its own")
        return None
    if not stat.S_ISREG(mode):
        return Refusal(path, "not-a-file", "this is not a regular file; only papers belong here")
    return None
