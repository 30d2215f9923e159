"""The network of a dataset in, GEXF and GraphML out by networkx's writers: attributes flattened, with time spans, positions and colours."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from graph_builder.exports.content import Content

if TYPE_CHECKING:
    import networkx

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_MODIFIED = re.compile(r' lastmodifieddate="[^"]*"')
COLOURS: Final = {
    "council": (17, 75, 95),
    "body": (26, 133, 121),
    "organisation": (156, 109, 20),
    "meeting": (90, 90, 90),
    "person": (178, 58, 72),
    "post": (110, 80, 160),
}


def gexf(content: Content, folder: Path) -> list[Path]:
    """The file `network.gexf` (https://gexf.net/schema.html, 1.3), with the day of the newest paper for its own."""
    import networkx

    graph = flat(content.network)
    for _, data in graph.nodes(data=True):
        red, green, blue = COLOURS.get(data["kind"], (120, 120, 120))
        position = {"x": data.pop("x"), "y": data.pop("y"), "z": 0.0}
        data["viz"] = {"position": position, "color": {"r": red, "g": green, "b": blue}, "size": 10.0}
    text = "\n".join(networkx.generate_gexf(graph, version="1.2draft"))
    stamp = f' lastmodifieddate="{content.issued}"' if content.issued else ""
    return [_write(folder / "network.gexf", _MODIFIED.sub(stamp, text, count=1))]


def graphml(content: Content, folder: Path) -> list[Path]:
    """The file `network.graphml` (http://graphml.graphdrawing.org/); positions are the attributes x and y."""
    import networkx

    text = "\n".join(networkx.generate_graphml(flat(content.network), encoding="utf-8", named_key_ids=True))
    return [_write(folder / "network.graphml", text)]


def _write(path: Path, text: str) -> Path:
    path.write_text(f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n', encoding="utf-8", newline="\n")
    return path


def flat(network: networkx.MultiDiGraph[str]) -> networkx.MultiDiGraph[str]:
    """The same network with plain attributes alone, in an order of its own; edges are numbered, dates are whole days.

    A node lives from the first to the last day of what is said of it; x and y are those of the map, with y upwards.
    """
    import networkx

    positions = _positions(network)
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph(mode="dynamic")
    for key in sorted(network):
        dates = [d for _, _, data in (*network.in_edges(key, data=True), *network.out_edges(key, data=True)) for d in [data.get("date", "")] if d]
        x, y = positions.get(key, (0, 0))
        graph.add_node(key, **_plain(network.nodes[key]), **_life([*dates, network.nodes[key].get("date", "")]), x=float(x), y=float(-y))
    for number, (source, target, data) in enumerate(sorted(network.edges(data=True), key=_edge_key)):
        said = _plain(data)
        graph.add_edge(source, target, key=str(number), id=str(number), label=said.get("relation", ""), **said, **_life([data.get("date", "")]))
    return graph


def _edge_key(edge: tuple[str, str, Mapping[str, Any]]) -> tuple[str, str, list[tuple[str, str]]]:
    source, target, data = edge
    return source, target, sorted((name, str(value)) for name, value in data.items())


def _positions(network: networkx.MultiDiGraph[str]) -> dict[str, tuple[int, int]]:
    """Where the map has each node; one without a fact has no place there."""
    from graph_builder.maps.layout import place
    from graph_builder.maps.scene import compose

    scene = compose(network)
    return {dot.key: position for dot, position in zip(scene.dots, place(scene).positions, strict=True)}


def _plain(data: Mapping[str, Any]) -> dict[str, str]:
    """Attributes as texts without the characters that no XML may have; a list is joined as in the tables. The writers fail at both."""
    joined = ((name, " | ".join(map(str, value)) if isinstance(value, list | tuple | set) else value) for name, value in data.items())
    plain = {name: _NO_XML.sub("\ufffd", str(value)) for name, value in joined if value not in (None, "")}
    return {"when" if name == "date" else name: value for name, value in plain.items()}


def _life(dates: list[str]) -> dict[str, str]:
    """The first and the last day of dates that may be partial or have two ends."""
    ends = [end for date in dates if date for end in (date.partition("/")[0], date.rpartition("/")[2])]
    days = sorted(day for end in ends if re.fullmatch(r"\d{4}(-\d\d){0,2}", end) for day in (_first(end), _last(end)))
    return {"start": days[0], "end": days[-1]} if days else {}


def _first(date: str) -> str:
    return f"{date}-01-01"[:10] if len(date) == 4 else f"{date}-01"[:10]


def _last(date: str) -> str:
    if len(date) == 4:
        return f"{date}-12-31"
    year, month = int(date[:4]), int(date[5:7])
    return date if len(date) == 10 else f"{date}-{monthrange(year, month)[1]:02}"
