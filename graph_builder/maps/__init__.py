"""Maps: a dataset or a networkx graph goes in, one self-contained HTML file comes out; the only home of pyvis."""

from graph_builder.maps.issue import issue
from graph_builder.maps.met import met
from graph_builder.maps.network import WHOLE, Network, network, network_of, weave
from graph_builder.maps.page import draw, render

__all__ = ["WHOLE", "Network", "draw", "issue", "met", "network", "network_of", "render", "weave"]
