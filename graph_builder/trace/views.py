"""The views that `trace` makes out of the named queries: what each tells and needs, and its rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from graph_builder import store
from graph_builder.errors import UsageError
from graph_builder.trace.corpus import Corpus, load
from graph_builder.trace.thread import COLUMNS, MORE_COLUMNS, Missing, Thread
from graph_builder.trace.wanting import wanted

SUBJECTS: Final = ("topic", "inspection", "plan", "body", "person", "decision", "phrase")
_NARROWING: Final = ("since", "until", "council")
_WANTED: Final = ("kind", "council", "body", "date", "title", "document", "quote")
_WANTED_MORE: Final = ("body_id", "claim", "basis", "confidence", "page", "url")


@dataclass(frozen=True, slots=True)
class View:
    """A view that is made from others: its name, what it tells, what it needs, its parameters, and its columns in order."""

    name: str
    description: str
    needs: str
    params: tuple[str, ...]
    columns: tuple[str, ...]


VIEWS: Final = (
    View(
        "thread",
        "One issue across bodies and councils in order of time, each line with its quote and with why it is there.",
        f"one of {', '.join(SUBJECTS)}",
        (*SUBJECTS, *_NARROWING),
        (*COLUMNS, *MORE_COLUMNS),
    ),
    View(
        "wanted",
        "Meetings, minutes, reports and responses that the papers speak of and the corpus does not have.",
        "",
        (*_WANTED, *_WANTED_MORE),
        (*_WANTED, *_WANTED_MORE),
    ),
)


def views() -> tuple[View, ...]:
    """The views of this room, sorted by name."""
    return VIEWS


def query(dataset: store.Dataset | Corpus, name: str, params: Mapping[str, str] = {}) -> store.Rows:
    """The rows of a view of this room.

    `thread` needs one of its subjects, and takes `since`, `until`, `council` and, beside a subject, `body`; `wanted` takes any of its columns.
    Raises UsageError for an unknown view or parameter, and as `follow` does.
    """
    from graph_builder import trace

    view = next((view for view in views() if view.name == name), None)
    if view is None:
        raise UsageError(f"there is no view {name!r} here; there are {', '.join(view.name for view in views())}")
    for param in params:
        if param not in view.params:
            raise UsageError(f"the view {name} has no parameter {param!r}; it has {', '.join(view.params)}")
    corpus = dataset if isinstance(dataset, Corpus) else load(dataset)
    if name == "thread":
        return store.Rows(view.columns, rows(trace.follow(corpus, **params)))
    found = (missing for missing in wanted(corpus) if all(getattr(missing, param).casefold() == value.casefold() for param, value in params.items()))
    return store.Rows(view.columns, tuple(_row(missing, view.columns) for missing in found))


def rows(thread: Thread) -> tuple[tuple[str | None, ...], ...]:
    """The lines of a thread as rows of the view `thread`."""
    return tuple(tuple(getattr(line, column) or None for column in (*COLUMNS, *MORE_COLUMNS)) for line in thread.lines)


def _row(missing: Missing, columns: tuple[str, ...]) -> tuple[str | None, ...]:
    return tuple(getattr(missing, column) or None for column in columns)
