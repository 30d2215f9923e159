"""Two datasets in, what changed between them out: facts added, lost and changed, things merged and split, each with its quote."""

from graph_builder.changes.change import Change
from graph_builder.changes.compare import Changes, compare
from graph_builder.changes.telling import FORMS, tell

__all__ = ["FORMS", "Change", "Changes", "compare", "tell"]
