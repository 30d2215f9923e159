"""A published graph for Python: a folder goes in, an object comes out that answers SPARQL with typed rows and frames, views, threads and maps."""

from __future__ import annotations

import html
import importlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any, Final, TypeAlias, overload

from graph_builder import asking, maps, sparql, store, trace
from graph_builder.errors import UsageError
from graph_builder.trace import Corpus, Thread

Value: TypeAlias = str | int | float | bool | Decimal | date | time | None
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
FRAME_HEIGHT: Final = 640
SHOWN: Final = 20
"""How many rows a notebook shows of an answer; all of them are in it."""


class Iri(str):
    """An id of the graph as it is written in full: text that is known to be an address."""

    __slots__ = ()


class Row(Mapping[str, Value]):
    """One row of an answer: `row["date"]`, or `row.date` where the column's name is free; None where the cell is empty."""

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, Value]) -> None:
        self._values = dict(values)

    def __getitem__(self, column: str) -> Value:
        return self._values[column]

    def __getattr__(self, column: str) -> Value:
        try:
            return self._values[column]
        except KeyError:
            raise AttributeError(f"the row has no column {column!r}; it has {', '.join(self._values)}") from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        return f"Row({', '.join(f'{name}={value!r}' for name, value in self._values.items())})"


@dataclass(frozen=True, slots=True)
class Answer(Sequence[Row]):
    """The rows of an answer, in order; a notebook shows the first of them as a table."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...] = field(repr=False)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        return self.rows[place]

    def __len__(self) -> int:
        return len(self.rows)

    def frame(self) -> Any:
        """The same as a pandas DataFrame.

        Raises UsageError where pandas is not installed.
        """
        try:
            pandas = importlib.import_module("pandas")
        except ImportError as error:
            raise UsageError("a frame needs pandas, which is not installed: pip install pandas") from error
        return pandas.DataFrame([[row[name] for name in self.columns] for row in self.rows], columns=list(self.columns))

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{html.escape(name)}</th>" for name in self.columns)
        body = "".join(f"<tr>{''.join(f'<td>{_cell(row[name])}</td>' for name in self.columns)}</tr>" for row in self.rows[:SHOWN])
        more = f", the first {SHOWN} shown" if len(self.rows) > SHOWN else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table><p>{len(self.rows):,} rows{more}</p>"


@dataclass(frozen=True, slots=True)
class Map:
    """A map that is not drawn yet: `save` writes its page, and a notebook shows it in a frame that can reach nothing outside."""

    network: maps.Network = field(repr=False)
    title: str

    @property
    def html(self) -> str:
        """The page, which asks no other host for anything."""
        return maps.render(self.network, title=self.title)

    def save(self, path: str | Path) -> Path:
        """The file that the page was written to; raises CannotCreate and DiskFault."""
        maps.draw(self.network, Path(path), title=self.title)
        return Path(path)

    def _repr_html_(self) -> str:
        name, page = html.escape(self.title), html.escape(self.html)
        rights = "allow-scripts allow-downloads allow-popups"  # and not allow-same-origin: it cannot see the notebook
        return f'<iframe title="{name}" sandbox="{rights}" srcdoc="{page}" width="100%" height="{FRAME_HEIGHT}" style="border: 0"></iframe>'


class Graph:
    """A published graph, opened to read: `graph_builder.open("exports")`."""

    def __init__(self, dataset: store.Dataset) -> None:
        self.dataset = dataset

    def __repr__(self) -> str:
        return f"<Graph of {len(self.dataset):,} triples from {len(self.dataset.manifest.get('papers', ())):,} papers>"

    def select(self, query: str) -> Answer:
        """The answer of a SPARQL SELECT query; the prefixes of the vocabulary are known.

        Numbers, dates, times and truth values come as such, ids as `Iri`, all else as text. Raises UsageError and Refused as `store` does.
        """
        found = self.dataset.select(sparql.with_prefixes(query))
        rows = (Row(dict(zip(found.columns, map(_value, terms), strict=True))) for terms in found.terms)
        return Answer(found.columns, tuple(rows))

    def view(self, name: str, **params: str) -> Answer:
        """The rows of a named view (`graph_builder.open(...).views()` has them); each column is a parameter: `view("decisions", date="2019-03-11")`.

        Cells are texts, as precise as the paper; None where a paper says nothing. Raises UsageError for an unknown view or parameter.
        """
        found = asking.ask(self.dataset, name, params)
        return Answer(found.columns, tuple(Row(dict(zip(found.columns, row, strict=True))) for row in found.rows))

    def views(self) -> dict[str, str]:
        """Each view's name, with what it tells."""
        return {view.name: view.description for view in asking.views()}

    def frame(self, question: str, **params: str) -> Any:
        """A pandas DataFrame of a named view or of a SPARQL SELECT query; raises UsageError where pandas is not installed."""
        return (self.view(question, **params) if question in self.views() else self.select(question)).frame()

    def trace(self, name: str, *, since: str = "", until: str = "", council: str = "", body: str = "") -> Thread:
        """The thread of a topic, inspection, plan, person or body; raises UsageError where several have the name."""
        subject = trace.resolve(self._corpus, name, council=council)
        return trace.of(self._corpus, subject, since=since, until=until, council=council, body=body)

    def map(self, name: str | None = None, *, council: str = "", met: bool = False) -> Map:
        """The map of everybody, or of what stands around a topic, inspection, plan, person or body; `met` links who was at the same meetings."""
        if name is None:
            network, title = maps.network(self.dataset), maps.WHOLE
        else:
            network, title = maps.issue(self._corpus, name, council=council)
        return Map(maps.met(network), f"Who met whom: {title}") if met else Map(network, title)

    @cached_property
    def _corpus(self) -> Corpus:
        return trace.load(self.dataset)


def _value(term: Any) -> Value:
    """An RDF term as Python has it; a literal that is not what its datatype says stays text."""
    if term is None:
        return None
    name = type(term).__name__
    if name == "Literal":
        read = _READERS.get(term.datatype.value.removeprefix(XSD))
        try:
            return read(term.value) if read else str(term.value)
        except (ValueError, ArithmeticError, LookupError):
            return str(term.value)
    return Iri(term.value) if name == "NamedNode" else str(term)


_READERS: Final[dict[str, Callable[[str], Value]]] = {
    "integer": int,
    "nonNegativeInteger": int,
    "positiveInteger": int,
    "int": int,
    "long": int,
    "decimal": Decimal,
    "double": float,
    "float": float,
    "boolean": lambda text: {"true": True, "1": True, "false": False, "0": False}[text],
    "date": date.fromisoformat,
    "dateTime": datetime.fromisoformat,
    "time": time.fromisoformat,
}


def _cell(value: Value) -> str:
    return "" if value is None else html.escape(str(value))
