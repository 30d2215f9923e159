"""The thread of an issue as a page: in time, as a picture, as a table; what is asked stands in the address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

from graph_builder import trace
from graph_builder.errors import UsageError
from graph_builder.web import facts
from graph_builder.web.edition import Edition
from graph_builder.web.rendering import Page, respond

SUBJECTS: Final = ("topic", "inspection", "plan", "body", "person", "decision", "phrase")
FILTERS: Final = ("since", "until", "council")
MOST: Final = 500
_WIDTH, _LANE, _LEFT, _RIGHT, _DOT = 1000, 40, 210, 60, 11


@dataclass(frozen=True, slots=True)
class Dot:
    """One line of a thread in the picture."""

    x: float
    y: float
    number: int
    label: str
    what: str


@dataclass(frozen=True, slots=True)
class Picture:
    """The thread in time, a lane for each body: dots for what was said and done, arcs between what hangs together."""

    width: int
    height: int
    lanes: tuple[tuple[float, str], ...]
    years: tuple[tuple[float, str], ...]
    dots: tuple[Dot, ...]
    arcs: tuple[tuple[str, str], ...]


def page(request: Request) -> Response:
    """`/trace`: a form; with `name=`, or one of topic, inspection, plan, body, person, decision and phrase, the thread of it."""
    edition: Edition = request.state.edition
    given = {name: request.query_params[name][:300] for name in (*SUBJECTS, *FILTERS) if request.query_params.get(name)}
    name, kind = request.query_params.get("name", "")[:300].strip(), request.query_params.get("kind", "")
    thread, mistake = None, ""
    try:
        if name and kind in SUBJECTS:
            thread = trace.follow(edition.corpus, **{**given, kind: name})
        elif name:
            filters = {key: given.get(key, "") for key in FILTERS}
            thread = trace.of(edition.corpus, trace.resolve(edition.corpus, name, council=filters["council"]), **filters)
        elif set(given) - set(FILTERS):
            thread = trace.follow(edition.corpus, **given)
    except UsageError as error:
        mistake = error.message
    return respond(request, _page(edition, thread, mistake, {"given": {key: given.get(key, "") for key in FILTERS}, "asked": name, "kind": kind}))


def _page(edition: Edition, thread: trace.Thread | None, mistake: str, asked: dict[str, Any]) -> Page:
    lines = thread.lines[:MOST] if thread else ()
    whys = [facts.why(edition, line.claim, line.document) for line in lines]
    councils = sorted({council for council in (row["council"] for row in edition.table("meetings").dicts()) if council})
    values = {
        **asked, "thread": thread, "lines": list(zip(range(1, len(lines) + 1), lines, whys, strict=True)), "mistake": mistake,
        "subjects": SUBJECTS, "name": edition.labels.of,
        "picture": draw(lines, thread.edges if thread else ()), "councils": councils, "topics": _topics(edition), "edges": _edges(thread, lines), "most": MOST,
    }  # fmt: skip
    title = f"Thread: {thread.subject.label}" if thread else "Follow an issue"
    rows = trace.rows(thread) if thread else ()
    ids = list(dict.fromkeys(line.claim for line in lines if line.claim))
    status = 404 if mistake else 200
    return Page("trace.html", title, values, _query(edition, thread), (*trace.COLUMNS, *trace.MORE_COLUMNS), rows, ids, status=status)


def _query(edition: Edition, thread: trace.Thread | None) -> str:
    """A thread is made of several named queries; this is the one of the topics, or the evidence of its subject."""
    if thread and thread.subject.id and thread.subject.kind != "topic":
        from graph_builder.web.things import evidence_query

        return "# a thread is put together from the named queries; this is all that is said of its subject\n" + evidence_query(edition, thread.subject.id)
    return "# a thread is put together from the named queries; this one tells what is about which topic\n" + edition.view("topics").sparql


def _topics(edition: Edition) -> list[tuple[str, str]]:
    found = {row["topic_id"]: row["topic"] for row in edition.table("topics").dicts()}
    return sorted(found.items(), key=lambda one: one[1])


def _edges(thread: trace.Thread | None, lines: tuple[trace.Line, ...]) -> list[tuple[int, str, str, str]]:
    """What hangs together, as rows: the number of the line, what it is tied to, how firmly, and why."""
    numbers = {line.claim: number for number, line in enumerate(lines, 1)}
    edges = thread.edges if thread else ()
    return sorted((numbers[edge.source], edge.target, edge.strength, edge.link) for edge in edges if edge.source in numbers)[:MOST]


def draw(lines: tuple[trace.Line, ...], edges: tuple[trace.Edge, ...]) -> Picture | None:
    """The picture of dated lines; None where fewer than two are dated."""
    dated = [(number, line) for number, line in enumerate(lines, 1) if _days(line.date) is not None]
    if len(dated) < 2:
        return None
    days = [_days(line.date) or 0 for _, line in dated]
    first, last = min(days), max(*days, min(days) + 30)
    names = sorted({line.body or line.council or "elsewhere" for _, line in dated})
    lanes = {name: 30.0 + _LANE * at for at, name in enumerate(names)}
    step = (_WIDTH - _LEFT - _RIGHT) / (last - first)
    dots: list[Dot] = []
    places: dict[str, tuple[float, float]] = {}
    taken: dict[tuple[int, str], int] = {}  # by day and lane, how many dots there are
    for (number, line), day in zip(dated, days, strict=True):
        lane = line.body or line.council or "elsewhere"
        beside = taken[day, lane] = taken.get((day, lane), -1) + 1
        x = _LEFT + (day - first) * step + _DOT * (beside // 3)  # three to a column, so that each can be chosen
        y = lanes[lane] + _DOT * (0, -1, 1)[beside % 3]
        dots.append(Dot(round(x, 1), round(y, 1), number, f"{line.date} {line.what}: {line.text}"[:160], line.what))
        places.setdefault(line.claim, (dots[-1].x, dots[-1].y))
        places.setdefault(line.item_id, (dots[-1].x, dots[-1].y))
    arcs = tuple(_arc(places[edge.source], places[edge.target], edge) for edge in edges if edge.source in places and edge.target in places and edge.target)
    height = int(30 + _LANE * len(names) + 24)
    return Picture(_WIDTH, height, tuple((y, name) for name, y in lanes.items()), tuple(_years(first, last, step)), tuple(dots), arcs[:MOST])


def _arc(start: tuple[float, float], end: tuple[float, float], edge: trace.Edge) -> tuple[str, str]:
    height = min(40.0, 8 + abs(end[0] - start[0]) / 6)
    middle = ((start[0] + end[0]) / 2, min(start[1], end[1]) - height)
    return f"M{start[0]},{start[1]} Q{middle[0]:.1f},{middle[1]:.1f} {end[0]},{end[1]}", f"{edge.strength}: {edge.link}"


def _days(date: str) -> int | None:
    """The first day of a partial date as a number; None where there is none."""
    from datetime import date as day

    parts = [part for part in date.partition("/")[0].split("-") if part]
    if not parts or len(parts[0]) != 4 or not all(part.isdecimal() for part in parts):
        return None
    try:
        return day(int(parts[0]), *([int(part) for part in parts[1:3]] + [1, 1])[:2]).toordinal()
    except ValueError:
        return None


def _years(first: int, last: int, step: float) -> list[tuple[float, str]]:
    from datetime import date as day

    years = range(day.fromordinal(first).year, day.fromordinal(last).year + 1)
    places = ((_LEFT + (day(year, 1, 1).toordinal() - first) * step, str(year)) for year in years)
    return [(round(max(place, _LEFT), 1), year) for place, year in places]
