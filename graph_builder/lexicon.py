"""The only reader of `data/` and `ontology/`: word lists, patterns, sources; each checked when it is read, with file and line."""

from __future__ import annotations

import csv
import sys
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from graph_builder.errors import BadData, MissingInput
from graph_builder.model import Source

PACKAGE = Path(__file__).parent
_OVER: list[Path] = []


@cache
def data_dir() -> Path:
    """The folder of data: inside the installed package, else beside it in the repository."""
    return _folder("data")


@cache
def ontology_dir() -> Path:
    """The folder of the ontology: inside the installed package, else beside it in the repository."""
    return _folder("ontology")


def lay_over(folder: Path | None) -> None:
    """Lay a user's own folder, its `lexicon/` and `topics.ttl`, over what ships with the program, for the rest of this process.

    What was worked out from other words is forgotten. Raises BadData where an entry does not fit the file that it is laid over.
    """
    folders = [folder.resolve()] if folder else []
    if folders == _OVER:
        return
    _OVER[:] = folders
    for module in [module for name, module in sys.modules.items() if name.split(".")[0] == PACKAGE.name]:
        for value in list(vars(module).values()):
            # a function that keeps what it found
            if callable(getattr(value, "cache_clear", None)):
                value.cache_clear()


def overlays() -> tuple[Path, ...]:
    """The files of the user's folder that are laid over those of the program: words and topics."""
    return tuple(path for folder in _OVER for path in [*sorted((folder / "lexicon").glob("*.yml")), folder / "topics.ttl"] if path.is_file())


def _folder(name: str) -> Path:
    for candidate in (PACKAGE / "_files" / name, PACKAGE.parent / name):
        if candidate.is_dir():
            return candidate
    raise MissingInput(f"the folder {name}/ is missing; install the package again", file=PACKAGE)


@cache
def load(name: str) -> Any:
    """The content of `data/lexicon/NAME.yml`, with the user's own entries laid over it: lists grow, mappings are added to.

    Raises BadData where a file is not YAML, or where an entry is of another kind than the one that it is laid over.
    """
    content = read_yaml(data_dir() / "lexicon" / f"{name}.yml")
    for path in overlays():
        if path.name == f"{name}.yml":
            content = _laid(content, read_yaml(path), path, ())
    return content


def _laid(below: Any, above: Any, path: Path, keys: tuple[str, ...]) -> Any:
    if above is None:
        return below
    if isinstance(below, dict) and isinstance(above, dict):
        return below | {key: _laid(below.get(key), value, path, (*keys, str(key))) for key, value in above.items()}
    if isinstance(below, list) and isinstance(above, list):
        return [*below, *(entry for entry in above if entry not in below)]
    if (below is None and len(keys) > 1) or type(below) is type(above):
        return above
    where = ".".join(keys) or "the file"
    raise BadData(f"{where} should be a {type(below).__name__ if below is not None else 'key that the program has'}, as in the program's own list", file=path)


@cache
def words(name: str, key: str) -> tuple[str, ...]:
    """The list under one key of a lexicon file, longest first so that alternatives in a pattern match the longest."""
    entries = load(name)[key]
    return tuple(sorted((str(entry) for entry in entries), key=lambda entry: (-len(entry), entry)))


def read_yaml(path: Path) -> Any:
    """A YAML file by the safe loader; BadData with the line where it cannot be read."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except FileNotFoundError as error:
        raise MissingInput("no such file", file=path) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise BadData(f"not readable as YAML: {getattr(error, 'problem', error)}", file=path, line=mark.line + 1 if mark else None) from error


def sources(path: Path) -> Mapping[str, Source]:
    """What a `sources.yml` says of each file beside it, by file name; empty where there is none.

    Raises BadData where an entry is no mapping, has no `file`, or has a key that nobody knows.
    """
    if not path.is_file():
        return {}
    entries = read_yaml(path) or []
    if not isinstance(entries, list):
        raise BadData("should be a list of entries, each with `file: NAME`", file=path)
    return {source.file: source for source in (_source(entry, path) for entry in entries)}


def _source(entry: object, path: Path) -> Source:
    known = {field.name for field in fields(Source)}
    if not isinstance(entry, dict) or not entry.get("file"):
        raise BadData(f"an entry without `file:`: {entry!r}", file=path)
    unknown = sorted(set(entry) - known - {"form"})
    if unknown:
        raise BadData(f"{entry['file']}: unknown key {unknown[0]!r}; known are {', '.join(sorted(known))}", file=path)
    return Source(**{key: str(value) for key, value in entry.items() if key in known and value is not None})


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `data/NAME.csv` by column; lines that begin with `#` say where it is from."""
    with (data_dir() / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
        return tuple(csv.DictReader(line for line in handle if not line.startswith("#")))


def confidences() -> dict[str, float]:
    """How often each rule was right on gold, from 0 to 1, from `data/calibration.csv`; rules with too few cases are left out."""
    path = data_dir() / "calibration.csv"
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as handle:
        return {row["rule"]: float(row["confidence"]) for row in csv.DictReader(handle) if row["confidence"]}
