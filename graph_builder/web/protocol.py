"""A request by the SPARQL 1.1 Protocol in, the query or update that it asks for out, or the status with which it is refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl

FORM: Final = "application/x-www-form-urlencoded"
QUERY: Final = "application/sparql-query"
UPDATE: Final = "application/sparql-update"
_MOST_FIELDS: Final = 200


class ProtocolError(Exception):
    """A request that asks for nothing, or for what nobody can tell; `status` is that of HTTP."""

    def __init__(self, status: int, reason: str) -> None:
        self.status, self.reason = status, reason
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class Query:
    """A query, the graphs that the request names for it (None where it names none), and the format it asks for by `format=`."""

    text: str
    default: tuple[str, ...] | None = None
    named: tuple[str, ...] | None = None
    form: str = ""


@dataclass(frozen=True, slots=True)
class Update:
    """A change of the data, with the graphs that it is to use."""

    text: str
    using: tuple[str, ...] = ()
    using_named: tuple[str, ...] = ()


def parse(method: str, query_string: str, content_type: str | None, body: bytes) -> Query | Update | None:
    """What a request asks for; None for a GET that asks for nothing, which the service answers with a description of itself.

    Raises ProtocolError (https://www.w3.org/TR/sparql11-protocol/): 400, 405 or 415.
    """
    fields = _fields(query_string)
    if method in ("GET", "HEAD"):
        if "update" in fields:
            return _update(fields)
        return _query(fields) if "query" in fields else None
    if method != "POST":
        raise ProtocolError(405, "queries come by GET or POST")
    kind = _media_type(content_type)
    if kind == FORM:
        fields = _joined(fields, _fields(_text(body)))
        if "query" in fields and "update" in fields:
            raise ProtocolError(400, "a request is a query or an update, not both")
        return _update(fields) if "update" in fields else _query(fields)
    if "query" in fields or "update" in fields:
        raise ProtocolError(400, "the query stands in the body, so the address may not have one too")
    if kind == QUERY:
        return _query({**fields, "query": [_text(body)]})
    if kind == UPDATE:
        return _update({**fields, "update": [_text(body)]})
    raise ProtocolError(415, f"a POST has the type {QUERY} or {FORM}")


def _media_type(content_type: str | None) -> str:
    kind, _, rest = (content_type or "").partition(";")
    for parameter in rest.split(";"):
        name, _, value = parameter.strip().partition("=")
        if name.lower() == "charset" and value.strip('"').lower() not in ("utf-8", "utf8"):
            raise ProtocolError(415, "queries are in UTF-8")
    return kind.strip().lower()


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ProtocolError(400, f"the query is not in UTF-8: byte {error.start + 1}") from error


def _fields(text: str) -> dict[str, list[str]]:
    fields: dict[str, list[str]] = {}
    try:
        for name, value in parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS):
            fields.setdefault(name, []).append(value)
    except UnicodeDecodeError as error:
        raise ProtocolError(400, "the request is not in UTF-8") from error
    except ValueError as error:
        raise ProtocolError(400, f"the request has more than {_MOST_FIELDS} fields") from error
    return fields


def _joined(first: Mapping[str, list[str]], second: Mapping[str, list[str]]) -> dict[str, list[str]]:
    return {name: [*first.get(name, ()), *second.get(name, ())] for name in (*first, *second)}


def _query(fields: Mapping[str, Sequence[str]]) -> Query:
    graphs = {key: tuple(fields[f"{key}-graph-uri"]) if f"{key}-graph-uri" in fields else None for key in ("default", "named")}
    return Query(_one(fields, "query"), graphs["default"], graphs["named"], next(iter(fields.get("format", ())), ""))


def _update(fields: Mapping[str, Sequence[str]]) -> Update:
    return Update(_one(fields, "update"), tuple(fields.get("using-graph-uri", ())), tuple(fields.get("using-named-graph-uri", ())))


def _one(fields: Mapping[str, Sequence[str]], name: str) -> str:
    values = fields.get(name, ())
    if len(values) != 1:
        raise ProtocolError(400, f"a request has one {name}=, this one has {len(values)}")
    return values[0]
