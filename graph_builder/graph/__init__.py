"""Resolved statements in, a graph ready for publication out: facts, and the evidence that leads from each to its words."""

from graph_builder.graph.areas import located
from graph_builder.graph.build import build
from graph_builder.graph.confidence import trusted
from graph_builder.graph.correct import Corrected, Outcome, correct
from graph_builder.graph.withhold import Withheld, withhold

__all__ = ["Corrected", "Outcome", "Withheld", "build", "correct", "located", "trusted", "withhold"]
