"""The named views as pages: paged, filtered by what stands in the address, and whole as CSV."""

from __future__ import annotations

from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

from graph_builder import store
from graph_builder.errors import UsageError
from graph_builder.store import Rows, View
from graph_builder.web import facts, pages
from graph_builder.web.edition import Edition
from graph_builder.web.rendering import Page, respond

PER_PAGE: Final = 50
MOST: Final = 100_000
_HIDDEN: Final = frozenset(("claim", "basis", "confidence", "page", "url", "quote", "at", "position", "part"))
_CHOICES: Final = 40
_NOT_CHOSEN: Final = frozenset(("text", "title", "names", "about", "who", "indicator", "interestMatter", "period", "start", "end", "value"))


def overview(request: Request) -> Response:
    """`/tables`: every view, with how many rows it has."""
    edition: Edition = request.state.edition
    found = [(view, None if view.required else len(edition.table(view.name))) for view in edition.views()]
    rows = tuple((view.name, view.description, "" if number is None else str(number)) for view, number in found)
    return respond(request, Page("tables.html", "Tables", {"found": found}, pages.COUNT_QUERY, ("view", "tells", "rows"), rows))


def table(request: Request) -> Response:
    """`/tables/NAME`: a view; each column can be given in the address to pick rows, `q` is looked for anywhere in a row."""
    edition: Edition = request.state.edition
    try:
        view = edition.view(request.path_params["name"])
    except UsageError:
        return pages.missing(request, "There is no table of this name.")
    params = {name: value[:300] for name, value in request.query_params.items() if name in view.columns and value}
    if view.required and not set(view.required) <= request.query_params.keys():
        return pages.missing(request, f"This table needs {', '.join(f'{name}=, {meaning}' for name, meaning in view.required.items())}.")
    try:
        rows = _rows(edition, view, request)
    except UsageError as error:
        return pages.missing(request, error.message)
    words = request.query_params.get("q", "")[:300]
    kept = _kept(rows, params, words)
    pages_, number = max(1, -(-len(kept) // PER_PAGE)), pages.page_number(request)
    start = (min(number, pages_) - 1) * PER_PAGE
    shown = [dict(zip(rows.columns, (cell or "" for cell in row), strict=True)) for row in kept[start : start + PER_PAGE]]
    found = [(row, facts.fact(edition, row)) for row in shown]
    places = sorted(rows.columns, key=lambda name: name in ("document", "documents"))  # what a row is from stands last
    columns = [name for name in places if not name.endswith("_id") and name not in _HIDDEN and any(row[name] for row in shown)]
    values: dict[str, Any] = {
        "view": view, "columns": columns, "found": found, "params": params, "words": words, "number": min(number, pages_), "pages": pages_, "total": len(kept),
        "choices": _choices(rows, params), "all": len(rows), "name": edition.labels.of,
    }  # fmt: skip
    whole = kept[start : start + PER_PAGE] if "page" in request.query_params else kept[:MOST]
    ids = list(dict.fromkeys(row.get("claim") or next((row[name] for name in row if name.endswith("_id") and row[name]), "") for row in shown))
    return respond(request, Page("table.html", view.title, values, _query(view, request), rows.columns, whole, [id_ for id_ in ids if id_]))


def _rows(edition: Edition, view: View, request: Request) -> Rows:
    if view.required:
        return store.query(edition.dataset, view.name, {name: request.query_params[name] for name in view.required})
    return edition.table(view.name)


def _query(view: View, request: Request) -> str:
    if not view.required:
        return view.sparql
    return view.sparql + "".join(f"# {name} = {request.query_params[name]!r}\n" for name in view.required)


def _kept(rows: Rows, params: dict[str, str], words: str) -> list[tuple[str | None, ...]]:
    wanted = [(rows.columns.index(name), value.casefold()) for name, value in params.items()]
    looked = words.casefold().split()
    return [
        row
        for row in rows.rows
        if all(value in (row[at] or "").casefold().split(" | ") for at, value in wanted)
        and (not looked or all(word in " ".join(cell or "" for cell in row).casefold() for word in looked))
    ]


def _choices(rows: Rows, params: dict[str, str]) -> list[tuple[str, list[str], str]]:
    """The columns by which rows can be picked from a list, each with its values and the one that is picked."""
    found = []
    for at, name in enumerate(rows.columns):
        if name.endswith("_id") or name in _HIDDEN or name in _NOT_CHOSEN:
            continue
        values = sorted({value for row in rows.rows for value in (row[at] or "").split(" | ") if value})
        if 1 < len(values) <= _CHOICES or name in params:
            found.append((name, values[: _CHOICES * 5], params.get(name, "")))
    return found
