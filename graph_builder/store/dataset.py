"""A published graph that can be asked but not changed: SPARQL in, rows out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeAlias

import pyoxigraph as ox

from graph_builder.errors import DamagedStore, UsageError
from graph_builder.store.guard import guard

Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
MEND: Final = "make it again with `graph-builder build`"


@dataclass(frozen=True, slots=True)
class Rows:
    """A table: each cell as text, None where it is empty; `terms` has the RDF terms of a SPARQL answer, and nothing where rows were merged."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]
    terms: tuple[tuple[Term | None, ...], ...] = field(default=(), repr=False)

    def __len__(self) -> int:
        return len(self.rows)

    def dicts(self) -> list[dict[str, str]]:
        """Each row by column name, with an empty text where a cell is empty."""
        return [dict(zip(self.columns, (cell or "" for cell in row), strict=True)) for row in self.rows]


@dataclass(frozen=True, slots=True)
class Dataset:
    """A store, with what the manifest says of it; `store` is for rooms that need more than rows, `folder` is where it was published, if on this disk."""

    store: ox.Store = field(repr=False)
    manifest: Mapping[str, Any] = field(default_factory=dict)
    folder: Path | None = field(default=None, kw_only=True)

    def __len__(self) -> int:
        """The number of triples that were written."""
        return int(self.manifest["triples"])

    def select(self, sparql: str) -> Rows:
        """The answer of a SPARQL SELECT query, in the engine's order.

        Raises Refused for SERVICE and for queries that could exhaust the process (`guard`), UsageError for one that is no SELECT or
        cannot be read, and DamagedStore where the disk does not give what was written.
        """
        guard(sparql)
        try:
            answer = self.store.query(sparql)
            if not isinstance(answer, ox.QuerySolutions):
                raise UsageError("only SELECT queries are answered here")
            columns = tuple(variable.value for variable in answer.variables)
            terms = tuple(tuple(solution) for solution in answer)
        except SyntaxError as error:
            raise UsageError(f"the query cannot be read: {error.msg}; changes to the data are not carried out either") from error
        except (OSError, RuntimeError) as error:
            raise DamagedStore(f"the store cannot be read ({error}); {MEND}") from error
        return Rows(columns, tuple(tuple(map(_text, row)) for row in terms), terms)


def _text(term: Term | None) -> str | None:
    return None if term is None else str(term) if isinstance(term, ox.Triple) else term.value
