"""The views that `trace` makes out of the named queries: what each tells and needs, and its rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from graph_builder import store
from graph_builder.errors import UsageError
from graph_builder.trace.thread import COLUMNS, MORE_COLUMNS, Thread

SUBJECTS: Final = ("topic", "inspection", "plan", "body", "person", "decision", "phrase")


@dataclass(frozen=True, slots=True)
class View:
    """A view that is made from others: its name, what it tells, what it needs, and its columns in order."""

    name: str
    description: str
    needs: str
    columns: tuple[str, ...]


def views() -> tuple[View, ...]:
    """The views of this room, sorted by name."""
    thread = "One issue across bodies and councils in order of time, each line with its quote and with why it is there."
    return (View("thread", thread, f"one of {', '.join(SUBJECTS)}", (*COLUMNS, *MORE_COLUMNS)),)


def query(dataset: store.Dataset, name: str, params: Mapping[str, str]) -> store.Rows:
    """The rows of a view of this room.

    `thread` needs one of its subjects, and takes `since`, `until`, `council` and, beside a subject, `body`.
    Raises UsageError for an unknown view or parameter, and as `follow` does.
    """
    from graph_builder import trace

    view = next((view for view in views() if view.name == name), None)
    if view is None:
        raise UsageError(f"there is no view {name!r} here")
    known = (*SUBJECTS, "since", "until", "council")
    for param in params:
        if param not in known:
            raise UsageError(f"the view {name} has no parameter {param!r}; it has {', '.join(known)}")
    thread = trace.follow(dataset, **params)
    return store.Rows(view.columns, rows(thread))


def rows(thread: Thread) -> tuple[tuple[str | None, ...], ...]:
    """The lines of a thread as rows of the view `thread`."""
    return tuple(tuple(getattr(line, column) or None for column in (*COLUMNS, *MORE_COLUMNS)) for line in thread.lines)
