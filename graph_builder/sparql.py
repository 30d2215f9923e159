"""Small matters of SPARQL text: the prefixes that a person need not write."""

from __future__ import annotations

import re

from graph_builder.vocabulary import PREFIXES

_DECLARED = re.compile(r"\bPREFIX\s+([\w.-]*):", re.IGNORECASE)


def with_prefixes(query: str) -> str:
    """The query with a declaration for each prefix of the vocabulary that it uses and does not declare; its lines keep their numbers."""
    declared = set(_DECLARED.findall(query))
    missing = (prefix for prefix in PREFIXES if prefix not in declared and f"{prefix}:" in query)
    return "".join(f"PREFIX {prefix}: <{PREFIXES[prefix]}> " for prefix in missing) + query
