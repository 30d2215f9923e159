"""All that is published in, an index of its words out: names, what things say, and every passage of the papers, with whether a fact rests on it."""

from __future__ import annotations

import re
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

import pyoxigraph as ox

from graph_builder.store import PublishedText
from graph_builder.vocabulary import compact, expand
from graph_builder.web.labels import KINDS, Labels
from graph_builder.web.marks import END, MARK

PASSAGE: Final = "passage"
_SEARCHED: Final = (
    "skos:prefLabel", "skos:altLabel", "foaf:name", "rdfs:label", "dcterms:title", "dcterms:identifier", "civ:acronym", "civ:text", "civ:fileName",
    "civ:indicator", "civ:valueAsPrinted", "civ:interestMatter", "civ:interestRole", "civ:judgement", "civ:about", "civ:inspectionKind",
)  # fmt: skip
_LEFT_OUT: Final = frozenset(("quote", "claim", "paper's text", "term"))
_NAMED_FIRST: Final = ("person", "committee or body", "public body", "partnership", "organisation", "plan", "inspection")
_LONGEST: Final = 700
_BREAK = re.compile(r"\n\s*\n")
_SCHEMA: Final = """
CREATE TABLE things (number INTEGER PRIMARY KEY, id TEXT, kind TEXT, label TEXT, council TEXT, year TEXT, fact INTEGER, rank INTEGER);
CREATE VIRTUAL TABLE words USING fts5(label, body, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
"""


class Hit(NamedTuple):
    """Something found: its id, kind, label, council and year (empty where unknown), whether a fact rests on it, and a snippet with marks."""

    id: str
    kind: str
    label: str
    council: str
    year: str
    fact: bool
    snippet: str


class Found(NamedTuple):
    """A page of hits, how many there are in all, and how many of each kind, council, year and sort."""

    hits: tuple[Hit, ...]
    total: int
    facets: Mapping[str, tuple[tuple[str, int], ...]]


class Index:
    """An index in memory; asked from any thread. Each text comes with its council and year, empty where they are not known."""

    def __init__(self, store: Any, labels: Labels, texts: Iterable[tuple[PublishedText, str, str]], quotes: Mapping[str, Iterable[Any]]) -> None:
        self._lock = threading.Lock()
        self._base = sqlite3.connect(":memory:", check_same_thread=False)
        self._base.executescript(_SCHEMA)
        self._labels = labels
        spans: dict[str, list[tuple[int, int]]] = {}
        for found in quotes.values():
            for quote in found:
                spans.setdefault(quote.text, []).append((quote.start, quote.end))
        rows = [(*row, self.council(row[0]), year(row[0])) for row in self._things(store)]
        for text, council, when in texts:
            rows += [(*row, council, when) for row in self._passages(text, sorted(spans.get(text.id, [])))]
        for number, (id_, kind, label, words, fact, *place) in enumerate(rows):
            rank = 0 if kind in _NAMED_FIRST else 2 if kind == PASSAGE else 1
            self._base.execute("INSERT INTO things VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (number, id_, kind, label, *place, fact, rank))
            self._base.execute("INSERT INTO words (rowid, label, body) VALUES (?, ?, ?)", (number, label, words))
        self._base.commit()

    def search(self, words: str, filters: Mapping[str, str], *, offset: int = 0, limit: int = 20) -> Found:
        """What holds all the words; `filters` may name a kind, council, year, and fact (`yes` or `no`)."""
        asked = match(words)
        if not asked:
            return Found((), 0, {})
        with self._lock:
            facets = {name: self._facet(name, asked, filters) for name in ("kind", "council", "year", "fact")}
            condition, values = _conditions(filters)
            total = self._base.execute(f"SELECT COUNT(*) {_FROM} {condition}", [asked, *values]).fetchone()[0]
            rows = self._base.execute(
                "SELECT id, kind, things.label, council, year, fact, snippet(words, 1, ?, ?, ' … ', 32) "
                f"{_FROM} {condition} ORDER BY rank_, bm25(words, 4.0, 1.0), id LIMIT ? OFFSET ?".replace("rank_", "things.rank"),
                [MARK, END, asked, *values, limit, offset],
            ).fetchall()
        return Found(tuple(map(_hit, rows)), total, facets)

    def suggest(self, kinds: Iterable[str], name: str, limit: int) -> list[tuple[str, str, str]]:
        """Id, kind and label of things whose names hold the words, best first; for reconciliation."""
        asked, wanted = match(name), list(kinds)
        if not asked:
            return []
        clause = f"AND kind IN ({', '.join('?' * len(wanted))})" if wanted else "AND things.rank < 2"
        with self._lock:
            return self._base.execute(
                f"SELECT id, kind, things.label {_FROM} {clause} ORDER BY things.rank, bm25(words, 4.0, 1.0), id LIMIT ?", [asked, *wanted, limit]
            ).fetchall()

    def counts(self) -> dict[str, tuple[tuple[str, int], ...]]:
        """How many things there are of each kind, council and year."""
        with self._lock:
            found = {name: tuple(self._base.execute(_COUNT.format(name))) for name in ("kind", "council", "year")}
        order = list(dict.fromkeys(KINDS.values()))
        return {**found, "kind": tuple(sorted(found["kind"], key=lambda one: order.index(one[0]) if one[0] in order else len(order)))}

    def of_kind(self, kind: str, filters: Mapping[str, str], *, offset: int = 0, limit: int = 50) -> Found:
        """All things of a kind by name."""
        conditions, values = _conditions({**filters, "kind": kind})
        where = conditions.replace("AND", "WHERE", 1)
        with self._lock:
            total = self._base.execute(f"SELECT COUNT(*) FROM things {where}", values).fetchone()[0]  # noqa: S608
            query = f"SELECT id, kind, label, council, year, fact, '' FROM things {where} ORDER BY label, id LIMIT ? OFFSET ?"  # noqa: S608
            rows = self._base.execute(query, [*values, limit, offset]).fetchall()
        return Found(tuple(map(_hit, rows)), total, {})

    def council(self, curie: str) -> str:
        """The council in whose papers a thing is named, by its id; empty where the id names none."""
        parts = curie.partition(":")[2].split("/")
        council = f"id:council/{parts[1]}" if len(parts) > 1 else ""
        return self._labels.of(council) if council and self._labels.exists(council) else ""

    def _facet(self, name: str, asked: str, filters: Mapping[str, str]) -> tuple[tuple[str, int], ...]:
        condition, values = _conditions({key: value for key, value in filters.items() if key != name})
        query = f"SELECT {name}, COUNT(*) AS n {_FROM} {condition} GROUP BY {name} ORDER BY n DESC, {name}"
        return tuple((str(value), number) for value, number in self._base.execute(query, [asked, *values]) if value != "")

    def _things(self, store: Any) -> Iterator[tuple[str, str, str, str, int]]:
        words: dict[str, set[str]] = {}
        for predicate in _SEARCHED:
            for quad in store.quads_for_pattern(None, ox.NamedNode(expand(predicate)), None):
                if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal):
                    words.setdefault(compact(quad.subject.value), set()).add(quad.object.value)
        for class_ in KINDS:
            for quad in store.quads_for_pattern(None, ox.NamedNode(expand("rdf:type")), ox.NamedNode(expand(class_))):
                words.setdefault(compact(quad.subject.value), set())
        for curie in sorted(words):
            kind = self._labels.kind(curie)
            if kind not in _LEFT_OUT:
                yield curie, kind, self._labels.of(curie), "\n".join(sorted(words[curie])), 1

    def _passages(self, text: PublishedText, spans: list[tuple[int, int]]) -> Iterator[tuple[str, str, str, str, int]]:
        for start, end in _blocks(text.text):
            first, last = text.received(start), text.received(end)
            fact = any(begin < last and finish > first for begin, finish in spans)
            yield f"{text.id}#char={first},{last}", PASSAGE, text.document, text.text[start:end], int(fact)


_FROM: Final = "FROM words JOIN things ON things.number = words.rowid WHERE words MATCH ?"
_COUNT: Final = "SELECT {0}, COUNT(*) AS n FROM things WHERE {0} != '' AND kind != 'passage' GROUP BY {0} ORDER BY n DESC, {0}"


def _hit(row: tuple[Any, ...]) -> Hit:
    id_, kind, label, council, year_, fact, snippet = row
    return Hit(id_, kind, label, council, year_, bool(fact), snippet)


def match(words: str) -> str:
    """What is typed into the search box as a query of the index: every word, the last one also as a beginning; what stands in quotes as it stands."""
    phrases = re.findall(r'"([^"]*)"', words)
    loose = re.findall(r"\w+", re.sub(r'"[^"]*"', " ", words))
    terms = [" ".join(re.findall(r"\w+", phrase)) for phrase in phrases] + loose
    quoted = [f'"{term}"' for term in terms[:20] if term]
    return " ".join(quoted) + ("*" if quoted and loose else "")


def year(curie: str) -> str:
    """The year of the date in an id; empty where it has none."""
    found = re.search(r"/((?:19|20)\d\d)-\d\d", curie)
    return found[1] if found else ""


def _conditions(filters: Mapping[str, str]) -> tuple[str, list[str | int]]:
    parts, values = [], list[str | int]()
    for name in ("kind", "council", "year"):
        if filters.get(name):
            parts.append(f"AND {name} = ?")
            values.append(filters[name])
    if filters.get("fact") in ("yes", "no"):
        parts.append("AND fact = ?")
        values.append(int(filters["fact"] == "yes"))
    return " ".join(parts), values


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs, long ones cut at the end of a line or word."""
    start = 0
    for gap in [*_BREAK.finditer(text), None]:
        end = gap.start() if gap else len(text)
        while start < end:
            gaps = (text.rfind(gap_, start + 1, start + _LONGEST) for gap_ in ("\n", " "))
            cut = end if end - start <= _LONGEST else max(*gaps, start + 1)
            if text[start:cut].strip():
                yield start, cut
            start = cut
        start = gap.end() if gap else end
