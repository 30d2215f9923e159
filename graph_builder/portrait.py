"""The portrait: a name goes in, what the graph holds of that person or body comes out as text, each fact with the words that say it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from graph_builder import store
from graph_builder.errors import UsageError

_WHO: Final = {"person": "people", "body": "bodies"}
_MOST: Final = 20
"""How many rows of one view are shown before the rest is left to a query."""
_TOLD_ELSEWHERE: Final = frozenset((*_WHO.values(), "coverage", "contradictions", "unread", "wanted"))
_PROOF: Final = frozenset(("document", "documents", "date", "quote", "claim", "basis", "confidence", "page", "url", "council", "position", "part"))
_MANY_CANDIDATES: Final = 12


@dataclass(frozen=True, slots=True)
class Subject:
    """Somebody or something with a name: its id, its one label, and every form of its name."""

    id: str
    label: str
    forms: tuple[str, ...]
    about: str

    def called(self, name: str) -> bool:
        """Whether this is one of its names."""
        return name.casefold() in (form.casefold() for form in self.forms)

    def resembles(self, name: str) -> bool:
        """Whether each word of the name is in one of its names."""
        words = name.casefold().split()
        return any(all(word in form.casefold() for word in words) for form in self.forms)


def of(dataset: store.Dataset, name: str) -> str:
    """What the graph holds of the one person or body of this name.

    Raises UsageError where nobody has the name, or several have, with the candidates.
    """
    subject = _only(name, list(_subjects(dataset)))
    lines = [f"{subject.label}  <{subject.id}>", *(f"  also {form}" for form in subject.forms if form != subject.label)]
    lines += [f"  {subject.about}"] if subject.about else []
    for view in store.views():
        if not view.required and view.name not in _TOLD_ELSEWHERE:
            lines += _section(view.name, subject, store.query(dataset, view.name).dicts())
    return "\n".join(lines) + "\n"


def _subjects(dataset: store.Dataset) -> Iterator[Subject]:
    for column, view in _WHO.items():
        for row in store.query(dataset, view).dicts():
            forms = [row[column], *row["names"].split(" | "), *row.get("acronyms", "").split(" | ")]
            about = ", ".join(row[key] for key in ("kind", "council", "councils") if row.get(key))
            yield Subject(row[f"{column}_id"], row[column], tuple(dict.fromkeys(filter(None, forms))), about)


def _only(name: str, subjects: list[Subject]) -> Subject:
    found = [subject for subject in subjects if name in (subject.id, subject.label)]
    found = found or [subject for subject in subjects if subject.called(name)] or [subject for subject in subjects if subject.resembles(name)]
    if len(found) == 1:
        return found[0]
    if found:
        listed = "".join(f"\n  {subject.label}  <{subject.id}>" for subject in found[:_MANY_CANDIDATES])
        raise UsageError(f"{len(found)} people and bodies are called {name!r}; name one of them in full, or by its id:{listed}")
    near = difflib.get_close_matches(name, [form for subject in subjects for form in subject.forms], n=3)
    raise UsageError(f"nobody and nothing here is called {name!r}" + (f"; did you mean {' or '.join(near)}?" if near else ""))


def _section(view: str, subject: Subject, rows: Iterable[Mapping[str, str]]) -> list[str]:
    found = [(column, row) for row in rows for column in row if column.endswith("_id") and subject.id in row[column].split(" | ")]
    found.sort(key=lambda pair: pair[1].get("date", ""))
    facts = list(dict.fromkeys(_fact(row, column.removesuffix("_id")) for column, row in found))
    if not facts:
        return []
    rest = len(facts) - _MOST
    more = [f"  ... and {rest} more: graph-builder query {view} --param {found[0][0]}={subject.id}"] if rest > 0 else []
    return ["", f"{view} ({len(facts)})", *facts[:_MOST], *more]


def _fact(row: Mapping[str, str], own: str) -> str:
    told = (value for column, value in row.items() if value and column != own and column not in _PROOF and not column.endswith(("_id", "_basis")))
    where = row.get("document") or row.get("documents") or ""
    quote = " ".join(row.get("quote", "").split())
    return f"  {row.get('date') or 'undated'}  {' · '.join(told)}" + (f"\n      “{quote}” {where}" if quote else "")
