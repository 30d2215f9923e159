"""A dataset and the name of a view in, rows out: the named queries, and the views that are made of them, asked in one way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from graph_builder import contradictions, store, trace
from graph_builder.errors import UsageError


@dataclass(frozen=True, slots=True)
class View:
    """A view: its name, what it needs (nothing, where it can be asked as it is), what it tells, and its columns."""

    name: str
    needs: str
    description: str
    columns: tuple[str, ...]


_MADE: Final[Mapping[str, tuple[str, tuple[str, ...], Callable[[store.Dataset], store.Rows]]]] = {
    "contradictions": (contradictions.DESCRIPTION, contradictions.COLUMNS, contradictions.rows),
    **{name: (told, columns, partial(store.reading_table, name=name)) for name, (told, columns) in store.READINGS.items()},
}


def views() -> tuple[View, ...]:
    """Every view, sorted by name."""
    found = [View(view.name, " ".join(view.required), view.description, view.columns) for view in store.views()]
    found += [View(view.name, view.needs, view.description, view.columns) for view in trace.views()]
    found += [View(name, "", description, columns) for name, (description, columns, _) in _MADE.items()]
    return tuple(sorted(found, key=lambda view: view.name))


def tables(dataset: store.Dataset, folder: Path) -> tuple[Path, ...]:
    """The files `NAME.csv` written into a folder that exists, one for each view that needs nothing and is made of others."""
    named = {view.name for view in store.views()}
    made = (view for view in views() if not view.needs and view.name not in {*named, *store.READINGS})
    return tuple(store.write_csv(folder / f"{view.name}.csv", view.columns, ask(dataset, view.name, {}).rows) for view in made)


def ask(dataset: store.Dataset, name: str, params: Mapping[str, str]) -> store.Rows:
    """The rows of a view; each column of a view that needs nothing is a parameter that picks rows.

    Raises UsageError for an unknown view or parameter, and as the rooms do that make it.
    """
    if name in {view.name for view in trace.views()}:
        return trace.query(dataset, name, params)
    if name not in _MADE:
        return store.query(dataset, name, params)
    _, columns, make = _MADE[name]
    for param in params:
        if param not in columns:
            raise UsageError(f"the view {name} has no parameter {param!r}; it has {', '.join(columns)}")
    return store.picked(make(dataset), params)
