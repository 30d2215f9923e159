"""SPARQL text in, nothing out, or a refusal: what would reach the network, change data, or what no parser survives, never gets to the engine."""

from __future__ import annotations

import re
from typing import Final

from graph_builder.errors import Refused

LONGEST: Final = 64 * 1024
DEEPEST: Final = 100
MOST_OPERATORS: Final = 500

# What is no code: IRIs, strings, comments, variables, and characters that a prefixed name escapes. A `<` that opens no IRI is an operator.
_QUIET = re.compile(
    r"""<[^\x00-\x20<>"{}|^`]*>|\"{3}(?:[^"\\]|\\.|"(?!""))*\"{3}|'{3}(?:[^'\\]|\\.|'(?!''))*'{3}"""
    r"""|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*'|\#[^\n\r]*|[?$]\w+|\\.""",
    re.DOTALL,
)
# The engine reads the keyword wherever it can, without a space before or after it: `1SERVICE<x>{`, `SERVICE:x{`.
# A prefixed name (the first group) may begin with it, unless a brace follows.
_SERVICE = re.compile(r"(?:(?<![A-Za-z_:-])|true|false)SERVICE([^\s{}()<>]*:[^\s{}()<>]*)?\s*(\{)?", re.IGNORECASE)
_BRACKET = re.compile(r"[][(){}]")
_OPERATOR = re.compile(r"[!+*/|&=<>^-]|\b(?:OPTIONAL|UNION|MINUS|FILTER|EXISTS|BIND|GRAPH|VALUES)\b", re.IGNORECASE)


# What stands before the first keyword of a query or an update.
_PROLOGUE = re.compile(r"(?:\s|BASE\s*|PREFIX\s*[^\s:]*:)+", re.IGNORECASE)
_CHANGES = re.compile(r"(?:INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD|WITH)\b", re.IGNORECASE)


def is_update(sparql: str) -> bool:
    """Whether the text is a change of data and no query: told by its first keyword, without parsing."""
    code = _QUIET.sub(" ", sparql[:LONGEST])
    prologue = _PROLOGUE.match(code)
    return _CHANGES.match(code, prologue.end() if prologue else 0) is not None


def guard(sparql: str) -> None:
    """Raises Refused for SERVICE, for text longer than 64 KiB, for brackets deeper than 100, and for more than 500 operators.

    An engine without these limits overflows its stack, and takes the process with it, on a query of five kilobytes.
    """
    if len(sparql.encode("utf-8", "surrogatepass")) > LONGEST:
        raise Refused(f"the query is longer than {LONGEST} bytes; ask in several parts")
    code = _QUIET.sub(lambda found: "_" if found[0].startswith("\\") else " ", sparql)
    if any(found[1] is None or found[2] for found in _SERVICE.finditer(code)):
        raise Refused("SERVICE is refused: no query here reaches another server")
    if _depth(code) > DEEPEST:
        raise Refused(f"the query has more than {DEEPEST} brackets in each other; ask in several parts")
    if sum(1 for _ in _OPERATOR.finditer(code)) > MOST_OPERATORS:
        raise Refused(f"the query has more than {MOST_OPERATORS} operators; ask in several parts")


def _depth(code: str) -> int:
    depth = deepest = 0
    for bracket in _BRACKET.finditer(code):
        depth += 1 if bracket[0] in "([{" else -1
        deepest = max(deepest, depth)
    return deepest
