"""Rows of views in, candidates for a thread out: each with its line, the words by which it can be known, and the ids that it names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from graph_builder.language.partial_dates import find_partial
from graph_builder.store.rows import partial_date
from graph_builder.trace.corpus import Corpus, Row, by_paper, values
from graph_builder.trace.thread import Line
from graph_builder.trace.times import months


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line without its reason; `name` is what the thing is called, `words` all that its paper says of it."""

    line: Line
    view: str
    name: str
    words: str
    ids: frozenset[str]


def candidates(corpus: Corpus) -> Iterator[Candidate]:
    """Every event that the views tell."""
    for view, telling in _TELLINGS.items():
        for row in corpus.rows(view):
            yield from (_candidate(corpus, view, row, event) for event in telling(row))


_PUBLISHED: Final = re.compile(r"\b(?:publish\w*|made public|released|publication)\b", re.IGNORECASE)


_APPROVED: Final = re.compile(r"\b(?:approv\w*|agreed|adopt\w*|endors\w*|sign(?:ed)?[- ]off)\b", re.IGNORECASE)


class _Event(NamedTuple):
    """What a row tells: its kind, its own date, a sentence, the name of the thing, and papers and quotes where not all of the row's are meant."""

    what: str
    date: str
    text: str
    name: str
    documents: str = ""
    quote: str = ""


def _candidate(corpus: Corpus, view: str, row: Row, event: _Event) -> Candidate:
    document = event.documents or row.get("document") or row.get("documents", "")
    papers = [corpus.papers[name] for name in values(document) if name in corpus.papers]
    told = row.get("date", "") if view != "posts" else ""
    told = told or min((paper.get("date", "") for paper in papers), default="")
    held = papers[0] if papers else {}
    line = Line(
        date=event.date or told,
        council=row.get("council") or row.get("councils", ""),
        body=_body(view, row) or held.get("body", ""),
        item=row.get("number" if view == "agenda" else "item", ""),
        what=event.what,
        text=event.text + (f" (corrected: {row['correction']})" if row.get("correction") else ""),
        link="",
        strength="",
        quote=event.quote or row.get("quote", ""),
        document=document,
        told=told,
        own_date=bool(event.date),
        claim=row.get("claim", ""),
        item_id=row.get("claim" if view == "agenda" else "item_id", ""),
        body_id=row.get("body_id", ""),
        meeting_id=row.get("meeting_id") or held.get("meeting_id", ""),
        basis=row.get("basis", ""),
        confidence=row.get("confidence", ""),
        page=row.get("page", ""),
        url=row.get("url", ""),
    )
    named = {value for column, cell in row.items() if column == "claim" or column.endswith("_id") for value in values(cell)}
    words = "\n".join(filter(None, (event.name, event.text, row.get("about", ""), row.get("title", ""), row.get("response", ""), line.quote)))
    return Candidate(line, view, event.name, words, frozenset(named))


def _body(view: str, row: Row) -> str:
    """Who acted: for a decision the body that decided, for a reference the body that met, else the body that the paper is of."""
    acted = {"decisions": "decided_by", "references": "to_body", "inspections": "inspectors"}.get(view, "")
    return row.get(acted, "") or row.get("body", "")


_Telling = Callable[[Row], Iterator[_Event]]


def _item(row: Row) -> Iterator[_Event]:
    yield _Event("meeting item", row.get("date", ""), row.get("title", "") or row.get("number", ""), row.get("title", ""))


def _decision(row: Row) -> Iterator[_Event]:
    text = row.get("text", "")
    own = row.get("date", "") if row.get("decided_by", "") in ("", row.get("body", "")) else ""
    votes = ", ".join(f"{row[f'votes_{how}']} {how}" for how in ("for", "against", "abstained") if row.get(f"votes_{how}"))
    yield _Event("decision", own, _joined((row.get("outcome", ""), text), votes), text)


def _recommendation(row: Row) -> Iterator[_Event]:
    text = row.get("text", "")
    who = " to ".join(filter(None, (row.get("made_by", ""), row.get("addressed_to", ""))))
    status = "; ".join(filter(None, (row.get("status", ""), row.get("response", ""))))
    yield _Event("recommendation", row.get("date", ""), _joined((who, text), status), text)


def _action(row: Row) -> Iterator[_Event]:
    text = row.get("text", "")
    yield _Event("action", row.get("date", ""), _joined((row.get("who", ""), text), row.get("due", "")), text)


def _inspection(row: Row) -> Iterator[_Event]:
    """The inspection itself, and the day on which its findings were published, with the words that say so."""
    about = min(values(row.get("about", "")), key=lambda one: (len(one), one), default="")
    start, end = row.get("start", ""), row.get("end", "")
    kind = row.get("kind", "") or "inspection"
    whom = " of ".join(filter(None, (kind, row.get("inspected", ""))))
    date = f"{start}/{end}" if end and end != start else start
    who = " and ".join(values(row.get("inspectors", "")))
    name = "\n".join(filter(None, (row.get("about", ""), kind)))
    yield _Event("inspection", date, _joined((who, whom), row.get("judgement", ""), about), name)
    if row.get("published"):
        when = f" of {months(date)}" if date else ""
        text = _joined((who, f"findings of the {whom}{when} published"))
        yield _Event("inspection", row["published"], text, name, *_saying(row, _PUBLISHED))


def _saying(row: Row, pattern: re.Pattern[str]) -> tuple[str, str]:
    """Of the quotes of each paper those that match, and the papers that have some; all of both where none has."""
    papers = by_paper(row.get("documents", ""), row.get("quote", ""))
    found = [(paper, [one for one in quote.split(" … ") if pattern.search(one)]) for paper, quote in papers]
    kept = [(paper, " … ".join(quotes)) for paper, quotes in found if quotes] or papers
    return " | ".join(paper for paper, _ in kept), " | ".join(quote for _, quote in kept)


def _plan(row: Row) -> Iterator[_Event]:
    """The plan itself, and each approval of it, with the words that say who approved."""
    name = row.get("plan", "")
    called = f"{name} ({', '.join(values(row['acronyms']))})" if row.get("acronyms") else name
    owner = f"of {row['owner']}" if row.get("owner") else ""
    streams = f"workstreams: {', '.join(values(row['workstreams']))}" if row.get("workstreams") else ""
    answers = f"responds to {' and '.join(values(row['responds_to']))}" if row.get("responds_to") else ""
    yield _Event("plan", "", _joined((called,), owner, row.get("period", ""), answers, streams), name)
    for approval in values(row.get("approved", "")):
        who, date = _dated(approval)
        naming = re.compile(rf"(?=.*{re.escape(who)}).*{_APPROVED.pattern}", re.IGNORECASE | re.DOTALL)
        documents, quote = _saying(row, naming)
        if who and naming.search(quote):
            yield _Event("plan", date, f"{called}: approved by {who}", name, documents, quote)


def _dated(text: str) -> tuple[str, str]:
    """What stands before a date at the end of a text, and the date as ISO; `CMR, August 2018` is `CMR` and `2018-08`."""
    before, _, last = text.rpartition(", ")
    found = find_partial(last)
    if len(found) == 1 and found[0].end - found[0].start == len(last):
        return before, partial_date(found[0].earliest.isoformat(), found[0].latest.isoformat())
    return text, ""


def _measure(row: Row) -> Iterator[_Event]:
    name = row.get("indicator", "")
    of = f"{row['numerator']} of {row['denominator']}" if row.get("numerator") and row.get("denominator") else ""
    value = " ".join(filter(None, (row.get("value", ""), row.get("unit", "") if row.get("unit", "") not in row.get("value", "") else "")))
    yield _Event("measure", row.get("period", ""), _joined((name, value), of, "" if row.get("kind") == "actual" else row.get("kind", "")), name)


def _reference(row: Row) -> Iterator[_Event]:
    title = row.get("to_title", "")
    whom = row.get("to_body", "")
    yield _Event("reference", row.get("to_date", ""), _joined((row.get("relation", ""), title or whom), whom if title else ""), title)


def _vote(row: Row) -> Iterator[_Event]:
    yield _Event("vote", row.get("date", ""), _joined((row.get("person", ""), row.get("vote", ""))), "")


def _interest(row: Row) -> Iterator[_Event]:
    yield _Event("interest", row.get("date", ""), _joined((row.get("person", ""), row.get("organisation", "")), row.get("role", ""), row.get("kind", "")), "")


def _attendance(row: Row) -> Iterator[_Event]:
    how = [row.get(column, "") for column in ("role", "capacity", "post")]
    yield _Event("attendance", row.get("date", ""), _joined((row.get("person", ""), row.get("status", "")), *how), "")


def _post(row: Row) -> Iterator[_Event]:
    yield _Event("post", row.get("date", ""), _joined((row.get("person", ""), row.get("post", "")), row.get("organisation", "")), "")


def _membership(row: Row) -> Iterator[_Event]:
    yield _Event("membership", row.get("date", ""), _joined((row.get("person", ""), row.get("body", "")), row.get("role", ""), row.get("capacity", "")), "")


def _joined(head: tuple[str, ...], *details: str) -> str:
    """`who: what; detail; detail`, without what is empty."""
    return "; ".join(filter(None, (": ".join(filter(None, head)), *details)))


_TELLINGS: Final[Mapping[str, _Telling]] = {
    "inspections": _inspection,
    "plans": _plan,
    "agenda": _item,
    "decisions": _decision,
    "recommendations": _recommendation,
    "actions": _action,
    "measures": _measure,
    "references": _reference,
    "votes": _vote,
    "interests": _interest,
    "posts": _post,
    "memberships": _membership,
    "attendance": _attendance,
}
