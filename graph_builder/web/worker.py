"""A process that answers queries and can do nothing else: questions come on its standard input, answers go to its standard output."""

from __future__ import annotations

import json
import re
import struct
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO, Final

import pyoxigraph as ox

from graph_builder.web import results
from graph_builder.web.limits import allow_seconds, confine, resident

_FUNCTION = re.compile(r"function (<[^>]*>) is not supported")
_STAR = re.compile(r"\bSELECT\s*(?:DISTINCT|REDUCED)?\s*\*", re.IGNORECASE)
_VARIABLE = re.compile(r"[?$](\w+)")
HEAD: Final = struct.Struct(">I")
"""Each message is the length of its head, the head as JSON, and a body of as many bytes as the head says."""


def answer(store: Any, question: Mapping[str, Any]) -> tuple[dict[str, Any], bytes]:
    """The head and the body of what a store says to a question; a head with `error` where it says nothing.

    A question has `query`, `base`, `default` and `named` (lists of graphs, or null for those of the store), `rows_form`, `graph_form` (null
    where the asker takes none), `rows` and `bytes` (the most that is wanted), and `prefixes`.
    """
    try:
        return _answer(store, question)
    except SyntaxError as error:
        return {"error": "syntax", "detail": error.msg}, b""
    except results.TooLarge as error:
        return {"error": "large", "detail": str(error)}, b""
    except results.Unwritable as error:
        return {"error": "form", "detail": str(error)}, b""
    except MemoryError:
        return {"error": "memory", "detail": ""}, b""
    except ValueError as error:
        return {"error": "syntax", "detail": str(error)}, b""
    except (OSError, RuntimeError) as error:
        unknown = _FUNCTION.search(str(error))
        return {"error": "function" if unknown else "store", "detail": f"no function is called {unknown[1]}" if unknown else str(error)}, b""


def _answer(store: Any, question: Mapping[str, Any]) -> tuple[dict[str, Any], bytes]:
    found = store.query(question["query"], base_iri=question.get("base"), prefixes=question.get("prefixes"), **_dataset(question))
    most = {"most": question["rows"], "size": question["bytes"]}
    if isinstance(found, ox.QueryTriples):
        form = _wanted(question["graph_form"], "a graph")
        body, number = results.triples(found, form, prefixes=question.get("prefixes", {}), **most)
        return {"kind": "triples", "type": results.GRAPH_FORMATS[form], "count": number}, body
    form = _wanted(question["rows_form"], "a table")
    if isinstance(found, ox.QueryBoolean):
        return {"kind": "truth", "type": results.ROW_FORMATS[form], "count": 1}, results.truth(bool(found), form)
    columns = [variable.value for variable in found.variables]
    order = as_written(columns, question["query"])
    solutions = found if order == columns else (tuple(solution[column] for column in order) for solution in found)
    body, number = results.rows(order, solutions, form, **most)
    return {"kind": "rows", "type": results.ROW_FORMATS[form], "count": number}, body


def as_written(columns: Sequence[str], query: str) -> list[str]:
    """The columns of `SELECT *` in the order in which the query first names them, because the engine sorts them by name."""
    if not _STAR.search(query) or list(columns) != sorted(columns):
        return list(columns)
    places = {name: at for at, name in reversed(list(enumerate(_VARIABLE.findall(query))))}
    return sorted(columns, key=lambda column: places.get(column, len(places)))


def _dataset(question: Mapping[str, Any]) -> dict[str, Any]:
    """The graphs that the protocol names: only graphs that the store has, for the engine opens no other."""
    default, named = question.get("default"), question.get("named")
    if default is None and named is None:
        return {}
    return {"default_graph": [ox.NamedNode(name) for name in default or ()], "named_graphs": [ox.NamedNode(name) for name in named or ()]}


def _wanted(form: str | None, what: str) -> str:
    if form is None:
        raise results.Unwritable(f"the answer is {what}, and none of its formats is among those that are accepted")
    return form


def write(out: BinaryIO, head: Mapping[str, Any], body: bytes = b"") -> None:
    """Send one message."""
    text = json.dumps({**head, "bytes": len(body)}).encode()
    out.write(HEAD.pack(len(text)) + text)
    out.write(body)
    out.flush()


def main() -> None:
    """Serve until standard input ends; the first message says how many triples there are and which protection this system lacks."""
    folder, memory, seconds = Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
    lacking = confine(memory)
    questions, answers = sys.stdin.buffer, sys.stdout.buffer
    store = ox.Store.read_only(str(folder))
    write(answers, {"ready": len(store), "lacking": lacking})
    while len(length := questions.read(HEAD.size)) == HEAD.size:
        question = json.loads(questions.read(HEAD.unpack(length)[0]))
        allow_seconds(seconds)
        head, body = answer(store, question)
        write(answers, {**head, "resident": resident()}, body)


if __name__ == "__main__":
    main()
