"""graph_builder: from council papers to a graph in which every fact leads to its sentence."""

__version__ = "0.1.0"
