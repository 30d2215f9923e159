"""A claim or a quote in, a citation out that rests on the paper's hash, its page and the quote; and a citation in, what it means today out."""

from graph_builder.citations.citation import Citation, cite
from graph_builder.citations.finding import Finding, State, find
from graph_builder.citations.forms import FORMS

__all__ = ["FORMS", "Citation", "Finding", "State", "cite", "find"]
