"""Statements as text: sorted JSON Lines, one statement a line, which can be kept, compared and read back without loss."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from graph_builder.errors import BadData
from graph_builder.model import Basis, Id, Literal, Span, Statement


def dump(statements: Iterable[Statement]) -> str:
    """The statements as JSON Lines, sorted by their keys, each line ending in a newline."""
    return "".join(_line(statement) for statement in sorted(statements, key=_order))


def parse(text: str, *, file: Path | str | None = None) -> tuple[Statement, ...]:
    """The statements of JSON Lines, in the order of the lines.

    Raises BadData, with the line, where one does not hold a statement.
    """
    return tuple(_statement(line, file, number) for number, line in enumerate(text.split("\n"), 1) if line)


def _order(statement: Statement) -> tuple[object, ...]:
    return (*statement.key(), statement.confidence is not None, statement.confidence or 0.0)


def _line(statement: Statement) -> str:
    target = statement.object
    record = {
        "subject": statement.subject,
        "predicate": statement.predicate,
        "object": target._asdict() if isinstance(target, Literal) else target,
        "evidence": statement.evidence,
        "rule": statement.rule,
        "basis": statement.basis.value,
        "confidence": statement.confidence,
    }
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"


def _statement(line: str, file: Path | str | None, number: int) -> Statement:
    try:
        record = json.loads(line)
        return Statement(
            subject=record["subject"],
            predicate=record["predicate"],
            object=_target(record["object"]),
            evidence=tuple(Span(*span) for span in record["evidence"]),
            rule=record["rule"],
            basis=Basis(record["basis"]),
            confidence=record["confidence"],
        )
    except (KeyError, TypeError, ValueError) as error:
        raise BadData(f"not a statement ({error}); remove the file and build again", file=file, line=number) from error


def _target(value: Any) -> Id | Literal:
    return value if isinstance(value, str) else Literal(**value)
