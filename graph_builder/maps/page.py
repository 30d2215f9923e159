"""The page of a map: a network goes in, one HTML file comes out that holds all it needs and asks no other host for anything."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import tempfile
from collections import Counter
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any, Final

import networkx
from markupsafe import Markup

from graph_builder.errors import CannotCreate, DiskFault
from graph_builder.maps import text
from graph_builder.maps.extent import sentences
from graph_builder.maps.gather import gather
from graph_builder.maps.layout import Placed, place, size
from graph_builder.maps.scene import KINDS, Scene, compose
from graph_builder.maps.shelves import TALL, WIDE
from graph_builder.maps.still import still

LIBRARY: Final = ("templates", "lib", "vis-9.1.2", "vis-network.min.js")  # as pyvis 0.3.2 ships it, with its licence note at the top
SHAPES: Final = {
    "council": "hexagon",
    "body": "square",
    "organisation": "triangle",
    "meeting": "diamond",
    "person": "dot",
    "post": "triangleDown",
    "topic": "star",
    "item": "square",
    "decision": "hexagon",
    "recommendation": "triangle",
    "action": "triangleDown",
    "inspection": "star",
    "plan": "diamond",
    "measure": "dot",
    "document": "square",
}
OPTIONS: Final[dict[str, Any]] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "hoverConnectedEdges": False, "selectConnectedEdges": False, "keyboard": False, "multiselect": False},
    "nodes": {"shape": "dot", "borderWidth": 1.5},
    "edges": {"smooth": False, "width": 1, "selectionWidth": 2, "arrows": {"to": {"enabled": False}}},
}
BEND: Final = 0.12  # how far the second of two parallel lines swings out, as a share of its length
PLURALS: Final = {"body": "bodies", "organisation": "other organisations", "person": "people"}


def draw(network: networkx.MultiDiGraph[str], path: Path, *, title: str) -> None:
    """Writes the map of a network to `path`, which is replaced only when the whole page is there.

    Raises CannotCreate where the folder cannot be written to, and DiskFault where writing fails.
    """
    page = render(network, title=title).encode("utf-8")
    try:
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise CannotCreate(f"cannot write here: {error.strerror}", file=path) from error
    try:
        with os.fdopen(descriptor, "wb") as handle:
            handle.write(page)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise DiskFault(f"could not be written: {error.strerror}", file=path) from error


def render(network: networkx.MultiDiGraph[str], *, title: str) -> str:
    """The HTML of the map of a network; the same network gives the same text."""
    smaller, notes = gather(network)
    scene = compose(smaller, notes)
    placed = (place(scene, shape=WIDE), place(scene, shape=TALL))
    return _page(scene, placed, title=text.visible(title), extent=sentences(network))


def _page(scene: Scene, placed: tuple[Placed, Placed], *, title: str, extent: tuple[str, ...]) -> str:
    """The template filled in by pyvis, whose network holds the dots and lines."""
    from pyvis.network import Network  # imports IPython: half a second that only a map needs

    picture = Network(directed=True, cdn_resources="in_line")
    picture.nodes = list(_nodes(scene, placed))  # its own add_node and add_edge take quadratic time
    picture.edges = list(_edges(scene))
    picture.set_options(json.dumps(OPTIONS))
    picture.templateEnv, picture.path = _environment(scene, placed, title=title, extent=extent), "map.html"
    return str(picture.generate_html("map.html"))


def _environment(scene: Scene, placed: tuple[Placed, Placed], **more: Any) -> Any:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    style, early, library, script = _asset("map.css"), _asset("early.js"), _library(), _script()
    environment = Environment(
        loader=PackageLoader("graph_builder.maps", "assets"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        scene=scene,
        shapes=SHAPES,
        regions=list(zip(*(one.regions for one in placed), strict=True)),
        still=still(scene, placed[0]),
        kinds=list(_legend(scene)),
        relations=sorted(Counter(fact.relation for fact in scene.facts).items()),
        choices=_choices(scene),
        policy=_policy(style, (early, library, script)),
        style=style,
        early=early,
        script=script,
        library=library,
        **more,
    )
    return environment


def _nodes(scene: Scene, placed: tuple[Placed, Placed]) -> Iterator[dict[str, Any]]:
    for index, (dot, wide, tall) in enumerate(zip(scene.dots, *(one.positions for one in placed), strict=True)):
        shape = {"shape": SHAPES.get(dot.kind, "dot"), "size": size(dot.kind), "label": text.label(dot.short or dot.label)}
        mentioned = dot.kind == "meeting" and not dot.paper
        about = {"kind": dot.kind, "name": dot.label, "names": dot.names, "council": dot.council, "mentioned": mentioned}
        yield {"id": index, "wide": wide, "tall": tall, **shape, **about}


def _edges(scene: Scene) -> Iterator[dict[str, Any]]:
    """The lines; those between the same two dots are bent apart, to either side by turns."""
    between: Counter[tuple[int, int]] = Counter()
    for index, line in enumerate(scene.lines):
        pair = (min(line.source, line.target), max(line.source, line.target))
        place = between[pair]
        between[pair] += 1
        bend = BEND * ((place + 1) // 2) * (-1) ** place * (1 if line.source < line.target else -1)
        ends = {"id": index, "from": line.source, "to": line.target, "bend": round(bend, 2)}
        yield {**ends, "relation": line.relation, "facts": line.facts, "meeting": line.meeting}


def _legend(scene: Scene) -> Iterator[tuple[str, str, int]]:
    """Kind, name and count of what is on the map."""
    counts = Counter(dot.kind for dot in scene.dots)
    for kind in (*KINDS, *sorted(set(counts) - set(KINDS))):
        if counts[kind]:
            yield kind, PLURALS.get(kind, f"{kind}s"), counts[kind]


def _choices(scene: Scene) -> dict[str, list[str]]:
    """What each filter offers."""
    return {
        "council": sorted({fact.council for fact in scene.facts} - {""}),
        "body": sorted({fact.body for fact in scene.facts} - {""}),
        "year": sorted({fact.date[:4] for fact in scene.facts if fact.date[:4].isdecimal()}),
        "basis": sorted({fact.basis for fact in scene.facts} - {""}),
    }


def _policy(style: str, scripts: tuple[str, ...]) -> str:
    """The content security policy: these very scripts and this style, by hash, and nothing else from anywhere."""
    allowed = " ".join(map(_digest, scripts))
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_digest(style)}; img-src data: blob:; base-uri 'none'; form-action 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _digest(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def _asset(name: str) -> Markup:
    return _inline(resources.files("graph_builder.maps").joinpath("assets", name).read_text(encoding="utf-8"))


def _script() -> Markup:
    """Our own script: its parts in the order of their names, in one scope of their own."""
    parts = sorted(resources.files("graph_builder.maps").joinpath("assets", "script").iterdir(), key=lambda part: part.name)
    whole = "\n".join(part.read_text(encoding="utf-8") for part in parts if part.name.endswith(".js"))
    return _inline(f'"use strict";\n(() => {{\n{whole}}})();\n')


def _library() -> Markup:
    """vis-network as the installed pyvis has it; no third-party code is kept in this repository."""
    return _inline(resources.files("pyvis").joinpath(*LIBRARY).read_text(encoding="utf-8"))


def _inline(content: str) -> Markup:
    """Content for a script or style element, which nothing in it may close; a browser hashes it with plain newlines."""
    assert not any(end in content.casefold() for end in ("</script", "</style", "<!--"))
    return Markup(content.replace("\r\n", "\n").replace("\r", "\n"))  # noqa: S704 (our own files and pyvis's, no word of a paper)
