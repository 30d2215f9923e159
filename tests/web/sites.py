"""A graph published as a build publishes it, small enough to know by heart, and one whose every word is hostile."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

from graph_builder import graph, maps, store
from graph_builder.model import Coverage, Graph, Literal, Reading, Statement
from tests import corpus

SMITH = "/doc/person/ashford/smith-j"
TEXT = f"/doc/{corpus.minutes.id.removeprefix('id:')}"
PAGES = (
    "/", "/search?q=panel", "/search?kind=person", "/tables", "/tables/decisions", "/tables/attendance?page=1&status=present", SMITH, TEXT, f"{TEXT}?at=0,300",
    "/doc/body/ashford/scrutiny-panel", "/doc/meeting/ashford/scrutiny-panel/2018-03-05", "/def/civ/Meeting", "/def/outcome/resolved", "/trace", "/trace?name=SEND+Inspection",
    "/trace?topic=nothing+here", "/downloads", "/about", "/accessibility", "/def", "/sparql", "/sparql?query=SELECT+*+%7B%3Fs+foaf%3Aname+%3Fo%7D", "/sparql?query=SELEC", "/nothing/here",
)  # fmt: skip
"""An address for each kind of page."""
PAYLOADS = (
    "</script><script>window.hit=1</script>", '"><img src=x onerror="window.hit=1">', "javascript:window.hit=1", "{{ 7 * 7 }}", "<!--", "\u202eevil",
    "' onmouseover='window.hit=1", "&lt;b&gt;", "\u2028x", "=HYPERLINK(1)",
)  # fmt: skip


def publish(folder: Path, content: Graph | None = None, *, build: str = "1" * 16) -> Path:
    """A folder as a build leaves it: store, files, texts, map and manifest."""
    folder.mkdir(parents=True, exist_ok=True)
    built = content or corpus.built()
    triples = store.write(built, folder / "store" / build)
    (folder / "texts").mkdir(exist_ok=True)
    masks = graph.withhold(corpus.statements(), corpus.DOCUMENTS).masks
    store.texts([Reading(paper, (), Coverage(paper.id, 0, 0, 0)) for paper in corpus.DOCUMENTS], folder / "texts", masks=masks)
    manifest = {"form": store.disk.FORM, "program": "tests", "build": build, "store": f"store/{build}", "triples": triples}
    (folder / "manifest.json").write_text(json.dumps(manifest))
    maps.draw(maps.network(store.open_dataset(folder)), folder / "map.html", title="Who was where")
    files = {name.relative_to(folder).as_posix(): name.read_bytes() for name in [folder / "map.html", *sorted((folder / "texts").iterdir())]}
    listed = {name: {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)} for name, data in files.items()}
    papers = [{"file": paper.name, "sha256": paper.file_hash, "text": paper.text_hash, "statements": 1} for paper in corpus.DOCUMENTS]
    (folder / "manifest.json").write_text(json.dumps({**manifest, "files": listed, "papers": papers}))
    return folder


def hostile() -> Graph:
    """The graph with a payload in every text."""
    said = [_poisoned(number, statement) for number, statement in enumerate(corpus.statements())]
    withheld = graph.withhold(said, corpus.DOCUMENTS)
    return graph.build(withheld.statements, corpus.DOCUMENTS, masks=withheld.masks)


def _poisoned(number: int, statement: Statement) -> Statement:
    value = statement.object
    if not isinstance(value, Literal) or value.datatype not in ("xsd:string", "xsd:anyURI"):
        return statement
    payload = PAYLOADS[number % len(PAYLOADS)]
    return replace(statement, object=value._replace(value=payload if value.datatype == "xsd:anyURI" else f"{value.value} {payload}"))
