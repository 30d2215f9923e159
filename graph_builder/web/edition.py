"""A folder of published files in, what pages need of them out; a newer build is taken up when its manifest is there."""

from __future__ import annotations

import csv
import threading
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, Final, NamedTuple

from graph_builder import store, trace
from graph_builder.errors import UsageError
from graph_builder.store import Dataset, PublishedText, Rows, View
from graph_builder.store.rows import Gathering
from graph_builder.vocabulary import compact, expand
from graph_builder.web.index import Index, year
from graph_builder.web.labels import Labels

READINGS: Final = {
    "coverage": ("Coverage", store.READINGS["coverage"][0]),
    "unread": ("Not understood", store.READINGS["unread"][0]),
    "contradictions": ("Contradictions", "Where two papers, or one paper and itself, tell different things of the same."),
    "wanted": ("Missing papers", "What the papers speak of and this collection does not have: meetings, minutes, reports, responses."),
}
"""Tables that a build writes and that are no named query."""
_NAMES: Final = ("skos:prefLabel", "skos:altLabel", "foaf:name", "civ:acronym")
_FILES: Final = """# this table was written by the build and is no query; these are the papers that it rests on
PREFIX civ: <https://w3id.org/civic-graph/def/civ#>
SELECT ?file WHERE { ?paper civ:fileName ?file } ORDER BY ?file"""
_QUOTES: Final = """PREFIX civ: <https://w3id.org/civic-graph/def/civ#>
PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
SELECT ?claim ?sentence ?words ?page WHERE {
  ?claim civ:quotedFrom ?sentence .
  ?sentence nif:anchorOf ?words .
  OPTIONAL { ?sentence civ:page ?page }
}"""


class Quote(NamedTuple):
    """Words that prove something: their text, offsets in the text as received, the words as published, and the page where there is one."""

    text: str
    start: int
    end: int
    words: str
    page: str

    @property
    def id(self) -> str:
        """The id of the span."""
        return f"{self.text}#char={self.start},{self.end}"


class Edition:
    """One build as it is served: immutable, so that what was worked out once holds."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.dataset: Dataset = store.open_dataset(folder)
        self.labels = Labels(self.dataset.store)
        self._tables: dict[str, Rows] = {}
        self._lock = threading.RLock()

    @property
    def manifest(self) -> Mapping[str, Any]:
        """What the build says of itself."""
        return self.dataset.manifest

    @property
    def store_folder(self) -> Path:
        """Where the store lies."""
        return self.folder / str(self.manifest["store"])

    @cached_property
    def texts(self) -> dict[str, PublishedText]:
        """The published texts by id."""
        return store.open_texts(self.folder)

    @cached_property
    def corpus(self) -> trace.Corpus:
        """What a thread is followed through."""
        with self._lock:
            return trace.load(self.dataset)

    @cached_property
    def index(self) -> Index:
        """The index of all published words."""
        with self._lock:
            return Index(self.dataset.store, self.labels, map(self._placed, self.texts.values()), self.quotes)

    def _placed(self, text: PublishedText) -> tuple[PublishedText, str, str]:
        """A text with its council and the year of its meeting."""
        councils = map(self.labels.of, self.labels.values(text.document_id, "civ:ofCouncil"))
        return text, next(councils, ""), next(filter(None, map(year, self.meetings_of(text.document_id))), "")

    @cached_property
    def quotes(self) -> dict[str, tuple[Quote, ...]]:
        """By claim, where the words stand that prove it, in the order of each text."""
        found: dict[str, set[Quote]] = {}
        rows = self.dataset.select(_QUOTES)
        for claim, sentence, words, page in rows.rows:
            text, _, place = compact(sentence or "").partition("#char=")
            start, _, end = place.partition(",")
            if end.isdecimal() and start.isdecimal():
                found.setdefault(compact(claim or ""), set()).add(Quote(text, int(start), int(end), words or "", page or ""))
        return {claim: tuple(sorted(quotes)) for claim, quotes in found.items()}

    @cached_property
    def claims(self) -> dict[str, list[str]]:
        """By text and offsets, what rests on these words; the text of a span stands as `id:text/x#char=1,2`."""
        found: dict[str, list[str]] = {}
        for claim, quotes in self.quotes.items():
            for quote in quotes:
                found.setdefault(quote.id, []).append(claim)
        return found

    @cached_property
    def mentions(self) -> dict[str, dict[str, tuple[tuple[int, str], ...]]]:
        """By id and view, the rows in which it stands, each with the column."""
        found: dict[str, dict[str, list[tuple[int, str]]]] = {}
        for view in store.views():
            rows = Rows((), ()) if view.required else self.table(view.name)
            columns = [(at, name) for at, name in enumerate(rows.columns) if name.endswith("_id")]
            for number, row in enumerate(rows.rows):
                for at, name in columns:
                    for id_ in (row[at] or "").split(" | "):
                        found.setdefault(id_, {}).setdefault(view.name, []).append((number, name))
        return {id_: {name: tuple(places) for name, places in views.items()} for id_, views in found.items()}

    @cached_property
    def names(self) -> tuple[tuple[str, str], ...]:
        """Each name of each thing, as id and name."""
        query = f"SELECT ?thing ?name WHERE {{ ?thing {'|'.join(f'<{expand(name)}>' for name in _NAMES)} ?name }}"
        return tuple(sorted((compact(thing or ""), name or "") for thing, name in self.dataset.select(query).rows))

    def forms(self, curie: str) -> list[str]:
        """Every form of a thing's name that papers have, sorted."""
        return sorted({name for predicate in _NAMES for name in self.labels.values(curie, predicate)})

    def document(self, text: str) -> str:
        """The file name of the paper of a text."""
        if text in self.texts:
            return self.texts[text].document
        papers = self.labels.values(text, "prov:wasDerivedFrom")
        return self.labels.of(papers[0]) if papers else text

    def meetings_of(self, paper: str) -> list[str]:
        """The ids of the meetings that a paper is of."""
        rows = self.table("meetings")
        at, meeting = rows.columns.index("document_id"), rows.columns.index("meeting_id")
        return sorted({row[meeting] or "" for row in rows.rows if row[at] == paper})

    def table(self, name: str) -> Rows:
        """The rows of a named view without parameters; raises UsageError where there is none of this name."""
        with self._lock:
            if name not in self._tables:
                self._tables[name] = self._reading(name) if name in READINGS else store.query(self.dataset, name)
            return self._tables[name]

    def _reading(self, name: str) -> Rows:
        """A table that is no named query; without columns where the build has none."""
        path = self.folder / "tables" / f"{name}.csv"
        if not path.is_file():
            return Rows((), ())
        with path.open(encoding="utf-8", newline="") as file:
            columns, *rows = csv.reader(file)
        return Rows(tuple(columns), tuple(tuple(row) for row in rows))

    def views(self) -> list[View]:
        """Every table that there is: the named views, and what a build writes beside them."""
        return [*store.views(), *(self.view(name) for name in READINGS if self.table(name).columns)]

    def warm(self) -> None:
        """Work out what most pages need before anybody asks for it."""
        assert self.index
        assert self.mentions is not None
        assert self.corpus

    def view(self, name: str) -> View:
        """The named view; raises UsageError where there is none of this name."""
        if name in READINGS and (columns := self.table(name).columns):
            return View(name, *READINGS[name], {}, columns, _FILES, Gathering())
        found = next((view for view in store.views() if view.name == name), None)
        if found is None:
            raise UsageError(f"there is no view {name!r}")
        return found
