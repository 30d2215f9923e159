"""A subject and a corpus in, its thread out: the lines that belong to it with the reason of each, sorted in time."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from graph_builder.errors import UsageError
from graph_builder.language import topic_scheme
from graph_builder.trace.candidates import Candidate, candidates
from graph_builder.trace.corpus import Corpus, Row, values
from graph_builder.trace.reasons import Core, Names, Reason, best, describe, named, narrower, phrase, plan_names, reasons, shown
from graph_builder.trace.subjects import fold
from graph_builder.trace.thread import EXPLICIT, TOPIC, Edge, Line, Subject
from graph_builder.trace.times import Days, first_day, months, span

_ORDER: Final = ("inspection", "plan", "meeting item", "decision", "recommendation", "action", "measure", "reference")
_SENTENCE: Final = 6
"""How many words make a quote more than a phrase."""
_ALIKE: Final = 0.7
"""How large a share of the words of the shorter of two texts makes them tell the same."""
_PERSONAL: Final = frozenset(("votes", "interests", "posts", "memberships", "attendance"))
"""Views about people: who was there is no event of an issue, but of a person."""


def lines_and_edges(corpus: Corpus, subject: Subject) -> tuple[tuple[Line, ...], tuple[Edge, ...]]:
    """The lines of a thread in order of time, and the edges between what they tell."""
    names = plan_names(corpus)
    core = _core(corpus, subject, names)
    names = names.only(core.linked.keys() | core.ids)
    tagged = _tagged(corpus, core)
    found: dict[tuple[str, ...], Line] = {}
    edges: set[Edge] = set()
    for candidate in candidates(corpus):
        why = _why(candidate, core, names, tagged)
        reason = best(why)
        if reason is None:
            continue
        line = replace(candidate.line, link=reason.link, strength=reason.strength, quote=_quote(candidate, tagged))
        edges |= {Edge(line.claim, one.target, one.strength, one.link) for one in why if one.target and one.target != line.claim}
        found.setdefault((line.claim, line.date, line.text, line.document), line)
    lines, led = _led_to(corpus, _once(found.values()))
    return tuple(sorted(lines, key=order)), tuple(sorted(edges | led, key=lambda edge: (edge.source, edge.target, edge.strength, edge.link)))


def _once(lines: Collection[Line]) -> list[Line]:
    """The lines without the actions whose sentence is a decision or a recommendation of the thread as well, in the same words."""
    told: dict[tuple[str, str], list[set[str]]] = {}
    for line in lines:
        if line.what in ("decision", "recommendation"):
            told.setdefault((line.document, line.quote), []).append(_words(line.text))
    return [line for line in lines if line.what != "action" or not _is_told(_words(line.text), told.get((line.document, line.quote), []))]


def _is_told(words: set[str], told: list[set[str]]) -> bool:
    return any(len(words & other) >= _ALIKE * min(len(words), len(other)) for other in told)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def _led_to(corpus: Corpus, lines: list[Line]) -> tuple[list[Line], set[Edge]]:
    """The lines, with the items of meetings that the thread's own references lead to bound by these, and the edges from one to the other."""
    meetings = {row["claim"]: row.get("to_meeting_id", "") for row in corpus.rows("references")}
    leading = sorted((line for line in lines if line.what == "reference" and line.strength == EXPLICIT and meetings.get(line.claim)), key=order)
    items: dict[str, list[Line]] = {}
    for line in lines:
        if line.what == "meeting item":
            items.setdefault(line.meeting_id, []).append(line)
    edges: set[Edge] = set()
    bound: dict[str, str] = {}
    for reference in leading:
        for item in items.get(meetings[reference.claim], ()):
            if item.item_id != reference.item_id:
                edges.add(Edge(reference.claim, item.claim, EXPLICIT, reference.link))
                bound.setdefault(item.claim, reference.link)
    return [replace(line, link=bound[line.claim], strength=EXPLICIT) if line.claim in bound else line for line in lines], edges


def order(line: Line) -> tuple[str, ...]:
    """Lines in time by the first day of their dates, undated ones last; on one day what was inspected before what was met upon and decided."""
    rank = _ORDER.index(line.what) if line.what in _ORDER else len(_ORDER)
    return (first_day(line.date), str(rank), line.council, line.body, _natural(line.item), line.text, line.document, line.claim)


def _natural(item: str) -> str:
    return re.sub(r"\d+", lambda number: number[0].zfill(6), item)


def _why(candidate: Candidate, core: Core, names: Names, tagged: Mapping[str, Row]) -> list[Reason]:
    if candidate.view in _PERSONAL and core.subject.kind != "person":
        return []
    why = reasons(candidate, core, names)
    if candidate.line.claim in tagged and candidate.line.claim not in core.ids:
        row = tagged[candidate.line.claim]
        why.append(Reason(f"topic {core.subject.label}: “{_short(row['quote'])}”", TOPIC, row["topic_id"]))
    return why


def _short(quote: str, most: int = 60) -> str:
    words = " ".join(re.split(r" \| | … ", quote)[0].split())
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + "…"


def _quote(candidate: Candidate, tagged: Mapping[str, Row]) -> str:
    """For an item the sentences that show its topic, where the graph has some; for all else the quote of its view."""
    row = tagged.get(candidate.line.claim) if candidate.view == "agenda" else None
    shows = any(len(one.split()) >= _SENTENCE for one in row["quote"].split(" … ")) if row is not None else False
    return row["quote"] if row is not None and shows else candidate.line.quote


def _tagged(corpus: Corpus, core: Core) -> dict[str, Row]:
    """Items, decisions, plans and inspections that the graph says to be about the thread's topic, each with the row that says so."""
    found: dict[str, Row] = {}
    for view, key in (("topics", "item_id"), ("subjects", "thing_id")):
        for row in corpus.rows(view):
            if row["topic_id"] in core.topics:
                found.setdefault(row[key], row)
                if row["topic_id"] == core.subject.id:
                    found[row[key]] = row
    return found


def _core(corpus: Corpus, subject: Subject, names: Names) -> Core:
    """What the thread is about, and what hangs on it: inspections and plans, and the items whose titles say so."""
    core = Core(subject)
    if subject.kind == "topic":
        core = replace(core, topics=narrower(subject.id))
    elif subject.kind == "phrase":
        core = replace(core, phrase=phrase(subject.label))
    else:
        alone = subject.kind == "body" and not _others(corpus, subject)
        core = replace(core, ids=frozenset({subject.id}), named=named(subject.names) if alone else None)
    core = replace(core, linked=_linked(corpus, core, names))
    core = replace(core, items=dict(_items(corpus, core, names)))
    return replace(core, spoken=_spoken(corpus, core))


def _others(corpus: Corpus, subject: Subject) -> bool:
    """Whether another body has one of the names of this one, so that only ids tell them apart."""
    own = {fold(name) for name in subject.names}
    others = ((row["body_id"], name) for row in corpus.rows("bodies") for name in (row["body"], *values(row["names"]), *values(row["acronyms"])))
    return any(body != subject.id and fold(name) in own for body, name in others)


def _linked(corpus: Corpus, core: Core, names: Names) -> dict[str, str]:
    """The inspections and plans that the thread is about, and those that hang on them, each with the words of a link.

    A plan hangs on the inspection that it answers, and a visit on the plan that it looks into.
    """
    if core.subject.kind in ("person", "body"):
        return {}
    rows = {row["claim"]: row for view in ("inspections", "plans") for row in corpus.rows(view)}
    tagged = _tagged(corpus, core)
    found = {claim for claim, row in rows.items() if claim in tagged or shown(_name(row), core, title=True)}
    for claim in core.ids & rows.keys():
        found |= _answers(rows[claim]) & rows.keys()
    for row in corpus.rows("decisions") if core.subject.kind == "decision" else ():
        found |= names.named(row.get("text", ""), row.get("council", "")) if row["claim"] in core.ids else set()
    while more := {claim for claim, row in rows.items() if _hangs_on(row, names) & (found | core.ids)} - found - core.ids:
        found |= more
    return {claim: f"{'plan' if 'plan' in rows[claim] else 'inspection'} {describe(rows[claim])}" for claim in sorted(found)}


def _name(row: Row) -> str:
    return "\n".join(filter(None, (row.get("plan", ""), row.get("names", ""), row.get("about", ""), row.get("kind", ""))))


def _hangs_on(row: Row, names: Names) -> set[str]:
    return _answers(row) | names.named(row.get("about", ""), row.get("council", ""))


def _answers(row: Row) -> set[str]:
    """The inspections that a plan responds to."""
    return set(values(row.get("responds_to_id", "")))


def _items(corpus: Corpus, core: Core, names: Names) -> Iterator[tuple[str, str]]:
    """The items whose titles say that they are about the thread, each as a link calls it."""
    spoken = {item for items in speaking(corpus, core.ids | core.linked.keys()).values() for item in items}
    decided = {row["item_id"] for row in corpus.rows("decisions") if row["claim"] in core.ids}
    for row in corpus.rows("agenda"):
        title = row.get("title", "")
        plans = names.named(title, row.get("council", "")) & (core.linked.keys() | core.ids)
        if shown(title, core, title=True) or plans or row["claim"] in core.ids | decided | spoken:
            yield row["claim"], f"item {row['number'] or title} of {months(row.get('date', ''))}"


def speaking(corpus: Corpus, inspections: Collection[str]) -> dict[str, frozenset[str]]:
    """For each inspection the items that speak of it, as far as titles tell: of a paper that tells of it, with one of its topics in the title."""
    fields = {topic.id for topic in topic_scheme.topics() if not topic.broader}
    about: dict[str, set[str]] = {}
    for row in corpus.rows("subjects"):
        if row["thing_id"] in inspections and row["topic_id"] not in fields:
            about.setdefault(row["thing_id"], set()).add(row["topic_id"])
    told = {row["claim"]: values(row["documents"]) for row in corpus.rows("inspections") if row["claim"] in about}
    papers = {paper for documents in told.values() for paper in documents}
    titled: dict[str, list[tuple[str, set[str]]]] = {}
    for row in corpus.rows("agenda"):
        if row["document"] in papers:
            titled.setdefault(row["document"], []).append((row["claim"], {one.topic for one in topic_scheme.find(row.get("title", ""))}))
    return {
        inspection: frozenset(item for paper in documents for item, topics in titled.get(paper, ()) if topics & about[inspection])
        for inspection, documents in told.items()
    }


def _spoken(corpus: Corpus, core: Core) -> dict[str, tuple[str, ...]]:
    """For each item about the thread the inspections that it speaks of."""
    found: dict[str, list[str]] = {}
    for inspection, items in sorted(speaking(corpus, core.linked.keys()).items()):
        for item in items & core.items.keys():
            found.setdefault(item, []).append(inspection)
    return {item: tuple(inspections) for item, inspections in found.items()}


def within(lines: Iterable[Line], *, since: str = "", until: str = "", council: str = "", body: str = "") -> tuple[Line, ...]:
    """The lines that lie within dates (undated ones do not), of a council and a body by parts of their names.

    Raises UsageError where a date is none, and where the last one is before the first.
    """
    first, last = _bound(since), _bound(until)
    if first and last and last.last < first.first:
        raise UsageError(f"nothing lies between {since} and {until}: the first date is the later one; change them round")
    kept = []
    for line in lines:
        days = span(line.date)
        late = first is None or (days is not None and days.last >= first.first)
        early = last is None or (days is not None and days.first <= last.last)
        if late and early and council.casefold() in line.council.casefold() and body.casefold() in line.body.casefold():
            kept.append(line)
    return tuple(kept)


def _bound(date: str) -> Days | None:
    days = span(date) if date else None
    if date and days is None:
        raise UsageError(f"{date!r} is no date; write 2018, 2018-03 or 2018-03-05")
    return days
