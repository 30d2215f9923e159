"""Named queries of the ontology in, tables out: parameters bound safely, values of one thing gathered in one row, partial dates printed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from graph_builder.errors import BadData, UsageError
from graph_builder.lexicon import ontology_dir
from graph_builder.ntriples import iri
from graph_builder.store.dataset import Dataset, Rows
from graph_builder.store.rows import Gathering, gather, picked
from graph_builder.vocabulary import PREFIXES

_HEADER = re.compile(r"^# (title|description|key|partial|first|last|param): (.+)$", re.MULTILINE)
_PROJECTION = re.compile(r"^SELECT (?:DISTINCT )?((?:\?\w+\s+)+)WHERE", re.MULTILINE)
_IRI = re.compile(r"""https?://[^\x00-\x20<>"{}|^`\\]+""")


@dataclass(frozen=True, slots=True)
class View:
    """A named query: what it is called and tells, its columns in order, and its parameters with what each means.

    Each column is an optional parameter too: it leaves the rows in which one of the cell's values is the one given.
    """

    name: str
    title: str
    description: str
    required: Mapping[str, str]
    columns: tuple[str, ...]
    sparql: str = field(repr=False)
    gathering: Gathering = field(repr=False)

    @property
    def optional(self) -> tuple[str, ...]:
        """The parameters that may be left out: its columns."""
        return self.columns


@cache
def views() -> tuple[View, ...]:
    """Every named view, sorted by name.

    Raises BadData for a query file without title, description, or a plain list of variables after SELECT.
    """
    return tuple(_view(path) for path in sorted((ontology_dir() / "queries").glob("*.rq")))


def query(dataset: Dataset, name: str, params: Mapping[str, str] = {}) -> Rows:
    """The rows of a named view, sorted, with several values of a cell joined by ` | `.

    Raises UsageError for an unknown view or parameter, a required parameter that is missing, and a value that is no id.
    """
    view = next((view for view in views() if view.name == name), None)
    if view is None:
        raise UsageError(f"there is no view {name!r}; there are {', '.join(view.name for view in views())}")
    _check(view, params)
    rows = gather(dataset.select(_bound(view, params)), view.gathering)
    return picked(rows, {param: value for param, value in params.items() if param not in view.required})


def _check(view: View, params: Mapping[str, str]) -> None:
    known = [*view.required, *view.optional]
    for param in params:
        if param not in known:
            raise UsageError(f"the view {view.name} has no parameter {param!r}; it has {', '.join(known)}")
    for param, meaning in view.required.items():
        if param not in params:
            raise UsageError(f"the view {view.name} needs {param}=, {meaning}")


def _bound(view: View, params: Mapping[str, str]) -> str:
    """The query with each required parameter put where it says `VALUES ?name { UNDEF }`: only an IRI that was checked gets there."""
    sparql = view.sparql
    for param in view.required:
        sparql = sparql.replace(f"VALUES ?{param} {{ UNDEF }}", f"VALUES ?{param} {{ <{checked_iri(params[param])}> }}")
    return sparql


def checked_iri(value: str) -> str:
    """The IRI of an id that a user gave, as a CURIE or whole; UsageError where it is none, so that nothing else gets into a query."""
    prefix, _, _ = value.partition(":")
    try:
        if prefix in PREFIXES:
            return iri(value)
    except BadData as error:
        raise UsageError(str(error)) from error
    if not _IRI.fullmatch(value):
        raise UsageError(f"{value!r} is no id: give one like id:person/x, or an IRI that begins with https://")
    return value


def _view(path: Path) -> View:
    sparql = path.read_text(encoding="utf-8")
    header: dict[str, list[str]] = {}
    for key, text in _HEADER.findall(sparql):
        header.setdefault(key, []).append(text)
    projection = _PROJECTION.search(sparql)
    if projection is None or not {"title", "description"} <= header.keys():
        raise BadData("a named query needs `# title:`, `# description:` and a plain list of variables after SELECT", file=path)
    selected = tuple(projection[1].replace("?", "").split())
    gathering = Gathering(
        key=_words(header, "key"),
        partial=tuple((first, second) for pair in header.get("partial", []) for first, second in [pair.split()]),
        first=_words(header, "first"),
        last=_words(header, "last"),
    )
    required = dict(param.split(": ", 1) for param in header.get("param", []))
    return View(path.stem, header["title"][0], header["description"][0], required, gathering.columns(selected), sparql, gathering)


def _words(header: Mapping[str, list[str]], key: str) -> tuple[str, ...]:
    return tuple(word for text in header.get(key, []) for word in text.split())
