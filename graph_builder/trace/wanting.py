"""A corpus in, what its papers speak of and it does not have out: meetings, minutes, reports, and responses to recommendations."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final

from graph_builder.trace.corpus import Corpus, Row, values
from graph_builder.trace.thread import Missing

NO_RESPONSE: Final = "no response found in this corpus"
"""What the view `recommendations` says where no paper tells an answer."""
_MINUTES: Final = re.compile(r"\bminutes\b", re.IGNORECASE)
_HELD: Final = frozenset(("minutes", "decisions"))
_KINDS: Final = {
    "confirms minutes": "minutes",
    "background paper": "report",
    "last report": "report",
    "scheduled item": "report",
    "previous meeting": "meeting",
    "scheduled meeting": "meeting",
}
"""What a reference of each relation points to; of a background paper that is minutes the quote says so."""
_PRECISE: Final = {"minutes": r"\d{4}-\d\d-\d\d", "meeting": r"\d{4}-\d\d(?:-\d\d)?"}
"""How precisely a day must be told; a report has a title, by which it can be looked for."""


def wanted(corpus: Corpus, *, claims: Collection[str] | None = None) -> tuple[Missing, ...]:
    """What is wanted, each once, sorted by kind, council, body and date; where several papers speak of it, the first of them is named.

    With `claims`, only what these claims, or papers of these meetings, speak of.
    """
    found: dict[tuple[str, ...], Missing] = {}
    for missing in sorted((*_referred(corpus), *_unminuted(corpus), *_unanswered(corpus)), key=_order):
        if claims is None or missing.claim in claims:
            found.setdefault(_what(missing), missing)
    return tuple(missing for missing in found.values() if not _covered(missing, found.values()))


def _order(missing: Missing) -> tuple[str, ...]:
    return (missing.kind, missing.council, missing.body, missing.date, missing.title, missing.document, missing.quote, missing.claim)


def _what(missing: Missing) -> tuple[str, ...]:
    """What makes two mentions one want: for a response the recommendation's text, else body, day and title."""
    return (missing.kind, missing.council, missing.body.casefold(), missing.date, missing.title.casefold())


def _covered(missing: Missing, found: Collection[Missing]) -> bool:
    """Whether a meeting is wanted anyway: its minutes are, or one of the same body on a day in the month that is all that is said of this one."""
    own = (missing.council, missing.body.casefold())
    others = (one for one in found if one is not missing and (one.council, one.body.casefold()) == own and one.kind in ("meeting", "minutes"))
    return missing.kind == "meeting" and any(one.date.startswith(missing.date) for one in others)


def _referred(corpus: Corpus) -> Iterator[Missing]:
    """What references lead to, where they lead to nothing that is here."""
    papers = _Papers(corpus)
    for row in corpus.rows("references"):
        kind = _kind(row)
        day = row.get("to_date", "")
        told = row.get("to_title") if kind == "report" else row.get("to_body") and re.fullmatch(_PRECISE[kind], day) if kind else None
        if day and told and not papers.have(row, kind):
            yield _missing(kind, row, body=row.get("to_body", ""), date=day, title=row.get("to_title", ""))


def _kind(row: Row) -> str:
    relation = row.get("relation", "")
    return "minutes" if relation == "background paper" and _MINUTES.search(row.get("quote", "")) else _KINDS.get(relation, "")


def _unminuted(corpus: Corpus) -> Iterator[Missing]:
    """Meetings of which the corpus has an agenda and no minutes."""
    papers = _Papers(corpus)
    for row in corpus.rows("meetings"):
        if row.get("date") and not papers.minuted(row.get("meeting_id", "")):
            yield _missing("minutes", row, body=row.get("body", ""), date=row["date"])


def _unanswered(corpus: Corpus) -> Iterator[Missing]:
    """Recommendations of one body to another to which no paper tells a response, where either is one that the graph knows.

    What a report asks of the very meeting that it was written for is answered by that meeting's minutes, which are wanted themselves.
    """
    for row in corpus.rows("recommendations"):
        asked, maker = row.get("addressed_to", ""), row.get("made_by", "")
        known = row.get("made_by_id") or row.get("addressed_to_id")
        if row.get("status") == NO_RESPONSE and known and maker and asked and asked not in (row.get("body"), maker):
            yield _missing("response", row, body=asked, date=row.get("date", ""), title=row.get("text", ""))


def _missing(kind: str, row: Row, *, body: str, date: str, title: str = "") -> Missing:
    body_id = row.get({"response": "addressed_to_id", "minutes": "body_id"}.get(kind, ""), "") if "to_body_id" not in row else row["to_body_id"]
    proof = {name: row.get(name, "") for name in ("document", "quote", "claim", "basis", "confidence", "page", "url")}
    return Missing(kind, row.get("council", ""), body, date, title, body_id=body_id, **proof)


class _Papers:
    """What papers there are of which meetings: by the meeting's id, and by body or council and day."""

    def __init__(self, corpus: Corpus) -> None:
        self._kinds: dict[str, set[str]] = {}
        self._days: dict[str, set[tuple[str, str]]] = {}
        for row in corpus.rows("meetings"):
            self._kinds.setdefault(row.get("meeting_id", ""), set()).add(row.get("kind", ""))
            for who in (*values(row.get("body_id", "")), row.get("council", "")):
                self._days.setdefault(who, set()).add((row.get("date", ""), row.get("kind", "")))

    def minuted(self, meeting: str) -> bool:
        """Whether there are minutes, or decisions, of a meeting."""
        return bool(self._kinds.get(meeting, set()) & _HELD)

    def have(self, row: Row, kind: str) -> bool:
        """Whether there is a paper of the meeting that a reference names, by its id or by body and day.

        Of what names no body any paper of its council on that day will do: it may be the one.
        """
        who = values(row.get("to_body_id", "")) or (row.get("council", ""),)
        kinds = {paper for one in who for day, paper in self._days.get(one, set()) if day.startswith(row.get("to_date", ""))}
        kinds |= self._kinds.get(row.get("to_meeting_id", "") or "-", set())
        return bool(kinds & _HELD) if kind == "minutes" else bool(kinds)
