"""The page that explains each table: made of what the views, their columns and the lists of concepts say, so that it cannot tell anything else.

`UPDATE=1 pytest tests/test_tables_page.py` writes it anew.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from rdflib import SKOS, Graph, URIRef

from graph_builder import lexicon
from graph_builder.asking import views
from graph_builder.exports.columns import column
from graph_builder.vocabulary import expand

PAGE = lexicon.data_dir().parent / "docs" / "tables.md"
COMMON = 10  # tables that have a column, so that it is explained once
KINDS = {"list": "list", "id": "id", "date": "date", "integer": "whole number", "number": "number", "url": "address", "text": ""}
LISTS = {
    "outcome": ("outcome", "decisions"),
    "basis": ("basis", "all tables"),
    "capacity": ("capacity", "attendance, memberships"),
    "role": ("role", "attendance, memberships, posts"),
    "kind": ("kind", "meetings"),
    "pointkind": ("kind", "points"),
    "advicekind": ("kind", "recommendations"),
    "responsekind": ("status", "recommendations"),
    "relation": ("relation", "references"),
    "vote": ("vote", "votes"),
    "bodykind": ("kind", "bodies"),
}


def written() -> Iterator[str]:
    yield "# What each table and column means"
    yield (
        "The tables of `exports/tables/` are the named views, which `graph-builder query NAME` prints too. A list holds several values joined by ` | `; an id "
        "is the short form of an address in the graph; a date is as precise as the paper (2018-03-05, 2018-03, 2018). An empty cell says that the paper "
        "does not tell, or that it was not understood."
    )
    yield (
        "**Read `confidence` with care.** It is no judgement of the row before you: it is the share of *all* rows by the same rule that were right on the "
        "papers with gold, which the rules were partly mended on. A wrong row of a good rule carries the rule's high figure. The quote is the proof. "
        "In the same way `coverage` counts the blocks of which something was read, and not the facts in them: what a block says beside that can be missing."
    )
    used = Counter(name for view in views() for name in view.columns)
    common = [name for name in used if used[name] >= COMMON]
    yield "## In most tables"
    yield table(common)
    for view in views():
        yield f"## {view.name}"
        yield view.description
        yield table([name for name in view.columns if name not in common])
    graph = Graph()
    for path in sorted((PAGE.parents[1] / "ontology").glob("*.ttl")):
        graph.parse(path)
    yield "# The words that stand in them"
    for scheme, (name, tables) in LISTS.items():
        found = set(graph.subjects(SKOS.inScheme, URIRef(expand(f"{scheme}:")[:-1])))
        assert found, scheme
        words = sorted((str(graph.value(one, SKOS.prefLabel)), str(graph.value(one, SKOS.definition))) for one in found)
        yield f"## `{name}` in {tables}"
        yield "\n".join(["| word | means |", "|---|---|", *(f"| {label} | {means} |" for label, means in words)])


def table(names: Sequence[str]) -> str:
    return "\n".join(["| column | what it is | holds |", "|---|---|---|", *map(row, names)])


def row(name: str) -> str:
    said = column(name)
    return f"| `{name}` | {said.means.replace('|', chr(92) + '|')} | {KINDS[said.kind]} |"


def test_the_page_says_what_the_tables_hold() -> None:
    text = "\n\n".join(written()) + "\n"
    if os.environ.get("UPDATE"):
        PAGE.write_text(text, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == text


def test_every_table_of_a_build_is_on_it(built: Path) -> None:
    page = PAGE.read_text(encoding="utf-8")
    tables = sorted((built / "exports" / "tables").glob("*.csv"))
    assert tables
    assert not [path.stem for path in tables if f"## {path.stem}\n" not in page]
