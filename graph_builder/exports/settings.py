"""The file `catalogue.yml` goes in, what a publisher says of the dataset comes out: title, publisher, contact, licence, and where it will stand."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any, Final

from graph_builder import lexicon
from graph_builder.errors import BadData

CATALOGUE: Final = "catalogue.yml"


@dataclass(frozen=True, slots=True)
class Agent:
    """Who publishes, or whom to ask; each part is empty where nobody said it."""

    name: str = ""
    uri: str = ""
    kind: str = ""
    email: str = ""
    url: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What `catalogue.yml` says; `docs/publishing.md` explains each key."""

    title: str = ""
    description: str = ""
    identifier: str = ""
    address: str = ""
    landing_page: str = ""
    language: str = ""
    licence: str = ""
    rights: str = ""
    people: str = ""
    issued: str = ""
    periodicity: str = ""
    organisation: str = ""
    publisher: Agent = Agent()
    contact: Agent = Agent()
    takedown: Agent = Agent()
    keywords: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    file: Path = field(default=Path(CATALOGUE), compare=False)


def settings(folder: Path | None = None) -> Settings:
    """What the user's folder says of the dataset, laid over what the program says of every dataset.

    Raises BadData, with the file, for a key that nobody knows and a value of another kind than its key takes.
    """
    base = lexicon.read_yaml(lexicon.data_dir() / CATALOGUE)
    own = folder / CATALOGUE if folder else Path(CATALOGUE)
    said = lexicon.read_yaml(own) or {} if folder and own.is_file() else {}
    if not isinstance(said, dict):
        raise BadData("should be keys with values, as `title: ...`", file=own)
    values = {key: _value(key, value, own) for key, value in {**base, **said}.items()}
    return Settings(**values, file=own)


def _value(key: str, value: Any, path: Path) -> Any:
    kinds = {known.name: known.default for known in fields(Settings) if known.name != "file"}
    if key not in kinds:
        raise BadData(f"unknown key {key!r}; known are {', '.join(kinds)}", file=path)
    if isinstance(kinds[key], Agent):
        return _agent(key, value or {}, path)
    if isinstance(kinds[key], tuple):
        if not isinstance(value, list | None):
            raise BadData(f"{key} should be a list", file=path)
        return tuple(_text(entry, key, path) for entry in value or ())
    return _text(value, key, path)


def _agent(key: str, value: Any, path: Path) -> Agent:
    known = [part.name for part in fields(Agent)]
    if not isinstance(value, dict) or not set(value) <= set(known):
        raise BadData(f"{key} should have some of the keys {', '.join(known)}, and no others", file=path)
    return Agent(**{name: _text(part, key, path) for name, part in value.items()})


def _text(value: Any, key: str, path: Path) -> str:
    if value is None:
        return ""
    if not isinstance(value, str | int | date):
        raise BadData(f"{key} should be a text", file=path)
    return " ".join(str(value).split())
