"""The page on which people ask the graph in SPARQL: examples, the vocabulary, results with labels, and mistakes with their place."""

from __future__ import annotations

import difflib
import json
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from graph_builder import store
from graph_builder.lexicon import ontology_dir
from graph_builder.vocabulary import PREFIXES, compact
from graph_builder.web import endpoint, labels, protocol, rendering
from graph_builder.web.edition import Edition
from graph_builder.web.endpoint import Ask, Problem
from graph_builder.web.pool import Answer
from graph_builder.web.rendering import Page
from graph_builder.web.suppression import CLOSED

ASSETS: Final = Path(__file__).parent / "assets/static"
LIBRARY: Final = "yasgui/yasgui.min.js"
SHOWN: Final = 500
"""How many rows of an answer the page shows; the whole is there as a file."""
FIRST: Final = """SELECT ?date ?chair ?body WHERE {
  ?attendance prov:hadRole role:chair ;
    civ:attendee/foaf:name ?chair ;
    civ:atMeeting ?meeting .
  ?meeting civ:earliest ?date ; civ:heldBy/skos:prefLabel ?body .
} ORDER BY ?date
"""
_HEAD = re.compile(r"^# (title|description): (.+)$", re.MULTILINE)
_ABOUT: Final = (
    ("civ:rule|civ:basis|civ:confidence|civ:asPrinted|nif:beginIndex", "How it is known"),
    ("civ:Inspection|civ:inspected|civ:inspector|civ:Plan|sosa:Observation|dcterms:subject", "Inspections, plans, measures, topics"),
    ("civ:InterestDeclaration|civ:declarant", "Interests"),
    ("civ:Decision|civ:Vote|civ:Recommendation|civ:Action|civ:outcome|civ:onDecision", "Decisions, votes, actions"),
    ("civ:attendee|civ:excused|org:Membership|civ:PostHolding|foaf:Person|civ:ofPost", "People, posts, attendance"),
)
_GROUPS: Final = ("Meetings and papers", *(group for _, group in reversed(_ABOUT)), "Named views")
_WORDS: Final = (
    "SELECT CONSTRUCT DESCRIBE ASK WHERE FILTER OPTIONAL UNION MINUS GRAPH BIND VALUES PREFIX BASE FROM NAMED DISTINCT REDUCED ORDER BY GROUP HAVING LIMIT "
    "OFFSET ASC DESC EXISTS NOT IN AS COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT REGEX CONTAINS STRSTARTS STRENDS LCASE UCASE STR LANG DATATYPE BOUND "
    "COALESCE IF YEAR MONTH DAY SUBSTR STRLEN REPLACE CONCAT ISIRI ISLITERAL"
).split()


@dataclass(frozen=True, slots=True)
class Example:
    """A query to begin with: the group of what it answers, its title, what it tells, and its text."""

    group: str
    title: str
    tells: str
    query: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A value in a table of results: what is shown, the id where it is one, and the whole value."""

    text: str
    id: str = ""
    whole: str = ""


@lru_cache(maxsize=1)
def examples() -> tuple[Example, ...]:
    """Queries by what they answer: the competency questions where the ontology has them, then the named views."""
    found = [Example(_GROUPS[0], "Who chaired which meeting", "One row for each meeting with a chair.", FIRST)]
    for path in sorted((ontology_dir() / "competency").glob("*.rq")):
        text = path.read_text(encoding="utf-8")
        head = dict(_HEAD.findall(text))
        found.append(Example(_group(text), head.get("title", labels.plain(path.stem)), head.get("description", ""), text))
    found += [Example(_GROUPS[-1], view.title, view.description, view.sparql) for view in store.views() if not view.required]
    return tuple(sorted(found, key=lambda one: (_GROUPS.index(one.group), one.title)))


def _group(query: str) -> str:
    """What a question is about, by the first terms of the vocabulary that tell."""
    return next((group for terms, group in _ABOUT if re.search(rf"\b(?:{terms})\b", query)), _GROUPS[0])


async def page(request: Request, ask: Ask) -> Response:
    """The editor; with a query, its answer below."""
    edition: Edition = request.state.edition
    try:
        wanted = protocol.parse(request.method, request.url.query, request.headers.get("content-type"), await request.body())
    except protocol.ProtocolError as error:
        return _respond(request, edition, "", Problem(error.status, "not a query", error.reason))
    if wanted is None:
        number = request.query_params.get("example", "")
        chosen = examples()[int(number) % len(examples())].query if number.isdecimal() and len(number) < 5 else FIRST
        return _respond(request, edition, chosen, None)
    if request.state.suppression.withdrawn(edition):
        return _respond(request, edition, wanted.text, Problem(503, "closed for a while", CLOSED))
    found = await endpoint.answer(request, wanted, ask, base=str(request.url.replace(query="", fragment="")), form="json")
    if isinstance(found, Answer) and found.kind == "triples":
        found = await endpoint.answer(request, wanted, ask, form="nt")
    return _respond(request, edition, wanted.text, found)


def _respond(request: Request, edition: Edition, query: str, found: Answer | Problem | None) -> Response:
    grouped: dict[str, list[tuple[int, Example]]] = {}
    for number, example in enumerate(examples()):
        grouped.setdefault(example.group, []).append((number, example))
    values: dict[str, Any] = {"query": query, "groups": grouped, "schema": schema(), "prefixes": PREFIXES, "shown": SHOWN, "scripts": scripts()}
    values |= {"problem": None, "answer": None, "caret": (), "hints": ()}
    if isinstance(found, Problem):
        values |= {"problem": found, "caret": _caret(query, found), "hints": hints(query, found)}
    elif found is not None:
        values |= {"answer": found, "table": _table(edition, found), "hints": () if found.count else hints(query, None)}
    status = found.status if isinstance(found, Problem) else 200
    content = rendering.html(request, Page("sparql.html", "Ask in SPARQL", values, query, status=status))
    headers = {"Vary": "Accept"} | ({"Retry-After": str(found.retry)} if isinstance(found, Problem) and found.retry else {})
    return HTMLResponse(request.state.suppression.masked(edition, content), status, headers)


def _table(edition: Edition, found: Answer) -> tuple[list[str], list[list[Cell]]]:
    """The first rows of an answer, ids with their labels."""
    if found.kind == "triples":
        import pyoxigraph as ox

        triples = list(ox.parse(found.body, format=ox.RdfFormat.N_TRIPLES))[:SHOWN]
        rows = [[_cell(edition, _term(part)) for part in (triple.subject, triple.predicate, triple.object)] for triple in triples]
        return ["subject", "predicate", "object"], rows
    content = json.loads(found.body)
    if "boolean" in content:
        return ["answer"], [[Cell("yes" if content["boolean"] else "no")]]
    columns = content["head"]["vars"]
    return columns, [[_cell(edition, row.get(column)) for column in columns] for row in content["results"]["bindings"][:SHOWN]]


def _term(term: Any) -> dict[str, str]:
    return {"type": "uri" if type(term).__name__ == "NamedNode" else "literal", "value": getattr(term, "value", str(term))}


def _cell(edition: Edition, term: dict[str, Any] | None) -> Cell:
    if term is None:
        return Cell("")
    value = term["value"] if isinstance(term["value"], str) else json.dumps(term["value"], ensure_ascii=False)
    if term["type"] != "uri":
        return Cell(value)
    curie = compact(value)
    label = labels.term(curie) if curie in labels.terms() else edition.labels.of(curie) if edition.labels.exists(curie) else curie
    return Cell(label, curie, value)


def scripts() -> tuple[str, ...]:
    """The scripts of the form; the richer editor's too, where `make` put it beside the pages."""
    return (*((LIBRARY,) if (ASSETS / LIBRARY).is_file() else ()), "editor.js")


def schema() -> list[tuple[str, str, str, str]]:
    """The terms of our own vocabulary: CURIE, kind, label, definition."""
    return [(name, about.get("kind", ""), about.get("label", ""), about.get("definition", "")) for name, about in labels.terms().items()]


def _caret(query: str, problem: Problem) -> tuple[str, str]:
    """The line of a mistake, and a line with a mark below its place."""
    lines = query.splitlines()
    if not 0 < problem.line <= len(lines):
        return ()  # type: ignore[return-value]
    line = lines[problem.line - 1]
    start = max(0, problem.column - 80)
    return line[start : start + 160], " " * (problem.column - 1 - start) + "▲"


def hints(query: str, problem: Problem | None) -> list[str]:
    """What was perhaps meant: for prefixes and terms that are not known, and, where a query cannot be read, for its words."""
    code = re.sub(r'"[^"]*"|\'[^\']*\'|<[^>]*>|#[^\n]*', " ", query)
    declared = set(re.findall(r"PREFIX\s+([\w-]*):", code, re.IGNORECASE))
    found = []
    known = known_terms()
    for name in dict.fromkeys(re.findall(r"(?<![\w?$:-])([a-zA-Z][\w-]*:[A-Za-z_][\w/-]*)", code)):
        prefix = name.partition(":")[0]
        if prefix not in PREFIXES and prefix not in declared:
            found += _meant(f"{prefix}:", [f"{one}:" for one in PREFIXES])
        elif prefix == "civ" and name not in known:
            found += _meant(name, known)
    if problem is not None and problem.status == 400:
        words = dict.fromkeys(re.findall(r"(?<![?$:\w])[A-Za-z_]{3,}(?![\w:])", code))
        found += [hint for word in words if word.upper() not in _WORDS for hint in _meant(word.upper(), _WORDS)]
    return found[:5]


@lru_cache(maxsize=1)
def known_terms() -> tuple[str, ...]:
    """The terms of the vocabulary, and those of other vocabularies that the named views use."""
    used = {name for view in store.views() for name in re.findall(r"\b[a-z0-9]+:[A-Za-z]\w*", view.sparql)}
    return tuple(sorted({*labels.terms(), *(name for name in used if name.partition(":")[0] in PREFIXES)}))


def _meant(word: str, known: Any) -> list[str]:
    near = difflib.get_close_matches(word, known, n=2, cutoff=0.7)
    return [f"“{word}” is not known here; did you mean {' or '.join(near)}?"] if near and word not in near else []
